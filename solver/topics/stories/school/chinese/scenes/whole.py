"""A whole that falls into parts: the parts by name, what is known of them, and how they are found one after the other."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from solver.topics.stories.school.chinese.marks import NUMBER
from solver.topics.stories.school.chinese.scenes.scene import Scene
from solver.topics.stories.school.working import Term, Unfit

MEASURE: Final = "人数|米数|棵数|本数|只数|页数|个数|质量|重量|数量|面积|长度|票数|张数|钱数|存款|产量|条数|台数|辆数|朵数|支数|块数|体积|株数|件数|册数|节数|只|份数|枚数|吨数|盏数|套数|盆数|袋数|颗数|头数|路程|钱|书|图书|容量|用量|面积数|奖金|捐款数|捐款|投资|颗数|根数|粒数|瓶数|箱数|产值"
LIST: Final = "[、和与跟同及或]"
_SMALL: Final = re.compile(
    "^(?:其中|已知|了(?!解)|现有|有|需要|需|参加|喜欢|报名|选择|选|学校|图书馆|果园里?|这批|种|栽|买|运来|在|从|向)+|(?:的|了|有|里|中|各|共|一共|是|为|能|会|应|要|分到|分得|得到|看|读|修|运走|运来|运|卖出|卖|用去|用|做|加工|生产|种植|种|栽|植树|植|铺|挖|吃|完成|捐|存|收集|投|养|出|分|得|放|放书|在)+$"
)
_FULL: Final = re.compile(f"全书的?$|全长的?$|(?:的)?(?:总)?(?:{MEASURE})$")
_LIST_SPLIT: Final = re.compile(LIST)


def name_of(text: str) -> str:
    """What tells a part from the others: "参加合唱队的人数" is 合唱队."""
    before = ""
    while text != before:
        before = text
        shorter = _SMALL.sub("", _FULL.sub("", text))
        text = shorter or text
    return text


def names_in(text: str) -> list[str]:
    """The names in a list; the last may be followed by what they are ("三种树")."""
    text = re.sub(f"(?:这)?(?:{NUMBER}|[两三四])(?:种|个|类|人|组|班|队|块|层|段|名|位|样|部分).*$", "", text)
    text = re.sub(
        f"^(?:[一二三四五六七八九初高]{{0,2}}(?:{NUMBER}|[a-z])?(?:年级|班))+的?(?=[男女]生?(?:{LIST})[男女])",
        "",
        text,
    )
    text = text.replace("同学", "\ufff0").replace("及格", "\ufff1")
    found = [
        name_of(one.replace("\ufff0", "同学").replace("\ufff1", "及格")) for one in _LIST_SPLIT.split(text)
    ]
    if any(not one for one in found) or len(set(found)) != len(found):
        raise Unfit
    return found


@dataclass(slots=True)
class Whole:
    """The parts by name, what is known of them, and how they hang together."""

    scene: Scene
    unit: str
    whole: Term
    parts: dict[str, Term | None] = field(default_factory=dict)
    ratios: list[tuple[tuple[str, ...], tuple[Term, ...]]] = field(default_factory=list)
    shares: list[tuple[str, Term, str]] = field(default_factory=list)  # of the whole: "", or of a part
    sums: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    inner: dict[str, str] = field(default_factory=dict)  # what lies within a part: "男生的20%参加了足球队"
    scale: str = ""  # the unit of the whole, where it is told

    def find(self, text: str) -> str | None:
        """The part that is meant by a name."""
        name = name_of(text)
        if name in self.parts:
            return name
        longer = [one for one in self.parts if one.startswith(name) and one[len(name) :] in _ENDINGS]
        if len(longer) == 1:
            return longer[0]
        held = [one for one in self.parts if one in name]
        held = [one for one in held if not any(one in other and one != other for other in held)]
        for of, members in self.sums:  # "五年级女生" is a part of 女生
            if len(held) == 2 and of in held and (set(held) - {of}) <= set(members):
                held = [one for one in held if one != of]
                name = name.replace(of, "", 1)
        if len(held) == 2 and self.inner.get(held[0], self.inner.get(held[1])) in held:
            return next(one for one in held if one in self.inner)
        if len(held) != 1:
            return None
        rest = name_of(name.replace(held[0], "", 1))
        heard = rest in _PLACES or self.scene.text.count(rest) > 1
        return held[0] if not rest or heard else None

    def part(self, text: str) -> str:
        """The part of this name, which it now is if it was not."""
        found = self.find(text)
        if found is None:
            found = name_of(text)
            if not found:
                raise Unfit
            self.parts[found] = None
        return found

    def says(self, name: str) -> str:
        """The words for finding a part."""
        return f"{name}{'有多少' if self.scale else '占总数的几分之几'}"

    def know(self, name: str, term: Term, why: str) -> None:
        """A part is found."""
        self.parts[name] = self.scene.step(f"{self.says(name)}（{why}）", term, self.scale)

    def spread(self) -> None:
        """Find one part after the other."""
        changed = True
        while changed:
            changed = self._by_share() or self._by_ratio() or self._by_sum()

    def _by_share(self) -> bool:
        for name, fraction, of in self.shares:
            base = self.parts[of] if of else self.whole
            if self.parts[name] is None and base is not None:
                self.know(name, base * fraction if self.scale or of else fraction, "求一个数的几分之几用乘法")
                return True
        return False

    def _by_ratio(self) -> bool:
        for names, counts in self.ratios:
            known = [i for i, n in enumerate(names) if self.parts[n] is not None]
            open_ones = [i for i, n in enumerate(names) if self.parts[n] is None]
            if known and open_ones:
                i, j = known[0], open_ones[0]
                base = self.parts[names[i]]
                assert base is not None
                self.know(names[j], base / counts[i] * counts[j], f"{names[i]}是 {counts[i].tex} 份，{names[j]}是 {counts[j].tex} 份")  # fmt: skip
                return True
            for of, members in self.sums:
                total = self.parts[of] if of else self.whole
                missing = [m for m in members if self.parts[m] is None]
                if open_ones and total is not None and set(missing) == set(names):
                    self._divide(total, members, names, counts)
                    return True
        return False

    def _divide(self, total: Term, members: tuple[str, ...], names: tuple[str, ...], counts: tuple[Term, ...]) -> None:  # fmt: skip
        rest = total
        for member in members:
            term = self.parts[member]
            if term is not None:
                rest = rest - term
        together = "和".join(names)
        if rest is not total:
            rest = self.scene.step(f"{together}一共{'有多少' if self.scale else '占总数的几分之几'}", rest, self.scale)  # fmt: skip
        if rest.value <= 0:
            raise Unfit
        shares = counts[0]
        for one in counts[1:]:
            shares = shares + one
        shares = self.scene.step(f"{together}一共分成几份", shares, "份")
        for name, count in zip(names, counts, strict=True):
            self.know(name, rest / shares * count, f"占这些份中的 {count.tex} 份")

    def _by_sum(self) -> bool:
        for of, members in self.sums:
            total = self.parts[of] if of else self.whole
            missing = [m for m in members if self.parts[m] is None]
            if total is not None and len(missing) == 1:
                rest = total
                for member in members:
                    term = self.parts[member]
                    rest = rest - term if term is not None else rest
                self.know(missing[0], rest, "总数减去其他部分")
                return True
            if total is None and not missing:
                whole = self.parts[members[0]]
                assert whole is not None
                for member in members[1:]:
                    term = self.parts[member]
                    assert term is not None
                    whole = whole + term
                self.know(of, whole, "把各部分加起来")
                return True
        return False


_ENDINGS: Final = ("树", "书", "同学", "组", "队", "班", "花", "生", "子", "的同学", "的人")
_PLACES: Final = "学校 图书馆 图书室 果园 农场 工厂 商店 水果店 超市 班里 这个班 全班 该校 该班 该厂 他 她 它 他们 她们 小组 仓库 车间 公园 花店 书店 粮店 菜场 书架 其中".split()
DONE, LEFT = "已完成", "没完成"
