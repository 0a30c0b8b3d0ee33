"""Texts: braces, placeholders, and what messages show of them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmin_docs.errors import TextError
from renmin_docs.messages.shown import quote
from renmin_docs.report.text import Mention, Tokens, fill, literal, mentions, require_characters, require_printable

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"))


@given(TEXTS)
def test_literal_text_prints_as_it_is(text):
    assert fill(require_printable(literal(text)), Tokens(lambda _: "×")) == text


@given(st.text("{}a:", max_size=8))
def test_a_text_of_braces_is_filled_or_refused(text):
    with suppress(TextError):
        require_printable(text)
        filled = fill(text, Tokens(lambda mention: f"<{mention.name}:{mention.style}>"))
        assert filled.count("<") == len([*mentions(text)])


def test_placeholders_are_read_with_their_styles():
    text = "共{ a }、{b:其中}、{{c}}和{网点: x }"
    assert [*mentions(text)] == [Mention("a", ""), Mention("b", "其中"), Mention("网点", "x")]
    assert fill(text, Tokens(lambda mention: mention.name.upper())) == "共A、B、{c}和网点"


def test_what_is_filled_in_is_never_read_again():
    assert fill("{a}{b}", Tokens(lambda mention: "{b}" if mention.name == "a" else "{{")) == "{b}{{"


def test_every_fault_of_a_text_is_named_at_once():
    with pytest.raises(TextError) as caught:
        require_printable("一\0{ {a b} }\x1f")
    assert [finding.rule for finding in caught.value.findings] == [
        *("control_character", "control_character"),
        *("brace_unclosed", "placeholder_malformed", "brace_unclosed"),
    ]


@pytest.mark.parametrize("text", ["\t\n", "𠮷①—“”", "\u200b\ufeff\ue000\u3000", "\U0010fffd"])
def test_everything_that_xml_can_carry_is_let_through(text):
    assert require_characters(text) == require_printable(text) == text


def test_a_quoted_text_is_short_and_in_one_line():
    assert quote("一\n二\t三\x07") == "“一\\n二\\t三\\x07”"
    assert quote("长" * 100) == "“" + "长" * 29 + "…”"
    assert quote("长" * 30) == "“" + "长" * 30 + "”"
