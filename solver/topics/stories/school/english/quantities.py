"""What single quantities of a clause mean: so many of something, so many in each, more than another, shared, paid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from solver.topics.stories.school.english.clauses import Item, Said
from solver.topics.stories.school.english.marks import SCALES, TIME
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.english.phrases import Compare, Noun, Np, Qty
from solver.topics.stories.school.english.telling import _EARN, Share, Telling
from solver.topics.stories.school.english.words import (
    BUY,
    COST,
    CUT,
    GAIN,
    GIVE,
    HAVE,
    HOLD,
    LOSE,
    PAY,
    PUT,
    SHARE,
)
from solver.topics.stories.school.english.world import MONEY, Rate, Thing, fits
from solver.topics.stories.school.working import Unfit

_TOLD = ("state", "gain", "lose", "done", "part", "price", "cost", "income", "need", "total")


class Story(Telling):
    """A world in which every quantity of a clause has its meaning."""

    def _entry(
        self, said: Said | None, subject: Np | None, owner: str, verb: str, qty: Qty, around: Sequence[Item],
        when: frozenset[str], lead_per: Np | None, role: str = "",
    ) -> Thing | None:  # fmt: skip
        base = verb.partition("_")[0]
        role = role or self._role(verb, said)
        if said is not None and said.negated:
            raise Unfit
        modal = said.modal if said is not None else ""
        if modal in ("need", "want", "plan", "must", "should"):
            role = "need"
        elif modal and not (modal in ("can", "could") and base in HOLD):
            raise Unfit
        if role == "" and base not in (*SHARE, *CUT, *PUT, *COST, "fill", "charge", "burn", "rent"):
            raise Unfit
        texts = {i.text for i in around if i.kind == "adv"}
        left = bool(texts & {"left", "over", "remaining"}) or base == "remain" or role == "left"
        now = (
            "now" in texts
            or said is not None
            and any(i.text == "now" for i in said.leads)
            or said is not None
            and said.joint.endswith("then")
            and said.there
        )
        if qty.kind == "m" and qty.compare is None:
            return self._money_entry(
                said, subject, owner, verb, qty, around, when, lead_per, role, asserted=left or now
            )
        if qty.compare is not None or qty.kind in ("times", "same"):
            return self._compare(subject, owner, verb, qty, around, when, role, said)
        per = self._per(around) or lead_per
        each = next(
            (
                i
                for i in around
                if i.kind == "qty" and i.qty is not None and i.qty.each and i.prep in ("to", "for")
            ),
            None,
        )
        if each is not None and each.qty is not None and qty.kind == "n":
            count = self._plain(each.qty, each.qty.noun, "count")
            rate = Rate(
                each.qty.noun,
                "",
                self._plain(qty, qty.noun, "one"),
                role if role in ("gain", "lose") else "",
                owner,
                of=count,
            )
            self.rates.append(rate)
            self.add(count)
            return None
        if per is not None:
            self._rate(per, qty, owner, role, base)
            return None
        if any(
            i.kind == "qty"
            and not (i.prep in ("in", "for", "within") and i.qty is not None and i.qty.unit in TIME)
            and base not in SHARE + CUT + PUT
            for i in around
        ):
            raise Unfit
        if base in SHARE + CUT + PUT + ["fill"] and (
            among := next((i.qty for i in around if i.kind == "qty" and i.qty is not None), None)
        ):
            if among.inside is not None and not among.letter:
                self._stocked(qty, owner, when)
                self._into(among, qty.noun)
            else:
                self._share(qty, qty.noun, among, owner)
            return None
        self.add_times(around, owner)
        if left or now:
            role, asserted = "state", True
        else:
            asserted = False
        return self._thing_of(qty, owner, verb, role, when, texts, subject, asserted=asserted, around=around)

    def add_times(self, around: Sequence[Item], owner: str) -> None:
        """ "for 6 hours": so much time, for rates."""
        for item in around:
            if item.kind == "qty" and item.qty is not None and item.qty.unit in TIME:
                self.add(
                    Thing(
                        self.told(item.qty.letter, item.qty.unit, Noun()),
                        item.qty.unit,
                        Noun(),
                        owner,
                        "count",
                    )
                )

    def _stocked(self, qty: Qty, owner: str, when: frozenset[str]) -> None:
        if qty.letter and qty.kind == "n":
            self.add(replace_owner(self._plain(qty, qty.noun, "state"), owner))

    def _thing_of(
        self, qty: Qty, owner: str, verb: str, role: str, when: frozenset[str], texts: set[str], subject: Np | None, *, asserted: bool, around: Sequence[Item],
    ) -> Thing | None:  # fmt: skip
        if qty.kind == "a":
            if qty.inside is None:
                return self.add(Thing(Node("", value=Fraction(1)), "", qty.noun, owner, role, verb, when))
            inner = self._plain(qty.inside, qty.inside.noun, "state" if role != "gain" else "gain")
            inner.owner = owner
            return self.add(inner)
        noun = qty.noun
        if qty.kind == "n" and not noun.words and not qty.unit:
            noun = self._elided(qty)
        if qty.kind == "n" and isinstance(qty.whole, Np | Qty) and role == "state" and not asserted:
            raise Unfit
        if qty.kind in ("f", "rest"):
            return self._fraction(qty, owner, verb, role, when, texts)
        if qty.kind == "some":
            if qty.inside is not None:
                raise Unfit
            name = f"the number of {self.shown('', noun)}"
            node = Node(name, self.shown("", noun))
            thing = Thing(node, "", noun, owner, role, verb, when, asserted=asserted)
            return self.add(thing)
        thing = self._plain(replace(qty, noun=noun), noun, role)
        placeholder = next(
            (
                t
                for t in self.things
                if t.node.value is None
                and t.node.letter == ""
                and role == "state"
                and t.role == "state"
                and t.owner == owner
                and owner
                and t.unit == thing.unit
                and fits(t.noun, noun)
            ),
            None,
        )
        if placeholder is not None and not asserted:
            placeholder.node.value, placeholder.node.letter = thing.node.value, thing.node.letter
            if thing.node.by is not None or thing.node.value is None:
                raise Unfit
            return placeholder
        thing.owner, thing.verb, thing.when, thing.asserted = owner, verb, when, asserted
        self._elide(noun)
        if qty.inside is not None:
            inside = qty.inside
            rate_num = self._plain(inside, inside.noun, "one")
            rate = Rate(noun, "", rate_num, of=thing)
            if inside.kind == "m" and qty.inside_by == "for" and not inside.each and inside.per is None:
                cost = Thing(
                    rate_num.node,
                    MONEY,
                    Noun(),
                    owner,
                    "income" if verb == "sell" else "cost",
                    verb,
                    when,
                    str(noun),
                )
                self.add(cost)
                each_node = Node(f"the price of one {noun}", rate_num.node.unit)
                self.net.product(rate_num.node, each_node, thing.node)
                self.shares.append(Share(rate_num.node, thing.node, each_node, Noun(), MONEY, noun))
                return self.add(thing)
            if inside.per is not None and inside.per.head in SCALES:
                rate = Rate(noun if thing.noun.words else Noun(), inside.per.head, rate_num, of=thing)
            elif inside.per is not None and not fits(inside.per, noun):
                raise Unfit
            elif qty.inside_by == "at" and not inside.each and inside.per is None:
                rate = Rate(noun, "", rate_num, of=thing)
            self.rates.append(rate)
        recipient = self._recipient(around, verb)
        added = self.add(thing)
        if recipient is not None and role == "lose":
            owns = any(t.role == "state" and t.owner == recipient and fits(t.noun, noun) for t in self.things)
            if owns:
                self.add(Thing(thing.node, thing.unit, noun, recipient, "gain", verb, when))
            if (
                not any(
                    t.role in ("state", "gain")
                    and t.owner in (owner, "")
                    and fits(t.noun, noun)
                    and t is not thing
                    for t in self.things
                )
                and owns
            ):
                self.things.remove(thing)
        if qty.each and subject is not None and not subject.pronoun and subject.quant != "each":
            raise Unfit
        return added

    def _recipient(self, around: Sequence[Item], verb: str) -> str | None:
        if verb.partition("_")[0] not in GIVE:
            return None
        for item in around:
            if item.kind == "np" and item.np is not None and item.prep in ("to", ""):
                return self.who(item.np)
        return None

    def _elide(self, noun: Noun) -> None:
        if noun.words:
            self.nouns.append(noun)

    def _elided(self, qty: Qty) -> Noun:
        """What is counted where it is not said: "6 got off"."""
        if not self.nouns:
            raise Unfit
        return self.nouns[-1]

    def _fraction(
        self, qty: Qty, owner: str, verb: str, role: str, when: frozenset[str], texts: set[str]
    ) -> Thing:
        whole = self._whole(qty) if qty.kind == "f" else None
        if qty.kind == "f" and "full" in texts and whole is None:
            whole = next((t for t in reversed(self.things) if t.role in ("state", "gain")), None)
        if whole is None:
            whole = next(
                (
                    t
                    for t in reversed(self.things)
                    if t.role in ("state", "gain") and fits(t.noun, qty.noun) and not t.asserted
                ),
                None,
            )
        if whole is None and qty.kind == "f" and isinstance(qty.whole, Np) and role in ("lose", "done"):
            unit = MONEY if qty.whole.noun.head == "money" else ""
            node = Node("the amount at first", self.shown(unit, qty.whole.noun), whole=not unit)
            whole = self.add(Thing(node, unit, Noun() if unit else qty.whole.noun, owner, "state"))
        if whole is None:
            raise Unfit
        if qty.kind == "rest":
            node = self._rest(whole, "the rest")
        else:
            earlier = [
                t
                for t in self.things
                if t.role in ("lose", "done", "cost", "gain")
                and t is not whole
                and t.unit == whole.unit
                and fits(t.noun, whole.noun)
            ]
            base = whole.node
            rest = (
                isinstance(qty.whole, Qty)
                and qty.whole.kind == "rest"
                or isinstance(qty.whole, Np)
                and set(qty.whole.noun.words) & {"rest", "remainder"}
            )
            if rest:
                base = self._rest(whole, "the rest")
            elif earlier and isinstance(qty.whole, Np) and qty.whole.pronoun or earlier:
                raise Unfit
            node = self._times(
                qty.letter, base, "the part that is used" if role != "state" else "this part", whole
            )
        if role == "state":
            role = "part"
        if whole.unit == MONEY and role in ("lose", "done"):
            role = "cost"
        return self.add(
            Thing(
                node,
                whole.unit,
                whole.noun,
                owner or whole.owner,
                role,
                verb,
                when,
                " ".join(texts),
                source=whole,
            )
        )

    def _rate(self, per: Np, qty: Qty, owner: str, role: str, base: str) -> None:
        if qty.kind not in ("n", "m") or qty.compare is not None or qty.whole is not None:
            raise Unfit
        den_unit = per.noun.head if per.noun.head in SCALES else "kg" if per.noun.head == "kilo" else ""
        noun = qty.noun
        if not noun.words and not qty.unit and qty.kind == "n" and self.nouns:
            noun = self.nouns[-1]
        num = self._plain(qty, noun, "one")
        timed = den_unit in TIME
        if qty.kind == "m":
            role = "income" if base in _EARN else "cost" if base in (*PAY, *COST, "charge", "rent") else ""
        rate_role = (
            role
            if timed and role in ("gain", "lose", "done", "income", "cost")
            else "lose"
            if base in GIVE and role == "lose"
            else ""
        )
        rate = Rate(
            Noun() if den_unit else per.noun, den_unit, num, rate_role, owner if timed or rate_role else ""
        )
        if qty.inside is not None:
            inner = self._plain(qty.inside, qty.inside.noun, "one")
            self.add_rate(Rate(qty.noun, "", inner))
        self._elide(noun)
        self.add_rate(rate)
        if base in PUT + ["fill"]:
            self.packing.append(rate)

    def _inner(self, qty: Qty) -> None:
        if qty.inside is not None:
            self.add_rate(Rate(qty.noun, "", self._plain(qty.inside, qty.inside.noun, "one")))

    def _plain(self, qty: Qty, noun: Noun, role: str) -> Thing:
        """A told number as a quantity, in the unit that is worked in."""
        if qty.kind == "a":
            return Thing(Node("", value=Fraction(1)), "", noun, "", role)
        if qty.kind == "m":
            return Thing(self.told(qty.letter, MONEY, Noun()), MONEY, Noun(), "", role)
        if qty.kind != "n" or not qty.letter:
            raise Unfit
        node = self.told(qty.letter, qty.unit, noun)
        unit = qty.unit
        if unit and unit not in TIME:
            node, unit = self.in_unit(node, unit)
        return Thing(node, unit, noun, "", role)

    # -- sharing and packing ---------------------------------------------------------------------------

    def _share(self, qty: Qty | None, noun: Noun, among: Qty, owner: str) -> None:
        """All of it among so many."""
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

    # -- money -----------------------------------------------------------------------------------------

    def _pay_with(self, qty: Qty, owner: str) -> None:
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
            self.add_rate(Rate(many.noun, "", Thing(total, MONEY, Noun(), "", "one")))
            self.add(Thing(total, MONEY, Noun(), str(many.noun), "price", "cost"))
            return
        count = self._plain(many, many.noun, "count")
        den_unit = count.unit
        price = Node(f"the price of one {many.noun if not den_unit else den_unit}", total.unit)
        self.net.product(total, price, count.node)
        self.add_rate(Rate(many.noun, den_unit, Thing(price, MONEY, Noun(), "", "one")))
        self.shares.append(Share(total, count.node, price, Noun(), MONEY, many.noun))

    def _money(self, qty: Qty, owner: str, role: str, verb: str, when: frozenset[str]) -> Thing:
        return self.add(Thing(self.told(qty.letter, MONEY, Noun()), MONEY, Noun(), owner, role, verb, when))

    def _money_entry(
        self, said: Said | None, subject: Np | None, owner: str, verb: str, qty: Qty, around: Sequence[Item], when: frozenset[str], lead_per: Np | None,
        role: str, *, asserted: bool,
    ) -> Thing | None:  # fmt: skip
        base = verb.partition("_")[0]
        per = self._per(around) or lead_per
        each = qty.each or any(i.text == "each" for i in around)
        if base in COST or base == "be" and subject is not None and subject.noun.head in ("price", "cost"):
            if subject is None or subject.others:
                raise Unfit
            noun = subject.noun
            if noun.head in ("price", "cost") or noun.words[:1] in (("price",), ("cost",)):
                noun = Noun(noun.of)
            if per is not None:
                den_unit = per.noun.head if per.noun.head in SCALES else ""
                self.add_rate(Rate(noun if den_unit else per.noun, den_unit, self._plain(qty, Noun(), "one")))
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
            self._rate(per, qty, owner, role, base)
            return None
        if any(i.kind == "qty" for i in around):
            raise Unfit
        if base in PAY or base in BUY:
            total = (
                any(i.text == "total" for i in around)
                or said is not None
                and any(i.text in ("total", "altogether") for i in (*said.leads, *said.items))
            )
            return self._money(qty, owner, "total" if total else "cost", verb, when)
        if base in HAVE + ["be"]:
            thing = self._money(qty, owner, "state", verb, when)
            thing.asserted = asserted
            return thing
        if base in _EARN or base in GAIN:
            return self._money(qty, owner, "income", verb, when)
        if role == "need":
            return self._money(qty, owner, "need", verb, when)
        if base in LOSE:
            return self._money(qty, owner, "cost", verb, when)
        raise Unfit

    # -- comparing -------------------------------------------------------------------------------------

    def _compare(
        self, subject: Np | None, owner: str, verb: str, qty: Qty, around: Sequence[Item], when: frozenset[str], role: str, said: Said | None,
    ) -> Thing | None:  # fmt: skip
        compare = qty.compare
        base_verb = verb.partition("_")[0]
        if compare is None:
            raise Unfit
        if (
            compare.sign
            and compare.base is None
            and not compare.when
            and base_verb != "be"
            and base_verb not in COST
            and not compare.said
        ):
            if base_verb in HAVE + ["run"] or qty.unit:
                pass
            else:  # "5 more birds came": so many again
                return self._again(qty, owner, verb, role, when)
        unit = MONEY if qty.kind == "m" else qty.unit
        scaled = unit
        if unit in SCALES:
            scaled = self.units.setdefault(SCALES[unit][0], unit) if unit not in TIME else unit
        noun = qty.noun
        price = base_verb in COST
        if price:
            unit = scaled = MONEY
        base = self._base_of(compare, noun, scaled, price=price, owner=owner)
        if said is not None and said.joint.endswith("which"):
            mine: Thing | None = next((t for t in reversed(self.things) if t.role in _TOLD), None)
        else:
            mine = self._named(owner, frozenset(), noun, scaled, price=price) if owner and not when else None
        if base is None and mine is None:
            base = self._unknown(compare.base, noun, scaled, "price" if price else "state", verb)
        if base is None:
            assert mine is not None
            base = self._unknown(compare.base, mine.noun, mine.unit, mine.role, verb)
        if base is mine or mine is not None and mine.node.value is not None and base.node.value is not None:
            raise Unfit
        if mine is None:
            node = Node("", base.node.unit, whole=base.node.whole)
            new_role = (
                "price" if price else role if role in ("gain", "lose", "done", "cost", "income") else "state"
            )
            if base.role in ("cost", "income") and not price:
                new_role = base.role
            if new_role == "state" and base.role == "gain":
                new_role = "gain"
            mine = Thing(
                node,
                base.unit,
                base.noun
                if not noun.words or len(base.noun.words) >= len(noun.words) and fits(base.noun, noun)
                else noun,
                owner,
                new_role,
                verb,
                when,
            )
            node.name = self._name_of(mine, subject)
            if price and subject is not None:
                self.add_rate(Rate(subject.noun, "", Thing(node, MONEY, Noun(), "", "one")))
            self._relate(qty, compare, mine, base)
            return self.add(mine)
        if not base.node.name:
            base.node.name = self._name_of(base, compare.base)
        self._relate(qty, compare, mine, base)
        return mine

    def _relate(self, qty: Qty, compare: Compare, mine: Thing, base: Thing) -> None:
        if qty.kind == "same":
            self.net.sum(mine.node, [base.node])
            return
        factor = self.told(qty.letter, MONEY if qty.kind == "m" else qty.unit, qty.noun)
        if qty.kind == "times":
            factor.unit = ""
            factor.part = factor.value is not None and factor.value < 1
            self.net.product(mine.node, base.node, factor)
            return
        if qty.unit and qty.unit not in TIME:
            factor, _ = self.in_unit(factor, qty.unit)
        self.net.sum(mine.node, [base.node, factor], [1, compare.sign])

    def _again(self, qty: Qty, owner: str, verb: str, role: str, when: frozenset[str]) -> Thing | None:
        noun = qty.noun if qty.noun.words else self.nouns[-1] if self.nouns and not qty.unit else Noun()
        plain = Qty("n" if qty.kind != "m" else "m", qty.letter, qty.unit, noun)
        thing = self._plain(plain, noun, role)
        thing.owner, thing.verb, thing.when = owner, verb, when
        if role == "state":
            raise Unfit
        return self.add(thing)

    def _name_of(self, thing: Thing, subject: Np | None) -> str:
        who = thing.owner if thing.owner in self.actors else str(subject.noun) if subject else thing.owner
        who = " ".join(w.capitalize() if w in self.marks.names else w for w in who.split())
        if thing.role == "price":
            return f"the price of the {who}"
        what = thing.node.unit if not thing.unit else "amount"
        return (
            f"the number for {who} ({what})"
            if who and who not in ("they", "it")
            else f"the other number of {what}"
        )

    def _base_of(self, compare: Compare, noun: Noun, unit: str, *, price: bool, owner: str) -> Thing | None:
        np = compare.base
        if compare.when:
            found = [
                t
                for t in self.things
                if t.role in _TOLD
                and set(compare.when) <= t.when
                and (not unit or t.unit == unit)
                and fits(t.noun, noun)
            ]
            if len(found) != 1:
                raise Unfit
            return found[0]
        if np is None or np.pronoun and np.noun.head in ("it", "that"):
            told = [
                t
                for t in self.things
                if t.role in _TOLD
                and (not unit or t.unit == unit)
                and fits(t.noun, noun)
                and (t.role == "price") == price
            ]
            if not told:
                raise Unfit
            return told[-1]
        if np.others:
            parts = [
                self._base_of(replace(compare, base=one), noun, unit, price=price, owner=owner)
                for one in (replace(np, others=()), *np.others)
            ]
            if any(p is None for p in parts):
                raise Unfit
            things = [p for p in parts if p is not None]
            first = things[0]
            node = self.net.sum(
                Node("the sum of both", first.node.unit, whole=first.node.whole), [t.node for t in things]
            )
            return Thing(node, first.unit, first.noun, "", "sum")
        return self._named(self.who(np), np.every, noun, unit, price=price)

    def _named(
        self, owner: str, words: frozenset[str], noun: Noun, unit: str, *, price: bool
    ) -> Thing | None:
        """The quantity that somebody or something has."""
        found = [
            t for t in self.things
            if t.role in _TOLD and (t.role == "price") == price and (not unit or t.unit == unit) and (not t.unit or bool(unit) or not noun.words)
            and fits(t.noun, noun) and (owner and t.owner == owner or words and words <= (t.noun.every | frozenset(t.desc.split()) | frozenset(t.owner.split())))
        ]  # fmt: skip
        if len({id(t.node) for t in found}) > 1:
            first = found[0]
            if any(t.role in ("part", "price", "total", "need") for t in found):
                raise Unfit
            _, entries = self.stock(first.owner, first.noun, first.unit)
            return Thing(
                self.combine(entries, f"the number of {first.node.unit}", first.node.unit),
                first.unit,
                first.noun,
                first.owner,
                "sum",
            )
        return found[0] if found else None

    def _unknown(self, np: Np | None, noun: Noun, unit: str, role: str, verb: str) -> Thing:
        if np is None:
            raise Unfit
        node = Node("", self.shown(unit, noun), whole=not unit)
        thing = Thing(node, unit, noun, self.who(np), role, verb)
        node.name = self._name_of(thing, np)
        if role == "price":
            self.add_rate(Rate(np.noun, "", Thing(node, MONEY, Noun(), "", "one")))
        return self.add(thing)


def replace_owner(thing: Thing, owner: str) -> Thing:
    """The same, of this owner."""
    thing.owner = owner
    return thing
