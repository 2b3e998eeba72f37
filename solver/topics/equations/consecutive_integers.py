"""Consecutive whole numbers, even or odd numbers or multiples of which the sum, the product, the sum of the squares or the mean is told.

Read: one such fact and one question for one of the numbers, their sum, product or mean, or all of them. Declined: no or several rows that fit.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver.latex import latex, values_in
from solver.ports import Language
from solver.reader.numerals import chinese_value, in_digits
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared, one_value

MAX_COUNT: Final = 60
MAX_TOTAL: Final = 10**9
WORDS: Final = {
    "row": Words("Call the first of them \\(n\\); each is \\({step}\\) more than the one before, so the last one is \\(n+{last}\\).", "设第一个数为 \\(n\\)，相邻两数相差 \\({step}\\)，最后一个数是 \\(n+{last}\\)。"),
    "sum": Words("Their sum is \\[{count}n+{rest}={total}\\] so \\(n={first}\\).", "它们的和是 \\[{count}n+{rest}={total}\\] 所以 \\(n={first}\\)。"),
    "mean": Words("Their mean is the mean of the first and the last one: \\[n+\\frac{{{last}}}{{2}}={total}\\] so \\(n={first}\\).", "它们的平均数等于首末两数的平均数：\\[n+\\frac{{{last}}}{{2}}={total}\\] 所以 \\(n={first}\\)。"),
    "product": Words("Their product is told: \\[{formula}={total}\\] Among the whole numbers (of this kind) only \\(n={first}\\) fits.", "已知它们的积：\\[{formula}={total}\\] 在这类整数中只有 \\(n={first}\\) 符合。"),
    "squares": Words("The sum of their squares is told: \\[{formula}={total}\\] Among the whole numbers (of this kind) only \\(n={first}\\) fits.", "已知它们的平方和：\\[{formula}={total}\\] 在这类整数中只有 \\(n={first}\\) 符合。"),
    "members": Words("The numbers are \\({members}\\).", "这些数是 \\({members}\\)。"),
    "result": Words("\\[{formula}={value}\\]", "\\[{formula}={value}\\]"),
    "code": Words("the first number, then all of them", "先求第一个数，再列出所有的数"),
    "method": Words("the row was searched for among all whole numbers near", "在附近的整数中逐一寻找这样一组数"),
    "sentence": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
}  # fmt: skip
_KIND: Final = r"(?P<sign>(?:positive |negative |natural |whole |counting )*)(?P<parity>even |odd )?(?:positive )?(?:(?:integers|numbers|whole numbers|natural numbers|counting numbers)|(?:positive )?multiples of (?P<of>\d+))"
_ROW: Final = rf"(?P<count>\d+) consecutive {_KIND}"
_N: Final = r"(?P<total>-?\d+(?:\.\d+)?)"
_IS: Final = r"(?:is|equals|is equal to|adds up to|was)"
_FACTS: Final = (
    ("sum", re.compile(rf"(?:the )?(?:sum|total) of {_ROW} {_IS} {_N}")),
    ("sum", re.compile(rf"{_ROW} (?:have a (?:sum|total) of|add up to|sum to|total) {_N}")),
    ("product", re.compile(rf"(?:the )?product of {_ROW} {_IS} {_N}")),
    ("product", re.compile(rf"{_ROW} have a product of {_N}")),
    ("squares", re.compile(rf"(?:the )?sum of the squares of {_ROW} {_IS} {_N}")),
    ("mean", re.compile(rf"(?:the )?(?:mean|average|arithmetic mean|median) of {_ROW} {_IS} {_N}")),
)
_OF: Final = r"(?: (?:of|among) (?:the |these |those |all )?(?:(?P<count2>\d+) )?(?:consecutive )?(?:even |odd )?(?:integers|numbers|multiples|them|these))?"
_ASKS: Final = (
    ("end", re.compile(rf"(?:what is|what's|find|what was|determine)(?: the value of)? the (?P<which>smallest|least|lowest|first|largest|greatest|biggest|last|middle|median|second smallest|second largest|smaller|larger)(?: (?:of )?(?:the |these )?(?:(?P<count3>\d+) )?(?:consecutive )?(?:even |odd )?(?:integers?|numbers?|one|multiple))?{_OF}")),
    ("total", re.compile(rf"(?:what is|what's|find|determine) (?:the (?P<which>sum|product|mean|average)|their (?P<which2>sum|product|mean|average)){_OF}")),
    ("ends", re.compile(rf"(?:what is|find) the sum of the (?:smallest|least|first) and (?:the )?(?:largest|greatest|last)(?: (?:integer|number)s?)?{_OF}")),
    ("all", re.compile(r"(?:what are|find) (?:the|these|all) (?:(?P<count2>\d+) )?(?:integers|numbers)")),
)  # fmt: skip
_ZH_KIND: Final = r"(?:连续的?)(?P<sign>正|负)?(?P<parity>偶数|奇数|整数|自然数|正整数)"
_ZH_FACT: Final = re.compile(
    rf"(?:已知|若|如果)?(?P<count>\d+|[两二三四五六七八九十])个{_ZH_KIND}的?(?P<what>和|之和|积|乘积|之积|平均数|平方和)(?:是|为|等于){_N}"
)
_ZH_ASK: Final = re.compile(
    r"(?:则|那么|求|问)?(?:这些数|它们|这[\d两二三四五六七八九十]个数|其)?(?:中|的)?(?:,)?(?P<which>最小的?|最大的?|中间的?|第一个|最后一个|积|乘积|和|平均数)(?:的?(?:一个)?数)?(?:是(?:多少|几)|为多少|等于多少)?"
)
_ZH_WHAT: Final = {
    "和": "sum",
    "之和": "sum",
    "积": "product",
    "乘积": "product",
    "之积": "product",
    "平均数": "mean",
    "平方和": "squares",
}


@dataclass(frozen=True, slots=True)
class Told:
    """`count` numbers `step` apart, divisible by `step` with remainder `rest`, with a `low` bound for the first; what of them is `total`."""

    count: int
    step: int
    rest: int
    low: int | None
    high: int | None
    what: str
    total: sp.Rational

    def rows(self) -> list[tuple[int, ...]]:
        """All rows that fit."""
        reach = int(abs(self.total)) + self.count * self.step if self.what in ("sum", "mean") else int(abs(self.total) ** sp.Rational(1, self.count if self.what == "product" else 2)) + 2 + self.count * self.step  # fmt: skip
        if self.what in ("sum", "mean"):
            mean = self.total / self.count if self.what == "sum" else self.total
            first = mean - sp.Rational(self.step * (self.count - 1), 2)
            starts = [int(first)] if first.is_integer else []
        else:
            starts = list(range(-reach, reach + 1)) if reach <= 10**5 else []
        return [row for n in starts if (row := self.row(n)) and self.fits(row)]

    def row(self, first: int) -> tuple[int, ...]:
        """The row from a first number."""
        return tuple(first + self.step * k for k in range(self.count))

    def fits(self, row: tuple[int, ...]) -> bool:
        """Whether the row is of the kind, and its total is right."""
        if (
            (row[0] - self.rest) % self.step
            or self.low is not None
            and row[0] < self.low
            or self.high is not None
            and row[-1] > self.high
        ):
            return False
        value = {
            "sum": sum(row),
            "mean": sp.Rational(sum(row), len(row)),
            "product": math.prod(row),
            "squares": sum(n * n for n in row),
        }[self.what]
        return bool(value == self.total)


def read(text: Text) -> Reading:
    """The row's total, then what is asked of it."""
    source = re.sub(r" +(?=[.,;?])", "", re.sub(r"\\\(|\\\)|\$", " ", text.source))
    source = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", source)
    found = _chinese(source) if text.language == "zh" else _english(source)
    if found is None:
        return None
    told, asked = found
    rows = told.rows() if 2 <= told.count <= MAX_COUNT and abs(told.total) <= MAX_TOTAL else []
    return _task(told, rows[0], asked, text.language) if len(rows) == 1 else None


def _english(source: str) -> tuple[Told, str] | None:
    plain = in_digits(" ".join(source.lower().split())).rstrip("?. ")
    plain = re.sub(r"^(?:if|given that|suppose(?: that)?) ", "", plain)
    cuts = re.split(r"(?:\.|,|;|, then|,? and) (?=(?:what|find|determine)\b)", plain)
    if len(cuts) != 2:
        return None
    for what, form in _FACTS:
        if (fact := form.fullmatch(cuts[0].removesuffix(", then").rstrip(","))) is None:
            continue
        told = _told(fact, what)
        for kind, ask in _ASKS:
            asked = ask.fullmatch(cuts[1])
            if asked is None or any(
                asked.groupdict().get(k) not in (None, fact["count"]) for k in ("count2", "count3")
            ):
                continue
            if not _kinds(asked[0]) <= _kinds(fact[0]):
                continue  # "the largest even integer" of all
            which = kind if kind in ("ends", "all") else asked["which"] or asked.groupdict().get("which2")
            return (told, _which(which or "")) if told is not None else None
    return None


def _kinds(text: str) -> set[str]:
    return set(re.findall(r"\b(?:even|odd|multiple)", text))


def _told(fact: re.Match[str], what: str) -> Told | None:
    groups = fact.groupdict()
    parity, of = (groups.get("parity") or "").strip(), groups.get("of")
    step, rest = (int(of), 0) if of else (2, 1 if parity == "odd" else 0) if parity else (1, 0)
    positive = re.search(r"positive|natural|counting", fact[0]) is not None
    whole = "whole" in fact[0]
    low = 1 if positive else 0 if whole else None
    high = -1 if "negative" in (groups.get("sign") or "") else None
    return Told(int(fact["count"]), step, rest, low, high, what, sp.Rational(fact["total"])) if step else None


def _which(word: str) -> str:
    for usual, words in {
        "first": "smallest least lowest first smaller",
        "last": "largest greatest biggest last larger",
        "middle": "middle median",
        "mean": "mean average",
    }.items():
        if word in words.split():
            return usual
    return word


def _chinese(source: str) -> tuple[Told, str] | None:
    plain = re.sub(r"\s+", "", source).rstrip("?。.")
    cut = re.split(r"[,。;]", plain, maxsplit=1)
    fact, ask = _ZH_FACT.fullmatch(cut[0]), _ZH_ASK.fullmatch(cut[1]) if len(cut) == 2 else None
    if fact is None or ask is None:
        return None
    word = fact["count"]
    count = int(word) if word.isdigit() else {"两": 2}.get(word) or chinese_value(word) or 0
    step, rest = {"偶数": (2, 0), "奇数": (2, 1)}.get(fact["parity"], (1, 0))
    low = (
        0 if fact["parity"] == "自然数" else 1 if fact["sign"] == "正" or fact["parity"] == "正整数" else None
    )
    high = -1 if fact["sign"] == "负" else None
    which = {
        "最小": "first",
        "最大": "last",
        "中间": "middle",
        "第一个": "first",
        "最后一个": "last",
        "积": "product",
        "乘积": "product",
        "和": "sum",
        "平均数": "mean",
    }[ask["which"].rstrip("的")]
    return Told(count, step, rest, low, high, _ZH_WHAT[fact["what"]], sp.Rational(fact["total"])), which


def _task(told: Told, row: tuple[int, ...], asked: str, language: Language) -> Reading:
    say, last = language, told.step * (told.count - 1)
    if (
        asked == "middle"
        and told.count % 2 == 0
        or asked == told.what
        or asked.startswith("second")
        and told.count < 3
    ):
        return None
    value, formula, source = _wanted(row, asked)
    terms = ["n", *(f"n+{told.step * k}" for k in range(1, told.count))]
    if told.what in ("sum", "mean"):
        first = WORDS[told.what].say(
            say, count=told.count, rest=sum(told.row(0)), total=latex(told.total), first=row[0], last=last
        )
    else:
        shown = (
            "".join(f"({t})" if t != "n" else t for t in terms)
            if told.what == "product"
            else "+".join(f"({t})^2" if t != "n" else "n^2" for t in terms)
        )
        first = WORDS[told.what].say(say, formula=shown, total=latex(told.total), first=row[0])
    members = (
        ",\\ ".join(map(str, row)) if len(row) <= 12 else f"{row[0]},\\ {row[1]},\\ \\ldots,\\ {row[-1]}"
    )
    steps = [
        WORDS["row"].say(say, step=told.step, last=last),
        first,
        WORDS["members"].say(say, members=members),
    ]
    if formula:
        steps.append(WORDS["result"].say(say, formula=formula, value=value))
    total = {
        "sum": "sum(row)",
        "mean": f"sum(row)/S({told.count})",
        "product": "prod(row)",
        "squares": "sum(m**2 for m in row)",
    }[told.what]
    start = f"first = [r for r in solve(Eq({total}, {exact_source(told.total)}), n) if r.is_integer" + (f" and r % {told.step} == {told.rest}" if told.step > 1 else "") + (f" and r >= {told.low}" if told.low is not None else "") + (f" and r <= {told.high}" if told.high is not None else "") + "][0]"  # fmt: skip
    lines = [f"row = [n + {told.step}*k for k in range({told.count})]", comment(WORDS["code"].say(say)), start, "row = [m.subs(n, first) for m in row]", source]  # fmt: skip
    search = f"[[m + {told.step}*k for k in range({told.count})] for m in range({row[0] - 300}, {row[0] + 301}) if (m - {told.rest}) % {told.step} == 0" + (f" and m >= {told.low}" if told.low is not None else "") + (f" and m + {last} <= {told.high}" if told.high is not None else "") + "]"  # fmt: skip
    if asked == "all":
        tests: tuple[str, ...] = (
            f"rows = [row for row in {search} if {total} == {exact_source(told.total)}]",
            "len(rows) == 1 and sorted(answer) == rows[0]",
        )
        return Prepared(say, tuple(steps), cell(*lines, variables="n"), tests, WORDS["method"], WORDS["sentence"], shown=lambda v: ",\\ ".join(map(str, v)) if isinstance(v, list) else None, given=_several)  # fmt: skip
    tests = (
        f"rows = [row for row in {search} if {total} == {exact_source(told.total)}]",
        "row = rows[0]",
        f"len(rows) == 1 and answer == {source}",
    )
    return Prepared(
        say,
        tuple(steps),
        cell(*lines, variables="n"),
        tests,
        WORDS["method"],
        WORDS["sentence"],
        given=one_value,
    )


def _several(answer: str) -> list[sp.Expr] | None:
    values = values_in(answer)
    return None if values is None else list(values)


def _wanted(row: tuple[int, ...], asked: str) -> tuple[object, str, str]:
    """The value, a formula for it where it has to be worked out, and its source."""
    bracketed = [f"({m})" if m < 0 else str(m) for m in row]
    short = len(row) <= 12
    match asked:
        case "first" | "last":
            return row[0 if asked == "first" else -1], "", f"row[{0 if asked == 'first' else -1}]"
        case "second smallest" | "second largest":
            k = 1 if asked.endswith("smallest") else -2
            return row[k], "", f"row[{k}]"
        case "middle":
            return row[len(row) // 2], "", f"row[{len(row) // 2}]"
        case "sum":
            return sum(row), "+".join(bracketed) if short else "", "sum(row)"
        case "product":
            return math.prod(row), "\\times ".join(bracketed) if short else "", "prod(row)"
        case "mean":
            return sp.Rational(sum(row), len(row)), "", f"sum(row)/S({len(row)})"
        case "ends":
            return row[0] + row[-1], f"{bracketed[0]}+{bracketed[-1]}", "row[0] + row[-1]"
    return list(row), "", "row"
