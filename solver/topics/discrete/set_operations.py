r"""Intersections, unions, differences and complements of sets of numbers.

Read: sets written out ({1, 2, 3}), as intervals, by a condition ({x | x > 3}), of whole numbers too (x∈Z); A∩B, A∪B, A\B, ∁_U A, and these in words.
Not: unknown elements, subsets and their number, Venn diagrams, families of sets.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse, parse_list, to_sympy
from solver.formula.nodes import Relation, symbols
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, exact_source
from solver.topics.discrete import condition_kinds, inclusions, set_counts, subset_counts
from solver.topics.equations.real_sets import between, links, read_set, set_latex, set_source
from solver.topics.prepared import Prepared

WORDS: Final = {
    "is": Words("The condition says \\({name}={value}\\).", "由条件得 \\({name}={value}\\)。"),
    "&": Words("In the intersection \\({shown}\\) are the elements that are in both: \\[{shown}={value}\\]", "交集 \\({shown}\\) 由同时属于两个集合的元素组成：\\[{shown}={value}\\]"),
    "|": Words("In the union \\({shown}\\) are the elements that are in at least one of them: \\[{shown}={value}\\]", "并集 \\({shown}\\) 由至少属于其中一个集合的元素组成：\\[{shown}={value}\\]"),
    "-": Words("In the difference \\({shown}\\) are the elements of the first that are not in the second: \\[{shown}={value}\\]", "差集 \\({shown}\\) 由属于前者而不属于后者的元素组成：\\[{shown}={value}\\]"),
    "~": Words("In the complement \\({shown}\\) are the elements of \\(U\\) that are not in the set: \\[{shown}={value}\\]", "补集 \\({shown}\\) 由全集 \\(U\\) 中不属于该集合的元素组成：\\[{shown}={value}\\]"),
    "answer": Words("The set is \\({answer}\\).", "所求集合为 \\({answer}\\)。"),
    "method": Words("every element, every end and a number between any two of them was tried", "逐个检验所有元素、端点以及它们之间的数"),
}  # fmt: skip
_SET: Final = re.compile(
    r"(?<![A-Za-z\\_])(?P<name>[A-Z])\s*=\s*(?:\\left\s*)?(?:\\?\{\s*(?P<body>(?:[^{}]|\{[^{}]{0,20}\})*?)\s*(?:\\right\s*)?\\?\}|(?P<interval>[(\[][^()\[\]=]*,[^()\[\]=]*[)\]])|(?P<all>ℝ|\\mathbb\s*\{\s*R\s*\}|R(?![a-z])))"
)
_BUILDER: Final = re.compile(
    r"(?P<x>[a-z])\s*(?:(?:∈|\\in(?![a-z]))\s*(?:\\mathbb\s*\{?\s*)?(?P<of>[RNZℝℕℤ])\s*\}?\s*(?P<positive>\^?\*|_?\+)?)?\s*(?:\||｜|:|\\mid(?![a-z])|\\vert(?![a-z]))\s*(?P<condition>.+)"
)
_OPERATION: Final = re.compile(r"[A-Z()~&|\-\s]*[&|~\-][A-Z()~&|\-\s]*")
_IN_REALS: Final = re.compile(
    r"(?:\\complement|∁)\s*_?\s*\{?\s*(?:\\mathbb\s*\{?\s*)?[Rℝ]\s*\}?\s*\}?\s*(?=[A-Z(])"
)
_SIGNS: Final[tuple[tuple[str, str], ...]] = (
    (r"(?<=[A-Z)])\s*\\\s*(?=[A-Z(])", "-"),
    (r"(?:\\complement|∁|C)\s*_\s*\{?\s*U\s*\}?\s*", "~"),
    (_IN_REALS.pattern, "~"),
    (r"\bthe\s+complement\s+of\s+(?:the\s+set\s+)?([A-Z])(?:\s+(?:in|with\s+respect\s+to|relative\s+to)\s+(?:the\s+universal\s+set\s+)?U)?", r"~\1"),
    (r"\b(?:the\s+)?intersection\s+of\s+(?:the\s+)?(?:sets\s+)?([A-Z])\s+and\s+([A-Z])\b", r"\1&\2"),
    (r"\b(?:the\s+)?union\s+of\s+(?:the\s+)?(?:sets\s+)?([A-Z])\s+and\s+([A-Z])\b", r"\1|\2"),
    (r"\b([A-Z])\s+(?:intersection|intersect(?:ed\s+with)?)\s+([A-Z])\b", r"\1&\2"),
    (r"\b([A-Z])\s+union\s+([A-Z])\b", r"\1|\2"),
    (r"([A-Z])\s*(?:与|和)\s*([A-Z])\s*的交集", r"\1&\2"),
    (r"([A-Z])\s*(?:与|和)\s*([A-Z])\s*的并集", r"\1|\2"),
    (r"([A-Z])\s*(?:在\s*U\s*中)?的补集", r"~\1"),
    (r"\\cap(?![a-z])|∩", "&"), (r"\\cup(?![a-z])|∪", "|"), (r"\\setminus(?![a-z])|\\backslash(?![a-z])", "-"),
)  # fmt: skip
_WORDS: Final = re.compile(
    r"(?i)\b(?:given|let|find|determine|compute|what|is|are|if|the|that|sets?|and|then|with|universal|be|of|for|where|write|in|down|elements?|calculate|values?)\b"
    r"|(?:结果|答案)?用区间(?:形式)?表示|已知|设|若|如果|全集|集合|则|那么|求|计算|写出|为|是|等于|什么|多少|和|与|的|=|\?|[\s,.;:。、$()_]|\\[()\[\],;! ]"
)
MOST: Final = 60
"""Elements that a set of whole numbers may have."""


def read(text: Text) -> Reading:
    """Two or three sets, and one operation on them; or one set inside another."""
    if (logical := condition_kinds.read(text)) is not None:
        return logical
    if (number := subset_counts.read(text, _set_of)) is not None:
        return number
    if (included := inclusions.read(text)) is not None:
        return included
    if (counted := set_counts.read(text)) is not None:
        return counted
    if not re.search(
        r"∩|∪|[A-Z)]\s*\\\s*[A-Z(]|\\cap|\\cup|\\setminus|∁|\\complement|C_|union|intersect|complement|集",
        text.source,
    ):
        return None
    sets, told = dict[str, Any](), dict[str, bool]()
    source = _named(text.source.replace("\\{", "{").replace("\\}", "}"))
    try:
        for match in _SET.finditer(source):
            found = sp.S.Reals if match["all"] else _set_of(match["body"], match["interval"])
            if found is None or match["name"] in sets:
                return None
            sets[match["name"]], told[match["name"]] = (
                found,
                _BUILDER.fullmatch(match["body"] or "") is not None,
            )
    except (FormulaError, TypeError, ValueError, NotImplementedError):
        return None
    rest = _SET.sub(" , ", source)
    for pattern, sign in _SIGNS:
        rest = re.sub(pattern, sign, rest)
    asked = [m for m in _OPERATION.finditer(rest) if re.search(r"[A-Z]", m[0])]
    if not sets or len(asked) != 1:
        return None
    told.setdefault("U", False)
    left = rest[: asked[0].start()] + " " + rest[asked[0].end() :]
    formula = re.sub(r"\s", "", asked[0][0])
    if "~" in formula and _IN_REALS.search(source) and sets.setdefault("U", sp.S.Reals) is not sp.S.Reals:
        return None
    if _WORDS.sub("", left) or not set(re.findall("[A-Z]", formula)) <= set(sets):
        return None
    tree = _tree(formula)
    if tree is None or ("~" in formula and "U" not in sets):
        return None
    return _task(tree, sets, told, text.language)


_BARE: Final = re.compile(
    r"(?P<a>[(\[][^()\[\]=∩∪]{1,24},[^()\[\]=∩∪]{1,24}[)\]]|\{[^{}|:=]{1,80}\})\s*(?P<op>∩|∪|\\cap(?![a-z])|\\cup(?![a-z]))\s*(?P<b>[(\[][^()\[\]=∩∪]{1,24},[^()\[\]=∩∪]{1,24}[)\]]|\{[^{}|:=]{1,80}\})"
    r"|(?:the\s+)?(?P<word>union|intersection)\s+of\s+(?:the\s+)?(?:intervals\s+|sets\s+)?\$?(?P<c>[(\[][^()\[\]=]{1,24},[^()\[\]=]{1,24}[)\]]|\{[^{}|:=]{1,80}\})\$?\s+and\s+\$?(?P<d>[(\[][^()\[\]=]{1,24},[^()\[\]=]{1,24}[)\]]|\{[^{}|:=]{1,80}\})\$?"
)
"""Two sets that have no names."""


def _named(source: str) -> str:
    """The text with names for the two sets of `[1,4]∩(2,6)`."""
    if re.search(r"(?<![A-Za-z\\])[A-Z]\s*=", source) or len(_BARE.findall(source)) != 1:
        return source

    def name(match: re.Match[str]) -> str:
        one, other = match["a"] or match["c"], match["b"] or match["d"]
        union = match["word"] == "union" or (match["op"] or "") in ("∪", r"\cup")
        return f"A{'∪' if union else '∩'}B, A={one}, B={other}"

    return _BARE.sub(name, source)


def _set_of(body: str | None, interval: str | None) -> Any:
    """A set of real numbers from what stands in its brackets."""
    if interval is not None:
        return read_set(interval, "x")
    assert body is not None
    builder = _BUILDER.fullmatch(body)
    if builder is None:
        if not body.strip():
            return sp.S.EmptySet
        elements = [to_sympy(node) for node in parse_list(body)]
        known = all(isinstance(v, sp.Expr) and v.is_real and not v.free_symbols for v in elements)
        return sp.FiniteSet(*elements) if known else None
    found = _satisfying(builder["condition"].strip(" ,"), builder["x"])
    of, mark = builder["of"] or "R", builder["positive"] or ""
    if "*" in mark and of not in "Nℕ":
        return None  # without zero, or the positive ones: books differ
    return found if found is None else _whole(found, of, positive=bool(mark))


def _satisfying(condition: str, x: str) -> Any:
    """The real numbers with x for which the condition holds: an equation, an inequality, several of them."""
    simple = read_set(condition, x)
    if simple is not None:
        return simple
    node = parse(condition)
    real = sp.Symbol(x, real=True)
    if not isinstance(node, Relation) or symbols(node) != {x}:
        return None
    parts = [Relation((sign,), (a, b)) for a, sign, b in links(node)] or [node]
    found = list[Any]()
    for part in parts:
        left, right = (sp.expand(to_sympy(side, {x: real})) for side in part.sides)
        poly = sp.Poly(left - right, real)
        if poly.degree() > 2 or not all(c.is_Rational for c in poly.coeffs()):
            return None
        if part.signs == ("=",):
            found.append(sp.FiniteSet(*(r for r in sp.roots(poly) if r.is_real)))
        elif part.signs[0] in ("<", ">", "<=", ">="):
            found.append(to_sympy(part, {x: real}).as_set())
        else:
            return None
    return sp.Intersection(*found)


def _whole(found: Any, of: str, *, positive: bool) -> Any:
    """Only the whole numbers of a set, where its words say so; None where these are without end."""
    if of in "Rℝ":
        return sp.Intersection(found, sp.Interval.open(0, sp.oo)) if positive else found
    if positive or of in "Nℕ":
        found = sp.Intersection(found, sp.Interval(1 if positive else 0, sp.oo))
    if found is sp.S.EmptySet:
        return found
    low, high = sp.ceiling(found.inf), sp.floor(found.sup)
    if low.is_infinite or high.is_infinite or high - low > MOST:
        return None
    return sp.FiniteSet(*(n for n in range(low, high + 1) if n in found))


def _tree(formula: str) -> Any:
    """("&", "A", ("~", "B")) for A&~B; None where brackets are missing or wrong."""
    tokens = list(formula)

    def one() -> Any:
        token = tokens.pop(0) if tokens else ""
        if token == "~":
            inner = one()
            return None if inner is None else ("~", inner)
        if token == "(":
            inner = both()
            return inner if tokens and tokens.pop(0) == ")" else None
        return token if token.isalpha() else None

    def both() -> Any:
        left, sign = one(), ""
        while left is not None and tokens and tokens[0] in "&|-":
            if sign and (tokens[0] != sign or sign == "-"):
                return None
            sign = tokens.pop(0)
            right = one()
            left = None if right is None else (sign, left, right)
        return left

    found = both()
    return None if tokens or isinstance(found, str) else found


def _task(tree: Any, sets: Mapping[str, Any], told: Mapping[str, bool], say: Language) -> Reading:
    steps = [
        WORDS["is"].say(say, name=n, value=set_latex(s))
        for n, s in sets.items()
        if told[n] and n in _names(tree)
    ]
    worked = list[str]()
    value = _worked(tree, sets, worked, say)
    if value is None or set_latex(value) is None:
        return None
    names = sorted(_names(tree))
    ends = sorted({e for n in names for e in sets[n].boundary}, key=lambda e: float(e))
    points = sorted({*ends, *between(ends)}, key=lambda e: float(e))
    lines = [f"{n} = {set_source(sets[n])}" for n in names]
    tests = (
        "answer = answer if isinstance(answer, Set) else FiniteSet(*answer)",
        *lines,
        f"points = {exact_source(points)}",
        f"same = all((p in answer) == bool({_membership(tree)}) for p in points)",
        "bool(same and answer.boundary.is_subset(FiniteSet(*points)))",
    )
    return Prepared(
        say,
        (*steps, *worked),
        cell(*lines, _python(tree)),
        tests,
        WORDS["method"],
        sentence=WORDS["answer"],
        shown=_shown,
        given=lambda answer: read_set(answer, "x"),
    )


def _names(tree: Any) -> set[str]:
    if isinstance(tree, str):
        return {tree}
    inner = set[str]().union(*map(_names, tree[1:]))
    return inner | {"U"} if tree[0] == "~" else inner


def _worked(tree: Any, sets: Mapping[str, Any], steps: list[str], say: Language) -> Any:
    """The set, with a step for each operation."""
    if isinstance(tree, str):
        return sets[tree]
    parts = [_worked(part, sets, steps, say) for part in tree[1:]]
    value = {
        "&": lambda: sp.Intersection(*parts),
        "|": lambda: sp.Union(*parts),
        "-": lambda: sp.Complement(*parts),
        "~": lambda: sp.Complement(sets["U"], *parts),
    }[tree[0]]()
    shown = set_latex(value)
    if shown is None:
        return None
    steps.append(WORDS[tree[0]].say(say, shown=_latex(tree), value=shown))
    return value


def _latex(tree: Any) -> str:
    if isinstance(tree, str):
        return tree
    parts = [
        _latex(p) if isinstance(p, str) or p[0] == "~" else rf"\left({_latex(p)}\right)" for p in tree[1:]
    ]
    if tree[0] == "~":
        return rf"\complement_U {parts[0]}"
    return {"&": r"\cap ", "|": r"\cup ", "-": r"\setminus "}[tree[0]].join(parts)


def _python(tree: Any) -> str:
    if isinstance(tree, str):
        return tree
    parts = [_python(p) if isinstance(p, str) else f"({_python(p)})" for p in tree[1:]]
    return f"U - {parts[0]}" if tree[0] == "~" else f" {tree[0]} ".join(parts)


def _membership(tree: Any) -> str:
    if isinstance(tree, str):
        return f"(p in {tree})"
    parts = [_membership(p) for p in tree[1:]]
    if tree[0] == "~":
        return f"((p in U) and not {parts[0]})"
    if tree[0] == "-":
        return f"({parts[0]} and not {parts[1]})"
    return f"({(' and ' if tree[0] == '&' else ' or ').join(parts)})"


def _shown(value: Any) -> str | None:
    if isinstance(value, set | frozenset | list | tuple):
        value = sp.FiniteSet(*value)
    return set_latex(value) if isinstance(value, sp.Set) else None
