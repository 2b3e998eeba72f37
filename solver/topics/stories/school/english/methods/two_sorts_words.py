"""The phrases in which two sorts of things are told, as patterns for the tokens of a sentence; words that may change how many there are.

What is told with them is the business of `two_sorts`.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.english.marks import MONEY, NUMBER
from solver.topics.stories.school.english.words import STRICT

_VERBS: Final = (
    "are worth|is worth|worth|costs|costing|cost|priced at|weighing|weighs|weighed|weigh|holding|holds|held|hold|carries|carry|seats|seat|sleeps|sleep|"
    "have|has|had|were|was|are|is|pays|paid|pay|scores|scored|score|contains|contain|of|with|at|for|fit|fits|take|takes|took|earn|earns|earned|brings|bring|brought|charged|charge|"
    "count|counts|gives|give|which hold|that hold|which weigh|that weigh|which cost|that cost|sold for|sold at|for which he gets"
)
_V: Final = rf"(?:(?:that |which |who )?(?:{_VERBS}) )"
_STOP: Final = "|".join(
    map(re.escape, sorted(STRICT | set(_VERBS.replace("|", " ").split()) - {"seats", "seat"} | set("a an the in on there he she it they i we you his her its their to by from".split()), key=lambda word: (-len(word), word)))
)  # fmt: skip
W: Final = rf"(?:(?!(?:{_STOP}) )[a-zà-ÿ'-]+ )"
DET: Final = r"(?:(?:an?|the|each|every|one|his|her|their|its) )"
_NP: Final = rf"(?:{DET}?{W}{{1,3}}(?:ticket |tickets )?)"
_EACH: Final = rf"(?:(?:each|apiece|a piece|per {W}|for each|every time) )?"
_J: Final = r"(?:(?:,|and|while|but|whereas|\.) )+"


def _amount(name: str) -> str:
    return rf"(?P<{name}>{MONEY}|{NUMBER}) (?P<{name}u>(?:(?!(?:each|and|while|but) )[a-z²³]+ )?)"


_AT: Final = r"(?:on|at|during|in|for|by|as) "
_BY: Final = r"(?:an|a|per|each|every|for each|for an|for a) "
RATES: Final = re.compile(  # "$12 an hour on weekdays and $16 an hour at weekends", "part at 60 km/h and the rest at 80 km/h"
    rf"(?P<a>{MONEY}|{NUMBER}) (?P<au>[a-z]+ )?{_BY}(?P<per>[a-z]+ )(?:(?:{_AT})(?P<x>{W}{{1,2}}))?{_J}(?:(?P<z>the rest (?:of the [a-z]+ )?|the other part |the remaining [a-z]+ )?(?:at |with )?)?(?P<v>{_NP}(?:are |is |sell |sells |sold |cost |costs )?(?:at |for )?)?(?P<b>{MONEY}|{NUMBER}) (?P<bu>(?!an? |per |each |every |for )[a-z]+ )?(?:{_BY}(?P<pr>[a-z]+ )(?:{_AT}(?P<y>{W}{{1,2}}))?)?"
)
SELLS: Final = re.compile(
    rf"(?P<n>{_NP})(?:sell |sells |sold |cost |costs |are sold |is sold |are |is )(?:at |for )?$"
)
_MANY: Final = r"(?:some|part|several)"
FORMS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_MANY} (?:of (?:them |these |those |(?:the |his |her |its )?{W}{{1,2}}))?(?P<x>{W}{{0,3}}?)(?:ones )?{_V}?{_amount('a')}{_EACH}{_J}(?:(?:the|all the|all) )?(?:others |other (?:ones )?(?P<o>{W}{{0,2}}?)|rest |remaining (?:ones )?(?P<p>{W}{{0,2}}?))(?:of (?:them |the {W}))?(?:were |are )?(?P<y>{W}{{0,3}}?)(?:ones )?{_V}?{_amount('b')}{_EACH}",
        rf"(?<![a-z'-]){_amount('a')}for (?P<x>{_NP}){_J}{_amount('b')}for (?P<y>{_NP})",
        rf"\b(?:worth|of|for|at|costs|cost|weighs|weigh|weighed|holds|hold) (?P<x>)either {_amount('a')}{_EACH}or {_amount('b')}{_EACH}(?P<y>)",
        rf"(?<![a-z'-])(?:some )?(?P<x>{_NP})(?:ones )?{_V}{_amount('a')}{_EACH}{_J}(?:some )?(?P<y>{_NP})(?:ones )?{_V}?{_amount('b')}{_EACH}",
    )
)
VALUED: Final = re.compile(  # "5 kg boxes and 8 kg boxes", "$5 notes and $20 notes", "2 point and 5 point questions"
    rf"(?P<a>{MONEY}|{NUMBER}) (?P<au>[a-z]+ )?(?P<x>{W}{{0,1}})(?:and|or) (?P<b>{MONEY}|{NUMBER}) (?P<bu>[a-z]+ )?(?P<y>{W}{{1,2}})"
)
MIXED: Final = re.compile(
    rf"(?P<x>{DET}?{W}{{1,3}}?)(?:that costs |which costs |worth |costing |at |priced at )(?P<a>{MONEY}) (?:per|a|an|for a|for each) (?P<au>[a-z]+ )(?:with|and) (?P<y>(?:some )?{DET}?{W}{{1,3}}?)(?:that costs |which costs |worth |costing |at |priced at )(?P<b>{MONEY}) (?:per|a|an|for a|for each) (?P<bu>[a-z]+ )"
    rf"(?:(?:in order )?to|and|so that|,) (?:[a-z]+ )?(?:make|makes|making|get|gets|obtain|obtains|produce|produces|prepare|prepares) (?P<n>{NUMBER}) (?P<nu>[a-z]+ )(?:of )?{DET}?(?:{W}{{1,2}})?(?:that costs |which costs |worth |costing |at |priced at |to sell at |selling at )(?P<c>{MONEY}) (?:per|a|an|for a|for each) (?P<cu>[a-z]+ )"
)  # fmt: skip
HARMLESS: Final = frozenset("and while but then total altogether together all also when who which both each every one ones so because only what how many much some others other rest if same same-sized exactly between or most".split())  # fmt: skip
CHANGING: Final = frozenset(
    "more fewer less than times twice half left change discount tip off sold-out broken lost returned given gives gave wrong unanswered minus profit tax ratio average another extra first later three four "
    "deducted deducts loses loss fine bonus refund free increase per".split()
)  # fmt: skip
SIZED: Final = {"single": 1, "duplex": 2, "triple": 3, "twin": 2}  # "double" would be read as a number
ORDERED: Final = re.compile(r"\bhow many (?:(?:notes|coins|tickets|bills|stamps|boxes|bottles|rooms|animals|questions|items|[a-z]+) )?(?:of )?each\b|\bhow many (?:are there )?of each\b|\bthe number of each\b")  # fmt: skip
ANYTHING: Final = frozenset(
    "ticket item thing animal vehicle piece coin note bill stamp box bottle container customer visitor fruit toy drink meal plant flower tree parcel "
    "package bag card room table boat tent trip question problem task seat pack".split()
)
PEOPLE: Final = frozenset("person people child children pupil student guest passenger spectator visitor customer member".split())  # fmt: skip
