"""The Chinese names of what texts and templates may name of a report: those of the keys, and of what is no key."""

from __future__ import annotations

from renmin_docs.vocabulary.report import MAPPINGS

NAMES: dict[str, tuple[str, ...]] = {
    **{key: (row.zh,) for key, row in MAPPINGS["WorkReport"].items()},
    "issuer": (MAPPINGS["Organization"]["issuer"].zh, "发文机关署名"),
    "next_period": ("下期", "下一时段"),
}
"""English name → the Chinese ones, the usual one first."""
