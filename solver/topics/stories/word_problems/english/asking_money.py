"""English questions about money and prices."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems import questions as ask
from solver.topics.stories.word_problems.english.asking import Who, owner_of
from solver.topics.stories.word_problems.english.nouns import G
from solver.topics.stories.word_problems.meanings import Amount, Bought, Thing
from solver.topics.stories.word_problems.quantities import ONE
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.story import PRONOUNS


@G.rule(
    "question",
    "<how_much> <did>? <a:who>? (still)? (have|has|be|keep|got|get)? (<left>|now left) (over)? (to spend|after <phrase>|afterwards|with|in <phrase>|from <phrase>|for <phrase>)*",
    "<how_much> <did>? <a:who>? (still)? (have|has) (<left>) ",
    "<how_much> (is|was|remains|will be|are) (left|over|remaining|left over)",
    "<how_much> (remains|is left|remain|will remain|will be left|are left)",
    "<how_much> of (his|her|their|the|this|my) (<noun>|money|earnings|savings) (<did>)? (<a:who>)? (have left|remains|is left|remain|are left|still have)",
    "<how_much> (of it|of this|of that|of <det> <noun>|of <noun> 's <noun>|of <det> <noun> 's <noun>) (is|are|does <who> have)? (left|remain|remains|remaining)",
    "<find>? the amount (of money)? (that)? <a:who> (has|will have|have|had) left",
    "<how_much> (<did>)? <a:who> have when <who> (left|leaves)",
    "<how_much> <did> <a:who> (have|keep|still have) (afterwards|after that|after this|after <phrase>|in the end)",
    "<how_much> <did> <a:who> still have",
    "<how_much> has <a:who> (got)? left",
    "<find> (the (money|amount) (left|remaining|that is left|that remains))",
    "<how_much> <did> <a:who> (bring|take|carry) (back)? home",
    "<how_much> <did> <a:who> go home with",
    "<how_much> <did> <a:who> (keep|retain|put back (in|into) <phrase>|put back)",
    "<how_much> of (the money|what|the amount|the cash) (that|which)? <who> (<HAVE_form>|<GAIN_form>|withdrew|took|borrowed) (<adjunct>)? (is|was|will be|remains|are) (still)? (<left>)?",
    "<find> (the|his|her|their) (remaining|final|new|leftover) (balance|amount|money|sum|cash|savings) (on <phrase>|in <phrase>|of <phrase>|afterwards)?",
    "<find> the balance (on|in|of) <det>? <noun> (<left>|now|after <phrase>|afterwards)?",
    "<how_much> (is|remains|will be|was) (still)? (<left>)? in <det>? (<noun> 's)? (wallet|purse|pocket|account|piggy bank|bag|jar|money box|bank account|savings account) (now|afterwards|after that|at the end)?",
    "<how_much> <did> <a:who> (return|give back|bring back|hand back|pay back|bring home|take back) (to <phrase>)?",
    "(what|<how_much>) (money|amount)? (is|was|will be|would be) (still)? <left> (over)? (<adjunct>)?",
    "<how_much> <did>? <a:who>? (still)? (have|has|got|be|is)? <left> after (buying|paying for|purchasing|making)? (these|the|those|both|all|all the|all these)? (these|the|both)? (<N>)? (purchases|things|items|payments|expenses|gifts|presents|articles|products)",
)
def _left(a: Who | None = None) -> Question:
    return ask.money_left(owner_of(a))


@G.rule(
    "question",
    "<how_much> (<did>) (they|the two|both|all of them|the <noun>|they both|<names>) have (<all>)",
    "<how_much> (<did>) (they|the two of them|both of them|<names>) (<all>) have",
    "<how_much> (<did>|have) (they|the two|<who>|<names>|the two of them) (saved|save|got|earned|collected|earn|spend|spent) (<all>)+",
    "<how_much> is (that|there) (<all>)",
    cost=-0.3,
)
def _money_in_all() -> Question:
    return ask.money_in_all()


@G.rule(
    "question",
    "<how_much> (money)? (<did>) <a:who> (have|now have|got) (now|at the moment|altogether|in total)*",
    "<how_much> has <a:who> (now)? got (now)?",
)
def _now(a: Who) -> Question:
    return ask.money_now(owner_of(a))


@G.rule(
    "question",
    "<how_much> <did> <a:who> (originally|initially|first)? (have|start with|take|bring) (at first|originally|in the beginning|at the start|to begin with|initially|at the beginning|before|before (buying|paying for|purchasing) (them|it|these|both|<phrase>)|before (the purchase|the purchases|shopping))*",
    "<how_much> was (there)? in <phrase> (at first|originally|in the beginning|at the start)",
    cost=0.2,
)
def _first(a: Who | None = None) -> Question:
    return ask.money_first(owner_of(a))


@G.rule(
    "question",
    "<how_much> <did> <a:who> (spend|pay|need|have to pay|need to pay|owe|have spent) (<all>|to pay)* ((for|on) <x:phrase>)? ((for|on) <y:phrase>)? (<all>|to pay)*",
    "<how_much> (<did>|has) <a:who> (spent|paid) (<all>)* ((for|on) <x:phrase>)? (<all>)*",
    "<find> (the|his|her|their|my|the total) (total)? (cost|bill|price|spending|amount spent|amount|total|expenditure|expense|total amount|amount paid|amount due) (of|for|in|he|she|they|paid)* (everything|all <phrase>|the purchase|her purchase|his purchase|the shopping|the order|all|spent|pay|the items|these items)* (in dollars)?",
    "<how_much> (<did>)? (it|everything|this|that|all this|the purchase|the shopping|his purchase|her purchase|the total|the bill|they|these) (cost|come to) (<all>)?",
    "<how_much> is (the total|the bill|that) (<all>)?",
    "<how_much> was spent (<all>)?",
    "<how_much> money <did> <a:who> need (<all>)?",
    "<how_much> <did> <a:who> (spend|pay) (<all>)? (for|on) (everything|all of them|them)",
    "<how_much> <did> <a:who> (spend|pay) (<all>)? (for|on) <b:both_of_them>",
)
def _spent(a: Who | None = None, x: str = "", y: str = "", b: object = None) -> Question:
    return ask.spent(owner_of(a), *(on for on in (x, y) if on), several=b is not None)


G.words("both_of_them", "both", "both of them", "both items", "one of each", "the two", value=True)


@G.rule(
    "question",
    "(<how_much>|what) (<did>) (<det>)? (<noun> of|<phrase>)? <lines:party> (pay|cost|have to pay) (<all>)?",
    "what (do|does|did|would|will) <lines:party> (cost|pay|come to) (<all>)?",
    "<find> the (total)? (cost|price|bill) (for|of) <lines:party>",
    "<lines:party> (pay|pays|paid|cost|costs|will pay) how much (<all>)?",
    cost=0.2,
)
def _party(lines: tuple[Bought, ...]) -> Question | None:
    if any(x.price is not None for x in lines):
        return None
    return ask.cost_of([Thing(x.name, number=x.number) for x in lines], together=True)


@G.rule(
    "question",
    "<how_much> (<did>)? (<a:who>|these <noun>)? (earn|make|take in|bring in|collect|receive|get) (<all>)? (from <phrase>|by <phrase>)?",
    "<find> (his|her|their|the) (total)? (earnings|income|takings|revenue)",
    cost=0.3,
)
def _earned(a: Who | None = None) -> Question:
    return ask.earned(owner_of(a))


@G.rule(
    "question",
    "(<how_much>|what|<find>) (his|her|their|the)? (total)? (profit|gain) (<did>|was|is)? (<a:who>)? (make|get|earn)?",
    "<how_much> (money)? (<did>) <a:who> (gain|profit)",
)
def _profit(a: Who | None = None) -> Question:
    return ask.profit()


@G.rule(
    "question",
    "(<how_much>|how much change|what change|how many dollars) (in change|of change|change)? (<did>|should)? (<a:who>)? (get|receive|be given|given|returned|is given|has|due|be returned|expect)? (back|in change|as change|change|returned|from the cashier|from <m:M>|out of <m:M>|from <n:notes>|out of <n:notes>)+",
    "what (change|is <who> change|is the change|change should) (<did>|should|is)? (<a:who>)? (get|receive|given|be given|due)? (back)? (from <m:M>|from <n:notes>)?",
    "(<find>)? the amount of change <a:who> (gets|receives|will get|should get)",
    "(how much|what) change (<did>|should|is|was|will|were)? (<a:who>)? (get|receive|be given|given|have|expect|returned|due)? (back)? (from <m:M>|from <n:notes>|out of <n:notes>|out of <m:M>)?",
    "<find> the change <a:who> (gets|receives|should get|should receive|is due|will get) (back)? (from <m:M>|from <n:notes>|out of <n:notes>)?",
    "<find> (the|his|her|their|my) change (from <m:M>|from <n:notes>)?",
    cost=0.1,
)
def _change(a: Who | None = None, m: Amount | None = None, n: Amount | None = None) -> Question:
    amount = n or m
    return ask.change(amount.number if amount else None)


@G.rule(
    "question",
    "how (much|many) more (money|dollars|euros|pounds|yuan)? (<did>)? <a:who> (still)? (needs|need|have to save|save|require|need to save|must save) (to (buy|afford|have|get|pay for) <phrase>|for <phrase>|in order to <phrase>|before <phrase>)?",
    "how (much|many) (more|money|dollars|euros|pounds|yuan)* (is|does|do|are) <a:who> (still)? (short|missing|lack|lacking|need) (by|of)? (to buy <phrase>)?",
    "how much (more)? money is (missing|needed|still needed)",
    "<how_much> (is missing|is still missing|is needed)",
)
def _missing(a: Who | None = None) -> Question:
    return ask.missing(owner_of(a))


G.words(
    "both_items",
    "both",
    "both of them",
    "both items",
    "both things",
    "the two",
    "the two items",
    "one of each",
)


@G.rule(
    "question",
    "how much more (money)? (<did>)? <a:who> (still)? (needs|need|have to save|save|require|need to save) (to (buy|afford|get|pay for)|for) (<b:both_items>|<t:asked_list>)",
    cost=-0.2,
)
def _missing_for(a: Who | None = None, t: tuple[Thing, ...] = (), b: object = None) -> Question:
    """ "How much more does she need to buy both?"."""
    if b is not None:
        return ask.missing_for_both(owner_of(a))
    return ask.missing(owner_of(a), [(x.number, x.name) for x in t])


G.alias(
    "all_of_them",
    "(both|they|the two|both of them|all three|the items|they both|it all|all of them|these|them all|all)",
    "(the|all) <N> (of them)?",
    "(buying)? one of each",
)


G.alias("all_of_those", "(the|these|both|all|all the) (<N>)? <x:noun>")


@G.rule("asked", "(a|an|one|each|the) <x:noun> on (the|a|an) <y:noun>", cost=1)
def _asked_on(x: str, y: str) -> Thing:
    return Thing(f"{y} {x}")


@G.rule(
    "asked",
    "<det>? <n:count>? <x:noun>",
    "(each|every|one|a|an|each of the|a single) <x:noun>",
    "<x:noun> each",
)
def _asked(x: str, n: Fraction | None = None) -> Thing:
    return Thing(x, number=n or ONE)


G.rule(
    "asked_list",
    "<a:asked>",
    "<a:asked> (and|, and|,|and of|and for|, and of|and that of|and the price of|and the cost of|, and what is the price of|and how much does|, and how much does|and how much is|, and how much is|and what does|as well as) <b:asked_list>",
)(lambda a, b=(): (a, *b))


@G.rule(
    "question",
    "(<how_much>|what|how many dollars) (<did>|should|is|are|was) (<all>)? <t:asked_list> (cost|costs|sell for|be worth|cost now|charge|come to)? (<w:all>)? (each|separately|respectively|in dollars|in euros|in yuan)* (<w:all>)?",
    "<find> (the|its|the unit|the total|the original|the exact|the individual)? (price|cost|prices|costs|unit price|fee|fare|unit prices|entrance fee|admission fee|postage|entry fee|ticket price|admission|weight|capacity) (,? in (dollars|euros|yuan|pounds) ,?)? (per <noun>)? (of|for) (buying)? <t:asked_list> (respectively|separately|each|in dollars)*",
    "<find> <t:asked_list> 's price",
    "<t:asked_list> (cost|costs) how much",
)
def _price(t: tuple[Thing, ...], w: object = None) -> Question:
    return ask.cost_of(t, together=w is not None)


G.rule("asked_sum", "<a:asked> plus <b:asked>")(lambda a, b: (a, b))


@G.rule(
    "question",
    "(<how_much>|what) (<did>|would|will|is|are) <t:asked_sum> (cost|costs|come to)? (<all>)?",
    "<find> the (total|combined)? (price|cost|prices|costs) of <t:asked_sum>",
    "<find> the (total|combined) (price|cost) of <t:asked_list>",
    "<find> the sum of the prices of <t:asked_list>",
    "<how_much> (<did>|is|are) <t:asked_list> <w:all> (cost)?",
    "<how_much> (<did>) <t:asked_list> cost <w:all>",
    "<how_much> (<did>) <t:asked_list> <w:all> cost",
    "<how_much> (<did>|would) (you|i|he|she|one|we) (pay|spend|have to pay) (for) <t:asked_list> (<w:all>)?",
    "<how_much> (do|would) <t:asked_list> cost",
    "<find> the (total|combined)? (cost|price) of <t:asked_list> <w:all>",
    "<find> the price of <t:asked_list> <w:all>",
    cost=-0.5,
)
def _price_together(t: tuple[Thing, ...], w: object = None) -> Question:
    return ask.cost_of(t, together=True)


@G.rule(
    "question",
    "<how_much> <did> <a:who> (pay|spend|charge|get|ask) (for|on) (each|every) <x:noun> and (for|on)? (each|every) <y:noun>",
    cost=-2,
)
def _price_of_each(x: str, y: str, a: Who | None = None) -> Question:
    """ "How much did she pay for each book and each magazine": not for both."""
    return ask.cost_of([Thing(x), Thing(y)])


@G.rule(
    "question",
    "<how_much> (<did>|are|is) (<one>)? (<noun>)? (of)? each (<noun>) (cost)?",
    "(<how_much>|what) (<did>|are|is) (each|each of them|each item|each one|each of these|each type of <noun>|each kind of <noun>|each thing|each product|each article) (cost|worth)?",
    "<how_much> (<did>|are|is) (both|they|the two|the items|the <noun>) (cost)? each",
    "<find> the (price|cost|prices|unit price) of (each (kind|type|sort) of <noun>|each|both|each item|each of them|each one|each type|each <noun>)",
    "<find> (each price|both prices|the two prices|their prices|the prices|the price of each)",
    "<find> the (price|cost) (of|for) (one|<N>)? (<noun>)? (of)? each (<noun>)?",
)
def _each_price() -> Question:
    return ask.each_price()


@G.rule(
    "question",
    "<how_much> (<did>|are|is) <all_of_them> (cost|costs|<all>)+",
    "<how_much> (<did>)? (they|both) (<all>) cost",
    "<find> (the|their) (total|combined) (price|cost) of <all_of_them>",
    "<how_much> (will|would|does|did|do) (it|they|<who>) (cost|pay|spend) (to buy|for)? (<both>|one of each)",
    "<how_much> (<did>|are|is) <x:all_of_those> (cost|costs|<all>)+",
    "<find> (the|their) (total|combined) (price|cost) of <x:all_of_those>",
    cost=0.6,
)
def _all_priced(x: str = "") -> Question:
    return ask.all_priced(x)


@G.rule(
    "question",
    "<how_much> more (expensive)? (<did>|is|are) <a:thing> (cost|costs)? (more)? than <b:thing> (cost|does)?",
    "how (many) (dollars|euros|yuan|pounds) more (<did>|is) <a:thing> (cost)? than <b:thing>",
    "<how_much> dearer is <a:thing> than <b:thing>",
    "by how much is <a:thing> (more expensive|dearer) than <b:thing>",
    "<find> the difference (in price)? between (the price of)? <a:thing> and (the price of)? <b:thing>",
)
def _more_expensive(a: Thing, b: Thing) -> Question:
    return ask.how_many_more([a], [b], "price")


@G.rule(
    "question",
    "<find> the difference between (their prices|the two prices|the prices)",
    "<find> the (price difference|difference in price|difference in the prices)",
    "how much do (their|the) prices differ",
)
def _price_difference() -> Question:
    return ask.price_difference()


@G.rule(
    "question",
    "<how_much> (less|cheaper) (<did>|is|are) <a:thing> (cost)? than <b:thing> (cost|does)?",
    "how many (dollars|euros|yuan|pounds) (less|cheaper) (<did>|is) <a:thing> (cost)? than <b:thing>",
)
def _cheaper(a: Thing, b: Thing) -> Question:
    return ask.how_many_more([a], [b], "price", -1)


@G.rule(
    "question",
    "<how_much> (money)? (<did>|will) <a:who> (get|receive|have|inherit|keep|earn|take)",
    "<how_much> (goes|go|went|is given|is spent|was spent|is used|was used|is|was|does he spend|does she spend|do they spend|did they spend|did he spend|did she spend|<did> <who> spend|will be spent)? (to|on|for) (the)? <p:phrase>",
    "<how_much> money (<did>) (the)? <p:phrase> (get|receive|have)",
    "<find> <a:who> 's share",
    "what (is|was) <a:who> 's share",
    "<how_much> of (it|the money|the <noun>) (<did>) <a:who> get",
)
def _gets(a: Who | None = None, p: str = "") -> Question:
    name = owner_of(a) or ""
    return ask.how_many(p or ("" if name in PRONOUNS else name))


@G.rule(
    "question",
    "<how_much> (do|would|will|does|must)? (<a:who>)? (have to|need to|pay|cost|be|spend)* (for)? <lines:lines> (cost|<all>)*",
    "<how_much> (<did>|would|will) <lines:lines> cost (<all>)?",
    "what is the (total)? (cost|price) of <lines:lines>",
)
def _bill(lines: tuple[Bought, ...], a: Who | None = None) -> Question | None:
    if any(x.price is not None for x in lines):
        return None
    return ask.cost_of([Thing(x.name, number=x.number) for x in lines], together=True)
