r"""Nothing is lost under abuse: any report, any template, any data file, any fault of the system.

CI runs these for some seconds each. Longer runs, by hand:

    RENMIN_DOCS_PROOF_SECONDS=600 RENMIN_DOCS_PROOF_CASES=1000000 RENMIN_DOCS_PROOF_SEED=7 \
        pytest tests/proof/test_fuzz.py   # other cases than those of CI
    RENMIN_DOCS_PROOF_REPORTS=2000 pytest tests/proof/test_any_report.py
    RENMIN_DOCS_PROOF_SAVES=10000 pytest -rP tests/proof/test_memory.py
    RENMIN_DOCS_PROOF_KILLS=1000  pytest tests/proof/test_faults.py
"""

from __future__ import annotations

import os

from tests.effort import examples


def setting(name: str, default: int) -> int:
    """How much of something a run does: what the environment says, or what is right for CI, or a share of it."""
    return int(os.environ.get(f"RENMIN_DOCS_PROOF_{name}", examples(default)))
