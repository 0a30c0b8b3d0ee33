"""Exit codes; 0 is done, also with warnings."""

FOUND = 1
"""Findings, or reports that failed."""
WRONG_USE = 2
"""Wrong use, or bad input."""
INTERRUPTED = 130
"""Ctrl-C."""
