"""Chinese clauses about ages, numbers without names, legs and wheels, coins and notes. See `word_problems.chart`."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems.chinese.phrases import G, Who
from solver.topics.stories.word_problems.meanings import Amount, Meaning, Thing
from solver.topics.stories.word_problems.quantities import ONE, Key, Unclear
from solver.topics.stories.word_problems.story import Story

# -- legs, wheels, coins ---------------------------------------------------------------------------

G.words(
    "legs",
    *"腿 脚 足 头 轮子 车轮 轮 轮胎".split(),
)


@G.rule(
    "core",
    "<adv>* (从)? (上面|下面|上|下|上往下|下往上) 数? (看)? <comma>? <adv>* (有|是)? <all>? <n:N> (条|只|个)? <x:legs>",
    "<adv>* (数一数|数了数|数数)? (它们)? (数 (头|腿|脚))? <adv>* <all>? (有|数|数出|是|有着|数有)* <all>? <n:N> (条|只|个)? <x:legs>",
    "(数一数|数了数)? (它们|鸡兔)? 的? <x:legs> (数|总数|的总数)? <adv>* <all>? (有|是|为)? (<all>)? <n:N> (条|只|个)?",
    cost=-0.3,
)
def _has_legs(n: Fraction, x: str) -> Meaning:
    return say.has("", [Amount(n, x)])


@G.rule(
    "core",
    "(今有|有)? 若干 只 <l:list> (关|放|装)? (在)? (同)? (一|同一) 个 笼子? (里|中)?",
    "<adv>* <l:list> (同|在 (一|同一) 个?) 笼 (子)? (里|中)?",
    "<l:list> (关|放|装|养) 在 (一|同一) 个? 笼子? (里|中)?",
    "(有)? (若干|一些) 只? <l:list> <comma>? (关|放|装)? (在)? (同一个)? 笼子? (里|中)?",
    "(一个)? 笼子? (里|中) <adv>* (有|关着|装着|养着) (若干只|一些)? <l:list> (若干|一些)? 只?",
    "<scene>? <adv>* (有|关着|装着|养着|停着|停放着) (若干只|一些|若干)? <l:list> (若干|一些)? (只|辆)?",
    cost=0.3,
)
def _caged(l: tuple[str, ...]) -> Meaning:  # noqa: E741
    def tell(story: Story) -> None:
        for name in l:
            story.ledger.setdefault(("", story.meet(name)), 0)

    return tell


@G.rule("core", "<adv>* (一 共|一共|共|总共) (有)? <n:N> (只|头|个)", cost=-0.4)
def _so_many_caged(n: Fraction) -> Meaning:
    """ "… in one cage, 18 in all": of everything that was named."""

    def tell(story: Story) -> None:
        names = [item for _, item in story.ledger]
        if len(names) < 2 or story.told or story.groups:
            raise Unclear
        story.relate([(story.count(name), ONE) for name in names], n)

    return tell


@G.rule("core", "(每|一)? <U>? <x:noun> (每|一)? <U>? (有|都有|是)? <n:N> (条|只|个) <y:legs>")
def _each_has_legs(x: str, n: Fraction, y: str) -> Meaning:
    return say.each_has(x, Amount(n, y))


# -- numbers ---------------------------------------------------------------------------------------


@G.rule(
    "core",
    "(大|大小|大、小|有)? <K> 个? 数 (的和|之和|相加的和|相加) (是|为|等于)? <k:N>",
    "(它们|这两个数|两数) (的和|之和|和) (是|为|等于) <k:N>",
    "<larger> (与|和|加) <smaller> 的? 和 (是|为) <k:N>",
)
def _sum(k: Fraction) -> Meaning:
    return say.two_numbers(k, 1)


@G.rule(
    "core",
    "<K> 个? 数 (的差|之差|相差) (是|为|等于)? <k:N>",
    "(它们|这两个数|两数)? (的差|之差|差|相差) (是|为|等于)? <k:N>",
)
def _difference_of(k: Fraction) -> Meaning:
    return say.two_numbers(k, -1)


def _named_number(name: str) -> Thing:
    return Thing(name.removesuffix("数"), kind="number")


for _mark, _factor in (("和", 1), ("差", -1)):

    @G.rule("core", f"<l:list> (<K> 个? 数|<K> 数)? (的|之)? {_mark} (是|为|等于) <k:N>")
    def _named_sum(l: tuple[str, ...], k: Fraction, sign: int = _factor) -> Meaning | None:  # noqa: E741
        if len(l) != 2:
            return None

        def tell(story: Story) -> None:
            a, b = (Key("number", "", story.meet(x.removesuffix("数"))) for x in l)
            story.relate([(story.speak(a), 1), (story.speak(b), sign)], k)

        return tell


@G.rule(
    "core",
    "<a:noun> 数 <adv>* 比 <b:noun> 数? <s:sign> <n:N>",
    "<a:noun> 数 <adv>* <just> <b:noun> 数? 的? <k:factor>",
    "<a:noun> 数 <adv>* 比 <b:noun> 数? 的? <k:factor> <s:sign> <n:N>",
    "<a:noun> 数 <adv>* <just> <b:noun> 数? 的? <k:factor> <s:sign> <n:N>",
    cost=-0.2,
)
def _numbers_compared(
    a: str, b: str, k: Fraction = Fraction(1), s: int = 1, n: Fraction = Fraction(0)
) -> Meaning:
    return say.is_compared([_named_number(a)], say.Compared(k, s * n, (_named_number(b),)), "number")


# -- ages ------------------------------------------------------------------------------------------

G.alias("age_word", "(的)? (年龄|岁数)")
G.words("after", "年后", "年以后", "年之后", "年后的", value=1)
G.words("before", "年前", "年以前", "年之前", value=-1)
G.alias("shift", "<x:after>", "<x:before>")


@G.rule("when", "<y:N> <w:shift> (，|,)?")
def _when(y: Fraction, w: int) -> Fraction:
    return y * w


@G.rule("when", "(今年|现在) (，|,)?")
def _now() -> Fraction:
    return Fraction(0)


@G.rule("core", "<y:when>? <a:who> <y:when>? <age_word>? <adv>* (是|才)? <n:N> 岁 (了)?", cost=-0.2)
def _age(a: Who, n: Fraction, y: Fraction = Fraction(0)) -> Meaning:
    def tell(story: Story) -> None:
        story.define(say.age_at(story, a[0], y), n)

    return tell


@G.rule(
    "core",
    "<y:when>? <a:who> <y:when>? <age_word>? <adv>* 比 <b:noun> <y:when>? <age_word>? <s:sign> <n:N> 岁",
    "<y:when>? <a:who> <y:when>? <age_word>? <adv>* 比 <b:noun> <age_word>? (的)? <k:factor> <s:sign> <n:N> 岁",
    "<y:when>? <a:who> <y:when>? <age_word>? <adv>* <just> <b:noun> <age_word>? (的)? <k:factor> <s:sign> <n:N> 岁",
    "<y:when>? <a:who> <y:when>? <age_word> <adv>* (将|会)? <just> <b:noun> <y:when>? <age_word>? (的)? <k:factor>",
    "<y:when> <a:who> <age_word>? <adv>* (将|会)? <just> <b:noun> <age_word>? (的)? <k:factor>",
    cost=-0.2,
)
def _age_compared(
    a: Who,
    b: str,
    k: Fraction = Fraction(1),
    s: int = 1,
    n: Fraction = Fraction(0),
    y: Fraction = Fraction(0),
) -> Meaning:
    return say.ages_later(y, a[0], k, s * n, b)


@G.rule(
    "core",
    "<y:when>? <l:list> <y:when>? <K>? (人|俩)? <age_word>? (的|之|总)? (和|总和|加起来|一共|共)+ (是|为)? <n:N> 岁",
    "<y:when>? (他们|她们)? <K> 人 (的)? <age_word>? (的|之|总)? 和? (和|一共|共)+ (是|为)? <n:N> 岁",
    cost=-0.3,
)
def _ages_together(n: Fraction, l: tuple[str, ...] = (), y: Fraction = Fraction(0)) -> Meaning:  # noqa: E741
    def tell(story: Story) -> None:
        names = l or tuple(
            dict.fromkeys(k.owner for r in story.relations for k in r.terms if k.kind == "age")
        )
        if len(names) < 2:
            raise Unclear
        story.relate([(say.age_at(story, name, y), 1) for name in names], n)

    return tell


# -- kinds that hold so many: boats, rooms -----------------------------------------------------------


@G.rule(
    "core",
    "<x:noun> 每 <v:U> <each_verb> (满)? <n:N> <u:U>",
    "每 <v:U> <x:noun> <each_verb> <n:N> <u:U>",
    cost=0.4,
)
def _kind_holds(x: str, n: Fraction, u: str, v: str = "") -> Meaning:
    def tell(story: Story) -> None:
        say.each_has(x, Amount(n, u))(story)
        if v:
            story.note_unit(story.meet(x), v)

    return tell


@G.rule(
    "core",
    "<phrase>? <n:N> <u:people> <noun>? (一起)? (去|坐|住|乘|来|租) <phrase>",
    "(全班|全年级|一共|共)? <n:N> <u:people> <noun>? (去|坐|住|乘|来|租) <phrase>",
    cost=0.5,
)
def _people_go(n: Fraction, u: str) -> Meaning:
    """So many people; that they fill what they go in has to be said."""
    return say.has("", [Amount(n, "人数", "人")])


G.words(
    "people",
    *"人 名 位 名同学 名学生 名师生 名游客 个人".split(),
)


@G.rule("core", "<adv>* <full>")
def _all_full() -> Meaning:
    def tell(story: Story) -> None:
        items = list(dict.fromkeys(item for _, item in story.rates))
        if len(items) != 1 or ("", "人数") not in story.ledger or ("", items[0]) in story.ledger:
            raise Unclear
        story.relate([(story.balance(("", items[0])), 1), (story.balance(("", "人数")), -1)], given=False)

    return tell


G.alias(
    "full",
    "(正好|刚好|恰好|全部|都)+ (坐满|住满|装满|坐完|装完) (了)?",
    "每 <U> <noun>? 都? (正好|刚好|恰好|全)? 都? (坐满|住满|装满) (了)?",
    "所有 的? <noun> 都? (正好|刚好|恰好)? 都? (坐满|住满|装满) (了)?",
)


@G.rule(
    "core",
    "<phrase>? <n:N> <u:U> <noun>? <adv>* <phrase>? <comma>? <adv>* (租|坐|住|乘|租用|开|租了|坐了|住了|开了) (了|满|满了)? <k:N> <v:U> <x:noun> <comma>? <full>",
    "<phrase>? <n:N> <u:U> <noun>? (正好|刚好|恰好) (坐|住|装) 满 (了)? <k:N> <v:U> <x:noun>",
)
def _all_held(n: Fraction, u: str, k: Fraction, v: str, x: str) -> Meaning:
    """So many people fill so many boats."""

    def tell(story: Story) -> None:
        story.has("", n, u, u)
        say.whole(Amount(k, x, v))(story)

    return tell


# -- what carries no quantity ----------------------------------------------------------------------

G.words(
    "polite",
    *(
        "请问 请帮我算一下 老师好 你好 我想请教一道题 数一数 请问一下 请帮我算算 您好 请教一下 问题如下 "
        "同学们 老师您好 帮我算一下 有这样一道题 数了数 正好坐满 全都坐满"
    ).split(),
)
G.rule("core", "<aside>")(lambda: say.nothing)
G.rule("core", "<polite>")(lambda: say.nothing)
G.words(
    "joint",
    *"后 后， 以后 以后， 之后 之后， 时，".split(),
)


@G.rule(
    "core",
    "<a:who> <adv>* (去|到|在|来到|走进|进) (了)? <noun> (里)? (买|购)? (<noun>)?",
    "<a:who>? <adv>* (去|到|来到|前往) <noun> <adv>* (买|购买)? (<noun>)?",
    "<noun> (里|上|中|内)",
    "(在|从) <noun> (里|上|中|内)?",
    cost=1,
)
def _scene(a: Who | None = None) -> Meaning:
    def tell(story: Story) -> None:
        if a and a[0]:
            story.who(a[0])

    return tell


@G.rule("core", "<day_word>", "<nth>", "(某天|一天|有一天|周末|放学后)", cost=0.5)
def _time_alone() -> Meaning:
    return say.nothing


@G.rule(
    "core",
    "<K> 次 (的)? (单价|价格) (都)? (没变|不变|相同|一样|没有变)",
    "(价格|单价|票价) (都)? (没变|不变|没有变化|没有变)",
    "(如果|若|假设)? <K> (次|天|家) (的)? (<noun> 的)? (单价|价格|票价) (都)? (没变|不变|没有变|没有变化|保持不变)",
    "每 <U> <noun>? (都|全都|全)? (正好|刚好|恰好)? (都|全)? (坐满|装满|住满) (了)?",
    "所有 (的)? <noun> (都|全)? (正好|刚好|恰好)? (都)? (坐满|住满|装满) (了)?",
)
def _nothing_new() -> Meaning:
    return say.nothing
