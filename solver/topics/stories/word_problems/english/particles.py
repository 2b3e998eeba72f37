"""Closed lists of English function words, and how amounts are counted: "in total", "left", "each", "more"."""

from __future__ import annotations

from solver.topics.stories.word_problems.english.lexicon import MONTHS, SEASONS, WEEKDAYS
from solver.topics.stories.word_problems.english.nouns import DETERMINERS, G

G.words("det", *DETERMINERS, "all", "all the", "the whole", "all of the", "of the")


G.words(
    "all",
    "total",
    "altogether",
    "in total",
    "in all",
    "all together",
    "together",
    "combined",
    "between them",
    "in sum",
    "all in all",
    "put together",
    "as a total",
    "overall",
    "taken together",
)


G.alias(
    "all",
    "(over|in|during|on|after) (the|these|all|those) <N> <noun>",
    "(over|in|on|during) (both|all) <noun>",
    "(over|in|on|during|for) (the|these|both|all)? <N> <noun> (together|combined|altogether)",
)


G.alias(
    "when",
    "(on|in|during|for)? <x:when_name>",
    "(on|in|during)? the <x:when_order>",
    "(last|this) <x:when_span>",
)


G.words(
    "when_name",
    *WEEKDAYS,
    *MONTHS,
    "yesterday",
    "today",
    *SEASONS,
    *(f"{x}-{i}" for x in ("week", "day", "month", "round", "year", "game", "lesson") for i in range(1, 8)),
)


G.words(
    "when_order",
    *(
        f"{n} {x}"
        for n in ("first", "second", "third", "fourth", "next", "last", "following")
        for x in (
            "day",
            "week",
            "month",
            "year",
            "morning",
            "game",
            "round",
            "hour",
            "half",
            "night",
            "evening",
            "time",
        )
    ),
    "morning",
    "afternoon",
    "evening",
)


G.words("when_span", "week", "month", "year")


G.words("left", "left", "left over", "leftover", "remaining", "over", "unspent", "not spent", "still unspent")


G.words(
    "each",
    "each",
    "apiece",
    "per piece",
    "per item",
    "a piece",
    "every one",
    "per unit",
    "per head",
    "per person",
    "for each one",
    "for one",
)


G.words(
    "of_them",
    "of them",
    "of these",
    "of those",
    "of which",
    "of whom",
    "of it",
    "of this",
    "of the total",
    "of all of them",
    "of the whole",
    "of that",
    "of all",
    "of the total number",
    "of this number",
    "of this total",
)


G.words("be", "is", "are", "was", "were", "will be", "would be", "has been", "have been", "had been")


G.words(
    "more",
    "more",
    "greater",
    "larger",
    "bigger",
    "higher",
    "longer",
    "older",
    "taller",
    "heavier",
    "dearer",
    "costlier",
    "further",
    "farther",
    "more expensive",
    "in excess",
    "deeper",
    "wider",
    "above",
    "additional",
    value=1,
)


G.words(
    "less",
    "less",
    "fewer",
    "smaller",
    "lower",
    "shorter",
    "younger",
    "lighter",
    "cheaper",
    "less expensive",
    "below",
    value=-1,
)


G.alias("sign", "<x:more>", "<x:less>")


G.words(
    "much",
    "much",
    "many",
    "large",
    "big",
    "great",
    "high",
    "long",
    "tall",
    "heavy",
    "far",
    "numerous",
    value="",
)


G.words("much", "expensive", "costly", "dear", value="price")


G.words("much", "old", value="age")


G.words(
    "price_word",
    "price",
    "cost",
    "fee",
    "fare",
    "charge",
    "price tag",
    "unit price",
    "value",
    "admission price",
    "entrance fee",
)


G.words(
    "size_word",
    "number",
    "amount",
    "quantity",
    "length",
    "weight",
    "size",
    "volume",
    "mass",
    "distance",
    "height",
    "count",
    "total number",
    "total",
    "capacity",
    "share",
)


G.words("unit_word", "years", "year", "points", "point")
