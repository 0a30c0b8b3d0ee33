"""Slips of the keyboard in the texts of a report: what prints, and is hardly meant.

One row a slip: the rule it breaks, where in a text it shows, and in which texts it is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from renmin_docs.errors import Finding
from renmin_docs.messages.shown import quote
from renmin_docs.patterns import lazy
from renmin_docs.report.texts import PlacedText

# Chinese characters, their punctuation and full-width forms (from U+3001), quotation marks and dashes.
# Two runs and no more: sets of many runs take Python's compiler milliseconds.
_CHINESE = "[\u2014-\u2026\u3001-\U0003ffff]"
_BESIDE = rf"(?:(?![\u3001-\U0003ffff])[0-9%{{}}]|{_CHINESE})"
_NUMERALS = "一二三四五六七八九十百零〇"
_YEAR = "(?:19|20)[0-9]{2}年"
_AROUND = 6


class Slip(NamedTuple):
    """One kind of slip.

    Attributes:
        rule: Key of the row in `messages.rules()`.
        pattern: Where it shows; compiled when texts come that can hold it.
        hint: Characters of which a text with the slip holds one; empty where any text can hold it.
        keys: The ends of the key paths that it is looked for in; all texts where there are none.
        begins: Whether it shows at the beginning of a text alone.
    """

    rule: str
    pattern: Callable[[], re.Pattern[str]]
    hint: str = ""
    keys: tuple[str, ...] = ("",)
    begins: bool = False

    def search(self, texts: Sequence[str]) -> Iterable[tuple[int, re.Match[str]]]:
        """The slip in some texts, each with the number of its text."""
        if self.hint and not any(map("".join(texts).__contains__, self.hint)):
            return ()
        pattern = self.pattern()
        found = map(pattern.match if self.begins else pattern.search, texts)
        return ((at, match) for at, match in enumerate(found) if match)


SLIPS: tuple[Slip, ...] = (
    Slip("empty_paragraph", lazy(r"\s*\Z"), begins=True),
    # a folded text of YAML (`>-`) leaves a space at each fold
    Slip(
        "space_between_chinese",
        lazy(
            f" (?:(?<={_CHINESE} ) *(?={_BESIDE})|(?<=[0-9%{{}}] ) *(?={_CHINESE}))"
        ),  # the search is fast for a blank
        hint=" ",
    ),
    Slip("indent_typed", lazy(r"[ \t\u3000]+(?=\S)"), hint=" \t\u3000", begins=True),
    Slip("full_width_braces", lazy("｛[^｛｝]*｝"), hint="｛"),
    Slip(
        "own_mark",
        lazy(
            rf"\s*(?:[（(〔【［]\s?(?:[{_NUMERALS}]+|[0-9]{{1,3}})\s?[)）〕】］]|(?:[{_NUMERALS}]+|[0-9]{{1,3}})[)）]"
            rf"|第[{_NUMERALS}0-9]+\s?(?:[、：:.．]|部分|[章节篇](?![能约]))"
            rf"|[{_NUMERALS}]+(?:\s?[、，,：:。]|\s?[.．](?={_YEAR}|[^0-9{_NUMERALS}])"
            rf"|[ \u3000\t]+(?={_YEAR}|[^0-9])|是(?=.))"
            rf"|[0-9０-９]{{1,3}}\s?[.．、](?={_YEAR}|[^0-9０-９])|[IVX]+[.．、](?=[\u4e00-\u9fff])"
            "|[①-⑳㈠-㈩⑴-⒛❶-❿➀-➓]|[Ⅰ-Ⅻ][.．、：: \u3000])"
        ),
        keys=("heading", "lead"),
        begins=True,
    ),
)


def slip_findings(printed: Iterable[PlacedText]) -> Iterator[Finding]:
    """The slips in the texts, each kind at its first place in each text."""
    printed = [*printed]
    texts = [text for _, text, _ in printed]
    found = [
        (at, Finding(slip.rule, place=printed[at].path, found=_around(texts[at], match)))
        for slip in SLIPS
        for at, match in slip.search(texts)
        if printed[at].path.endswith(slip.keys)
    ]
    yield from (finding for _, finding in sorted(found, key=itemgetter(0)))


_IN_TEXT = lazy(r"(?!fields)(?:.*[.\]])?(?:introduction|conclusion|body|rows)(?:\[\d+\])*(?:\.text)?")
_STYLED = lazy(r"(?<!\{)(?:\{\{)*(\{[*+])")
_SET = lazy(rf"{_STYLED().pattern}|(?<!\{{)(?:\{{\{{)*(\{{[~^][^{{}}]*[^{{}}0-9][~^]\}})")
"""What is bold or underlined; or raised or lowered and no number, of which each digit has a character."""
_NOTE = lazy(r"(?<!\{)(?:\{\{)*(\{\[)")
_HEADINGS = (".heading", ".lead", ".caption")


def emphasis_findings(printed: Iterable[PlacedText]) -> Iterator[Finding]:
    """Emphasis that is not printed where it stands, at its first place in each text."""
    for path, text, _ in printed:
        if "{" in text and not _IN_TEXT().fullmatch(path):
            lost = (_STYLED if path.endswith(_HEADINGS) else _SET)().search(text)
            if lost:
                yield Finding("emphasis_here", place=path, found=_around(text, lost))


def note_findings(printed: Iterable[PlacedText]) -> Iterator[Finding]:
    """Notes that stand in no paragraph, the first of each text."""
    for path, text, _ in printed:
        if "{[" in text and (not _IN_TEXT().fullmatch(path) or ".rows[" in path) and (note := _NOTE().search(text)):
            yield Finding("note_here", place=path, found=_around(text, note))


def _around(text: str, match: re.Match[str]) -> str:
    """The match with a few characters on either side."""
    return quote(text[max(0, match.start() - _AROUND) : match.end() + _AROUND])
