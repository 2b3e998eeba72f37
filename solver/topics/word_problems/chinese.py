"""Clause patterns for Chinese: one row a kind of sentence, nouns are open slots.

Closed lists are for measure words, verbs and units only.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.word_problems import meanings as say
from solver.topics.word_problems import meanings_parts as parts
from solver.topics.word_problems import questions as ask
from solver.topics.word_problems.grammar import BASIC_SLOTS, Grammar, Rule
from solver.topics.word_problems.marking import ANY, NUMBER, PART

UNITS: Final = (
    "千克 公斤 克 斤 吨 厘米 分米 毫米 千米 公里 米 毫升 升 小时 分钟 秒 平方米 公顷 "
    "个 只 本 支 枝 把 张 条 朵 棵 盆 块 件 辆 袋 盒 箱 瓶 杯 头 匹 位 名 人 双 副 套 台 座 间 颗 粒 根 片 页 包 束 串 "
    "筐 篮 桶 罐 碗 桌 排 行 层 组 队 班 岁 幅 架 艘 枚 份 道 株 面 顶 对 户 发 盏 扇 口 节 册 尾 捆 车 壶 题 封 场 次 天"
).split()
"""Measure words; those of length and mass may have fractions (`FRACTIONAL`)."""
FRACTIONAL: Final = frozenset(UNITS[:18])

# What no noun contains, so that an open slot cannot swallow a clause: verbs, comparisons, question words.
_FUNCTION: Final = (
    "[有的了是为占与跟及买购几贵每剩还倍若给吃去掉总各要想到在他她它从把被就才都也又再等需付卖送借拿这那求问之两或元钱谁哪怎不能应找差]"
    "|(?<!公)共|比(?!萨)|和(?!平)|多少|多(?=X)|少(?=X)|便宜|其中|其余|其他|如果|已知|用(?=[去掉了]|X)|花(?=[去掉了费]|X)"
    "|价格|单价|售价|价钱|定价|票价|数量|一共|一样|分别|相差|原来|现在|后来|上午|下午|昨天|今天|明天|今年|去年|明年|平均|大于|小于"
    "|后(?=[还剩余来,])|原(?=有)|什么|只有|可以|合计|我们"
).replace("X", ANY)
_NOUN: Final = f"(?:(?!{_FUNCTION})[\u4e00-\u9fffa-z]){{1,9}}"
_UNIT: Final = "(?:" + "|".join(UNITS) + ")"
_EACH: Final = f"(?:每一?{_UNIT}|{NUMBER}{_UNIT}|这{_UNIT})"
_COUNTED: Final = f"{NUMBER}{_UNIT}?{_NOUN}"
_AND: Final = "(?:、|,|,?和|,?与|,?及|,?以及|,?跟)"
_PRICE: Final = "(?:价格|单价|售价|价钱|定价|票价|价)"

SLOTS: Final = {
    **BASIC_SLOTS,
    "np": f"(?:{NUMBER}{_UNIT})?{_NOUN}",
    "who": f"(?:他|她|它|(?:{NUMBER}{_UNIT})?{_NOUN})",
    "u": _UNIT,
    "each": f"{_EACH}?",
    "list": f"{_EACH}?{_NOUN}(?:{_AND}{_EACH}?{_NOUN})+",
    "tf": f"(?:{NUMBER}(?=倍)|{PART})",
    "names": f"{_EACH}?{_NOUN}(?:{_AND}{_EACH}?{_NOUN})*",
    "lines": f"{_COUNTED}(?:{_AND}{_COUNTED})*",
    "price": _PRICE,
    "pr": f"(?:的?{_PRICE})?",
    "q": "(?:多少|几)",
    "yuan": "(?:元钱|元|块钱|钱|块|美元|欧元|英镑)",
    "all": "(?:一共|总共|共|合计|总计)",
    "will": "(?:要|想|想要|准备|打算|又|还|计划|需要|再|先|后来|一次)*",
    "times": "(?:某天|某日|一天|有一天|第一天|第二天|第一次|第二次|第三次|昨天|今天|周末|星期天|后来|上午|下午)?,?",
    "number": "(?:的?(?:数量|本数|只数|人数|棵数|个数|条数|张数|枝数|支数|盆数|朵数|辆数|页数|数目|总数))?",
    "in": "(?:里面|里|中|内|上)?",
}


def normal(text: str) -> str:
    """A noun without "this", its measure word and "each"."""
    text = re.sub("的?(?:数量|本数|只数|人数|棵数|个数|条数|张数|枝数|支数|盆数|朵数|辆数)$", "", text)
    text = re.sub(f"^(?:每一?{_UNIT}|{NUMBER}{_UNIT}?|这{_UNIT}|这些|该)", "", text)
    text = re.sub("(?<=..)(?:里面|里|上)$", "", text)
    if text in UNITS:  # "20本": the noun is left out, the measure word is none
        return ""
    return re.sub("^([甲乙丙ab])数$", r"\1", text.strip())


def split_names(text: str) -> list[str]:
    """The nouns of a list."""
    if text in ("鸡兔", "甲乙", "ab"):  # pairs that are named without "and"
        return list(text)
    return [normal(name) for name in re.split(_AND, text)]


_ANIMALS: Final = {
    "鸡": 2,
    "鸭": 2,
    "鹅": 2,
    "鸽": 2,
    "兔": 4,
    "狗": 4,
    "猫": 4,
    "牛": 4,
    "羊": 4,
    "马": 4,
    "猪": 4,
    "鹤": 2,
}
_WHEELS: Final = {"自行车": 2, "三轮车": 3, "小汽车": 4, "小轿车": 4, "汽车": 4, "轿车": 4, "摩托车": 2}


def leg_count(name: str) -> int | None:
    """Legs of an animal by its usual name: "鸡", "小兔", "兔子"."""
    return _ANIMALS.get(name.removesuffix("子").removeprefix("小").removeprefix("白"))


_LARGE, _SMALL = "较大的数", "较小的数"

RULES: Final = [
    # -- scenes
    Rule("<times>(?:<who a>)(?:和<np b>)?去(?:同一个|附近的)?<np>(?:购物|买东西|玩|买文具|买水果)?\n(?:某天|某日|一天|第一天|第二天)",
         say.nothing),
    Rule("(?:今有)?(?P<l>鸡兔)同笼\n有(?P<l>鸡兔)同笼\n(?:今有)?<list l>(?:同笼|关在同一个笼子<in>|在同一个笼子<in>)\n<np><in>(?:有|养了?|关着|停着|停放着)(?:若干只|一些)?<list l>(?:若干只|若干|若干辆)?",
         say.nothing),
    # -- money and shopping
    Rule("""<who a>(?:身上|手里|手上)?(?:原来|原|现在|一共|共)?(?:有|存了?|攒了?)(?:零花钱)?<m m>(?:钱|零花钱)?(?:去(?:<np>)?(?:买东西|购物|买文具)?)?""",
         say.has_money),
    Rule("<times>(?:<who a>)?(?:身上|手里)?(?:带了?|带着|带来|拿了?|拿着)<m m>(?:钱)?(?:去(?:<np>)?(?:买东西|购物|买文具)?)?", say.brought_money),
    Rule("(?:<who a>)?(?:还|最后)?(?:剩下?|剩余|余下|还有)(?:了)?<m m>(?:钱)?", say.money_left),
    Rule("""<times>(?:<who a>)?<will plan>(?:去|到|在)?(?:同一个?)?(?:<np>)?<will>(?:买|购买|购)(?:来|回|进)?(?:了)?<lines l>
            <times>(?:<who a>)?<will>(?:用|花)(?:了)?<m m>(?:钱)?(?:可以|能)?买(?:了|到|到了)?<lines l>
            <times>(?:<who a>)?<will>(?:去|到|在)?(?:同一个?)?(?:<np>)?<will>买(?:来|回)?(?:了)?<lines l><all>?(?:要|需要?)?(?:花|用|花费|用去)(?:了)?<m m>(?:钱)?""",
         say.buys),
    Rule("<times>(?:<who a>)?买(?:了)?<lines l>(?:之?后)?,?(?:还|最后)?(?:剩下?|剩余|余下)(?:了)?<m m>(?:钱)?", say.buys_and_keeps),
    Rule("<list l><all>有<m m>(?:钱)?", say.money_together),
    Rule("(?:<who>)?<all>?(?:花|用|付|花费|花去|用去|花掉|支付|付款|需要?|应付)(?:了)?<m m>(?:钱)?\n<all>(?:是|为|要)?<m m>", say.paid),
    Rule("(?:<np>)?(?:又|再)?给了?(?:他|她)<m m>(?:钱|零花钱)?\n(?:<who a>)?(?:又|再)?(?:得到|收到|赚|挣)了?<m m>", say.earns),
    Rule("(?:<who a>)?(?:又|再|先)?(?:花掉|花去|用去|用掉|用|花|捐|借出)(?:了)?<m m>(?:钱)?(?:买(?:了)?(?:一些)?<np>)?\n(?:<who a>)?买<np>(?:用去|花|用|花去)了?<m m>", say.spends),
    Rule("(?:<who>)?(?:付给?|给)(?:了)?(?:售货员|收银员|营业员|老板|阿姨)?<m m>(?:钱|的?钞票|纸币)?", say.tenders),
    Rule("""<n k><u u><np x><pr>(?:是|为|要|需要?|卖|售|标价|共|一共)?<m m>
            <np x><n k><u u><m m>
            每<u u><np x><pr>(?:是|为|要|需要?|卖|售|标价)?<m m>
            <np x><pr>每<u u>(?:的?价格)?(?:是|为|要|需要?|卖|售)?<m m>
            <np x>(?:的?<price>)(?:是|为)?<m m>
            <np x>(?:卖|售|标价|要)?<m m>
            <np x>(?:的?<price>)?(?:是|为|卖|要)?<m m><n k><u u>""", say.priced),
    Rule("每<u u>(?:的?<price>)?(?:是|为|要|卖|售)?<m m>\n<m m>每?<n><u u>", say.priced_each),
    Rule("<lines l><all>?(?:的?总价)?(?:是|为|要|需要?|卖|售价|价值)?<m m>\n买<lines l><all>?(?:要|需要?|付|花)?(?:付|花|用)?<m m>\n<lines l><all>(?:要|需要?|付|花)?(?:付|花|用)?<m m>", say.all_priced),
    Rule("""<each><np a><pr>比<each><np b><pr>(?:多|贵|高)(?:出|了)?<m m>
            <each><np a><pr>比<each><np b><pr>的?<n k>倍(?:还)?(?:多|贵)<m m>""", say.compares(1)),
    Rule("""<each><np a><pr>比<each><np b><pr>(?:少|便宜|低)(?:了)?<m m>
            <each><np a><pr>比<each><np b><pr>的?<n k>倍(?:还)?(?:少|便宜)<m m>""", say.compares(-1)),
    Rule("<each><np a>的?<price>是<each><np b><pr>的?<tf v>倍?", say.compares_share(kind="price")),
    Rule("<each><np a>的?<price>比<each><np b><pr>(?:多|贵|高)<f f>", say.compares(1, kind="price")),
    Rule("<each><np a>的?<price>比<each><np b><pr>(?:少|便宜|低)<f f>", say.compares(-1, kind="price")),
    # -- wholes and parts
    Rule("<list l>(?:<n>人|<n>个)?(?:<all>|<all>有|<all>是)<n n><u u><np x>\n<list l><n>人的<np x><all>(?:有|是)?<n n><u u>", parts.group(by_owner=True)),
    Rule("""(?:<np a><in>)?<all>?(?:有|养了?|种了?|种植了?|卖出|售出|卖了|买来|买了|买回|购进|运来|收集了)<list l>,?(?:<all>|<all>有)<n n><u u>(?:<np x>)?
            <np a>(?:里|中)<list l>(?:<all>|<all>有)<n n><u u>(?:<np x>)?
            <list l>(?:的?总?(?:数量|数|和))?(?:<all>|<all>有|的?总数是|的?和是|之和是|的总和是)<n n><u u>?(?:<np x>)?
            (?:<np a><in>)?<all>?(?:有|养了?|种了?)<n n><u u>(?:<np x>)?,(?:包括|分别是|分为|分成)<list l>""", parts.group()),
    Rule("""(?:其中)?<np x><number>(?:占|是)(?:<all>数|总数|全部|总量|全部的?<np>|总<np>)?的?<f f>
            (?:其中)?<np x><number>(?:占|是)(?:全部)?<np w>(?:总数|<number>|的总数)的?<f f>
            (?:其中)?<np x><number>占<np w>的?<f f>
            (?:其中)?<f f>(?:的?<np w>)?(?:是|为)<np x>
            <np w>的<f f>是<np x>""", parts.share),
    Rule("其中<np x>(?:有|是|为)?<n n><u u>\n其中有?<n n><u u>(?:是)?<np x>", parts.part_is),
    Rule("(?:其余|其他|其它|剩下|剩余|余下)的?(?:部分)?(?:都|全|全都|全部)?(?:是|为)<names l>", parts.rest),
    Rule("""<list l>(?:的?(?:数量|本数|只数|人数|棵数|个数|条数|张数|枝数|支数|盆数|朵数|辆数|数目))?(?:之|的)?比(?:例)?(?:是|为)?:?<ratio r>
            <list l>的?(?:数量|本数|只数|人数|棵数|个数|条数|张数)之比(?:是|为)?:?<ratio r>
            (?:数量|本数|只数|人数|棵数|个数)比(?:是|为)<ratio r>""", parts.ratio),
    Rule("<all>?有?<n n>(?:条|只|个)?(?:腿|脚|足)\n下有<n n>(?:足|脚|腿)\n(?:从下面数|下面数|数腿)?,?(?:它们)?(?:的腿)?<all>?有?<n n>(?:条|只|个)?(?:腿|脚)\n(?:它们的?)?腿(?:的总数)?(?:有|<all>有?|是)?<n n>(?:条|只|个)", parts.legs(leg_count)),
    Rule("(?:从上面数|上面数|数头|上)?,?(?:它们)?(?:<all>)?有?<n n>个?头\n(?:它们的?)?头(?:的总数)?(?:有|<all>有?|是)?<n n>个?", parts.heads(leg_count)),
    Rule("<all>?有<n n>个轮子\n轮子<all>?(?:有)?<n n>个\n<all><n n>个?轮子?", parts.legs(_WHEELS.get)),
    Rule("(?:其中)?(?:较?大的?数|较?大的?那个数)是(?:较?小的?数|另一个数)的<n v>倍\n(?:其中)?一个数是另一个数的<n v>倍", parts.larger_is(_LARGE, _SMALL)),
    # -- so many
    Rule("(?:<who a><in>)?(?:原来|原|现在|<all>)?有<n n><u u><np x>\n(?:<who a><in>)?(?:原来|原|现在|<all>)?有<np x><n n><u u>", say.owns),
    Rule("<np a><number>(?:今年|现在)?(?:共|一共)?(?P<has>有)?(?:是)?<n n><u u>", say.is_so_many),
    Rule("""<np a>的?<number>比<np b>的?<number>多(?:了)?<n n><u u>(?:<np>)?
            <np a>比<np b>大<n n>(?P<u>岁)?
            <np a>的?<number>比<np b>的?<number>的?<n k>倍(?:还)?多<n n><u u>
            <np a>的?<number>比<np b>的?<number>多<f f>""", say.compares(1, kind="count")),
    Rule("""<np a>的?<number>比<np b>的?<number>少(?:了)?<n n><u u>(?:<np>)?
            <np a>比<np b>小<n n>(?P<u>岁)?
            <np a>的?<number>比<np b>的?<number>的?<n k>倍(?:还)?少<n n><u u>
            <np a>的?<number>比<np b>的?<number>少<f f>""", say.compares(-1, kind="count")),
    Rule("<np a>的?<number>(?:是|相当于)<np b>的?<number>的?<tf v>倍?", say.compares_share()),
    Rule("<np a>的<np x>比<np b>(?:的<np>)?多<n n><u u>", say.compares_item(1)),
    Rule("<np a>的<np x>比<np b>(?:的<np>)?少<n n><u u>", say.compares_item(-1)),
    Rule("<np a>的<np x><number>是<np b>(?:的<np>)?<number>的?<tf v>倍?", say.compares_item(1)),
    Rule("(?:<who a>)?(?:又|再|后来)*(?:买|摘|捡|得到|收到|拿来|做|折|画|写|运来|种|增加|飞来|来|开来|抱来|跑来|游来|借来|送来)(?:了|来|来了|回|回了|进|进了)?<n n><u u>(?:<np x>)?",
         say.changes(1)),
    Rule("""(?:<who a>)?(?:又|再|后来)*(?:吃|用|卖|送|借|丢|拿|飞走|开走|走|坏|抱走|运走|借出|送出|卖出|剪|剪去|游走|跑走|拿走|用去|借走)(?:了|掉|掉了|去|去了|走|走了|出|出了)?<n n><u u>(?:<np x>)?
            (?:<who a>)?(?:又|再|后来)*(?:送给|给|送|借给)(?:了)?(?:<np b>)?<n n><u u>(?:<np x>)?""", say.gives),
    # -- two numbers, legs
    Rule("(?P<l>[甲ABab][、和与]?[乙Bb])<n k>个?数(?:的|之)?和(?:是|为)<n n>", parts.two_named(1)),
    Rule("(?P<l>[甲ABab][、和与]?[乙Bb])<n k>个?数(?:的|之)?差(?:是|为)<n n>", parts.two_named(-1)),
    Rule("(?:大、?小)?<n k>个?数(?:的|之|相加的)?和(?:是|为|等于)<n n>", parts.two_numbers(_LARGE, _SMALL, 1)),
    Rule("(?:它们|这?<n k>个?数)?(?:的|之)?差(?:是|为|等于)<n n>\n(?:它们|这<n>个?数)?相差<n n>", parts.two_numbers(_LARGE, _SMALL, -1)),
    Rule("(?:<np>)?<all>?(?:卖出|售出|卖了|出售)(?:了)?<n n><u>(?:<np x>)", parts.sells),
    Rule("<all>?(?:收入|总收入|收款|卖得|得款|票款|收到|门票收入)(?:是|为|共|了)?<m m>", parts.takes_in),
    # -- questions
    Rule("(?:<who a>)?(?:还|现在|最后|买完后?|买后)*(?:剩|剩下|剩余|余下|余|会剩下|能剩下|会剩)(?:下|余|有)?(?:的钱)?(?:是)?多少<yuan>?\n(?:<who a>)?还有多少<yuan>\n(?:<who a>)?现在(?:一共|共)?有多少<yuan>", ask.ask_money_left, question=True),
    Rule("(?:<who a>)?(?:现在)?有多少<yuan>", ask.ask_money_now, question=True),
    Rule("(?:<who a>)?(?:原来|原|本来|一开始|带)(?:一共|共)?(?:有|带)?了?多少<yuan>", ask.ask_money_first, question=True),
    Rule("(?:售货员|收银员|营业员|老板)?(?:应该|应|需|要|需要|可以)?(?:找(?:给|回|他|她)*|找回)(?:<who a>)?(?:的钱是)?(?:回)?(?:了)?多少<yuan>", ask.ask_change, question=True),
    Rule("(?:<who a>)?(?:买这(?:些|<n><u>|<n>样)(?:东西|物品|商品)?)?还(?:差|缺|需要?|要|缺少)多少<yuan>(?:才能?买.*)?", ask.ask_missing, question=True),
    Rule("""(?:<who a>)?<all>?(?:要|需要?|应该?|会)*(?:花|付|用|需|花费|支付|用去|花去|花掉)(?:了|费)?<all>?(?:多少)<yuan>
            (?:<who a>)?(?:买这些(?:东西|物品|商品)?)?<all>(?:需要?|要|花|用|付|是|价格是)*多少<yuan>
            (?:<who a>)?买<lines l><all>?(?:要|需要?|应)?(?:花|付|用)?(?:费|了)?多少<yuan>
            (?:<who a>)?(?:花的)?总价(?:钱|格)?是多少<yuan>?""", ask.ask_spent, question=True),
    Rule("(?:买)?<lines l><all>?(?:的?总价)?(?:要|需要?|应|是|价格是|卖|值)?(?:花|付|用)?多少<yuan>", ask.ask_bill, question=True),
    Rule("""(?:<who>)?(?:买的)?<list l><pr>(?:各|分别|各自)*(?:是|为|要|卖|需要?)?多少(?:<yuan>)?
            每<u><np x><pr>(?:是|为|要|卖|需要?)?(?:多少|几)<yuan>
            (?:这<u>)?<np x><pr>(?:是|为|要|卖|需要?)?(?:多少|几)<yuan>
            <np x>每<u>(?:是|为|要|卖)?(?:多少|几)<yuan>
            <np x>的?<price>(?:是|为)?多少?
            <list l><pr>(?:每<u>)?(?:各|分别|各自)*(?:是|为|要|卖|需要?)?多少(?:<yuan>)?
            <list l>的?<price>""", ask.ask_prices, question=True),
    Rule("(?:它们|<n>种<np>)?的?(?:单价|价格)(?:各|分别)(?:是|为)?多少<yuan>?", ask.ask_each_price, question=True),
    Rule("(?:买)?<list l><all>(?:的?总价)?(?:要|需要?|应|是|价格是|卖|值)?(?:花|付|用)?多少<yuan>", ask.ask_bill_names, question=True),
    Rule("<each><np a><pr>比<each><np b><pr>(?:多|贵|高)多少<yuan>", ask.ask_difference(1, kind="price"), question=True),
    Rule("<each><np a><pr>比<each><np b><pr>(?:少|便宜|低)多少<yuan>", ask.ask_difference(-1, kind="price"), question=True),
    Rule("<np a>的?<number>比<np b>的?<number>多<q><u u>(?:<np x>)?", ask.ask_difference(1), question=True),
    Rule("<np a>的?<number>比<np b>的?<number>少<q><u u>(?:<np x>)?", ask.ask_difference(-1), question=True),
    Rule("(?:<who a>)?(?:现在)?(?:还|还剩|剩|剩下|还有|还剩下|现在有|现在还有|一共有|现在一共有)<q><u u>(?:<np x>)?(?:<np>)?", ask.ask_left, question=True),
    Rule("(?:他们|她们|它们)?(?:<n>人|<n>种<np>)?<all>(?:有|是)?<q><u u>(?:<np x>)?\n<list l><all>(?:有|是)?<q><u u>(?:<np x>)?", ask.ask_total, question=True),
    Rule("""(?:<all>)?有<q><u u><np x>
            <np a><in>(?:<all>)?有<q><u u><np x>
            <names l><number>(?:<n>个?数)?(?:各|分别|各自)*(?:有|是|为|卖了|卖出了?|售出了?)?(?:多少|几)<u u>?
            <np a>(?:里|中|上|的|里的|中的|有)<names l><number>(?:各|分别|各自)*(?:有|是|为)?(?:多少|几)<u u>?
            <np a>(?:的|里|中)?有?<names l>(?:各|分别|各自)(?:有|是|为)?(?:多少|几)<u u>?""", ask.ask_count, question=True),
    Rule("<who a>(?:今年|现在)?有?<q><u u>(?:<np x>)?", ask.ask_owned, question=True),
    Rule("(?:<np a><in>)?<all>有<q><u u>(?:<np x>)?\n(?:原来|原)?<all>?有<q><u u>(?:<np x>)?", ask.ask_group, question=True),
    Rule("<np a>的?<number>是<np b>的?<number>的?(?:多少|几)倍", ask.ask_times, question=True),
    Rule("(?:这|求这)?<n>个?数(?:各|分别)*(?:是)?(?:多少|几)?\n(?:求)?(?:这|那|甲乙)<n>个?数", ask.ask_all_parts, question=True),
    Rule("(?:这|求这)?<n>个?数(?:各|分别)*(?:是)?(?:多少|几)?\n(?:求)?(?:这|那)<n>个?数", ask.ask_numbers(_LARGE, _SMALL), question=True),
    Rule("(?:其中)?(?:较?大的?数|较大的那个数|大的那个数)是(?:多少|几)", ask.ask_numbers(_LARGE), question=True),
    Rule("(?:其中)?(?:较?小的?数|较小的那个数|小的那个数)是(?:多少|几)", ask.ask_numbers(_SMALL), question=True),
    Rule("(?:鸡兔|它们|动物)?各(?:有)?(?:多少|几)(?:只|辆|何)?", ask.ask_legs, question=True),
    Rule("(?:各|分别)有?(?:多少|几)<u>", ask.ask_all_parts, question=True),
]  # fmt: skip

GRAMMAR: Final = Grammar(
    slots=SLOTS,
    normal=normal,
    split_names=split_names,
    line=re.compile(f"(?P<n>{NUMBER})(?P<u>{_UNIT})?(?P<x>{_NOUN})"),
    sentence_end=re.compile(r"[.?!;]+"),
    joint=re.compile(r"[,:]"),
    opening=re.compile(
        "(?: |,|某?(?:超市|商店|文具店|书店|水果店|商场|市场|菜市场)(?:里|中|内),?|周末,?|已知|如果|若|那么|那|请问|请你?求出|请计算|请|求出|求|问|则|并且|而且|而|但|现在|同时|其中|知道|:|某天,?|某日,?"
        "|一天,?|第[一二三]天,?|第[一二三]次,?|后来,?|结果,?|最后,?)+"
    ),
    pronouns=frozenset({"他", "她", "它"}),
    prepare=str,
    flags=0,
    rules=RULES,
)
