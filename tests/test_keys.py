"""The table of keys: complete for every model that a file is read as, and never two words for one thing."""

import re
from typing import get_args

import pytest
from pydantic import BaseModel

from renmin_docs.figures import Figure
from renmin_docs.figures.forms import FORMS
from renmin_docs.figures.forms import KEYS as FIGURE_KEYS
from renmin_docs.keys import KEYS, VALUES, english_keys, spelled, words_for
from renmin_docs.report.figures_from import Column, FiguresFrom
from renmin_docs.report.file_keys import PROFILE
from renmin_docs.report.models import WorkReport
from renmin_docs.report.profile import Profile
from renmin_docs.report.sections import item_models

CHINESE = re.compile("[\u4e00-\u9fff]+")


def _models_in(annotation):
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


def _all_models():
    found = [WorkReport, Profile, FiguresFrom]
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
    files_own = {"figures_from", PROFILE} if name == "WorkReport" else set()
    assert set(KEYS[name]) == {*MODELS[name].model_fields, *files_own}


def test_the_keys_of_figures_and_of_workbooks_are_complete():
    assert set(KEYS["Figure"]) == set(FIGURE_KEYS) == {key for form in FORMS.values() for key in form.keys}
    assert set(KEYS["FiguresFrom.columns"]) == set(get_args(Column))


def test_the_table_holds_nothing_else():
    assert set(KEYS) == {*MODELS, "Figure", "FiguresFrom.columns"}


@pytest.mark.parametrize("name", KEYS)
def test_no_word_stands_for_two_keys_of_a_mapping(name):
    words = [*KEYS[name].values()]
    assert len(set(words)) == len(words)
    assert all(CHINESE.fullmatch(word) for word in words)
    assert english_keys(name) == {word: key for key, word in KEYS[name].items()}


def test_in_a_body_a_word_means_one_key_whatever_the_item_is():
    meant = {}
    for model in item_models().values():
        for key, word in KEYS[model.__name__].items():
            assert meant.setdefault(word, key) == key


@pytest.mark.parametrize("name", MODELS)
def test_every_value_that_is_an_english_word_has_a_chinese_one(name):
    for key, field in MODELS[name].model_fields.items():
        wanted = {word for word in _literals_in(field.annotation) if re.fullmatch("[a-z][a-z_0-9]+", word)}
        if name == "FiguresFrom":
            continue  # they are keys
        if _takes_truth(field.annotation):
            wanted |= {True, False}
        assert set(words_for(name, key).values()) == wanted, key


@pytest.mark.parametrize("name", VALUES)
def test_the_words_of_a_key_differ(name):
    values = [*VALUES[name].values()]
    assert len(set(values)) == len(values)
    owner, _, key = name.rpartition(".")
    assert any(key in keys for model, keys in KEYS.items() if owner in ("", model))


def test_a_profile_and_a_report_call_the_same_key_by_the_same_name():
    pairs = [("Profile", "WorkReport")] + [(name, name.removeprefix("Profile")) for name in KEYS if name[7:]]
    for part, whole in pairs:
        if part.startswith("Profile") and part != "Profile":
            assert KEYS[part].items() <= KEYS[whole].items()
    assert KEYS["Profile"].items() <= KEYS["WorkReport"].items()


def test_a_word_without_another_spelling_is_itself():
    assert spelled("A", "zh") == "A"
    assert spelled("Header.number", "zh") == "发文字号"
    assert spelled("heading", "zh", "Column") == "列名"
