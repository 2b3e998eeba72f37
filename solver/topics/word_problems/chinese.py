"""Clause patterns for Chinese: one row a kind of sentence, nouns are open slots.

The rows stand by theme in `chinese_prices`, `chinese_parts` and `chinese_questions`, the words in `chinese_words`.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.word_problems import chinese_contests as contests
from solver.topics.word_problems import chinese_parts as parts
from solver.topics.word_problems import chinese_prices as prices
from solver.topics.word_problems import chinese_questions as asked
from solver.topics.word_problems.chinese_restate import restate
from solver.topics.word_problems.chinese_words import FRACTIONAL, SLOTS, UNIT, normal, split_names
from solver.topics.word_problems.grammar import Grammar
from solver.topics.word_problems.marking import NUMBER

__all__ = ["FRACTIONAL", "GRAMMAR"]

# What stands first is tried first where a clause fits several rows.
RULES: Final = [
    *contests.OPEN, *contests.SCORES, *prices.SCENES, *prices.MONEY, *prices.PRICES,
    *parts.WHOLES, *parts.COURSE, *parts.AGES, *parts.LEGS, *parts.NUMBERS, *parts.COUNTS,
    *asked.MONEY, *asked.PARTS, *asked.AGES, *asked.COUNTS,
]  # fmt: skip

GRAMMAR: Final = Grammar(
    slots=SLOTS,
    normal=normal,
    split_names=split_names,
    line=re.compile(
        f"(?:(?P<n>{NUMBER})(?P<u>{UNIT})?|这{UNIT})(?:(?:同样|这样|相同)的)?(?P<x>{SLOTS['np']})"
    ),
    sentence_end=re.compile(r"[.?!;]+"),
    joint=re.compile(r"[,:]"),
    opening=re.compile(
        "(?: |,|某?(?:超市|商店|文具店|书店|水果店|商场|市场|菜市场)(?:里|中|内),?|周末,?|已知|如果|若|那么|那|请问|请你?算一?算|试求|试问|算一算|请你?求出|请计算|请|求出|求|问|问题|则|并且|而且|而|但|现在|同时|其中|知道|:|某天,?|某日,?"
        "|一天,?|有一天,?|一次,?|第[一二三]天,?|第[一二三四]次,?|后来,?|接着,?|首先,?|周[一二三四五六日],?|星期[一二三四五六天日],?|放学后,?|今天,?|昨天,?|于是,?|这样,?|因为|由于|另外,?|此外,?|结果,?|最后,?)+"
    ),
    pronouns=frozenset({"他", "她", "它"}),
    prepare=str,
    flags=0,
    rules=RULES,
    restate=restate,
)
