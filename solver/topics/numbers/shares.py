"""Sums of money in short questions: shared in a ratio, at compound interest, and a marked price that leaves a profit after a discount.

Read: fixed forms that must match to the end. Not: differences between shares, interest that is paid out, several articles.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

import sympy as sp

from solver.latex import values_in
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell
from solver.topics.prepared import Prepared
from solver.topics.short_forms import asks_one_of, noted, plain_line, said, source_of

WORDS: Final = {
    "parts": Words("The ratio has \\({sum}={all}\\) parts, one part is \\({total}\\div {all}={one}\\).", "一共 \\({sum}={all}\\) 份，每份是 \\({total}\\div {all}={one}\\)。"),
    "shares": Words("The shares: \\({shares}\\).", "各份为：\\({shares}\\)。"),
    "one": Words("What is asked for is {count} of the parts: \\({count}\\times {one}={value}\\).", "所求是其中的 {count} 份：\\({count}\\times {one}={value}\\)。"),
    "factor": Words("Every year the amount is multiplied by \\(1+{rate}\\%={factor}\\).", "每年本利和是上一年的 \\(1+{rate}\\%={factor}\\) 倍。"),
    "power": Words("After {n} years: \\[{start}\\times {factor}^{{{n}}}={value}\\]", "{n} 年后：\\[{start}\\times {factor}^{{{n}}}={value}\\]"),
    "interest": Words("The interest is what was added: \\({value}-{start}={interest}\\).", "利息是增加的部分：\\({value}-{start}={interest}\\)。"),
    "sold": Words("With a profit of {rate}% it is sold at \\({cost}\\times (1+{rate}\\%)={sold}\\).", "获利 {rate}% 时，售价是 \\({cost}\\times (1+{rate}\\%)={sold}\\) 元。"),
    "marked": Words("Let \\(x\\) be the marked price: \\[{off}x={sold},\\qquad x={value}\\]", "设标价为 \\(x\\) 元：\\[{off}x={sold},\\qquad x={value}\\]"),
    "answer": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
    "shared": Words("the shares have this ratio and add up to the whole", "各份成这个比，且总和等于总数"),
    "compound": Words("year by year, the interest added each time", "逐年计算利息并累加"),
    "price": Words("the discount and the profit were worked out from the marked price", "由标价算出打折后的售价和利润率"),
}  # fmt: skip
_N: Final = r"\d{1,9}(?:,\d{3})*(?:\.\d{1,2})?"
_MONEY: Final = rf"(?P<sign>[£$€])? ?(?P<n>{_N})(?: (?:pounds|dollars|euros))?"
_RATIO: Final = r"(?P<ratio>\d{1,3}(?: ?: ?\d{1,3}){1,3})"
_NAME: Final = r"(?!each\b|the\b|his\b|her\b)[a-z]+"
_RATE: Final = r"(?P<rate>\d{1,2}(?:\.\d{1,2})?) ?%"
_PER: Final = r"(?: per (?:year|annum)| p\.?a\.?| a year| each year)?"
_ENGLISH: Final = (
    ("share", rf"(?:share|divide|split) {_MONEY}(?P<who> (?:between|among) {_NAME}(?:, {_NAME})*,? and {_NAME})? in(?:to)? the ratio {_RATIO}(?:[.,]? how much (?:does|do|will|would) (?:each|each of them|they each|each person|everyone) (?:get|receive|have))?"),
    ("one", rf"(?:share|divide|split) {_MONEY}(?P<who> (?:between|among) {_NAME}(?:, {_NAME})*,? and {_NAME}) in(?:to)? the ratio {_RATIO}[.,]? how much (?:(?P<more>more)(?: money)? )?(?:does|do|will|would|should) (?P<one>{_NAME}) (?:get|receive|have)(?: than (?P<other>{_NAME}))?"),
    ("interest", rf"(?:find|work out|what is|calculate) the (?P<what>value|final value|final amount|total amount|amount|interest|compound interest) (?:of|on) {_MONEY}(?: invested)? at {_RATE}{_PER} compound interest{_PER} (?:for|after) (?P<years>\d{{1,2}}) years?"),
    ("interest", rf"{_MONEY} (?:is |was )?(?:invested |put in a bank )?at {_RATE}{_PER} compound interest{_PER} for (?P<years>\d{{1,2}}) years?[.,]? (?:find|work out|what is|calculate) (?:the|its) (?P<what>value|final value|final amount|total amount|amount|interest|interest earned|total interest)(?: of the investment)?(?: at the end| after this time| after (?P=years) years)?"),
)  # fmt: skip
_OFF: Final = "[一二三四五六七八九]五?折|[1-9](?:\\.\\d)?折|\\d{2}%"
_CHINESE: Final = (
    ("marked", rf"(?:某|一(?:种|件))(?:商品|衣服|服装|电器|产品|上衣|商品的)的?(?:进价|成本|成本价)(?:是|为)?(?P<n>{_N})元,(?:若|如果|商店|现)?(?:按|以)标价的?(?:打)?(?P<off>{_OFF})(?:出售|销售|卖出)(?:后)?,?(?:仍|还|仍然|可|能|仍可|仍能)?(?:可)?(?:获利|盈利|获得?利润|赚)(?:了)?{_RATE},?(?:的利润,)?(?:则|求|那么|问)*(?:该|这种|这件|此|它的)?(?:商品|衣服|服装|电器|产品|上衣)?的?标价(?:是|为)?(?:多少)?(?:元)?"),
)  # fmt: skip
_HAN: Final = {c: i for i, c in enumerate("一二三四五六七八九", 1)}


def read(text: Text) -> Reading:
    """One question in one of the forms."""
    if not re.search(r"(?i)ratio|compound|标价", text.source) or len(text.source) > 160:
        return None
    if text.language == "en":
        line = re.sub(r"(?<=\d),(?=\d{3}\b)", "", re.sub(r"\\?\$", "§", text.source))
        if line.count("§") > 1:
            return None
        line = plain_line(Text(line.replace("§", "¤"), "en")).replace("¤", "$").replace("\\%", "%")
    else:
        line = plain_line(text).replace("\\%", "%")
    found = asks_one_of(line, _ENGLISH if text.language == "en" else _CHINESE)
    return None if found is None else _KINDS[found[0]](found[1], text.language)


def _money(sign: str) -> Callable[[Any], str | None]:
    mark = {"": "", "$": r"\$", "£": "£", "€": "€"}[sign]

    def show(value: Any) -> str | None:
        values = value if isinstance(value, list | tuple | sp.Tuple) else [value]
        return ",\\ ".join(mark + (str(v) if v.is_Integer else f"{float(v):.2f}" if mark and (v * 100).is_Integer else said(v)) for v in map(sp.S, values))  # fmt: skip

    return show


def _given(answer: str) -> Any:
    values = values_in(re.sub(r"\\?\$|£|€|元", "", answer))
    return tuple(values) if values and all(isinstance(v, sp.Expr) for v in values) else None


def _names(who: str) -> list[str]:
    """Between whom it is shared."""
    return re.split(r",? and |, ", re.sub(r"^ (?:between|among) ", "", who))


def _share(parts: dict[str, str], say: Language) -> Reading:
    total = sp.Rational(parts["n"].replace(",", ""))
    ratio = [int(r) for r in parts["ratio"].split(":")]
    if parts.get("who") and len(_names(parts["who"])) != len(ratio):
        return None
    if not all(ratio) or not total:
        return None
    one = total / sum(ratio)
    sign = parts.get("sign", "")
    if sign and not (one * 100).is_Integer:
        return None  # no whole number of pence
    shares = ",\\ ".join(f"{r}\\times {said(one)}={said(r * one)}" for r in ratio)
    steps = (
        WORDS["parts"].say(
            say, sum="+".join(map(str, ratio)), all=sum(ratio), total=said(total), one=said(one)
        ),
        WORDS["shares"].say(say, shares=shares),
    )
    source = cell(f"ratio = {ratio}", noted(say, "one part", "一份"), f"part = S({source_of(total)})/sum(ratio)", "[r*part for r in ratio]")  # fmt: skip
    test = f"ratio = {ratio}", f"sum(answer) == {source_of(total)} and len(answer) == len(ratio) and all(a*ratio[0] == answer[0]*r for a, r in zip(answer, ratio))"  # fmt: skip
    return Prepared(say, steps, source, test, WORDS["shared"], sentence=WORDS["answer"], shown=_money(sign), given=_given)  # fmt: skip


def _one_share(parts: dict[str, str], say: Language) -> Reading:
    """The share of one of them, or how much more it is than another one."""
    names = _names(parts["who"])
    asked = [parts[name] for name in ("one", "other") if parts.get(name)]
    whole = _share(parts, say)
    if not isinstance(whole, Prepared) or len(set(names)) != len(names) or not set(asked) <= set(names) or len(set(asked)) != len(asked) or (len(asked) == 2) != bool(parts.get("more")):  # fmt: skip
        return None
    ratio = [int(r) for r in parts["ratio"].split(":")]
    part = sp.Rational(parts["n"].replace(",", "")) / sum(ratio)
    count = sum(sign * ratio[names.index(name)] for sign, name in zip((1, -1), asked, strict=False))
    if count <= 0:
        return None
    head = whole.source.rpartition("\n")[0]
    test = (f"len(answer) == 1 and S(answer[0])/{count} == S({source_of(part * sum(ratio))})/{sum(ratio)}",)
    step = WORDS["one"].say(say, count=count, one=said(part), value=said(count * part))
    return replace(whole, steps=(*whole.steps, step), source=f"{head}\n{count}*part", tests=test)


def _interest(parts: dict[str, str], say: Language) -> Reading:
    start, rate, years = (
        sp.Rational(parts["n"].replace(",", "")),
        sp.Rational(parts["rate"]),
        int(parts["years"]),
    )
    if not 1 <= years <= 10 or not rate or not start:
        return None
    factor = 1 + rate / 100
    exact = start * factor**years
    interest = "interest" in parts["what"]
    result = exact - start if interest else exact
    if not (result * 100).is_Integer:
        return None  # how to round was not told
    steps = [WORDS["factor"].say(say, rate=said(rate), factor=f"{float(factor):.6g}")]
    steps.append(
        WORDS["power"].say(say, n=years, start=said(start), factor=f"{float(factor):.6g}", value=said(exact))
    )
    if interest:
        steps.append(WORDS["interest"].say(say, value=said(exact), start=said(start), interest=said(result)))
    tail = f" - {source_of(start)}" if interest else ""
    source = cell(f"factor = 1 + {source_of(rate / 100)}", noted(say, "once for every year", "每年乘一次"), f"{source_of(start)}*factor**{years}{tail}")  # fmt: skip
    tests = (f"amount = S({source_of(start)})", f"for year in range({years}):\n    amount = amount + amount*{source_of(rate / 100)}", f"len(answer) == 1 and answer[0]{' + ' + source_of(start) if interest else ''} == amount")  # fmt: skip
    return Prepared(say, tuple(steps), source, tests, WORDS["compound"], sentence=WORDS["answer"], shown=_money(parts.get("sign", "")), given=_given)  # fmt: skip


def _off(text: str) -> sp.Rational:
    if text.endswith("%"):
        return sp.Rational(text[:-1]) / 100
    body = text.removesuffix("折")
    if body[0] in _HAN:
        return sp.Rational(_HAN[body[0]] * 10 + (5 if body.endswith("五") and len(body) == 2 else 0), 100)
    return sp.Rational(body) / 10


def _marked(parts: dict[str, str], say: Language) -> Reading:
    cost, rate, off = sp.Rational(parts["n"].replace(",", "")), sp.Rational(parts["rate"]), _off(parts["off"])
    sold = cost * (1 + rate / 100)
    value = sold / off
    steps = (
        WORDS["sold"].say(say, rate=said(rate), cost=said(cost), sold=said(sold)),
        WORDS["marked"].say(say, off=said(off), sold=said(sold), value=said(value)),
    )
    source = cell(f"sold = {source_of(cost)}*(1 + {source_of(rate / 100)})", noted(say, "before the discount", "打折前"), f"sold/{source_of(off).join('()')}")  # fmt: skip
    test = f"len(answer) == 1 and (answer[0]*{source_of(off)} - {source_of(cost)})/S({source_of(cost)}) == {source_of(rate / 100)}"  # fmt: skip
    return Prepared(say, steps, source, (test,), WORDS["price"], sentence=WORDS["answer"], shown=_money(""), given=_given)  # fmt: skip


_KINDS: Final[dict[str, Callable[[dict[str, str], Language], Reading]]] = {
    "share": _share, "one": _one_share, "interest": _interest, "marked": _marked,
}  # fmt: skip
