"""What `new` writes, in an editor: the YAML language server of VS Code completes its keys and marks slips.

CI installs the server; elsewhere RENMIN_DOCS_YAML_SERVER names it, or it is on the PATH.
"""

from __future__ import annotations

import json
import subprocess
from contextlib import suppress

import pytest

from renmin_docs.skeleton import skeleton, write_skeleton
from tests.printing import require

_SETTINGS = {"schemaStore": {"enable": False}, "validate": True, "completion": True, "hover": True}


class Server:
    """The language server, as an editor talks with it: JSON-RPC over its input and output."""

    def __init__(self, process: subprocess.Popen) -> None:
        self._process, self._asked = process, 0
        self.ask(
            "initialize", {"processId": None, "rootUri": None, "capabilities": {"workspace": {"configuration": True}}}
        )
        self._send({"method": "initialized", "params": {}})

    def ask(self, method, params):
        """The answer to a request."""
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        return self._until(lambda message: message.get("id") == self._asked and "method" not in message)["result"]

    def open(self, path, text):
        """The lines, from 1, and messages of what is wrong with a file whose text in the editor is this."""
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        found = self._until(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == path.as_uri()
            )
        )["params"]["diagnostics"]
        return [(each["range"]["start"]["line"] + 1, each["message"]) for each in found]

    def _send(self, message):
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self._process.stdin.flush()

    def _until(self, is_wanted):
        while True:
            message = self._received()
            if message.get("method") == "workspace/configuration":
                asked = message["params"]["items"]
                settings = [_SETTINGS if each.get("section") == "yaml" else {} for each in asked]
                self._send({"id": message["id"], "result": settings})
            elif is_wanted(message):
                return message

    def _received(self):
        length = 0
        while line := self._process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        assert length, "the server has ended"
        return json.loads(self._process.stdout.read(length))


@pytest.fixture(scope="module")
def server():
    command = [require("yaml-language-server"), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            yield Server(process)
        finally:
            with suppress(ProcessLookupError):
                process.kill()


@pytest.fixture(params=["zh", "en"])
def written(request, tmp_path):
    return write_skeleton(skeleton("青山街道", 2023, keys=request.param), tmp_path)


def test_an_editor_finds_nothing_wrong_with_what_is_written_and_each_slip_in_its_line(server, written):
    text = written.report.read_text(encoding="utf-8")
    assert server.open(written.report, text) == []
    assert server.open(written.profile, written.profile.read_text(encoding="utf-8")) == []
    is_chinese = "年度: 2023" in text
    for right, wrong in (
        (("打算:", "打祘:"), ("序列: 并列", "序列: 并例"))
        if is_chinese
        else (
            ("plans:", "plnas:"),
            ("series: ordinal", "series: ordnial"),
        )
    ):
        lines = text.replace(f"{right}", wrong, 1).splitlines()
        (line, message), *more = server.open(written.report.with_name(f"{wrong[-4:-1]}.yaml"), "\n".join(lines))
        assert (lines[line - 1].strip(), more) == (wrong, [])
        assert wrong.rstrip(":") in message or "并列" in message or "ordinal" in message
    signed = (
        ("单位: {署名: 甲街道办事处}", "年度: 2023") if is_chinese else ("organization: {issuer: 甲}", "year: 2023")
    )
    lines = text.replace(signed[1], "\n".join(signed), 1).splitlines()
    assert server.open(written.report.with_name("署名.yaml"), "\n".join(lines)) == []
    alone = [line for line in lines if not line.startswith(("配置:", "profile:"))]
    found = server.open(written.report.with_name("无配置.yaml"), "\n".join(alone))
    assert [alone[line - 1] for line, _ in found] == [signed[0]]


def test_an_editor_completes_keys_and_words_and_says_what_they_are_for(server, written):
    lines = written.report.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith(("年度", "year")))
    lines.insert(at + 1, "")
    path = written.report.with_name("完成.yaml")
    server.open(path, "\n".join(lines))
    place = {"textDocument": {"uri": path.as_uri()}, "position": {"line": at + 1, "character": 0}}
    offered = {each["label"]: each for each in server.ask("textDocument/completion", place)["items"]}
    assert offered["版头"]["documentation"] == "版头：作为公文上报时才写。"
    assert offered["header"]["documentation"].startswith("版头, for a report")
    assert not {"year", "年度"} & set(offered) - {"year" if lines[at].startswith("年度") else "年度"}
    assert "null" not in offered["版头"]["insertText"]
    assert offered["编号方式"]["insertText"].strip() == "编号方式:"
    hover = server.ask("textDocument/hover", {**place, "position": {"line": at, "character": 1}})["contents"]["value"]
    assert ("报告的年度，四位数字。" in hover) is lines[at].startswith("年度")
