"""Chinese words: measure words, what is part of a noun and what is not, verbs by what they do to a quantity.

Closed lists are for verbs, function words, units and what everybody knows (legs, wheels); nouns are open.
"""

from __future__ import annotations

import re
from typing import Final

UNITS: Final = (
    "千克 公斤 克 斤 吨 厘米 分米 毫米 千米 公里 米 毫升 升 小时 分钟 秒 平方米 平方千米 平方厘米 公顷 亩 度 "
    "个 只 本 支 枝 把 张 条 朵 棵 盆 块 件 辆 袋 盒 箱 瓶 杯 头 匹 位 名 人 双 副 套 台 座 间 颗 粒 根 片 页 包 束 串 "
    "筐 篮 桶 罐 碗 桌 排 行 层 组 队 幅 架 艘 枚 份 道 株 面 顶 对 户 发 盏 扇 口 节 册 尾 捆 车 壶 题 封 场 次 天 打 听 提 板 单 部 段 单 棵 峰 票 "
    "课时 堂 遍 下 趟 卷 盘 笼 缸 堆 批 筒 管 年 岁 分 尊 栋 桩 滴 针 道题 下"
).split()
DIVISIBLE: Final = frozenset(UNITS[:22])
"""Measures that may have fractions."""

# Never part of a noun.
_NEVER: Final = (
    '的了是为比把被从给又还再每几她他它你我这那哪谁怎么各若么吗呢吧，。？！；：、,.?!;:()（）"“”《》<>=+*/ '
)
# Words that are never part of a noun, though their characters may be.
_STOP: Final = (
    "多少|一共|总共|共计|合计|总计|剩下|剩余|余下|其余|其他|其它|其中|如果|已知|现在|原来|后来|最后|最终|今天|明天|昨天|今年|去年|明年|价格|单价|售价|价钱|定价|票价(?!$)|"
    "标价|原价|现价|需要|应该|可以|便宜|平均|分别|相差|同样|相同|一样|同样|正好|刚好|恰好|只有|没有|已经|计划|准备|打算|我们|他们|她们|它们|问|求|什么|随后|这时|此时|当天|"
    "之比|之和|之差|数量比|人数比|个数比|棵数比|只数比|质量比|本数比|占|贵(?!宾|州|族)|剩|花了|花去|花费|花掉|用去|用了|用掉|用(?=的钱)|付了|付款|付出|找回|找给|找零|买了|买来|买回|买|购进|购买|卖出|卖掉|卖了|售出|送给|借给|借走|借出|吃了|吃掉|喝了|喝掉|"
    "倍|相当于|等于|加上|减去|以及|或者|但是|而且|并且|和(?!平|尚|服)|与|(?<!公)共|有(?!机)|在|到(?!底)|要|都|就|才|也|向(?!日葵)|对(?!联)|让|使|去|得(?!力)|获得|每|按|由|能(?!量)|会(?!员|$)|"
    "第[一二三四五六七八九]+天|第[一二三四五六七八九]+次|第[一二三四五六七八九]+周|星期|上午|下午|早上|晚上|周末|余|起初|开始|一半|不(?!锈)|"
    "里(?!程|脊)|里面|运来|运走|运进|养了|养着|养有|种了|种着|栽了|停着|停了|装着|关着|放着|住着|做了|加工(?!厂)|生产(?!厂|线|部|组|科)|植了|修了|修完|看了|看完|读了|完成|减(?!速)|租用|租了|(?<!出)租(?![金车房户赁])|分得|分到|分给|捐了|采摘了|采了|摘了|"
    "收集|收到|存了|存有|攒了|参加|报名|租了|坐着|另|拿出|拿走|取出|取走|带了|付给|交给|想(?!象)|再|先(?!生|锋)|还|又|送了|给|吧|调(?=[入出])|重量|质量$|长度$|面积$|数量|总数|总量|总价|总钱数|总面积|总长|全长|全程|全书|全部|所有|这|那|收入|半年|周长|棱长|[一二三四五六七八九十两]送|赠|两(?![栖轮面地])|半价|免费|优惠|促销|特价|活动|等(?!奖|级)|作(?=奖|礼)|大约|大概|各自|是否|仍|连(?![环衣锁队长接裤翘])"
)
# Verbs of one character that are never nouns, as "flower" (花) and "bag" (包) are.
_VERBS: Final = (
    "完售分卖送借拿取吃喝付存运走跑捐收做采摘养修读看写跳织印搬铺挖耕剪烧喂租停住领抄背练坐攒挣赚捡拾得投打开"
)
_STOPS: Final = re.compile(_STOP)
_ENDS: Final = re.compile(
    "(?<!初)(?<!高)(?<!期)中$|(?<!地)(?<!楼)上$|内$|时$|后$|前$|共$|的$|较$|很$|最$|数$(?<!甲数)(?<!乙数)(?<!丙数)|各$|率$"
)
MEASURED: Final = "种植面积|占地面积|数量|个数|本数|棵数|条数|只数|人数|质量|重量|长度|面积|体积|总数|总量|总人数|总棵数|页数|张数|套数|台数|辆数|株数|朵数|件数|盒数|枝数|支数|块数|头数|册数|钱数|高度|数目|颗数|把数|粒数|瓶数|箱数|袋数|票数|枚数|根数|片数|匹数|头数|幅数|吨数|容量|身高|体重|产量|存款|捐款|钱|存粮"
_MEASURED: Final = re.compile(f"的?(?:{MEASURED})$")

GAIN: Final = (
    "买来 买回 买进 买了 买 运来 运进 收到 得到 得 获得 捡到 捡 捡了 拾到 拾 采了 采 摘了 摘 做了 做 折了 折 种了 种 栽了 栽 养了 画 画了 写 写了 存入 存 存了 存进 攒 攒了 "
    "上来 来 来了 增加 增加了 添 添了 借来 收集 收集了 挣 挣了 赚 赚了 购进 购入 进 进了 又来 还来 上车 上 上了 飞来 飞来了 游来 转来 转来了 收 收了 摘下 收割 收获 制作 制作了 烤 烤了 完成 植 植了 还回 还来 还回来 "
    "进来 开来 开来了 跑来 跑来了 开进 开进来 补充 补充了 入库 加入 加入了 拿来 借入 走进 搬来 领到 领来 调入 调来 送来 找到 拿到 放入 放进 装进 买到 还进来 收回 收入 调进 又进 驶入 驶来 进货"
).split()
LOSE: Final = (
    "吃了 吃掉 吃 吃去 喝了 喝掉 喝 喝去 用去 用掉 用了 用 卖出 卖出去 卖掉 卖了 卖 卖去 售出 送给 送 送了 送出 送走 借出 借走 借走了 借给 借去 拿走 拿出 拿去 取走 取出 取走了 运走 运走了 运出 飞走 飞走了 走了 走 下车 下去 下 下了 开走 开走了 丢了 丢失 丢 坏了 坏 打碎 剪去 剪下 剪 "
    "剪掉 截去 锯下 倒出 倒掉 倒 倒去 花掉 花了 花去 捐出 捐给 捐 捐了 分给 发给 发 发了 给 给了 寄给 还给 还给了 消耗 减少 减少了 修了 修 修好 看了 看 看完 读了 读 读完 烧了 烧 烧去 烧掉 喂了 喂 游走 跑掉 跑了 死了 摘去 摘走 抱走 搬走 拉走 "
    "调走 调出 转走 离开 离开了 开出 驶出 游走了 破了 打破 送走了 出库 批发 拿走了 领走 用完 加工了 行了 行驶 行驶了 铺了 挖了 耕了 打了 打字"
).split()
DONE: Final = tuple(
    dict.fromkeys(
        (
            "有 种 植 栽 做 折 写 看 读 修 摘 采 收 捐 分 得 卖 买 运 吃 喝 用 花 存 攒 挣 养 加工 生产 完成 跳 走 行 行驶 跑 装 付 交 送 借 拿 取 印 织 搬 画 烤 包 铺 挖 耕 收割 集 收集 赢 投进 付出 "
            "卖出 售出 卖掉 用去 用掉 花去 花掉 运来 运走 运出 做出 植树 种树 栽树 分到 分得 得到 获得 采摘 收获 捡 捡到 拾 拾到 剪 剪下 剪去 烧 烧掉 喂 发 租 开 停 住 录取 参加 打 打字 飞 游 游泳 踢 拍 数 借出 借走 捐款 捐书 存款 印刷 组装 制作 编 编织 修好 吃掉 喝掉 派送 叠 绣 制造 装订 领 领到 抄 抄写 背 背诵 做对 答对 存粮 送出 拿走 攒下 练 坐 收入 收费 上车 下车 重 长 跳绳 种植 收款 栽种 存入 用电 用水 交 给"
        ).split()
    )
)
"""Verbs for which so much more or less may be done."""

LEGS: Final = {
    **dict.fromkeys("鸡 公鸡 母鸡 小鸡 鸭 鹅 鸽 鹤 丹顶鹤 仙鹤 鸵鸟 孔雀 鹦鹉 火鸡 鸟 麻雀 人".split(), 2),
    **dict.fromkeys("兔 小兔 狗 猫 牛 奶牛 黄牛 羊 山羊 绵羊 马 猪 乌龟 龟 青蛙 长颈鹿 斑马 鹿 梅花鹿 大象 老虎 狮子 桌 骆驼".split(), 4),
    "蜘蛛": 8, "螃蟹": 8, "蜻蜓": 6, "蝉": 6, "蚂蚁": 6, "甲虫": 6,
}  # fmt: skip
WHEELS: Final = {
    "自行车": 2, "三轮车": 3, "小汽车": 4, "小轿车": 4, "汽车": 4, "轿车": 4, "摩托车": 2, "电动车": 2, "单车": 2, "出租车": 4,
    "两轮摩托": 2, "两轮摩托车": 2, "三轮摩托车": 3, "四轮小车": 4,
}  # fmt: skip
_WHEELED: Final = {"两轮": 2, "二轮": 2, "三轮": 3, "四轮": 4, "六轮": 6}
COLLECTIVE: Final = frozenset(
    "水果 动物 东西 人 同学 学生 花 树 球 书 图书 车 车辆 小朋友 玩具 文具 家禽 衣服 物品 小动物 门票 票 电影票 果树 硬币 邮票 观众 游客 员工 职工 工人 运动员 队员 "
    "孩子 儿童 船 房间 题 蔬菜 饮料 点心 糖果 糖 饼干 气球 花朵 鲜花 树苗 金鱼 鱼 纸币 钞票 人民币 车子 师生 旅客 乘客 家畜 蛋糕 面包 头 轮子 桌椅 笔 "
    "零件 货物 粮食 作物 书籍 读物 作业本 本子 珠子 棋子 积木 卡片 信 班 车间 箱子".split()
)


def is_noun(text: str) -> bool:
    """Whether a stretch of characters may be a noun."""
    if len(text) == 1 and text in _VERBS:
        return False
    return not any(c in _NEVER for c in text) and not _STOPS.search(text) and not _ENDS.search(text)


_LONG_UNITS: Final = tuple(unit for unit in UNITS if len(unit) > 1)


def begins_with_unit(name: str) -> bool:
    """Whether what was read as a noun is a measure and a noun: "千克稻谷"."""
    return name.startswith(_LONG_UNITS)


def normal(name: str) -> str:
    """A noun without the words for how many it is: "苹果的数量" is of apples.

    >>> normal("苹果的质量"), normal("红色的")
    ('苹果', '红色')
    """
    short = _MEASURED.sub("", name)
    return re.sub("的$", "", short) or name


def words_of(name: str) -> frozenset[str]:
    """The characters of a name that tell it from others."""
    first = name[:1] if len(name) > 1 and name[0] in "上中" else ""  # 中区 is not 后区
    return frozenset(c for c in name if c not in "类种型的了们子个里中上了是在着过") | frozenset(first)


def is_collective(name: str) -> bool:
    """Whether a name is for things of many names: "水果"."""
    return name in COLLECTIVE


def common(container: str, item: str) -> int | None:
    """How many of an item everybody knows a thing to have: legs of a hen, wheels of a car."""
    short = container.removesuffix("子").removeprefix("小").removeprefix("白")
    match item:
        case "腿" | "脚" | "足" | "条腿" | "只脚":
            return LEGS.get(container, LEGS.get(short))
        case "头":
            return 1 if container in LEGS or short in LEGS else None
        case "轮子" | "轮" | "车轮" | "轮胎":
            if container[:2] in _WHEELED:
                return _WHEELED[container[:2]]
            return WHEELS.get(container)
        case _:
            return None


def is_content(name: str, container: str) -> bool:
    """Whether the second name is that of a container of the first: in Chinese containers are measure words."""
    return False


def is_measure(word: str) -> bool:
    """Whether a word is a unit of measure."""
    return word in DIVISIBLE


def says_nothing(character: str) -> bool:
    """Whether a character of a question does not tell what is asked for."""
    return character in "参共有是各分别应该得到应种植做运卖买养了加工存捐采摘收集剩下生产"


_OPPOSITE: Final = {"男": "女", "女": "男"}


def opposite(name: str) -> str | None:
    """The other half of a class, a team: "女生" of "男生"."""
    return next((name.replace(one, other) for one, other in _OPPOSITE.items() if one in name), None)


def contrary(word: str) -> tuple[str, ...]:
    """Words for what is not so: not told apart in Chinese."""
    return ()


_TOTAL: Final = re.compile("一共|总共|(?<!公)共有|合计|合起来|加起来")
_ONCE_MORE: Final = re.compile("(?:再|另外|另|还)(?:需要|需|要|应|得)?(?:再)?(?:付|花|给|支付|用|拿|交)")
_NOW: Final = re.compile("[还剩余现原后]")
_TIME: Final = re.compile("[今去明昨前]年|[上下]午|[今昨明]天|第.天")


def asks_what_is_left(question: str) -> bool:
    """Whether a question is for what is left: "还剩多少个"."""
    return "剩" in question


_TO_DO: Final = re.compile("还(?:需要?|要|应该?|得|须|差|有|没)|剩|余下|[没未]|才能?.{0,3}完")
_TOGETHER: Final = re.compile("一共|总共|共|合计|加起来|合起来|之?和是|总[重价长质数面容]")
_EACH_OF_THEM: Final = re.compile("各|分别|每(?!小时|天|分|次|秒|个?月|年|周|趟)")
_HOW_MUCH: Final = re.compile("多少|几")


def asks_what_is_to_do(question: str) -> bool:
    """Whether a question is for what is not done yet.

    >>> asks_what_is_to_do("他还要看多少页"), asks_what_is_to_do("他看了多少页")
    (True, False)
    """
    return bool(_TO_DO.search(question))


def asks_for_one_sum(question: str) -> bool:
    """Whether a question is for one amount that several things make together.

    >>> asks_for_one_sum("1个苹果和1个梨共重多少克"), asks_for_one_sum("苹果和梨各重多少克")
    (True, False)
    """
    return (
        bool(_TOGETHER.search(question.replace("公共", "")))
        and not _EACH_OF_THEM.search(question)
        and len(_HOW_MUCH.findall(question)) < 2
    )


def asks_for_total(question: str) -> bool:
    """Whether a question is for all that there ever was: "一共有多少个", but not "现在一共有多少个"."""
    return bool(_TOTAL.search(question)) and not _NOW.search(question)


def asks_for_more(question: str) -> bool:
    """Whether a question is for what is paid besides what was paid before.

    >>> asks_for_more("需要再付多少元"), asks_for_more("一共要付多少元")
    (True, False)
    """
    return bool(_ONCE_MORE.search(question))


def times_in(question: str) -> frozenset[str]:
    """The times that a question names.

    >>> sorted(times_in("今年养了多少只鸭"))
    ['今年']
    """
    return frozenset(_TIME.findall(question))
