"""Words for reading Chinese: measure words, verbs, what a noun may be, and the slots of the clause patterns.

Closed lists are for measure words, verbs and units only.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.word_problems.grammar import BASIC_SLOTS
from solver.topics.word_problems.marking import ANY, NUMBER, PART

UNITS: Final = (
    "千克 公斤 克 斤 吨 厘米 分米 毫米 千米 公里 米 毫升 升 小时 分钟 秒 平方米 公顷 "
    "个 只 本 支 枝 把 张 条 朵 棵 盆 块 件 辆 袋 盒 箱 瓶 杯 头 匹 位 名 人 双 副 套 台 座 间 颗 粒 根 片 页 包 束 串 "
    "筐 篮 桶 罐 碗 桌 排 行 层 组 队 班 岁 幅 架 艘 枚 份 道 株 面 顶 对 户 发 盏 扇 口 节 册 尾 捆 车 壶 题 封 场 次 天 亩 打 听 提 板"
).split()
"""Measure words; those of length and mass may have fractions (`FRACTIONAL`)."""
FRACTIONAL: Final = frozenset([*UNITS[:18], "亩", "元"])

# What no noun contains, so that an open slot cannot swallow a clause: verbs, comparisons, question words.
_FUNCTION: Final = (
    "[有的了是为占与跟及买购几贵每剩还倍若给吃去掉总各要想到在他她它从把被就才都也又再等需付卖送借拿这那求问之两或元钱谁哪怎不能应找差]"
    "|(?<!公)共|比(?!萨)|和(?!平)|多少|多(?=X)|少(?=X)|最后|最终|这时|此时|当天|周末|星期|便宜|其中|其余|其他|如果|已知|用(?=[去掉了]|X)|花(?=[去掉了费]|X)"
    "|价格|单价|售价|价钱|定价|标价|票价|数量|一共|一样|分别|相差|原来|现在|后来|上午|下午|昨天|今天|明天|今年|去年|明年|平均|大于|小于"
    "|后(?=[还剩余来,]|$)|原(?=有)|什么|只有|可以|合计|我们|同样|相同|同笼|先(?!生)|(?:加工|种|看|读|修|做|养|运|摘|租|植|栽|写|折|完成|生产)(?=[了的]|一?X)|分(?=[得到配给])|生产零件|加工零件|植(?=树|了)|种树|存款|捐款|捐(?=了)|关(?=在)|(?:收集|采摘|制造|组装|培育|回收|采购|捐献)(?=[了的]|一?X|多少|几|[个只本棵件株]数|[质重]量)|另外|接着|按(?=X)|年后|年前|年龄"
).replace("X", ANY)
NOUN: Final = f"(?:(?!{_FUNCTION})[\u4e00-\u9fffa-z《》]){{1,9}}"
UNIT: Final = "(?:" + "|".join(UNITS) + ")"
_KIN: Final = "(?:妈妈|爸爸|爷爷|奶奶|外公|外婆|哥哥|姐姐|弟弟|妹妹|叔叔|阿姨|同桌|老师|父亲|母亲)"
_EACH: Final = f"(?:每一?{UNIT}|{NUMBER}{UNIT}|一?{UNIT}(?<=[批堆])|这{UNIT})"
_COLOURED: Final = "(?:[\u4e00-\u9fff]{1,2}色的|[两二四六]轮的?(?=.))?"
_COUNTED: Final = f"(?:{NUMBER}{UNIT}?|这{UNIT})(?:(?:同样|这样|相同)的)?{_COLOURED}{NOUN}"
AND: Final = f"(?:、|,(?!{NUMBER})|,?和|,?与|,?及|,?以及|,?跟)"
PRICE: Final = "(?:价格|单价|售价|价钱|定价|票价|标价|价)"
_MANY: Final = "(?:存款|捐款|钱数|数量|数目|个数|重量|质量|面积|体积|长度|总数|头数|只数|页数|人数|(?:[本条枝张支盆朵辆棵件块台套把箱袋瓶盒颗枚副根幅份吨道座间户双株匹位名册筐篮桶层节次])数)"
NUMBER_OF: Final = f"(?:的?{_MANY})?"
# verbs that say what is done with part of a whole
DO: Final = (
    "(?:收集|采摘|制造|组装|培育|回收|采购|捐献|收获|看|读|修|做|烧|喂|发|借|种|植|栽|运|卖|用|剪|吃|喝|行|走|跑|铺|挖|完成|加工|生产|录|打|抄|写|收|摘|采|捐|存|分|得|拿|领|装|养|制作|收割|耕|使用|销售|批发|售|运送|搬|铺设|修建|植树|种植|养殖|参加|报)"
    "(?:完成|完|出|走|去|来|好|得|到|回|进|掉|有|租)?(?:了|的是)?"
)
# the whole of which a part is told
ALL_OF: Final = (
    "(?:(?:这批|这堆|这条|这本|这根|这袋|这桶)?(?:总|全部|全体|所有|全|其中)(?:班|校|年级|厂|体|书|长|程|村|场|车间|公司)?"
    "(?:同学|学生|员工|职工|球|图书|书|水果|动物|钱|任务|奖金|货物|零件|路程)?的?"
    f"(?:{_MANY}|数|量|数量|钱数|额|产量|存款|金额)?|总|这批{NOUN}|这条{NOUN}|这本{NOUN}|这根{NOUN})"
)
REST_OF: Final = "(?:其余|其他|其它|剩下|剩余|余下|余)的?(?:钱|部分|奖金|图书|书|树|球|任务|零件)?"
_ADVERB: Final = "(?:,|又|还|再|先|后来|一次性?|另外|接着|然后|也|各|首先|分别|一起|最后|(?:以|按|用)?(?:同样|相同|一样|同)的?(?:价格|单价|价钱)|按原价)"
PLAN: Final = "(?:要|想|想要|准备|打算|计划|需要|需)"

# Pairs that are named without "and".
_PAIRS: Final = {
    "鸡兔": ("鸡", "兔"), "甲乙": ("甲", "乙"), "ab": ("a", "b"), "师徒": ("师傅", "徒弟"), "父子": ("父亲", "儿子"),
    "母女": ("母亲", "女儿"), "母子": ("母亲", "儿子"), "父女": ("父亲", "女儿"), "兄弟": ("哥哥", "弟弟"),
    "姐妹": ("姐姐", "妹妹"), "姐弟": ("姐姐", "弟弟"), "兄妹": ("哥哥", "妹妹"), "男女生": ("男生", "女生"),
}  # fmt: skip

SLOTS: Final = {
    **BASIC_SLOTS,
    "np": f"(?:{NUMBER}{UNIT})?{_COLOURED}{NOUN}",
    "who": f"(?:他|她|它|{NOUN}的{_KIN}|(?:{NUMBER}{UNIT})?{NOUN})",
    "u": UNIT,
    "each": f"{_EACH}?",
    "list": f"(?:{_EACH}?{_COLOURED}{NOUN}(?:{AND}{_EACH}?{_COLOURED}{NOUN})+|{'|'.join(p for p in _PAIRS if p[0] not in '鸡甲a')})",
    "tf": f"(?:{NUMBER}(?=倍)|{PART})",
    "names": f"{_EACH}?{_COLOURED}{NOUN}(?:{AND}{_EACH}?{_COLOURED}{NOUN})*",
    "lines": f"{_COUNTED}(?:(?:{AND}|,){_COUNTED})*",
    "price": PRICE,
    "pr": f"(?:的?{PRICE})?",
    "q": "(?:多少|几)",
    "yuan": "(?:元钱|元|块钱|钱|块|美元|欧元|英镑)(?:零花钱|零用钱|压岁钱|呢)?",
    "all": "(?:一共|总共|共|合计|总计|共计)",
    "will": f"(?:{_ADVERB}|{PLAN})*",
    "adv": f"{_ADVERB}*",
    "plan": f"{PLAN}*",
    "buy": "(?:购买|选购|买|购)(?:来|回来|回|进|到)?(?:了)?(?:(?:同样|相同|这样)的)?",
    "spend": "(?:花费|花去|用去|花掉|用掉|支付|付款|花|用|付)(?:了|去了)?",
    "times": "(?:某天|某日|一天|有一天|第一天|第二天|第一次|第二次|第三次|昨天|今天|周末|周六|周日|星期[一二三四五六天日]|放学后|后来|上午|下午|首先|接着)?,?",
    "number": NUMBER_OF,
    "many": _MANY,
    "in": "(?:里面|里|中|内|上)?",
    "do": DO,
    "allof": ALL_OF,
    "restof": REST_OF,
    "day": "(?:第[一二三四五](?:天|次|周|组|月|小时|个月|年)|(?:上|中|下)(?:午|旬)|第[一二三]小组|[甲乙丙]队)",
    "now": "(?:这时|现在|最后|结果|此时|,)*",
    "notyet": "(?:(?:没有?|未|没有)(?:看完|读完|修完|运完|做完|卖完|用完|看|读|修|运|做|卖|用|吃|走|铺|加工|完成|走完))?",
    "receiver": "(?:售货员|收银员|营业员|收款员|服务员|售票员|店员|老板|店主|摊主|卖家|商家|商店|超市|书店|阿姨|收费员)",
    "note": "(?:钱|现金|整钱|的?(?:钞票|纸币|人民币|整币|大钞))?",
    "years": "(?:之后|以后|后|之前|以前|前)",
}


def normal(text: str) -> str:
    """A noun without "this", its measure word and "each"."""
    text = re.sub(f"的?{_MANY}$", "", text)
    text = re.sub(f"^(?:每一?{UNIT}|{NUMBER}{UNIT}?|这{UNIT}|这些|该)", "", text)
    text = re.sub("^(?:同样|这样|相同)的", "", text)
    text = re.sub("(?<=[\u4e00-\u9fff]色)的(?=.)", "", text)
    text = re.sub("(?<=..)(?:里面|里|上)$", "", text)
    text = re.sub("(?<=.)(?:植树|种树|栽树|存款|捐款|捐书)$", "", text)
    text = re.sub("(?<=年级)(?:学生|同学)$|(?<=班)(?:学生|同学)$", "", text)
    if text in UNITS:  # "20本": the noun is left out, the measure word is none
        return ""
    return re.sub("^([甲乙丙ab])数$", r"\1", text.strip())


def split_names(text: str) -> list[str]:
    """The nouns of a list."""
    if text in _PAIRS:
        return list(_PAIRS[text])
    return [normal(name) for name in re.split(AND, text)]


_ANIMALS: Final = {
    "鸡": 2, "公鸡": 2, "母鸡": 2, "鸭": 2, "鹅": 2, "鸽": 2, "鹤": 2, "丹顶鹤": 2, "仙鹤": 2, "鸵鸟": 2, "孔雀": 2, "鹦鹉": 2,
    "火鸡": 2, "兔": 4, "狗": 4, "猫": 4, "牛": 4, "奶牛": 4, "羊": 4, "山羊": 4, "绵羊": 4, "马": 4, "猪": 4, "乌龟": 4, "龟": 4,
    "青蛙": 4, "长颈鹿": 4, "斑马": 4, "鹿": 4, "梅花鹿": 4, "大象": 4, "老虎": 4, "狮子": 4, "蜘蛛": 8, "蜻蜓": 6, "蝉": 6,
}  # fmt: skip
_WHEELS: Final = {
    "自行车": 2, "三轮车": 3, "小汽车": 4, "小轿车": 4, "汽车": 4, "轿车": 4, "摩托车": 2, "电动车": 2, "单车": 2, "出租车": 4,
}  # fmt: skip


def leg_count(name: str) -> int | None:
    """Legs of an animal by its usual name: "鸡", "小兔", "兔子"."""
    for form in (name, name.removesuffix("子").removeprefix("小").removeprefix("白")):
        if form in _ANIMALS:
            return _ANIMALS[form]
    return None


def wheel_count(name: str) -> int | None:
    """Wheels of a vehicle: told in front of its name, or known."""
    told = re.match("([两二三四六])轮(?=.)", name)
    if told:
        return {"两": 2, "二": 2, "三": 3, "四": 4, "六": 6}[told[1]]
    return _WHEELS.get(name)
