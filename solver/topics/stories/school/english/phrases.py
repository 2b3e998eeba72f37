"""Phrases of an English clause: names of things, and quantities of them ("8 rows of 17 chairs", "15 more than Ravi")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from solver.topics.stories.school.english.marks import ANY, FRACTION, MONEY, SCALES
from solver.topics.stories.school.english.words import (
    ARTICLES,
    COMPARATIVES,
    LESSER,
    MEASURED,
    PREPOSITIONS,
    is_open,
)
from solver.topics.stories.word_problems.wording import singular

_TOKEN: Final = re.compile(rf"{ANY}|[a-zà-öø-ÿ][a-zà-öø-ÿ0-9²³'-]*|[,():/%]")
_PARTITIVE: Final = frozenset("them it these those".split())
_THESE: Final = frozenset("the his her its their these those this my our that".split())
MAX_WORDS: Final = 5


def tokens_of(text: str) -> tuple[str, ...]:
    """The words of a clause.

    >>> tokens_of("tom's \ue000 pens, which")
    ("tom's", '\\ue000', 'pens', ',', 'which')
    """
    return tuple(_TOKEN.findall(text))


@dataclass(frozen=True, slots=True)
class Noun:
    """What a thing is called: words in the singular; `of` what it is or holds (a bag of rice)."""

    words: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    plural: bool = False

    @property
    def head(self) -> str:
        """The last word."""
        return self.words[-1] if self.words else ""

    @property
    def every(self) -> frozenset[str]:
        """All its words."""
        return frozenset(self.words + self.of)

    def __str__(self) -> str:
        return " ".join(self.words + (("of", *self.of) if self.of else ()))


@dataclass(frozen=True, slots=True)
class Np:
    """A name of something: how it is introduced (`quant`: a, the, each, his, …), whose it is, and what else it is joined with."""

    noun: Noun
    quant: str = ""
    owner: str = ""
    others: tuple[Np, ...] = ()

    @property
    def pronoun(self) -> bool:
        return self.quant == "pronoun"

    @property
    def every(self) -> frozenset[str]:
        """All its words, with those of whose it is."""
        return self.noun.every | frozenset(self.owner.split())


@dataclass(frozen=True, slots=True)
class Compare:
    """ "… as many as", "… more than": `sign` of what is more, or a multiple; of what (None: not said); "that" is "it"."""

    sign: int
    base: Np | None
    when: tuple[str, ...] = ()
    said: bool = False


@dataclass(frozen=True, slots=True)
class Qty:
    """A quantity. `kind`: n (a number), m (money), f (a part of `whole`), a (one, no number), some, rest, same."""

    kind: str
    letter: str = ""
    unit: str = ""
    noun: Noun = Noun()
    compare: Compare | None = None
    whole: Np | Qty | None = None
    inside: Qty | None = None  # of 17 chairs, with 48 photos each, at $3 a kilo
    inside_by: str = ""
    per: Noun | None = None
    each: bool = False
    adjective: str = ""
    determined: bool = False  # the 6 tables


def noun_of(words: tuple[str, ...], of: tuple[str, ...] = ()) -> Noun:
    """A noun from its words as they stand."""
    if not words:
        return Noun()
    last = singular(words[-1])
    tail = (*of[:-1], singular(of[-1])) if of else ()
    return Noun((*words[:-1], last), tail, last != words[-1])


class Phrases:
    """Reads phrases from tokens, from left to right; None where there is none."""

    def __init__(self, tokens: tuple[str, ...], at: int = 0, end: int | None = None) -> None:
        self.tokens, self.at, self.end = tokens, at, len(tokens) if end is None else end

    def peek(self, ahead: int = 0) -> str:
        """A token, or nothing."""
        return self.tokens[self.at + ahead] if self.at + ahead < self.end else ""

    def take(self, *words: str) -> bool:
        """Go past these words where they stand."""
        if all(self.peek(i) == w for i, w in enumerate(words)):
            self.at += len(words)
            return True
        return False

    @property
    def done(self) -> bool:
        return self.at >= self.end

    def words(self) -> tuple[str, ...]:
        """Open words in a row."""
        start = self.at
        while (
            not self.done
            and self.at - start < MAX_WORDS
            and is_open(self.peek())
            and self.peek() not in ARTICLES
        ):
            self.at += 1
        return self.tokens[start : self.at]

    def noun(self) -> Noun:
        """Open words, with "of" and others: a bag of rice, a pair of socks."""
        words = self.words()
        start = self.at
        if words and self.take("of"):
            while self.peek() in _THESE:
                self.at += 1
            of = self.words()
            if of and not (self.peek() and re.match(ANY, self.peek())):
                return noun_of(words, of)
            self.at = start
        return noun_of(words)

    def np(self) -> Np | None:
        """A name of something."""
        start = self.at
        if self.peek() in (
            "he",
            "she",
            "it",
            "they",
            "him",
            "her",
            "them",
            "himself",
            "herself",
            "we",
            "i",
            "you",
        ) and not (self.peek() == "her" and is_open(self.peek(1) or "of")):
            self.at += 1
            return Np(noun_of((self.tokens[start],)), "pronoun")
        quant = owner = ""
        if self.peek() in ("each", "every", "one", "another", "both", "all"):
            quant = self.peek()
            self.at += 1
            if quant in ("each", "one", "both", "all") and self.take("of"):
                pass
        if self.peek() in ARTICLES:
            quant = quant if quant in ("each", "every", "both", "all") else quant or self.peek()
            if self.peek() in ("his", "her", "its", "their", "my", "our"):
                owner = self.peek()
            self.at += 1
        while (
            self.peek() in ("whole", "next", "first", "second", "last", "following", "local", "other")
            and quant
            and is_open(self.peek(1) or "of")
        ):
            order = self.peek()
            self.at += 1
            if order in ("first", "second", "last", "next", "other"):
                noun = self.noun()
                if noun.words:
                    return Np(replace(noun, words=(order, *noun.words)), quant, owner)
                self.at = start
                return None
        if self.peek().endswith("'s") or self.peek().endswith("s'"):
            owner = (owner + " " + re.sub("'s?$", "", self.peek())).strip()
            self.at += 1
        elif self.peek(1).endswith(("'s", "s'")) and is_open(self.peek()):
            owner = self.peek() + " " + re.sub("'s?$", "", self.peek(1))
            self.at += 2
        noun = self.noun()
        if not noun.words:
            self.at = start
            return None
        return Np(noun, quant, owner)

    def names(self) -> Np | None:
        """Names joined by "and"."""
        first = self.np()
        if first is None:
            return None
        others: list[Np] = []
        alone = self.at
        closed = False
        while not closed:
            start = self.at
            closed = self.take(",", "and") or self.take("and")
            one = self.np() if closed or self.take(",") else None
            if one is None:
                self.at = start
                closed = False
                break
            others.append(one)
        if not closed:
            self.at = alone
            return first
        return replace(first, others=tuple(others))

    def quantity(self) -> Qty | None:
        """A quantity with what belongs to it."""
        start = self.at
        determined = False
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
        if quant in ("the", "each", "every"):
            self.at = start
            return None
        noun = noun_of(self.words())
        if noun.words and self.take("of") and re.match(ANY, self.peek() or "-"):
            inner = self._quantity()
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
            return Qty("m", token, "money", noun, compare, each=self.take("each") or self.take("apiece"))
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
        noun = self.noun()
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
        each = self.take("each")
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
                return replace(found, inside=inner, inside_by=by, each=each)
        self.at = start
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
        return Qty("times", letter, kind, noun, compare)

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
        if self.peek() in ("has", "have", "had", "does", "did", "do", "is", "was") and (
            self.at + 1 >= self.end or self.peek(1) in (",", "and", "but")
        ):
            self.at += 1
        return Compare(sign, base, said=True)
