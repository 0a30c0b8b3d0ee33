"""A safe, read-only view of a .docx: the package with its limits, and the names of OOXML."""
