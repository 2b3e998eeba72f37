"""Questions about one normal variable.

Read: "X is normally distributed with mean 100 and standard deviation 15", X ~ N(2, σ²), told probabilities and reference values; asked: one P(…), a
percentage that lies above, below or between, a z-score, a percentile, the mean from an equality, a confidence interval with known σ. Not: two variables,
sample means, unknown deviations with Φ, N(50, 10) in English, where the second number may be a deviation.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH
from solver.topics.base import Reading, Text, Unread
from solver.topics.clauses import Said, clauses, number, table, without_dollars
from solver.topics.discrete.normal.probabilities import PROBABILITY, End, Range, range_of
from solver.topics.discrete.normal.solving import Law, by_symmetry, by_table, confidence, quantile, score

_NORMAL: Final = re.compile(r"(?i)\bnormal|N\s*\(|正态|z-?\s?score|confidence interval|置信区间|标准分")
_X: Final = r"(?:an?|the)? (?:continuous)? ?(?:random)? ?(?:variable)? ?(?P<name>[XYZξη])"
_THING: Final = r"(?:the|a|an|all)? ?(?P<thing>(?:[a-z'\-]+ ){0,6}?[a-z'\-]+)"
_UNIT: Final = r"(?: ?(?:cm|m|kg|g|mm|km|lb|lbs|pounds?|inches|in|minutes?|hours?|days?|years?|months|weeks?|seconds?|points?|marks?|dollars|ml|mL|grams?|miles|ounces|oz|mg))?"
_M: Final = rf"(?:a )?mean (?:of|is|=|\\?mu =|μ =)? ?<m>{_UNIT}"
_S: Final = rf"(?:a )?(?P<kind>standard deviation|variance|s\.?d\.?) (?:of|is|=|\\?sigma =|σ =)? ?<s>{_UNIT}"
_WITH: Final = rf"(?:with )?{_M} ?(?:,|and|, and)? ?(?:with )?{_S}"
_DIST: Final = r"(?:(?:is|are|be) (?:approximately |known to be )?normally distributed|(?:has|have|follows?) an? (?:approximately )?normal distribution|is (?:a )?normal(?: random variable)?)"
_FIND: Final = rf"(?:estimate|{FIND}) ?"
_W: Final = r"(?!(?:not|no|none|never|neither|nor|both|two|three|four|five|all|every|each|only|least|most|exactly|mean|average|averages|median|sum|total|difference|or|and|if|given)\b|[a-z]+n't)[a-z]+"
"""A word that does not turn the question into one of another quantity."""
_WHO: Final = rf"(?:(?:of )?(?:the |all )?(?:{_W} ?){{1,3}}?)"
_MORE: Final = r"(?:taller|greater|more|higher|heavier|longer|larger|bigger|older|above|over|exceeds?|exceeding|at least)"
_LESS: Final = r"(?:shorter|less|lower|lighter|smaller|younger|fewer|below|under|at most)"
_PHI: Final = r"(?:\\Phi|\\varPhi|Φ) ?\( ?<z> ?\) ?(?:=|≈|\\approx) ?<v:chance>"
_HOW: Final = (
    rf"(?:(?P<more>{_MORE})|(?P<less>{_LESS})) ?(?:than)? ?<a>{_UNIT}|between <b>{_UNIT} ?and <c>{_UNIT}"
)
TABLE_EN: Final = table({
    "law": (
        rf"{_X} {_DIST} ,? {_WITH}",
        rf"{_X} ~ N \( <m> , <v> (?P<square>\^ ?\{{? ?2 ?\}}?)? \)",
        rf"{_X} ~ N \( <m> , (?:\\sigma|σ) ?\^ ?\{{? ?2 ?\}}? \)",
        rf"{_THING} {_DIST} ,? {_WITH}",
        rf"an? normal(?:ly distributed)? (?:distribution|random variable|variable|population)? ?(?P<name>X)? ?(?:has|with) {_WITH}",
    ),
    "standard": (rf"{_X} (?:is|be|has|follows) (?:a |the )?standard normal(?: random variable| variable| distribution)?", rf"{_X} ~ N \( 0 , 1 \)"),
    "mean": (rf"the mean (?:of [a-z ]+?)? ?is <m>{_UNIT}", rf"{_M}"),
    "deviation": (rf"the standard deviation (?:of [a-z ]+?)? ?is <s>{_UNIT}",),
    "told": (r"PROB(?P<k>\d+) (?:=|is) <v:chance>",),
    "phi": (_PHI,),
    "asked": (rf"{_FIND}(?:the value of )?PROB(?P<k>\d+)(?: = \?)?",),
    "share": (
        rf"(?:what|which|find the|determine the|what is the) ?(?P<part>percentage|percent|proportion|fraction|probability) (?:of {_WHO})? ?(?:is|are|have|has|weighs?|scored?|scores?|lasts?|that)? ?(?:a (?:height|weight|score|length|mass))? ?(?:{_HOW})",
        rf"{_FIND}the (?P<part>probability) that (?:an?|the) (?:randomly (?:chosen|selected))? ?(?:{_W} ?){{1,3}}? ?(?:is|has|weighs|scored|scores|lasts|measures)? ?(?:an? [a-z]+)? ?(?:{_HOW})",
    ),
    "score": (rf"{_FIND}the z ?-? ?scores? (?:of|for) (?:an? )?(?:score of |value of |value )?(?:x =)? ?<x>{_UNIT}",),
    "quantile": (rf"{_FIND}the <p>(?:th|st|nd|rd) percentile(?: of (?:a|the|this) (?:normal )?distribution)?", rf"{_FIND}(?:the value of )?(?P<letter>[a-zA-Z]) (?:such|so) that PROB(?P<q>\d+) = <v:chance>"),
    "percentile": (rf"{_FIND}the <p>(?:th|st|nd|rd) percentile of an? normal distribution {_WITH}",),
    "sample": (
        rf"an? (?:random )?sample of (?:size )?<n> (?:[a-z]+ ){{0,3}}(?:has|have|had|gives?|with) (?:a )?(?:sample )?mean (?:(?!of|is)[a-z]+ ){{0,2}}?(?:of|is|=)? ?<m>{_UNIT} ?(?:and (?:the )?population standard deviation (?:is|of) <s>)?",
    ),
    "sample_of": (
        rf"an? (?:simple )?(?:random )?sample of (?:size )?<n> (?:(?:items|observations|values|measurements|units|people|students|parts|bulbs|bags|packets|bottles) )?(?:is |was |were )?(?:(?:taken|drawn|selected|chosen|obtained) )?from an? (?:approximately )?normal(?:ly distributed)? (?:population|distribution) (?:with|whose|having) (?:a )?(?:known )?(?:population )?standard deviation (?:is |of |= )?(?:(?:\\sigma|σ) ?= ?)?<s>{_UNIT} ?,? ?(?:and )?(?:has|had|gives?|gave|yields?|yielded|with|having|have) (?:a )?(?:sample )?mean (?:of |is |= )?(?:\\bar\{{?x\}}? ?= ?)?<m>{_UNIT}",
        rf"an? (?:simple )?(?:random )?sample of (?:size )?<n> (?:(?:items|observations|values|measurements|units|people|students|parts|bulbs|bags|packets|bottles) )?(?:is |was |were )?(?:(?:taken|drawn|selected|chosen|obtained) )?from an? (?:approximately )?normal(?:ly distributed)? (?:population|distribution) (?:with|whose|having) (?:a )?(?:known )?(?:population )?standard deviation (?:is |of |= )?(?:(?:\\sigma|σ) ?= ?)?<s>{_UNIT}",
    ),
    "sample_mean": (rf"(?:the |its )?(?:sample )?mean (?:is|was|equals|of|=) (?:found to be )?<m>{_UNIT}",),
    "sigma": (r"the population (?:has (?:a )?standard deviation|standard deviation) (?:is|of|=)? ?(?:known to be)? ?(?:(?:\\sigma|σ) =)? ?<s>" + _UNIT, r"(?:with )?(?:a )?(?:known )?(?:population )?(?:standard deviation )?(?:\\sigma|σ) = <s>"),
    "confidence": (rf"(?:{_FIND}|construct )(?:a|the) (?:(?:symmetric|two-sided|two sided|corresponding) )?<c:percent> confidence interval for (?:(?:the )?(?:population |true )?(?:mean)?(?: ?(?:\\mu|μ))?)(?: ?[,(]? ?(?:use|using|with|taking) z(?: ?_ ?\{{?[\d./a-z\\]+\}}?)? ?= ?<z> ?\)?)?",),
    "places": (r"(?:give|round|rounded|correct|accurate)? ?(?:your|the)? ?(?:answer)? ?(?:correct|rounded|accurate)? ?to <d> decimal places",),
})  # fmt: skip
_ZW: Final = (
    r"(?:(?!不|非|没|未|都|均|各|同时|至少|恰|只|平均|总|或|且|两|(?<![高初])[二三]|[四五])[^,，。\d])"
)
_ZX: Final = r"(?:某)?(?:随机变量)? ?(?P<name>[XYZξη])"
_ZT: Final = r"(?:某[^,，。;；\d]{1,14}?|[^,，。;；\d]{2,14}?)"
_ZN: Final = r"(?:服从|近似服从|~|近似地服从)(?:正态分布)? ?N \( <m> , (?:<v> (?P<square>\^ ?\{? ?2 ?\}?)?|(?P<sigma>\\sigma|σ) ?\^ ?\{? ?2 ?\}?) \)"
_ZM: Final = r"(?:服从|近似服从)(?:正态分布)? ?N \( (?P<unknown>\\mu|μ) , (?:<v> (?P<square>\^ ?\{? ?2 ?\}?)?|(?P<sigma>\\sigma|σ) ?\^ ?\{? ?2 ?\}?) \)"
TABLE_ZH: Final = table({
    "population": (r"(?:设|从)?(?:来自|某)?(?:正态)?总体 ?X? ?(?:服从|~)?(?:正态分布)? ?N ?\( (?:\\mu|μ) , <v> (?P<square>\^ ?\{? ?2 ?\}?)? \)(?:中|的)?(?:随机)?(?:抽取|抽得|取出|取)?(?:一个)?(?:容量(?:为|是)? ?(?:n = )?<n> ?的(?:简单)?(?:随机)?样本)?(?: X_1 ?,.{1,30}?X_\{?(?:n|\d+)\}?)?",),
    "size": (r"(?:从中|现)?(?:随机)?(?:抽取|抽得|取得?|取出)?(?:一个)?容量(?:为|是)? ?(?:n = )?<n> ?的(?:简单)?(?:随机)?样本", r"n = <n>"),
    "average": (r"(?:测得|算得|得|其|且)?(?:样本)?(?:均值|平均值|平均数)(?:为|是)? ?(?:\\(?:bar|overline) ?\{? ?[xX] ?\}? =)? ?(?:=)? ?<m>", r"\\(?:bar|overline) ?\{? ?[xX] ?\}? = <m>"),
    "confidence": (r"(?:则|求)?(?:总体)?(?:均值|期望)? ?(?:\\mu|μ)? ?的?(?:双侧)?(?:置信水平|置信度|置信系数)(?:为|是)? ?<c:chance> ?的(?:双侧)?置信区间(?:为|是)?", r"(?:则|求)?(?:总体)?(?:均值|期望)? ?(?:\\mu|μ)? ?的 ?<c:chance> ?(?:的)?置信区间(?:为|是)?"),
    "quantile_told": (r"(?:其中|附)? ?[zuZ] ?_ ?\{? ?0\.025 ?\}? = 1\.96",),
    "law": (rf"{_ZX}{_ZN}", rf"{_ZT} ?(?P<name>[XYZξη])?(?:\(单位:[^)]*\))?{_ZN}", rf"{_ZX}服从(?:均值|期望)(?:为|是)? ?<m> ?[,，、]?(?:标准差(?:为|是)? ?<s>|方差(?:为|是)? ?<v>)的?正态分布"),
    "unknown": (rf"{_ZX}{_ZM}", r"(?:随机变量)?(?P<name>[XYZξη]) ?~ ?N \( (?:\\mu|μ) , (?:\\sigma|σ) ?\^ ?\{? ?2 ?\}? \)(?:\( ?(?:\\sigma|σ) ?> ?0 ?\))?"),
    "positive": (r"\(? ?(?:\\sigma|σ) ?> ?0 ?\)?",),
    "equal": (r"PROB(?P<k>\d+) = PROB(?P<l>\d+)",),
    "told": (r"PROB(?P<k>\d+) ?(?:=|≈|为|\\approx) ?<v:chance>",),
    "phi": (rf"(?:其中|附)?{_PHI}",),
    "spread": (r"(?:其中)?(?:方差|(?:\\sigma|σ) ?\^ ?\{? ?2 ?\}?) ?(?:为|是|=) ?<q>",),
    "asked": (rf"{FIND_ZH} PROB(?P<k>\d+)(?: ?= ?\??|的值|等于多少|为多少|是多少|等于|为)?",),
    "score": (r"(?:求)?<x>(?:分)?的标准分(?:数)?",),
    "data": (r"(?:参考数据|附)[:：]?(?:若|如果)?(?:随机变量)?(?:[XZξη]?(?:服从|~)(?:正态分布)?N\((?:\\mu|μ),(?:\\sigma|σ)\^\{?2\}?\))?[,，]?(?:则)?",),
    "share": (
        rf"(?:则|求|试求|估计)?(?P<part>{_ZW}{{0,12}}?)(?:在|介于)?<b>(?:分|厘米|克|cm|kg|mm|g)?(?:到|至|与|和|~)<c>(?:分|厘米|克|cm|kg|mm|g)?之间的?(?:{_ZW}{{0,6}})?(?:概率|百分比|比例)(?:是多少|为多少|约为|是|为)?",
        rf"(?:则|求|试求|估计)?(?P<part>{_ZW}{{0,12}}?)(?:(?P<more>大于|高于|超过|不低于|不小于)|(?P<less>小于|低于|不超过|不高于))<a>(?:分|厘米|克|cm|kg|mm|g)?的?(?:{_ZW}{{0,6}})?(?:概率|百分比|比例)(?:是多少|为多少|约为|是|为)?",
    ),
})  # fmt: skip


def read(text: Text) -> Reading:
    """The law, what is told, and the one thing that is asked."""
    if not _NORMAL.search(text.source):
        return None
    source = without_dollars(text.source)
    source = re.sub(r"\s*\\xi\s*", " ξ", re.sub(r"\\eta", "η", source))
    source = re.sub(r"\(\s*(?:其中)?(方差[^()]*)\)", r",\1", source)
    inners = list[str]()

    def mark(match: re.Match[str]) -> str:
        inners.append(match["inner"])
        return f" PROB{len(inners) - 1} "

    if re.search(r"\((?=\s*(?:参考数据|附|注))", source):
        source = re.sub(r"\)\s*[.。]?\s*$", "", re.sub(r"\((?=\s*(?:参考数据|附|注))", ",", source))
    marked = PROBABILITY.sub(mark, source)
    marked = re.sub(r"(PROB\d+)\s*(?:≈|\\approx)\s*", r"\1 = ", marked)
    found = clauses(" ".join(marked.split()), TABLE_ZH if text.language == "zh" else TABLE_EN)
    if isinstance(found, str):
        return Unread((found,)) if found in text.source and len(found) < len(source) / 2 else None
    try:
        return _task(found, inners, text.language)
    except (ValueError, ZeroDivisionError, KeyError):
        return None


def _task(found: list[Said], inners: list[str], say: Language) -> Reading:
    kinds: dict[str, list[Said]] = {}
    for said in found:
        kinds.setdefault(said.kind, []).append(said)
    asks = [s for s in found if s.kind in ("asked", "share", "score", "quantile", "percentile", "confidence")]  # fmt: skip
    if len(asks) != 1:
        return None
    asked = asks[0]
    if asked.kind == "confidence":
        return _confidence(kinds, asked, say)
    law = _law(kinds, inners, say)
    if law is None:
        return None
    if asked.kind == "score":
        return score(law, asked.number("x"), say)
    if asked.kind in ("quantile", "percentile"):
        return _quantile(law, asked, inners, say)
    told = [(range_of(inners[int(s.values["k"])], _named(s, inners, law)), s.number("v")) for s in kinds.get("told", [])]  # fmt: skip
    wanted = _share(asked) if asked.kind == "share" else range_of(inners[int(asked.values["k"])], law.name)
    if wanted is None or any(r is None for r, _ in told):
        return None
    ranges = [(r, v) for r, v in told if r is not None]
    ranges += [(Range(None, End(deviations=s.number("z"))), s.number("v")) for s in kinds.get("phi", [])]
    if any(law.deviation is None or s.number("q") != law.deviation**2 for s in kinds.get("spread", [])):
        return None
    if ranges:
        return by_symmetry(law, ranges, wanted, say)
    percent = re.search(r"percent|百分比", asked.values.get("part", "")) is not None
    places = int(kinds["places"][0].number("d")) if "places" in kinds else 4
    return by_table(law, wanted, say, percent=percent, places=places) if 1 <= places <= 8 else None


def _named(said: Said, inners: list[str], law: Law) -> str:
    """The letter of the variable: reference values may use another one."""
    inner = inners[int(said.values["k"])]
    letters = re.findall(r"(?<![A-Za-z\\])[XZYξη](?![A-Za-z])", inner)
    if letters and letters[0] != law.name and re.search(r"σ|\\sigma", inner):
        return str(letters[0])
    return law.name


def _share(asked: Said) -> Range | None:
    values = asked.values
    if "b" in values:
        return Range(End(number(values["b"])), End(number(values["c"])))
    end = End(number(values["a"]))
    return Range(end, None) if values.get("more") else Range(None, end) if values.get("less") else None


def _law(kinds: dict[str, list[Said]], inners: list[str], say: Language) -> Law | None:
    laws = [*kinds.get("law", []), *kinds.get("percentile", [])]
    if len(laws) + len(kinds.get("standard", [])) + len(kinds.get("unknown", [])) > 1:
        return None
    if "standard" in kinds:
        return Law(kinds["standard"][0].values["name"], sp.S.Zero, sp.S.One)
    if "unknown" in kinds:
        return _balanced(kinds, inners)
    if not laws:
        if "mean" in kinds and "deviation" in kinds and "score" in kinds:
            return Law("X", kinds["mean"][0].number("m"), kinds["deviation"][0].number("s"))
        return None
    said = laws[0]
    mean, name = said.number("m"), said.values.get("name") or "X"
    if "s" in said.values:
        spread = said.number("s")
        deviation = sp.sqrt(spread) if said.values.get("kind", "").lower() == "variance" else spread
    elif "v" in said.values:
        second = said.number("v")
        if said.values.get("square"):
            deviation = second
        else:
            deviation = sp.sqrt(second)
            if say == "en" and not deviation.is_rational:
                return None
    else:
        return Law(name, mean, None)
    return Law(name, mean, deviation) if deviation > 0 else None


def _balanced(kinds: dict[str, list[Said]], inners: list[str]) -> Law | None:
    """The mean from P(X < a) = P(X > b)."""
    name = kinds["unknown"][0].values["name"]
    if len(kinds.get("equal", [])) != 1:
        return None
    values = kinds["equal"][0].values
    first, second = (range_of(inners[int(values[k])], name) for k in "kl")
    if first is None or second is None:
        return None
    ends = [first.low or first.high, second.low or second.high]
    one_sided = all((r.low is None) != (r.high is None) for r in (first, second))
    if not one_sided or (first.low is None) == (second.low is None) or any(e is None or e.value is None for e in ends):  # fmt: skip
        return None
    return Law(name, (ends[0].value + ends[1].value) / 2, None)  # type: ignore[union-attr, operator]


def _quantile(law: Law, asked: Said, inners: list[str], say: Language) -> Reading:
    if "p" in asked.values:
        p = asked.number("p")
        return quantile(law, p / 100, say) if p.is_integer else None
    letter, inner = asked.values["letter"], inners[int(asked.values["q"])].strip()
    match = re.fullmatch(rf"{law.name}\s*([<>])=?\s*{letter}", inner)
    if match is None or letter == law.name:
        return None
    v = asked.number("v")
    return quantile(law, v if match[1] == "<" else 1 - v, say)


def _from_population(kinds: dict[str, list[Said]], asked: Said, say: Language) -> Reading:
    """总体方差已知: how many were taken, and their mean."""
    if any(len(v) != 1 for v in kinds.values()) or set(kinds) - {"population", "size", "average", "confidence", "quantile_told"}:  # fmt: skip
        return None
    (population,), (average,) = kinds["population"], kinds.get("average", [None])
    sizes = [s for k in ("population", "size") for s in kinds.get(k, []) if "n" in s.values]
    if average is None or len(sizes) != 1 or not sizes[0].number("n").is_integer:
        return None
    v = population.number("v")
    return confidence(int(sizes[0].number("n")), average.number("m"), v if population.values.get("square") else sp.sqrt(v), asked.number("c"), say)  # fmt: skip


def _confidence(kinds: dict[str, list[Said]], asked: Said, say: Language) -> Reading:
    if "population" in kinds:
        return _from_population(kinds, asked, say)
    if len(kinds.get("sample_of", [])) == 1 and "sample" not in kinds:
        whole = dict(kinds["sample_of"][0].values)
        for said in kinds.get("sample_mean", []):
            whole |= {"m": said.values["m"]} if "m" not in whole else {"m": ""}
        if not whole.get("m"):
            return None
        kinds = {k: v for k, v in kinds.items() if k not in ("sample_of", "sample_mean")} | {"sample": [Said("sample", whole)]}  # fmt: skip
    if len(kinds.get("sample", [])) != 1 or set(kinds) - {"sample", "sigma", "confidence"}:
        return None
    sample = kinds["sample"][0]
    sigma = [s for s in (sample, *kinds.get("sigma", [])) if "s" in s.values]
    if len(sigma) != 1 or not sample.number("n").is_integer:
        return None
    z = asked.number("z") if "z" in asked.values else None
    return confidence(int(sample.number("n")), sample.number("m"), sigma[0].number("s"), asked.number("c"), say, z)  # fmt: skip
