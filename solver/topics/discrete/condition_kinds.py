"""Whether one condition on a number is sufficient, necessary, both or neither for another one; the negation of a statement with "for all" or "there is".

Read: equations and inequalities in one letter whose solutions are exact sets (single points and intervals). Not: two letters, statements about figures or functions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse, to_latex, to_python, to_sympy
from solver.formula.nodes import Relation, symbols
from solver.latex import latex
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.computed import Computed
from solver.topics.equations.real_sets import between, links, read_set, set_latex, set_source

WORDS: Final = {
    "set": Words("\\({shown}\\) holds just for \\({name}={value}\\).", "\\({shown}\\) 成立的范围是 \\({name}={value}\\)。"),
    "suffices": Words("\\(A\\subseteq B\\): where the first holds, the second does, so it is sufficient.", "\\(A\\subseteq B\\)：由前者能推出后者，所以充分性成立。"),
    "fails": Words("\\(A\\not\\subseteq B\\): with \\({x}={p}\\) the first holds and the second does not, so it is not sufficient.", "\\(A\\not\\subseteq B\\)：\\({x}={p}\\) 时前者成立而后者不成立，所以充分性不成立。"),
    "needed": Words("\\(B\\subseteq A\\): the second holds only where the first does, so it is necessary.", "\\(B\\subseteq A\\)：由后者能推出前者，所以必要性成立。"),
    "not_needed": Words("\\(B\\not\\subseteq A\\): with \\({x}={p}\\) the second holds and the first does not, so it is not necessary.", "\\(B\\not\\subseteq A\\)：\\({x}={p}\\) 时后者成立而前者不成立，所以必要性不成立。"),
    "code": Words("which of the two sets lies in the other", "两个集合的包含关系"),
    "answer": Words("The condition is {answer}.", "所以是{answer}。"),
    "method": Words("both conditions were tried at every end and between any two ends", "在每个端点及各端点之间逐一检验两个条件"),
    "for_all": Words("The negation of \"for all\" is \"there is … for which it does not hold\": the quantifier changes, and the statement behind it is negated.", "全称命题的否定是存在命题：把“任意”改为“存在”，并否定结论。"),
    "there_is": Words("The negation of \"there is\" is \"for all … it does not hold\": the quantifier changes, and the statement behind it is negated.", "存在命题的否定是全称命题：把“存在”改为“任意”，并否定结论。"),
    "opposite": Words("The negation of \\({one}\\) is \\({other}\\).", "\\({one}\\) 的否定是 \\({other}\\)。"),
    "is": Words("The negation is \\({answer}\\).", "否定是 \\({answer}\\)。"),
    "code_not": Words("of the statement and its negation just one holds at each number", "在每个数处，原结论与它的否定恰有一个成立"),
    "method_not": Words("the quantifier was compared, and both statements tried at many numbers", "比较量词，并在许多数处检验两个结论"),
}  # fmt: skip
NAMES: Final = {
    "zh": ("充要条件", "充分不必要条件", "必要不充分条件", "既不充分也不必要条件"),
    "en": ("necessary and sufficient", "sufficient but not necessary", "necessary but not sufficient", "neither sufficient nor necessary"),
}  # fmt: skip
_C: Final = r"(?P<{0}>[^,，。;；?？\"“”'是]{{1,60}}?)"
_Q: Final = r"[\"“”']?"
_LEAD: Final = r"(?:(?:已知|设|若)(?:实数)?[a-z](?:∈R|∈\\mathbb\{R\}|是实数|为实数)?,)?(?:则|那么)?"
_WHAT: Final = r"(?:什么|何种|哪种|怎样的|\(?[_ \u3000]*\)?|\((?:[充必]\S{2,30})\))?条件"
_ZH: Final = (
    re.compile(rf"{_LEAD}{_Q}{_C.format('p')}{_Q}是{_Q}{_C.format('q')}{_Q}(?:成立)?的(?:{_WHAT}|多少)"),
    re.compile(rf"(?:已知|设|若)?(?:命题)?p[:：]{_C.format('p')},(?:命题)?q[:：]{_C.format('q')},(?:则|那么)?p是q(?:成立)?的(?:{_WHAT}|多少)"),
)  # fmt: skip
_EN: Final = (
    re.compile(r"is (?P<p>[^?.]{1,60}?) (?:a )?(?:necessary|sufficient)(?:,| or| and| but| not|necessary|sufficient|neither| )* condition for (?P<q>[^?.]{1,60}?)", re.IGNORECASE),
    re.compile(r"what kind of condition is (?P<p>[^?.]{1,60}?) for (?P<q>[^?.]{1,60}?)", re.IGNORECASE),
)  # fmt: skip
SIGNS: Final = {"<": ">=", ">": "<=", "<=": ">", ">=": "<", "=": "!=", "!=": "="}
_SHOWN: Final = {"<": "<", ">": ">", "<=": r"\le ", ">=": r"\ge ", "=": "=", "!=": r"\ne "}
_PYTHON: Final = {"=": "=="}
"""Signs that Python writes otherwise."""
_FLIPPED: Final = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
_ALL_ZH: Final = "∀|\\\\forall|对于?任意的?|任意的?|对于?所有的?|所有的?|对于?一切|对于?每一?个"
_SOME_ZH: Final = "∃|\\\\exists|存在|至少存在一个|至少有一个"
_SET: Final = (
    r"(?:R|Q|Z|N|ℝ|\\mathbb\{[RQZN]\}|\\mathbf\{[RQZN]\}|[(\[][^,()\[\]]{1,10},[^,()\[\]]{1,10}[)\]])"
)
_NOT_ZH: Final = re.compile(
    rf"(?:写出|求|则)?(?:已知|若)?(?:命题)?{_Q}(?:[pP][:：])?{_Q}(?:(?P<all>{_ALL_ZH})|(?P<some>{_SOME_ZH}))(?P<kind>实数|整数|有理数|自然数|正数|正实数)?(?P<x>[a-z])(?:_0|_\{{0\}})?(?:(?:∈|\\in)(?P<set>{_SET})|(?P<bound>[<>]=?-?\d+))?[,，]?(?:都有|恒有|总有|均有|使得|使|有|满足)?[:：]?(?P<body>[^,，;；\"“”]{{1,60}}?)(?:恒?成立)?{_Q}[,，]?(?:则)?(?:命题)?(?:[¬]?p)?的?(?:否定(?:形式|命题)?)(?:是|为)?(?:什么|_+|\(\))?"
)
_NOT_EN: Final = re.compile(
    rf"(?:(?:write|find|state|give|what is|form)(?: down)? the negation of|negate)(?: the statement| the proposition)?:? ?{_Q}(?:(?P<all>∀|\\forall|for all|for every|for any)|(?P<some>∃|\\exists|there exists|there is|for some)) ?(?:an? |some )?(?P<kind>real numbers?|real|integers?|rational numbers?|natural numbers?)? ?(?P<x>[a-z])(?: ?(?:∈|\\in) ?(?P<set>{_SET})|(?P<bound> ?[<>]=? ?-?\d+))?,? ?(?:such that |so that |with |we have |for which )?(?P<body>[^,;\"“”]{{1,60}}?){_Q}",
    re.IGNORECASE,
)
_OF: Final = {"实数": "R", "整数": "Z", "有理数": "Q", "自然数": "N", "real": "R", "integer": "Z", "rational": "Q", "natural": "N"}  # fmt: skip


def read(text: Text) -> Reading:
    """Two conditions compared, or one statement negated."""
    if len(text.source) > 240 or not re.search(
        r"(?i)条件|\bcondition\b|否定|negat|是.{1,40}的多少", text.source
    ):
        return None
    source = re.sub(r"\$|\\[()](?![a-z])|\\left|\\right", "", text.source)
    source = source.replace("≤", "<=").replace("≥", ">=").replace("≠", "!=")
    source = re.sub(r"\\leqslant|\\leq?(?![a-z])", "<=", re.sub(r"\\geqslant|\\geq?(?![a-z])", ">=", re.sub(r"\\neq?(?![a-z])", "!=", source)))  # fmt: skip
    source = re.sub(r"\s+", "" if text.language == "zh" else " ", source).strip().rstrip("?？。. ")
    source = re.sub(r"[\"“”]$", "", source) if text.language == "en" else source
    try:
        for form in _ZH if text.language == "zh" else _EN:
            if (match := form.fullmatch(source)) is not None:
                return _compared(match["p"].strip(" \"'"), match["q"].strip(" \"'"), text.language)
        negated = (_NOT_ZH if text.language == "zh" else _NOT_EN).fullmatch(source)
        return None if negated is None else _negated(negated, text.language)
    except (FormulaError, TypeError, ValueError, NotImplementedError, sp.PolynomialError):
        return None


@dataclass(frozen=True, slots=True)
class _Condition:
    """A condition on `x`: where it holds, as Python with that name, as LaTeX."""

    x: str
    holds: Any
    source: str
    shown: str


def _condition(words: str) -> _Condition | None:
    joined = re.split(r"或|\bor\b", words), re.split(r"且|\band\b", words)
    parts, union = (joined[0], True) if len(joined[0]) > 1 else (joined[1], False)
    if len(joined[0]) > 1 and len(joined[1]) > 1:
        return None
    found = [_simple(part.strip()) for part in parts]
    known = [c for c in found if c is not None]
    if len(known) != len(found) or len({c.x for c in known}) != 1:
        return None
    whole = (sp.Union if union else sp.Intersection)(*(c.holds for c in known))
    word = r"\ \text{ or }\ " if union else r",\ "
    sources = f" {'or' if union else 'and'} ".join(f"({c.source})" for c in known)
    return _Condition(known[0].x, whole, sources, word.join(c.shown for c in known))


def _simple(words: str) -> _Condition | None:
    member = re.fullmatch(
        r"(?P<x>[a-z])\s*(?:∈|\\in)\s*(?P<set>[(\[][^()\[\]]+[)\]]|\\?\{[^{}]+\\?\})", words
    )
    if member is not None:
        held = read_set(member["set"], member["x"])
        if held is None:
            return None
        return _Condition(
            member["x"], held, f"{member['x']} in {set_source(held)}", rf"{member['x']}\in {set_latex(held)}"
        )
    node = parse(words)
    if not isinstance(node, Relation) or len(symbols(node)) != 1:
        return None
    (name,) = symbols(node)
    x = sp.Symbol(name, real=True)
    single = [(node.sides[0], node.signs[0], node.sides[1])] if len(node.signs) == 1 else []
    pieces = links(node) or single
    held, sources = sp.S.Reals, list[str]()
    for left, sign, right in pieces:
        sides = [to_sympy(side, {name: x}) for side in (left, right)]
        if not all(isinstance(s, sp.Expr) for s in sides) or sign not in SIGNS:
            return None
        part = _solutions(sides[0] - sides[1], sign, x)
        if part is None:
            return None
        held = sp.Intersection(held, part)
        sources.append(f"{to_python(left)} {_PYTHON.get(sign, sign)} {to_python(right)}")
    return _Condition(name, held, " and ".join(sources), to_latex(node)) if pieces else None


def _solutions(difference: sp.Expr, sign: str, x: sp.Symbol) -> Any:
    """The exact set where `difference` has the sign; None where it is none of points and intervals."""
    for inside in difference.atoms(sp.Abs):
        if not inside.args[0].is_polynomial(x) or sp.degree(inside.args[0], x) > 1:
            return None
    free = difference.subs({a: sp.Dummy() for a in difference.atoms(sp.Abs)})
    if not free.is_polynomial(*free.free_symbols) or sp.Poly(free, *free.free_symbols).total_degree() > 3 or difference.atoms(sp.Abs) and difference.is_polynomial(x):  # fmt: skip
        return None
    if sign in ("=", "!="):
        zeros = sp.solveset(difference, x, sp.S.Reals)
        return zeros if sign == "=" else sp.Complement(sp.S.Reals, zeros)
    relation = sp.Rel(difference, 0, sign)
    if relation in (sp.true, sp.false):
        return sp.S.Reals if relation == sp.true else sp.S.EmptySet
    return sp.solve_univariate_inequality(relation, x, relational=False)


def _compared(p: str, q: str, say: Language) -> Reading:
    one, other = _condition(p), _condition(q)
    if one is None or other is None or one.x != other.x or one.x in "pq":
        return None
    A, B = one.holds, other.holds
    ends = sorted({e for s in (A, B) for e in s.boundary}, key=float)
    points = sorted({*ends, *between(ends)}, key=float)
    if any(v is None for v in (set_latex(A), set_latex(B))):
        return None
    fails = next((v for v in points if v in A and v not in B), None)
    more = next((v for v in points if v in B and v not in A), None)
    steps = (
        WORDS["set"].say(say, shown=one.shown, name="A", value=set_latex(A)),
        WORDS["set"].say(say, shown=other.shown, name="B", value=set_latex(B)),
        WORDS["suffices"].say(say) if fails is None else WORDS["fails"].say(say, x=one.x, p=latex(fails)),
        WORDS["needed"].say(say) if more is None else WORDS["not_needed"].say(say, x=one.x, p=latex(more)),
    )
    lines = (
        f"A, B = {set_source(A)}, {set_source(B)}",
        comment(WORDS["code"].say(say)),
        "suffices, needed = A.is_subset(B), B.is_subset(A)",
        "Integer(0 if suffices and needed else 1 if suffices else 2 if needed else 3)",
    )
    checked = (
        f"points = {exact_source(points)}",
        f"first = [bool({one.source}) for {one.x} in points]",
        f"second = [bool({other.source}) for {other.x} in points]",
        "suffices = all(b for a, b in zip(first, second) if a)",
        "needed = all(a for a, b in zip(first, second) if b)",
        "claimed == (0 if suffices and needed else 1 if suffices else 2 if needed else 3)",
    )
    return Computed(steps, lines, checked, WORDS["answer"], WORDS["method"], say, NAMES[say])


def _negated(match: re.Match[str], say: Language) -> Reading:
    node = parse(match["body"].strip())
    if not isinstance(node, Relation) or len(node.signs) != 1 or node.signs[0] not in SIGNS or match["x"] not in symbols(node):  # fmt: skip
        return None
    if symbols(node) != {match["x"]} or match["kind"] in ("正数", "正实数"):
        return None
    word = (match["kind"] or "").lower().split(" ")[0].removesuffix("s")
    domain = match["set"] or _OF.get(word) or ""
    bound = re.sub(r"\s", "", match["bound"] or "")
    if domain and bound:
        return None
    positive = bound in (">0", ">=0") or bool(re.match(r"[(\[]0,\+?(?:∞|\\infty|oo)", domain))
    if not _is_decided(node, match["x"], positive=positive):
        return None
    left, right = node.sides
    return Negation(
        bool(match["all"]),
        match["x"],
        domain,
        bound,
        (to_latex(left), to_latex(right)),
        (to_python(left), to_python(right)),
        node.signs[0],
        positive,
        say,
    )


def _is_decided(node: Relation, name: str, *, positive: bool) -> bool:
    """Whether both sides are real numbers at all numbers that are tried."""
    x = sp.Symbol(name, real=True)
    sides = [to_sympy(side, {name: x}) for side in node.sides]
    numbers = [sp.Rational(n, 2) for n in (range(1, 9) if positive else range(-8, 9))]
    return all(
        isinstance(s, sp.Expr) and (v := s.subs(x, n)).is_real and v.is_finite for s in sides for n in numbers
    )


@dataclass(frozen=True, slots=True)
class Negation:
    """A statement about all (`every`) or some x of a domain: `sides` with a `sign` between them."""

    every: bool
    x: str
    domain: str
    bound: str
    sides: tuple[str, str]
    sources: tuple[str, str]
    sign: str
    positive: bool
    language: Language

    def _where(self) -> str:
        if self.bound:
            return f"{self.x}{self.bound}".replace("<=", "\\le ").replace(">=", "\\ge ")
        if not self.domain:
            return self.x
        named = re.fullmatch(r"(?:\\math(?:bb|bf)\{)?([RQZN])\}?|ℝ", self.domain)
        shown = rf"\mathbb{{{named[1] or 'R'}}}" if named else self.domain
        return rf"{self.x}\in {shown}"

    def _answer(self) -> str:
        quantifier = r"\exists " if self.every else r"\forall "
        return f"{quantifier}{self._where()},\\ {self.sides[0]}{_SHOWN[SIGNS[self.sign]]}{self.sides[1]}"

    def _truth(self, sign: str) -> str:
        return f"({self.sources[0]}) {_PYTHON.get(sign, sign)} ({self.sources[1]})"

    def solution(self) -> Solution:
        """The quantifier, then the statement behind it."""
        say = self.language
        one = f"{self.sides[0]}{_SHOWN[self.sign]}{self.sides[1]}"
        other = f"{self.sides[0]}{_SHOWN[SIGNS[self.sign]]}{self.sides[1]}"
        steps = (WORDS["for_all" if self.every else "there_is"].say(say), WORDS["opposite"].say(say, one=one, other=other))  # fmt: skip
        source = cell(
            f"numbers = [Rational(n, 4) for n in range({1 if self.positive else -40}, 41)]",
            comment(WORDS["code_not"].say(say)),
            f"all(bool({self._truth(self.sign)}) != bool({self._truth(SIGNS[self.sign])}) for {self.x} in numbers)",
        )
        return Solution(steps, source)

    def conclude(self, value: Any) -> Conclusion | None:
        """The negated statement."""
        if value not in (True, sp.true):
            return None
        return Conclusion(WORDS["is"].say(self.language, answer=self._answer()), self._answer())

    def check(self, answer: str) -> CheckPlan | None:
        """The other quantifier, the same numbers, and at each number just one of both statements."""
        plain = re.sub(
            r"\\[,;:! ]|\s|\$|\\text\{[^{}]*\}", "", answer.replace(r"\forall", "∀").replace(r"\exists", "∃")
        )
        plain = (
            plain.replace("存在", "∃")
            .replace("任意", "∀")
            .replace("使得", "")
            .replace("都有", "")
            .replace("，", ",")
        )
        plain = plain.replace("≤", "<=").replace("≥", ">=").replace("≠", "!=")
        match = re.fullmatch(
            rf"(?P<q>[∀∃])(?P<where>{self.x}[^,]*(?:[(\[][^()\[\]]*[)\]])?),(?P<body>.+)", plain
        )
        if match is None:
            return None
        try:
            node = parse(match["body"])
        except FormulaError:
            return None
        if not isinstance(node, Relation) or len(node.signs) != 1 or symbols(node) != {self.x} or node.signs[0] not in SIGNS:  # fmt: skip
            return None
        left, right = (to_python(side) for side in node.sides)
        sign = _PYTHON.get(node.signs[0], node.signs[0])
        if _plain_domain(match["where"]) != _plain_domain(self._where()):
            return None
        swapped = (match["q"] == "∃") == self.every
        mine = _PYTHON.get(SIGNS[self.sign], SIGNS[self.sign])
        source = cell(
            f"numbers = [Rational(n, 6) for n in range({1 if self.positive else -60}, 61)]",
            f"just_one = all(bool({self._truth(self.sign)}) != bool(({left}) {sign} ({right})) for {self.x} in numbers)",
            f"{self.x} = symbols('{self.x}')",
            f"ratio = simplify((({left}) - ({right}))/(({self.sources[0]}) - ({self.sources[1]})))",
            f"bool(just_one and {swapped} and ratio.is_number and (ratio > 0 and {sign == mine} or ratio < 0 and {_FLIPPED.get(sign, sign) == mine}))",
        )
        return CheckPlan(
            WORDS["is"].say(self.language, answer=answer), WORDS["method_not"].say(self.language), source
        )


def _plain_domain(where: str) -> str:
    """x∈R, however it is written."""
    text = re.sub(r"\\math(?:bb|bf)\{?\s*([RQZN])\s*\}?|ℝ", lambda m: m[1] or "R", where)
    return re.sub(
        r"\s|\\[,;:! ]|\+(?=∞|\\infty|oo)",
        "",
        text.replace(r"\in", "∈").replace(r"\le", "<=").replace(r"\ge", ">=").replace(r"\infty", "∞"),
    )
