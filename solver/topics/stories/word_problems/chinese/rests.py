"""Chinese clauses about what is left of a whole, and about ratios. See `word_problems.chart` for the notation."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems.chinese.phrases import G
from solver.topics.stories.word_problems.chinese.sharing import begins, shares
from solver.topics.stories.word_problems.meanings import Amount, Meaning, Thing
from solver.topics.stories.word_problems.quantities import Unclear
from solver.topics.stories.word_problems.story import Story

# -- the rest --------------------------------------------------------------------------------------

G.words(
    "REST",
    *"其余 剩下 余下 剩余 其他 其它 剩 余 另外 其余地方 其余部分 剩下部分 余下部分 其余的人 剩下的人 另外的".split(),
)


@G.rule(
    "core",
    "<REST> (的|部分|的部分)? (<noun>)? (中)? (全是|全部是|都是|是|为|种|种的是|全|都|全部|种了|全种|分别是|参加)* <l:names>",
    "<l:names> (是|为|占)? (其余|剩下|余下) (的)?",
    "<REST> (的|部分|的部分)? (<noun>)? (全|全部|都)? (由|分给|给|归|投给|送给|卖给|捐给) (了)? <l:names> (<these_many>)? (<did>|<GAIN>|<LOSE>)? (完|完成|加工)?",
    "<REST> (的)? (全|都|全部)? (种|做|给|买|运|做成|归) (了|给)? <l:names>",
    cost=0.2,
)
def _rest_are(l: tuple[str, ...]) -> Meaning:  # noqa: E741
    return say.rest_are(l)


@G.rule(
    "core",
    "<REST> (的|部分|的部分)? (<noun>)? (由|分给|给)? <l:list> (<these_many>)? (再)? (<K> (队|人|个人|组|班|车间))? (按|按照|以) <r:ratio> (的比|的比例|来)* (<did>|分配|分|来分|运|修|完成|加工)? (完|完成)?",
    "<l:list> (再)? (按|按照) <r:ratio> (的比例|的比)? (分配|分|来分) (了)? <REST> (的)? <noun>?",
    "<REST> (的|部分)? (<noun>)? (再)? (按|按照) <r:ratio> (的 <measured_word>? 比|的比例)? (<did>|种)? <l:list>",
    "<REST> (的|部分)? (<noun>)? (再)? (按|按照) <r:ratio> (的比例|的比)? (分配|分|来分|剪)? (给|成|种|到|在|捐给|分给|送给|投给|发给|卖给|借给|运往|运到)? <l:list> (<these_many>)?",
    cost=-0.3,
)
def _rest_in_ratio(l: tuple[str, ...], r: tuple[Fraction, ...]) -> Meaning | None:  # noqa: E741
    return say.rest_are(l, r) if len(l) == len(r) else None


@G.rule(
    "core",
    "<REST> (的|部分)? (<noun>)? (由|是|分给|给) <k:K> (个|位|名|种|类|人) <noun>? (<did>)? (完|完成|合做)?",
    cost=0.3,
)
def _rest_of_several(k: Fraction) -> Meaning:
    """So many others make up the rest; their names come later."""

    def tell(story: Story) -> None:
        group = story.only_group()
        if group.closed or not group.members:
            raise Unclear
        group.expected = len(group.members) + int(k)

    return tell


@G.rule(
    "core",
    "<adv>* (前)? <k:K> (天|周|次|个月|小时|年|人|组|队|个 <noun>) <adv>* <all> (<did>|<GAIN>|<LOSE>|<total_verb>)? (了)? <q:qty>",
    cost=0.2,
)
def _parts_together(k: Fraction, q: Amount) -> Meaning:
    """The parts told so far, as many as are said, have so many together."""

    def tell(story: Story) -> None:
        group = story.only_group()
        if group.closed or len(group.members) != k or len(group.members) < 2:
            raise Unclear
        story.note_unit(group.noun, q.unit)
        story.relate([(m, 1) for m in group.members], q.number)

    return tell


@G.rule("core", "<adv>* (正好|恰好|刚好|也就是|即|就是|正好是|恰好是)+ (<does>)? (了)? <q:qty>", cost=0.4)
def _that_is(q: Amount) -> Meaning:
    """ "3/8 were eaten, just 15 kg": the part spoken of last."""

    def tell(story: Story) -> None:
        group = story.only_group()
        if story.last is None or story.last not in group.members:
            raise Unclear
        story.note_unit(group.noun, q.unit)
        story.define(story.last, q.number)

    return tell


@G.rule(
    "core",
    "<a:who>? <adv>* (把|将|用) (了)? <b:base> (的)? <f:F> (<does>|给|捐给|借给|送给|存进|存入|用来|分给)+ (了)? <p:phrase>?",
    cost=0.1,
)
def _uses_share(f: Fraction, b: Thing, p: str = "", a: object = None) -> Meaning:
    return shares(p or "用去", f, b)


@G.rule("core", "<scene>? <k:K> (个|名|位) <noun> <adv>* <did> <x:noun>?", cost=0.8)
def _several_do(k: Fraction, x: str = "") -> Meaning:
    """So many groups of people do something; how much comes later."""

    def tell(story: Story) -> None:
        begins(x)(story)
        story.groups[-1].expected = int(k)

    return tell


@G.rule("core", "<scene>? <adv>* <HAS> <noun>", cost=2)
def _there_are() -> Meaning:
    return say.nothing


@G.rule(
    "core",
    "<names> (一起|共同|合作|合伙|都)+ <phrase>",
    "<names> (去|来) <phrase>",
    "<names> <adv>* (在)? <phrase> (玩|比赛|劳动|锻炼)",
    cost=1,
)
def _activity() -> Meaning:
    return say.nothing


@G.rule("core", "(全班|全校|全年级|全组|全厂) <q:qty> <phrase>?", cost=0.6)
def _all_of_class(q: Amount) -> Meaning:
    return say.whole(q)


@G.rule("core", "(一 <U>)? <x:noun> <does> (了)? (的)? <f:F>", cost=0.8)
def _share_of_new(x: str, f: Fraction) -> Meaning:
    return say.telling(begins(x), shares("用去", f, None))


@G.rule("core", "<k:K> (个|位|名) <noun> <adv>* (分|平分|共同|合作|合做|合买|合分)+ (了)? <q:qty>", cost=0.3)
def _several_share(k: Fraction, q: Amount) -> Meaning:
    return say.whole(q, kinds=int(k))


@G.rule("core", "<phrase>? (用|拿|把|将) <l:list> <cooking>", cost=0.5)
def _mixed(l: tuple[str, ...]) -> Meaning:  # noqa: E741
    return say.of_parts("", l)


G.words(
    "cooking",
    *"煮粥 做菜 混合 配成 拌馅 做馅 做蛋糕 配制 混在一起 做成 榨汁 搅拌 做饭 包饺子".split(),
)


@G.rule("core", "<REST> (的)? (<noun>)? (是|有|为|还有|重|长)? <q:qty> (<phrase>)?", cost=0.6)
def _rest_is(q: Amount) -> Meaning:
    return say.rest_is(q)


@G.rule(
    "core",
    "<adv>* (还剩下|还剩|剩下|剩|余下|还余) (了)? (<whole_word>)? (的)? <f:F> (没|没有|未)? <did>? (完)?",
    cost=0.2,
)
def _rest_is_share(f: Fraction) -> Meaning:
    """What is left is a fraction of the whole."""

    def tell(story: Story) -> None:
        group = story.only_group()
        story.relate([*story.left_over(group), (group.whole, -f)])

    return tell


# -- ratios ----------------------------------------------------------------------------------------

G.alias(
    "ratio_word",
    "(的|之)? <measured>? (的|之)? (比|比例|比值) (是|为|等于|：|:)?",
    "<measured_word> (的|之) 比 (是|为)?",
    "(数量|个数|人数|本数|棵数|只数|质量|面积|票数|张数|长度|价格|单价|年龄|条数|台数|辆数|朵数|支数|块数|页数|投资额|投资|度数|钱数|存款|高度|重量|体积|产量|盒数|件数|册数|株数|头数) (的|之)? (比|比例) (是|为)?",
)


@G.rule(
    "core",
    "(<REST>|<place>)? (的)? (<noun>)? (中)? (<does>)? <l:list> (<these_many>)? (<does>)? (的)? (<noun>)? <ratio_word> <r:ratio>",
    "(<measured>)? <a:noun> (:|：|比) <b:noun> (=|是|为) <r:ratio>",
    "<a:noun> <measured> (和|与|跟|同|:|：|比) <b:noun> <measured> <ratio_word> <r:ratio>",
    cost=-0.2,
)
def _ratio(r: tuple[Fraction, ...], l: tuple[str, ...] = (), a: str = "", b: str = "") -> Meaning | None:  # noqa: E741
    names = l or (a, b)
    return _in_ratio(names, r) if len(names) == len(r) else None


@G.rule(
    "core",
    "<REST> (的)? (<K> (类|种|个|样|部分))? (<noun>)? (中)? <comma>? <l:list> (<these_many>)? (<does>)? (的)? (<noun>)? <ratio_word> <r:ratio>",
    "<REST> (的)? (是|为) <l:list> <comma> (<these_many>|它们|两者)? <ratio_word> <r:ratio>",
    cost=-0.3,
)
def _ratio_of_rest(r: tuple[Fraction, ...], l: tuple[str, ...]) -> Meaning | None:  # noqa: E741
    """ "剩下的科技书和连环画的数量比是5:3": these two are all the rest."""
    if len(l) != len(r):
        return None

    def tell(story: Story) -> None:
        if story.only_group().closed:
            raise Unclear
        say.rest_are(l, r)(story)

    return tell


_MEASURED_IN: Final = {
    "重量": frozenset("克斤吨"),
    "面积": frozenset("方顷亩"),
}  # the last sign of their units


def _in_ratio(names: Sequence[str], ratio: Sequence[Fraction]) -> Meaning:
    """A ratio; that there are no other parts has to be said. Animals that are counted are in no ratio of weights."""

    def tell(story: Story) -> None:
        said = story.vocabulary.keys()
        if any(set(what) <= said and not said & units for what, units in _MEASURED_IN.items()):
            raise Unclear
        say.in_ratio([Thing(x) for x in names], ratio, all_parts=True)(story)
        for group in story.groups:
            group.implied = False

    return tell


@G.rule(
    "core",
    "(<these_many>)? <ratio_word> <r:ratio>",
    "(它们|他们|她们|二者|两者) <ratio_word> <r:ratio>",
    "(这)? <K> <kind_word> (<noun>)? <ratio_word> <r:ratio>",
    cost=0.2,
)
def _ratio_of_last(r: tuple[Fraction, ...]) -> Meaning:
    """ "their numbers are as 5 : 7": of the parts that were named last."""

    def tell(story: Story) -> None:
        group = story.only_group()
        keys = group.members[-len(r) :]
        if len(keys) != len(r) or any(story.value(k) is not None for k in keys):
            raise Unclear
        story.ratio(keys, r)

    return tell


@G.rule("core", "<a:actor> <does> (的)? <measured>? (和|与|跟) <b:actor> <does> (的)? <ratio_word> <r:ratio>")
def _done_ratio(a: str, b: str, r: tuple[Fraction, ...]) -> Meaning | None:
    return _in_ratio((a, b), r) if len(r) == 2 else None


@G.rule(
    "core",
    "<noun>? (把|将) <q:qty> (的)? (<x:noun>)? (按|按照) <r:ratio> (的比例|的比)? (分配|分|来分)? (给|成) <l:list> (<these_many>)?",
    "<noun>? (把|将) <q:qty> (按|按照) <r:ratio> (的比例|的比)? (分配|分|来分)? (给|成) <l:list> (<these_many>)?",
)
def _divides(q: Amount, r: tuple[Fraction, ...], l: tuple[str, ...], x: str = "") -> Meaning | None:  # noqa: E741
    return say.whole(q, "", l, r, by_owner=True) if len(l) == len(r) else None


@G.rule("core", "<l:list> (<these_many>)? <all>? (<did>|分|平分)? (了)? <q:qty>", cost=0.8)
def _divide(l: tuple[str, ...], q: Amount) -> Meaning:  # noqa: E741
    return say.whole(q, "", l, by_owner=True)


@G.rule(
    "core",
    "<a:actor> (和|与|跟) <b:actor> <does>? (的)? <measured>? <equal>",
    "<a:actor> <does> (的)? <measured>? (和|与|跟) <b:actor> <does>? (的)? <measured>? <equal>",
)
def _parts_equal(a: str, b: str) -> Meaning:
    def tell(story: Story) -> None:
        group = story.only_group()
        first, second = story.member(group, a), story.member(group, b)
        if first == second:
            raise Unclear
        story.relate([(first, 1), (second, -1)])

    return tell
