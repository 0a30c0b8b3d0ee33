"""TOML as values. Its reader tells lines of broken syntax, not of values."""

from __future__ import annotations

import re
import tomllib

from renmin_docs.errors import DataFileError, Finding
from renmin_docs.intake.datafiles.source import (
    MAX_DEPTH,
    DataSource,
    SyntaxRule,
    exact_number,
    line_at,
    line_text,
    require_shallow,
    too_deep,
)
from renmin_docs.messages.shown import quote

_PLACE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")

# tomllib's time and memory grow with the square of a dotted key's length (3.11): a.a.a.a.…
_KEY = r"""(?:(?<![A-Za-z0-9_-])[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')"""
_LONG_KEY = re.compile(rf"(?:{_KEY}[ \t]*+\.[ \t]*+){{{MAX_DEPTH}}}")
_LONG_NUMBER = re.compile(r"\d{1000}")

_RULES = (
    SyntaxRule("twice|overwrite|Duplicate|immutable namespace|redefine", "toml_twice"),
    SyntaxRule("Invalid statement|'=' after a key|initial character for a key", "toml_line"),
    SyntaxRule(r"Invalid value|Invalid date", "toml_value"),
    SyntaxRule("newline or end of document", "toml_rest"),
    SyntaxRule("Unclosed|'\\]", "bracket_unclosed"),
    SyntaxRule("Unterminated string|Expected .[\"']", "quote_unclosed"),
    SyntaxRule("Illegal character|Found invalid character", "toml_break"),
    SyntaxRule("Unescaped|hex value|Escaped character", "json_escape"),
)


def read_toml(text: str) -> DataSource:
    """The values of a TOML text.

    Raises:
        DataFileError: It is broken, or nested too deep.
    """
    if match := _LONG_KEY.search(text):
        raise too_deep(line_at(text, match.start()))
    try:
        data = tomllib.loads(text, parse_float=exact_number)
    except tomllib.TOMLDecodeError as error:
        raise DataFileError(_syntax(str(error), text)) from error
    except RecursionError as error:
        raise too_deep() from error
    except ValueError as error:  # more digits than Python turns into a number
        raise DataFileError(_long_number(text)) from error
    require_shallow(data)
    return DataSource(data)


def _syntax(complaint: str, text: str) -> Finding:
    place = _PLACE.search(complaint)
    line = int(place[1]) if place and place[1] else line_at(text, len(text.rstrip()))
    found = quote(line_text(text, line))
    rule = next((rule.rule for rule in _RULES if rule.match(complaint)), "")
    if not rule:
        return Finding("file_syntax", found=found, expected=_PLACE.sub("", complaint), line=line)
    return Finding(rule, found=found, line=line)


def _long_number(text: str) -> Finding:
    match = _LONG_NUMBER.search(text)
    line = line_at(text, match.start()) if match else 1
    return Finding("toml_value", found=quote(line_text(text, line)), line=line)
