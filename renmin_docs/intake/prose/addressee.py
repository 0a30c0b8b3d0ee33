"""主送机关, or the audience of a speech: the line below the title that names people or offices and ends in a colon."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.patterns import lazy
from renmin_docs.report.offices import LOOSE, endings

if TYPE_CHECKING:
    from renmin_docs.intake.prose.paragraphs import Paragraph

_ORGANS = f"{endings()}|[{''.join(LOOSE)}]|部门|单位|机构"
_PERSONS = (
    "(?:代表|领导|主任|主席|书记|同志|委员|居民|同事|朋友|[组科局]长"
    "|[党团会社职教]员|[职员]工|老师|同学|家长|[来嘉]宾|村民|乡亲)们?"
)
_NAME = lazy(
    rf"[\u4e00-\u9fff（）]{{0,20}}(?:{_ORGANS}|{_PERSONS})(?:大家好|你们好)?|(?:尊敬的)?各位[\u4e00-\u9fff]{{2,8}}"
)
_BETWEEN = lazy("[、，]")
_TELLS = lazy("如下|以下|下列|汇报|总结|情况|方面|现将|[是有为]$")
"""What a sentence says that leads to a list, and no name."""
_GLUED = lazy(
    r"(?P<names>(?:尊敬的|各位|同志们|全体).{0,50}?[：:]|[^，。；！？]{2,50}?[：:](?=现将|按照|根据|今年|20\d\d年))\s*(?P<text>\S.*)"
)
"""Names with the text behind them in one line."""
_LABELLED = lazy(r"主\s?送(?:单位|机关)?\s?[：:]\s?(?P<names>[^：:]{2,50}?)[。：:]?")
_LONGEST = 60


class Addressed(NamedTuple):
    """Whom a report is addressed to, and what stands below.

    Attributes:
        names: The organs or persons, as the report has them; none where no line names any.
        rest: The other paragraphs.
    """

    names: list[str]
    rest: list[Paragraph]


def take_addressee(paragraphs: list[Paragraph]) -> Addressed:
    """Find the addressee in the first paragraph below the title and take it off.

    Organs of one kind, which stand between 、, are one name: they are printed so again.
    """
    first = paragraphs[0] if paragraphs else None
    if first is None or ("：" not in first.text and ":" not in first.text) or first.mark or first.lead or first.level:
        return Addressed([], paragraphs)
    glued = _GLUED().match(first.text)
    labelled = _LABELLED().fullmatch(first.text)
    names = f"{labelled['names']}：" if labelled else glued["names"] if glued else first.text
    if not names_somebody(names) or (not glued and len(paragraphs) == 1):
        return Addressed([], paragraphs)
    rest = [first._replace(text=glued["text"])] if glued else []
    return Addressed(names[:-1].split("，"), rest + paragraphs[1:])


def names_somebody(text: str) -> bool:
    """Whether a text names people or offices, and ends in a colon."""
    if len(text) > _LONGEST or not text.endswith(("：", ":")):
        return False
    return not _TELLS().search(text[:-1]) and all(_NAME().fullmatch(name) for name in _BETWEEN().split(text[:-1]))
