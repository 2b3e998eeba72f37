"""Say an English problem in plainer words before it is read: politeness, scenes and other ways to say the same fall away.

Every rewriting keeps the meaning whatever stands around it; numbers are never touched, positions in the source are kept.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import Final

from solver.topics.word_problems.english_simpler import drop_form, simpler
from solver.topics.word_problems.marking import ANY, MONEY, NUMBER, Marked

_THIS: Final = r"(?:this|the following|my|the|a|that|these|some|it)(?: (?:one|little|short|simple|word|maths?|home ?work|easy|hard|next|quick|following|problems?|questions?|exercises?|task|puzzle))*"
_POLITE: Final = "|".join([
    r"(?:hi|hello|hey|good (?:morning|afternoon|evening|day))(?: (?:there|everyone|all|teacher|tutor))?",
    r"dear (?:teacher|tutor|all)|excuse me|sorry",
    rf"(?:(?:can|could|would|will) (?:you|someone|anyone|anybody|somebody) )?(?:please |kindly )?(?:help|assist)(?: me)?(?: (?:out|please|understand|solve|do|answer))*(?: (?:with|on))?(?: {_THIS})?,?(?: please)?(?=[.?!:,;])",
    rf"(?:please |kindly )?(?:solve|answer|read|look at|consider) {_THIS}(?=[.?!:,;])",
    rf"(?:can|could|would|will) you (?:please )?(?:solve|answer|do) {_THIS}(?: for me)?,?(?: please)?(?=[.?!:,;])",
    rf"i(?: am|'m)? (?:really )?(?:need(?: some| your)? help|stuck|don't understand|do not understand|can't solve|cannot solve|have (?:a|one) (?:question|problem))(?: (?:with|on|about|for you))?(?: {_THIS})?(?=[.?!:,;])",
    rf"(?:here is|here's|this is) {_THIS}(?=[.?!:,;])",
    r"(?:word |maths? |home ?work )?(?:problem|question|exercise)(?=[:.])",
    r"(?:please|pls|plz)(?=[,:.!])",
]).replace("  ", " ")  # fmt: skip
_THANKS: Final = (
    r"(?:(?:many )?thanks|thank you|thx|cheers|please help(?: me)?|(?:please )?(?:show|explain)(?: me)? (?:your|the|all|every|each|all the) "
    r"(?:work|working|steps?|reasoning)(?: clearly)?)(?: (?:so much|very much|a lot|in advance|for your help|for helping|please))*"
)
_DAY: Final = (
    "(?:yesterday|today|(?:one|the other|that) day|this (?:morning|afternoon|evening)|recently|"
    "(?:on |last |this |one )(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend)(?: (?:morning|afternoon|evening))?)"
)
_SHOP: Final = "(?:shop|store|market|stall|bakery|cafe|café|supermarket|place|stand|counter|cinema|theat(?:er|re)|bookshop|bookstore|stationer's)"
_NAME: Final = r"(?!(?:and|if|where|when|with|also|given|that|the|of|while|but) )[a-z]+"
_START: Final = r"(?:^ ?|(?<=[.?!;:,] )|(?<= and )|(?<= then ))"
_R: Final = rf"{NUMBER}(?: ?(?::|to) ?{NUMBER})+"

_PLAIN: Final = [(re.compile(pattern), new) for pattern, new in [
    (rf"^\s*(?:(?:{_POLITE})[\s,.?!:;-]+)+", ""),
    (rf"(?<=[.?!])\s*{_THANKS}[\s.!?]*$", ""),
    (rf"{_START}(?:(?:please|kindly|now|so|then),? )?(?:(?:(?:can|could|would|will) (?:you|we)|do you know|i (?:want|would like|need) to know|i wonder|we need to) ?)?(?:please )?(?:tell me|help me|work out|find out|calculate|determine|compute|figure out|find|say|state)?(?: for me)? (?=how (?:much|many)\b|what (?:is|are|was|does)\b)", ""),
    (rf"{_START}(?:(?:please|kindly),? )?(?:(?:can|could|would|will) you (?:please )?|we need to |help me )?(?:calculate|determine|compute|work out|figure out|find out|give|state|find)(?: me)? (?=the |each |both |their |what |how )", "find "),
    (r"\bplease,? ", ""),
    (r",? please(?=[.?!])", ""),
    (r"\bwhat's\b", "what is"),
    (r"\bwhat (?:will|would) be\b", "what is"),
    (r"\b(?:apiece|a piece(?! of)|per (?:piece|item|unit))\b", "each"),
    (r"\bkilomet(?:er|re)s\b", "km"),
    (r"\bkilomet(?:er|re)s? per hour|\bkm per hour|\bkm an hour|\bkmph\b|\bkm/hr?\b|\bkph\b", "km/h"),
    (r"\bmiles (?:per|an) hour\b|\bmph\b", "mph"),
    (rf"(?<={NUMBER}) (?:hrs?|h)\b", " hours"),
    (rf"\b(?:exactly|only|just) (?={ANY}|one\b)", ""),
    (rf"\baltogether (?={ANY})", ""),
    (r" only(?=[.,;?])", ""),
    (r"\bhow much( more)? money (?=[^.?!;]*\bcosts?\b)", r"how much\1 "),
    (r"\b(and|or) ((?!other|remaining)[a-z]+) ones\b", r"\1 \2"),
    (rf"\ban? (?:grand |combined |overall )?total of (?={ANY})", ""),
    (rf"\ba sum of (?={MONEY})", ""),
    (rf",? ?(?:\b(?:at|in|from|to) the same {_SHOP}|\bat (?:the same|these|those|this) (?:prices?|rates?))(?= |[,.;?]|$),?", ""),
    (rf"(?:^ ?|(?<=[.;,:] )|(?<= and )|(?<= but )){_DAY},? ", ""),
    (rf",? {_DAY}(?=[.;,?]|$)", ""),
    (rf"\b({_NAME}(?: {_NAME})?) ?: ?({_NAME}(?: {_NAME})?) ?= ?({NUMBER} ?: ?{NUMBER})", r"the ratio of \1 to \2 is \3"),
    (r"\b([a-z]+)-to-([a-z]+) ratio\b", r"ratio of \1 to \2"),
    (rf"\bin an? ({_R}) (?:ratio|split|proportion)\b", r"in the ratio \1"),
    (rf"\b(?:in|into|at|by|according to) (?:an? |the )?(?:(?:ratio|proportion)s?(?: of)?) (?={NUMBER})", "in the ratio "),
]]  # fmt: skip

_CURRENCY_WORD: Final = {
    "dollars": "dollar",
    "pounds": "pound",
    "euros": "euro",
    "yuan": "yuan",
    "cents": "cent",
}
_HOW_MANY: Final = re.compile(rf"\bhow many (more )?({'|'.join(_CURRENCY_WORD)})( more| less)?\b")
_IN_UNIT: Final = re.compile(rf",? \(?in ({'|'.join(_CURRENCY_WORD)})\)?(?=[.?!;,]|$)")
_POUNDS: Final = re.compile(rf"({NUMBER}) pounds?\b(?! (?:of|per|each)\b)")


def restate(marked: Marked) -> None:
    """Rewrite what has a plainer form."""
    for pattern, new in _PLAIN:
        marked.rewrite(pattern, partial(_expanded, new))
    simpler(marked)
    _one_currency(marked)
    marked.rewrite(re.compile(r"(?<=\s)\s+|^\s+"), lambda m: "")


def _expanded(template: str, match: re.Match[str]) -> str:
    return match.expand(template)


def _one_currency(marked: Marked) -> None:
    """Cents beside dollars become dollars; "how many dollars" asks for money where dollars are the only currency."""
    units = {m.unit for m in marked.marks if m.kind == "m"}
    if units == {"dollar", "cent"}:
        marked.marks = [
            replace(m, value=m.value / 100, unit="dollar") if m.unit == "cent" else m for m in marked.marks
        ]
        units = {"dollar"}
    if units <= {"pound"} and (units or re.search(r"\b(?:cost|price|pay|paid|pays|costs)\b", marked.text)):
        marked.rewrite(_POUNDS, lambda m: marked.letter(replace(marked.mark(m[1]), kind="m", unit="pound")))
        units |= {m.unit for m in marked.marks if m.kind == "m"}

    def asks(match: re.Match[str]) -> str | None:
        if units != {_CURRENCY_WORD[match[2]]}:
            return None
        rest = re.split("[.?!;]", match.string[match.end() :])[0]
        what = "" if re.search(r"\bcosts?\b", rest) else " money"
        return f"how much{' more' if match[1] else match[3] or ''}{what}"

    drop_form(marked, next(iter(units)) if len(units) == 1 else "")
    marked.rewrite(_HOW_MANY, asks)
    marked.rewrite(_IN_UNIT, lambda m: "" if units == {_CURRENCY_WORD[m[1]]} else None)
