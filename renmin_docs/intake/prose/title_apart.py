"""A title to which the text is glued, and what a site puts between them: found by how texts begin."""

from __future__ import annotations

from typing import NamedTuple

from renmin_docs.intake.prose.kinds import PAPERS, PLANS
from renmin_docs.patterns import lazy

_BEGINS = (
    r"(?:19|20)\d\d年|今年|一年来|过去(?:的)?一年|近年来|年初以来|[一1]、|[（(][一1][)）]|在|为了?|自|[根依]据|按照|现将|各位|同志们|尊敬的|全体|[市县区镇乡]?(?:党?委|政府)[：、]"
    "|我[是于从担任镇乡局街]|[\u4e00-\u9fff]{2,16}(?:[校园院局镇村社区所司会站] |20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日)"
    r"|[\u4e00-\u9fff]{2,4}(?:街道|镇|乡)(?:党工委|党委|办事处|坚持|认真|始终|紧紧|围绕|在|以|全面|深入)"
)
"""How the text behind a title begins."""
_IN = r"[^，。；：！？\s]"
_DONE, _ANY = f"(?:{PAPERS})", f"(?:{PAPERS}|打算|计划|思路|方案)"
_GLUED = lazy(
    rf"(?!现将){_IN}{{0,30}}?(?:19|20)\d\d(?![0-9]){_IN}{{1,15}}?(?:工作)?{_DONE}"
    rf"(?:[和及暨与、]?(?:(?:19|20)\d\d年)?{_IN}{{0,10}}?(?:{PLANS}|设想))?"
    rf"(?=(?:文稿|范文)?(?:\s|：?(?:{_BEGINS})))"
    rf"|(?!.{{0,30}}(?:听取|审议|提交|现将|所作|[作做])(?:的|了)?(?:工作|述职)?报告){_IN}{{2,40}}?{_DONE}(?={_BEGINS})"
    rf"|(?P<first>{_IN}{{4}}){_IN}{{0,50}}?{_ANY}\s*(?P<own>(?P=first){_IN}{{0,50}}?{_ANY})(?=\s|{_BEGINS})"
    rf"|(?:(?:19|20)\d\d年度?)?(?P<office>[^，。；：！？\s0-9]{{2,12}}?)(?:(?:19|20)\d\d年度?)?(?:工作)?{_DONE}"
    rf"(?:[和及暨与](?:(?:19|20)\d\d年)?(?:工作)?(?:{PLANS}))?(?=(?P=office))"
    rf"|{_IN}{{2,30}}讲话(?=(?:同志们|各位)[^，。]{{0,20}}[：:])"
)
"""A title to which the text is glued, or the site's title and then the report's own."""
_BEHIND = lazy(rf"(?:文稿|范文)?\s*(?:(?:工作)?{_DONE}[:：])?：?\s*(?:(?<=\s)|(?={_BEGINS}))")
"""What a site puts between a title and its text."""


class Apart(NamedTuple):
    """A title, the text behind it, and whether another title of the site stood before it."""

    title: str
    text: str
    is_second: bool


def title_apart(text: str) -> Apart | None:
    """The title with which a text begins, taken off it; None where it begins with none, or nothing follows."""
    match = _GLUED().match(text, 2 * text.startswith("——"))
    if match is None or len(text) <= match.end():
        return None
    own = "own" if match["own"] else 0
    rest = without_title(match[own], text[match.start(own) :]).lstrip("： \t\u3000")
    return Apart(match[own], rest, is_second=bool(own))


def without_title(title: str, text: str) -> str:
    """A text without the title that it begins with, once or several times, and what a site puts behind it."""
    while text.startswith(title):
        text = text[len(title) :].lstrip()
    added = _BEHIND().match(text)
    return text[added.end() :] if added else text


def begins_again(text: str, title: str) -> bool:
    """Whether a paragraph that begins with the title has it glued to its text."""
    return len(title) < len(text) and _BEHIND().match(text, len(title)) is not None
