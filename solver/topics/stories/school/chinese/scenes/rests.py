"""A whole of which parts go one after the other: shares of it, shares of what is left, at last the rest, or the rest in a ratio.

Asked: one of the parts, what is left in the end, the whole from one part. Not read: shares of a part, anything that comes back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from solver.topics.stories.school.chinese.scenes.scene import Found, Scene, kind
from solver.topics.stories.school.working import Term, Unfit, num

_REST: Final = "(?:剩下|余下|剩余|其余|余|剩|其他|另外)"
_REST_OF: Final = f"{_REST}(?:的|下的)?(?:人|学生|同学|书|图书|页|部分|路|路程|土地|面积|地|钱|货物|任务|树|果树|水果|零件|员工|职工|队员|游客|粮食|绳子|布|水|油|沙子|煤|题|工资|米|饮料|糖果|糖)?(?:当)?[中里]?"
_WHOLE: Final = "(?:它|其|总|全部|全程|全长|全书|总数|总量|总人数|总面积|全班|全校|这批.{0,4}?|这本.{0,3}?|这.{0,4}?|所有.{0,3}?)?"
_VERB: Final = (
    "分给|分配给|分成|剪成|截成|锯成|分为|发给|送给|捐给|给|用于|用来|种植|种上|种|栽种|栽|由|让|运给|分|做"
)
_NAMES: Final = "(?P<names>~(?:(?:[、和与及]|以及)~){1,2})"
_FOREIGN: Final = re.compile(
    "倍|平均|原价|折|速度|增加|加上|又运来|运进|买来|比[^，]{1,8}[多少](?![少的])|两批|照这样"
)


@dataclass(slots=True)
class _Parts:
    """The parts in the order in which they were told, each with the words that tell it; what is left."""

    scene: Scene
    unit: str
    whole: Term | None
    rest: Term
    parts: list[tuple[str, Term]] = field(default_factory=list)
    unnamed: list[Term] = field(default_factory=list)
    listed: list[str] = field(default_factory=list)  # what the rest is, where that is several
    closed: bool = False

    def take(self, label: str, size: Term) -> None:
        """A part goes away."""
        self.parts.append((label, size))
        says = "剩下多少" if self.whole is not None else "剩下的占总数的几分之几"
        self.rest = self.scene.step(says, self.rest - size, self.unit if self.whole is not None else "")
        if self.rest.value <= 0:
            raise Unfit


@kind(
    {
        "total": ("~(?:每[月年天周])?~(?:一共|总共|共)?(?:有|是)?<n:u>~",),
        "share": ("(?:先)?(?P<p>~)(?:占|占了|是|为)?{whole}的?<%f>(?P<q>~)(?:后|以后)?",),
        "of_rest": ("(?:再|又)?(?P<p>~)(?:又|再)?(?P<p2>~)(?:占|占了|是)?(?:把|将)?{rest}~?(?:有)?的?<%f>(?P<q>~)",),
        "rest": ("(?:最后)?{rest}(?P<p>~)",),
        "divide": ("(?:把|将)?{rest}~?(?:由|分给|让)?(?P<a1>~)按(?:照)?~<a>比<b>(?:比<c>)?(?:的比例?|的份数)?(?:分配|来分|分)?(?:{verb})*(?:{names}|(?:<k>|两|三)(?:个|名|位|家|所|人)?~)?",
                   "(?:再)?(?:把|将)?{rest}~(?:由|分给|让)?{names}(?:班|组|队|人|家|个?村|位?同学|个?小组)?(?:按|照|按照)~<a>比<b>(?:比<c>)?(?:的比例?)?(?:分配|来分|分|{verb})*~"),
        "cut": ("(?:再)?(?:把|将)?{rest}~?(?:又|再|正好)?(?:剪|截|锯|分)成(?:两|<k>)(?:段|份|部分|根|块)",),
        "lengths": ("(?:这|它们)?(?:两|三|<k>)?(?:段|份|部分|根|块)?~?(?:的)?(?:长度|质量|大小)?(?:的|之)?比(?:是|为)?<a>比<b>(?:比<c>)?",),
        "known": ("(?P<p>(?:[较最][多少大小长短重轻高]的)?~)<n:u>(?P<q>~)",),
        "left": ("~(?:还|还有|还剩|剩下|正好剩)*(?:剩下|剩余|还剩|剩|余下|余|还有)(?:了)?~<n:u>~",),
    },
    {
        "left": ("~(?:还|现在|这时|最后)*(?:剩下|剩余|还剩|剩|余下|还有)(?:了)?~<?>~(?:没.{0,3}|未.{0,2})?", "~(?:还)?(?:有)?<?>~(?:没有?.{1,3}|未.{1,2})", "~还(?:需要?|要|应该?|得)~<?>~", "~(?:没有?|未).{1,3}的(?:还)?(?:有|剩|是)?<?>~"),
        "first": ("~(?:原来|原先|原|一共|总共|共)(?:有|是|存有|重|长|存)*~<?>~",),
        "larger": ("较(?P<big>长|大|多|重)的~<?>~", "较(?:短|小|少|轻)的~<?>~", "最(?P<big>长|大|多|重)的~<?>~", "最(?:短|小|少|轻)的~<?>~"),
        "part": ("(?:每[天周月年])?(?P<p>~)<?>(?P<q>~)",),
    },
    rest=_REST_OF, whole=_WHOLE, verb=_VERB, names=_NAMES,
)  # fmt: skip
def _rests(s: Scene) -> None:
    if _FOREIGN.search(s.text):
        raise Unfit
    names = s.order()
    if not names or not {"of_rest", "rest", "divide", "cut", "left"} & set(names) and s.question != "left":
        raise Unfit
    total = s.told[0][1] if names[0] == "total" else None
    if names.count("total") != (total is not None) or "share" not in names:
        raise Unfit
    unit = s.asked.unit("?")
    if any(f.has("n") and f.unit("n") != unit for _, f in s.told):
        raise Unfit
    whole = total["n"] if total is not None else None
    parts = _Parts(s, unit, whole, whole if whole is not None else num(1))
    known: tuple[str, Term] | None = None
    for at, (name, f) in enumerate(s.told):
        if name == "total":
            continue
        if name in ("known", "left"):
            if known is not None or whole is not None or at != len(s.told) - 1:
                raise Unfit
            known = ("" if name == "left" else f.word("p") + f.word("q"), f["n"])
        elif parts.closed and name != "lengths":
            raise Unfit
        else:
            _tell(parts, name, f)
    if ("cut" in names or len(parts.listed) > 1) and "lengths" not in names:
        raise Unfit
    _answer(parts, known)


def _tell(parts: _Parts, name: str, f: Found) -> None:
    s, whole = parts.scene, parts.whole
    match name:
        case "share":
            _of_the_whole(s, f)
            base = whole if whole is not None else num(1)
            size = s.step("这一部分：求一个数的几分之几用乘法", base * f["f"], parts.unit) if whole is not None else f["f"]  # fmt: skip
            parts.take(f.word("p") + f.word("q"), size)
        case "of_rest":
            if not parts.parts:
                raise Unfit
            if "另" in f.text:
                _other_share(parts, f)
                return
            size = s.step("这一部分是剩下的几分之几", parts.rest * f["f"], parts.unit if whole is not None else "")  # fmt: skip
            parts.take(f.word("p") + f.word("p2") + f.word("q"), size)
        case "rest":
            _close(parts, f.word("p"))
        case "divide":
            listed = f.word("names") or f.word("a1") if re.search("以及|[、和与及]", f.word("names") or f.word("a1")) else ""  # fmt: skip
            _divide(parts, f, re.split("以及|[、和与及]", listed) if listed else [])
        case "cut":
            if not parts.parts:
                raise Unfit
            parts.closed = True
        case "lengths":
            names = parts.listed
            if len(names) == 1:
                raise Unfit
            said = [f.text.find(_SMALL.sub("", name)[-2:]) for name in names]
            if names and min(said) >= 0:
                names = [name for _, name in sorted(zip(said, names, strict=True))]
            elif names and max(said) >= 0:
                raise Unfit
            _divide(parts, f, names)
        case _:
            raise Unfit


def _other_share(parts: _Parts, f: Found) -> None:
    """ "另外一半" behind a half is the rest; of any other share nobody knows whether it is one of the whole or of the rest."""
    whole = parts.whole if parts.whole is not None else num(1)
    if parts.rest.value != whole.value * f["f"].value:
        raise Unfit
    _close(parts, (f.word("p") + f.word("p2") + f.word("q")).lstrip("是为有"))


def _close(parts: _Parts, words: str) -> None:
    """What is left is these, and nothing goes away any more."""
    if not parts.parts or not words:
        raise Unfit
    parts.closed = True
    parts.listed = re.split("以及|[、和与及]", words)
    if len(parts.listed) == 1:
        parts.parts.append((words, parts.rest))


_SAID_OF: Final = re.compile("([\u4e00-\u9fff]{1,6})的[\ue800-\uebff]")
_AND: Final = re.compile("以及|[、和与及]")
_ALL_OF: Final = re.compile(f"(?:{_WHOLE[:-1]}|其中)$")


def _of_the_whole(s: Scene, f: Found) -> None:
    """The share is one of what was told first: not of the boys, nor of those who read."""
    if re.search("(?<!其)[中里](?:有|的)?[\ue800-\uebff]", f.text):
        raise Unfit
    kind_ = re.search("[\ue800-\uebff]的([\u4e00-\u9fff]{1,2})", f.text)
    start = s.told[0][1].text if s.told[0][0] == "total" else ""
    if kind_ is not None and start and kind_[1] not in start and kind_[1][0] not in start:
        raise Unfit  # 25%的女生
    of = _SAID_OF.search(f.text)
    if of is None or _ALL_OF.search(of[1]):
        return
    if not any(of[1][-k:] in start for k in (2, 3, 4) if len(of[1]) >= k):
        raise Unfit
    listed = _AND.split(start)
    if len(listed) > 1 and not _AND.search(of[1]) and any(of[1][-2:] in name for name in listed):
        raise Unfit  # the girls', where boys and girls are told together


def _divide(parts: _Parts, f: Found, names: list[str]) -> None:
    """The rest in a ratio."""
    s = parts.scene
    counts = [f[x] for x in "abc" if f.has(x)]
    if not parts.parts or names and len(names) != len(counts) or any(c.value <= 0 for c in counts):
        raise Unfit
    if parts.unnamed or f.has("k") and f.value("k") != len(counts):
        raise Unfit
    shares = counts[0]
    for one in counts[1:]:
        shares = shares + one
    unit = parts.unit if parts.whole is not None else ""
    each = s.step("一份是多少", parts.rest / s.step("剩下的一共分成几份", shares, "份"), unit)
    sizes = [s.step(f"其中 {c.tex} 份是多少", each * c, unit) if c.value != 1 else each for c in counts]
    if names:
        parts.parts += list(zip(names, sizes, strict=True))
    parts.unnamed = sizes
    parts.closed = True


def _answer(parts: _Parts, known: tuple[str, Term] | None) -> None:
    s = parts.scene
    if s.question == "first":
        if known is None or parts.whole is not None:
            raise Unfit
        label, value = known
        if not label:
            if parts.closed:
                raise Unfit
            size = parts.rest
        elif (big := re.search("较(.)|最(.)", label)) is not None:
            size = _extreme(parts, (big[1] or big[2]) in "长大多重")
        else:
            size = _meant(parts, label)
        s.give(s.step("已知一个数的几分之几是多少，求这个数用除法", value / size, parts.unit), parts.unit, "原来的数量")  # fmt: skip
        return
    if parts.whole is None:
        raise Unfit
    if s.question == "left":
        if parts.closed:
            raise Unfit
        s.give(parts.rest, parts.unit, "剩下的数量")
    elif s.question == "larger":
        s.give(_extreme(parts, s.asked.has("big")), parts.unit, "要求的数量")
    else:
        if re.search("一共|总共|共|合计|比|相差|[剩余没未和与及、]|还", s.asked.text.replace("公共", "")):
            raise Unfit
        term = _meant(parts, s.asked.word("p") + s.asked.word("q"))
        if term.made is None:
            raise Unfit
        s.give(term, parts.unit, "要求的数量")


def _extreme(parts: _Parts, large: bool) -> Term:
    if len({t.value for t in parts.unnamed}) != len(parts.unnamed) or not parts.unnamed:
        raise Unfit
    return (max if large else min)(parts.unnamed, key=lambda t: t.value)


_SMALL: Final = re.compile(
    "[的了在是有和与都也就把将被人个名本页米元吨千克张只棵多少几一共种参加喜欢报名分给得到用去来于从]"
)


def _meant(parts: _Parts, asked: str) -> Term:
    """The part that is named: by characters that no other part has."""
    if any(
        c in asked and not any(c in label for label, _ in parts.parts) for c in "一二三四五六七八九十甲乙丙丁"
    ):
        raise Unfit  # the third day, of which nothing was told
    labels = [frozenset(_SMALL.sub("", label)) for label, _ in parts.parts]
    said = frozenset(asked)
    own = [
        words - frozenset[str]().union(*(w for j, w in enumerate(labels) if j != i))
        for i, words in enumerate(labels)
    ]
    hits = [i for i, words in enumerate(own) if words & said]
    told_by_order = [i for i in hits if own[i] & said & _ORDER]
    if told_by_order:
        hits = told_by_order  # "第三周铺了多少": every week something was done
    if len(hits) != 1:
        raise Unfit
    return parts.parts[hits[0]][1]


_ORDER: Final = frozenset("一二三四五六七八九十甲乙丙丁上下早中晚")
