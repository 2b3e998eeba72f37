"""Chinese clauses about mixtures, and kinds of vehicles and packs that hold so many. See `word_problems.chart`."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems.chinese.phrases import G
from solver.topics.stories.word_problems.meanings import Amount, Meaning
from solver.topics.stories.word_problems.quantities import Key, Unclear, the_only
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.story import Story

# -- mixtures --------------------------------------------------------------------------------------

G.words("MIX", *"搅拌 配制 配 混合 调配 制 做 组 合 配成 混合配 配制成 搅拌成 制成 调制".split())
G.alias("mixed_so", "(<MIX>)? (而成|成|的|而成的|配成的)*")
G.alias("by_ratio", "(按|按照|以) (质量|体积|重量)? (比)? (照)?")


@G.rule(
    "core",
    "(一 种|某 种|有 一 种)? <x:noun> (是)? (由|用|把|将) <l:list> <by_ratio> <r:ratio> (的)? (<measured>)? (的)? (比|比例)? (来)? <mixed_so>",
    "(<MIX>|要配制|要配) (一 种|某 种)? <x:noun> <comma> <l:list> <ratio_word> <r:ratio>",
    cost=-0.5,
)
def _mixture(x: str, l: tuple[str, ...], r: tuple[Fraction, ...]) -> Meaning | None:  # noqa: E741
    return _mixed(x, l, r) if len(l) == len(r) else None


def _mixed(name: str, parts: Sequence[str], ratio: Sequence[Fraction]) -> Meaning:
    """A mixture of these parts only, in a ratio; how much of it comes later."""

    def tell(story: Story) -> None:
        if story.groups:
            raise Unclear
        noun = story.meet(name)
        group = story.group(Key("whole", "", noun), [story.meet(part) for part in parts])
        story.ratio(group.members, ratio)

    return tell


def _whole_of_mixture(story: Story, name: str) -> Key:
    """How much there is of the mixture of this name, whose parts are all told."""
    return the_only([g.whole for g in story.groups if g.closed and story.words(g.noun) == story.words(name)])


@G.rule(
    "core",
    "<adv>* (<noun> (上|里)?)? (如果|现在)? (要|需要|需|想|准备|计划)* (<MIX>)? (这样的|这种|同样的) <x:noun> <n:N> <u:U>",
    "<adv>* (要|需要|需|想|准备|计划)+ <MIX> (这样的|这种)? <n:N> <u:U> (的|这样的|这种)? <x:noun>",
    "<adv>* (要|需要|需|想|准备|计划)* <MIX> (成|出)? (这样的|这种)? <n:N> <u:U> (的|这样的|这种)? <x:noun>",
)
def _so_much_of_it(x: str, n: Fraction, u: str) -> Meaning:
    def tell(story: Story) -> None:
        whole = _whole_of_mixture(story, x)
        story.note_unit(whole.item, u)
        story.define(whole, n)

    return tell


@G.rule(
    "question",
    "(全部 (用完|用上)? <comma>?)? <qadv>* (一共|共)? (能|可以|可)* <MIX> (成|出)? (这样的|这种)? <x:noun> <how_much> <u:U>",
    "(全部 (用完|用上)? <comma>?)? <qadv>* (一共|共)? (能|可以|可)* <MIX> (成|出)? <how_much> <u:U> (这样的|这种)? <x:noun>",
    cost=-0.2,
)
def _how_much_of_it(x: str, u: str) -> Question:
    def asking(story: Story) -> None:
        whole = _whole_of_mixture(story, x)
        story.note_unit(whole.item, u)
        story.ask(whole)

    return Question((asking,))


# -- so many a day ---------------------------------------------------------------------------------

G.words("period", *"天 小时 分钟 周 个月 个星期 星期 年 个小时 次 秒".split())


@G.rule(
    "core",
    "<who>? <adv>* (平均)? 每 <p:period> <v:did> (了)? <n:N> <u:U> <x:noun>? <comma> <adv>* (<did>|干|工作|用) (了)? <k:N> <q:period> (后|以后|之后)?",
    "<who>? <adv>* (<did>|干|工作) (了)? <k:N> <q:period> <comma> <adv>* (平均)? 每 <p:period> <v:did> (了)? <n:N> <u:U> <x:noun>?",
    "<who>? <adv>* (平均)? 每 <p:period> <v:did> (了)? <x:noun> <n:N> <u:U> <comma> <adv>* (<did>|干|工作|用) (了)? <k:N> <q:period> (后|以后|之后)?",
    cost=-0.5,
)
def _so_many_a_day(p: str, q: str, n: Fraction, k: Fraction, u: str, v: str, x: str = "") -> Meaning | None:
    """So many a day for so many days: a part of the whole, or how many there are."""
    if p.removeprefix("个") != q.removeprefix("个"):
        return None

    def tell(story: Story) -> None:
        if story.groups or story.told:
            group = story.only_group()
            if group.noun:
                story.note_unit(group.noun, u)
            total = story.member(group, v)
            group.shared = True
        else:
            total = story.count(x or u + "数")
            story.note_unit(total.item, u)
        rate = Key("rate", total.item, p)
        story.define(rate, n)
        story.relate([(story.speak(total), 1), (rate, -k)])

    return tell


# -- those who take part ---------------------------------------------------------------------------


@G.rule("core", "<scene>? 有 <q:qty> (参加|报名|在|来|去|正在) <phrase>", cost=0.6)
def _take_part(q: Amount) -> Meaning:
    return say.whole(q)


# -- vehicles of two sizes -------------------------------------------------------------------------


@G.rule(
    "core",
    "<adv>* (租|租了|租用|用|开|开了|有) <n:N> 座 的? <a:noun> (和|与|、) <m:N> 座 的? <b:noun> <all> <k:N> <u:U>",
    cost=-0.3,
)
def _two_sizes(n: Fraction, m: Fraction, a: str, b: str, k: Fraction, u: str) -> Meaning:
    """Vehicles with so many seats each; that all are taken has to be said."""
    return say.telling(
        say.whole(Amount(k, "车", u), "", (a, b)),
        say.each_has(a, Amount(n, "人")),
        say.each_has(b, Amount(m, "人")),
    )


@G.rule(
    "core",
    "<phrase>? <adv>* (一连|一共|连续)? <did>? (了)? <n:N> <u:U>",
    cost=0.9,
)
def _counts_the_kinds(n: Fraction, u: str) -> Meaning:
    """ "8 days": as many as there are of the kinds that were told with their rates."""

    def tell(story: Story) -> None:
        kinds = [name for name, _ in story.rates if story.units.get(name) == u]
        kinds += [name for name in story.priced if story.units.get(name) == u]
        if len(kinds) < 2 or story.groups:
            raise Unclear
        key = Key("whole", "", story.meet(f"{u}数"))
        story.units[key.item] = u
        story.group(story.speak(key), kinds)
        story.define(key, n)

    return tell


@G.rule(
    "core",
    "<phrase>? <adv>* (一共|总共|共) (重|采|采了|装|装了|得|做了|收|收了|运了|运|生产了|坐|坐了|载|载了|住|住了|坐下|乘坐了|乘坐|能坐|装下) (了)? <n:N> <u:U>",
    cost=0.4,
)
def _all_they_have(n: Fraction, u: str) -> Meaning:
    def tell(story: Story) -> None:
        if sum(item == u for _, item in story.rates) < 2 or ("", u) in story.ledger:
            raise Unclear
        story.has("", n, u, u)

    return tell
