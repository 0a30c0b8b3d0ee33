"""Workbooks: figures from cells, and many reports from one sheet."""
