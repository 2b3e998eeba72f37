"""An English story in plainer words: what changes nothing is left out, what can be said more simply is said so.

For readers that did not read it as it stands. A phrase is left out only where none of its words is spoken of elsewhere, so that
nothing that is asked for goes with it; every other rule says the same in other words. Not done here: reading.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from solver.topics.stories.school.english.methods.patterns import STRICT

_MONEY: Final = r"(?:[$£€]\d+(?:\.\d\d?)?|\d+(?:\.\d\d?)? (?:dollars|pounds|euros|cents|yuan))"
_NUMBER: Final = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen)"
_NP: Final = r"(?:(?:an?|the|his|her|their|its|some|one) )?(?:[a-z][a-z'-]*)(?: (?!and |for |with |at |on |in |to |from )[a-z][a-z'-]*){0,4}"
_NAME: Final = r"(?:(?:Mr|Mrs|Ms|Dr|Miss|Uncle|Aunt)\.? )?[A-Z][a-z]+"
_AGE: Final = re.compile(r"\b(?:old|older|oldest|age|ages|aged|years?|young|younger|birthday|under|over)\b")
_TIME: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday morning afternoon evening night noon day days week weeks weekend month months year years "
    "hour hours minute minutes today yesterday tomorrow spring summer autumn fall winter january february march april may june july august september "
    "october november december end beginning start time class grade sale discount school-year season trip way game round test".split()
)
_FILLING: Final = frozenset("a an the his her their its this that one of in on at for to s as and".split())


def retold(source: str) -> Iterator[str]:
    """The story in plainer words, after each rule that changes it."""
    text = source.replace("’", "'").strip()
    for rule in _RULES:
        made = rule(text)
        if made != text:
            text = made
            yield text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _spoken_of(phrase: str, rest: str) -> bool:
    """Whether a word of the phrase comes again."""
    words = {w.rstrip("s") for w in re.findall("[a-z]+", phrase.lower()) if w not in _FILLING}
    return bool(words & {w.rstrip("s") for w in re.findall("[a-z]+", rest.lower())})


def _idle(phrase: str, rest: str) -> bool:
    words = re.findall("[a-z'-]+", phrase.lower())
    return not any(w in STRICT or w in _TIME for w in words) and not _spoken_of(phrase, rest)


def _dropped(pattern: str, *, guard: Callable[[str, str], bool] = _idle, capital: bool = False) -> Callable[[str], str]:
    """A rule that leaves out what the pattern finds, where the guard allows it."""
    found = re.compile(pattern)

    def rule(text: str) -> str:
        at = 0
        while (match := found.search(text, at)) is not None:
            rest = f"{text[: match.start()]} {text[match.end() :]}"
            if guard(match["x"], rest):
                behind = text[match.end() :]
                text = text[: match.start()] + (_capital(behind) if capital else behind)
                at = match.start()
            else:
                at = match.end()
        return text

    return rule


def _said(pattern: str, other: str) -> Callable[[str], str]:
    """A rule that says the same in other words."""
    found = re.compile(pattern)
    return lambda text: found.sub(other, text)


def _no_age(phrase: str, rest: str) -> bool:
    return not _AGE.search(rest)


def _paying_first(text: str) -> str:
    """ "After paying $5 for a cap and half as much for a tie, Tom had …": Tom bought them, then he had."""
    more = rf"(?:{_MONEY}|half as much|twice as much|twice that(?: amount)?|{_NUMBER} times as much)"
    found = re.compile(
        rf"After (?:paying|spending) (?P<a>{_MONEY}) (?:for|on) (?P<x>{_NP})(?:,? and (?P<b>{more}) (?:for|on) (?P<y>{_NP}))?, (?P<who>{_NAME}|he|she) "
    )

    def told(match: re.Match[str]) -> str:
        second = f" and {match['y']} for {match['b']}" if match["b"] else ""
        who = _capital(match["who"])
        return f"{who} bought {match['x']} for {match['a']}{second}. {who if who in ('He', 'She') else who} "

    return found.sub(told, text)


def _named_pair(text: str) -> str:
    """ "Two brothers want to buy a tent": those two whose names are told behind."""
    found = re.match(
        r"Two (?:brothers|sisters|friends|cousins|children|boys|girls|neighbours|neighbors|classmates|students|siblings) "
        r"(?:are saving(?: up)?(?: together)? for|want to buy|would like to buy|are going to buy|wish to buy)(?P<x> (?:an?|the|their|his|her) .*?[.,])",
        text,
    )
    if found is None:
        return text
    names = list(dict.fromkeys(re.findall(rf"\b({_NAME}) (?:has|had|have|already|saved)\b", text[found.end() :])))
    if len(names) != 2:
        return text
    return f"{names[0]} and {names[1]} want to buy{found['x']}{text[found.end() :]}"


_PLACE: Final = r"(?:At|In|On|Near|Outside|From|During|For) (?P<x>(?:(?:the|an?|his|her|their|one|this) )?(?:[A-Za-z][a-z'-]+ ){0,3}?[A-Za-z][a-z'-]+)"
_CLERK: Final = "(?:cashier|shopkeeper|shop assistant|assistant|seller|clerk|salesperson|saleswoman|salesman|waiter|waitress|vendor|baker|driver)"
_RULES: Final[tuple[Callable[[str], str], ...]] = (
    _dropped(rf"(?P<x>,? (?:who|which) (?:is|was) (?:now |only )?{_NUMBER} years? old,?(?= ))", guard=_no_age),
    _dropped(rf"(?P<x>, aged {_NUMBER},)", guard=_no_age),
    _dropped(rf"(?P<x>\b{_NUMBER}-year-old )(?=[A-Z])", guard=_no_age),
    _dropped(r"(?P<x>(?:Counting|Adding) (?:them|the animals|everything)(?: all)?(?: up)?(?: together)?, )", guard=lambda *_: True, capital=True),
    _paying_first,
    _named_pair,
    _said(rf"\b(?:paid|pays) for (an?|the|one) ({_MONEY}) ({_NP}) with\b", r"bought a \3 for \2 and paid with"),
    _said(rf"\b(bought|buys|buy|buying|purchased|purchases) (an?|the|one) ({_MONEY}) (?!notes?\b|bills?\b)({_NP})(?=[.,?]| and | from | at | with )", r"\1 a \4 for \3"),
    _said(rf"\b(?:(?:has|have) put aside|(?:has|have) set aside) ({_MONEY})(?: so far)?", r"has saved \1"),
    _said(r"\btreats (?:his|her|their|the|some) [a-z]+ to (?=\d)", "buys "),
    _said(rf"\b(?:gives|gave|hands|handed) (?:the|a) {_CLERK} (?:an? )?({_MONEY})(?: (?:note|bill))?", r"pays with a \1 note"),
    _said(rf"\b(?:takes|took|brings|brought|carries|carried) ({_MONEY})(?: with (?:him|her))? to (?:the|a) [a-z]+(?: [a-z]+)?(?=[.,])", r"has \1"),
    _said(rf"\bstill (had|has) ({_MONEY})(?: left)?(?: (?:in|on) (?:his|her|their) [a-z]+)?", r"\1 \2 left"),
    _said(r"\b(do|does|did|will|would) (he|she|they|[A-Z][a-z]+) (?:come|go|return) home with\b", r"\1 \2 have left"),
    _said(r"\b(?:Can|Could) you (?:work out|tell me|find(?: out)?|calculate|say) (?=how |what )", ""),
    _dropped(rf"(?:(?<=^)|(?<=[.!?] )){_PLACE}, ", capital=True),
    _dropped(rf"(?:(?<=^)|(?<=[.!?] )){_PLACE} (?=(?:an?|the|each|every|one|\d+) )", capital=True),
    _dropped(r"(?<=[a-z])(?P<x> (?:for|as) (?:an?|the|his|her|their) (?:[a-z]+ )?(?:[a-z]+ of )?[a-z]+)(?=[.,;?])"),
)  # fmt: skip
