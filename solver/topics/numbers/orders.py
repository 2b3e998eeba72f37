r"""Euler's function, the order of a number modulo another, the least primitive root, and orders in cyclic groups.

Read: φ(100), "Euler's totient function", the order of 2 modulo 7, a primitive root modulo 7, the order of 4 in Z_12, generators of Z_8. Not: letters.
"""

from __future__ import annotations

import re
from math import gcd
from typing import Final

import sympy as sp

from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.bare_formulas import given_expressions, plain
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell
from solver.topics.clauses import clauses, table
from solver.topics.declining import declining
from solver.topics.prepared import Prepared

_N: Final = r"(?P<n>\d{1,12})"
_A: Final = r"(?P<a>\d{1,9})"
_PHI: Final = rf"(?:\\(?:var)?phi|φ|ϕ|phi) ?\( ?{_N} ?\)"
_MOD: Final = r"(?:modulo|mod|\\bmod|\\pmod)"
_Z: Final = rf"(?:the )?(?:(?:additive|cyclic) )?(?:group )?(?:\\mathbb ?\{{? ?)?Z ?\}}? ?(?:_ ?\{{? ?{_N} ?\}}?|/ ?{_N.replace('n>', 'n2>')} ?(?:\\mathbb ?\{{? ?)?Z ?\}}?)"
TABLE_EN: Final = table({
    "phi": (rf"{FIND}(?:the value of )?(?:euler'?s? )?(?:totient )?(?:(?:phi )?function )?(?:the value of )?{_PHI}(?: ?=)?(?: ,? ?where (?:\\(?:var)?phi|φ|ϕ) (?:is|denotes) euler'?s (?:totient|phi) function)?", rf"{FIND}(?:the value of )?euler'?s (?:totient|phi) function (?:of|for|at) {_N}", rf"how many (?:positive )?integers (?:less than|not exceeding|up to) {_N} are (?:relatively prime|coprime) to (?P<same>\d+)"),
    "order": (rf"{FIND}the (?:multiplicative )?order of {_A} {_MOD} {_N}",),
    "root": (rf"{FIND}(?:a|the (?:smallest|least) (?:positive )?) ?primitive root (?:{_MOD}|of) {_N}",),
    "group_order": (rf"{FIND}the order of (?:the element )?{_A} in {_Z}",),
    "generators": (rf"{FIND}all (?:the )?generators of {_Z}",),
})  # fmt: skip
TABLE_ZH: Final = table({
    "phi": (rf"{FIND_ZH}(?:欧拉函数)?(?:值)? ?{_PHI}(?: ?=)?(?:的值)?{HOW_MUCH_ZH}(?: ?[,，]? ?其中.{{0,10}}欧拉函数)?", rf"{FIND_ZH} ?{_N} ?的欧拉函数值?{HOW_MUCH_ZH}"),
    "order": (rf"{FIND_ZH} ?{_A} ?(?:关于|对)?模 ?{_N} ?的(?:阶|指数|次数){HOW_MUCH_ZH}",),
    "root": (rf"{FIND_ZH}模? ?{_N} ?的(?:一个|最小)(?:正)?原根{HOW_MUCH_ZH}",),
    "group_order": (rf"{FIND_ZH}(?:在)?(?:群|加群|循环群)? ?{_Z} ?中(?:元素)? ?{_A} ?的(?:阶|周期){HOW_MUCH_ZH}",),
    "generators": (rf"{FIND_ZH}(?:群|加群|循环群)? ?{_Z} ?的(?:所有|全部)生成元{HOW_MUCH_ZH}",),
})  # fmt: skip
WORDS: Final = {
    "phi": Words("Factor: \\({n}={factors}\\). Each prime factor \\(p\\) takes the part \\(\\frac1p\\) away: \\[\\varphi({n})={product}={value}\\]", "分解质因数：\\({n}={factors}\\)。由公式 \\[\\varphi({n})={product}={value}\\]"),
    "order": Words("The order divides \\(\\varphi({n})={phi}\\). Powers at its divisors: \\({powers}\\). The first that gives 1 is at \\({value}\\).", "阶必整除 \\(\\varphi({n})={phi}\\)。依次检验它的因数：\\({powers}\\)。第一个得 1 的指数是 \\({value}\\)。"),
    "root": Words("A primitive root has the order \\(\\varphi({n})={phi}\\). Going up from 2, the first one whose powers at \\({tests}\\) are not 1 is \\({value}\\).", "原根的阶等于 \\(\\varphi({n})={phi}\\)。从小到大检验，第一个在指数 \\({tests}\\) 处的幂都不余 1 的是 \\({value}\\)。"),
    "group_order": Words("In \\(\\mathbb{{Z}}_{{{n}}}\\) the order of \\({a}\\) is \\(\\frac{{{n}}}{{\\gcd({a},{n})}}=\\frac{{{n}}}{{{g}}}={value}\\).", "在 \\(\\mathbb{{Z}}_{{{n}}}\\) 中 \\({a}\\) 的阶为 \\(\\frac{{{n}}}{{({a},{n})}}=\\frac{{{n}}}{{{g}}}={value}\\)。"),
    "generators": Words("The generators of \\(\\mathbb{{Z}}_{{{n}}}\\) are the numbers coprime to \\({n}\\): \\({value}\\).", "\\(\\mathbb{{Z}}_{{{n}}}\\) 的生成元是与 \\({n}\\) 互质的数：\\({value}\\)。"),
    "method": Words("counted or multiplied out one by one", "逐个计数或逐次相乘检验"),
}  # fmt: skip


@declining
def read(text: Text) -> Reading:
    """One number, and what is asked of it."""
    if not re.search(r"(?i)phi|φ|ϕ|totient|order of|primitive root|generator|coprime|relatively prime|欧拉|的阶|指数|原根|生成元", text.source):  # fmt: skip
        return None
    said = clauses(plain(text.source), TABLE_ZH if text.language == "zh" else TABLE_EN)
    if isinstance(said, str) or len(said) != 1:
        return None
    (asked,) = said
    n = int(asked.values.get("n") or asked.values["n2"])
    a = int(asked.values.get("a") or 0)
    if n < 2 or ("same" in asked.values and int(asked.values["same"]) != n):
        return None
    match asked.kind:
        case "phi":
            return _phi(n, text.language)
        case "order":
            return _order(a, n, text.language) if gcd(a, n) == 1 and n <= 10**6 else None
        case "root":
            return _root(n, text.language) if n <= 10**5 else None
        case "group_order":
            return _group_order(a, n, text.language) if 0 <= a < n <= 10**6 else None
        case "generators":
            return _generators(n, text.language) if n <= 60 else None
    return None


def _phi(n: int, say: Language) -> Prepared:
    factors = sp.factorint(n)
    shown = r"\cdot ".join(f"{p}^{{{k}}}" if k > 1 else str(p) for p, k in factors.items())
    product = str(n) + "".join(rf"\left(1-\frac{{1}}{{{p}}}\right)" for p in factors)
    step = WORDS["phi"].say(say, n=n, factors=shown, product=product, value=sp.totient(n))
    count = f"answer == sum(1 for k in range(1, {n} + 1) if gcd(k, {n}) == 1)" if n <= 20_000 else f"answer == prod(p**(k - 1)*(p - 1) for p, k in factorint({n}).items())"  # fmt: skip
    return Prepared(say, (step,), cell(f"totient({n})"), (count,), WORDS["method"])


def _order(a: int, n: int, say: Language) -> Prepared:
    phi, value = int(sp.totient(n)), int(sp.n_order(a, n))
    tried = [d for d in sp.divisors(phi) if d <= value]
    powers = r",\ ".join(rf"{a}^{{{d}}}\equiv {pow(a, d, n)}" for d in tried)
    step = WORDS["order"].say(say, n=n, phi=phi, powers=powers, value=value)
    source = cell(f"n_order({a}, {n})")
    tests = (
        f"answer > 0 and all((pow({a}, k, {n}) == 1) == (k == answer) for k in range(1, int(answer) + 1))",
    )
    return Prepared(say, (step,), source, tests, WORDS["method"])


def _root(n: int, say: Language) -> Prepared | None:
    found = sp.primitive_root(n)
    if found is None:
        return None
    phi = int(sp.totient(n))
    exponents = ", ".join(str(phi // p) for p in sp.primefactors(phi)) or "1"
    step = WORDS["root"].say(say, n=n, phi=phi, tests=exponents, value=found)
    tests = (f"gcd(answer, {n}) == 1 and len({{pow(int(answer), k, {n}) for k in range({phi})}}) == {phi}",)
    return Prepared(say, (step,), cell(f"primitive_root({n})"), tests, WORDS["method"])


def _group_order(a: int, n: int, say: Language) -> Prepared:
    g = gcd(a, n)
    step = WORDS["group_order"].say(say, n=n, a=a, g=g, value=n // g)
    tests = (f"answer == next(k for k in range(1, {n} + 1) if k*{a} % {n} == 0)",)
    return Prepared(say, (step,), cell(f"{n} // gcd({a}, {n})"), tests, WORDS["method"])


def _generators(n: int, say: Language) -> Prepared:
    found = [k for k in range(1, n) if gcd(k, n) == 1]
    step = WORDS["generators"].say(say, n=n, value=", ".join(map(str, found)))
    source = cell(f"[k for k in range(1, {n}) if gcd(k, {n}) == 1]")

    def written(value: object) -> str | None:
        return r",\ ".join(map(str, value)) if isinstance(value, list | tuple) else None

    tests = (
        f"sorted(answer) == [k for k in range(1, {n}) if len({{k*j % {n} for j in range({n})}}) == {n}]",
    )
    return Prepared(say, (step,), source, tests, WORDS["method"], shown=written, given=given_expressions)
