"""What English phrases say of numbers: one row a form, with what it means; phrases inside are read by the reader that asks."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING, Final, TypeAlias

from solver.topics.numbers.described import operations as op
from solver.topics.numbers.described.parts import Part, Row, made, shown, told
from solver.topics.numbers.described.phrases import COUNTS, DIGIT_OF, END, NTH, PLACE, SAY, SMALL, nth_of
from solver.topics.numbers.described.rows import end_of, first_of
from solver.topics.numbers.integer_search.english import plain, properties
from solver.topics.numbers.places import exponent_of

if TYPE_CHECKING:
    from solver.topics.numbers.described.english import English

Meaning: TypeAlias = "Callable[[English, re.Match[str], int], Part | None]"


def _of_row(name: str) -> Meaning:
    def meaning(self: English, match: re.Match[str], _: int) -> Part | None:
        row = self.row(match["row"])
        return None if row is None else op.of_row(name, row, self.language)

    return meaning


def _both(name: str, words: str = r" and ") -> Meaning:
    def meaning(self: English, match: re.Match[str], depth: int) -> Part | None:
        return self.both(name, match["two"], depth, words)

    return meaning


def _either(*meanings: Meaning) -> Meaning:
    def meaning(self: English, match: re.Match[str], depth: int) -> Part | None:
        return next((found for m in meanings if (found := m(self, match, depth)) is not None), None)

    return meaning


def _end(self: English, match: re.Match[str], _: int) -> Part | None:
    row = self.row(match["row"])
    if row is None:
        return _end_without_end(self, match)
    if match["nth"]:
        k = nth_of(match["nth"])
        k = k if re.fullmatch(SMALL, match["end"]) else len(row.members) + 1 - k
        return op.at_place(row, k, self.language)
    return op.of_row("smallest" if re.fullmatch(SMALL, match["end"]) else "largest", row, self.language)


def _end_without_end(self: English, match: re.Match[str]) -> Part | None:
    """The smallest or largest of a row that goes on for ever the other way."""
    ready = self.evaluated(match["row"])
    found = (
        properties(self.usual(re.sub(r"\b(?:distinct|different) ", "", plain(ready[0])))) if ready else None
    )
    if found is None or ready is None:
        return None
    is_small = re.fullmatch(SMALL, match["end"]) is not None
    if is_small and match["nth"]:
        listed = first_of(nth_of(match["nth"]), *found)
        row = None if listed is None else self.row_of(listed, match["row"], ready[1])
        return None if row is None else op.at_place(row, nth_of(match["nth"]), self.language)
    listed = None if match["nth"] else end_of("smallest" if is_small else "largest", *found)
    if listed is None:
        return None
    steps = (*(s for part in ready[1] for s in part.steps), told(listed.members, match[0], self.language))
    row = Row(listed.members, listed.source, listed.again, steps)
    return made(row.members[0], listed.source, listed.again, (row,))


def _nth(self: English, match: re.Match[str], _: int) -> Part | None:
    """ "the 17th odd positive integer"."""
    k = nth_of(match["nth"])
    found = properties(self.usual(plain(match["row"])))
    listed = first_of(k, *found) if found is not None else None
    return None if listed is None else op.at_place(self.row_of(listed, match["row"], ()), k, SAY)


def _remainder(self: English, match: re.Match[str], depth: int) -> Part | None:
    a, m = self.number(match["a"], depth), self.number(match["m"], depth)
    return op.remainder(a, m, self.language) if a and m else None


def _digit(self: English, match: re.Match[str], depth: int) -> Part | None:
    place = 0 if match["place"] in ("last", "final", "unit", "unit's") else exponent_of(match["place"])
    holder = self.numeral(match["a"], depth)
    if holder is None or place is None:
        return None
    number, base = holder
    if place < 0:
        return op.decimal_digit(number, -place, self.language) if base == 10 else None
    if base != 10:
        row = op.digit_row(number, base, self.language) if place == 0 else None
        return (
            None
            if row is None
            else made(row.members[-1], f"{row.source}[-1]", f"({number.again}) % {base}", (row,))
        )
    return op.digit_at(number, place, match["place"], self.language)


def _decimal_digit(self: English, match: re.Match[str], depth: int) -> Part | None:
    number = self.number(match["a"], depth)
    return None if number is None else op.decimal_digit(number, nth_of(match["nth"]), self.language)


def _digit_count(self: English, match: re.Match[str], depth: int) -> Part | None:
    holder = self.numeral(match["a"], depth)
    return None if holder is None else op.how_many_digits(*holder, self.language)


def _end_digits(self: English, match: re.Match[str], depth: int) -> Part | None:
    """First and last digit together."""
    holder = self.numeral(match["a"], depth)
    row = None if holder is None else op.digit_row(*holder, self.language)
    if row is None or len(row.members) < 2:
        return None
    ends = Row(
        (row.members[0], row.members[-1]),
        f"{row.source}[::{len(row.members) - 1}]",
        f"{row.again}[::{len(row.members) - 1}]",
        row.steps,
    )
    return op.of_row(match["op"], ends, self.language)


def _share(self: English, match: re.Match[str], depth: int) -> Part | None:
    """ "120% of 30", "one third of 36"."""
    part = _FRACTIONS.get(match["part"]) if "part" in match.re.groupindex else None
    share = Fraction(re.sub(r"[^\d.]", "", match["percent"])) / 100 if part is None else part
    number = self.number(match["a"], depth)
    if number is None or not shown(number.value) or not shown(share):
        return None
    value = share * number.value
    said = (
        rf"{100 * share}\%"
        if part is None and share.denominator in (1, 2, 4, 5, 10, 20, 25, 50, 100)
        else str(shown(share))
    )
    step = rf"\[{said}\times {number.latex}={shown(value)}\]"
    source = f"Rational({share.numerator}, {share.denominator})*({number.source})"
    return made(
        value, source, f"({number.again})*{share.numerator}/Rational({share.denominator})", (number,), step
    )


def _fraction_of(self: English, match: re.Match[str], depth: int) -> Part | None:
    part, number = self.number(match["f"], depth), self.number(match["a"], depth)
    return (
        op.JOINED["product"](part, number, self.language) if part and number and 0 < part.value < 1 else None
    )


def _both_common(self: English, match: re.Match[str], depth: int) -> Part | None:
    a, b = self.both("lcm", match["two"], depth), self.both("gcd", match["two"], depth)
    return op.JOINED[match["op"]](a, b, self.language) if a and b else None


def _times(self: English, match: re.Match[str], depth: int) -> Part | None:
    factor = {"twice": 2, "double": 2, "triple": 3, "half": 0}.get(match["k"].strip(), 0) or COUNTS.get(
        match["k"].split()[0], 0
    )
    number = self.number(match["a"], depth)
    if number is None or not factor or not shown(number.value):
        return None
    value = factor * number.value
    return made(value, f"{factor}*{op.in_brackets(number.source)}", " + ".join([f"({number.again})"] * factor), (number,), rf"\[{factor}\times {number.latex}={shown(value)}\]")  # fmt: skip


def _power(self: English, match: re.Match[str], depth: int) -> Part | None:
    k = 2 if match["k"] == "square" else 3
    number = self.number(match["a"], depth)
    if number is None or not shown(number.value**k):
        return None
    value = number.value**k
    base = (
        number.latex
        if number.value >= 0 and number.value.denominator == 1
        else rf"\left({number.latex}\right)"
    )
    return made(
        value,
        f"({number.source})**{k}",
        "*".join([f"({number.again})"] * k),
        (number,),
        rf"\[{base}^{k}={shown(value)}\]",
    )


def _many(self: English, match: re.Match[str], _: int) -> Part | None:
    row = self.row(match["row"])
    return None if row is None else op.of_row("count", row, self.language)


def _end_of_two(self: English, match: re.Match[str], depth: int) -> Part | None:
    del depth
    ends = self.ends_of(match["two"])
    name = {"sum": "sum", "product": "product", "difference": "difference"}[match["op"]]
    return None if ends is None else op.JOINED[name](*ends, self.language)


def _more_digits(self: English, match: re.Match[str], depth: int) -> Part | None:
    counts = [
        op.how_many_digits(*h, self.language)
        for k in "ab"
        if (h := self.numeral(f"{match['n']} in {match[k]}".replace(" in base", " written in base"), depth))
    ]
    return (
        op.JOINED["minus"](counts[0], counts[1], self.language)
        if len(counts) == 2 and counts[0] and counts[1]
        else None
    )


_FRACTIONS: Final = {
    "half": Fraction(1, 2), "one-half": Fraction(1, 2), "one half": Fraction(1, 2), "a third": Fraction(1, 3), "one-third": Fraction(1, 3), "one third": Fraction(1, 3),
    "two-thirds": Fraction(2, 3), "two thirds": Fraction(2, 3), "a quarter": Fraction(1, 4), "one-fourth": Fraction(1, 4), "one fourth": Fraction(1, 4), "one-quarter": Fraction(1, 4),
    "three-fourths": Fraction(3, 4), "three-quarters": Fraction(3, 4), "three fourths": Fraction(3, 4), "three quarters": Fraction(3, 4), "one-fifth": Fraction(1, 5), "one fifth": Fraction(1, 5), "one-tenth": Fraction(1, 10),
}  # fmt: skip
_GCD: Final = r"(?:greatest common (?:divisor|factor)|highest common factor|gcd|gcf|hcf)"
_LCM: Final = r"(?:least common multiple|lowest common multiple|lcm)"
NUMBERS: Final[tuple[tuple[re.Pattern[str], Meaning], ...]] = tuple(
    (re.compile(form), meaning)
    for form, meaning in (
        (r"(?:remainder|residue) (?:when|if) (?P<a>.+) (?:is|are) divided by (?P<m>.+)", _remainder),
        (r"(?:remainder|residue) (?:of|when) (?P<a>.+?),? (?:when|if|is) divided by (?P<m>.+)", _remainder),
        (r"(?:modulo|mod) (?P<m>\S+) (?:remainder|residue) of (?P<a>.+)", _remainder),
        (r"(?:remainder|residue)(?: of)? (?P<a>.+?),? (?:modulo|mod) (?P<m>.+)", _remainder),
        (r"(?:remainder|residue),? (?:modulo|mod) (?P<m>\S+?),? (?:of|when) (?P<a>.+)", _remainder),
        (rf"(?P<place>{PLACE}|unit|unit's|last|final)(?:'s?)? (?:place )?digit {DIGIT_OF} (?P<a>.+)", _digit),
        (rf"digit in the (?P<place>{PLACE})(?:'s?)? place {DIGIT_OF} (?P<a>.+)", _digit),
        (rf"(?P<nth>{NTH}) digit (?:(?:after|past|behind|beyond) the decimal(?: point)?|to the right of the decimal(?: point)?),? (?:in|of) (?:the )?(?:decimal )?(?:expansion|representation|form|equivalent)?(?: of)? ?(?P<a>.+)", _decimal_digit),
        (rf"(?P<op>sum|product) of the first and (?:the )?last digits {DIGIT_OF} (?P<a>.+)", _end_digits),
        (r"number of digits (?:in|of) (?P<a>.+)", _digit_count),
        (rf"(?:positive )?(?P<op>sum|product|difference) (?:of|between) (?P<two>(?:the )?{END} and (?:the )?{END} .+)", _end_of_two),
        (rf"(?P<op>sum|product) of (?:the )?(?:{_LCM} and (?:the )?{_GCD}|{_GCD} and (?:the )?{_LCM}) of (?P<two>.+)", _both_common),
        (r"sum of (?P<two>.+)", _either(_both("sum"), lambda s, m, d: _of_row("sum")(s, _as_row(m), d))),
        (r"product of (?P<two>.+)", _either(_both("product"), lambda s, m, d: _of_row("product")(s, _as_row(m), d))),
        (r"sum (?P<two>\$[^$]+\$)", lambda s, m, d: s.number(m["two"], d)),
        (r"(?:positive |absolute |nonnegative )?difference (?:between|of) (?P<two>.+)", _both("difference")),
        (r"(?:quotient) (?:of|between) (?P<two>.+)", _both("quotient")),
        (r"ratio of (?P<two>.+)", _both("quotient", r",? to ")),
        (rf"(?:(?:smallest|largest|greatest) )?{_GCD} (?:of|between) (?P<two>.+)", _either(_both("gcd"), lambda s, m, d: _of_row("gcd")(s, _as_row(m), d))),
        (rf"{_LCM} (?:of|between) (?P<two>.+)", _either(_both("lcm"), lambda s, m, d: _of_row("lcm")(s, _as_row(m), d))),
        (r"(?:average|mean|arithmetic mean|average value) of (?P<row>.+)", _of_row("mean")),
        (r"number of (?P<row>.+)", _of_row("count")),
        (rf"(?:(?P<nth>{NTH})[ -])?(?P<end>{END})(?: possible)? (?P<row>.+)", _end),
        (rf"(?P<nth>{NTH}) (?P<row>.+)", _nth),
        (r"\$?(?P<percent>\d+(?:\.\d+)?)(?: ?\$?\\?%\$?| percent) of (?P<a>.+)", _share),
        (rf"(?P<part>{'|'.join(_FRACTIONS)}) of (?P<a>.+)", _share),
        (r"(?P<f>\$\\[dt]?frac[^$]+\$) of (?P<a>.+)", _fraction_of),
        (rf"(?P<k>twice|double|triple|(?:{'|'.join(COUNTS)}) times) (?P<a>.+)", _times),
        (r"(?P<k>square|cube) of (?P<a>.+)", _power),
    )
)  # fmt: skip


def _as_row(match: re.Match[str]) -> re.Match[str]:
    found = re.fullmatch(r"(?P<row>.+)", match["two"], re.DOTALL)
    assert found is not None
    return found
