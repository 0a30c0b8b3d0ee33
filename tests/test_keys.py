"""The rows of keys: complete for every model that a file is read as, and never two words for one thing."""

import re
import sys
from typing import get_args

import pytest
from pydantic import BaseModel, TypeAdapter

from renmin_docs.figures import Figure
from renmin_docs.figures.forms import FORMS
from renmin_docs.figures.forms import KEYS as FIGURE_KEYS
from renmin_docs.report.figure_rows import FigureColumn
from renmin_docs.report.file_keys import CheckSettings, FiguresFrom
from renmin_docs.report.models import WorkReport
from renmin_docs.report.profile import Profile
from renmin_docs.vocabulary import CHECK, MAPPINGS, PROFILE, below, english_keys, spelled, words_for
from renmin_docs.vocabulary.descriptions import DESCRIPTIONS, described

CHINESE = re.compile("[\u4e00-\u9fff]+")


def _models_in(annotation):
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


def _all_models():
    found = [WorkReport, Profile, FiguresFrom, CheckSettings]
    for model in found:  # it grows as it is walked
        for field in model.model_fields.values():
            found += [each for each in _models_in(field.annotation) if each not in found]
    return {model.__name__: model for model in found if model is not Figure}  # its keys are those of `FORMS`


MODELS = _all_models()


def _literals_in(annotation):
    """The words that a field takes."""
    for part in get_args(annotation):
        if isinstance(part, str):
            yield part
        yield from _literals_in(part)


def _takes_truth(annotation):
    return annotation is bool or any(_takes_truth(part) for part in get_args(annotation))


def test_the_walk_finds_every_model():
    assert {"Point", "Table", "Column", "Picture", "Header", "Imprint", "ProfileHeader", "Headings"} <= set(MODELS)


@pytest.mark.parametrize("name", MODELS)
def test_every_key_of_every_model_has_a_chinese_spelling_and_no_other_key_has(name):
    files_own = {"figures_from", CHECK, PROFILE} if name == "WorkReport" else set()
    assert set(MAPPINGS[name]) == {*MODELS[name].model_fields, *files_own}


@pytest.mark.parametrize("name", MODELS)
def test_every_key_names_the_mappings_that_its_field_takes(name):
    for key, field in MODELS[name].model_fields.items():
        models = [model.__name__ for model in dict.fromkeys(_models_in(field.annotation)) if model is not Figure]
        named = [shape for shape in below(name, key) if shape in MODELS]
        assert named == models, key


@pytest.mark.parametrize("name", MODELS)
def test_the_keys_stand_in_the_order_of_their_model(name):
    order = [*MODELS[name].model_fields]
    assert [key for key in MAPPINGS[name] if key in order] == order


@pytest.mark.parametrize("name", MODELS)
def test_every_key_that_must_be_there_has_an_example(name):
    required = [key for key, field in MODELS[name].model_fields.items() if field.is_required()]
    assert [key for key in required if not MAPPINGS[name][key].example] == []


def test_every_key_is_described_in_chinese_and_nothing_else_is():
    shapes = [shape for shape in MAPPINGS if not shape.startswith("Profile")]
    assert [(shape, key) for shape in shapes for key in MAPPINGS[shape] if not described(shape, key)] == []
    keys = {name for shape in shapes for key in MAPPINGS[shape] for name in (key, f"{shape}.{key}")}
    assert set(DESCRIPTIONS) <= keys
    shared = [
        (key, MAPPINGS[shape][key].zh)
        for shape in shapes
        for key in MAPPINGS[shape]
        if f"{shape}.{key}" not in DESCRIPTIONS
    ]
    assert len({key for key, _ in shared}) == len(set(shared)), "a row for several mappings is for one word"


def test_every_stand_in_is_valid_where_it_stands():
    for name, model in MODELS.items():
        for key, row in MAPPINGS[name].items():
            value = [row.stand_in] if row.form == "list" else row.stand_in
            if row.stand_in is not None:
                field = model.model_fields[key]
                adapter = TypeAdapter(field.rebuild_annotation())
                adapter.rebuild(_types_namespace=vars(sys.modules[model.__module__]))
                adapter.validate_python(value)


def test_the_keys_of_figures_and_of_workbooks_are_complete():
    assert set(MAPPINGS["Figure"]) == set(FIGURE_KEYS) == {key for form in FORMS.values() for key in form.keys}
    assert set(MAPPINGS["FiguresFrom.columns"]) == set(get_args(FigureColumn))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("此件公开", "（此件公开）"),
        ("（此件公开）", "（此件公开）"),
        ("（一）和（二）", "（一）和（二）"),
        ("（一）公开", "（（一）公开）"),
        ("公开（一）", "（公开（一））"),
        ("（（一））", "（（一））"),
        ("（", "（（）"),
        ("）", "（））"),
    ],
)
def test_what_is_read_of_a_line_is_printed_as_the_same_line(text, line):
    note = MAPPINGS["WorkReport"]["note"]
    assert note.line_of(text) == line
    assert note.line_of(note.value_of(line)) == line


def test_the_table_holds_nothing_else():
    assert set(MAPPINGS) == {*MODELS, "Figure", "FiguresFrom.columns"}


@pytest.mark.parametrize("name", MAPPINGS)
def test_no_word_stands_for_two_keys_of_a_mapping(name):
    words = [row.zh for row in MAPPINGS[name].values()]
    assert len(set(words)) == len(words)
    assert all(CHINESE.fullmatch(word) for word in words)
    assert english_keys(name) == {row.zh: key for key, row in MAPPINGS[name].items()}


def test_in_a_body_a_word_means_one_key_whatever_the_item_is():
    meant = {}
    for shape in below("Chapter", "body"):
        for key, row in MAPPINGS[shape].items():
            assert meant.setdefault(row.zh, key) == key


@pytest.mark.parametrize("name", MODELS)
def test_every_value_that_is_an_english_word_has_a_chinese_one(name):
    for key, field in MODELS[name].model_fields.items():
        wanted = {word for word in _literals_in(field.annotation) if re.fullmatch("[a-z][a-z_0-9]+", word)}
        if name == "FiguresFrom":
            continue  # they are keys
        if _takes_truth(field.annotation):
            wanted |= {True, False}
        assert set(words_for(name, key).values()) == wanted, key


@pytest.mark.parametrize("name", MAPPINGS)
def test_the_words_of_a_key_differ(name):
    for row in MAPPINGS[name].values():
        assert len(set(row.words.values())) == len(row.words)


def test_a_profile_and_a_report_have_the_same_row_for_a_key():
    for name in MAPPINGS:
        whole = "WorkReport" if name == "Profile" else name.removeprefix("Profile")
        if name.startswith("Profile"):
            for key, row in MAPPINGS[name].items():
                assert row._replace(of=()) == MAPPINGS[whole][key]._replace(of=())


def test_a_word_without_another_spelling_is_itself():
    assert spelled("A", "zh") == "A"
    assert spelled("Header.number", "zh") == "发文字号"
    assert spelled("heading", "zh", "Column") == "列名"
