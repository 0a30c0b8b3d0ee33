"""The way back from Word: edits brought into the data (`update`), two versions as tracked changes (`redline`)."""

from renmin_docs.revise.redline import Redline, redline

__all__ = ["Redline", "redline"]
