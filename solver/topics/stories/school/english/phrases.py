"""Phrases of an English clause: names of things, and quantities of them ("8 rows of 17 chairs", "15 more than Ravi")."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from solver.topics.stories.school.english.marks import ANY, FRACTION, MONEY, SCALES, TIME
from solver.topics.stories.school.english.naming import THESE, Names
from solver.topics.stories.school.english.nouns import Compare, Noun, Np, Qty, noun_of
from solver.topics.stories.school.english.words import (
    ARTICLES,
    COMPARATIVES,
    FORMS,
    LESSER,
    MEASURED,
    PREPOSITIONS,
    is_open,
)

_PARTITIVE: Final = frozenset("them it these those".split())
_THEM: Final = Np(noun_of(("them",)), "pronoun")
_MORE: Final = ("more", "fewer", "less")
_NOTES: Final = ("note", "notes", "bill", "bills", "coin", "coins")
_ONE_OF_MONEY: Final = ("note", "bill", "coin", "banknote", "voucher")
_HOLDING: Final = ("of", "with", "at", "containing", "holding", "for", "costing")
_THE_SAME: Final = (("same", "number", "of"), ("same", "amount", "of"))


class Phrases(Names):
    """Reads phrases from tokens, from left to right; None where there is none."""

    def quantity(self) -> Qty | None:
        """A quantity with what belongs to it."""
        start = self.at
        determined = False
        if self.peek() == "each" and self.peek(1) == "of" and self.peek(2) in THESE and self.sees(ANY, 3):
            self.at += 3
            one = self._quantity()
            if one is not None and one.kind == "n":
                return replace(one, each=True, determined=True)
            self.at = start
            return None
        while self.peek() in ("only", "just", "exactly", "another", "other", "further", "additional"):
            self.at += 1
        if self.peek() in THESE and self.sees(ANY, 1):
            determined = True
            self.at += 1
        elif self.peek() == "all" and self.peek(1) in THESE and self.sees(ANY, 2):
            determined = True
            self.at += 2
        found = self._quantity()
        if found is None:
            self.at = start
            return None
        return replace(found, determined=True) if determined else found

    def _quantity(self) -> Qty | None:
        token = self.peek()
        if is_open(token or "of") and token not in ARTICLES:
            found = self._some_holding() or self._all_for_money()
            if found is not None:
                return found
        if token in ("a", "an", "one", "the", "each", "every") and (one := self._one()) is not None:
            return one
        if self.sees(FRACTION):
            return self._part()
        if self.sees(MONEY):
            return self._money()
        if self.sees(ANY):
            self.at += 1
            return self._number(token)
        if (length := self._some_words()) > 0:
            self.at += length
            more = self.take("more")
            noun = self.noun()
            return Qty("some", noun=noun) if noun.words or more else None
        if token == "the" and self.peek(1) in ("rest", "others", "remainder", "remaining", "other"):
            return self._rest()
        return self._as_many()

    def _some_holding(self) -> Qty | None:
        """ "boxes of 12 pens": it is not said how many boxes."""
        if "of" not in self.tokens[self.at : self.at + 4]:
            return None
        start = self.at
        noun = noun_of(self.words())
        if noun.words and noun.plural and self.take("of") and self.sees(ANY):
            inner = self._quantity()
            if inner is not None and inner.kind == "n" and inner.inside is None:
                return Qty("some", noun=noun, inside=inner, inside_by="of")
        self.at = start
        return None

    def _all_for_money(self) -> Qty | None:
        """ "pens for $5": all of them together."""
        if not re.match(MONEY, self.peek(2) or self.peek(3) or "-"):
            return None
        start = self.at
        noun = noun_of(self.words())
        if noun.words and noun.plural and self.take("for") and self.sees(MONEY):
            money = self._quantity()
            if money is not None and money.compare is None and not money.each:
                return Qty("a", noun=noun, inside=money, inside_by="for")
        self.at = start
        return None

    def _one(self) -> Qty | None:
        """ "a pack of 5 pairs", "a 5 m ribbon", "a $20 note": one thing, with what it holds or how large it is."""
        start = self.at
        quant = self.peek()
        self.at += 1
        found = self._one_behind(quant)
        if found is None:
            self.at = start
        return found

    def _one_behind(self, quant: str) -> Qty | None:
        if self.sees(MONEY) and self.peek(1) in _ONE_OF_MONEY:
            self.at += 2
            return Qty("m", self.tokens[self.at - 2], "money")
        if self.sees(ANY) and quant in ("a", "an", "the") and self.peek(1) in SCALES:
            return self._one_measured()
        if self.sees(ANY) and quant in ("a", "an") and not self.sees(f"{MONEY}|{FRACTION}"):
            return self._one_of_so_many()
        if quant in ("the", "each", "every"):
            return None
        noun = self.noun()
        if self.peek() in ("that", "which") and self.peek(1) in ("is", "was") and self.sees(ANY, 2):
            self.at += 2
        if noun.words and self.sees(ANY) and self.peek(1) in SCALES and self.peek(2) in MEASURED:
            self.at += 3  # "a rope 5 m long"
            return Qty("n", self.tokens[self.at - 3], self.tokens[self.at - 2], noun, adjective="long")
        if noun.words and self.peek() in ("for", "at", "costing", "worth") and self.sees(MONEY, 1):
            return self._one_priced(noun)
        holds = self.take("of") or quant in ("a", "an") and (self.take("with") or self.take("containing"))
        return self._one_with(noun) if noun.words and holds and self.sees(ANY) else None

    def _one_measured(self) -> Qty | None:
        """ "a 5 m long ribbon", behind the article."""
        letter, unit = self.peek(), self.peek(1)
        self.at += 2
        long = self.peek() in MEASURED
        self.at += long
        noun = self.noun()
        return Qty("n", letter, unit, noun, adjective="long" if long else "") if noun.words else None

    def _one_of_so_many(self) -> Qty | None:
        """ "a 120-page book", behind the article."""
        letter = self.peek()
        self.at += 1
        words = self.words()
        if len(words) < 2:
            return None
        inside = Qty("n", letter, noun=noun_of(words[:1]))
        return Qty("a", noun=noun_of(words[1:]), inside=inside, inside_by="of")

    def _one_priced(self, noun: Noun) -> Qty | None:
        """ "a cap for $5"."""
        by = self.peek()
        self.at += 1
        money = self._quantity()
        if money is None or money.compare is not None or money.each:
            return None
        return Qty("a", noun=noun, inside=money, inside_by=by)

    def _one_with(self, noun: Noun) -> Qty | None:
        """ "a pack of 5 pairs", "a ribbon of 3.6 m"."""
        inner = self._quantity()
        if inner is None or inner.kind != "n":
            return None
        if inner.unit and not inner.noun.words and inner.unit not in TIME:
            return replace(inner, noun=noun)
        return Qty("a", noun=noun, inside=inner, inside_by="of")

    def _money(self) -> Qty:
        """ "$5", "$5 more than a cap", "$5 each", "$5 notes"."""
        token = self.peek()
        self.at += 1
        compare = None
        if self.peek() in ("more", "less") or self.peek() in COMPARATIVES:
            compare, _ = self._comparison()
        noun = noun_of(self.words()) if self.peek() in _NOTES else Noun()
        each = not is_open(self.peek(1) or "of") and (self.take("each") or self.take("apiece"))
        return Qty("m", token, "money", noun, compare, each=each)

    def _some_words(self) -> int:
        """How many words say that the number is not told: "some", "a few", "a number of"."""
        if self.peek() in ("some", "several"):
            return 1
        if self.tokens[self.at : self.at + 3] == ("a", "number", "of"):
            return 3 if self.peek(1) == "number" else 2
        return 2 if self.tokens[self.at : self.at + 2] == ("a", "few") else 0

    def _rest(self) -> Qty | None:
        """ "the rest", "the rest of the pens", "the remaining pens"."""
        self.at += 2
        if self.tokens[self.at - 1] in ("remaining", "other"):
            noun = self.noun()
            return Qty("rest", noun=noun) if noun.words else None
        if self.take("of"):
            np = self.np()
            return Qty("rest", whole=np) if np else None
        return Qty("rest")

    def _as_many(self) -> Qty | None:
        """ "as many pens as Tom", "the same number of pens"."""
        if self.peek() == "as" and self.peek(1) in ("many", "much"):
            self.at += 2
        elif self.peek() == "the" and self.tokens[self.at + 1 : self.at + 4] in _THE_SAME:
            self.at += 4
        else:
            return None
        noun = self.noun()
        base = self.names() if self.take("as") else None
        return Qty("same", noun=noun, compare=Compare(0, base, said=base is not None))

    def _number(self, letter: str) -> Qty | None:
        """What follows a number: "12 pens", "5 km", "3 times as many", "4 more", "3 $20 notes"."""
        if self.sees(MONEY) and self.peek(1) in (*_NOTES, "banknotes"):
            money = Qty("m", self.peek(), "money", each=True)
            noun = noun_of((self.peek(1),))
            self.at += 2
            return Qty("n", letter, noun=noun, inside=money, inside_by="worth")
        if self.take("times"):
            return self._times(letter)
        unit = self.peek() if self.peek() in SCALES else ""
        self.at += bool(unit)
        if self.peek() in _MORE or self.peek() in COMPARATIVES:
            compare, noun = self._comparison()
            return Qty("n", letter, unit, noun, compare)
        return self._measure(letter, unit) if unit else self._so_many(letter)

    def _measure(self, letter: str, unit: str) -> Qty | None:
        """ "5 km", "3 m long", "2 kg of rice", "5 m ribbon"."""
        adjective = ""
        if self.peek() in MEASURED and self.peek() != "away":
            adjective = self.peek()
            self.at += 1
        noun = Noun()
        if not adjective and self.take("of"):
            while self.peek() in THESE:
                self.at += 1
            noun = self.noun()
            if not noun.words:
                return None
        elif not adjective and is_open(self.peek() or "of") and self.peek() not in ARTICLES:
            noun = self.noun()
        return self._inside(Qty("n", letter, unit, noun, adjective=adjective))

    def _so_many(self, letter: str) -> Qty | None:
        """ "12 pens", "12 more pens than Tom", "12 of them", "12 of the pens"."""
        self.take("equal") or self.take("identical")
        noun = self._counted_noun()
        if self.peek() in _MORE:
            compare, _ = self._comparison()
            return Qty("n", letter, "", noun, compare)
        if self.take("of"):
            if self.peek() in _PARTITIVE and not is_open(self.peek(1) or "of"):
                self.at += 1
                return Qty("n", letter, noun=noun, whole=_THEM)
            if not noun.words:
                np = self.np()
                return Qty("n", letter, whole=np) if np else None
            self.at -= 1
        return self._inside(Qty("n", letter, noun=noun))

    def _counted_noun(self) -> Noun:
        """The noun behind a number; in "52 come by bus" it ends before what is a verb."""
        start = self.at
        noun = self.noun()
        if not noun.words or noun.plural or noun.of or FORMS.get(noun.head) != noun.head:
            return noun
        self.at = start + len(noun.words) - 1
        return noun_of(self.tokens[start : self.at])

    def _inside(self, found: Qty) -> Qty:
        """What belongs to each: "8 rows of 17 chairs", "with 48 photos each", "at $3 each"."""
        start = self.at
        each = not is_open(self.peek(1) or "of") and self.take("each")
        if self.peek() == "," and self.peek(1) == "each" and self.sees(ANY, 2):
            self.at += 2  # "5 boxes, each 12 pens"
            inner = self.quantity()
            if inner is not None and inner.kind == "n" and inner.compare is None and not found.unit:
                return replace(found, inside=replace(inner, each=True), inside_by="each")
            self.at = start
        if self.peek() in ("that", "which") and self.peek(1) in ("cost", "costs") and self.sees(MONEY, 2):
            self.at += 2  # "5 boxes that cost $3 each"
            inner = self._quantity()
            if inner is not None and inner.kind == "m" and inner.each:
                return replace(found, inside=inner, inside_by="at")
            self.at = start
        for by in _HOLDING:
            if self.take(",", by) or self.take(by):
                held = self._held(by)
                if held is None:
                    break
                return replace(found, inside=held, inside_by=by, each=each)
        self.at = start
        if is_open(self.peek(1) or "of"):
            return found
        return replace(found, each=True) if self.take("each") else found

    def _held(self, by: str) -> Qty | None:
        """What one of them holds or costs, behind "of", "with", "at", …; "with 48 photos" is not of each."""
        inner = self.quantity()
        if inner is None or inner.kind not in ("n", "m") or inner.compare:
            return None
        if by in ("at", "for", "costing") and inner.kind != "m":
            return None
        if self.take("each") or self.take("apiece") or self.take("in", "each"):
            inner = replace(inner, each=True)
            last_each = self.tokens[self.at - 1] == "each"
            if last_each and is_open(self.peek() or "of") and self.peek() not in PREPOSITIONS:
                self.noun()
        elif self.peek() == "per" or self.peek() in ("a", "an", "every") and by in ("at", "for"):
            self.at += 1
            inner = replace(inner, per=self.noun(), each=True)
        return None if by == "with" and not inner.each else inner

    def _part(self) -> Qty | None:
        letter = self.peek()
        self.at += 1
        if (
            self.peek() == "as"
            and self.peek(1) in ("many", "much")
            or self.peek() == "as"
            and self.peek(2) == "as"
        ):
            return self._times(letter)
        if self.peek() in ("more", "less", "fewer"):
            return None
        if not self.take("of"):
            return Qty("f", letter)
        if self.peek() in ("them", "it", "these", "those", "that") and not is_open(self.peek(1) or "of"):
            self.at += 1
            return Qty("f", letter, whole=_THEM)
        inner = self.quantity()
        if inner is not None:
            return Qty("f", letter, whole=inner)
        np = self.np()
        return Qty("f", letter, whole=np, noun=np.noun) if np else None

    def _times(self, letter: str) -> Qty | None:
        if not self.take("as"):
            return None
        if not self.peek():
            return None
        self.at += 1  # many, much, long, far
        noun = self.noun() if self.peek() != "as" else Noun()
        compare = self._base(0)
        return Qty("times", letter, "", noun, compare)

    def _comparison(self) -> tuple[Compare, Noun]:
        """ "more pens than Tom": what it is compared with, and of what."""
        sign = -1 if self.peek() in LESSER else 1
        self.at += 1
        noun = self.noun() if self.peek() != "than" else Noun()
        return self._base(sign), noun

    def _base(self, sign: int) -> Compare:
        if not (self.take("than") or self.take("as")):
            return Compare(sign, None)
        if self.peek() in ("on", "in", "at", "last") or self.peek() in ("before", "yesterday"):
            self.take("on") or self.take("in") or self.take("at")
            self.take("the")
            when = self.words()
            return Compare(sign, None, tuple(when), said=True)
        base = self.names()
        rest = self.tokens[self.at : self.end]
        if (
            base is not None
            and rest
            and rest[0] in ("has", "have", "had", "does", "did", "is", "was", "saved", "got")
        ):
            done = 2 if len(rest) > 1 and rest[0] in ("has", "have", "had") and rest[1] in FORMS else 1
            if len(rest) == done or rest[done] in (",", "and", "but"):
                self.at += done
        return Compare(sign, base, said=True)
