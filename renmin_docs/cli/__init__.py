"""The command line: parses arguments and prints results; the packages below do the work."""

from renmin_docs.cli.running import main

__all__ = ["main"]
