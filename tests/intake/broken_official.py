"""Broken official documents: head, signature, attachments, imprint, tables and pictures as clerks get them wrong."""

from __future__ import annotations

HEAD = "organization: {name: 人民街道}\nyear: 2022\nissue_date: 2022-12-20\nachievements: {body: 文}\n"
UNDATED = "organization: {name: 人民街道}\nyear: 2022\nachievements: {body: 文}\n"
BODY = HEAD + "plans:\n  body:\n"
ATTACHED = HEAD + "attachments:\n"

OFFICIAL: dict[str, tuple[str, str | bytes]] = {
    # Head
    "a document number in square brackets": ("a.yaml", HEAD + 'header: {number: "人办发[2022]08号"}\n'),
    "a document number without anything before it": ("a.yaml", HEAD + 'header: {number: "[2022]08号"}\n'),
    "a document number with 第": ("a.yaml", HEAD + "header: {number: 人办发〔2022〕第8号}\n"),
    "a document number that is a number": ("a.yaml", HEAD + "header: {number: 8}\n"),
    "a document number that is none": ("a.yaml", HEAD + "header: {number: 关于报送总结的报告}\n"),
    "a head without a number": ("a.yaml", HEAD + "header: {urgency: 特急}\n"),
    "a head that is a text": ("a.yaml", HEAD + "header: 人办发〔2022〕8号\n"),
    "a head of wrong values": (
        "a.yaml",
        (
            HEAD + "header:\n  number: 人办发〔2022〕8号\n  copy_number: 1234567\n  classification: 保密\n"
            "  urgency: 急\n  issuers: [1, '']\n  signatories: {张: 某}\n  preprinted: 是\n  suffix: [文件]\n"
        ),
    ),
    "a head of unknown keys": (
        "a.yaml",
        HEAD + "header:\n  numbr: 人办发〔2022〕8号\n  copynumber: 1\n  signatory: 张某某\n  deadline: 1年\n  foo: 1\n",
    ),
    "copy numbers that are none": ("a.yaml", HEAD + "header: {number: 人办发〔2022〕8号, copy_number: 第1份}\n"),
    "a copy number of zeros": ("a.yaml", HEAD + 'header: {number: 人办发〔2022〕8号, copy_number: "000000"}\n'),
    "a period without a classification": (
        "a.yaml",
        HEAD + "header: {number: 人办发〔2022〕8号, classification_period: 1年}\n",
    ),
    "a period behind a wrong number": (
        "a.yaml",
        HEAD + "header: {number: '[2022]8号', classification_period: 1年}\n",
    ),
    "a wrong classification and a period": (
        "a.yaml",
        HEAD + "header: {number: 人办发〔2022〕8号, classification: 密, classification_period: 1年}\n",
    ),
    "an organ's name in two lines": (
        "a.yaml",
        HEAD + 'header: {number: 人办发〔2022〕8号, issuers: ["人民街道\\n办事处"]}\naddressee: "区\\u0007政府"\n',
    ),
    # Addressee, signature, note, imprint, page
    "texts and lists in wrong places": (
        "a.yaml",
        (
            HEAD + "addressee: {name: 区政府}\nnote: [联系人]\nsignature: sealed\nimprint: 区委办公室\npage: B\n"
            "attachments: 名单\n"
        ),
    ),
    "nothing behind the keys": ("a.yaml", HEAD + "addressee:\nnote:\nsignature:\npage:\nattachments:\n"),
    "no date": (
        "a.yaml",
        UNDATED + "signature: {kind: sealed}\nimprint: {copied_to: 区委办公室}\n",
    ),
    "no date, and a wrong one": (
        "a.yaml",
        UNDATED + "issue_date: 12月20日\nsignature: {kind: sealed}\nimprint: {print_date: 2022.12.20}\n",
    ),
    "no date behind other faults": (
        "a.yaml",
        UNDATED + "period: 去年\nsignature: {kind: sealed}\nplans: {body: [{}]}\n",
    ),
    "no date under a wrong key": ("a.yaml", UNDATED + "date: 2022-12-20\nsignature: {kind: sealed}\n"),
    "an unknown kind of signature": ("a.yaml", HEAD + "signature: {kind: 盖章, seal: true}\n"),
    "a stamp without positions": ("a.yaml", HEAD + "signature: {kind: stamped, issuers: [甲街道, 乙街道]}\n"),
    "a stamp with wrong positions": ("a.yaml", HEAD + "signature: {kind: stamped, positions: [主任, 书记]}\n"),
    "positions without a stamp": ("a.yaml", HEAD + "signature: {kind: sealed, positions: 主任}\n"),
    "positions under a wrong kind": ("a.yaml", HEAD + "signature: {kind: stampd, positions: 主任}\n"),
    "a stamp of wrong names": ("a.yaml", HEAD + "signature: {kind: stamped, issuers: [1], positions: []}\n"),
    "an imprint of wrong values": (
        "a.yaml",
        (
            HEAD + "imprint:\n  copied_to: [区委办公室, 1]\n  print_date: 2022年12月20日\n  even_page: 是\n"
            "  printed_by: ''\n  copyed_to: 区政府\n"
        ),
    ),
    "a page of wrong values": (
        "a.yaml",
        HEAD + "page: {grid: C, fonts: simsun, page_number: center, margins: 37}\n",
    ),
    "texts with braces": (
        "a.yaml",
        HEAD + "note: 详见{附件\nheader: {number: 人办发〔2022〕8号, suffix: '{'}\nplans: {body: '{a}'}\n",
    ),
    # Attachments
    "attachments without title or content": (
        "a.yaml",
        ATTACHED + "  - body: 文\n  - {title: 名单}\n  - {title: '', body: []}\n  - {tilte: 名单, body: 文}\n",
    ),
    "attachments that are none": ("a.yaml", ATTACHED + "  - 名单\n  -\n  - [名单]\n  - {heading: 名单, body: 文}\n"),
    "one attachment without a list": ("a.yaml", HEAD + "attachments: {title: 名单, body: 文}\n"),
    "the titles of attachments": (
        "a.yaml",
        ATTACHED + '  - {title: 3, body: 文}\n  - {title: "名\\n单", body: 文}\n  - {title: "{a}", body: 3}\n',
    ),
    "points of an attachment": (
        "a.yaml",
        ATTACHED + "  - title: 清单\n    body:\n      - {heading: 甲, lead: 乙}\n      - {}\n      - {laed: 甲}\n",
    ),
    "an attachment deeper than the ladder": (
        "a.yaml",
        HEAD + "marks: [一、]\nattachments:\n  - title: 清单\n    body: [{lead: 甲, body: [{lead: 乙}]}]\n",
    ),
    "attachments behind other faults": (
        "a.yaml",
        (
            ATTACHED + "  - {body: 文, series: roman}\n  - {title: 名单, colour: 红}\n"
            "  - {title: 清单, inline: true, body: [{heading: 甲}, 3]}\n"
        ),
    ),
    # Tables
    "ragged rows": (
        "a.yaml",
        BODY
        + "    - columns: [街道, 件数]\n      rows:\n        - [人民街道, 3, 4]\n        - [人民街道]\n        - []\n",
    ),
    "rows that are none": (
        "a.yaml",
        (
            BODY + "    - columns: [街道, 件数]\n      rows:\n        - 人民街道\n        - 人民街道: 3\n        -\n"
            "    - {columns: [街道], rows: 人民街道}\n    - {columns: [街道], rows: {人民街道: 3}}\n"
            "    - {columns: [街道], rows: 3}\n    - {columns: [街道], rows: [人民街道]}\n"
        ),
    ),
    "cells that are none": (
        "a.yaml",
        (
            BODY + "    - columns: [街道, 件数]\n      rows:\n        - [甲, ~]\n        - [甲, true]\n"
            '        - [甲, {件: 3}]\n        - [甲, [3]]\n        - [甲, "{件"]\n        - [甲, "3\\u0007"]\n'
            "        - [甲, 3.50]\n        - ['', '']\n"
        ),
    ),
    "figures in a table's texts": (
        "a.yaml",
        (
            HEAD + "figures: {shops: 600余家, bad: x}\nplans:\n  body:\n"
            "    - {caption: '{shop}', columns: ['{shops:其中}', {heading: 乙, unit: '{bad}'}], rows: [['{firms}', 1]]}\n"
            "    - {path: a.gif, caption: '{shop}', alternative_text: '{shops:同比}'}\n"
            "note: '{shop}'\nattachments: [{title: '{shop}', body: '{shop}'}]\n"
        ),
    ),
    "unknown figures in a table": (
        "a.yaml",
        (
            HEAD + "figures: {shops: 600余家, bad: x}\nplans:\n  body:\n"
            "    - figures:\n        - shop\n        - {name: firms, label: '{shop}'}\n        - bad\n"
            "        - {nmae: shops}\n        - {name: 2 shops}\n        - 3\n"
            "    - {figures: shops}\n    - {figures: {shops: 网点}}\n"
        ),
    ),
    "tables with half of what they need": (
        "a.yaml",
        (
            BODY + "    - {columns: [甲]}\n    - {rows: [[甲]]}\n    - {columns: [], rows: []}\n    - {figures: []}\n"
            "    - {caption: 表, unit: 万元}\n    - {figures: [a], columns: [甲], rows: [[乙]]}\n"
        ),
    ),
    "columns that are none": (
        "a.yaml",
        (
            BODY + "    - columns:\n        - {headng: 街道, algnment: left}\n"
            "        - {heading: 乙, alignment: middle, kind: digit, unit: 3}\n        - 3\n        - '{a'\n        -\n"
            "      rows: [[甲, 乙], [甲, 乙, 丙, 丁, 戊]]\n    - {columns: 街道, rows: [[1, 2]]}\n"
        ),
    ),
    "a table's own wrong values": (
        "a.yaml",
        (
            BODY + "    - columns: [甲]\n      rows: [[乙]]\n      caption: 3\n      unit: [万元]\n"
            "      orientation: horizontal\n      heading: 表1\n      widths: [3]\n"
        ),
    ),
    "a number written as a fraction in TOML": (
        "a.toml",
        (
            'year = 2022\norganization = {name = "人民街道"}\n[achievements]\nbody = [{columns = ["甲"], rows = '
            "[[1.5], [nan], [inf], [2022-12-20], [1e400]]}]\n"
        ),
    ),
    "a table in JSON": (
        "a.json",
        (
            '{"organization": {"name": "人民街道"}, "year": 2022,\n "achievements": {"body": [\n'
            '  {"columns": ["甲", "乙"],\n   "rows": [["1"],\n    ["\\ud800", 2]]}]}}'
        ),
    ),
    # Pictures
    "pictures with a wrong ending": (
        "a.yaml",
        BODY
        + "    - {path: 照片/广场.gif}\n    - {path: 广场}\n    - {path: ''}\n    - {path: 3}\n    - {path: [a.png]}\n",
    ),
    "missing pictures": (
        "a.yaml",
        (
            BODY + "    - path: 照片/广场.jpg\n    - {lead: 甲, body: {path: 广场.png, width: 80}}\n"
            "attachments:\n  - title: 照片\n    body:\n      - path: 广场.PNG\n"
        ),
    ),
    "a missing picture behind other faults": (
        "a.yaml",
        HEAD + "foo: 1\nplans:\n  body:\n    - {path: 广场.jpg, caption: 3, hight: 3}\n",
    ),
    "the width of a picture": (
        "a.yaml",
        BODY + "".join(f"    - {{path: 广场.gif, width: {width}}}\n" for width in ("120mm", 500, 0, "[1]", "~")),
    ),
    # Slips that change what an item is
    "slips in the keys of tables": (
        "a.yaml",
        (
            BODY + "    - {colums: [街道, 件数], rows: [[甲, 1]]}\n    - {columns: [街道, 件数], row: [[甲, 1]]}\n"
            "    - {colums: [街道], row: [[甲]]}\n    - {captoin: 表, columns: [甲], rows: [[乙]]}\n"
            "    - {table: {columns: [甲], rows: [[乙]]}}\n    - {header: [甲], rows: [[乙]]}\n    - {figure: [a]}\n"
        ),
    ),
    "slips in the keys of pictures": (
        "a.yaml",
        BODY
        + "    - {picture: 广场.png, caption: 广场}\n    - {paht: 广场.png}\n    - {image: 广场.png}\n    - {图片: 广场.png}\n",
    ),
    "points among tables": (
        "a.yaml",
        BODY
        + "    - {heading: 甲, columns: [甲], rows: [[乙]]}\n    - {path: a.gif, lead: 甲, body: 文}\n    - {haeding: 甲, text: 文}\n",
    ),
    "a table beside inline points": (
        "a.yaml",
        HEAD
        + "plans:\n  inline: true\n  series: ordinal\n  body:\n    - {lead: 甲, body: {columns: [甲], rows: [[乙]]}}\n",
    ),
    "everything behind everything": (
        "a.yaml",
        (
            UNDATED + "header: {number: x, foo: 1, classification_period: 1年}\n"
            "signature: {kind: stamped, issuers: [1]}\nimprint: {copied_to: [1]}\n"
            "plans:\n  body:\n    - {}\n    - {columns: [3, 甲], rows: [[1]]}\n    - {figures: [a], columns: [3]}\n"
            "attachments:\n  - {title: 3, body: []}\n  - {body: [{heading: 甲, lead: 3}, {columns: [甲], caption: 3}]}\n"
        ),
    ),
}
