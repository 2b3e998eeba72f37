"""Read English phrases for numbers and for rows of whole numbers, each wholly or not at all: a phrase is taken apart at its operation.

"the remainder when the sum of the first 20 primes is divided by 7" is a remainder of two phrases; where `and` can be meant in several ways, the
phrase is read only if one of them gives two phrases.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from solver.ports import Language
from solver.topics.numbers.described import operations as op
from solver.topics.numbers.described.parts import Part, Row, made, shown, told
from solver.topics.numbers.described.rows import Listed, end_of, first_of, listed_of
from solver.topics.numbers.exact_signs import Signs, signs
from solver.topics.numbers.integer_search.english import plain, properties
from solver.topics.numbers.places import ENGLISH, exponent_of

MAX_DEPTH: Final = 8
SAY: Final[Language] = "en"
_COUNTS: Final = {
    w: k
    for k, w in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(),
        1,
    )
}
_ORDINALS: Final = {
    w: k for k, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}
_COUNT: Final = rf"(?:\d+|{'|'.join(_COUNTS)})"
_NTH: Final = rf"(?:{'|'.join(_ORDINALS)}|\d[\d,]*(?:st|nd|rd|th))"
_SMALL: Final = r"smallest|least|lowest"
_LARGE: Final = r"largest|greatest|biggest|highest"
_END: Final = rf"(?:{_SMALL}|{_LARGE})"
_FACTOR: Final = r"factors?|divisors?"
_PLACE: Final = ENGLISH
_BASE: Final = r"base[ -](?:\$?\d{1,2}\$?|two|three|four|five|six|seven|eight|nine|ten|twelve|sixteen)"
_DIGIT_OF: Final = r"(?:of|in|for)"


def count_of(word: str) -> int:
    """A number word or digits."""
    return _COUNTS.get(word) or int(word)


def nth_of(word: str) -> int:
    """`third`, `21st`."""
    return _ORDINALS.get(word) or int(re.sub(r"\D", "", word))


def joints(text: str, words: str = r" and ") -> Iterator[tuple[str, str]]:
    """Every way to cut a phrase in two at one of the words."""
    for match in re.finditer(words, text):
        yield text[: match.start()].rstrip(","), text[match.end() :]


def only(found: Iterator[Part | None]) -> Part | None:
    """The one reading; None where there is none, or where two differ."""
    parts = [p for p in found if p is not None]
    return parts[0] if parts and len({p.value for p in parts}) == 1 else None


@dataclass(slots=True)
class English:
    """Phrases in which `letters` may stand for parts."""

    letters: Mapping[str, Part] = field(default_factory=dict)
    language: Language = SAY
    _seen: dict[str, Part | None] = field(default_factory=dict)

    # -- numbers --------------------------------------------------------------------------------------

    def number(self, text: str, depth: int = 0) -> Part | None:
        """The number that a phrase means."""
        text = re.sub(r"^(?:exactly )?(?:the )?(?:value of |number |integer )?(?=\$|\d)", "", text.strip(" ,"))
        text = re.sub(r"^the ", "", text)
        if not text or depth > MAX_DEPTH:
            return None
        if text not in self._seen:
            self._seen[text] = None
            self._seen[text] = self.in_signs(text) or self._operation(text, depth)
        return self._seen[text]

    def in_signs(self, text: str) -> Part | None:
        """A number in signs; also with its base, or its kind, told in front: "base-4 number $1203_4$"."""
        match = re.fullmatch(rf"(?:positive )?(?:integer )?(?:{_BASE} (?:number|integer|numeral) |(?:[a-z]+|\d+)-digit (?:number|integer) )?(?P<n>\$[^$]+\$|\\\(.+?\\\)|-?\d[\d,.]*\d|-?\d)(?: \(?in {_BASE}\)?)?", text)
        if match is None:
            return None
        formula = re.sub(r"^\$|\$$|^\\\(|\\\)$", "", match["n"])
        found = signs(formula, {name: part.value for name, part in self.letters.items()})
        if found is None or re.search(_BASE, text) is not None and base_in(text) != found.base:
            return None
        return self._from(found)

    def _from(self, found: Signs) -> Part:
        used = [part for name, part in self.letters.items() if re.search(rf"(?<![a-zA-Z\\]){name}(?![a-zA-Z])", found.latex)]
        source, again = found.source, found.source
        for name, part in self.letters.items():
            python = rf"\b{name}_?\b"
            source = re.sub(python, lambda _, p=part: op.in_brackets(p.source), source)  # type: ignore[misc]
            again = re.sub(python, lambda _, p=part: op.in_brackets(p.again), again)  # type: ignore[misc]
        exact = shown(found.value)
        is_plain = exact is None or exact == found.latex
        step = () if is_plain else (rf"\[{found.latex}={exact}\]",)
        before = tuple(dict.fromkeys(s for part in used for s in part.steps))
        return Part(found.value, source, again, exact or found.latex, (*before, *step))

    def _operation(self, text: str, depth: int) -> Part | None:
        for form, meaning in _NUMBERS:
            if (match := form.fullmatch(text)) is not None:
                found = meaning(self, match, depth + 1)
                if found is not None:
                    return found
        return None

    def both(self, name: str, text: str, depth: int, words: str = r" and ") -> Part | None:
        """An operation on two phrases that are joined by a word."""
        if (ends := self.ends_of(text)) is not None:
            return op.JOINED[name](*ends, self.language)
        pairs = ((self.number(a, depth), self.number(b, depth)) for a, b in joints(text, words))
        return only(op.JOINED[name](a, b, self.language) if a and b else None for a, b in pairs)

    def ends_of(self, text: str) -> tuple[Part, Part] | None:
        """The smallest and the largest of one row."""
        match = re.fullmatch(rf"(?:the )?(?P<a>{_END})(?: possible)? and (?:the )?(?P<b>{_END}) (?P<row>.+)", text)
        if match is None or bool(re.fullmatch(_SMALL, match["a"])) is bool(re.fullmatch(_SMALL, match["b"])):
            return None
        row = self.row(match["row"])
        if row is None:
            return None
        a, b = (op.of_row("smallest" if re.fullmatch(_SMALL, match[k]) else "largest", row, self.language) for k in "ab")
        return (a, b) if a is not None and b is not None else None

    # -- rows -----------------------------------------------------------------------------------------

    def evaluated(self, text: str) -> tuple[str, tuple[Part, ...]] | None:
        """A phrase in which numbers in signs are written in digits; None where one is not whole or too long."""
        used = list[Part]()
        fits = True

        def digits(match: re.Match[str]) -> str:
            nonlocal fits
            inside = match[0].strip("$").strip()
            if re.search(r"[<>=a-zA-Z]", re.sub(r"\\[a-zA-Z]+", "", inside)) is not None and inside not in self.letters:
                return match[0]
            part = self.in_signs(match[0])
            if part is None:
                return match[0]
            if part.whole is None or not shown(part.value):
                fits = False
                return match[0]
            if str(part.whole) != inside:
                used.append(part)
            return str(part.whole)

        found = re.sub(r"\$[^$]*\$", digits, text)
        found = re.sub(r"\d+ ?!", lambda m: digits(re.fullmatch(r".+", f"${m[0]}$")), found)  # type: ignore[arg-type]
        return (found, tuple(used)) if fits else None

    def row(self, text: str) -> Row | None:
        """The whole numbers that a phrase means."""
        text = re.sub(r"^(?:all|each|every one)(?: of)? (?=the |[a-z])|^the (?:set of )?(?:all )?", "", text.strip(" ,"))
        text = re.sub(r"^(?:the |of )", "", text)
        if (digits := self._digits(text)) is not None:
            return digits
        if (powers := re.fullmatch(r"(?:the )?(squares|cubes|reciprocals) of (.+)", text)) is not None and powers[1] != "reciprocals":
            return self._powers(self.row(powers[2]), 2 if powers[1] == "squares" else 3, text)
        ready = self.evaluated(text)
        if ready is None or re.search(r"(?<!positive )\binteger (?:factors|divisors)", text) is not None:
            return None  # are the negative ones meant, too?
        phrase, used = ready
        phrase = re.sub(r"^(?:distinct|different) | (?:distinct|different)(?= )", lambda m: "" if m.start() == 0 else "", plain(phrase))
        count, phrase = self._told_count(phrase)
        counted = re.fullmatch(rf"(?P<which>first|{_END}) (?P<k>{_COUNT}) (?P<row>.+)|(?P<k2>{_COUNT}) (?P<which2>{_END}) (?P<row2>.+)", phrase)
        if counted is not None:
            return self._first(counted, used, text)
        found = properties(self._usual(phrase))
        listed = listed_of(*found) if found is not None else None
        if listed is None or count is not None and count != len(listed.members):
            return None
        return self._row(listed, text, used)

    def _usual(self, phrase: str) -> str:
        """Bounds in the words that the search knows."""
        phrase = re.sub(r"\b(?:from|in the range) (-?\d+) to (-?\d+),? (?:inclusive)", r"from \1 to \2", phrase)
        phrase = re.sub(r",? inclusive$", ", inclusive", phrase)
        phrase = re.sub(r"\bthe (?:positive )?(?:integer )?value of (?=\d)", "", phrase)
        return re.sub(r"^(positive )?common (?=factors|divisors)", lambda m: "common ", phrase)

    def _told_count(self, phrase: str) -> tuple[int | None, str]:
        """ "the four positive factors of 49": how many there are said to be."""
        match = re.match(rf"(?P<k>{_COUNT}) (?=[a-z])(?!{_END} |digit|more|less|times)", phrase)
        return (count_of(match["k"]), phrase[match.end() :]) if match else (None, phrase)

    def _first(self, match: re.Match[str], used: tuple[Part, ...], said: str) -> Row | None:
        which = match["which"] or match["which2"]
        k, rest = count_of(match["k"] or match["k2"]), match["row"] or match["row2"]
        found = properties(self._usual(rest))
        if found is None:
            return None
        parts, letter = found
        if which == "first" or re.fullmatch(_SMALL, which):
            listed = first_of(k, parts, letter)
            if listed is None and (every := listed_of(parts, letter)) is not None and len(every.members) >= k:
                listed = Listed(every.members[:k], f"{every.source}[:{k}]", f"{every.again}[:{k}]")
        elif (every := listed_of(parts, letter)) is not None and len(every.members) >= k:
            listed = Listed(every.members[-k:], f"{every.source}[-{k}:]", f"{every.again}[-{k}:]")
        else:
            return None
        return None if listed is None else self._row(listed, said, used)

    def _row(self, listed: Listed, said: str, used: tuple[Part, ...]) -> Row:
        steps = (*(s for part in used for s in part.steps), told(listed.members, said, self.language))
        return Row(listed.members, listed.source, listed.again, steps)

    def _powers(self, row: Row | None, k: int, said: str) -> Row | None:
        if row is None:
            return None
        members = tuple(m**k for m in row.members)
        steps = (*row.steps, told(members, said, self.language))
        return Row(members, f"[n**{k} for n in {row.source}]", f"[{'*'.join(['n'] * k)} for n in {row.again}]", steps)

    def _digits(self, text: str) -> Row | None:
        """The digits of a number, all or the last few, in base ten or another."""
        match = re.fullmatch(rf"(?:(?P<which>last|final) (?P<k>{_COUNT}) )?(?:{_BASE} )?digits {_DIGIT_OF} (?P<n>.+)", text)
        if match is None:
            return None
        holder = self.numeral(match["n"])
        if holder is None:
            return None
        number, base = holder
        if match["k"]:
            return op.last_digits(number, count_of(match["k"])) if base == 10 else None
        return op.digit_row(number, base, self.language)

    def numeral(self, text: str, depth: int = 0) -> tuple[Part, int] | None:
        """A number, and the base in which it is written."""
        text = text.strip()
        forms = (
            rf"(?:the )?{_BASE}[- ](?:representation|expansion|expression|form|numeral) (?:of|for) (?P<n>.+)",
            rf"(?P<n>.+?),? (?:when (?:it is )?)?(?:written|expressed|represented) in {_BASE}",
            rf"(?:the )?(?:whole-number|integer|decimal|standard|whole number)? ?(?:representation|form|expansion|equivalent|value) of (?P<n>.+)",
        )
        for form in forms:
            if (match := re.fullmatch(form, text)) is not None:
                base = base_in(text.replace(match["n"], "")) if "base" in form else 10
                number = self.number(match["n"], depth + 1)
                return None if number is None else (number, base)
        if re.search(r"_\s*\{?\s*(?!10\b)\d", text) is not None:
            return None  # digits as it is written, or in base ten?
        number = self.number(text, depth + 1)
        return None if number is None else (number, 10)


def base_in(text: str) -> int:
    """The base that a phrase names; 0 where it names none."""
    found = re.search(_BASE, text)
    word = re.sub(r"base|[^a-z\d]", "", found[0]) if found else ""
    return int(word) if word.isdigit() else _COUNTS.get(word, 0)


Meaning = Callable[[English, re.Match[str], int], Part | None]


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
        k = k if re.fullmatch(_SMALL, match["end"]) else len(row.members) + 1 - k
        return op.at_place(row, k, self.language)
    return op.of_row("smallest" if re.fullmatch(_SMALL, match["end"]) else "largest", row, self.language)


def _end_without_end(self: English, match: re.Match[str]) -> Part | None:
    """The smallest or largest of a row that goes on for ever the other way."""
    ready = self.evaluated(match["row"])
    found = properties(self._usual(re.sub(r"\b(?:distinct|different) ", "", plain(ready[0])))) if ready else None
    if found is None or ready is None:
        return None
    is_small = re.fullmatch(_SMALL, match["end"]) is not None
    if is_small and match["nth"]:
        listed = first_of(nth_of(match["nth"]), *found)
        row = None if listed is None else self._row(listed, match["row"], ready[1])
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
    found = properties(self._usual(plain(match["row"])))
    listed = first_of(k, *found) if found is not None else None
    return None if listed is None else op.at_place(self._row(listed, match["row"], ()), k, SAY)


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
        return None if row is None else made(row.members[-1], f"{row.source}[-1]", f"({number.again}) % {base}", (row,))
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
    ends = Row((row.members[0], row.members[-1]), f"{row.source}[::{len(row.members) - 1}]", f"{row.again}[::{len(row.members) - 1}]", row.steps)
    return op.of_row(match["op"], ends, self.language)


def _share(self: English, match: re.Match[str], depth: int) -> Part | None:
    """ "120% of 30", "one third of 36"."""
    part = _FRACTIONS.get(match["part"]) if "part" in match.re.groupindex else None
    share = Fraction(re.sub(r"[^\d.]", "", match["percent"])) / 100 if part is None else part
    number = self.number(match["a"], depth)
    if number is None or not shown(number.value) or not shown(share):
        return None
    value = share * number.value
    said = rf"{100 * share}\%" if part is None and share.denominator in (1, 2, 4, 5, 10, 20, 25, 50, 100) else str(shown(share))
    step = rf"\[{said}\times {number.latex}={shown(value)}\]"
    source = f"Rational({share.numerator}, {share.denominator})*({number.source})"
    return made(value, source, f"({number.again})*{share.numerator}/Rational({share.denominator})", (number,), step)


def _fraction_of(self: English, match: re.Match[str], depth: int) -> Part | None:
    part, number = self.number(match["f"], depth), self.number(match["a"], depth)
    return op.JOINED["product"](part, number, self.language) if part and number and 0 < part.value < 1 else None


def _both_common(self: English, match: re.Match[str], depth: int) -> Part | None:
    a, b = self.both("lcm", match["two"], depth), self.both("gcd", match["two"], depth)
    return op.JOINED[match["op"]](a, b, self.language) if a and b else None


def _times(self: English, match: re.Match[str], depth: int) -> Part | None:
    factor = {"twice": 2, "double": 2, "triple": 3, "half": 0}.get(match["k"].strip(), 0) or _COUNTS.get(match["k"].split()[0], 0)
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
    base = number.latex if number.value >= 0 and number.value.denominator == 1 else rf"\left({number.latex}\right)"
    return made(value, f"({number.source})**{k}", "*".join([f"({number.again})"] * k), (number,), rf"\[{base}^{k}={shown(value)}\]")


def _many(self: English, match: re.Match[str], _: int) -> Part | None:
    row = self.row(match["row"])
    return None if row is None else op.of_row("count", row, self.language)


def _end_of_two(self: English, match: re.Match[str], depth: int) -> Part | None:
    del depth
    ends = self.ends_of(match["two"])
    name = {"sum": "sum", "product": "product", "difference": "difference"}[match["op"]]
    return None if ends is None else op.JOINED[name](*ends, self.language)


def _more_digits(self: English, match: re.Match[str], depth: int) -> Part | None:
    counts = [op.how_many_digits(*h, self.language) for k in "ab" if (h := self.numeral(f"{match['n']} in {match[k]}".replace(" in base", " written in base"), depth))]
    return op.JOINED["minus"](counts[0], counts[1], self.language) if len(counts) == 2 and counts[0] and counts[1] else None


_FRACTIONS: Final = {
    "half": Fraction(1, 2), "one-half": Fraction(1, 2), "one half": Fraction(1, 2), "a third": Fraction(1, 3), "one-third": Fraction(1, 3), "one third": Fraction(1, 3),
    "two-thirds": Fraction(2, 3), "two thirds": Fraction(2, 3), "a quarter": Fraction(1, 4), "one-fourth": Fraction(1, 4), "one fourth": Fraction(1, 4), "one-quarter": Fraction(1, 4),
    "three-fourths": Fraction(3, 4), "three-quarters": Fraction(3, 4), "three fourths": Fraction(3, 4), "three quarters": Fraction(3, 4), "one-fifth": Fraction(1, 5), "one fifth": Fraction(1, 5), "one-tenth": Fraction(1, 10),
}  # fmt: skip
_GCD: Final = r"(?:greatest common (?:divisor|factor)|highest common factor|gcd|gcf|hcf)"
_LCM: Final = r"(?:least common multiple|lowest common multiple|lcm)"
_NUMBERS: Final[tuple[tuple[re.Pattern[str], Meaning], ...]] = tuple(
    (re.compile(form), meaning)
    for form, meaning in (
        (r"(?:remainder|residue) (?:when|if) (?P<a>.+) (?:is|are) divided by (?P<m>.+)", _remainder),
        (r"(?:remainder|residue) (?:of|when) (?P<a>.+?),? (?:when|if|is) divided by (?P<m>.+)", _remainder),
        (r"(?:modulo|mod) (?P<m>\S+) (?:remainder|residue) of (?P<a>.+)", _remainder),
        (r"(?:remainder|residue)(?: of)? (?P<a>.+?),? (?:modulo|mod) (?P<m>.+)", _remainder),
        (r"(?:remainder|residue),? (?:modulo|mod) (?P<m>\S+?),? (?:of|when) (?P<a>.+)", _remainder),
        (rf"(?P<place>{_PLACE}|unit|unit's|last|final)(?:'s?)? (?:place )?digit {_DIGIT_OF} (?P<a>.+)", _digit),
        (rf"digit in the (?P<place>{_PLACE})(?:'s?)? place {_DIGIT_OF} (?P<a>.+)", _digit),
        (rf"(?P<nth>{_NTH}) digit (?:(?:after|past|behind|beyond) the decimal(?: point)?|to the right of the decimal(?: point)?),? (?:in|of) (?:the )?(?:decimal )?(?:expansion|representation|form|equivalent)?(?: of)? ?(?P<a>.+)", _decimal_digit),
        (rf"(?P<op>sum|product) of the first and (?:the )?last digits {_DIGIT_OF} (?P<a>.+)", _end_digits),
        (r"number of digits (?:in|of) (?P<a>.+)", _digit_count),
        (rf"(?:positive )?(?P<op>sum|product|difference) (?:of|between) (?P<two>(?:the )?{_END} and (?:the )?{_END} .+)", _end_of_two),
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
        (rf"(?:(?P<nth>{_NTH})[ -])?(?P<end>{_END})(?: possible)? (?P<row>.+)", _end),
        (rf"(?P<nth>{_NTH}) (?P<row>.+)", _nth),
        (r"\$?(?P<percent>\d+(?:\.\d+)?)(?: ?\$?\\?%\$?| percent) of (?P<a>.+)", _share),
        (rf"(?P<part>{'|'.join(_FRACTIONS)}) of (?P<a>.+)", _share),
        (r"(?P<f>\$\\[dt]?frac[^$]+\$) of (?P<a>.+)", _fraction_of),
        (rf"(?P<k>twice|double|triple|(?:{'|'.join(_COUNTS)}) times) (?P<a>.+)", _times),
        (r"(?P<k>square|cube) of (?P<a>.+)", _power),
    )
)  # fmt: skip


def _as_row(match: re.Match[str]) -> re.Match[str]:
    found = re.fullmatch(r"(?P<row>.+)", match["two"], re.DOTALL)
    assert found is not None
    return found
