"""The events of a YAML text, from ruamel.yaml; what keeps a text from being parsed, in our words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from renmin_docs.errors import DataFileError, Finding
from renmin_docs.intake.datafiles.source import MAX_DEPTH, SyntaxRule, line_at, line_text, too_deep
from renmin_docs.intake.datafiles.yaml_slips import BLANKS, COLONS, SIGN, WORDS
from renmin_docs.messages.shown import quote
from renmin_docs.patterns import lazy

_RULES = (
    SyntaxRule("quoted scalar found unexpected", "quote_unclosed", at_start=True),
    SyntaxRule(r"found character '\\t' that cannot start", "yaml_tab"),
    SyntaxRule(r"found character '(.+)' that cannot start", "yaml_first_character"),
    SyntaxRule(r"while scanning an (?:alias|anchor).*but found '(.+)'", "yaml_first_character", at_start=True),
    SyntaxRule("mapping values are not allowed|found unexpected ':'", "yaml_colon"),
    SyntaxRule("could not find expected ':'", "yaml_no_colon", at_start=True),
    SyntaxRule("sequence entries are not allowed", "yaml_dash"),
    SyntaxRule("flow", "bracket_unclosed", at_start=True),
    SyntaxRule("escape character '(.+)'", "yaml_escape"),
    SyntaxRule("double-quoted scalar expected escape sequence", "json_escape"),
    SyntaxRule("block scalar", "yaml_block"),
    SyntaxRule("undefined tag handle '(.+)'|an? tag", "yaml_tag"),
    SyntaxRule("directive|YAML document", "yaml_first_character"),
    SyntaxRule("document start|end marker", "yaml_indent"),
    SyntaxRule("block end|node content|mapping keys are not allowed", "yaml_indent"),
)
_LINE_LOOKS = (
    (lazy(rf"\s*(?:-\s+)?(?P<word>\w+)\s?[{COLONS[1:]}]"), "yaml_wide_colon"),
    (lazy(rf"\s*(?:-\s+)?\w+\s?[{COLONS[1:]}](?:\s|\Z)"), "yaml_wide_colon"),
    (lazy(rf" *[{BLANKS}]"), "yaml_wide_blank"),
    (lazy(rf"\s*(?!-\s){SIGN}\s*\S"), "yaml_list_sign"),
    (lazy(r"\s*(?:-\s+)?[^\W\d]\w{0,19}:[^\s/\\]"), "yaml_no_blank"),
)
"""How a line begins, since the last event, that the parser has stumbled over → the rule that says more than it can."""
_LOOKS = (
    (lazy(r".*[\[{][^\]}]*，\s*\w+:"), "yaml_wide_comma"),
    (lazy(r"(?:.*[:-]\s+|\s*)(?:\{[^\s{}]+\}|\[[^\[\]]*\])\s*[^\s,\]}#]"), "yaml_brace"),
)
"""The same of the line that it complains of."""
_STUMBLES = ("yaml_indent", "yaml_no_colon", "yaml_colon", "bracket_unclosed", "yaml_first_character")
STUMBLES = (*_STUMBLES, *(rule for _, rule in (*_LINE_LOOKS, *_LOOKS)))
"""Rules that a slip before may be the reason of."""


def events(text: str) -> Iterator[Any]:
    """The events of a YAML text, with their marks.

    Raises:
        DataFileError: With the one thing that keeps it from being parsed on.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError
    from ruamel.yaml.reader import ReaderError

    yaml = YAML(typ="safe", pure=True)
    yaml.Reader, yaml.Scanner = _reader(), _scanner()
    line = 1
    try:
        for event in yaml.parse(text):
            start, end = event.start_mark.line, event.end_mark.line
            is_done = start == end and hasattr(event, "value")
            line = start + (2 if is_done else 1)
            yield event
    except MarkedYAMLError as error:
        raise DataFileError(_syntax(error, text, line)) from error
    except ReaderError as error:
        found = f"U+{error.character:04X}"
        line = line_at(text, error.position)
        around = quote(line_text(text, line))
        raise DataFileError(Finding("control_character", found=found, expected=around, line=line)) from error
    except DataFileError:
        raise
    except (ValueError, AttributeError, IndexError, TypeError) as error:
        # ruamel.yaml 0.18 and 0.19 stumble so over a few broken tags and directives
        raise DataFileError(Finding("file_syntax", found=quote(line_text(text, line)), line=line)) from error


@cache
def _reader() -> Any:
    """The reader of ruamel.yaml, which looks closer only at a text that may hold a control character.

    Its own pattern for them takes Python longer to compile than a report takes to read.
    """
    from ruamel.yaml.reader import Reader

    class QuickReader(Reader):  # type: ignore[misc, unused-ignore]
        def check_printable(self, data: Any) -> None:
            plain = data.replace("\n", "").replace("\r", "").replace("\t", "").replace("\u3000", "")
            if not plain.isprintable():  # stricter than YAML, so a first look only
                super().check_printable(data)

    return QuickReader


@cache
def _scanner() -> Any:
    """The scanner of ruamel.yaml, bounded in depth: it reads far ahead of the events, and ever slower."""
    from ruamel.yaml.scanner import Scanner

    class BoundedScanner(Scanner):  # type: ignore[misc, unused-ignore]
        def fetch_flow_collection_start(self, *arguments: Any, **named: Any) -> None:
            if len(self.flow_context) > MAX_DEPTH:
                raise too_deep(self.reader.line + 1)
            super().fetch_flow_collection_start(*arguments, **named)

    return BoundedScanner


def _syntax(error: Any, text: str, since: int) -> Finding:
    """What a complaint of the parser means; `since` is the first line that is not read to its end."""
    complaint = " ".join(part for part in (error.context, error.problem) if part)
    rule = next((rule for rule in _RULES if rule.match(complaint)), None)
    if rule is None:
        mark = error.problem_mark or error.context_mark
        line = None if mark is None else mark.line + 1
        return Finding("file_syntax", found=quote(line_text(text, line or 1)), expected=complaint, line=line)
    mark = (error.context_mark if rule.at_start else None) or error.problem_mark or error.context_mark
    line = mark.line + 1
    if rule.rule in _STUMBLES and (finding := _looks_like(text, since, line)):
        return finding
    match = rule.match(complaint)
    found = match[1] if match and match.re.groups and match[1] else quote(line_text(text, line))
    return Finding(rule.rule, found=found, line=line)


def _looks_like(text: str, since: int, line: int) -> Finding | None:
    """What the lines tell that the parser can't, from the first one that is not read to its end."""
    lines = text.split("\n")
    for number in range(min(since, line), min(line, len(lines)) + 1):
        source = lines[number - 1]
        for look, rule in (*_LINE_LOOKS, *(_LOOKS if number == line else ())):
            match = look().match(source)
            if match and match.groupdict().get("word") in {None, *WORDS}:
                return Finding(rule, found=quote(source.strip()), line=number)
    return None
