"""Remarks as Word comments.

`anchors` puts their ranges into paragraphs, `part` makes the part of comments, `document` the copy that has both.
"""

from renmin_docs.check.comments.document import comment_document

__all__ = ["comment_document"]
