"""The Chinese names of what texts and templates may name of a report: those of the keys, and of what is no key."""

from __future__ import annotations

from collections import defaultdict

from renmin_docs.vocabulary import official, report

_KEYS = {**official.MAPPINGS["Imprint"], **official.MAPPINGS["Header"], **report.MAPPINGS["WorkReport"]}

NAMES: dict[str, tuple[str, ...]] = {
    **{key: (row.zh,) for key, row in _KEYS.items()},
    "issuer": (report.MAPPINGS["Organization"]["issuer"].zh, "发文机关署名"),
    "next_period": ("下期", "下一时段"),
    "addressee": (report.MAPPINGS["WorkReport"]["addressee"].zh, "主送机关"),
    "blank_rows": ("空行",),
    "joint": ("联合行文",),
    "signatory_rows": ("签发行",),
    "label": ("签发人字样",),
    "names": (official.MAPPINGS["Header"]["signatories"].zh,),
    "name": (report.MAPPINGS["Organization"]["name"].zh,),
    "blocks": ("段落",),
    "kind": ("种类",),
    "mark": ("序号",),
    "lead": (report.MAPPINGS["Point"]["lead"].zh,),
    "text": (report.MAPPINGS["Point"]["body"].zh, "文字"),
    "level": ("层次",),
    "points": ("要点",),
    "table": ("表格",),
    "picture": ("图片",),
    "loop": ("循环",),
    "index": ("第几次",),
    "first": ("首次",),
    "last": ("末次",),
}
"""English name → the Chinese ones, the usual one first."""


def _english() -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, words in NAMES.items():
        for word in words:
            found[word].append(name)
    return {word: tuple(names) for word, names in found.items()}


ENGLISH = _english()
"""Chinese name → the English ones; where a name stands tells which of them is meant."""
