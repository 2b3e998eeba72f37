"""Coefficient, degree and terms of monomials and polynomials, like terms, linear equations by their exponent, fractions whose value is 0.

Read: fixed forms that must match to the end; one or two formulas. Not: homogeneous polynomials, letters for coefficients beside those asked for.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.formula.nodes import Relation
from solver.latex import exact_latex, latex, values_in
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, exact_source
from solver.topics.prepared import Prepared
from solver.topics.short_forms import asks_one_of, noted, plain_line

WORDS: Final = {
    "coefficient": Words("The coefficient is the number factor with its sign: \\({value}\\).", "系数是单项式中的数字因数（连同符号）：\\({value}\\)。"),
    "monomial_degree": Words("The degree is the sum of the exponents of all letters: \\({sum}={value}\\).", "次数是所有字母的指数的和：\\({sum}={value}\\)。"),
    "terms": Words("The terms are \\({terms}\\), with their signs: {count} terms.", "各项（连同符号）是 \\({terms}\\)，共 {count} 项。"),
    "degree": Words("The degree is that of the highest term, \\({term}\\): \\({value}\\).", "多项式的次数是次数最高的项 \\({term}\\) 的次数：\\({value}\\)。"),
    "like": Words("Like terms have the same letters with the same exponents. So for {letter}: \\({left}={right}\\).", "同类项的相同字母的指数相同。所以 {letter} 的指数：\\({left}={right}\\)。"),
    "sum_like": Words("The sum of two monomials is a monomial only if they are like terms.", "两个单项式的和仍是单项式，它们就是同类项。"),
    "values": Words("So \\({values}\\).", "所以 \\({values}\\)。"),
    "put_in": Words("Put in: \\({asked}={value}\\).", "代入：\\({asked}={value}\\)。"),
    "exponent": Words("In a linear equation the exponent of \\({x}\\) is 1: \\({exponent}=1\\), so \\({letter}={values}\\).", "一元一次方程中未知数 \\({x}\\) 的指数是 1：\\({exponent}=1\\)，所以 \\({letter}={values}\\)。"),
    "nonzero": Words("The coefficient must not be 0: \\({coefficient}\\ne 0\\), so \\({letter}\\ne {bad}\\).", "系数不能为 0：\\({coefficient}\\ne 0\\)，所以 \\({letter}\\ne {bad}\\)。"),
    "left_over": Words("So \\({letter}={value}\\).", "因此 \\({letter}={value}\\)。"),
    "numerator": Words("A fraction is 0 where its numerator is 0 and its denominator is not. \\({top}=0\\) gives \\({x}={values}\\).", "分式的值为 0，要分子为 0 且分母不为 0。由 \\({top}=0\\) 得 \\({x}={values}\\)。"),
    "denominator": Words("For \\({x}={value}\\) the denominator is \\({bottom}={result}\\){says}.", "当 \\({x}={value}\\) 时，分母 \\({bottom}={result}\\){says}。"),
    "answer": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
    "counted": Words("the polynomial was scaled, and powers counted by another way", "把所有字母同乘一个数，由倍数读出次数"),
    "quotient": Words("with these exponents the quotient of the terms is a number", "代入后两个单项式的商是一个数"),
    "linear": Words("with this value the equation is of degree one", "代入后方程确是一次方程"),
    "zero": Words("put into numerator and denominator", "代入分子和分母检验"),
}  # fmt: skip
_F: Final = r"[-+*/^{}()\\.\da-z |π]{1,60}?"
_KIND: Final = "(?:单项式|代数式|式子)?"
_ZIS: Final = "(?:分别)?(?:各)?(?:是|为|等于|=)?(?:多少|几|什么)?"
_CHINESE: Final = (
    ("both", rf"(?:写出|求|指出)?单项式(?P<f>{_F})的(?:(?P<cd>系数(?:和|与|、|及)次数)|(?P<dc>次数(?:和|与|、|及)系数)|(?P<c>系数)|(?P<d>次数)){_ZIS}"),
    ("poly", rf"(?:写出|求|指出)?多项式(?P<f>{_F})的(?:(?P<dn>次数(?:和|与|、|及)项数)|(?P<nd>项数(?:和|与|、|及)次数)|(?P<d>次数)|(?P<n>项数)){_ZIS}"),
    ("poly", rf"多项式(?P<f>{_F})(?:(?:由|有)几项(?:组成)?,(?:它的)?次数{_ZIS}|是几次几项式)(?P<dn>)?"),
    ("like", rf"(?:已知|若|如果)?{_KIND}(?P<f>{_F})(?:与|和|跟)(?P<g>{_F})(?:(?P<same>是同类项)|(?:的和|之和|的差)(?:仍|仍然|还|也)?(?:是|为)(?:一个)?单项式|可以合并(?:成一项)?),?(?:则|求|那么)*(?P<asked>{_F})(?:的值)?{_ZIS}"),
    ("linear", rf"(?:已知|若|如果)?(?:关于[a-z]的)?(?:方程)?(?P<f>{_F}=[-+*/^{{}}()\\.\da-z |]{{1,30}}?)(?:是|为)(?:关于(?P<x>[a-z])的)?一元一次方程,?(?:则|求|那么)*(?P<asked>[a-z])(?:的值)?{_ZIS}"),
    ("fraction", rf"(?:已知|若|如果|当|要使)?(?:分式|代数式)(?P<f>{_F})的值(?:为|是|等于)(?:0|零)(?:,|时,)?(?:则|求|那么)*(?P<asked>[a-z])(?:的值)?(?:应)?{_ZIS}"),
)  # fmt: skip
_ASK: Final = r"(?:what is|what are|find|state|write down|give)"
_ENGLISH: Final = (
    ("both", rf"{_ASK} the (?:(?P<cd>coefficient and (?:the )?degree)|(?P<dc>degree and (?:the )?coefficient)|(?P<c>coefficient)|(?P<d>degree)) of the monomial (?P<f>{_F})"),
    ("poly", rf"{_ASK} the (?:(?P<dn>degree and (?:the )?number of terms)|(?P<nd>number of terms and (?:the )?degree)|(?P<n>number of terms)) (?:of|in) (?:the polynomial )?(?P<f>{_F})"),
    ("poly", rf"how many terms (?:are there in|does) the (?:polynomial|expression) (?P<f>{_F})(?: have)?(?P<n>)"),
    ("like", rf"(?:if|given that) (?P<f>{_F}) and (?P<g>{_F}) are (?P<same>like terms),? {_ASK} (?:the value of )?(?P<asked>{_F})"),
    ("like", rf"(?P<f>{_F}) and (?P<g>{_F}) are (?P<same>like terms)[.,] {_ASK} (?:the value of )?(?P<asked>{_F})"),
    ("linear", rf"(?:if |given that )?(?:the equation )?(?P<f>{_F}=[-+*/^{{}}()\\.\da-z |]{{1,30}}?) is (?:a )?linear(?: equation)?(?: in (?P<x>[a-z]))?[.,]? {_ASK} (?:the value of )?(?P<asked>[a-z])"),
    ("fraction", rf"(?:for what value of (?P<asked>[a-z]) is|when is) (?:the value of )?(?:the )?(?:fraction |algebraic fraction )?(?P<f>{_F}) (?:equal to )?(?:0|zero)"),
    ("fraction", rf"(?:if |given that )?the value of (?:the )?(?:fraction |algebraic fraction )?(?P<f>{_F}) is (?:0|zero)[.,]? {_ASK} (?:the value of )?(?P<asked>[a-z])"),
)  # fmt: skip


def read(text: Text) -> Reading:
    """One question in one of the forms."""
    if not re.search(
        r"(?i)项式|同类项|一元一次方程|值(?:为|是|等于)|monomial|terms|linear|fraction|value", text.source
    ):
        return None
    if len(text.source) > 160 or re.search(r"(?<![A-Za-z])[A-Z](?![a-z])", text.source):
        return None
    found = asks_one_of(plain_line(text), _ENGLISH if text.language == "en" else _CHINESE)
    if found is None:
        return None
    kind, parts = found
    try:
        return {"both": _monomial, "poly": _polynomial, "like": _like, "linear": _linear, "fraction": _fraction}[kind](parts, text.language)  # fmt: skip
    except (FormulaError, TypeError, ValueError, NotImplementedError, sp.PolynomialError):
        return None


def _value(source: str) -> sp.Expr:
    node = parse(source.strip())
    if isinstance(node, Relation):
        raise TypeError
    value = to_sympy(node)
    if not isinstance(value, sp.Expr):
        raise TypeError
    return value


def _tuple_shown(value: Any) -> str | None:
    values = value if isinstance(value, list | tuple | sp.Tuple) else (value,)
    return ",\\ ".join(exact_latex(sp.S(v)) for v in values)


def _tuple_given(answer: str) -> Any:
    values = values_in(answer)
    return tuple(values) if values and all(isinstance(v, sp.Expr) for v in values) else None


def _prepared(say: Language, steps: list[str], source: tuple[str, ...], test: tuple[str, ...], method: str, letters: str = "") -> Prepared:  # fmt: skip
    return Prepared(say, tuple(steps), cell(*source, variables=letters), tuple(test), WORDS[method], sentence=WORDS["answer"], shown=_tuple_shown, given=_tuple_given, letters=tuple(letters))  # fmt: skip


def _order(parts: dict[str, str], keys: tuple[str, ...]) -> str:
    return next(k for k in keys if k in parts)


def _monomial(parts: dict[str, str], say: Language) -> Reading:
    value = _value(parts["f"])
    letters = sorted(value.free_symbols, key=str)
    poly = sp.Poly(value, *letters) if letters else None
    if poly is None or len(poly.terms()) != 1 or not poly.terms()[0][1].is_real:
        return None
    powers, coefficient = poly.terms()[0]
    order = _order(parts, ("cd", "dc", "c", "d"))
    steps = []
    if "c" in order:
        steps.append(WORDS["coefficient"].say(say, value=exact_latex(coefficient)))
    if "d" in order:
        steps.append(WORDS["monomial_degree"].say(say, sum="+".join(map(str, powers)), value=sum(powers)))
        if len(powers) == 1:
            steps[-1] = steps[-1].replace(f"{powers[0]}={powers[0]}", str(powers[0]))
    results = {"c": "p.coeffs()[0]", "d": "p.total_degree()"}
    names = "".join(map(str, letters))
    source = (
        f"p = Poly({exact_source(value)}, {', '.join(names)})",
        f"({', '.join(results[k] for k in order)},)",
    )
    ones = "{" + ", ".join(f"{n}: 1" for n in names) + "}"
    twos = "{" + ", ".join(f"{n}: 2" for n in names) + "}"
    f = exact_source(value)
    tests = {"c": f"({f}).subs({ones}) - answer[{order.find('c')}] == 0", "d": f"({f}).subs({twos}) - ({f}).subs({ones})*2**answer[{order.find('d')}] == 0"}  # fmt: skip
    return _prepared(say, steps, source, (f"len(answer) == {len(order)} and " + " and ".join(tests[k] for k in order),), "counted", names)  # fmt: skip


def _polynomial(parts: dict[str, str], say: Language) -> Reading:
    value = _value(parts["f"])
    letters = sorted(value.free_symbols, key=str)
    if (
        not letters
        or not value.is_Add
        or "(" in parts["f"]
        or "/" in parts["f"]
        and not value.is_polynomial()
    ):
        return None
    poly = sp.Poly(value, *letters)
    written = len(re.findall(r"(?<=[\da-z})])\s*[-+]", parts["f"])) + 1
    if written != len(poly.terms()) or not all(c.is_real for c in poly.coeffs()):
        return None  # like terms that were not yet collected
    order = next((k for k in ("dn", "nd", "d", "n") if k in parts), "dn")
    terms = [c * sp.prod(s**p for s, p in zip(letters, powers, strict=True)) for powers, c in poly.terms()]
    best = max(terms, key=lambda t: sp.Poly(t, *letters).total_degree())
    steps = []
    if "n" in order:
        steps.append(WORDS["terms"].say(say, terms=",\\ ".join(latex(t) for t in terms), count=len(terms)))
    if "d" in order:
        steps.append(WORDS["degree"].say(say, term=latex(best), value=poly.total_degree()))
    names = "".join(map(str, letters))
    results = {"n": "len(p.terms())", "d": "p.total_degree()"}
    f = exact_source(value)
    source = (f"p = Poly({f}, {', '.join(names)})", f"({', '.join(results[k] for k in order)},)")
    scaled = f"expand(({f}).subs({{{', '.join(f'{n}: scale*{n}' for n in names)}}}, simultaneous=True))"
    tests = {"n": f"len(Add.make_args(expand({f}))) == answer[{order.find('n')}]", "d": f"degree({scaled}, scale) == answer[{order.find('d')}]"}  # fmt: skip
    test = (
        'scale = Symbol("scale")',
        f"len(answer) == {len(order)} and " + " and ".join(tests[k] for k in order),
    )
    return _prepared(say, steps, source, test, "counted", names)


def _powers(source: str) -> dict[str, sp.Expr]:
    """The exponents of the base letters of a monomial."""
    value = sp.powsimp(_value(source))
    if value.is_Add:
        raise TypeError
    powers: dict[str, sp.Expr] = {}
    for factor in sp.Mul.make_args(value):
        base, exponent = factor.as_base_exp()
        if factor.is_number:
            continue
        if not base.is_Symbol or str(base) in powers:
            raise TypeError
        powers[str(base)] = exponent
    return powers


def _like(parts: dict[str, str], say: Language) -> Reading:
    first, second = _powers(parts["f"]), _powers(parts["g"])
    if set(first) != set(second) or not first:
        return None
    asked = _value(parts["asked"])
    unknowns = sorted({s for e in (*first.values(), *second.values()) for s in e.free_symbols}, key=str)
    if not unknowns or {str(u) for u in unknowns} & set(first) or not asked.free_symbols <= set(unknowns):
        return None
    equations = [
        (k, first[k], second[k])
        for k in first
        if (first[k] - second[k]).free_symbols or first[k] != second[k]
    ]
    found = sp.solve([a - b for _, a, b in equations], unknowns, dict=True)
    if len(found) != 1 or set(found[0]) != set(unknowns) or not all(v.is_Rational for v in found[0].values()):
        return None
    exponents = [sp.S(e).subs(found[0]) for e in (*first.values(), *second.values())]
    if not all(e.is_Integer and e >= 0 for e in exponents):
        return None
    steps = [] if "same" in parts else [WORDS["sum_like"].say(say)]
    steps += [
        WORDS["like"].say(say, letter=f"\\({k}\\)", left=latex(a), right=latex(b)) for k, a, b in equations
    ]
    steps.append(WORDS["values"].say(say, values=",\\ ".join(f"{latex(u)}={exact_latex(found[0][u])}" for u in unknowns)))  # fmt: skip
    result = asked.subs(found[0])
    if asked not in unknowns:
        steps.append(WORDS["put_in"].say(say, asked=latex(asked), value=exact_latex(result)))
    names = "".join(sorted({*map(str, unknowns), *first}))
    told = ", ".join(f"Eq({exact_source(a)}, {exact_source(b)})" for _, a, b in equations)
    us = ", ".join(map(str, unknowns))
    source = (noted(say, "the same exponents", "指数相同"), f"found = solve([{told}], [{us}], dict=True)[0]", f"({exact_source(asked)}).subs(found)")  # fmt: skip
    values = "{" + ", ".join(f"{u}: {exact_source(found[0][u])}" for u in unknowns) + "}"
    base = "{" + ", ".join(f"{k}: {p}" for k, p in zip(first, (2, 3, 5, 7, 11), strict=False)) + "}"
    ones = "{" + ", ".join(f"{k}: 1" for k in first) + "}"
    quotient = f"({exact_source(_value(parts['f']))})/({exact_source(_value(parts['g']))})"
    test = f"simplify(({quotient}).subs({values}).subs({base}) - ({quotient}).subs({values}).subs({ones})) == 0 and len(answer) == 1 and answer[0] - ({exact_source(asked)}).subs({values}) == 0"  # fmt: skip
    return _prepared(say, steps, source, (test,), "quotient", names)


def _linear(parts: dict[str, str], say: Language) -> Reading:
    left, right = parts["f"].split("=")
    whole = _value(left) - _value(right)
    letter = sp.Symbol(parts["asked"])
    others = whole.free_symbols - {letter}
    if len(others) != 1:
        return None
    (x,) = others
    if "x" in parts and parts["x"] != str(x):
        return None
    terms = [t for t in sp.Add.make_args(_value(left)) if t.has(x)]
    if len(terms) != 1 or _value(right).has(x):
        return None
    (term,) = terms
    power = next((f for f in sp.Mul.make_args(term) if f.has(x)), None)
    if power is None or sum(f.has(x) for f in sp.Mul.make_args(term)) != 1:
        return None
    base, exponent = power.as_base_exp()
    coefficient = sp.Mul(*(f for f in sp.Mul.make_args(term) if f is not power))
    if base != x or not exponent.has(letter):
        return None
    real = sp.Symbol(str(letter), real=True)
    values = sorted(sp.solve(exponent.subs(letter, real) - 1, real))
    bad = sorted(sp.solve(coefficient, letter)) if coefficient.has(letter) else []
    if not values or len(values) > 2 or not all(v.is_Rational for v in (*values, *bad)):
        return None
    left_over = [v for v in values if v not in bad]
    if not left_over:
        return None
    joint = ",\\ ".join(map(exact_latex, values))
    steps = [WORDS["exponent"].say(say, x=x, exponent=latex(exponent), letter=letter, values=joint)]
    for v in bad:
        steps.append(
            WORDS["nonzero"].say(say, coefficient=latex(coefficient), letter=letter, bad=exact_latex(v))
        )
    if bad:
        steps.append(
            WORDS["left_over"].say(say, letter=letter, value=",\\ ".join(map(exact_latex, left_over)))
        )
    e, c = (exact_source(v.subs(letter, real)) for v in (exponent, coefficient))
    name = str(letter)
    source = (f'{name} = Symbol("{name}", real=True)', noted(say, "exponent 1, and a coefficient that is not 0", "指数为 1，且系数不为 0"), f"[v for v in solve(Eq({e}, 1), {name}) if ({c} + 0*{name}).subs({name}, v) != 0]")  # fmt: skip
    test = (f'{name} = Symbol("{name}", real=True)', f"sorted(answer) == [v for v in map(S, range(-60, 61)) if ({e}).subs({name}, v) == 1 and ({c} + 0*{name}).subs({name}, v) != 0]")  # fmt: skip
    if not all(v.is_Integer and abs(v) < 60 for v in values):
        return None
    return _prepared(say, steps, source, test, "linear")


def _fraction(parts: dict[str, str], say: Language) -> Reading:
    match = re.fullmatch(r"\(?(?P<t>[^()/]+|\([^()]+\)(?:\([^()]+\))?)\)?\s*/\s*(?P<b>\([^()]+\)(?:\([^()]+\))?|[a-z\d|+\-]+)", parts["f"].strip())  # fmt: skip
    frac = re.fullmatch(r"\\[dt]?frac\s*\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}\s*\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}", parts["f"].strip())  # fmt: skip
    if match is None and frac is None:
        return None
    above, below = (frac[1], frac[2]) if frac else (match["t"], match["b"])  # type: ignore[index]
    if (
        re.search(r"[+\-]", above)
        and not frac
        and not above.startswith("(")
        and "(" not in parts["f"].split("/")[0]
    ):
        return None
    top, bottom = _value(above), _value(below)
    if not frac and sp.simplify(_value(parts["f"]) - top / bottom) != 0:
        return None
    x = sp.Symbol(parts.get("asked") or "x")
    if (top.free_symbols | bottom.free_symbols) != {x} or not bottom.has(x):
        return None
    real = sp.Symbol(str(x), real=True)
    zeros = sorted(sp.solve(top.subs(x, real), real))
    if not zeros or len(zeros) > 3 or not all(v.is_Rational for v in zeros):
        return None
    fits = [v for v in zeros if sp.simplify(bottom.subs(x, v)) != 0]
    if not fits:
        return None
    steps = [WORDS["numerator"].say(say, top=latex(top), x=x, values=",\\ ".join(map(exact_latex, zeros)))]
    for v in zeros:
        ok = v in fits
        says = ("" if ok else ": the fraction does not exist") if say == "en" else ("，合题意" if ok else "，分式无意义，舍去")  # fmt: skip
        steps.append(WORDS["denominator"].say(say, x=x, value=exact_latex(v), bottom=latex(bottom), result=exact_latex(bottom.subs(x, v)), says=says))  # fmt: skip
    steps.append(WORDS["values"].say(say, values=f"{x}=" + ",\\ ".join(map(exact_latex, fits))))
    name = str(x)
    t, b = (exact_source(v.subs(x, real)) for v in (top, bottom))
    head = f'{name} = Symbol("{name}", real=True)'
    source = (head, noted(say, "numerator 0, denominator not", "分子为 0，分母不为 0"), f"[v for v in solve({t}, {name}) if ({b}).subs({name}, v) != 0]")  # fmt: skip
    test = (head, f"all(({t}).subs({name}, v) == 0 and ({b}).subs({name}, v) != 0 for v in answer) and len(set(answer)) == len(answer) == {len(fits)}")  # fmt: skip
    return _prepared(say, steps, source, test, "zero")
