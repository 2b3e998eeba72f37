"""Stories of shares and rows: each gets so many and some are over or lacking; trees around a pond; lessons with breaks; cutting; cards.

Not read: three ways to hand out, trees of two kinds at other distances.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.scenes.scene import Found, Scene, kind
from solver.topics.stories.school.working import Unfit, num

_OVER: Final = "多出|多|余下|余|剩下|剩"
_LACK: Final = "还差|差|少|缺|不够"
_WHO: Final = (
    "人|个小朋友|个同学|名同学|位小朋友|个人|位同学|个孩子|只小?猴子?|只小?兔子?|间|条船|辆车|组|班|个班|队"
)
_GIVE: Final = "分|发|栽|种|得|分到|分给|分得|住|坐|搬|拿|做|植|挖|吃|借"
_ROUND: Final = "(?:如果)?(?:每|一){who}(?:{give})(?:给)?<a:u>~(?:，)?(?:就|则|还|那么|又|正好)*(?:(?P<over>{over})|(?P<lack>{lack}))(?:了|出)?<p:u>~"


@kind(
    {
        "round": (_ROUND,),
        "each": ("(?:如果)?(?:每|一){who}(?:{give})(?:给)?<a:u>~",),
        "over": ("(?:就|则|还|那么|又|正好)*(?:{over})(?:了|出)?<p:u>~", "(?:就|则|还)*(?:有)<p:u>(?:没.{1,3}|剩余)"),
        "lack": ("(?:就|则|还|那么|又)*(?:{lack})(?:了)?<p:u>~",),
    },
    {
        "people": ("~(?:一共|共)?有?<?>个?(?:人|小朋友|同学|学生|孩子|猴子|小猴|小猴子|兔子|房间|宿舍|船|车)~", "~(?:小朋友|同学|学生|猴子|小猴|孩子|房间|宿舍|组|班)~(?:有)<?>"),
        "things": ("~(?:一共|总共|共)?(?:有|是|买来|买了|准备了)*<?>~",),
    },
    over=_OVER, lack=_LACK, who=_WHO, give=_GIVE,
)  # fmt: skip
def _two_rounds(s: Scene) -> None:
    """The difference between two ways to hand out is the difference of the shares for everyone."""
    each = s.all("each", "round")
    rests = s.all("over", "lack", "round")
    order = list(s.order())
    if len(each) != 2 or len(rests) != 2 or order not in (["each", "over", "each", "lack"], ["each", "lack", "each", "over"], ["each", "over", "each", "over"], ["each", "lack", "each", "lack"], ["round", "round"]):  # fmt: skip
        raise Unfit
    unit = each[0].unit("a")
    if len({f.unit("a") for f in each} | {f.unit("p") for f in rests}) != 1 or re.search(
        "比|倍|其中", s.text
    ):
        raise Unfit
    plus = [_is_over(f, s) for f in rests]
    (a, p, up), (b, q, over) = sorted(zip([f["a"] for f in each], [f["p"] for f in rests], plus, strict=True), key=lambda t: t[0].value)  # fmt: skip
    if up and not over:
        gap = p + q
        says = "两种分法一共相差（一次多、一次少，相加）"
    elif up and over:
        gap, says = p - q, "两种分法一共相差（两次都多，相减）"
    elif not up and not over:
        gap, says = q - p, "两种分法一共相差（两次都少，相减）"
    else:
        raise Unfit
    apart = s.step(says, gap, unit)
    people = s.step("每份相差的数除总差，得到份数", apart / s.step("每份相差多少", b - a, unit))
    if people.value.denominator != 1 or people.value < 1:
        raise Unfit
    asked = s.asked.unit("?")
    if s.question == "people":
        if unit == asked == "人":
            raise Unfit
        s.work.give(people, asked, "份数")
        return
    if asked != unit:
        raise Unfit
    given = s.step("按每份少的分法，分出去的", people * a, unit)
    s.give(s.step("总数", given + p if up else given - p, unit), unit, "总数")


def _is_over(f: Found, s: Scene) -> bool:
    if f.has("over") or f.has("lack"):
        return f.has("over")
    return any(name == "over" and found is f for name, found in s.told)


_PLANT: Final = "种|栽|植|插|安装|装|放|立|竖|挂|摆|设"


@kind(
    {
        "round": ("~(?:圆形|环形|湖|池塘|水池|花坛|鱼塘|水库|操场|跑道|公园|广场|正方形~|方形~)~(?:的)?(?:周长|一圈|一周|四周|全长|周围)*(?:长)?(?:是|为|约|长|有)?<n:u>~",),
        "gap": ("~(?:沿~)?(?:每隔|隔|每)<k:u>~(?:{plant})(?:上|了)?(?P<one>[\ue000-\ue7ff])?(?:$U)?(?P<x>~)",),
        "between": ("(?:每)?相邻?的?(?:两|(?P<two>[\ue000-\ue7ff]))(?:$U)(?P<y>~)(?:之)?间(?:再|又|等距离?地?)*(?:{plant})<m:u>(?P<z>~)", "每?(?:两|(?P<two>[\ue000-\ue7ff]))(?:$U)(?P<y>~)(?:之)?间(?:再|又|等距离?地?)*(?:{plant})<m:u>(?P<z>~)",
                    "(?:再|又)?在?(?:每)?相邻?的?(?:两|(?P<two>[\ue000-\ue7ff]))(?:$U)(?P<y>~)(?:之)?间(?:再|又)*(?:{plant})<m:u>(?P<z>~)", "每相邻(?:两|(?P<two>[\ue000-\ue7ff]))(?:$U)(?P<y>~)(?:之)?间(?:再|又)*(?:{plant})<m:u>(?P<z>~)"),
    },
    {"many": ("~(?:一共|共|需要|要|可以|能|需)*(?:{plant})?(?:了)?<?>(?P<q>~)", "~(?:{plant})(?P<q>~)<?>")},
    plant=_PLANT,
)  # fmt: skip
def _around(s: Scene) -> None:
    """On a closed line there are as many trees as gaps."""
    around, gap, between = s.one("round"), s.one("gap"), s.maybe("between")
    if (
        gap.has("one")
        and gap.value("one") != 1
        or "两端" in s.text
        or re.search("边长|四角|两侧|两旁|另", s.text)
    ):
        raise Unfit
    if not re.search("圆|环|湖|池|塘|周|圈|坛|水库", s.text):
        raise Unfit
    many = s.step("封闭路线上，棵数等于间隔数", s.to(around["n"], around.unit("n"), gap.unit("k")) / gap["k"])
    if many.value.denominator != 1:
        raise Unfit
    q = s.asked.word("q")
    unit = s.asked.unit("?")
    if between is None:
        s.give(many, unit, "总数")
        return
    if between.has("two") and between.value("two") != 2 or not q or not (q in between.word("z") or between.word("z") in q):  # fmt: skip
        raise Unfit
    s.give(s.step("每个间隔里种的数乘间隔数", many * between["m"], unit), unit, "总数")


@kind(
    {
        "road": ("~(?:路|街|大道|堤|走廊|马路|公路|跑道|河堤|小路|大街|桥)~(?:全长|长)?(?:是|为)?<n:u>(?:长)?", "~<n:u>长?的~(?:路|街|大道|堤|走廊|马路|公路|河堤|小路|大街|桥)~(?P<side>两侧|两旁|两边|一侧|一旁|一边)?~"),
        "where": ("(?:要|计划|准备)?在?~(?P<side>两侧|两旁|两边|一侧|一旁|一边)~(?:{plant})~",),
        "gap": ("~(?:(?:在)?~(?P<side>两侧|两旁|两边|一侧|一旁|一边))?~(?:每隔|隔|每)<k:u>~(?:{plant})(?:上|了)?(?P<one>[\ue000-\ue7ff])?(?:$U)?~",),
        "ends": ("(?:起点和终点|两端|两头|首尾)(?:都|也|各)?(?:要|需要)?(?:{plant})(?:上|了|树)?", "(?P<no>(?:两端|两头)(?:都)?不(?:{plant}))", "(?P<half>只有?一端(?:{plant}))"),
    },
    {"many": ("~(?:一共|共|需要|要|可以|能|需)*(?:{plant})?(?:了)?<?>~",)},
    plant=_PLANT,
)  # fmt: skip
def _along(s: Scene) -> None:
    """Along a road with both ends there is one more than there are gaps."""
    road, gap, ends = s.one("road"), s.one("gap"), s.one("ends")
    sides = [f.word("side") for f in (*s.all("where"), gap, road, s.asked) if f.has("side")]
    if gap.has("one") and gap.value("one") != 1 or len({w[0] for w in sides}) > 1 or ends.has("half"):
        raise Unfit
    unit = gap.unit("k")
    gaps = s.step("间隔数＝全长÷间距", s.to(road["n"], road.unit("n"), unit) / gap["k"], "个")
    if gaps.value.denominator != 1:
        raise Unfit
    row = s.step("一边：两端都不种，比间隔数少 1" if ends.has("no") else "一边：两端都有，比间隔数多 1",
                 gaps - num(1) if ends.has("no") else gaps + num(1))  # fmt: skip
    both = sides and sides[0].startswith("两")
    if both or s.asked.unit("?"):
        s.give(s.step("两边一共", row * num(2)) if both else row, s.asked.unit("?"), "总数")


@kind(
    {
        "lessons": ("~(?:有|上|要上)+<n:u>课", "~<n>节课"),
        "each": ("每节课?(?:是|上)?<a:u>", "每节课(?:的)?(?:时间)?(?:是|为)?<a:u>"),
        "break": ("(?:每)?(?:两|(?P<two>[\ue000-\ue7ff]))节课?(?:之)?间(?:都)?(?:休息)?<b:u>", "(?:课间|中间|每节课后|课间每次)(?:都)?(?:休息)?<b:u>", "每(?:两|(?P<two>[\ue000-\ue7ff]))节课(?:之)?间休息<b:u>"),
        "from": ("从第一节课?(?:开始)?(?:上课)?(?:开始)?到第.节课?(?:下课|结束)",),
    },
    {"long": ("~(?:一共|共|要|经过|需要|经过了|从.*?到.*?)*<?>~",)},
)  # fmt: skip
def _lessons(s: Scene) -> None:
    """One break fewer than there are lessons."""
    n, a, b = s.one("lessons")["n"], s.one("each"), s.one("break")
    if b.has("two") and b.value("two") != 2 or n.value.denominator != 1 or a.unit("a") != b.unit("b"):
        raise Unfit
    last = re.search("到第(.)节", s.text)
    if (
        last is None
        or "零一二三四五六七八九".find(last[1]) != n.value
        or s.asked.unit("?") not in ("分钟", "分")
    ):
        raise Unfit
    lessons = s.step("上课的时间", n * a["a"], "分钟")
    breaks = s.step("休息的时间：休息次数比节数少 1", (n - num(1)) * b["b"], "分钟")
    s.work.give(s.step("一共的时间", lessons + breaks, "分钟"), "分钟", "一共的时间")


@kind(
    {
        "cut": ("(?:把|将)?(?:$U)?(?:长)?<n:u>长?的?~(?:平均)?(?P<v>截|剪|分|锯|切|分装|裁)成(?:同样长的|相等的|长度相等的)?<k:u>", "(?:把|将)?<n:u>~平均(?:倒入|倒进|装进|装入|分装在|倒在|装在|分给|分成|放在)<k:u>~(?:里|中)?", "(?:把|将)(?:$U)?<n:u>的?~平均(?P<v>截|剪|分|锯|切)成<k:u>"),
        "equal": ("平均(?:截|剪|分|锯|切|裁)成<k:u>",),
        "long": ("~(?:长|重|有)<n:u>",),
    },
    {"each": ("每(?P<w>$U)~(?:长|重|是|有)*(?:是)?<?>", )},
)  # fmt: skip
def _cut(s: Scene) -> None:
    """Equal pieces."""
    cut = s.maybe("cut") or s.one("equal")
    source = cut if cut.has("n") else s.one("long")
    if (
        "平均" not in s.text
        and "同样长" not in s.text
        and "相等" not in s.text
        or cut.word("k_u") != s.asked.word("w")
    ):
        raise Unfit
    if len(s.told) != (1 if cut.has("n") else 2):
        raise Unfit
    unit = s.asked.unit("?")
    each = s.step("平均分，用除法", source["n"] / cut["k"], source.unit("n"))
    s.give(s.to(each, source.unit("n"), unit), unit, f"每{s.asked.word('w')}的数量")


@kind(
    {
        "who": ("~<n>(?:名|个|位)?(?:同学|好朋友|朋友|人|小朋友|学生|老师|队员)~(?:互相|相互)(?:赠送|送|寄|发|写|互送|互赠|交换)(?:了)?~", "~<n>(?:名|个|位)?(?:同学|好朋友|朋友|人|小朋友|学生|老师|队员)(?:~)"),
        "each": ("(?:如果)?(?:每人|每个人|每个?同学|每位同学|每两个?人)(?:都|之间)*(?:给|向|互)?(?:其他|其余|另外)?(?:的)?(?:每个?|每位|每一个)?(?:同学|人|朋友|小朋友|好朋友)?(?:都|各|互)*(?:送|赠送|寄|写|发)(?:一|[\ue000-\ue7ff])(?:张|封|份|件|个)~", ),
    },
    {"all": ("~(?:一共|总共|共)(?:要|需要|准备|送出|送|寄|写|应|需)*(?:了)?<?>(?:张|封|份)?~",)},
)  # fmt: skip
def _cards(s: Scene) -> None:
    """Everyone gives one to each of the others."""
    who = s.one("who")
    n = who["n"]
    if not re.search("互相|相互|其他|其余|互送|互赠", s.text) or "握" in s.text or n.value.denominator != 1 or n.value < 2:  # fmt: skip
        raise Unfit
    if not s.all("each") and not re.search("互相|相互", who.text):
        raise Unfit
    if any("两" in f.text for f in s.all("each")):
        raise Unfit
    others = s.step("每人要送给几个人（不送给自己）", n - num(1))
    unit = s.asked.unit("?")
    s.give(s.step("一共送出多少", n * others, unit), unit, "总数")


_CUT: Final = "锯|截|剪|切|砍|裁|分"


@kind(
    {
        "whole": ("(?:有|把|将)?(?:$U)?~(?:总|全)?长(?:是|为)?<n:u>(?:的~)?", "(?:有|把|将)?(?:$U)?<n:u>长?的~", "(?:要|现要)?(?:有|把|将)?(?:$U)?<n:u>长?的~(?:平均)?(?:{cut})成每(?P<w>段|根|条|节|块)(?:都)?(?:长)?(?:是|为)?<k:u>(?:长)?(?:的)?~"),
        "piece": ("(?:要|现要|现在要)?(?:把|将)?(?:它|其|这(?:$U)?~)?(?:平均)?(?:{cut})成(?:每(?P<w>段|根|条|节|块))(?:都)?(?:长)?(?:是|为)?<k:u>(?:长)?(?:的)?~", "(?:要|现要)?(?:把|将)?(?:它|其|这(?:$U)?~)?(?:{cut})成~(?:小段|段|小棒|小节)", "每(?P<w>段|根|条|节|块)(?:都)?(?:长)?(?:是|为)?<k:u>(?:长)?"),
    },
    {
        "pieces": ("~(?:一共|总共|共)?(?:可以|能|可|能够)?(?:{cut})?(?:成|得|出)?<?>~",),
        "cuts": ("~(?:一共|总共|共)?(?:需要|需|要|得)?(?:{cut})<?>",),
    },
    cut=_CUT,
)  # fmt: skip
def _cut_to_length(s: Scene) -> None:
    """Pieces of a told length: how many, and how many cuts."""
    whole, pieces = s.one("whole"), [f for f in s.all("piece", "whole") if f.has("k")]
    if (
        len(pieces) != 1
        or len(s.all("piece")) > 2
        or re.search("剩|余|再|又|先|用去|用了|次(?:要|需)|圈|围|平方|面积", s.text)
    ):
        raise Unfit
    piece = pieces[0]
    unit, word, asked = whole.unit("n"), piece.word("w"), s.asked.unit("?")
    if piece.unit("k") != unit or (whole.value("n") / piece.value("k")).denominator != 1:
        raise Unfit
    if s.question == "pieces" and asked not in (word, "段", "根") or s.question == "cuts" and asked != "次":
        raise Unfit
    count = s.step("一共有几段＝总长÷每段的长", whole["n"] / piece["k"], word)
    if s.question == "pieces":
        s.give(count, asked, "段数")
    else:
        s.give(s.step("剪的次数比段数少 1", count - num(1), "次"), "次", "要剪的次数")
