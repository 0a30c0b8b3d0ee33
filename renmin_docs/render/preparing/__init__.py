"""From the .docx of a template to what rendering needs of it."""
