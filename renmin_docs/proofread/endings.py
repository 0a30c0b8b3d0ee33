"""Ends of paragraphs and headings (P): a paragraph has an end mark, a heading has none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renmin_docs.messages.shown import quote
from renmin_docs.proofread.manuscript import Manuscript
from renmin_docs.proofread.passages import Passage
from renmin_docs.proofread.rules import Slip, rule

_CLOSING = "”’）)》】〕」』"
_ENDS = tuple("。！？…：；!?:;.")
_OPEN_ENDS = tuple("，、,")
_OTHER_LINE = re.compile(r"[ 　]*(?:附件|附表|附图|表|图|注|来源|抄送|联系|.{1,6}[：:])")
"""Begins of lines that are no sentences: notes, captions, 时间：."""
_SHORTEST, _LONGEST_CLAUSE, _LONGEST_HEADING = 18, 12, 60
_SHOWN = 4
"""The last characters of a paragraph without an end mark, which are what is found."""
_FEW = 4
_COUPLET, _EVEN = 2, 2
"""Clauses of a couplet, and by how much those of any slogan differ in length."""
_PARTS = re.compile("[，；、]")


@rule("P10", "manuscript", over=("P4",))
def paragraphs_without_an_end(manuscript: Manuscript) -> Iterator[Slip]:
    """Paragraphs without an end mark, or ending in a comma; silent where lines are no paragraphs, as in cut text."""
    running, found = 0, []
    for number, passage in enumerate(manuscript.passages):
        if passage.role == "paragraph" and passage.cell is None:
            running += len(passage.text) >= _SHORTEST
            slip = _unfinished(passage, _next(manuscript, number), is_marked=_is_heading_like(manuscript, number))
            found += [slip._replace(passage=number)] if slip else []
    if len(found) < _FEW or 3 * len(found) < running:
        yield from found


def _next(manuscript: Manuscript, number: int) -> Passage | None:
    """The passage behind one."""
    return manuscript.passages[number + 1] if number + 1 < len(manuscript.passages) else None


def _is_heading_like(manuscript: Manuscript, number: int) -> bool:
    mark, text = manuscript.marks[number], manuscript.passages[number].text
    return mark is not None and mark.level > 0 and "。" not in text and len(text) <= _LONGEST_HEADING


def _unfinished(passage: Passage, following: Passage | None, *, is_marked: bool) -> Slip | None:
    text = passage.text.rstrip()
    core = text.rstrip(_CLOSING)
    if core.endswith(_OPEN_ENDS) and core == text:
        return Slip(len(text) - 1, len(text), expected="。")
    if text.endswith("；"):
        is_last = following is None or following.role in ("heading", "title")
        return Slip(len(text) - 1, len(text), expected="。") if is_last else None
    if is_marked or core.endswith(_ENDS) or _ends_before_a_note(text) or not _is_running(text):
        return None
    return Slip(max(0, len(text) - _SHOWN), len(text), expected=f"{text[-_SHOWN:]}。")


def _ends_before_a_note(text: str) -> bool:
    """Whether the end mark stands before a bracket: 完成。（见附件）."""
    begin = max(text.rfind("（"), text.rfind("("))
    return text.endswith(("）", ")")) and begin >= 0 and text[:begin].rstrip().rstrip("”").endswith(_ENDS)


def _is_running(text: str) -> bool:
    """Whether a text is a sentence: no note, no slogan of short clauses."""
    if _OTHER_LINE.match(text):
        return False
    if "。" in text:
        return True
    clauses = _PARTS.split(text)
    lengths = [len(clause) for clause in clauses]
    has_digits = any(map(str.isdigit, text))
    is_couplet = len(clauses) <= _COUPLET and max(lengths) <= _LONGEST_CLAUSE
    is_slogan = not has_digits and (is_couplet or max(lengths) - min(lengths) <= _EVEN)
    return len(text) >= _SHORTEST and len(clauses) > 1 and not is_slogan


_HEADING_ENDS = re.compile(r"[。；，、：,;:]$|(?<![0-9A-Za-z.])\.$")
_SENTENCE_MARKS = re.compile("[。；！？，]")
_ASKING = re.compile("请|要|应|须|同意|不得|必须")
_GENRE = re.compile("(?:总结|报告|计划|打算|要点|方案|通知|意见|请示|函|纪要|情况|汇报)[。，；：]$")
_ONE_LINE = 20


@rule("P11", "manuscript", over=("P1", "P10"))
def headings_with_an_end(manuscript: Manuscript) -> Iterator[Slip]:
    """A title or a heading on a line of its own that ends in a mark."""
    for number, passage in enumerate(manuscript.passages):
        text = passage.text.rstrip()
        is_alone = passage.role in ("title", "heading", "attachment_title") or _is_alone(manuscript, number, text)
        if is_alone and _HEADING_ENDS.search(text):
            yield Slip(len(text) - 1, len(text), quote(text), text[:-1], number)


def _is_alone(manuscript: Manuscript, number: int, text: str) -> bool:
    """Whether a paragraph is a heading that a mark at its end has hidden."""
    passage, mark = manuscript.passages[number], manuscript.marks[number]
    if passage.role != "paragraph" or passage.cell is not None or _SENTENCE_MARKS.search(text[:-1]):
        return False
    following = _next(manuscript, number)
    if number == 0 and following is not None and mark is None:
        return len(text) <= 2 * _ONE_LINE and bool(_GENRE.search(text))
    if mark is None or mark.level not in (1, 2) or len(text) > _ONE_LINE or _ASKING.search(text):
        return False
    beside = (*manuscript.marks[number - 1 : number], *manuscript.marks[number + 1 : number + 2])
    if any(each and each.level == mark.level for each in beside):  # an item of a list
        return False
    is_body_below = following is not None and following.role == "paragraph" and manuscript.marks[number + 1] is None
    return mark.level == 1 or is_body_below
