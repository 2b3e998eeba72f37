"""Chinese clauses that give numbers a meaning of their own: contests, coins and notes, multiples of two numbers."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems.chinese.phrases import G, Who
from solver.topics.stories.word_problems.expressions import decimal
from solver.topics.stories.word_problems.meanings import Amount, Meaning
from solver.topics.stories.word_problems.quantities import ONE, Key, Unclear
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.story import Story, Terms

# -- contests: so many points for a right answer, so many off for a wrong one -----------------------

RIGHT, WRONG, WRONG_OR_NONE = "答对", "答错", "答错或不答"
POINTS = "分"
G.words(
    "right_word",
    *"答对 做对 对 完好运到 投中 套中 击中".split(),
    value=RIGHT,
)
G.words("wrong_word", "答错", "做错", "错", value=WRONG)
G.words(
    "wrong_word",
    *(
        "答错或不答 做错或不做 不答或答错 不做或做错 答错或者不答 做错或者不做 错答或不答 没答或答错 "
        "不答或者答错"
    ).split(),
    value=WRONG_OR_NONE,
)
G.alias("one_question", "(一|每|1)? (道|个)? 题?", "<n:one> 道? 题")
G.words("one", "一")
G.words("gains", "得", "加", "记", "给", "可得", "得到")
G.words("loses", "扣", "减", "倒扣", "扣去", "要扣", "反扣")


@G.rule("core", "<adv>* (规定)? 每? (题|道题)? <r:right_word> <one_question> <gains> <n:N> 分")
def _right_gives(r: str, n: Fraction) -> Meaning:
    return _contest_rate(r, n)


@G.rule("core", "<adv>* (规定)? 每? (题|道题)? <r:wrong_word> <one_question> <loses> <n:N> 分")
def _wrong_takes(r: str, n: Fraction) -> Meaning:
    return _contest_rate(r, -n)


def _contest_rate(name: str, points: Fraction) -> Meaning:
    def tell(story: Story) -> None:
        group = story.only_group()
        story.member(group, name)
        story.define(story.rate(name, POINTS), points)
        if name == WRONG_OR_NONE:
            story.close(group)

    return tell


@G.rule(
    "core",
    "(在)? <phrase>? (竞赛|测验|考试|测试|比赛|抢答赛|抢答|练习|考卷|试卷) (中|里)? <comma>? <adv>* (一共|共|总共)? 有? <n:N> (道题|道|题|个题) (目|题)?",
    "<adv>* (一共|共|总共)? 有? <n:N> (道题|道|题) (目|题)?",
)
def _contest(n: Fraction) -> Meaning:
    return say.whole(Amount(n, "题", "题"))


@G.rule(
    "core",
    "<a:who>? <adv>* (全部|每道题|每题|所有的题|全部的题|每一道题)? (都|全|全都|全部)* (答|做|回答) (完|了|完了) (所有)? 的? (题|题目)? (目)?",
    "<a:who>? (全部|每道题|每题|所有的题|全部的题) (都|全|全都|全部)* (答|做|回答) (完|了|完了)",
    "<a:who>? (回答了|做了|答了|做完了|答完了) (所有|全部|每道) (的)? (题|题目)",
)
def _answered_all(a: Who | None = None) -> Meaning:
    def tell(story: Story) -> None:
        group = story.only_group()
        if WRONG not in [m.item for m in group.members]:
            raise Unclear
        story.close(group)

    return tell


@G.rule(
    "core",
    "<a:who>? <adv>* (得|得了|考了|共得|一共得了|得到|共得了|获得|一共得|总共得了|总共得) (了)? <n:N> 分",
)
def _points(n: Fraction, a: Who | None = None) -> Meaning:
    def tell(story: Story) -> None:
        if not story.rates:
            raise Unclear
        story.has("", n, POINTS, POINTS)

    return tell


for _kind in ("right_word", "wrong_word"):

    @G.rule(
        "question",
        f"<who>? <adv>* <r:{_kind}> 的? (了)? (有)? <how_much> (道题|道|题|个题) (目|题)?",
        f"<who>? <r:{_kind}> 的 题? (目)? (有)? <how_much> (道|题|道题)",
        cost=-0.5,
    )
    def _how_many_right(r: str) -> Question:
        return Question((lambda story: story.ask(_answer(story, r)),))


def _answer(story: Story, name: str) -> Key:
    for group in story.groups:
        for member in group.members:
            if member.item == name:
                return member
    raise Unclear


# -- coins and notes -------------------------------------------------------------------------------

G.words(
    "notes_word",
    *"纸币 人民币 钞票 硬币 邮票 票 门票 电影票 贺卡 笔 币".split(),
)


@G.rule("face", "(面值)? (为|是)? <m:M> (的)?")
def _face(m: Amount) -> Fraction:
    return m.number


@G.rule("face", "(面值)? <n:N> 角 (的)?")
def _jiao(n: Fraction) -> Fraction:
    return n / 10


@G.rule("face", "(面值)? <n:N> 分 (的)?")
def _fen(n: Fraction) -> Fraction:
    return n / 100


def _note_name(face: Fraction, noun: str) -> str:
    if face < 1:
        return (
            f"{decimal(face * 10)}角{noun}"
            if (face * 10).denominator == 1
            else f"{decimal(face * 100)}分{noun}"
        )
    return f"{decimal(face)}元{noun}"


@G.rule(
    "core",
    "<a:who>? <in>? (把 <noun> 里的?)? <adv>* (有|买了|存了|攒了|带了|买|共有|花)? (面值)? (分别)? (为|是)? <f:face> (和|与|、) <g:face> (<K> 种)? (面值)? 的? <x:notes_word> <comma>? <adv>* <all> <is>? 有? <n:N> <u:U>",
    "<a:who>? <in>? <adv>* (有|买了|存了|攒了|买) <f:face> (和|与|、) <g:face> (<K> 种)? (面值)? 的? <x:notes_word> <n:N> <u:U>",
)
def _coins(f: Fraction, g: Fraction, x: str, n: Fraction, u: str, a: Who | None = None) -> Meaning:
    """Coins of two values: so many in all."""

    def tell(story: Story) -> None:
        names = [_note_name(f, x), _note_name(g, x)]
        say.whole(Amount(n, x, u), "", names)(story)
        for name, face in zip(names, (f, g), strict=True):
            story.define(story.rate(name), face)
        story.currency.add("元")

    return tell


@G.rule(
    "coins_of",
    "<f:face> (和|与|、) <g:face> (<K> 种)? (面值)? 的? <x:notes_word> <comma>? <adv>* <all>? 有? <n:N> <u:U>",
)
def _coins_of(f: Fraction, g: Fraction, x: str, n: Fraction, u: str) -> Meaning:
    return _coins(f, g, x, n, u)  # type: ignore[no-any-return]


@G.rule("question", "(其中)? <f:face> <x:notes_word>? <adv>* (有|买了)? <how_much> <U>", cost=-0.5)
def _how_many_notes(f: Fraction, x: str = "") -> Question:
    return Question((lambda story: story.ask(_note(story, f)),))


@G.rule(
    "question",
    "(其中)? <f:face> <x:notes_word>? (和|与|、|，) <g:face> (<K> 种)? 的? <x:notes_word>? <each_other> (有|买了|是)* <how_much> <U>",
    "(这)? <K> 种 (面值的)? <x:notes_word> <each_other> (有|买了|是)* <how_much> <U>",
    "<f:face> <x:notes_word>? (有)? <how_much> <U> <comma> <g:face> <x:notes_word>? (有)? <how_much> <U>",
    cost=-0.7,
)
def _how_many_of_each(f: Fraction | None = None, g: Fraction | None = None, x: str = "") -> Question:
    def asking(story: Story) -> None:
        if f is None or g is None:
            if len(story.groups) != 1 or len(story.groups[0].members) != 2 or not story.priced:
                raise Unclear
            story.ask(*story.groups[0].members)
        else:
            story.ask(_note(story, f), _note(story, g))

    return Question((asking,))


def _note(story: Story, face: Fraction) -> Key:
    for group in story.groups:
        for member in group.members:
            if story.value(Key("price", "", member.item)) == face:
                return member
    raise Unclear


# -- two numbers and their multiples ---------------------------------------------------------------


@G.rule("multiple", "<a:noun> 数? 的? <k:factor>", "<a:noun> 数")
def _multiple(a: str, k: Fraction = ONE) -> tuple[str, Fraction]:
    return a.removesuffix("数"), k


def _term(story: Story, term: tuple[str, Fraction]) -> tuple[Key, Fraction]:
    key = Key("number", "", story.meet(term[0]))
    if not any(key in r.terms for r in story.relations):
        raise Unclear
    return key, term[1]


def _relate(story: Story, terms: Terms, constant: Fraction) -> None:
    if len({k for k, _ in terms}) != 2:
        raise Unclear
    story.relate(terms, constant)


@G.rule(
    "core",
    "<p:multiple> 比 <q:multiple> <s:sign> <n:N>",
    "<p:multiple> (等于|与|和|正好等于|恰好等于|是|就是) <q:multiple> (相等)?",
    cost=0.2,
)
def _multiples(
    p: tuple[str, Fraction], q: tuple[str, Fraction], s: int = 0, n: Fraction = Fraction(0)
) -> Meaning:
    def tell(story: Story) -> None:
        (a, j), (b, k) = _term(story, p), _term(story, q)
        _relate(story, [(a, j), (b, -k)], s * n)

    return tell


@G.rule(
    "core",
    "<p:multiple> (与|和|加上|加) <q:multiple> 的? 和 (是|为|等于) <n:N>",
    "<p:multiple> (加上|加) <q:multiple> (等于|是) <n:N>",
    cost=0.1,
)
def _sum_of_multiples(p: tuple[str, Fraction], q: tuple[str, Fraction], n: Fraction) -> Meaning:
    return lambda story: _relate(story, [_term(story, p), _term(story, q)], n)
