r"""English as it is typed in a hurry, in full: `SHORT` are words for which others are meant, `in_full_english` puts in what was left out.

Not: mathematics (`hurried_maths`), spelling (`spelling`), what is said around a problem (`asides`, `chat`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from solver.reader.hurried_maths import maths_in_full

_NO_LETTER: Final = r"(?<!\bfirst)(?<!\bof)(?<!\bfor)(?<!\blet)(?<!\bfind)(?<!\bwhen)(?<!\bwhere)(?<!\bif)(?<!\bis)(?<!\bwith)(?<!\binteger)(?<!\bintegers)(?<!\bnumber)(?<!\bvalue)(?<!\bthe)(?<!\bevery)(?<!\bany)(?<!\ball)(?<!\band)(?<!\bto)(?<!\bsolve)"
_NO_LETTER_BEHIND: Final = r"(?!\s+(?:terms?|is|be|are|if|when|numbers?|sides?|such|for|and|so|that|th|times|people|points?|integers?|in|as)\b)"
SHORT: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), usual)
    for pattern, usual in (
        (r"(?<![\w/])w/o(?!\w)", "without"),
        (r"(?<![\w/])w/(?=\s|[a-z]{2})", "with "),
        (r"\bthats\b", "that is"),
        (r"\btheres\b", "there are"),
        (r"\bthere r\b", "there are"),
        (r"\bshes\b", "she is"),
        (r"\bhes\b", "he is"),
        (rf"(?<=[a-z\d]){_NO_LETTER}\s+n{_NO_LETTER_BEHIND}\s+(?=[a-z]{{3,}}|\$?\d|[a-z]\s*=|a\s+[a-z]{{3,}})", " and "),
        (r"(?<=[a-z%])(?<!radius)(?<!\bsin)(?<!\bcos)(?<!\btan)(?<!\bangle)(?<!\bof)(?<!\bis)(?<!\band)(?<!\bfor)\s+r\s+(?=[a-z]{3,})(?!and\b|for\b|of\b|with\b|when\b|is\b)", " are "),
        (r"\b(arith)(?:metic)?\s+(?:seq|progression|prog)\b", "arithmetic sequence"),
        (r"\barith\b", "arithmetic"),
        (r"\bgeom?(?=\s+(?:seq|series|progression|sequence))", "geometric"),
        (r"\bseqs?\b", "sequence"),
        (r"\beqn?s\b", "equations"),
        (r"\bcoeff\b", "coefficient"),
        (r"\bcoeffs\b", "coefficients"),
        (r"\bmatrixes\b", "matrices"),
        (r"\bpts\b", "points"),
        (r"\bcramers\b", "Cramer's"),
        (r"\babs(?:\.|olut)?\s+val(?:ue)?\b", "absolute value"),
        (r"\bexact\s+val\b", "exact value"),
        (r"\bprinciple\s+(?=value|argument)", "principal "),
        (r"(?<!\\)\barg(?=\s+(?:of|z)\b)", "argument"),
        (r"\bconj\b", "conjugate"),
        (r"(?<=\d)\s*deg(?:s|rees)?\b(?!\s*ree)", " degrees"),
        (r"\bbucks\b", "dollars"),
        (r"\bquid\b", "pounds"),
        *((rf"(?:^|(?<=[,.;]))(\s*)(?:on )?{short}\b(?=\s+(?:\d|[a-z]+\s+(?:\d|bought|got|paid|sold)))", rf"\1on {day}") for short, day in (("mon", "Monday"), ("tues?", "Tuesday"), ("weds?", "Wednesday"), ("thurs?", "Thursday"), ("fri", "Friday"), ("sat", "Saturday"))),
        (r"\ba buck\b", "1 dollar"),
        (r"\bsat\b(?=\s*[,.])", "Saturday"),
        (r"\b(of|all|add|multiply) em\b", r"\1 them"),
        (r"\bu (?=expand|multiply|get|have|need|take|add|solve|want|can|do)", "you "),
        (r"\bmins\b", "minutes"),
        (r"\bhrs\b", "hours"),
        (r"\b(more|less|fewer|cheaper|greater|smaller|dearer|heavier|longer|shorter|taller|older|younger) then\b", r"\1 than"),
        (r"\bhow\s+much(?=\s+[a-z]+\s+ones\b)", "how many"),
    )
)  # fmt: skip
_MONEY: Final = r"(?:[$£€]\s?\d+(?:\.\d+)?|\d+(?:\.\d+)?\s+(?:dollars|pounds|euros))"
_MARK: Final = {"dollars": "$", "pounds": "£", "euros": "€", "$": "$", "£": "£", "€": "€"}
_BARE: Final = re.compile(
    r"\b(for|costs?|paid|pays?|at|sells for) (\d+(?:\.\d+)?)(?=\s*(?:$|[,;?]|\.(?!\d)|and\b|each\b|more\b|less\b|cheaper\b|a piece|apiece|total\b|on\b))"
)


def _priced(match: re.Match[str]) -> str:
    return f"the {match[1]} cost ${match[2]}"


_ROWS: Final[tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...]] = (
    # what is asked
    (r"^(how (?:many|much) [^?.,]{3,60})\?\s+(?=\S)([^?]*?)[.?\s]*$", r"\2. \1?"),
    (r"(?:^|(?<=[.,;]))\s*(?:the\s+)?change\s*\?*\s*$", " how much change is there?"),
    (r"\bwhats\s+left\b", "how much is left"),
    (r"(?:^|(?<=[.,;?]))\s*(?:money |cash )?left\s*\?+\s*$", " how much money is left?"),
    (r"\b(?:whats|what is|what's|what has) (he|she|they|i|we|[a-z]+) (?:got )?left\b", lambda m: f"how much {'do' if m[1].lower() in ('i', 'they', 'we') else 'does'} {m[1]} have left"),
    (r"\bhow much (?:do|will|does|should) (i|he|she|they|we) get back\b", lambda m: f"how much change {'do' if m[1].lower() in ('i', 'they', 'we') else 'does'} {m[1]} get"),
    (r"(?:^|(?<=[.,;?]))\s*(?:price |cost )?each\s*\?+\s*$", " find the price of each"),
    (r"(?<=[\w%])([.,;] *)(?!change|left|each|money|total)([a-z]{3,}s)\s*\?+\s*$", r"\1how many \2?"),
    (r"(?<=[a-z\d%)])(?<!\bfind)(?<!\bknow)(?<!\bout)(?<!\bcalculate)(?<!\bdetermine)(?<!\band)(?<!\bor)(?<!\bof)(?<!\bsee)(?<!\bme)(?<!\bso)(?<!\bon)(?<!\bthen)(?<!\bguess)(?<!\bexactly)(?<!\bby)(?<!\bfor)(?<!\bafter)(?<!\bin)(?<!\binto)(?<!\bat)(?<!\bto)(?<!\bfrom)(?<!\bwith)(?<!\bbefore)(?<!\bshow)(?<!\btell)(?<!\bask)(?<!\bdecide)\s+(?=how (?:many|much|far|long|old)\b)", ". "),
    (r"(?<=\d)( dollars| euros| pounds)?,? (?:the )?(?:price|cost) of each\b", r"\1. Find the price of each"),
    (r"(?:^|(?<=[.,;]))\s*(?:the )?price of (?=(?:an?|1|one|each|the)\b)", " find the price of "),
    (r"\b(?<!find )(?:the )?([a-z]+) price and (?:the )?([a-z]+) price\b", r"find the price of one \1 and the price of one \2"),
    (r"(?:^|(?<=[.,;]))\s*(?:whats|what's) (?=[a-z])", " what is "),
    (r"\b([a-z]+) price\?\s*([a-z]+) price\?", r"find the price of one \1 and the price of one \2"),
    (r"^(?:there are )?([a-z]+s) and ([a-z]+s),? (?:with |have )?(?:a total of )?(\d+) heads,? (?:and )?(\d+) (legs|feet)\b", r"there are \1 and \2 with \3 heads and \4 \5"),
    (r"\bthen ([a-z](?:\s*[-+*]\s*[a-z])+) is what\b", r"find \1"),
    (r"(\bhow many \d)s\b", r"\1"),
    (r"\bfind number of\b", "find the number of"),
    # money
    (r"\b(half|twice|double|a third|a quarter) of that\b(?=\s*(?:[,.;?]|$))", r"\1 as much"),
    (r"\b(pa(?:id|ys?)) with an? (\d+)\b(?! (?:dollar|pound|euro|note|bill))", r"\1 with $\2"),
    (rf"\b(\d+ [a-z]+(?: of [a-z]+)?),? (?:and )?(\d+ [a-z]+(?: of [a-z]+)?)\s*=\s*({_MONEY})", r"\1 and \2 cost \3"),
    (rf"\b(bought|bought only) ([^.,;]*\d[^.,;]*), ({_MONEY})(?=\s*[.;,])", r"\1 \2 for \3"),
    (rf"\bi got (?={_MONEY})", "i have "),
    (rf"^(i|[a-z]+) (had|has|have) ({_MONEY})[,.]? (bought|buys|spent|spends|got)\b", r"\1 \2 \3. \1 \4"),
    (r"\b([a-z]+) paid with (an? [^,.]*), (?=got|bought)(?:got|bought)\b", r"\1 paid with \2. \1 bought"),
    (rf"(?:^|(?<=[.;,]))\s*(?!\d)([a-z]+s) ({_MONEY})(?=\s*[,.])", r" the \1 cost \2"),
    (r"\bcosts? half (?:of )?what (the [a-z]+) costs?", r"costs half as much as \1"),
    (r"\b([a-z]+s) (\d+(?:\.\d+)?)(?=,)(?=.*\b(?:costs?|buys|bought)\b)", _priced),
    (r"^(tickets) (?=\d)", ""),
    # shares and ratios
    (r"^(?:an? )?(?!out\b|each\b|some\b|all\b|one\b|most\b|total\b|sum\b)([a-z]+) of (\d+ [a-z]+),?\.? (?=\d+(?:%|/\d))", r"A \1 has \2. "),
    (r"\b([a-z]+ to [a-z]+ (?:is|=|are)) (\d+) to (\d+)\b", r"\1 \2:\3"),
    (r"(?<![a-z] of )(?<!:)(?<!: )\b([a-z]+)\s*:\s*([a-z]+)\s*(?:=|is|are)\s*(\d+)\s*:\s*(\d+)(?!\s*:)", r"the ratio of \1 to \2 is \3:\4"),
    (r"(?<!of )(?<!of the )(?<!to )\b([a-z]{3,}) to ([a-z]{3,}) is (\d+\s*:\s*\d+)(?!\s*:)", r"the ratio of \1 to \2 is \3"),
    (r"(\d+(?:%|/\d+)) (?!of\b|are\b|is\b|were\b|walk|take|go\b|swim|play|off\b|more\b|less\b)([a-z]+)(?=,? (?:the )?(?:rest|others)\b)", r"\1 are \2,"),
    (r"\b((?:the )?(?:rest|others)) (?=[a-z]+ (?:and|or) [a-z]+)(?!are|is|was|were|of|take|go\b|in\b|at\b|play)", r"\1 are "),
    (r"\b((?:the )?rest) was (?=[a-z]+ and )", r"\1 were "),
    (r"(\d+%|\d+/\d+) (swim|walk|cycle|dance|read|sing|play)\b", r"\1 \2"),
    # lists
    (r"\b(?!keeps|sells|buys|gets|makes|bakes|costs|needs|uses|gives|takes|grows|plants|has|does|this|his|pays|brings|collects|orders|eats|packs|contains|holds|includes)([a-z]{3,}s) ([a-z]{3,}s) and ([a-z]{3,}s)\b", r"\1, \2 and \3"),
    (r"\b(\d+ [a-z]{3,}s),? (?!that\b|and\b|are\b|were\b|of\b)([a-z]{3,}),? (?!and\b|or\b)([a-z]{3,}) and ([a-z]{3,})(?=\s*[.,;].*\b\2\b)(?=.*\b\3\b)(?=[^a-z].*\b\4\b)", r"\1, \2, \3 and \4"),
    # what changes nothing
    (r"(?:[,.;]?\s*\b(?:need (?:it|this) (?:fast|quick(?:ly)?|now|asap)|(?:pls|please|plz) hurry|hurry|quick(?:ly)?|fast|asap|help(?: me)?(?: pls| please)?|pls|plz|please|thx|ty|thanks?|idk|exact(?:ly)?(?: (?:answer|value))?(?: pls| please)?|no decimals?|no e notation|no (?:calc|calculator)|all (?:the )?digits|(?:my |the )?(?:calc|calculator|phone)(?: just| only| keeps?)? (?:rounds?|rounding|roundng|gives|shows|says|can'?t|wont|overflow\w*|goes)[^.?!]*|(?:full|whole) (?:answer|number)|not \d[\d.]*e\+?\d+|(?:elimination|substitution|matrices|any method) (?:is|are) (?:fine|ok)|(?:not|no|without) (?:sci|scientific|e) notation|\(?fractions? ok\)?|a\+bi form|and it just got worse|binomial thing|same (?:shop )?(?:same )?prices?|work it out))+[\s.!]*(\?*)\s*$", r"\1"),
    (r",\s*(?:same shop )?same prices?\b(?=\s*[,.])", ""),
    (r"^(?:[a-z]+ thing),\s*(?=need|find|what)", ""),
    (r"\b(?:i )?need (?=(?:the|both|all|exact) |[a-z](?:, [a-z])+|[a-z] and [a-z]\b)", "find "),
    (r"^(?:help|pls help|plz|pls|ok so|ok|so|um|hey|hi)[,:]?\s+", ""),
    (r"\?\?+", "?"),
    (r"\s+([.,?])", r"\1"),
)  # fmt: skip
_COMPILED: Final = tuple((re.compile(pattern, re.IGNORECASE), usual) for pattern, usual in _ROWS)


def in_full_english(text: str) -> str:
    """A text with what was left out.

    >>> in_full_english("how many cats? a farm has 50 animals, cats to dogs is 2:3")
    'a farm has 50 animals, the ratio of cats to dogs is 2:3. how many cats?'
    >>> in_full_english("sam has 85 dollars, he buys a cap for 18 and a bag that costs 23 more than the cap. how much is left")
    'sam has 85 dollars, he buys a cap for $18 and a bag that costs $23 more than the cap. how much is left'
    """
    text = _bought_together(_with_ones(_with_signs(maths_in_full(text))))
    for pattern, usual in _COMPILED:
        text = pattern.sub(usual, text)
    return re.sub(r"[^\S\n]{2,}", " ", text).strip()


def _with_signs(text: str) -> str:
    """Prices without a sign, where the text speaks of one currency."""
    spoken = {_MARK[sign] for sign in re.findall(r"dollars|pounds|euros|[$£€]", text.lower())}
    if len(spoken) != 1 or re.search(r"\\|\$[^$]*[a-z^][^$]*\$", text):
        return text
    sign = spoken.pop()
    return _BARE.sub(lambda m: f"{m[1]} {sign}{m[2]}", text)


_THING: Final = r"(?!and\b|plus\b|cost|for\b|is\b|are\b|dollars\b|pounds\b|euros\b|heads?\b|legs?\b|wheels?\b|times\b)[a-z]{2,}"
_BUNDLE: Final = re.compile(
    rf"(?<![\d.])(\d+) ({_THING}(?: {_THING})?)(?: and|,| \+| plus)? (\d+) ({_THING}(?: {_THING})?),?"
    rf"(?: (?:cost|costs|for|is|are|were|came to|together cost))?(?: =|=|:)? ?[$£€]?(\d+(?:\.\d+)?)(?: (dollars|pounds|euros))?(?=\s*(?:[,;?]|\.(?!\d)|$|and \d|(?:how|find|what|price)\b))",
    re.IGNORECASE,
)


def _bought_together(text: str) -> str:
    """What two kinds of things cost together, told twice: "3 mugs + 2 bowls = 21, 1 mug + 4 bowls = 17"."""
    found = list(_BUNDLE.finditer(text))
    kinds = {tuple(_one(m[k]) for k in (2, 4)) for m in found}
    if len(found) != 2 or len(kinds) != 1 or len(set(kinds.pop())) != 2:
        return text
    sign = next((_MARK[m] for m in re.findall(r"[$£€]|dollars|pounds|euros", text.lower())), "$")
    return _BUNDLE.sub(lambda m: f"{m[1]} {m[2]} and {m[3]} {m[4]} cost {sign}{m[5]}", text)


def _one(name: str) -> str:
    """A name in the singular, roughly: it is only compared."""
    return (
        re.sub(r"(?:ies|y)$", "i", name.lower()) if name.endswith(("ies", "y")) else re.sub("e?s$", "", name)
    )


_SOLD: Final = re.compile(
    r"\b(?:tickets?|cost|price|sold|sells?|paid|bought|spent|dollars|pounds|euros|[$£€])", re.IGNORECASE
)
_UNIT_PRICE: Final = re.compile(
    r"(?:^|(?<=[,.;:] )|(?<=each )|(?<=and ))((?:[a-z]+ )?[a-z]+s) (?:at |are |for )?([$£€]?\d+(?:\.\d+)?)(?: (?:each|apiece)|(?= (?:and )?[a-z]+ [a-z]+s (?:are )?[$£€]?\d+ each))",
    re.IGNORECASE,
)


def _with_ones(text: str) -> str:
    """ "90 tickets, adult ones 12 each kid ones 7 each": ones of the only thing that is counted, and their prices."""
    things = re.findall(r"\b\d+ ([a-z]+s)\b", text)
    if len(set(things)) == 1:
        text = re.sub(
            r"\b(?!small|big|large|red|blue|green|the|other|those|these)([a-z]{3,}) ones\b",
            rf"\1 {things[0]}",
            text,
        )
    if _SOLD.search(text):
        text = _UNIT_PRICE.sub(r"\1 cost \2 each", text)
        text = re.sub(r"( cost [$£€]?\d+(?:\.\d+)? each)(?= (?!and\b)[a-z]+ )", r"\1 and", text)
    return text
