"""Chinese names in tags: the library's templates with all their tags in Chinese print the same documents."""

from __future__ import annotations

import re
from datetime import date

import pytest

from renmin_docs import Template
from renmin_docs.builtin_templates import find, names
from renmin_docs.check.sample import PICTURE
from renmin_docs.errors import TemplateError
from renmin_docs.ooxml.package import parse_package
from renmin_docs.render.filling.shapes import SCOPE, name_in
from renmin_docs.render.preparing.paragraphs import ANY_TAG
from renmin_docs.render.values.context import KIND_NAMES
from renmin_docs.vocabulary import ENGLISH, NAMES
from tests.samples import report, whole_report
from tests.templates import LOOP, packed, parts_of, with_body

_VARIABLES = {"block": "段", "point": "点", "row": "行", "issuer": "机关"}
_KINDS = {kind: word for word, kind in KIND_NAMES.items()}
_WORDS = re.compile(r'"(\w+)"|(?<![\w.{%])\w+|(?<=\.)\w+')
_LEFT = {"p", "r", "tr", "tc", "for", "in", "if", "elif", "else", "endfor", "endif", "and", "or", "not", "loop"}


def _in_chinese(tag: str) -> str:
    def word(match: re.Match[str]) -> str:
        if match[1]:
            return f'"{_KINDS[match[1]]}"'
        name, is_attribute = match[0], tag[: match.start()].endswith(".")
        is_variable = name not in NAMES or bool(re.search(rf"\b{name}\.|for {name} in", tag))
        if name in _LEFT or name.isdigit():
            return name
        return _VARIABLES[name] if name in _VARIABLES and is_variable and not is_attribute else NAMES[name][-1]

    return _WORDS.sub(word, tag)


def _chinese(data: bytes) -> bytes:
    """A template with every tag in Chinese."""
    changed = parts_of(data)
    for name in [name for name in changed if re.match(r"word/(document|header|footer)", name)]:
        xml = changed[name].decode()
        xml = re.sub(r">[^<]*\{[{%][^<]*<", lambda match: ANY_TAG.sub(lambda tag: _in_chinese(tag[0]), match[0]), xml)
        changed[name] = xml.encode()
    return packed(changed)


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("numbering", ["typed", "native"])
def test_a_template_in_chinese_prints_the_same(tmp_path, name, numbering):
    (tmp_path / "picture.png").write_bytes(PICTURE)
    data = find(name).read_bytes()
    chinese = _chinese(data)
    tags = "".join(ANY_TAG.findall(parts_of(chinese)["word/document.xml"].decode()))
    assert not re.search(r"block|title|heading|header|\bkind", tags)
    made = report(issue_date=date(2022, 12, 20)) if name == "work_report" else whole_report(tmp_path)
    both = [
        parse_package(Template.from_bytes(each).render(made, numbering=numbering)).parts for each in (data, chinese)
    ]
    assert {name for name in both[0] if both[0][name] != both[1][name]} <= {"docProps/core.xml"}


def test_both_spellings_stand_in_one_template_and_a_loops_own_variable_goes_first():
    body = (
        "{{ 题目 }}{{ organization }}",
        "{%p for 单位 in blocks %}",
        "{{ 单位.序号 }}{{ 单位.lead }}{{ 单位.文字 }}",
        "{%p endfor %}",
    )
    xml = parse_package(Template.from_bytes(with_body(*body)).render(report())).parts["word/document.xml"].decode()
    assert ">已完成。<" in xml


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("{{ 题木 }}", ("题木", "题目")),
        ("{% if 版头.发文自号 %}{% endif %}", ("版头.发文自号", "发文字号")),
        ("{{ 段.正文 }}", ("段", "")),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest_in_its_own_spelling(tag, found):
    with pytest.raises(TemplateError) as caught:
        Template.from_bytes(with_body("{{ title }}", tag, *LOOP))
    finding = next(each for each in caught.value.findings if each.rule == "template_variable")
    assert (finding.found, finding.expected.split("、")[0]) == found or not found[1]


def _shapes(shape, path=""):
    if isinstance(shape, dict):
        yield path, shape
        for name, inner in shape.items():
            yield from _shapes(inner, f"{path}.{name}")
    elif isinstance(shape, list):
        yield from _shapes(shape[0], path)


def test_every_name_has_a_chinese_one_that_means_it_alone_where_it_stands():
    for _, shape in _shapes(SCOPE):
        for name in shape:
            assert all(name_in(word, shape) == name for word in NAMES[name]), name
    assert set(ENGLISH) == {word for words in NAMES.values() for word in words}
