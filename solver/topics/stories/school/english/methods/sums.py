"""Small methods with a name: a ratio, consecutive numbers, thinking of a number, making equal, pairs, weeks and days, a saving goal, degrees.

Not read: ratios of three told by differences, goals with interest.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.english.methods.families import Bag, Fact, family
from solver.topics.stories.school.english.methods.measures import named, unit_named
from solver.topics.stories.school.english.methods.patterns import verbs
from solver.topics.stories.school.english.methods.rates import head
from solver.topics.stories.school.working import Term, Unfit, Working, num

_SHARE: Final = verbs("share divide split distribute")


@family(
    r"ratio|:",
    facts={
        "ratio": ("~8 (in)? (the|a)? ratio (of)? <a> (:|to) <b> ~3", "(the)? ratio of <x=~3> to <y=~3> ~4 (is|was) <a> (:|to) <b>", "~8 <x=~2> and <y=~2> ~5 (in)? (the|a)? ratio (of)? <a> (:|to) <b> ~4", "<x=~2> and <y=~2> are mixed ~5 ratio ~1 <a> (:|to) <b>"),
        "whole": ("~8 <n:any> ~8", f"~ {_SHARE} <n:any> ~8", f"~4 <n:any> ~3 {_SHARE} (among|between) <two> ~2", f"<x=~1> and <y=~1> {_SHARE} <n:any> ~3", "~ (there are|has) <n> ~4 (altogether|in total|in all) ~3", "~ <n:any> (altogether|in total|in all) ~3"),
        "both": (f"<x=~1> and <y=~1> {_SHARE} <n:any> ~4 (in)? the ratio (of)? <a> (:|to) <b> ~2", f"<n:any> ~3 (is|are) {_SHARE} between <x=~1> and <y=~1> (in)? the ratio (of)? <a> (:|to) <b> ~2"),
        "side": ("there are <k> <z=~2>", "~ (has|gets|uses|used|got|receives) <k:any> (of)? <z=~2>", "<z=~2> (gets|receives|has|got) <k:any>", "if <z=~1> gets <k:any>", "with <k:any> of <z=~2>", "for <k:any> of <z=~2>", "~ <k> <z=~2>"),
        "names": ("~4 between <x=~1> and <y=~1>", "between <x=~1> and <y=~1>"),
    },
    asks={
        "one": ("how (many|much) (<z=~2>)? (are there|@do|is) <w=~2> (get|receive|have|gets|there)? ~4", "how (many|much) <w=~3> (are there|are needed|is needed|do|does|did|are|is|should|must|will|would) ~8", "how (many|much) (money)? @do <w=~2> (get|receive|have) ~3", "(what is|find) <w=~1> share", "how (much|many) ~0 @do (each|<w=~1>) (get|receive)"),
        "large": ("(what is|find|how much is|how big is|how large is) the <w=larger|smaller|bigger|largest|smallest> (share|part|amount) ~3", "how (much|big) (is|does) the <w=larger|smaller> (share|part) (amount to)?"),
        "total": ("how (many|much) ~4 (altogether|in total|in all) ~3", "how many ~3 are there (altogether|in total|in all|in the ~2)"),
    },
)  # fmt: skip
def _ratio(bag: Bag, work: Working) -> None:
    if "ratio" not in bag.sheet.text or re.search(
        r"\b(?:more|fewer|less|than|left|another|then|after|scale)\b", bag.sheet.text
    ):
        raise Unfit
    ratios = [f for f in bag.facts if f.has("a") and f.has("b")]
    if len(ratios) != 1 or any(f.has("two") and f.values["two"] != 2 for f in bag.facts):
        raise Unfit
    (ratio,) = ratios
    named_ = [f for f in bag.facts if f.word("x")]
    if len(named_) > 1:
        raise Unfit
    x, y = (named_[0].word("x"), named_[0].word("y")) if named_ else ("", "")
    rest = [f for f in bag.facts if f is not ratio and f.kind != "names" and (f.has("n") or f.has("k"))]
    whole = ratio if ratio.has("n") else next((f for f in rest if f.has("n")), None)
    side = next((f for f in rest if f.has("k")), None)
    if len(rest) + ratio.has("n") != 1:
        raise Unfit
    asked = bag.asked
    if whole is not None and whole.has("n"):
        if not re.search(rf"\b(?:altogether|in total|in all|total)\b|\b{_SHARE}\b", bag.sheet.text):
            raise Unfit
        unit = whole.unit("n")
        parts = work.step("how many parts there are together", ratio["a"] + ratio["b"], "parts")
        each = work.step("one part", whole["n"] / parts, named(unit))
        if asked.kind == "large":
            one, other = sorted((ratio["a"], ratio["b"]), key=lambda t: t.value)
            count = one if asked.word("w").startswith("small") else other
        elif asked.kind == "one":
            count = _side(asked, x, y, ratio)
        else:
            raise Unfit
        term = work.step("this share: so many parts", each * count, named(unit))
    elif side is not None and x:
        known = _match(side.word("z"), x, y)
        unit = side.unit("k")
        mine, other = (ratio["a"], ratio["b"]) if known == 0 else (ratio["b"], ratio["a"])
        each = work.step("one part", side["k"] / mine, named(unit))
        if asked.kind == "one":
            if _match(_words(asked), x, y) == known:
                raise Unfit
            term = work.step("the other share: so many parts", each * other, named(unit))
        elif asked.kind == "total":
            parts = work.step("how many parts there are together", ratio["a"] + ratio["b"], "parts")
            term = work.step("all together", each * parts, named(unit))
        else:
            raise Unfit
    else:
        raise Unfit
    if not unit and term.value.denominator != 1:
        raise Unfit
    work.give(term, named(unit), "the answer")


def _words(asked: Fact) -> str:
    return asked.word("w") or asked.word("z")


def _match(said: str, x: str, y: str) -> int:
    """Which of the two is meant: by its last word."""
    said = re.sub(r"'s$", "", said)
    found = [i for i, name in enumerate((x, y)) if name == said] or [
        i for i, name in enumerate((x, y)) if head(name) == head(said)
    ]
    if len(found) != 1:
        raise Unfit
    return found[0]


def _side(asked: Fact, x: str, y: str, ratio: Fact) -> Term:
    for said in (asked.word("w"), asked.word("z")):
        if said:
            try:
                return ratio["a"] if _match(said, x, y) == 0 else ratio["b"]
            except Unfit:
                continue
    raise Unfit


@family(
    r"consecutive",
    facts={"sum": ("(the)? sum of <n> consecutive (numbers|whole numbers|integers|natural numbers|<kind=even|odd> numbers|<kind=even|odd> integers) is <s>", "<n> consecutive (numbers|whole numbers|integers|<kind=even|odd> numbers|<kind=even|odd> integers) (add up to|have a sum of|have the sum|total) <s>")},
    asks={"which": ("(what is|find|which is) the <w=smallest|largest|middle|least|greatest|biggest|larger|smaller> (<p=even|odd>)? (number|one|of them|of these numbers|of the numbers)? ~2",)},
)  # fmt: skip
def _consecutive(bag: Bag, work: Working) -> None:
    bag.need("sum")
    fact, which = bag.one("sum"), bag.asked.word("w")
    fact.whole("n")
    n, step = fact.values["n"], 2 if fact.word("kind") else 1
    if n < 2 or n > 50 or bag.asked.word("p") not in (None, "", fact.word("kind")):
        raise Unfit  # "the largest even integer" of all
    middle = work.step("the middle of them: the sum divided by how many they are", fact["s"] / fact["n"])
    half = num((n - 1) * step / 2)
    if which == "middle":
        term = middle
    elif which in ("smallest", "least", "smaller"):
        term = work.step(f"the smallest: {half.tex} below the middle", middle - half)
    else:
        term = work.step(f"the largest: {half.tex} above the middle", middle + half)
    last = middle.value - half.value
    if last.denominator != 1 or fact.word("kind") and last % 2 != (fact.word("kind") == "odd"):
        raise Unfit
    work.give(term, "", "the number")


_DO: Final = {
    "times": ("~ (multiplies|multiply|multiplied) (it|this|that|the result|the number|the answer|the sum|the difference)? ~2 by <n>", "~ (multiplied by|times) <n> ~1", "multiplies by <n>"),
    "double": ("~ (doubles|double|doubled) (it|this|the result|the number|the answer|that) ~1", "<n> times (it|this|that|the result|the number)", "<n> times (the|my|his|her|this|that|a) number"),
    "over": ("~ (divides|divide|divided) (it|this|that|the result|the number|the answer|the sum|the difference)? ~2 by <n>", "~ halves (it|the result|this)"),
    "plus": ("~ (adds|add|added) <n> ~3", "~ (increases|increase|increased) (it|this|the result|the number|the answer) ~1 by <n>"),
    "minus": ("~ (subtracts|subtract|subtracted|takes away|take away|took away) <n> ~3", "~ (subtracts|subtract|takes|take) <n> (from|away) ~3", "~ (decreases|reduces) (it|this|the result|the number) ~1 by <n>"),
}  # fmt: skip


@family(
    r"think|thinks|thought|thinking|number",
    facts={
        **_DO,
        "start": ("~ (think|thinks|thought|thinking|chooses|choose|chose|picks) ~1 (of)? a (certain|secret)? number",),
        "result": ("~ (result|answer) ~1 (is|was) <r>", "~ (gets|get|got|obtains|ends up with|end up with|gives) <r> ~3", "(the)? (result|answer) (is)? <r>", "~ (result|answer) of <r>", "~ (to|and) (get|gets) <r>", "~ (is|equals) <r>"),
    },
    asks={"number": ("(what|which) (number)? (is|was|did|does|do) (the|my|his|her|it|she|he|i|~2)? ~2 (number|think|first|start|thought)? ~3 (of|first|with|at first)? ~2", "what number @do ~3 (think|start|choose) ~1 ~2", "(what is|find) (the|his|her|my) (original|starting|first)? number ~3")},
)  # fmt: skip
def _riddle(bag: Bag, work: Working) -> None:
    if (
        not any(f.kind == "start" for f in bag.facts)
        or not bag.facts
        or bag.facts[-1].kind != "result"
        or bag.facts[0].kind != "start"
    ):
        raise Unfit
    moves = bag.facts[1:-1]
    if (
        not moves
        or len(moves) > 6
        or any(f.kind in ("start", "result") or not f.has("n") for f in moves)
        or re.search(
            r"\b(?:itself|original|same|another|that number too)\b",
            " ".join(s.text for s in bag.sheet.sentences[:-1]),
        )
    ):
        raise Unfit
    value = bag.facts[-1]["r"]
    for fact in reversed(moves):
        match fact.kind:
            case "times" | "double":
                value = work.step("before the multiplication: divide", value / fact["n"])
            case "over":
                value = work.step("before the division: multiply", value * fact["n"])
            case "plus":
                value = work.step("before the addition: subtract", value - fact["n"])
            case _:
                value = work.step("before the subtraction: add", value + fact["n"])
    work.give(value, "", "the number")


@family(
    r"handshake|shake|plays|play|match|game",
    facts={
        "people": ("~8 <n> (people|teams|players|friends|students|children|persons|guests|pupils|members|girls|boys|clubs|men|women) (meet)? ~8",),
        "everyone": ("<n> ~2 each (shake hands|play) ~2 (with|against) (each|every) other ~1 (once|exactly once)",),
        "rule": ("(each|every|everyone|everybody) (of them)? ~4 (shakes hands|shake hands|shook hands|plays|play|played) ~3 (with|against)? ~1 (each|every|all|everyone|everybody) (one)? (of the|the)? (other|others|else) ~3 (once|exactly once|one time)? ~2", "(each|every|everyone) ~4 (shakes|shake|plays|play) ~2 (once|exactly once) (with|against) (each|every) other ~2", "they all shake hands (with|once) ~1 (each other|one another)? ~1 (once)?",
                 "(each|every) pair ~4 (once|exactly once) ~2", "all ~3 (shake|play) ~2 (with|against) (each other|one another) (once|exactly once)", "~ shakes hands (once)? with (each|every) other ~2 (once|exactly once)?"),
    },
    asks={"many": ("how many (handshakes|matches|games) ~8 (altogether|in total|in all)? ~3",)},
)  # fmt: skip
def _pairs(bag: Bag, work: Working) -> None:
    if bag.kinds != "everyone":
        bag.need("people", "rule")
    people = bag.facts[0] if bag.kinds == "everyone" else bag.one("people")
    people.whole("n")
    if people.values["n"] < 2 or re.search(
        r"\b(?:twice|two times|home|groups?|knockout|couples?)\b", bag.sheet.text
    ):
        raise Unfit
    others = work.step("with how many others each one meets", people["n"] - num(1))
    both = work.step("each one with all others: every pair is counted twice", people["n"] * others)
    work.give(work.step("the pairs: half of that", both / num(2)), "", "the number")


@family(
    r"\bdegrees?\b|temperature",
    facts={
        "when": ("(at|by) <c:clock>",),
        "start": ("((by|at) <c:clock>)? ~6 temperature ~6 (is|was) (<neg=minus|negative>)? <t> (degrees|degree)? ~4", "((by|at) <c:clock>)? ~ (is|was) (<neg=minus|negative>)? <t> (degrees|degree) ~5", "((by|at) <c:clock>)? ~6 temperature ~6 (is|was) <t> (degrees|degree) ~2", "((by|at) <c:clock>)? ~ (is|was) <t> degrees (<neg=below> freezing) ~4", "((by|at) <c:clock>)? ~6 temperature ~6 (is|was) <t> degrees <neg=below> freezing ~3"),
        "up": ("((by|at) <c:clock>)? ~ (rises|rose|risen|goes up|went up|increases|increased|climbs|climbed) ~3 (by)? <u> (degrees|degree)? ~5",),
        "down": ("((by|at) <c:clock>)? ~ (falls|fell|fallen|drops|dropped|goes down|went down|sinks|sank|decreases|decreased) ~3 (by)? <d> (degrees|degree)? ~5",),
    },
    asks={"now": ("(what is|what was) the (new)? temperature ~6 (now|then)? ~3", "what temperature is it ~3 (now|then)?", "how (cold|warm|hot) ~5")},
)  # fmt: skip
def _degrees(bag: Bag, work: Working) -> None:
    bag = Bag(tuple(f for f in bag.facts if f.kind != "when"), bag.asked, bag.sheet)
    start = bag.one("start")
    if (
        bag.facts[0] is not start
        or len(bag.facts) < 2
        or re.search(r"\b(?:each|every|per|to (?:minus)?)\b", re.sub("to (?:the|a)", "", bag.sheet.text))
    ):
        raise Unfit
    value = num(0) - start["t"] if start.word("neg") else start["t"]
    if start.word("neg"):
        up = [f["u"] for f in bag.facts if f.kind == "up"]
        if len(bag.facts) != 2 or len(up) != 1 or up[0].value < start.values["t"]:
            raise Unfit
        work.give(
            work.step(
                "the temperature: it rises above zero by what is more than the cold",
                up[0] - start["t"],
                "degrees",
            ),
            "degrees",
            "the temperature",
        )
        return
    for fact in bag.facts[1:]:
        value = work.step(
            "the temperature after the rise" if fact.kind == "up" else "the temperature after the fall",
            value + fact["u"] if fact.kind == "up" else value - fact["d"],
            "degrees",
        )
    work.give(value, "degrees", "the temperature")


@family(
    r"\bsav|\b(?:weeks|months|days)\b",
    facts={
        "goal": ("~8 (costs|cost) <g:money> ~4", "~ (wants|needs|would like) ~4 (buy|a|save)? ~5 (for|costing|that costs|up)? <g:money> ~4", "~ (for|costing) <g:money> ~2", "for (a|an|the) ~4 that (costs|cost) <g:money>", "~ <g:money> (bike|bicycle|game|phone|guitar|~1)"),
        "has": ("~ (already|now)? (has|have) (already)? (saved)? (up)? <h:money> (already|saved)? ~4", "~ has already saved <h:money> ~2"),
        "save": ("~ (saves|save|saving|can save|puts aside|earns) <s:money> ~2 (each|every|a|per) <w=week|month|day> ~2", "(each|every) <w=week|month|day> ~2 (saves|save|puts aside) <s:money> ~2", "~ <s:money> (of|from) ~3 (each|every|a|per) <w=week|month|day> ~2"),
    },
    asks={"weeks": ("(for|in|after)? how many (more)? <u=weeks|months|days> ~2 @do ~12", "(in|after)? how many (more)? <u=weeks|months|days> @do ~3 (first)? have enough (money)? ~4", "how long @do ~6 @take? ~6", "(for|in) how many <u=weeks|months|days> ~6 (enough)? ~3"), "enough": ("how many <u=weeks|months|days> ~3 (until|before|till) ~6",)},
)  # fmt: skip
def _saving(bag: Bag, work: Working) -> None:
    goal, save = bag.one("goal"), bag.one("save")
    has = bag.all("has")
    if len(bag.facts) != 2 + len(has) or len(has) > 1:
        raise Unfit
    rest = goal["g"]
    if has:
        rest = work.step("how much is still missing", rest - has[0]["h"], bag.sheet.currency)
    if "more" in bag.sheet.text and (rest.value / save.values["s"]).denominator != 1:
        raise Unfit
    asked = bag.asked.word("u")
    if asked and unit_named(asked).rstrip("s") != save.word("w"):
        raise Unfit
    work.give(work.whole(f"how many {save.word('w')}s it takes", rest, save["s"], f"{save.word('w')}s", up=True), f"{save.word('w')}s", "the time")  # fmt: skip


@family(
    r"\bdays?\b|\bhours?\b|\bminutes?\b|\bmonths?\b|\bweeks?\b",
    facts={"span": ("~8 (lasts|lasted|takes|took|for|is|are|last|have|has|there are|of) ~1 <t:time> ~4 (long|away)? ~2", "~8 (lasts|lasted|takes|took|is|last) <t:time> (long)?")},
    asks={
        "full": ("how many (full|whole|complete) <u=weeks|hours|days|minutes|years> ~8",), "rest": ("how many <u=days|minutes|seconds|hours|months> are left (over)? ~6", "how many <u=days|minutes|seconds|hours> (remain|are left over)"),
        "in": ("how many <u=hours|weeks|days|minutes|seconds|years|months> (is|are) (that|this|it|these|they) ~1", "how (long|many) <u=hours|minutes|days|weeks> ~2 (is|does|did|do) (that|this|it|the ~2) (last|take|long)? ~1"),
    },
)  # fmt: skip
def _span(bag: Bag, work: Working) -> None:
    bag.need("span")
    span = bag.one("span")
    wanted, unit = unit_named(bag.asked.word("u")).rstrip("s"), span.unit("t")
    table = {
        ("day", "week"): 7,
        ("minute", "hour"): 60,
        ("hour", "day"): 24,
        ("second", "minute"): 60,
        ("month", "year"): 12,
    }
    back = {(b, a): n for (a, b), n in table.items()}
    if bag.asked.kind == "in" and (wanted, unit) not in {(u, u) for u in (unit,)}:
        if (unit, wanted) in table:
            term = span["t"] / num(table[unit, wanted])
        elif (unit, wanted) in back:
            term = span["t"] * num(back[unit, wanted])
        else:
            raise Unfit
        work.give(work.step(f"the time in {named(wanted)}", term, named(wanted)), named(wanted), "the time")
    elif bag.asked.kind == "full" and (unit, wanted) in table:
        work.give(work.whole(f"how many full {named(wanted)} there are", span["t"], num(table[unit, wanted]), named(wanted), up=False), named(wanted), "the number")  # fmt: skip
    else:
        raise Unfit


@family(
    r"equal|same",
    facts={"has": ("~3 <x=~1> has <n> ~4", "<x=~1> <n> ~2", "~ has <n> ~4"), "idle": ("~1 wants to give ~5",)},
    asks={"give": ("how many ~3 (must|should|does|has|can) <x=~1> (have to|to)? give (to)? <y=~1> ~2 (so that|for) ~4 (both|they|them)? ~3 (the)? (same|equal) ~4", "how many ~3 (must|should|does|has) <x=~1> (have to|to)? give (to)? <y=~1> ~8 (the)? (same|equally) ~4")},
)  # fmt: skip
def _equal(bag: Bag, work: Working) -> None:
    bag.need("has", "has")
    one, other = bag.all("has")
    giver = bag.asked.word("x")
    if giver == one.word("x"):
        more, less = one, other
    elif giver == other.word("x"):
        more, less = other, one
    else:
        raise Unfit
    gap = work.step("how many more the first one has", more["n"] - less["n"])
    half = work.step("half of that: what one gives, the other gets", gap / num(2))
    if half.value.denominator != 1 or half.value <= 0:
        raise Unfit
    work.give(half, "", "the number")
