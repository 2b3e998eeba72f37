"""Chinese questions about how many there are. See `word_problems.chart` for the notation."""

from __future__ import annotations

from solver.topics.stories.word_problems import questions as ask
from solver.topics.stories.word_problems.chinese.phrases import G, Who
from solver.topics.stories.word_problems.chinese.purchases import owner_of
from solver.topics.stories.word_problems.chinese.targets import check_heard, how_many, target
from solver.topics.stories.word_problems.meanings import Bought, Thing
from solver.topics.stories.word_problems.products import latest, multiply, rate_of, resolve
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Key, Unclear, the_only
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.story import Story

G.words(
    "HOLD",
    *(
        "有 是 为 分到 分得 得到 获得 应分 应得 卖出 做了 运来 应分得 得 占 种了 栽了 植树 种 "
        "植 栽 养了 长 重 应 拿到 卖了 售出 买了 买来 加工了 完成了 做 应栽 应种 收集了 放了 "
        "摘了 捐了 修了 看了 装 坐 租了 开了 停了 可以分到 可分得 花了 存了 储存了 投进 共有 有着 "
        "面积 答对了 胜了 平了 会 需要 需 要 加工 还 分 用了 剪了 借了 运了 养 生产了 卖 存粮 "
        "存款 捐款 植了 折了 应该 可以 能 写了 数 也 要准备 应准备 又 画了 现在 用 做出 采了 "
        "购进了 购进 订购了 采购了 卖出了 售出了 收藏了 养着 展出了 买进了 运进了 收了 招了 录取了 印了 存放了 打碎了 派送了 入库 收获 占地 运 占地面积是 面积是"
    ).split(),
)


@G.rule(
    "question",
    "<p:phrase> <measured>? <HOLD>* <how_much> <u:U> <x:noun>?",
    "<p:phrase> <measured> <HOLD>* (<how_much>)?",
    cost=0.3,
)
def _phrase(p: str, x: str = "", u: str = "") -> Question:
    return how_many(p, heard=x, unit=u)


@G.rule(
    "question",
    "<a:who>? <in>? <qadv>* <HOLD>* <how_much> <u:U> (的)? <x:noun>",
    "<a:who>? <qadv>* <HOLD> <HOLD>* <x:noun> <HOLD>* <how_much> <u:U>",
    "<a:phrase> <HOLD> <HOLD>* <how_much> <u:U> (的)? <x:noun>",
    cost=0.1,
)
def _of_noun(x: str, a: Who | str | None = None, u: str = "") -> Question:
    context = a if isinstance(a, str) else (a[0] or "") if a else ""
    return how_many(x, context=context, unit=u)


@G.rule(
    "question",
    "<origin>? <names:names> <measured>? (<origin>|<HOLD>|<each_other>)* <origin> (<origin>|<HOLD>|<each_other>)* (<h:noun>)? <how_much> <u:U> (<h:noun>)?",
    "<origin> <names:names> <measured>? (<HOLD>|<each_other>)* <how_much> <u:U> (<h:noun>)?",
    "<a:who> <origin> <HOLD>* <how_much> <u:U> <x:noun>",
    "<a:who> <origin> <HOLD>* <x:noun> <how_much> <u:U>",
    "<names:names> <origin> <each_other>? <HOLD>* (<h:noun>)? <how_much> (<U>|<yuan>)",
    cost=-0.3,
)
def _originally(
    names: tuple[str, ...] = (), h: str = "", a: Who | None = None, x: str = "", u: str = ""
) -> Question:
    if x:
        return how_many(x, context=(a[0] or "") if a else "", first=True, unit=u)
    return how_many(*names, heard=h, first=True, unit=u)


@G.rule(
    "question",
    "<x:noun> <measured>? <HOLD>* <how_much> <u:U>",
    "<o:noun> (的|里的|里) <x:noun> <measured>? <HOLD>* <how_much> <u:U>",
    "(这|那) (批|些|<U>) <x:noun> <measured>? <HOLD>* <how_much> <u:U>",
    "<x:noun> <measured>",
)
def _noun(x: str, o: str = "", u: str = "") -> Question:
    return how_many(x, context=o, unit=u)


@G.rule("question", "<p:noun> (<qadv>)* (有|共有) <how_much> <u:U> (名)? <h:phrase>", cost=0.4)
def _part_does(p: str, u: str, h: str) -> Question:
    """ "六年级有多少人参加合唱队", where of those who do so the sixth form is a part."""

    def asking(story: Story) -> None:
        check_heard(story, h)
        key = story.part(story.only_group(), p)
        if key is None:
            raise Unclear
        story.ask(key)

    return Question((asking,))


G.alias("each_other", "(各|分别|各自)")


@G.rule(
    "question",
    "(<phrase>)? (里|中|有)? <l:list> (<these_many>)? <measured>? <each_other> <HOLD>* (<noun>)? <how_much>? <u:U>? (<h:noun>)?",
    "<l:list> <HOLD>* <each_other> <HOLD>* <how_much> <u:U> (<h:noun>)?",
    "<l:list> (的)? <measured_word>",
    "<l:list> <each_other>? 几何",
    "<l:list> <each_other>* <HOLD>* <how_much> <u:U>",
    cost=-0.2,
)
def _each_of(l: tuple[str, ...], h: str = "", u: str = "") -> Question:  # noqa: E741
    return how_many(*l, heard=h, unit=u)


@G.rule(
    "question",
    "<a:noun> <HOLD>* <how_much> <u:U> (<h:noun>)? <comma> <b:noun> <HOLD>* <how_much> <u:U> (<h:noun>)?",
    cost=-0.4,
)
def _two(a: str, b: str, h: str = "", u: str = "") -> Question:
    return how_many(a, b, heard=h, unit=u)


@G.rule(
    "question",
    "(<phrase>)? <each_other> <HOLD>* <how_much>? <u:U>? (<h:noun>)?",
    "(它们|他们|她们|<these_many>) <measured>? <each_other> <HOLD>* <how_much> <u:U> (<h:noun>)?",
    cost=0.6,
)
def _each(h: str = "", u: str = "") -> Question:
    def asking(story: Story) -> None:
        check_heard(story, h)
        ask.each_part().meanings[0](story)

    return Question((asking,))


# -- left, in all, more ----------------------------------------------------------------------------

G.words(
    "LEFT",
    *(
        "还剩下 还剩 剩下 剩余 余下 剩 还有 现在有 现在还有 还余 还余下 还能剩 还会剩 还留下 现在 "
        "还能剩下 还剩余 还空着"
    ).split(),
)


@G.rule(
    "question",
    "<a:who>? <in>? <qadv>* <w:LEFT> (有|还有)? <how_much> <u:U> (<x:noun>)? (没|没有|未)? (<did>|<LOSE>)? (完|走|出去)?",
    "<a:who>? <in>? <qadv>* <w:LEFT> <x:noun> <how_much> <u:U>",
    cost=-0.2,
)
def _left(w: str, a: Who | None = None, x: str = "", u: str = "") -> Question:
    def asking(story: Story) -> None:
        if u:
            changed = [
                k
                for k in (story.balance(s) for s, at in story.ledger.items() if at)
                if story.units.get(k.item, u) == u
            ]
            if len(changed) == 1 and (not x or story.words(x) & story.words(changed[0].item)):
                story.ask(changed[0])
                return
        if not any(word in w for word in ("剩", "余", "空", "还有")):
            raise Unclear  # what there is now is not what the parts told leave
        ask.how_many_left(x, "").meanings[0](story)

    return Question((asking,))


@G.rule(
    "question",
    "(<a:phrase>|他们|她们|它们|两人|俩人|他们俩|她们俩|<K> 人)? (<within>)? (<these_many>|这 <K> 天|<K> (天|周|次))? (<within>)? <qadv>* <all> (<HOLD>|<did>|<total_verb>)* (了)? <how_much> <u:U> (<x:noun>)?",
    "(<a:phrase>|他们|她们|它们|两人|俩人|他们俩|她们俩|<K> 人)? (<within>)? (<these_many>|这 <K> 天|<K> (天|周|次))? (<within>)? <qadv>* <all> (<HOLD>|<did>|<total_verb>)* (了)? <x:noun> <how_much> <u:U>",
    "<a:phrase> <all> <HOLD> (了)? <t:two_things> <how_much> <u:U>",
    "<t:two_things> (<these_many>)? <all> (<HOLD>|<did>)* <how_much> <u:U>",
    cost=0.3,
)
def _in_all(u: str, a: str = "", x: str = "", t: tuple[Thing, ...] = ()) -> Question:
    def asking(story: Story) -> None:
        if not (story.lexicon.is_collective(x) and len(story.groups) == 1):
            check_heard(story, x)
        ask.how_many_in_all(x, t).meanings[0](story)

    return Question((asking,))


@G.rule(
    "question",
    "((这|那|该) (<U>|批|些)? (<U>)?|一 <U>|批|些) <x:noun> <measured>? <qadv>* (全长|长|有|重|是|全书|共|一共|原来|原有|的|总|总共|高|原|共有|长度|质量|重量|面积|体积)* <how_much> <u:U>",
    "<noun>? <noun>? 相距 <how_much> <u:U>",
    "(全程|全长|全书|总数|总长|总人数) (是|有|共|长)* <how_much> <u:U>",
    "(<noun>)? <qadv>* (<origin>|全长|共|一共) (有|长|重|共)* <how_much> <u:U>",
    "<x:noun> <qadv>* (全长|共|一共|原来|原有) (长|有|共|重)* <how_much> <u:U>",
    "(全班|全校|全年级|全厂|全村|全院) <qadv>* (共|一共)? (有)? <x:noun>? (有)? <how_much> <u:U>",
    cost=0.2,
)
def _whole(u: str, x: str = "") -> Question:
    """How many the whole has of which shares were told."""

    def asking(story: Story) -> None:
        if not story.lexicon.is_collective(x):
            check_heard(story, x)
        wholes = [g.whole for g in story.groups if g.whole not in story.known]
        if len(wholes) != 1 or x and wholes[0].item and not story.words(x) & story.words(wholes[0].item):
            raise Unclear
        if story.units.setdefault(wholes[0].item, u) != u:
            raise Unclear
        story.ask(wholes[0])

    return Question((asking,))


@G.rule(
    "question",
    "<a:thing> (<does>)? (的)? (<noun>)? 比 <b:thing> <more> (了)? (<noun>)? <how_much> <u:U> (<h:noun>)?",
    cost=-0.2,
)
def _more(a: Thing, b: Thing, h: str = "", u: str = "") -> Question:
    return _difference(a, b, 1, h)


@G.rule(
    "question",
    "<a:thing> (<does>)? (的)? (<noun>)? 比 <b:thing> <less> (了)? (<noun>)? <how_much> <u:U> (<h:noun>)?",
    cost=-0.2,
)
def _fewer(a: Thing, b: Thing, h: str = "", u: str = "") -> Question:
    return _difference(a, b, -1, h)


def _difference(a: Thing, b: Thing, sign: int, heard: str) -> Question:
    def asking(story: Story) -> None:
        check_heard(story, heard)
        if any(x.number != 1 or x.role or x.kind for x in (a, b)):
            ask.how_many_more([a], [b], sign=sign).meanings[0](story)
            return
        first, second = target(story, a.name, a.owner or ""), target(story, b.name, b.owner or "")
        story.ask_sum("difference", [(first, ONE * sign), (second, -ONE * sign)])

    return Question((asking,))


@G.rule("question", "<a:thing> (是|为|相当于) <b:thing> 的 <how_much> 倍")
def _times(a: Thing, b: Thing) -> Question:
    return ask.how_many_times([a], [b])


@G.rule(
    "question",
    "<l:lines> <qadv>* (一 (次|天))? <all>? (能|可以)* (<holds>|<did>)? (<noun>)? <how_much> <u:U>",
    cost=0.1,
)
def _lines_hold(l: tuple[Bought, ...], u: str = "") -> Question | None:  # noqa: E741
    if any(x.price is not None for x in l):
        return None

    def asking(story: Story) -> None:
        terms = []
        for line in l:
            rates = [
                rate for (container, _), rate in story.rates.items() if container == story.meet(line.name)
            ]
            terms.append((the_only(rates), line.number))
        story.ask_sum("total", terms)

    return Question((asking,))


@G.rule("question", "<a:who>? <qadv>* (还|最多|一共|共|能|可以|够)* 买 (到|回)? <how_much> <u:U> (<x:noun>)?")
def _how_many_bought(u: str, a: Who | None = None, x: str = "") -> Question:
    """How many can be bought with the money that there is."""

    def asking(story: Story) -> None:
        who = ask.holder(story, owner_of(a))
        name = story.meet(x) if x else story.item
        price = Key("price", "", name)
        value = story.value(price)
        if (
            value is None
            or any(name == item for p in story.purchases for _, item in p.lines)
            or story.units.get(name, u) != u
        ):
            raise Unclear
        count = Key("count", "", name)
        story.note_unit(name, u)
        story.relate([(story.balance((who, MONEY_ITEM)), ONE), (count, -value)])
        story.settle({price})
        story.ask(count)

    return Question((asking,))


# -- so many each ----------------------------------------------------------------------------------


@G.rule(
    "question",
    "(平均)? 每 <u:U> <x:noun>? <HOLD>* (<each_verb>)? (了)? <how_much> <v:U> (<noun>)?",
    cost=-0.2,
)
def _each_gets(u: str, v: str, x: str = "", h: str = "") -> Question:
    def asking(story: Story) -> None:
        check_heard(story, h)
        resolve(story)
        total, count = latest(story, v), latest(story, u, x)
        rate = rate_of(story, u + x if u == "个" and x else u, total.item)
        multiply(
            story, story.balance((total.owner, total.item)) if total.kind == "count" else total, count, rate
        )
        resolve(story)
        story.ask(rate)

    return Question((asking,))
