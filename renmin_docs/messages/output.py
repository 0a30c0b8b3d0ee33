"""What is said about the file that is to be written."""

from __future__ import annotations

from renmin_docs.messages.composing import Rule

OUTPUT: dict[str, Rule] = {
    "output_directory": Rule(
        "the output is a folder", "输出位置是一个文件夹", "name a file, say {expected}", "请写文件名，例如 {expected}"
    ),
    "output_folder_missing": Rule(
        "the folder {found} does not exist", "文件夹 {found} 不存在", "make it first", "请先建立它"
    ),
    "output_exists": Rule(
        "this file is there already, and is never overwritten",
        "文件已经存在，不会覆盖",
        "name another folder, or put the file away first",
        "请换一个文件夹，或先把它移开",
    ),
    "output_failed": Rule("the file can't be written ({found})", "文件无法写入（{found}）"),
    "output_kind": Rule(
        "{found} is no name of a .docx", "{found} 不是 .docx 文件", "write {expected}", "请写 {expected}"
    ),
    "output_kind_yaml": Rule(
        "{found} is no name of a YAML file", "{found} 不是 YAML 文件", "write {expected}", "请写 {expected}"
    ),
    "output_in_the_way": Rule(
        "there is a file of this name already",
        "已有同名文件",
        "choose another name, or add {expected}",
        "请换一个文件名，或加上 {expected}",
    ),
    "preview_library": Rule(
        "pictures of pages need libraries that are not installed",
        "生成页面图片所需的库没有安装",
        "run: pip install {expected}",
        "请运行：pip install {expected}",
    ),
    "output_kind_preview": Rule(
        "{found} is no name of a PDF or PNG", "{found} 不是 PDF 或 PNG 文件", "write {expected}", "请写 {expected}"
    ),
    "system_refused": Rule("the system refused ({found})", "系统拒绝了操作（{found}）"),
    "output_is_input": Rule(
        "the output is the data file or the template itself",
        "输出文件就是数据文件或模板本身",
        "choose another name",
        "请换一个文件名",
    ),
}
