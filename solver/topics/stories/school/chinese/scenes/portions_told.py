"""What the clauses of a story of portions tell: shares, ratios and the rest, and when all parts of the whole are known by name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from solver.topics.stories.school.chinese.scenes.families import exhaustive, opposite
from solver.topics.stories.school.chinese.scenes.scene import Found, Scene
from solver.topics.stories.school.chinese.scenes.whole import (
    DONE,
    LEFT,
    LIST,
    Whole,
    names_in,
)
from solver.topics.stories.school.working import Unfit

GONE: Final = "去掉的部分"
PIECES: Final = ("第一段", "第二段")
_REST: Final = "其余|剩下|余下|剩余|其他|另外"
_PLAIN: Final = re.compile("小组|大米|公共|同学")


def tell(w: Whole, total: Found | None) -> None:
    """Notes what all clauses say, and of which parts the whole consists."""
    listed = _named_with_whole(w.scene, total)
    clauses = _Clauses(w, total)
    for name, f in w.scene.told:
        clauses.tell(name, f)
        clauses.early = [p for p in w.parts if p not in (DONE, LEFT, GONE)]
    _make_whole(clauses, listed)


def _named_with_whole(s: Scene, total: Found | None) -> list[str]:
    """The parts that are named where the whole is told: "果园里有桃树、梨树和苹果树共600棵", "书架分上、中、下三层"."""
    listed: list[str] = []
    if made := s.maybe("made"):
        listed = names_in(made.word("list"))
    elif total and total.has("list") and re.search(LIST, _PLAIN.sub("", total.word("list"))):
        listed = names_in(re.sub("^.*?(?:有|种|存|运来|养|购进|买来|收|由)(?=.)", "", total.word("list")))
    if layers := s.maybe("layers"):
        listed = [f"{one}层" for one in names_in(layers.word("list"))]
    return listed


@dataclass(slots=True)
class _Clauses:
    """What was told so far, clause by clause."""

    w: Whole
    total: Found | None
    early: list[str] = field(default_factory=list)  # parts that were told before the rest was spoken of
    before: str = ""  # the part whose amount was told last
    closed: bool = False  # whether the whole is known to be the sum of its parts
    rest: tuple[tuple[str, ...], Fraction] | None = None  # what was told before it; how many parts it has

    def tell(self, name: str, f: Found) -> None:
        """One clause."""
        match name:
            case "share":
                self._share(f)
            case "ratio" | "within":
                self._ratio_of_two(f)
            case "spread":
                names = self._parts(f.word("list2") or f.word("list"))
                self._ratio(f, names)
                self.close(self.early, names)
            case "rest":
                names = self._parts(f.word("list"))
                self.close([e for e in self.early if e not in names], names)
            case "gone":
                self._gone(f)
            case "two_ratio":
                self._ratio_of_pieces(f)
            case "done_ratio":
                self._ratio_of_work(f, (DONE, LEFT))
            case "undone_ratio":
                self._ratio_of_work(f, (LEFT, DONE))
            case "rest_in":
                if self.rest is not None or not self.early:
                    raise Unfit
                self.rest = (tuple(self.early), _count(f, "days"))
            case "value" if self.total is None:
                self.before = self.w.part(f.word("p"))
            case "some":
                self.w.part(f.word("p"))
            case _:
                pass

    def _parts(self, text: str) -> tuple[str, ...]:
        return tuple(self.w.part(x) for x in names_in(text))

    def _share(self, f: Found) -> None:
        """A share of the whole or of a part; without a name, of what was told just before."""
        w = self.w
        unnamed = self.before and not f.word("p") and not f.has("v")
        name = self.before if unnamed else w.part(f.word("p") or f.word("v"))
        if w.parts[name] is not None or any(name == n for n, _, _ in w.shares):
            raise Unfit
        if f.has("of"):
            of = w.find(f.word("of"))
            if of is None or of == name:
                raise Unfit
            w.shares.append((name, f["f"], of))
            if f.text.index(f.word("of")) < f.text.index(f.word("p")):
                w.inner[name] = of
        elif re.match(_REST, f.word("base")):
            raise Unfit  # shares of the rest are told in chains
        else:
            w.shares.append((name, f["f"], ""))

    def _ratio(self, f: Found, names: tuple[str, ...]) -> None:
        counts = tuple(f[x] for x in ("a", "b", "c") if f.has(x))
        if len(counts) != len(names) or len(set(names)) != len(names) or any(c.value <= 0 for c in counts):
            raise Unfit
        self.w.ratios.append((names, counts))

    def _ratio_of_two(self, f: Found) -> None:
        """ "男生和女生的人数比是3比2", of the whole, of the rest or within a part."""
        if f.has("list"):
            names = self._parts(f.word("list"))
        else:
            names = (self.w.part(f.word("x")), self.w.part(f.word("y")))
        self._ratio(f, names)
        if f.has("sub"):
            self.w.sums.append((self.w.part(f.word("sub")), names))
        if f.has("in"):
            self.close(self.early, names)

    def _ratio_of_pieces(self, f: Found) -> None:
        """ "剩下的按2比3分成两段"."""
        s = self.w.scene
        if any(g.word("twos") != "两" and g.value("twos") != 2 for g in s.all("two", "two_ratio")):
            raise Unfit
        self._ratio(f, tuple(self.w.part(one) for one in PIECES))
        if not f.has("in") and not s.all("two"):
            raise Unfit
        self.close(self.early, PIECES)

    def _ratio_of_work(self, f: Found, names: tuple[str, str]) -> None:
        """ "已修的和未修的长度比是3比2"."""
        self.w.parts[DONE] = self.w.parts[LEFT] = None
        self._ratio(f, names)
        self.w.sums.append(("", (DONE, LEFT)))

    def _gone(self, f: Found) -> None:
        """ "卖出苹果的三分之一后，苹果还剩多少"."""
        of = self.w.find(f.word("of"))
        s = self.w.scene
        if of is None or s.question != "left_of" or len(s.all("gone")) > 1:
            raise Unfit
        self.w.parts[GONE] = None
        self.w.shares.append((GONE, f["f"], of))

    def close(self, early: list[str], names: tuple[str, ...]) -> None:
        """The whole is what was told early, and these: the rest of it."""
        first = [e for e in early if e not in names]
        if not first:
            raise Unfit
        members = (*first, *names)
        if not self.closed:
            self.w.sums.append(("", members))
            self.closed = True
        elif not any(set(members) == set(m) for of, m in self.w.sums if not of):
            raise Unfit


def _make_whole(c: _Clauses, listed: list[str]) -> None:
    """Says of which parts the whole is the sum, where no clause said it.

    Raises:
        Unfit: it may have other parts.
    """
    w, s = c.w, c.w.scene
    parts = [
        p
        for p in w.parts
        if p not in (DONE, LEFT, GONE, *w.inner) and not any(p in m for of, m in w.sums if of)
    ]
    if s.all("done_ratio", "undone_ratio"):
        if s.all("total", "rest", "spread") or c.closed:
            raise Unfit
        w.sums.append((DONE, tuple(parts)))
        return
    if s.all("left") or s.question == "left":
        if c.closed or listed:
            raise Unfit
        w.parts[LEFT] = None
        parts.append(LEFT)
        c.closed = True
        w.sums.append(("", tuple(parts)))
    _decline_other_numbers_of_parts(s, parts)
    if c.rest is not None:
        early, count = c.rest
        last = tuple(p for p in parts if p not in early)
        if LEFT in parts or len(last) != count:
            raise Unfit
        c.close(list(early), last)
    if listed:
        _listed(w, listed, parts)
    elif not c.closed:
        if not _said_to_be_all(w, c.total, parts):
            _decline_others_than_two_kinds(w, parts)
        w.sums.append(("", tuple(parts)))


def _decline_other_numbers_of_parts(s: Scene, parts: list[str]) -> None:
    """ "三个班共有120人", "分成三块": as many are told."""
    asked = [s.asked] if s.question == "whole" else []
    for f in (*s.all("made", "total", "finish", "after", "pieces"), *asked):
        name = "kk" if f.has("kk") else "k"
        if f.has(name) and len([p for p in parts if p != LEFT]) != _count(f, name):
            raise Unfit


def _said_to_be_all(w: Whole, total: Found | None, parts: list[str]) -> bool:
    """Whether it is said, or clear by their names, that there are no other parts."""
    s = w.scene
    return bool(
        s.all("finish", "pieces")
        or s.question == "whole"
        and s.asked.has("kk")
        or total is not None
        and (total.has("fin") or total.has("kk"))
        or _all_named(w, total, parts)
    )


def _decline_others_than_two_kinds(w: Whole, parts: list[str]) -> None:
    """Boys and girls are all there are, also where only one of them is spoken of."""
    if w.scene.all("some"):
        raise Unfit
    halves = {p for p in parts if re.fullmatch("[男女](?:生|同学|职工|工|工人|队员|教师)?", p)}
    if len(parts) == len(halves) and len(parts) in (1, 2):
        return
    if not (w.scene.all("within") and opposite(parts)):
        raise Unfit


def _count(f: Found, name: str) -> Fraction:
    """A number of parts, which a character may tell."""
    return Fraction("零一两三四".index(f.word(name))) if f.word(name) in "两三四" else f.value(name)


def _all_named(w: Whole, total: Found | None, parts: list[str]) -> bool:
    """ "师生" are the teachers, the boys and the girls; "一批零件" is shared by three who are named."""
    if total is not None and re.search("师生", total.text):
        children = {p[0] for p in parts if p[-1] == "生"} == {"男", "女"}
        return len(parts) == 3 and children and any(re.fullmatch("教师|老师|教职工", p) for p in parts)
    return exhaustive(parts, w.scene.text.replace("其中", ""))


def _listed(w: Whole, listed: list[str], parts: list[str]) -> None:
    """All parts were named with the whole."""
    found = [w.find(x) for x in listed]
    missing = [x for x, f in zip(listed, found, strict=True) if f is None]
    if missing == ["学生"] and {p[0] for p in parts} >= {"男", "女"}:
        found, missing = list(parts), []
    if len(missing) == 1 and len(parts) == len(listed) - 1:
        w.parts[missing[0]] = None
        found = [*[f for f in found if f is not None], missing[0]]
    elif missing or set(found) != set(parts):
        raise Unfit
    if not any(set(found) == set(m) for of, m in w.sums if not of):
        if any(not of for of, _ in w.sums):
            raise Unfit
        w.sums.append(("", tuple(f for f in found if f is not None)))
