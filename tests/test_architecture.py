"""The pages for people who work on the package name what is there: files, packages, limits."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`((?:renmin_docs|tests)/[\w./]*)`", PAGE))


def test_every_file_that_the_page_names_is_there():
    assert len(NAMED) > 60
    assert [name for name in NAMED if not (ROOT / name).exists()] == []


def test_every_part_of_the_package_is_named():
    package = ROOT / "renmin_docs"
    parts = {f"renmin_docs/{part.name}{'/' * part.is_dir()}" for part in package.iterdir() if part.name[0] not in "._"}
    parts = {part for part in parts if part.endswith((".py", "/")) and "__init__" not in part and "pycache" not in part}
    assert parts - {"renmin_docs/templates/"} <= NAMED


def test_the_packages_on_the_page_stand_in_the_layers_of_the_test_of_layers():
    from tests.test_floors import FLOORS

    rows = re.findall(
        r"^\| [^|]* \| (`renmin_docs/[^|]*) \|$", PAGE.split("## Layers")[1].split("## To add")[0], re.MULTILINE
    )
    named = [{Path(name).stem for name in re.findall(r"`renmin_docs/(\w+)", row)} for row in reversed(rows)]
    assert named == [set(floor) - {""} for floor in FLOORS]


def named_for(beginning: str) -> set[str]:
    """The modules that the page names for something to add."""
    row = next(line for line in PAGE.splitlines() if line.startswith(f"| {beginning}"))
    return {*re.findall(r"`(renmin_docs/[\w/]+\.py)`", row)}


def knowing(kinds: Iterable[str]) -> set[str]:
    """The modules that know one of some kinds by its name."""
    texts = {path: path.read_text(encoding="utf-8") for path in (ROOT / "renmin_docs").rglob("*.py")}
    return {
        path.relative_to(ROOT).as_posix() for path, text in texts.items() if any(f'"{kind}"' in text for kind in kinds)
    }


OF_ANY_DOCUMENT = {
    "renmin_docs/check/line_texts.py": {"copy_number", "classification", "urgency", "copied_to"},
    "renmin_docs/intake/prose/end.py": {"copied_to"},
    "renmin_docs/intake/prose/head.py": {"copy_number"},
}
"""Where a document that is not ours is read: module → the keys that it knows by what their lines say."""
FOR_ITSELF = {
    "renmin_docs/intake/datafiles/recovery.py": {"classification"},  # which its period needs
    "renmin_docs/intake/documents/official.py": {"classification"},  # behind which its period stands
    "renmin_docs/messages/official.py": {"copy_number"},  # a finding of this name
    "renmin_docs/render/values/header.py": {"classification"},
    "renmin_docs/report/years/next_year.py": {"copy_number"},  # to be written anew
}
"""Module → the keys that are more to it than a paragraph."""
NAMES_OF_MORE = {"note", "introduction", "conclusion"}
"""Keys whose names say other things too: a role of passages, the place of a chapter, where unread lines are kept."""


def test_paragraphs_of_one_key_are_known_only_where_the_page_says():
    from renmin_docs.vocabulary import LINES

    named = named_for("a key that is printed in a paragraph of its own")
    known = {key: knowing([key]) - named for lines in LINES.values() for key in lines if key not in NAMES_OF_MORE}
    found = {(module, key) for key, modules in known.items() for module in modules}
    assert found == {(module, key) for module, keys in {**OF_ANY_DOCUMENT, **FOR_ITSELF}.items() for key in keys}


def test_items_of_bodies_are_known_only_where_the_page_says_and_a_new_one_costs_nine_files():
    from renmin_docs.vocabulary.report import ITEM_TEXTS

    named = named_for("an item of bodies")
    assert len(named) <= 8  # and its model
    assert [name for name in named if "picture" not in (ROOT / name).read_text(encoding="utf-8").lower()] == []
    of_any_document = {"renmin_docs/check/roles.py", "renmin_docs/render/preparing/body_tag.py"}
    assert (
        knowing(ITEM_TEXTS) - named == of_any_document
    )  # how such lines look, and their styles are called, in other documents


def test_the_pages_that_are_made_from_the_package_are_up_to_date():
    from tests.write_docs import DOCS, PAGES

    for name, make in PAGES.items():
        assert make() == (DOCS / name).read_text(encoding="utf-8"), "run python -m tests.write_docs"


def test_the_page_of_security_names_the_limits_that_hold():
    from renmin_docs.intake.datafiles import source
    from renmin_docs.intake.prose import decoding
    from renmin_docs.ooxml import package
    from renmin_docs.opening import MAX_OFFICE_FILE
    from renmin_docs.render.pictures import files
    from renmin_docs.render.preparing import opening

    page = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    limits = dict(re.findall(r"^\| .*\(`(.*)`\) \| (.*) \|$", page, re.MULTILINE))
    counted = {
        source: ([source.MAX_BYTES], [source.MAX_VALUES, source.MAX_DEPTH]),
        decoding: ([decoding.MAX_BYTES], []),
        package: ([MAX_OFFICE_FILE, package.MAX_TOTAL, package.MAX_XML], [package.MAX_PARTS]),
        opening: ([opening.MAX_TOTAL, opening.MAX_XML], [opening.MAX_ELEMENTS, opening.MAX_TAGS]),
        files: ([files.MAX_BYTES], [files.MAX_SIDE]),
    }
    assert set(limits) == {module.__name__.replace(".", "/") + ".py" for module in counted}
    for module, (sizes, numbers) in counted.items():
        row = limits[module.__name__.replace(".", "/") + ".py"]
        named = {int(number.replace(",", "")) for number in re.findall(r"[\d,]*\d", row)}
        assert named == {*(size // 2**20 for size in sizes), *numbers}
