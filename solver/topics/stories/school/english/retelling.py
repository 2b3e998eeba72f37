"""An English story in plainer words: what changes nothing is left out, what can be said more simply is said so.

For readers that did not read it as it stands. A phrase is left out only where none of its words is spoken of elsewhere, so that
nothing that is asked for goes with it; every other rule says the same in other words. Not done here: reading.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from solver.topics.stories.school.english.words import STRICT

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


def _dropped(
    pattern: str, *, guard: Callable[[str, str], bool] = _idle, capital: bool = False
) -> Callable[[str], str]:
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


_SIGNS: Final = {"dollar": "$", "euro": "€", "pound": "£"}
_WORTH: Final = {"one": 1, "two": 2, "five": 5, "ten": 10, "twenty": 20, "fifty": 50, "hundred": 100}


def _said(pattern: str, other: str | Callable[[re.Match[str]], str]) -> Callable[[str], str]:
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
        return f"{who} bought {match['x']} for {match['a']}{second}. {who} "

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
    names = list(
        dict.fromkeys(re.findall(rf"\b({_NAME}) (?:has|had|have|already|saved)\b", text[found.end() :]))
    )
    if len(names) != 2:
        return text
    return f"{names[0]} and {names[1]} want to buy{found['x']}{text[found.end() :]}"


_LET: Final = re.compile(
    r"(?:Let|Suppose(?: that)?) \$?(?P<p>[a-z])\$? (?:be|is|denote|represent|stands? for) the (?P<k>price|cost|number) (?P<l>in [a-z]+ )?of (?:an?|one|each)? ?(?P<x>[a-z' -]+?)(?:, in [a-z]+,?|,| in [a-z]+)? and (?:let )?\$?(?P<q>[a-z])\$? (?:be |is |denote |represent )?the (?P=k) (?:in [a-z]+ )?of (?:an?|one|each)? ?(?P<y>[a-z' -]+?)(?:,? (?:both )?in [a-z]+)?\. "
)
_ARE: Final = re.compile(
    r"(?:(?:Suppose|Assume)(?: that)? )?(?:[Aa]n?|[Oo]ne|[Ee]ach|[Tt]he) (?P<x>[a-z][a-z' -]+?) costs? [$£€]?\$?(?P<p>[a-z])\$?(?: (?:dollars|pounds|euros|cents|yuan))? and (?:an?|one|each|the) (?P<y>[a-z][a-z' -]+?) (?:costs? )?[$£€]?\$?(?P<q>[a-z])\$?(?: (?:dollars|pounds|euros|cents|yuan))?\. "
)
_FIND: Final = re.compile(r"(?:Find|Work out|Determine|Calculate|Solve for|What are)(?: the values? of)? \$?(?P<p>[a-z])\$? and(?: the value of)? \$?(?P<q>[a-z])\$?(?:[.?]|$)")  # fmt: skip


def _letters_for_prices(text: str) -> str:
    """x and y that are said to be two prices or two numbers of things: these themselves."""
    found = _LET.search(text) or _ARE.search(text)
    if found is None:
        return text
    rest = f"{text[: found.start()]}{text[found.end() :]}"
    x, y = found["x"], found["y"]
    if found.groupdict().get("k") == "number":
        asked = f"How many {x} and how many {y} are there?"
    else:
        asked = f"How much does one {x} cost, and how much does one {y} cost?"
    find = _FIND.search(rest)
    if find is None or (find["p"], find["q"]) != (found["p"], found["q"]) or found["p"] == found["q"]:
        return text
    made = f"{rest[: find.start()]}{asked}{rest[find.end() :]}"
    letters = {found["p"], found["q"]} - {"a"}  # "a" is an article elsewhere
    return text if any(re.search(rf"(?<![A-Za-z']){one}(?![A-Za-z'])", made) for one in letters) else made


def _each_of_two(text: str) -> str:
    """ "How many does each of them have?" of two who are named."""
    found = re.search(r"How many(?P<n> [a-z]+)? (?:does|do) (?:each|each of them|they each|each one)(?: of them)? have\?", text)  # fmt: skip
    if found is None:
        return text
    told = text[: found.start()]
    names = list(dict.fromkeys(re.findall(rf"(?<![.] )\b({_NAME})\b|^({_NAME})\b", told)))
    both = list(dict.fromkeys(a or b for a, b in names))
    nouns = list(dict.fromkeys(re.findall(r"(?:many|more|\d+) ([a-z]+s)\b", told)))
    if len(both) != 2 or len(nouns) != 1:
        return text
    one, other = both
    return f"{told}How many {nouns[0]} does {one} have and how many {nouns[0]} does {other} have?{text[found.end() :]}"  # fmt: skip


def _cheaper_of_two(text: str) -> str:
    """ "How much cheaper is it to go by bus?" where two prices were told."""
    asked = re.search(r"How much cheaper (?:is|was) (?:it to (?:go|travel|take|use)|the|an?)(?: by| the| an?)? ([a-z]+)(?: ticket)?\?", text)  # fmt: skip
    told = re.findall(rf"\b((?:[Aa]n?|[Tt]he) [a-z]+(?: [a-z]+)?) (?:costs?|is) {_MONEY}", text)
    if asked is None or len(told) != 2 or len(re.findall(_MONEY, text)) != 2:
        return text
    cheap = [t for t in told if asked[1] in t.split()]
    if len(cheap) != 1:
        return text
    other = next(t for t in told if t != cheap[0])
    return f"{text[: asked.start()]}How much more does {other.lower()} cost than {cheap[0].lower()}?"


_COIN: Final = r"(?:(?!them|of|all|and|only|are|in|either|some|the|or)[a-z]+ )?(?:pennies|nickels|dimes|quarters|half-dollars|coins|notes|bills|stamps|tokens|pieces|tickets)"
_PRICE: Final = (
    rf"\((?:worth |each worth |at )?({_MONEY}|\d+ ?(?:¢|c|p|cents?)|[£$]?0?\.\d\d)(?: each| apiece)?\)"
)


_SORT: Final = r"(penny|nickel|dime|quarter|half-dollar)"


def _values_in_brackets(text: str) -> str:
    """ "Nickels (5 cents) and dimes (10 cents)": what one is worth in a sentence of its own, all in one currency."""
    found = re.search(
        rf"\b(?P<x>{_COIN}) {_PRICE}(?P<j>,? and (?:(?:the )?(?:rest|others?)(?: are)? |some )?)(?P<y>{_COIN}) {_PRICE}(?P<tail>[^.]*\.)",
        text,
    )
    either = re.search(rf"(?:Each|Every) (?:coin|one)(?: of them)? is (?:either )?an? {_SORT} {_PRICE} or an? {_SORT} {_PRICE}\.", text)  # fmt: skip
    if either is not None:
        one, low, other, high = either.groups()
        at, kept, behind = either.start(), "", text[either.end() :]
    elif found is not None:
        x, y = found["x"], found["y"]
        one, other = (re.sub(r"ies$", "y", n).removesuffix("s") for n in (x, y))
        low, high = found[2], found[5]
        at, kept, behind = found.start(), f"{x} and {y}{found['tail']} ", text[found.end() :]
    else:
        return text
    x, y = (re.sub(r"y$", "ie", n) + "s" for n in (one, other))
    many = rf"(?:Find|Work out|Determine|What is|What are) (?:the )?numbers? of (?:each(?: (?:type|kind|sort))?(?: of)?(?: [a-z]+)?|{x} and (?:the )?(?:number of )?{y})[.?]"
    behind = re.sub(rf"{many}|How many (?:coins )?of each (?:[a-z]+ )?(?:of [a-z]+ )?(?:(?:does|do|did) [A-Za-z]+ have|are there)\?", f"How many {x} and how many {y} are there?", behind)  # fmt: skip
    behind = re.sub(rf"(?:Find|Work out|Determine|What is) the number of ({x}|{y})[.?]", r"How many \1 are there?", behind)  # fmt: skip
    behind = re.sub(r"\b(?:have|has) a total value of ", "are worth ", re.sub(r"(?:The|Their) total value (?:of the coins )?is ", "The coins are worth ", behind))  # fmt: skip
    return _one_currency(
        f"{text[:at]}{kept}Each {one} is worth {low} and each {other} is worth {high}.{behind}"
    )


def _one_currency(text: str) -> str:
    """Cents in dollars (pence in pounds) where both are told."""
    sign = next((s for s in "$£€" if s in text), "")
    if not sign:
        return text
    small = r"(?:¢|p\b|pence\b|pennies\b)" if sign == "£" else r"(?:¢|c\b|cents?\b)"
    return re.sub(rf"\b(\d+) ?{small}", lambda m: f"{sign}{int(m[1]) // 100}.{int(m[1]) % 100:02}", text)


_NUMBERED: Final = re.compile(r"\b(?:[Tt]he )?(?:[Nn]umber|[Nn]o\.?) (\d+) (bus|tram|train|ferry|coach)\b")


def _letters_for_lines(text: str) -> str:
    """ "The number 7 bus": the number is a name, so it counts nothing."""
    lines = list(dict.fromkeys(m[1] for m in _NUMBERED.finditer(text)))
    if not 2 <= len(lines) <= 4:
        return text
    return _NUMBERED.sub(lambda m: f"{m[2]} {'ABCD'[lines.index(m[1])]}", text)


_PLACE: Final = r"(?:At|In|On|Near|Outside|From|During|For) (?P<x>(?:(?:the|an?|his|her|their|one|this) )?(?:[A-Za-z][a-z'-]+ ){0,3}?[A-Za-z][a-z'-]+)"
_CLERK: Final = "(?:cashier|shopkeeper|shop assistant|assistant|seller|clerk|salesperson|saleswoman|salesman|waiter|waitress|vendor|baker|driver)"
_RULES: Final[tuple[Callable[[str], str], ...]] = (
    _dropped(rf"(?P<x>,? (?:who|which) (?:is|was) (?:now |only )?{_NUMBER} years? old,?(?= ))", guard=_no_age),
    _dropped(rf"(?P<x>, an? {_NUMBER}-year-old [a-z]+(?: from [A-Z][a-z]+)?,)", guard=_no_age),
    _dropped(rf"(?P<x>, aged {_NUMBER},)", guard=_no_age),
    _dropped(rf"(?P<x>\b{_NUMBER}-year-old )(?=[A-Z])", guard=_no_age),
    _dropped(r"(?P<x>(?:Counting|Adding) (?:them|the animals|everything)(?: all)?(?: up)?(?: together)?, )", guard=lambda *_: True, capital=True),
    _said(r"(?:(?<=^)|(?<=[.!?] ))One (?:day|morning|afternoon|evening|weekend),? ([a-zA-Z\d])", r"\1"),
    _values_in_brackets,
    _letters_for_lines,
    _said(r"\b(?:Find|Work out|Determine|What is) the number of each (?:type|kind|sort)(?: of [a-z]+)?[.?]", "How many of each are there?"),
    _said(r"\bHow many of each (?:[a-z]+|(?:kind|type|sort) of [a-z]+) (?:does|do|did) [A-Za-z]+ have\?", "How many of each are there?"),
    _said(r"(?:(?<=^)|(?<=[.!?,] )|(?<=while )|(?<=and )|(?<=whereas )|(?<=but ))(?:[Aa]n?|[Oo]ne|[Tt]he|[Aa]nother) (?:[a-z]+ )?(?:invoice|bill|order|receipt|delivery) (?:for|of) (?=\d)", ""),
    _said(r"\bHow much does the [a-z]+ charge (?:per|for (?:one|a|each)) (?:kilogram|kilo|kg) (?:for|of) ([a-z]+) and (?:for |of )?([a-z]+)\?", r"How much does one kg of \1 cost and how much does one kg of \2 cost?"),
    _letters_for_prices,
    _paying_first,
    _named_pair,
    _said(rf"\b(?:paid|pays) for (an?|the|one) ({_MONEY}) ({_NP}) with\b", r"bought a \3 for \2 and paid with"),
    _said(rf"\b(bought|buys|buy|buying|purchased|purchases) (an?|the|one) ({_MONEY}) (?!notes?\b|bills?\b)({_NP})(?=[.,?]| and | from | at | with )", r"\1 a \4 for \3"),
    _said(rf"\ban? ({_MONEY}) (?:discount )?(coupon|voucher|gift card)\b", r"a \2 for \1"),
    _said(rf"(?:(?<=^)|(?<=[.!?] ))([A-Z][^.,]*? half (?:the price of|as much as)) (an?|the|his|her) ([a-z ]+), which (costs|cost) ({_MONEY})\. ", lambda m: f"{_capital(m[2])} {m[3]} {m[4]} {m[5]}. {m[1]} {m[2]} {m[3]}. "),
    _said(r"\b(child|children|kid|student|pensioner|senior)(?:ren|s)? (?:pay|get in for|go for|go in for) half(?: the)? price\b", lambda m: f"{m[1].removesuffix('ren')} tickets cost half as much"),
    _said(r"\b(tickets?) (?:is|are) half(?: the)? price\b", r"\1 costs half as much"),
    _said(rf"\b(bought|buys) ({_NUMBER} [a-z]+(?: [a-z]+)?) with (an? {_MONEY} (?:note|bill))", r"\1 \2 and pays with \3"),
    _said(rf"(?:(?<=^)|(?<=[.!?] ))([A-Z][^.,]*? (?:as|than)) (his|her|the) ([a-z]+), who has ({_MONEY}|\d+ [a-z]+)\. ", lambda m: f"{_capital(m[2])} {m[3]} has {m[4]}. {m[1]} {m[2]} {m[3]}. "),
    _said(r"\b(do|did|will) the two (?:brothers|sisters|friends|children|girls|boys|cousins|of them) (have|pay|spend|need|own|get|save) ", r"\1 they \2 "),
    _said(rf"\b(?:(?:has|have) put aside|(?:has|have) set aside) ({_MONEY})(?: so far)?", r"has saved \1"),
    _said(r"\btreats (?:his|her|their|the|some) [a-z]+ to (?=\d)", "buys "),
    _said(rf"\b(?:gives|gave|hands|handed) (?:the|a) {_CLERK} (?:an? )?({_MONEY})(?: (?:note|bill))?", r"pays with a \1 note"),
    _said(rf"\b(?:takes|took|brings|brought|carries|carried) ({_MONEY})(?: with (?:him|her))? to (?:the|a) [a-z]+(?: [a-z]+)?(?=[.,])", r"has \1"),
    _said(rf"\bstill (had|has) ({_MONEY})(?: left)?(?: (?:in|on) (?:his|her|their) [a-z]+)?", r"\1 \2 left"),
    _said(r"\b(do|does|did|will|would) (he|she|they|[A-Z][a-z]+) (?:come|go|return) home with\b", r"\1 \2 have left"),
    _said(r"\b(?:Can|Could) you (?:work out|tell me|find(?: out)?|calculate|say) (?=how |what )", ""),
    _said(r"\b(?:Can you|Could you|By (?:setting up|writing|forming) (?:a pair of|two|a system of)?(?: simultaneous| linear)? ?equations,?|Using (?:simultaneous equations|algebra|two equations|a system of equations),?) (?=[a-z])", ""),
    _said(r"\b(?:Write|Form|Set up|Use) (?:a pair of |two |a system of )?(?:simultaneous |linear )?equations (?:and (?:solve (?:them|it) to |use (?:them|it) to )?|to )(?:find|work out|calculate) ", "Find "),
    _said(r"\b(?:What does|How much does) (?:1|one|a) (?:kg|kilogram|kilo|litre) of each(?: [a-z]+)? cost", "How much does each kind cost"),
    _said(r"(?:(?<=^)|(?<=[.!?] ))(?:Together|Altogether),? (an?|one|the) ([^.,$£€]+? and [^.,$£€]+? (?:cost|weigh)) ([^.,]*\d[^.,]*)(?=[.,])", r"A \2 \3 together"),
    _said(r"\bIt is ([\d.]+ (?:cm|m|km|mm)) longer than it is wide\b", r"Its length is \1 more than its width"),
    _said(r"\bIt is (twice|three times|four times|five times) as long as it is wide\b", r"Its length is \1 its width"),
    _said(r"\b(\d+) (five|ten|twenty|one|two|fifty|hundred)-(dollar|euro|pound) (?=bills?|notes?|coins?)", lambda m: f"{m[1]} {_SIGNS[m[3]]}{_WORTH[m[2]]} "),
    _said(r", which is (?:only |exactly )?(half|a third|a quarter|two thirds|three quarters) of (?:what|the price of|the cost of) (an?|the) ([a-z ]+?)(?: costs)?\. ", r". That is \1 of the price of \2 \3. "),
    _said(r"\bAfter ([a-z]+?)(?:ing) (\d+ [a-z]+),? (he|she) ", lambda m: f"{_capital(m[3])} {m[1]}ed {m[2]}. {_capital(m[3])} "),
    _said(rf"([A-Z][a-z]+(?: [a-z]+)?) are sold at (\d+) for ({_MONEY})", lambda m: f"{m[2]} {m[1].lower()} cost {m[3]}"),
    _said(r"\b([A-Z][a-z]+|He|She) paid for (?:his|her|a|the) ([a-z]+) and (?:went on|took|had|played|used) (\d+|one|two|three|four|five|six) ", r"\1 bought one \2 and \3 "),
    _said(r"\b(in|into|from) (his|her|the) (?:savings|bank|current) account\b", r"\1 \2 account"),
    _said(r"\b(withdrew|deposited) ([^.]*?\d) and (?:later|then|afterwards) (withdrew|deposited)\b", r"\1 \2 and \3"),
    _said(r"What is (his|her|the) (?:new |current |account )?balance(?: now)?\?", r"How much money is in \1 account now?"),
    _said(rf"\b([A-Z][a-z]+|He|She|he|she) (got|received) ({_MONEY}) from (his|her) ([a-z]+) and ({_MONEY}) from (his|her) ([a-z]+)\.", lambda m: f"{m[1]} got {m[3]} from {m[4]} {m[5]}. {_capital(m[7])} {m[8]} gave {'him' if m[7] == 'his' else 'her'} {m[6]}."),
    _said(r"(?:(?<=^)|(?<=[.!?] ))The ([a-z]+) and (\d+|two|three|four|five|six) ([a-z]+) (cost|costs|weigh|weighs|hold|holds) ", r"One \1 and \2 \3 \4 "),
    _each_of_two,
    _cheaper_of_two,
    _said(rf"^([A-Z][a-z]+)'s (?:mother|father|mum|mom|dad|grandma|grandpa|grandmother|grandfather|granny|grandad|aunt|uncle|parents) (?:gave|gives|give) (?:her|him) ({_MONEY})(?: (?:to spend|for (?:his|her) birthday))?\.", r"\1 got \2."),
    _dropped(rf"(?:(?<=^)|(?<=[.!?] )){_PLACE}, ", capital=True),
    _dropped(rf"(?:(?<=^)|(?<=[.!?] )){_PLACE} (?=(?:an?|the|each|every|one|\d+) )", capital=True),
    _dropped(r"(?<=[a-z])(?P<x> (?:for|as) (?:an?|the|his|her|their) (?:[a-z]+ )?(?:[a-z]+ of )?[a-z]+)(?=[.,;?])"),
)  # fmt: skip
