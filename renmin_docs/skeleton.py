"""The files that `renmin-docs new` writes: an office's profile, and a first report with comments that guide a clerk.

`<key>` stands for a key or value in the file's spelling, `#name#` for a comment of `messages.skeletons`.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.batch.names import safe_stem, stem_of_report
from renmin_docs.errors import Finding, OutputError
from renmin_docs.fingerprint import stamped
from renmin_docs.intake.datafiles.source import MAX_BYTES
from renmin_docs.messages import Language
from renmin_docs.messages.skeletons import COMMENTS
from renmin_docs.opening import read_file
from renmin_docs.render.preparing.private_folder import cache_key, kept_bytes
from renmin_docs.report.offices import issuer_of, kind_of
from renmin_docs.report.text import require_name
from renmin_docs.vocabulary import Spelling, spelled
from renmin_docs.writing import write_file, write_outputs

if TYPE_CHECKING:
    from renmin_docs.report.fields import Model

_PROFILE = """\
# yaml-language-server: $schema=.schema/profile.json
# #schema#
# #profile#
# #profile_use#

<organization>:
  <Organization.name>: NAME
  # <issuer>: ISSUER    # #issuer#

# #title#
<title_pattern>: "{name}{period}工作总结和{next_period}工作打算"

# #headings#
<headings>:
  <achievements>: "{period}工作开展情况"
  <difficulties>: 存在的困难和问题
  <plans>: "{next_period}工作打算"

# #marks#
<marks>: [一、, （一）, "1.", （1）]

<numbering>: <typed>    # #numbering#
# <template>: ours.docx    # #template#

# #page#
<page>: {<grid>: A, <fonts>: <gb2312>, <page_number>: <mirrored>}

# #official#
# <addressee>: SUPERIOR
# <signature>: {<Signature.kind>: <sealed>}
# <imprint>: {<copied_to>: [有关单位]}
"""

_REPORT = """\
# yaml-language-server: $schema=.schema/report.json
# #schema#
# #report#
# #report_use#
# #render#

<profile>: PROFILE    # #keep_profile#
<year>: YEAR
<issue_date>: YEAR-12-20    # #issue_date#

# #figures#
# #figures_unused#
<figures>:
  意见建议: 3200余条
  办结率: 98.5%
  维修改造: {<Figure.total>: 12处, <Figure.parts>: {道路: 7处, 照明: 5处}}    # #parts#
  投入资金: {<Figure.value>: 136万元, <Figure.previous>: 128万元}    # #growth#
  服务人次: {<Figure.value>: 5.2万人次, <Figure.previous>: 4.6万人次}

# #introduction#
<introduction>: YEAR年，坚持把实事办好，各项工作平稳推进。

# #achievements#
<achievements>:
  <body>:
    - <heading>: 办好重点实事    # #heading#
      <body>:
        - 全年收到意见建议{意见建议}，办结率{办结率}。
        - <lead>: 改善基础条件    # #lead#
          <body>: 完成维修改造{维修改造:其中}。
        - <lead>: 方便日常出行
          <body>: 划定停车区域，增设指示标牌。
    - <heading>: 提升服务水平
      <body>:
        - 投入资金{投入资金}，{投入资金:同比}；服务{服务人次}，{服务人次:同比}。
        # #table#
        - <Table.caption>: 主要指标
          <Table.figures>: [投入资金, 服务人次]

# #difficulties#
<difficulties>:
  <series>: <ordinal>
  <body>:
    - {<lead>: 停车难, <body>: 空地少，高峰时车位不够用。}
    - {<lead>: 人手紧, <body>: 工作人员身兼数职，精力分散。}

# #plans#
<plans>:
  <body>:
    - <lead>: 挖潜增位
      <body>: 与周边单位商定错时停车。
    - <lead>: 减负增效
      <body>: 清理重复报表，把时间用在一线。
"""

_SCHEMAS = ".schema"
"""The folder of the schemas beside the files, hidden as editors' own are: there `batch` takes none for a report."""
_MARK = b"renmin-docs new"
_SLOT = re.compile(r"<(?P<key>[A-Za-z_0-9.]+)>|#(?P<comment>[a-z_]+)#|(?P<word>NAME|ISSUER|SUPERIOR|YEAR|PROFILE)")
_IN_COMMENT = re.compile(r"%(\w+)%")
_MAKER = "new"
_PLAIN = re.compile("[\u4e00-\u9fff]+")


class Skeleton(NamedTuple):
    """The two files of an office: their names and texts."""

    profile_name: str
    report_name: str
    profile: str
    report: str


class Written(NamedTuple):
    """What was written, beside the schemas that editors read; a profile that stood there already may be kept."""

    profile: Path
    report: Path
    kept: bool


def skeleton(name: str, year: int, *, keys: Spelling = "zh", language: Language = "zh") -> Skeleton:
    """The files of an office.

    Args:
        name: The name of the organization, as it stands in the title.
        year: The year of the report.
        keys: The spelling of the keys.
        language: The language of the comments.

    Raises:
        TextError: The name is blank, or can't be printed.
    """
    profile_name = f"{safe_stem(require_name(name))}.profile.yaml"
    report_name = f"{stem_of_report(name, f'{year}年')}.yaml"
    words = {"NAME": _quoted(name), "ISSUER": _quoted(issuer_of(name)), "YEAR": str(year)}
    words["SUPERIOR"] = kind_of(name).superior
    words["PROFILE"] = _quoted(profile_name)
    command = f'renmin-docs render "{report_name}"' if " " in report_name else f"renmin-docs render {report_name}"

    def comment(name: str) -> str:
        text = COMMENTS[name][language == "zh"]
        return _IN_COMMENT.sub(lambda match: command if match[1] == "command" else spelled(match[1], keys), text)

    def filled(match: re.Match[str]) -> str:
        if match["key"]:
            return spelled(match["key"], keys)
        return comment(match["comment"]) if match["comment"] else words[match["word"]]

    return Skeleton(profile_name, report_name, _SLOT.sub(filled, _PROFILE), _SLOT.sub(filled, _REPORT))


def write_skeleton(made: Skeleton, folder: Path, *, force: bool = False) -> Written:
    """Write the files of an office into a folder, which is made where it is missing.

    A profile that is there serves for one more year, and is kept; the schemas are written anew.

    Args:
        made: The files.
        folder: The folder.
        force: Replace a report that was made or changed by hand, too.

    Raises:
        OutputError: There is a report already that is not as `new` wrote it, or the system refuses.
    """
    profile, report = folder / made.profile_name, folder / made.report_name
    _make(folder)
    kept = os.path.isfile(profile)
    files = {} if kept else {profile: made.profile.encode()}
    files[report] = stamped(made.report.encode(), _MAKER, report.suffix)
    write_outputs(files, _MAKER, force=force)
    _write_schemas(folder / _SCHEMAS)
    return Written(profile, report, kept)


def _write_schemas(folder: Path) -> None:
    """Write the JSON Schemas where the first lines of the files name them; what a person put there stays."""
    _make(folder)
    for name, schema in _schemas().items():
        path = folder / name
        if not os.path.exists(path) or _MARK in read_file(path, MAX_BYTES, OutputError):
            write_file(path, schema)


def _schemas() -> dict[str, bytes]:
    """The JSON Schemas of both files: editors complete and check by them; kept, since models are slow to import."""
    text = kept_bytes(cache_key(_MARK, (".",), ("pydantic.json_schema",)) + ".json", _made_schemas)
    return {name: json.dumps(schema, ensure_ascii=False).encode() for name, schema in json.loads(text).items()}


def _made_schemas() -> bytes:
    from renmin_docs.report.models import WorkReport
    from renmin_docs.report.profile import Profile

    models: dict[str, type[Model]] = {"report.json": WorkReport, "profile.json": Profile}
    made = {name: {"$comment": _MARK.decode(), **model.model_json_schema()} for name, model in models.items()}
    return json.dumps(made).encode()


def _make(folder: Path) -> None:
    try:
        os.makedirs(folder, exist_ok=True)
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise OutputError(Finding("output_failed", found=reason), subject=str(folder)) from error


def _quoted(text: str) -> str:
    """A text as YAML takes it for a text: Chinese alone needs no quotation marks."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
