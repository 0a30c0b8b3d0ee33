"""Rules on text: figures that agree, numbers and marks as the standards want, structure, words.

`passages` defines the input, which the packages above make of a report or a document; `checking.proofread` applies the
rules, which are rows (`rules.RULES_ON_TEXT`) with a short function each.
"""

from renmin_docs.proofread.checking import Options, Remark, proofread, remark_on
from renmin_docs.proofread.manuscript import OwnWord
from renmin_docs.proofread.passages import Cell, Passage, read_lines

__all__ = ["Cell", "Options", "OwnWord", "Passage", "Remark", "proofread", "read_lines", "remark_on"]
