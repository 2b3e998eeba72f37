"""What clause patterns mean, where a whole is gone through in parts, shared out, or made of kinds of one noun.

A book read day by day, a road repaired, a sum of money divided, balls of three colours, boats of two sizes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Final

from solver.topics.word_problems.grammar import Action, Clause
from solver.topics.word_problems.meanings import money
from solver.topics.word_problems.quantities import Key, Unclear, ends_with
from solver.topics.word_problems.questions import _complete as complete
from solver.topics.word_problems.story import Story

LEFT_OVER: Final = {"zh": "剩下的部分", "en": "the part left over"}


def how_many(clause: Clause, names: Sequence[str]) -> None:
    """ "three kinds", "two people": as many as are named."""
    if clause.text("k") and clause.number("k") != len(names):
        raise Unclear


def kinds(story: Story, clause: Clause) -> None:
    """ "red, yellow and blue balloons, 650 in all": adjectives of one noun, each a name together with it."""
    words, noun = clause.names("l"), clause.text("x")
    noun = noun if len(noun) == 1 else clause.name("x")  # "class" and "team" are measure words too
    how_many(clause, words)
    names = [_kind(story, word, noun) for word in words]
    number = clause.number("n") if clause.text("n") else None
    story.group(clause.owner("a") if clause.text("a") else None, names, number, noun, clause.text("u"))


def _kind(story: Story, word: str, noun: str) -> str:
    heads = [noun[i:] for i in range(len(noun))]
    short = noun if len(noun) <= 2 or not noun.endswith(("小组", "队")) else heads[-1]
    others = {f"{word}{link}{head}" for link in ("", "色", "种", "类") for head in heads} | {
        word,
        word + "色",
    }
    name = word if word.endswith(noun) else word + short
    if any(other in story.heard for other in others):
        raise Unclear
    return story.alias(name, *(others - {name}))


_MEASURES: Final = {
    "重量": "千克 公斤 克 斤 吨", "质量": "千克 公斤 克 斤 吨", "面积": "公顷 平方米 亩", "长度": "米 千米 公里 厘米 分米",
    "体积": "毫升 升", "存款": "元", "捐款": "元", "钱数": "元", "金额": "元", "人数": "人 名 位 个",
}  # fmt: skip


def measured(action: Action) -> Action:
    """The action, where "by weight" is not said of things that are counted: that is another quantity."""

    def checked(story: Story, clause: Clause) -> None:
        said = [word for word in _MEASURES if word in clause.match[0]]
        action(story, clause)
        group = story.groups[-1] if story.groups else None
        names = (
            [group.noun, group.owner, *(n for m in group.members for n in (m.item, m.owner))] if group else []
        )
        units = {unit for name in names if (unit := story.units.get(name))}
        if any(units - set(_MEASURES[word].split()) for word in said):
            raise Unclear

    return checked


def several(story: Story, clause: Clause) -> None:
    """ "3 kinds of books, 560 in all": the parts are named later, and are all when there are so many."""
    number = clause.number("n") if clause.text("n") else None
    noun = clause.name("x") if len(clause.text("x")) > 1 else ""  # "class" and "team" are measure words too
    story.group(clause.owner("a") if clause.text("a") else None, [], number, noun, clause.text("u"))
    story.groups[-1].expected = int(clause.number("k"))


def whole_is(story: Story, clause: Clause) -> None:
    """ "…, 360 in all": the last whole."""
    if not story.groups or story.groups[-1].whole in story.known:
        raise Unclear
    story.units.setdefault(story.groups[-1].noun, clause.text("u"))
    story.define(story.groups[-1].whole, clause.number("n"))


def persons_in(story: Story, clause: Clause) -> None:
    """ "… take part in …" without a number: whose parts they are."""
    words = clause.names("l")
    how_many(clause, words)
    kinds(story, clause)


# -- a whole that is gone through --------------------------------------------------------------------


def begins(story: Story, clause: Clause) -> None:
    """A book is read, a road is mended: a whole that parts will be told of (n: so long)."""
    if story.groups or (clause.text("k") and clause.number("k") != 1):
        raise Unclear
    if clause.text("a") and clause.owner("a") is not None:
        story.who(clause.name("a"))
    number = clause.number("n") if clause.text("n") else None
    noun = clause.name("x") if clause.text("x") else "全程"
    story.group(None, [], number, noun, clause.text("u"))
    if clause.text("d"):
        story.groups[-1].expected = int(clause.number("d"))


def is_left(story: Story, clause: Clause) -> None:
    """So many are left of the whole: with this it has no other parts."""
    if not story.groups or story.groups[-1].closed or not story.groups[-1].members:
        raise Unclear
    story.part_is(LEFT_OVER["zh"], clause.number("n"), clause.text("u"))
    story.close_last()


def ask_is_left(story: Story, clause: Clause) -> None:
    """How many are left of the whole."""
    if not story.groups or story.groups[-1].closed or not story.groups[-1].members:
        raise Unclear
    story.rest([LEFT_OVER["zh"]])
    story.ask(story.part(LEFT_OVER["zh"]))


def ask_whole(story: Story, clause: Clause) -> None:
    """How much the whole is, when only parts are told."""
    if len(story.groups) != 1 or story.groups[0].whole in story.known:
        raise Unclear
    whole = story.groups[0]
    name = clause.name("x") if clause.text("x") else ""
    if name and not whole.noun.endswith(name) and story.familiar(name) not in (whole.noun, whole.owner):
        raise Unclear
    unit = story.units.get(whole.noun) or next(
        (u for k in whole.members if (u := story.units.get(k.item))), ""
    )
    if clause.text("u") and unit and clause.text("u") != unit:
        raise Unclear
    if clause.text("u"):
        story.units[whole.noun] = clause.text("u")
    story.ask(whole.whole)


def part_amount(story: Story, clause: Clause) -> None:
    """A part that was gone through has so many (or is so much money)."""
    if not story.groups or story.groups[-1].closed and not _is_part(story, clause.name("x")):
        raise Unclear
    if clause.text("m"):
        story.part_is(clause.name("x"), money(story, clause), clause.mark("m").unit)
    else:
        story.part_is(clause.name("x"), clause.number("n"), clause.text("u"))


def _is_part(story: Story, name: str) -> bool:
    return any(story.meet(name) in (m.item, m.owner) for m in story.groups[-1].members)


def compares_parts(sign: int = 1) -> Action:
    """a = v · b ± n, both parts of the last whole."""

    def action(story: Story, clause: Clause) -> None:
        if not story.groups:
            raise Unclear
        a, b = (story.part(clause.name(slot)) for slot in ("a", "b"))
        if a == b:
            raise Unclear
        times = clause.number("v") if clause.text("v") else Fraction(1)
        if clause.text("f"):
            times = 1 + sign * clause.number("f")
        plus = sign * clause.number("n") if clause.text("n") else Fraction(0)
        story.note_unit(a.item or a.owner, clause.text("u"))
        story.groups[-1].shared = True
        story.relate([(a, 1), (b, -times)], plus)

    return action


# -- sharing out -------------------------------------------------------------------------------------


def divides(story: Story, clause: Clause) -> None:
    """These share so much (r: in this ratio)."""
    names = clause.names("l")
    how_many(clause, names)
    if clause.text("m"):
        number, unit = money(story, clause), clause.mark("m").unit
    else:
        number, unit = clause.number("n"), clause.text("u")
    noun = clause.text("z")
    for name in names:
        story.alias(name, *({name + noun, name + noun[-1]} if noun else ()))
    story.group(None, names, number, clause.name("x") if clause.text("x") else "", unit)
    for name in names:
        story.note_unit(story.meet(name), unit)
    if clause.text("r"):
        story.ratio(names, clause.numbers("r"))


def rest_in_ratio(story: Story, clause: Clause) -> None:
    """These are all that is left, in this ratio."""
    names = clause.names("l")
    how_many(clause, names)
    story.rest(names)
    story.ratio(names, clause.numbers("r"))


def ratio_of_rest(story: Story, clause: Clause) -> None:
    """ "Their numbers are as 7 to 4": those parts of which nothing else was said."""
    if not story.groups or not story.groups[-1].closed:
        raise Unclear
    group = story.groups[-1]
    told = {k for r in story.relations if group.whole not in r.terms or len(r.terms) <= 2 for k in r.terms}
    free = [k for k in group.members if k not in told]
    if clause.text("k") and clause.number("k") != len(free):
        raise Unclear
    story.ratio([(k.owner if group.by_owner else k.item) or k.owner for k in free], clause.numbers("r"))


def finished(story: Story, clause: Clause) -> None:
    """The last part told was the last one."""
    if not story.groups:
        raise Unclear
    story.close_last()


def ask_part_difference(sign: int) -> Action:
    """How much more one part is than another."""

    def action(story: Story, clause: Clause) -> None:
        if not story.groups or story.groups[-1].noun == "$":
            raise Unclear
        keys = []
        for slot in ("a", "b"):
            complete(story, clause.name(slot))
            if not _is_part(story, story.familiar(clause.name(slot))):
                raise Unclear
            keys.append(story.part(clause.name(slot)))
        if keys[0] == keys[1]:
            raise Unclear
        story.ask_combination("difference", [(keys[0], sign), (keys[1], -sign)])

    return action


def ask_each(story: Story, clause: Clause) -> None:
    """How many of an item each of these has."""
    names, item = clause.names("l"), story.familiar(clause.name("x"))
    how_many(clause, names)
    slots = [story.slot(story.familiar(name), item) for name in names]
    if any(slot is None or item not in slot for slot in slots):
        raise Unclear
    if story.units.get(item, clause.text("u")) != clause.text("u"):
        raise Unclear
    story.ask(*(story.balance(slot) for slot in slots if slot))


def ask_parts_of(story: Story, clause: Clause) -> None:
    """How many of the things that the last whole consists of each of these parts has."""
    names = [story.familiar(name) for name in clause.names("l")]
    if not story.groups or not story.groups[-1].closed or not all(_is_part(story, n) for n in names):
        raise Unclear
    group = story.groups[-1]
    noun = clause.name("x")
    told = clause.context.marked.text.count(clause.text("x")) > 1 and story.units.get(group.noun)
    if not told and not (group.noun and (noun == group.noun or ends_with(group.noun, noun))):
        raise Unclear
    if story.units.get(group.noun, clause.text("u")) != clause.text("u"):
        raise Unclear
    story.ask(*(story.part(name) for name in names))


def ask_parts(story: Story, clause: Clause) -> None:
    """How much each of these parts is (in money)."""
    names = clause.names("l")
    if not story.groups or any(not _is_part(story, story.familiar(name)) for name in names):
        raise Unclear
    keys = [story.part(name) for name in names]
    if any(story.units.get(key.item or key.owner) != "元" for key in keys):
        raise Unclear
    story.ask(*keys)


# -- two sizes: so many of each hold so many in all ----------------------------------------------------


def heads_alone(table: Callable[[str], int | None]) -> Action:
    """ "20 in all", where only animals were named."""

    def action(story: Story, clause: Clause) -> None:
        if story.groups or story.ledger or len(story.heard) < 2 or not all(map(table, story.heard)):
            raise Unclear
        story.group(None, list(story.heard), clause.number("n"))

    return action


def holds(story: Story, clause: Clause) -> None:
    """One of these holds so many."""
    name = story.meet(clause.name("x"))
    if name in story.legs or clause.number("n") <= 0:
        raise Unclear
    story.legs[name] = int(clause.number("n"))


def all_held(story: Story, clause: Clause) -> None:
    """So many are held in all (n) by so many of these things (k): all of them full."""
    if len(story.legs) < 2 or story.leg_total is not None:
        raise Unclear
    story.group(None, list(story.legs), clause.number("k"), "", clause.text("u"))
    story.leg_total = clause.number("n")


def coins(story: Story, clause: Clause) -> None:
    """ "5-yuan and 10-yuan notes, 20 in all"."""
    values = [money(story, clause, slot) for slot in ("m", "p")]
    noun, unit = clause.name("x"), clause.text("u")
    if values[0] == values[1] or story.legs or any(v.denominator != 1 for v in values):
        raise Unclear
    names = [f"{value}元{noun}" for value in values]
    story.group(None, names, clause.number("n"), noun, unit)
    story.legs = dict(zip(names, map(int, values), strict=True))


def coins_worth(story: Story, clause: Clause) -> None:
    """What all coins are worth."""
    if not _are_coins(story) or story.leg_total is not None:
        raise Unclear
    story.leg_total = money(story, clause)


def _are_coins(story: Story) -> bool:
    return len(story.legs) > 1 and all("元" in name for name in story.legs)


def ask_coins(story: Story, clause: Clause) -> None:
    """How many of each coin, by their values (none named: of all)."""
    if not _are_coins(story):
        raise Unclear
    names = list(story.legs)
    if clause.text("m"):
        values = [clause.mark(slot).value for slot in ("m", "p") if clause.text(slot)]
        names = [name for value in values for name in story.legs if story.legs[name] == value]
        if len(names) != len(values):
            raise Unclear
    keys = [Key("count", *slot) for name in names if (slot := story.slot(name))]
    story.ask(*keys)
