"""What single quantities of a clause mean: so many of something, so many in each, more than another, shared, paid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from solver.topics.stories.school.english.clauses import Item, Said
from solver.topics.stories.school.english.marks import SCALES, TIME, UNITS
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.english.phrases import Compare, Noun, Np, Qty
from solver.topics.stories.school.english.telling import _EARN, SELLERS, Telling
from solver.topics.stories.school.english.things import MONEY, Rate, Share, Thing, fits
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
        if (
            said is not None
            and ("+" in owner or owner == "they")
            and qty.kind in ("n", "m")
            and qty.letter
            and qty.compare is None
            and qty.inside is None
            and role in ("state", "gain", "income", "cost", "done")
            and said.modal == ""
            and not said.negated
        ):
            together = any(i.text in ("together", "altogether", "total") for i in (*said.items, *said.leads))
            if together or "+" in owner and base in HAVE:
                thing = self._plain(replace(qty, noun=qty.noun), qty.noun, "total")
                thing.owner, thing.verb = owner, verb
                self._elide(qty.noun)
                self.totals.append(thing)
                return self.add(thing)
        if role == "take":
            had = [
                t
                for t in self.things
                if t.role in ("state", "gain")
                and fits(t.noun, qty.noun)
                and t.unit == qty.unit
                and not t.asserted
            ]
            if any(t.owner == owner for t in had) or qty.kind != "n":
                raise Unfit
            role, owner = ("lose", "") if had else ("gain", owner)
        if said is not None and said.negated:
            raise Unfit
        modal = said.modal if said is not None else ""
        if modal in ("can", "could") and base in HOLD:
            role = "state"
        if modal in ("need", "want", "plan", "must", "should"):
            role = "need"
        elif modal and not (modal in ("can", "could") and base in HOLD):
            raise Unfit
        if role == "" and base not in (*SHARE, *CUT, *PUT, *COST, *PAY, "fill", "charge", "burn", "rent"):
            raise Unfit
        if (
            (base == "pour" and role == "" or base in PUT)
            and qty.compare is None
            and qty.kind in ("n", "f", "rest")
        ):
            role = self._put(qty, around, role)
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
        if (
            qty.kind == "same"
            and base in GIVE
            and (
                among := next(
                    (
                        i.qty
                        for i in around
                        if i.kind == "qty"
                        and i.qty is not None
                        and i.qty.each
                        and i.prep in ("to", "for", "in", "on", "into")
                    ),
                    None,
                )
            )
        ):
            self._share(None, qty.noun, replace(among, each=False), owner)
            return None
        if qty.compare is not None or qty.kind in ("times", "same"):
            return self._compare(subject, owner, verb, qty, around, when, role, said)
        per = self._per(around) or lead_per
        each = next(
            (
                i
                for i in around
                if i.kind == "qty"
                and i.qty is not None
                and i.qty.each
                and i.prep in ("to", "for", "in", "on", "into")
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
            self.add_times(around, owner)
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
        if role == "":
            raise Unfit
        self.add_times(around, owner)
        if left or now:
            role, asserted = "state", True
        else:
            asserted = False
        return self._thing_of(qty, owner, verb, role, when, texts, subject, asserted=asserted, around=around)

    def _put(self, qty: Qty, around: Sequence[Item], role: str) -> str:
        """What is put somewhere is gone from where it was, or has come to where it is counted."""
        had = {
            t.owner
            for t in self.things
            if t.role in ("state", "gain") and t.unit == qty.unit and fits(t.noun, qty.noun)
        }
        if not had:
            return role or "state"
        places = {
            self.who(i.np)
            for i in around
            if i.np is not None and i.prep in ("in", "into", "on", "onto", "to")
        }
        return "gain" if places & had else "lose"

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
            if qty.inside is None or qty.inside.kind == "m":
                made = self.add(Thing(Node("", value=Fraction(1)), "", qty.noun, owner, role, verb, when))
                if qty.inside is not None:
                    self._money(
                        qty.inside, owner, "income" if verb == "sell" else "cost", verb, when
                    ).desc = str(qty.noun)
                return made
            inner = self._plain(qty.inside, qty.inside.noun, "state" if role != "gain" else "gain")
            inner.owner = owner
            return self.add(inner)
        noun = qty.noun
        if qty.kind == "n" and not noun.words and not qty.unit:
            noun = self._elided(qty)
        if qty.kind == "n" and isinstance(qty.whole, Np | Qty) and role == "state" and not asserted:
            raise Unfit
        if qty.kind == "rest" and role in ("gain", "income", "need"):
            if verb not in ("save", "keep"):
                raise Unfit
            role = "part"
        if qty.kind in ("f", "rest"):
            return self._fraction(qty, owner, verb, role, when, texts)
        if qty.kind == "some":
            if qty.inside is not None:
                raise Unfit
            name = f"the number of {self.shown('', noun)}"
            node = Node(name, self.shown("", noun))
            thing = Thing(node, "", noun, owner, role, verb, when, asserted=asserted)
            self._elide(noun)
            return self.add(thing)
        thing = self._plain(replace(qty, noun=noun), noun, role)
        thing.owner, thing.verb, thing.when, thing.asserted = owner, verb, when, asserted
        if asserted and "now" not in texts:
            thing.desc = "left"
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
                self.rates.append(
                    Rate(noun, thing.unit, Thing(each_node, MONEY, Noun(), "", "one"), but=thing)
                )
                return self.add(thing)
            if (
                inside.per is not None
                and UNITS.get(inside.per.head, "kg" if inside.per.head == "kilo" else "") in SCALES
            ):
                rate = Rate(
                    noun if thing.noun.words else Noun(), UNITS.get(inside.per.head, "kg"), rate_num, of=thing
                )
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
        den_unit = (
            per.noun.head
            if per.noun.head in SCALES
            else UNITS.get(per.noun.head, "")
            if per.noun.head not in ("second", "pound", "foot")
            else ""
        )
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
            Noun() if den_unit else per.noun,
            den_unit,
            num,
            rate_role,
            owner if timed or rate_role or qty.kind == "m" else "",
        )
        rate.verb = base if timed else ""
        if qty.inside is not None:
            inner = self._plain(qty.inside, qty.inside.noun, "one")
            self.add_rate(Rate(qty.noun, "", inner))
        self._elide(noun)
        self.add_rate(rate)
        if base in [*PUT, "fill"]:
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

    # -- money -----------------------------------------------------------------------------------------

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
            and not (i.qty is not None and i.qty.unit in TIME and i.prep == "for" and base in _EARN)
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
            if base_verb in [*HAVE, "run"] or qty.unit:
                pass
            elif compare.sign > 0 and not any(
                t.verb == verb and t.role == role and t.role != "state" for t in self.things
            ):  # "5 more birds came": so many again
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
            if base.node.value is None and id(base.node) in self.placeholders:
                self.placeholders.add(id(node))
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
        if (
            np is not None
            and np.noun.words in (("price",), ("cost",), ("weight",), ("length",), ("height",))
            and np.noun.of
        ):
            np = replace(np, noun=Noun(np.noun.of), quant="the")
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
                and (fits(t.noun, noun) or t.noun.head == noun.head)
                and (t.role == "price") == price
            ]
            if not told or np is None and len({id(t.node) for t in told if t.clause == told[-1].clause}) > 1:
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
        self.placeholders.add(id(node))
        node.name = self._name_of(thing, np)
        if role == "price":
            self.add_rate(Rate(np.noun, "", Thing(node, MONEY, Noun(), "", "one")))
        return self.add(thing)


def replace_owner(thing: Thing, owner: str) -> Thing:
    """The same, of this owner."""
    thing.owner = owner
    return thing
