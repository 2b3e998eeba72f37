"""What may come: a thing out of a bag of coloured ones, and in how many ways one of each can be chosen."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.everyday.roles.casting import Cast, kind
from solver.topics.stories.school.working import Unfit, Working
from solver.topics.stories.word_problems.wording import singular

_COLOURS: Final = r"(?:red|blue|green|yellow|white|black|orange|purple|pink|brown|grey|gray|silver|gold)"


@kind(
    r"\b(?:probability|chance)\b",
    {
        "colour": (rf"<k> (?:of them )?(?:are |is )?(?P<x>{_COLOURS})(?: [a-z]+)?", rf"<k> (?:[a-z]+ )?(?:which|that|of which) are (?P<x>{_COLOURS})"),
        "rest": (rf"the (?:rest|others|remaining (?:ones|[a-z]+)) (?:are|is) (?:all )?(?P<x>{_COLOURS})",),
        "all": (r"<n> (?:[a-z]+ ){0,2}?(?:counters|balls|marbles|beads|sweets|cubes|pens|socks|buttons|cards|tiles|discs|candies|blocks|pencils|roses|flowers|chips|tokens|pieces)",),
    },
    {
        "is": (rf"(?:what is |find |work out |calculate |write down )?the (?:probability|chance),?(?: [a-z, ]+?)?,? (?:that|of) (?:it|the [a-z]+|he|she|[a-z]+|getting|picking|drawing|choosing|taking)(?: (?:is|will be|picks?|draws?|takes?|chooses?))? ?(?:an? )?(?P<not>not )?(?:an? )?(?P<x>{_COLOURS})(?P<or> or (?P<y>{_COLOURS}))?(?: [a-z]+)?(?: is [a-z]+)?",),
    },
    allowed="rest others remaining without one all other same",
)  # fmt: skip
def _bag(cast: Cast, work: Working) -> None:
    """One thing is taken out of a bag: the probability of its colour."""
    if re.search(r"\b(?:2|two|both|second|another|replaced?|twice|then)\b", cast.plain) or not re.search(
        r"\b(?:one|1|an?|it) ", cast.plain
    ):
        raise Unfit
    colours = {part.words["x"]: part["k"] for part in cast.all("colour")}
    every, rest = cast.maybe("all"), cast.maybe("rest")
    if len(colours) != len(cast.all("colour")) or not colours or (every is None) is not (rest is None):
        raise Unfit
    known = list(colours.values())
    total = known[0]
    for more in known[1:]:
        total = total + more
    if rest is not None and every is not None:
        colours[rest.words["x"]] = work.step(f"how many are {rest.words['x']}", every["n"] - total)
        total = every["n"]
    else:
        total = work.step("how many there are", total)
    wanted = [cast.asked.words[name] for name in ("x", "y") if name in cast.asked.words]
    if any(name not in colours for name in wanted) or len(set(wanted)) != len(wanted):
        raise Unfit
    good = colours[wanted[0]]
    if len(wanted) == 2:
        good = work.step(f"how many are {wanted[0]} or {wanted[1]}", good + colours[wanted[1]])
    if "not" in cast.asked.words:
        good = work.step(f"how many are not {wanted[0]}", total - good)
    work.give(work.step("the probability: of all that are equally likely", good / total), "", "the probability")  # fmt: skip


@kind(
    r"\b(?:different|possible|ways|combinations|choices)\b",
    {"some": (r"<k> (?:different |kinds of |types of |choices of |sorts of |flavours of )*(?P<a>[a-z]+)(?: of [a-z]+)?",)},
    {
        "ways": (
            r"how many (?:different )?(?:[a-z-]+ ){0,3}?(?:meals|outfits|sandwiches|combinations|creams|ways|choices|lunches|cones|pizzas|arrangements|sets|menus|orders|drinks|salads|breakfasts|burgers|codes|desserts|sundaes|pairs|teams|cakes)(?: [a-z ,-]+)?",
        )
    },
    allowed="different each",
)  # fmt: skip
def _one_of_each(cast: Cast, work: Working) -> None:
    """One of each kind of things: the numbers multiplied."""
    some = cast.all("some")
    told = f"{cast.plain} ; {cast.asked.text}"
    ones = [singular(m[1].split()[-1]) for m in re.finditer(r"\b(?:1|an?|one) ((?:[a-z]+ ){0,1}?[a-z]+)(?=,| and |[.;]| can| are|$| for| in)", told)]  # fmt: skip
    things = [singular(part.words["a"]) for part in some]
    if not 2 <= len(some) <= 5 or len(set(things)) != len(things):
        raise Unfit
    if not re.search(r"\b(?:1|one) of each\b", told) and not all(thing in ones for thing in things):
        raise Unfit
    if re.search(r"\b(?:2|two|or|row|order of|repeat\w*|at least|same)\b", told.replace("in order of", "")):
        raise Unfit
    total = some[0]["k"]
    for more in some[1:]:
        total = total * more["k"]
    work.give(work.step("for each choice of the first, all of the next", total), "", "the number of ways")
