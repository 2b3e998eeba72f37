"""Read English phrases for numbers and for rows of whole numbers, each wholly or not at all: a phrase is taken apart at its operation.

"the remainder when the sum of the first 20 primes is divided by 7" is a remainder of two phrases; where `and` can be meant in several ways, the
phrase is read only if one of them gives two phrases. The operations stand in `english_forms`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from solver.ports import Language
from solver.topics.numbers.described import operations as op
from solver.topics.numbers.described.english_forms import NUMBERS
from solver.topics.numbers.described.parts import Part, Row, shown, told
from solver.topics.numbers.described.phrases import (
    BASE,
    COUNT,
    DIGIT_OF,
    END,
    SAY,
    SMALL,
    base_in,
    count_of,
    joints,
    only,
)
from solver.topics.numbers.described.rows import Listed, first_of, listed_of
from solver.topics.numbers.exact_signs import Signs, signs
from solver.topics.numbers.integer_search.english import plain, properties

MAX_DEPTH: Final = 8


@dataclass(slots=True)
class English:
    """Phrases in which `letters` may stand for parts."""

    letters: Mapping[str, Part] = field(default_factory=dict)
    language: Language = SAY
    _seen: dict[str, Part | None] = field(default_factory=dict)

    # -- numbers --------------------------------------------------------------------------------------

    def number(self, text: str, depth: int = 0) -> Part | None:
        """The number that a phrase means."""
        text = re.sub(
            r"^(?:exactly )?(?:the )?(?:value of |number |integer )?(?=\$|\d)", "", text.strip(" ,")
        )
        text = re.sub(r"^the ", "", text)
        if not text or depth > MAX_DEPTH:
            return None
        if text not in self._seen:
            self._seen[text] = None
            self._seen[text] = self.in_signs(text) or self._operation(text, depth)
        return self._seen[text]

    def in_signs(self, text: str) -> Part | None:
        """A number in signs; also with its base, or its kind, told in front: "base-4 number $1203_4$"."""
        match = re.fullmatch(
            rf"(?:positive )?(?:integer )?(?:{BASE} (?:number|integer|numeral) |(?:[a-z]+|\d+)-digit (?:number|integer) )?(?P<n>\$[^$]+\$|\\\(.+?\\\)|-?\d[\d,.]*\d|-?\d)(?: \(?in {BASE}\)?)?",
            text,
        )
        if match is None:
            return None
        formula = re.sub(r"^\$|\$$|^\\\(|\\\)$", "", match["n"])
        found = signs(formula, {name: part.value for name, part in self.letters.items()})
        if found is None or re.search(BASE, text) is not None and base_in(text) != found.base:
            return None
        return self._from(found)

    def _from(self, found: Signs) -> Part:
        used = [
            part
            for name, part in self.letters.items()
            if re.search(rf"(?<![a-zA-Z\\]){name}(?![a-zA-Z])", found.latex)
        ]
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
        for form, meaning in NUMBERS:
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
        match = re.fullmatch(
            rf"(?:the )?(?P<a>{END})(?: possible)? and (?:the )?(?P<b>{END}) (?P<row>.+)", text
        )
        if match is None or bool(re.fullmatch(SMALL, match["a"])) is bool(re.fullmatch(SMALL, match["b"])):
            return None
        row = self.row(match["row"])
        if row is None:
            return None
        a, b = (
            op.of_row("smallest" if re.fullmatch(SMALL, match[k]) else "largest", row, self.language)
            for k in "ab"
        )
        return (a, b) if a is not None and b is not None else None

    # -- rows -----------------------------------------------------------------------------------------

    def evaluated(self, text: str) -> tuple[str, tuple[Part, ...]] | None:
        """A phrase in which numbers in signs are written in digits; None where one is not whole or too long."""
        used = list[Part]()
        fits = True

        def digits(match: re.Match[str]) -> str:
            nonlocal fits
            inside = match[0].strip("$").strip()
            if (
                re.search(r"[<>=a-zA-Z]", re.sub(r"\\[a-zA-Z]+", "", inside)) is not None
                and inside not in self.letters
            ):
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
        text = re.sub(
            r"^(?:all|each|every one)(?: of)? (?=the |[a-z])|^the (?:set of )?(?:all )?", "", text.strip(" ,")
        )
        text = re.sub(r"^(?:the |of )", "", text)
        if (digits := self._digits(text)) is not None:
            return digits
        if (
            powers := re.fullmatch(r"(?:the )?(squares|cubes|reciprocals) of (.+)", text)
        ) is not None and powers[1] != "reciprocals":
            return self._powers(self.row(powers[2]), 2 if powers[1] == "squares" else 3, text)
        ready = self.evaluated(text)
        if ready is None or re.search(r"(?<!positive )\binteger (?:factors|divisors)", text) is not None:
            return None  # are the negative ones meant, too?
        phrase, used = ready
        phrase = re.sub(
            r"^(?:distinct|different) | (?:distinct|different)(?= )",
            "",
            plain(phrase),
        )
        count, phrase = self._told_count(phrase)
        counted = re.fullmatch(
            rf"(?P<which>first|{END}) (?P<k>{COUNT}) (?P<row>.+)|(?P<k2>{COUNT}) (?P<which2>{END}) (?P<row2>.+)",
            phrase,
        )
        if counted is not None:
            return self._first(counted, used, text)
        found = properties(self.usual(phrase))
        listed = listed_of(*found) if found is not None else None
        if listed is None or count is not None and count != len(listed.members):
            return None
        return self.row_of(listed, text, used)

    def usual(self, phrase: str) -> str:
        """Bounds in the words that the search knows."""
        phrase = re.sub(
            r"\b(?:from|in the range) (-?\d+) to (-?\d+),? (?:inclusive)", r"from \1 to \2", phrase
        )
        phrase = re.sub(r",? inclusive$", ", inclusive", phrase)
        phrase = re.sub(r"\bthe (?:positive )?(?:integer )?value of (?=\d)", "", phrase)
        return re.sub(r"^(positive )?common (?=factors|divisors)", lambda m: "common ", phrase)

    def _told_count(self, phrase: str) -> tuple[int | None, str]:
        """ "the four positive factors of 49": how many there are said to be."""
        match = re.match(rf"(?P<k>{COUNT}) (?=[a-z])(?!{END} |digit|more|less|times)", phrase)
        return (count_of(match["k"]), phrase[match.end() :]) if match else (None, phrase)

    def _first(self, match: re.Match[str], used: tuple[Part, ...], said: str) -> Row | None:
        which = match["which"] or match["which2"]
        k, rest = count_of(match["k"] or match["k2"]), match["row"] or match["row2"]
        found = properties(self.usual(rest))
        if found is None:
            return None
        parts, letter = found
        if which == "first" or re.fullmatch(SMALL, which):
            listed = first_of(k, parts, letter)
            if listed is None and (every := listed_of(parts, letter)) is not None and len(every.members) >= k:
                listed = Listed(every.members[:k], f"{every.source}[:{k}]", f"{every.again}[:{k}]")
        elif (every := listed_of(parts, letter)) is not None and len(every.members) >= k:
            listed = Listed(every.members[-k:], f"{every.source}[-{k}:]", f"{every.again}[-{k}:]")
        else:
            return None
        return None if listed is None else self.row_of(listed, said, used)

    def row_of(self, listed: Listed, said: str, used: tuple[Part, ...]) -> Row:
        steps = (*(s for part in used for s in part.steps), told(listed.members, said, self.language))
        return Row(listed.members, listed.source, listed.again, steps)

    def _powers(self, row: Row | None, k: int, said: str) -> Row | None:
        if row is None:
            return None
        members = tuple(m**k for m in row.members)
        steps = (*row.steps, told(members, said, self.language))
        return Row(
            members, f"[n**{k} for n in {row.source}]", f"[{'*'.join(['n'] * k)} for n in {row.again}]", steps
        )

    def _digits(self, text: str) -> Row | None:
        """The digits of a number, all or the last few, in base ten or another."""
        match = re.fullmatch(
            rf"(?:(?P<which>last|final) (?P<k>{COUNT}) )?(?:{BASE} )?digits {DIGIT_OF} (?P<n>.+)", text
        )
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
            rf"(?:the )?{BASE}[- ](?:representation|expansion|expression|form|numeral) (?:of|for) (?P<n>.+)",
            rf"(?P<n>.+?),? (?:when (?:it is )?)?(?:written|expressed|represented) in {BASE}",
            r"(?:the )?(?:whole-number|integer|decimal|standard|whole number)? ?(?:representation|form|expansion|equivalent|value) of (?P<n>.+)",
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
