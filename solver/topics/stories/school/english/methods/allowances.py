"""Money that is set for a purpose: a budget from which costs are paid, or savings for a thing, some amounts told by others.

"The paint costs half as much as the costumes"; "Nora has saved $40 less than twice what Leo has". Asked: what is left of the budget,
what is still needed. Every clause is of a known form, and every amount is compared with one that was told before. Not read: prices of
one of several things, shares of people in what is missing, anything by the week.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from solver.topics.base import Text
from solver.topics.stories.school.task import Exercise
from solver.topics.stories.school.working import Term, Unfit, Working, num

_M: Final = r"(?:[$£€]\d[\d,]*(?:\.\d\d?)?|\d[\d,]*(?:\.\d\d?)? (?:dollars|pounds|euros|yuan))"
_NAME: Final = r"(?:(?:Mr|Mrs|Ms|Dr|Miss|Uncle|Aunt) )?[A-Z][a-z]+"
_BAR: Final = r"(?!(?:each|every|per|both|all|other|another|more|less|than|half|twice|and|or|one|of them|it|they|first|second|rest|ago|already|not|only|if|unless|except|a pair|dozen|some) )"
_NP: Final = rf"(?:(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ss]ome|[Ii]ts|[Nn]ew) )?(?:[A-Z]?[a-z][a-z'-]* ?)(?:{_BAR}[a-z][a-z'-]* ?){{0,4}}?"
_FOR: Final = rf"(?: (?:for|on|to spend on) (?P<for>{_NP}))?"
_TIMES: Final = {
    "half": Fraction(1, 2), "a third": Fraction(1, 3), "one third": Fraction(1, 3), "a quarter": Fraction(1, 4), "one quarter": Fraction(1, 4),
    "a fifth": Fraction(1, 5), "two thirds": Fraction(2, 3), "three quarters": Fraction(3, 4), "two fifths": Fraction(2, 5),
    "twice": Fraction(2), "three times": Fraction(3), "four times": Fraction(4), "five times": Fraction(5), "double": Fraction(2), "triple": Fraction(3),
}  # fmt: skip
_K: Final = "|".join(_TIMES)
_DOES: Final = (
    r"(?: (?:has|had|have|has saved|have saved|saved|does|did|do|costs?|came to|comes to|come to))?"
)
_LIKE: Final = rf"(?P<k>{_K})(?: as much(?: money)? as| of| what| the (?:amount|price|cost) of| the amount(?: that)?| the price of)+ (?P<r>[A-Za-z][A-Za-z' -]*?){_DOES}"
_EXPRESSION: Final = (
    re.compile(rf"(?P<m>{_M})"),
    re.compile(_LIKE),
    re.compile(rf"(?P<k>{_K}) as much"),
    re.compile(rf"(?P<m>{_M}) (?P<s>more|less) than {_LIKE}"),
    re.compile(rf"(?P<m>{_M}) (?P<s>more|less) than (?!what )(?P<r>[A-Za-z][A-Za-z' -]*?){_DOES}"),
)
_PEOPLE: Final = (
    rf"(?P<who>{_NAME}(?: and {_NAME}| and (?:his|her) [a-z]+)?|Two [a-z]+, {_NAME} and {_NAME},)"
)
_GOAL: Final = (
    re.compile(
        rf"{_PEOPLE} (?:is|are) (?:both )?saving(?: up)?(?: together| money)? (?:for|to buy|to get) (?P<x>{_NP})(?:,? (?:that|which) costs|,? costing|,? priced at|,? worth) (?P<m>{_M})"
    ),
    re.compile(
        rf"{_PEOPLE} (?:(?:is|are) (?:both )?saving(?: up)?(?: together| money)? (?:for|to buy|to get)|(?:wants?|would like) to (?:buy|get)) an? (?P<m>[$£€]\d[\d,]*(?:\.\d\d)?) (?P<x>{_NP})"
    ),
    re.compile(
        rf"{_PEOPLE} (?:wants?|plans?|hopes?|would like|(?:is|are) saving(?: up)?) to (?:buy|get) (?P<x>{_NP})(?: together)?(?:,? (?:that|which) costs|,? costing|,? priced at| for) (?P<m>{_M})"
    ),
)
_BUDGET: Final = (
    re.compile(rf"(?P<who>[A-Z][A-Za-z' ]*?) (?:has|have|had|sets?|(?:has|have) set|was given|were given|is given|(?:is|are) working with) (?:himself |herself |themselves )?an? (?:weekly |monthly |total )?budget of (?P<m>{_M}){_FOR}"),
    re.compile(rf"(?P<who>(?:The|A|An|His|Her|Their)? ?[A-Za-z' ]*?) ?budget(?: for (?P<for>{_NP}))? (?:is|was) (?P<m>{_M})"),
    re.compile(rf"(?P<who>{_NAME}|[Tt]he [a-z ]+?) (?:sets?|(?:has|have) set|puts?|(?:has|have) put) aside (?P<m>{_M}) (?:for|to spend on) (?P<for>{_NP})"),
    re.compile(rf"(?P<who>{_NAME}|[Tt]he [a-z ]+?|An? [a-z ]+?) (?:has|have|had) (?P<m>{_M}) (?:to spend on|to spend for|to pay for) (?P<for>{_NP})"),
)  # fmt: skip
_COST: Final = re.compile(
    rf"(?P<x>{_NP}) (?:will cost|costs?|comes? to|came to|costed|totals?) (?:a total of )?(?P<e>.+)"
)
_SPENT: Final = re.compile(rf"(?:(?P<who>{_NAME}|[Hh]e|[Ss]he|[Tt]hey|[Tt]he [a-z]+) (?:then )?(?:spends?|spent|pays|paid) )?(?P<e>{_M}|.+?) (?:on|for) (?P<x>{_NP})(?P<as> as (?:on|for) (?P<r>{_NP}))?")  # fmt: skip
_SAVED: Final = re.compile(
    rf"(?:[Ss]o far,? )?(?P<x>{_NAME}|[Hh]e|[Ss]he) (?:has |had |have )?(?:already |so far )?(?:has |had |saved |put aside )(?:up )?(?P<e>.+?)(?: so far| already| saved)?"
)
_GIVEN: Final = re.compile(rf"(?:[Hh]is|[Hh]er) (?P<g>[a-z]+) (?:gives|gave|has given) (?:him|her) (?:another )?(?P<m>{_M})(?: more)?(?: for (?:his|her) birthday)?")  # fmt: skip
_LEFT: Final = re.compile(
    r"How much (?:money )?(?:of (?:the|his|her|their|its|this) (?:[a-z]+ )?(?:budget|money|(?P<m>[$£€]\d[\d,.]*\d?)) )?(?:(?:is|was|will be|would be|are) (?:still )?(?:left|left over|remaining|unspent)|remains|remained|(?:do|does|will|did) (?P<who>[A-Za-z ]+?) have left(?: over)?)(?: (?:in|of|from) (?:the|his|her|their) budget)?(?: (?:for|to spend on|to buy) (?P<x>[a-z ]+))?"
)
_NEED: Final = re.compile(
    rf"How (?:much more|many more (?:dollars|pounds|euros|yuan)|much more money|much money|much)(?: money)? (?:do|does|must|will|should|have) (?P<who>they|he|she|{_NAME}(?: and {_NAME})?)(?: (?P<both>together|between them))? (?P<v>still |have to |still have to )?(?:need|save)(?: to (?:save|buy|get|have|afford)(?: up)?)?(?: (?:the|it|this|that|an?)(?: [a-z ]+?)?)?(?: (?P<all>between them|altogether|in total|in all|together|to buy it|for it))?"
)


class _NotYet(Unfit):
    """An amount is compared with one that was not told before; it may be told later."""


@dataclass
class _Told:
    """The amounts by the names of what they are of, in the order of telling."""

    work: Working
    currency: str
    amounts: dict[str, Term] = field(default_factory=dict)

    def amount(self, said: str) -> Term:
        """An amount told by itself, or by one that was told before."""
        found = next((m for form in _EXPRESSION if (m := form.fullmatch(said.strip())) is not None), None)
        if found is None:
            raise Unfit
        group = found.groupdict()
        money = num(_value(group["m"], self.currency)) if group.get("m") else None
        if not group.get("r") and not group.get("k"):
            assert money is not None
            return money
        base = self.referred(group.get("r"))
        if group.get("k"):
            factor = _TIMES[group["k"]]
            base = self.work.step(f"{group['k']} of that" if factor < 1 else f"{group['k']} that amount", base * num(factor), self.currency)  # fmt: skip
        if money is not None:
            made = base + money if group["s"] == "more" else base - money
            base = self.work.step(f"{group['s']} by the difference that is told", made, self.currency)
        return base

    def referred(self, said: str | None) -> Term:
        if said is None:
            if len(self.amounts) != 1:
                raise Unfit
            return next(iter(self.amounts.values()))
        name = _name(said)
        if name not in self.amounts:
            raise _NotYet
        return self.amounts[name]

    def tell(self, said: str, term: Term) -> None:
        name = _name(said)
        if name in self.amounts or term.value <= 0 or not name:
            raise Unfit
        self.amounts[name] = term

    def tell_all(self, named: list[tuple[str, str]]) -> None:
        """All amounts; one that is compared with a later one after that."""
        while named:
            later: list[tuple[str, str]] = []
            for name, said in named:
                try:
                    self.tell(name, self.amount(said))
                except _NotYet:
                    later.append((name, said))
            if len(later) == len(named):
                raise Unfit
            named = later

    def sum(self, says: str) -> Term:
        parts = list(self.amounts.values())
        total = parts[0]
        for part in parts[1:]:
            total = total + part
        return self.work.step(says, total, self.currency) if len(parts) > 1 else total


def read(text: Text) -> Exercise | None:
    """The problem, when every clause of it is of a known form."""
    source = re.sub(r"\\([$%])", r"\1", text.source.replace("’", "'")).strip()
    source = re.sub(r"\b(Mr|Mrs|Ms|Dr)\.", r"\1", source)
    if len(source) > 700 or re.search(r"\b(?:each|every|per|weeks?|days?|months?|years?|kg|tickets?)\b", re.sub(r"a (?:weekly|monthly)", "", source)):  # fmt: skip
        return None
    *told, asked = [s.strip() for s in re.split(r"(?<=[.?!])\s+", source)]
    if not told or not asked.endswith("?") or any(not s.endswith(".") for s in told):
        return None
    signs = set(re.findall(r"[$£€]|dollars|pounds|euros|yuan", source))
    currencies = {_SIGNS.get(s, s) for s in signs}
    if len(currencies) != 1:
        return None
    currency, sentences = currencies.pop(), [s[:-1] for s in told]
    return Exercise.worked("en", lambda work: _solve(sentences, asked[:-1], _Told(work, currency)))


_SIGNS: Final = {"$": "dollars", "£": "pounds", "€": "euros"}


def _value(said: str, currency: str) -> Fraction:
    digits = re.sub(r"[^\d.]", "", said)
    if len(digits) > 12:
        raise Unfit
    return Fraction(digits)


def _name(said: str) -> str:
    """What is compared by: the words without an article."""
    plain = re.sub(r"^(?:an?|the|his|her|their|its|some) ", "", said.strip().lower())
    return re.sub(r" (?:does|did|do|has|have|costs?)$", "", plain)


def _clauses(sentence: str) -> Iterator[str]:
    for part in re.split(rf",? (?:and|while|but|whereas) (?=(?:[a-zA-Z' -]+? )(?:costs?|comes? to|came to|has|had|saved|gave|gives|spends|spent|pays|paid) )|,? and (?=(?:{_M}|(?:{_K}) as much) (?:on|for) )|, and (?=[^,]*? (?:on|for) )|, ", sentence):  # fmt: skip
        if part:
            yield part.strip()


def _solve(sentences: list[str], asked: str, told: _Told) -> None:
    first, *rest = sentences
    for goal in _GOAL:
        found = goal.fullmatch(first)
        if found is not None:
            _saving(found, rest, asked, told)
            return
    for budget in _BUDGET:
        found = budget.fullmatch(first)
        if found is not None:
            _spending(found, rest, asked, told)
            return
    raise Unfit


def _spending(start: re.Match[str], sentences: list[str], asked: str, told: _Told) -> None:
    """What is left of the budget."""
    question = _LEFT.fullmatch(asked)
    whole = num(_value(start["m"], told.currency))
    if question is None or question["m"] and _value(question["m"], told.currency) != whole.value:
        raise Unfit
    who = (question["who"] or "").strip()
    if who and who not in ("he", "she", "they", "it") and _name(who) != _name(start["who"]):
        raise Unfit
    named: list[tuple[str, str]] = []
    for sentence in sentences:
        for clause in _clauses(re.sub(r"^For [a-z ]+, ", "", sentence)):
            cost = _COST.fullmatch(clause)
            if cost is not None:
                named.append((cost["x"], cost["e"]))
                continue
            spent = _SPENT.fullmatch(clause)
            if spent is None or not re.fullmatch(r"[Hh]e|[Ss]he|[Tt]hey", spent["who"] or "he") and _name(spent["who"]) != _name(start["who"]):  # fmt: skip
                raise Unfit
            named.append((spent["x"], spent["e"] if spent["as"] is None else f"{spent['e']} as {spent['r']}"))
    told.tell_all(named)
    if not told.amounts or _name(question["x"] or "-") in told.amounts:
        raise Unfit
    total = told.sum("what is spent altogether")
    told.work.give(
        told.work.step("what is left of the budget", whole - total, told.currency),
        told.currency,
        "what is left",
    )
    if whole.value < total.value:
        raise Unfit


def _saving(start: re.Match[str], sentences: list[str], asked: str, told: _Told) -> None:
    """What is still needed for a thing, by one or by two."""
    question = _NEED.fullmatch(asked)
    if question is None:
        raise Unfit
    names = re.findall(_NAME, start["who"].removeprefix("Two ")) if start["who"] else []
    relative = re.search(r" and (?:his|her) ", start["who"])
    if relative or not names:
        raise Unfit
    who = question["who"]
    asks = names if who == "they" else [names[0]] if who in ("he", "she") else re.findall(_NAME, who)
    if set(asks) != set(names) or (len(names) > 1) != (who == "they" or " and " in who):
        raise Unfit
    if re.match(r"How much (?:money )?(?:do|does|must|will|should)", asked) and not question["v"]:
        raise Unfit
    named: list[tuple[str, str]] = []
    for sentence in sentences:
        for clause in _clauses(sentence):
            given = _GIVEN.fullmatch(clause)
            if given is not None and len(names) == 1 and named:
                named.append((given["g"], given["m"]))
                continue
            saved = _SAVED.fullmatch(clause)
            if saved is None:
                raise Unfit
            pronoun = saved["x"].lower() in ("he", "she")
            if pronoun and len(names) != 1 or not pronoun and saved["x"] not in names:
                raise Unfit
            named.append((names[0] if pronoun else saved["x"], saved["e"]))
    told.tell_all(named)
    if {_name(n) for n in names} - set(told.amounts):
        raise Unfit
    total = told.sum("what is there already")
    missing = num(_value(start["m"], told.currency)) - total
    if missing.value <= 0:
        raise Unfit
    told.work.give(
        told.work.step("what is still needed", missing, told.currency), told.currency, "what is needed"
    )
