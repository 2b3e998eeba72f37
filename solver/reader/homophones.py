"""Chinese characters that sound like those that are meant: an input method offers 机 for 积, and 定积分 is typed as 定机分.

A run of characters is read as a word of mathematics, or of a question's frame, where it sounds like that word and no other, where some of its characters are right, and where neither
it nor its wrong characters with their neighbours are a common word. What is no such word (names, what is counted, what a story is about) stays. A word of one character is
put in only in a few places where grammar leaves no other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import Final

from solver.reader.sounds import is_common, sounds_of

VOCABULARY: Final = frozenset(
    """方程 方程组 一元二次方程 二元一次方程组 三元一次方程组 线性方程组 不等式 不等式组 函数 二次函数 一次函数 反比例函数 解析式 抛物线 双曲线 椭圆 直线 顶点 顶点坐标 坐标 坐标轴 坐标系
    对称 对称轴 焦点 准线 最大值 最小值 极大值 极小值 根号 平方 立方 次方 平方根 系数 常数 常数项 展开 展开式 二项式 多项式 单项式 因式 因式分解 化简 求值 矩阵 逆矩阵 增广矩阵 行列式
    克拉默法则 消元 复数 虚数 实数 共轭 模长 实部 虚部 辐角 辐角主值 三角形 正三角形 等边三角形 等腰三角形 直角三角形 顶角 底角 锐角 钝角 内角 正方形 长方形 正弦 余弦 正切 数列 等差数列 等比数列
    公差 公比 通项 通项公式 首项 正项 定积分 不定积分 积分 被积函数 上限 下限 导数 求导 极限 恒成立 恒等式 等式 绝对值 相反数 倒数 负数 正数 整数 分数 四分之一 三分之一 二分之一 百分之 乘以
    除以 乘积 加上 减去 减掉 等于 等于多少 等于几 结果 多少 多少钱 为多少 一共 总共 剩下 还剩 其余 剩余 分别 单价 面积 周长 体积 半径 直径 圆心 斜率 截距 交点 切线 概率 平均数 中位数 众数 方差
    集合 交集 并集 向量 已知 求出 计算 满足 条件 答案 过程 人数 质量 重量 比例 公式 任意 未知数 相加 相减 相乘 相除 加起来 等于零 精确值 成立 都成立""".split()
)
VARIANTS: Final = {
    "座标": "坐标", "三角型": "三角形", "正方型": "正方形", "长方型": "长方形", "距阵": "矩阵", "方城": "方程", "方成": "方程", "数例": "数列", "直经": "直径", "半经": "半径",
}  # fmt: skip
"""Other ways to write a word, and words that dictionaries have and no problem means."""
_NOT_MEANT: Final = frozenset(
    "此方 场数 中数 面机 家上 剪去 质数 两位 份数 底数 绝对质 还省 省下 定点 中点 终点 余角 整项 轴长 比梨 集和 并记 人书 多烧 除已 剪掉 二项是".split()
)
"""Chance pairs of neighbours in problems."""
_HAN: Final = re.compile("[\u4e00-\u9fff]+")
_NAMES: Final = "小老阿"
_LONGEST: Final = max(map(len, VOCABULARY))


def as_meant(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The text with the characters that are meant, and which words were typed otherwise.

    >>> as_meant("x*cos(2x)在0到π/4上的定机分")
    ('x*cos(2x)在0到π/4上的定积分', (('定机分', '定积分'),))
    >>> as_meant("正三角型ABC,tan(A-π/4)等与多少")[0], as_meant("复数5-2i的摸是多少")[0], as_meant("一共800袋,玉米有几代")[0]
    ('正三角形ABC,tan(A-π/4)等于多少', '复数5-2i的模是多少', '一共800袋,玉米有几袋')
    >>> as_meant("小舒每分钟得几分?这种纸是多少张?他还省多少元?")[1]
    ()
    """
    changed: list[tuple[str, str]] = []
    for wrong, right in VARIANTS.items():
        if wrong in text:
            text = text.replace(wrong, right)
            changed.append((wrong, right))
    text = _HAN.sub(lambda run: _run(run[0], changed), text)
    return _single(_framed(text, changed), changed), tuple(dict.fromkeys(changed))


def _run(run: str, changed: list[tuple[str, str]]) -> str:
    """A run of characters with its words as they are meant."""
    words = _right(run)
    for length in range(min(len(run), _LONGEST), 1, -1):
        for start in range(len(run) - length + 1):
            end = start + length
            meant = _meant(run[start:end])
            if meant is None or _makes_words(run, start, meant) or _breaks_words(words, run, start, meant):
                continue
            changed.append((run[start:end], meant))
            run = run[:start] + meant + run[end:]
            words[start:end] = [(start, end)] * length
    return run


def _right(run: str) -> list[tuple[int, int] | None]:
    """For each character the place of the word that is right as it stands, the longest first."""
    words: list[tuple[int, int] | None] = [None] * len(run)
    for length in range(min(len(run), _LONGEST), 1, -1):
        for start in range(len(run) - length + 1):
            place = start, start + length
            known = run[slice(*place)] in VOCABULARY or run[slice(*place)] in _NOT_MEANT
            if known and not any(words[slice(*place)]):
                words[slice(*place)] = [place] * length
    return words


def _breaks_words(words: list[tuple[int, int] | None], run: str, start: int, meant: str) -> bool:
    """Whether words that are right reach over the ends of this one, or have a character that would change."""
    end = start + len(meant)
    return any(
        place and (place[0] < start or place[1] > end or run[i] != meant[i - start])
        for i, place in enumerate(words[start:end], start)
    )


@cache
def _by_sound() -> dict[tuple[str, ...], frozenset[str]]:
    words = defaultdict[tuple[str, ...], set[str]](set)
    for word in VOCABULARY:
        for sounds in sounds_of(word):
            words[sounds].add(word)
    return {sounds: frozenset(same) for sounds, same in words.items()}


def _meant(window: str) -> str | None:
    """The only word of the vocabulary that sounds so and has enough of these characters."""
    if window[0] in _NAMES or is_common(window):
        return None
    words = {word for sounds in sounds_of(window) for word in _by_sound().get(sounds, ())}
    if len(words) != 1:
        return None
    word = words.pop()
    right = sum(a == b for a, b in zip(word, window, strict=True))
    return word if word != window and right and 2 * right >= len(word) - 1 else None


def _makes_words(run: str, start: int, meant: str) -> bool:
    """Whether a wrong character, or any of a word of two, makes a common word with its neighbour: 前面|系树 has no 面积 in it."""
    end = start + len(meant)
    open_to = {i for i in range(start, end) if run[i] != meant[i - start] or len(meant) == 2}
    inside, wrong = range(start, end - 1), sum(run[i] != meant[i - start] for i in range(start, end))
    return any(
        is_common(run[i : i + 2])
        for i in range(max(start - 1, 0), end)
        if (i in open_to or i + 1 in open_to) and (wrong > 1 or i not in inside)
    )


_UNITS: Final = "个只条人名元块米克吨升岁天头支枝本页棵颗粒双次段根袋盒箱筐桶瓶杯张把件套辆艘架台座层排组队班面朵场局题道斤部匹株幅盆枚"
_ASKED: Final = r"(?=是(?!不|否)|为(?!什)|位多少|多少|等[于与]|得(?:多少|几)|和(?=共轭|实部|虚部|辐角)|几(?:$|[,。?])|求|$|[,。;?])"
_SINGLE: Final = tuple(
    (re.compile(f"{before}(?P<one>[\u4e00-\u9fff]){after}"), meant, frozenset(never))
    for meant, before, after, never in (
        ("模", r"(?:(?<=i[的得])|(?<=i\)[的得])|(?<=[zZ][的得])|(?<=[zZ]\d[的得])|(?<=复数[的得])|(?<=它的))", _ASKED, ""),
        ("值", r"(?:(?<=[最极][大小])|(?<=[a-z\d)][的得]))", _ASKED, "只支枝纸质治"),
        ("和", r"(?:(?<=n项)|(?<=n项的)|(?<=\d项)|(?<=\d项的)|(?<=\d)|(?<=\d\s)|(?<=数的))", r"(?=[,。是为等]|S|$)", "何"),
        ("项", r"(?:(?<=[前第]\d)|(?<=[前第]\d\d)|(?<=[前第]n))", r"(?=的?和|是|为|等|$)", ""),
        ("元", r"(?<=\d)", r"(?=[,。;?]|$)", ""),
        ("占", r"(?<=[\u4e00-\u9fff])", r"(?=\d+(?:\.\d+)?%|\d+/\d+|[一二三四五六七八九]分之|百分之|总)", "展"),
        ("各", r"(?<![\d一每这那哪两几半整多单\W])", r"(?=几|多少|是多少|是几|要多少|为多少)", ""),
    )
)  # fmt: skip
_NUMBERED: Final = re.compile(f"\\d([{_UNITS}])")
_ENDED: Final = r"(?=(?:[块元]?钱?|[个只人张页本米])[啊阿呀呢]?(?:$|[,。;?\s]))"
_FRAMES: Final = (
    (re.compile(rf"(?<=[于是为剩找花付共要卖值])多小{_ENDED}|(?<=[a-z\d)]得)多小{_ENDED}"), "多小", "多少"),
    (re.compile(r"(?<=还)省(?=下|多少|几)"), "还省", "还剩"),
    (re.compile(r"(?<=的)定(?=点坐标)"), "定点", "顶点"),
)
"""Where a question's frame leaves one meaning, though the other word is one too, or only sounds nearly so."""
_COUNT: Final = re.compile(r"(?<=几)(?P<one>[\u4e00-\u9fff])(?=[啊阿呀呢吗]?(?:$|[,。;?\s]))")


def _single(text: str, changed: list[tuple[str, str]]) -> str:
    """The text with words of one character as they are meant."""
    for pattern, meant, never in _SINGLE:
        if meant == "元" and not re.search("[元钱块]", text):
            continue
        for found in reversed(list(pattern.finditer(text))):
            at, typed = found.start("one"), found["one"]
            known = typed == meant or typed in never or typed in _UNITS.replace("个", "")
            if meant == "模" and not re.search("复数|i|z", text):
                continue
            if known or not sounds_of(typed) & sounds_of(meant):
                continue
            if is_common(text[at - 1 : at + 1]) or is_common(text[at : at + 2]):
                continue
            changed.append((_around(text, at), _around(text, at, meant)))
            text = text[:at] + meant + text[at + 1 :]
    counted = set(_NUMBERED.findall(text))
    for found in reversed(list(_COUNT.finditer(text))):
        at, typed = found.start("one"), found["one"]
        units = {unit for unit in counted if sounds_of(unit) & sounds_of(typed)}
        if typed not in _UNITS and len(units) == 1:
            unit = units.pop()
            changed.append((f"几{typed}", f"几{unit}"))
            text = text[:at] + unit + text[at + 1 :]
    return text


def _framed(text: str, changed: list[tuple[str, str]]) -> str:
    """The text with the words that its question leaves no choice for.

    >>> as_meant("12乘34等于多小")[0], as_meant("这个角有多小")[0]
    ('12乘34等于多少', '这个角有多小')
    >>> as_meant("小军有20元,买笔花了8元,还省多少元?")[0], as_meant("打八折后比原价便宜8元,还省多少元?")[0]
    ('小军有20元,买笔花了8元,还剩多少元?', '打八折后比原价便宜8元,还省多少元?')
    """
    for pattern, typed, meant in _FRAMES:
        found = pattern.search(text)
        if found is None:
            continue
        if typed == "还省" and (
            not re.search(r"[有带付]了?(?:\S{0,2}\s?)?\d", text[: found.start()])
            or not re.search("[买花吃用送卖借]", text[: found.start()])
            or re.search(
                r"[省折惠券]|[网店里处时前来价日天场市常]便宜|便宜(?!\d)|原价|降价|划算|特价|团购|批发",
                text.replace("还省", ""),
            )
        ):
            continue
        if typed == "定点" and not re.search(
            r"(?:抛物线|二次函数)(?:的解析式)?[^a-zA-Z]{0,3}y\s*=[-+*^\d\s()./x²]*的定点坐标", text
        ):
            continue
        changed.append((typed, meant))
        text = pattern.sub(meant[typed.index(found[0]) :][: len(found[0])], text)
    return text


def _around(text: str, at: int, meant: str = "") -> str:
    """A character with a neighbour that is one, to be told."""
    neighbour = text[at - 1 : at]
    return (neighbour if _HAN.fullmatch(neighbour) else "") + (meant or text[at])
