"""Chinese clauses and questions about numbers in a ratio, rectangles, and what is done and what is not. See `word_problems.chart`."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems.chinese.phrases import G
from solver.topics.stories.word_problems.chinese.sharing import begins
from solver.topics.stories.word_problems.meanings import Amount, Meaning
from solver.topics.stories.word_problems.quantities import Group, Key, Unclear, the_only
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.story import Story

# -- numbers in a ratio ------------------------------------------------------------------------------

_NUMBERS = {2: ("较小的数", "较大的数"), 3: ("最小的数", "中间的数", "最大的数")}


@G.rule("core", "<phrase>? <k:K> 个? (自然)? 数 (的|之)? 比 (是|为|等于) <r:ratio>", cost=-0.3)
def _numbers_in_ratio(k: Fraction, r: tuple[Fraction, ...]) -> Meaning | None:
    """ "三个数的比是2:3:4"."""
    if len(r) != k or len(set(r)) != len(r) or k not in _NUMBERS:
        return None

    def tell(story: Story) -> None:
        group = story.group(Key("whole", "", "和"), _NUMBERS[int(k)])
        story.ratio(group.members, sorted(r))

    return tell


@G.rule(
    "core",
    "(已知)? (它们|这 <K> 个? 数|<K> 个? 数|<K> 数|这些数)? (的|之)? (和|总和) (是|为|等于) <n:N>",
    cost=-0.1,
)
def _their_sum(n: Fraction) -> Meaning:
    return lambda story: _define_sum(story, n)


@G.rule("core", "(它们|这 <K> 个? 数|<K> 个? 数|<K> 数) 的? 平均数? (是|为|等于) <n:N>", cost=-0.1)
def _their_mean(n: Fraction) -> Meaning:
    def tell(story: Story) -> None:
        group = _of_numbers(story)
        _define_sum(story, n * len(group.members))

    return tell


def _of_numbers(story: Story) -> Group:
    groups = [g for g in story.groups if g.whole.item == "和"]
    return the_only(groups)


def _define_sum(story: Story, value: Fraction) -> None:
    story.define(_of_numbers(story).whole, value)


G.words("number_name", *"最大的数 最大数 最大的一个数 最大的一个 最大的那个数".split(), value="最大的数")
G.words("number_name", *"最小的数 最小数 最小的一个数 最小的一个 最小的那个数".split(), value="最小的数")
G.words("number_name", "中间的数", "中间数", value="中间的数")
G.words("number_name", *"较大的数 较大数 大数 较大的一个数 较大的那个数".split(), value="较大的数")
G.words("number_name", *"较小的数 较小数 小数 较小的一个数 较小的那个数".split(), value="较小的数")


@G.rule(
    "question",
    "(其中)? <x:number_name> (是|为)? (<how_much>)?",
    "(这)? <K> 个? 数 (各|分别)+ (是|为)? <how_much>",
    cost=-0.3,
)
def _number_in_ratio(x: str = "") -> Question:
    def asking(story: Story) -> None:
        group = _of_numbers(story)
        keys = [m for m in group.members if x in ("", m.item)]
        if not keys or not x and len(keys) > 2:
            raise Unclear
        story.ask(*keys)

    return Question((asking,))


# -- rectangles --------------------------------------------------------------------------------------


@G.rule(
    "core",
    "(一|有一|某)? (个|块)? 长方形 (<noun>)? (的)? 周长 (是|为|等于)? <n:N> <u:U>",
    "(用)? (一根)? (长)? <n:N> <u:U> (长)? 的? (铁丝|绳子|篱笆|竹篱笆|栅栏) (正好|刚好|恰好)? (围成|做成|围|折成|围出) (了)? (一个|一块) 长方形 (<noun>)?",
    "(长方形|它|这个长方形) 的? 周长 (是|为) <n:N> <u:U>",
    cost=-0.4,
)
def _rectangle(n: Fraction, u: str) -> Meaning:
    """ "一个长方形的周长是60厘米": length and width are half of it."""

    def tell(story: Story) -> None:
        if story.groups:
            raise Unclear
        group = story.group(Key("whole", "", "半周"), ("长", "宽"))
        story.units["长"] = story.units["宽"] = story.units["半周"] = u
        story.relate([(group.whole, Fraction(2))], n)

    return tell


# -- what is done and what is not ----------------------------------------------------------------------


@G.rule(
    "core",
    "<adv>* (已经|已)? <v:did> (了|过|完)? (的)? <measured>? (和|与|跟|同|：|:) (没|没有|未|还没|还没有|剩下|余下)+ (<did>)? (的)? <measured>? <ratio_word> <r:ratio>",
    cost=-0.4,
)
def _done_to_undone(v: str, r: tuple[Fraction, ...]) -> Meaning | None:
    """ "已经看了的页数与没看的页数的比是3:5"."""
    if len(r) != 2:
        return None

    def tell(story: Story) -> None:
        if not story.groups and not story.told:
            begins("")(story)
        group = story.only_group()
        if group.members:
            raise Unclear
        keys = [story.member(group, name) for name in (v, f"没{v}")]
        story.close(group)
        story.ratio(keys, r)

    return tell


@G.rule("core", "<adv>* (已经|已|已知)? (已经)? <v:did> (了|过|好)? <q:qty>", cost=0.2)
def _done_is(v: str, q: Amount) -> Meaning | None:
    if q.money:
        return None
    return lambda story: _part_of_work(story, v, q)


@G.rule(
    "core",
    "<adv>* (还剩|剩下|还有|还剩下)? (没|没有|未) <v:did> (的|过)? (有|是)? <q:qty>",
    "<adv>* (还剩|剩下|还有|还剩下|余下) <q:qty> (没|没有|未) <v:did> (完)?",
    cost=-0.2,
)
def _undone_is(v: str, q: Amount) -> Meaning:
    return lambda story: _part_of_work(story, f"没{v}", q)


def _part_of_work(story: Story, name: str, amount: Amount) -> None:
    keys = [m for g in story.groups if g.closed for m in g.members if m.item == name]
    story.define(story.speak(the_only(keys)), amount.number)


@G.rule(
    "question",
    "<who>? <qadv>* (还剩|还有|还剩下|还)? (<how_much> <u:U> (<noun>)?)? (没|没有|未) <v:did> (的)? (完)? (有|是)? (<how_much> <u:U>)?",
    "<who>? <qadv>* (已经|已) <w:did> (了)? <how_much> <u:U> (<noun>)?",
    cost=-0.1,
)
def _how_much_undone(u: str = "", v: str = "", w: str = "") -> Question | None:
    if not u:
        return None

    def asking(story: Story) -> None:
        name = f"没{v}" if v else w
        keys = [m for g in story.groups if g.closed for m in g.members if m.item == name]
        story.ask(the_only(keys))

    return Question((asking,))


@G.rule(
    "question", "(没|没有|不|未) <p:phrase> (的)? (<noun>)? (有|是|占)* <how_much> <U> (<noun>)?", cost=-0.1
)
def _how_many_do_not(p: str) -> Question:
    """ "没订报纸的有多少户": all but the only part that was told."""

    def asking(story: Story) -> None:
        group = story.groups[-1] if len(story.groups) == 1 else None
        if group is None or len(group.members) != 1 or group.closed:
            raise Unclear
        told = story.words(group.members[0].item) - story.words(group.noun)
        if not told or told != story.words(p) - story.words(group.noun):
            raise Unclear
        story.ask_sum("rest", story.left_over(group))

    return Question((asking,))


@G.rule(
    "core",
    "<scene>? <adv>* (<noun>)? <adv>* (有|分|分为|设有|共有) (了)? <k:K> 个 (班|班级|年级|车间|小组|组|队|小队|部门|分厂|兴趣小组)",
    cost=-0.3,
)
def _has_parts(k: Fraction) -> Meaning:
    """ "六年级有三个班": so many parts; their names come later."""
    return say.of_so_many_parts(int(k))
