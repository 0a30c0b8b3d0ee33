"""renmin-docs preview, as a user types it."""

from __future__ import annotations

import pytest

from renmin_docs import WorkReport
from renmin_docs.cli import main
from tests.printing import require


@pytest.fixture(autouse=True)
def _desk(tmp_path, monkeypatch):
    WorkReport.load("examples/renmin_2022.yaml").save(tmp_path / "总结.docx")
    monkeypatch.chdir(tmp_path)


def run(capsys, *words: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(["preview", *words])
    output = capsys.readouterr()
    return int(ended.value.code), output.out, output.err


@pytest.mark.printed
def test_the_pages_come_as_a_pdf_and_as_pictures(tmp_path, capsys):
    require("soffice")
    assert run(capsys, "总结.docx", "--lang", "zh") == (0, "已生成：总结.pdf\n", "")
    assert (tmp_path / "总结.pdf").read_bytes().startswith(b"%PDF")
    code, out, _ = run(capsys, "总结.docx", "-o", "页.png", "--dpi", "30", "--lang", "zh")
    pictures = sorted(path.name for path in tmp_path.glob("页-*.png"))
    assert code == 0
    assert out == "".join(f"已生成：{name}\n" for name in pictures)
    assert len(pictures) > 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["总结.docx", "-o", "总结.docx"], "总结.pdf"),
        (["总结.docx", "-o", "no/x.pdf"], "no"),
        (["没有.docx"], "没有.docx"),
        ([], "缺少"),
        (["总结.docx", "--dpi", "5"], "--dpi"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_written(words, said, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("renmin_docs.preview.converted", lambda *_, **__: b"%PDF")
    code, out, err = run(capsys, *words, "--lang", "zh")
    assert (code, out) == (2, "")
    assert said in err
    assert [path.name for path in tmp_path.iterdir()] == ["总结.docx"]
