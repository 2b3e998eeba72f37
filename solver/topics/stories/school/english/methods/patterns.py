"""Patterns for pieces of sentences: words that stand for themselves, numbers with their units, open words between.

`compiled` turns one into a regular expression. `~` is up to eight words of an open vocabulary (`~3` up to three), `<d:length>` a
number with a unit of that dimension, `<n>` a number without one, `<m:money>`, `<f:part>`, `<p:percent>`, `<m:any>` a number or money
with its unit if it has one, `<l:list>` several, `<t:clock>`, `<w=a|b>` one of these words, `<w=~2>` open words that are kept, `@go` an
alternative of `MACROS`. Words that hold quantities together (`STRICT`) are never open.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from solver.topics.stories.school.english.marks import ANY, FRACTION, MONEY, NUMBER, SCALES
from solver.topics.stories.school.english.words import STRICT

_SMALL: Final = "|".join(sorted(map(re.escape, STRICT), key=lambda word: (-len(word), word)))
OPEN: Final = rf"(?!(?:{_SMALL}) )(?!clocktime)[a-zà-ÿ'-]+ "
_LEXEME: Final = re.compile(r"<[^>]+>|@\w+|~\d*|[()|?:]|[a-z'/²³-]+|\{\d,\d\}")


@lru_cache(maxsize=1)
def _units() -> dict[str, str]:
    """For each dimension the units of it, as an alternative."""
    kinds: dict[str, list[str]] = {}
    for unit, (kind, _) in SCALES.items():
        kinds.setdefault(kind.removeprefix("imperial "), []).append(re.escape(unit))
    found = {kind: "|".join(units) for kind, units in kinds.items()}
    found["time"] += "|month|year"
    found["span"] = "hour|minute|second"
    found["unit"] = "|".join(map(re.escape, [*SCALES, "dozen"]))
    return found


def _slot(text: str) -> str:
    if "=" in text:
        name, words = text.split("=")
        if words.startswith("~"):
            return f"(?P<{name}>(?:{OPEN}){{1,{words[1:] or 4}}}?)"
        return f"(?P<{name}>{'|'.join(f'{w} ' for w in words.split('|'))})"
    name, _, kind = text.partition(":")
    if not kind:
        every = "|".join(re.escape(u) for u in SCALES)
        return f"(?P<{name}>{NUMBER}) (?!(?:{every}|per) )"
    if kind in ("money", "part", "percent", "any"):
        block = {"money": MONEY, "any": f"[{NUMBER[1]}-{MONEY[3]}]"}.get(kind, FRACTION)
        measured = (
            f"(?:(?P<{name}_u>{_units()['unit']}|month|year) )?+(?!(?:per|square|cubic) )"
            if kind == "any"
            else ""
        )
        return f"(?P<{name}_{kind}>{block}) {measured}"
    if kind == "list":
        return f"(?P<{name}_list>(?:{ANY} (?:(?:{_units()['unit']}|points|marks|degrees|pages|minutes|goals|runs|books) )?(?:and )?){{2,12}})"
    if kind == "clock":
        return f"(?P<{name}_clock>clocktime-[a-j]) "
    if kind == "rate":
        return f"(?P<{name}>{NUMBER}) (?P<{name}_u>{_units()['unit']}) (?:per |a |an |each |every )(?P<{name}_p>hour|minute|second|day|week|month) "
    if kind == "speed":
        return f"(?P<{name}>{NUMBER}) (?P<{name}_u>{_units()['length']}) (?:per |a |an |each |every )(?P<{name}_p>hour|minute|second|day) "
    return f"(?P<{name}>{NUMBER}) (?P<{name}_u>{_units()[kind]}) (?!(?:per|square|cubic) )"


MACROS: Final[dict[str, str]] = {}
"""Alternatives with a name."""


def compiled(pattern: str) -> re.Pattern[str]:
    """The regular expression of a pattern, for tokens with a space behind each."""
    out = []
    for name in re.findall(r"@(\w+)", pattern):
        pattern = pattern.replace(f"@{name}", MACROS[name], 1)
    seen: dict[str, int] = {}
    for lexeme in _LEXEME.findall(pattern):
        if lexeme[0] == "<":
            name = re.match(r"\w+", lexeme[1:])[0]  # type: ignore[index]
            seen[name] = seen.get(name, 0) + 1
            slot = _slot(lexeme[1:-1])
            slot = slot if seen[name] == 1 else slot.replace(f"(?P<{name}", f"(?P<{name}__{seen[name]}")
            out.append(f"(?:{slot})")
        elif lexeme[0] == "~":
            out.append(f"(?:{OPEN}){{0,{lexeme[1:] or 8}}}?")
        elif lexeme == "(":
            out.append("(?:")
        elif lexeme == ":":
            out.append(": ")
        elif lexeme in ")|?" or lexeme[0] == "{":
            out.append(lexeme)
        else:
            out.append(f"(?:{lexeme} )")
    return re.compile("".join(out))


def verbs(bases: str) -> str:
    """An alternative of all forms of verbs: regular ones by rule, others written as base/third/past/participle/ing.

    >>> verbs("walk go/goes/went/gone/going")
    '(walk|walks|walked|walking|go|goes|went|gone|going)'
    """
    forms: list[str] = []
    for verb in bases.split():
        if "/" in verb:
            forms += verb.split("/")
            continue
        stem = verb.removesuffix("e") if verb.endswith("e") and not verb.endswith("ee") else verb
        past = f"{verb[:-1]}ied" if re.search("[^aeiou]y$", verb) else f"{stem}ed"
        third = f"{verb[:-1]}ies" if re.search("[^aeiou]y$", verb) else f"{verb}es" if re.search("(?:s|sh|ch|x|o)$", verb) else f"{verb}s"  # fmt: skip
        forms += [verb, third, past, f"{stem}ing"]
    return f"({'|'.join(dict.fromkeys(forms))})"


MACROS.update(
    go=verbs(
        "go/goes/went/gone/going travel/travels/travelled/traveled/travelling/traveling drive/drives/drove/driven/driving run/runs/ran/running "
        "walk cycle ride/rides/rode/ridden/riding swim/swims/swam/swum/swimming fly/flies/flew/flown/flying sail jog/jogs/jogged/jogging "
        "move hike skate row cruise march crawl cover hop/hops/hopped/hopping head march ski/skis/skied/skiing paddle race"
    ),
    hm="how many",
    is_="(is|was|are|were|will be|would be)",
    do="(do|does|did|will|would|can|could|must|should|has|have|had|is|was|are|were|may|might)",
    can="(can|could|will|would|may|must|has to|have to|had to|should|does|do|did)",
    take=verbs("take/takes/took/taken/taking need require"),
    pay=verbs("pay/pays/paid/paying spend/spends/spent/spending"),
)
