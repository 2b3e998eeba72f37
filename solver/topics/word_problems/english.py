"""The English grammar: how sentences fall into clauses, and all clause patterns; see `english_slots` for nouns.

Closed lists are for verbs, function words and units only.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.word_problems import english_more as more
from solver.topics.word_problems import meanings as say
from solver.topics.word_problems.english_motion import MOTION_RULES
from solver.topics.word_problems.english_parts import COUNT_RULES, NUMBER_RULES, PART_RULES
from solver.topics.word_problems.english_prices import MONEY_RULES, PRICE_RULES
from solver.topics.word_problems.english_questions import QUESTIONS
from solver.topics.word_problems.english_restate import restate
from solver.topics.word_problems.english_slots import LINE, SLOTS, WORD, normal, prepare, split_names
from solver.topics.word_problems.grammar import Grammar, Rule
from solver.topics.word_problems.marking import ANY

_DAY: Final = "(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"

SCENES: Final = [
    Rule(f"""<who a>(?: and <np b>)? (?:goes|go|went|is going|are going|walks|walked) (?:to|into) <np>(?: to buy <np>)?(?: one day)?
            <who a>(?: and <np b>)? (?:goes|go|went) shopping(?: (?:at|in) <np>)?
            <who a>(?: and <np b>)? (?:is|are) (?:shopping|in <np>|at <np>)(?: (?:at|in|for) <np>)?
            one day\nthe next day\non {_DAY}""", say.nothing),
    Rule("""<np> (?:has|have|keeps|raises|holds|contains|sells|is home to) (?:some |only )?(?:both )?<list l><here>
            there are (?:some |only )?(?:both )?<list l><here>
            <list l> (?:are|live)(?: kept)?(?: together)? (?:in|on) <np>""", say.nothing),
]  # fmt: skip

RULES: Final = [
    *SCENES, *MOTION_RULES, *more.BILL_RULES, *MONEY_RULES, *PRICE_RULES, *more.CHARGE_RULES, *more.PART_RULES,
    *PART_RULES, *more.DIGIT_RULES, *NUMBER_RULES, *COUNT_RULES, *more.QUESTIONS, *QUESTIONS,
]  # fmt: skip

GRAMMAR: Final = Grammar(
    slots=SLOTS,
    normal=normal,
    split_names=split_names,
    line=LINE,
    prepare=prepare,
    flags=re.IGNORECASE,
    sentence_end=re.compile(r"(?<!\bmr)(?<!\bmrs)(?<!\bdr)(?<!\bms)[.?!;]+(?=\s|$)", re.IGNORECASE),
    joint=re.compile(
        rf", (?={ANY})|,? (?=if )|, and |, but |, then |, while |, whereas |,? and then | and | but | while |,? so |: |, |,? (?=with )|"
        r",? (?=(?:which|that) (?:costs?|is|was|are|were)\b)|,? who (?=(?:has|had|bought|buys)\b)",
        re.IGNORECASE,
    ),
    opening=re.compile(
        rf"(?: |(?:in|on|at) (?:an?|the|his|her|their|our|my) {WORD}(?: {WORD}){{0,3}},? |if |suppose(?: that)? |assume(?: that)? |"
        rf"on {_DAY},? |for {WORD} (?:class|day|party),? |and |then |now |also |later,? |finally,? |afterwards,? |one day,? |the next day,? |"
        r"in total,? |so |given that |altogether,? |if you know that |it is known that |among (?:them|these),? |of (?:them|these),? |of which )+",
        re.IGNORECASE,
    ),
    pronouns=frozenset({"he", "she", "it"}),
    rules=RULES,
    restate=restate,
)  # fmt: skip
