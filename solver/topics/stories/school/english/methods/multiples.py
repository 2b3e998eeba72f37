"""Common multiples and divisors in stories: what happens every so many minutes, counting in threes and fours, the largest equal groups and squares.

What they come to is a question of the topics `integers` and `congruences`.
"""

from __future__ import annotations

import re
from math import gcd, lcm
from typing import Final

from solver.topics.stories.school.english.methods.families import Bag, family
from solver.topics.stories.school.english.methods.measures import into, named, unit_named
from solver.topics.stories.school.working import Term, Unfit, Working, num

_AGAIN: Final = "(together|at the same time|simultaneously|at once|at the same moment|on the same day|both)"
_ONE: Final = "(the|a|an)? (one|other|first|second|third|another|last)? ~5"


def _whole(terms: list[Term]) -> list[int]:
    """The numbers, which are whole and at least 2."""
    values = [term.value for term in terms]
    if any(v.denominator != 1 or v < 2 for v in values) or not 2 <= len(values) <= 4:
        raise Unfit
    return [int(v) for v in values]


def _listed(values: list[int]) -> str:
    return f"{', '.join(map(str, values[:-1]))} and {values[-1]}"


@family(
    r"\bevery\b",
    facts={
        "every": (f"{_ONE} every <n:time> ~4", f"{_ONE} every <n:time> (and)? (the)? (other|second) (one)? ~3 every <k:time> ~3"),
        "listed": ("~8 every <l:list> ~3",),
        "two": ("<two> ~5 every <n:time> and (every)? <k:time> (respectively)? ~2", "~8 every <n:time> and (every)? <k:time> (respectively)? ~2", "~8 every <n:time> and ~4 every <k:time> ~3"),
        "start": (f"(<two>)? ~8 {_AGAIN} ~4 (at <t:clock>)? ~3", f"(<two>)? ~8 {_AGAIN} ~3 (now|today|at first) ~2", "(<two>)? (both|all)? ~6 (at <t:clock>)? ~3", "(at <t:clock>) ~8", f"at <t:clock> (<two>)? ~8 {_AGAIN} ~3"),
    },
    asks={
        "long": (f"(in|after)? how many <u=minutes|hours|days|seconds|weeks> ~2 (@do|is it|pass) ~6 (next|again|first)? ~3 {_AGAIN} (again|next)? ~4", f"how (long|many <u=minutes|hours|days|seconds|weeks>) (until|before|will it be before|will it be until|will it take until|does it take until|is it until|pass before|go by before) ~4 (next|again)? ~3 {_AGAIN} (again|next)? ~3",
                 f"(after|in) how (long|many <u=minutes|hours|days|seconds|weeks>) ~2 @do ~6 (next|again)? ~3 {_AGAIN} (again|next)? ~3", f"how long @do it (take|be) (until|before) ~4 (next|again)? ~3 {_AGAIN} (again|next)? ~3"),
        "when": (f"(when|at what time) @do ~5 (next|again)? ~3 {_AGAIN} (again|next)? ~3", f"(what is)? the (next|first) time (that|when|at which)? ~5 (next|again)? ~3 {_AGAIN} (again|next)? ~3"),
    },
)  # fmt: skip
def _meetings(bag: Bag, work: Working) -> None:
    """What happens every so many minutes happens together after the least common multiple of them."""
    if re.search(r"\b(?:each|per|per cent|late|break|except|instead|not)\b", bag.sheet.text) or not bag.all("start"):  # fmt: skip
        raise Unfit
    told = [(f, name) for f in bag.facts for name in "nk" if f.has(name)]
    units = [f.unit(name) for f, name in told]
    if bag.all("listed"):
        if told:
            raise Unfit
        _listed_meetings(bag, work)
        return
    if any(f.has("two") and f.values["two"] != len(told) for f in bag.facts):
        raise Unfit
    clocks = {f.word("t") for f in bag.facts if f.word("t")}
    if not units or len(clocks) > 1:
        raise Unfit
    unit = unit_named(bag.asked.word("u")) if bag.asked.word("u") else units[0]
    small = unit if unit in units else units[0]
    values = _whole([into(work, f[name], f.unit(name), small) for f, name in told])
    says = f"They meet again after a time that is a multiple of each of {_listed(values)}: the first is the least common multiple."
    if bag.asked.kind == "long" and small == unit:
        question = f"Find the least common multiple of {_listed(values)}"
        work.hand("integers", question, says, named(unit), "the time until then")
        return
    together = lcm(*values)
    big = max(values)
    term = work.step(f"the least common multiple of {_listed(values)}: the first multiple of {big} that the others divide", num(big) * num(together // big), named(small))  # fmt: skip
    if bag.asked.kind == "long":
        work.give(into(work, term, small, unit), named(unit), "the time until then")
    elif len(clocks) == 1 and small in ("minute", "hour"):
        amount = f"{together} {named(small)}"
        work.hand("clock", f"What time is it {amount} after {clocks.pop()}?", f"They start together, so they are together again {amount} later.", "", "")  # fmt: skip
    else:
        raise Unfit


def _listed_meetings(bag: Bag, work: Working) -> None:
    """Every 6, 8 and 12 minutes."""
    listed = bag.one("listed")
    values = _whole(listed.list("l"))
    unit = unit_named(listed.word("l"))
    wanted = unit_named(bag.asked.word("u")) or unit
    if any(f.has("two") and f.values["two"] != len(values) for f in bag.facts) or unit not in ("second", "minute", "hour", "day", "week") or wanted != unit or bag.asked.kind != "long":  # fmt: skip
        raise Unfit
    says = f"They meet again after a time that is a multiple of each of {_listed(values)}: the first is the least common multiple."
    work.hand("integers", f"Find the least common multiple of {_listed(values)}", says, named(unit), "the time until then")  # fmt: skip


_GROUPS: Final = {word: k for k, word in enumerate("twos threes fours fives sixes sevens eights nines tens elevens twelves".split(), 2)}  # fmt: skip
_IN: Final = f"(in|into|by) <g={'|'.join(_GROUPS)}>"
_OF: Final = "(in|into|by) ~2 of <m>"
_OVER: Final = "(is|are|was|were|would be|will be)? (left over|left|remaining|over|remain|remains|too many)"


@family(
    r"\b(?:left|over|remain|remains|remaining|short|missing|remainder|nothing)\b",
    facts={
        "rest": tuple(f"~8 {place} ~4 (there|he|she|they)? (is|are|were|has|have|always)? <r> ~2 {_OVER} ~2" for place in (_IN, _OF)) + tuple(f"(there|he|she|they)? (is|are|were|has|have)? <r> ~2 {_OVER} ~2 ~5 {place} ~3" for place in (_IN, _OF)) + tuple(f"~8 {place} (leaves|leave|left) <r> ~2 (over|left over)?" for place in (_IN, _OF)),
        "one": tuple(f"~8 {place} ~4 (there|he|she|they)? (is|are|has|have|always)? <one=one> ~2 {_OVER} ~2" for place in (_IN, _OF)),
        "none": tuple(f"~8 {place} ~4 (there|he|she|they)? (is|are|has|have)? (nothing|none|no ~2) {_OVER} ~2" for place in (_IN, _OF)),
        "less": ("~8 (fewer|less) than <top> ~3", "~8 between <low> and <top> ~3", "~ more than <low> and (fewer|less) than <top> ~3"),
    },
    asks={
        "least": ("(what is|find) the (smallest|least|lowest|minimum) (possible)? number ~8", "(at least)? how many ~6 (at least)? ~4 (at least)?", "(what is|find) the (smallest|least|fewest|minimum) ~8", "how many ~6 ((could|can|might) there be)? at (least|minimum) ~3", "what is the fewest ~8"),
    },
)  # fmt: skip
def _counted(bag: Bag, work: Working) -> None:
    """How many there are by what is left over when they are counted in different groups."""
    if bag.all("less") or not re.search(r"smallest|least|fewest|lowest|minimum", bag.sheet.text):
        raise Unfit
    said = list[str]()
    groups, pairs = set[int](), list[tuple[int, int]]()
    for fact in bag.facts:
        size = int(fact.values["m"]) if fact.has("m") else _GROUPS.get(fact.word("g").strip(), 0)
        rest = fact["r"].value if fact.has("r") else num(int(fact.kind == "one")).value
        if size < 2 or rest.denominator != 1 or rest >= size or size in groups:
            raise Unfit
        groups.add(size)
        said.append(f"x≡{rest} (mod {size})")
        pairs.append((size, int(rest)))
    end = lcm(*groups) if groups else 0
    first = next((x for x in range(1, min(end, 10**6) + 1) if all(x % a == r for a, r in pairs)), 0)
    if len(said) < 2 or first < max(groups):
        raise Unfit  # no such number, or so few as nobody means
    question = f"Find the smallest positive integer x such that {', '.join(said)}"
    work.hand("congruences", question, "Let \\(x\\) be how many there are. What is left over is the remainder.", "", "the smallest number")  # fmt: skip


_NOTHING: Final = (
    "((with|and)? (nothing|none|nobody|no ~2) (is|are|being)? (left over|left|wasted|remaining) ~1)?"
)
_TILES: Final = "(square|squares|tile|tiles|piece|pieces)"


@family(
    r"\bsquares?\b",
    facts={
        "sheet": ("~8 (measuring|measures|is|of)? <a:length> (long)? (by|and) <b:length> (wide)? ~8", "~8 <a:length> long", "~4 <b:length> wide ~4",
                  *(f"~8 <{a}> (long)? (by|and) <b:length> (wide)? ~4 (is|are|has to be|must be|to be) ~2 (cut|divided|covered|tiled|paved) ~3 (equal|identical|the same size|same size)? ~4 (square|squares) ~6 {_NOTHING}" for a in ("a:length", "a"))),
        "cut": (f"~6 (cut|divided|covered|tiled|paved|cuts|covers) ~4 (equal|identical|same size|the same size)? ~2 (square|squares) ~3 (of (the)? (same|equal) size)? {_NOTHING}", "~ (nothing|no ~2) (is|may be|must be)? (left over|left|wasted|remaining) ~2", "~ (squares|tiles|pieces) ~3 (should be|are|must be) as (large|big) as possible ~2", "without (any)? (waste|cutting) ~4", f"~6 squares ~3 {_NOTHING}"),
    },
    asks={
        "side": (f"(what is|find|how long is) (the)? (side|side length|length|size)? ~4 (of)? ~3 (largest|greatest|biggest|longest) (possible)? (square)? ~3 {_TILES}? ~3", f"how (long|large|big) ~4 {_TILES}? ~2 (side)? ~3 {_TILES}? (at most)? ~2"),
        "many": (f"how many ~3 {_TILES} ~8", f"(what is|find) the (smallest|least) number of ~3 {_TILES} ~4"),
    },
)  # fmt: skip
def _squares(bag: Bag, work: Working) -> None:
    """Squares that fill a sheet have a side that divides both of its sides; the largest is the greatest common divisor."""
    told = {name: fact for fact in bag.facts for name in "ab" if fact.has(name)}
    if set(told) != {"a", "b"} or not bag.all("cut") and not re.search(r"\b(?:cut|divided|covered|tiled|paved)\b", bag.sheet.text):  # fmt: skip
        raise Unfit
    text = bag.sheet.text
    if not re.search(r"largest|greatest|biggest|longest|as (?:large|big) as possible|smallest number|fewest|least number", text) or not re.search(r"nothing|\bno\b|without|wast|whole|exactly|complete|equal|identical|same size", text):  # fmt: skip
        raise Unfit
    unit = told["b"].unit("b")
    a, b = (into(work, told[n][n], told[n].unit(n) or unit, unit) for n in "ab")
    values = _whole([a, b])
    says = f"The side of a square must divide both {values[0]} and {values[1]}; the largest is their greatest common divisor."
    question = f"Find the greatest common divisor of {_listed(values)}"
    if bag.asked.kind == "side":
        work.hand("integers", question, says, named(unit), "the side of a square")
        return
    side = num(gcd(*values))
    one = work.step(f"the largest side is the greatest common divisor {side.tex}; how many fit along the one side", num(values[0]) / side)  # fmt: skip
    other = work.step("how many fit along the other side", num(values[1]) / side)
    work.give(work.step("the number of squares", one * other), "", "the number of squares")


@family(
    r"\b(?:greatest|largest|most|maximum|biggest|highest)\b",
    facts={
        "have": ("~6 <n> ~3", "~4 (there are|has|have|with)? <n> <w=~2> and <k> ~3", "~4 (there are|has|have|with)? <n> <w=~2> <l> <x=~2> and <k> ~3", "<k> ~3"),
        "same": ("~8 (identical|equal|the same ~|same) ~8", "~ each ~4 (has|have|have to have|contains|gets|must have|must contain) the same ~6", "~ (nothing|none|no ~2|nobody) (is|are)? (left over|left|remaining) ~2", "without (anything)? (left|remainder) ~3", "using all ~4", "all of them ~6", "~8 (identical|equal) ~4 (using|with|from|of) all ~4", "~8 (identical|equal)? ~4 with the same number of ~3", f"the same number of ~3 (in each ~2)? {_NOTHING}", "~ (nothing|nobody|none|no ~2) ~1 (left over|left|remaining)"),
    },
    asks={
        "many": ("(what is|find) the (greatest|largest|maximum|biggest|highest) (possible)? number of <thing=~3> ~8", "(what is|find) the most <thing=~2> ~8", "how many <thing=~2> @do ~6 (make|form|pack|prepare|fill|be made)? at most ~2", "(into|in) how many <thing=~3> ~6 at most ~4", "what is the greatest number of ~3 (groups|bags|teams|bouquets|parcels|sets|packs|boxes) ~6"),
    },
)  # fmt: skip
def _groups(bag: Bag, work: Working) -> None:
    """All of several kinds in as many equal groups as possible."""
    numbers = [f[name] for f in bag.facts if f.kind == "have" for name in "nlk" if f.has(name)]
    text = bag.sheet.text
    if not bag.all("same") and not re.search(r"identical|equal|the same", text):
        raise Unfit
    if re.search(r"\b(?:at least|more than|fewer|less|costs|percent|every|per)\b|,? each (?:has|is) [\ue000-\ue3ff]", text) or not re.search(r"left|using all|use all|uses all|all (?:of )?(?:the|them)|identical", text):  # fmt: skip
        raise Unfit
    if any(f.units for f in bag.facts):
        raise Unfit
    values = _whole(numbers)
    says = f"The number of groups must divide each of {_listed(values)}; the largest is their greatest common divisor."
    work.hand(
        "integers", f"Find the greatest common divisor of {_listed(values)}", says, "", "the greatest number"
    )
