"""Every text that a report may hold is printed, proved, checked for unknown figures and read back.

The texts are found in the models themselves: a new field fails here until it is printed, or stands in a table below
with the reason why it is not.
"""

from __future__ import annotations

import json
import re
import zipfile
from datetime import date
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin

import pytest
from pydantic import BaseModel, ValidationError

import renmin_docs.render.template as rendering
from renmin_docs import DataFileError, TemplateError, WorkReport, read_report
from renmin_docs.check.sample import PICTURE
from renmin_docs.figures import Figure
from renmin_docs.report.fields import Line  # pydantic reads it at run time
from renmin_docs.report.texts import texts

if TYPE_CHECKING:
    from collections.abc import Mapping

TEXT = "唯独此文"
CANDIDATES = (
    (TEXT, TEXT),
    ("独文办〔2021〕73号", "独文办〔2021〕73号"),
    ("2022年11月", "2022年11月"),
    ("907331", "907331"),
    (date(2021, 7, 31), "2021年7月31日"),
    ("绝密", "绝密"),
    ("特急", "特急"),
)
"""Values, and what each prints; of a field the first is taken that fits it."""

UNKNOWN = "文{查无此数}"

LEAST: dict[str, dict[str, Any]] = {
    "WorkReport": {
        "organization": {"name": "青山街道"},
        "year": 2022,
        "figures": {TEXT: "731家"},
        "achievements": {"body": "已完成。"},
        "difficulties": {"body": "有困难。"},
        "plans": {"body": "将完成。"},
        "issue_date": "2022-12-20",
    },
    "Organization": {"name": "青山街道"},
    "Point": {"lead": "要点"},
    "Attachment": {"title": "清单", "body": "说明。"},
    "Table": {"columns": ["列"], "rows": [["1"]]},
    "Column": {"heading": "列"},
    "Cell": {"column_span": 2},
    "FigureRow": {"name": TEXT},
    "Picture": {"path": "picture.png"},
    "Header": {"number": "人办发〔2022〕8号"},
    "Imprint": {"copied_to": "县政府"},
}
"""What each model needs beside the field that is tried."""

BESIDE: dict[str, dict[str, Any]] = {
    "WorkReport.others": {"others": {"heading": "其他工作", "after": "plans"}},
    "Point.heading": {"lead": ""},
    "Table.figures": {"columns": [], "rows": []},
    "Table.rows/": {"columns": ["列", "列"]},
    "Header.classification_period": {"classification": "秘密"},
    "Signature.positions": {"kind": "stamped"},
}
"""What a field needs beside it: keys of the same mapping, or of what stands under the key; with a slash only where that
is a mapping."""

NOT_PRINTED = {
    "WorkReport.marks": "closed: the forms of marks are printed with their numbers",
    "WorkReport.template": "the path of a file",
    "Picture.path": "the path of a file",
    "Signature.seal": "the paths of files",
}

NOT_READ = {
    "WorkReport.title_pattern": "the page shows the title that it makes",
    "Headings.achievements": "the page shows the heading that it makes",
    "Headings.difficulties": "the page shows the heading that it makes",
    "Headings.plans": "the page shows the heading that it makes",
    "Column.unit": "the page shows it behind the heading",
    "Signature.issuers": "a single organ that signs is read as the name that the office signs with",
    "FigureRow.name": "a table of figures is read as columns and rows",
    "FigureRow.label": "a table of figures is read as columns and rows",
}

NOT_MOVED_ON = {
    "Column.unit": "a unit tells no year",
    "Table.unit": "a unit tells no year",
    "difficulties.body": "asked about as it was told",
    "plans.body": "promised for the year that begins",
}


class Place(NamedTuple):
    """A text field where it may stand in a report.

    Attributes:
        steps: Model and key of each mapping on the way, from the report down.
        root: The model of the report.
    """

    steps: tuple[tuple[type[BaseModel], str], ...]
    root: type[WorkReport] = WorkReport

    @property
    def field(self) -> str:
        """The model and the field."""
        model, key = self.steps[-1]
        return f"{name_of(model)}.{key}"

    @property
    def path(self) -> str:
        """Its key path, without places in lists."""
        return ".".join(key for _, key in self.steps)

    def data(self, text: object, with_it: Mapping[str, Any] = MappingProxyType({})) -> dict[str, Any]:
        """The smallest report that has a text there, and `with_it` in the same mapping."""
        value: Any = text
        for model, key in reversed(self.steps):
            name = f"{name_of(model)}.{key}"
            beside = {**BESIDE.get(name, {}), **(BESIDE.get(f"{name}/", {}) if isinstance(value, dict) else {})}
            value = {**beside.pop(key, {}), **value} if isinstance(value, dict) else value
            for _ in range(_depth(model.model_fields[key].annotation)):
                value = [value]
            value = {**LEAST.get(name_of(model), {}), **beside, **with_it, key: value}
            with_it = {}
        return value

    def report(self, text: object, with_it: Mapping[str, Any] = MappingProxyType({})) -> WorkReport:
        """The same as a report."""
        return self.root.model_validate(self.data(text, with_it))

    def tried(self) -> tuple[WorkReport, str] | None:
        """A report with a text that fits there, and what it prints; None where no text does."""
        for value, printed in CANDIDATES:
            try:
                return self.report(value), printed
            except ValidationError:
                continue
        return None


def name_of(model: type[BaseModel]) -> str:
    return "WorkReport" if issubclass(model, WorkReport) else model.__name__


def _parts(annotation: Any) -> list[Any]:
    """The types that an annotation is made of."""
    return [annotation, *(part for inner in get_args(annotation) for part in _parts(inner))]


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    parts = [part for part in _parts(annotation) if isinstance(part, type) and issubclass(part, BaseModel)]
    return [part for part in parts if not issubclass(part, Figure)]


def _holds_text(annotation: Any) -> bool:
    """Whether a text of some kind stands there: any, a date, or one of some Chinese words."""
    return any(part in (str, date) or (isinstance(part, str) and not part.isascii()) for part in _parts(annotation))


def _depth(annotation: Any) -> int:
    """In how many lists a value stands."""
    inner = [_depth(part) for part in get_args(annotation)]
    return (get_origin(annotation) is tuple) + max(inner, default=0)


def _is_text(model: type[BaseModel], key: str) -> bool:
    return _holds_text(model.model_fields[key].annotation)


def places(
    model: type[BaseModel] = WorkReport, above: tuple[Any, ...] = (), root: Any = WorkReport, is_wanted: Any = _is_text
) -> list[Place]:
    """Every text field, or what else is wanted, everywhere that it may stand; of models that hold themselves, once."""
    found = []
    for key, field in model.model_fields.items():
        steps = (*above, (model, key))
        if get_origin(field.annotation) is dict:
            continue  # figures are no texts
        if is_wanted(model, key):
            found.append(Place(steps, root))
        for inner in _models_in(field.annotation):
            if inner not in [each for each, _ in steps]:
                found += places(inner, steps, root, is_wanted)
    return found


PLACES = places()
PRINTED = [place for place in PLACES if place.field not in NOT_PRINTED]
each_printed = pytest.mark.parametrize(
    "place", PRINTED, ids=[f"{place.path}-{name_of(place.steps[-1][0])}" for place in PRINTED]
)


@pytest.fixture(autouse=True)
def _folder(tmp_path, monkeypatch):
    """A folder with the picture that the reports name."""
    (tmp_path / "picture.png").write_bytes(PICTURE)
    monkeypatch.chdir(tmp_path)


def shown(data: bytes) -> str:
    """What a document shows: the texts of its body, headers and footers, and the descriptions of its pictures."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        names = [name for name in package.namelist() if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name)]
        xml = "".join(package.read(name).decode() for name in names)
    return re.sub("<[^>]*>", "", xml) + "\n".join(re.findall(' descr="([^"]*)"', xml))


def require_printed(place: Place) -> str:
    """A text there is in the document; returns it."""
    sample, printed = place.tried() or (None, "")
    assert sample is not None, "no text fits: CANDIDATES needs one"
    assert printed in shown(sample.to_bytes())
    return printed


def require_checked(place: Place) -> None:
    """An unknown figure there is refused, or found at its key path; or braces print as they are."""
    found, sample = found_in(place)
    assert found == [place.path] or (sample and UNKNOWN in shown(sample.to_bytes()))


def found_in(place: Place) -> tuple[list[str], WorkReport | None]:
    """The key paths at which an unknown figure is refused or found, and the report if it is one."""
    try:
        sample = place.report(UNKNOWN)
    except ValidationError as error:
        return [_keys(detail["loc"]) for detail in error.errors()], None
    return [_plain(finding.place) for finding in sample.check() if finding.rule == "unknown_figure"], sample


def _keys(location: tuple[Any, ...]) -> str:
    """A location of pydantic as a key path: without places in lists, and tags of unions."""
    known = {key for place in PLACES for _, key in place.steps} | {"motto"}
    return ".".join(str(part) for part in location if part in known)


def _plain(path: str) -> str:
    return re.sub(r"\[\d+\]", "", path)


def test_the_walk_finds_the_texts_of_every_model():
    assert {"Chapter.heading", "Point.lead", "Table.rows", "Column.unit", "Picture.caption", "Header.urgency"} <= {
        place.field for place in PLACES
    }
    assert {"achievements.body.columns.heading", "attachments.body.alternative_text"} <= {
        place.path for place in PLACES
    }
    assert {*NOT_PRINTED, *NOT_READ} <= {place.field for place in PLACES}


@each_printed
def test_an_unknown_figure_is_found_in_every_text(place):
    require_checked(place)


@each_printed
def test_it_is_found_too_in_a_file_that_is_no_report_yet(place, tmp_path):
    data = {**place.data(UNKNOWN), "foo": 1}
    (tmp_path / "report.json").write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(DataFileError) as caught:
        WorkReport.load(tmp_path / "report.json")
    found = [_plain(finding.place) for finding in caught.value.findings if finding.rule != "strange_key"]
    assert found == ([place.path] if found_in(place)[0] else [])


@each_printed
def test_every_text_is_printed_and_a_document_without_it_is_refused(place, monkeypatch):
    proved = []
    proof = rendering.require_text
    monkeypatch.setattr(rendering, "require_text", lambda context, parts: proved.append((context, dict(parts))))
    printed = require_printed(place)
    ((context, parts),) = proved
    proof(context, parts.items())
    with pytest.raises(TemplateError):
        proof(context, {name: xml.replace(printed, "") for name, xml in parts.items()}.items())


@each_printed
def test_it_tells_no_year_that_is_over_in_next_years_report(place):
    is_kept = place.field in NOT_MOVED_ON or place.path.startswith(tuple(NOT_MOVED_ON))
    found, sample = found_in(place)
    if found and sample is not None and not is_kept:
        skeleton = place.report("于2022年完成").next_year()
        assert not [text for text in texts(skeleton) if "2022年" in text.text]


@each_printed
def test_it_is_read_back_or_known_not_to_be(place, tmp_path):
    sample, _ = place.tried()
    sample.save(tmp_path / "report.docx")
    is_read = values_of(place, sample) <= values_of(place, read_report(tmp_path / "report.docx").report)
    assert is_read == (place.field not in NOT_READ)


def values_of(place: Place, part: object) -> set[Any]:
    """What a field holds, wherever its model stands: the page does not show to which point a table belongs."""
    if isinstance(part, tuple):
        return {value for item in part for value in values_of(place, item)}
    if not isinstance(part, BaseModel):
        return set()
    model, key = place.steps[-1]
    own = _texts(getattr(part, key)) if name_of(type(part)) == name_of(model) else set()
    return own.union(*(values_of(place, getattr(part, name)) for name in type(part).model_fields))


def _texts(value: object) -> set[Any]:
    """The texts in a value, but for those of models in it."""
    if isinstance(value, tuple):
        return {text for item in value for text in _texts(item)}
    return set() if isinstance(value, BaseModel) else {value}


class Longer(WorkReport):
    """A report with a field that nothing prints."""

    motto: Line = ""


def test_a_field_that_nothing_prints_is_found():
    (place,) = [place for place in places(Longer, root=Longer) if place.path == "motto"]
    with pytest.raises(AssertionError):
        require_printed(place)
    with pytest.raises(AssertionError):
        require_checked(place)
