"""libyaml and ruamel.yaml read the same: values, lines, findings; what they read otherwise is left to ruamel.yaml."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renmin_docs import DataFileError
from renmin_docs.intake.datafiles import read_yaml, yaml_quick
from renmin_docs.intake.datafiles.read_yaml import _built
from renmin_docs.intake.datafiles.write_yaml import report_to_yaml
from renmin_docs.intake.datafiles.yaml_events import events
from renmin_docs.intake.datafiles.yaml_quick import UnlikeError, quick_events
from tests.effort import examples
from tests.intake.broken import BROKEN
from tests.intake.datafiles.test_loading import OFFICIAL, YAML_TEXT
from tests.intake.slips import NO_SLIPS, SLIPS
from tests.samples import REPORTS

ROOT = Path(__file__).parents[3]
EXAMPLES = {path.name: path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("examples/**/*.yaml"))}
TEXTS = {
    **EXAMPLES,
    **{name: text for name, (text, _, _) in SLIPS.items()},
    **NO_SLIPS,
    **{name: text for name, (file, text) in BROKEN.items() if file == "a.yaml" and isinstance(text, str)},
    "a report": YAML_TEXT,
    "an official document": OFFICIAL,
}
MANY = settings(max_examples=examples(150), deadline=None, suppress_health_check=list(HealthCheck))
FEW = settings(max_examples=examples(30), deadline=None, suppress_health_check=list(HealthCheck))
_C = pytest.mark.skipif(yaml_quick._parser() is None, reason="PyYAML was installed without libyaml")


def _marks(mark):
    return mark and (mark.line, {key: _marks(child) for key, child in mark.children.items()})


def _read(text, parse):
    """All that is read of a text: values, lines, findings, doubts; or the error."""
    try:
        source = _built(text, parse(text))
    except DataFileError as error:
        return error.findings
    return repr(source.data), _marks(source.find_marks and source.find_marks()), source.findings, source.doubts


def _held_equal(text):
    """Whether libyaml read the text; if it did, and found nothing, ruamel.yaml reads the same."""
    try:
        source = _built(text, quick_events(text))
    except (UnlikeError, DataFileError):
        return False
    assert source.findings or _read(text, quick_events) == _read(text, events)
    return True


@_C
@pytest.mark.parametrize("name", TEXTS)
def test_both_parsers_read_the_same(name):
    _held_equal(TEXTS[name])


@_C
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_are_read_by_libyaml(name):
    assert _held_equal(EXAMPLES[name])


@_C
@given(sample=REPORTS)
@FEW
def test_both_read_any_report(sample):
    _held_equal(report_to_yaml(sample))


_PIECES = [
    *"-:#,[]{}&*'\"|>@`=~ \n甲a1.+?!%<\\𠮷",
    "  ",
    "\n  ",
    "\n- ",
    ": ",
    ":\n",
    "- ",
    " #",
    "|\n",
    ">-\n",
    "---\n",
]
_PIECES += ["[a, b]", "{a: b}", "{a:b}", '{"a":b}', "a:b", "::", "&a ", "*a", "*a :", "<<: ", '""', "''", "0x1", "\r\n"]
_SEEDS = [text for text in TEXTS.values() if len(text) < 600]


@st.composite
def _mutated(draw):
    """A text of the tables with a few pieces put in, taken out and moved."""
    text = draw(st.sampled_from(_SEEDS))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from((0, 0, 0, 1, 1, 4))))
        text = text[:start] + draw(st.sampled_from(["", *_PIECES])) + text[end:]
    return text


_SCALARS = st.lists(st.sampled_from(_PIECES), max_size=4).map("".join)


def _indented(text):
    return text.replace("\n", "\n  ")


_NODES = st.recursive(
    _SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda items: "".join(f"\n- {_indented(item)}" for item in items)),
        st.lists(st.tuples(_SCALARS, inner), min_size=1, max_size=3).map(
            lambda pairs: "".join(f"\n{key}: {_indented(value)}" for key, value in pairs)
        ),
        st.lists(_SCALARS, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
    ),
    max_leaves=8,
)


@_C
@given(text=_mutated())
@MANY
def test_both_read_a_mutated_text(text):
    _held_equal(text)


@_C
@given(text=_NODES)
@MANY
def test_both_read_any_structure(text):
    _held_equal(text.lstrip("\n"))


@pytest.mark.parametrize(
    "text",
    [
        *("a: x\tb", "a: x\x85b", "a: x\u2028b", "\ufeffa: b", "a: x\rb", "%YAML 1.1\n---\na: b", "--- "),
        *("? a\n: b", "[?a]", "a: !!str 1", "a: ! 1", "[!a b]", "a: |#b", '["a":b]', "a: |\n \n  b", "a: \ud800"),
    ],
)
def test_what_the_grammars_differ_in_is_left_to_ruamel(text):
    with pytest.raises(UnlikeError):
        list(quick_events(text))


@pytest.mark.parametrize("text", ["a: [", "a: 'b", "a: b: c", "- a\nb", "a: @b"])
def test_what_libyaml_refuses_is_left_to_ruamel(text):
    with pytest.raises(UnlikeError):
        list(quick_events(text))
    with pytest.raises(DataFileError):
        read_yaml.read_yaml(text)


@pytest.mark.parametrize("name", ["renmin_2022.yaml", "two paragraphs", "a report"])
def test_nothing_is_read_otherwise_without_libyaml(name, monkeypatch):
    with_it = _read(TEXTS[name], events)
    monkeypatch.setattr(yaml_quick, "_parser", lambda: None)
    with pytest.raises(UnlikeError):
        list(quick_events(TEXTS[name]))
    source = read_yaml.read_yaml(TEXTS[name])
    assert (repr(source.data), source.findings) == (with_it[0], with_it[2])
