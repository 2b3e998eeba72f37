"""Isosceles and right triangles of which is told too little for one case: an angle or two sides. Every case that there is, is given.

Read: one angle (at the apex, at the base, or just one), two sides (the triangle inequality decides), two sides of a right triangle. Not: exterior angles,
heights, conditions beside these.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.short_forms import (
    ASK,
    END,
    UNIT,
    N,
    asks_one_of,
    cases_task,
    noted,
    plain_line,
    said,
    source_of,
)

WORDS: Final = {
    "base_equal": Words("The two base angles of an isosceles triangle are equal, and the three angles add up to \\(180^\\circ\\).", "等腰三角形的两个底角相等，三个内角的和是 \\(180^\\circ\\)。"),
    "apex": Words("If the angle of \\({a}^\\circ\\) is at the apex, each base angle is \\((180^\\circ-{a}^\\circ)\\div 2={b}^\\circ\\).", "若 \\({a}^\\circ\\) 的角是顶角，则每个底角是 \\((180^\\circ-{a}^\\circ)\\div 2={b}^\\circ\\)。"),
    "base": Words("If the angle of \\({a}^\\circ\\) is at the base, the other base angle is \\({a}^\\circ\\), too, and the apex has \\(180^\\circ-2\\cdot {a}^\\circ={c}^\\circ\\).", "若 \\({a}^\\circ\\) 的角是底角，则另一个底角也是 \\({a}^\\circ\\)，顶角是 \\(180^\\circ-2\\times {a}^\\circ={c}^\\circ\\)。"),
    "no_base": Words("It cannot be at the base: two angles of \\({a}^\\circ\\) would be \\({twice}^\\circ\\) already, not less than \\(180^\\circ\\).", "它不能是底角：两个 \\({a}^\\circ\\) 的角的和已是 \\({twice}^\\circ\\)，不小于 \\(180^\\circ\\)。"),
    "legs": Words("Two sides of the triangle are equal. If the legs are \\({leg}\\) and the base is \\({base}\\): \\({leg}+{leg}{sign}{base}\\), so there is {is_such} triangle{value}.", "三角形有两条边相等。若腰长为 \\({leg}\\)、底边长为 \\({base}\\)：\\({leg}+{leg}{sign}{base}\\)，{is_such}三角形{value}。"),
    "hypotenuse": Words("If both are legs, the third side is the hypotenuse: \\(\\sqrt{{{a}^2+{b}^2}}={c}\\).", "若两边都是直角边，则第三边是斜边：\\(\\sqrt{{{a}^2+{b}^2}}={c}\\)。"),
    "leg": Words("If the longer one, \\({b}\\), is the hypotenuse, the third side is a leg: \\(\\sqrt{{{b}^2-{a}^2}}={c}\\).", "若较长的边 \\({b}\\) 是斜边，则第三边是直角边：\\(\\sqrt{{{b}^2-{a}^2}}={c}\\)。"),
    "no_leg": Words("Neither can be the hypotenuse, for it is longer than both legs.", "两边相等，斜边大于直角边，所以它们都不是斜边。"),
    "answer": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
    "angles": Words("in every case two angles are equal and all three add up to 180 degrees", "每种情形都有两个角相等，且三个内角的和是 180 度"),
    "sides": Words("every third side that is one of the two was tried by the triangle inequality", "逐一取第三边，用三角形三边关系检验"),
    "right": Words("every case fulfils the theorem of Pythagoras", "每种情形都满足勾股定理"),
}  # fmt: skip
_TWO: Final = "(?:and|,)"
_OTHERS: Final = r"(?:possible )?(?:sizes? of |measures? of |values? of )?(?:the |its )?(?:other (?:two|2)(?: interior)?(?: angles?)?|remaining (?:two |2 )?angles?|other angles?)"
_ENGLISH: Final = tuple(
    (kind, told + tail)
    for kind, tolds, tails in (
        (
            "angle",
            (
                rf"(?:an|one|1) isosceles triangle has (?:an|one|1) (?:interior )?angle (?:of|measuring|that is|equal to) (?P<a>{N})°",
                rf"(?:one|an|1) (?:interior )?angle (?:of|in) an isosceles triangle (?:is|measures|equals) (?P<a>{N})°",
                rf"the (?P<told>vertex|apex|top) angle of an isosceles triangle (?:is|measures|equals) (?P<a>{N})°",
                rf"(?:each|a|one|1|the|every)(?: of the)? (?P<told2>base) angles? (?:of|in) an isosceles triangle (?:is|measures|equals|are) (?P<a>{N})°",
            ),
            (
                rf"[.,]? (?:and )?{ASK} (?:(?P<others>{_OTHERS})|(?:possible )?(?:sizes? |measures? )?(?:of )?(?:the |its |each |an? |each of the )?(?:possible )?(?P<asked>base|vertex|apex) angles?(?: of the triangle)?)",
            ),
        ),
        (
            "sides",
            (
                rf"(?:an|one|1) isosceles triangle has (?:two |2 )?sides (?:of )?(?:lengths? )?(?:of )?(?P<a>{N})(?P<u>{UNIT}) {_TWO} (?P<b>{N})(?P<v>{UNIT})(?: long)?",
                rf"(?:the )?(?:lengths of )?(?:two|2) (?:of the )?sides of an isosceles triangle (?:are|measure|have lengths?|have length) (?:of )?(?P<a>{N})(?P<u>{UNIT}) {_TWO} (?P<b>{N})(?P<v>{UNIT})(?: long)?",
            ),
            (
                rf"[.,]? {ASK} (?:all )?(?:possible )?(?:(?:values?|lengths?) of )?(?:its |the )?(?P<what>perimeters?|third sides?)(?: of the triangle| be)?",
            ),
        ),
        (
            "right",
            (
                rf"(?:a|one|1) right(?:-angled| angled)? triangle has (?:two |2 )?sides (?:of )?(?:lengths? )?(?:of )?(?P<a>{N})(?P<u>{UNIT}) {_TWO} (?P<b>{N})(?P<v>{UNIT})(?: long)?",
                rf"(?:two|2) (?:of the )?sides of a right(?:-angled| angled)? triangle (?:are|measure|have lengths?|have length) (?:of )?(?P<a>{N})(?P<u>{UNIT}) {_TWO} (?P<b>{N})(?P<v>{UNIT})(?: long)?",
            ),
            (
                rf"[.,]? {ASK} (?:all )?(?:possible )?(?:(?:values?|lengths?) of )?(?:its |the )?third side(?: of the triangle| be)?",
            ),
        ),
    )
    for told in tolds
    for tail in tails
)
_ZIT: Final = (
    r"(?:它的|其|它|这个(?:等腰|直角)?三角形的|该(?:等腰|直角)?三角形的|此(?:等腰)?三角形的|三角形的)?"
)
_ZDO: Final = r",?(?:请)?(?:则|求|那么|问|试求)?"
_ZOPEN: Final = r"(?:已知|若|如果|设)?(?:有)?(?:一个)?"
_ZSIDES: Final = rf"的?(?:其中)?(?:有)?(?:两条?边(?:的)?(?:长)?(?:度)?(?:分别)?(?:是|为|等于)(?P<a>{N})(?P<u>{UNIT})(?:和|,|、|与)(?P<b>{N})(?P<v>{UNIT})|一(?:条)?边(?:的)?长?(?:是|为|等于)(?P<a2>{N})(?P<u2>{UNIT}),另一(?:条)?边(?:的)?长?(?:是|为|等于)(?P<b2>{N})(?P<v2>{UNIT}))"
_CHINESE: Final = (
    (
        "angle",
        rf"{_ZOPEN}等腰三角形(?:的|中|有|中有)?(?:一个|有一个|其中一个|其中有一个)?(?P<told>顶|底)?(?:内)?角(?:的度数)?(?:是|为|等于|=)(?P<a>{N})°{_ZDO}{_ZIT}(?:(?P<others>(?:另外|另|其余|其他|其它|剩下)(?:的)?(?:两个|两|各)?(?:内)?角)|(?:一个|每个|两个)?(?P<asked>顶|底)角){END}",
    ),
    (
        "sides",
        rf"{_ZOPEN}等腰三角形{_ZSIDES}{_ZDO}{_ZIT}(?P<what>周长|第三(?:条)?边)(?:的)?(?:长)?{END}",
    ),
    ("right", rf"{_ZOPEN}直角三角形{_ZSIDES}{_ZDO}{_ZIT}第三(?:条)?边(?:的)?(?:边)?(?:长)?{END}"),
)
_KINDS: Final = {"顶": "apex", "底": "base", "vertex": "apex", "apex": "apex", "top": "apex", "base": "base"}


def read(text: Text) -> Reading:
    """One of the questions, whole."""
    if not re.search(r"(?i)isosceles|right|等腰|直角三角形", text.source) or len(text.source) > 200:
        return None
    found = asks_one_of(plain_line(text), _ENGLISH if text.language == "en" else _CHINESE)
    if found is None:
        return None
    kind, parts = found
    if kind == "angle":
        told = _KINDS.get(parts.get("told") or parts.get("told2") or "", "")
        return _angles(
            sp.Rational(parts["a"]), told, "others" if "others" in parts else _KINDS[parts["asked"]], text.language
        )  # fmt: skip
    a, b = (sp.Rational(parts.get(k) or parts[k + "2"]) for k in "ab")
    units = {(parts.get(k) or parts.get(k + "2") or "").strip() for k in "uv"} - {""}
    if not a or not b or len(units) > 1:
        return None
    if kind == "right":
        return _right(min(a, b), max(a, b), text.language)
    return _sides(min(a, b), max(a, b), parts["what"].startswith(("perimeter", "周长")), text.language)


def _angles(a: sp.Rational, told: str, asked: str, say: Language) -> Reading:
    """The other angles, or one of them, in each case."""
    if not 0 < a < 180 or told == asked or told == "base" and a >= 90:
        return None
    steps, cases, lines = [WORDS["base_equal"].say(say)], list[tuple[sp.Expr, ...]](), list[str]()
    b, c = (180 - a) / 2, 180 - 2 * a
    if told != "base":
        steps.append(WORDS["apex"].say(say, a=said(a), b=said(b)))
        cases.append({"others": (b, b), "base": (b,), "apex": (a,)}[asked])
        lines.append({"others": "(base, base)", "base": "(base,)", "apex": "(a,)"}[asked])
    if told != "apex":
        if a < 90:
            steps.append(WORDS["base"].say(say, a=said(a), c=said(c)))
            case = {"others": tuple(sorted((a, c))), "base": (a,), "apex": (c,)}[asked]
            if case not in cases:
                cases.append(case)
                lines.append({"others": "tuple(sorted((a, top)))", "base": "(a,)", "apex": "(top,)"}[asked])
        else:
            steps.append(WORDS["no_base"].say(say, a=said(a), twice=said(2 * a)))
    source = [f"a = {source_of(a)}"]
    if any("base" in line for line in lines):
        source += [noted(say, "a is at the apex", "a 是顶角"), "base = S(180 - a)/2"]
    if any("top" in line for line in lines):
        source += [noted(say, "a is at the base", "a 是底角"), "top = 180 - 2*a"]
    test = _angle_test(a, told, asked)
    return cases_task(say, steps, (*source, f"({', '.join(lines)},)"), test, WORDS["angles"], WORDS["answer"], r"^\circ")  # fmt: skip


def _angle_test(a: sp.Rational, told: str, asked: str) -> str:
    """All triangles (x, x, 180 - 2x) that have the angle where it is told, against the answer."""
    here = {"": f"{source_of(a)} in (x, 180 - 2*x)", "apex": f"180 - 2*x == {source_of(a)}", "base": f"x == {source_of(a)}"}[told]  # fmt: skip
    rest = (
        f"tuple(sorted((x, 180 - x - {source_of(a)})))" if asked == "others" else "(x,)" if asked == "base" else "(180 - 2*x,)"
    )  # fmt: skip
    candidates = f"({source_of(a)}, (180 - S({source_of(a)}))/2)"
    return f"set(answer) == set({rest} for x in {candidates} if 0 < 2*x < 180 and {here}) and len(answer) == len(set(answer))"  # fmt: skip


def _sides(a: sp.Rational, b: sp.Rational, perimeter: bool, say: Language) -> Reading:
    """The perimeter or the third side for each choice of the legs that makes a triangle."""
    if a == b:
        return None
    steps, cases = [], []
    for leg, base in ((a, b), (b, a)):
        fits = 2 * leg > base
        sign = ">" if fits else "=" if 2 * leg == base else "<"
        value = 2 * leg + base if perimeter else leg
        if fits:
            cases.append((leg, base))
        such = ("a" if fits else "no such") if say == "en" else ("能组成" if fits else "不能组成")
        shown = ""
        if fits:
            shown = (
                f" with perimeter \\({said(leg)}+{said(leg)}+{said(base)}={said(value)}\\)"
                if say == "en"
                else f"，周长为 \\({said(leg)}+{said(leg)}+{said(base)}={said(value)}\\)"
            ) if perimeter else (f" with third side \\({said(leg)}\\)" if say == "en" else f"，第三边为 \\({said(leg)}\\)")  # fmt: skip
        steps.append(
            WORDS["legs"].say(say, leg=said(leg), base=said(base), sign=sign, is_such=such, value=shown)
        )
    two = f"({source_of(a)}, {source_of(b)})"
    what = "2*leg + base" if perimeter else "leg"
    source = (
        noted(
            say, "legs and base; two sides together are longer than the third", "腰和底；两边之和大于第三边"
        ),
        f"pairs = [{two}, ({source_of(b)}, {source_of(a)})]",
        f"tuple(({what},) for leg, base in pairs if 2*leg > base)",
    )
    total = f"{source_of(a)} + {source_of(b)} + third" if perimeter else "third"
    test = f"set(answer) == set(({total},) for third in {two} if abs({source_of(a)} - {source_of(b)}) < third < {source_of(a)} + {source_of(b)}) and len(answer) == len(set(answer))"  # fmt: skip
    return cases_task(say, steps, source, test, WORDS["sides"], WORDS["answer"])


def _right(a: sp.Rational, b: sp.Rational, say: Language) -> Reading:
    """The third side as hypotenuse, and as a leg where the sides differ."""
    long, short = sp.sqrt(a**2 + b**2), sp.sqrt(b**2 - a**2)
    steps = [WORDS["hypotenuse"].say(say, a=said(a), b=said(b), c=said(long))]
    lines = ["sqrt(a**2 + b**2)"]
    if short:
        steps.append(WORDS["leg"].say(say, a=said(a), b=said(b), c=said(short)))
        lines.append("sqrt(b**2 - a**2)")
    else:
        steps.append(WORDS["no_leg"].say(say))
    source = (
        f"a, b = {source_of(a)}, {source_of(b)}",
        noted(say, "the third side as hypotenuse, as a leg", "第三边是斜边；是直角边"),
        f"({', '.join(f'({line},)' for line in lines)},)",
    )
    squares = f"({source_of(a**2)}, {source_of(b**2)}, third[0]**2)"
    test = f"len(answer) == {len(lines)} == len(set(answer)) and all(third[0] > 0 and 2*max{squares} == sum({squares}) for third in answer)"  # fmt: skip
    return cases_task(say, steps, source, test, WORDS["right"], WORDS["answer"])
