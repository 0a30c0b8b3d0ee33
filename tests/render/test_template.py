from __future__ import annotations

import io
import re
from concurrent.futures import ThreadPoolExecutor

import docx
import pytest

from renmin_docs import Chapter, Point, ReportError, Template, TemplateError
from tests.samples import numbered_report, report
from tests.templates import LOOP, MAIN, changed, packed, paragraph, parts, parts_of, with_body


def ours(tmp_path, data: bytes) -> str:
    path = tmp_path / "ours.docx"
    path.write_bytes(data)
    return str(path)


def texts(data: bytes) -> list[str]:
    return [item.text for item in docx.Document(io.BytesIO(data)).paragraphs]


def test_one_template_fills_many_reports():
    template = Template.open("work_report")
    first, second = template.render(report(introduction="甲")), template.render(report(introduction="乙"))
    assert "甲" in texts(first)
    assert "甲" not in texts(second)
    assert first == report(introduction="甲").to_bytes(template=template) == report(introduction="甲").to_bytes()


def test_threads_may_share_a_template():
    template = Template.open("work_report")
    reports = [numbered_report(number) for number in range(1, 17)]
    ways = [(sample, numbering) for sample in reports for numbering in ("typed", "native")]
    alone = [template.render(sample, numbering=numbering) for sample, numbering in ways]
    fresh = Template.open("work_report")
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda way: fresh.render(way[0], numbering=way[1]), ways * 2))
    assert together == alone * 2


def test_a_template_that_changed_is_compiled_again(tmp_path):
    path = ours(tmp_path, with_body("{{ title }}", *LOOP))
    assert "旧" not in texts(report().to_bytes(template=path))
    ours(tmp_path, with_body("{{ title }}", "新的一段", *LOOP))
    assert "新的一段" in texts(report().to_bytes(template=path))


def test_tags_that_word_has_split_over_runs_are_read(tmp_path):
    split = (
        "<w:p><w:r><w:t>{</w:t></w:r><w:r><w:t>{ ti</w:t></w:r><w:r><w:t>tle }</w:t></w:r><w:r><w:t>}</w:t></w:r></w:p>"
    )
    path = ours(tmp_path, with_body(split, *LOOP))
    assert texts(report(title="总结").to_bytes(template=path))[0] == "总结"


def test_brace_pairs_of_the_template_itself_can_be_escaped(tmp_path):
    path = ours(tmp_path, with_body("{{ title }} {_{ 原样 }_} {_% 原样 %_}", *LOOP))
    assert texts(report(title="总结").to_bytes(template=path))[0] == "总结 {{ 原样 }} {% 原样 %}"


ONE_KIND = ('{%p if block.kind == "introduction" %}', "{{ block.text }}", "{%p endif %}")


def test_text_that_the_template_does_not_print_is_an_error_not_a_loss(tmp_path):
    path = ours(tmp_path, with_body(*LOOP))
    with pytest.raises(TemplateError) as caught:
        report(title="总结").to_bytes(template=path)
    assert [finding.found for finding in caught.value.findings] == ["@title"]
    path = ours(tmp_path, with_body("{{ title }}"))
    with pytest.raises(TemplateError) as caught:
        report(introduction="甲", achievements=Chapter(heading="乙", body="丙")).to_bytes(template=path)
    assert [finding.found for finding in caught.value.findings] == ["@blocks"]
    path = ours(tmp_path, with_body("{{ title }}", LOOP[0], *ONE_KIND, LOOP[-1]))
    with pytest.raises(TemplateError) as caught:
        report(introduction="甲", achievements=Chapter(heading="乙", body="丙")).to_bytes(template=path)
    assert [finding.found for finding in caught.value.findings] == ["“一、”", "“乙”", "“丙”"]
    assert 'block.kind == "heading_1"' in caught.value.findings[0].expected


@pytest.mark.parametrize(
    ("broken", "numbering", "rule"),
    [
        (lambda: with_body(*LOOP), "typed", "template_lacks"),
        (lambda: with_body("{{ title }}", *LOOP), "native", "list_missing"),
        (lambda: changed(numbering=_with_levels(parts()["word/numbering.xml"], 1)), "native", "list_level"),
    ],
)
def test_what_is_found_while_filling_names_the_template(tmp_path, broken, numbering, rule):
    path = ours(tmp_path, broken())
    with pytest.raises(TemplateError) as caught:
        report(title="总结").to_bytes(template=path, numbering=numbering)
    assert rule in {finding.rule for finding in caught.value.findings}
    assert caught.value.subject == path
    assert all(line.startswith(f"{path}: ") for line in caught.value.message().splitlines())


def _with_levels(numbering: bytes, count: int) -> bytes:
    return re.sub(rb'<w:lvl w:ilvl="[%d-8]">.*?</w:lvl>' % count, b"", numbering, flags=re.DOTALL)


def test_a_signed_report_needs_a_template_that_signs(tmp_path):
    path = ours(tmp_path, with_body("{{ title }}", *LOOP))
    with pytest.raises(TemplateError) as caught:
        numbered_report(1).to_bytes(template=path)
    assert [finding.expected for finding in caught.value.findings] == ["{{ issuer }}", "{{ issue_date }}"]


def test_tags_in_headers_footers_and_footnotes_are_filled_once(tmp_path):
    footer = parts()["word/footer1.xml"].decode().replace("</w:p>", "<w:r><w:t>{{ title }}</w:t></w:r></w:p>", 1)
    path = ours(tmp_path, changed(footer1=footer))
    data = report(title="{{{{ title }}}}与其他").to_bytes(template=path)
    assert "{{ title }}与其他" in parts_of(data)["word/footer1.xml"].decode()


def test_a_restyled_sample_restyles_its_kind(tmp_path):
    document = parts()[MAIN].decode()
    sample = document.index('<w:pStyle w:val="Heading1"/>')
    styled = document[:sample] + '<w:pStyle w:val="Heading1"/><w:pageBreakBefore/>' + document[sample + 28 :]
    filled = parts_of(numbered_report(1).to_bytes(template=ours(tmp_path, changed(document=styled))))[MAIN].decode()
    assert filled.count("<w:pageBreakBefore/>") == 1


def test_a_report_with_errors_is_refused_with_all_of_them():
    sample = report(
        figures={"firms": {"total": "7家", "parts": {"a": "4家", "b": "2家"}}},
        introduction="{shop}",
        conclusion="{firm}",
    )
    with pytest.raises(ReportError) as caught:
        sample.to_bytes()
    assert [finding.rule for finding in caught.value.findings] == ["parts_disagree", "unknown_figure", "unknown_figure"]


def test_core_properties_are_written_and_escaped():
    data = report(title="甲 & 乙\n丙 < 丁").to_bytes()
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert properties.title == "甲 & 乙丙 < 丁"
    assert properties.author == "人民街道办事处"
    assert properties.language == "zh-CN"
    assert str(properties.created) == str(properties.modified) == "1980-01-01 00:00:00+00:00"
    signed = docx.Document(io.BytesIO(numbered_report(1).to_bytes())).core_properties
    assert str(signed.created) == "2022-12-05 00:00:00+00:00"


def test_source_date_epoch_counts_for_reports_without_a_date(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert str(docx.Document(io.BytesIO(report().to_bytes())).core_properties.created) == "1970-01-02 00:00:00+00:00"


@pytest.mark.parametrize("seconds", ["", "x", "-1", "²", "1.5", "9" * 12, "9" * 5_000])
def test_a_source_date_that_is_no_time_counts_as_none(monkeypatch, seconds):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    assert docx.Document(io.BytesIO(report().to_bytes())).core_properties.created.year == 1980


def test_core_properties_are_added_once_and_replaced_after_that(tmp_path):
    assert "docProps/core.xml" not in parts()
    first = report(title="题").to_bytes()
    assert docx.Document(io.BytesIO(first)).core_properties.title == "题"
    filled = parts_of(first)
    path = ours(tmp_path, packed({**filled, MAIN: parts()[MAIN]}))
    second = report(title="另一题").to_bytes(template=path)
    assert docx.Document(io.BytesIO(second)).core_properties.title == "另一题"
    assert filled["[Content_Types].xml"] == parts_of(second)["[Content_Types].xml"]


def test_roles_have_styles_of_their_own():
    sample = report(
        introduction="导语",
        achievements=Chapter(body=["正文", Point(heading="标题", body=[Point(lead="引题", body="文")])]),
        difficulties=Chapter(series="ordinal", inline=True, body=[Point(lead="甲"), Point(lead="乙")]),
        conclusion="结束",
    )
    found = [(p.style.name, p.text) for p in docx.Document(io.BytesIO(sample.to_bytes())).paragraphs][2:]
    assert found == [
        ("Introduction", "导语"),
        ("Heading 1", "一、2022年工作开展情况"),
        ("Body Text", "正文"),
        ("Heading 2", "（一）标题"),
        ("Point", "1.引题。文"),
        ("Heading 1", "二、存在的困难和问题"),
        ("Inline Points", "一是甲。二是乙。"),
        ("Conclusion", "结束"),
    ]


def test_nothing_refers_to_a_theme_and_no_tag_is_left():
    for name, data in parts_of(numbered_report(3).to_bytes()).items():
        assert not re.search(rb"Theme=|\{\{|\{%", data), name


def test_a_paragraph_keeps_with_the_signature():
    xml = parts_of(numbered_report(2).to_bytes())[MAIN].decode()
    kept = [p for p in re.findall(r"<w:p>.*?</w:p>", xml) if "keepNext" in p]
    assert len(kept) == 3  # the last point, the empty line, the issuer
    assert "已落实。" in kept[0]
    assert "keepNext" not in parts_of(numbered_report(2, signed=False).to_bytes())[MAIN].decode()


def test_the_sample_of_a_missing_sample_file_is_named():
    for template in ("no_such", "no_such.docx", "folder/no_such"):
        with pytest.raises(TemplateError) as caught:
            report().to_bytes(template=template)
        assert template in str(caught.value)


def test_malformed_xml_in_the_document_is_an_error(tmp_path):
    path = ours(tmp_path, changed(document=f"<w:document>{paragraph('x')}"))
    with pytest.raises(TemplateError) as caught:
        Template.open(path)
    assert "word/document.xml" in str(caught.value)
