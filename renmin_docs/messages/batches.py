"""Messages about many reports in one run: their names, the folder, the workers."""

from __future__ import annotations

from renmin_docs.messages.composing import INSTALL, USE, Rule

BATCHES: dict[str, Rule] = {
    "batch_name_taken": Rule(
        "another report has the name {found} as well, so none of them is written",
        "另有报告同名（{found}），均未生成",
        "they come from {expected}; give them different names, e.g. with {{input}} in --name",
        "来源：{expected}；请用不同的名称，例如在 --name 中加入 {{input}}",
    ),
    "batch_name_field": Rule("the pattern of names has no field {found}", "文件名格式中没有字段 {found}", *USE),
    "batch_name_folder": Rule(
        "the pattern of names ({found}) leads into another folder",
        "文件名格式（{found}）指向了别的文件夹",
        "name the folder by -o, and write no / or \\ into the pattern",
        "文件夹请用 -o 指定，格式里不写 / 和 \\",
    ),
    "batch_name_braces": Rule(
        "the braces of the pattern of names ({found}) don't pair",
        "文件名格式（{found}）的花括号不成对",
        "write a field like {expected}",
        "字段请写成 {expected}",
    ),
    "batch_folder_busy": Rule(
        "another run is writing to this folder", "另一个批量任务正在写入这个文件夹", "wait for its end", "请等它结束"
    ),
    "batch_folder_file": Rule(
        "the output folder is a file",
        "输出文件夹的位置上是一个文件",
        "name a folder, say out",
        "请写一个文件夹，例如 out",
    ),
    "batch_nothing": Rule(
        "no data file fits {found}",
        "没有与 {found} 相符的数据文件",
        "data files end in {expected}",
        "数据文件的类型：{expected}",
    ),
    "batch_worker_lost": Rule(
        "the process that worked on this report ended without a result ({found})",
        "处理这份报告的进程中途退出，没有结果（{found}）",
        "render it alone to see more; it may need too much memory",
        "请单独生成这一份再看，可能是内存不足",
    ),
    "batch_worker_version": Rule(
        "the worker runs renmin-docs {found}",
        "执行任务的机器上装的是 renmin-docs {found}",
        "install {expected} there",
        "请在该机器上安装 {expected}",
    ),
    "batch_stopped": Rule(
        "{found} reports are done", "已完成 {found} 份", "go on with {expected}", "可用 {expected} 接着做"
    ),
    "batch_unexpected": Rule(
        "a fault of renmin-docs itself kept this report from being made ({found})",
        "renmin-docs 自身出错，这份报告没有生成（{found}）",
        "please tell us, with the report",
        "请把这份报告反馈给我们",
    ),
    "cluster_package": Rule(
        "working on a cluster needs the package distributed", "使用集群需要安装 distributed", *INSTALL
    ),
    "cluster_unreachable": Rule(
        "no scheduler answers at {found}",
        "{found} 没有调度器应答",
        "start one (dask scheduler), and give its address like {expected}",
        "请先启动调度器（dask scheduler），地址形如 {expected}",
    ),
    "rows_text": Rule(
        "the workbook {found} needs the text that its rows share",
        "工作簿 {found} 缺少各行共用的正文",
        "name a data file by --text, or put {expected} beside it",
        "请用 --text 指定数据文件，或在旁边放一个 {expected}",
    ),
    "rows_text_alone": Rule(
        "--text is the text of a workbook, and no workbook is given",
        "--text 是工作簿各行共用的正文，但没有给出工作簿",
        "give one that ends in {expected}",
        "请给出 {expected} 文件",
    ),
}
