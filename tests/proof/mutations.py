"""Broken files for the fuzz: sound ones whose bytes were changed, from a source of chance."""

from __future__ import annotations

import re
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from docx.oxml import parse_xml
from docx.oxml.xmlchemy import serialize_for_reading

from renmin_docs import WorkReport
from renmin_docs.builtin_templates import find, names
from tests.intake.broken import BROKEN
from tests.templates import MAIN, packed, parts_of

if TYPE_CHECKING:
    import random

    from docx.oxml.xmlchemy import BaseOxmlElement

EXAMPLES = Path("examples")
PRINTED = [EXAMPLES / "renmin_2022.yaml", EXAMPLES / "upward_report.yaml"]
"""Reports whose documents are mutated: figures, tables, points of all levels; frame and attachments."""
_VALUE = re.compile(rb'="([^"]*)"')
ENDINGS = ("yaml", "json", "toml")

ZIP_TOKENS = [b"PK\3\4", b"PK\1\2", b"PK\5\6", b"\xff" * 4, b"\0" * 8, b"word/document.xml", b"../x"]
XML_TOKENS = [
    *(b"<w:p>", b"</w:p>", b"<w:t>", b"</w:t>", b"<w:r>", b"<w:tbl>", b"<w:tc>", b"</w:tc>", b"<w:pPr>", b"<w:p/>"),
    *(b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?pi ?>", b"&amp;", b"&lt;", b"&#0;", b"&#x1F;", b"&x;", b"\0"),
    *(b"\xef\xbb\xbf", b"\xff\xfe", b"\xed\xa0\x80", "　".encode(), b'w:val="-1"', b'w:val=""', b'w:val="x"'),
    *(b'w:numId w:val="99999999999999999999"', b'w:ilvl="11"', b"<!DOCTYPE x [<!ENTITY a 'b'>]>"),
    *(b"{{", b"}}", b"{%", b"%}", b"{#", b"#}", b"{%p", b"{%tr", b"{%r", b"{{ title }}", b"-%}", b"{%-", b"{_{"),
    *(b"{%p endfor %}", b"{%p endif %}", b"{%p if title %}", b"{% colspan 2 %}", b"{% cellbg year %}", b"{% vm %}"),
]
XML_VALUES = [
    *(b"", b"x", b"0", b"1", b"-1", b"1.5", b"9" * 12, b"-" + b"9" * 12, b"9" * 30, b"9" * 5000, b"+1", b"-0", b" 5 "),
    *(b"1_0", b"0x10", b"1e999", b"nan", b"inf", b"auto", b"5%", b"1mm", b"9" * 400 + b"mm", b"&#10;"),
    *("１".encode(), "²".encode(), "٣".encode(), b"{{ title }}", b"{{ x }}"),
]
DATA_TOKENS = [
    *(b"&a ", b"*a", b"<<: ", b"!!python/object:os.system ", b"!!binary ", b"? ", b"- ", b": ", b"|", b">", b"'", b'"'),
    *(b"{", b"}", b"[", b"]", b"{{", b"#", b"%YAML 1.1\n", b"---\n", b"...\n", b"\t", b"\r", b"\0", b"\xff"),
    *(b"~", b"null", b"yes", b".inf", b".nan", b"1e999999999", b"0x1F", b"0o17", b"1_000", b"12:30:45", b"2022-02-30"),
    *(b"9" * 5000, b"[" * 200, b"body: ", b"figures: ", b"organization: ", b"others: ", b"marks: ", b"year: "),
    *(b"\xef\xbb\xbf", b"\xc2\x85", b"\xed\xa0\x80", b'"\\ud800"', b'"\\u0000"', b"total: ", b"parts: ", b"value: "),
    *("{shops:同比}".encode(), "7家".encode(), "\u3000".encode(), "十几".encode()),
]
TEMPLATES = [parts_of(find(name).read_bytes()) for name in names()]
SEEDS = {
    ending: [
        *(
            text if isinstance(text, bytes) else text.encode()
            for name, text in BROKEN.values()
            if name.endswith(ending)
        ),
        *(path.read_bytes() for path in EXAMPLES.glob(f"*.{ending}")),
    ]
    for ending in ENDINGS
}
"""Ending → the data files that are mutated."""


def mutated(chance: random.Random, data: bytes, tokens: list[bytes]) -> bytes:
    """Some bytes changed, cut, doubled, moved, or replaced by tokens."""
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        at, length = chance.randrange(len(data) + 1), chance.choice((1, 1, 4, 30, 300))
        piece = data[at : at + length]
        data = data[:at] + _instead_of(piece, chance, tokens) + data[at + length :]
    return data[: chance.randrange(len(data) + 1)] if chance.random() < 0.05 else data


def _instead_of(piece: bytes, chance: random.Random, tokens: list[bytes]) -> bytes:
    token = chance.choice(tokens)
    repeated = piece * chance.choice((2, 3, 40))
    return chance.choice((b"", repeated, chance.randbytes(len(piece)), token, token, token + piece, piece[::-1]))


def zip_case(chance: random.Random) -> bytes:
    """A broken archive: bytes changed anywhere in it."""
    sound = chance.choice((find("work_report").read_bytes(), chance.randbytes(chance.randrange(400))))
    return mutated(chance, sound, ZIP_TOKENS)


def xml_case(chance: random.Random) -> bytes:
    """A whole archive with broken parts."""
    broken = dict(chance.choice(TEMPLATES))
    for _ in range(chance.choice((1, 1, 2, 4))):
        name = chance.choice((MAIN, chance.choice(list(broken))))
        change = chance.choice((_mutated_xml, _mutated_value))
        broken[name] = change(chance, broken[name])
    if chance.random() < 0.1:
        del broken[chance.choice(list(broken))]
    return packed(broken)


def _mutated_xml(chance: random.Random, xml: bytes) -> bytes:
    return mutated(chance, xml, XML_TOKENS)


def _mutated_value(chance: random.Random, xml: bytes) -> bytes:
    """The value of some attributes replaced; the part stays well-formed."""
    for _ in range(chance.choice((1, 2, 5))):
        places = [match.span(1) for match in _VALUE.finditer(xml)]
        start, end = chance.choice(places) if places else (0, 0)
        xml = xml[:start] + chance.choice(XML_VALUES) + xml[end:]
    return xml


def document_case(chance: random.Random) -> bytes:
    """A printed document whose elements were taken out, doubled, moved, renamed or changed."""
    parts = dict(chance.choice(_printed()))
    for name in (MAIN, chance.choice([each for each in parts if each.endswith(".xml")])):
        root = parse_xml(parts[name])
        for _ in range(chance.choice((1, 2, 6, 12))):
            _change_elements(chance, [each for each in root.iter("{*}*") if each is not root])
        parts[name] = serialize_for_reading(root).encode()
    return packed(parts)


@cache
def _printed() -> list[dict[str, bytes]]:
    return [parts_of(WorkReport.load(PRINTED[number]).to_bytes()) for number in range(len(PRINTED))]


def _change_elements(chance: random.Random, elements: list[BaseOxmlElement]) -> None:
    if not elements:
        return
    one, other = chance.choice(elements), chance.choice(elements)
    parent, kind = one.getparent(), chance.randrange(5)
    if kind == 0:
        parent.remove(one)
    elif kind == 1:
        parent.insert(chance.randrange(len(parent) + 1), deepcopy(one))
    elif kind == 2 and one not in (other, *other.iterancestors()):
        other.append(one)
    elif kind == 3 and one.attrib:
        one.set(chance.choice(list(one.attrib)), chance.choice(["", "x", "0", "-1", "9" * 12]))
    else:
        one.tag = other.tag


def data_case(ending: str, chance: random.Random) -> bytes:
    """A broken data file."""
    if chance.random() < 0.1:
        return chance.randbytes(chance.randrange(200))
    return mutated(chance, chance.choice(SEEDS[ending]), DATA_TOKENS)
