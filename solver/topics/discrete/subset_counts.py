"""How many subsets a set has: all, the proper ones, the non-empty ones.

Read: a set that is listed, described by a condition, or told by how many elements it has. Not: subsets of so many elements, subsets with a condition.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError
from solver.reader.numerals import ones_in_digits
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment
from solver.topics.prepared import Prepared

WORDS: Final = {
    "elements": Words("The set has \\({n}\\) elements: \\({shown}\\).", "集合有 \\({n}\\) 个元素：\\({shown}\\)。"),
    "all": Words("Each of the \\({n}\\) elements is in a subset or not: \\[2^{{{n}}}={value}\\] subsets.", "每个元素在或不在子集中，共有 \\[2^{{{n}}}={value}\\] 个子集。"),
    "less": Words("Without {which}: \\[{total}-{less}={value}\\]", "去掉{which}：\\[{total}-{less}={value}\\]"),
    "proper": Words("the set itself", "集合本身"),
    "nonempty": Words("the empty set", "空集"),
    "both": Words("the empty set and the set itself", "空集和集合本身"),
    "code": Words("two choices for each element", "每个元素有两种选择"),
    "answer": Words("There are \\({answer}\\).", "共有 \\({answer}\\) 个。"),
    "method": Words("all subsets were listed by their size and counted", "按元素个数逐类数出所有子集"),
}  # fmt: skip
MOST: Final = 16
_BODY: Final = r"\\?\{(?P<body>(?:[^{}]|\{[^{}]{0,20}\}){1,120}?)\\?\}"
_EN_KIND: Final = r"(?P<kind>(?:non-?empty |proper |non-?empty proper |proper non-?empty )?)subsets"
_EN: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"how many (?:different )?{_EN_KIND} (?:does|has) (?:the )?(?:set )?(?:[A-Z] ?= ?)?{_BODY} ?(?:have)?",
        rf"how many (?:different )?{_EN_KIND} (?:are there of|of|are there for) (?:the )?(?:set )?(?:[A-Z] ?= ?)?{_BODY}(?: are there)?",
        rf"(?:find|what is|determine|calculate) the number of (?:all )?{_EN_KIND} of (?:the )?(?:set )?(?:[A-Z] ?= ?)?{_BODY}",
        rf"how many (?:different )?{_EN_KIND} does a set (?:with|of|containing|that has|having) (?P<n>\d{{1,2}}) elements have",
        rf"(?:find|what is|determine|calculate) the number of (?:all )?{_EN_KIND} of a set (?:with|of|containing|that has|having) (?P<n>\d{{1,2}}) elements",
        rf"(?:if )?a set (?:has|contains) (?P<n>\d{{1,2}}) elements[.,] ?how many {_EN_KIND} (?:does it have|are there)",
    )
)
_ZH_KIND: Final = "(?P<kind>(?:非空|真|非空真|非空的?真)?)子集"
_ZH_END: Final = "(?:一共|共)?(?:有(?:多少|几)?个?|的?个数(?:是|为)?(?:多少|几)?)?"
_ZH: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:已知|设|若)?集合(?:[A-Z]=)?{_BODY},?(?:则|那么|求)?(?:集合)?(?:[A-Z])?的?{_ZH_KIND}{_ZH_END}",
        rf"(?:求)?集合(?:[A-Z]=)?{_BODY}的?{_ZH_KIND}{_ZH_END}",
        rf"集合(?:[A-Z]=)?{_BODY}(?:一共|共)?有(?:多少|几)个{_ZH_KIND}",
        rf"(?:已知|设|若|如果)?(?:一个)?集合(?P<name>[A-Z])?(?:中)?(?:有|含有|共有)(?P<n>\d{{1,2}})个元素,?(?:则|那么)?(?:它|集合[A-Z]|[A-Z])?的?{_ZH_KIND}{_ZH_END}",
        rf"(?:含有?|有)(?P<n>\d{{1,2}})个元素的集合的?{_ZH_KIND}{_ZH_END}",
    )
)


def read(text: Text, set_of: Callable[[str, None], Any]) -> Reading:
    """The number of subsets; `set_of` makes the set of what stands between braces."""
    if not re.search(r"(?i)subset|子集", text.source):
        return None
    source = re.sub(r"\$|\\[()]|\\left(?=\\?\{)|\\right(?=\\?\})", "", text.source)
    source = source.replace("\\{", "{").replace("\\}", "}")
    source = re.sub(r"\s+", "" if text.language == "zh" else " ", source).strip().rstrip("?。.，, ")
    if text.language == "zh":
        source = ones_in_digits(source.replace("，", ","), "个元素")
    for form in _ZH if text.language == "zh" else _EN:
        if (match := form.fullmatch(source)) is not None:
            return _task(match.groupdict(), text, set_of)
    return None


def _elements(body: str, set_of: Callable[[str, None], Any]) -> list[str] | None:
    """The elements as they are shown; None where they are not known, or one stands there twice."""
    parts = [p.strip() for p in re.split("[,、，]", body)]
    if any(all(re.fullmatch(form, p) for p in parts) for form in ("[a-z]", r"-?\d{1,6}")):  # is a equal to 1?
        return parts if len(set(parts)) == len(parts) else None
    try:
        found = set_of(body, None)
    except (FormulaError, TypeError, ValueError, NotImplementedError):
        return None
    return (
        [sp.latex(e) for e in found]
        if isinstance(found, sp.FiniteSet)
        else []
        if found is sp.S.EmptySet
        else None
    )


def _task(parts: dict[str, str | None], text: Text, set_of: Callable[[str, None], Any]) -> Reading:
    say, steps = text.language, list[str]()
    if parts.get("n"):
        n = int(parts["n"] or 0)
    else:
        elements = _elements(str(parts["body"]), set_of)
        if elements is None:
            return None
        n = len(elements)
        steps.append(WORDS["elements"].say(say, n=n, shown=",\\ ".join(elements) or r"\varnothing"))
    if n > MOST:
        return None
    kind = (parts.get("kind") or "").lower()
    proper, full = "proper" in kind or "真" in kind, "empty" in kind or "非空" in kind
    less = proper + full
    if n == 0 and less == 2:
        return None  # the empty set is both
    steps.append(WORDS["all"].say(say, n=n, value=2**n))
    if less:
        which = WORDS["both" if less == 2 else "proper" if proper else "nonempty"].say(say)
        steps.append(WORDS["less"].say(say, which=which, total=2**n, less=less, value=2**n - less))
    low, high = (1 if full else 0), (n if proper else n + 1)
    tests = (f"sum(binomial({n}, k) for k in range({low}, {high})) == answer",)
    source = cell(
        comment(WORDS["code"].say(say)), f"Integer(2)**{n} - {less}" if less else f"Integer(2)**{n}"
    )
    return Prepared(say, tuple(steps), source, tests, WORDS["method"], sentence=WORDS["answer"])
