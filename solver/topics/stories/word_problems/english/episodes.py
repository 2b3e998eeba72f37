"""English clauses of everyday stories: sales with what came in, so many people each, shares of several kinds, weekly spending."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems import questions as ask
from solver.topics.stories.word_problems.english.asking import Who, owner_of
from solver.topics.stories.word_problems.english.nouns import G
from solver.topics.stories.word_problems.english.subjects import has_money
from solver.topics.stories.word_problems.meanings import Amount, Bought, Compared, Meaning, Thing
from solver.topics.stories.word_problems.quantities import ONE, Key, Unclear
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.story import MINUS, Story

# -- selling and buying ----------------------------------------------------------------------------

G.alias("same_prices", "(,)? (charging|at|for) the same (price|prices|rate|rates) (each)? (,)?")


@G.rule(
    "core",
    "<a:who>? (<SELL_form>) <lines:lines> (<all>)? (<same_prices>)? (<adjunct>)? (and|, and|,) (received|receives|collected|collects|took in|takes in|got|gets|made|makes|earned|earns|receiving|collecting|making) (a total of)? <m:M> (<all>|for them)?",
    cost=-0.3,
)
def _sells_for(lines: tuple[Bought, ...], m: Amount, a: Who | None = None) -> Meaning | None:
    """ "She sold 5 chickens and 2 ducks, charging the same prices, and received $104"."""
    return say.sells(owner_of(a), lines, m) if not any(x.price for x in lines) else None


@G.rule(
    "core",
    "(all)? (the)? prices (are|were|stayed) (the same|unchanged)",
    "<same_prices>",
    "<noun> (<phrase>)? (cost|costs) one price for <noun> and another (price)? for <noun>",
    cost=0.5,
)
def _prices_stay() -> Meaning:
    return say.nothing


@G.rule(
    "core",
    "(the)? <n:N> <x:noun> each (<BUY_form>|have|has|eat|ate|paid for|pay for|ordered|used|rented) <lines:lines>",
    "each of (the|his|her|their)? <n:N> <x:noun> (<BUY_form>|has|had|eats|ate|pays for|paid for|ordered) <lines:lines>",
    cost=-0.2,
)
def _each_buys(n: Fraction, x: str, lines: tuple[Bought, ...]) -> Meaning | None:
    """ "Three friends each buy one ticket": three tickets."""
    if any(line.whole for line in lines):
        return None
    return say.buys(None, [replace(line, number=n * line.number) for line in lines])


@G.rule(
    "core",
    "(the|all the|all)? (<noun>|they|everyone|all of them) (shares|share|shared|split|splits) <lines:lines>",
    cost=0.4,
)
def _share_lines(lines: tuple[Bought, ...]) -> Meaning:
    """ "The group shares two buckets of popcorn", whose price was told."""

    def tell(story: Story) -> None:
        if any(line.price is None and story.meet(line.name) not in story.priced for line in lines):
            raise Unclear
        say.buys(None, lines)(story)

    return tell


@G.rule(
    "core",
    "<a:who>? <PAY> <k:factor> as much on <x:noun> as (he|she|they|it)? (did|spent|does)? on <y:noun>",
    cost=-0.3,
)
def _spends_times_as_much(k: Fraction, x: str, y: str, a: Who | None = None) -> Meaning:
    """ "Priya spent twice as much on paint as on brushes"."""

    def tell(story: Story) -> None:
        base = story.spend(owner_of(a), None, y)
        more = story.spend(None, None, x)
        story.equate([(more, ONE)], [(base, k)])

    return tell


@G.rule(
    "core",
    "<a:who>? (<PAY_form>) <m:M> <A_UNIT> <u:noun> for <n:N> <v:noun>",
    "<a:who>? (<PAY_form>) <m:M> (on|for) <phrase> <A_UNIT> <u:noun> for <n:N> <v:noun>",
    cost=-0.4,
)
def _spends_weekly(m: Amount, u: str, n: Fraction, v: str, a: Who | None = None) -> Meaning | None:
    """ "She spent $12 each week for 2 weeks"."""
    if u != v:
        return None

    def tell(story: Story) -> None:
        say.note(story, m)
        cost = story.spend(owner_of(a), None)
        rate = Key("rate", "", story.meet(u), len(story.purchases))
        story.define(rate, m.number)
        story.relate([(cost, ONE), (rate, -n)])

    return tell


@G.rule(
    "core",
    "<a:who>? (<BUY_form>|paid for) (a|an|the) <x:noun> for <m:M> after (a|an) (discount|reduction) of (<n:M>|<f:F>)",
    "after (a|an) (discount|reduction) of (<n:M>|<f:F>) ,? (a|an|the) <x:noun> <COST> <m:M>",
    "(a|an|the) <x:noun> <COST> <m:M> after (a|an) (discount|reduction) of <n:M>",
    cost=-0.4,
)
def _after_money_off(
    x: str, m: Amount, n: Amount | None = None, f: Fraction | None = None, a: Who | None = None
) -> Meaning:
    def tell(story: Story) -> None:
        if f is not None:
            say.costs_after_reduction(x, m, 1 - f)(story)
            return
        say.note(story, m)
        price = story.rate(x)
        story.define(price, m.number)
        story.relate([(Key("list", "", story.meet(x)), ONE), (price, MINUS)], n.number if n else Fraction(0))

    return tell


# -- several kinds ---------------------------------------------------------------------------------


@G.rule(
    "core",
    "<a:who>? (<HAVE>|<BUY>|<GAIN>) <q:qty> and <k:factor> as many <y:noun>",
    "there (are|were) <q:qty> and <k:factor> as many <y:noun>",
    cost=-0.2,
)
def _as_many_others(q: Amount, k: Fraction, y: str, a: Who | None = None) -> Meaning | None:
    """ "A box contains 6 red pens and twice as many blue pens"."""
    if not q.item or q.money:
        return None
    owner = a[0] if a else ""
    base = Thing(q.item, owner, kind="count")
    return say.telling(
        say.has(owner, [q]), say.is_compared([Thing(y, owner)], Compared(k, Fraction(0), (base,)), "count")
    )


@G.rule(
    "core",
    "(<phrase>)? (<ANY>|keeps|keep|kept|has|have|had|owns|raises|grows|sells|sold) <parts:list> ,? <n:N> <x:noun> (<all>)",
    cost=-0.3,
)
def _kinds_altogether(parts: tuple[str, ...], n: Fraction, x: str) -> Meaning:
    """ "A farmer keeps sheep, goats and cows, 640 animals altogether"."""
    return say.whole(Amount(n, x), "", parts)


@G.rule("core", "<c:scaled> <w:when>", "(<who>)? (<GAIN>|<LOSE>|<ANY>) <c:scaled> <w:when>", cost=0.1)
def _times_when(c: Compared, w: str) -> Meaning | None:
    """ "… and twice as many on Tuesday"."""
    return say.has_compared(w, c.item, c) if not c.base else None


@G.rule(
    "core",
    "(<who>)? (split|splits|share|shares|divide|divides|shared|divided|spent|spends|used|gave) what (was|is|remained|remains) (left)? (between|among|into|for|on|to|across) <parts:parts_list> <r:in_ratio>",
    cost=-0.3,
)
def _splits_what_is_left(parts: tuple[str, ...], r: tuple[Fraction, ...]) -> Meaning | None:
    return say.rest_are(parts, r) if len(parts) == len(r) else None


@G.rule("core", "(with)? <a:thing> to <b:thing> being <r:ratio>", cost=-0.2)
def _being_in_ratio(a: Thing, b: Thing, r: tuple[Fraction, ...]) -> Meaning | None:
    return say.in_ratio([a, b], r) if len(r) == 2 else None


# -- questions with facts, and about what is neither -------------------------------------------------


@G.rule(
    "clause",
    "<how_much> (money)? (<did>|will|would) <a:who> (still)? have (left|left over|remaining)? (out of|from|of) (<det>|a)? <m:M> (left)?",
    "<how_much> of <det> <m:M> (will|would|does|did|do) <a:who> (still)? (have left|have|have remaining|keep)",
    "<how_much> of <a:noun> 's <m:M> (is|are|will be|was) left",
    cost=-0.5,
)
def _left_of(a: Who | str, m: Amount) -> tuple[Meaning, Question]:
    """ "How much will Priya still have out of her $60 if she buys …"."""
    who: Who = a if isinstance(a, tuple) else (a,)
    return has_money(who, m), ask.money_left(who[0])


@G.rule(
    "clause",
    "(<how_much>|what) (is|was|will be|would be|remains|remain|are) (still)? <left>? (of|from|out of) (his|her|their|the|my|a)? <m:M>",
    "<how_much> (<did>)? <left> (of|from|out of) (his|her|their|the|my)? <m:M>",
    cost=-0.5,
)
def _is_left_of(m: Amount) -> tuple[Meaning, Question]:
    """ "How much is left of her $100", asked after she bought something: what she had before."""
    return say.starts_with_money(None, m), ask.money_left(None)


@G.rule(
    "question",
    "<how_much> of (his|her|their|the|this|my) (<noun>|money|pay|wages) (was|were|is|are|will be|would be) (left|left over|still left|remaining)",
    "<how_much> of <noun> 's (pay|money|wages|allowance) (is|are|was|were|remains|remain)? (left|remaining)?",
    "<how_much> of (last|this) <noun> 's (pay|money|wages|allowance) (is|are|was|were)? (left|remaining)?",
)
def _left_of_it() -> Question:
    return ask.money_left(None)


@G.rule(
    "core",
    "<a:who>? (use|uses|used|spend|spends|spent|took|takes) (part of|some of|all of)? (that|this|his|her|their) (pay|money|wages|earnings|savings) to (buy|get|purchase|pay for) <lines:lines> (for <m:M>)?",
    cost=-0.1,
)
def _uses_pay(lines: tuple[Bought, ...], m: Amount | None = None, a: Who | None = None) -> Meaning | None:
    if m is not None and any(x.price is not None for x in lines):
        return None
    return say.buys(owner_of(a), lines, m)


@G.rule(
    "question",
    "how many (<x:noun>)? (do|did|use|take|like|chose|are|were|have|play|choose)* neither (of them|of these|of the two|<phrase> nor <phrase>)?",
    cost=-0.3,
)
def _neither(x: str = "") -> Question:
    def asking(story: Story) -> None:
        group = story.only_group()
        if group.closed or len(group.members) < 2:
            raise Unclear
        story.ask_sum("rest", story.left_over(group))

    return Question((asking,))


@G.rule("question", "how many (of them|of these)? (are|were) (the)? <p:phrase>", cost=0.1)
def _how_many_are(p: str) -> Question:
    return ask.how_many(p)


@G.rule(
    "question",
    "<find> the (weight|mass|capacity) (,? in <noun> ,?)? of (each)? <c:asked_list>",
    "<find> the (weight|mass|capacity) (,? in <noun> ,?)? of <c:asked_list> (respectively|separately)",
)
def _weight_of(c: tuple[Thing, ...]) -> Question:
    return ask.how_many_in_each([t.name for t in c], "")


G.alias("adjunct", "(on|in|for|during) (the|its|his|her|their|a) (first|second|third|next|other|one|same|another) (trip|order|visit|delivery|journey|run|occasion|purchase|shift|round|load|outing)", cost=0.3)  # fmt: skip
