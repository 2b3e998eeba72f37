"""English questions. See `stories.chart` for the notation."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories import questions as ask
from solver.topics.stories.english.lexicon import ABBREVIATED
from solver.topics.stories.english.phrases import G
from solver.topics.stories.meanings import LARGER, SMALLER, Amount, Bought, Thing
from solver.topics.stories.reading import Question
from solver.topics.stories.story import HE, SHE
from solver.topics.word_problems.marking import CURRENCIES
from solver.topics.word_problems.quantities import MONEY_ITEM, ONE
from solver.topics.word_problems.wording import singular

Who = tuple[str | None]

G.alias("clause", "(<adjunct> ,?)* (and|so|then|,|how about)? <q:question> (<adjunct>)*")
G.words(
    "find",
    "what is",
    "what are",
    "what was",
    "what were",
    "find",
    "calculate",
    "determine",
    "work out",
    "compute",
    "give",
    "state",
    "what 's",
    "figure out",
    "find out",
    "what will be",
    "what would be",
    "tell me",
    "what is the value of",
)
G.words(
    "did",
    "do",
    "does",
    "did",
    "will",
    "would",
    "can",
    "should",
    "must",
    "has",
    "have",
    "had",
    "is",
    "are",
    "was",
    "were",
)
G.words(
    "how_much",
    "how much",
    "how much money",
    "what amount of money",
    "how many dollars",
    "how many euros",
    "how many pounds",
    "how many yuan",
    "what amount",
    "how many cents",
    "what sum",
    "what sum of money",
    "how much of it",
    "how much of this money",
    "how much of the money",
    "how much cash",
    "what amount is",
)
G.words(
    "currency_name",
    *sorted({form for form in CURRENCIES if form.isalpha() and form.isascii() and len(form) > 1}),
)
G.alias("how_much", "how many <currency_name>", "how many <currency_name> of change")
G.words(
    "polite",
    "please",
    "can you tell me",
    "can you",
    "could you tell me",
    "do you know",
    "i want to know",
    "tell me",
)


def _owner(a: Who | None) -> str | None:
    return a[0] if a else None


G.alias("question", "(work out|calculate|determine|find|find out|compute|tell me) <q:question>")


# -- money -----------------------------------------------------------------------------------------


@G.rule(
    "question",
    "<how_much> <did>? <a:who>? (still)? (have|has|be|keep|got|get)? (<left>|now left) (over)? (to spend|after <phrase>|afterwards|with|in <phrase>|from <phrase>|for <phrase>)*",
    "<how_much> <did>? <a:who>? (still)? (have|has) (<left>) ",
    "<how_much> (is|was|remains|will be|are) (left|over|remaining|left over) (<tail>)?",
    "<how_much> (remains|is left|remain|will remain|will be left|are left) (<tail>)?",
    "<how_much> of (his|her|their|the|this|my) (<noun>|money|earnings|savings) (<did>)? (<a:who>)? (have left|remains|is left|remain|are left|still have)",
    "<find>? the amount (of money)? (that)? <a:who> (has|will have|have|had) left",
    "<how_much> (<did>)? <a:who> have when <who> (left|leaves)",
    "<how_much> <did> <a:who> (have|keep|still have) (afterwards|after that|after this|after <phrase>|in the end)",
    "<how_much> <did> <a:who> still have (<tail>)?",
    "<how_much> has <a:who> (got)? left",
    "<find> (the (money|amount) (left|remaining|that is left|that remains))",
    "<how_much> <did> <a:who> (bring|take) home",
)
def _left(a: Who | None = None) -> Question:
    return ask.money_left(_owner(a))


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
    return ask.money_now(_owner(a))


@G.rule(
    "question",
    "<how_much> <did> <a:who> (originally|initially|first)? (have|start with|take|bring) (at first|originally|in the beginning|at the start|to begin with|initially|at the beginning|before)*",
    "<how_much> was (there)? in <phrase> (at first|originally|in the beginning|at the start)",
    cost=0.2,
)
def _first(a: Who | None = None) -> Question:
    return ask.money_first(_owner(a))


@G.rule(
    "question",
    "<how_much> <did> <a:who> (spend|pay|need|have to pay|need to pay|owe|have spent|spend on <phrase>) (<all>|for <phrase>|on <phrase>|to pay)*",
    "<how_much> (<did>|has) <a:who> (spent|paid) (<all>|for <phrase>|on <phrase>)*",
    "<find> (the|his|her|their|my|the total) (total)? (cost|bill|price|spending|amount spent|amount|total|expenditure|expense|total amount|amount paid|amount due) (of|for|in|he|she|they|paid)* (everything|all <phrase>|the purchase|her purchase|his purchase|the shopping|the order|all|spent|pay|the items|these items)* (in dollars)?",
    "<how_much> (<did>)? (it|everything|this|that|all this|the purchase|the shopping|his purchase|her purchase|the total|the bill|they|these) (cost|come to) (<all>)?",
    "<how_much> is (the total|the bill|that) (<all>)?",
    "<how_much> was spent (<all>)?",
    "<how_much> money <did> <a:who> need (<all>)?",
    "<how_much> <did> <a:who> (spend|pay) (<all>)? (for|on) (everything|<both>|all of them|them|both items)",
)
def _spent(a: Who | None = None) -> Question:
    return ask.spent(_owner(a))


@G.rule(
    "question",
    "(<how_much>|what) (<did>) (<det>)? (<noun> of|<phrase>)? <l:party> (pay|cost|have to pay) (<all>)?",
    "what (do|does|did|would|will) <l:party> (cost|pay|come to) (<all>)?",
    "<find> the (total)? (cost|price|bill) (for|of) <l:party>",
    cost=0.2,
)
def _party(l: tuple[Bought, ...]) -> Question | None:  # noqa: E741
    if any(x.price is not None for x in l):
        return None
    return ask.cost_of([Thing(x.name, number=x.number) for x in l], together=True)


@G.rule(
    "question",
    "<how_much> (<did>)? (<a:who>|these <noun>)? (earn|make|take in|bring in|collect|receive|get) (<all>)? (from <phrase>|by <phrase>)?",
    "<find> (his|her|their|the) (total)? (earnings|income|takings|revenue)",
    cost=0.3,
)
def _earned(a: Who | None = None) -> Question:
    return ask.earned(_owner(a))


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
    return ask.missing(_owner(a))


G.alias(
    "all_of_them",
    "(both|they|the two|both of them|all three|the items|they both|it all|all of them|these|them all|all)",
    "(the|these|both|all|all the) (<N>)? (<noun>)",
    "(the|all) <N> (of them)?",
    "(buying)? one of each",
)
G.alias(
    "after_both",
    "(after|once|if|when) (<who>)? (<aux>)* (<BUY_form>|pays for|paid for|paying for|has paid for) <both>",
)
G.words("costing", "cost", "costs", "be", "costing", "sell for")


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
    "<a:asked> (and|, and|,|and of|and for|, and of|and that of|and the price of|and the cost of|, and what is the price of|and how much does|, and how much does|and how much is|, and how much is|and what does|plus|as well as) <b:asked_list>",
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


@G.rule(
    "question",
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
    "<how_much> (<did>|are|is) (<one>)? (<noun>)? (of)? each (<noun>) (cost)?",
    "<how_much> (<did>|are|is) (each|each of them|each item|each one|each of these|each type of <noun>|each kind of <noun>) (cost)?",
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
    cost=0.6,
)
def _all_priced() -> Question:
    return ask.all_priced()


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
    name = _owner(a) or ""
    return ask.how_many(p or (name if name not in (HE, SHE) else ""))


# -- counts ----------------------------------------------------------------------------------------

G.words(
    "there",
    "are there",
    "is there",
    "were there",
    "are",
    "were",
    "was",
    "is",
    "there are",
    "did",
    "do",
    "does",
    "have",
    "has",
    "will",
    "there were",
    "can",
)
G.words(
    "measure",
    "kilograms",
    "litres",
    "liters",
    "grams",
    "millilitres",
    "milliliters",
    "metres",
    "meters",
    "kg",
    "ml",
    "cups",
    "tonnes",
    "pounds",
    "acres",
    "kilometres",
    "kilometers",
    "km",
    "centimetres",
    "cm",
    "hectares",
    "minutes",
    "hours",
    "litre",
    "kilogram",
    "gigabytes",
    "gb",
    "pages",
    "miles",
)


G.words(
    "trailer",
    "there",
    "are",
    "is",
    "was",
    "were",
    "do",
    "does",
    "did",
    "have",
    "has",
    "he",
    "she",
    "they",
    "it",
    "had",
    "be",
    "in",
    "will",
    "can",
    "i",
    "we",
    "you",
    "all",
    "of them",
    "of these",
    "then",
    "now",
    "on",
    "at",
    "get",
    "got",
    "that",
)
G.alias("that_many", "<p:phrase> (<trailer>)*")


@G.rule(
    "question",
    "how (many|much) <p:that_many>",
    "how (many|much) (<measure> of)? <p:that_many> (,)? (and|,) how (many|much) <r:that_many>",
    "<find> the (number|amount|quantity|weight|length|volume|mass) of <p:that_many>",
    "how (many|much) (<measure> of)? <p:phrase> and <r:phrase> (are there|<did> <phrase>|are <phrase>|were <phrase>|<trailer>)*",
    "how many of (them|these|it|the <noun>|those|her <noun>|his <noun>|their <noun>) (<trailer>)* <p:that_many>",
)
def _how_many(p: str, r: str = "") -> Question:
    return ask.how_many(*(x for x in (p, r) if x))


@G.rule(
    "question",
    "how many <u:measure> (of)? <p:that_many>",
    "how many <u:measure> (of)? <p:that_many> (,)? (and|,) how many <measure> (of)? <r:that_many>",
    "how (many|much) <u:measure> (long|of it)? (<trailer>)+ <p:that_many>",
    "how much <p:that_many> (,)? in <u:measure>",
)
def _how_much_of(u: str, p: str, r: str = "") -> Question:
    unit = singular(u.split()[0])
    return ask.how_many(*(x for x in (p, r) if x), unit=ABBREVIATED.get(unit, unit))


@G.rule(
    "question",
    "how (many|much) (<measure> of)? (<x:noun>)? (<did>|is|are|was|were)? (<a:who>|there)? (still)? (<did>|have|be|remain|has|had|are|got)? (<left>|remain|remains) (<tail>)?",
    "how many (<x:noun>)? (<did>) <a:who> (now have|have now|have) (now)?",
    "how (many|much) (<x:noun>)? are (still)? (left|in <phrase>|remaining)",
    "how many (<x:noun>)? (<did>) <a:who> still have (to <phrase>)?",
    "how many (<x:noun>)? are there now",
    cost=-0.3,
)
def _how_many_left(x: str = "", a: Who | None = None) -> Question:
    return ask.how_many_left(x or "", (_owner(a) or "") if a else "")


@G.rule(
    "question",
    "how (many|much) (<measure> of)? (<x:noun>)? (<there>)? (<a:who>)? (there|have|has|sold|collect|collected|do|buy|got|make|made|be|they|own|see|pick|read|save|saved|in <phrase>|walk)* <all> (<tail>)?",
    "<find> the total (number|amount) of <x:noun> (<tail>)?",
    "how (many|much) (<x:noun>)? (<did>) (they|the two of them|both of them|they both|all of them) have (<all>)?",
    cost=0.3,
)
def _how_many_in_all(x: str = "", a: object = None) -> Question:
    return ask.how_many_in_all(x or "")


@G.rule(
    "question",
    "how (many|much) (<measure> of)? (<x:noun>)? (<did>|are)? (<a:who>)? have (<tail>)?",
    "how many <x:noun> (<did>) <a:who> (have|own|get|receive|has) (at first|now|each)?",
    "how much (<did>) <a:who> weigh",
)
def _how_many_has(x: str = "", a: Who | None = None) -> Question | None:
    name = _owner(a)
    if name in (HE, SHE):
        name = None
    if name is None and not x:
        return None
    return ask.how_many(f"{name or ''} {x or ''}".strip())


@G.rule(
    "question",
    "how many more <a:noun> (are there|are|were|did <phrase>|does <phrase>|do <phrase>|were <phrase>)? than <b:noun> (<tail>)?",
    "how many more <a:phrase> than <b:phrase> (<trailer>)*",
    "by how many (<x:noun>)? (<did>) <a:phrase> (exceed|outnumber) <b:phrase>",
)
def _more_than(a: str, b: str, x: str = "") -> Question:
    return ask.how_many_more([Thing(a, kind="count")], [Thing(b, kind="count")], "count")


@G.rule(
    "question",
    "how many (more|fewer) (<x:noun>)? (<did>|is|are) <a:who> (have|get|receive|has|got|collect|read|save|pick|sell|sold|catch)? than <b:who> (<did>)?",
    "<how_much> more (money)? (<did>) <a:who> (have|get|receive|save|spend|earn)? than <b:who> (<did>)?",
)
def _more_has(a: Who, b: Who, x: str = "") -> Question:
    item = x or ""
    return ask.how_many_more(
        [Thing(item, a[0])] if item else [Thing(a[0] or "")],
        [Thing(item, b[0])] if item else [Thing(b[0] or "")],
    )


@G.rule(
    "question",
    "<find> the difference between <a:thing> and <b:thing>",
    "what is the difference (in number)? between <a:thing> and <b:thing>",
)
def _difference(a: Thing, b: Thing) -> Question:
    return ask.how_many_more([a], [b])


@G.rule(
    "question", "<find> the (larger|bigger|greater) (number|one)? and the smaller (number|one)?", cost=-0.5
)
def _larger_first() -> Question:
    return ask.numbers()


@G.rule(
    "question",
    "how (many|much) (<measure> of)? <t:names> (<trailer>)* <all>",
    "how many <t:list> (<trailer>)* (<all>)",
    cost=-0.3,
)
def _several_in_all(t: tuple[str, ...]) -> Question | None:
    return ask.how_many_in_all(things=[Thing(x, kind="count") for x in t]) if len(t) > 1 else None


@G.rule(
    "question",
    "how many times (as <much> as|more than|larger than)? (is|are|does|do)? <a:thing> (cost)? (as <much> as|than)? <b:thing>",
)
def _times(a: Thing, b: Thing) -> Question:
    return ask.how_many_times([a], [b])


@G.rule(
    "question",
    "how many (<x:noun>)? (of each|of each kind|of each type|of each sort|each) (are there|<did> <phrase>|were <phrase>|are <phrase>)?",
    "how many (<x:noun>)? of each (kind|type|sort|colour|color|<noun>)? (<there>)? (<phrase>)?",
    "how many (<x:noun>)? (<did>|is|are) (each|on each <noun>|each <noun>|in each <noun>) (have|get|receive)?",
    "how many (<x:noun>)? (<did>) each (<noun>)? (have|get|receive|collect)?",
    "how many (<x:noun>)? (are|is|stand) (there)? (in|on) each (<noun>)?",
    "<find> (the number|how many) of each (<noun>)? (<phrase>)?",
)
def _of_each(x: str = "") -> Question:
    return ask.each_part()


G.rule("valued", "<m:M> (<x:noun>)?", "<n:N> <x:noun> (<noun>)?")(
    lambda m=None, n=None, x="": m if m is not None else Amount(n, x)
)


@G.rule(
    "question",
    "how many <v:valued> (<trailer>|<phrase>)*",
    "how many (<noun>)? (with|of|at|costing|worth|that cost|carrying|holding) <v:valued> (<trailer>|<phrase>)*",
    cost=0.3,
)
def _how_many_of_value(v: Amount) -> Question:
    return ask.how_many_of_value(v)


@G.rule(
    "question",
    "how many <v:valued> (<trailer>|<phrase>)* (,)? (and|,) (how many)? <w:valued> (<trailer>|<phrase>)*",
    cost=0.2,
)
def _two_of_value(v: Amount, w: Amount) -> Question:
    return ask.several(ask.how_many_of_value(v), ask.how_many_of_value(w))


@G.rule(
    "question",
    "how many (<x:noun>)? (can|do|does) <c:asked_list> each (carry|hold|weigh|seat|have|contain)",
    "how many <x:noun> (fit in|are in|are there in|can fit in|<did>) (<c:asked_list>) (hold|carry|have|seat|contain|weigh)?",
    "how many <x:noun> (fit|are|can fit|go) in <c:asked_list>",
    "<how_much> (<did>) <c:asked_list> (weigh|hold|contain)",
)
def _in_each(c: tuple[Thing, ...], x: str = "") -> Question:
    return ask.how_many_in_each([t.name for t in c], x)


# -- ages and numbers ------------------------------------------------------------------------------


@G.rule(
    "question",
    "how old (is|are) <a:who> (and <b:who>)? (now|today)?",
    "how old (will|would) <a:who> be in <n:N> years",
    "<find> (the ages of|the age of) <a:who> (and <b:who>)?",
    "<find> <a:who> 's age",
    "<find> their ages",
    "how old (are|is) (they|each of them|each|each one) (now)?",
)
def _ages(a: Who | None = None, b: Who | None = None, n: Fraction | None = None) -> Question:
    if a is None:
        return ask.each_part()
    return ask.ages([x[0] for x in (a, b) if x is not None], n or Fraction(0))


@G.rule(
    "question",
    "<how_much> (<did>|has|have) each (of them|<noun>)? (saved|have|got|save|earned|earn|pay|get|receive|had)",
    cost=-0.2,
)
def _each_has() -> Question:
    return ask.each_part()


@G.rule(
    "question",
    "how old (is|was|are) <a:who> (now|today|currently)? (,)? (and|, and) how old is <b:who> (now)?",
)
def _two_ages(a: Who, b: Who) -> Question:
    return ask.ages([a[0], b[0]])


@G.rule(
    "question",
    "<find> (the|these|both|the two|both of the|those)? (two)? numbers",
    "<find> the two numbers",
    "what (are|were) (the|these|both|those)? (two)? numbers",
    "<find> (the)? <n:N> numbers",
    "<find> both numbers",
)
def _numbers(n: Fraction | None = None) -> Question:
    return ask.numbers()


@G.rule(
    "question",
    "<find> the (larger|bigger|greater) (number|one|of the two)?",
    "<find> the (larger|bigger) of (the two|the) numbers",
)
def _larger() -> Question:
    return ask.numbers(LARGER)


@G.rule("question", "<find> the (smaller|lesser) (number|one|of the two)?")
def _smaller() -> Question:
    return ask.numbers(SMALLER)


@G.rule("question", "<find> <t:things>", cost=2)
def _quantities(t: tuple[Thing, ...]) -> Question:
    return ask.quantities(t)


@G.rule(
    "question",
    "<how_much> (do|would|will|does|must)? (<a:who>)? (have to|need to|pay|cost|be|spend)* (for)? <l:lines> (cost|<all>)*",
    "<how_much> (<did>|would|will) <l:lines> cost (<all>)?",
    "what is the (total)? (cost|price) of <l:lines>",
)
def _bill(l: tuple[Bought, ...], a: Who | None = None) -> Question | None:  # noqa: E741
    if any(x.price is not None for x in l):
        return None
    return ask.cost_of([Thing(x.name, number=x.number) for x in l], together=True)


MONEY: str = MONEY_ITEM
