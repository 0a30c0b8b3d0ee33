"""The documentation site is built strictly, fetches nothing from elsewhere, and its search finds Chinese words."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import renmin_docs
from renmin_docs import figures
from renmin_docs.vocabulary import MAPPINGS
from tests.reference_pages import command_names
from tests.write_docs import tables

ROOT = Path(__file__).parent.parent
REQUIRED = bool(os.environ.get("RENMIN_DOCS_REQUIRE_SITE"))
LOADED = re.compile(r"""<(?:script|link|img|iframe)\b[^>]*?\b(?:src|href)=["']?(https?:)?//""")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The built site, in a folder."""
    if not REQUIRED and importlib.util.find_spec("material") is None:
        pytest.skip("the extra `docs` is not installed")
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-W", "ignore", "-m", "mkdocs", "build", "-q", "-f", ".mkdocs.yml", "-d", str(folder)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, check=False, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    return folder


@pytest.fixture(scope="module")
def browser():
    """Headless Chromium."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not REQUIRED and (program is None or importlib.util.find_spec("playwright") is None):
        pytest.skip("Chromium or playwright, of the extra `dev`, is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()


def test_every_page_is_built_and_loads_nothing_from_elsewhere(site):
    pages = {path.relative_to(site).with_suffix(".md").as_posix() for path in site.rglob("*.html")}
    written = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    assert written <= pages
    for path in site.rglob("*.html"):
        assert not LOADED.search(path.read_text(encoding="utf-8")), path


def test_every_public_name_key_command_and_rule_stands_in_what_is_searched(site):
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    words = set(re.findall(r"[\w.-]+", "\n".join(f"{entry['title']}\n{entry['text']}" for entry in index["docs"])))
    words |= {part for word in words for part in word.split(".")}
    public = {*renmin_docs.__all__, *figures.__all__} - {"__version__"}
    keys = {spelling for mapped in MAPPINGS.values() for name, key in mapped.items() for spelling in (name, key.zh)}
    rules = {name for table in tables() for name in table.rows}
    for names in (public, keys, rules, set(command_names())):
        assert names - words == set()


@pytest.mark.parametrize(("words", "page"), [("同比", "figures"), ("版记", "zh/"), ("replace", "zh/python")])
def test_the_search_finds_the_page(site, browser, words, page):
    handler = partial(SimpleHTTPRequestHandler, directory=str(site))
    handler.log_message = lambda *_: None
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        opened = browser.new_page()
        foreign = []
        opened.on("request", lambda request: foreign.append(request.url) if "127.0.0.1" not in request.url else None)
        opened.goto(f"http://127.0.0.1:{server.server_port}/index.html?q={words}")
        opened.wait_for_selector(".md-search-result__link")
        links = [link.get_attribute("href") for link in opened.query_selector_all(".md-search-result__link")]
        server.shutdown()
    assert any(f"/{page}" in link for link in links), links
    assert [url for url in foreign if url.startswith("http")] == []
