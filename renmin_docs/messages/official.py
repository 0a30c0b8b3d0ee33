"""Messages about the parts of an official document: head, signature, attachments, imprint."""

from __future__ import annotations

from functools import partial

from renmin_docs.messages.composing import DELETE, Rule, notice, warning

_required = partial(Rule, strength="R")

OFFICIAL: dict[str, Rule] = {
    "document_number": _required(
        "{found} is no document number",
        "{found}不是规范的发文字号",
        "write it as {expected}: the year in 〔 〕, the serial number without 第 and zeros",
        "请写成 {expected}：年份用六角括号，序号不编虚位、不加“第”",
        clause="7.2.5",
    ),
    "document_code": warning(
        "the document number {found} has no code of the organ",
        "发文字号 {found} 没有机关代字",
        "put it before the year, like {expected}",
        "请在年份前写明，例如 {expected}",
        clause="7.2.5",
        strength="R",
    ),
    "copy_number": Rule(
        "{found} is no copy number",
        "{found}不是份号",
        "give a number of at most six digits, like {expected}",
        "请写六位以内的数字，例如 {expected}",
        clause="7.2.1",
        strength="G",
    ),
    "copy_number_missing": warning(
        "a classified document needs a copy number",
        "涉密公文应当标注份号",
        "give `copy_number`",
        "请填写 `copy_number`",
        clause="7.2.1",
        strength="R",
    ),
    "classification_missing": _required(
        "there is a period of classification and no classification",
        "写了保密期限，没有写密级",
        "give `classification`: {expected}",
        "请填写 `classification`：{expected}",
        clause="7.2.2",
    ),
    "positions_count": _required(
        "a stamped document has {found} positions of its signatories",
        "加盖签名章的公文写了 {found} 个签发人职务",
        "give {expected} under `positions`, one for each organ that signs",
        "请在 `positions` 中写 {expected} 个，每个署名机关一个",
        clause="7.3.5.3",
    ),
    "positions_misplaced": _required(
        "positions are printed beside signature stamps only",
        "只有加盖签名章时才标注签发人职务",
        "delete `positions`, or set `Signature.kind` to `stamped`",
        "请删去 `positions`，或把 `Signature.kind` 设为 `stamped`",
        clause="7.3.5.3",
    ),
    "seal_misplaced": _required(
        "a seal's picture is given for a signature without a seal",
        "落款不加盖印章，却写了印章图片",
        "set `Signature.kind` to `sealed` (or `stamped`), or delete `seal`",
        "请把 `Signature.kind` 设为 `sealed`（或 `stamped`），或删去 `seal`",
        clause="7.3.5.1",
    ),
    "seal_count": _required(
        "{found} pictures of seals are given",
        "写了 {found} 个印章图片",
        "give {expected} under `seal`, one for each organ that signs, in their order",
        "请在 `seal` 中写 {expected} 个，按顺序每个署名机关一个",
        clause="7.3.5.1",
    ),
    "date_missing": _required(
        "{found} needs a date, and the report has none",
        "{found}需要日期，而报告没有写",
        "give {expected}",
        "请填写 {expected}",
        clause="7.3.5.4",
    ),
    "attachment_title": _required(
        "the attachment has no title",
        "附件没有标题",
        "give `Attachment.title`: its name stands below the text and on the attachment's page",
        "请填写 `Attachment.title`：附件说明和附件页都要印它",
        clause="7.3.7",
    ),
    "attachment_title_mark": warning(
        "no mark stands behind an attachment's name: {found}",
        "附件名称后不加标点：{found}",
        *DELETE,
        clause="7.3.4",
        strength="R",
    ),
    "issuer_mark_long": Rule(
        "the issuer's mark {found} does not fit into one line of the red head",
        "发文机关标志{found}在版头一行内排不下",
        "give `header`.`Header.issuers` a shorter standard name, {expected} characters at most",
        "请在 `header`.`Header.issuers` 中使用规范化简称，最多 {expected} 字",
        clause="7.2.4",
        strength="T",
    ),
    "issuer_marks_many": _required(
        "{found} organs in the mark leave no room for the text on page 1",
        "{found} 个机关的标志使首页排不下正文",
        "name {expected} at most, the others in the signature",
        "最多列 {expected} 个，其余请在落款中列出",
        clause="7.3.3",
    ),
    "title_fills_page": _required(
        "the title takes {found} lines and leaves no room for the text on page 1",
        "标题占了 {found} 行，使首页排不下正文",
        "shorten it to {expected} lines",
        "请压缩到 {expected} 行以内",
        clause="7.3.3",
    ),
    "addressee_fills_page": _required(
        "the addressees take {found} lines and leave no room for the text on page 1",
        "主送机关占了 {found} 行，使首页排不下正文",
        "name them by their common name, in {expected} lines at most",
        "请使用同类型机关统称，压缩到 {expected} 行以内",
        clause="7.3.2",
    ),
    "signatory_row_long": Rule(
        "the document number and the signatory {found} do not fit into one line",
        "发文字号与签发人{found}一行排不下",
        "shorten one of them by {expected} characters",
        "请共压缩 {expected} 字",
        clause="7.2.6",
        strength="G",
    ),
    "issuer_long": _required(
        "the organ's name {found} does not fit into one line of the signature",
        "发文机关署名{found}一行排不下",
        "sign with a standard short name, {expected} characters at most",
        "请使用规范化简称，最多 {expected} 字",
        clause="7.3.5",
    ),
    "imprint_even_page": notice(
        "the imprint stands on an even page of its own; behind a text that ends on an even page an empty page comes first",
        "版记单独排在双页上；正文恰好在双页结束时，前面会多出一张空白页",
        "look at the last pages, and leave `even_page` out where the text ends on an even page",
        "请看一下最后几面；正文在双页结束的，请去掉 `even_page`",
    ),
    "imprint_long": _required(
        "the imprint takes {found} lines and would fill the page",
        "版记占了 {found} 行，超过一页",
        "name fewer organs there",
        "请减少其中列出的机关",
        clause="7.4",
    ),
}
