"""The phrases in which shopping is told, as patterns for the tokens of a sentence; words that may change an amount.

What is told with them is the business of `shopping`.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.english.marks import FRACTION, MONEY, NUMBER
from solver.topics.stories.school.english.words import STRICT

_M: Final = f"{MONEY} "
_N: Final = f"{NUMBER} "
BUYS: Final = "buy|buys|bought|buying|purchase|purchases|purchased|order|orders|ordered|picks|picked|chooses|chose|gets|got|treats|treated|takes|took|wants|wanted|likes|like|needs|needed"
_COST: Final = "cost|costs|costing|is|are|was|were|sells for|sell for|is priced at|are priced at|was priced at|is worth|comes to|come to|came to"
_BARRED: Final = "|".join(
    map(
        re.escape,
        sorted(
            STRICT
            | set(
                "everything him me you we us i this these those there them it a an the for at to of from with in on up by into it he she they his her their its who that which would has had have left out some "
                "pays paid pay spends spent spend hands gave gives put puts went goes go going after before note notes price prices off".split()
            )
            | set(BUYS.split("|"))
            | {w for way in _COST.split("|") for w in way.split()},
            key=lambda word: (-len(word), word),
        ),
    )
)
W: Final = rf"(?:(?!(?:{_BARRED}) )[a-zà-ÿ'-]+ )"
_DET: Final = "(?:(?:an?|the|one|some|his|her|their|its) )"
_NP: Final = rf"(?:{_DET}?(?:(?:pair|bottle|packet|bag|box|cup|glass|tub|bucket|bar|bunch|tin|set|loaf|carton|jar|tube|slice) of )?{W}{{1,3}})"
_CALLED: Final = rf"(?:(?:{_COST}|for|at|which is|that is) )"
_OPTION: Final = rf"(?:(?:for|to|at|in|from) {_DET}?{W}{{1,2}})?(?:(?:, )?(?:that|which|who) )?"
_NO_THING: Final = "vouchers?|coupons?|cards?|discounts?|deposits?|tips?|gifts?|prizes?|refunds?|budgets?|cheques?|checks?|allowances?|bonus|fees?|fines?|debts?|loans?|rebates?|banknotes?|savings?|donations?|rewards?|wages?|shares?"
BEFORE_NAMES: Final = frozenset(f"a an the one some his her their its of {BUYS.replace('|', ' ')}".split())
SIGNS: Final = {"more": 1, "dearer": 1, "less": -1, "cheaper": -1, "fewer": -1}
PHRASES: Final = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("line", rf"(?P<n>{_N})(?P<x>{W}{{1,3}})(?:(?:for|at|costing|priced at|that cost|which cost|, at) )(?P<m>{_M})(?:each|apiece|a piece|per {W}) "),
        ("coupon", rf"(?:{_DET}?{W}?(?:voucher|coupon|gift card|discount) (?:(?:for|of|worth|giving|that gives|which gives|that takes) )+)(?P<m>{_M})(?:off )?(?:(?:the|her|his|their) (?:total|bill|price|order|shopping) )?|(?P<k>{_M})off (?:the|her|his|their) (?:total|bill|order|shopping|whole {W}) "),
        ("left", rf"(?:(?:is|was) left with|(?:has|had) (?:still|only)|still (?:has|had)|(?:ends|ended) up with) (?P<k>{_M})(?:left )?|(?:has|had|have|with)? ?(?:only |still )?(?P<m>{_M})(?:left over|left|remaining|over) (?:(?:out )?of (?:the |her |his )?(?P<h>{_M})(?:(?:that )?{_DET}?{W}?(?:he|she|they|{W})? ?(?:had|has|gave|brought|took|started with) ?(?:him|her|them)? )?)?"),
        ("spread", rf"(?:spends|spent|pays|paid|spend|pay) (?:(?:all|exactly|just) )?(?:(?:of )?(?:his|her|their|the) )?(?P<m>{_M})(?:altogether |in total |in all )?(?:on|for) (?P<list>{_NP}(?:, {_NP})*(?:, )?and {_NP})(?!{_CALLED}|{_M})"),
        ("total", rf"(?:altogether|in total|in all|together) (?:, )?(?:he|she|they|{W}) (?:paid|spent|pays|spends|has to pay) (?P<m>{_M})|(?:paid|spent|pays|spends|paying|spending) (?P<k>{_M})(?:altogether|in total|in all|for both|for all of them|for everything) |(?:the |his |her |their )?(?:total )?(?:bill|total|total cost|total price) (?:was|is|came to|comes to) (?P<l>{_M})"),
        ("tender", rf"(?:an? )?(?P<n>{_N})?(?P<m>{_M})(?:notes|note|bills|bill|banknote) |(?:hands over|handed over|pays with|paid with|pay with|hands the {W}|gives the {W}|gave the {W}) (?:a )?(?P<k>{_M})(?:(?:note|bill|banknote) )?"),
        ("compared", rf"(?P<x>{_NP})?{_OPTION}{_CALLED}?(?P<m>{_M})(?P<s>more|dearer|less|cheaper) (?:expensive )?(?:than (?:(?:that|it|this) (?:on|for) (?P<on>{_NP})|(?P<y>{_NP})))?"),
        ("times", rf"(?P<x>{_NP})?{_OPTION}{_CALLED}?(?:only )?(?:(?P<f>{FRACTION} )(?:of )?(?:the (?:price|cost) of|as (?:much|expensive|dear) as) (?P<y>{_NP})|(?P<k>{_N})times (?:the (?:price|cost) of|as (?:much|expensive|dear) as) (?P<z>{_NP})|(?:(?P<g>{FRACTION} )|(?P<h>{_N})times )(?:as much|that price|the price|that)(?: on (?P<on>{_NP})| (?!as |of |on )))"),
        ("two", rf"{_NP}{_OPTION}{_CALLED}(?P<m>{_M})for (?P<x>{_NP})(?:, )?and (?P<k>{_M})for (?P<y>{_NP})"),
        ("price", rf"(?P<x>{_NP}){_OPTION}{_CALLED}(?P<m>{_M})(?:each )?|(?:spends|spent|pays|paid|spend) (?P<k>{_M})(?:on|for) (?P<y>{_NP})|(?P<l>{_M})(?:on|for) (?P<z>{_NP})"),
        ("priced", rf"(?:(?P<n>{_N})|an? |the |one )(?P<m>{_M})(?P<x>(?!(?:{W}){{0,2}}(?:{_NO_THING}) ){W}{{1,3}})"),
        ("all", rf"all (?P<n>{_N})(?:of them |things |items )?"),
        ("alone", rf"(?:, )?and (?P<list>{_DET}{W}{{1,3}})(?=$|, )"),
        ("names", rf"(?:{BUYS}|paying for|pays for|paid for|getting) (?:up |out )?(?P<list>{_NP}(?:(?:, and|,|and) {_NP})*)(?=$|, |at |from |in |and then |(?:and |he |she |they |{W})(?:has|had) )"),
        ("has", rf"(?:has|had|have|with|took|takes|brought|brings|got|gets|receives|received|saved|has saved|starts with|started with) (?:the |a budget of |a total of |exactly |only )?(?P<m>{_M})(?:to spend |saved |in (?:his|her|their|the) {W}{{1,3}})?"),
        ("given", rf"(?P<g>[a-z]+ )(?:(?:gave|gives|sent|sends|handed) (?P<to>[a-z]+ )(?P<m>{_M})(?:for (?:his|her|their|[a-z]+ing) (?:(?:his|her|their|the) )?{W}{{0,3}})?|(?:put|puts) (?P<k>{_M})in (?P<of>[a-z]+)'s {W}{{1,2}})"),
    )
)  # fmt: skip
BOUGHT: Final = re.compile(
    rf"\b(?:{BUYS}|paying for|pays for|paid for|getting|shopping for|spent|spends|spend|pays|paid) (?P<list>.*)"
)
LEADS: Final = frozenset("for to of in at from with by".split())
BOTH: Final = re.compile(
    rf"\b(?:all {NUMBER}|both(?: (?:things|items|of them|of these|pairs))?|one of each|the two|them both|all of them|them all|everything) "
)
HARMLESS: Final = frozenset("and while but then same total altogether together also when who which if all next first last later own so because however another after before still back afterwards".split())  # fmt: skip
CHANGING: Final = frozenset(
    "sell sells sold selling earn earns earned wage wages find finds found lose loses lost borrow borrows borrowed lend lends lent owe owes return returned "
    "share shares shared split splits tax tip percent week weekly month monthly day daily every per steals stolen donates donated refund interest fine salary "
    "discount sale profit loss deposit cashback points exchange dozen free friends siblings not only no n't never isn't won't can't don't doesn't".split()
)  # fmt: skip
NO_BUYER: Final = frozenset(
    "whole total he she they i we you to would will can could did does do must should may might has have had not for of is are was were be been by from in on at with".split()
)
SHOPS: Final = frozenset(
    "shop store stall market bakery kiosk café cafe restaurant supermarket shopkeeper baker".split()
)
RELATIVES: Final = frozenset(
    "granddad nana godfather godmother mum mom dad mother father grandma grandpa granny gran grandmother grandfather grandad aunt auntie uncle parents nan".split()
)
ASKED: Final = (
    ("apart", r"how much (?:more|less|cheaper|dearer) .*\bthan\b"),
    ("missing", r"how (?:much|many) more |how much (?:is|does) .*(?:short|missing)"),
    ("change", r"\bchange\b"),
    ("left", r"\bleft\b|\bstill (?:have|has)\b|\bkeep\b|(?:take|bring|go|carry)s? home|\bremain|have over|\bhave (?:now|afterwards|in the end)\b|\bafterwards\b|\bunspent\b|\bstill got\b|\bend up with\b"),
    ("first", r"\b(?:before|at first|to begin with|to start with|originally|in the beginning|start with|at the start|beginning)\b|\b(?:did|does) (?:he|she|they|[a-z]+) (?:take|bring|carry) (?:to|into|along|with)\b"),
    ("spent", r"\b(?:spend|spent|pay|paid|altogether|in total|in all|total|bill|together|hand over)\b|cost (?:him|her|them) "),
    ("price", r"\b(?:cost|costs|price|is|was|were|are)\b"),
)  # fmt: skip
