"""The command line: it parses and prints, the rooms below do the work."""

from renmin_docs.cli.running import main

__all__ = ["main"]
