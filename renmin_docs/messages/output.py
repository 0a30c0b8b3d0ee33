"""Messages about the file that is to be written."""

from __future__ import annotations

from renmin_docs.messages.composing import INSTALL, WRITE_THIS, Rule, notice

_OTHER_NAME = ("choose another name", "请换一个文件名")

OUTPUT: dict[str, Rule] = {
    "output_directory": Rule(
        "the output is a folder", "输出位置是一个文件夹", "name a file, say {expected}", "请写文件名，例如 {expected}"
    ),
    "output_folder_missing": Rule(
        "the folder {found} does not exist", "文件夹 {found} 不存在", "make it first", "请先建立它"
    ),
    "output_failed": Rule("the file can't be written ({found})", "文件无法写入（{found}）"),
    "output_kind": Rule("{found} is no name of a .docx", "{found} 不是 .docx 文件", *WRITE_THIS),
    "output_kind_yaml": Rule("{found} is no name of a YAML file", "{found} 不是 YAML 文件", *WRITE_THIS),
    "output_kind_json": Rule("{found} is no name of a JSON file", "{found} 不是 JSON 文件", *WRITE_THIS),
    "output_kind_xlsx": Rule("{found} is not the name of an .xlsx workbook", "{found} 不是 .xlsx 工作簿", *WRITE_THIS),
    "output_in_the_way": Rule(
        "there is a file of this name already, and it is not as this command wrote it: somebody may have worked on it",
        "已有同名文件，且不是本命令生成时的原样，可能有人改过，没有覆盖",
        "choose another name, or add {expected} to replace it",
        "请换一个文件名；确实要覆盖，请加上 {expected}",
    ),
    "output_hard_link": Rule(
        "this file has another name too (a hard link), under which the old content would stay",
        "这个文件还有别的名字（硬链接），替换后那个名字下仍是旧内容",
        "choose another name, or add {expected} to replace it here",
        "请换一个文件名；确实要替换，请加上 {expected}",
    ),
    "output_link": Rule(
        "this is a link, to {found}",
        "这是一个链接，指向 {found}",
        "name the file itself: {expected}",
        "请直接写所指的文件：{expected}",
    ),
    "output_not_regular": Rule(
        "this is no ordinary file but a device, a pipe or the like", "这不是普通文件，而是设备、管道之类", *_OTHER_NAME
    ),
    "output_locked": Rule(
        "the file can't be replaced ({found})",
        "文件无法替换（{found}）",
        "close it if it is open in Word or WPS, or lift its write protection",
        "如果正在 Word 或 WPS 中打开，请先关闭；如果是只读文件，请取消只读",
    ),
    "output_name_altered": Rule(
        "Windows takes no file of the name {found}",
        "Windows 不接受文件名 {found}",
        'choose a name without < > : " | ? * and without a dot or blank at its end',
        '文件名中不能有 < > : " | ? *，末尾不能是点或空格',
    ),
    "preview_library": Rule(
        "pictures of pages need libraries that are not installed",
        "生成页面图片所需的库没有安装",
        *INSTALL,
    ),
    "output_kind_picture": Rule("{found} is no name of a PNG", "{found} 不是 PNG 文件", *WRITE_THIS),
    "fonts_replaced": notice(
        "fonts that are not installed here were replaced: {found}; lines may break elsewhere than in Word",
        "本机没有这些字体，预览时已替换：{found}；折行可能与 Word 里不同",
    ),
    "nothing_opens": notice(
        "there is no program here that opens files ({found})",
        "本机没有可用来打开文件的程序（{found}）",
        "open it yourself: {expected}",
        "请自行打开：{expected}",
    ),
    "output_kind_preview": Rule("{found} is no name of a PDF or PNG", "{found} 不是 PDF 或 PNG 文件", *WRITE_THIS),
    "system_refused": Rule("the system refused ({found})", "系统拒绝了操作（{found}）"),
    "output_is_input": Rule(
        "the output is a file that was read: the data file, or one that it needs",
        "输出文件就是读入的文件（数据文件、模板等）本身",
        *_OTHER_NAME,
    ),
}
