"""Phrases of an English clause: names of things, and quantities of them ("8 rows of 17 chairs", "15 more than Ravi")."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from solver.topics.stories.school.english.marks import ANY, FRACTION, MONEY, SCALES, TIME
from solver.topics.stories.school.english.naming import _THESE, Names
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


class Phrases(Names):
    """Reads phrases from tokens, from left to right; None where there is none."""

    def quantity(self) -> Qty | None:
        """A quantity with what belongs to it."""
        start = self.at
        determined = False
        if (
            self.peek() == "each"
            and self.peek(1) == "of"
            and self.peek(2) in _THESE
            and re.match(ANY, self.peek(3) or "-")
        ):
            self.at += 3
            one = self._quantity()
            if one is not None and one.kind == "n":
                return replace(one, each=True, determined=True)
            self.at = start
            return None
        while self.peek() in ("only", "just", "exactly", "another", "other", "further", "additional"):
            self.at += 1
        if self.peek() in _THESE and re.match(ANY, self.peek(1) or "-"):
            determined = True
            self.at += 1
        elif self.peek() == "all" and self.peek(1) in _THESE and re.match(ANY, self.peek(2) or "-"):
            determined = True
            self.at += 2
        found = self._quantity()
        if found is None:
            self.at = start
            return None
        return replace(found, determined=True) if determined else found

    def _one(self) -> Qty | None:
        """ "a pack of 5 pairs", "a 5 m ribbon", "a $20 note": one thing, with what it holds or how large it is."""
        start = self.at
        quant = self.peek()
        self.at += 1
        if re.match(MONEY, self.peek() or "-") and self.peek(1) in (
            "note",
            "bill",
            "coin",
            "banknote",
            "voucher",
        ):
            self.at += 2
            return Qty("m", self.tokens[self.at - 2], "money")
        if re.match(ANY, self.peek() or "-") and quant in ("a", "an", "the") and self.peek(1) in SCALES:
            letter, unit = self.peek(), self.peek(1)
            self.at += 2
            long = self.peek() in MEASURED
            self.at += long
            noun = self.noun()
            if noun.words:
                return Qty("n", letter, unit, noun, adjective="long" if long else "")
            self.at = start
            return None
        if (
            re.match(ANY, self.peek() or "-")
            and quant in ("a", "an")
            and not re.match(MONEY + "|" + FRACTION, self.peek())
        ):
            letter = self.peek()
            self.at += 1
            words = self.words()
            if len(words) >= 2:
                return Qty(
                    "a",
                    noun=noun_of(words[1:]),
                    inside=Qty("n", letter, noun=noun_of(words[:1])),
                    inside_by="of",
                )
            self.at = start
            return None
        if quant in ("the", "each", "every"):
            self.at = start
            return None
        noun = self.noun()
        if (
            self.peek() in ("that", "which")
            and self.peek(1) in ("is", "was")
            and re.match(ANY, self.peek(2) or "-")
        ):
            self.at += 2
        if (
            noun.words
            and re.match(ANY, self.peek() or "-")
            and self.peek(1) in SCALES
            and self.peek(2) in MEASURED
        ):
            letter, unit = self.peek(), self.peek(1)
            self.at += 3
            return Qty("n", letter, unit, noun, adjective="long")
        if (
            noun.words
            and quant in ("a", "an", "one")
            and self.peek() in ("for", "at", "costing", "worth")
            and re.match(MONEY, self.peek(1) or "-")
        ):
            by = self.peek()
            self.at += 1
            money = self._quantity()
            if money is not None and money.compare is None and not money.each:
                return Qty("a", noun=noun, inside=money, inside_by=by)
            self.at = start
            return None
        holds = self.take("of") or quant in ("a", "an") and (self.take("with") or self.take("containing"))
        if noun.words and holds and re.match(ANY, self.peek() or "-"):
            inner = self._quantity()
            if (
                inner is not None
                and inner.kind == "n"
                and inner.unit
                and not inner.noun.words
                and inner.unit not in TIME
            ):
                return replace(inner, noun=noun)  # "a ribbon of 3.6 m"
            if inner is not None and inner.kind == "n":
                return Qty("a", noun=noun, inside=inner, inside_by="of")
        self.at = start
        return None

    def _quantity(self) -> Qty | None:
        token = self.peek()
        if is_open(token or "of") and token not in ARTICLES and "of" in self.tokens[self.at : self.at + 4]:
            start = self.at
            noun = noun_of(self.words())
            if noun.words and noun.plural and self.take("of") and re.match(ANY, self.peek() or "-"):
                inner = self._quantity()
                if inner is not None and inner.kind == "n" and inner.inside is None:
                    return Qty("some", noun=noun, inside=inner, inside_by="of")
            self.at = start
        if (
            is_open(token or "of")
            and token not in ARTICLES
            and re.match(MONEY, self.peek(2) or self.peek(3) or "-")
        ):
            start = self.at
            noun = noun_of(self.words())
            if noun.words and noun.plural and self.take("for") and re.match(MONEY, self.peek() or "-"):
                money = self._quantity()
                if money is not None and money.compare is None and not money.each:
                    return Qty("a", noun=noun, inside=money, inside_by="for")
            self.at = start
        if token in ("a", "an", "one", "the", "each", "every"):
            one = self._one()
            if one is not None:
                return one
        if re.match(FRACTION, token or "-"):
            return self._part()
        if re.match(MONEY, token or "-"):
            self.at += 1
            compare = (
                self._comparison() if self.peek() in ("more", "less") or self.peek() in COMPARATIVES else None
            )
            noun = (
                noun_of(self.words())
                if self.peek() in ("note", "notes", "bill", "bills", "coin", "coins")
                else Noun()
            )
            return Qty(
                "m",
                token,
                "money",
                noun,
                compare,
                each=not is_open(self.peek(1) or "of") and (self.take("each") or self.take("apiece")),
            )
        if re.match(ANY, token or "-"):
            self.at += 1
            return self._number(token)
        if token in ("some", "several") or self.tokens[self.at : self.at + 3] == ("a", "number", "of") or self.tokens[self.at : self.at + 2] == ("a", "few"):  # fmt: skip
            self.at += 1 if token in ("some", "several") else 3 if self.peek(1) == "number" else 2
            more = self.take("more")
            noun = self.noun()
            return Qty("some", noun=noun) if noun.words or more else None
        if token == "the" and self.peek(1) in ("rest", "others", "remainder", "remaining", "other"):
            self.at += 2
            if self.tokens[self.at - 1] in ("remaining", "other"):
                noun = self.noun()
                return Qty("rest", noun=noun) if noun.words else None
            if self.take("of"):
                np = self.np()
                return Qty("rest", whole=np) if np else None
            return Qty("rest")
        if token == "as" and self.peek(1) in ("many", "much") or token == "the" and self.tokens[self.at + 1 : self.at + 4] in (("same", "number", "of"), ("same", "amount", "of")):  # fmt: skip
            self.at += 2 if token == "as" else 4
            noun = self.noun()
            base = self.names() if self.take("as") else None
            return Qty("same", noun=noun, compare=Compare(0, base, said=base is not None))
        return None

    def _number(self, letter: str) -> Qty | None:
        if re.match(MONEY, self.peek() or "-") and self.peek(1) in (
            "note",
            "notes",
            "bill",
            "bills",
            "coin",
            "coins",
            "banknotes",
        ):
            money = Qty("m", self.peek(), "money", each=True)
            noun = noun_of((self.peek(1),))
            self.at += 2
            return Qty("n", letter, noun=noun, inside=money, inside_by="worth")
        if self.take("times"):
            return self._times(letter)
        unit = ""
        if self.peek() in SCALES:
            unit = self.peek()
            self.at += 1
        if self.peek() in ("more", "fewer", "less") or self.peek() in COMPARATIVES:
            compare = self._comparison()
            return Qty("n", letter, unit, self._compared_noun, compare)
        if unit:
            adjective = ""
            if self.peek() in MEASURED and self.peek() != "away":
                adjective = self.peek()
                self.at += 1
            noun = Noun()
            if not adjective and self.take("of"):
                while self.peek() in _THESE:
                    self.at += 1
                noun = self.noun()
                if not noun.words:
                    return None
            elif not adjective and is_open(self.peek() or "of") and self.peek() not in ARTICLES:
                noun = self.noun()
            return self._inside(Qty("n", letter, unit, noun, adjective=adjective))
        self.take("equal") or self.take("identical")
        start = self.at
        noun = self.noun()
        if (
            noun.words
            and not noun.plural
            and not noun.of
            and noun.head in FORMS
            and FORMS[noun.head] == noun.head
        ):
            self.at = start + len(noun.words) - 1  # "52 come by bus"
            noun = noun_of(self.tokens[start : self.at])
        if self.peek() in ("more", "fewer", "less"):
            self._compared_noun = noun
            compare = self._comparison()
            return Qty("n", letter, "", noun, compare)
        if self.take("of"):
            if self.peek() in _PARTITIVE and not is_open(self.peek(1) or "of"):
                self.at += 1
                return Qty("n", letter, noun=noun, whole=Np(noun_of(("them",)), "pronoun"))
            if not noun.words:
                np = self.np()
                return Qty("n", letter, whole=np) if np else None
            self.at -= 1
        return self._inside(Qty("n", letter, noun=noun))

    _compared_noun: Noun = Noun()

    def _inside(self, found: Qty) -> Qty:
        """What belongs to each: "8 rows of 17 chairs", "with 48 photos each", "at $3 each"."""
        start = self.at
        each = not is_open(self.peek(1) or "of") and self.take("each")
        if self.peek() == "," and self.peek(1) == "each" and re.match(ANY, self.peek(2) or "-"):
            self.at += 2
            inner = self.quantity()
            if inner is not None and inner.kind == "n" and inner.compare is None and not found.unit:
                return replace(found, inside=replace(inner, each=True), inside_by="each")
            self.at = start
        if (
            self.peek() in ("that", "which")
            and self.peek(1) in ("cost", "costs")
            and re.match(MONEY, self.peek(2) or "-")
        ):
            self.at += 2
            inner = self._quantity()
            if inner is not None and inner.kind == "m" and inner.each:
                return replace(found, inside=inner, inside_by="at")
            self.at = start
        for by in ("of", "with", "at", "containing", "holding", "for", "costing"):
            if self.take(",", by) or self.take(by):
                inner = self.quantity()
                if (
                    inner is None
                    or inner.kind not in ("n", "m")
                    or inner.compare
                    or by in ("at", "for", "costing")
                    and inner.kind != "m"
                ):
                    break
                if self.take("each") or self.take("apiece") or self.take("in", "each"):
                    inner = replace(inner, each=True)
                    if (
                        self.tokens[self.at - 1] == "each"
                        and is_open(self.peek() or "of")
                        and self.peek() not in PREPOSITIONS
                    ):
                        self.noun()
                elif self.peek() in ("per", "a", "an", "every") and (
                    by in ("at", "for") or self.peek() == "per"
                ):
                    self.at += 1
                    inner = replace(inner, per=self.noun(), each=True)
                if by == "with" and not inner.each:
                    break
                return replace(found, inside=inner, inside_by=by, each=each)
        self.at = start
        if is_open(self.peek(1) or "of"):
            return found
        return replace(found, each=True) if self.take("each") else found

    def _part(self) -> Qty | None:
        letter = self.peek()
        self.at += 1
        if (
            self.peek() == "as"
            and self.peek(1) in ("many", "much")
            or self.peek() == "as"
            and self.peek(2) == "as"
        ):
            return self._times(letter, kind="f")
        if self.peek() in ("more", "less", "fewer"):
            return None
        if not self.take("of"):
            return Qty("f", letter)
        if self.peek() in ("them", "it", "these", "those", "that") and not is_open(self.peek(1) or "of"):
            self.at += 1
            return Qty("f", letter, whole=Np(noun_of(("them",)), "pronoun"))
        inner = self.quantity()
        if inner is not None:
            return Qty("f", letter, whole=inner)
        np = self.np()
        return Qty("f", letter, whole=np, noun=np.noun) if np else None

    def _times(self, letter: str, kind: str = "n") -> Qty | None:
        if not self.take("as"):
            return None
        if not self.peek():
            return None
        self.at += 1  # many, much, long, far
        noun = self.noun() if self.peek() != "as" else Noun()
        compare = self._base(0)
        return Qty("times", letter, "", noun, compare)

    def _comparison(self) -> Compare | None:
        word = self.peek()
        sign = -1 if word in LESSER else 1
        self.at += 1
        self._compared_noun = self.noun() if self.peek() != "than" else Noun()
        return self._base(sign)

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
