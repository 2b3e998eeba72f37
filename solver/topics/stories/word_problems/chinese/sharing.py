"""Chinese clauses about wholes and their parts: shares, ratios, what is left. See `word_problems.chart` for the notation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems.chinese.comparing import comparisons
from solver.topics.stories.word_problems.chinese.lexicon import COLLECTIVE
from solver.topics.stories.word_problems.chinese.phrases import DAY_WORDS, G
from solver.topics.stories.word_problems.meanings import Amount, Compared, Meaning, Thing
from solver.topics.stories.word_problems.quantities import ONE, Group, Unclear
from solver.topics.stories.word_problems.story import Story

G.words(
    "scene_verb",
    *"租用 租用了 租 租了 购进 购进了 购买 购买了 买 买了 参加 报名参加 报名 分为 分成 里面有 种植 种植了 合作 合做 合伙 共同 合".split(),
)


def _whole_of(l: Sequence[str], amount: Amount) -> Meaning:  # noqa: E741
    """So many, made of these parts; where the noun is none of theirs, the parts are those who have them."""

    def tell(story: Story) -> None:
        noun = amount.item
        shared = all(story.words(noun) & story.words(part) for part in l)
        by_owner = bool(noun) and not shared and (noun not in COLLECTIVE or amount.money)
        say.whole(amount, "", tuple(l), by_owner=by_owner)(story)

    return tell


# how many: "共有图书60本", "一共50个", "60本书"
G.alias("total_verb", "<HAS>", "<MADE>", "<scene_verb>", "<did>")


@G.rule(
    "in_all",
    "<adv>* (<total_verb>)? <all> (<is>)? (<total_verb>)? (了)? (<x:noun>)? <n:N> <u:U> (<x:noun>)?",
    "(的|之|总) (和|数|数是|总和) (是|为) <n:N> <u:U>",
    "<comma> <adv>* (<total_verb>)? <all> (<is>)? (<total_verb>)? (了)? (<x:noun>)? <n:N> <u:U> (<x:noun>)?",
    "(<measured>) (的|之)? (和|总和) (是|为) <n:N> <u:U>",
    "(<measured>) <all> (是|为|有)? <n:N> <u:U>",
    "的 <x:noun> <all> (有|是)? <n:N> <u:U>",
)
def _in_all(n: Fraction, u: str, x: str = "") -> Amount:
    return Amount(n, x, u)


@G.rule(
    "in_all", "<adv>* (<total_verb>)? <all> (<is>)? (<total_verb>)? (了)? (<cash>)? <m:M> (的)? (<cash>)?"
)
def _money_in_all(m: Amount) -> Amount:
    return m


@G.rule(
    "core",
    "<scene>? <adv>* (<HAS>|<MADE>|<scene_verb>)? <l:list> (<x:kinds>)? (的)? (<person>)? <q:in_all>",
    "<scene> <adv>* (<HAS>|<MADE>) <q:qty> <comma>? (包括|有|分别是|分为|其中有|是)? <l:list>",
    "<scene>? <adv>* (<HAS>|<MADE>) <l:list> (<x:kinds>)? <q:qty>",
    cost=0.4,
)
def _whole(l: tuple[str, ...], q: Amount, x: str = "") -> Meaning:  # noqa: E741
    return _whole_of(l, q if q.item or q.money else replace(q, item=x))


G.words(
    "person",
    *"学生 同学 人 工人 职工 员工 队员".split(),
)


@G.rule(
    "core",
    "<scene>? <adv>* (<HAS>|<MADE>) <all>? <q:qty>",
    "<scene>? <adv>* <all> (<HAS>|<MADE>|<scene_verb>|<did>)? (了)? <q:qty>",
    "(一|这|某)? (<U>)? <x:noun> <adv>* (<did>|长|重|有|全长|共有|共|高|全长是|长是|一共|总长|的面积是|面积是|的重量是|共重|长度是|全长为|总共)+ <q:qty>",
    "(<phrase>)? (一|这)? (<U>)? (共|长|重)? <q:qty> (长|重)? 的 <x:noun>",
    "(<phrase>)? (一|这)? (<U>)? <q:qty> 的 <x:noun>",
    "(<noun> 的)? <x:noun> 的 (面积|长度|质量|重量|全长|总面积) (是|为|有) <q:qty>",
    cost=1.2,
)
def _counted(q: Amount, x: str = "") -> Meaning:
    return say.whole(Amount(q.number, q.item or x, q.unit))


@G.rule("core", "<x:noun>", cost=1.5)
def _begins_bare(x: str) -> Meaning:
    return begins(x)  # type: ignore[no-any-return]


@G.rule("core", "(<phrase>)? (<HAS>|<MADE>|<did>|有)? (了)? 一 (大|小)? <U> <x:noun>", cost=-0.5)
def begins(x: str) -> Meaning:
    """A whole without a number: "一根绳子"."""

    def tell(story: Story) -> None:
        if story.groups or any(story.ledger) or story.told:
            raise Unclear
        say.new_whole(story, x, "", ())

    return tell


@G.rule("core", "<noun>? <k:K> 天 (看|读|修|运|做|用|吃|走)? 完 (了)? 一 <U> <x:noun>", cost=0.5)
def _begins_days(k: Fraction, x: str) -> Meaning:
    """ "…reads a book in three days": as many parts as days."""

    def tell(story: Story) -> None:
        begins(x)(story)
        story.groups[-1].expected = int(k)

    return tell


@G.rule(
    "core",
    "一 <U> <noun> 从 <noun> (开往|开到|驶往|驶向|去|到|开去|前往) <noun>",
    "<noun> 从 <noun> (开往|开到|驶往|驶向|去|到|走到|步行到) <noun>",
)
def _on_the_way() -> Meaning:
    return begins("路程")  # type: ignore[no-any-return]


@G.rule(
    "core",
    "<adv>* (<these_many>)? <adv>* <all> (有|是|用了|用|<did>|<total_verb>)? (了)? <q:qty>",
    "(全班|全校|人数) <all> (有|是)? <q:qty>",
    cost=0.3,
)
def _whole_is(q: Amount) -> Meaning | None:
    if q.money:
        return None

    def tell(story: Story) -> None:
        say.whole_is(
            Amount(
                q.number,
                "" if q.item in ("", story.groups[-1].noun if story.groups else "") else q.item,
                q.unit,
            )
        )(story)
        story.note_unit(story.groups[0].noun, q.unit)

    return tell


@G.rule(
    "core",
    "<adv>* (每|每名|每个) (人|同学|学生|名同学) <adv>* (只|只能|都只|必须)? (参加|选|报|选择|投) (了)? (其中)? 一 (<U>|类|种) <noun>?",
)
def _one_each() -> Meaning:
    return say.nothing


# -- shares ----------------------------------------------------------------------------------------

G.words(
    "whole_word",
    *(
        "总数 总人数 总数的 全部 总量 全班 全校 全长 全程 全书 总面积 全体 总钱数 所有 总棵数 "
        "总本数 总质量 总 全年级 全厂 全村 总产量 总金额 总重量 它 总长 其 总额 全文 总页数 总只数 "
        "总台数 总条数 总辆数 总支数 总朵数 总个数 总张数 总体积 总数量 总量的 总任务 总收入 全家"
    ).split(),
)


@G.rule(
    "base",
    "(其中|卖出)? <whole_word> (<noun>)? <measured>? (的)?",
    "(其中)? (这批|这些|这堆|这桶|这条|这本|这袋|这根) <noun>? <measured>? (的)?",
    "<noun> (的)? <whole_word> (的)?",
    "<these_many> (的)? <whole_word> (的)?",
)
def _of_whole() -> Thing:
    return Thing(role="whole")


@G.rule("base", "(余下|剩下|其余|剩余|余下部分|剩下部分) (的)? (<noun>)? <measured>? (的)?")
def _of_rest() -> Thing:
    return Thing(role="rest")


@G.rule("base", "((一|这) <U>)? <x:noun> <measured>? (的)?", cost=0.3)
def _of_noun(x: str) -> Thing:
    return Thing(x)


def shares(part: str, fraction: Fraction, base: Thing | None) -> Meaning:
    """A part is a fraction of the whole, of the rest or of another part: "苹果树占40%", "其余的1/3是梨树".

    Without a base, and with nothing told before, there is a whole that has no name.
    """

    def tell(story: Story) -> None:
        if not story.groups and (base is None or base.role == "whole") and not story.told:
            say.new_whole(story, "", "", ())
        group = story.only_group() if story.groups or story.told else None
        if base is not None and base.name and group is not None:
            _check_base(story, group, base)
        if (
            group is not None
            and (key := story.part(group, part)) is not None
            and any(r.given and key in r.terms for r in story.relations)
        ):
            raise Unclear  # told before: another one is meant
        if (
            base is not None
            and base.name
            and group is not None
            and (whole := story.part(group, base.name)) is not None
            and group.closed
        ):
            key = story.balance(("", story.meet(part)))  # a part of a part
            story.relate([(story.speak(key), 1), (whole, -fraction)])
            return
        if base is not None and base.role == "rest" and group is not None and group.closed:
            told = [m for m in group.members if any(r.given and m in r.terms for r in story.relations)]
            key = story.member(group, part)
            if not told or key in told:
                raise Unclear
            story.relate([(key, 1), (group.whole, -fraction), *((m, fraction) for m in told)])
            story.speak(key)
            return
        say.share(part, fraction, base)(story)

    return tell


def _check_base(story: Story, group: Group, base: Thing) -> None:
    """What a share is of has to be the whole or one of its parts."""
    if (
        story.part(group, base.name) is None
        and group.noun
        and not story.words(group.noun) & story.words(base.name)
        and not story.words(group.owner) & story.words(base.name)
    ):
        raise Unclear


G.rule("rest_of", "(余下|剩下|其余|剩余) (的)? (<noun>)? (中|里)? <comma>?")(lambda: Thing(role="rest"))
G.words(
    "TAKES",
    *"占 占了 是 为 约占 占去 占到".split(),
)


@G.rule(
    "core",
    "(其中)? <adv>* <p:noun> (的)? <measured>? <TAKES> (<b:base>)? <f:F>",
    "(其中)? <adv>* <p:phrase> (的)? <measured>? <TAKES> (<b:base>)? <f:F>",
    "<b:rest_of> <p:noun> (的)? <measured>? <TAKES> <f:F>",
    "(其中)? <f:F> (<b:base>)? (是|为|种|种了|种的是) <p:phrase>",
    "(<b:base>)? (的)? <f:F> (是|为|种|种了|用来|用于|做了) <p:phrase>",
    "<p:noun> <f:F>",
)
def _share(p: str, f: Fraction, b: Thing | None = None) -> Meaning:
    return shares(p, f, b)


@G.rule("does", "<LOSE>", "<GAIN>", "<did> (了)?", "<did> (完|好) (了)?")
def _does() -> str:
    return ""


@G.rule(
    "core",
    "<a:actor> <does> (了)? (<b:base>)? (的)? <f:F> (<p:phrase>)?",
    "<a:actor> <b:base> (的)? <f:F>",
    "<does> (了)? (<b:base>)? (的)? <f:F> <comma>?",
    "(给|送给|借给|捐给|给了|送给了|分给) (了)? <p:noun> (<b:base>)? (的)? <f:F>",
    "<does> (了)? (<b:base>)? (的)? <f:F> <p:phrase>",
    cost=0.5,
)
def _does_share(f: Fraction, b: Thing | None = None, p: str = "", a: str = "") -> Meaning:
    return shares(a + p or "用去", f, b)


@G.rule(
    "actor",
    "(<noun>)? (先|又|再|后来|接着)? <a:time> (<noun>)? (又|再|先|共|一共|只)*",
    "<a:noun> (先|又|再|后来|接着)*",
)
def _actor(a: str) -> str:
    return a


@G.rule("actor", "(先)", "(再|又|后来|接着)")
def _sequence() -> None:
    return None


for _word, _name in (("先", "先"), ("再", "再"), ("又", "又")):
    G.rule("actor", f"<noun>? {_word}")(lambda name=_name: name)


@G.rule(
    "core",
    "<a:actor> (<v:LOSE>|<v:did>|<v:GAIN>) (完|好)? (了)? (的)? (是|有)? <q:qty>",
    "<a:actor> (<v:LOSE>|<v:did>|<v:GAIN>) (完|好)? (了)? <x:noun> <q:qty>",
    cost=0.6,
)
def _does_so_many(a: str, q: Amount, v: str, x: str = "") -> Meaning | None:
    """At one time so many of a whole are done, sold, used; what comes in is no part of what was there."""
    if q.money or a in ("先", "再", "又") or v in _INCOMING or v.removesuffix("了")[-1] in "来回进入到":
        return None

    def tell(story: Story) -> None:
        item = q.item or x
        if not story.groups and not story.told and (a in DAY_WORDS or a.startswith("第")):
            say.new_whole(story, item, "", ())
            story.groups[-1].implied = True
        group = story.only_group()
        if item and group.noun and item != group.noun:
            raise Unclear
        if group.noun:
            story.note_unit(group.noun, q.unit)
        say.part_is(a, Amount(q.number, "", q.unit))(story)

    return tell


_INCOMING: Final = frozenset(
    "收 收了 得 得了 得到 获得 买 买了 捡 捡了 捡到 拾 拾到 领 领到 借 添 添了 增加 增加了 存 存了 收获 挣 挣了 赚 赚了 上 上了".split()
)


@G.rule("done_base", "<a:actor> <does>? (的)? <measured>? (的)?", "<a:noun> <does> (的)? <measured>?")
def _done_base(a: str) -> tuple[Thing, ...]:
    return (Thing(a),)


comparisons("done_compared", "done_base")


@G.rule("core", "<a:actor> <does>? (的)? (<noun>)? <measured>? <adv>* <c:done_compared>", cost=0.4)
def _done_compares(a: str, c: Compared) -> Meaning:
    """A part by another part of the same whole."""

    def tell(story: Story) -> None:
        group = story.only_group()
        base = story.part(group, c.base[0].name)
        if base is None:
            raise Unclear
        key = story.member(group, a)
        group.shared = True
        story.equate([(key, ONE)], [(base, c.times)], c.plus)

    return tell
