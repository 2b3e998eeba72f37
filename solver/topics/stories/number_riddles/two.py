"""Two numbers of which two things are told: sum, difference, product, sums of squares, or one by the other.

All pairs of real numbers that fit are found; what is asked has to be the same for all of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import Node, parse, to_latex, to_python, to_sympy
from solver.formula.nodes import Relation, Symbol, with_children
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader.numerals import in_digits
from solver.topics.base import Conclusion, Reading, Solution, Task, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.stories.number_riddles.phrases import NUMBER

WORDS: Final = {
    "let": Words("Let \\(x\\) be the larger number and \\(y\\) the smaller one. Then \\[{equations}\\]", "设较大的数为 \\(x\\)，较小的数为 \\(y\\)，则 \\[{equations}\\]"),
    "let_one": Words("Let \\(x\\) be the one number and \\(y\\) the other. Then \\[{equations}\\]", "设一个数为 \\(x\\)，另一个数为 \\(y\\)，则 \\[{equations}\\]"),
    "express": Words("Express \\(x={put}\\) and put it into the other equation: \\[{inserted}\\] In order, this is \\[{rest}=0\\]", "由其中的一次方程得 \\(x={put}\\)，代入另一个方程：\\[{inserted}\\] 整理得 \\[{rest}=0\\]"),
    "roots": Words("Its solutions, and what \\(x\\) is for each: {pairs}.", "解得 {pairs}。"),
    "found": Words("So the numbers are \\({larger}\\) and \\({smaller}\\).", "所以这两个数是 \\({larger}\\) 和 \\({smaller}\\)。"),
    "several": Words("These pairs fit: {pairs}. What is asked is the same for all of them.", "符合条件的有：{pairs}，所求的结果都一样。"),
    "value": Words("Work out what is asked: \\[{chain}\\]", "计算所求：\\[{chain}\\]"),
    "order": Words("the smaller and the larger number", "较小的数和较大的数"),
    "answer": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
    "claim": Words("\\({answer}\\) is what is asked for of the two numbers", "\\({answer}\\) 是这两个数的所求"),
    "method": Words("put the numbers back into both statements and worked out what is asked once more", "把两个数代回两个条件检验，再重新计算所求"),
}  # fmt: skip
_N: Final = rf"-?{NUMBER}(?![\d/]|\.\d|%)"
_ADJECTIVES: Final = r"(?:(?:positive|real|whole|distinct|different)\s+)*"
_TWO: Final = rf"(?:of|between)\s+(?:the\s+|these\s+)?(?:2\s+)?{_ADJECTIVES}(?:numbers|integers)"
_KIND: Final = r"(?P<kind>(?:sum|difference|product)(?:\s+of\s+(?:their\s+squares|the\s+squares\s+of\s+(?:the|these)\s+(?:2\s+)?numbers|the\s+squares))?)"
_OF: Final = rf"(?:\s+(?:{_TWO}|of\s+the\s+numbers))?"
_FACT: Final = re.compile(
    rf"(?:the\s+|their\s+|if\s+|whose\s+|and\s+|have\s+an?\s+)*(?:positive\s+)?{_KIND}{_OF}\s+(?:is|are|was|equals|of|is\s+equal\s+to)\s+(?P<n>{_N})"
)
_IS: Final = re.compile(
    rf"(?:the\s+)?(?P<which>larger|greater|bigger|smaller|lesser)(?:\s+(?:number|1))?\s+is\s+(?P<n>{_N})"
)
_BY: Final = re.compile(
    rf"(?:1\s+(?:of\s+(?:the|2)\s+(?:2\s+)?)?(?:number|integer)s?|1|the\s+(?P<big>larger|smaller)(?:\s+number)?)\s+is\s+(?:(?P<n>{NUMBER})\s+(?P<op>more|less|greater)\s+than\s+)?(?:(?P<k>{NUMBER})\s+times\s+(?:as\s+(?:large|big|great|much)\s+as\s+|of\s+)?|(?P<w>twice|double|half(?:\s+of)?)\s+)?(?:the\s+other|another|the\s+2nd|the\s+smaller|the\s+larger)(?:\s+(?:1|number|integer))?"
)
_ASKED: Final = (
    ("both", r"them|(?:the\s+|these\s+|both\s+)?(?:2\s+)?(?:numbers|integers)"),
    ("larger", r"the\s+(?:larger|greater|bigger|largest)(?:\s+(?:number|integer|1))?(?:\s+of\s+(?:the|these)\s+(?:2\s+)?(?:numbers|integers))?"),
    ("smaller", r"the\s+(?:smaller|lesser|smallest)(?:\s+(?:number|integer|1))?(?:\s+of\s+(?:the|these)\s+(?:2\s+)?(?:numbers|integers))?"),
    ("square_of_difference", r"the\s+square\s+of\s+their\s+difference"),
    ("absolute", rf"the\s+absolute\s+value\s+of\s+(?:the|their)\s+difference{_OF}"),
    ("kind", rf"(?:the|their)\s+(?:positive\s+|absolute\s+)?{_KIND}{_OF}"),
)  # fmt: skip
_ASK: Final = re.compile(
    r"(?:then\s+)?(?:what\s+(?:is|are)|find|determine|calculate|compute)\s+(?:the\s+value\s+of\s+)?(?P<what>.+)"
)
_REWORDED: Final = (
    (r"\bfind 2 ((?:\w+ )?)(numbers|integers) whose ([^.?]+?)[.?]?$", r"the \3. find the numbers"),
    (
        r"\b2 ((?:\w+ )?)(numbers|integers) have an? (sum|difference|product) of (.+?) and an? (sum|difference|product) of ",
        r"their \3 is \4 and their \5 is ",
    ),
    (r"\band whose\b", "and their"),
    (r"\bthe (larger|smaller) of 2 (?:numbers|integers)\b", r"the \1 number"),
)
"""Turns of phrase, and plainer ones that mean the same."""
_TOLD_LAST: Final = re.compile(r"(?:then\s+)?(?P<what>.+?)\s+is\s*:?")
_ZFACT: Final = re.compile(
    rf"(?:它们|两个?数|2个?数|这两个?数|这2个?数)?的?(?P<kind>平方和|平方差|和|差|积|乘积)(?:是|为|等于)(?P<n>{_N})"
)
_ZASKED: Final = {
    "larger": r"(?:较大|大的?)的?(?:那个?)?数", "smaller": r"(?:较小|小的?)的?(?:那个?)?数", "both": r"(?:这|那)?[两2]个?数(?:各|分别)?",
    "sum": r"(?:它们|这[两2]个?数)?的?和", "difference": r"(?:它们|这[两2]个?数)?的?差", "product": r"(?:它们|这[两2]个?数)?的?乘?积", "squares": r"(?:它们|这[两2]个?数)?的?平方和",
}  # fmt: skip
_ZKINDS: Final = {
    "和": "sum",
    "差": "difference",
    "积": "product",
    "乘积": "product",
    "平方和": "squares",
    "平方差": "square_difference",
}
_FORMS: Final = {
    "sum": "x+y", "difference": "x-y", "product": "xy", "squares": "x^2+y^2", "square_difference": "x^2-y^2", "larger": "x", "smaller": "y",
    "square_of_difference": "(x-y)^2", "absolute": "x-y",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """Equations in x and y, what is asked, whether both are positive or whole, and whether x is the larger number."""

    equations: tuple[str, ...]
    asked: str
    positive: bool
    whole: bool
    ordered: bool


def told_in(text: Text) -> Told | None:
    """What the text tells, where all of it was read."""
    return _chinese(text.source) if text.language == "zh" else _english(text.source)


def _kind(words: str) -> str:
    if "square" in words:
        return {"sum": "squares", "difference": "square_difference"}.get(words.split()[0], "")
    return words


def _english(source: str) -> Told | None:
    source = " ".join(in_digits(re.sub(r"\$|\\[()]", "", source)).lower().split())
    source = re.sub(r"\btwo\b", "2", re.sub(r"\bone\b", "1", source))
    spoken = source
    for pattern, plain in _REWORDED:
        spoken = re.sub(pattern, plain, spoken)
    clauses = [c.strip() for c in re.split(r"(?<!\d)[.?,;]|[.?,;](?!\d)", spoken) if c.strip()]
    asked, equations, ordered = "", list[str](), False
    for clause in clauses:
        question = _ASK.fullmatch(clause) or (_TOLD_LAST.fullmatch(clause) if clause is clauses[-1] else None)
        if question and not asked:
            asked = _asked(question["what"])
            if not asked:
                return None
            continue
        if re.fullmatch(
            r"(?:there\s+are\s+)?(?:i\s+am\s+thinking\s+of\s+)?2\s+(?:positive\s+)?(?:numbers|integers)",
            clause,
        ):
            continue
        for part in re.split(
            r"\s+and\s+(?=the\s|their\s|1\s)", re.sub(r"^(?:and|if|suppose|given that)\s+", "", clause)
        ):
            if found := _FACT.fullmatch(part):
                form = _FORMS.get(_kind(found["kind"]), "")
                if not form:
                    return None
                equations.append(f"{form}={found['n']}")
            elif found := _IS.fullmatch(part):
                equations.append(f"{'y' if found['which'] in ('smaller', 'lesser') else 'x'}={found['n']}")
            elif found := _BY.fullmatch(part):
                equations.append(_by(found))
                ordered = ordered or not found["big"]
            else:
                return None
    if not asked or len(equations) != 2:
        return None
    about = re.search(
        r"2\s+(?:\w+\s+){0,2}(?:numbers|integers)|another|the other|the smaller|the larger", source
    )
    return (
        Told(
            tuple(equations), asked, "positive" in _before_question(source), "integers" in source, not ordered
        )
        if about
        else None
    )


def _before_question(source: str) -> str:
    return re.sub(r"positive\s+difference", "difference", source)


def _asked(words: str) -> str:
    for name, pattern in _ASKED:
        found = re.fullmatch(pattern, words.strip())
        if found:
            return _kind(found["kind"]) if name == "kind" else name
    return ""


def _by(found: re.Match[str]) -> str:
    one, other = ("y", "x") if found["big"] == "smaller" else ("x", "y")
    factor = found["k"] or {
        "twice": "2",
        "double": "2",
        "half": "\\frac{1}{2}",
        "half of": "\\frac{1}{2}",
    }.get(found["w"] or "", "")
    right = f"{factor}{other}"
    if found["n"]:
        right += ("-" if found["op"] == "less" else "+") + found["n"]
    return f"{one}={right}"


def _chinese(source: str) -> Told | None:
    source = re.sub(r"[\s$]|^(?:已知|如果|若)", "", in_digits(source))
    clauses = [c for c in re.split(r"[,;。?]|[.](?!\d)", source) if c and not re.fullmatch("_+", c)]
    asked, equations = "", list[str]()
    for clause in clauses:
        question = re.fullmatch(
            r"(?:那么|则|问|请问|求|求出)*(?P<what>.+?)(?:是多少|是几|为多少|等于多少|各是多少|分别是多少|是)?",
            clause,
        )
        name = next((n for n, p in _ZASKED.items() if question and re.fullmatch(p, question["what"])), "")
        if name and not asked and clause is clauses[-1]:
            asked = name
        elif found := _ZFACT.fullmatch(
            re.sub(r"^(?:有)?(?:[两2]个(?:正)?数)(?=的?[和差积平乘])", "", re.sub("^且", "", clause))
        ):
            equations.append(f"{_FORMS[_ZKINDS[found['kind']]]}={found['n']}")
        else:
            return None
    if not asked or len(equations) != 2 or not re.search("[两2]个?正?数", source):
        return None
    return Told(tuple(equations), asked, "正数" in source, whole=False, ordered=True)


def read(text: Text) -> Reading:
    """Two statements about two numbers, and a question."""
    told = told_in(text)
    if told is None or len(set(told.equations)) != 2:
        return None
    relations = tuple(r for r in map(parse, told.equations) if isinstance(r, Relation))
    pairs = _pairs(relations, told)
    if not pairs:
        return None
    if not all(_holds(relations, b, a) or (not told.ordered and _holds(relations, a, b)) for a, b in pairs):
        return None  # the larger number has the smaller square: "their difference" could be meant either way
    results = {_result(told.asked, pair) for pair in pairs}
    if len(results) != 1:
        return None
    system = ", ".join(f"\\({e}\\)" for e in told.equations)
    from solver.topics import read_text

    inner = read_text(
        Text(Words("Solve the system {s}", "解方程组{s}").say(text.language, s=system), text.language)
    )
    return (
        None if isinstance(inner, Unread) else TwoNumbers(told, relations, tuple(pairs), inner, text.language)
    )


def _pairs(relations: tuple[Relation, ...], told: Told) -> list[tuple[sp.Expr, sp.Expr]]:
    """All pairs (smaller, larger) that fit, however the two numbers are named."""
    x, y = sp.symbols("x y", real=True)
    found = set[tuple[sp.Expr, sp.Expr]]()
    for swapped in (False, True):
        equations = []
        for relation, text in zip(relations, told.equations, strict=True):
            left, right = (to_sympy(side, {"x": x, "y": y}) for side in relation.sides)
            is_difference = text.startswith(("x-y=", "x^2-y^2="))
            equations.append((-left if swapped and is_difference else left) - right)
        for solution in sp.solve(equations, [x, y], dict=True):
            a, b = solution.get(x), solution.get(y)
            if a is None or b is None or a.free_symbols or b.free_symbols:
                return []
            if told.ordered and any(e.startswith(("x=", "y=")) for e in told.equations) and a < b:
                continue  # "the larger number is twice the smaller"
            found.add((b, a) if a > b else (a, b))
    fitting = [
        p
        for p in found
        if not (told.positive and p[0] <= 0) and not (told.whole and not all(n.is_integer for n in p))
    ]
    return sorted(fitting, key=lambda p: float(p[1]), reverse=True)


def _holds(relations: tuple[Relation, ...], x: sp.Expr, y: sp.Expr) -> bool:
    values = {"x": x, "y": y}
    return all(
        sp.simplify(to_sympy(r.sides[0], values) - to_sympy(r.sides[1], values)) == 0 for r in relations
    )


def _inserted(node: Node, put: Node) -> Node:
    if isinstance(node, Symbol):
        return put if node.name == "x" else node
    return with_children(node, lambda child: _inserted(child, put))


def _result(asked: str, pair: tuple[sp.Expr, sp.Expr]) -> Any:
    smaller, larger = pair
    if asked == "both":
        return pair
    value = to_sympy(parse(_FORMS[asked]), {"x": larger, "y": smaller})
    return sp.simplify(abs(value) if asked == "square_difference" else value)


@dataclass(frozen=True, slots=True)
class TwoNumbers:
    """`pairs` (smaller, larger) are all that fit `relations`; `inner` solves these as a system."""

    told: Told
    relations: tuple[Relation, ...]
    pairs: tuple[tuple[sp.Expr, sp.Expr], ...]
    inner: Task
    language: Language

    def solution(self) -> Solution:
        """The system, the numbers, and what is asked of them."""
        say, told, (smaller, larger) = self.language, self.told, self.pairs[0]
        equations = r"\begin{cases}" + r"\\".join(map(to_latex, self.relations)) + r"\end{cases}"
        first = WORDS["let" if told.ordered else "let_one"].say(say, equations=equations)
        steps = [first, *(self._substituted() or self.inner.solution().steps[1:])]
        if len(self.pairs) == 1:
            steps.append(WORDS["found"].say(say, larger=exact_latex(larger), smaller=exact_latex(smaller)))
        else:
            shown = ", ".join(f"\\({exact_latex(b)},\\ {exact_latex(a)}\\)" for a, b in self.pairs)
            steps.append(WORDS["several"].say(say, pairs=shown))
        if told.asked not in ("both", "larger", "smaller"):
            chain = f"{self._shown(exact_latex(larger), exact_latex(smaller))}={exact_latex(_result(told.asked, self.pairs[0]))}"
            steps.append(WORDS["value"].say(say, chain=chain))
        lines = [f"Eq({to_python(r.sides[0])}, {to_python(r.sides[1])})," for r in self.relations]
        conditions = ["min(p.values()) > 0"] if told.positive else []
        by = [e for e in told.equations if e.startswith(("x=", "y="))]
        conditions += ["p[x] >= p[y]"] if told.ordered and by else []
        chosen = f"pairs = [p for p in pairs if {' and '.join(conditions)}]" if conditions else None
        source = [
            "pairs = solve([", *(f"    {line}" for line in lines), "], [x, y], dict=True)", *([chosen] if chosen else []),
            comment(WORDS["order"].say(say)), "smaller, larger = sorted(pairs[0].values())", self._python(),
        ]  # fmt: skip
        return Solution(tuple(steps), cell(*source, variables="xy", assumptions="real=True"))

    def _substituted(self) -> list[str]:
        """Steps for one equation of first and one of second degree; none for others."""
        x, y = sp.symbols("x y", real=True)
        sides = [
            sp.expand(to_sympy(r.sides[0], {"x": x, "y": y}) - to_sympy(r.sides[1], {"x": x, "y": y}))
            for r in self.relations
        ]
        degrees = [sp.Poly(s, x, y).total_degree() for s in sides]
        if sorted(degrees) != [1, 2] or not sides[degrees.index(1)].has(x):
            return []
        straight, curved = sides[degrees.index(1)], degrees.index(2)
        put = sp.solve(straight, x)[0]
        left, right = self.relations[curved].sides
        inserted = Relation(("=",), (_inserted(left, parse(sp.latex(put))), right))
        rest = sp.expand(sides[curved].subs(x, put))
        rest = -rest if sp.Poly(rest, y).LC() < 0 else rest
        facts = {"put": sp.latex(put), "inserted": to_latex(inserted), "rest": sp.latex(rest)}
        roots = sorted(sp.solve(rest, y), key=float)
        pairs = ", ".join(
            f"\\(y={exact_latex(r)},\\ x={exact_latex(sp.simplify(put.subs(y, r)))}\\)" for r in roots
        )
        return [WORDS["express"].say(self.language, **facts), WORDS["roots"].say(self.language, pairs=pairs)]

    def _shown(self, larger: str, smaller: str) -> str:
        a, b = (f"\\left({n}\\right)" if re.search(r"[-+]", n) else n for n in (larger, smaller))
        return {
            "sum": f"{a}+{b}", "difference": f"{a}-{b}", "absolute": f"{a}-{b}", "product": rf"{a} \times {b}", "squares": f"{a}^2+{b}^2",
            "square_difference": rf"\left|{a}^2-{b}^2\right|", "square_of_difference": rf"\left({a}-{b}\right)^2",
        }[self.told.asked]  # fmt: skip

    def _python(self) -> str:
        return {
            "sum": "larger + smaller", "difference": "larger - smaller", "absolute": "larger - smaller", "product": "expand(larger*smaller)",
            "squares": "expand(larger**2 + smaller**2)", "square_difference": "expand(abs(larger**2 - smaller**2))",
            "square_of_difference": "expand((larger - smaller)**2)", "larger": "larger", "smaller": "smaller", "both": "larger, smaller",
        }[self.told.asked]  # fmt: skip

    def conclude(self, value: Any) -> Conclusion | None:
        """One number, or both."""
        values = tuple(value) if isinstance(value, tuple | list | sp.Tuple) else (value,)
        if len(values) != (2 if self.told.asked == "both" else 1):
            return None
        if not all(isinstance(v, sp.Expr) and v.is_number and not v.has(sp.Float) for v in values):
            return None
        answer = r",\ ".join(map(exact_latex, values))
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The numbers put back."""
        values = values_in(answer)
        if values is None or not all(isinstance(v, sp.Expr) and v.is_number for v in values):
            return None
        smaller, larger = self.pairs[0]
        straight = _holds(self.relations, larger, smaller)
        lines = [
            f"smaller, larger = {exact_source((smaller, larger))}",
            "x, y = S(larger), S(smaller)" if straight else "x, y = S(smaller), S(larger)",
        ]
        facts = [
            f"simplify({to_python(r.sides[0])} - ({to_python(r.sides[1])})) == 0" for r in self.relations
        ]
        if self.told.asked == "both":
            lines.append(f"same = sorted({exact_source(list(values))}) == [smaller, larger]")
        elif len(values) == 1:
            lines.append(
                f"same = simplify({self._python().removeprefix('expand')} - ({exact_source(values[0])})) == 0"
            )
        else:
            return None
        lines.append(f"{' and '.join(facts)} and same")
        return CheckPlan(
            WORDS["claim"].say(self.language, answer=answer), WORDS["method"].say(self.language), cell(*lines)
        )
