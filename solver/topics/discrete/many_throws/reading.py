"""Read the throws and the event of an English problem: every word has its place, or it is not read.

"Jack rolls 5 fair 6-sided dice. What is the probability that at least two dice show the same number?"
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from solver.reader.numerals import in_digits
from solver.topics.clauses import number
from solver.topics.discrete.draws.throw_reading import wanted_values
from solver.topics.discrete.many_throws.events import Event, Throws


@dataclass(frozen=True, slots=True)
class Said:
    """The throws, the event, and the chance of heads where the coin is not fair; `expected`: the mean of this is asked for."""

    throws: Throws
    event: Event | None
    heads: Fraction | None = None
    expected: str = ""


_SIDED: Final = r"(?P<sides{0}>\d+)[- ](?:sided|faced)"
_FAIR: Final = rf"(?:(?:fair|standard|ordinary|normal|regular|unbiased|distinct|different|balanced|cubical|{_SIDED}),? )*"
_THING: Final = r"(?P<thing{0}>dice|die|number cubes?|coins?|nickels?|penny|pennies|dimes?|quarters?)"
_VERB: Final = r"(?:rolls?|throws?|tosses|toss|flips?|rolling|tossing|flipping|throwing)"
_DONE: Final = r"(?:is|are)(?: to be)? (?:rolled|thrown|tossed|flipped|cast)"
_TIMES: Final = r"(?: (?P<times{0}>once|twice|\d+ times|\d+ rolls?|\d+ flips?|\d+ tosses))?(?: in a row| at the same time| simultaneously| at once|,? one after (?:the other|another))?"
_N: Final = r"(?P<n{0}>an?|\d+|the \d+|each of \d+)"
_WHO: Final = r"(?:i|we|you|he|she|they|someone|a player|a student|[a-z]+)"


def _filled(pattern: str, k: int) -> str:
    return pattern.replace("{0}", str(k))


_THROWN: Final = tuple(
    re.compile(_filled(form, 0))
    for form in (
        rf"(?:if |when |suppose (?:that )?)?(?:{_WHO} )?{_VERB} {_N} {_FAIR}{_THING}{_TIMES}",
        rf"(?:if |when |suppose (?:that )?)?{_N} {_FAIR}{_THING} {_DONE}{_TIMES}",
        rf"{_N} {_FAIR}{_THING} (?:each )?have (?:their )?faces numbered (?:from )?1 (?:to|through) (?P<top0>\d+)",
    )
)
_UNFAIR: Final = (
    re.compile(
        r"(?:suppose (?:that )?)?(?:(?:a|an) (?:[a-z]+ )?(?:designed|has|made) )?(?:an?|the) (?:unfair |weighted |biased |bent )?coin (?:so that|such that|for which|where|lands on heads with|comes up heads with|has) (?:the )?(?:probability (?:of (?:getting |flipping )?(?:a )?heads?(?: on (?:a|any) (?:flip|toss|given flip))? is |that it (?:lands|comes up) (?:on )?heads is )|(?:a )?probability (?:of )?)(?P<p>[\d./%\\{}a-z]+?)(?: of (?:landing|coming up) (?:on )?heads)?"
    ),
    re.compile(
        r"(?:(?:i|we|you) have )?(?:an?|the) (?:unfair |weighted |biased )?coin (?:that |which )?(?:lands|comes up) (?:on |as )?heads with (?:a )?probability (?:of )?(?P<p>[\d./%\\{}a-z ]+)"
    ),
)
_SAME_COIN: Final = re.compile(
    rf"(?:if |when |suppose (?:that )?)?(?:(?:{_WHO} )?(?:flips?|tosses|toss) (?:the|this|it)(?: coin)?|(?:the|this) coin is (?:flipped|tossed)) (?P<times>twice|\d+ times)"
)
_ASK: Final = re.compile(
    r"(?:then )?(?:what is|what's|find|determine|calculate|compute) the probability (?:that |of )(?P<event>.+)|how likely is it that (?P<event2>.+)"
)
_EXPECTED: Final = re.compile(
    r"(?:what is|find) the expected value of the (?P<of>sum|product|larger|largest|smaller|smallest|higher|lower|difference)(?: of)?(?: the)?(?: (?:\d+|both))?(?: (?:numbers?|dice|rolls?|outcomes|results))?(?: (?:rolled|shown|showing|of (?:both|the) dice))*"
)
_GIVES: Final = re.compile(rf"(?P<throw>{_VERB} .+) (?:produces|results in|gives|yields) (?P<event>.+)")
_IF_THROWN: Final = re.compile(
    r"(?P<event>.+?),? (?:when|if|on) (?P<throw>.+)|(?:if|when) (?P<throw2>.+?), (?P<event2>.+)"
)
_DICE: Final = (
    r"(?:the )?(?:\d+ )?(?:dice|rolls|numbers|faces|number cubes|throws|tosses|flips|coins|results|top faces)"
)
_SHOW: Final = r"(?:shows?|showing|is|are|comes? up|lands? on|lands?|turns? up|have|be|rolled|will be|will show|is rolled)"
_OF_THEM: Final = re.compile(
    r"\b(?:the|of|between|all) (\d+) (?:dice|die|rolls|numbers?|faces|number cubes|throws|tosses|flips|coins|results|outcomes|values|top faces|of them)\b"
)
_OF_TWO: Final = re.compile(r"\b(?:both|neither|either of|(?:larger|smaller|higher|lower)(?! than))\b")
_HOW: Final = (
    r"(?P<how>exactly |at least |at most |no more than |more than |fewer than |less than |precisely )?"
)
_K: Final = r"(?P<k>\d+|none|no|all|both|every)"


def english(source: str) -> Said | None:
    """The throws and the event of an English problem."""
    text = re.sub(r"\$|\\\(|\\\)", " ", source.lower())
    text = re.sub(r"(?<=[a-z0-9]) -(?=sided)|- (?=sided)", "-", text)
    text = in_digits(
        re.sub(
            r"\bsix(?=[- ]sided)",
            "6",
            re.sub(
                r"\beight(?=[- ]sided)",
                "8",
                re.sub(
                    r"\b(four|ten|twelve|twenty)(?=[- ]sided)",
                    lambda m: {"four": "4", "ten": "10", "twelve": "12", "twenty": "20"}[m[1]],
                    text,
                ),
            ),
        )
    )
    text = re.sub(r"\btwo(?= numbers)", "2", re.sub(r"\bthree(?= numbers)", "3", text))
    text = re.sub(r"\s+([.,?;])", r"\1", " ".join(text.split())).strip(" .?")
    pieces = [p.strip(" ,") for p in re.split(r"[.?;]\s+", text)]
    *told, last = pieces
    expected = _EXPECTED.fullmatch(last)
    ask = _ASK.fullmatch(last)
    if ask is None and expected is None and "," in last:
        head, _, tail = last.rpartition(", ")
        for cut in (last.find(", what is"), last.find(", find")):
            if cut > 0:
                head, tail = last[:cut], last[cut + 2 :]
        told, ask, expected = [*told, head], _ASK.fullmatch(tail), _EXPECTED.fullmatch(tail)
    if ask is None and expected is None:
        return None
    event = "" if ask is None else ask["event"] or ask["event2"]
    if not told and event:
        if (gives := _GIVES.fullmatch(event)) is not None:
            event, told = gives["event"], [gives["throw"]]
        elif (match := _IF_THROWN.fullmatch(event)) is not None:
            event, told = match["event"] or match["event2"], [match["throw"] or match["throw2"]]
        else:
            return None
    throws, heads = _told(told)
    if throws is None or not _is_of_all(event or last, throws.count):
        return None
    if expected is not None:
        of = {"larger": "largest", "higher": "largest", "smaller": "smallest", "lower": "smallest"}.get(
            expected["of"], expected["of"]
        )
        return Said(throws, None, None, of) if heads is None and not throws.is_coin else None
    found = _event(event, throws)
    return None if found is None else Said(throws, found, heads)


def _is_of_all(text: str, count: int) -> bool:
    """Whether "the two dice", "the larger" speak of as many as are thrown."""
    return all(int(m[1]) == count for m in _OF_THEM.finditer(text)) and (
        count == 2 or _OF_TWO.search(text) is None
    )


def _event(text: str, throws: Throws) -> Event | None:
    """One event, or two that both have to happen."""
    single = _coins if throws.is_coin else _dice
    if (found := single(text, throws)) is not None:
        return found
    for match in re.finditer(r" and ", text):
        both = single(text[: match.start()], throws), single(text[match.end() :], throws)
        if both[0] is not None and both[1] is not None:
            return Event("both", parts=(both[0], both[1]))
    return None


def _told(told: list[str]) -> tuple[Throws | None, Fraction | None]:
    if len(told) == 1:
        return _thrown(told[0]), None
    if len(told) == 2:
        for form in _UNFAIR:
            if (coin := form.fullmatch(told[0])) is not None and (
                again := _SAME_COIN.fullmatch(told[1])
            ) is not None:
                p = _chance(coin["p"])
                return (Throws(_times(again["times"]), 2), p) if p is not None else (None, None)
    return None, None


def _chance(text: str) -> Fraction | None:
    try:
        value = number(text)
    except (TypeError, ValueError):
        return None
    return Fraction(int(value.p), int(value.q)) if 0 < value < 1 else None


def _times(word: str | None) -> int:
    return {None: 1, "once": 1, "twice": 2}.get(word) or int(re.sub(r"\D", "", word or "1"))


def _thrown(text: str) -> Throws | None:
    for form in _THROWN:
        if (match := form.fullmatch(text)) is None:
            continue
        n = 1 if match["n0"] in ("a", "an") else int(re.sub(r"\D", "", match["n0"]))
        times = _times(match.groupdict().get("times0"))
        if n > 1 and times > 1:
            return None
        is_coin = re.match(r"coin|nickel|penn|dime|quarter", match["thing0"]) is not None
        if is_coin and match["sides0"]:
            return None
        sides = 2 if is_coin else int(match["sides0"] or 6)
        if match.groupdict().get("top0") not in (None, str(sides)):
            return None
        if not is_coin and not 3 <= sides <= 100 or n * times > 60:
            return None
        return Throws(n * times, sides)
    return None


def _numbers(how: str | None, k: str, count: int) -> tuple[int, ...] | None:
    """How many of `count` are meant."""
    if k in ("none", "no"):
        return (0,) if not how else None
    if k in ("all", "every"):
        return (count,) if not how else None
    if k == "both":
        return (2,) if count == 2 and not how else None
    n = int(k)
    if n > count:
        return None
    match (how or "").strip():
        case "at least":
            return tuple(range(n, count + 1))
        case "at most" | "no more than":
            return tuple(range(n + 1))
        case "more than":
            return tuple(range(n + 1, count + 1))
        case "fewer than" | "less than":
            return tuple(range(n))
        case "exactly" | "precisely":
            return (n,)
    return None  # "two sixes": exactly, or at least?


def _faces(text: str, faces: Iterable[int]) -> tuple[int, ...] | None:
    """Which faces are meant: "a 6", "either a 1 or a 2", "6's", "even", "a prime number"."""
    words = re.sub(r"^(?:either )", "", text.strip())
    words = re.sub(r"(?<=\d)(?:'s|s)\b", "", words)
    words = re.sub(r"\b(?:numbers|values|results)$", "number", words)
    several = re.split(r",? or ", words)
    if len(several) > 1:
        single = [_faces(s, faces) for s in several]
        return (
            tuple(sorted({f for s in single if s for f in s})) if all(s is not None for s in single) else None
        )
    found = wanted_values(re.sub(r"^(?:an? )", "", words), faces)
    return found or None


def wanted_totals(text: str, values: Iterable[int]) -> tuple[int, ...] | None:
    """Which totals are meant."""
    values = tuple(values)
    if (
        between := re.fullmatch(r"(?:a number )?between (\d+) and (\d+),? ?(?:\(?inclusive\)?)", text)
    ) is not None:
        return tuple(v for v in values if int(between[1]) <= v <= int(between[2]))
    if re.fullmatch(r"a perfect square", text):
        return tuple(v for v in values if int(v**0.5 + 0.5) ** 2 == v)
    if re.fullmatch(r"(?:a )?prime(?: number)?", text):
        return tuple(v for v in values if v > 1 and all(v % d for d in range(2, int(v**0.5) + 1)))
    if re.fullmatch(r"(?:an? )?(?:prime|perfect|square|cube).*", text):
        return None
    return wanted_values(text, values)


def _dice(event: str, throws: Throws) -> Event | None:
    n, faces = throws.count, throws.faces
    event = re.sub(
        r"^(?:he|she|they|we|you|i|[a-z]+) (?:will )?(?:rolls?|throws?|gets?|obtains?) (?=exactly|at least|at most|no |all )",
        "",
        event,
    )
    total = re.fullmatch(
        r"(?:the |their )?(?P<of>sum|total|product|(?:positive )?difference|larger|largest|smaller|smallest)(?: (?:of|between) (?:the |both )?(?:\d+ )?(?:numbers?|dice|rolls?|faces|results|outcomes|top faces|values)(?: (?:rolled|shown|showing|on the (?:\d+ )?(?:dice|faces|top faces)|that (?:are|is) (?:rolled|showing)|facing up))*)?(?: (?:rolled|number))? (?:is|will be|of|equals|be) (?P<what>.+)",
        event,
    )
    if total is not None and n >= 2:
        of = {
            "total": "sum",
            "positive difference": "difference",
            "larger": "largest",
            "smaller": "smallest",
        }.get(total["of"], total["of"])
        if of == "difference" and n != 2:
            return None
        top = {"sum": n * throws.sides, "product": throws.sides**n, "difference": throws.sides - 1}.get(
            of, throws.sides
        )
        low = {"sum": n, "product": 1, "difference": 0}.get(of, 1)
        wanted = wanted_totals(total["what"], range(low, top + 1)) if top <= 10**5 else None
        return None if wanted is None else Event("total", wanted, (), of)
    sums = re.fullmatch(rf"{_DICE}(?: (?:rolled|shown|showing))? (?:sum|add up|add) to (?P<what>.+)", event)
    if sums is not None and n >= 2:
        totals = wanted_totals(sums["what"], range(n, n * throws.sides + 1))
        return None if totals is None else Event("total", totals, (), "sum")
    if re.fullmatch(
        r"(?:rolling|getting) the same number on (?:both|all(?: of the)?|all \d+) dice|doubles|rolling doubles",
        event,
    ):
        return Event("same", (n,)) if n == 2 or n > 2 and "all" in event else None
    if (
        never := re.fullmatch(
            r"(?:he|she|you|we|i) (?:did|does|will|do) not roll (?P<c>an? .+) on (?:either|any)(?: of the)?(?: die| dice)",
            event,
        )
    ) is not None:
        found = _faces(never["c"], faces)
        return None if found is None else Event("number", (0,), found)
    if re.fullmatch(
        rf"(?:all )?(?:of )?(?:{_DICE} )?(?:all )?(?:{_SHOW} )?(?:all )?(?:the same(?: number| value)?|equal|alike)|(?:all |both )(?:of )?{_DICE} (?:{_SHOW} )?(?:the same(?: number)?|match)",
        event,
    ):
        return Event("same", (n,)) if n >= 2 else None
    if re.fullmatch(
        rf"(?:{_DICE} (?:{_SHOW} )?(?:all )?(?:different|distinct)(?: numbers?)?)|(?:all )(?:of )?{_DICE} (?:{_SHOW} )?(?:different|distinct)(?: numbers?)?|no 2 (?:of )?(?:{_DICE} )?(?:(?:show|have|are) (?:the same(?: number| value)?|equal|alike)|match)",
        event,
    ):
        return Event("same", (1,)) if n >= 2 else None
    if re.fullmatch(
        rf"at least (?:2|a pair) (?:of )?(?:{_DICE} )?(?:(?:show|have|are|will be|will show) (?:the same(?: number| value)?|equal|alike)|match)|(?:there is )?at least (?:1|a) pair(?: of (?:dice|numbers))?(?: show(?:ing)? the same (?:number|value))?",
        event,
    ):
        return Event("same", tuple(range(2, n + 1))) if n >= 2 else None
    forms = (
        rf"{_HOW}{_K} (?:of )?{_DICE} (?:(?:{_SHOW}) )?(?P<c>.+)",
        rf"{_HOW}{_K} (?:of )?{_DICE} (?:are|is) (?P<c>.+)",
        rf"(?:we|you|i|he|she) (?:get|gets|roll|rolls) (?P<c>an? .+?) (?:in|on) {_HOW}{_K} (?:of )?(?:{_DICE})",
        rf"(?P<c>an? .+?) (?:is rolled|appears|comes up|shows) (?:on|in) {_HOW}{_K} (?:of )?(?:{_DICE})",
        rf"{_HOW}{_K} (?P<c>\d+(?:'?s)?|evens?|odds?|primes?|even numbers?|odd numbers?|prime numbers?)(?: (?:is|are) (?:rolled|thrown)| appears?| comes? up)?",
    )
    for form in forms:
        if (match := re.fullmatch(form, event)) is None:
            continue
        wanted = _numbers(match["how"], match["k"], n)
        found = _faces(
            re.sub(r"s$", "", match["c"]) if re.match(r"(?:even|odd|prime)s$", match["c"]) else match["c"],
            faces,
        )
        if wanted is not None and found is not None and not (n == 1 and not match["how"]):
            return Event("number", wanted, found)
    return None


_SIDE: Final = r"(?P<side>heads?|tails?)"


def _coins(event: str, throws: Throws) -> Event | None:
    n = throws.count
    event = re.sub(
        r"^(?:he|she|they|we|you|i|it|[a-z]+) (?:will )?(?:flips?|tosses|gets?|obtains?|comes? up|lands?|get|toss) (?:on )?(?=exactly|at least|at most|no |more|an? |as many|the same|fewer|heads?\b|tails?\b)",
        "",
        event,
    )
    event = re.sub(r"^(?:there (?:will be|are|is) |getting |obtaining |(?=more|exactly))", "", event)
    order = re.fullmatch(
        r"(?P<seq>(?:heads?|tails?)(?:(?:,? (?:and )?(?:then )?|-)(?:heads?|tails?))+),? in (?:that|this) order",
        event,
    )
    if order is not None:
        wanted = tuple(int(word.startswith("head")) for word in re.findall(r"heads?|tails?", order["seq"]))
        return Event("order", wanted) if len(wanted) == n else None
    compared = re.fullmatch(
        r"(?P<how>more|fewer|less|at least as many|at most as many|as many|the same number of|an equal number of) (?P<a>heads|tails) (?:than|as|and) (?P<b>heads|tails)",
        event,
    )
    if compared is not None and compared["a"] != compared["b"]:
        tests: dict[str, Callable[[int], bool]] = {
            "more": lambda k: 2 * k > n,
            "fewer": lambda k: 2 * k < n,
            "less": lambda k: 2 * k < n,
            "at least as many": lambda k: 2 * k >= n,
            "at most as many": lambda k: 2 * k <= n,
        }
        alike: Callable[[int], bool] = tests.get(compared["how"], lambda k: 2 * k == n)
        heads = [k for k in range(n + 1) if alike(k if compared["a"] == "heads" else n - k)]
        return Event("number", tuple(heads), (1,))
    forms = (
        rf"{_HOW}{_K} (?:of )?(?:the )?(?:\d+ )?(?:coins?|flips?|tosses|times|of them)? ?(?:(?:{_SHOW}) )?(?:up )?{_SIDE}(?: up)?",
        rf"{_SIDE} (?:comes up|appears|is (?:flipped|tossed)|shows up) {_HOW}{_K} times?",
        rf"{_HOW}{_K} {_SIDE} (?:is|are) (?:flipped|tossed|obtained)",
    )
    for form in forms:
        if (match := re.fullmatch(form, event)) is None:
            continue
        number_of = _numbers(match["how"], match["k"], n)
        if number_of is None:
            return None
        return Event("number", number_of, (1,) if match["side"].startswith("head") else (0,))
    return None
