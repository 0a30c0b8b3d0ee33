"""The law of import for documents: what is shown arrives in the report or in a note, what is hidden in a note alone."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from renmin_docs.intake.reports import read_report
from renmin_docs.ooxml.names import W
from tests.effort import examples
from tests.intake.documents.hostile import minimal
from tests.intake.documents.test_asides import CODE, FIELD, VANISH, paragraph, run

CHARACTERS = "梅兰竹菊松柏桃李杏梨枣桂榆槐柳杨枫樟楠桐"


class Piece(NamedTuple):
    """What stands in a paragraph: its XML, with a place for a word in it, and whether a reader sees the word."""

    xml: str
    is_shown: bool = True


_R = run("{}")
_ALTERNATIVE = "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
PIECES = (
    Piece(_R),
    Piece("<w:r><w:t>{}<!-- c --><?pi?></w:t></w:r>"),
    Piece("<w:r><w:t><![CDATA[{}]]></w:t></w:r>"),
    Piece("<w:r><w:t>\n  {}\n</w:t></w:r>"),
    Piece(f"<w:ins>{_R}</w:ins>"),
    Piece(f"<w:moveTo>{_R}</w:moveTo>"),
    Piece(f"<w:smartTag>{_R}</w:smartTag>"),
    Piece(f"<w:hyperlink>{_R}</w:hyperlink>"),
    Piece(f'<w:bdo w:val="ltr">{_R}</w:bdo>'),
    Piece(f'<w:dir w:val="ltr">{_R}</w:dir>'),
    Piece(f"<w:sdt><w:sdtContent>{_R}</w:sdtContent></w:sdt>"),
    Piece(f'<w:fldSimple w:instr="TITLE">{_R}</w:fldSimple>'),
    Piece(f"{FIELD('begin')}{CODE('TITLE')}{FIELD('separate')}{_R}{FIELD('end')}"),
    Piece(f"{FIELD('begin')}{CODE('EQ {}')}{FIELD('end')}"),
    Piece(_ALTERNATIVE.format(_R, run("旧"))),
    Piece(
        "<w:r><w:ruby><w:rt><w:r><w:t>a</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>{}</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    ),
    Piece(
        "<w:r><w:ruby><w:rt><w:r><w:t>{}</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>区</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    ),
    Piece("<m:oMath><m:r><m:t>{}</m:t></m:r></m:oMath>"),
    Piece("<m:oMath><m:sSup><m:e><m:r><m:t>{}</m:t></m:r></m:e></m:sSup></m:oMath>"),
    Piece('<w:r><w:pict><v:shape><v:textpath string="{}"/></v:shape></w:pict></w:r>'),
    Piece(
        "<w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r>"
    ),
    Piece('<w:r><w:footnoteReference w:id="{}"/></w:r>'),
    Piece(run("{}", VANISH), is_shown=False),
    Piece(run("{}", "<w:specVanish/>"), is_shown=False),
    Piece("<w:del><w:r><w:delText>{}</w:delText></w:r></w:del>", is_shown=False),
    Piece(f"<w:moveFrom>{_R}</w:moveFrom>", is_shown=False),
    Piece(f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{_R}</w:sdtContent></w:sdt>", is_shown=False),
    Piece(f"{FIELD('begin')}{_R}{FIELD('end')}", is_shown=False),
)
_DRAWN = ("footnoteReference", "v:textpath", "EQ")
MARKS = ("", "<w:rPr><w:del/></w:rPr>", f"<w:rPr>{VANISH}</w:rPr>", "<w:rPr><w:ins/></w:rPr>")
ROWS = ("", "<w:del/>", "<w:ins/>", "<w:hidden/>")
CELLS = ("", "<w:cellDel/>", "<w:cellIns/>", '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>')
PARAGRAPHS = st.tuples(st.lists(st.sampled_from(PIECES), min_size=1, max_size=5), st.sampled_from(MARKS))
TABLES = st.lists(
    st.tuples(st.sampled_from(ROWS), st.lists(st.tuples(st.sampled_from(CELLS), PARAGRAPHS), min_size=1, max_size=3)),
    min_size=1,
    max_size=3,
)


class _Writer:
    """Writes pieces with a word of its own in each.

    Attributes:
        shown: Word → whether a reader of the page sees it.
    """

    def __init__(self):
        self.shown, self._footnotes, self._words = {}, [], 0

    def paragraph(self, pieces, mark, *, left_out=False):
        return paragraph("".join(self._piece(piece, left_out=left_out) for piece in pieces), mark)

    def table(self, rows):
        return f"<w:tbl>{''.join(self._row(*row) for row in rows)}</w:tbl>"

    def _row(self, properties, cells):
        left_out = properties in ("<w:del/>", "<w:hidden/>")
        inner = "".join(self._cell(*cell, left_out=left_out) for cell in cells)
        return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"

    def _cell(self, properties, content, *, left_out):
        inner = self.paragraph(*content, left_out=left_out or properties == "<w:cellDel/>")
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"

    def _piece(self, piece, *, left_out):
        """What a piece is in XML; in what is left out, only pieces with text of runs have a word."""
        first, second = divmod(self._words, len(CHARACTERS))
        word, self._words = f"好{CHARACTERS[first]}{CHARACTERS[second]}", self._words + 1
        if left_out and any(name in piece.xml for name in _DRAWN):
            return ""
        self.shown[word] = piece.is_shown and not left_out
        if "footnoteReference" not in piece.xml:
            return piece.xml.replace("{}", word)
        self._footnotes.append(f'<w:footnote w:id="{self._words}"><w:p>{run(word)}</w:p></w:footnote>')
        return piece.xml.replace("{}", str(self._words))

    def more(self):
        return {"word/footnotes.xml": f'<w:footnotes xmlns:w="{W}">{"".join(self._footnotes)}</w:footnotes>'.encode()}


@settings(deadline=None, max_examples=examples(60, one_in=1))
@given(blocks=st.lists(st.one_of(PARAGRAPHS, TABLES), min_size=1, max_size=5))
def test_what_is_shown_arrives_and_what_is_hidden_is_quoted_in_a_note(blocks, tmp_path_factory):
    writer = _Writer()
    body = "".join(
        writer.paragraph(*block) if isinstance(block, tuple) else writer.table(block) for block in blocks
    ) + paragraph(run("完。"))
    path = tmp_path_factory.mktemp("law") / "去年.docx"
    path.write_bytes(minimal(body, more=writer.more()))
    reading = read_report(path)
    printed = str(reading.report.model_dump())
    told = "\n".join(note.found for note in reading.notes)
    for word, is_shown in writer.shown.items():
        assert word in printed or word in told
        assert is_shown or word not in printed
