"""Chinese clauses and questions about wholes that are cut up: areas, lengths, shares of what is left. See `word_problems.chart`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems.chinese.phrases import G, Who
from solver.topics.stories.word_problems.chinese.purchases import has_money
from solver.topics.stories.word_problems.chinese.sharing import shares
from solver.topics.stories.word_problems.meanings import Amount, Meaning, Thing
from solver.topics.stories.word_problems.quantities import ONE, Unclear, the_only
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.story import Story

# -- wholes ----------------------------------------------------------------------------------------

G.words(
    "extent",
    *"占地 占地面积是 占地面积为 面积为 面积是 占地面积有 面积有 总面积是 总面积为 全长 全长是 全长为 长 重 共重 总质量是 总重 总产量是 的总面积是".split(),
)


@G.rule("core", "(<phrase>)? (一|这|某|有一)? (<U>)? <x:noun> <adv>* (的)? <extent> <q:qty>", cost=0.5)
def _extends(q: Amount, x: str) -> Meaning | None:
    """ "一个果园占地24公顷"."""
    if q.item or q.money or not q.unit:
        return None

    def tell(story: Story) -> None:
        if story.groups:
            raise Unclear
        say.whole(replace(q, item=x))(story)

    return tell


@G.rule("core", "(它|其)? (的)? (总)? (面积|长度|质量|重量|体积|占地面积) (是|为|有|共) <q:qty>", cost=0.2)
def _its_extent(q: Amount) -> Meaning | None:
    """ "有一块长方形地，面积是600平方米"."""
    if q.item or q.money:
        return None

    def tell(story: Story) -> None:
        if story.groups and (story.groups[-1].members or story.groups[-1].whole in story.known):
            raise Unclear
        if story.groups:
            say.note(story, q)
            story.note_unit(story.groups[-1].noun, q.unit)
            story.define(story.groups[-1].whole, q.number)
        else:
            say.whole(q)(story)

    return tell


@G.rule(
    "core", "<p:noun> <adv>* (的)? (占地|占地面积是|面积是|占|的面积是|占地面积为|面积为) <q:qty>", cost=0.3
)
def _part_extends(p: str, q: Amount) -> Meaning | None:
    """ "喷泉占地40平方米": a part that was named."""
    if q.item or q.money:
        return None

    def tell(story: Story) -> None:
        if not story.groups or (key := story.part(story.groups[-1], p)) is None:
            raise Unclear
        if story.groups[-1].noun:
            story.note_unit(story.groups[-1].noun, q.unit)
        story.define(story.speak(key), q.number)

    return tell


@G.rule(
    "core",
    "<a:who> <adv>* (这个月|本月|每月|每个月|上月|上个月|今年|去年|月|全年)? (的)? (总)? (工资|收入|奖金|压岁钱|零花钱|存款|稿费|年终奖) (是|有|为|共|共有)? <m:M>",
    cost=0.2,
)
def _income_is(a: Who, m: Amount) -> Meaning | None:
    """ "爸爸这个月的工资是9000元"."""
    return has_money(m, a)  # type: ignore[no-any-return]


# -- shares ----------------------------------------------------------------------------------------

G.words(
    "used_for",
    *"用于 用来 用作 种植 修 铺 建 修建 做成 是用来 用在 拿来 作为 分给 捐给 存入 放在 属于 在 交给 送给 给 卖给".split(),
)


@G.rule(
    "core",
    "(其中)? <adv>* (<b:base>)? (的)? <f:F> <adv>* <used_for> <p:phrase>",
    "(其中)? <adv>* (把|将|用|拿|拿出) (其中 的?|<b:base>) (的)? <f:F> <used_for> <p:phrase>",
    cost=0.2,
)
def _share_used(f: Fraction, p: str, b: Thing | None = None) -> Meaning:
    """ "其中35%用来还房贷"."""
    return shares(p, f, b)


@G.rule("core", "<adv>* (占|占了|约占|正好占|恰好占|正好是|是|相当于) <b:base> <f:F>", cost=0.3)
def _last_is_share(b: Thing, f: Fraction) -> Meaning | None:
    """ "参加绘画的有18人，占全班人数的40%": the number told just before."""
    if b.role not in ("whole", "rest", ""):
        return None

    def tell(story: Story) -> None:
        last = story.last
        if (
            last is None
            or last not in story.known
            or last.kind not in ("count", "whole")
            or last.kind == "count"
            and last.at
        ):
            raise Unclear
        if not story.groups or [g.whole for g in story.groups] == [last] and not story.groups[0].members:
            unit = story.units.get(last.item) or story.units.get(last.owner) or ""
            say.new_whole(story, "", "", ())
            if unit:
                story.units[""] = unit
        group = story.groups[-1]
        if group.closed or group.whole == last:
            raise Unclear
        base = say.base_of_share(story, group, b) if group.members or b.role else None
        if base is not None and any(k == last for k, _ in base):
            raise Unclear
        if last not in group.members:
            group.members.append(last)
        group.shared = True
        story.relate([(last, ONE), *((k, -f * c) for k, c in (base or [(group.whole, ONE)]))])

    return tell


# -- ratios ----------------------------------------------------------------------------------------

G.words(
    "into_parts",
    *"用于 修建 建 锯成 截成 剪成 分别用于 分别种 种植 种 栽 分到 分给 分成 分配给 投给 划分给 运给 发给 送给 用来 分在 分种 分别分给 分别种植 分配到 分别修建 做成 作为 改建 分运 分别运给 建成 分派给 铺".split(),
)


@G.rule(
    "by_ratio_of",
    "(再)? (按|按照|以) (<measured>)? (比|比例|之比)? (是|为)? <r:ratio> (的)? (<measured>)? (比例|比)? (来)?",
)
def _by_ratio_of(r: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
    return r


@G.rule(
    "core",
    "(把|将)? <REST> (的|部分|的部分)? (<noun>)? <adv>* <r:by_ratio_of> <into_parts> <l:list> (<these_many>)? (<did>)? (完)?",
    "(把|将)? <REST> (的|部分|的部分)? (<noun>)? <adv>* (由|让|分给|给)? <l:list> (<these_many>)? <r:by_ratio_of> (<into_parts>|<did>|分配|分|承担|完成)* (完)?",
    cost=-0.3,
)
def _rest_by_ratio(l: tuple[str, ...], r: tuple[Fraction, ...]) -> Meaning | None:  # noqa: E741
    """ "剩余部分按5:2修建花坛和喷泉"."""
    return say.rest_are(l, r) if len(l) == len(r) else None


@G.rule(
    "core", "<adv>* <r:by_ratio_of> (分|分配|全部)? <into_parts> (了)? <l:list> (<these_many>)?", cost=-0.2
)
def _all_by_ratio(l: tuple[str, ...], r: tuple[Fraction, ...]) -> Meaning | None:  # noqa: E741
    """ "捐款9万元，按2:3:4分给甲、乙、丙三所学校": all that was told just before."""
    if len(l) != len(r):
        return None

    def tell(story: Story) -> None:
        group = story.only_group()
        if group.members:
            raise Unclear
        for name in l:
            story.member(group, name)
        story.close(group)
        story.ratio(group.members, r)

    return tell


_PIECES = ("较短的一段", "较长的一段")
G.words("cut", *"锯成 剪成 截成 分成 切成 折成 裁成 锯 截 剪 分割成 分为".split())
G.words("piece_word", *"段 份 部分 块 堆 根 组 个部分 截 批".split())


def _cut(story: Story, ratio: Sequence[Fraction], *, rest: bool) -> None:
    if len(ratio) != 2 or ratio[0] == ratio[1]:
        raise Unclear
    group = story.only_group()
    if bool(group.members) != rest or group.closed:
        raise Unclear
    names = _PIECES if ratio[0] < ratio[1] else _PIECES[::-1]
    keys = [story.member(group, name) for name in names]
    story.close(group)
    story.ratio(keys, ratio)


@G.rule(
    "core",
    "(把|将)? (它)? (<noun>)? <adv>* <r:by_ratio_of> <cut> (了)? (长短不同的|不相等的)? <K> <piece_word>",
    cost=-0.2,
)
def _is_cut(r: tuple[Fraction, ...]) -> Meaning:
    return lambda story: _cut(story, r, rest=False)


@G.rule(
    "core",
    "(把|将)? (一 <U>|一个|这 <U>)? (长|重)? <q:qty> (长|重)? 的? <x:noun> <adv>* <r:by_ratio_of> <cut> (了)? <K> <piece_word>",
    cost=-0.2,
)
def _whole_is_cut(q: Amount, x: str, r: tuple[Fraction, ...]) -> Meaning | None:
    """ "把一根180厘米的木条按4:5锯成两段"."""
    if q.item:
        return None
    return say.telling(say.whole(replace(q, item=x)), lambda story: _cut(story, r, rest=False))


@G.rule(
    "core",
    "(把|将)? <REST> (的|部分|的部分)? (<noun>)? <adv>* <r:by_ratio_of> <cut> (了)? <K> <piece_word>",
    cost=-0.2,
)
def _rest_is_cut(r: tuple[Fraction, ...]) -> Meaning:
    return lambda story: _cut(story, r, rest=True)


G.words(
    "longer",
    *"较长的一段 长的一段 较长一段 较长的那段 长的那段 较长的 较大的一份 较多的一份 较重的一份 较大的一块 较多的一堆 较大的一部分 较长的那一段".split(),
    value=1,
)
G.words(
    "longer",
    *"较短的一段 短的一段 较短一段 较短的那段 短的那段 较短的 较小的一份 较少的一份 较轻的一份 较小的一块 较少的一堆 较小的一部分 较短的那一段".split(),
    value=0,
)


@G.rule("question", "(其中)? <s:longer> (<noun>)? (长|重|是|有|长度是|的长度是)* <how_much> <U>", cost=-0.4)
def _piece(s: int) -> Question:
    def asking(story: Story) -> None:
        keys = [m for g in story.groups for m in g.members if m.item == _PIECES[s]]
        story.ask(the_only(keys))

    return Question((asking,))


# -- shared among several ------------------------------------------------------------------------------


@G.rule(
    "core",
    "(把|将)? (一 <U>|这 <U>|一些)? <x:noun> <adv>* (分给|分配给|捐给|送给|分到|发给|分别送给|分别分给|卖给) (了)? <l:list> (<these_many>)?",
    cost=0.2,
)
def _is_shared_among(x: str, l: tuple[str, ...]) -> Meaning:  # noqa: E741
    """ "一批图书分给甲、乙、丙三个学校"."""
    return say.of_parts("", l, x)


@G.rule(
    "core",
    "(<noun>)? (把|将) <q:qty> <adv>* (按|按照) (<noun>|<measured>)+ (的)? (比|比例|多少) (<into_parts>|分配) (给)? <k:K> (个|名|位) <noun> (<did>)?",
    cost=-0.2,
)
def _shared_by_number(q: Amount, k: Fraction) -> Meaning:
    """ "把360棵树苗按人数比分给三个班": the ratio comes later."""
    return say.whole(q, kinds=int(k))


@G.rule(
    "question",
    "<p:noun> (应|应该|将|能|可以|会)? (分得|分到|分|得到|得|种|运|捐|领|收到|获得)+ (了)? <how_much> <yuan>",
    cost=0.2,
)
def _money_of_part(p: str) -> Question:
    """ "乙校分得多少元"."""

    def asking(story: Story) -> None:
        keys = [k for g in story.groups if (k := story.part(g, p)) is not None]
        if len(keys) != 1 or not story.currency:
            raise Unclear
        story.ask(keys[0])

    return Question((asking,))
