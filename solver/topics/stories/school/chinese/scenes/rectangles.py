"""A rectangle of which the perimeter is told and how its sides compare: its sides, its area.

Not read: squares, anything cut off, put on or standing by a wall.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.scenes.scene import Found, Scene, kind
from solver.topics.stories.school.working import Term, Unfit, num

_FENCE: Final = "篱笆|铁丝|绳子|栅栏|围栏|彩带|花边|铁条|钢筋|木条"
_MADE: Final = "围成|做成|弯成|折成|焊成|围"
_RATIO: Final = "长(?:和|与|、)宽(?:的|之)?比(?:是|为)?<a>比<b>"
_FOREIGN: Final = re.compile(
    "正方|三角|梯形|圆|靠墙|靠河|墙|增加|减少|剪下|剪成|截成|拼|对折|半圆|平行四边|长方体|棱|体积|每平方|每米"
)


@kind(
    {
        "around": ("~周长(?:是|为|共|共是|共有)?<p:u>~", "~(?:用|拿|把)?~<p:u>(?:长)?的?(?:{fence})~", "~(?:{fence})~长<p:u>~", "~周长<p:u>的~"),
        "gone": ("(?:其中)?(?:的)?<%f>(?:用来|用于|用去|给|修|做)~", "(?:先)?(?:剪|截|锯|用)(?:去|掉|了)(?:它的|全长的)?<%f>"),
        "longer": ("~长(?:边)?比宽(?:边)?(?:多|长)(?:了|出)?<d:u>~", "~宽(?:边)?比长(?:边)?(?:少|短)(?:了)?<d:u>~"),
        "times": ("~长(?:边)?(?:是|为|等于|正好是|恰好是)宽(?:边)?的<k>倍~", "~宽(?:边)?(?:是|为|等于|相当于)长(?:边)?的<%f>~"),
        "both": ("~长(?:边)?(?:是|比)宽(?:边)?的<k>倍(?:还)?(?:(?P<up>多)|(?P<down>少))<d:u>~",),
        "ratio": ("~{ratio}~", "(?P<rest>剩下|余下|其余|剩余)的?(?:部分|铁丝|绳子|篱笆)?~(?:{made})~{ratio}的?长方形~"),
    },
    {
        "area": ("~面积(?:是|为|有)*<?>~",),
        "sides": ("~长(?:和|与|、|及)宽(?:各|分别|都)*(?:是|为)*<?>~", "~宽(?:和|与|、|及)长(?:各|分别)*(?:是|为)*<?>~"),
        "long": ("~长(?:是|为|有)*<?>~",),
        "wide": ("~宽(?:是|为|有)*<?>~",),
    },
    fence=_FENCE, made=_MADE, ratio=_RATIO,
)  # fmt: skip
def _rectangle(s: Scene) -> None:
    if "长方形" not in s.text or _FOREIGN.search(s.text):
        raise Unfit
    around = s.one("around")
    compared = s.all("longer", "times", "both", "ratio")
    unit = around.unit("p")
    if len(compared) != 1 or any(f.has("d") and f.unit("d") != unit for f in compared):
        raise Unfit
    (told,) = compared
    whole, gone = around["p"], s.maybe("gone")
    if (gone is not None) != told.has("rest"):
        raise Unfit
    if gone is not None:
        part = s.step("剩下的占全长的几分之几", num(1) - gone["f"])
        whole = s.step("周长（剩下的长度）", whole * part, unit)
    wanted = s.asked.unit("?")
    if wanted not in ("", f"平方{unit}" if s.question == "area" else unit):
        raise Unfit
    length, width = _sides(s, told, s.step("长与宽的和＝周长÷2", whole / num(2), unit), unit)
    if s.question == "area":
        s.work.give(s.step("面积＝长×宽", length * width, f"平方{unit}"), f"平方{unit}", "面积")
    elif s.question == "sides":
        first, second = (length, "长"), (width, "宽")
        if re.search("宽[和与、及]长", s.asked.text):
            first, second = second, first
        s.work.give(first[0], unit, first[1])
        s.work.give_also(second[0], unit, second[1])
    else:
        s.work.give(length if s.question == "long" else width, unit, "长" if s.question == "long" else "宽")


def _sides(s: Scene, told: Found, half: Term, unit: str) -> tuple[Term, Term]:
    """Length and width from their sum."""
    if told.has("a"):
        shares = s.step("长与宽一共几份", told["a"] + told["b"], "份")
        each = s.step("一份是多少", half / shares, unit)
        length, width = each * told["a"], each * told["b"]
        return s.step("长", length, unit), s.step("宽", width, unit)
    k = told["k"] if told.has("k") else num(1 / told.value("f")) if told.has("f") else num(1)
    if told.has("d") and told.has("down"):
        sum_ = s.step("如果长正好是这么多倍，长与宽的和", half + told["d"], unit)
    elif told.has("d"):
        sum_ = s.step("去掉长多出的部分", half - told["d"], unit)
    else:
        sum_ = half
    shares = s.step("这是宽的几倍", k + num(1), "倍")
    width = s.step("宽", sum_ / shares, unit)
    length = s.step("长＝和－宽", half - width, unit)
    if width.value <= 0 or length.value <= width.value:
        raise Unfit
    return length, width
