"""The keys of an official document: 版头, 落款, 版记, 页面. Source of the terms: GB/T 9704-2012, 7."""

from __future__ import annotations

from renmin_docs.vocabulary.key import STAND_IN, TRUTH, Key, Line, Mapped

CLOSING_WORDS = (
    "特此|专此|以上(?:报告|汇报|总结|述职|情况)?(?:[，。]|是|如有|请|[妥当]否)|[妥当]否|(?:汇报|报告|述职|总结)完毕"
)
"""How the last sentence of a document begins, behind its text and above who signs; for a regular expression."""

_SEALS: dict[str, str | bool] = {"不加盖印章": "unsealed", "加盖印章": "sealed", "加盖签名章": "stamped"}

MAPPINGS: dict[str, Mapped] = {
    "Header": {
        "number": Key(
            *("发文字号", "value", (), {}, "@document_number", "", "人办发〔2022〕8号", "某〔2000〕1号"),
            line=Line("header", "the document number, e.g. 人办发〔2022〕8号", is_shared=True),
        ),
        "issuers": Key("发文机关", "names", profile="whole"),
        "suffix": Key(
            *("标志后缀", "value"),
            profile="whole",
            line=Line("header", "the word beside the organs; empty on pre-printed paper", is_shared=True),
        ),
        "copy_number": Key("份号", stand_in="1", line=Line("header", "the copy number in six digits")),
        "classification": Key(
            *("密级", "value"),
            stand_in="秘密",
            line=Line("header", "classification and its period, e.g. 秘密★1年", "密级和保密期限"),
        ),
        "classification_period": Key("保密期限", meant=("deadline",)),
        "urgency": Key("紧急程度", stand_in="特急", line=Line("header", "urgency, 特急 or 加急")),
        "signatories": Key("签发人", "names", profile="whole"),
        "preprinted": Key("预印版头", words=TRUTH, profile="whole"),
    },
    "Signature": {
        "kind": Key("方式", words=_SEALS, profile="whole"),
        "issuers": Key("署名机关", "names", profile="whole"),
        "positions": Key("签发人职务", "names", profile="whole"),
        "seal": Key(
            "印章", "names", expects="@picture_path", example="印章.png", stand_in=f"{STAND_IN}.png", profile="whole"
        ),
        "seal_width": Key("印章宽度", expects="@millimetres", profile="whole"),
    },
    "Imprint": {
        "copied_to": Key(
            *("抄送", "names"),
            profile="whole",
            line=Line("imprint", "the organs that get copies", "抄送机关", label="抄送：", closing="。"),
        ),
        "printed_by": Key("印发机关", profile="whole", line=Line("imprint", "the organ that prints", is_shared=True)),
        "print_date": Key("印发日期", "date", meant=("date",)),
        "even_page": Key("双页结束", words=TRUTH, profile="whole"),
    },
    "PageProfile": {
        "grid": Key("版式"),
        "fonts": Key("字体", words={"国标": "gb2312", "普通": "plain", "方正": "fangzheng"}),
        "page_number": Key("页码", words={"外侧": "mirrored", "居中": "centred"}),
    },
}
