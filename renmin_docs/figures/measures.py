"""The words that count: units and measure words, as lists by field, and the words that only begin like one.

`scan` takes units from these lists (`parse` takes any). To teach it a unit, add the word to its field; a word that
begins like a unit and is none goes into `FALSE_UNITS`. The longest word that stands in the text wins.
"""

from __future__ import annotations


def _words(lines: str) -> frozenset[str]:
    return frozenset(lines.split())


PAIRED = _words("""
    管理 管控 管道 管线 管网 管护 管委 管辖 管好 管住
    个百分点 个千分点 个基点 个位次 个名次 个月 个季度 个小时 个学时 个课时 个学分 个工作日 个自然日 个交易日 个标箱
    个标准箱
""")
"""Units that begin with 个 and are more than it; of any other noun behind 个 the unit is 个."""

MEASURES = PAIRED | _words("""
    个 家 次 起 件 条 人 名 户 项 种 类 处 所 座 栋 幢 台 辆 套 份 张 本 场 批 支 间 宗 例 位 天 周 倍 番 成
    人次 场次 批次 户次 车次 件次 台次 辆次 天次 架次 艘次 班次 剂次 针次 例次 门次 张次 项次 条次 处次 家次 间次 轮次
    人天 人份 台套 件套 周岁 周年 位次 名次 课时 学时 小时 分钟 秒 公里 里 米 平方米 平方公里 立方米 亩 公顷 吨 公斤 斤
    元 美元 岁 块 面 棵 株 只 头 篇 期 届 轮 艘 架 节 门 盘 枚 对 组 队 班 票 册 幅 部 款 笔 桩 盏 层 年 日 摄氏度
    平方千米 海里 毫米 厘米 度电 车道 车位 席位 条次
""")
"""Measure words that a Chinese numeral may stand before (closed: 二十大, 四上, 三高四新 are no counts)."""

_MONEY = _words("元 角 美元 港元 港币 欧元 日元 英镑 卢布 韩元 加元 澳元 新元 澳门元 新台币 元人民币")
_SHARES = _words("% ‰ /10万 个百分点 个千分点 百分点 千分点 基点 个基点 bp BP 成 倍 番")
_TIME = _words("""
    年 天 日历天 周 月龄 个月 小时 分钟 刻钟 秒 毫秒 分 学时 课时 学年 学期 工作日 自然日 h min
""")
_LENGTH = _words("""
    米 千米 公里 里 海里 分米 厘米 毫米 微米 纳米 英寸 英里 寸 尺 延米 延长米 皮长公里 芯公里 管道公里
    车公里 人公里 吨公里 单线公里 正线公里 km m cm mm μm µm nm
""")
_AREA = _words("""
    平方米 平方公里 平方千米 平方厘米 平方毫米 平方 平米 公顷 亩 亩次 公亩 ㎡ km² km2 m² m2 M² M2 cm² hm² hm2
""")
_VOLUME = _words("立方米 立方厘米 立方分米 立方 方 升 毫升 微升 ㎥ m³ m3 M3 M³ L mL ml cm³ cm3 dm³ mm³")
_WEIGHT = _words("""
    吨 千克 公斤 斤 克 毫克 微克 纳克 磅 盎司 克拉 吨标准煤 吨标煤 千克标准煤 克标准煤 吨油当量
    吨二氧化碳 吨二氧化碳当量 载重吨 总吨 kg g mg μg µg ug ng t
""")
_ENERGY = _words("""
    瓦 千瓦 兆瓦 吉瓦 瓦时 千瓦时 兆瓦时 吉瓦时 度 度电 伏 千伏 千伏安 兆伏安 千焦 兆焦 吉焦 焦耳 千卡 大卡 马力
    赫兹 千赫 兆赫 吉赫 千乏 兆乏 kW MW GW kWh MWh GWh kV kVA MVA kJ MJ GJ Hz kHz MHz GHz kcal
""")
_ENVIRONMENT = _words("""
    分贝 dB dB(A) dB（A） 摄氏度 华氏度 ℃ °C 百帕 千帕 兆帕 Pa kPa MPa 贝可 毫西弗 微西弗
    ppm ppb NTU 毫摩尔 mmol 毫米汞柱 mmHg
""")
_COMPUTING = _words("""
    字节 比特 兆 兆比特 节点 像素 核 路 KB MB GB TB PB EB ZB Kbps Mbps Gbps Tbps kbps bps 兆字节 太字节 TOPS
    PFLOPS EFLOPS TFLOPS PFlops EFlops
""")
_PEOPLE = _words("人 名 位 户 对 口 人次 户次 人天 人日 人份 户家庭 名次 位次 周岁 岁 席 席位 例 例次 票 家 家次")
_HEALTH = _words("床 床位 张 剂 剂次 针 针次 份 支 粒 片 丸 瓶 盒 袋 味药 管")
_EDUCATION = _words("分 学分 学位 个学位 门 门次 节 班 班次 课次 册 本 册次 人学时 堂")
_TRAFFIC = _words("""
    辆 辆次 台 台次 车 车次 车道 车位 个车位 泊位 架 架次 艘 艘次 列 列次 趟 趟次 班列 标箱
    标准箱 TEU 座 座位 节 箱次 航次
""")
_PAPERS = _words("""
    件 件次 件套 份 张 张次 篇 篇次 条 条次 项 项次 款 页 字 词 句 则 封 幅 首 部 集 册 期 卷 稿 帖 单 笔 笔次 宗 宗次
    起 场 场次 轮 轮次 届 批 批次 处 处次 点次 例 个 次 遍 大项 小项 大类 小类 中类 亚类 分项 子项 大件 小件
""")
_FARM = _words("只 头 羽 尾 匹 棵 株 丛 穗 亩 窝 箱 粒 枚 眼 孔 头次 只次 垄 畦 筐 捆 吨次 峰 盘 蔸 朵 茬 口")
_THINGS = _words("""
    套 套次 台套 台班 把 根 杆 盏 块 面 扇 樘 桶 包 盘 串 束 船 卷 具 组 顶 床 间 间次 所 座 栋 幢 楼栋 层 排 段 道 套间
    家 起 对 队 桩 种 类 批 支 副 双 桌 餐 顿 杯 碗 条 孔 门 盏 枚 处 只 册 部 款
""")

_MEASURED = (_MONEY, _SHARES, _TIME, _LENGTH, _AREA, _VOLUME, _WEIGHT, _ENERGY, _ENVIRONMENT, _COMPUTING)
_COUNTED = (_PEOPLE, _HEALTH, _EDUCATION, _TRAFFIC, _PAPERS, _FARM, _THINGS)
UNITS = MEASURES.union(*_MEASURED, *_COUNTED) - {"日"}
"""Units that `scan` takes after Arabic digits (closed, unlike those of `parse`)."""

DENOMINATORS = UNITS | _words("""
    日 月 季 季度 时 d a s 千人 万人 百人 人口 万元 千元 百元 亿元 百户 千户 百米 千字 工日 学位 车 单
""")
"""What may stand behind the stroke of a compound unit: 元/月, 微克/立方米, 张/千人."""

PHYSICAL = _WEIGHT | _VOLUME | _LENGTH | _AREA | _ENERGY | _words("次 元")
"""Units that take 每 for the stroke: 微克每立方米."""

FALSE_UNITS = _words("""
    /10万元 /10万人 /10万吨 /10万户
    票务 票据 票价 票制 家庄 家庭 家访 家禽 家畜 家坪 家湾 家沟 家岭 家堡 家洼 家埠 家渠 家窑
    人大代 人大会 人大常
    人民 人才 人社 人防 人居 人事 人文 人力 人类 人格 人物 人脸 个别 次性 次序 次数 条例 条件 条块
    条令 条约 条理 年级 年度 年代 年底 年末 年限 年龄 年轻 年会 年货 年味 年鉴 年终 年薪 年景 部门
    部队 部委 部署 部位 部级 部属 部分 部长 部件 部曲 名称 名牌 名胜 名城 名镇 位于 位居 位列 位置
    面积 面向 面对 面临 面上 面试 面谈 面授 面貌 面粉 面条 门口 门诊 门店 门槛 门户 门类 门面 门牌
    门前 门禁 门头 门外 门票 门峡 层次 层级 层层 层出 组织 组建 组合 组长 组团 组员 组工 班子 班组
    班长 班车 班级 成员 成本 成立 成果 成效 成绩 成功 成熟 成为 成都 成人 成长 成就 成品 成型 成片
    成规 成套 成年 成分 成交 成渝 处级 处罚 处理 处置 处于 处在 处所 处方 处室 本地 本级 本市 本区
    本县 本省 本镇 本村 本人 本科 本年 本月 本次 本土 本着 本色 本制 类似 类别 类型 种植 种子 种业
    种质 种群 例如 例会 例假 起步 起点 起来 起因 起源 起飞 起止 对于 对象 对接 对标 对口 对外 对照
    对策 对应 对话 对比 对待 对子 对抗 对上 对下 对全 对辖 只能 只要 只有 只是 只会 只做 头号 头部
    头等 头条 头衔 期间 期末 期初 期货 期刊 期限 期望 期待 期盼 期房 节能 节约 节目 节日 节水 节假
    节庆 节省 节余 节俭 节气 节后 节前 节地 节育 节电 节选 节支 场所 场域 里程 里面 里店 里河 里屯
    里铺 里桥 里庄 里营 里坪 里湾 里堡 里沟 里镇 里头 度假 度过 度汛 度数 米粉 米线 米面 米字 米级
    元旦 元宵 元月 元首 元素 元宝 元里 元勋 天然 天安 天河 天津 天线 天桥 天宫 天际 天水 台账 台式
    台胞 台湾 台商 台资 台企 台阶 台州 台北 台山 台河 台县 台柱 户籍 户口 户型 队伍 队员 队长 周边
    周期 周末 周围 周全 周密 周到 周转 周知 秒钟 秒杀 秒办 套路 套餐 套种 套内 套改 份额 份子 张家
    张贴 张掖 张挂 张榜 本质 支持 支撑 支付 支出 支委 支柱 支线 支流 支护 支农 支书 间接 间隔 间歇
    间断 间隙 批评 批复 批准 批示 批量 批发 批改 批办 批次性 批而 座谈 座右 所在 所属 所长 所谓 所得
    所需 所以 所辖 所站 款项 款式 笔试 笔记 笔迹 笔录 项城 盘活 盘点 盘锦 盘水 盘州 盘山 盘龙 盘县
    对方 分公司 分局 分店 分会 分别 分类 分区 分之 分配 分解 分管 分析 分层 分级 分批 分片 分组 分享
    分布 分支 分流 分行 分院 分校 分中心 分期 分担 分工 分子 分段 分红 分户 分散 分离 分拣 分发 分属
    分数 分值 分包 分站 分馆 分厂 分队 分步 分时 分税 分档 分界 分明 分赴 分歧 路段 路口 路灯 路网
    路线 路面 路径 路桥 路长 路牌 路基 路域 路况 路程 路公交 路车 路电车 具有 具体 具备 尾矿 尾气
    尾水 尾款 尾声 尾号 尾砂 方面 方案 方式 方针 方向 方阵 方便 方法 方可 方能 方言 方位 方略 方责任
    方形 方联 方共 方联动 方协 单位 单独 单元 单项 单价 单身 单亲 单列 单一 单个 单次 单日 单月 单产
    单体 单车 单向 单纯 单据 单双 单边 单设 单线 单县 单品 口径 口岸 口号 口碑 口罩 口头 口味 口粮
    口腔 口袋 口语 口述 口才 口服 口感 根据 根本 根源 根治 根深 根植 道路 道德 道口 道闸 道理 道义
    道教 列入 列为 列车 列席 列支 列出 列明 列管 列装 列举 把握 把关 把手 把脉 把控 把好 把酒 车间
    车辆 车主 车站 车型 车流 车票 车库 车队 车联 车牌 车企 车载 车险 车程 车用 车厢 车展 箱体 箱式
    箱梁 箱变 袋装 包括 包含 包保 包联 包片 包干 包装 包抓 包村 包车 包户 包组 包楼 包案 包裹 包容
    包厢 包头 包扶 瓶装 瓶颈 瓶盖 桶装 盒饭 盒装 盒子 片区 片长 片面 片会 片头 片警 片组 片段 片状
    段落 段位 段长 首先 首次 首批 首个 首家 首届 首席 首位 首付 首创 首都 首府 首页 首条 首部 首轮
    首套 首发 首期 首例 首单 首日 首善 首要 首战 首季 首店 首问 首违 首班 首长 集中 集体 集团 集成
    集聚 集市 集群 集约 集镇 集会 集合 集资 集散 集训 集装 集贸 集结 集智 集采 页岩 页面 页码 字样
    字体 字数 字典 字号 字段 字形 词条 词典 句子 则是 则为 则由 则在 则要 封闭 封控 封堵 封顶 封存
    封山 封装 封面 封禁 卷烟 卷宗 卷入 卷面 帖子 稿件 稿纸 遍布 遍及 眼科 眼镜 眼睛 眼部 眼前 眼光
    眼下 孔子 孔雀 孔庙 峰会 峰值 峰谷 匹配 株洲 丛书 窝棚 粒子 枚举 针对 针灸 剂量 床上 堂食 排名
    排查 排污 排水 排放 排练 排涝 排序 排队 排忧 顶层 顶级 顶岗 餐饮 餐厅 餐桌 餐馆 餐厨 杯子 桌面
    双方 双向 双创 双拥 双减 双碳 双语 双重 双选 双招 双千 副主 副书 副县 副区 副镇 副局 副总 副省
    副产 副食 副本 副中 角色 角度 角落 角逐 兆头 核查 核实 核算 核酸 核发 核电 核准 核减 核验 核桃
    核定 核销 路演 升级 升至 升到 升学 升高 升旗 升降 升位 克服 克己 克难 轮驱动 轮车 轮电动 轮摩托
    处长 核心 大项目 小项目 大类别
""")
"""Words that begin like a unit; a number before one of them is no hit of `scan`."""
