"""What a web page or a copy site puts around a report: lines of its frame, cards, titles of other papers.

Lines of a page's frame are looked for only before the first and behind the last paragraph of the report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from renmin_docs.intake.prose.chat import chat
from renmin_docs.intake.prose.frame_lines import dated, signers_in
from renmin_docs.intake.prose.marks import begins_with_mark
from renmin_docs.intake.prose.page_lines import CARD, FIELDS, LONGEST, MOMENT, SIGNS, is_of_frame
from renmin_docs.intake.prose.page_tops import tops
from renmin_docs.intake.prose.site_titles import TITLE_BEGUN, is_title, site_titles, title_named
from renmin_docs.patterns import Shape, lazy

if TYPE_CHECKING:
    from renmin_docs.intake.prose.paragraphs import Lines

_OTHERS = lazy(
    r"(?:[\[【].{2,60}[\]】])?的?(?:猜你喜欢|(?:相关|热门|最新|精彩|更多)(?:文章|范文|推荐|搜索|阅读)|为[您你]推荐|推荐(?:阅读|文章)|往期(?:推荐|回顾|精选|精彩)|[您你]?可能(?:还?会?|还)(?:关注|喜欢|需要|感兴趣)的?.{0,6}"
    "|(?:大家|看过.{2,60}的人?)(?:都在看|还看了|还喜欢))[:：]?|第[二2]篇[:：].{4,60}"
)
"""What stands above the titles of other papers, which run to the end of the page."""
_SHORTEST, _KEYWORDS, _STOPS = 12, 24, "。！？；"
_LONGEST_LINK, _MOST_TITLE = 8, 12


def _is_of_text(text: str) -> bool:
    """Whether a line is of running text (long, a sentence, or of several parts), and not of a page's frame."""
    is_ended = len(text) > _SHORTEST and text.rstrip(" ”’）")[-1:] in _STOPS
    is_running = len(text) > LONGEST or is_ended or (len(text) > _KEYWORDS and text.count("，") + text.count("。") > 1)
    return is_running and not is_of_frame(text)


def _frame(texts: list[str], of_list: set[int]) -> tuple[range, range]:
    """The places of the lines that may belong to the frame: above all running text, and below it."""
    is_slogan = len(texts) > 1 and texts[0][-1:] == "！" and is_of_frame(texts[1])
    running = (place for place, text in enumerate(texts) if _is_of_text(text) and not (is_slogan and place == 0))
    first = next((place for place in running if place not in of_list), len(texts))
    after = next((place for place in range(len(texts), first, -1) if _is_of_text(texts[place - 1])), len(texts))
    return range(first), range(after, len(texts))


def _listed(texts: list[str]) -> set[int]:
    """The places of the items of a list of which most are of a page's frame, and all others so, too."""
    items = {place for place, text in enumerate(texts) if text[:1] in _ITEMS and text[1:2] == " "}
    return items if 2 * sum(is_of_frame(texts[place]) for place in items) > len(items) else set()


_ITEMS = frozenset("-•·")
_BEGINS = lazy(
    r"[\[【]\s*(?:正文|内容)\s*[\]】]|(?:(?:资源|文档|文章|内容|文字|正文)(?:描述|简介|预览|内容|正文))\s*[:：]?|正文\s*[:：]|篇[一1][:：]?"
)
"""What a page writes on a line of its own above the paper that it shows."""
_WORDS_OF_BEGINNING = ("正文", "内容", "描述", "简介", "预览", "篇一", "篇1")
_FILE, _ENDS_OF_FILES = lazy(r"(.{6,60}?)\.(?:docx?|wps|pdf)(?:VIP)?\Z"), frozenset("cxsfP")
_MOST_ABOVE = 40
_EMPTY = lazy("[\u4e00-\u9fff]{0,4}(?:附件|文件|下载|链接|文章)[\u4e00-\u9fff]{0,4}[:：]")
"""A label of a page's foot that names nothing."""
_LEAST_GIST = 24


def furniture(lines: Lines) -> dict[int, str]:
    """The lines that belong to the frame of a page, by place: nothing is left of them but a title in a card."""
    raw, glued = lines.bare, site_titles(lines)
    texts = [glued.get(place, text) for place, text in enumerate(raw)] if glued else raw
    head = _above_beginning(texts, lines)
    of_list = set[int]() if _ITEMS.isdisjoint(lines.signs) else _listed(raw[:_MOST_ABOVE])
    above, below = _frame(texts, of_list)
    found = {place: "" for place in (*above, *below) if is_of_frame(raw[place]) and not _is_signed(raw, place)}
    found |= dict.fromkeys(of_list.intersection(above), "")
    others = next((place for place in below if _OTHERS().fullmatch(raw[place])), len(raw))
    if others < len(raw) and not any(map(dated, raw[others:])):
        found |= dict.fromkeys(range(others, len(raw)), "")
    found |= dict.fromkeys([*_beside_frame(texts, above, below, found), *_gists(texts)], "")
    unread = {place: raw[place] for place in above if place not in head}
    if found or any(map(_may_be_of_card, unread.values())):
        cards = _Cards(unread)
        found |= cards.rows() | cards.columns()
    if found or any(text.lstrip("- \t")[:1] in {"[", "【", "索"} for text in unread.values()):
        found = tops(unread, set(found)) | found
    found |= glued | head | dict.fromkeys(chat(raw) if ":" in lines.signs else (), "")
    return found | _named(texts, above, found) if found else found


def _named(texts: list[str], above: range, found: dict[int, str]) -> dict[int, str]:
    """The line of a page that names the title, as that, where no line above the text is one."""
    first = next((place for place, text in enumerate(texts) if found.get(place, text)), len(texts))
    left = [place for place in above if found.get(place, texts[place])] or range(first, len(texts))[:1]
    if any(TITLE_BEGUN().match(texts[place]) for place in left):
        return {}
    titles = ((place, title_named(texts[place])) for place in above if found.get(place) == "")
    return next(({place: title} for place, title in titles if title), {})


def _above_beginning(texts: list[str], lines: Lines) -> dict[int, str]:
    """All above a line by which a page says that its paper begins, or that begins with the name of its file.

    A title is left that does not stand below as well.
    """
    marks: list[int] = []
    if any(map(lines.text.__contains__, _WORDS_OF_BEGINNING)):
        short = [(place, text) for place, text in enumerate(texts[:_MOST_ABOVE]) if len(text) <= _LONGEST_LINK]
        marks = [place for place, text in short if _BEGINS().fullmatch(text)]
    raw = lines.bare[:_MOST_ABOVE] if "." in lines.signs else []
    files = tuple(
        match[1] for text in raw[:_MOST_TITLE] if text[-1] in _ENDS_OF_FILES and (match := _FILE().match(text))
    )
    if files:
        marks += [at - 1 for at, text in enumerate(raw) if _begins_paper(text, files)]
    if not marks or max(marks) < 0:
        return {}
    head = dict.fromkeys(range(marks[-1] + 1), "")
    titles = [place for place in head if is_title(texts[place])]
    below = texts[marks[-1] + 1 : marks[-1] + _MOST_TITLE]
    is_titled = any(is_title(text) and not begins_with_mark(text) for text in below[:1])
    if titles and not is_titled and not any(texts[place] in "\n".join(below) for place in titles):
        head[titles[0]] = texts[titles[0]]
    return head


def _begins_paper(text: str, files: tuple[str, ...]) -> bool:
    """Whether a line begins with the name of a file, and is none."""
    name = next((file for file in files if text.startswith(file)), "")
    return bool(name) and text[len(name) : len(name) + 1] not in tuple("._")


def _gists(texts: list[str]) -> list[int]:
    """The places of lines that are the beginning of the next one, which a page shows as its gist."""
    pairs = enumerate(pairwise(texts[:_MOST_TITLE]))
    return [
        place
        for place, (one, other) in pairs
        if len(one) > _LEAST_GIST
        and one[-1] not in _STOPS
        and other.startswith(gist := one.rstrip("….·"))
        and gist != other
    ]


def _beside_frame(texts: list[str], above: range, below: range, found: dict[int, str]) -> Iterator[int]:
    """Lines of the frame by where they stand: a value that says nothing, a row of links, a label at the end."""
    for place in above:
        text = texts[place]
        is_value = text == "无" and not {place - 1, place + 1}.isdisjoint(found)
        if is_value or (not _PARTS_CELLS.isdisjoint(text) and _are_links(text, *texts[place + 1 : place + 2])):
            yield place
    for place in reversed(below):
        if place not in found and not (texts[place].endswith((":", "：")) and _EMPTY().fullmatch(texts[place])):
            return
        yield place


def _are_links(text: str, below: str = "") -> bool:
    """Whether a line is a row of three or more short words between bars, and the line below is none of a table."""
    cells = _ROW().split(text.strip(SIGNS))
    is_row = len(cells) >= _LEAST_ROWS and all(0 < len(cell) <= _LONGEST_LINK for cell in cells)
    return is_row and _PARTS_CELLS.isdisjoint(below) and not any(map(str.isdecimal, text))


def _is_signed(texts: list[str], place: int) -> bool:
    """Whether a line is a date below who signs, and none of publishing."""
    above = texts[place - 1] if place else ""
    day = dated(texts[place])
    return day is not None and not is_of_frame(above) and bool(signers_in(day.before or above))


_CELLS = FIELDS | {"文件名称", "标题"}
_TITLE_LABEL = lazy("(?:信息|文件|文章|总结|报告|材料)?(?:标题|名称|题目)[:：]?")
_TITLE = lazy(r"(?=.*(?:\d{4}|年)).{6,80}")
_TITLE_BEHIND = Shape(lazy(r"(?:标题|信息名称|名称)[:：](.{4,80})"), frozenset(":："))
_ROW = lazy(r"\s*[|｜\t]\s*")
_PARTS_CELLS = frozenset("|｜\t")
_OF_CARD, _BEGIN_CARD = _PARTS_CELLS | {":", "："}, frozenset(word[0] for word in CARD)
"""One of which a line of a card holds, or begins with; few reports have any above them."""
_BEFORE_CARD = SIGNS + "●"
_LEAST_ROWS = 3


def _label(cell: str) -> str:
    """What a cell says, without a colon behind it."""
    return cell[:-1] if cell.endswith((":", "：")) else cell


def _may_be_of_card(line: str) -> bool:
    return line.lstrip(_BEFORE_CARD)[:1] in _BEGIN_CARD or not _OF_CARD.isdisjoint(line[:-1])


def _joined(cell: str) -> str:
    """What a cell says, without spaces and without brackets around it."""
    text = "".join(cell.split())
    return text[1:-1] if text[:1] in {"[", "【"} and text[-1:] in {"]", "】"} else text


def _cells_of(row: str) -> list[str]:
    """The cells of a row, which bars or tabs part, or spaces where it begins with a label of a card."""
    cells = [row] if _PARTS_CELLS.isdisjoint(row) else _ROW().split(row)
    words = row.split() if len(cells) == 1 else []
    return words if words and words[0] in CARD and len(words) > 1 else cells


class _Cards:
    """The cards among the lines above a report: rows of labels and what they name, side by side or one below another.

    Args:
        lines: Place → line.
    """

    def __init__(self, lines: dict[int, str]) -> None:
        self._lines = lines
        rows = {place: _cells_of(line.strip(" |｜\t•·●-")) for place, line in lines.items()}
        self._cells = {place: [_joined(cell) for cell in cells] for place, cells in rows.items()}
        self._alone = Counter(cells[0] for cells in self._cells.values() if len(cells) == 1)

    def rows(self) -> dict[int, str]:
        """The rows of cells, by place; only a title that stands nowhere else is left of one."""
        found: dict[int, str] = {}
        labels: list[str] = []
        for place, cells in self._cells.items():
            if len(cells) > 1:
                is_row = any(_label(cell) in CARD for cell in cells) or _TITLE_LABEL().fullmatch(cells[0])
                if is_row or (len(labels) == len(cells) and place - 1 in found):
                    names, values = (cells, cells[1:]) if is_row else (labels, cells)
                    found[place] = self._title(zip(names, values, strict=False))
                labels = cells if all(_label(cell) in _CELLS for cell in cells if cell) else []
            elif place - 1 in found and self._lines[place].endswith(("|", "｜")):
                alone = self._lines[place].strip(" |｜\t")
                found[place] = "" if is_of_frame(alone) else alone
            elif (match := _TITLE_BEHIND.fullmatch(cells[0])) and (match[1] in self._alone or is_title(match[1])):
                found[place] = "" if match[1] in self._alone else match[1]
        return found

    def columns(self) -> dict[int, str]:
        """The lines that are a label alone, and the lines below them that they name."""
        alone = {place: cells[0] for place, cells in self._cells.items() if len(cells) == 1}
        places = [place for place, cell in alone.items() if _label(cell) in _CELLS]
        keys = [place for place in places if _label(self._cells[place][0]) in CARD]
        if len(places) < _LEAST_ROWS or not keys:
            return {}
        found = dict.fromkeys(places, "")
        for place in places:
            below = self._cells.get(place + 1, [])
            is_value = len(below) == 1 and place + 1 not in found and not below[0].endswith((":", "："))
            if is_value and len(below[0]) <= LONGEST:
                is_own = _TITLE().fullmatch(below[0]) and not _MOMENT_ALONE().fullmatch(below[0])
                is_named = _TITLE_LABEL().fullmatch(self._cells[place][0])
                if not (is_own or is_named) or (is_named and self._alone[below[0]] > 1):
                    found[place + 1] = ""
        return found

    def _title(self, pairs: Iterator[tuple[str, str]]) -> str:
        """The title that a row names; nothing where it stands in a line of its own as well."""
        named = next((value for label, value in pairs if _TITLE_LABEL().fullmatch(label)), "")
        return "" if named in self._alone else named


_MOMENT_ALONE = lazy(rf"{MOMENT}.{{0,20}}|[0-9A-Za-z/_-]+")


SHARED = lazy(r"该【[^】\n]{2,80}】是由【[^】\n]{1,40}】上传分享[^。\n]{0,300}。?")
"""Who shared a paper, in the line in which it begins."""
