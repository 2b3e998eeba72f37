"""English adjuncts: times, places and purposes that change no amount."""

from __future__ import annotations

from typing import Final

from solver.topics.stories.word_problems.english.lexicon import MONTHS, SEASONS, WEEKDAYS
from solver.topics.stories.word_problems.english.nouns import G

G.words("day", *WEEKDAYS, "mondays", "saturdays", "sundays", "weekend", "weekends")


G.words("month", *MONTHS, *SEASONS)


G.words(
    "period",
    "day",
    "week",
    "month",
    "year",
    "morning",
    "afternoon",
    "evening",
    "night",
    "weekend",
    "season",
    "time",
    "term",
)


ADVERBS: Final = (
    "yesterday",
    "today",
    "later",
    "recently",
    "one day",
    "this time",
    "now",
    "then",
    "also",
    "afterwards",
    "after that",
    "first",
    "next",
    "at first",
    "in the beginning",
    "at the start",
    "originally",
    "initially",
    "finally",
    "in the end",
    "so far",
    "as well",
    "too",
    "again",
    "already",
    "still",
    "at the same time",
    "once",
    "over time",
    "online",
    "at home",
    "each time",
    "for sale",
    "on sale",
    "in stock",
    "and so on",
    "by bus",
    "for free",
    "in cash",
    "to spend",
    "to spare",
    "in one day",
    "to enter",
    "of his own",
    "of her own",
    "in one go",
    "there",
    "on display",
    "at the same price",
    "at the same prices",
    "respectively",
    "at the end of the day",
    "at the end",
    "in hand",
    "in his pocket",
    "in her pocket",
    "in cash",
    "in his wallet",
    "in her wallet",
    "at these prices",
    "at those prices",
    "of the same kind",
    "of the same kinds",
    "of the same type",
    "of each",
    "the same day",
    "for himself",
    "for herself",
    "for each",
    "earlier",
    "when full",
    "exactly",
    "to start with",
    "to begin with",
    "only",
    "just",
    "simply",
    "by itself",
    "on its own",
    "with him",
    "with her",
    "with them",
    "with me",
    "the day before",
    "the day after",
    "the week before",
    "the week after",
    "another time",
)
G.words("adverb", *ADVERBS)


G.alias(
    "adjunct",
    "<x:adverb>",
    "(on|last|this|next|the same|by|that|one|on the|the following|the next|on the next|on the same|the other) (<day>|<period>|<month>)",
    "(on|last|this|next)? <day> (morning|afternoon|evening)?",
    "(in|during|over|at) (the|this|that) <period>",
    "in one <period>",
    "the (first|second|third|next|following|other) (<day>|<period>)",
    "(on|in|during) the (first|second|third|fourth|next|following|last) (<day>|<period>)",
    "(on|for)? (another|a different|some other) (<day>|<period>)",
    "(on|for)? the (first|second|third|next|last|other) time",
    "(a|one|two|three|some|several|a few) <period> (later|after that|afterwards|earlier|before)",
    "in (his|her|their|my|our) (own)? (pocket|pockets|wallet|purse|bag|account|bank account|savings account|piggy bank|hand|hands|money box)",
    cost=0.3,
)


G.alias(
    "adjunct",
    "(at|in|from|on|to|for|with|near|by|inside|into|onto|off|under|beside|among|around|behind) (the|a|an|his|her|my|our|their|its|this|that|one|some)? <x:place>",
    "(at|in|from|on|to|for) (the same|the local|a nearby) <x:place>",
    "(at|in|from|on|to|for|with) (the|his|her|a)? <x:place> 's (<x:place>)?",
    "to (buy|get|see|visit|make|do|have) <det>? <x:place>",
    cost=1.0,
)


G.alias(
    "adjunct",
    "(for|on|at) (his|her|my|their|the|your)? (birthday|birthdays|christmas|wedding|graduation|anniversary|holiday|holidays|easter|new year|party)",
    cost=0.4,
)


G.alias(
    "adjunct",
    "(before|after) (shopping|the shopping|going shopping|the trip|lunch|school|work|that|this|these purchases|the purchase|the purchases)",
    "(that|this|last) night",
    cost=0.4,
)


G.alias("adjunct", "(in|last|during|since) <month>", "on <day>", cost=0.9)


G.alias(
    "adjunct",
    "when <who> (arrived|arrives|left|leaves|got|started|began|came) (<adjunct>)?",
    "to (spend|buy) (on|for)? <names>",
    "to (spend|buy) <names>",
    cost=1.2,
)


G.alias("adjunct", "(by|from)? <ing> (<det>)? (<noun>)?", cost=1.6)


G.alias("tail", "(,)? <adjunct>", "(,)? <adjunct> (,)? <adjunct>")
