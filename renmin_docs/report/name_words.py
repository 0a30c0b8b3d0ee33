"""The words around a number that name nothing, and those that part its name from the rest of the sentence, as rows."""

from __future__ import annotations

from renmin_docs.figures.tables import MONEY
from renmin_docs.report.offices import own_words


def _words(lines: str) -> tuple[str, ...]:
    return tuple(lines.split())


LIGHT_VERBS = _words("完成 实现 达成 取得 获得 达到 共有 现有 下辖 管辖 辖有 设有 建有 辖$")
"""Verbs that say nothing of what is counted: 服务业完成营业额 is the 服务业营业额."""

VERBS = _words("""
    新增 开展 组建 举办 组织 安排 发放 排查 化解 处置 整改 受理 办结 建设 改造 新建 打造 引进 落实 争取 招引 走访 检查
    清理 拆除 修建 收集 登记 服务 惠及 覆盖 涉及 推进 实施 成立 召开 处理 调处 培育 帮扶 救助 解决 建成 加装 采纳 征集
    申报 推送 告知 帮助 协助 指导 回复 攻坚 劝离 整治 安装 配备 铺设 回收 募集 投放 清运 张贴 出动 调解 补植 取缔 编印
    下达 设置 清扫 招收 招聘 培训 撰写 提拔 追讨 接待 慰问 更换 购置 采购 查处 查办 签订 选派 选聘 兑现 流转 盘活 协调
    对接 硬化 疏通 维修 修缮 制定 出台 印发 报送 督办 发展 推动 促进 创建 参与 参加 设立 增设 新设 配套 投入 发动 巡查
    开工 稳定 控制 保持 持续 提供 缩短 压缩 维护 养护 巡逻 宣传 宣讲 吸纳 带动 引导 动员 转移 安置 核查 筹集
    签约 谋划 募得 转办 交办 收到 接到 评出 评选 建立 培养 开通 开办 办成 办好
""")
"""Verbs that name nothing by themselves: what is counted stands behind them, or behind the number."""

NO_VERB = "率业队站厂员点所费会局部班机者量额数园地室库"
"""Behind one of the verbs these make a noun of it: 服务业, 服务队, 化解率, 建设用地 is left to 中心."""

NOUNS = _words("通知 中心 用地 人员 体系 机制 工程 资金 项目 计划 方案 情况 工作 行动 活动")
"""Words that make a noun of the verb before them: 服务中心, 整治行动."""

TELLING = frozenset(
    _words("整改 化解 办结 调解 处置 受理 排查 培训 宣讲 拆除 救助 查处 走访 慰问 采纳 解决 调处 清理 取缔 救治 转办")
)
"""Those of them that name a number by themselves: 整改1279处."""

SHORT_VERBS = "设建修种获办收发送改拆"
"""Verbs of one character, known as such where they stand alone before the number: 设1名楼栋长."""

AVERAGES = _words("人均 户均 亩均 日均 月均 年均 平均")
EARLIER = tuple(year + part for year in _words("去年 上年 前年 上期") for part in ("", "同期"))
"""Words that are no names: the number belongs to what stands before it."""

BEGINNINGS = (
    *_words(
        "全年 今年 本年 年内 截至目前 目前 其中 同时 先后 累计 累积 共计 合计 一年来 年来 已经 街道 全镇 全乡 全村"
    ),
    *_words("我们 全面 圆满 预计 力争 另有 还有 另外 通过 按照 根据 围绕 依法依规 依法 切实 着力 扎实 持续 不断 及时"),
    *_words("完成 实现 督促 相关 我区 区内 进一步 有效 的 也 已 另"),
    *("了(?!解)", "和(?![平谐睦美顺解])", "在(?![建册校岗编职])", "有(?![效机关色限])"),
    *("各[类级项种村]?", "近?[一二两三四五六七八九十几]+年来?", "[一二三四]季度末?", "[上下]半年", "年(?=[初末底])."),
    *("来(?![信访电宾])", "并(?![网联轨])", "还(?![建款迁])", "均(?![价衡])", "及(?![时格])", "对(?![照接象口外比])"),
    *_words("由(?!于) 以(?![上下内外工]) 共(?![同享建青产]) 与(?!会) 为(?![民老企]) 至(?!今) 按(?![期时照]) 向(?!上)"),
    *(f"我{word}" for word in own_words().split("|")),
)
"""Patterns of what may lead a clause and belongs to no name."""

CHANGES = _words("""
    增长 增加 提高 提升 上升 回升 上调 上浮 增至 升至 扩大 攀升 多 下降 减少 降低 回落 下滑 下调 下浮 降至 减至 缩小
    缩短 压缩 压减 压降 收窄 精简 少
""")
_CHANGE = "|".join(sorted(CHANGES, key=len, reverse=True))
_THAN = "(?:同比|环比|(?<![占对])[较比](?:上|去|前|年初|以往|同期|全|疫情)[\u4e00-\u9fff]{0,5}|[较比]同期)"
ENDINGS = (
    rf"(?:{_THAN}(?:分别)?)?(?:净)?(?:{_CHANGE})[了至到为]?",
    _THAN,
    "是[\u4e00-\u9fff]{2,7}|不得|不应|全部|都|累计达|累计|累积|共计|合计|总计|一共|分别|以来|全年|其中|达到|超过|突破|高达|占比为|仅为|拥有|持有|完成|实现|稳定在?|保持在?",
    "每(?:[人户年月日天周亩名个次]|栋楼?|季度)|控制在|拉动|(?<![部积得百评打])分|(?<![获取所])得|需要?|占|各|仅|了|已|的|按|(?<!占)比|较|每",
    "(?<![附邻靠临最])近|(?<![签节预合契条公履违制特])约|(?<![国私公])有|(?<![设统会审估])计|(?<!公)共|(?<![行作])为",
    "(?<![所存现])在|(?<![发抵传])达|(?<![赶反])超|(?<![报签遇收接受得])到|(?<!甚)至|(?<!自)由|(?<![独])自|是|从|于|及以上|(?<![普惠涉遍波顾])及",
)
"""Patterns of what may stand between a name and its number."""

RISES = _words("增长 增加 提高 提升 上升 回升 上调 扩大 攀升")
FALLS = _words("下降 减少 降低 回落 下滑 下调 缩小 收窄 压降")
"""Verbs before a rate that is the growth of what stands before."""

AND = ("在全[国省市区县镇乡街]", "(?<![总平缓])和", "(?<![参赠给])与", "(?<![普惠涉遍波顾])及", "或")
"""Patterns of what parts a number from the words before it: it is named by what stands behind it."""

STOPS = "的了在等和与及或并为将被把予以可到至于是有进由对占均达较比"
"""Characters at which the words behind a number end; none of them begins a name."""

STOP_WORDS = _words("累计 分别 全部 合计 全年 先后")
"""Words at which they end too."""

RESTS = _words("人口 人员 人均 人民 人才 人群 人数 家庭 家属 户籍 户主 件套 条例")
"""Words whose beginning a unit may be: what follows it is the rest of a word."""

BEGIN_NOUNS = _words("在建 在校 在册 在岗 可回收 进口 对外 有机 等级 和谐 为民 以上")
"""Names that begin with one of them all the same."""

NOT_COUNTED = MONEY | frozenset(
    _words("年 个月 月 周 天 日 小时 分钟 秒 岁 周岁 个工作日 工作日 个小时 届 % ‰ 个百分点")
)
"""Units of which the word behind the number is not what it counts: 5000万元项目, 15分钟车程."""

YEAR = "[0-9]{4}年"
PART_OF_YEAR = "[上下]半年|[一二三四]季度|[0-9一二三四五六七八九十]+(?:[至到～—-][0-9]+)?月"
"""Patterns of times that figures of one noun may be of."""
