"""Chinese clauses about things that go from one to another until both have as many; sharing out with some over or short."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems.chinese.phrases import G, Who
from solver.topics.stories.word_problems.chinese.purchases import owner_of
from solver.topics.stories.word_problems.meanings import Amount, Meaning
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Slot, Unclear, the_only
from solver.topics.stories.word_problems.story import Story

G.words(
    "carry",
    *"运 调 倒 拿 搬 取 借 放 移 调出 取出 拿出 运出 倒出 搬出 拿走 派".split(),
)
G.words(
    "into",
    *"到 给 放到 放入 倒入 去 放进 运到 调到 倒进 搬到 放在 调给 加到 到了".split(),
)
G.words(
    "give_to",
    *"给 送给 借给 给了 送给了 调给 借给了 拨给 支援 转给 分给".split(),
)


def holding(story: Story, name: str, *, money: bool) -> Slot:
    """What the one of this name has.

    Raises:
        Unclear: he has nothing that was spoken of, or more than one thing.
    """
    for group in story.groups:
        key = story.part(group, name)
        if key is None and group.expected and len(group.members) < group.expected:
            key = story.member(group, name)
        if key is not None and (key.item == MONEY_ITEM) == money:
            return key.owner, key.item
    slots = [s for s in story.ledger if (s[1] == MONEY_ITEM) == money and s[1]]
    known = story.meet(name)
    found = [s for s in slots if s[0] == known] or [s for s in slots if s[1] == known and not s[0]]
    found = found or [s for s in slots if (s[0] or s[1]).startswith(name) or name.startswith(s[0] or s[1])]
    return the_only(found)


@G.rule(
    "move",
    "从 <a:noun> (里|中|上)? <carry> (出|走)? <q:qty> (<carry>)? (<into>)+ <b:noun> (里|中|上)?",
    "<a:noun> <adv>* <give_to> <b:noun> <q:qty>",
    "<a:noun> (拿出|取出|拿) <q:qty> <give_to> <b:noun>",
    "(把|将) <a:noun> (里|中)? 的 <q:qty> (<carry>|<give_to>)? (<into>)? <b:noun> (里|中|上)?",
)
def _move(a: str, b: str, q: Amount) -> tuple[str, str, Amount]:
    return a, b, q


def _both(story: Story, move: tuple[str, str, Amount]) -> tuple[Slot, Slot]:
    a, b, q = move
    source, goal = holding(story, a, money=q.money), holding(story, b, money=q.money)
    if source == goal:
        raise Unclear
    return source, goal


@G.rule("core", "<adv>* <m:move>", cost=-0.2)
def _moves(m: tuple[str, str, Amount]) -> Meaning:
    """So many go from one to the other; both have some."""

    def tell(story: Story) -> None:
        source, goal = _both(story, m)
        story.change(source, m[2].number, -1)
        story.change(goal, m[2].number, 1)

    return tell


G.words(
    "same_now",
    *"一样多 同样多 相等 一样重 相同 一样 同样重 一样长".split(),
)


G.alias(
    "as_many",
    "<adv>* (这|他们)? <K> <kind_word> <noun>? (的)? (<noun>|<measured_word>)? <adv>* (就|正好|刚好|恰好|便|也)* <same_now> (了)?",
    "<adv>* (他们|她们|它们) (<K> 人)? (的)? (<noun>|<measured_word>)? (就|正好|刚好|恰好)* <same_now> (了)?",
)
G.words("if", "如果", "要是", "假如", "若", "若是", "假设")


@G.rule("core", "<as_many>", cost=0.1)
def _equal_now() -> Meaning:
    """After the changes both have as many."""

    def tell(story: Story) -> None:
        changed = [s for s, at in story.ledger.items() if at]
        for group in story.groups if len(changed) == 1 else ():
            members = [(m.owner, m.item) for m in group.members]
            if len(members) == 2 and changed[0] in members:
                changed = members
        if len(changed) != 2:
            raise Unclear
        a, b = (story.balance(s) for s in changed)
        story.relate([(a, ONE), (b, -ONE)])

    return tell


@G.rule("core", "<if> <m:move> (后|以后)? <comma>? (那么|则)? <as_many>", cost=-0.5)
def _would_be_equal(m: tuple[str, str, Amount]) -> Meaning:
    """If so many went from one to the other, both would have as many: they differ by twice that."""

    def tell(story: Story) -> None:
        source, goal = _both(story, m)
        story.relate([(story.balance(source), ONE), (story.balance(goal), -ONE)], 2 * m[2].number)

    return tell


# -- sharing out -----------------------------------------------------------------------------------


@G.rule(
    "core",
    "<noun>? (给|要给|把) <a:noun> (们)? (分|发) <b:noun>",
    "<noun>? (把|将) (一些|一批|一堆|若干|这批|这些)? <b:noun> (平均)? (分|发) 给 (一些|若干|几个|全班)? <a:noun> (们)?",
    "<adv>* <a:noun> (们)? (去)? (分|栽|种|搬|植|领|拿) <b:noun>",
    "<a:noun> (们)? (分|搬|栽|种) (一批|一些|一堆) <b:noun>",
    "一 <U> <a:noun> (们)? (去)? (分|栽|种|搬) <b:noun>",
    cost=0.4,
)
def _sharing(a: str, b: str) -> Meaning:
    def tell(story: Story) -> None:
        if any(story.ledger) or story.groups:
            raise Unclear
        for name in (a.removesuffix("们"), b):
            story.balance(("", story.meet(name)))

    return tell


G.words(
    "over",
    *"多 剩 余 余下 剩下 多出 还剩 还多 剩余 还余 就多".split(),
    value=1,
)
G.words(
    "over",
    *"少 缺 差 不够 还差 还缺 还少 少了".split(),
    value=-1,
)


@G.rule(
    "core",
    "<adv>* (如果|若|要是)? 每 <U> <noun>? <adv>* (分|栽|种|坐|住|发|搬|植|领|得|拿|吃|分给|分到) (了)? <n:N> <u:U> <noun>? <comma>? (就|还|则|又|会|那么|便|将)* <s:over> (了|出|下)? <k:N> <U> <noun>?",
    "<adv>* (如果|若|要是)? 每 <U> <noun>? <adv>* (分|栽|种|坐|住|发|搬|植|领|得|拿|吃|分到) (了)? <n:N> <u:U> <noun>? <comma>? (就|则|那么)* (正好|刚好|恰好) (分完|分|栽完|搬完|发完|种完)? (完)?",
    cost=-0.3,
)
def _shared_out(n: Fraction, u: str, s: int = 0, k: Fraction = Fraction(0)) -> Meaning:
    """So many each, and so many over or short: things = n · people + k."""

    def tell(story: Story) -> None:
        slots = [slot for slot in story.ledger if slot[1] != MONEY_ITEM]
        if len(slots) != 2 or any(story.ledger[slot] for slot in slots):
            raise Unclear
        people, things = (story.balance(slot) for slot in slots)
        story.note_unit(things.item, u)
        story.relate([(story.speak(things), ONE), (story.speak(people), -n)], s * k)

    return tell


# -- what is left is spent on one thing ------------------------------------------------------------


@G.rule(
    "core",
    "<a:who>? <adv>* (用|拿)? (剩下|余下|剩余) 的 钱 <adv>* (全|全部|都|用来|拿来)* 买 (了)? <x:noun>",
    cost=-0.2,
)
def _rest_spent_on(x: str, a: Who | None = None) -> Meaning:
    def tell(story: Story) -> None:
        story.who(owner_of(a))
        story.item = story.meet(x)

    return tell
