"""Files of every kind as passages for the rules on text: `source` finds the reader by the file's ending.

`word` reads documents, `text` texts and Markdown, `data_file` data files by the passages of their report (`report`).
"""
