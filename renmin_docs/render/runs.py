"""Runs of a filled part divided where emphasis begins and ends; each piece has the properties of its run.

Only a part that holds an emphasised text is looked through. Source: ECMA-376-1, 17.3.2 (the order of run properties).
"""

from __future__ import annotations

import re
from functools import lru_cache

from renmin_docs.emphasis import ANY_MARK, ANY_NOTE, BOLD, KINDS, SCRIPTS, UNDERLINE, look_after

_TEXT = "<w:t(?: [^>]*)?>"
_MARKS = f"(?:{ANY_NOTE}|{ANY_MARK})+"
_MARK = re.compile(f"{ANY_NOTE}|{ANY_MARK}")
_REFERENCE = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/>{look}</w:rPr><w:footnoteReference w:id="{note}"/></w:r>'
"""Its id is the note itself, until `notes` numbers it."""
_PIECE = re.compile(
    r"(?P<run><w:r(?: [^>]*)?(?<!/)>)"
    r"(?:<w:rPr/>|<w:rPr>(?P<own>[^<]*(?:<(?!/w:rPr>|w:rPrChange)[^<]*)*)"
    r"(?:<w:rPrChange.*?</w:rPrChange>)?</w:rPr>)?"
    rf"(?:{_TEXT}(?P<first>{_MARKS}))?"
    rf"|(?P<end></w:r>)|(?P<marks>{_MARKS})(?P<last></w:t></w:r>)?",
    re.DOTALL,
)
"""A run's beginning, with the marks that its text begins with; its end; marks within, with the end of the run."""
_TEXT_TAGS = ("<w:t>", "<w:t ")
_TEXT_START, _TEXT_END = '<w:t xml:space="preserve">', "</w:t></w:r>"
_BEHIND_BOLD = r"\A(?:<w:rStyle [^>]*/>)?(?:<w:rFonts[^>]*/>)?"
_BEFORE_UNDERLINE = (
    "<w:(?:effect|bdr|shd|fitText|vertAlign|rtl|cs|em|lang|eastAsianLayout|specVanish|oMath)[ />]|<(?!w:)"
)
_BEFORE_POSITION = "<w:(?:rtl|cs|em|lang|eastAsianLayout|specVanish|oMath)[ />]|<(?!w:)"


def emphasised_runs(xml: str) -> str:
    """The XML of a part, or of what stands in one, with runs of their own in the place of marks."""
    made: list[str] = []
    open_runs: list[tuple[str, str]] = []
    end = look = 0
    for match in _PIECE.finditer(xml):
        if match["end"]:
            del open_runs[-1:]
            continue
        if match["run"]:
            open_runs.append((match["run"], match["own"] or ""))
        marks = match["first"] or match["marks"]
        if not marks:
            continue
        made.append(xml[end : match.start()])
        end = match.end()
        references, look = _behind(marks, look)
        if match["last"]:
            made.append(match["last"] + references)
            del open_runs[-1:]
        elif match["first"]:
            made.append(references + _start(*open_runs[-1], look))
        elif open_runs and xml.startswith(_TEXT_TAGS, xml.rfind("<", 0, match.start())):
            made.append(_TEXT_END + references + _start(*open_runs[-1], look))
    made.append(xml[end:])
    return "".join(made)


def _behind(marks: str, look: int) -> tuple[str, int]:
    """The references to notes among some marks, and the look behind them."""
    references = ""
    for mark in _MARK.findall(marks):
        if len(mark) > 1:
            references += _REFERENCE.format(look=_with_look("", look & ~SCRIPTS), note=mark)
        else:
            look = look_after(look, mark)
    return references, look


def _start(run: str, own: str, look: int) -> str:
    properties = _with_look(own, look)
    return f"{run}<w:rPr>{properties}</w:rPr>{_TEXT_START}" if properties else run + _TEXT_START


@lru_cache(maxsize=256)
def _with_look(own: str, look: int) -> str:
    """The properties of a run with those of a look, each in its place."""
    if look & BOLD.bit:
        own = re.sub("<w:b(?:Cs)?(?: [^>]*)?/>", "", own)
        at = re.match(_BEHIND_BOLD, own).end()  # type: ignore[union-attr]  # it matches any text
        own = f"{own[:at]}<w:b/><w:bCs/>{own[at:]}"
    if look & UNDERLINE.bit:
        own = _inserted(re.sub("<w:u(?: [^>]*)?/>", "", own), '<w:u w:val="single"/>', _BEFORE_UNDERLINE)
    for kind in KINDS:
        if kind.position and look & kind.bit:
            own = re.sub("<w:vertAlign(?: [^>]*)?/>", "", own)
            own = _inserted(own, f'<w:vertAlign w:val="{kind.position}"/>', _BEFORE_POSITION)
    return own


def _inserted(own: str, element: str, before: str) -> str:
    following = re.search(before, own)
    at = following.start() if following else len(own)
    return own[:at] + element + own[at:]
