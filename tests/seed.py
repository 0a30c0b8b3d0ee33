"""The real report that began all this: a page as it was scraped, and as it was restored by hand.

It is no file of ours: it lies in the folder shared/ beside the repository, where there is one.
"""

from pathlib import Path

import pytest

SEED = Path(__file__).parents[2] / "shared" / "seed"
needs_seed = pytest.mark.skipif(not SEED.is_dir(), reason="the folder shared/ does not lie beside the repository")
