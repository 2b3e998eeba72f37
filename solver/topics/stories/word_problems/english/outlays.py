"""English clauses about spending on several things, lunch and dinner, sales of what was bought, reduced prices."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems import questions as ask
from solver.topics.stories.word_problems.english.asking import Who, owner_of
from solver.topics.stories.word_problems.english.nouns import G
from solver.topics.stories.word_problems.english.purchases import buys_both
from solver.topics.stories.word_problems.english.subjects import has_money
from solver.topics.stories.word_problems.meanings import Amount, Bought, Compared, Meaning, Thing
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Unclear
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.story import Story

# -- spending on several things --------------------------------------------------------------------


@G.rule(
    "outlay",
    "<m:M> (of (it|this|that|the money|them))? (on|for|to buy|at|in) (<det>|some|several|a few)? <x:noun>",
    "<m:M> (on|for) <n:N> <x:noun>",
)
def _outlay(m: Amount, x: str, n: Fraction = ONE) -> tuple[Amount, str]:
    return m, x


@G.rule(
    "outlay",
    "<k:factor> as much on (<det>|some)? <x:noun> as (he|she|they|i|it)? (did|spent|does|paid)? on (<det>|some)? <y:noun>",
    "<m:M> <s:sign> on (<det>|some)? <x:noun> than (he|she|they|i|it)? (did|spent|does|paid)? on (<det>|some)? <y:noun>",
)
def _outlay_compared(
    x: str, y: str, k: Fraction = ONE, m: Amount | None = None, s: int = 1
) -> tuple[Compared, str]:
    plus = s * m.number if m else Fraction(0)
    return Compared(k, plus, (Thing(y),), MONEY_ITEM, m.unit if m else ""), x


@G.rule("outlay", "<c:compared> (on|for|at|in) (<det>|some)? <x:noun>", cost=0.3)
def _outlay_more_than_that(c: Compared, x: str) -> tuple[Compared, str] | None:
    """ "He spent $27 on a T-shirt and $12 more than that on jeans"."""
    return (c, x) if all(b.role == "that" for b in c.base) and c.item in ("", MONEY_ITEM) else None


G.rule("outlays", "<a:outlay> (,|and|, and|, then|and then) <b:outlay>")(lambda a, b: (a, b))
G.rule("outlays", "<a:outlay> , <b:outlays>")(lambda a, b: (a, *b))


@G.rule("core", "<a:who>? <PAY> <o:outlays>", cost=-0.8)
def _spends_on_several(o: tuple[tuple[Amount | Compared, str], ...], a: Who | None = None) -> Meaning | None:
    """ "Sam spent $7 on rides, $5 on food and twice as much on games as on food"."""
    first = owner_of(a)
    told: list[Meaning] = []
    for i, (amount, name) in enumerate(o):
        who = first if i == 0 else None
        if isinstance(amount, Compared):
            told.append(say.spends_compared(who, amount, name))
        else:
            told.append(say.spends(who, amount, name))
    return say.telling(*told)


@G.rule(
    "core",
    "<a:who>? <PAY> <k:factor> as much on (<det>)? <x:noun> as on (<det>)? <y:noun>",
    "<a:who>? <PAY> <m:M> <s:sign> (on|for) (<det>)? <x:noun> than (on|for) (<det>)? <y:noun>",
    cost=-0.4,
)
def _spends_compared(
    x: str, y: str, k: Fraction = ONE, m: Amount | None = None, s: int = 1, a: Who | None = None
) -> Meaning:
    plus = s * m.number if m else Fraction(0)
    base = Compared(k, plus, (Thing(y),), MONEY_ITEM, m.unit if m else "")
    return say.spends_compared(owner_of(a), base, x)


@G.rule(
    "question",
    "<how_much> <did> <a:who> (spend|pay) (<all>)? (on|for) (the|these|both|all the|all)? <n:N> <x:noun> (<all>)?",
    "<how_much> <did> <a:who> (spend|pay) (<all>)? (on|for) both (<x:noun>)? (<all>)?",
    "<how_much> (do|did|does|will|would) (the|these|all|all the)? <n:N> <x:noun> (cost|come to) (<all>)?",
    "<find> (the)? total (cost|price) of (the|these|all|all the)? <n:N> <x:noun> (<all>)?",
    cost=0.2,
)
def _spent_on_all(n: Fraction = Fraction(2), a: Who | None = None, x: str = "") -> Question:
    """ "How much did she spend on the two meals?"."""
    return ask.all_of_so_many(n, x)


@G.rule(
    "question",
    "what (<did>|is) <a:who> (pay|spend|owe|have to pay) (<all>|for everything|for <both>)*",
    "what (is|was) <a:who> 's (total)? (bill|spending|cost)",
    cost=0.2,
)
def _what_spent(a: Who) -> Question:
    return ask.spent(owner_of(a))


@G.rule(
    "core",
    "(after|if|when|once) (someone|somebody|one|a person|a customer|a shopper) <BUY> <lines:lines>",
    cost=-0.3,
)
def _somebody_buys(lines: tuple[Bought, ...]) -> Meaning:
    """ "What is left of $250 after someone buys …"."""
    return say.buys(None, lines)


@G.rule(
    "core",
    "with (a|an|the|his|her|their) <noun> (worth|of|for|with|containing|loaded with) <m:M> (on it|in it)? ,? <a:who> <BUY> <lines:lines>",
    "with (a|an|the|his|her|their|its) <m:M> <noun> (for <det>? <noun>|from <det>? <noun>)? ,? <a:who> <BUY> <lines:lines>",
    "(using|with|from|out of) <m:M> (of|from|in|out of) <det>? <noun> ,? <a:who> <BUY> <lines:lines>",
    "using (a|an|the|his|her|their|its)? <m:M> (<noun>)? (from <det>? <noun>)? ,? <a:who> <BUY> <lines:lines>",
    cost=-0.5,
)
def _buys_with_card(m: Amount, a: Who, lines: tuple[Bought, ...]) -> Meaning:
    """ "With a gift card worth $150, Noel bought …"."""
    return say.telling(has_money(a, m), say.buys(None, lines))


@G.rule(
    "core",
    "<det>? <o:noun> 's <noun> (gives|gave|hands|handed|sends|sent|lends|lent) (him|her|them|<a:noun>) <m:M> (<adjunct>|for <phrase>)?",
    cost=-0.5,
)
def _own_giver(o: str, m: Amount, a: str = "") -> Meaning:
    """ "Hannah's mother handed her $70"."""
    return has_money((a or o,), m)


# -- who bought it told by the way -----------------------------------------------------------------


@G.rule(
    "core",
    "<n:N> <noun> (was|were) (bought|chosen|ordered|purchased) by <a:who> (:|,) <lines:lines>",
    "<a:who>? <v:BUY> (these|the following)? <n:N> <noun> (:|,|for <noun> :|from <det> <noun> :) <lines:lines>",
    cost=-0.6,
)
def _so_many_bought(
    n: Fraction, lines: tuple[Bought, ...], a: Who | None = None, v: tuple[bool] = (False,)
) -> Meaning | None:
    """ "Two gifts were bought by Ivan: a vase for $29 and a frame that cost $12 less": what they are is told behind."""
    if sum((line.number for line in lines), Fraction(0)) != n:
        return None
    return say.buys(owner_of(a), lines, planned=v[0])


@G.rule(
    "core",
    "(the|a|an|another) <x:noun> (that|which)? <a:who> (<v:BUY>) <COST> (only)? (<m:M>|<c:compared>)",
    cost=-0.3,
)
def _that_was_bought(
    x: str, a: Who, v: tuple[bool], m: Amount | None = None, c: Compared | None = None
) -> Meaning | None:
    """ "The hat she bought was $8 cheaper than the scarf"."""
    if c is not None and c.item not in ("", MONEY_ITEM):
        return None
    return say.buys_new(a[0], Bought(ONE, x, m or c), planned=v[0])


@G.rule(
    "core",
    "<det>? <x:noun> (<adjunct>)? (cost|costs|set) (him|her|me|them|us) (back)? (another|only)? (<m:M>|<c:compared>)",
    cost=-0.6,
)
def _costs_buyer(
    x: str, m: Amount | None = None, c: Compared | None = None, a: str | None = None
) -> Meaning | None:
    """ "A coat cost him $85 more than the gloves": he bought it."""
    if c is not None and c.item not in ("", MONEY_ITEM):
        return None
    bought = say.buys_new(a, Bought(ONE, x, m or c))
    if a is None:
        return bought

    def tell(story: Story) -> None:
        if a not in story.people:
            raise Unclear
        bought(story)

    return tell


G.rule("core", "<det>? <x:noun> (cost|costs|set) <a:noun> (back)? (<m:M>|<c:compared>)", cost=0.5)(
    _costs_buyer
)


@G.rule("core", "then (also)? <lines:lines>", cost=-0.2)
def _then_lines(lines: tuple[Bought, ...]) -> Meaning | None:
    """ "She first bought a plant for $27, then a watering can for $9 less"."""
    return say.buys(None, lines) if all(line.price is not None for line in lines) else None


@G.rule(
    "core",
    "(a|an|one|the) <x:noun> (was|were) (bought|purchased|ordered) (by <a:who>)? (for|at) <m:M> (and|, and) <lines:lines>",
    "(a|an|one|the) <x:noun> (was|were) (bought|purchased|ordered) (by <a:who>)? (for|at) <m:M>",
    cost=-0.3,
)
def _was_bought(x: str, m: Amount, lines: tuple[Bought, ...] = (), a: Who | None = None) -> Meaning | None:
    """ "A burger was bought for $7 and a milkshake for $3 less than the burger"."""
    if any(line.price is None for line in lines):
        return None
    return say.buys(owner_of(a), [Bought(ONE, x, m), *lines])


@G.rule(
    "core",
    "<w:who> (gives|gave|hands|handed|lends|lent) <a:who> <m:M> to (<BUY_form>|pay for|spend on) (<both>|<lines:lines>)",
    "<a:who> (is|was) (given|handed|lent) <m:M> (by <phrase>)? to (<BUY_form>|pay for|spend on) (<both>|<lines:lines>)",
    cost=-0.4,
)
def _given_to_buy(
    m: Amount, a: Who, w: Who | None = None, lines: tuple[Bought, ...] | None = None
) -> Meaning:
    """ "Ben's father gives him $45 to buy both of them"."""
    bought = say.buys(None, lines) if lines else buys_both((False,))
    return say.telling(has_money(a, m), bought)


# -- sales -----------------------------------------------------------------------------------------


@G.rule(
    "core",
    "<a:who>? (<aux>)* (<SELL_form>|resold|resells) (them|it|all of them|them all|all of it|it all|<det> <noun>|all the <noun>) (all|again|later|on)* (for|at) <m:M> <e:each_one>",
    "<a:who>? (<aux>)* (<SELL_form>|resold|resells) each (of them|one|<noun>)? (for|at) <m:M>",
    cost=-0.3,
)
def _sells_each(m: Amount, a: Who | None = None, e: object = None) -> Meaning:
    """ "… and sold them all at $2.30 per kg"."""
    return say.sells_bought(owner_of(a), each=m)


G.alias("each_one", "<each>", "(per|a|an|each) <x:noun>")


@G.rule(
    "core",
    "<a:who>? (<aux>)* (<SELL_form>|resold|resells) (them|it|all of them|them all|all of it|it all|<det> <noun>|all the <noun>) (all|again|later|on)* for (<w:all>|a total of)? <m:M> (<w:all>)?",
    cost=-0.2,
)
def _sells_whole(m: Amount, a: Who | None = None, w: object = None) -> Meaning:
    """ "Kevin bought a used bike for $65 and sold it for $110"."""
    return say.sells_bought(owner_of(a), total=m, together=w is not None)


@G.rule(
    "question", "<find> (his|her|their|the) (total|overall)? profit (on the <noun>|in dollars|from <phrase>)?"
)
def _what_profit() -> Question:
    return ask.profit()


# -- reduced prices --------------------------------------------------------------------------------

G.words(
    "normally", "normally", "usually", "originally", "regularly", "ordinarily", "that usually", "previously"
)


@G.rule(
    "full_price",
    "<det>? <x:noun> (that|which)? (is|was|are)? <normally> (is|was)? (costs|cost|sells for|sold for|priced at|costing|marked at|selling for|goes for|retails for) <m:M>",
    "<det>? <x:noun> (that|which) (costs|cost|sells for|sold for|is priced at|was priced at|is marked at) <m:M>",
    "<det>? <x:noun> (marked|priced|labelled|labeled) at <m:M>",
)
def _full_price(x: str, m: Amount) -> Meaning:
    return say.is_amount([Thing(x, kind="price")], m, "price")


G.rule("listed", "(a|an|the) <m:M> <x:noun>")(_full_price)
G.alias("listed", "<x:full_price>")


@G.rule("core", "<p:full_price> ,?", cost=0.6)
def _full_price_told(p: Meaning) -> Meaning:
    """ "A coat normally sells for $120"."""
    return p


G.words("ON_SALE_AT", "is on sale at", "was on sale at", "is on sale for", "was on sale for", "is sold at", "was sold at", "is offered at", "is discounted by", "was discounted by", "is reduced by", "was reduced by", "is marked down by", "was marked down by", "is now", "is", "has been reduced by", "is sold with", "on sale for", "on sale at")  # fmt: skip


@G.rule(
    "core",
    "<p:listed> ,? <ON_SALE_AT> <f:F> (off|discount|less)?",
    "<p:listed> ,? <ON_SALE_AT> (a|an) (discount of <f:F>|<f:F> (discount|reduction))",
    "<p:listed> ,? (gets|has|comes with|carries) (a|an) (discount of <f:F>|<f:F> (discount|reduction))",
    cost=-0.4,
)
def _on_sale(p: Meaning, f: Fraction) -> Meaning:
    """ "A coat that normally sells for $120 is on sale at 30% off"."""
    return say.telling(p, say.reduced(1 - f, Fraction(0)))


@G.rule(
    "core",
    "(it|this|the <x:noun>|this <x:noun>) (is|was) now <f:F> off",
    "(it|this|the <x:noun>|this <x:noun>) (is|was) <f:F> off (now|today|this week|in the sale|in a sale|during the sale)",
    cost=-0.2,
)
def _off(f: Fraction, x: str = "") -> Meaning:
    """ "… but it is 25% off today"; without "today" its price may be told after the reduction already."""
    return say.reduced(1 - f, Fraction(0), x)


@G.rule(
    "core",
    "((in|during) (a|the) sale (,)?)? (everything|all items|all goods|every item|all prices) (is|are|was|were) <f:F> off (in (a|the) sale)?",
    "(in|during) (a|the) sale (,)? there (is|was) <f:F> off (everything|all items|all goods|every item|all prices)?",
    cost=-0.2,
)
def _all_off(f: Fraction) -> Meaning:
    """ "In the sale everything is 15% off"."""
    return say.all_reduced(1 - f)


@G.rule(
    "question",
    "(<how_much>|what) (<did>|will|would|must|does) (<who>|a <noun>) (pay|have to pay|need to pay) for (it|the <noun>|this <noun>) (during the sale|in the sale|on sale|now|after the discount|with the discount)*",
    "<how_much> (<did>|will|would|does|is) (it|the <noun>|this <noun>) (cost)? (during the sale|in the sale|on sale|now|after the discount|with the discount|at the sale price)+",
    cost=0.3,
)
def _sale_price() -> Question:
    return ask.reduced_price()


# -- prices told beside the things bought ------------------------------------------------------------


@G.rule("each_priced", "<x:plural> (at|for|costing|priced at) <m:M> (<each>|a piece|<A_UNIT> <noun>)")
def _each_priced(x: str, m: Amount) -> Meaning:
    return say.is_amount([Thing(x, kind="price")], m, "price")


@G.rule(
    "core",
    "<a:who>? (<BUY>|<SELL>) (some|both|only)? <x:each_priced> and (some)? <y:each_priced>",
    cost=-0.6,
)
def _two_kinds_priced(x: Meaning, y: Meaning, a: Who | None = None) -> Meaning:
    """ "Dan bought letter stamps at $0.60 each and postcard stamps at $0.40 each": how many comes later."""
    return say.telling(x, y)


@G.rule(
    "core",
    "(the|a|an)? (<noun>)? (family|group|couple|party|class|team) ,? (of|consisting of|made up of|with)? <lines:lines> ,? (visits|visited|goes to|went to|enters|entered|go to|visit|takes|took|rides|rode) <det>? <noun>",
    cost=-0.4,
)
def _family_visits(lines: tuple[Bought, ...]) -> Meaning:
    """ "The Lopez family, two adults and four children, visits the museum"."""
    return say.buys_priced(None, lines)


G.alias(
    "adjunct",
    "with (the|his|her|their) (rest of the|remaining|left over|leftover)? (money) (left|left over|remaining|that was left|that is left|he has left|she has left|that she has left|that he has left)?",
    "with (what|the money that) (was|is) left (over)?",
    "from (the|his|her|their) (remaining)? (money|savings|wallet|purse)",
    cost=0.4,
)
