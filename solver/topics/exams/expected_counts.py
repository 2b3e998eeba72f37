"""How many of one kind are among those that are drawn without putting back: mean, variance and chances of a hypergeometric number.

Read: two kinds with their numbers (or all and one kind), how many are drawn, a letter for how many of one kind; E(X), D(X), P(X=k) or P(X≥k) are asked.
Not: tables of the distribution, three kinds, drawing with replacement.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import eq, ge, gt, le, lt
from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Task, Words
from solver.topics.cells import comment, exact_source
from solver.topics.clauses import Said
from solver.topics.exams.kinds import Exam, Unfit, kind, task

_COLOUR: Final = r"(?:red|blue|white|black|green|yellow)"
_EN: Final = {
    "kinds": (
        rf"(?:a|an|the) (?:bag|box|urn|jar) (?:contains|has|holds) <a> (?P<one>{_COLOUR})(?: balls| marbles| counters)? and <b> (?P<two>{_COLOUR}) (?:balls|marbles|counters)",
        r"(?:a )?(?:committee|team|group) of <n>(?: people)? is (?:to be )?(?:chosen|selected|formed)(?: at random)? from <a> (?P<one>men|women|boys|girls) and <b> (?P<two>men|women|boys|girls)",
        r"(?:a )?(?:box|batch|lot) of <all> (?:items|bulbs|components|phones) contains <a> (?P<one>defective|faulty)(?: ones| items| bulbs| components| phones)?",
        r"(?:a|the) (?:box|batch|lot|bag) (?:has|contains|holds) <all> (?:items|bulbs|components|phones|batteries),? <a> of which are (?P<one>defective|faulty)",
        r"(?:a|the) (?:box|batch|lot|bag) (?:has|contains|holds) <all> (?:items|bulbs|components|phones|batteries),? of which <a> are (?P<one>defective|faulty)",
    ),
    "drawn": (r"<n> (?:(?:of them |balls |marbles |counters |items |bulbs |components |phones |batteries ))?are (?:drawn|taken|chosen|selected|picked)(?: at random)?(?: from (?:it|the (?:bag|box|urn|jar|batch|lot)))?(?:,? without replacement)?(?:,? at random)?",),
    "let": (rf"(?:let )?(?P<x>[A-Z]) (?:be|is|denotes?) the number of (?P<what>{_COLOUR}|men|women|boys|girls|defective|faulty)(?: balls| marbles| counters| items| bulbs| components| phones| ones)?(?: (?:drawn|chosen|selected|among them|on the committee|in the (?:sample|committee|team|group)))?",),
    "ask_mean": (rf"{FIND}(?:the )?(?:expected value (?:of )?|expectation (?:of )?|mean (?:of )?)?E\(?\[?(?P<x>[A-Z])\]?\)?", rf"{FIND}(?:the )?(?:expected value|expectation|mean) of (?P<x>[A-Z])", rf"{FIND}(?:the )?expected number of (?P<what>{_COLOUR}|men|women|boys|girls|defective|faulty)(?: balls| marbles| counters| items| bulbs)?(?: (?:drawn|chosen|selected))?"),
    "ask_chance": (rf"{FIND}(?:the )?(?:probability (?:that )?)?P\((?P<x>[A-Z]) ?(?P<sign>=|>=|<=|>|<) ?<k>\)",),
    "ask_variance": (rf"{FIND}(?:the )?(?:variance (?:of )?)?(?:Var|D|V)\((?P<x>[A-Z])\)", rf"{FIND}(?:the )?variance of (?P<x>[A-Z])"),
}  # fmt: skip
_U: Final = "(?:名|个|件|只|张|位|人|本|道|支|盒|台)"
_K: Final = "(?:[红白黑黄蓝绿]球|男生|女生|男同学|女同学|男教师|女教师|男医生|女医生|正品|次品|合格品|不合格品|一等品|二等品|男性|女性)"
_DRAW: Final = "(?:随机|任意?|从中任意?|从中随机|不放回地?|一次性|任)*(?:地)?(?:抽取|选取|选出|取出|摸出|抽出|选|取|抽|摸)(?:出)?(?:了)?"
_ZH: Final = {
    "kinds": (
        rf"从<a>{_U}(?P<one>{_K})[,和与]?(?:和)?<b>{_U}(?P<two>{_K})中{_DRAW}<n>{_U}?(?:人|球)?(?:(?:去)?参加[一-鿿]{{2,8}})?",
        rf"(?:一个|已知)?(?:不透明的)?(?:袋子?|盒子?|箱子?|口袋)(?:中|里|内)?(?:装)?有(?:大小、?(?:形状)?(?:完全)?相同的)?<a>{_U}(?P<one>{_K})[,和与]?<b>{_U}(?P<two>{_K})",
        rf"(?:一个)?(?:袋子?|盒子?|箱子?|口袋)(?:中|里|内)?(?:装)?有<all>{_U}(?:大小相同的)?球,其中(?:有)?<a>{_U}(?P<one>{_K})[,和与]?<b>{_U}(?P<two>{_K})",
        rf"(?:已知|有)?<all>件产品中有<a>件(?P<one>{_K})",
        rf"(?:已知|有)?(?:某|一)批(?:产品|零件|灯泡|商品)(?:中)?(?:共)?(?:有)?<all>{_U},其中(?:有)?<a>{_U}(?P<one>{_K})",
        rf"从装有<a>{_U}(?P<one>{_K})[,和与]<b>{_U}(?P<two>{_K})的(?:袋子?|盒子?|箱子?|口袋)(?:中|里),?{_DRAW}<n>{_U}?(?:球)?",
    ),
    "drawn": (rf"(?:现)?(?:从(?:中|袋中|盒中|箱中|这些产品中|口袋中)?)?{_DRAW}<n>{_U}(?:球|产品)?(?:检查|检验)?",),
    "let": (
        rf"(?:用|设|记|令)?(?P<x>[A-Zξη])?(?:表示|为)?(?:所)?(?:选出?的?|取出?的?|取到的?|抽到的?|摸到的?|摸出的?|选)?(?:<n2>)?{_U}?(?:人|球|产品)?(?:中)?(?:的)?(?P<what>{_K})(?:的)?(?:人数|个数|件数|数)(?:为|记为|是)?(?P<x2>[A-Zξη])?",
    ),
    "ask_mean": (rf"{FIND_ZH}(?:随机变量)?(?P<x>[A-Zξη])?的?(?:数学期望|期望|均值)(?:E\(?(?P<x2>[A-Zξη])\)?)?{HOW_MUCH_ZH}", rf"{FIND_ZH}E\(?(?P<x>[A-Zξη])\)?{HOW_MUCH_ZH}"),
    "ask_chance": (rf"{FIND_ZH}(?:概率)?P\((?P<x>[A-Zξη])(?P<sign>=|>=|<=|>|<)<k>\)(?:的值)?{HOW_MUCH_ZH}",),
    "ask_variance": (rf"{FIND_ZH}(?:随机变量)?(?P<x>[A-Zξη])?的?方差(?:D\(?(?P<x2>[A-Zξη])\)?)?{HOW_MUCH_ZH}", rf"{FIND_ZH}D\(?(?P<x>[A-Zξη])\)?{HOW_MUCH_ZH}"),
}  # fmt: skip
_WORDS: Final = {
    "law": Words("\\(X\\) is hypergeometric: {n} are drawn from {all}, of which {a} are of the kind: \\[P(X=k)=\\frac{{C_{{{a}}}^k C_{{{b}}}^{{{n}-k}}}}{{C_{{{all}}}^{{{n}}}}}\\]", "\\(X\\) 服从超几何分布：从 {all} 个中取 {n} 个，其中这一类有 {a} 个：\\[P(X=k)=\\frac{{C_{{{a}}}^k C_{{{b}}}^{{{n}-k}}}}{{C_{{{all}}}^{{{n}}}}}\\]"),
    "table": Words("So \\({table}\\).", "即 \\({table}\\)。"),
    "chance": Words("\\[P(X{sign}{k})={terms}={value}\\]", "\\[P(X{sign}{k})={terms}={value}\\]"),
    "counted": Words("every draw was written out, and those that fit counted", "列出所有取法，数出符合条件的取法"),
    "mean": Words("\\[E(X)={terms}={value}\\]", "\\[E(X)={terms}={value}\\]"),
    "variance": Words("\\[D(X)=E(X^2)-E(X)^2={square}-\\left({mean}\\right)^2={value}\\]", "\\[D(X)=E(X^2)-E(X)^2={square}-\\left({mean}\\right)^2={value}\\]"),
    "code": Words("each number with its probability", "各取值及其概率"),
    "method": Words("the mean is n times the share of the kind, with the variance that belongs to it", "用超几何分布的均值、方差公式检验"),
}  # fmt: skip

MAX_DRAWS: Final = 20_000
"""Of which every one is looked at by the check of a chance."""


@kind(r"期望|均值|方差|[EP]\([XYξη]", "zh", _ZH)
@kind(r"(?i)expected|expectation|\b[EP]\(|\bmean\b|variance", "en", _EN)
def drawn(exam: Exam) -> list[Task]:
    """Two kinds, drawn without putting back."""
    kinds = exam.one("kinds")
    a = int(kinds.number("a"))
    if exam.has("all"):
        b = int(exam.number("all")) - a
        if exam.has("b") and int(exam.number("b")) != b:
            raise Unfit
    else:
        b = int(exam.number("b"))
    n = int(exam.number("n"))
    whats = {s.values["what"] for s in exam.said if "what" in s.values}
    names = {s.values[k] for s in exam.said for k in ("x", "x2") if k in s.values}
    if len(whats) != 1 or len(names) > 1 or any(int(s.number("n2")) != n for s in exam.said if "n2" in s.values):  # fmt: skip
        raise Unfit
    what = whats.pop()
    other = kinds.values.get("two", "")
    if what == kinds.values["one"] and what != other:
        pass
    elif what == other:
        a, b = b, a
    else:
        raise Unfit
    if not (a > 0 and b > 0 and 0 < n < a + b <= 200 and n <= 12):
        raise Unfit
    return [_task(exam, s, a, b, n) for s in exam.asked]


def _task(exam: Exam, asked: Said, a: int, b: int, n: int) -> Task:
    say = exam.language
    table = {k: sp.binomial(a, k) * sp.binomial(b, n - k) / sp.binomial(a + b, n) for k in range(max(0, n - b), min(a, n) + 1)}  # fmt: skip
    steps = [
        _WORDS["law"].say(say, n=n, all=a + b, a=a, b=b),
        _WORDS["table"].say(say, table=r",\ ".join(f"P(X={k})={exact_latex(p)}" for k, p in table.items())),
    ]
    head = [f"a, b, n = {a}, {b}, {n}", comment(_WORDS["code"].say(say)), f"p = {{k: binomial(a, k) * binomial(b, n - k) / binomial(a + b, n) for k in range({min(table)}, {max(table) + 1})}}"]  # fmt: skip
    if asked.kind == "ask_chance":
        return _chance(exam, asked, table, steps, head, (a, b, n))
    mean = sum(k * p for k, p in table.items())
    square = sum(k**2 * p for k, p in table.items())
    terms = "+".join(rf"{k}\cdot {exact_latex(p)}" for k, p in table.items())
    steps.append(_WORDS["mean"].say(say, terms=terms, value=exact_latex(mean)))
    if asked.kind == "ask_mean":
        return task(exam, steps, (*head, "sum(k * p[k] for k in p)"), (f"answer == {exact_source(sp.Rational(n * a, a + b))}",), _WORDS["method"])  # fmt: skip
    value = square - mean**2
    steps.append(_WORDS["variance"].say(say, square=exact_latex(square), mean=exact_latex(mean), value=exact_latex(value)))  # fmt: skip
    closed = sp.Rational(n * a * b * (a + b - n), (a + b) ** 2 * (a + b - 1))
    return task(exam, steps, (*head, "mean = sum(k * p[k] for k in p)", "sum(k**2 * p[k] for k in p) - mean**2"), (f"answer == {exact_source(closed)}",), _WORDS["method"])  # fmt: skip


def _chance(
    exam: Exam,
    asked: Said,
    table: dict[int, sp.Rational],
    steps: list[str],
    head: list[str],
    drawn: tuple[int, int, int],
) -> Task:
    """P(X = k), P(X ≥ k) and their like."""
    say, sign, place = exam.language, asked.values["sign"], int(asked.number("k"))
    a, b, n = drawn
    holds: dict[str, Callable[[int, int], bool]] = {"=": eq, ">=": ge, "<=": le, ">": gt, "<": lt}
    fitting = [k for k in table if holds[sign](k, place)]
    if not fitting or len(fitting) == len(table) or sp.binomial(a + b, n) > MAX_DRAWS:
        raise Unfit
    value = sum(table[k] for k in fitting)
    terms = "+".join(f"P(X={k})" for k in fitting)
    written = {">=": r"\ge ", "<=": r"\le "}.get(sign, sign)
    steps = [*steps, _WORDS["chance"].say(say, sign=written, k=place, terms=terms, value=exact_latex(value))]
    compare = {"=": "=="}.get(sign, sign)
    tests = (
        "from itertools import combinations",
        f"draws = [sum(one < {a} for one in draw) for draw in combinations(range({a + b}), {n})]",
        f"answer == Rational(sum(k {compare} {place} for k in draws), len(draws))",
    )
    return task(exam, steps, (*head, f"sum(p[k] for k in {fitting})"), tests, _WORDS["counted"])
