"""What systems lack, and the reasons with which tests skip there."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest


def _has_links() -> bool:
    """Whether links can be made: Windows asks for a privilege, wine makes none and says that it did."""
    with tempfile.TemporaryDirectory() as folder:
        link = Path(folder, "link")
        try:
            link.symlink_to("file")
        except OSError:
            return False
        return link.is_symlink()


def _is_wine() -> bool:
    """Whether this Windows is wine, which keeps fewer of Windows' rules, and does not do all that Python asks of it."""
    if sys.platform != "win32":
        return False
    import ctypes

    return hasattr(ctypes.windll.ntdll, "wine_get_version")


needs_links = pytest.mark.skipif(not _has_links(), reason="no symbolic links can be made here")
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no permissions, signals and devices of this kind")
short_names = pytest.mark.skipif(os.name == "nt", reason="Windows limits whole paths: see tests/test_writing.py")
not_wine = pytest.mark.skipif(_is_wine(), reason="wine does not keep this rule of Windows")
needs_pools = pytest.mark.skipif(_is_wine(), reason="pools of processes hang in wine, which takes empty pipes for full")
