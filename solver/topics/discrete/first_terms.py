"""The first terms of a sequence, or one of them, by its formula, its rule from term to term, or first term and step.

Read: "The nth term of a sequence is n² + 3. Write down the first three terms", 已知a_1=1,a_{n+1}=2a_n+1,写出前4项. Not: sums, terms of listed sequences.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.formula import FormulaError, Node, parse, to_latex, to_python, to_sympy
from solver.formula.nodes import symbols
from solver.latex import exact_latex, values_in
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared

_COUNTS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}  # fmt: skip
_COUNT: Final = rf"\$?(?P<count>{'|'.join(_COUNTS)}|\d{{1,2}})\$?"
_E: Final = r"(?P<formula>[^,;:。，=\u3400-\u9fff]*?[^,;:。，=\s\u3400-\u9fff.])"
_N: Final = r"-?\d+(?:\.\d+)?(?:/\d+)?"
_NAMED: Final = r"(?:\$?\\?\{?\s*[a-z]_\{?n\}?\s*\\?\}?\$?)"
_SEQ: Final = (
    rf"(?:an?|the|this)\s+(?:(?P<kind>arithmetic|geometric)\s+)?(?:sequence|progression)(?:\s+{_NAMED})?"
)
_SEQ2: Final = _SEQ.replace("?P<kind>", "?:")
_STEP: Final = rf"(?:a\s+|the\s+|its\s+)?first\s+term\s+(?:is\s+|of\s+|[a-z]_1\s*=\s*)?\$?(?P<first>{_N})\$?\s*,?\s*(?:and\s+)?(?:a\s+|the\s+|its\s+)?common\s+(?P<step>difference|ratio)\s+(?:is\s+|of\s+|[dqr]\s*=\s*)?\$?(?P<by>{_N})\$?"
_RULE: Final = rf"\$?(?P<u>[a-z])_\{{?1\}}?\s*=\s*(?P<start>{_N})\$?\s*(?:,|and|;)*\s*\$?(?P=u)_\{{?n\s*\+\s*1\}}?\s*=\s*(?P<rule>[^,;:。，=\u3400-\u9fff]*?[^,;:。，=\s\u3400-\u9fff.])\$?(?:\s*,?\s*(?:for\s+)?\(?\$?n\s*(?:>=|≥|\\geq?|\\ge)\s*1\$?\)?|\s*\(?n∈N[*+]?\)?)?"
_FIND: Final = (
    r"(?:find|write\s+(?:down|out)?|list|state|give|calculate|determine|work\s+out|what\s+are|what\s+is)"
)
_ASK: Final = rf"{_FIND}\s+(?:the\s+)?(?:first\s+{_COUNT}\s+terms|(?P<place>\d{{1,3}})(?:st|nd|rd|th)\s+term)"
_OF: Final = rf"(?:\s+of\s+(?:{_SEQ2}|it))?"
_FORMULA: Final = rf"(?:[a-z]_\{{?n\}}?\s*=\s*)?\$?\s*{_E}\$?"
_EN: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:if\s+|given\s+that\s+)?the\s+\$?n\$?\s*-?\s*th\s+term\s+(?:of\s+{_SEQ}\s+)?is\s+(?:given\s+by\s+)?\$?{_FORMULA}\s*[.,]\s*{_ASK}{_OF}\s*[.?]?",
        rf"{_SEQ}\s+(?:is\s+(?:defined|given)\s+by|has)\s+(?:the\s+)?(?:(?:formula|\$?n\$?\s*-?\s*th\s+term|general\s+term)\s+)?\$?{_FORMULA}\s*[.,]\s*{_ASK}{_OF}\s*[.?]?",
        rf"{_ASK}\s+of\s+{_SEQ}\s+(?:whose|with|that\s+has|which\s+has)\s+(?:the\s+)?(?:\$?n\$?\s*-?\s*th|general)\s+term\s+(?:is\s+)?(?:given\s+by\s+)?\$?{_FORMULA}\s*[.?]?",
        rf"{_ASK}\s+of\s+{_SEQ}\s+(?:(?:given|defined)\s+by\s+)?\$?[a-z]_\{{?n\}}?\s*=\s*{_E}\$?\s*[.?]?",
        rf"{_SEQ}\s+has\s+{_STEP}\s*[.,]\s*{_ASK}{_OF}\s*[.?]?",
        rf"{_ASK}\s+of\s+{_SEQ}\s+(?:with|whose|that\s+has|which\s+has|having)\s+{_STEP}\s*[.?]?",
        rf"(?:{_SEQ}\s+is\s+(?:defined|given)\s+by\s+(?:the\s+(?:recurrence\s+)?(?:relation|rule)\s+)?|given\s+(?:that\s+)?|if\s+)?{_RULE}\s*[.,]\s*{_ASK}{_OF}\s*[.?]?",
    )
)
_FIND_ZH: Final = (
    r"(?:试?写出|求出?|列出)(?:它|其|这个数列|该数列|此数列|数列|\$?\\?\{\s*[a-z]_\{?n\}?\s*\\?\}\$?)*(?:的)?"
)
_ASK_ZH: Final = rf"{_FIND_ZH}(?:前{_COUNT}项(?!(?:的|之)?和)|第(?P<place>\d{{1,3}})项)"
_NAME_ZH: Final = rf"(?:已知|若|设)?(?:在)?(?P<kind>等差|等比)?(?:数列)?(?:{_NAMED})?(?:中,?|的)?"
_ZH: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_NAME_ZH}(?:通项公式?|第n项)?(?:为|是)?\$?[a-z]_\{{?n\}}?\s*=\s*{_E}\$?(?:\s*\(n∈N[*+]?\))?[,。.;]\s*{_ASK_ZH}[。.]?",
        rf"(?:{_FIND_ZH}|求)?数列\$?[a-z]_\{{?n\}}?\s*=\s*{_E}\$?的前{_COUNT}项(?!(?:的|之)?和)(?P<place>(?!))?[。.]?",
        rf"{_NAME_ZH}首项(?:为|是)?(?:[a-z]_1\s*=\s*)?\$?(?P<first>{_N})\$?,?(?P<step>公差|公比)(?:为|是)?(?:[dq]\s*=\s*)?\$?(?P<by>{_N})\$?[,。.;]\s*{_ASK_ZH}[。.]?",
        rf"{_NAME_ZH}(?:满足)?{_RULE}[,。.;]\s*{_ASK_ZH}[。.]?",
    )
)
MAX_TERMS: Final = 100
WORDS: Final = {
    "formula": Words("Put \\(n={places}\\) into \\({formula}\\): \\[{terms}\\]", "把 \\(n={places}\\) 代入 \\({formula}\\)：\\[{terms}\\]"),
    "rule": Words("Start with \\({start}\\), and each time apply the rule \\({formula}\\): \\[{terms}\\]", "从 \\({start}\\) 开始，每次用递推式 \\({formula}\\)：\\[{terms}\\]"),
    "code": Words("the terms one after the other", "依次求出各项"),
    "terms": Words("The terms are \\({answer}\\).", "各项依次是 \\({answer}\\)。"),
    "term": Words("The term is \\({answer}\\).", "这一项是 \\({answer}\\)。"),
    "method": Words("every term worked out by itself, and compared", "逐项重新计算并比较"),
}  # fmt: skip


def read(text: Text) -> Reading:
    """The first terms, or one term, of a sequence."""
    source = " ".join(text.source.split())
    for pattern in _ZH if text.language == "zh" else _EN:
        if (match := pattern.fullmatch(source)) is not None and (found := _of(match, text)) is not None:
            return found
    return None


def _of(match: re.Match[str], text: Text) -> Reading:
    said = match.groupdict()
    count = said.get("count")
    last = int(_COUNTS.get((count or "").lower(), 0) or count or said["place"])
    kind, step = said.get("kind"), said.get("step")
    if kind and step and (kind in ("arithmetic", "等差")) != (step in ("difference", "公差")):
        return None
    if not 1 <= last <= (10 if count else MAX_TERMS):
        return None
    try:
        if said.get("formula") is not None:
            return _by_formula(
                parse(said["formula"].replace("$", "").strip()), last, kind, count is not None, text
            )
        if step:
            a, d = sp.Rational(said["first"]), sp.Rational(said["by"])
            rule = f"x + ({exact_source(d)})" if step in ("difference", "公差") else f"x*({exact_source(d)})"
            shown = f"a_{{n+1}}=a_n{'+' if d >= 0 else ''}{exact_latex(d)}" if "+" in rule else rf"a_{{n+1}}={exact_latex(d)}\, a_n" if d >= 0 else rf"a_{{n+1}}=({exact_latex(d)})\, a_n"  # fmt: skip
            jump = "{a} + (k - 1)*({d})" if step in ("difference", "公差") else "{a}*({d})**(k - 1)"
            return _by_rule(a, rule, shown, last, count is not None, text, jump.format(a=exact_source(a), d=exact_source(d)))  # fmt: skip
        name = said["u"]
        bare = re.sub(rf"{name}_\{{?n\}}?", "x", said["rule"].replace("$", "")).strip()
        node = parse(bare)
        if not symbols(node) <= {"x", "n"}:
            return None
        if "n" in symbols(node) or "x" not in symbols(node):
            return None
        shown = f"{name}_{{n+1}}={to_latex(parse(said['rule'].replace('$', '').strip()))}"
        return _by_rule(
            sp.Rational(said["start"]), to_python(node), shown, last, count is not None, text, "", name
        )
    except (FormulaError, ArithmeticError, ValueError, TypeError):
        return None


def _by_formula(formula: Node, last: int, kind: str | None, several: bool, text: Text) -> Reading:
    n = sp.Symbol("n")
    value = to_sympy(formula)
    if symbols(formula) != {"n"} or kind:
        return None
    places = range(1, last + 1) if several else [last]
    terms = [sp.simplify(value.subs(n, k)) for k in places]
    if not all(t.is_rational for t in terms):
        return None
    listed = r",\ ".join(exact_latex(t) for t in terms)
    shown = r",\ ".join(map(str, places)) if len(places) <= 10 else str(last)
    steps = WORDS["formula"].say(text.language, places=shown, formula=to_latex(formula), terms=listed)
    source = to_python(formula)
    numbers = f"range(1, {last + 1})" if several else f"[{last}]"
    lines = (
        comment(WORDS["code"].say(text.language)),
        f"[simplify(S({source}).subs(n, k)) for k in {numbers}]",
    )
    tests = (f"len(answer) == {len(terms)} and all(simplify(S({source}).subs(n, Integer(k)) - t) == 0 for k, t in zip({numbers}, answer))",)  # fmt: skip
    return _prepared(steps, cell(*lines, variables="n"), tests, several, ("n",), text)


def _by_rule(
    start: sp.Rational,
    rule: str,
    shown: str,
    last: int,
    several: bool,
    text: Text,
    jump: str,
    name: str = "a",
) -> Reading:
    terms = [start]
    x = sp.Symbol("x")
    plain = rule.replace("**", "^")
    step = to_sympy(
        parse(plain.replace("Rational(", "(").replace(", ", "/") if "Rational" in rule else plain)
    )
    while len(terms) < last:
        following = sp.simplify(step.subs(x, terms[-1]))
        if not following.is_rational or abs(following) > 10**40:
            return None
        terms.append(following)
    listed = r",\ ".join(exact_latex(t) for t in terms[:10]) + ("" if len(terms) <= 10 else rf",\ \ldots,\ {exact_latex(terms[-1])}")  # fmt: skip
    steps = WORDS["rule"].say(
        text.language, start=f"{name}_1={exact_latex(start)}", formula=shown, terms=listed
    )
    chosen = "terms" if several else "terms[-1:]"
    lines = (
        comment(WORDS["code"].say(text.language)),
        f"terms = [S({exact_source(start)})]",
        f"while len(terms) < {last}:",
        "    x = terms[-1]",
        f"    terms.append(simplify({rule}))",
        chosen,
    )
    tests: tuple[str, ...]
    if jump:
        places = f"range(1, {last + 1})" if several else f"[{last}]"
        tests = (f"list(answer) == [{jump} for k in {places}]",)
    elif several:
        tests = (f"len(answer) == {last} and answer[0] == {exact_source(start)} and all(simplify(({rule}) - after) == 0 for x, after in zip(answer, answer[1:]))",)  # fmt: skip
    else:
        tests = (f"x = S({exact_source(start)})", f"for _ in range({last - 1}):", f"    x = {rule}", "answer[0] - x == 0")  # fmt: skip
    return _prepared(steps, cell(*lines), tests, several, (), text)


def _prepared(
    step: str, source: str, tests: tuple[str, ...], several: bool, letters: tuple[str, ...], text: Text
) -> Prepared:
    return Prepared(text.language, (step,), source, tests, WORDS["method"], WORDS["terms" if several else "term"], _shown, _given, letters)  # fmt: skip


def _shown(value: object) -> str | None:
    if not isinstance(value, list) or not value or not all(isinstance(v, sp.Rational) for v in value):
        return None
    return r",\ ".join(exact_latex(v) for v in value)


def _given(answer: str) -> tuple[sp.Expr, ...] | None:
    values = values_in(answer)
    return values if values and all(isinstance(v, sp.Expr) for v in values) else None
