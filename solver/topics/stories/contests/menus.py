"""One of each kind, or one in all: outfits, menus, versions; the numbers of possibilities are multiplied, or added where only one thing is taken."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.clauses import Said
from solver.topics.stories.contests.kinds import Unclear, every, worked
from solver.topics.stories.school.working import Working, num

_NOUN: Final = r"[a-z]+(?: (?!and |or )[a-z]+){0,2}"
_ITEM: Final = rf"\d+ (?:different |kinds of |types of |pairs of |flavou?rs of )?{_NOUN}"
_ITEMS: Final = rf"(?P<some>{_ITEM}(?: (?:,|and|, and) {_ITEM})+)"
_ONE_OF: Final = rf"(?:only )?(?:a|an|1)(?: pair of)? {_NOUN}"
_ONES: Final = rf"(?P<ones>{_ONE_OF}(?: (?:,|and|, and) {_ONE_OF})+)"
_JOINT: Final = re.compile(r"\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+")
_WHO: Final = r"(?:i|he|she|they|we|you|<who:word>)"
_NAMES: Final = r"[a-z]+(?: [a-z]+)?"
_ENUM: Final = rf"{_NAMES}(?: , {_NAMES})* ,? ?(?:and|or) {_NAMES}"
_ASK: Final = r"(?:different |possible )?(?:outfits?|combinations?|ways|options?|choices?|sets?|kinds? of [a-z]+|versions? of the [a-z]+|meals?|sandwiches)"


@worked(
    r"how many|ways",
    "en",
    {
        "stock": (
            rf"(?:in my [a-z]+ )?{_WHO} (?:has|have|had|owns?) {_ITEMS}",
            rf"(?:today , )?the (?:restaurant|shop|store|cafe|canteen) (?:offers|has|sells) {_ITEMS}(?: for customers to choose(?: from)?)?",
            rf"{_WHO} gets? to choose from {_ITEMS}",
            rf"(?:they|he|she|we) knows? (?:that )?there are (?P<places>{_ITEM}(?: (?:,|and|, and) {_ITEM})+)(?: nearby)?",
        ),
        "enumerated": (
            rf"{_WHO} (?:is|are) (?:ordering|having|buying|choosing) [a-z]+ (?:at|in) an? {_NOUN} (?:that|which) (?:has|offers|serves|sells) (?P<first>{_ENUM})(?: on the (?:[a-z]+ )?menu| as [a-z]+ options)? ,? (?:along with|together with|and|as well as) (?P<second>{_ENUM}) as [a-z]+ options",
        ),
        "colours": (rf"in a [a-z]+ store , (?P<thing>[a-z]+) are available in (?P<n>\d+) different colou?rs : (?P<list>{_ENUM})",),
        "doors": (r"a [a-z]+ has either (?P<a>\d+) or (?P<b>\d+) [a-z]+",),
        "pick": (
            rf"(?:if |now )?{_WHO} (?:make an outfit of|makes an outfit of|wants? to (?:choose|wear|pick|order|buy)|chooses?|picks?|wears?|orders?) {_ONES}(?: from the (?:lunch )?menu)?",
            rf"a [a-z]+ set in a restaurant is free to choose {_ONES}",
            rf"<who:word> wants to bake a [a-z]+ that consists of {_ONES}",
        ),
        "pick_each": (rf"{_WHO} (?:has|had) to choose (?P<each>1 of \d+ {_NOUN}(?: (?:,|and|, and) 1 of \d+ {_NOUN})+)",),
        "frame": (
            rf"{_WHO} has an? (?:date|party|meeting|trip|show) (?:today|tomorrow|tonight)",
            r"<who:word>(?: and <x:word>)? (?:is|are) looking for a place to (?:eat|have) [a-z]+",
            rf"an? [a-z]+ wanted to make an? (?:pair|trio|team|group) consisting of {_ONES.replace('ones>', 'trio>')}",
        ),
        "ask": (
            rf"how many {_ASK} (?:can|could|does|do|did|are|will) (?:i|he|she|they|we|there|be|<who:word>|available)? ?(?:(?:have|select|make|choose|matched|order [a-z]+|available|there|be matched|available))?",
            rf"how many {_ASK} can be (?:made|matched|chosen)",
            r"(?:he|she|they) ?(?:has|have) (?:____|how many) different ways to order [a-z]+",
            rf"how many {_ASK} of the [a-z]+ are available",
        ),
        "ask_one": (rf"how many {_ASK} do they have in total to eat 1 meal", rf"(?:there are (?:____|how many)|how many) {_ASK} (?:are there )?in total for them to eat 1 meal in 1 place"),
    },
)  # fmt: skip
def _menus(found: list[Said], work: Working) -> None:
    """Possibilities of each kind that is taken, multiplied."""
    kinds = {s.kind: s for s in found if s.kind != "frame"}
    if len(kinds) != sum(s.kind != "frame" for s in found):
        raise Unclear
    names = set(kinds)
    counts: list[int]
    if names == {"stock", "ask_one"} and "places" in kinds["stock"].values:
        items = _items(kinds["stock"].values["places"])
        if len({name.split()[-1].removesuffix("s") for name, _ in items}) != 1:
            raise Unclear
        total = num(items[0][1])
        for _, n in items[1:]:
            total = total + num(n)
        work.give(
            work.step("only one of them all is taken, so the possibilities are added", total),
            "",
            "the number of choices",
        )
        return
    if names == {"stock", "pick", "ask"} and "some" in kinds["stock"].values:
        items = _items(kinds["stock"].values["some"])
        parts = _parts(kinds["pick"].values["ones"])
        counts = [_of(part, items) for part in parts]
        if len(counts) < 2 or len(set(parts)) < len(parts):
            raise Unclear
    elif names == {"pick_each", "ask"}:
        counts = [int(n) for n in re.findall(r"1 of (\d+)", kinds["pick_each"].values["each"])]
        trio = [s for s in every(found, "frame") if "trio" in s.values]
        if trio and len(_parts(trio[0].values["trio"])) != len(counts):
            raise Unclear
    elif names == {"enumerated", "pick", "ask"}:
        first, second = (_listed(kinds["enumerated"].values[k]) for k in ("first", "second"))
        if [re.sub(r"^(?:a|an|1) ", "", p).split()[0] for p in _parts(kinds["pick"].values["ones"])] != [
            "food",
            "drink",
        ]:
            raise Unclear
        counts = [first, second]
    elif names == {"colours", "doors", "ask"}:
        said = kinds["colours"].values
        if _listed(said["list"]) != int(said["n"]):
            raise Unclear
        counts = [int(said["n"]), 2]
    else:
        raise Unclear
    total = num(counts[0])
    for n in counts[1:]:
        total = total * num(n)
    work.give(
        work.step("each possibility of one kind goes with each of the others, so they are multiplied", total),
        "",
        "the number of ways",
    )


def _listed(text: str) -> int:
    names = [n for n in _JOINT.split(text) if n]
    if len(set(names)) != len(names):
        raise Unclear
    return len(names)


def _items(text: str) -> list[tuple[str, int]]:
    found = []
    for part in _JOINT.split(text):
        match = re.fullmatch(
            rf"(\d+) (?:different |kinds of |types of |pairs of |flavou?rs of )?({_NOUN})", part.strip()
        )
        if match is None:
            raise Unclear
        found.append((match[2], int(match[1])))
    return found


def _parts(text: str) -> list[str]:
    return [re.sub(r"^only ", "", p.strip()) for p in _JOINT.split(text) if p.strip()]


def _of(part: str, items: list[tuple[str, int]]) -> int:
    """How many there are of the thing that is taken."""
    name = re.sub(r"^(?:a|an|1)(?: pair of)? ", "", part)
    fits = [n for noun, n in items if noun in (name, f"{name}s", f"{name}es") or name == noun]
    if len(fits) != 1:
        raise Unclear
    return fits[0]
