"""Microsoft's Open XML SDK on official documents of every pair of parts, and the faults that it misses."""

from __future__ import annotations

from functools import cache
from itertools import combinations, product

import pytest
from PIL import Image

from renmin_docs import Attachment, Chapter, Point
from renmin_docs.builtin_templates import find
from renmin_docs.ooxml.faults import structural_faults
from renmin_docs.report.closing import Imprint, Signature
from renmin_docs.report.page import PageProfile
from renmin_docs.report.pictures import Picture
from renmin_docs.report.tables import Table
from tests.effort import some
from tests.merged import REVENUE
from tests.official import DAY, ORGANS, attachment, columns, header, official, wide
from tests.pairwise import all_pairs, pairs_of
from tests.printing import OFFICES, sdk_errors
from tests.templates import parts_of

HEADERS = {
    "none": None,
    "downward": header(copy_number=1, classification="秘密", classification_period="1年", urgency="特急"),
    "upward": header(signatories=["张某某", "李某", "赵某"]),
    "joint": header(issuers=ORGANS[:3]),
    "preprinted": header(preprinted=True),
}
SIGNATURES = {
    "none": None,
    "unsealed": Signature(),
    "several": Signature(issuers=ORGANS[:3]),
    "sealed": Signature(kind="sealed", issuers=ORGANS[:3], seal=["印章.png"] * 3, seal_width=45),
    "stamped": Signature(kind="stamped", positions=["主任"], seal="印章.png"),
}
TABLES = {
    "none": (),
    "columns": (columns(3, caption="表", unit="万元"), Table(columns=["m{^2^}"], rows=[["{*粗*}"]]), REVENUE),
    "figures": (Table(figures=["shops", "firms"], caption="指标"),),
    "wide": (wide(),),
}
IMPRINTS = {
    "none": None,
    "plain": Imprint(copied_to=["县委办公室"], print_date=DAY),
    "even": Imprint(print_date=DAY, even_page=True),
}
POINTS = (Point(heading="甲m{^2^}", body=[Point(lead="子", body="{*文{+线+}*}CO{~2~}。")]), Point(lead="乙"))
FACTORS = {
    "header": tuple(HEADERS),
    "addressee": ("", "县人民政府"),
    "signature": tuple(SIGNATURES),
    "attachments": (0, 1, 3),
    "tables": tuple(TABLES),
    "picture": (False, True),
    "imprint": tuple(IMPRINTS),
    "numbering": ("typed", "native"),
    "grid": ("A", "B"),
    "fonts": ("gb2312", "plain", "fangzheng"),
    "page_number": ("mirrored", "centred"),
    "contents": (False, True),
}
ROWS = all_pairs(FACTORS)
NAMES = ["-".join(map(str, row.values())) for row in ROWS]
VALIDATED = some(product(NAMES, OFFICES), one_in=4)


def rendered(row, folder) -> bytes:
    path = folder / "picture.png"
    if not path.exists():
        Image.new("RGB", (60, 40), "gray").save(path)
    pictures = (Picture(path=str(path), caption="图"),) * 2 if row["picture"] else ()
    attachments = [
        attachment(*POINTS, *TABLES[row["tables"]], *pictures),
        Attachment(title="图册"),
        attachment(wide(), title="指标表"),
    ]
    signature = SIGNATURES[row["signature"]]
    if signature and signature.seal:
        signature = signature.replace(seal=[str(path)] * len(signature.seal))
    report = official(
        header=HEADERS[row["header"]],
        addressee=row["addressee"] or (),
        contents=row["contents"],
        figures={"shops": "600余家", "firms": {"total": "7家", "parts": {"商贸业": "4家", "服务业": "3家"}}},
        introduction="导语{[注一，{shops}]}。" if row["picture"] else (),
        achievements=Chapter(heading="章", body=[*POINTS, *TABLES[row["tables"]], *pictures]),
        attachments=attachments[: row["attachments"]],
        **({"signature": signature, "note": "此件公开"} if signature else {"issue_date": None}),
        imprint=IMPRINTS[row["imprint"]],
        page=PageProfile(grid=row["grid"], fonts=row["fonts"], page_number=row["page_number"]),
    )
    return report.to_bytes(template="red_head", numbering=row["numbering"])


def test_the_rows_hold_every_pair_and_are_few():
    held = set().union(*map(pairs_of, ROWS))
    wanted = {
        pair
        for one, other in combinations(FACTORS, 2)
        for pair in product(*([(f, v) for v in FACTORS[f]] for f in (one, other)))
    }
    assert held == wanted
    assert len(ROWS) <= 32


@pytest.fixture(scope="module")
def document(tmp_path_factory):
    """The document of a row."""
    folder = tmp_path_factory.mktemp("pairs")
    return cache(lambda name: rendered(ROWS[NAMES.index(name)], folder))


@pytest.mark.sdk
@pytest.mark.parametrize(("name", "office"), VALIDATED)
def test_the_sdk_finds_nothing(document, tmp_path, name, office):
    path = tmp_path / "document.docx"
    path.write_bytes(document(name))
    assert sdk_errors(path, office) == []


@pytest.mark.sdk
def test_the_template_itself_is_valid():
    assert [error for office in OFFICES for error in sdk_errors(find("red_head"), office)] == []


@pytest.mark.parametrize("name", NAMES)
def test_none_of_the_faults_that_the_sdk_misses(document, name):
    assert structural_faults(parts_of(document(name))) == []


@pytest.mark.parametrize("name", NAMES)
def test_ids_of_drawings_are_their_own(document, name):
    from lxml import etree

    from renmin_docs.ooxml.names import WORD_DRAWING

    root = etree.fromstring(parts_of(document(name))["word/document.xml"])
    ids = [each.get("id") for each in root.iter(f"{{{WORD_DRAWING}}}docPr")]
    assert len(ids) == len(set(ids))
