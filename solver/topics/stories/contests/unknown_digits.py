"""A number with digits that are letters or gaps, and what it is divisible by: all digits tried. Not read: sums and products written below each other."""

from __future__ import annotations

from itertools import product
from typing import Final

from solver.topics.clauses import Said
from solver.topics.stories.contests.kinds import Solved, Unclear, answered, every, made

_T: Final = r"(?P<t>(?=[0-9]*[a-z_])(?=[a-z_]*[0-9])[0-9a-z_]{2,9})"
_SIZE: Final = r"(?:positive )?(?:(?P<size>\d)-digit )?(?:positive )?(?:whole )?(?:number|integer)"
_BY: Final = r"(?:divisible by|a multiple of)"
_LETTER: Final = r"(?P<letter>[a-z])"
_EACH: Final = r"(?:,? where (?:each|every) letter stands for a digit)?"
MAX_GAPS: Final = 4


@made(
    r"\bdivisible\b|\bmultiple\b",
    "en",
    {
        "told": (
            rf"(?:if |suppose (?:that )?)?(?:the|a) {_SIZE} (?:n = )?{_T} is {_BY} <k>",
            rf"(?:if |given that )?{_T} is {_BY} <k>",
            rf"an ordered pair of digits \( ?[a-z] ?, ?[a-z] ?\) is such that {_T} is {_BY} <k>",
        ),
        "both": (r"find (?P<x>[a-z]) ?\+ ?(?P<y>[a-z])",),
        "nonzero": (r"[a-z] and [a-z] are (?P<zero>nonzero) digits", r"(?:with )?(?:where [a-z] is the tens digit and [a-z] is the units digit|[a-z] the tens digit and [a-z] the units digit)",),
        "find": (rf"(?:find|what is|determine)(?: the value of)?(?: the)?(?: missing| units| tens| hundreds)?(?: digit)? {_LETTER}", rf"find the (?:units|tens|hundreds) digit {_LETTER}"),
        "makes": (
            rf"what (?:value of {_LETTER}|digit) makes the {_SIZE} {_T} {_BY} <k>",
            rf"what digit must be placed in the blank to make the {_SIZE} {_T} {_BY} <k>",
            rf"for what (?:digit|value of) {_LETTER} is (?:the {_SIZE} )?{_T} {_BY} <k>",
        ),
        "many": (
            rf"how many (?:different |possible |such )*(?:\d-digit numbers|values) (?:could|can|does) ?(?:{_T} represent|{_LETTER} have|there be)",
            rf"how many (?:different )?(?:\d-digit numbers|values) can be represented by {_T}",
        ),
        "total": (
            rf"what is the (?P<op>sum|product) of all(?: of)?(?: the)?(?: possible)? (?:digits|values) (?:that could replace|of|for) {_LETTER}",
            rf"what is the (?P<op>sum|product) of all (?:the )?(?:possible )?(?:digits|values) {_LETTER} such that the {_SIZE} {_T} is {_BY} <k>",
            rf"(?:determine|find|what is) the (?P<op>sum|product) of all (?:single-digit replacements|digits|values) (?:for|of) {_LETTER} (?:such that|for which) the {_SIZE} {_T} is {_BY} <k>",
        ),
        "end": (rf"what is the (?P<end>smallest|least|largest|greatest) possible value of (?:n|{_T})", rf"what is the (?P<end>smallest|least|largest|greatest) possible (?:value of )?(?:the )?(?:digit )?{_LETTER}"),
    },
)  # fmt: skip
def _digits(found: list[Said]) -> Solved:
    told, nonzero = every(found, "told"), every(found, "nonzero")
    asked = [s for s in found if s.kind in ("find", "makes", "many", "total", "end", "both")]
    if len(asked) != 1 or found[-1] is not asked[0] or len(told) > 1 or len(nonzero) > 1:
        raise Unclear
    whole = told[0] if told else asked[0]
    if told and "k" in asked[0].values or "k" not in whole.values or "t" not in whole.values:
        raise Unclear
    pattern, by = whole.values["t"], whole.number("k")
    size = whole.values.get("size")
    again = asked[0].values.get("t")
    if by.q != 1 or by < 2 or size and int(size) != len(pattern) or again not in (None, pattern):
        raise Unclear
    letters = list(dict.fromkeys(c for c in pattern if not c.isdigit()))
    if not 1 <= len(letters) <= MAX_GAPS or pattern.count("_") > 1 or asked[0].values.get("letter") not in (None, *letters):  # fmt: skip
        raise Unclear
    least = 1 if any("zero" in s.values for s in nonzero) else 0
    fits = _fits(pattern, letters, int(by), least)
    if not fits:
        raise Unclear
    kind, letter = asked[0].kind, asked[0].values.get("letter")
    if letter is None and kind in ("find", "makes") and len(letters) == 1:
        letter = letters[0]
    numbers = sorted(int(_filled(pattern, letters, f)) for f in fits)
    values = sorted({f[letters.index(letter)] for f in fits}) if letter else []
    if kind in ("find", "makes"):
        if len(values) != 1:
            raise Unclear
        answer, source = values[0], "values[0]"
    elif kind == "both":
        x, y = asked[0].values["x"], asked[0].values["y"]
        sums = {sum(f) for f in fits}
        if sorted((x, y)) != sorted(letters) or len(letters) != 2 or len(sums) != 1:
            raise Unclear
        places = f"int(str(numbers[0])[{pattern.index(x)}]) + int(str(numbers[0])[{pattern.index(y)}])"
        answer, source = sums.pop(), places
    elif kind == "many":
        answer, source = (len(values), "len(values)") if letter else (len(numbers), "len(numbers)")
    elif kind == "total":
        if not values or len(letters) != 1:
            raise Unclear
        answer = sum(values)
        source = "sum(values)"
        if asked[0].values["op"] == "product":
            answer, source = 1, "prod(map(Integer, values))"
            for v in values:
                answer *= v
    else:
        small = asked[0].values["end"] in ("smallest", "least")
        row, name = (values, "values") if letter else (numbers, "numbers")
        answer, source = (row[0] if small else row[-1]), f"{'min' if small else 'max'}({name})"
    return answered(
        answer,
        _steps(pattern, int(by), numbers, answer),
        (*_listing(pattern, letters, int(by), least, letter), f"Integer({source})"),
        (*_listing(pattern, letters, int(by), least, letter, again=True), f"{source} == claimed"),
        "Go through all multiples of the divisor that have these digits.",
    )


def _fits(pattern: str, letters: list[str], by: int, least: int) -> list[tuple[int, ...]]:
    found = []
    for digits in product(range(least, 10), repeat=len(letters)):
        number = _filled(pattern, letters, digits)
        if number[0] != "0" and int(number) % by == 0:
            found.append(digits)
    return found


def _filled(pattern: str, letters: list[str], digits: tuple[int, ...]) -> str:
    return "".join(c if c.isdigit() else str(digits[letters.index(c)]) for c in pattern)


def _steps(pattern: str, by: int, numbers: list[int], answer: int) -> tuple[str, ...]:
    shown = r",\ ".join(map(str, numbers[:12])) + (r",\ \ldots" if len(numbers) > 12 else "")
    name = pattern.replace("_", r"\square ")
    return (
        rf"Try all digits in \({name}\): the number has to be a multiple of \({by}\) (and does not begin with 0).",
        rf"These fit: \({shown}\)" + (f", {len(numbers)} numbers." if len(numbers) > 1 else "."),
        rf"What is asked for is \({answer}\).",
    )


def _listing(
    pattern: str, letters: list[str], by: int, least: int, letter: str | None, *, again: bool = False
) -> list[str]:
    """Source that lists the numbers: of all with these digits the multiples, or (again) of the multiples those with these digits."""
    if again:
        low, high = 10 ** (len(pattern) - 1), 10 ** len(pattern)
        tests = [f"n[{i}] == '{c}'" for i, c in enumerate(pattern) if c.isdigit()]
        for c in letters:
            first, *others = [i for i, d in enumerate(pattern) if d == c]
            tests += [f"n[{first}] == n[{j}]" for j in others]
            tests += [f"n[{first}] != '0'"] if least else []
        lines = [
            f"numbers = [int(n) for n in map(str, range({-(-low // by) * by}, {high}, {by})) if {' and '.join(tests)}]"
        ]
    else:
        names = ["gap" if c == "_" else c for c in letters]
        powers = [10 ** (len(pattern) - 1 - i) for i in range(len(pattern))]
        known = sum(int(c) * p for c, p in zip(pattern, powers, strict=True) if c.isdigit())
        parts = [
            f"{sum(p for d, p in zip(pattern, powers, strict=True) if d == c)}*{n}"
            for c, n in zip(letters, names, strict=True)
        ]
        value = " + ".join([str(known), *parts])
        loops = " ".join(
            f"for {n} in range({max(least, int(pattern[0] == c))}, 10)"
            for c, n in zip(letters, names, strict=True)
        )
        lines = [f"numbers = [{value} {loops} if ({value}) % {by} == 0]"]
    if letter:
        lines.append(f"values = sorted({{int(str(n)[{pattern.index(letter)}]) for n in numbers}})")
    return lines
