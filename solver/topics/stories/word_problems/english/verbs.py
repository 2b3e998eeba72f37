"""Classes of English verbs by what they do to a quantity, in all their forms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from solver.topics.stories.word_problems.english import lexicon
from solver.topics.stories.word_problems.english.lexicon import forms_of
from solver.topics.stories.word_problems.english.nouns import G

G.words(
    "aux",
    "has",
    "have",
    "had",
    "will",
    "would",
    "did",
    "does",
    "do",
    "can",
    "could",
    "must",
    "should",
    "is",
    "are",
    "was",
    "were",
    "also",
    "then",
    "later",
    "already",
    "still",
    "now",
    "has just",
    "first",
    "only",
    "is able to",
    "had already",
    "finally",
    "in turn",
    "currently",
)


G.words(
    "planning",
    "wants to",
    "want to",
    "wanted to",
    "would like to",
    "plans to",
    "plan to",
    "is going to",
    "are going to",
    "decides to",
    "decided to",
    "needs to",
    "need to",
    "intends to",
    "wishes to",
    "am going to",
    "is about to",
    "has to",
    "have to",
)


_WANTING: Final = frozenset(form for verb in ("want", "need") for form in forms_of(verb))


def verb_forms(name: str, bases: Sequence[str]) -> None:
    """The forms of a class of verbs, one word each: `IN_form` reads "arrives", "came"."""
    G.words(f"{name}_form", *dict.fromkeys(form for base in bases for form in forms_of(base)))


def verbs(name: str, bases: Sequence[str]) -> None:
    """A class of verbs in all their forms; its value says whether it is only planned: "wants to buy", "wants"."""
    verb_forms(name, bases)
    G.rule(name, f"<aux>* <v:{name}_form> (out|up)?")(lambda v: (v in _WANTING,))
    G.rule(name, f"<aux>* <planning> <{name}_form>")(lambda: (True,))


verbs("HAVE", lexicon.STATE)


verbs("GAIN", lexicon.GAIN)


verbs("LOSE", lexicon.LOSE)


verbs("GIVE", lexicon.GIVE)


verbs("BUY", lexicon.BUY)


verbs("SELL", lexicon.SELL)


verbs("PAY", lexicon.PAY)


verb_forms("IN", lexicon.MOVE_IN)


verbs(
    "ANY",
    [
        *lexicon.STATE,
        *lexicon.GAIN,
        *lexicon.BUY,
        *lexicon.SELL,
        *lexicon.MOVE_IN,
        *"use send deliver ship mail plant read serve walk run drive eat drink post".split(),
    ],
)


G.words(
    "COST",
    "cost",
    "costs",
    "costed",
    "is",
    "are",
    "was",
    "were",
    "sells for",
    "sell for",
    "is sold for",
    "are sold for",
    "sold for",
    "was sold for",
    "were sold for",
    "is priced at",
    "are priced at",
    "priced at",
    "was priced at",
    "is worth",
    "are worth",
    "comes to",
    "came to",
    "come to",
    "goes for",
    "go for",
    "will cost",
    "would cost",
    "is sold at",
    "are sold at",
    "fetched",
    "fetches",
    "were bought for",
    "was bought for",
    "retails for",
    "is available for",
    "can be bought for",
    "is offered at",
    "sells at",
    "sell at",
    "cost him",
    "set him back",
    "set her back",
    "set me back",
    "sets her back",
    "sets him back",
    "set them back",
    "cost her",
    "cost me",
    "cost them",
    "costs him",
    "costs her",
    "costs me",
    "is marked at",
    "goes at",
    "are charged at",
    "altogether cost",
    "together cost",
    "together cost him",
    "each cost",
    "both cost",
    "would have cost",
    "would have cost her",
    "would have cost him",
    "would have cost me",
    "would have cost them",
    "would cost him",
    "would cost her",
    "would cost me",
    "are worth",
)
