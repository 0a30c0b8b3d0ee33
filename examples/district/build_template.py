"""石桥街道自己的模板：库里的 work_report 加一行页首文字，一级标题改为深蓝色。

    python examples/district/build_template.py [输出文件.docx]

在 Word 或 WPS 里照样改也可以；这里用程序改，是为了看得见改了什么。
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import RGBColor

from renmin_docs.builtin_templates import find

HERE = Path(__file__).parent
BLUE = RGBColor(0x1F, 0x3A, 0x5F)
LETTERHEAD = "石桥街道·守桥人家"


def main() -> None:
    output = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "shared" / "shiqiao.docx"
    document = docx.Document(str(find("work_report")))
    line = document.paragraphs[0].insert_paragraph_before(LETTERHEAD)
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.styles["Heading 1"].font.color.rgb = BLUE
    document.core_properties.modified = datetime(2024, 1, 1, tzinfo=UTC)
    document.save(str(output))
    print(f"已生成：{output.resolve()}")


if __name__ == "__main__":
    main()
