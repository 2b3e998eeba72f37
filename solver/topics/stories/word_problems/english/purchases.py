"""English clauses about buying, selling, paying and change."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems.english.asking import Who, owner_of
from solver.topics.stories.word_problems.english.nouns import G
from solver.topics.stories.word_problems.english.subjects import has_money
from solver.topics.stories.word_problems.meanings import Amount, Bought, Compared, Meaning
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Unclear
from solver.topics.stories.word_problems.story import Story


@G.rule(
    "core",
    "<a:who>? <v:BUY> <lines:lines> (for (a total of)? <m:M> (<all>)?)?",
    "<a:who>? <v:BUY> <lines:lines> (from|at|in) (the|a) <noun> (for <m:M>)?",
    "<a:who>? <v:BUY> <lines:lines> , (paying|spending) <m:M>",
)
def _buys(
    v: tuple[bool], lines: tuple[Bought, ...], a: Who | None = None, m: Amount | None = None
) -> Meaning | None:
    if m is not None and len(lines) == 1 and lines[0].price is not None:
        return None
    if (
        len(lines) == 1
        and lines[0].whole
        and m is None
        and lines[0].number != 1
        and isinstance(lines[0].price, Amount)
    ):
        return say.buys(
            owner_of(a),
            [Bought(lines[0].number, lines[0].name, told=lines[0].told)],
            lines[0].price,
            planned=v[0],
        )
    if len(lines) > 1 and lines[-1].whole and all(x.price is None for x in lines[:-1]) and m is None:
        return None
    return say.buys(owner_of(a), lines, m, planned=v[0])


@G.rule(
    "core",
    "<a:who>? <SELL> <lines:lines>",
    "<a:who>? <SELL> <lines:lines> for <m:M> (<all>)?",
    "(all)? (the|his|her)? <lines:lines> (was|were) sold",
    cost=-0.2,
)
def _sells(lines: tuple[Bought, ...], a: Who | None = None, m: Amount | None = None) -> Meaning | None:
    if (
        m is None
        and not all(isinstance(x.price, Amount) for x in lines)
        or m is not None
        and any(x.price for x in lines)
    ):
        return None
    return say.sells(owner_of(a), lines, m)


@G.rule(
    "core",
    "<a:who>? <ANY> <lines:lines>",
    "<lines:lines> (was|were) (bought|ordered|purchased|rented|hired)",
    cost=0.2,
)
def _priced_lines(lines: tuple[Bought, ...], a: Who | None = None) -> Meaning | None:
    """ "She mails 6 letters at 75 cents each": whatever is done, it costs that much."""
    return say.buys(owner_of(a), lines) if all(x.price is not None for x in lines) else None


@G.rule(
    "core",
    "(the|our|his|her|their|my|a|an)? (<noun>)? (budget|salary|income|allowance|wage|estate|fund) (<phrase>)? (is|was|of|comes to) <m:M>",
)
def _budget(m: Amount) -> Meaning:
    return has_money((None,), m)


@G.rule(
    "core",
    "<a:noun> 's (<noun>)? (budget|salary|income|allowance|wage|savings|pocket money|earnings|birthday money|wallet|purse) (is|was|are|were|amount to|amounted to|come to|came to|total|totalled|contains|contained|holds|held) <m:M>",
    "(his|her|their|my) (savings|pocket money|earnings|allowance|budget) (is|are|was|were|amount to|amounted to|come to|came to) <m:M>",
    "with <m:M> (in hand|in <det> <noun>)? ,? <a:noun> (goes|went|go) (shopping|to <det> <noun>) (for <names>)?",
)
def _has_budget(m: Amount, a: str | None = None) -> Meaning:
    return has_money((a,), m)


@G.rule(
    "core",
    "<a:who>? (starts|started|begins|began|starts out|set out) (<det> <noun>)? with <m:M>",
    "<a:who>? had <m:M> (at first|at the start|at the beginning|to begin with|to start with|to start|originally|in the beginning)",
    "<a:who>? (had|has) <m:M> (before|that morning|this morning|in the morning|before <phrase>|beforehand|before (buying|paying for|purchasing) (them|it|these|both|anything))",
    "(before|on|when) (<phrase>)? (shopping|going shopping|buying anything|leaving home|the trip) ,? <a:who> (had|has) <m:M>",
    "<a:who> (has|had)? (set aside|put aside|allocated|budgeted|earmarked|reserved) <m:M> (for <det>? <noun>|to buy <det>? <noun>|for buying <det>? <noun>)?",
    "<a:who>? (came|arrived|came along|set out|left home|left the house|went there) with <m:M>",
    "(out of|from) <m:M>",
    "(if|suppose|assuming|supposing) <a:who> (had|has|starts with|started with|begins with|began with|has saved|had saved) <m:M>",
    "(out of|from|of) (his|her|their|the) <m:M> ((that)? <who> (had|has|saved|brought|took))? ,?",
    "<a:who>? (has|had) <m:M> (to spend|to spend on <phrase>|available)",
    "<a:who>? had (withdrawn|brought|taken along|carried|taken out|been given|got|received|saved|saved up|earned|put aside|brought along|borrowed) <m:M> (<adjunct>)?",
    cost=-0.2,
)
def _starts_with(m: Amount, a: Who | None = None) -> Meaning:
    return say.starts_with_money(owner_of(a), m)


@G.rule("core", "<x:the_names> (is|are|was|were) bought by <a:who>")
def _bought_by(x: tuple[str, ...], a: Who) -> Meaning:
    return say.buys(a[0], [Bought(ONE, name) for name in x])


@G.rule("core", "<a:who>? <PAY> <n:N> (on|for) (<det>)? <x:noun>", "<n:N> (on|for) (<det>)? <x:noun>", cost=1)
def _spends_number(n: Fraction, x: str, a: Who | None = None) -> Meaning:
    """A number without a currency, where money is spent."""
    return lambda story: say.spends(owner_of(a), Amount(n, MONEY_ITEM, next(iter(story.currency), "")), x)(
        story
    )


@G.rule(
    "core",
    "<a:who>? (pays|paid|pay) for <lines:lines> (with|using|out of|from) (<m:notes>|<det>? <m:M>)",
    "<a:who>? (<BUY_form>) <lines:lines> (out of|with|using|from) (<m:notes>|<det> <m:M>)",
    "<a:who>? (pays|paid) (with|using) (<m:notes>|<m:M>) for <lines:lines>",
)
def _pays_lines_with(lines: tuple[Bought, ...], m: Amount, a: Who | None = None) -> Meaning:
    return say.telling(say.buys(owner_of(a), lines), say.tenders(m, owner_of(a)))


@G.rule(
    "core",
    "<a:who>? <v:BUY> <lines:lines> (<adjunct>)? (for|, paying|, for) (a total of)? <m:M> (<all>)?",
    cost=-0.1,
)
def _buys_for(v: tuple[bool], lines: tuple[Bought, ...], m: Amount, a: Who | None = None) -> Meaning | None:
    if any(x.price is not None for x in lines):
        return None
    return say.buys(owner_of(a), lines, m, planned=v[0])


G.alias("both", "(all|all the|all of the|both|both the) (<N>)? <noun>", cost=0.5)


G.alias(
    "both",
    "(both|one of each|both of them|both items|all of them|them both|one of each kind|both things|all three|everything|both <noun>|one of each <noun>|the two|all of these|them|all the items|all three items|all of it|one each)",
)


@G.rule(
    "core",
    "<both> (are|were|is|was) (bought|purchased)",
    "(after|when|if|once) (buying|purchasing|paying for) <both>",
)
def _both_are_bought() -> Meaning:
    return buys_both((False,))  # type: ignore[no-any-return]


@G.rule("core", "<a:who> <BUY> <both> (with|out of|from|using) <det>? (<m:M>|<m:notes>)", cost=-0.2)
def _buys_both_with(a: Who, m: Amount) -> Meaning:
    """ "Tara bought both with her $70"."""
    return say.telling(has_money(a, m), buys_both((False,), a))


@G.rule("core", "<a:who>? <v:BUY> <both>")
def buys_both(v: tuple[bool], a: Who | None = None) -> Meaning:
    """ "How much if he buys both?": one of each thing that has a price; nothing new where just these were bought."""

    def tell(story: Story) -> None:
        bought = {item for p in story.purchases for _, item in p.lines}
        new = [item for item in story.priced if item not in bought]
        if bought and not new:
            return  # what was bought was named before
        once = all(len(p.lines) == 1 and p.lines[0][0] == 1 for p in story.purchases)
        if len(story.priced) < 2 or story.purchases and not (once and len(story.priced) == 2):
            raise Unclear
        story.buy(owner_of(a), [(ONE, item) for item in new], planned=v[0])

    return tell


@G.rule(
    "the_names",
    "(the|a|an|one|his|her)? <x:noun>",
    "(the|a|an|one|his|her)? <x:noun> (and|, and|,) <y:the_names>",
)
def _the_names(x: str, y: tuple[str, ...] = ()) -> tuple[str, ...]:
    return (x, *y)


@G.rule("core", "<a:who>? <v:BUY> (both)? <x:the_names>")
def _buys_the(v: tuple[bool], x: tuple[str, ...], a: Who | None = None) -> Meaning:
    """ "He buys the pen and the book": things that have a price."""

    def tell(story: Story) -> None:
        items = [story.meet(name) for name in x]
        if any(item not in story.priced for item in items):
            raise Unclear
        story.buy(owner_of(a), [(ONE, item) for item in items], planned=v[0])

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
    return say.spends(owner_of(a), m, x)


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
    return say.spends_compared(owner_of(a), c, x)


@G.rule(
    "core",
    "<a:who>? (<aux>)* (pays|paid|pay|hands over|handed over|uses|used) (for (it|them|everything|both|the <noun>))? (with|using)? <m:notes>",
    "<a:who>? (<aux>)* (pays|paid|pay|hands|handed|gives|gave) <det> <noun> (with)? <m:notes>",
    "paying with <m:notes>",
    "from <m:notes>",
    "paid for (it|them)? with <m:notes>",
)
def _tenders(m: Amount, a: Who | None = None) -> Meaning:
    return say.tenders(m, owner_of(a))


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
    return say.tenders(m, owner_of(a))


@G.rule(
    "core",
    "<a:who>? <HAVE> (only|just|exactly)? <m:notes>",
    "<a:who>? <HAVE> (only|just|exactly) <m:M>",
    cost=-0.2,
)
def _has_only(m: Amount, a: Who | None = None) -> Meaning:
    """ "Raul has two $20 bills"; "she has only $65"."""
    return has_money(a or (None,), m)


@G.rule(
    "core",
    "<a:noun> and (<det>)? <b:noun> (each|both) (have|had|has|start with|started with|brought|took) <m:M> (each)?",
    cost=-0.3,
)
def _both_have(a: str, b: str, m: Amount) -> Meaning:
    """ "Amy and her sister each have $40"."""
    return say.telling(has_money((b,), m), has_money((a,), m))


@G.rule(
    "core",
    "(leaving|which left|this left|that left|which leaves|this leaves) (him|her|them|me|<noun>) with (only|just)? <m:M>",
    cost=-0.2,
)
def _left_with(m: Amount) -> Meaning:
    """ "… which left him with $47"."""
    return say.has_left(None, m)


@G.rule("core", "paying (with)? (a|an) <n:N>", "<a:who>? (paid|pays) with (a|an) <n:N>", cost=0.5)
def _pays_with_note(n: Fraction, a: Who | None = None) -> Meaning:
    """ "Paying with a fifty": a note."""

    def tell(story: Story) -> None:
        if n not in (5, 10, 20, 50, 100) or len(story.currency) != 1:
            raise Unclear
        say.tenders(Amount(n, MONEY_ITEM, next(iter(story.currency))), owner_of(a))(story)

    return tell


@G.rule(
    "core",
    "<who>? (took|takes|take|used|emptied) (out)? (all|all of) (the|his|her|their) (money|savings) (out)? (of it)?",
    cost=-0.2,
)
def _takes_all() -> Meaning:
    return say.nothing


@G.rule(
    "core", "<a:who> (<HAVE>) <x:notes> and <y:notes>", "there (is|are) <x:notes> and <y:notes> in <a:who>"
)
def _has_notes(x: Amount, y: Amount, a: Who | None = None) -> Meaning:
    return has_money(a or (None,), Amount(x.number + y.number, x.item, x.unit))


@G.rule("core", "with <m:notes>", "with <m:M>", cost=0.5)
def _tenders_with(m: Amount) -> Meaning:
    return say.tenders(m)


@G.rule("core", "<a:who>? (pays|paid) for <both> (with|using) <m:notes>")
def _tenders_for_both(m: Amount, a: Who | None = None) -> Meaning:
    return say.telling(buys_both((False,), a), say.tenders(m, owner_of(a)))


@G.rule(
    "core",
    "<a:who>? (receives|received|gets|got|was given|is given) <m:M> (back|in change|change|as change|of change)+",
    "<a:who>? (receives|received|gets|got) (change of|back) <m:M>",
)
def _gets_change(m: Amount, a: Who | None = None) -> Meaning:
    return say.gets_change(m)


@G.rule(
    "core", "after (also)? (buying|purchasing|paying for|getting) (also)? <lines:lines> (as well|too|also)?"
)
def _after_buying(lines: tuple[Bought, ...]) -> Meaning:
    return say.buys(None, lines)


@G.rule(
    "core",
    "after (also)? (buying|purchasing|getting) (also)? <lines:lines> (as well|too|also)? ,? <a:who> (had|has)? (spent|paid) <m:M> (<all>)?",
)
def _after_buying_spent(lines: tuple[Bought, ...], a: Who, m: Amount) -> Meaning:
    return say.telling(say.buys(a[0], lines), say.spends_in_all(m))
