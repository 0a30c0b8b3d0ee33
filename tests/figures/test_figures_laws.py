"""The two laws of notation, and that data files carry every figure."""

import json
import pickle

from hypothesis import given
from pydantic import BaseModel

from renmin_docs.figures import AnyFigure, Figure, from_data, parse, to_data
from tests.figures.figure_strategies import canonical_texts, figures


class Holder(BaseModel):
    figure: AnyFigure


@given(canonical_texts)
def test_what_is_parsed_prints_as_it_was_written(text):
    assert str(parse(text)) == text


@given(figures)
def test_what_is_printed_reads_back_as_what_is_printed(figure: Figure):
    assert parse(str(figure)) == figure.as_printed()


@given(figures)
def test_what_is_printed_is_printed_again(figure: Figure):
    assert str(figure.as_printed()) == str(figure)
    assert figure.as_printed().as_printed() == figure.as_printed()


@given(figures)
def test_a_figure_survives_a_data_file(figure: Figure):
    assert from_data(json.loads(json.dumps(to_data(figure)))) == figure
    assert Holder.model_validate_json(Holder(figure=figure).model_dump_json()).figure == figure


@given(figures)
def test_a_figure_survives_pickling_and_hashing(figure: Figure):
    copy = pickle.loads(pickle.dumps(figure))
    assert copy == figure
    assert hash(copy) == hash(figure)


@given(figures)
def test_every_style_of_a_figure_prints(figure: Figure):
    for style in figure.styles:
        assert format(figure, style)
