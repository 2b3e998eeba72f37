"""A line parallel to a side of a triangle: the small triangle is similar to the whole one, so three ratios are equal.

Read: △ABC中，DE∥BC，AD=2，DB=3，DE=4，求BC (D on AB, E on AC, as the order of the letters says and the figure shows). Not: perimeters, several parallels.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import clauses, number, table, without_dollars
from solver.topics.prepared import Prepared

WORDS: Final = {
    "similar": Words("\\({D}{E}\\parallel {B}{C}\\), so the triangles \\({A}{D}{E}\\) and \\({A}{B}{C}\\) have equal angles and are similar: \\[\\frac{{{A}{D}}}{{{A}{B}}}=\\frac{{{A}{E}}}{{{A}{C}}}=\\frac{{{D}{E}}}{{{B}{C}}}\\]", "因为 \\({D}{E}\\parallel {B}{C}\\)，所以 \\(\\triangle {A}{D}{E}\\sim\\triangle {A}{B}{C}\\)，于是 \\[\\frac{{{A}{D}}}{{{A}{B}}}=\\frac{{{A}{E}}}{{{A}{C}}}=\\frac{{{D}{E}}}{{{B}{C}}}\\]"),
    "ratio": Words("What is told gives this ratio: \\(k={told}={k}\\).", "由已知条件，相似比 \\(k={told}={k}\\)。"),
    "found": Words("So \\({asked}={formula}={value}\\).", "所以 \\({asked}={formula}={value}\\)。"),
    "areas": Words("The areas of similar triangles are as the squares of their sides: \\(k^2={value}\\).", "相似三角形的面积比等于相似比的平方：\\(k^2={value}\\)。"),
    "code": Words("the ratio of the small triangle to the whole one", "小三角形与大三角形的相似比"),
    "answer": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
    "method": Words("all lengths were computed with this answer, and the three ratios compared", "由这个答案求出各线段，比较三个比值"),
}  # fmt: skip
_S: Final = r"(?-i:(?P<{0}>[A-Z]{{2}}))"
_U: Final = r"(?: ?(?:cm|m|mm|厘米|米))?"
_TABLE: Final = table({
    "triangle": (r"(?:as shown(?: in the figure)?,? ?)?(?:in )?(?:the )?(?:triangle|△|\\triangle) ?(?-i:(?P<t>[A-Z]{3}))(?:,? ?(?:points? )?(?-i:[A-Z]) (?:lies |is )?on (?:side )?(?-i:[A-Z]{2})(?: and|,) ?(?:point )?(?-i:[A-Z]) (?:lies |is )?on (?:side )?(?-i:[A-Z]{2})(?: (?:with|such that|so that) (?-i:(?P<p>[A-Z]{2})) ?(?:∥|//|\\parallel|‖|is parallel to|\|\|) ?(?-i:(?P<q>[A-Z]{2})))?)?",
                 r"(?:如图,?)?(?:在)?(?:三角形|△|\\triangle) ?(?-i:(?P<t>[A-Z]{3}))中?", r"(?:点)?(?-i:[A-Z]、?,?[A-Z])(?:两点)?分别(?:在|是)(?:边)?(?-i:[A-Z]{2}、?,?[A-Z]{2})(?:边)?上?(?:的点|的两点)?", r"如图"),
    "parallel": (r"(?-i:(?P<p>[A-Z]{2})) ?(?:∥|//|\\parallel|‖|平行于|is parallel to|\|\|) ?(?-i:(?P<q>[A-Z]{2}))",),
    "length": (rf"(?:given(?: that)? )?{_S.format('a')} ?= ?<v>{_U}",),
    "ratio": (rf"{_S.format('a')} ?[:：∶/] ?{_S.format('b')} ?= ?<m> ?[:：∶/] ?<n>", rf"\\[dt]?frac\{{{_S.format('a')}\}}\{{{_S.format('b')}\}} ?= ?<v>", rf"{_S.format('a')} ?/ ?{_S.format('b')} ?= ?<v>"),
    "ask": (rf"(?:find|calculate|determine|work out|what is) (?:the length of )?{_S.format('w')}", rf"(?:求|则|那么)?(?:线段)?{_S.format('w')}(?:的长度?|=\?|等于|是|为)?(?:多少)?"),
    "ask_areas": (r"(?:求|则)?(?:△|三角形)(?-i:(?P<x>[A-Z]{3}))[与和](?:△|三角形)(?-i:(?P<y>[A-Z]{3}))的?面积(?:之)?比(?:是|为)?(?:多少)?", r"(?:find|what is) the ratio of the areas? of (?:triangles? |△)?(?-i:(?P<x>[A-Z]{3})) (?:to|and) (?:that of )?(?:triangle |△)?(?-i:(?P<y>[A-Z]{3}))"),
})  # fmt: skip


def read(text: Text) -> Reading:
    """A triangle, a parallel to a side, lengths, and one that is asked for."""
    if not re.search(r"∥|//|\\parallel|‖|平行|parallel|\|\|", text.source):
        return None
    source = without_dollars(text.source)
    found = clauses(source, _TABLE)
    if isinstance(found, str):
        return None
    parallels = [s for s in found if "p" in s.values]
    triangles = [s for s in found if "t" in s.values]
    asks = [s for s in found if s.kind.startswith("ask")]
    if not (len(parallels) == len(triangles) == len(asks) == 1):
        return None
    names = _names(triangles[0].values["t"], parallels[0].values)
    if names is None:
        return None
    lengths = {frozenset(s.values["a"]): number(s.values["v"]) for s in found if s.kind == "length"}
    ratios = [
        (frozenset(s.values["a"]), frozenset(s.values["b"]), number(s.values["m"]) / number(s.values["n"]) if "m" in s.values else number(s.values["v"]))
        for s in found if s.kind == "ratio"
    ]  # fmt: skip
    if len(lengths) != sum(s.kind == "length" for s in found):
        return None
    asked = asks[0].values.get("w")
    pair = (asks[0].values.get("x"), asks[0].values.get("y"))
    return _task(names, lengths, ratios, asked, pair, text.language)


def _names(triangle: str, parallel: Mapping[str, str]) -> dict[str, str] | None:
    """The letters by their parts: A the apex, B and C the side, D on AB, E on AC."""
    small, side = parallel["p"], parallel["q"]
    if set(small) <= set(triangle):
        small, side = side, small
    if not set(side) <= set(triangle) or set(small) & set(triangle) or len(set(triangle)) != 3 or len(set(small)) != 2:  # fmt: skip
        return None
    (apex,) = set(triangle) - set(side)
    return {"A": apex, "B": side[0], "C": side[1], "D": small[0], "E": small[1]}


def _task(
    names: dict[str, str],
    lengths: dict[frozenset[str], sp.Rational],
    ratios: list[tuple[frozenset[str], frozenset[str], sp.Rational]],
    asked: str | None,
    pair: tuple[str | None, str | None],
    say: Language,
) -> Prepared | None:
    k, x, y, z = sp.symbols("k x y z", positive=True)  # AD/AB, AB, AC, BC
    parts = {
        "AD": k * x,
        "DB": (1 - k) * x,
        "AB": x,
        "AE": k * y,
        "EC": (1 - k) * y,
        "AC": y,
        "DE": k * z,
        "BC": z,
    }
    known = {frozenset(names[c] for c in name): value for name, value in parts.items()}
    if not {*lengths, *(s for a, b, _ in ratios for s in (a, b))} <= set(known):
        return None
    equations = [known[s] - v for s, v in lengths.items()]
    equations += [known[a] - v * known[b] for a, b, v in ratios]
    if any(v <= 0 for v in lengths.values()) or any(v <= 0 for _, _, v in ratios) or len(equations) > 3:
        return None
    if asked is not None:
        target = known.get(frozenset(asked))
        if target is None or frozenset(asked) in lengths:
            return None
    else:
        triangles = {frozenset(names[c] for c in "ADE"): k**2, frozenset(names[c] for c in "ABC"): sp.S.One}
        small, whole = (triangles.get(frozenset(t or "")) for t in pair)
        if small is None or whole is None or small == whole:
            return None
        target = small / whole
    unknowns = [u for u in (k, x, y, z) if any(e.has(u) for e in equations)]
    w = sp.Symbol("w", positive=True)
    solved = sp.solve([*equations, w - target], [*unknowns, w], dict=True)
    values = {s[w] for s in solved if w in s and not s[w].free_symbols and s.get(k, sp.Rational(1, 2)) < 1}
    shapes = {s[k] for s in solved if k in s and not s[k].free_symbols}
    if len(values) != 1 or len(shapes) != 1 or len(equations) > len(unknowns):
        return None
    (value,), (shape,) = values, shapes
    steps = [WORDS["similar"].say(say, **names), WORDS["ratio"].say(say, told=_from(names, lengths, ratios), k=latex(shape))]  # fmt: skip
    if asked is None:
        steps.append(WORDS["areas"].say(say, value=latex(shape**2)))
    else:
        steps.append(WORDS["found"].say(say, asked=asked, formula=_formula(asked, names, lengths), value=latex(value)))  # fmt: skip
    told = f"told = {exact_source(equations)}"
    source = cell(
        'k, x, y, z, w = symbols("k x y z w", positive=True)',
        comment(WORDS["code"].say(say)),
        told,
        f"found = solve([*told, w - ({exact_source(target)})], {exact_source([*unknowns, w])}, dict=True)",
        "[s[w] for s in found if s.get(k, 0) < 1][0]",
    )
    tests = (
        'k, x, y, z = symbols("k x y z", positive=True)',
        told,
        f"with_answer = [*told, {exact_source(target)} - answer]",
        f"found = solve(with_answer, {exact_source(unknowns)}, dict=True)",
        "bool(answer > 0 and any(0 < s.get(k, Rational(1, 2)) < 1 and all(simplify(e.subs(s)) == 0 for e in told) for s in found))",
    )
    return Prepared(say, tuple(steps), source, tests, WORDS["method"], WORDS["answer"])


def _from(
    names: dict[str, str],
    lengths: dict[frozenset[str], sp.Rational],
    ratios: list[tuple[frozenset[str], frozenset[str], sp.Rational]],
) -> str:
    """How the ratio follows: of two pieces of one side, or of the parallel sides."""
    A, B, C, D, E = (names[c] for c in "ABCDE")
    for first, rest, whole in ((A + D, D + B, A + B), (A + E, E + C, A + C)):
        told = [
            frozenset(s) in lengths or any(frozenset(s) in r[:2] for r in ratios)
            for s in (first, rest, whole)
        ]
        if told[0] and told[2]:
            return rf"\frac{{{first}}}{{{whole}}}"
        if told[0] and told[1]:
            return rf"\frac{{{first}}}{{{first}+{rest}}}"
        if told[1] and told[2]:
            return rf"\frac{{{whole}-{rest}}}{{{whole}}}"
    return rf"\frac{{{D}{E}}}{{{B}{C}}}"


def _formula(asked: str, names: dict[str, str], lengths: dict[frozenset[str], sp.Rational]) -> str:
    """The asked length by another one of its line and k, where that is told."""
    by_part = {
        frozenset(names[c] for c in name): name for name in ("AD", "DB", "AB", "AE", "EC", "AC", "DE", "BC")
    }
    part = by_part[frozenset(asked)]
    lines = (("AD", "DB", "AB"), ("AE", "EC", "AC"), ("DE", "", "BC"))
    small, rest, whole = next(line for line in lines if part in line)

    def named(name: str) -> str | None:
        letters = "".join(names[c] for c in name)
        return letters if name and frozenset(letters) in lengths else None

    s, r, w = named(small), named(rest), named(whole)
    if part == small:
        return f"k\\cdot {w}" if w else f"\\frac{{k}}{{1-k}}\\cdot {r}" if r else asked
    if part == rest:
        return f"(1-k)\\cdot {w}" if w else f"\\frac{{1-k}}{{k}}\\cdot {s}" if s else asked
    return f"{s}\\div k" if s else f"{r}\\div (1-k)" if r else asked
