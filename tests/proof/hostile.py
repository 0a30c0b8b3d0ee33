"""Templates that a stranger may send: each tries to run, read, fetch or exhaust something.

Each is refused with a rule, or is `HARMLESS`: it gives a document in which nothing was executed. None is kept as a
file; `CASES` makes them.
"""

from __future__ import annotations

import zipfile
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tests.proof import hostile_files as files
from tests.proof.hostile_files import CELL, LAUGHS, QUADRATIC, ROWS, TITLE, field, links, nested, says, with_parts
from tests.proof.test_naive import NAMESPACES, NOTE, with_part
from tests.templates import LOOP, MAIN, packed, parts, with_body

if TYPE_CHECKING:
    from collections.abc import Callable

HARMLESS = "harmless"
SECRET = "机密的内容-4711"
"""What stands in the file `secret.txt` beside a template, and must not come into a document."""
ADDRESS = "http://203.0.113.1/x"  # a host that is nowhere (RFC 5737)
LONG = "文" * 300_000
BOOKMARK = '<w:p><w:bookmarkStart w:id="0" w:name="a"/><w:r><w:t>{}</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p>'
COMMENT = (
    f'<w:comments {NAMESPACES}><w:comment w:id="1"><w:p><w:r><w:t>{{{{ title.x }}}}</w:t></w:r></w:p></w:comment>'
    "</w:comments>"
)
VML = "urn:schemas-microsoft-com:vml"
OUTSIDE = "reaches_outside"


class Case(NamedTuple):
    """One template, and the rule that refuses it; or `HARMLESS`."""

    make: Callable[[], bytes]
    rule: str


def tag(text: str, rule: str = "template_language") -> Case:
    return Case(partial(says, text), rule)


RUNNING = {
    "an attribute of a class": tag("{{ title.__class__ }}", "template_variable"),
    "the method resolution order": tag("{{ ''.__class__.__mro__[1].__subclasses__() }}"),
    "the globals of cycler": tag("{{ cycler.__init__.__globals__.os.popen('touch pwned') }}"),
    "the globals of lipsum": tag("{{ lipsum.__globals__['os'].system('touch pwned') }}"),
    "self": tag("{{ self._TemplateReference__context }}", "template_variable"),
    "the attr filter": tag("{{ title|attr('__class__') }}"),
    "a format string": tag("{{ '{0.__class__}'.format(title) }}"),
    "an included file": tag("{% include 'secret.txt' %}"),
    "an imported file": tag("{% import 'secret.txt' as x %}{{ x }}"),
    "an extended file": tag("{% extends 'secret.txt' %}"),
    "a macro that calls itself": tag("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"),
    "a loop that calls itself": tag("{% for b in blocks recursive %}{{ loop(blocks) }}{% endfor %}"),
    "escaping switched off": tag("{% autoescape false %}{{ title }}{% endautoescape %}"),
    "a tag split over runs": Case(
        partial(says, "<w:p><w:r><w:t>{</w:t></w:r><w:r><w:t>{ cyc</w:t></w:r><w:r><w:t>ler.x }}</w:t></w:r></w:p>"),
        "template_variable",
    ),
    "braces as numbers": Case(
        partial(says, "<w:p><w:r><w:t>&#123;&#x7B; cycler.x }}</w:t></w:r></w:p>"), "template_variable"
    ),
    "a tag in a header": Case(
        partial(
            with_part,
            "header",
            "header1.xml",
            f"<w:hdr {NAMESPACES}><w:p><w:r><w:t>{{{{ cycler.x }}}}</w:t></w:r></w:p></w:hdr>",
        ),
        "template_variable",
    ),
    "a tag in a footnote": Case(
        partial(
            with_part, "footnotes", "footnotes.xml", NOTE.format(NAMESPACES, "<w:r><w:t>{{ lipsum() }}</w:t></w:r>")
        ),
        "template_language",
    ),
    "a tag in a comment": Case(partial(with_part, "comments", "comments.xml", COMMENT), HARMLESS),
    "a tag in custom XML": Case(partial(with_parts, customXml_item1="<x>{{ cycler.__init__ }}</x>"), HARMLESS),
    "a tag in the properties": Case(partial(with_parts, docProps_custom="<x>{% for a in b %}</x>"), HARMLESS),
    "a tag in a relationship": Case(partial(links, "hyperlink", "{{ title }}"), HARMLESS),
    "a tag in an attribute": Case(partial(says, '<w:p w:rsidR="{{ title }}"/>'), "tag_outside_text"),
    "a tag in a field's code": Case(partial(says, field(" IN{{ year }}CLUDETEXT x ")), "tag_outside_text"),
    "a tag in an XML comment": Case(partial(says, "<w:p><!-- {{ title }} --></w:p>"), HARMLESS),
    "a tag in deleted text": Case(
        partial(says, '<w:p><w:del w:id="1" w:author="a"><w:r><w:delText>{{ title }}</w:delText></w:r></w:del></w:p>'),
        "tag_deleted",
    ),
}

EXHAUSTING = {
    "range": tag("{% for i in range(10**9) %}x{% endfor %}"),
    "a multiplied string": tag("{{ 'x' * 10**9 }}"),
    "a power": tag("{{ 9 ** 9 ** 9 ** 9 }}"),
    "a padded string": tag("{{ 'x'.ljust(10**9) }}"),
    "a wide format": tag("{{ '%1000000000d'|format(1) }}"),
    "a loop in its own loop": tag(
        "{% for a in blocks %}{% for b in blocks %}{% for c in blocks %}x{% endfor %}{% endfor %}{% endfor %}",
        "template_nested_loop",
    ),
    "a long text in a loop": Case(
        partial(with_body, TITLE, LOOP[0], LONG, LOOP[1], *LOOP[2:]),
        "filled_large",
    ),
    "a long text in a loop that is mended": Case(
        partial(
            with_body,
            *(TITLE, LOOP[0], LOOP[1]),
            BOOKMARK.format("文" * 50_000),
            LOOP[2],
        ),
        "filled_large",
    ),
    "columns without end": Case(
        partial(
            says, ROWS.format(CELL.format("{%tc for b in blocks %}") + CELL.format("x") + CELL.format("{%tc endfor %}"))
        ),
        "table_columns",
    ),
    "deep ifs": Case(partial(says, *["{%p if title %}"] * 1_200, *["{%p endif %}"] * 1_200), "template_nesting"),
    "a long chain of names": tag("{{ title" + ".a" * 100_000 + " }}", "tag_long"),
    "a chain of names": tag("{{ title" + ".a" * 500 + " }}", "template_nesting"),
    "a number as long as a book": tag("{{ " + "9" * 900_000 + " }}", "tag_long"),
    "a number as long as a book, in an attribute": Case(
        partial(says, '<w:p w:rsidR="{{ ' + "9" * 900_000 + ' }}"/>'), "tag_long"
    ),
    "as many blanks as may be": tag("{{" + " " * 900_000 + "title }}", "tag_long"),
    "a tag as long as a book, split": Case(
        partial(
            says,
            f"<w:p><w:r><w:t>{{{{ {'t' * 400_000}</w:t></w:r><w:r><w:t>{'t' * 400_000} }}}}</w:t></w:r></w:p>",
        ),
        "tag_long",
    ),
    "numbers without an end": tag("{{ 0x" + "f" * 1_900 + " }}{{ " + "9" * 1_900 + " }}"),
    "a loop named like Jinja's own": tag("{% for self in blocks %}{{ self.text }}{% endfor %}"),
    "as many filters as may be": tag("{{ title" + "|first" * 300 + " }}", "template_nesting"),
    "attributes of one element": Case(
        partial(says, "<w:p " + " ".join(f'w:a{number}="1"' for number in range(60_000)) + "/>"), "part_damaged"
    ),
    "text in boxes in boxes": Case(
        partial(
            says,
            "<w:p>"
            + "<w:r><w:pict><w:txbxContent><w:p>" * 40
            + "<w:r><w:t>x</w:t></w:r>" * 7_000
            + "</w:p></w:txbxContent></w:pict></w:r>" * 40
            + "</w:p>",
        ),
        HARMLESS,
    ),
    "tags in deleted text": Case(
        partial(says, "<w:p>" + '<w:del w:id="1"><w:r><w:t>{{ title }}</w:t></w:r></w:del>' * 2_500 + "</w:p>"),
        "tag_deleted",
    ),
    "merged cells, in cubic time": Case(
        partial(
            says,
            ROWS.format(
                "<w:tc><w:p><w:r><w:t>{% vm %}</w:t></w:r></w:p>"
                "<w:tcPr></w:tcPr>" + "<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 2_000 + "</w:tc>"
            ),
        ),
        "template_language",
    ),
    "too many tags": Case(partial(says, "{{ title }}" * 20_000), "template_tags"),
    "too many elements": Case(partial(says, "<w:p/>" * 150_000), "template_elements"),
    "too long a text": Case(partial(says, LONG + LONG), "template_large"),
    "fields in fields": Case(
        partial(
            with_parts,
            word_header9=f"<w:hdr {NAMESPACES}>"
            + '<w:fldChar w:fldCharType="begin"/><w:instrText>x</w:instrText>' * 25_000
            + "</w:hdr>",
        ),
        "field_unknown",
    ),
    "a thousand unknown names": Case(
        partial(says, "".join(f"{{{{ name{number} }}}}" for number in range(2_900))), "template_variable"
    ),
    "a name as long as a book": tag("{{ " + "t" * 900_000 + " }}", "tag_long"),
    "deep XML": Case(partial(files.deep, 8_000), "part_damaged"),
    "deep XML in another part": Case(
        partial(with_parts, word_styles="<a>" * 100_000 + "</a>" * 100_000), "part_damaged"
    ),
    "a hundred thousand attributes": Case(partial(files.attributes, 150_000), HARMLESS),
    "an entity that grows": Case(partial(files.with_doctype, LAUGHS, "&l9;"), "package_doctype"),
    "an entity said often": Case(partial(files.with_doctype, QUADRATIC, "&q;" * 20_000), "package_doctype"),
}

READING = {
    "an entity from a file": Case(
        partial(files.with_doctype, '<!ENTITY x SYSTEM "secret.txt">', "&x;"), "package_doctype"
    ),
    "an entity from a host": Case(
        partial(files.with_doctype, f'<!ENTITY x SYSTEM "{ADDRESS}">', "&x;"), "package_doctype"
    ),
    "a DTD from a host": Case(
        partial(files.body_changed, "<w:document", f'<!DOCTYPE w:document SYSTEM "{ADDRESS}"><w:document'),
        "package_doctype",
    ),
    "an entity in UTF-16": Case(
        lambda: packed({**parts(), MAIN: '<!DOCTYPE a [<!ENTITY x SYSTEM "secret.txt">]><a>&x;</a>'.encode("utf-16")}),
        "package_doctype",
    ),
    "an XInclude": Case(
        partial(
            says, '<w:p><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="secret.txt" parse="text"/></w:p>'
        ),
        HARMLESS,
    ),
    "a style sheet": Case(
        partial(files.body_changed, "<w:document", f'<?xml-stylesheet type="text/xsl" href="{ADDRESS}"?><w:document'),
        HARMLESS,
    ),
    "a link to click": Case(partial(links, "hyperlink", ADDRESS), HARMLESS),
    "an attached template": Case(
        partial(links, "attachedTemplate", ADDRESS, source=files.SETTINGS_LINKS), "template_attached"
    ),
    "a linked picture": Case(partial(links, "image", ADDRESS), OUTSIDE),
    "a linked picture on a share": Case(partial(links, "image", r"\\203.0.113.1\share\x.png", external=False), OUTSIDE),
    "a picture's address in VML": Case(
        partial(
            says,
            f'<w:p><w:r><w:pict><v:imagedata xmlns:v="{VML}" src="{ADDRESS}"/></w:pict></w:r></w:p>',
        ),
        OUTSIDE,
    ),
    "a linked object": Case(partial(links, "oleObject", ADDRESS), OUTSIDE),
    "an object": Case(partial(links, "oleObject", "x.bin", external=False), OUTSIDE),
    "an embedded package": Case(partial(links, "package", "x.bin", external=False), OUTSIDE),
    "an ActiveX control": Case(partial(links, "control", "x.bin", external=False), OUTSIDE),
    "another document within": Case(partial(links, "aFChunk", "x.bin", external=False), OUTSIDE),
    "a sub-document": Case(partial(links, "subDocument", ADDRESS), OUTSIDE),
    "a frame": Case(partial(links, "frame", ADDRESS, source="word/_rels/webSettings.xml.rels"), OUTSIDE),
    "a mail merge": Case(partial(links, "mailMergeSource", ADDRESS, source=files.SETTINGS_LINKS), OUTSIDE),
    "a relationship of no known kind": Case(partial(links, "somethingNew", ADDRESS), OUTSIDE),
    "macros in a document": Case(partial(links, "vbaProject", "x.bin", external=False), OUTSIDE),
    "macros, declared": Case(
        partial(files.declared, "application/vnd.ms-word.document.macroEnabled.main+xml"), "not_a_docx"
    ),
    "INCLUDETEXT": Case(partial(says, field(' INCLUDETEXT "secret.txt" ')), "field_reaches"),
    "INCLUDETEXT in pieces": Case(partial(says, field(" INC", "LUDE", 'TEXT "secret.txt" ')), "field_reaches"),
    "INCLUDEPICTURE, simple": Case(
        partial(says, f'<w:p><w:fldSimple w:instr=" includepicture &quot;{ADDRESS}&quot; \\d "/></w:p>'),
        "field_reaches",
    ),
    "DDEAUTO in a footnote": Case(
        partial(
            with_part,
            "footnotes",
            "footnotes.xml",
            NOTE.format(NAMESPACES, nested(' DDEAUTO c:\\\\cmd.exe "/k calc" ')),
        ),
        "field_reaches",
    ),
    "LINK in an IF": Case(partial(says, field(" IF 1 = 1 ", nested(" LINK Excel.Sheet x "))), "field_reaches"),
    "a field whose name a field makes": Case(
        partial(says, field(nested(" QUOTE INCLUDE "), "TEXT x")), "field_reaches"
    ),
    "a page number": Case(partial(says, field(" PAGE ")), HARMLESS),
}

ARCHIVES = {
    "a bomb": Case(files.bomb, "package_limit"),
    "a bomb that lies": Case(files.lying_bomb, "package_damaged"),
    "twenty thousand parts": Case(
        lambda: files.zipped(
            {**parts(), **{f"word/{number}.xml": b"" for number in range(20_000)}}, zipfile.ZIP_STORED
        ),
        "package_limit",
    ),
    "a part outside the folder": Case(lambda: packed({**parts(), "../../pwned.xml": b"x"}), "package_name"),
    "a part at the root": Case(lambda: packed({**parts(), "/etc/pwned": b"x"}), "package_name"),
    "a part on a drive": Case(lambda: packed({**parts(), "C:\\pwned": b"x"}), "package_name"),
    "two parts of one name": Case(lambda: packed({**parts(), "Word/Document.xml": parts()[MAIN]}), "package_name"),
    "encrypted parts": Case(partial(files.flagged, 1), "package_encrypted"),
    "a document with a password": Case(files.encrypted, "package_encrypted"),
    "half a file": Case(lambda: packed(parts())[:4_000], "package_damaged"),
    "another compression": Case(lambda: files.zipped(parts(), zipfile.ZIP_BZIP2), "package_damaged"),
    "a workbook": Case(partial(files.declared, "application/vnd.ms-excel"), "not_a_docx"),
    "a page of huge size": Case(partial(files.body_changed, 'w:w="11906"', f'w:w="{"9" * 5_000}"'), "page_measure"),
    "a page of no size": Case(partial(files.body_changed, 'w:top="2098"', 'w:top="1e999"'), "page_measure"),
    "a list of huge number": Case(
        lambda: with_parts(
            word_numbering=parts()["word/numbering.xml"].replace(b'w:numId="1"', b'w:numId="' + b"9" * 5_000 + b'"')
        ),
        HARMLESS,
    ),
    "text in no encoding": Case(partial(with_parts, word_styles=b"\xff\xfe\xff"), "part_damaged"),
}

LARGEST = {
    "as many elements as may be": Case(partial(says, "<w:p/>" * 29_000), HARMLESS),
    "as many paragraphs as may be": Case(partial(says, *["文字文字"] * 2_900), HARMLESS),
    "as many tags as may be": Case(partial(says, "{{ title }}" * 2_800), HARMLESS),
    "as long a text as may be": Case(partial(says, "文" * 330_000), HARMLESS),
    "as many runs with halves of tags as may be": Case(
        partial(
            says,
            "<w:p>"
            + "<w:r><w:t>{</w:t></w:r><w:r><w:t>{ title }</w:t></w:r><w:r><w:t>}</w:t></w:r>" * 2_400
            + "</w:p>",
        ),
        HARMLESS,
    ),
    "as large as may be": Case(
        lambda: packed(
            {**parts(), **{f"word/media/{number}.png": bytes(range(256)) * 4 * 1_024 for number in range(22)}}
        ),
        HARMLESS,
    ),
    "as many parts as may be": Case(
        lambda: packed({**parts(), **{f"word/x{n}.xml": b"<a/>" for n in range(1_980)}}), HARMLESS
    ),
    "styles as large as may be": Case(
        lambda: with_parts(
            word_styles=parts()["word/styles.xml"].replace(
                b"</w:styles>",
                b"".join(
                    b'<w:style w:type="paragraph" w:styleId="s%d"><w:basedOn w:val="s%d"/></w:style>' % (n, n + 1)
                    for n in range(20_000)
                )
                + b"</w:styles>",
            )
        ),
        HARMLESS,
    ),
}

CASES: dict[str, Case] = {**RUNNING, **EXHAUSTING, **READING, **ARCHIVES, **LARGEST}
