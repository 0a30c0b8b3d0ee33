"""Report → .docx: blocks, compiled templates, the package."""
