"""Text that was cut put together again: lines that break off at an edge, at every token, or where a page ends.

Only what a line shows joins it to the one above: a stop that no line begins with, a comma that no paragraph ends in, a
mark with nothing behind it; the right edge that many lines reach; or, in a text that has been cut in many places, any
line that no stop ends and no mark begins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sized
from itertools import groupby

from renmin_docs.errors import Finding
from renmin_docs.intake.prose.addressee import names_somebody
from renmin_docs.intake.prose.frame_lines import dated
from renmin_docs.intake.prose.headings import is_known_heading
from renmin_docs.intake.prose.kinds import PAPERS, PLANS
from renmin_docs.intake.prose.marks import begins_with_mark, mark_at, read_mark
from renmin_docs.intake.prose.marks_alone import below_marks
from renmin_docs.intake.prose.paragraphs import Paragraph, without_indent
from renmin_docs.patterns import lazy
from renmin_docs.standard.text_width import half_widths

_STOPS = frozenset("。！？；：”’）》.!?;:)")
_COMMAS, _COMMAS_AND_STOP = frozenset("，、"), frozenset("，、。")
_NEVER_FIRST = frozenset("，。、；：！？”’）》】％%‰")
"""What no line of a report begins with."""
_LEAST_FULL = 3
"""Full lines that tell anything; a title and a line that happens to be as long show no edge."""
_LEAST_SENTENCES = 2
"""The same, where all of them break off within a sentence."""
_REST = lazy(r"[0-9][0-9.,]*[%％‰]|(?![一二三四五六七八九十])[\u4e00-\u9fff]{1,2}[。；]")
"""A share, or a sentence's last characters, which begin no paragraph."""
_WIDEST = 130
"""Half 字; a file with longer lines than this has a line for each paragraph."""
_NARROWEST = 16
_NARROW = 36
_SLACK, _LITTLE_SLACK = 5, 3
"""Half 字 that a full line may lack, since no mark begins the next one and no number is cut; in narrow lines, fewer."""
_INDENT = 4
_SHARE = 0.4
"""How many of the lines without a mark are full where a text is wrapped."""
_LEAST_CUTS, _CUTS = 2, 0.12
"""How many places of a text show that it was cut anywhere, and their share of all lines."""
_MOST_PARTS = 20
"""Parts of a paragraph that tell whether it is a heading."""
_LONGEST_PAGE = 60
"""Lines of a page, at most."""
_BULLETS = frozenset("◆◇●○■□▲△★☆◎•·➢►▪")
_ALIKE = 4
"""Characters with which headings begin that are built alike."""
_TINY = 2
"""Characters of a line that is no heading and no paragraph."""
_TOKEN = lazy(r"[0-9０-９][0-9０-９.,]*(?:[%‰]|[^\W\d_]{1,3})|[XＸ×*＊]{1,8}[^\W\d_]{0,2}")
"""A figure, or a mask in its place."""
_LONGEST_TOKEN, _TOKEN_BEGINS = 16, frozenset("0123456789０１２３４５６７８９XＸx×*＊")
_MOST_TITLE_LINES = 4
_CONGRESS = "届人民代表大会"
_OCCASION = lazy(f"[（(—－-]*.{{0,16}}(?:在|[0-9]日).{{2,30}}{_CONGRESS}.{{0,12}}会议上(?:的.{{0,6}})?[）)]?")
"""When and where a speech was held, whatever line it breaks off in."""
_TITLES = (*PAPERS.split("|"), *PLANS.split("|"), "情况")


def joined(lines: list[Paragraph]) -> tuple[list[Paragraph], list[Finding]]:
    """The paragraphs that the lines make, without indents, and a note if lines were put together."""
    whole, lines = len(lines), below_marks(lines, _may_be_heading)
    texts = [line.text for line in lines]
    ends = [place for place, text in enumerate(texts) if text[-1:] not in _STOPS]
    breaks = _without_parallels(texts, [place for place in ends if _breaks_off(texts[place])])
    full = _full_lines(lines, texts, ends, breaks) or _of_paragraphs(lines, breaks)
    pages = [place - 1 for place, line in enumerate(lines) if place and line.new_page]
    continued = {
        place + 1
        for place in {*ends, *full, *pages} - {len(lines) - 1}
        if _continues(lines, place + 1, is_full=place in full, breaks_off=place in breaks)
    }
    loose = () if full else _loose(lines, _joints(lines, texts, ends, breaks))
    if not (continued or loose) and len(lines) == whole:  # as in most texts
        return [*map(without_indent, lines)], []
    paragraphs: list[list[Paragraph]] = []
    for place, line in enumerate(lines):
        if place in continued or (place in loose and _goes_on(paragraphs[-1], line, lines[place + 1 : place + 2])):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    count = whole - len(paragraphs)
    first = next(parts[0].line for parts in paragraphs if len(parts) > 1 or parts[0].mark) if count else None
    notes = [Finding("lines_joined", line=first, found=str(count))] if count else []
    return [_whole(parts) for parts in paragraphs], notes


def _full_lines(lines: list[Paragraph], texts: list[str], ends: list[int], breaks: set[int]) -> set[int]:
    """The places of lines that reach the right edge; none where the text is not wrapped.

    Args:
        lines: The lines.
        texts: Their texts.
        ends: The places of those that no stop ends.
        breaks: The places of those that break off within a sentence.
    """
    lengths = sorted(map(len, texts), reverse=True)
    if len(lines) <= _LEAST_SENTENCES or lengths[0] > _WIDEST:
        return set()
    least_length = (lengths[_longest_of(lines) - 1] - _SLACK) / 2  # a character is one or two wide: no edge is nearer
    long = [lines[place] for place in ends if len(texts[place]) >= least_length]
    if len(long) < _LEAST_SENTENCES or sum(map(_is_of_text, long)) < _LEAST_SENTENCES:
        return set()
    widths = [*map(half_widths, texts)]
    edge = _edge(widths)
    least_width = edge - _slack_of(edge)
    broken = {place for place in breaks if "。" in texts[place]}  # whose indent cleaning has taken off
    full = {at for at, width in enumerate(widths) if width >= least_width - _INDENT * (at in broken)}
    if edge < _NARROWEST or len(full) < _LEAST_SENTENCES:
        return set()
    telling = {place for place in full if _is_of_text(lines[place])}
    open_ended, sentences = len(telling.intersection(ends)), len(telling & breaks)
    least = _LEAST_SENTENCES if sentences == len(telling) else _LEAST_FULL
    if len(telling) < least or 2 * open_ended <= len(telling) or (edge < _NARROW and 3 * sentences < len(telling)):
        return set()
    unmarked = sum(not _may_be_heading(line) for line in lines)
    return full if len(telling) >= _SHARE * unmarked else set()


def _of_paragraphs(lines: list[Paragraph], breaks: set[int]) -> set[int]:
    """The places of lines that break off within a sentence one below another, about as wide, above the end of it."""
    if len(breaks) < _LEAST_SENTENCES:
        return set()
    full: set[int] = set()
    narrow = {place for place in breaks if len(lines[place].text) <= _WIDEST // 2}
    for is_broken, places in groupby(range(len(lines) - 1), key=narrow.__contains__):
        run = list(places) if is_broken else []
        if len(run) < _LEAST_SENTENCES or _may_be_heading(lines[run[-1] + 1]):
            continue
        widths = [half_widths(lines[place].text) for place in run]
        if max(widths) - min(widths) <= _SLACK and half_widths(lines[run[-1] + 1].text) <= max(widths):
            full.update(run)
    return full


def _edge(widths: list[int]) -> int:
    """The right edge: the width, among those of the longest lines, that most others reach."""
    counts = Counter(widths)
    longest = dict.fromkeys(sorted(widths, reverse=True)[: _longest_of(widths)])  # a stray long line is no edge
    return max(longest, key=lambda edge: sum([counts[edge - lack] for lack in range(_slack_of(edge) + 1)]))


def _longest_of(lines: Sized) -> int:
    """How many of the longest lines may reach the edge."""
    return 2 + len(lines) // 20


def _slack_of(edge: int) -> int:
    return _SLACK if edge >= _NARROW else _LITTLE_SLACK


def _may_be_heading(line: Paragraph) -> bool:
    text = line.text.lstrip()
    return bool(line.mark) or line.item > 0 or line.outline > 0 or text[:1] in _BULLETS or begins_with_mark(text)


def _is_title(text: str) -> bool:
    """Whether a line ends as a title does."""
    return (text[:-1] if text[-1] in "）)" else text).endswith(_TITLES)


def _is_of_text(line: Paragraph) -> bool:
    """Whether a line is neither a title nor a heading: with a mark it is none where it breaks off behind a sentence."""
    breaks_off = "。" in line.text and line.text[-1] not in _STOPS
    return (breaks_off or not _may_be_heading(line)) and not _is_title(line.text)


def _is_indented(line: Paragraph) -> bool:
    return line.text.startswith(("  ", "\u3000", "\t"))


def _breaks_off(text: str) -> bool:
    """Whether a line breaks off within a sentence: it holds more than a heading does, and no stop ends it."""
    if text[-1:] in _STOPS or _COMMAS_AND_STOP.isdisjoint(text):
        return False
    text = text[mark_at(text)[1] :]  # the 、 and the number of a mark say nothing
    commas = text.count("，") + text.count("、")
    return commas > 1 or "。" in text or (commas > 0 and (text[-1] in _COMMAS or any(map(str.isdecimal, text))))


def _without_parallels(texts: list[str], breaks: list[int]) -> set[int]:
    """The places of lines that break off, without those that begin alike: headings of phrases (一年来，我们…，…)."""
    if len(breaks) < 2:
        return {*breaks}
    begins = Counter(
        texts[place][:_ALIKE]
        for place in breaks
        if "。" not in texts[place] and not any(map(str.isdecimal, texts[place][:_ALIKE]))
    )
    return {place for place in breaks if begins[texts[place][:_ALIKE]] < 2}


def _continues(lines: list[Paragraph], place: int, *, is_full: bool, breaks_off: bool) -> bool:
    """Whether a line goes on with the sentence of the line before, whatever the text is like."""
    before, line = lines[place - 1], lines[place]
    broken_off = before.text[-1] not in _STOPS
    if line.new_page and _heads_page(lines, place):
        return False
    if broken_off and (
        line.text[0] in _NEVER_FIRST
        or (breaks_off and _REST().match(line.text))  # the page ended within a word or a figure
        or (("在" in before.text or "日" in before.text) and _goes_on_occasion(before.text, line.text))
    ):
        return True
    if not (is_full or line.new_page or before.text[-1] in _COMMAS) or _is_indented(line) or _may_be_heading(line):
        return False
    if before.text[-1] in _COMMAS:
        return True
    if line.new_page and broken_off and not (_is_title(before.text) and line.text.startswith(before.text)):
        return is_full or 2 * len(before.text) > _NARROW or breaks_off or "，" in before.text
    return is_full and (broken_off or line.new_page or line.line - before.line == 1)


def _heads_page(lines: list[Paragraph], place: int) -> bool:
    """Whether the page that a line begins ends behind a marked one without 。, as others are with the same mark."""
    line = lines[place - 1]
    mark = read_mark(line.text.strip())[0] if "。" not in line.text else None
    near = (other.text.strip() for other in lines[place : place + _LONGEST_PAGE] if "。" not in other.text)
    return mark is not None and any((other := read_mark(text)[0]) and other.form == mark.form for text in near)


def _goes_on_occasion(before: str, text: str) -> bool:
    """Whether a line goes on with when and where a speech was held."""
    whole = before + text.strip()
    return len(before) <= _WIDEST and _CONGRESS in whole and _OCCASION().fullmatch(whole) is not None


def _is_next(lines: list[Paragraph], place: int) -> bool:
    """Whether no blank line stands before a line."""
    return lines[place].line - lines[place - 1].line == 1


def _joints(lines: list[Paragraph], texts: list[str], ends: list[int], breaks: set[int]) -> list[int]:
    """The places of lines before which a text was cut: within sentences, before and behind figures."""
    tokens = (place for place in ends if texts[place][-1] in _COMMAS or texts[place][0] in _TOKEN_BEGINS)
    likely = {place + 1 for place in breaks.union(tokens)}
    likely.update(at for at, text in enumerate(texts) if text[0] in _NEVER_FIRST)
    pairs = ((at, lines[at - 1], lines[at]) for at in sorted(likely) if 0 < at < len(lines))
    return [at for at, before, line in pairs if _is_joint(before, line, breaks_off=at - 1 in breaks)]


def _loose(lines: list[Paragraph], joints: list[int]) -> set[int]:
    """The places of lines that may go on with the one before, in a text that was cut in many places; its title stays.

    Where it was cut at none of its blank lines, these part paragraphs.
    """
    if len(joints) < max(_LEAST_CUTS, _CUTS * len(lines)):
        return set()
    are_blocks = all(_is_next(lines, place) for place in joints)
    title = _end_of_title(lines)
    is_title_cut = any(map(_is_piece, lines[:title]))
    places = (place for place in range(1, len(lines)) if place > title or (is_title_cut and place < title))
    return {place for place in places if not are_blocks or _is_next(lines, place)}


def _is_joint(before: Paragraph, line: Paragraph, *, breaks_off: bool) -> bool:
    """Whether a line shows that it goes on with the one before: by a comma, or a figure within a sentence."""
    last = before.text[-1]
    if last in _COMMAS or line.text[0] in _NEVER_FIRST:
        return True
    if last in _STOPS:
        return False
    is_token = len(before.text) < _LONGEST_TOKEN and before.text[0] in _TOKEN_BEGINS
    is_token = is_token and _TOKEN().fullmatch(before.text.strip()) is not None
    goes_on = breaks_off or (is_token and any(mark in line.text for mark in "，。；"))
    return goes_on and not _may_be_heading(before) and not _may_be_heading(line)


def _end_of_title(lines: list[Paragraph]) -> int:
    """Where the title of a text that was cut ends: lines above the text stay as they are."""
    top = list(enumerate(lines[:_MOST_TITLE_LINES], 1))
    titled = next((place for place, line in top if _is_title(line.text)), 0)
    return titled or next((place - 1 for place, line in top if names_somebody(line.text)), 0)


def _is_piece(line: Paragraph) -> bool:
    """Whether a line is too short for a line of a title."""
    return len(line.text.strip()) <= _TINY


def _goes_on(parts: list[Paragraph], line: Paragraph, following: list[Paragraph]) -> bool:
    """Whether, in a text that was cut anywhere, a line goes on with a paragraph of which there are parts."""
    text = parts[-1].text
    is_ended = text[-1:] in _STOPS and text.strip() != "；"  # that alone is a token, and ends no paragraph
    if is_ended or _is_indented(line) or _may_be_heading(line) or dated(line.text):
        return False
    if following and dated(following[0].text) and line.text[-1:] not in _STOPS:
        return False  # it signs
    whole = "".join(part.text.strip() for part in parts[:_MOST_PARTS])
    mark, rest = read_mark(whole)
    if is_known_heading(rest):
        return False
    is_ended = bool(following) and following[0].text.strip() == "。"
    return mark is None or is_ended or len(rest) <= _TINY or _is_piece(line) or _breaks_off(rest)


def _whole(parts: list[Paragraph]) -> Paragraph:
    if len(parts) == 1:
        return without_indent(parts[0])
    pieces = [parts[0].text.strip()]
    for part in parts[1:]:
        new = part.text.strip()
        pieces += [" ", new] if _are_words(pieces[-1], new) else [new]
    return parts[0]._replace(text="".join(pieces))


def _are_words(before: str, after: str) -> bool:
    """Whether two Latin words meet."""
    return (before[-1:] + after[:1]).isascii() and before[-1:].isalpha() and after[:1].isalpha()
