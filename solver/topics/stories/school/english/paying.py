"""Money: prices, what is paid, given and earned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from solver.topics.stories.school.english.clauses import Item
from solver.topics.stories.school.english.marks import SCALES, TIME, UNITS
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.english.nouns import Noun, Np, Qty
from solver.topics.stories.school.english.sharing import Sharing
from solver.topics.stories.school.english.statements import Statement, per_of
from solver.topics.stories.school.english.things import MONEY, Rate, Share, Thing
from solver.topics.stories.school.english.words import (
    BUY,
    COST,
    EARN,
    GAIN,
    GIVE,
    HAVE,
    LOSE,
    PAY,
    SELLERS,
)
from solver.topics.stories.school.working import Unfit


class Paying(Sharing):
    """Money: prices, what is paid, given and earned."""

    def _add_price_of_one(self, noun: Noun, node: Node, den_unit: str = "") -> None:
        """So much for one, or for a unit of it."""
        self.add_rate(Rate(noun, den_unit, Thing(node, MONEY, Noun(), "", "one")))

    def _pay_with(self, qty: Qty, owner: str) -> None:
        """ "paid with a $20 note", "paid with 3 notes of $20"."""
        if qty.inside is not None and qty.inside_by == "worth":
            each = self._plain(replace(qty.inside, each=False), Noun(), "one")
            many = self.told(qty.letter, "", qty.noun)
            node = self.net.product(Node("the money that is paid", each.node.unit), each.node, many)
        else:
            node = self.told(qty.letter, MONEY, Noun())
        self.add(Thing(node, MONEY, Noun(), owner, "with", "pay"))

    def _cost_of(self, many: Qty, money: Qty, around: Sequence[Item]) -> None:
        """ "Four pizzas cost $46", "a pack of 5 pairs costs $15"; not "tickets cost $9 each"."""
        each = money.each or any(i.text == "each" for i in around)
        if per_of(around) is not None or many.kind not in ("n", "a") or many.whole is not None:
            raise Unfit
        total = self.told(money.letter, MONEY, Noun())
        if many.kind == "a":
            self._cost_of_one(many, total)
            return
        if each:
            raise Unfit
        count = self._plain(many, many.noun, "count")
        price = Node(f"the price of one {count.unit or many.noun}", total.unit)
        self.net.product(total, price, count.node)
        self._add_price_of_one(many.noun, price, count.unit)
        self.shares.append(Share(total, count.node, price, Noun(), MONEY, many.noun))

    def _cost_of_one(self, pack: Qty, total: Node) -> None:
        """ "A pack of 5 pairs costs $15": the price of the pack, and of one of what it holds."""
        self._add_holding(pack)
        if pack.inside is not None:
            held_noun = pack.inside.noun
            one = Node(f"the price of one {held_noun or 'of them'}", total.unit)
            held = self._plain(pack.inside, held_noun, "one")
            self.net.product(total, one, held.node)
            self._add_price_of_one(held_noun, one, held.unit)
            self.shares.append(Share(total, held.node, one, Noun(), MONEY, held_noun))
        self._add_price_of_one(pack.noun, total)
        self.add(Thing(total, MONEY, Noun(), str(pack.noun), "price", "cost"))

    def _money(self, qty: Qty, owner: str, role: str, verb: str, when: frozenset[str]) -> Thing:
        """So much money, in one role."""
        if qty.compare is not None or qty.each or qty.kind != "m":
            raise Unfit
        return self.add(Thing(self.told(qty.letter, MONEY, Noun()), MONEY, Noun(), owner, role, verb, when))

    def _money_entry(self, s: Statement, *, asserted: bool) -> Thing | None:
        """Money with what was said of it: paid, given, a price, earned by the hour, or just had."""
        if s.base in ("give", "hand", "pay") and any(
            i.np is not None and i.np.noun.head in SELLERS for i in s.around
        ):
            return self._money(s.qty, s.owner, "with", "pay", s.when)
        if s.base in GIVE and s.base != "sell":
            return self._given(s)
        if any(i.prep == "of" for i in s.around):
            raise Unfit
        if s.base in COST or s.base == "be" and s.subject is not None and s.subject.noun.head in _PRICE:
            return self._price(s)
        if s.per is not None:
            self._add_times(s.around, s.owner)
            self._rate(s.per, s)
            return None
        if s.qty.each or any(i.text == "each" for i in s.around):
            raise Unfit
        if any(i.qty is not None and not _earned_in(i.prep, i.qty, s.base) for i in s.around):
            raise Unfit
        self._add_times(s.around, s.owner)
        thing = self._money(s.qty, s.owner, _role_of_money(s), s.verb, s.when)
        if thing.role == "state":
            thing.asserted = asserted
        return thing

    def _given(self, s: Statement) -> Thing:
        """Money that somebody gives to somebody: whose money was told of."""
        taker = next((self.who(i.np) for i in s.around if i.np is not None and i.prep in ("", "to")), "")
        told = {t.owner for t in self.things if t.unit == MONEY and t.role in ("state", "income")}
        if len({s.owner, taker} & told) != 1 or not taker:
            raise Unfit
        if taker in told:
            return self._money(s.qty, taker, "income", s.verb, s.when)
        return self._money(s.qty, s.owner, "cost", s.verb, s.when)

    def _price(self, s: Statement) -> Thing | None:
        """ "A pen costs $2", "the price of a pen is $2", "they cost $9 a kilo", "a ticket costs $5 for children"."""
        subject = s.subject
        if subject is None or subject.others:
            raise Unfit
        noun = subject.noun
        if noun.head in _PRICE or noun.words[:1] in (("price",), ("cost",)):
            noun = Noun(noun.of)
        if s.per is not None:
            head = s.per.noun.head
            den_unit = head if head in SCALES else UNITS.get(head, "")
            num = self._plain(s.qty, Noun(), "one")
            self.add_rate(Rate(noun if den_unit else s.per.noun, den_unit, num))
            return None
        group = next((i.np for i in s.around if i.prep == "for" and i.np is not None), None)
        if group is not None and _is_a_kind(group):
            self.add_rate(Rate(group.noun, "", self._plain(s.qty, Noun(), "one")))
            return None
        node = self.told(s.qty.letter, MONEY, Noun())
        if subject.pronoun:
            return self.add(Thing(node, MONEY, Noun(), "", "cost", "cost", s.when))
        owner = self.who(subject)
        self._add_price_of_one(noun, node)
        return self.add(Thing(node, MONEY, Noun(), owner, "price", "cost", s.when))


_PRICE = ("price", "cost")


def _is_a_kind(np: Np) -> bool:
    """Whether each of such people or things is meant: for children, for an adult."""
    return not np.others and (np.noun.plural or np.quant in ("a", "an", "each", "every"))


def _earned_in(prep: str, qty: Qty, verb: str) -> bool:
    """ "earned $60 for 5 hours": the only quantity that may stand beside money."""
    return qty.unit in TIME and prep == "for" and verb in EARN


def _role_of_money(s: Statement) -> str:
    """What becomes of the money by the verb."""
    if s.role == "need":
        return "need"
    if s.base in PAY or s.base in BUY:
        total = (
            any(i.text == "total" for i in s.around)
            or s.said is not None
            and any(i.text in ("total", "altogether") for i in (*s.said.leads, *s.said.items))
        )
        return "total" if total else "cost"
    if s.base in [*HAVE, "be"]:
        return "state"
    if s.base in EARN or s.base in GAIN:
        return "income"
    if s.base in LOSE:
        return "cost"
    raise Unfit
