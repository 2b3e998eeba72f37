"""Measures of things: weights in different units together, fences by the metre, recipes for more people.

Not read: gates and gaps in a fence, recipes that change their ratio.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.everyday.kinds import MONEY, Story, en, kind, value
from solver.topics.stories.school.working import Term, Unfit, Working, num

_SCALE: Final = {
    "kg": ("g", 1000), "g": ("g", 1), "km": ("cm", 100_000), "m": ("cm", 100), "cm": ("cm", 1), "l": ("ml", 1000), "ml": ("ml", 1),
}  # fmt: skip
"""A unit in the smallest one of its kind that is used here."""
_UNIT: Final = "(?P<u>kg|g|km|m|cm|l|ml)"
_IN: Final = r"(?: ?,? ?in (?P<c>kg|g|km|m|cm|l|ml))?"
_BOTH: Final = "(?:together|altogether|in total|in all|combined)"
_THING: Final = rf"(?:an? |the |one |1 |another |a second |a third |the other ?|the second |the first )?(?P<who>{en(3, 0)})(?:(?:one|1) ?)?"
_HEAVIER: Final = "heavier|lighter|longer|shorter|more|less"


@kind(
    r"\b(?:weigh|weight|mass|long|longer)\b|weighs",
    "en",
    {
        "one": (rf"{_THING} ?(?:weighs?|weighed|has a mass of|is|measures) <n> {_UNIT}(?: (?:long|heavy))?",),
        "ask_total": (rf"(?:what|how much) do (?:they|the 2|both|the {en(2)}) ?(?:{en(1)} )?weigh {_BOTH}{_IN}", rf"what is (?:their|the) (?:total|combined) (?:weight|mass|length)(?: of (?:the )?{en(3)}(?: and (?:the )?{en(3)})?)?{_IN}", rf"how many (?P<c>kg|g) do (?:they|the {en(2)}|both) weigh {_BOTH}"),
        "ask_more": (rf"how many (?P<c>kg|g|m|cm) (?P<way>{_HEAVIER}) is (?:the |a )?(?P<x>{en(3)}) than (?:the |a )?(?P<y>{en(3)})", rf"how much (?P<way>{_HEAVIER}) is (?:the |a )?(?P<x>{en(3)}) than (?:the |a )?(?P<y>{en(3)}){_IN}"),
    },
)  # fmt: skip
def _weights(s: Story, work: Working) -> None:
    told = s.all("one")
    if not 2 <= len(told) <= 4 or re.search(r"\b(?:each|every|per|both weigh)\b", s.text):
        raise Unfit
    units = [said.values["u"] for said in told]
    wanted = s.asked.values.get("c") or (units[0] if len(set(units)) == 1 else "")
    terms = [_in(work, value(said.values["n"]), unit, wanted) for said, unit in zip(told, units, strict=True)]
    long = any(re.search(r"\blong\b", said.values["who"]) for said in told) or "long" in s.text
    if s.question == "total":
        if re.search("weigh|mass", s.text) is None and not long:
            raise Unfit
        total = terms[0]
        for term in terms[1:]:
            total = total + term
        label = "the total length" if long else "the total weight"
        work.give(work.step(label, total, wanted), wanted, label)
        return
    who = [said.values["who"].strip() for said in told]
    x, y = (s.asked.values[n].strip() for n in "xy")
    if len(told) != 2 or sorted((x, y)) != sorted(who) or x == y:
        raise Unfit
    one, other = terms[who.index(x)], terms[who.index(y)]
    if s.asked.values["way"] in ("lighter", "shorter", "less"):
        one, other = other, one
    if one.value <= other.value:
        raise Unfit
    work.give(work.step("the difference", one - other, wanted), wanted, "the difference")


def _in(work: Working, term: Term, unit: str, wanted: str) -> Term:
    """The same measure in another unit."""
    if unit == wanted:
        return term
    if wanted not in _SCALE or unit not in _SCALE or _SCALE[unit][0] != _SCALE[wanted][0]:
        raise Unfit
    up, down = _SCALE[unit][1], _SCALE[wanted][1]
    changed = term * num(up // down) if up > down else term / num(down // up)
    return work.step(f"{term.tex} {unit} in {wanted}", changed, wanted)


_LONG: Final = "(?P<u>m|cm|feet|foot|yards|km)"
_PLOT: Final = rf"(?:a |an |the |his |her |their |its )?(?P<shape>rectangular|square) {en(3)}"
_SIDES: Final = (
    rf"<a> {_LONG} (?:long|in length) (?:and|by) <b> (?:m|cm|feet|foot|yards|km) (?:wide|in width)",
    rf"<a> ?(?:m|cm|feet|foot|yards|km)? by <b> {_LONG}",
    rf"<a> {_LONG} (?:on each side|on a side)",
)
_FENCE: Final = r"(?:fence|fencing|wire|wall|hedge|rope|border|edging)"


@kind(
    r"fenc|hedge|border|edging",
    "en",
    {
        "plot": tuple(wording for sides in _SIDES for wording in (
            rf"{en(3)} (?:wants|needs|would like|is going|plans|decides|has) to (?:put|build|make|place|install|erect) (?:a |an |some )?{_FENCE} (?:all )?(?:the way )?(?:around|round) {_PLOT} ?(?:that is |which is |measuring |that measures |which measures |of )?{sides}",
            rf"{en(3)} (?:wants|needs|would like|is going|plans|decides|has) to (?:fence|enclose|surround) {_PLOT} ?(?:that is |which is |measuring |that measures |which measures |of )?{sides}(?: with (?:a )?{_FENCE})?",
            rf"{_PLOT} ?(?:is|measures|has (?:sides|dimensions) of) {sides}", rf"{_PLOT} ?(?:is|measures) {sides} (?:is|needs) to be fenced",
        )),
        "price": (rf"(?:the )?{_FENCE} (?:costs?|is|is sold at|is sold for) {MONEY} (?:a|per|for each|for every|each) (?:m|foot|yard|cm)", rf"(?:each|every|a|1) (?:m|foot|yard) of {_FENCE} costs {MONEY}"),
        "idle": (rf"{en(2)} (?:wants|needs|is going) to (?:put|build) a {_FENCE} (?:all the way )?around it",),
        "ask_cost": (rf"(?:how much|what) will (?:the |this |it )?(?:{_FENCE} )?cost(?: {en(2)})?(?: to (?:fence|enclose) {en(3)})?", rf"(?:what is|find) the (?:total )?cost of (?:the )?(?:{_FENCE}|fencing {en(3)})", rf"how much (?:does|will|must) (?:he|she|they|{en(2)}) (?:have to )?(?:pay|spend)(?: (?:for|on) (?:the )?{_FENCE})?"),
        "ask_long": (rf"how (?:much|many (?:m|feet|yards)(?: of)?) ?{_FENCE} (?:does|do|will|is|are) (?:he|she|they|{en(2)})? ?(?:needed|needs?|required)", rf"how long (?:is|will|must) the {_FENCE}(?: be)?"),
    },
)  # fmt: skip
def _fence(s: Story, work: Working) -> None:
    if re.search(r"\b(?:gate|gap|wall of|river|house|one side|three sides|3 sides|posts?|except)\b", s.text):
        raise Unfit
    plot = s.one("plot")
    unit = plot.values["u"].replace("foot", "feet")
    side = value(plot.values["a"])
    if plot.values["shape"] == "square":
        if "b" in plot.values and value(plot.values["b"]).value != side.value:
            raise Unfit
        around = work.step("the perimeter: four sides", side * num(4), unit)
    else:
        if "b" not in plot.values:
            raise Unfit
        around = work.step(
            "the perimeter: length and width, twice", (side + value(plot.values["b"])) * num(2), unit
        )
    if s.question == "long":
        if s.all("price"):
            raise Unfit
        work.give(around, unit, "the length of the fence")
        return
    price = s.one("price")
    each = re.search(r"\b(m|foot|yard|cm)\b(?!.*\b(?:m|foot|yard|cm)\b)", s.text[s.text.find("cost") :])
    if each is None or {"foot": "feet", "yard": "yards"}.get(each[1], each[1]) != unit:
        raise Unfit
    money = "dollars" if "$" in s.text else "pounds" if "£" in s.text else "euros" if "€" in s.text else ""
    cost = work.step("the cost: so much for each unit of length", around * value(price.values["m"]), money)
    work.give(cost, money, "the cost")


_PEOPLE: Final = r"(?:people|persons|servings|guests|portions|cookies|muffins|pancakes|cupcakes|scones)"
_AMOUNT: Final = r"(?:(?P<{0}u>g|kg|ml|l|cups?|tablespoons?|teaspoons?|ounces?|pounds?) (?:of )?)?(?P<{0}w>[a-z]+(?: (?!and\b)[a-z]+)?)"


@kind(
    r"recipe|serves|people|servings",
    "en",
    {
        "recipe": (
            rf"(?:an? |the )?{en(2, 0)} ?recipe (?:for|that serves|serving|that makes|which serves|making) <p> (?P<who>{_PEOPLE}) (?:uses|needs|calls for|requires|contains|takes) <a> {_AMOUNT.format('a')}(?: ?,? and <b> {_AMOUNT.format('b')})?",
            rf"(?:an? |the )?{en(2, 0)} ?recipe (?:uses|needs|calls for|requires|contains|takes) <a> {_AMOUNT.format('a')}(?: ?,? and <b> {_AMOUNT.format('b')})? (?:for|to serve|to make) <p> (?P<who>{_PEOPLE})",
        ),
        "have": (rf"(?:if )?(?:you|he|she|they|i|we)(?: only)? (?:have|has) (?:only )?<h> {_AMOUNT.format('h')}", rf"with (?:only )?<h> {_AMOUNT.format('h')}"),
        "ask_need": (rf"how (?:much|many)(?: (?P<c>g|kg|ml|l|cups|tablespoons|teaspoons|ounces|pounds)(?: of)?)? (?P<z>[a-z]+(?: (?!is\b|are\b|do\b|does\b|will\b)[a-z]+)?) (?:is|are|do you|does (?:he|she)|will you|would you|do they) (?:need|needed|required|use) (?:for|to serve|to make) <q> (?P<for>{_PEOPLE})",),
        "ask_serve": (rf"how many (?P<for>{_PEOPLE}) (?:can|could|will|would) (?:you|he|she|they|it|i|we|be) ?(?:serve|make|feed|served|made|fed|bake)?(?: with (?:that|it|this))?",),
    },
)  # fmt: skip
def _recipe(s: Story, work: Working) -> None:
    recipe = s.one("recipe")
    if s.asked.values["for"] != recipe.values["who"]:
        raise Unfit
    kinds = {recipe.values[f"{k}w"]: k for k in "ab" if k in recipe.values}
    people, who = value(recipe.values["p"]), recipe.values["who"]
    if s.question == "need":
        key = kinds.get(s.asked.values["z"].strip())
        if key is None or s.all("have"):
            raise Unfit
        unit = recipe.values.get(f"{key}u") or ""
        wanted = s.asked.values.get("c") or unit
        each = work.step(f"for one of the {who}", value(recipe.values[key]) / people, unit)
        amount = work.step(f"for all of the {who}", each * s.told("q"), unit)
        work.give(_in(work, amount, unit, wanted) if unit != wanted else amount, wanted, "what is needed")
        return
    have = s.one("have")
    key = kinds.get(have.values["hw"])
    if key is None or (recipe.values.get(f"{key}u") or "") != (have.values.get("hu") or ""):
        raise Unfit
    times = work.step(
        "how many times as much as the recipe takes", value(have.values["h"]) / value(recipe.values[key])
    )
    count = work.step(f"so many times the {who} of the recipe", times * people, who)
    if count.value.denominator != 1:
        raise Unfit
    work.give(count, who, "how many")
