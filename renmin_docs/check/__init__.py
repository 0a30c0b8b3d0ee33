"""Findings on a .docx."""
