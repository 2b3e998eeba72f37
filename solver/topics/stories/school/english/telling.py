"""What a clause that tells says of a story's quantities."""

from __future__ import annotations

from collections.abc import Sequence

from solver.topics.stories.school.english.clauses import Item, Said
from solver.topics.stories.school.english.marks import SCALES, TIME
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.english.nouns import Np, Qty
from solver.topics.stories.school.english.scenes import AMONG, Scenes
from solver.topics.stories.school.english.things import Entry, Rate, Share, Thing
from solver.topics.stories.school.english.words import (
    BUY,
    COST,
    CUT,
    DAMAGE,
    DO,
    GAIN,
    GIVE,
    HAVE,
    HOLD,
    LOSE,
    MOVE,
    NEED,
    PAY,
    PUT,
    SHARE,
    WEEKDAYS,
    WEIGH,
)
from solver.topics.stories.school.working import Unfit


class Telling(Scenes):
    """Adds to a world what clauses say."""

    last: Np | tuple[Item, ...] | None = None
    shares: list[Share]
    packing: list[Rate]
    maybe: list[tuple[Rate, Thing]]
    totals: list[Thing]
    pending: Qty | None = None  # those who share something whose price is told elsewhere

    def begin(self) -> None:
        """An empty story."""
        self.shares, self.packing, self.maybe, self.totals = [], [], [], []

    def tell(self, said: Said) -> None:
        """One clause."""
        subject = said.subject
        self.clause += 1
        if subject is None and not said.there:
            subject = self.last
            if subject is None:
                raise Unfit
        elif subject is not None:
            self.last = subject
        if said.joint.split()[-1:] in (["who"], ["where"], ["when"], ["if"]) and said.joint != "if":
            raise Unfit
        if any(i.text == "average" for i in (*said.items, *said.leads)):
            raise Unfit
        _strict(said)
        _, ahead = _entries(said.items)
        when = self._when((*said.leads, *ahead))
        lead_per = self._per(said.leads)
        if isinstance(subject, tuple):
            if lead_per is not None:
                first = subject[0].qty
                role = self._role(said.verb + ("_" + said.particle if said.particle else ""), said)
                if len(subject) > 1 or first is None or said.items or role not in ("lose", "gain"):
                    raise Unfit
                self._rate(lead_per, first, "", role, said.verb)
                return
            self._counted(said, subject, when)
            return
        verb = said.verb + ("_" + said.particle if said.particle else "")
        entries, front = _entries(said.items)
        if subject is not None and subject.quant in ("each", "every") and not subject.pronoun:
            self._of_each(said, subject, entries, verb)
            return
        owner = self._scene(said) if said.there else self.who(subject)
        if not said.there and not said.passive and owner and owner not in ("they", "it"):
            self.subjects.append(owner)
        if not entries:
            self._without_quantity(said, subject, owner, verb, front)
            return
        self._bare_objects(said, owner, verb)
        self._elliptical(entries)
        if len(entries) > 1 and lead_per is None and not any(self._per(e.rest) for e in entries[:-1]):
            lead_per = self._per(entries[-1].rest)
            if lead_per is not None and (
                lead_per.noun.head not in TIME or any(e.qty.inside is not None for e in entries)
            ):
                raise Unfit
        single = (
            subject is not None
            and subject.quant in ("a", "an", "one")
            and not subject.others
            and len(entries) == 1
        )
        for entry in entries:
            around = [*front, *entry.rest]
            qty = entry.qty
            inside = next(
                (
                    i.np
                    for i in around
                    if i.kind == "np"
                    and i.np is not None
                    and i.np.quant in ("a", "an", "one")
                    and i.prep in ("in", "on", "to")
                    and i.np.noun.head not in SCALES
                ),
                None,
            )
            holder = (
                subject
                if single and said.verb in HOLD + WEIGH + HAVE + ["need", "give", "use", "make"]
                else inside
                if said.there or said.verb in ("be", "have", "come")
                else None
            )
            if (
                holder is not None
                and qty.kind == "n"
                and qty.compare is None
                and self._per(around) is None
                and not said.modal
                and holder.noun.head not in self.marks.names
                and not said.negated
            ):
                thing = self._entry(
                    said, subject, owner, verb, qty, around, when | self._when(entry.rest), lead_per
                )
                if thing is not None and not thing.asserted:
                    rate = Rate(holder.noun, "", thing)
                    self.maybe.append((rate, thing))
                    self.add_rate(rate)
                continue
            self._entry(
                said, subject, owner, verb, entry.qty, around, when | self._when(entry.rest), lead_per
            )

    # -- where and when --------------------------------------------------------------------------------

    # -- clauses ---------------------------------------------------------------------------------------

    def _counted(self, said: Said, subject: tuple[Item, ...], when: frozenset[str]) -> None:
        """ "8 birds flew away", "29 chairs are empty", "five friends share 85 sweets"."""
        verb = said.verb + ("_" + said.particle if said.particle else "")
        firsts = [i.qty for i in subject if i.kind == "qty" and i.qty is not None]
        subject_when = self._when(subject)
        entries, front = _entries(said.items)
        first = firsts[0]
        if (
            said.verb in SHARE
            and not said.passive
            and len(firsts) == 1
            and not entries
            and first.kind == "n"
            and any(i.np is not None and not i.prep for i in said.items)
        ):
            self.pending = first
            return
        if said.verb in SHARE and not said.passive and len(firsts) == 1 and entries:
            self._share(entries[0].qty, entries[0].qty.noun, first, "")
            return
        if said.verb in SHARE + CUT + PUT and said.passive:
            among = next(
                (i.qty for i in said.items if i.kind == "qty" and i.prep in (*AMONG, "in", "on")), None
            )
            if among is None or entries or len(firsts) != 1:
                raise Unfit
            if among.inside is not None and not among.letter:
                self._entry(None, None, "", "be", first, [], when, None, role="state")
                self._into(among, first.noun)
            else:
                self._share(first, first.noun, among, "")
            return
        if said.verb in COST and len(firsts) == 1 and len(entries) == 1 and entries[0].qty.kind == "m":
            self._cost_of(first, entries[0].qty, [*front, *entries[0].rest])
            return
        if (
            said.verb in HOLD + HAVE + WEIGH + PAY + GAIN + DO + PUT + GIVE + NEED + MOVE
            and entries
            and first.kind in ("n", "a")
            and not said.passive
        ):
            (entry,) = entries if len(entries) == 1 else (None,)
            if entry is None or entry.qty.kind not in ("n", "m") or entry.qty.compare is not None:
                raise Unfit
            qty = entry.qty
            counted = self._entry(said, None, "", "count", first, [], subject_when, None, role="count")
            per = self._per([*front, *entry.rest])
            each = qty.each or any(i.text == "each" for i in (*front, *entry.rest)) or first.each
            if per is not None:
                raise Unfit
            if each:
                self.add_rate(Rate(first.noun, "", self._plain(qty, qty.noun, "one"), of=counted))
            else:
                total = self._plain(qty, qty.noun, "cost" if qty.kind == "m" else "state")
                self.add(total)
                each_node = Node(
                    f"{'the price of' if qty.kind == 'm' else 'the number for'} one {first.noun}",
                    total.node.unit,
                )
                if counted is None:
                    raise Unfit
                self.net.product(total.node, each_node, counted.node)
                self.shares.append(
                    Share(total.node, counted.node, each_node, qty.noun, total.unit, first.noun)
                )
                self.add_rate(
                    Rate(first.noun, "", Thing(each_node, total.unit, qty.noun, "", "one"), of=None)
                )
            return
        if entries and said.verb == "be" and entries[0].qty.compare is not None:
            raise Unfit
        more = [e.qty for e in entries]
        if (
            said.verb == "be"
            and not said.passive
            or any(q.whole is not None or q.kind in ("f", "rest") for q in firsts)
            and verb not in LOSE + GIVE
            and said.verb not in LOSE
        ):
            self._parts(said, firsts, more, front, when)
            return
        role = self._role(verb, said)
        if role == "done" and not said.passive and not entries and not said.negated:
            role = "state"
        if said.passive and said.verb in DAMAGE and firsts[0].whole is not None:
            self._parts(said, firsts, more, front, when)
            return
        if (
            said.negated
            and said.passive
            and said.verb in [*LOSE, "use", "read", "take", "borrow"]
            and len(firsts) == 1
            and not entries
            and firsts[0].whole is None
        ):
            self._entry(None, None, "", "be", firsts[0], [], when, None, role="left")
            return
        if (
            said.passive
            and said.verb in LOSE + GIVE + DO + BUY
            or said.passive
            and role == "lose"
            or said.passive
            and said.verb in ("borrow", "take")
        ):
            role = "lose"
        elif said.passive and said.verb in [*GAIN, "deliver", "bring"]:
            role = "gain"
        elif role == "" or said.negated or said.passive and role not in ("lose", "gain"):
            self._parts(said, firsts, more, front, when)
            return
        whens = [self._when([i]) for i in subject if i.kind != "qty"]
        for index, qty in enumerate(firsts):
            own = whens[index] if index < len(whens) else frozenset()
            self._entry(said, None, "", verb, qty, [], when | own, None, role=role)
        for entry in entries:
            self._entry(said, None, "", verb, entry.qty, [], self._when(entry.rest), None, role=role)

    # -- one quantity ----------------------------------------------------------------------------------

    def _cost_of(self, many: Qty, money: Qty, around: Sequence[Item]) -> None:
        raise NotImplementedError


def _strict(said: Said) -> None:
    """Nothing stands in the clause that would have to be counted and is not."""
    for item in (*said.leads, *said.items):
        np = item.np
        if np is not None and item.prep in ("from", "through") and np.noun.head in WEEKDAYS:
            raise Unfit
        if (
            np is not None
            and np.quant in ("a", "an", "one")
            and np.noun.head in TIME
            and item.prep in ("for", "during", "over", "in", "within")
        ):
            raise Unfit


def _entries(items: Sequence[Item]) -> tuple[list[Entry], list[Item]]:
    """The quantities behind a verb, each with what follows it; and what stands before the first."""
    entries: list[Entry] = []
    front: list[Item] = []
    for item in items:
        if item.kind == "qty" and not item.prep and item.qty is not None:
            entries.append(Entry(item.qty))
        else:
            (entries[-1].rest if entries else front).append(item)
    return entries, front
