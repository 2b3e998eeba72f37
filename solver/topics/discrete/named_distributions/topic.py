r"""Binomial, Poisson, geometric and hypergeometric variables: probabilities, expected value, variance, standard deviation.

Read: X ~ B(10, 0.3), "a Poisson distribution with mean 3", a success rate and a number of trials, "the first success occurs on the third trial", items drawn
without replacement of which some are defective; n and p from the expected value and the variance. Not: sums of variables, approximations.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.latex import latex, values_in
from solver.ports import Language
from solver.reader.numerals import in_digits
from solver.topics.base import Reading, Text, Unread
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import Said, clauses, without_dollars
from solver.topics.discrete.named_distributions.law import Law, shown
from solver.topics.discrete.named_distributions.words import TABLE_EN, TABLE_ZH, WORDS
from solver.topics.prepared import Prepared
from solver.topics.rationals import terminating_decimal

MAX_TERMS: Final = 12
MAX_N: Final = 200
MAX_SHOWN: Final = 60
"""Longer exact values would be no answer for a reader."""
_OPPOSITE: Final = ({"次品", "正品"}, {"不合格品", "合格品"})
_ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}


def read(text: Text) -> Reading:
    """A law, and what is asked of it."""
    if not re.search(r"(?i)binom|poisson|B(?:in)?\s*\(|Po(?:is)?\s*\(|first success|defective|faulty|broken|spoiled|damaged|期望|方差|泊松|二项|P\s*\(\s*[XYZξη]|[XYZξη]\s*[~∼]|概率|标准差", text.source):  # fmt: skip
        return None
    source = re.sub(r"\\xi\s*", "ξ", without_dollars(text.source)).replace("\\eta", "η")
    source = re.sub(r"\b([XYZ])\s+(?=(?:B|Bin|Binomial|Po|Pois|Poisson)\s*\()", r"\1 ~ ", source)
    if text.language == "en":
        source = in_digits(source)
    found = clauses(source, TABLE_ZH if text.language == "zh" else TABLE_EN)
    if isinstance(found, str):
        return Unread((found,)) if found in text.source and len(found) < len(source) / 2 else None
    kinds: dict[str, Said] = {}
    for said in found:
        if said.kind in kinds and said.kind != "told":
            return None
        kinds[said.kind] = said
    decimal = re.search(r"\d\.\d|%", source) is not None
    try:
        return _task(kinds, found, text.language, decimal=decimal)
    except (ValueError, ZeroDivisionError):
        return None


def _task(kinds: dict[str, Said], found: list[Said], say: Language, *, decimal: bool) -> Reading:
    if "unknown" in kinds:
        return _both(kinds, found, say) if set(kinds) == {"unknown", "told", "both"} else None
    law = _law(kinds)
    if "rate" in kinds:
        return _of_a_rate(kinds, say, decimal=decimal)
    asks = [k for k in ("asked", "moments", "first", "bad", "events") if k in kinds]
    if law is None or len(asks) != 1 or "told" in kinds or "both" in kinds:
        return None
    asked = kinds[asks[0]]
    if asks[0] == "moments":
        return _moments(law, asked.values["parts"], say, decimal=decimal)
    if asks[0] == "first":
        k = _ORDINALS.get(asked.values["k"].lower()) or int(re.sub(r"\D", "", asked.values["k"]))
        return _probability(law, "=", sp.Integer(k), say, decimal=decimal)
    if asks[0] == "events":
        return _events(kinds["poisson"], asked, say, decimal=decimal) if set(kinds) == {"poisson", "events"} else None  # fmt: skip
    if asks[0] == "bad":
        said, told = asked.values["bad"], kinds["box"].values.get("bad")
        if {said, told} in _OPPOSITE:
            N, M, n = law.numbers
            law = Law(law.kind, law.name, (N, N - M, n))
        elif said != told:
            return None
        if every := asked.values.get("all"):
            return _probability(law, "=", sp.S.Zero if every in ("没有", "不含") else law.numbers[2], say, decimal=decimal)  # fmt: skip
        if asked.values.get("how") == "有":
            return None  # just as many, or as many and more?
        return _probability(law, _sign(asked), asked.number("k"), say, decimal=decimal)
    if asked.values["name"] != law.name:
        return None
    return _probability(law, asked.values["sign"], asked.number("k"), say, decimal=decimal)


_FAILS: Final = re.compile("次品|不合格|废品")


def _of_a_rate(kinds: dict[str, Said], say: Language, *, decimal: bool) -> Prepared | None:
    """So many of n things out of a large lot of which a part is bad, or good: 次品率为0.1."""
    taken, asked = kinds.get("drawn"), kinds.get("bad")
    if taken is None or asked is None or len(kinds) != 3 or "how" not in asked.values:
        return None
    rate, n = kinds["rate"].number("p"), taken.number("n")
    counts = [_FAILS.search(word) is not None for word in (kinds["rate"].values["of"], asked.values["bad"])]
    if not 0 < rate < 1 or not n.is_integer or not 0 < n <= MAX_N or asked.values["how"] == "有":
        return None
    if ("发芽" in kinds["rate"].values["of"]) != ("发芽" in asked.values["bad"]):
        return None
    law = Law("binomial", "X", (n, rate if counts[0] == counts[1] else 1 - rate))
    return _probability(law, _sign(asked), asked.number("k"), say, decimal=decimal)


def _sign(asked: Said) -> str:
    signs = {"at least": ">=", "at most": "<=", "no more than": "<=", "more than": ">", "fewer than": "<", "less than": "<", "至少有": ">=", "至多有": "<=", "最多有": "<="}  # fmt: skip
    return signs.get(" ".join((asked.values.get("how") or "").lower().split()), "=")


def _events(rate: Said, asked: Said, say: Language, *, decimal: bool) -> Prepared | None:
    """How many of what was told happen in a span of the same unit as the rate's."""

    def one(word: str) -> str:
        return word.lower().removesuffix("s")

    told = {one(word) for word in rate.values.get("what", "").split()}
    if one(asked.values["thing"]) not in told or one(asked.values["span"]) != one(rate.values["time"]):
        return None
    mean = rate.number("l") * (asked.number("t") if "t" in asked.values else 1)
    if mean <= 0 or ("t" not in asked.values and asked.values["span"].endswith("s")):
        return None
    k = sp.Integer(0) if asked.values.get("none") else asked.number("k")
    return _probability(Law("poisson", "X", (mean,)), _sign(asked), k, say, decimal=decimal)


def _law(kinds: dict[str, Said]) -> Law | None:
    name = next((s.values["name"] for k, s in kinds.items() if "name" in s.values and k != "asked"), "X")
    laws = set(kinds) & {"binomial", "poisson", "success", "box"}
    if len(laws) != 1:
        return None
    if "box" in laws:
        return _drawn(kinds, name)
    if {"drawn", "counted", "bad"} & set(kinds):
        return None
    if "poisson" in laws:
        rate = kinds["poisson"].number("l")
        return Law("poisson", name, (rate,)) if rate > 0 and not {"trials", "first"} & set(kinds) else None
    said = kinds["binomial"] if "binomial" in kinds else kinds["success"]
    p = said.number("p")
    if not 0 < p < 1:
        return None
    if "n" not in said.values and "trials" not in kinds:
        return Law("geometric", name, (p,)) if "first" in kinds else None
    if "first" in kinds or ("n" in said.values and "trials" in kinds):
        return None
    n = (said if "n" in said.values else kinds["trials"]).number("n")
    return Law("binomial", name, (n, p)) if n.is_integer and 0 < n <= MAX_N else None


def _drawn(kinds: dict[str, Said], name: str) -> Law | None:
    """How many of those that are drawn count: the named colour, or the defective ones."""
    box = kinds["box"]
    if ("drawn" in kinds) == ("n" in box.values) or {"trials", "first"} & set(kinds):
        return None
    n, M = (box if "n" in box.values else kinds["drawn"]).number("n"), box.number("M")
    if "R" in box.values:
        rest = box.number("R")
        colour = kinds["counted"].values.get("colour") if "counted" in kinds else None
        if colour not in (box.values["colour"], box.values["other"]) or box.values["colour"] == box.values["other"]:  # fmt: skip
            return None
        N = M + rest
        M = M if colour == box.values["colour"] else rest
    else:
        N = box.number("N")
        if "counted" in kinds and kinds["counted"].values.get("bad") != box.values["bad"]:
            return None
        if "counted" not in kinds and "bad" not in kinds:
            return None
    whole = all(v.is_integer for v in (N, M, n)) and 0 < M < N <= MAX_N and 0 < n <= N
    return Law("hypergeometric", name, (N, M, n)) if whole else None


def _opening(law: Law, say: Language) -> str:
    s = list(map(shown, law.numbers))
    match law.kind:
        case "binomial":
            return WORDS["binomial"].say(say, X=law.name, n=s[0], p=s[1], q=shown(1 - law.numbers[1]))
        case "poisson":
            l_ = s[0] if s[0].isdigit() else rf"\left({s[0]}\right)"
            return WORDS["poisson"].say(say, X=law.name, l=s[0], l_=l_)
        case "geometric":
            return WORDS["geometric"].say(say, X=law.name, p=s[0], q=shown(1 - law.numbers[0]))
    return WORDS["hypergeometric"].say(say, X=law.name, N=s[0], M=s[1], n=s[2], rest=law.numbers[0] - law.numbers[1])  # fmt: skip


def _probability(law: Law, sign: str, k: sp.Rational, say: Language, *, decimal: bool) -> Prepared | None:
    if not k.is_integer or k < 0:
        return None
    k = int(k)
    low, high = {"=": (k, k), "<=": (law.least, k), "<": (law.least, k - 1), ">=": (k, law.most), ">": (k + 1, law.most)}[sign]  # fmt: skip
    low = max(low, law.least)
    high = law.most if high is None else min(high, law.most) if law.most is not None else high
    good = None if high is None else list(range(low, high + 1))
    others = list(range(law.least, low))
    turned = good is None or (others != [] and high == law.most and len(others) < len(good))
    shown = others if turned else good
    if not shown or len(shown) > MAX_TERMS or (good is not None and not good):
        return None
    steps, total = [_opening(law, say)], sp.S.Zero

    def put(value: sp.Expr) -> str:
        return (terminating_decimal(value) if decimal and isinstance(value, sp.Rational) and len(terminating_decimal(value) or "") <= 10 else None) or latex(value)  # fmt: skip

    for i in shown:
        value = sp.simplify(law.chance(i))
        total += value
        steps.append(WORDS["value"].say(say, X=law.name, k=i, value=put(value)))
    total = sp.simplify(total)
    if len(latex(total)) > MAX_SHOWN:
        return None
    if len(shown) > 1:
        steps.append(WORDS["sum"].say(say, value=put(total)))
    if turned:
        steps.append(WORDS["opposite"].say(say, other=_bracketed(put(total)), value=put(sp.simplify(1 - total))))  # fmt: skip
    inner = f"sum(chance(k) for k in {shown})" if len(shown) > 1 else f"chance({shown[0]})"
    lines = [
        comment(WORDS["code"].say(say)),
        f"chance = lambda k: {law.source()}",
        f"simplify(1 - {inner})" if turned else f"simplify({inner})",
    ]
    tests = (
        *_recursion(law, max(shown)),
        f"total = sum((row[k] for k in {shown}), S.Zero)",
        f"simplify(answer - ({'1 - total' if turned else 'total'})) == 0",
    )
    return Prepared(say, tuple(steps), cell(*lines), tests, WORDS["method"], WORDS["sentence"], shown=lambda v: put(sp.simplify(v)) if isinstance(v, sp.Expr) and not v.free_symbols else None)  # fmt: skip


def _bracketed(tex: str) -> str:
    return rf"\left({tex}\right)" if "+" in tex or "-" in tex else tex


def _recursion(law: Law, last: int) -> tuple[str, ...]:
    """Lines that fill `row` with the probabilities, each from the one before."""
    values = list(map(exact_source, law.numbers))
    first = law.least
    match law.kind:
        case "binomial":
            start, ratio = f"(1 - {values[1]})**{values[0]}", f"Rational({values[0]} - k, k + 1)*({values[1]})/(1 - {values[1]})"  # fmt: skip
        case "poisson":
            start, ratio = f"exp(-{values[0]})", f"S({values[0]})/(k + 1)"
        case "geometric":
            start, ratio = values[0], f"1 - {values[0]}"
        case _:
            N, M, n = law.numbers
            start = f"Rational(binomial({M}, {first})*binomial({N - M}, {n - first}), binomial({N}, {n}))"
            ratio = f"Rational(({M} - k)*({n} - k), (k + 1)*({N - M - n} + k + 1))"
    return (
        f"row = {{{first}: S({start})}}",
        f"for k in range({first}, {max(last, first)}):",
        f"    row[k + 1] = row[k]*({ratio})",
    )


def _moments(law: Law, parts: str, say: Language, *, decimal: bool) -> Prepared | None:
    asked = list[str]()
    for part in re.split(r"\s*(?:,?\s*\band\b\s*|[,、和与及])\s*", parts):
        kind = "deviation" if re.search(r"(?i)standard|标准差", part) else "variance" if re.search(r"(?i)var|方差|^[DV]\s*[\[(XYZξη]", part.strip()) else "mean"  # fmt: skip
        if kind in asked:
            return None
        asked.append(kind)
    (mean, mean_tex), (variance, variance_tex) = law.moments()
    results: dict[str, sp.Expr] = {"mean": mean, "variance": variance, "deviation": sp.sqrt(variance)}

    def put(value: sp.Expr) -> str:
        return (terminating_decimal(value) if decimal and isinstance(value, sp.Rational) else None) or latex(value)  # fmt: skip

    steps = [_opening(law, say)]
    if "mean" in asked:
        steps.append(WORDS["mean"].say(say, X=law.name, formula=mean_tex, value=put(mean)))
    if "variance" in asked or "deviation" in asked:
        steps.append(WORDS["variance"].say(say, X=law.name, formula=variance_tex, value=put(variance)))
    if "deviation" in asked:
        steps.append(WORDS["deviation"].say(say, variance=put(variance), value=latex(results["deviation"])))
    source = _moment_sources(law)
    lines = [comment(WORDS["code_moments"].say(say)), f"mean, variance = {source[0]}, {source[1]}"]
    lines.append("(" + ", ".join({"mean": "mean", "variance": "variance", "deviation": "sqrt(variance)"}[a] for a in asked) + ",)")  # fmt: skip
    last = law.most if law.most is not None else 400
    tests = (
        *_recursion(law, last),
        *(("row = {k: N(p, 30) for k, p in row.items()}",) if law.most is None else ()),
        "mean = sum(k*p for k, p in row.items())",
        "variance = sum(k**2*p for k, p in row.items()) - mean**2",
        f"exact = [{', '.join({'mean': 'mean', 'variance': 'variance', 'deviation': 'sqrt(variance)'}[a] for a in asked)}]",
        f"bool(len(answer) == {len(asked)} and all(abs(N(a - b, 20)) < 1e-9 for a, b in zip(answer, exact)))",
    )

    def written(value: Any) -> str | None:
        found = list(value) if isinstance(value, tuple | list | sp.Tuple) else []
        if len(found) != len(asked) or any(not isinstance(v, sp.Expr) or v.free_symbols for v in found):
            return None
        return r";\ ".join(map(put, found))

    return Prepared(say, tuple(steps), cell(*lines), tests, WORDS["method"], WORDS["moments"], shown=written, given=_several)  # fmt: skip


def _moment_sources(law: Law) -> tuple[str, str]:
    values = list(map(exact_source, law.numbers))
    match law.kind:
        case "binomial":
            n, p = values
            return f"{n}*{p}", f"{n}*{p}*(1 - {p})"
        case "poisson":
            return values[0], values[0]
        case "geometric":
            return f"1/S({values[0]})", f"(1 - {values[0]})/S({values[0]})**2"
    N, M, n = values
    return f"Rational({n}*{M}, {N})", f"Rational({n}*{M}*({N} - {M})*({N} - {n}), {N}**2*({N} - 1))"


def _several(answer: str) -> Any:
    parts = [values_in(part) for part in re.split(r";(?:\\ )?|；", answer)]
    if any(p is None or len(p) != 1 or not isinstance(p[0], sp.Expr) for p in parts):
        return None
    return tuple(p[0] for p in parts if p is not None)


def _both(kinds: dict[str, Said], found: list[Said], say: Language) -> Prepared | None:
    """n and p of B(n, p) from the expected value and the variance."""
    told = {("mean" if s.values["part"] == "E" else "variance"): s.number("v") for s in found if s.kind == "told"}  # fmt: skip
    if set(told) != {"mean", "variance"} or sum(s.kind == "told" for s in found) != 2:
        return None
    m, v = told["mean"], told["variance"]
    if not 0 < v < m:
        return None
    q = v / m
    p, n = 1 - q, m / (1 - q)
    if not n.is_integer:
        return None
    letters = re.findall("[np]", re.sub("and", "", kinds["both"].values["letters"]))
    values = {"n": n, "p": p}
    steps = (
        WORDS["unknown"].say(say),
        WORDS["both"].say(say, m=shown(m), v=shown(v), q=shown(q), p=shown(p), n=shown(n)),
    )
    lines = [
        f"mean, variance = {exact_source(m)}, {exact_source(v)}",
        "p = 1 - S(variance)/mean",
        "n = mean/p",
        "(" + ", ".join(letters) + ",)",
    ]
    names = ", ".join(letters)
    tests = (
        f"n, p = {exact_source(n) if 'n' not in letters else 'None'}, {exact_source(p) if 'p' not in letters else 'None'}",
        f"{names}, = answer",
        f"bool(n*p == {exact_source(m)} and n*p*(1 - p) == {exact_source(v)})",
    )

    def written(value: Any) -> str | None:
        found = list(value) if isinstance(value, tuple | list | sp.Tuple) else []
        return r",\ ".join(f"{a}={shown(b)}" for a, b in zip(letters, found, strict=True)) if len(found) == len(letters) else None  # fmt: skip

    def given(answer: str) -> Any:
        parts = [values_in(re.sub(r"^\s*[np]\s*=", "", part)) for part in re.split(r",(?:\\ )?|，|;", answer)]
        ok = len(parts) == len(values if len(letters) == 2 else letters) and all(p is not None and len(p) == 1 for p in parts)  # fmt: skip
        return tuple(p[0] for p in parts if p) if ok else None

    return Prepared(say, steps, cell(*lines), tests, WORDS["method_both"], WORDS["moments"], shown=written, given=given)  # fmt: skip
