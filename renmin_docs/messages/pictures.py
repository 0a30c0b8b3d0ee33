"""Messages about pictures: their files, and what in them Word could not show."""

from __future__ import annotations

from renmin_docs.messages.composing import Rule

PICTURES: dict[str, Rule] = {
    "picture_ending": Rule(
        "the picture {found} does not end like a PNG or a JPEG",
        "图片{found}的扩展名不是 PNG 或 JPEG 的",
        "name a file that ends in {expected}",
        "请写以 {expected} 结尾的文件",
    ),
    "picture_missing": Rule(
        "there is no picture {found}",
        "没有图片 {found}",
        "check the path; in a data file it counts from the folder of that file",
        "请核对路径；数据文件中的路径从该文件所在的文件夹算起",
    ),
    "picture_folder": Rule(
        "{found} is a folder", "{found} 是一个文件夹", "name a picture in it", "请写明其中的图片文件"
    ),
    "picture_unreadable": Rule(
        "the picture can't be read ({found})", "图片无法读取（{found}）", "check {expected}", "请检查 {expected}"
    ),
    "picture_kind": Rule(
        "the file is no PNG or JPEG: it is {found}",
        "不是 PNG 或 JPEG 图片，而是{found}",
        "open {expected} in a program that shows it and save it as .png or .jpg (a new ending alone changes nothing)",
        "请用看图软件打开 {expected}，另存为 .png 或 .jpg（只改扩展名不起作用）",
    ),
    "picture_damaged": Rule(
        "the picture is damaged: {found}",
        "图片已损坏：{found}",
        "take another copy of {expected}",
        "请换一份完好的 {expected}",
    ),
    "picture_coding": Rule(
        "the picture is {found}, which Word does not show",
        "图片是{found}，Word 无法显示",
        "save {expected} anew as an ordinary .jpg or .png",
        "请把 {expected} 另存为普通的 .jpg 或 .png",
    ),
    "picture_bytes": Rule(
        "the picture is too large: {found}",
        "图片过大：{found}",
        "the limit is {expected}; make it smaller: 2000 pixels are enough for the width of a page",
        "上限为 {expected}，请缩小：版心宽度有 2000 像素就够了",
    ),
    "picture_pixels": Rule(
        "the picture has too many pixels: {found}",
        "图片像素过多：{found}",
        "the limit is that of {expected}; make it smaller: 2000 are enough for the width of a page",
        "上限相当于 {expected}，请缩小：版心宽度有 2000 像素就够了",
    ),
}
