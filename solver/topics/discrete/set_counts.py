"""How many belong to two or three overlapping groups, to one of them, to none: 18 play football, 15 play basketball, 8 play both.

Every part of the diagram is an unknown, every sentence an equation; answered where these fix what is asked, and no part would be negative or broken. Not: groups
of groups, percentages, more or fewer than.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import product
from typing import Final

import sympy as sp

from solver.ports import Language
from solver.reader.numerals import in_digits
from solver.topics.base import Text, Words
from solver.topics.cells import cell, comment
from solver.topics.prepared import Prepared

WORDS: Final = {
    "names": Words("Let {names}.", "设 {names}。"),
    "name": Words("\\({letter}\\) be those who {what}", "\\({letter}\\) 表示“{what}”的人"),
    "two": Words("Adding \\(|A|\\) and \\(|B|\\) counts those in both twice, so \\[|A\\cup B|=|A|+|B|-|A\\cap B|:\\quad {put}\\]", "\\(|A|+|B|\\) 把同属两者的人算了两次，所以 \\[|A\\cup B|=|A|+|B|-|A\\cap B|:\\quad {put}\\]"),
    "three": Words("Adding the three groups counts those in two of them twice, and those in all three three times, so \\[|A\\cup B\\cup C|=|A|+|B|+|C|-|A\\cap B|-|A\\cap C|-|B\\cap C|+|A\\cap B\\cap C|:\\quad {put}\\]", "由容斥原理 \\[|A\\cup B\\cup C|=|A|+|B|+|C|-|A\\cap B|-|A\\cap C|-|B\\cap C|+|A\\cap B\\cap C|:\\quad {put}\\]"),
    "total": Words("All together there are \\({total}\\), which are those in a group and those in none: \\({total}={union}+{none}\\).", "总人数 \\({total}\\) 等于至少属于一组的与一组都不属于的之和：\\({total}={union}+{none}\\)。"),
    "asked": Words("What is asked for is the number of those {what}: \\({value}\\).", "所求的是{what}的人数：\\({value}\\)。"),
    "code": Words("one unknown for each part of the diagram", "图中每一部分设一个未知数"),
    "sentence": Words("The number is \\({answer}\\).", "共有 \\({answer}\\) 人。"),
    "method": Words("a combination of the sentences was found that counts just those who are asked for", "求出各条件的一个组合，使它恰好数出所求的人"),
    "and": Words(" and ", "，"),
}  # fmt: skip
ASKS: Final = {
    "none": Words("in no group", "一组都不属于"),
    "all": Words("in all the groups", "同属各组"),
    "some": Words("in at least one group", "至少属于一组"),
    "one": Words("in exactly one group", "只属于一组"),
    "two": Words("in exactly two groups", "恰属于两组"),
    "only": Words("only in \\({letter}\\)", "只属于 \\({letter}\\)"),
    "set": Words("in \\({letter}\\)", "属于 \\({letter}\\)"),
    "total": Words("there are in all", "全体"),
}  # fmt: skip
_PEOPLE: Final = r"(?:students|people|persons|children|pupils|members|families|households|employees|adults|teenagers|tourists|customers|girls|boys|players|kids|voters|workers|guests|of\s+them|of\s+the\s+\w+)"
_TOTAL: Final = re.compile(
    rf"(?:in|of|out\s+of|among|there\s+are|from)?\s*(?:a\s+|the\s+)?(?:(?:class|group|survey|school|club|sample|team|grade|poll|college|town|village|room|party)\s+(?:of|has|with)\s+)?(?P<n>\d+)\s*(?P<who>{_PEOPLE})?(?:\s+(?:in\s+a\s+(?:class|group|club|school)|were\s+(?:surveyed|asked|interviewed)))?"
)
_MEMBERS: Final = re.compile(rf"(?:(?:exactly|there\s+are)\s+)?(?P<n>\d+|none|no\s+one|how\s+many)(?:\s+{_PEOPLE})?(?:\s+who)?\s+(?P<verb>[a-z]+)(?:\s+(?P<prep>in|to|at(?!\s+least)|for))?\s+(?P<what>.+)")  # fmt: skip
_EVERYONE: Final = re.compile(r"(?:each|every|everyone|everybody|all\s+of\s+them)(?:\s+(?:person|student|member|one|child|pupil|of\s+them))?\s+(?P<verb>[a-z]+)\s+at\s+least\s+one(?:\s+(?:of\s+.+|[a-z]+))?")  # fmt: skip
_STRANGE: Final = re.compile(r"%|percent|more|fewer|less|twice|half|third|times|ratio|probability|chance|least\s+\d|most|average|each\s+\w+\s+cost")  # fmt: skip


@dataclass
class _Told:
    """What was said: sizes of sets by letters ("A", "AB", "" for none, "T" for all), and the names of the sets."""

    sizes: list[tuple[str, int]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    verb: str = ""
    told_verb: str = ""

    def verb_shown(self) -> str:
        """The verb as it was told."""
        return self.told_verb

    def letter(self, name: str) -> str | None:
        """The letter of a set that has been named."""
        return "ABC"[self.names.index(name)] if name in self.names else None


def read(text: Text) -> Prepared | None:
    """A story of overlapping groups."""
    if text.language == "zh":
        return None
    source = " ".join(in_digits(text.source).lower().split())
    if not re.search(
        r"\b(?:both|all\s+(?:three|3)|neither|at\s+least\s+(?:one|1))\b", source
    ) or _STRANGE.search(re.sub(r"at least (?:one|1)\b", "", source)):
        return None
    pieces = [p.strip() for p in re.split(r"[,;.:?!]\s*(?:(?:and|but|while)\s+)?|\s+(?:and|but|while)\s+(?=\d|each\b|every|none\b|how\b)", source) if p.strip()]  # fmt: skip
    told, asked = _Told(), None
    for n, piece in enumerate(pieces):
        if n == len(pieces) - 1:
            asked = _asked(piece, told)
        elif not _said(piece, told, n):
            return None
    if asked is None or len(told.names) not in (2, 3):
        return None
    return _task(told, asked, text.language)


def _said(piece: str, told: _Told, n: int) -> bool:
    """Whether a sentence was understood."""
    if n == 0 and (total := _TOTAL.fullmatch(piece)) is not None:
        told.sizes.append(("T", int(total["n"])))
        return True
    if n == 0 and (total := re.fullmatch(r"(?:in\s+(?:a|the)\s+\w+|(?:a|the)\s+\w+)", piece)) is not None:
        return True
    if (everyone := _EVERYONE.fullmatch(piece)) is not None:
        told.sizes.append(("", 0))
        return _same_verb(everyone["verb"], told)
    match = _MEMBERS.fullmatch(piece)
    if match is None or match["n"] == "how many" or not _same_verb(match["verb"], told):
        return False
    size = int(match["n"]) if match["n"].isdigit() else 0
    kind = _kind(match["what"], told, new=True)
    if kind is None:
        return False
    told.sizes.append((kind, size))
    return True


def _same_verb(verb: str, told: _Told) -> bool:
    stem = re.sub(r"(?:ies|ied)$", "y", verb)
    stem = re.sub(r"(?:es|ed|s)$", "", stem).rstrip("e")
    if stem in ("do", "did", "does"):
        return False
    if not told.verb:
        told.verb, told.told_verb = stem, verb
    return told.verb == stem


def _kind(what: str, told: _Told, *, new: bool) -> str | None:
    """The set that words name: "A", "AB", "only A", "" for none, "all", "some", "one", "two"."""
    what = re.sub(r"^(?:the\s+)?(?:sports?|subjects?|games?|languages?)\s+", "", what).strip()
    tail = r"(?:\s+(?:of\s+(?:them|these|the\s+\w+(?:\s+\w+)?)|sports?|subjects?|games?|languages?|drinks?|activities|clubs?|courses?|classes|newspapers?|kinds))?"
    if re.fullmatch(rf"(?:neither|none){tail}", what):
        return ""
    if re.fullmatch(rf"(?:both|all\s+(?:three|3)){tail}", what):
        return "all"
    if re.fullmatch(rf"at\s+least\s+(?:one|1){tail}", what):
        return "some"
    if re.fullmatch(rf"(?:exactly|only|just)\s+(?:one|1){tail}", what):
        return "one"
    if re.fullmatch(rf"(?:exactly|only|just)\s+(?:two|2){tail}", what):
        return "two"
    if only := re.fullmatch(r"(?:only|just)\s+(.+)|(.+)\s+only", what):
        found = told.letter(only[1] or only[2])
        return None if found is None else f"only {found}"
    if but := re.fullmatch(r"(.+?)\s+but\s+not\s+(.+)", what):
        one, other = told.letter(but[1]), told.letter(but[2])
        return f"only {one}" if one and other and len(told.names) == 2 else None
    if pair := re.fullmatch(r"(?:both\s+)?(.+?)\s+and\s+(.+)", what):
        both = [told.letter(name) for name in pair.groups()]
        if None in both or both[0] == both[1]:
            return None
        return "all" if len(told.names) == 2 else "".join(sorted(filter(None, both)))
    if either := re.fullmatch(r"(?:either\s+)?(.+?)\s+or\s+(.+)", what):
        return "some" if len(told.names) == 2 and all(told.letter(n) for n in either.groups()) else None
    if (known := told.letter(what)) is not None:
        return known
    if not new or not re.fullmatch(r"[a-z][a-z'-]*(?:\s+[a-z'-]+){0,2}", what) or len(told.names) == 3:
        return None
    if re.search(r"\b(?:both|not|no|neither|nor|only|least|all|or|and|any|either)\b", what):
        return None
    told.names.append(what)
    return "ABC"[len(told.names) - 1]


def _asked(piece: str, told: _Told) -> str | None:
    piece = re.sub(r"^(?:then|so|find|determine|calculate)\s+", "", piece)
    piece = re.sub(r"^(?:the\s+)?number\s+of\s+(\w+\s+)?(?:who|that)\s+", "how many ", piece)
    match = _MEMBERS.fullmatch(re.sub(r"^how many\s+(\w+)\s+(?:do|does|did)\s+", r"how many \1 ", piece))
    if match is None or match["n"] != "how many" or not _same_verb(match["verb"], told):
        return None
    kind = _kind(match["what"], told, new=False)
    return kind if kind is None or kind != "two" or len(told.names) == 3 else None


def _regions(count: int) -> dict[str, sp.Symbol]:
    """Parts of the diagram by the sets that they lie in."""
    return {
        "".join(c for c, inside in zip("ABC", flags, strict=False) if inside): sp.Symbol(
            "n_" + ("".join(map(str, flags))), real=True
        )
        for flags in product((1, 0), repeat=count)
    }


def _members(kind: str, regions: dict[str, sp.Symbol]) -> list[str]:
    size = max(map(len, regions))
    match kind:
        case "T":
            return list(regions)
        case "":
            return [""]
        case "all":
            return [r for r in regions if len(r) == size]
        case "some":
            return [r for r in regions if r]
        case "one":
            return [r for r in regions if len(r) == 1]
        case "two":
            return [r for r in regions if len(r) == 2]
    if kind.startswith("only "):
        return [kind[5:]]
    return [r for r in regions if set(kind) <= set(r)]


def _task(told: _Told, asked: str, say: Language) -> Prepared | None:
    regions = _regions(len(told.names))
    equations = [sp.Add(*(regions[r] for r in _members(kind, regions))) - size for kind, size in told.sizes]
    symbols = list(regions.values())
    solved = sp.linsolve(equations, symbols)
    if not isinstance(solved, sp.FiniteSet) or len({kind for kind, _ in told.sizes}) < len(told.sizes):
        return None
    (values,) = solved
    known = dict(zip(regions, values, strict=True))
    value = sp.simplify(sp.Add(*(known[r] for r in _members(asked, regions))))
    if not value.is_Integer or value < 0 or any(v.is_number and (v < 0 or not v.is_Integer) for v in values):
        return None
    if asked in dict(told.sizes) or not _possible(equations, symbols):
        return None
    steps = _steps(told, asked, known, regions, value, say)
    names = {s: "p" + s.name[2:] for s in symbols}
    lines = [comment(WORDS["code"].say(say))]
    lines += [f"{', '.join(names.values())} = parts = symbols('{' '.join(names.values())}')"]
    shown = [" + ".join(names[regions[r]] for r in _members(kind, regions)) + f" - {size}" for kind, size in told.sizes]  # fmt: skip
    total = " + ".join(names[regions[r]] for r in _members(asked, regions))
    lines += [f"known = solve([{', '.join(shown)}], parts, dict=True)[0]", f"simplify(({total}).subs(known))"]
    return Prepared(say, tuple(steps), cell(*lines), _tests(told, asked, regions), WORDS["method"], WORDS["sentence"])  # fmt: skip


def _possible(equations: list[sp.Expr], symbols: list[sp.Symbol]) -> bool:
    """Whether whole numbers that are not negative fulfil all sentences; tried where parts are left open."""
    (values,) = sp.linsolve(equations, symbols)
    free = sorted(sp.Tuple(*values).free_symbols, key=str)
    if len(free) > 1:
        return len(free) == 2 and any(all(v.subs(dict(zip(free, t, strict=True))) >= 0 for v in values) for t in product(range(0, 60, 3), repeat=2))  # fmt: skip
    return not free or any(all(v.subs(free[0], t) >= 0 for v in values) for t in range(400))


def _steps(told: _Told, asked: str, known: dict[str, sp.Expr], regions: dict[str, sp.Symbol], value: sp.Expr, say: Language) -> list[str]:  # fmt: skip
    named = [WORDS["name"].say(say, letter="ABC"[n], what=f"{told.verb_shown()} {name}") for n, name in enumerate(told.names)]  # fmt: skip
    steps = [WORDS["names"].say(say, names=WORDS["and"].say(say).join(named))]
    size = {k: sp.simplify(sp.Add(*(known[r] for r in _members(k, regions)))) for k in ("A", "B", "C", "AB", "AC", "BC", "all", "some", "", "T") if len(told.names) == 3 or "C" not in k}  # fmt: skip
    shown = {k: str(v) if v.is_number else r"\,?\," for k, v in size.items()}
    if len(told.names) == 2:
        if all(size[k].is_number for k in ("A", "B", "all", "some")):
            steps.append(
                WORDS["two"].say(say, put=f"{shown['some']}={shown['A']}+{shown['B']}-{shown['all']}")
            )
    elif all(size[k].is_number for k in ("A", "B", "C", "AB", "AC", "BC", "all", "some")):
        put = f"{shown['some']}={shown['A']}+{shown['B']}+{shown['C']}-{shown['AB']}-{shown['AC']}-{shown['BC']}+{shown['all']}"
        steps.append(WORDS["three"].say(say, put=put))
    if all(size[k].is_number for k in ("T", "some", "")):
        steps.append(WORDS["total"].say(say, total=shown["T"], union=shown["some"], none=shown[""]))
    key = {"": "none", "T": "total"}.get(asked, "only" if asked.startswith("only") else "set" if asked[:1] in "ABC" else asked)  # fmt: skip
    letter = r"\cap ".join(asked.removeprefix("only "))
    parts = [sp.simplify(known[r]) for r in _members(asked, regions)]
    total = "+".join(map(str, parts)) + f"={value}" if len(parts) > 1 and all(p.is_number for p in parts) else str(value)  # fmt: skip
    if asked.startswith("only ") and len(told.names) == 2 and size["all"].is_number:
        total = f"{shown[letter]}-{shown['all']}={value}"
    steps.append(WORDS["asked"].say(say, what=ASKS[key].say(say, letter=letter), value=total))
    return steps


def _tests(told: _Told, asked: str, regions: dict[str, sp.Symbol]) -> tuple[str, ...]:
    """The sentences, added and subtracted so that only those who are asked for are left."""
    order = list(regions)
    rows = [[int(r in _members(kind, regions)) for r in order] for kind, _ in told.sizes]
    goal = [int(r in _members(asked, regions)) for r in order]
    return (
        f"sentences = Matrix({rows})",
        f"counted = Matrix({[size for _, size in told.sizes]})",
        f"goal = Matrix([{goal}])",
        "weights = sentences.T.gauss_jordan_solve(goal.T)[0]",
        "weights = weights.subs({s: 0 for s in weights.free_symbols})",
        "bool((weights.T*counted)[0] == answer and weights.T*sentences == goal)",
    )
