"""Whole numbers between bounds, or by their absolute value: which, how many, their sum or product.

Read: fixed forms that must match to the end, `绝对值不大于3的整数有几个`, "how many integers have absolute value less than 3". Not: further conditions.
"""

from __future__ import annotations

import re
from math import ceil, floor
from typing import Any, Final

import sympy as sp

from solver.latex import values_in
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell
from solver.topics.prepared import Prepared
from solver.topics.short_forms import asks_one_of, noted, plain_line, said, source_of

WORDS: Final = {
    "absolute": Words("The absolute value is the distance from 0: \\(|n|{sign}{k}\\) says \\(-{k}{sign}n{sign}{k}\\).", "绝对值就是到原点的距离：\\(|n|{sign}{k}\\) 就是 \\(-{k}{sign}n{sign}{k}\\)。"),
    "bounds": Words("The whole numbers \\(n\\) with \\({low}{one}n{two}{high}\\) are looked for.", "要找满足 \\({low}{one}n{two}{high}\\) 的{kind}。"),
    "kind": Words("Only {kind} are asked for.", "只取{kind}。"),
    "these": Words("These are \\({members}\\).", "它们是 \\({members}\\)。"),
    "count": Words("That is \\({value}\\) numbers.", "一共 \\({value}\\) 个。"),
    "pairs": Words("Added: opposite numbers make 0, so the sum is \\({value}\\).", "相加时互为相反数的两数和为 0，总和是 \\({value}\\)。"),
    "sum": Words("Added they make \\({value}\\).", "它们的和是 \\({value}\\)。"),
    "product": Words("Multiplied they make \\({value}\\).", "它们的积是 \\({value}\\)。"),
    "zero": Words("One of them is 0, so the product is \\(0\\).", "其中有 0，所以积是 \\(0\\)。"),
    "answer": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
    "method": Words("every whole number near the bounds was tried", "把范围附近的整数逐个检验"),
}  # fmt: skip
_KINDS: Final = {"整数": "", "正整数": "positive", "负整数": "negative", "非负整数": "nonnegative", "自然数": "nonnegative", "integers": "", "whole numbers": "", "positive integers": "positive", "negative integers": "negative"}  # fmt: skip
_KIND_NAMES: Final = {"": Words("whole numbers", "整数"), "positive": Words("positive ones", "正整数"), "negative": Words("negative ones", "负整数"), "nonnegative": Words("those from 0 on", "非负整数")}  # fmt: skip
_Z: Final = r"-?\d{1,3}(?:\.\d{1,3})?"
_ZKIND: Final = "(?P<kind>非负整数|正整数|负整数|整数)"
_ZASK: Final = r"(?:(?:有|是|分别是|包括)?(?P<which>哪些|哪几个)|(?:一共|共)?有?(?P<count>几个|多少个|个数是多少|的个数(?:是|为)?(?:多少|几)?)|的?(?P<sum>和)(?:是|为|等于)?(?:多少|几)?|的?(?P<product>积)(?:是|为|等于)?(?:多少|几)?)"
_ZHEAD: Final = "(?:求|写出)?(?:所有|满足)?(?:的)?"
_LESS_ZH: Final = "不大于|不超过|小于或等于|小于等于|小于"
_MORE_ZH: Final = "不小于|大于或等于|大于等于|大于"
_CHINESE: Final = (
    ("absolute", rf"{_ZHEAD}绝对值(?P<two>{_LESS_ZH})(?P<high>\d{{1,3}}(?:\.\d{{1,3}})?)的(?:所有)?(?:的)?{_ZKIND}{_ZASK}"),
    ("ring", rf"{_ZHEAD}绝对值(?P<one>{_MORE_ZH})(?P<low>\d{{1,3}}(?:\.\d{{1,3}})?)(?:且|而|,且|并且|而且)(?P<two>{_LESS_ZH})(?P<high>\d{{1,3}}(?:\.\d{{1,3}})?)的(?:所有)?(?:的)?{_ZKIND}{_ZASK}"),
    ("bounds", rf"{_ZHEAD}(?:比)?(?P<one>{_MORE_ZH})(?P<low>{_Z})(?:且|而|,且|并且|而且|,)?(?P<two>{_LESS_ZH})(?P<high>{_Z})的(?:所有)?(?:的)?{_ZKIND}{_ZASK}"),
)  # fmt: skip
_LESS: Final = "less than or equal to|not greater than|not more than|at most|less than|smaller than|below"
_MORE: Final = "greater than or equal to|not less than|at least|greater than|more than|larger than|above"
_EKIND: Final = "(?P<kind>positive integers|negative integers|integers|whole numbers)"
_ASK: Final = r"(?P<ask>how many|which|what is the sum of(?: all)?(?: the)?|find the sum of(?: all)?(?: the)?|find the product of(?: all)?(?: the)?|list(?: all)?(?: the)?|write down(?: all)?(?: the)?|find all(?: the)?|what are(?: all)?(?: the)?)"
_HAVE: Final = r"(?: are there)?(?: that| which)?(?: have| with| whose)(?: an)? absolute values?(?: is| are)?"
_BE: Final = r"(?: that| which)?(?: are)?(?: there)?"
_ENGLISH: Final = (
    ("absolute", rf"{_ASK} {_EKIND}{_HAVE} (?P<two>{_LESS}) (?P<high>\d{{1,3}}(?:\.\d{{1,3}})?)"),
    ("bounds", rf"{_ASK} {_EKIND}{_BE} (?P<one>{_MORE}) (?P<low>{_Z}) (?:and|but) (?P<two>{_LESS}) (?P<high>{_Z})"),
)  # fmt: skip
MAX_LISTED: Final = 60


def read(text: Text) -> Reading:
    """Whole numbers told by bounds, and what is asked of them."""
    if not re.search(r"(?i)integers|whole numbers|整数", text.source) or len(text.source) > 120:
        return None
    line = re.sub(r"[﹣−]", "-", plain_line(text))
    found = asks_one_of(line, _ENGLISH if text.language == "en" else _CHINESE)
    if found is None:
        return None
    form, parts = found
    closed = {k: bool(re.search("不|等于|equal|not|least|most", parts.get(k, ""))) for k in ("one", "two")}
    low, high = sp.Rational(parts.get("low", 0)), sp.Rational(parts["high"])
    kind = _KINDS[parts["kind"]]
    if parts["kind"] == "whole numbers":
        return None  # with or without negative ones
    conditions = []
    n = {"absolute": "abs(n)", "ring": "abs(n)", "bounds": "n"}[form]
    if form != "absolute":
        conditions.append(f"{n} {'>=' if closed['one'] else '>'} {source_of(low)}")
    conditions.append(f"{n} {'<=' if closed['two'] else '<'} {source_of(high)}")
    conditions += {"positive": ["n > 0"], "negative": ["n < 0"], "nonnegative": ["n >= 0"]}.get(kind, [])
    if form == "ring" and low >= high:
        return None
    first, last = (floor(low), ceil(high)) if form == "bounds" else (-ceil(high), ceil(high))
    members = [i for i in range(first, last + 1) if _fits(i, low, high, closed, form, kind)]
    if not members or last - first > 4 * MAX_LISTED or form == "bounds" and low >= high:
        return None
    ask = parts.get("ask", "")
    wanted = "count" if "count" in parts or ask == "how many" else "sum" if "sum" in parts or "sum" in ask else "product" if "product" in parts or "product" in ask else "which"  # fmt: skip
    if wanted != "count" and len(members) > MAX_LISTED or wanted == "product" and len(members) > 12:
        return None
    return _task(members, wanted, (form, kind, low, high, closed), " and ".join(conditions), text.language)


def _fits(n: int, low: sp.Rational, high: sp.Rational, closed: dict[str, bool], form: str, kind: str) -> bool:
    size = n if form == "bounds" else abs(n)
    above = form == "absolute" or (size >= low if closed["one"] else size > low)
    below = size <= high if closed["two"] else size < high
    return bool(
        above and below and {"positive": n > 0, "negative": n < 0, "nonnegative": n >= 0}.get(kind, True)
    )


def _shown(value: Any) -> str | None:
    if isinstance(value, list | tuple | sp.Tuple):
        return ",\\ ".join(str(v) for v in value)
    return str(value) if isinstance(value, int | sp.Integer) else None


def _given(answer: str) -> Any:
    values = values_in(answer)
    if not values or not all(isinstance(v, sp.Expr) for v in values):
        return None
    return tuple(values)


def _task(members: list[int], wanted: str, told: tuple[Any, ...], condition: str, say: Language) -> Reading:
    form, kind, low, high, closed = told
    one, two = ("\\le " if closed[k] else "<" for k in ("one", "two"))
    steps = []
    if form == "absolute":
        steps.append(WORDS["absolute"].say(say, sign=two, k=said(high)))
        if kind:
            steps.append(WORDS["kind"].say(say, kind=_KIND_NAMES[kind].say(say)))
    else:
        steps.append(_bounds_step(form, kind, said(low), said(high), one, two, say))
    if len(members) <= MAX_LISTED:
        steps.append(WORDS["these"].say(say, members=",\\ ".join(map(str, members))))
    total, product = sum(members), sp.prod(members)
    lines = {"which": "members", "count": "len(members)", "sum": "sum(members)", "product": "prod(members)"}
    if wanted == "count":
        steps.append(WORDS["count"].say(say, value=len(members)))
    elif wanted == "sum":
        steps.append(WORDS["pairs" if set(members) == {-m for m in members} else "sum"].say(say, value=total))
    elif wanted == "product":
        steps.append(WORDS["zero"].say(say) if not product else WORDS["product"].say(say, value=product))
    span = f"range({min(members) - 3}, {max(members) + 4})"
    source = cell(noted(say, "every whole number near the bounds", "逐个检验附近的整数"), f"members = [n for n in {span} if {condition}]", lines[wanted])  # fmt: skip
    found = f"[n for n in range({min(members) - 20}, {max(members) + 21}) if {condition}]"
    test = {"which": f"sorted(answer) == {found}", "count": f"answer[0] == len({found}) and len(answer) == 1", "sum": f"answer[0] - sum({found}) == 0 and len(answer) == 1", "product": f"answer[0] - prod({found}) == 0 and len(answer) == 1"}[wanted]  # fmt: skip
    return Prepared(say, tuple(steps), source, (test,), WORDS["method"], sentence=WORDS["answer"], shown=_shown, given=_given)  # fmt: skip


def _bounds_step(form: str, kind: str, low: str, high: str, one: str, two: str, say: Language) -> str:
    step = WORDS["bounds"].say(say, low=low, high=high, one=one, two=two, kind=_KIND_NAMES[kind].say(say))
    step = step.replace(f"{one}n{two}", f"{one}|n|{two}") if form == "ring" else step
    return (
        step
        if not kind or say == "zh"
        else f"{step} {WORDS['kind'].say(say, kind=_KIND_NAMES[kind].say(say))}"
    )
