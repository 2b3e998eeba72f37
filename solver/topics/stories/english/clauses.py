"""English clauses about having, getting, buying, costing and comparing. See `stories.chart` for the notation."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from solver.topics.stories import meanings as say
from solver.topics.stories.english.lexicon import ABBREVIATED, MEASURES
from solver.topics.stories.english.phrases import G
from solver.topics.stories.meanings import Amount, Bought, Compared, Meaning, Thing
from solver.topics.stories.reading import Question
from solver.topics.word_problems.quantities import MONEY_ITEM, ONE
from solver.topics.word_problems.wording import singular

Who = tuple[str | None]

G.alias(
    "clause",
    "(<adjunct> ,?)* <c:core> (,? <adjunct>)*",
    "(<adjunct> ,?)* <c:core> (,? <adjunct>)* <all> (<adjunct>)*",
)


@G.rule(
    "clause",
    "<q:question> (,)? (after|once|if|when) (<a:who>)? (<aux>)* (<BUY_form>|pays for|paid for|paying for) <both>",
    cost=0.3,
)
def _asks_after_both(q: Question, a: Who | None = None) -> tuple[Meaning, Question]:
    """ "How much will be left once she has paid for both?"."""
    return _buys_both((False,), a), q


@G.rule("clause", "<q:question> (in|at|on) (a|an|the|his|their) (<phrase>)? (of|with) <n:numbered>", cost=0.5)
def _asks_among(q: Question, n: Amount) -> tuple[Meaning, Question]:
    """ "How many tulips are there in a garden of 480 flowers …"."""
    return say.whole(n), q


@G.rule("clause", "<c:core> (in|at|on|among) (a|an|the|his|their)? (<phrase>)? (of|with) <q:qty>", cost=0.5)
def _among(c: Meaning, q: Amount) -> Meaning:
    """ "There are 6 more girls than boys in a class of 30 pupils"."""
    return say.telling(say.whole(q), c)


G.words(
    "joint",
    ",",
    ", and",
    "and",
    "but",
    ", but",
    "while",
    ", while",
    "whereas",
    ", whereas",
    "then",
    ", then",
    "and then",
    ", and then",
    ", so",
    "so",
    "if",
    ", if",
    ":",
    "when",
    "and also",
    ", who",
    "who",
    ", which",
    "which",
    "that",
    "suppose",
    "suppose that",
    "given that",
    "and if",
    "because",
    "after",
    "; and",
    "for",
    "where",
    "assuming",
    "since",
    ", since",
    "as",
    "given",
    "knowing that",
    "if we know that",
    "later",
    ", with",
    "with",
    "however",
    "and so",
    "and that",
    "also",
    "later ,",
    "it is known that",
    "[",
    "]",
    "] ,",
    ", [",
    "that is ,",
    ", that is ,",
    "altogether ,",
    "together ,",
    "in total ,",
    "in all ,",
    "so far ,",
    "because of this ,",
)


def _owner(a: Who | None) -> str | None:
    return a[0] if a else None


# -- having and getting ----------------------------------------------------------------------------


@G.rule(
    "core",
    "<a:who> <HAVE> <q:qtys> (<left>)?",
    "<a:who> 've <q:qtys>",
    "<a:who> <HAVE> (a total of|exactly)? <q:qtys> (<all>)?",
)
def _has(a: Who, q: tuple[Amount, ...]) -> Meaning:
    return say.telling(_meets(a), *(_has_money(a, x) if x.money else say.has(a[0], [x]) for x in q))


def _meets(a: Who) -> Meaning:
    return lambda story: None if a[0] is None else story.who(a[0]) and None


def _has_money(a: Who, amount: Amount) -> Meaning:
    def tell(story: say.Story) -> None:
        say.note(story, amount)
        holder = story.who(a[0])
        at = story.ledger.get((holder, MONEY_ITEM), 0)
        planned = all(p.planned for p in story.purchases if p.owner == holder)
        if at and not planned:
            raise say.Unclear
        story.define(say.Key("money", holder, MONEY_ITEM, 0), amount.number)
        story.ledger.setdefault((holder, MONEY_ITEM), 0)

    return tell


@G.rule("core", "(has|had|have) <m:M>", cost=0.5)
def _who_has(m: Amount) -> Meaning:
    """ "Nadia, who has $40"."""
    return _has_money((None,), m)


@G.rule(
    "core",
    "there (is|are|was|were) <q:qtys>",
    "<q:qtys> <be> (parked|standing|there|in stock|sitting|kept|stored|left)",
    cost=0.2,
)
def _there(q: tuple[Amount, ...]) -> Meaning:
    return say.has("", q)


@G.rule("core", "<a:who>? <HAVE> <c:compared>")
def _has_compared(c: Compared, a: Who | None = None) -> Meaning:
    return say.has_compared(_owner(a), c.item, c)


@G.rule("core", "there (are|were|is) <c:compared>", "<x:names> (has|have|had) <c:compared>", cost=-0.1)
def _there_compared(c: Compared, x: object = None) -> Meaning | None:
    if x is not None or not c.item:
        return None
    return say.is_compared([Thing(c.item)], c, "count")


@G.rule(
    "core",
    "(a|an|the)? <phrase> of <q:qty> (has|have|had|contains) <c:compared>",
    "there (are|were|is) <c:compared> (in|on|at) (a|an|the) <phrase> of <q:qty>",
)
def _whole_compared(q: Amount, c: Compared) -> Meaning | None:
    return say.telling(say.whole(q), say.is_compared([Thing(c.item)], c, "count")) if c.item else None


@G.rule(
    "core",
    "there (are|is|were) <n:N> <s:sign> <x:noun> (in|at|on|from) <a:thing> than (in|at|on|from)? <b:thing>",
    cost=-0.3,
)
def _more_in(n: Fraction, s: int, a: Thing, b: Thing, x: str) -> Meaning:
    return say.is_compared([a], Compared(ONE, s * n, (b,)), "count")


@G.rule("core", "<a:who> (had|has) some <noun>", "<a:who> (had|has) (a|some) (money|savings)")
def _has_some(a: Who) -> Meaning:
    return _meets(a)


@G.rule(
    "core",
    "with <q:qtys> (<all>)?",
    "with a total of <q:qty>",
    "(altogether|together|in total|in all) (,)? (they|there|it) (have|has|are) <q:qty>",
    "(they|it) (have|has) <q:qty> (<all>)?",
    cost=0.5,
)
def _with(q: tuple[Amount, ...] | Amount) -> Meaning | None:
    amounts = q if isinstance(q, tuple) else (q,)
    if any(x.money or not x.item for x in amounts):
        return None
    return say.has("", amounts)


@G.rule(
    "core",
    "<a:who>? <GAIN> <q:qtys> (more)? (from <b:who>)?",
    "<a:who>? <GAIN> (a total of|another)? <q:qtys>",
)
def _gets(q: tuple[Amount, ...], a: Who | None = None, b: Who | None = None) -> Meaning:
    return say.gets(_owner(a), q, 1, b[0] if b else "")


@G.rule("core", "<a:who>? <GAIN> <c:compared>")
def _gets_compared(c: Compared, a: Who | None = None) -> Meaning:
    return say.has_compared(_owner(a), c.item, c)


@G.rule(
    "core",
    "<w:when> ,? (<who>)? (<GAIN>|<LOSE>|<PAY>|<ANY>) <q:qty>",
    "(<who>)? (<GAIN>|<LOSE>|<PAY>|<ANY>) <q:qty> <w:when>",
    "<w:when> (,)? <q:qty>",
    "<q:qty> <w:when>",
    cost=0.5,
)
def _when(w: str, q: Amount) -> Meaning | None:
    """So many on a day: days are told apart like people."""
    return say.has(w, [q]) if q.item or not q.money else None


@G.rule(
    "core",
    "<w:when> ,? (<who>)? (<GAIN>|<LOSE>|<PAY>|<ANY>) <c:compared>",
    "(<who>)? (<GAIN>|<LOSE>|<PAY>|<ANY>) <c:compared> <w:when>",
    "<w:when> (,)? <c:compared>",
    cost=0.3,
)
def _when_compared(w: str, c: Compared) -> Meaning:
    return say.has_compared(w, c.item, c)


@G.rule(
    "core",
    "<a:who>? <LOSE> <q:qtys> (to <b:who>|away|out)?",
    "<q:qtys> (were|was|have been|had been|are|got) (eaten|sold|broken|lost|used|removed|thrown away|donated|given away|taken away|borrowed|cut down|taken|stolen)",
)
def _loses(q: tuple[Amount, ...], a: Who | None = None, b: Who | None = None) -> Meaning:
    return say.gets(_owner(a), q, -1, b[0] if b else "")


@G.rule("core", "<a:who>? <GIVE> <b:who> <q:qtys>", "<a:who>? <GIVE> <q:qtys> to (each of)? <b:who>")
def _gives(q: tuple[Amount, ...], b: Who, a: Who | None = None) -> Meaning:
    def tell(story: say.Story) -> None:
        giver = story.who(_owner(a))
        for amount in q:
            item = story.meet(amount.item or story.item)
            for name, sign in ((giver, -1), (story.meet(b[0] or ""), 1)):
                if (name, item) in story.ledger:
                    say.gets(name, [amount], sign)(story)
                    break_ = True
                else:
                    break_ = False
            if not break_ and (giver, item) not in story.ledger:
                say.gets(b[0], [amount], 1)(story)
        story.owner = giver

    return tell


@G.rule(
    "core",
    "<a:who>? (<HAVE>|<be>) <m:qty> <left>",
    "<a:who>? <aux>* (has|have|had|got|is left with|was left with|are left with) <m:qty> (<left>|still)",
    "<m:qty> <be> <left>",
    "there <be> <m:qty> <left>",
    "<a:who>? still (has|have|had) <m:qty>",
    cost=-0.3,
)
def _left(m: Amount, a: Who | None = None) -> Meaning:
    return say.has_left(_owner(a), m)


# -- prices ----------------------------------------------------------------------------------------

G.words("COSTS_OF", "costs", "cost", "costed", "was", "is", "were", "are")


@G.rule(
    "core",
    "<t:things> <COST> (each|about|only)? <m:M> (<each>)?",
    "<t:thing> (<m:M> (<each>)?)",
    "<t:thing> <COST> <m:M> (a|an|per|for one|for each) (piece|item|unit)",
)
def _costs(t: tuple[Thing, ...] | Thing, m: Amount) -> Meaning | None:
    things = t if isinstance(t, tuple) else (t,)
    if any(x.number != 1 for x in things):
        return None
    if any(x.kind not in ("", "price") for x in things):
        return None
    return say.is_amount(things, m, "price") if len(things) == 1 else None


@G.rule(
    "core", "(the|these|those|his|her) <x:plural> (cost|were|are) (him|her|me)? <m:M> (<all>)?", cost=-0.4
)
def _all_cost(x: str, m: Amount) -> Meaning:
    """ "The pens cost $6"."""
    return say.bundle(x, m)


@G.rule("core", "<t:two_things> (each|both) <COST> <m:M>", "<t:two_things> <COST> <m:M> each")
def _each_costs(t: tuple[Thing, ...], m: Amount) -> Meaning:
    return say.telling(*(say.is_amount([x], m, "price") for x in t))


@G.rule(
    "core",
    "<t:two_things> (<all>)? (<COST>|<PAY>) (<all>)? <m:M> (<all>)?",
    "the (total|combined)? (price|cost) of <t:two_things> (is|was) <m:M>",
)
def _cost_together(t: tuple[Thing, ...], m: Amount) -> Meaning | None:
    if any(x.number != 1 or x.kind not in ("", "price") for x in t):
        return None
    return say.is_amount(t, m, "price")


@G.rule(
    "core",
    "<t:noun> <COST> <m:M> (per|a|an|for a|for each|for every|each|for one|for every) <u:noun>",
    "<t:noun> (at)? <m:M> (per|a|an) <u:noun>",
    "the price of <t:noun> (is|was) <m:M> (per|a|an) <u:noun>",
)
def _costs_per(t: str, m: Amount, u: str) -> Meaning:
    return say.is_amount(
        [Thing(t if t == u or t.endswith(" " + u) else f"{u} of {t}", kind="price")], m, "price"
    )


@G.rule(
    "core",
    "<l:party> (<all>)? (<COST>|pay|pays|paid) (<all>)? (a total of|him|her|me|them|us|you)? <m:M> (<all>)? (to <phrase>|for <phrase>)?",
    "(<phrase>)? (charges|charged) <l:party> <m:M>",
    "(<phrase>)? (charges|charged) <m:M> for <l:party>",
    "(entry|admission|tickets|entrance|the admission|the entry|sending|posting) (to <phrase>)? (for)? <l:party> (costs|cost|is|was|were) <m:M>",
    "<l:lines> (<all>)? (<HAVE>|<ANY>) (<all>)? (a total of)? <m:qty> (<all>)?",
    "<a:who> (pays|paid|pay|spends|spent) (a total of)? <m:M> (<all>)? (for|on|to buy|buying) <l:lines>",
    "(the)? (total|price|cost) (of|for) <l:lines> (is|was|comes to|came to) <m:M>",
    "<l:lines> for <m:M>",
    "<m:M> for <l:lines>",
    "(he|she|they|i) (paid|pays|spent|spends) <m:M> (<all>)? (for|on) <l:lines>",
    "(buying|to buy) <l:lines> (costs|cost|takes) (him|her)? <m:M>",
    "it (costs|cost) <m:M> (for|to buy) <l:lines>",
    cost=-0.2,
)
def _lines_cost(l: tuple[Bought, ...], m: Amount, a: Who | None = None) -> Meaning | None:  # noqa: E741
    if any(x.price is not None for x in l) or (len(l) == 1 and l[0].number == 1 and a is None):
        return None
    if any(x.name == m.item for x in l) or m.item == "":
        return None
    lines = [(x.number, x.name) for x in l]
    if a is not None and m.money:
        return say.buys(a[0], l, m)
    return say.costs(lines, m)


@G.rule("core", "<t:things> (<COST>|<be>|<ANY>) (each)? <c:compared> (<each>)?", "<t:thing> <c:compared>")
def _compared(t: tuple[Thing, ...] | Thing, c: Compared) -> Meaning | None:
    things = t if isinstance(t, tuple) else (t,)
    if len(things) != 1 and things[0].kind != "price" and c.item != MONEY_ITEM:
        return None
    return say.is_compared(things, c, "price" if c.item == MONEY_ITEM and not things[0].kind else "")


@G.rule("core", "(which|that|this|it)? (<COST>|<be>)? (just|exactly)? <c:compared>", cost=0.6)
def _that_is(c: Compared) -> Meaning:
    """ "A tie costs $15, half the price of a shirt": what was spoken of last is compared."""
    return say.is_compared([Thing(role="that")], c)


@G.rule("core", "<t:things> (<aux>)* (costs|cost|sells for|is priced at) <c:compared>", cost=-0.2)
def _price_compared(t: tuple[Thing, ...], c: Compared) -> Meaning:
    return say.is_compared(t, c, "price")


@G.rule("priced_item", "<det>? <x:noun> (at|for|costs|cost|:|are)? <m:M> (<each>|per <noun>|a <noun>)?")
def _priced_item(x: str, m: Amount) -> Meaning:
    return say.is_amount([Thing(x, kind="price")], m, "price")


@G.rule("priced_items", "<a:priced_item>", "<a:priced_item> (,|and|, and|while) <b:priced_items>")
def _priced_items(a: Meaning, b: Meaning = say.nothing) -> Meaning:
    return say.telling(a, b)


G.alias("core", "<who>? (sells|sold|charges|charged|offers|sell|charge|asks for) <p:priced_items>")


@G.rule(
    "core",
    "(the price of)? <x:noun> (<COST>) <m:M> for <y:noun> and <n:M> for <z:noun>",
    "<x:noun> (<COST>)? <m:M> for <y:noun> (and|, and)? <n:M> for <z:noun>",
)
def _costs_for(x: str, m: Amount, y: str, n: Amount, z: str) -> Meaning:
    """ "Tickets cost $10 for adults and $6 for children": adult tickets and child tickets."""
    return say.telling(
        *(say.is_amount([Thing(f"{who} {x}", kind="price")], a, "price") for who, a in ((y, m), (z, n)))
    )


@G.rule(
    "price_for",
    "<m:M> (for|per|a|an|each) <det>? (<one>)? <x:noun>",
    "<m:M> (for|per) (each|every|one) <x:noun>",
)
def _price_for(m: Amount, x: str) -> Meaning:
    return say.is_amount([Thing(x, kind="price")], m, "price")


@G.rule(
    "core",
    "(<phrase>)? (<COST>|charges|charged|asks|pays|is paid|earns|asked)? (<only>)? <a:price_for> (and|,|, and|or|while) <b:price_for> (, and <c:price_for>|and <c:price_for>)?",
    cost=0.6,
)
def _prices_for(a: Meaning, b: Meaning, c: Meaning = say.nothing) -> Meaning:
    """ "It charges $3 for a muffin and $5 for a loaf"."""
    return say.telling(a, b, c)


G.alias(
    "party",
    "(a|an|the)? (second|first|third|another)? (order|purchase|set|meal|basket|bundle|order consisting|shopping) of <l:lines>",
    "<l:lines> (<adjunct>)?",
    "(a|an|the)? (group|family|party|class|team|couple) (consisting)? (of|with) <l:lines>",
)


# -- buying ----------------------------------------------------------------------------------------


@G.rule(
    "core",
    "<a:who>? <v:BUY> <l:lines> (for (a total of)? <m:M> (<all>)?)?",
    "<a:who>? <v:BUY> <l:lines> (from|at|in) (the|a) <noun> (for <m:M>)?",
    "<a:who>? <v:BUY> <l:lines> , (paying|spending) <m:M>",
)
def _buys(
    v: tuple[bool], l: tuple[Bought, ...], a: Who | None = None, m: Amount | None = None
) -> Meaning | None:  # noqa: E741
    if m is not None and len(l) == 1 and l[0].price is not None:
        return None
    if len(l) == 1 and l[0].whole and m is None and l[0].number != 1 and isinstance(l[0].price, Amount):
        return say.buys(_owner(a), [Bought(l[0].number, l[0].name, told=l[0].told)], l[0].price, planned=v[0])
    if len(l) > 1 and l[-1].whole and all(x.price is None for x in l[:-1]) and m is None:
        return None
    return say.buys(_owner(a), l, m, planned=v[0])


@G.rule(
    "core",
    "<a:who>? <SELL> <l:lines>",
    "<a:who>? <SELL> <l:lines> for <m:M> (<all>)?",
    "(all)? (the|his|her)? <l:lines> (was|were) sold",
    cost=-0.2,
)
def _sells(l: tuple[Bought, ...], a: Who | None = None, m: Amount | None = None) -> Meaning | None:  # noqa: E741
    if (
        m is None
        and not all(isinstance(x.price, Amount) for x in l)
        or m is not None
        and any(x.price for x in l)
    ):
        return None
    return say.sells(_owner(a), l, m)


@G.rule(
    "core",
    "<a:who>? <ANY> <l:lines>",
    "<l:lines> (was|were) (bought|ordered|purchased|rented|hired)",
    cost=0.2,
)
def _priced_lines(l: tuple[Bought, ...], a: Who | None = None) -> Meaning | None:  # noqa: E741
    """ "She mails 6 letters at 75 cents each": whatever is done, it costs that much."""
    return say.buys(_owner(a), l) if all(x.price is not None for x in l) else None


@G.rule(
    "core",
    "(the|our|his|her|their|my|a|an)? (<noun>)? (budget|salary|income|allowance|wage|estate|fund) (<phrase>)? (is|was|of|comes to) <m:M>",
)
def _budget(m: Amount) -> Meaning:
    return _has_money((None,), m)


@G.rule(
    "core",
    "<a:noun> 's (<noun>)? (budget|salary|income|allowance|wage|savings|pocket money|earnings) (is|was|are|were) <m:M>",
    "with <m:M> (in hand|in <det> <noun>)? ,? <a:noun> (goes|went|go) (shopping|to <det> <noun>) (for <names>)?",
)
def _has_budget(a: str, m: Amount) -> Meaning:
    return _has_money((a,), m)


@G.rule(
    "core",
    "<a:who>? (starts|started|begins|began|starts out|set out) (<det> <noun>)? with <m:M>",
    "<a:who>? had <m:M> (at first|at the start|at the beginning|to begin with|originally|in the beginning)",
    cost=-0.2,
)
def _starts_with(m: Amount, a: Who | None = None) -> Meaning:
    def tell(story: say.Story) -> None:
        say.note(story, m)
        holder = story.who(_owner(a))
        story.define(say.Key("money", holder, MONEY_ITEM, 0), m.number)
        story.ledger.setdefault((holder, MONEY_ITEM), 0)

    return tell


@G.rule("core", "<x:the_names> (is|are|was|were) bought by <a:who>")
def _bought_by(x: tuple[str, ...], a: Who) -> Meaning:
    return say.buys(a[0], [Bought(ONE, name) for name in x])


G.words(
    "unchanged",
    "are identical",
    "are the same",
    "cost the same",
    "have the same price",
    "were unchanged",
    "had not changed",
    "did not change",
    "stayed the same",
    "are full",
    "were full",
    "is full",
    "is taken",
    "was taken",
    "was full",
    "have the same weight",
    "were the same",
    "are equal",
    "have not changed",
    "are all the same",
)


@G.rule(
    "core",
    "(all|all the|every|the|each)? <noun> <unchanged>",
    "there (are|were) no other <noun>",
    "no other <noun> (are|were) <phrase>",
    "(each|every|each of whom|each of which|every one of them|each of them) (of the)? (<noun>)? (<phrase>|<ANY_form>) (exactly)? (one|only one) <noun>",
    "(give|giving|state|write|starting with|beginning with)? (the)? (larger|bigger|greater) (one|number)? first",
    "(give|giving|state)? the larger (one|number)? first",
    cost=1,
)
def _says_nothing() -> Meaning:
    """What goes without saying."""
    return say.nothing


@G.rule("core", "<a:who>? <PAY> <n:N> (on|for) (<det>)? <x:noun>", "<n:N> (on|for) (<det>)? <x:noun>", cost=1)
def _spends_number(n: Fraction, x: str, a: Who | None = None) -> Meaning:
    """A number without a currency, where money is spent."""
    return lambda story: say.spends(_owner(a), Amount(n, MONEY_ITEM, next(iter(story.currency), "")), x)(
        story
    )


@G.rule(
    "core",
    "<a:who>? (pays|paid) for <l:lines> (with|using) (<m:notes>|<m:M>)",
    "<a:who>? (pays|paid) (with|using) (<m:notes>|<m:M>) for <l:lines>",
)
def _pays_lines_with(l: tuple[Bought, ...], m: Amount, a: Who | None = None) -> Meaning:  # noqa: E741
    return say.telling(say.buys(_owner(a), l), say.tenders(m, _owner(a)))


@G.rule(
    "core",
    "<a:who>? <v:BUY> <l:lines> (<adjunct>)? (for|, paying|, for) (a total of)? <m:M> (<all>)?",
    cost=-0.1,
)
def _buys_for(v: tuple[bool], l: tuple[Bought, ...], m: Amount, a: Who | None = None) -> Meaning | None:  # noqa: E741
    if any(x.price is not None for x in l):
        return None
    return say.buys(_owner(a), l, m, planned=v[0])


G.alias("both", "(all|all the|all of the|both|both the) (<N>)? <noun>", cost=0.5)
G.alias(
    "both",
    "(both|one of each|both of them|both items|all of them|them both|one of each kind|both things|all three|everything|both <noun>|one of each <noun>|the two|all of these|them|all the items|all three items|all of it|one each)",
)


@G.rule("core", "<a:who>? <v:BUY> <both>")
def _buys_both(v: tuple[bool], a: Who | None = None) -> Meaning:
    def tell(story: say.Story) -> None:
        bought = {item for p in story.purchases for _, item in p.lines}
        if bought and bought == set(story.priced):
            return  # what was bought was named before
        if len(story.priced) < 2 or story.purchases:
            raise say.Unclear
        story.buy(_owner(a), [(ONE, item) for item in story.priced], planned=v[0])

    return tell


@G.rule(
    "the_names",
    "(the|a|an|one|his|her)? <x:noun>",
    "(the|a|an|one|his|her)? <x:noun> (and|, and|,) <y:the_names>",
)
def _the_names(x: str, y: tuple[str, ...] = ()) -> tuple[str, ...]:
    return (x, *y)


@G.rule("core", "<a:who>? <v:BUY> <x:the_names>")
def _buys_the(v: tuple[bool], x: tuple[str, ...], a: Who | None = None) -> Meaning:
    """ "He buys the pen and the book": things that have a price."""

    def tell(story: say.Story) -> None:
        items = [story.meet(name) for name in x]
        if any(item not in story.priced for item in items):
            raise say.Unclear
        story.buy(_owner(a), [(ONE, item) for item in items], planned=v[0])

    return tell


@G.rule(
    "core",
    "<a:who>? <PAY> <m:M> (on|for) (<det>|some)? <x:noun>",
    "<a:who>? <PAY> <m:M>",
    "<m:M> on (<det>)? <x:noun>",
    "<a:who>? (uses|used|put|puts|gave|gives) <m:M> (for|on|to|towards|into|in) <phrase>",
    "<m:M> (went|goes) (on|to|for) (<det>)? <x:noun>",
)
def _spends(m: Amount, a: Who | None = None, x: str = "") -> Meaning:
    return say.spends(_owner(a), m, x)


@G.rule(
    "core",
    "(<all>) ,? <a:who> <PAY> <m:M>",
    "<a:who> <PAY> <m:M> <all>",
    "<a:who> <PAY> (a total of) <m:M>",
    "(his|her|their|my|the) total (spending|bill|cost|expense) (is|was|came to|comes to) <m:M>",
    cost=-0.1,
)
def _spends_in_all(m: Amount, a: Who | None = None) -> Meaning:
    return say.spends_in_all(m)


@G.rule(
    "core",
    "<a:who>? <PAY> <c:compared> (on (<det>)? <x:noun>)?",
    "<a:who>? <PAY> <c:compared> (for (<det>)? <x:noun>)",
    "<c:compared> on (<det>)? <x:noun>",
)
def _spends_compared(c: Compared, a: Who | None = None, x: str = "") -> Meaning:
    return say.spends_compared(_owner(a), c, x)


@G.rule(
    "core",
    "<a:who>? (<aux>)* (pays|paid|pay|hands over|handed over|gives the cashier|gave the cashier|gives the clerk|gave the clerk|paid the cashier|handed the cashier|uses|used) (for (it|them|everything|both|the <noun>))? (with|using)? <m:notes>",
    "paying with <m:notes>",
    "from <m:notes>",
    "paid for (it|them)? with <m:notes>",
)
def _tenders(m: Amount, a: Who | None = None) -> Meaning:
    return say.tenders(m, _owner(a))


@G.rule(
    "notes",
    "(a|one|his|her)? <m:M> (bill|note|banknote)",
    "<n:N> <m:M> (bills|notes|banknotes|bill|note|coins|coin)",
)
def _notes(m: Amount, n: Fraction | None = None) -> Amount:
    return Amount((n or ONE) * m.number, m.item, m.unit)


@G.rule(
    "core",
    "<a:who>? (pays|paid|gives|gave|hands over|handed over|handed|hands) ((the|a) <noun>)? <m:M>",
    "<a:who>? (pays|paid) with <m:M> (in cash|cash)?",
    cost=0.7,
)
def _hands_over(m: Amount, a: Who | None = None) -> Meaning:
    return say.tenders(m, _owner(a))


@G.rule(
    "core", "<a:who> (<HAVE>) <x:notes> and <y:notes>", "there (is|are) <x:notes> and <y:notes> in <a:who>"
)
def _has_notes(x: Amount, y: Amount, a: Who | None = None) -> Meaning:
    return _has_money(a or (None,), Amount(x.number + y.number, x.item, x.unit))


@G.rule("core", "with <m:notes>", "with <m:M>", cost=0.5)
def _tenders_with(m: Amount) -> Meaning:
    return say.tenders(m)


@G.rule("core", "<a:who>? (pays|paid) for <both> (with|using) <m:notes>")
def _tenders_for_both(m: Amount, a: Who | None = None) -> Meaning:
    return say.telling(_buys_both((False,), a), say.tenders(m, _owner(a)))


@G.rule(
    "core",
    "<a:who>? (receives|received|gets|got|was given|is given) <m:M> (back|in change|change|as change|of change)+",
    "<a:who>? (receives|received|gets|got) (change of|back) <m:M>",
)
def _gets_change(m: Amount, a: Who | None = None) -> Meaning:
    return say.gets_change(m)


@G.rule("core", "after (also)? (buying|purchasing|paying for|getting) (also)? <l:lines> (as well|too|also)?")
def _after_buying(l: tuple[Bought, ...]) -> Meaning:  # noqa: E741
    return say.buys(None, l)


# -- each ------------------------------------------------------------------------------------------


@G.rule(
    "core",
    "(each|every|one|a|an|some)? <x:noun> (one|ones)? (<HAVE>|<ANY>|costs|is worth|earns|gives|is|weighs|can hold|can carry|holds) <q:qty>",
    "<x:noun> with <q:qty> (each)?",
    "each of the <x:noun> has <q:qty>",
    "<x:noun> (<HAVE>|<ANY>) <q:qty> each",
    "<x:noun> <q:qty>",
)
def _each_has(x: str, q: Amount) -> Meaning | None:
    return None if q.item == x else say.each_has(x, q)


# -- sums and differences --------------------------------------------------------------------------


@G.rule(
    "core",
    "<t:two_things> (<aux>)* (<all>)? (<HAVE>|<GAIN>|<be>|<ANY>) (<all>)? (a total of)? <q:qty> (<all>)?",
    "(together|altogether) ,? <t:two_things> (<HAVE>|<GAIN>|<be>) <q:qty>",
)
def _together(t: tuple[Thing, ...], q: Amount) -> Meaning | None:
    if q.item == "" or any(x.number != 1 for x in t) or q.item == "year old":
        return None
    return _have_together(t, q)


def _have_together(t: Sequence[Thing], q: Amount) -> Meaning:
    def tell(story: say.Story) -> None:
        say.note(story, q)
        item = story.meet(q.item)
        if any(x.owner or x.role or x.kind for x in t):
            raise say.Unclear
        names = [story.meet(x.name) for x in t]
        held = [s for s in story.ledger if s[0] in names]
        group = next((g for g in story.groups if g.noun == item and g.by_owner), None)
        if group is not None or any(s in story.groups for s in held):
            raise say.Unclear
        key = say.Key("whole", "", item, len(story.groups))
        story.item = item if item != MONEY_ITEM else story.item
        story.define(key, q.number)
        story.group(key, names, by_owner=True)

    return tell


@G.rule(
    "core",
    "the (sum|total) of <n:N> numbers (is|equals) <k:N>",
    "<n:N> numbers (add up to|sum to|have a sum of|add to|total) <k:N>",
    "(their|the) (sum|total) (is|equals|of) <k:N>",
    "(they)? (add up to|sum to) <k:N>",
    "<k:N> is the sum of <n:N> numbers",
    "the sum of (the|these) (two)? numbers is <k:N>",
)
def _sum(k: Fraction, n: Fraction | None = None) -> Meaning | None:
    return say.two_numbers(k, 1) if n in (None, 2) else None


@G.rule(
    "core",
    "(their|the|its) difference (between (the two|them))? (is|equals|of) <k:N>",
    "the difference (of|between) <n:N> numbers (is|equals) <k:N>",
    "(they|the numbers|<n:N> numbers) (differ by|have a difference of) <k:N>",
    "a difference of <k:N>",
    "(differ by|have a difference of) <k:N>",
    "the difference (between|of) (the|these|the two|two) (numbers)? is <k:N>",
)
def _difference(k: Fraction, n: Fraction | None = None) -> Meaning | None:
    return say.two_numbers(k, -1) if n in (None, 2) else None


@G.rule(
    "core",
    "(one|one number|one of them|one of the numbers|the larger|the larger number|the first|the first number|the larger one|the bigger number|the bigger) (is|equals) <c:scaled>",
    "(one|one number|the larger|the larger number|the first number|the larger one) (is|exceeds the other by|exceeds the smaller by|exceeds) <c:compared>",
    cost=-0.5,
)
def _larger_is(c: Compared) -> Meaning | None:
    if any(b.role not in ("other", "smaller") and b.name not in ("second number", "second") for b in c.base):
        return None
    larger, smaller = Thing(role="larger"), Thing(role="smaller")
    if c.times < 1 or c.plus < 0:
        larger, smaller = smaller, larger
    return say.is_compared([larger], Compared(c.times, c.plus, (smaller,)))


@G.rule(
    "core",
    "<k:factor>? (the)? <a:thing> (plus|added to|and) <j:factor>? (the)? <b:thing> (is|equals|gives|makes|is equal to|add up to) <n:N>",
    cost=0.2,
)
def _combined(a: Thing, b: Thing, n: Fraction, k: Fraction = ONE, j: Fraction = ONE) -> Meaning | None:
    if a.role not in ("larger", "smaller") or b.role not in ("larger", "smaller"):
        return None
    return say.is_amount([Thing(role=a.role, number=k), Thing(role=b.role, number=j)], Amount(n))


@G.rule(
    "core",
    "the perimeter of (<phrase>|<det> <noun>) is <q:numbered>",
    "(<phrase>) (has|with) a perimeter of <q:numbered>",
    "(its|the) perimeter is <q:numbered>",
)
def _perimeter(q: Amount) -> Meaning:
    return say.perimeter(q)


# -- ages ------------------------------------------------------------------------------------------

G.words("years", "years", "year", "years old", "year old", "years of age")


@G.rule(
    "core",
    "<a:who> (is|was) (now|currently|today)? <n:N> (<years>)? (now|today)?",
    "<a:who> 's age (is|was) <n:N> (<years>)?",
)
def _age(a: Who, n: Fraction) -> Meaning:
    return say.is_amount([Thing(a[0] or "", None if a[0] is None else "", kind="age")], Amount(n), "age")


@G.rule(
    "core",
    "<a:who> (is|was|will be) <n:N> (<years>)? <s:sign> than <b:who> (is)?",
    "<a:who> (is|was) <s:sign> than <b:who> by <n:N> (<years>)?",
)
def _age_more(a: Who, n: Fraction, s: int, b: Who) -> Meaning:
    return say.ages_later(Fraction(0), a[0], ONE, s * n, b[0])


@G.rule(
    "core",
    "(in <y:N> years (time)?)? ,? <a:who> (is|will be|was) (only|just)? <k:factor> as old as <b:who> (is|will be|was|now|today|then|will be then)*",
    "<a:who> (will be|is going to be) <k:factor> as old as <b:who> (is)? in <y:N> years (time)?",
    "<a:who> (is|was|will be) <k:factor> (<b:who> 's age|the age of <b:who>)",
    "<y:N> years from now ,? <a:who> will be <k:factor> as old as <b:who>",
)
def _age_times(a: Who, k: Fraction, b: Who, y: Fraction | None = None) -> Meaning:
    return say.ages_later(y or Fraction(0), a[0], k, Fraction(0), b[0])


@G.rule(
    "core",
    "<y:N> years ago ,? <a:who> was <k:factor> as old as <b:who> (was)?",
    "<a:who> was <k:factor> as old as <b:who> (was)? <y:N> years ago",
)
def _age_times_ago(a: Who, k: Fraction, b: Who, y: Fraction) -> Meaning:
    return say.ages_later(-y, a[0], k, Fraction(0), b[0])


@G.rule(
    "core",
    "<a:who> is <n:N> (<years>)? <s:sign> than <k:factor> (as old as)? (<b:who> (is)?|<b:who> 's age|the age of <b:who>)",
)
def _age_linear(a: Who, n: Fraction, s: int, k: Fraction, b: Who) -> Meaning:
    return say.ages_later(Fraction(0), a[0], k, s * n, b[0])


@G.rule(
    "core",
    "(the)? (sum|total) of (their|the) ages (now|today)? (is|was|of) (now)? <n:N> (<years>)?",
    "(together ,?)? their (combined|total)? (ages|age) (add up to|sum to|total|is|are|have a sum of) <n:N> (<years>)? (<all>)?",
    "(together|altogether|in total) ,? (they|the two) are <n:N> <years>",
    "they are <n:N> <years> <all>",
    "(they|the two) are (together|altogether) <n:N> <years>",
)
def _ages_sum(n: Fraction) -> Meaning:
    return say.ages_together(n)


@G.rule(
    "core",
    "<y:N> years ago (,)? the (sum|total) of their ages was <n:N> (<years>)?",
    "in <y:N> years (time)? (,)? the (sum|total) of their ages <w:will> be <n:N> (<years>)?",
    cost=-0.2,
)
def _ages_sum_then(y: Fraction, n: Fraction, w: str = "") -> Meaning:
    return say.ages_together(n, y if w else -y)


G.words("will", "will")
for _sign in (1, -1):

    @G.rule(
        "core",
        "the difference (between|in|of) their ages is <n:N> (<years>)?",
        "(their ages|they) (differ by|are) <n:N> years (apart)?",
    )
    def _ages_apart(n: Fraction, sign: int = _sign) -> Meaning:
        return say.ages_apart(n, sign)


@G.rule(
    "core",
    "the (sum|total) of (the ages of)? <t:two_things> ('s)? (ages)? (is|was) <n:N> (<years>)?",
    "the ages of <t:two_things> (add up to|sum to|total) <n:N> (<years>)?",
    "<t:two_things> have (a)? (combined|total) (ages|age) of <n:N> (<years>)?",
    "(together ,?)? <t:two_things> are (together|altogether)? <n:N> <years> (<all>)?",
    "the (sum of)? (the)? (combined|total)? (age|ages) of <t:two_things> is <n:N> (<years>)?",
    "<t:two_things> 's (combined|total)? ages (add up to|total|sum to) <n:N> (<years>)?",
)
def _ages_of(t: tuple[Thing, ...], n: Fraction) -> Meaning | None:
    if any(x.number != 1 for x in t):
        return None
    return say.is_amount([Thing(x.name or x.owner or "", kind="age") for x in t], Amount(n), "age")


@G.rule(
    "core",
    "<a:who> (goes|go|went|is going|walks|walked|is shopping|goes shopping|went shopping) (to|into|for|at|in) (<det>)? <noun>",
    "<a:who> (and <b:who>)? (goes|go|went|is|are) shopping",
    "<a:who> (is|are) (shopping|saving|planning)",
    "(a|the) <x:noun> sells <x:names>",
    cost=0.5,
)
def _scene(a: Who | None = None, b: Who | None = None, x: object = None) -> Meaning:
    return _meets(a) if a else say.nothing


@G.rule(
    "core",
    "<a:who> (goes|go|went|came|comes|walks|walked|arrives|arrived|goes shopping|went shopping|is shopping) (to|into|at|in)? (<det>)? (<noun>)? with (<m:M>|<m:notes>)",
    "<a:who>? (left|leaves|has|had|gets|got|receives|received) (a|an) (monthly|yearly|annual|weekly)? <noun> of <m:M>",
    "<a:who> (takes|took|brings|brought|carries|carried|is given|was given) <m:M> (<adjunct>)?",
)
def _goes_with(m: Amount, a: Who | None = None) -> Meaning:
    return _has_money(a or (None,), m)


G.words(
    "currency",
    "dollars",
    "euros",
    "pounds",
    "yuan",
    "cents",
    "kilograms",
    "kg",
    "litres",
    "metres",
    "ml",
    "millilitres",
    "grams",
    "rmb",
    "cm",
    "centimetres",
)


@G.rule(
    "core",
    "(please)? (give|write|express|state|answer|put|leave|report)? (your|the)? (final)? (answer|answers|result)? (in) (exact)? <u:currency>",
    "in <u:currency>",
)
def _form(u: str) -> Meaning:
    """The unit of the answer: it must be the one that the problem has."""
    unit = ABBREVIATED.get(singular(u), singular(u))

    def tell(story: say.Story) -> None:
        if unit in MEASURES and not story.vocabulary[unit] and story.vocabulary[singular(u)] < 2:
            raise say.Unclear

    return tell


@G.rule("core", "<polite>", "<polite> ,? <polite>", "<polite> ,? <polite> ,? <polite>")
def _polite() -> Meaning:
    return say.nothing


G.words(
    "polite",
    "hello",
    "hi",
    "hey",
    "good morning",
    "good afternoon",
    "good evening",
    "please",
    "please help",
    "please help me",
    "help me",
    "thanks",
    "thank you",
    "can you help me",
    "could you help me",
    "can you help",
    "can you solve this",
    "can you solve this for me",
    "could you solve this",
    "with this problem",
    "with this problem please",
    "could you help me with this problem please",
    "with this",
    "with my homework",
    "i need help",
    "here is the problem",
    "here is my question",
    "question",
    "problem",
    "for me",
    "thank you very much",
    "thanks a lot",
    "in advance",
    "show your work",
    "show your steps",
    "show the steps",
    "explain your answer",
    "teacher",
    "there",
    "could you please tell me",
    "can you tell me",
    "please tell me",
    "tell me",
    "i want to know",
    "i would like to know",
    "do you know",
    "could you tell me",
    "can you please tell me",
    "please solve",
    "solve",
    "please solve this",
    "word problem",
    "could you help me with this problem",
    "can you help me with this",
    "please help me with this problem",
    "please answer",
    "give your answer in dollars",
    "give the answer in dollars",
    "show all your work",
    "show all steps",
    cost=1.0,
)
