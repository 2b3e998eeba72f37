"""Money and sharing: prices, what is paid and earned, what is shared out or packed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from solver.topics.stories.school.english.clauses import Item, Said
from solver.topics.stories.school.english.comparing import Comparing
from solver.topics.stories.school.english.marks import SCALES, TIME, UNITS
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.english.nouns import Noun, Np, Qty
from solver.topics.stories.school.english.scenes import EARN, SELLERS
from solver.topics.stories.school.english.things import MONEY, Rate, Share, Thing, fits
from solver.topics.stories.school.english.words import (
    BUY,
    COST,
    GAIN,
    GIVE,
    HAVE,
    LOSE,
    PAY,
)
from solver.topics.stories.school.working import Unfit


def replace_owner(thing: Thing, owner: str) -> Thing:
    """The same, of this owner."""
    thing.owner = owner
    return thing


class Paying(Comparing):
    """Money and sharing: prices, what is paid and earned, what is shared out or packed."""

    def _stocked(self, qty: Qty, owner: str, when: frozenset[str]) -> None:
        if qty.letter and qty.kind == "n":
            self.add(replace_owner(self._plain(qty, qty.noun, "state"), owner))

    def _elided(self, qty: Qty) -> Noun:
        raise NotImplementedError

    def add_times(self, around: Sequence[Item], owner: str) -> None:
        raise NotImplementedError

    def _share(self, qty: Qty | None, noun: Noun, among: Qty, owner: str) -> None:
        """All of it among so many."""
        if among.kind == "some" and qty is not None and qty.kind == "n":
            self._stocked(qty, owner, frozenset())
            return
        if among.kind not in ("n", "a") or among.unit or not among.letter:
            raise Unfit
        if qty is not None and qty.kind == "rest":
            whole = next(
                (t for t in reversed(self.things) if t.role in ("state", "gain") and not t.asserted), None
            )
            if whole is None:
                raise Unfit
            total, unit, noun = self._rest(whole, "the rest"), whole.unit, whole.noun
        elif (
            qty is not None
            and qty.kind in ("n", "m")
            and qty.letter
            and qty.whole is None
            and qty.compare is None
        ):
            told = self.add(replace_owner(self._plain(qty, qty.noun, "state"), owner))
            total, unit, noun = told.node, told.unit, told.noun
        elif qty is None:
            whole_things = [
                t
                for t in self.things
                if t.role in ("state", "gain", "income") and fits(t.noun, noun) and not t.asserted
            ]
            if not whole_things:
                raise Unfit
            last = whole_things[-1]
            _, entries = self.stock(last.owner, last.noun, last.unit)
            total, unit, noun = self.combine(entries, "what is shared", last.node.unit), last.unit, last.noun
        else:
            raise Unfit
        count = self.told(among.letter, "", among.noun)
        each = Node(f"the share of each {among.noun or 'one'}", self.shown(unit, noun))
        self.net.product(total, each, count)
        self.shares.append(Share(total, count, each, noun, unit, among.noun))

    def _into(self, among: Qty, noun: Noun) -> None:
        """Cut into pieces of 75 cm, sold in bags of 6: how many is not told."""
        if among.inside is None:
            raise Unfit
        inner = among.inside
        inner_noun = (
            inner.noun if inner.noun.words or inner.unit else noun if noun.words else self._elided(inner)
        )
        rate = Rate(among.noun, "", self._plain(inner, inner_noun, "one"))
        self.add_rate(rate)
        self.packing.append(rate)

    def _pay_with(self, qty: Qty, owner: str) -> None:
        if qty.inside is not None and qty.inside_by == "worth":
            each, many = (
                self._plain(replace(qty.inside, each=False), Noun(), "one"),
                self.told(qty.letter, "", qty.noun),
            )
            node = self.net.product(Node("the money that is paid", each.node.unit), each.node, many)
            self.add(Thing(node, MONEY, Noun(), owner, "with", "pay"))
            return
        self.add(Thing(self.told(qty.letter, MONEY, Noun()), MONEY, Noun(), owner, "with", "pay"))

    def _cost_of(self, many: Qty, money: Qty, around: Sequence[Item]) -> None:
        """ "Four pizzas cost $46", "tickets cost $9 each", "a pack of 5 pairs costs $15"."""
        each = money.each or any(i.text == "each" for i in around)
        if self._per(around) is not None or many.kind not in ("n", "a") or many.whole is not None:
            raise Unfit
        total = self.told(money.letter, MONEY, Noun())
        if many.kind == "a" or each:
            if many.kind == "n":
                raise Unfit
            self._inner(many)
            if many.inside is not None and many.kind == "a":
                one = Node(f"the price of one {many.inside.noun or 'of them'}", total.unit)
                held = self._plain(many.inside, many.inside.noun, "one")
                self.net.product(total, one, held.node)
                self.add_rate(Rate(many.inside.noun, held.unit, Thing(one, MONEY, Noun(), "", "one")))
                self.shares.append(Share(total, held.node, one, Noun(), MONEY, many.inside.noun))
            self.add_rate(Rate(many.noun, "", Thing(total, MONEY, Noun(), "", "one")))
            self.add(Thing(total, MONEY, Noun(), str(many.noun), "price", "cost"))
            return
        count = self._plain(many, many.noun, "count")
        den_unit = count.unit
        price = Node(f"the price of one {den_unit if den_unit else many.noun}", total.unit)
        self.net.product(total, price, count.node)
        self.add_rate(Rate(many.noun, den_unit, Thing(price, MONEY, Noun(), "", "one")))
        self.shares.append(Share(total, count.node, price, Noun(), MONEY, many.noun))

    def _money(self, qty: Qty, owner: str, role: str, verb: str, when: frozenset[str]) -> Thing:
        if qty.compare is not None or qty.each or qty.kind != "m":
            raise Unfit
        return self.add(Thing(self.told(qty.letter, MONEY, Noun()), MONEY, Noun(), owner, role, verb, when))

    def _given(self, qty: Qty, owner: str, around: Sequence[Item], verb: str, when: frozenset[str]) -> Thing:
        """Money that somebody gives to somebody: whose money was told of."""
        taker = next((self.who(i.np) for i in around if i.np is not None and i.prep in ("", "to")), "")
        told = {t.owner for t in self.things if t.unit == MONEY and t.role in ("state", "income")}
        if len({owner, taker} & told) != 1 or not taker:
            raise Unfit
        if taker in told:
            return self._money(qty, taker, "income", verb, when)
        return self._money(qty, owner, "cost", verb, when)

    def _money_entry(
        self, said: Said | None, subject: Np | None, owner: str, verb: str, qty: Qty, around: Sequence[Item], when: frozenset[str], lead_per: Np | None,
        role: str, *, asserted: bool,
    ) -> Thing | None:  # fmt: skip
        base = verb.partition("_")[0]
        per = self._per(around) or lead_per
        if base in ("give", "hand", "pay") and any(
            i.np is not None and i.np.noun.head in SELLERS for i in around
        ):
            return self._money(qty, owner, "with", "pay", when)
        if base in GIVE and base != "sell":
            return self._given(qty, owner, around, verb, when)
        if any(i.prep == "of" for i in around):
            raise Unfit
        each = qty.each or any(i.text == "each" for i in around)
        if base in COST or base == "be" and subject is not None and subject.noun.head in ("price", "cost"):
            if subject is None or subject.others:
                raise Unfit
            noun = subject.noun
            if noun.head in ("price", "cost") or noun.words[:1] in (("price",), ("cost",)):
                noun = Noun(noun.of)
            if per is not None:
                den_unit = per.noun.head if per.noun.head in SCALES else UNITS.get(per.noun.head, "")
                self.add_rate(Rate(noun if den_unit else per.noun, den_unit, self._plain(qty, Noun(), "one")))
                return None
            group = next(
                (i.np for i in around if i.kind == "np" and i.prep == "for" and i.np is not None), None
            )
            if (
                group is not None
                and not group.others
                and (group.noun.plural or group.quant in ("a", "an", "each", "every"))
            ):
                self.add_rate(Rate(group.noun, "", self._plain(qty, Noun(), "one")))
                return None
            thing = Thing(
                self.told(qty.letter, MONEY, Noun()),
                MONEY,
                Noun(),
                self.who(subject) if not subject.pronoun else "it",
                "price",
                "cost",
                when,
            )
            if subject.pronoun:
                return self.add(Thing(thing.node, MONEY, Noun(), "", "cost", "cost", when))
            self.add_rate(Rate(noun, "", Thing(thing.node, MONEY, Noun(), "", "one")))
            return self.add(thing)
        if each or per is not None:
            if per is None:
                raise Unfit
            self.add_times(around, owner)
            self._rate(per, qty, owner, role, base)
            return None
        if any(
            i.kind == "qty"
            and not (i.qty is not None and i.qty.unit in TIME and i.prep == "for" and base in EARN)
            for i in around
        ):
            raise Unfit
        self.add_times(around, owner)
        if role == "need":
            return self._money(qty, owner, "need", verb, when)
        if base in PAY or base in BUY:
            total = (
                any(i.text == "total" for i in around)
                or said is not None
                and any(i.text in ("total", "altogether") for i in (*said.leads, *said.items))
            )
            return self._money(qty, owner, "total" if total else "cost", verb, when)
        if base in [*HAVE, "be"]:
            thing = self._money(qty, owner, "state", verb, when)
            thing.asserted = asserted
            return thing
        if base in EARN or base in GAIN:
            return self._money(qty, owner, "income", verb, when)
        if role == "need":
            return self._money(qty, owner, "need", verb, when)
        if base in LOSE:
            return self._money(qty, owner, "cost", verb, when)
        raise Unfit
