"""How many functions there are between two finite sets: all, injective, surjective, bijective, or those that are not.

Not: functions with a condition on single values (f(1) = 2), increasing ones, sets of more than 12 elements.
"""

from __future__ import annotations

import re
from math import comb, factorial, perm
from typing import Final

from solver.ports import Language
from solver.topics.asking import FIND, HOW_MUCH_ZH
from solver.topics.base import Task, Words
from solver.topics.cells import cell
from solver.topics.clauses import Said
from solver.topics.coursework.kinds import HOW_MANY, HOW_MANY_ZH, LET, LET_ZH, lesson, told
from solver.topics.prepared import Prepared

LARGEST: Final = 12
MOST_LISTED: Final = 300_000
_LISTED: Final = Words("all of them were written down and counted", "逐一列举计数检验")
_BY_STEPS: Final = Words("counted again, one element after the other", "逐个元素重新计数检验")
_MEMBERS: Final = r"\\?\{[^{}]+\}"


def _set(tag: str) -> str:
    """The place of a set: its size in words, its members, or its name."""
    return (
        rf"(?:(?:an? |the |another )?(?:finite )?(?:(?P<n{tag}>\d+)[- ]element set|set (?P<l1{tag}>[A-Z] )?(?:with|of|having|containing|that has|that contains|which has)(?: exactly)? (?:size |cardinality )?(?P<s{tag}>\d+)(?: (?:distinct |different )?(?:elements|members))?|(?:set )?(?:[A-Z] ?= ?)?(?P<m{tag}>{_MEMBERS})|(?:set )?(?P<l{tag}>[A-Z]))"
        rf"|one (?:with|of|having) (?P<o{tag}>\d+)(?: elements)?)"
    )


_HAVING: Final = r"(?:surjective|injective|bijective|onto|1-to-1|one-to-one|1-1|different|distinct|possible|total|(?:surjective|onto) and (?:injective|1-to-1|one-to-one)|(?:injective|1-to-1|one-to-one) and (?:surjective|onto))"
_NOUN: Final = rf"(?:(?P<kind>(?:non-?)?{_HAVING}) )?(?P<noun>functions?|mappings?|maps?|surjections?|injections?|bijections?|1-to-1 correspondences?)(?: f| can be defined| can one define| can you define)?"
_PREDICATE: Final = rf"(?:(?:that |which )?(?:are|is) (?P<no>not |neither )?(?:both )?(?P<kind2>{_HAVING}))"
_THERE: Final = r"(?:are there|there are|exist|are possible|can be defined|can be formed|do we have)"
_FROM: Final = rf"(?:from |: ?|that map |mapping |map |with domain ){_set('1')},? ?(?P<arrow>to|onto|into|->|\\to|→|and (?:codomain|range)) ?(?:{_set('2')}|(?P<self>itself))"
_OF_EACH: Final = rf"(?:(?:(?:be |is )?(?:a|any) (?:finite )?set)? ?(?:with|has|have|having|contains|contain|containing|of)(?: exactly)? (?P<n>\d+)(?: (?:distinct )?elements)?|= ?(?P<m>{_MEMBERS}))"
TABLE_EN: Final = {
    "size": (
        rf"(?:{LET})(?:(?:a |the )?(?:finite )?set )?(?P<name>[A-Z]) ?{_OF_EACH}",
        rf"{LET}(?:A and B be (?:finite )?sets (?:with|such that|where) )?\|(?P<name>[A-Z])\| ?= ?(?P<n>\d+)", r"\|(?P<name>[A-Z])\| ?= ?(?P<n>\d+)",
    ),
    "sizes": (rf"{LET}(?P<name>[A-Z]) and (?P<name2>[A-Z]) (?:be|are) (?:finite )?sets (?:with|of|having|containing)(?: sizes?)? (?P<n>\d+)(?: elements)? and (?P<k>\d+)(?: elements)?,?(?: respectively)?",),
    "asked": (
        rf"{HOW_MANY} {_NOUN} (?:{_THERE} )?{_FROM}(?:,? {_THERE})?(?: {_PREDICATE})?",
        rf"{HOW_MANY} (?:of the )?{_NOUN} {_FROM} {_PREDICATE}", rf"{FIND}(?:the )?(?:total )?number of {_NOUN} {_FROM}(?: {_PREDICATE})?",
        rf"(?:in )?how many (?:different )?ways (?:can|could) {_set('1')} be mapped (?P<arrow>to|onto|into) {_set('2')}",
    ),
}  # fmt: skip


def _set_zh(tag: str) -> str:
    return rf"(?:(?:一个|某个)?(?:有限)?(?:含有?|有|具有)? ?(?P<n{tag}>\d+) ?(?:个元素的(?:有限)?集合?|元(?:素)?(?:的)?集合?) ?(?:[A-Z])?|(?:有限)?(?:集合?)? ?(?:[A-Z] ?= ?)?(?P<m{tag}>{_MEMBERS})|(?:有限)?(?:集合?)? ?(?P<l{tag}>[A-Z]))"


_KIND_ZH: Final = r"(?:不同的?|所有的?)?(?:是)?(?P<kind>满射|单射|双射|满映射|单映射|一一映射|一一对应|既单又满的映射|满射函数|单射函数|双射函数|非满射的?|非单射的?|不是满射的?|不是单射的?)?(?:的)?(?P<noun>映射|函数)?"
_BETWEEN_ZH: Final = (
    rf"(?:则|问|求|由)?(?:从)? ?{_set_zh('1')} ?到 ?(?:{_set_zh('2')}|(?P<self>自身|它自身|自己))"
)
TABLE_ZH: Final = {
    "size": (
        rf"{LET_ZH}\|(?P<name>[A-Z])\| ?= ?(?P<n>\d+)", rf"{LET_ZH}(?:有限)?(?:集合)? ?(?P<name>[A-Z]) ?(?:中)?(?:共)?(?:有|含有|含) ?(?P<n>\d+) ?个元素", rf"{LET_ZH}(?:有限)?(?:集合)? ?(?P<name>[A-Z]) ?= ?(?P<m>{_MEMBERS})",
        rf"{LET_ZH}(?:有限)?(?:集合)? ?(?P<name>[A-Z]) ?(?:是|为) ?(?P<n>\d+) ?元集合?",
    ),
    "sizes": (rf"{LET_ZH}(?:有限)?(?:集合)? ?(?P<name>[A-Z]) ?[,、和与] ?(?P<name2>[A-Z]) ?(?:中)?(?:分别)?有 ?(?P<n>\d+) ?个?[,、和与] ?(?P<k>\d+) ?个元素",),
    "asked": (
        rf"{_BETWEEN_ZH} ?(?:上(?=的?满射))?(?:的)? ?{_KIND_ZH} ?(?:f ?)?(?:共)?(?:有{HOW_MANY_ZH}|(?:的)?(?:总)?(?:个数|数目|总数){HOW_MUCH_ZH})(?:个)?",
        rf"{_BETWEEN_ZH} ?(?:共|一共)?(?:可以|能|可)?(?:有|建立|定义|作出|构造){HOW_MANY_ZH} ?{_KIND_ZH}",
    ),
}  # fmt: skip


@lesson(r"(?i)function|\bmaps?\b|mapp|jection|correspond|射|函数|一一对应", en=TABLE_EN, zh=TABLE_ZH)
def functions(found: list[Said], say: Language) -> Task | None:
    """The count of the functions of the asked kind."""
    asked = [s for s in found if s.kind == "asked"]
    named = _named(found)
    if len(asked) != 1 or named is None or found[-1] is not asked[0]:
        return None
    values = asked[0].values
    sizes = [_size(values, tag, named) for tag in "12"]
    if values.get("self"):
        sizes[1] = sizes[0]
    told_names = {values[t] for t in ("l1", "l2") if values.get(t)}
    if None in sizes or not set(named) <= told_names or not values.get("noun") and not values.get("kind") and values.get("arrow") is None:  # fmt: skip
        return None
    n, k = sizes[0] or 0, sizes[1] or 0
    kind, negated = _kind(" ".join(values.get(w) or "" for w in ("kind", "kind2", "noun", "arrow")))
    if (values.get("no") or "").strip() == "neither" or values.get("no") and (negated or values.get("kind") or values.get("arrow") == "onto"):  # fmt: skip
        return None
    if kind is None or not 0 < n <= LARGEST or not 0 < k <= LARGEST or k**n > MOST_LISTED and kind:
        return None
    return _task(n, k, kind, say, others=negated or bool(values.get("no")))


def _named(found: list[Said]) -> dict[str, int] | None:
    named = dict[str, int]()
    for said in found:
        if said.kind == "asked":
            continue
        pairs = [(said.values["name"], said.values.get("n") or _count(said.values.get("m", "")))]
        if said.kind == "sizes":
            pairs.append((said.values["name2"], said.values["k"]))
        for name, size in pairs:
            if name in named or size is None:
                return None
            named[name] = int(size)
    return named


def _size(values: object, tag: str, named: dict[str, int]) -> int | None:
    assert hasattr(values, "get")
    for place in "nso":
        if values.get(place + tag):
            return int(values.get(place + tag))
    if values.get("m" + tag):
        return _count(values.get("m" + tag))
    return named.get(values.get("l" + tag) or "")


def _count(members: str) -> int | None:
    """How many members a listed set has; None where one stands twice, or dots stand for some."""
    listed = [m.strip() for m in re.sub(r"\\?[{}]", "", members).split(",")]
    whole = all(re.fullmatch(r"-?\d+|[A-Za-z](?:_\{?\d+\}?)?", m) for m in listed)
    return len(listed) if whole and len(set(listed)) == len(listed) else None


def _kind(words: str) -> tuple[str | None, bool]:
    """What the words ask of a function, and whether it is denied."""
    onto = re.search(r"(?i)onto|surject|满", words) is not None
    apart = re.search(r"(?i)inject|1-to-1|one-to-one|1-1|单", words) is not None
    both = re.search(r"(?i)biject|correspond|双射|一一", words) is not None or onto and apart
    negated = re.search(r"(?i)\bnon|非|不是", words) is not None
    if negated and re.search("(?i)onto", words) and apart:
        return None, True
    return "bijective" if both else "surjective" if onto else "injective" if apart else "", negated


def _task(n: int, k: int, kind: str, say: Language, *, others: bool) -> Task | None:
    everything = k**n
    match kind:
        case "":
            value, source, holds = everything, f"Integer({k})**{n}", "True"
            step = told(say, rf"Each of the {n} elements has {k} possible images: \({k}^{{{n}}}={value}\).", rf"{n} 个元素各有 {k} 种可能的像：\({k}^{{{n}}}={value}\)。")  # fmt: skip
        case "injective":
            value, source, holds = perm(k, n), f"ff({k}, {n})", f"len(set(f)) == {n}"
            product = r"\cdot ".join(str(k - i) for i in range(n))
            step = (
                told(say, "There are more elements than images, so two elements share one: there is none that is injective.", "元素比像多，必有两个元素的像相同，所以没有单射。")
                if n > k
                else told(say, rf"In an injective function each element takes an image that is still free: \({product}={value}\).", rf"单射中依次选取尚未使用的像：\({product}={value}\)。")
            )  # fmt: skip
        case "bijective":
            value, source, holds = (factorial(n), f"factorial({n})", f"len(set(f)) == {n}") if n == k else (0, "Integer(0)", f"len(set(f)) == {n} == {k}")  # fmt: skip
            step = (
                told(say, rf"The images are an order of the {n} elements: \({n}!={value}\).", rf"双射就是 {n} 个元素的排列：\({n}!={value}\)。")
                if n == k
                else told(say, "A bijection needs as many images as elements, so there is none.", "双射要求两个集合的元素一样多，所以没有双射。")
            )  # fmt: skip
        case _:
            value = sum((-1) ** i * comb(k, i) * (k - i) ** n for i in range(k + 1))
            terms = "".join(rf"{'+' if i % 2 == 0 and i else '-' if i else ''}\binom{{{k}}}{{{i}}}{k - i}^{{{n}}}" for i in range(k))  # fmt: skip
            source, holds = f"sum((-1)**i*binomial({k}, i)*Integer({k} - i)**{n} for i in range({k} + 1))", f"len(set(f)) == {k}"  # fmt: skip
            step = told(say, rf"From all functions take away those that miss an image, by inclusion and exclusion: \[{terms}={value}\]", rf"从所有映射中用容斥原理去掉漏掉某些像的映射：\[{terms}={value}\]")  # fmt: skip
    steps = [step]
    if others:
        steps.append(told(say, rf"All functions are \({k}^{{{n}}}={everything}\), so the others are \({everything}-{value}={everything - value}\).", rf"所有映射共 \({k}^{{{n}}}={everything}\) 个，其余的有 \({everything}-{value}={everything - value}\) 个。"))  # fmt: skip
        source, holds = f"Integer({k})**{n} - ({source})", f"not ({holds})"
    if everything > MOST_LISTED:
        tests: tuple[str, ...] = ("count = 1", f"for element in range({n}):", f"    count = sum(count for image in range({k}))", "answer == count")  # fmt: skip
        return Prepared(say, tuple(steps), cell(source), tests, _BY_STEPS)
    tests = ("from itertools import product", f"images = product(range({k}), repeat={n})", f"answer == sum(1 for f in images if {holds})")  # fmt: skip
    return Prepared(say, tuple(steps), cell(source), tests, _LISTED)
