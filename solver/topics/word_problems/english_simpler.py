"""Say an English problem in plainer words, second part: slips of spelling, instructions about form, verbs of counting.

As in `english_restate`, every rewriting keeps the meaning whatever stands around it.
"""

from __future__ import annotations

import re
from functools import partial
from typing import Final

from solver.topics.word_problems.marking import ANY, MONEY, NUMBER, PART, Marked

_SLIPS: Final = {
    "recieve": "receive", "recieves": "receives", "recieved": "received", "recive": "receive", "alltogether": "altogether",
    "altogehter": "altogether", "altogther": "altogether", "togehter": "together", "togather": "together", "teh": "the",
    "hte": "the", "wich": "which", "whcih": "which", "chnage": "change", "mony": "money", "moeny": "money",
    "boght": "bought", "bougth": "bought", "bougt": "bought", "byus": "buys", "costed": "cost", "expencive": "expensive",
    "expansive": "expensive", "muhc": "much", "mutch": "much", "howmuch": "how much", "howmany": "how many", "meny": "many",
    "diffrence": "difference", "ratoi": "ratio", "totaly": "in total", "spended": "spent", "payed": "paid",
    "twise": "twice", "tiket": "ticket", "tikets": "tickets", "studens": "students", "chidren": "children",
    "childrens": "children", "peices": "pieces", "remaning": "remaining", "thier": "their", "whats": "what is",
    "anwser": "answer", "awnser": "answer", "quater": "quarter", "fourty": "forty", "ninty": "ninety",
}  # fmt: skip
_SLIP: Final = re.compile(rf"(?<![-'a-z])(?:{'|'.join(_SLIPS)})(?![-'a-z])")

_COIN: Final = "(?:pennies|penny|nickels?|dimes?|quarters?)"
_CENTS: Final = {"penn": 1, "nick": 5, "dime": 10, "quar": 25}
_WORTH: Final = re.compile(rf"({_COIN}) ?\((?:worth )?({MONEY}|{NUMBER}c)(?: each| coins?)?\)")
_COINS_ARE: Final = "(?:are |is )?(?:all |either |both |only )*(?:of |just |an? |in )?"
_WAS_SAID: Final = "(?:that|this|that amount|this amount|that much|that sum|this sum)"

_WHEN: Final = (
    "(?:in (?:one|a|a single|the same|an?) (?:day|week|month|year|weekend|morning|afternoon|evening|season)|"
    "during (?:one|a|a single|the|an?) (?:day|week|month|year|weekend|morning|afternoon|evening|season)|"
    "last (?:day|week|month|year|weekend|season)|this (?:week|month|year|season))"
)
SIMPLER: Final = [(re.compile(pattern), new) for pattern, new in [
    (r"\b(how (?:much|many)(?: change| money)?) dose (?=[a-z])", r"\1 does "),
    (r"\b(more|less|fewer|cheaper|older|younger|greater|larger|expensive) then (?=(?:the|an?|that|each|one) )", r"\1 than "),
    (rf"({MONEY}) (more|less) than {_WAS_SAID} on\b", r"\1 \2 on"),
    (rf"({NUMBER}) times (?:as much as )?{_WAS_SAID} on\b", r"\1 times as much on"),
    (rf"({PART}) (?:of )?(?:as much as )?{_WAS_SAID} on\b", r"\1 as much on"),
    (rf"\bfor ({PART}|{NUMBER} times) (?:of )?(?:that|the same) (?:price|amount|cost|much)(?=[.,;]| and )", r"for \1 as much"),
    (rf"\b(spent|spends|paid) ({MONEY}) on ([a-z]+)(?<!s)(?=,? and (?:{MONEY}|{NUMBER} times|{PART}) (?:more|less|as much) on )", r"\1 \2 on a \3"),
    (r"\ban? ([a-z]+) and (?:his|her) ([a-z]+) (?=have a (?:combined|total) age|are .* years old)", r"a \1 and a \2 "),
    (rf",? ({PART}) of (?:which|whom) (?=(?:are|is|were) )", r", \1 of them "),
    (r"\b(how many [a-z]+) (?:attended|visited|were present)(?: the [a-z]+)?(?= ?[?])", r"\1 are there"),
    (rf"\b(there (?:are|were) {NUMBER} (?:animals|vehicles|flowers|fruits|toys|coins) (?:in|on|at) (?:an?|the) [a-z]+), (?=[a-z]+(?:, [a-z]+)* and [a-z]+[.;])", r"\1: "),
    (rf"(?:^ ?|(?<=[.?!] ))out of (?=(?:the |a total of |all (?:the )?)?{NUMBER} )", "of "),
    (rf" {_WHEN}(?=:)", ""),
    (rf"\ban? (?:survey|poll) of ({NUMBER}) ([a-z]+) (?:showed|shows|found|finds|revealed|reveals)(?: that)? ", r"there are \1 \2, "),
    (rf",? ?:? ?some(?: of (?:them|which|these))?(?: are| were)? ({_COIN}) and (?:(?:the )?(?:rest|others)|some)(?: of (?:them|which))?(?: are| were)? ({_COIN})", r", \1 and \2"),
    (rf"( coins(?: in (?:an?|the|his|her|my) [a-z]+(?: [a-z]+)?)?),? (?:all|each|every one)(?: of (?:them|which))? {_COINS_ARE}(?={_COIN} )", r"\1, "),
    (rf"[.,;] (?:all|each|every one)(?: of (?:them|the coins|these))? {_COINS_ARE}({_COIN}) (?:or|and) (?:an? )?({_COIN})(?=[.,;])", r", \1 and \2"),
    (rf"\.? (?:they|the coins|these coins|each coin|every coin) (?:is|are) (?:all |either |only )*(?:an? )?({_COIN}) (?:or|and) (?:an? )?({_COIN})(?=[.,;])", r", \1 and \2"),
]]  # fmt: skip
# "After buying a pen for $2, how much money does Tom have left?", where nothing else was bought
_AFTER: Final = re.compile(
    r"(?:^ ?|(?<=[.?!] ))after (?:buying|purchasing) ([^.?!;]*?),? (how much(?: money)?) (does|did|will) ([a-z]+) have (left|remaining)"
)
_NO_MONEY: Final = re.compile(r"\b(are|were|is|was) for (?!sale\b)(?=[a-z])")

# "Give your answer in dollars."
_FORM: Final = re.compile(
    r"(?:(?<=[.?!] )|(?<=[.?!])|(?<=, ))\(?(?:please )?(?:(?:give|find|write|express|state|report|leave|provide|enter|put) )?(?:your |the |all |both )*(?:final )?"
    r"(?:answers?|results?)(?: (?:is|are|must be|should be))?(?: (?:given|expressed))? in (dollars|euros|yuan|pounds|cents|ml|kg|kilograms|grams|km/h)\)?(?: ?[.!]\)?|$)"
)

# Verbs with which things are counted: in "baked 300 items: rolls, buns and pies" the verb says no more than "has", as
# long as no other of these verbs is in the problem.
_FAMILIES: Final = [f"(?:{forms})" for forms in (
    "sells?|sold|selling", "bakes?|baked|baking", "plants?|planted|planting", "collects?|collected", "grows?|grew|grown",
    "carry|carries|carried", "welcomes?|welcomed", "receives?|received", "uses?|used", "stocks?|stocked",
    "displays?|displayed", "employs?|employed", "serves?|served", "ordered|orders", "prints?|printed", "picks?|picked",
    "harvests?|harvested", "records?|recorded", "counts?|counted", "delivers?|delivered", "repairs?|repaired",
    "produces?|produced", "makes?(?! up)|made(?! up)", "contains?|contained", "donates?|donated", "transports?|transported", "hosts?|hosted",
    "borrows?|borrowed", "lends?|lent", "gives?|gave|given", "loses?|lost", "eats?|ate|eaten", "returns?|returned",
    "throws?|threw|thrown", "buys?|bought", "adds?|added", "removes?|removed", "breaks?|broke|broken", "leaves?|left", "arrives?|arrived",
    "takes?|took|taken", "gets?|got", "finds?|found",
)]  # fmt: skip
_NEUTRAL: Final = 25  # so many of the families, from the first, change nothing that is counted
_DONE: Final = r"(?: (?:away|out|back|up|off))"


def simpler(marked: Marked) -> None:
    """Rewrite what has a plainer form."""
    marked.rewrite(_SLIP, lambda m: _SLIPS[m[0]])
    if not re.search(r"\b(?:buys?|bought|purchase[sd]?|orders?|ordered)\b", marked.text):
        marked.rewrite(_AFTER, lambda m: f"{m[4]} bought {m[1]}. {m[2]} {m[3]} {m[4]} have {m[5]}")
    marked.rewrite(_WORTH, partial(_known_worth, marked))
    for pattern, new in SIMPLER:
        marked.rewrite(pattern, partial(_expanded, new))
    if not re.search(MONEY, marked.text):
        marked.rewrite(_NO_MONEY, lambda m: f"{m[1]} ")
        _counting(marked)
    marked.rewrite(re.compile(rf"(?<=[a-z] )({NUMBER})(?= [a-z])"), partial(_one, marked))


def drop_form(marked: Marked, unit: str) -> None:
    """Without "Give the answer in dollars", where that is the unit anyway."""

    def known(match: re.Match[str]) -> str | None:
        said = match[1]
        if said in ("dollars", "euros", "yuan", "pounds", "cents"):
            return "" if said.rstrip("s") == unit else None
        asked = re.search(rf"\b(?:how many|in) {re.escape(said)}\b", match.string[: match.start()])
        return "" if asked else None

    marked.rewrite(_FORM, known)


def _expanded(template: str, match: re.Match[str]) -> str:
    return match.expand(template)


def _known_worth(marked: Marked, match: re.Match[str]) -> str | None:
    """Without "(10 cents)" behind "dimes", where that is what they are worth."""
    mark = marked.mark(match[2][0])
    cents = mark.value * (100 if mark.unit == "dollar" else 1)
    return match[1] if cents == _CENTS[match[1][:4]] and mark.unit in ("dollar", "cent", "") else None


def _one(marked: Marked, match: re.Match[str]) -> str | None:
    """ "The cost of 1 kg" is the cost of one kg, in a question."""
    sentence = re.split(r"[.?!;]\s", match.string[: match.start()])[-1].lstrip()
    asks = re.match(r"(?:(?:find|what|how)\b|[^.?!;]*, and how\b)", sentence)
    before = re.search(r"\b(?:of|for|do|does|is|and|cost) $", match.string[: match.start()])
    return "one" if asks and before and marked.mark(match[1]).value == 1 else None


def _counting(marked: Marked) -> None:
    """ "A bakery baked 300 items: …" has them, "how many buns were baked" asks how many there are."""
    told = [i for i, verb in enumerate(_FAMILIES) if re.search(rf"\b{verb}\b", marked.text)]
    if len(told) != 1 or told[0] >= _NEUTRAL:
        return
    verb = _FAMILIES[told[0]]
    whole = re.compile(
        rf"\b{verb} (?=(?:a total of )?{NUMBER} [^.?!:,]*(?:: |, (?:including|namely|which are|consisting) ))"
    )
    number = re.findall(rf"\b{verb}\b(?! in the ratio|[?.]) (?:[a-z]+ )?{ANY}", marked.text)
    if len(whole.findall(marked.text)) != 1 or len(number) != 1:
        return
    if re.search(rf"\b{verb}{_DONE}|\b(?:not|never|un){verb}\b|\bnot (?:been )?{verb}", marked.text):
        return
    marked.rewrite(whole, lambda m: "has ")
    marked.rewrite(re.compile(rf"\b(are|were|is|was) {verb}(?= in the ratio)"), lambda m: m[1])
    marked.rewrite(
        re.compile(rf"\b(how many [a-z ]+? (?:are|were|is|was)) {verb}(?=[?.,]| and how)"),
        lambda m: f"{m[1]} there",
    )
    marked.rewrite(
        re.compile(rf"\b(how many [a-z ]+? (?:did|does|do) [a-z ]+?) {verb}(?=[?.,]| and how)"),
        lambda m: f"{m[1]} have",
    )
