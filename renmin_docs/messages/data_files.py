"""Messages about a data file and about its keys and values, whatever language it is written in."""

from __future__ import annotations

from renmin_docs.messages.composing import DID_YOU_MEAN, LIMIT, WRITE_THIS, Rule, warning

_SAVE_AS = ("save it as {expected}", "请另存为 {expected}")

DATA_FILES: dict[str, Rule] = {
    "file_missing": Rule("there is no such file", "文件不存在", "check the path", "请核对路径"),
    "file_directory": Rule("this is a folder", "这是一个文件夹", "name a file in it", "请写明其中的文件"),
    "file_forbidden": Rule(
        "you are not allowed to read the file", "没有读取这个文件的权限", "ask for the permission", "请申请权限"
    ),
    "file_in_use": Rule(
        "the file can't be opened: a program has it open, or you are not allowed to read it",
        "文件打不开，可能正在别的程序中打开，或者没有读取权限",
        "close it in Word, WPS or Excel first",
        "请先在 Word、WPS 或 Excel 中关闭它",
    ),
    "path_too_long": Rule(
        "the path has {found} characters, and Windows finds none that is longer than {expected}",
        "路径有 {found} 个字符，Windows 最多只认 {expected} 个",
        "use a shorter name, or a folder nearer to the drive",
        "请缩短文件名，或换到层级较浅的文件夹",
    ),
    "file_special": Rule(
        "this is no regular file but {found}",
        "这不是普通文件，而是{found}",
        "save its content as a file and write the path of that file",
        "请先把内容存成文件，再写该文件的路径",
    ),
    "file_over_limit": Rule("the file is too large: {found}", "文件过大：{found}", *LIMIT),
    "file_unreadable": Rule("the file can't be read ({found})", "文件无法读取（{found}）"),
    "file_kind": Rule(
        "data are not read from a file that ends in {found}",
        "不能从 {found} 文件读取数据",
        "use {expected}",
        "可用的文件类型：{expected}",
    ),
    "file_empty": Rule("the file is empty", "文件是空的", "it needs at least {expected}", "至少要有 {expected}"),
    "file_encoding": Rule(
        "the file is not UTF-8: it looks like {found}", "文件不是 UTF-8 编码，看上去是{found}", *_SAVE_AS
    ),
    "file_bytes": Rule("the file is not UTF-8: {found}", "文件不是 UTF-8 编码：{found}", *_SAVE_AS),
    "file_not_mapping": Rule(
        "the file holds {found}", "文件内容是{found}", "it should be {expected}", "应当是{expected}"
    ),
    "file_too_deep": Rule(
        "the data is nested more than {found} levels deep",
        "数据嵌套超过 {found} 层",
        "a report needs far fewer",
        "报告用不到这么多层",
    ),
    "file_too_large": Rule("the data is larger than a report can be", "数据过大，不像是一份报告", *LIMIT),
    "data_written_large": warning(
        "the data file has {found}, more than can be read again",
        "数据文件有 {found}，过大而不能再读入",
        "divide the report; the limit is {expected}",
        "请把报告分开；上限为 {expected}",
    ),
    "duplicate_key": Rule(
        "the key {found} stands twice",
        "键 {found} 重复",
        "it stands in line {expected} already; keep one",
        "第 {expected} 行已有，请保留其一",
    ),
    "key_in_both": Rule(
        "the keys {found} and {expected} are one and the same",
        "{found} 和 {expected} 是同一个键",
        "keep one",
        "请保留其一",
    ),
    "profile_missing": Rule(
        "there is no profile {found}",
        "没有配置文件 {found}",
        "check the path; it counts from the folder of this file",
        "请核对路径；路径从本文件所在的文件夹算起",
    ),
    "profile_nested": Rule(
        "a profile can't name another profile ({found})",
        "配置文件不能再引用别的配置文件（{found}）",
        "put all into one",
        "请合并成一个文件",
    ),
    "key_of_report": Rule(
        "the key {found} belongs in the report, not in a profile",
        "{found} 要写在报告里，不写在配置文件里",
        "a profile may have {expected}",
        "配置文件可用的键：{expected}",
    ),
    "unknown_key": Rule("the key {found} is not known", "不认识的键 {found}", *DID_YOU_MEAN),
    "strange_key": Rule(
        "the key {found} is not known", "不认识的键 {found}", "the keys here are {expected}", "此处可用的键：{expected}"
    ),
    "text_as_key": Rule(
        "the text {found} reads as a key",
        "文字 {found} 被当成了键",
        "put the whole text in quotation marks: one with “: ” in it, or one that begins with {{, needs them",
        "请给整段文字加引号：含有英文冒号加空格、或以 {{ 开头的文字都要加",
    ),
    "missing_key": Rule("the key {found} is missing", "缺少键 {found}", *WRITE_THIS),
    "wrong_type": Rule("found {found}", "这里是{found}", "expected {expected}", "应为{expected}"),
    "invalid_value": Rule("{found}", "{found}", "{expected}", "{expected}"),
}
