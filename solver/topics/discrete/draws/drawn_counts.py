"""How many of one kind are among those that are drawn without putting back: the expected value or the variance of that number.

Read: a number of things with some special ones, or two kinds; so many are drawn; X is the number of one kind, or its expected number is asked for at once.
Not: drawing with replacement, distributions as tables, three kinds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import comb
from typing import Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.reader.numerals import in_digits
from solver.topics.base import Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.discrete.draws.contents import singular
from solver.topics.prepared import Prepared

WORDS: Final = {
    "law": Words("\\({M}\\) of the \\({N}\\) are drawn, \\({K}\\) are of the kind that \\({X}\\) counts. The probability of \\(k\\) of them is \\[P({X}=k)=\\frac{{\\binom{{{K}}}{{k}}\\binom{{{rest}}}{{{M}-k}}}}{{\\binom{{{N}}}{{{M}}}}}\\]", "从 \\({N}\\) 个中取 \\({M}\\) 个，其中 \\({K}\\) 个属于所计的一类，\\({X}\\) 服从超几何分布：\\[P({X}=k)=\\frac{{\\mathrm{{C}}_{{{K}}}^{{k}}\\mathrm{{C}}_{{{rest}}}^{{{M}-k}}}}{{\\mathrm{{C}}_{{{N}}}^{{{M}}}}}\\]"),
    "values": Words("So \\[{list}\\]", "所以 \\[{list}\\]"),
    "mean": Words("The expected value adds up each value times its probability: \\[E({X})={sum}={value}\\]", "数学期望是各取值与其概率之积的和：\\[E({X})={sum}={value}\\]"),
    "variance": Words("The variance adds up the squared distances from it times their probabilities: \\[\\operatorname{{Var}}({X})={sum}={value}\\]", "方差是各取值与期望之差的平方乘以概率再求和：\\[D({X})={sum}={value}\\]"),
    "code": Words("values and their probabilities", "各取值及其概率"),
    "method": Words("each drawn thing is of that kind with the same chance, so the expected value is the number drawn times the share; the variance by its formula", "每次取到该类的概率相同，期望等于取出的个数乘以所占比例；方差用公式检验"),
    "sentence": Words("The answer is \\({answer}\\).", "所求为 \\({answer}\\)。"),
}  # fmt: skip
MAX_DRAWN: Final = 8
_TAKEN_EN: Final = r"(?:drawn|chosen|selected|picked|taken)"
_HOW_EN: Final = r"(?:\s*,?\s*(?:at\s+random|randomly|without\s+replacement|at\s+once|simultaneously|at\s+the\s+same\s+time|from\s+(?:it|the\s+\w+|this\s+\w+|them|among\s+them)))*"
_STORE_EN: Final = r"(?:an?|the)\s+(?:small\s+|large\s+)?(?:box|bag|urn|jar|lot|shipment|batch|crate|carton|set|collection|package|basket|bin|committee|group|class|pack)"
_TWO_EN: Final = re.compile(
    rf"^\s*{_STORE_EN}\s+(?:contains|has|holds|consists\s+of|of)\s+(?P<a>\d+)\s+(?P<ka>[a-z]+)(?:\s+(?P<noun>[a-z]+))?\s+and\s+(?P<b>\d+)\s+(?P<kb>[a-z]+)(?:\s+(?P<noun2>[a-z]+))?\s*[.,;]\s*(?P<rest>.+)$"
)
_SOME_EN: Final = re.compile(
    rf"^\s*(?:{_STORE_EN}\s+(?:contains|has|holds|consists\s+of|of)\s+)?(?P<n>\d+)\s+(?P<noun>[a-z]+(?:\s[a-z]+)?)\s*,?\s*(?:of\s+which|contains|has|including|and|among\s+which|,)\s*,?\s*(?:exactly\s+)?(?P<k>\d+)(?:\s+of\s+(?:them|which|these))?(?:\s+(?:are|is))?\s+(?P<kind>defective|faulty|broken|bad|damaged|spoiled|rotten|[a-z]+)(?:\s+(?:ones|[a-z]+))?\s*[.,;]\s*(?P<rest>.+)$"
)
_DRAWN_EN: Final = re.compile(
    rf"^(?:(?:if|suppose|when)\s+)?(?:(?P<m>\d+)(?:\s+of\s+(?:them|these|the\s+[a-z]+))?(?:\s+(?P<noun>[a-z]+(?:\s[a-z]+)?))??\s+(?:are|is)\s+{_TAKEN_EN}|(?:you|we|someone|she|he|an?\s+[a-z]+)\s+(?:draws?|chooses?|selects?|picks?|takes?)\s+(?P<m2>\d+)(?:\s+of\s+(?:them|these|the\s+[a-z]+))?(?:\s+(?P<noun2>[a-z]+))?)"
    rf"{_HOW_EN}\s*[.,;]\s*(?P<rest>.+)$"
)
_AMONG_EN: Final = rf"(?:\s+(?:(?:that\s+(?:are|is)\s+)?{_TAKEN_EN}|among\s+(?:them|these|the\s+\d+(?:\s+[a-z]+)?)|in\s+the\s+sample|obtained|selected))?"
_NUMBER_EN: Final = rf"number\s+of\s+(?P<kind>[a-z]+)(?:\s+(?P<noun>[a-z]+))??{_AMONG_EN}"
_ASKED_EN: Final = (
    ("let", re.compile(rf"^(?:let|if)\s+(?P<x>[xyz])\s+(?:be|denote|denotes|is|represents?|equals?)\s+the\s+{_NUMBER_EN}\s*[.,;]\s*(?:find|what\s+is|compute|calculate|determine)\s+(?:the\s+)?(?P<what>e\s*[(\[]\s*[xyz]\s*[)\]]|(?:expected\s+value|expectation|mean)(?:\s+of\s+[xyz])?|var\s*\(\s*[xyz]\s*\)|variance(?:\s+of\s+[xyz])?)\s*[.?]?\s*$")),
    ("at once", re.compile(rf"^(?:find|what\s+is|compute|calculate|determine)\s+the\s+(?P<what>expected|mean|variance\s+of\s+the|average)\s+{_NUMBER_EN}\s*[.?]?\s*$")),
)  # fmt: skip
_THING_ZH: Final = r"(?:件|个|只|台|张|支|枚|名|位|人|盏|道|球)"
_PLACE_ZH: Final = (
    r"(?:(?:已知|设|某|从|一|袋|箱|盒|批|口袋|袋子|盒子|箱子|不透明的?|有|子|装|中|里|内|放|共|产品|的|,)*)"
)
_SOME_ZH: Final = re.compile(
    rf"^{_PLACE_ZH}(?P<n>\d+){_THING_ZH}(?:(?:同类|同种)?(?P<noun>产品|零件|商品|灯泡|节能灯|元件|电子元件|球|试题|题|同学|学生|人)?)(?:,|中|\(|里)*(?:其中|含)?(?:恰)?有?(?P<k>\d+){_THING_ZH}(?:是)?(?P<kind>[\u4e00-\u9fff]{{1,4}}?)(?:,其余(?:全|都|均)?(?:是|为)?[\u4e00-\u9fff]{{1,4}}|\))?,?(?P<rest>(?:现|从|中?任|随机|若).+)$"
)
_TWO_ZH: Final = re.compile(
    rf"^{_PLACE_ZH}(?P<a>\d+){_THING_ZH}(?P<ka>[\u4e00-\u9fff]{{1,3}}?)(?:和|与|、|,){{1,2}}(?P<b>\d+){_THING_ZH}(?P<kb>[\u4e00-\u9fff]{{1,3}}?),(?P<rest>(?:现|从|任|随机|若).+)$"
)
_DRAWN_ZH: Final = re.compile(
    rf"^(?:现|若)?(?:从)?(?:袋|箱|盒|这\d*{_THING_ZH}(?:产品)?|其|产品|里面|口袋|袋子)*(?:中|里)?(?:一次性?|随机地?|不放回地?|任意|任|同时|依次)*(?:取出|摸出|抽取|抽出|选取|选出|取|摸|抽|选)(?P<m>\d+){_THING_ZH}(?:球|产品|检查|检验|进行检验|学生|同学)*,?(?P<rest>.+)$"
)
_ASKED_ZH: Final = re.compile(
    r"^(?:则|求)?(?:记|设|用\$?(?P<before>[XYZξη])\$?表示|以\$?(?P<before2>[XYZξη])\$?表示)?(?:其中|这\d+个球中|取到|取出|取得|抽到|抽出|抽取|摸到|摸出|得到|所取|选出|选到|的|球中|产品中|\d+件中|\d+个中|含|有)*(?P<kind>[\u4e00-\u9fff]{1,4}?)的?(?:个数|件数|人数|数量|数目|数)"
    r"(?:为|是|记为|记作)?\$?(?P<x>[XYZξη]|\\xi|\\eta)?\$?,?(?:则|求)*(?:随机变量)?\$?(?:[XYZξη]|\\xi|\\eta)?\$?的?(?P<what>数学期望|期望值?|均值|方差|E\(?(?:[XYZξη]|\\xi|\\eta)\)?|D\(?(?:[XYZξη]|\\xi|\\eta)\)?)(?:\$?E?\(?[XYZξη]?\)?\$?)(?:是多少|为多少|等于多少|=)?[?。.]?$"
)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """`m` of `n` things are drawn, `k` are counted; `variance`: it is asked for, not the expected value."""

    n: int
    k: int
    m: int
    name: str
    variance: bool


def read(text: Text) -> Prepared | None:
    """The expected number of one kind."""
    found = _chinese(text.source) if text.language == "zh" else _english(text.source)
    if found is None or not 0 < found.k < found.n or not 0 < found.m <= min(found.n, MAX_DRAWN):
        return None
    return _task(found, text.language)


def _english(source: str) -> _Drawn | None:
    plain = " ".join(re.sub(r"\$", "", in_digits(source)).lower().split())
    if re.search(r"(?<!without )\breplacement\b|\breplaced\b|put back", plain):
        return None
    kinds = dict[str, int]()
    if (two := _TWO_EN.match(plain)) is not None and not (two["noun"] and two["noun2"] and singular(two["noun"]) != singular(two["noun2"])):  # fmt: skip
        kinds = {singular(two["ka"]): int(two["a"]), singular(two["kb"]): int(two["b"])}
        total, rest = int(two["a"]) + int(two["b"]), two["rest"]
        if len(kinds) != 2:
            return None
    elif (some := _SOME_EN.match(plain)) is not None:
        kinds, total, rest = {singular(some["kind"]): int(some["k"])}, int(some["n"]), some["rest"]
    else:
        return None
    drawn = _DRAWN_EN.match(rest)
    if drawn is None:
        return None
    for _, pattern in _ASKED_EN:
        if (asked := pattern.match(drawn["rest"])) is not None and singular(asked["kind"]) in kinds:
            name = (asked.groupdict().get("x") or "x").upper()
            variance = asked["what"].startswith("var")
            return _Drawn(
                total, kinds[singular(asked["kind"])], int(drawn["m"] or drawn["m2"]), name, variance
            )
    return None


def _chinese(source: str) -> _Drawn | None:
    plain = re.sub(r"\s|\$", "", in_digits(source)).replace("（", "(").replace("）", ")")
    if re.search(r"(?<!不)放回|分布列", plain):
        return None
    if (two := _TWO_ZH.match(plain)) is not None and two["ka"] != two["kb"]:
        kinds, total, rest = {two["ka"]: int(two["a"]), two["kb"]: int(two["b"])}, int(two["a"]) + int(two["b"]), two["rest"]  # fmt: skip
    elif (some := _SOME_ZH.match(plain)) is not None:
        kinds, total, rest = {some["kind"]: int(some["k"])}, int(some["n"]), some["rest"]
    else:
        return None
    drawn = _DRAWN_ZH.match(rest)
    asked = _ASKED_ZH.match(drawn["rest"]) if drawn is not None else None
    if drawn is None or asked is None or asked["kind"] not in kinds:
        return None
    name = asked["x"] or asked["before"] or asked["before2"] or "X"
    name = {"ξ": r"\xi", "η": r"\eta"}.get(name, name)
    return _Drawn(total, kinds[asked["kind"]], int(drawn["m"]), name, bool(re.match("方差|D", asked["what"])))


def _task(found: _Drawn, say: Language) -> Prepared:
    n, k, m, X = found.n, found.k, found.m, found.name
    values = [v for v in range(m + 1) if v <= k and m - v <= n - k]
    chances = [sp.Rational(comb(k, v) * comb(n - k, m - v), comb(n, m)) for v in values]
    mean = sum((v * p for v, p in zip(values, chances, strict=True)), sp.S.Zero)
    variance = sum(((v - mean) ** 2 * p for v, p in zip(values, chances, strict=True)), sp.S.Zero)
    listed = r",\quad ".join(rf"P({X}={v})={latex(p)}" for v, p in zip(values, chances, strict=True))
    sum_ = "+".join(rf"{v}\cdot {latex(p)}" for v, p in zip(values, chances, strict=True))
    steps = [
        WORDS["law"].say(say, M=m, N=n, K=k, X=X, rest=n - k),
        WORDS["values"].say(say, list=listed),
        WORDS["mean"].say(say, X=X, sum=sum_, value=latex(mean)),
    ]
    lines = [
        "from math import comb",
        "",
        comment(WORDS["code"].say(say)),
        f"chances = {{k: Rational(comb({k}, k)*comb({n - k}, {m} - k), comb({n}, {m})) for k in {values}}}",
        "mean = sum(k*p for k, p in chances.items())",
        "mean",
    ]
    expected = sp.Rational(m * k, n)
    value = expected
    if found.variance:
        squares = "+".join(rf"\left({v}-{latex(mean)}\right)^2\cdot {latex(p)}" for v, p in zip(values, chances, strict=True))  # fmt: skip
        steps.append(WORDS["variance"].say(say, X=X, sum=squares, value=latex(variance)))
        lines[-1] = "sum((k - mean)**2*p for k, p in chances.items())"
        value = expected * sp.Rational(n - k, n) * sp.Rational(n - m, n - 1) if n > 1 else sp.S.Zero
    tests = (f"answer == {exact_source(value)}",)
    return Prepared(say, tuple(steps), cell(*lines), tests, WORDS["method"], WORDS["sentence"])
