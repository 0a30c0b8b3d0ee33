"""Lines of a web page or a copy site: fields of cards, buttons, moments, requests to log in.

Rows of the tables are data; `furniture` says where on a page such lines are looked for.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from renmin_docs.patterns import Rows, lazy

MOMENT = r"(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?)"


def _words(table: str) -> frozenset[str]:
    """All words that a table spells: rows between spaces, parts between slashes, each part in one of its forms."""
    rows = (row.split("/") for row in table.split())
    return frozenset("".join(parts) for row in rows for parts in product(*(part.split("|") for part in row)))


CARD = _words(
    "|信息/索引号 主题|信息|文件|栏目|组配/分类 信息名称 公开/类别|日期|方式|时限|形式|范围|属性|主体|目录|程度"
    " 发布/机构|单位|日期 发文/时间|日期|机关|机构|单位|字号 成文|生成|生效|失效|废止/日期|时间 有效性 时效/|性 文号"
    " 公文种类 内容概述 主题词 公布/日期|时间 统一编号 体裁/分类 文件/编号 效力/状况|状态"
)
"""What the cells of a card name that a government's page shows above a document, and no table of a report does."""
FIELDS = CARD | _words(
    "|发布|更新|发表|上传|录入|信息|添加|创建|归档|入库/时间|日期 |信息|文章|稿件|内容/来源 作者 发布|上传/人|者"
    " 责任编辑 编辑 审核|录入/|人 责编 校对 初审 终审 供稿 撰稿 浏览|阅读|点击|访问|下载|收藏/|次数|数|总数|量|总量"
    " 人气 楼主 点赞|评论/|数 热度 字体|字号/|大小 字体显示 视力保护色 保护视力色 名称 网站 移动端 导语 导读"
    " ID 资源|文档/描述|简介|介绍 分享/|到 关键/词|字 标签 栏目 文档/编号|格式|大小|页数|热度|属性 |文件/格式|大小 页数"
    " 字数 所属/栏目|分类 网站/客服/|QQ 文档/侵权/举报/|电话 推荐/度|指数|访问 评分 内容/预览|提要|摘要 公告/日期|编号"
    " 温馨|友情/提示 素材 图文 文字 图片 摄影 排版 监制 主编 来稿 一审 二审 三审 问题/描述 发|收/件人"
    " 发送/时间|日期 主题"
)
_BUTTONS = _words(
    "|我要/打印/|本页|本文|整页|内容 关闭/|本页|窗口 收藏/|本页|本文 分享/|到 复制链接 返回/|首页|顶部|列表 字体 字号"
    " 大中小 大 中 小 默认 加大 减小 |文档|全文|免费|点击|立即|文件|附件/下载/|全文|文档|本文档|本文"
    " |我要/纠错 |网站/首页"
    " 网站地图 站点地图 联系我们 关于我们 无障碍/|浏览|阅读 朗读 推荐/阅读|文章 登录 注册 一|全/网搜"
    " |站内|高级/搜索 我要投稿 投诉/|举报 相关推荐 展开全文 阅读全文 查看更多 繁|简/體|体/|中文 English 手机版"
    " 长者|长辈|关怀|老年|适老|无障碍|大字|电脑/版|模式|助手|专区 适老化 微信 微博 相关"
    " 最佳答案 推荐答案 正文复制 一键复制 下载本文"
    " QQ空间 导航/切换|菜单 上一页 下一页 尾页 更多 A A+ A- 举报 点赞 评论"
    " |发表/回复 引用 使用道具 只看/该作者|楼主 倒序浏览"
)
_LABELS = FIELDS | _BUTTONS
_SCANNED, _MOST_SCANNED = "扫一扫", 16
"""A button behind which some words follow."""
SIGNS = " \t\u3000|｜/·•>＞»›[]【】()（）"
_FIRSTS = frozenset("0123456789" + SIGNS).union(word[0] for word in (*_BUTTONS, _SCANNED))
"""What moments, labels in brackets and rows of buttons begin with."""
_BETWEEN = lazy(f"[\\s{re.escape(SIGNS)}]+")

_BLURBS = r"""
小编 网 .*(?:小编|网友)[^。；]{0,12}(?:整理|收集|搜集|带来|推荐|分享|准备).*
发消息 .*给我发消息.*
精心 为大家 为您 为你 .*(?:本站|我们|[网站库])[^。；，]{0,4}(?:精心|为(?:大家|[您你]))[^。；，]{0,8}(?:整理|收集|搜集|挑选|准备|推荐|提供).*
范文 例文 模板 .*(?:本文|以下)[^。；]{0,12}(?:呈现|整理|提供|介绍|分享)[^。；]{0,30}(?:范文|例文|模板).*
范文 [（(][^（）]{0,30}范文[^（）]{0,60}[）)]
上传 分享 《[^》]{2,80}》由[^，。]{0,8}(?:会员|用户|网友)[^，。]{0,4}(?:上传|分享)，.*
"""  # noqa: E501 - a row is a line
"""Lines of any length that speak of the paper below them."""
_LINES = r"""
• · ● | ｜ [•·●|｜][•·●|｜\s]+
• · ● [•·●]\s*[0-9]+
| ｜ [|｜]\s*\S{0,6}\s*[|｜]|[|｜]\s*[\u4e00-\u9fff]{2,4}|标题\s*[:：]\s*[|｜].{0,80}
+ ＋ × ? [+＋×?]
/ (?=.*[0-9])[0-9A-Za-z]+(?:[_-][0-9A-Za-z]+)*/[0-9A-Za-z/_-]+
/ www [^。；]{0,40}(?:https?://|www\.)[!-~]+(?:[^，。；\s]{0,6}|[\u4e00-\u9fff]{0,10}[\]】)）])
[ 【 [\[【](?:概述|导语|简介|正文)[\]】]
描述 简介 (?:资源|文档)(?:描述|简介)
B 字 页 约?\s?[0-9.]+\s?(?:[KMG]B|[千万]?字|页)
篇 篇[2-9二三四五六七八九十][:：]?
页 （请?翻页）|(?:上一页)?[0-9\s]+下一页|.{4,60}_第[0-9]+页
篇 页 上条 下条 上一条 下一条 [上下]一?[篇条页](?:\s*[:：]|\s+).{0,60}
公开 (?:主动|依申请|不予)公开|(?:基层|重点领域)?(?:政府|政务|法定主动)?(?:信息)?公开(?:目录|指南|内容)?
公告 公报 规划计划 计划总结 (?:通知|公示)公告|政府公报|规划计划|计划总结
文件已 [本该]?文件已(?:失效|废止)
请稍 (?:读取|加载)中，?请稍[候等]
首页 首页[\u4e00-\u9fff]{2,24}|[\u4e00-\u9fff]{2,12}[网库站]\s首页|[>＞»\s]*首页\s*[>＞»→/|｜].{0,80}
位置 栏目 [您你]?(?:现在|当前|所在)的?(?:位置|栏目).{0,80}
推荐 (?:精选|热门|相关|更多|精彩)(?:范文|文章|阅读|内容)?推荐(?:\s+.{0,60})?
相关 相关(?:阅读|链接|文章|信息|文件|附件|热词.{0,4}|搜索|标签|期刊|范文|专题|推荐)\s*[:：]?.{0,60}
星期 [\u4e00-\u9fff]{0,20}\s*\d{4}年\d{1,2}月\d{1,2}日\s*星期[一二三四五六日天].{0,20}
今天 今日 现在 (?:今天|现在|今日)是?\s*[:：]?\s*(?:\d{4}年|星期).{0,40}
欢迎 (?:[您你]好[，！,!]?)?(?:[\u4e00-\u9fff]{2,12}，)?欢迎(?:[您你](?=[！!。]?\s*\Z)|您|您?访问|光临|来到|进入)[^，。；]{0,30}[!！。]?(?:\s*今天是.{0,40}|(?:\s+[\u4e00-\u9fff]{2,6})*)
小编 本站小编\s.{0,40}
版权 Copyright © Powered 主办 承办 技术支持 网 ICP (?:版权所有|Copyright|©|Powered|[主承]办(?:单位)?[:：]|技术支持|网站标识码|.{0,10}ICP[备证]|.{0,6}公网安备).{0,100}
地址 电话 邮编 传真 邮箱 (?:地址|(?:联系)?电话|邮编|传真|邮箱)\s*[:：].{0,80}
网 文库 [\u4e00-\u9fff]{1,16}(?:政府网站?|门户网站|信息网|政务网|文库|范文网|文秘网|文档网|资料网|公文网|素材网)(?:\s*(?:欢迎您|首页))?|[\u4e00-\u9fff]{1,10}网(?:\s+[\u4e00-\u9fff]{2,16}){0,3}\s+[\u4e00-\u9fff]{0,14}(?:范文|文库|大全|模板)
本站 网 (?=.*(?:本站|网))[^。；]{0,40}(?:感谢|谢谢)[^。；]{0,10}(?:本站|本网|访问|浏览|阅读|认可)[^。；]{0,12}[!！。]?
登录 登陆 注册 付费 会员 VIP 购买 (?=.*(?:登[录陆]|注册|付费|会员|VIP|购买))(?=.*(?:全文|剩余|(?:完整|全部|更多)[图文]{0,2}内容|本文|文档)).{0,90}[请需后即可您你先].{0,30}
剩余 还剩 未完 全文 （完 (完 [(（](?:剩余|还剩|未完待续|全文完|完)(?:.{0,14}(?:登录|登陆|注册|会员|VIP|付费|支付|下载|开通|购买|扫码|关注|充值).{0,14}|.{0,6})[)）]
仅供 可能不 或许不 网 用户 会员 [^。]{0,20}(?:文章|文档|本文|全文|范文|资料|资源|正文|内容)[^。]{0,14}(?:仅供(?:预览|参考|学习|借鉴|交流)|(?:可能|或许)不[全完]|(?:来自|来源于)(?:互联网|网络|网友)|(?:由(?:网友|用户|会员)|网友)(?:上传|提供|投稿|收集)).{0,60}
侵权 转载 下载 [^。]{0,40}(?:(?:[如若]有?|涉及)[^。]{0,4}侵权|转载请(?:注明|保留)|请勿转载|下载(?:文档|本文)?后可(?:自行|任意|直接)?(?:编辑|修改|使用|复制)).{0,60}
页 [\[【(（]?本?(?:文档?)?共[0-9]+页.{0,30}|已(?:阅读|看)\s?[0-9]+\s?页.{0,30}
预览 (?:全文)?预览已?结束
版权 (?:本)?文档的?(?:内容)?版权归.{0,100}
声明 (?:版权|免责|特别|郑重)声明(?:\s*[:：].{0,100})?
本站 文库 本(?:站|文库)(?:所有|内容|文档|资源|资料).{0,100}
扫 (?:(?:使用|打开|请用)?(?:微信|手机|QQ))?(?:扫一扫|扫码|扫描(?:上方|下方|左侧|右侧)?二维码)[^。；]{0,12}(?:关注|查看|阅读|分享|打开|下载|浏览|手机)[^。；]{0,16}
分享 分享到.{1,20}|(?!经验|心得|成果|体会)(?:[\u4e00-\u9fff]{2,3}|[A-Za-z0-9_]{3,16})\s?分享
小编 [^。；]{0,24}小编(?:[为给就]|精心|整理|收集|搜集|带来|推荐|分享)[^；]{0,80}
供大家 供您 供你 [^。；]{0,30}供(?:大家|[您你])(?:参考|借鉴|学习|阅读)[^。；]{0,10}[。！!]?
上传 分享 《[^。；]{2,60}》由[^。；]{0,12}(?:上传|分享)[^。；]{0,60}
原创 版权 (?:作者|本站|本文)?(?:原创|版权)[^。；]{0,30}(?:传播|转载|追究)[^。；]{0,30}。?
会员 网 [^。；]{0,40}(?:会员|网友)[^。；]{0,20}(?:整理|收集|分享)了?这[篇份][^。；]{0,80}[。！!]?
希望 [^。；]{0,60}希望(?:[^。；]{0,12}对(?:大家|[您你])[^。；]{0,6}(?:帮助|参考)|[^。；，]{0,6}帮助?到?(?:大家|[您你])|(?:大家|[您你])[^。；，]{0,4}喜欢)[^。；]{0,12}[。！!]?
欢迎 [^。；]{0,60}欢迎(?:大家|[您你])?(?:阅读|参考|借鉴|收藏|下载|查阅|咨询)[^。；]{0,12}[。！!]?
-- —— == [-—–=\s]*(?:--|——|==)[-—–=\s]*\d{4}[-/.年][-/.月日:：\d\s]{3,16}[-—–=\s]{2,}
@ [^。]{0,60}@(?:所有人|全体成员)[^。]{0,40}
好的 当然 (?:好的|当然(?:可以)?)[，！,!].{0,160}
如需 如果需要 您可以 [^。]{0,60}[。！!]?(?:如需|如果需要|您可以)[^。]{0,40}(?:告诉我|告知我|调整|修改)[。！!]?
点个 点赞 点在看 点关注 点“ 点" 点个?[“"]?(?:在看|赞|关注).{0,20}
赞 在看 (?=.*(?:赞|在看))(?:(?:阅读|在看|赞|分享|留言|收藏)\s?[0-9.万+]*\s*){2,6}
阅读 浏览 (?:阅读|浏览)(?:量|次数|数)?\s?[0-9.万+]+\s?次?
标签 预览时标签不可点
END [-—\s]*END[-—\s]*
点击 点击[^。；，]{0,8}(?:关注|下载|收藏|查看|阅读|展开)[^。；，]{0,16}
立即 免费 马上 (?:立即|免费|马上)(?:下载|收藏|查看)[^。；，]{0,16}
展开 展开(?:全文|阅读|更多|剩余){1,3}
文档 [该本]?文档为.{1,16}(?:格式|文件).{0,20}
VIP 会员 (?:(?:开通)?VIP|开通会员|会员(?:免费)?下载)[^。；，]{0,20}
> ＞ » › [^。；，>＞»›]{1,24}(?:\s*[>＞»›]+\s*[^。；，>＞»›]{1,24}){1,6}[\s>＞»›]*
字 .{0,30}(?:全文共|仅展示)[^。；]{0,4}[0-9]+字.{0,40}
快急哭 急求 跪求 在线等 求助 求大神 求解答 求帮忙 求正 求个 [^。；]{0,60}(?:快急哭|急求|跪求|在线等|求(?:助|大神|解答|帮忙|个?正确))[^。；]{0,30}[！!？?]?
客人 用户 会员 游客 [^，。；]{0,14}(?:客人|用户|会员|游客)[^，。；]{0,6}请[^。；]{0,40}
"""  # noqa: E501 - a row is a line
"""Lines of a page's frame beside fields, buttons and moments, and such as sites of copied papers put around one."""
ROWS, _LONG_ROWS = Rows(_LINES + _BLURBS), Rows(_BLURBS)
_FIELD = lazy(r"[•·●*–\-\s]*[\[【(（]?([^:：]*?)\s*[:：].{0,80}")
_MOMENT_LINE = lazy(
    rf"{MOMENT}(?:\s+\S.{{0,40}}|\s?(?P<label>[\u4e00-\u9fff]{{2,4}})\s?[:：].{{0,60}}"
    r"|\s?[0-9]*人(?:已|次)?(?:围观|浏览|阅读|评论))?(?<!日)"
)
_CLOCK = lazy(rf"(?:https?:[!-~]+\s+)?[^，。；]{{0,16}}{MOMENT}(?<=[:：]\d\d)(?!\d|至|-|—)[^，。；]{{0,32}}\Z")
"""A date with an hour, between few words: the site's name, the column."""
_BRACKETED = lazy(r"(?:[\[【]\s*[^\[\]【】]{1,30}[\]】]\s*){2,8}")
_IN_SQUARES = lazy(r"[\[【]\s*([^\[\]【】]{2,8}?)\s*[\]】]")
"""A label in square brackets, with what it names behind them: [ 索引号 ] 115001/2026-3."""

LONGEST = 120
_SPREAD_LABEL = lazy(r"(?<=[^\W\x00-\x7f])[ \u3000]+(?=[^\W\x00-\x7f])")
"""Spaces within the words of a label: 索 引 号."""
_LABELLED = lazy(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]+|ID)\s*[:：]")
_BULLETS = frozenset("-•·●123456789")
_ITEM = lazy(r"(?:[-•·●]|[0-9]{1,2}\.)\s+(?:[0-9]{1,2}[、.]\s?)?")
"""How an item of a list begins that a site makes of its own lines."""
_LONGEST, _MOST_SENTENCES, _LEAST_LABELLED = 400, 5, 3
"""Characters and sentences of a line of a frame at most; how many labels prove a long one."""


@lru_cache(maxsize=1024)  # a line is asked for as the text's first or last one, and as one of the frame
def is_of_frame(text: str) -> bool:
    """Whether a line is one of a page's frame: a row of the tables, or several labels with what they name."""
    if len(text) > _LONGEST or text.count("。") > _MOST_SENTENCES:
        return False
    item = _ITEM().match(text) if text[:1] in _BULLETS else None
    if item and is_of_frame(text[item.end() :]):
        return True
    return _is_around(text) or (" " in text and (label := _SPREAD_LABEL().sub("", text)) != text and _is_around(label))


def _is_around(text: str) -> bool:
    """Whether a line is a row of the table or of buttons, a moment, or has labels."""
    rows = (ROWS if len(text) <= LONGEST else _LONG_ROWS).likely(text)
    if rows and any(row.fullmatch(text) for row in rows):
        return True
    return (text[:1] in _FIRSTS and _begins_so(text)) or ((":" in text or "：" in text) and _is_labelled(text))


def _begins_so(text: str) -> bool:
    """Whether a line is a moment, labels in square brackets, or a row of buttons."""
    if text[0].isdecimal():
        moment = _MOMENT_LINE().fullmatch(text)
        return moment is not None and (moment["label"] is None or moment["label"] in FIELDS)
    labels = _IN_SQUARES().findall(text) if text[0] in "[【" else []
    if labels and (CARD.issuperset(labels) or (_BRACKETED().fullmatch(text) and any(map(text.__contains__, _LABELS)))):
        return True
    before, scanned, behind = text.partition(_SCANNED)
    words = [word for word in _BETWEEN().split(before) if word]
    return bool(words or scanned) and len(behind) <= _MOST_SCANNED and _BUTTONS.issuperset(words)


def _is_labelled(text: str) -> bool:
    """Whether a line is a field, an hour between few words, or has several labels with what they name."""
    field = _FIELD().fullmatch(text)
    if field and (field[1] in FIELDS or _CLOCK().match(text)):
        return True
    labels = _LABELLED().findall(text) if text.count(":") + text.count("：") > 1 else []
    known = sum(map(FIELDS.__contains__, labels))
    are_enough = known > 1 and (len(labels) >= _LEAST_LABELLED or known == len(labels))
    return known >= _LEAST_LABELLED or (len(text) <= LONGEST and are_enough)
