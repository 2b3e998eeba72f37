"""Chinese clauses about how many kinds, parts and people a whole has, and about parts that are counted. See `word_problems.chart`."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems.chinese.phrases import G
from solver.topics.stories.word_problems.meanings import Amount, Meaning
from solver.topics.stories.word_problems.quantities import Unclear
from solver.topics.stories.word_problems.story import Story


@G.rule(
    "core",
    "<scene>? <adv>* (<HAS>|<MADE>|由)? <k:K> (种|个|类|组|班|队) <x:noun> <comma>? <q:in_all>",
    "<phrase>? <k:K> (种|个|类|组|班|队) <x:noun> (<did>|<total_verb>)? <q:in_all>",
    "<scene>? <adv>* <all>? (<HAS>|<MADE>)? <k:K> (种|类) <q:qty>",
    "<phrase>? <k:K> (名|位|个|人|队|组|家|户|所) (<noun>)? (合作|共同|合伙|一起|合)? (<did>) (了)? <q:qty>",
    cost=0.5,
)
def _several(k: Fraction, q: Amount, x: str = "") -> Meaning:
    amount = Amount(q.number, q.item or x, q.unit)

    def tell(story: Story) -> None:
        group = story.groups[0] if len(story.groups) == 1 else None
        if group is not None and len(group.members) == k and group.whole not in story.known:
            group.expected, group.noun = (
                int(k),
                group.noun or story.meet(amount.item),
            )  # "只有这三种书，共1000本"
            story.note_unit(group.noun, q.unit)
            story.define(group.whole, q.number)
        else:
            say.whole(amount, kinds=int(k))(story)

    return tell


@G.rule(
    "core",
    "(分为|分成|包括|设有|下设|分别是|由) <l:list> (<k:K> (个)? (<kind_word>|部门|区域|车间|区|部|组))? (组成)?",
    cost=0.3,
)
def _divided_into(l: tuple[str, ...], k: Fraction | None = None) -> Meaning | None:  # noqa: E741
    """ "一家公司有员工1400名，分为生产部、销售部和研发部": the parts of what was counted last."""
    return say.of_parts("", l) if k in (None, len(l)) else None


@G.rule("core", "<noun>? (里|中)? (只|仅|就|一共) 有 这 <k:K> (种|类|样) <noun>? ）?", cost=-0.2)
def _only_these(k: Fraction) -> Meaning:
    """ "图书角只有这三种书"."""
    return say.kinds_in_all(k)


@G.rule("core", "<scene>? <adv>* (<HAS>|<MADE>|<did>) (了)? <K> (种|类) (<colour>)? (的)? <noun>", cost=0.2)
def _has_kinds() -> Meaning:
    """ "张大爷家养了三种家禽": which ones is told next."""

    def tell(story: Story) -> None:
        if story.groups or story.told:
            raise Unclear

    return tell


@G.rule("core", "其中 (，|,)? <adv>* <p:noun> (有|是|为|占)? <q:qty>", cost=-0.2)
def _part_counted(p: str, q: Amount) -> Meaning | None:
    """ "学校图书馆共有图书1500本，其中故事书有300本"."""
    if q.money or q.item:
        return None

    def tell(story: Story) -> None:
        if story.groups and story.groups[-1].closed:
            raise Unclear
        group = story.only_group()
        if group.noun:
            story.note_unit(group.noun, q.unit)
        say.part_is(p, Amount(q.number, "", q.unit))(story)

    return tell


@G.rule("core", "(由|分给|分别由) <l:list> (<k:K> (人|个人|个年级|个班|队|组|个车间))? (<phrase>)?", cost=1)
def _by_these(l: tuple[str, ...], k: Fraction | None = None) -> Meaning | None:  # noqa: E741
    """ "由甲、乙、丙三人完成": the parts of what was counted last."""
    return say.of_parts("", l) if k in (None, len(l)) else None


@G.rule(
    "core",
    "(把)? (一笔)? <m:M> (的)? <noun> 分给 <k:K> (个)? <noun>",
    "<noun> 的 <n:N> <u:U> <x:noun> (中|里)",
)
def _shared_among(
    m: Amount | None = None, k: Fraction | None = None, n: Fraction | None = None, u: str = "", x: str = ""
) -> Meaning | None:
    if m is not None:
        return say.whole(m, by_owner=True, kinds=int(k or 0))
    return say.whole(Amount(n or Fraction(0), x, u))


@G.rule("core", "<scene>? <adv>* (<HAS>|<MADE>|<scene_verb>) <l:list> (<x:kinds>)? (若干 <U>)?", cost=0.8)
def _of_parts(l: tuple[str, ...], x: str = "") -> Meaning:  # noqa: E741
    return say.of_parts("", l, x)


@G.rule(
    "core", "<l:list> <adv>* <all> (<HAS_MONEY>|存|存了|攒了|捐了|捐款|挣了) (了)? <m:M> (<cash>)?", cost=-0.3
)
def _money_of_them(l: tuple[str, ...], m: Amount) -> Meaning:  # noqa: E741
    """ "爸爸和小军一共带了260元"."""
    return say.whole(m, "", l, by_owner=True)
