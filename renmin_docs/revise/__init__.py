"""The way back from Word: two versions as tracked changes (`redline`)."""

from renmin_docs.revise.redline import Redline, redline

__all__ = ["Redline", "redline"]
