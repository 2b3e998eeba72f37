"""Chinese words: measure words, what is part of a noun and what is not, verbs by what they do to a quantity.

Closed lists are for verbs, function words, units and what everybody knows (legs, wheels); nouns are open.
"""

from __future__ import annotations

import re
from typing import Final

UNITS: Final = (
    "千克 公斤 克 斤 吨 厘米 分米 毫米 千米 公里 米 毫升 升 小时 分钟 秒 平方米 平方千米 平方厘米 公顷 亩 度 "
    "个 只 本 支 枝 把 张 条 朵 棵 盆 块 件 辆 袋 盒 箱 瓶 杯 头 匹 位 名 人 双 副 套 台 座 间 颗 粒 根 片 页 包 束 串 "
    "筐 篮 桶 罐 碗 桌 排 行 层 组 队 幅 架 艘 枚 份 道 株 面 顶 对 户 发 盏 扇 口 节 册 尾 捆 车 壶 题 封 场 次 天 打 听 提 板 单 部 段 单 棵 峰 "
    "课时 堂 遍 下 趟 卷 盘 笼 缸 堆 批 筒 年 岁 分 尊 栋 桩 滴 针 种 样"
).split()
DIVISIBLE: Final = frozenset(UNITS[:22])
"""Measures that may have fractions."""

# Never part of a noun.
_NEVER: Final = (
    '的了是为比把被从给又还再每几她他它你我这那哪谁怎么各若么吗呢吧，。？！；：、,.?!;:()（）"“”《》<>=+*/ '
)
# Words that are never part of a noun, though their characters may be.
_STOP: Final = (
    "多少|一共|总共|共计|合计|总计|剩下|剩余|余下|其余|其他|其它|其中|如果|已知|现在|原来|后来|最后|今天|明天|昨天|今年|去年|价格|单价|售价|价钱|定价|票价|"
    "标价|原价|现价|需要|应该|可以|便宜|平均|分别|相差|同样|相同|一样|正好|刚好|恰好|只有|没有|已经|计划|准备|打算|我们|他们|她们|它们|问|求|"
    "之比|之和|之差|数量比|人数比|占|贵|剩|花了|花去|花费|用去|用了|用掉|付了|付款|找回|找给|买了|买来|买回|买|卖出|卖掉|卖了|送给|借给|吃了|吃掉|"
    "倍|相当于|等于|加上|减去|以及|或者|但是|而且|并且|和(?!平)|与|共(?!公|青)|有(?!机)|在|到(?!底)|要|都|就|才|也|向|对(?!联)|让|使|得了|得到|获得|每|按|由|能|会(?!员)|"
    "第一天|第二天|第三天|第一次|第二次|第三次|第一周|第二周|星期|上午|下午|早上|晚上|周末|余|起初|开始|一半|不"
)
_STOPS: Final = re.compile(_STOP)
MEASURED: Final = "数量|个数|本数|棵数|条数|只数|人数|质量|重量|长度|面积|体积|总数|总量|总人数|总棵数|页数|张数|套数|台数|辆数|株数|朵数|件数|盒数|枝数|块数|头数|册数|钱数|年龄|岁数|高度|数目"
_MEASURED: Final = re.compile(f"的?(?:{MEASURED})$")

GAIN: Final = (
    "又买来 买来 买回 买进 运来 运进 收 收到 收获 得到 得 获得 捡 捡到 拾 拾到 采 采了 摘 摘了 做 做了 折 折了 种 种了 栽 栽了 养 养了 画 写 存入 存 存了 攒 攒了 "
    "上来 来 增加 添 添了 借来 借 收集 挣 赚 生产 加工 修 读 看 走 行 进货 又来 还来 上车 飞来 游来 转来 收了 摘下 收割 制作 烤 烤了 包 捐 捐了 完成 植"
).split()
LOSE: Final = (
    "吃了 吃掉 吃 喝了 喝掉 用去 用掉 用了 用 卖出 卖掉 卖了 卖 售出 送给 送 送了 借出 借走 借给 拿走 取走 取出 运走 飞走 走了 下车 下去 开走 丢了 丢失 丢 坏了 打碎 剪去 剪下 "
    "剪掉 截去 倒出 倒掉 花掉 花了 花去 花 捐出 捐给 捐 分给 发给 给 寄给 还给 还了 消耗 减少 修了 修 看了 看 读 烧了 喂了 喂 游走 跑掉"
).split()

LEGS: Final = {
    **dict.fromkeys("鸡 公鸡 母鸡 小鸡 鸭 鹅 鸽 鹤 丹顶鹤 仙鹤 鸵鸟 孔雀 鹦鹉 火鸡 鸟 麻雀 人".split(), 2),
    **dict.fromkeys("兔 小兔 狗 猫 牛 奶牛 黄牛 羊 山羊 绵羊 马 猪 乌龟 龟 青蛙 长颈鹿 斑马 鹿 梅花鹿 大象 老虎 狮子 桌 骆驼".split(), 4),
    "蜘蛛": 8, "螃蟹": 8, "蜻蜓": 6, "蝉": 6, "蚂蚁": 6, "甲虫": 6,
}  # fmt: skip
WHEELS: Final = {
    "自行车": 2, "三轮车": 3, "小汽车": 4, "小轿车": 4, "汽车": 4, "轿车": 4, "摩托车": 2, "电动车": 2, "单车": 2, "出租车": 4,
    "两轮摩托": 2, "两轮摩托车": 2, "三轮摩托车": 3, "四轮小车": 4,
}  # fmt: skip
COLLECTIVE: Final = frozenset(
    "水果 动物 东西 人 同学 学生 花 树 球 书 图书 车 车辆 小朋友 玩具 文具 家禽 衣服 物品 小动物 门票 票 电影票 果树 硬币 邮票 观众 游客 员工 职工 工人 运动员 队员 "
    "孩子 儿童 船 房间 题 蔬菜 饮料 点心 糖果 糖 饼干 气球 花朵 鲜花 树苗 金鱼 鱼 纸币 钞票 人民币 车子 师生 旅客 乘客 家畜 蛋糕 面包 头 轮子 桌椅 笔 "
    "零件 货物 粮食 作物 书籍 读物 作业本 本子 珠子 棋子 积木 卡片 信 班 车间 箱子".split()
)


def is_noun(text: str) -> bool:
    """Whether a stretch of characters may be a noun."""
    return not any(c in _NEVER for c in text) and not _STOPS.search(text)


def normal(name: str) -> str:
    """A noun without the words for how many it is: "苹果的数量" is of apples.

    >>> normal("苹果的质量"), normal("红色的")
    ('苹果', '红色')
    """
    short = _MEASURED.sub("", name)
    return re.sub("的$", "", short) or name


def words_of(name: str) -> frozenset[str]:
    """The characters of a name that tell it from others."""
    return frozenset(c for c in name if c not in "的了们子个里中上了是在着过")


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
            return WHEELS.get(container)
        case _:
            return None


def is_content(name: str, container: str) -> bool:
    """Whether the second name is that of a container of the first; in Chinese containers are measure words."""
    return False


def is_measure(word: str) -> bool:
    """Whether a word is a unit of measure."""
    return word in DIVISIBLE


def says_nothing(character: str) -> bool:
    """Whether a character of a question does not tell what is asked for."""
    return character in "共有是各分别应该得到"


_OPPOSITE: Final = {"男": "女", "女": "男"}


def opposite(name: str) -> str | None:
    """The other half of a class, a team: "女生" of "男生"."""
    return next((name.replace(one, other) for one, other in _OPPOSITE.items() if one in name), None)
