"""Chinese clauses about how many there are: having, getting and giving away, so many each. See `word_problems.chart`."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems.chinese import lexicon
from solver.topics.stories.word_problems.chinese.moving import holding
from solver.topics.stories.word_problems.chinese.phrases import G, Who
from solver.topics.stories.word_problems.chinese.purchases import owner_of
from solver.topics.stories.word_problems.chinese.targets import opposite
from solver.topics.stories.word_problems.meanings import Amount, Compared, Meaning, Thing
from solver.topics.stories.word_problems.products import latest, multiply, pack, rate_of
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, Relation, Unclear
from solver.topics.stories.word_problems.story import Story

G.words("GAIN", *lexicon.GAIN)
G.words("LOSE", *lexicon.LOSE)
G.alias("place", "<noun>", cost=0.6)
G.alias(
    "place", "<noun> <in> <comma>?", "<noun> <comma>", "<place_noun>", "<noun> 的 <noun> <in>?", "<noun> 门口"
)
G.words(
    "HAS",
    *(
        "有 养了 种了 种有 养有 养着 种着 存有 存 现有 共有 一共有 里有 放着 放了 停着 停了 停有 "
        "住着 关着 装着 装有 摆着 摆了 拥有 栽了 栽有 坐着 长着 挂着 开着 设有 有着 收藏了 藏书"
    ).split(),
)
G.words(
    "MADE",
    *(
        "收集 收集了 摘了 做了 折了 写了 画了 种了 捡了 采了 集了 收了 买来 买来了 运来 运来了 "
        "购进 购进了 生产了 生产 卖出 卖出了 收获 收获了 进了 展出 烤了 订购了 售出 采购了 采购 "
        "捐了 养 种 做 摘 折 捐 植树 种树 栽树 剪了 叠了 编了 买回 加工 加工了 收 存了 植了 "
        "收回 印了 跳了 拍了 有 运进 进货 得到 采摘了 挖了 看了 读了 制作了 完成了 卖了 跑了 走了 "
        "修了 织了"
    ).split(),
)


@G.rule("core", "<a:who>? <in>? <adv>* <HAS> <all>? <q:qtys>", "<a:who> <adv>* <MADE> <all>? <q:qtys>")
def _has(q: tuple[Amount, ...], a: Who | None = None) -> Meaning | None:
    if any(x.money for x in q):
        return None

    def tell(story: Story) -> None:
        for amount in q:
            name = owner_of(a) if a else ""
            if amount.item or not name:
                say.has(name, [amount])(story)
            else:
                _count_of(story, name, amount)

    return tell


def _count_of(story: Story, name: str, amount: Amount) -> None:
    """ "there are 20 pears": a part of a whole, what somebody has of what was spoken of, or a thing of this name."""
    for group in story.groups:
        if (key := story.part(group, name)) is not None or (key := opposite(story, name)) is not None:
            story.note_unit(key.item, amount.unit)
            story.define(story.speak(key), amount.number)
            return
    owners = {s[0] for s in story.ledger}
    if story.item and owners - {""} and story.units.get(story.item) == amount.unit:
        say.has(name, [Amount(amount.number, story.item, amount.unit)])(story)
    else:
        say.has("", [Amount(amount.number, name, amount.unit)])(story)


@G.rule("core", "<t:things> <adv>* <all>? <is>? <n:qty>", cost=0.6)
def _is_so_many(t: tuple[Thing, ...], n: Amount) -> Meaning | None:
    if n.money or len(t) != 1 or t[0].number != 1 or t[0].role or t[0].kind or n.item or n.unit == "岁":
        return None

    def tell(story: Story) -> None:
        thing = t[0]
        if thing.owner:
            say.has(thing.owner, [Amount(n.number, thing.name, n.unit)])(story)
        else:
            _count_of(story, thing.name, n)

    return tell


@G.rule("core", "<a:who>? <adv>* (做|煮|烤|炸|包|织|编) <noun> <adv>* <LOSE> (了)? <q:qtys>", cost=0.3)
def _uses_up(q: tuple[Amount, ...], a: Who | None = None) -> Meaning:
    """ "做蛋糕用了18个"."""
    return _changed(owner_of(a), q, -1)


for _sign, _verbs in ((1, "GAIN"), (-1, "LOSE")):

    @G.rule(
        "core",
        f"<a:who>? <adv>* <{_verbs}> (了)? <q:qtys>",
        f"<a:who>? <in>? <adv>* 有 <q:qtys> <{_verbs}>",
        f"<adv>* 被 <noun> <{_verbs}> <q:qtys>",
        f"<adv>* (把|将) (其中的)? <q:qtys> <{_verbs}> (了)? <noun>?",
        cost=0.3,
    )
    def _changes(q: tuple[Amount, ...], a: Who | None = None, sign: int = _sign) -> Meaning:
        return _changed(owner_of(a), q, sign)


@G.rule(
    "core",
    "<a:who>? <adv>* (给|给了|送给|送给了|送|送了|借给|借给了|分给|还给|捐给|拿给) <b:who> <q:qtys>",
    "<a:who>? <adv>* (给|给了|送给|送给了|送|送了|借给|借给了|分给|还给|捐给) <q:qtys> (给) <b:who>",
    "<a:who>? <adv>* (把|将) <q:qtys> (给|给了|送给|送给了|借给|借给了|分给|还给|捐给|捐给了|送给了) <b:who>",
    "<a:who>? <adv>* (把|将) 其中的 <q:qtys> (给|给了|送给|送给了|借给|借给了|分给|还给|捐给|捐给了|送给了) <b:who>",
    cost=0.2,
)
def _gives(q: tuple[Amount, ...], b: Who, a: Who | None = None) -> Meaning:
    """Somebody gives; the other one has more then, if what he has is told."""

    def tell(story: Story) -> None:
        giver, taker = owner_of(a), owner_of(b)
        if giver is not None and taker is None:  # "妈妈又给他20元"
            _changed(None, q, 1)(story) if not _owns(story, giver, q) else _raise()
            return
        for amount in q if giver and taker else ():
            slots = _slots(story, amount)
            if not any(s[0] == story.meet(giver or "") for s in slots):  # what the giver had is not told yet
                for _, item in [s for s in slots if s[0] == story.meet(taker or "")]:
                    story.balance((story.meet(giver or ""), item))
        _changed(giver, q, -1)(story)
        for amount in q:
            slot = (story.meet(taker or ""), story.meet(amount.item or story.item))
            if slot in story.ledger:
                story.change(slot, amount.number, 1)

    return tell


def _raise() -> None:
    raise Unclear


def _owns(story: Story, name: str, amounts: tuple[Amount, ...]) -> bool:
    return any((story.meet(name), a.item or story.item) in story.ledger for a in amounts)


@G.rule(
    "core",
    "<adv>* (收到|得到|收到了|得到了|又收到) (<noun>)? (给|发|送)? 的? <q:qtys>",
    "<noun> <adv>* (给了|送给|送给了|给|送了|借给|奖给|奖励|奖励了) (他|她|我) <q:qtys>",
    cost=0.2,
)
def _receives(q: tuple[Amount, ...]) -> Meaning:
    return _changed(None, q, 1)


def _changed(name: str | None, amounts: tuple[Amount, ...], sign: int) -> Meaning:
    """So many come or go where there are some already."""

    def tell(story: Story) -> None:
        for amount in amounts:
            say.note(story, amount)
            slot = _stock(story, name, amount, sign)
            story.note_unit(slot[1], "" if amount.money else amount.unit)
            if not amount.money:
                story.item = slot[1]
            story.change(slot, amount.number, sign)

    return tell


_OTHERS = ("们", "大家", "别人", "客人", "顾客", "邻居")
"""Who has no stock of their own in a story: what 同学们 borrow is his who was spoken of."""


def _slots(story: Story, amount: Amount) -> list[tuple[str, str]]:
    """Where such things are."""
    if amount.money:
        slots = [s for s in story.ledger if s[1] == MONEY_ITEM]
    elif amount.item:
        item = story.meet(amount.item)
        slots = [s for s in story.ledger if s[1] == item]
        slots = slots or [
            s for s in story.ledger if s[1] and story.units.get(s[1]) == amount.unit and s[1] == story.item
        ]
    else:
        slots = [
            s
            for s in story.ledger
            if s[1] and s[1] != MONEY_ITEM and story.units.get(s[1], amount.unit) == amount.unit
        ]
        slots = [s for s in slots if s[1] == story.item] or slots
    if not amount.item and not amount.money:  # parts of a whole are no stock
        parts = {(m.owner, m.item) for g in story.groups for m in g.members}
        slots = [s for s in slots if s not in parts]
    return slots


def _stock(story: Story, name: str | None, amount: Amount, sign: int) -> tuple[str, str]:
    """Where the things are: with the one who is named; else in the only place where there are such things."""
    slots = _slots(story, amount)
    own = [s for s in slots if name and s[0] == story.meet(name)]
    if own:
        return own[0]
    if name and any(len(group.members) == 2 for group in story.groups):
        return holding(story, name, money=amount.money)
    if (
        len(slots) == 1
        and (name is None or not slots[0][0] or name.endswith(_OTHERS))
        and (not amount.money or name is None or sign > 0)
    ):
        return slots[0]
    mine = [s for s in slots if name is None and s[0] == story.owner]
    if len(mine) == 1:
        return mine[0]
    raise Unclear


@G.rule(
    "core",
    "<a:who>? <adv>* (还剩下|还剩|剩下|剩|剩余|余下|还有|还余下|还余|还留下|留下|还剩余) (了)? <q:qty> (没|没有|未)? <did>? (完|出去)?",
    "<a:who>? <adv>* (还有) <q:qty> (没|没有|未) (<did>|<LOSE>) (完|出去)?",
    cost=-0.1,
)
def _left(q: Amount, a: Who | None = None) -> Meaning | None:
    if (owner_of(a) or "").startswith(("离", "距")):
        return None  # nobody's name: how far it is to somewhere
    return say.has_left(owner_of(a), q)


_ON_THE_WAY: Final = re.compile("[中半起间]|出发|计划|目标|平均|要求")


@G.rule("core", "<adv>* 离 <to:noun> <adv>* (还有|还剩|还差) <q:qty>", cost=-0.1)
def _left_to(q: Amount, to: object) -> Meaning | None:
    """To the end of the way; to its middle or its beginning it is another amount."""
    return None if _ON_THE_WAY.search(str(to)) else say.has_left(None, q)


# -- so many each ----------------------------------------------------------------------------------

G.words(
    "each_verb",
    *(
        "装 有 重 放 坐 住 做 加工 生产 种 栽 分 分到 写 看 读 跳 卖 吃 用 摆 站 含 完成 "
        "打 修 织 能装 可装 能坐 采 运 行 走 跑 存 攒 喝 养 是 收 折 挖 捐 得 画 可坐 能做 "
        "都有 都装"
    ).split(),
)


@G.rule(
    "core",
    "(平均)? 每 <u:U> <x:noun>? <adv>* <each_verb>? (了)? <q:qty>",
    "<y:noun> (平均)? 每 <u:U> <each_verb>? <q:qty>",
    cost=0.2,
)
def _each_has(u: str, q: Amount, x: str = "", y: str = "") -> Meaning | None:
    if q.money or q.unit == u or not q.unit:
        return None

    def tell(story: Story) -> None:
        containers = latest(story, u, x or y)
        item = story.meet(q.item) if q.item else ""
        people = u in ("人", "名", "位", "班", "组", "天", "头", "只", "辆", "户", "间", "棵", "队")
        if people or item and item != containers.item:
            name = item or q.unit + "数"
            if name in story.units:
                raise Unclear
            story.note_unit(name, q.unit)
            total = story.count(name, containers.owner)
        else:
            packs = pack(story, containers, u, u + "数", q.unit)
            total, containers = containers, packs
        rate = rate_of(story, u, total.item)
        story.define(rate, q.number)
        multiply(story, total, containers, rate)
        story.item = total.item
        story.speak(total)

    return tell


@G.rule(
    "core",
    "<adv>* (把|将)? (这些|它们|这批)? <noun>? <adv>* 平均 (分给|分成|分到|装进|站成|放在|分) (了)? <q:qty> (里|中|上)?",
    "<adv>* (把|将) (这些|它们|这批) <noun>? <adv>* (装|分|放) (在|进|成|给) <q:qty> (里|中|上)?",
)
def _shared_among(q: Amount) -> Meaning | None:
    if q.money:
        return None

    def tell(story: Story) -> None:
        before = story.item
        story.has("", q.number, q.item or q.unit + "数", q.unit)
        story.item = before

    return tell


@G.rule(
    "core",
    "<a:who> <adv>* (有|<MADE>) (的 <noun>)? <c:compared>",
    "<a:who> <adv>* <did>? (的)? (<noun>)? <measured>? <c:compared>",
    cost=0.7,
)
def _has_compared(c: Compared, a: Who) -> Meaning | None:
    if c.item == MONEY_ITEM and a[0] is not None:
        return None

    def tell(story: Story) -> None:
        say.has_compared(a[0], "", c)(story)
        last = story.relations[-1]
        if len({key.kind for key in last.terms}) > 1:
            raise Unclear
        story.relations[-1] = Relation(last.terms, last.constant)

    return tell
