"""Put the tags of a part right before they are examined: what is written otherwise than docxtpl reads it."""

from __future__ import annotations

import re

from lxml.etree import _Element

from renmin_docs.errors import Finding
from renmin_docs.messages.shown import quote
from renmin_docs.render.preparing.contents import renew_contents
from renmin_docs.render.preparing.controls import free_controls
from renmin_docs.render.preparing.old_forms import fill_forms
from renmin_docs.render.preparing.paragraphs import held_in, with_texts
from renmin_docs.render.preparing.spelling import respell
from renmin_docs.render.preparing.split_tags import join_tags

_COMMENT = re.compile(r"\{#(?!p\s)(?P<says>[^{}#]*)#\}")


def put_right(root: _Element) -> list[Finding]:
    """Old forms become tags, contents are emptied, split and misspelt tags are whole and right.

    Returns:
        The slips for which the template is refused all the same: its author knows best what was meant.
    """
    fill_forms(root)
    renew_contents(root)
    slips = [
        Finding(each.slip.rule, place=quote(each.text, 60), found=each.found, expected=each.slip.expected)
        for each in respell(root)
    ]
    free_controls(root)
    join_tags(root)
    _let_comments_go(root)
    return slips


def _let_comments_go(root: _Element) -> None:
    """A comment alone in its paragraph takes it along, so that no empty line is printed."""
    for paragraph, text in with_texts(root):
        match = _COMMENT.fullmatch(text.strip()) if "{#" in text else None
        if match and not held_in(paragraph):
            holder = next(each for each in paragraph.iter() if each.text and "{#" in each.text)
            holder.text = f"{{#p {match['says'].strip()} #}}"
