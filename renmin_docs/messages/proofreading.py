"""Messages of proofreading that belong to no group of rules.

A row's key is the rule's identifier: C consistency, N numbers, P punctuation, S structure, W words.
"""

from __future__ import annotations

from renmin_docs.messages.composing import WRITE, Rule, warning

PROOFREADING: dict[str, Rule] = {
    "W8": warning("the office's own list has {found}", "本单位词表列有 {found}", *WRITE),
}
