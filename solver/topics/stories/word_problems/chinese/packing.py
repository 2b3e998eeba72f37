"""Chinese clauses and questions about packs, sharing out, what one thing yields of another, and sets. See `word_problems.chart`."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems import questions as ask
from solver.topics.stories.word_problems.chinese.phrases import G, Who
from solver.topics.stories.word_problems.chinese.purchases import owner_of
from solver.topics.stories.word_problems.meanings import Amount, Bought, Meaning, Thing
from solver.topics.stories.word_problems.products import rate_of
from solver.topics.stories.word_problems.quantities import ONE, Key, Unclear, the_only
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.story import Story

# -- packs and sharing out ----------------------------------------------------------------------------

G.words(
    "pack_into",
    *"装 装成 装了 分 分成 捆成 捆 扎成 串成 栽 种 站 站成 坐 放 包成 做成 做 裁成 剪成 装在 放在 排成 扎 组成 编成".split(),
)


@G.rule(
    "core",
    "<adv>* (如果|若)? (把 (它们|这些 <noun>?))? 每 <k:N> <u:U> (<noun>)? <adv>* <pack_into> 一 <w:U> (<noun>)?",
    cost=-0.2,
)
def _so_many_a_pack(k: Fraction, u: str, w: str) -> Meaning:
    """ "每25千克装一箱": how many packs is asked."""

    def tell(story: Story) -> None:
        keys = [x for x in story.told if x.kind in ("count", "whole") and story.units.get(x.item) == u]
        if not keys or (w + "数") in story.units:
            raise Unclear
        slot = ("", w + "数")
        story.units[slot[1]] = w
        story.heard.append(slot[1])
        whole = story.balance((keys[-1].owner, keys[-1].item)) if keys[-1].kind == "count" else keys[-1]
        story.relate([(whole, ONE), (story.speak(story.balance(slot)), -k)])

    return tell


@G.rule(
    "question",
    "<who>? <will>* (可以|能|可|需要|要)* <pack_into> (成)? <how_much> <w:U>",
    "<who>? <will>* (可以|能|可|需要|要)* <how_much> <w:U>",
    cost=-0.1,
)
def _how_many_packs(w: str) -> Question:
    def asking(story: Story) -> None:
        slot = ("", w + "数")
        if slot not in story.ledger or story.balance(slot) in story.known:
            raise Unclear
        story.ask(story.balance(slot))

    return Question((asking,))


@G.rule(
    "core",
    "<who>? <adv>* (把|将) <q:qty> (平均)? (分给|装进|放进|装在|放在|分到|分装在|分装到|分装进|平均分给|平均放在) (了)? <n:N> <w:U> (<noun>)? (里|中|上)?",
    "<who>? <adv>* (把|将) <q:qty> 平均 (分成|剪成|截成|锯成|分为) <n:N> <w:U> (<noun>)?",
    cost=-0.2,
)
def _shared_equally(q: Amount, n: Fraction, w: str) -> Meaning | None:
    """ "把96块糖平均分给8个小朋友"."""
    if q.money or not q.unit:
        return None

    def tell(story: Story) -> None:
        if not {"平", "均"} <= story.vocabulary.keys() or any(story.ledger) or story.groups:
            raise Unclear
        item = story.meet(q.item or q.unit + "数")
        story.has("", q.number, item, q.unit)
        story.relate([(story.balance(("", item)), ONE), (rate_of(story, w, item), -n)])

    return tell


@G.rule(
    "question",
    "(平均)? (每|一) <w:U> (<noun>)? <will>* (<HOLD>|<each_verb>)* (了)? <how_much> <u:U> (<noun>)?",
    cost=-0.1,
)
def _how_many_each(w: str, u: str) -> Question:
    def asking(story: Story) -> None:
        found = [
            k
            for (c, item), k in story.per.items()
            if c == w and story.units.get(item) == u and k not in story.known
        ]
        story.ask(the_only(found))

    return Question((asking,))


@G.rule(
    "core",
    "<place>? <x:noun> 每 <v:U> (有|装|装有)? <k:N> <w:U> <comma> <a:who>? <adv>* (<BUY>|<HAS>|<GAIN>) (了)? <n:N> <u:U> (这样的)? (<noun>)?",
    cost=-0.3,
)
def _packs_after(
    x: str, v: str, k: Fraction, w: str, n: Fraction, u: str, a: Who | None = None
) -> Meaning | None:
    """ "鸡蛋每盒12个，妈妈买了5盒"."""
    if u != v or u == w:
        return None
    return say.has_packs(owner_of(a) if a else None, n, u, Amount(k, x), small_unit=w)


@G.rule(
    "core",
    "<a:who>? <adv>* (<BUY>|<HAS>|<GAIN>|<MADE>) (了)? (回)? (一些|若干|一批|一堆|一筐|许多) (<U>)? <x:noun>",
    cost=0.2,
)
def _has_some(x: str, a: Who | None = None) -> Meaning:
    """ "买回一些苹果": how many is asked."""

    def tell(story: Story) -> None:
        if any(story.ledger) or story.groups:
            raise Unclear
        say.has_some(owner_of(a) if a else "", x)(story)

    return tell


@G.rule(
    "question",
    "<a:who>? <qadv>* (<origin>)? (<BUY>|<GAIN>|<HAS>|<MADE>) (了)? (回)? <how_much> <u:U> <x:noun>",
    "这 (些|批|筐|堆) <x:noun> <qadv>* (<origin>)? (有|共有)? <how_much> <u:U>",
    cost=0.2,
)
def _had_at_first(x: str, u: str, a: Who | None = None) -> Question:
    """How many there were before some went away, where that is not told."""

    def asking(story: Story) -> None:
        item = story.meet(x)
        slots = [s for s, at in story.ledger.items() if at and s[1] == item]
        first = Key("count", *the_only(slots), 0)
        if first in story.known:
            raise Unclear
        story.note_unit(item, u)
        story.ask(first)

    return Question((asking,))


# -- proportions of two things -------------------------------------------------------------------------

G.words(
    "yields",
    *"榨 榨出 榨油 磨 磨出 换 换到 产 产出 晒 晒出 织 织出 炼 炼出 提炼 熬 制成 碾 碾出 酿 酿出 烤 兑换 冲 冲出 照".split(),
)


@G.rule(
    "core",
    "<who>? <adv>* (用)? <l:line> (一 <period>)? <adv>* (能|可以|可)* <yields> (了)? (<x:noun>)? <k:N> <w:U>",
    "<who>? <adv>* (用)? <l:line> (一 <period>)? <adv>* (能|可以|可)* <yields> (了)? <k:N> <w:U> <x:noun>",
    cost=-0.2,
)
def _yields(l: Bought, k: Fraction, w: str, x: str = "") -> Meaning:  # noqa: E741
    """ "5千克大豆能榨油2千克"."""

    def tell(story: Story) -> None:
        if story.groups or any(story.ledger) or story.priced or not l.number or l.price is not None:
            raise Unclear
        for meaning in l.told:
            meaning(story)
        rate = rate_of(story, story.meet(l.name), "\0" + w)
        story.units["\0" + w] = w
        story.relate([(rate, l.number)], k)

    return tell


@G.rule(
    "question",
    "<at_this_pace>? (<who>)? <will>* (用|要|有|把)? <l:line> (一 <period>)? <will>* (能|可以|可)* <yields> (出)? (<noun>)? <how_much> <w:U> (<noun>)?",
    cost=-0.3,
)
def _will_yield(l: Bought, w: str) -> Question | None:  # noqa: E741
    if l.price is not None:
        return None

    def asking(story: Story) -> None:
        rate = _yield(story, l.name, w)
        for meaning in l.told:  # in the same unit
            meaning(story)
        story.ask_sum("total", [(rate, l.number)])

    return Question((asking,))


def _yield(story: Story, name: str, unit: str) -> Key:
    rate = story.per.get((story.meet(name), "\0" + unit))
    if rate is None or len(story.per) != 1:
        raise Unclear
    return rate


@G.rule(
    "question",
    "<at_this_pace>? (<who>)? <will>* <yields> (出|成)? (<noun>)? <n:N> <w:U> (<noun>)? <comma>? <will>* (要|用|需)* <how_much> <u:U> (的)? <x:noun>",
    "<at_this_pace>? (<who>)? <will>* <yields> (出|成)? (<noun>)? <n:N> <w:U> (<noun>)? <comma>? <will>* (要|用|需)* <x:noun> <how_much> <u:U>",
    cost=-0.3,
)
def _needed_to_yield(n: Fraction, w: str, x: str, u: str) -> Question:
    def asking(story: Story) -> None:
        rate = _yield(story, x, w)
        value = story.value(rate)
        if not value:
            raise Unclear
        story.note_unit(story.meet(x), u)
        key = story.fresh("count", "", story.meet(x))
        story.relate([(key, value)], n)
        story.settle({rate})
        story.ask(key)

    return Question((asking,))


# -- sets ----------------------------------------------------------------------------------------------


@G.rule(
    "core",
    "<a:who>? <adv>* <BUY> (了)? (这样的)? <n:N> 套 (这样的)? (<noun>)?",
    "<a:who>? <adv>* <BUY> (了)? (一) 套 (这样的)? (<noun>)?",
    cost=0.1,
)
def _buys_sets(n: Fraction = ONE, a: Who | None = None) -> Meaning:
    """ "买了10套桌椅": so many of each of the two things that have a price."""

    def tell(story: Story) -> None:
        if len(story.priced) != 2 or story.purchases:
            raise Unclear
        story.buy(owner_of(a), [(n, item) for item in story.priced])

    return tell


@G.rule("core", "一 <U> <noun> (和|配|与) 一 <U> <noun> (是|为|算|组成|配成|配)+ 一 套")
def _one_set() -> Meaning:
    def tell(story: Story) -> None:
        if len(story.priced) != 2:
            raise Unclear

    return tell


@G.rule(
    "question",
    "<who>? (如果|若)? (<BUY>|订做|订|做) (了)? (这样的)? <n:N> 套 (这样的)? (<noun>)? <comma>? <will>* <all>? <SPEND>* (是)? <how_much> <yuan>",
    cost=-0.2,
)
def _price_of_sets(n: Fraction) -> Question:
    def asking(story: Story) -> None:
        if len(story.priced) != 2 or story.purchases:
            raise Unclear
        ask.cost_of([Thing(x, number=n) for x in story.priced], together=True).meanings[0](story)

    return Question((asking,))
