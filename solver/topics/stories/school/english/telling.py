"""What a clause that tells says of a story's quantities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from solver.topics.stories.school.english.clauses import Item, Said
from solver.topics.stories.school.english.marks import SCALES, TIME
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.english.phrases import Noun, Np, Qty
from solver.topics.stories.school.english.words import (
    BUY,
    COST,
    CUT,
    DO,
    GAIN,
    GIVE,
    HAVE,
    HOLD,
    JOIN,
    LOSE,
    MOVE,
    NEED,
    PAY,
    PUT,
    SHARE,
    WEIGH,
)
from solver.topics.stories.school.english.world import Rate, Thing, World, fits
from solver.topics.stories.school.working import Unfit

_PLACES: Final = ("in", "on", "at", "inside", "by", "near", "under")
_AMONG: Final = ("among", "amongst", "between", "into", "with", "for", "to")
_EARN: Final = ("earn", "save", "get", "receive", "make", "win", "collect", "find")


@dataclass(slots=True)
class Entry:
    """A quantity that a clause tells, with what stands behind it."""

    qty: Qty
    rest: list[Item] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class Share:
    """All of something, among so many: how much each gets."""

    total: Node
    count: Node
    each: Node
    noun: Noun
    unit: str
    among: Noun


class Telling(World):
    """Adds to a world what clauses say."""

    last: Np | tuple[Item, ...] | None = None
    shares: list[Share]
    packing: list[Rate]
    maybe: list[tuple[Rate, Thing]]

    def begin(self) -> None:
        """An empty story."""
        self.shares, self.packing, self.maybe = [], [], []

    def tell(self, said: Said) -> None:
        """One clause."""
        subject = said.subject
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
        when = self._when((*said.leads, *said.items))
        lead_per = self._per(said.leads)
        if isinstance(subject, tuple):
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
        for entry in entries:
            around = [*front, *entry.rest]
            self._entry(
                said, subject, owner, verb, entry.qty, around, when | self._when(entry.rest), lead_per
            )

    # -- where and when --------------------------------------------------------------------------------

    def _scene(self, said: Said) -> str:
        for item in (*said.items, *said.leads):
            if (
                item.kind == "np"
                and item.prep in _PLACES
                and item.np is not None
                and item.np.quant not in ("each", "every")
            ):
                return self.who(item.np)
        return ""

    def _when(self, items: Sequence[Item]) -> frozenset[str]:
        found: set[str] = set()
        for item in items:
            if (
                item.kind == "adv"
                and item.text
                and item.text
                not in ("left", "now", "total", "together", "altogether", "each", "equally", "over")
            ):
                found |= set(item.text.split())
            if (
                item.kind == "np"
                and item.prep in ("in", "on", "at", "for", "during", "from", "with", "to", "of", "by")
                and item.np is not None
            ):
                found |= item.np.every
            if item.kind == "np" and not item.prep and item.np is not None:
                found |= item.np.every
        return frozenset(found)

    @staticmethod
    def _per(items: Sequence[Item]) -> Np | None:
        for item in items:
            if item.kind == "np" and item.np is not None:
                if item.np.quant in ("each", "every") or item.prep == "per":
                    return item.np
                if (
                    not item.prep
                    and item.np.quant in ("a", "an")
                    and (
                        item.np.noun.head in SCALES
                        or item.np.noun.head in ("kilo", "litre", "metre", "dozen")
                    )
                ):
                    return item.np
        return None

    # -- clauses ---------------------------------------------------------------------------------------

    def _without_quantity(
        self, said: Said, subject: Np | None, owner: str, verb: str, front: Sequence[Item]
    ) -> None:
        """A clause that tells no number: a scene, or what is done with what was told."""
        if said.negated or said.modal in ("can", "could"):
            raise Unfit
        if said.verb in SHARE + CUT + PUT:
            for item in said.items:
                if item.kind == "qty" and item.qty is not None and item.prep in _AMONG:
                    noun = self._of_subject(said, subject)
                    self._share(None, noun, item.qty, owner)
                    return
        for item in said.items:
            if item.kind == "qty" and item.qty is not None:
                if item.prep in ("with", "for") and item.qty.kind == "m" and said.verb in PAY:
                    self._pay_with(item.qty, owner)
                elif item.prep in ("of", "with") and item.qty.kind == "n" and said.verb == "be":
                    self._entry(said, subject, owner, verb, item.qty, [], frozenset(), None)
                elif item.prep in ("for",) and item.qty.unit in TIME:
                    self.add(
                        Thing(
                            self.told(item.qty.letter, item.qty.unit, Noun()),
                            item.qty.unit,
                            Noun(),
                            owner,
                            "count",
                            verb,
                        )
                    )
                elif item.prep == "for" and item.qty.kind == "m":
                    self._money(
                        item.qty, owner, "income" if said.verb == "sell" else "cost", verb, frozenset()
                    )
                elif (
                    item.prep in ("in", "of")
                    and said.verb in ("come", "be", "sell", "pack")
                    and item.qty.inside is not None
                ):
                    inner = item.qty.inside
                    noun = subject.noun if subject is not None else Noun()
                    self.add_rate(Rate(item.qty.noun, "", self._plain(inner, noun, "one")))
                else:
                    raise Unfit
        objects = [i.np for i in said.items if i.kind == "np" and not i.prep and i.np is not None]
        if said.verb in BUY and objects:
            for np in objects:
                if np.quant in ("a", "an", "one") and not np.others:
                    self.add(Thing(Node("", value=self._one()), "", np.noun, owner, "gain", "buy"))
                elif np.quant == "both":
                    raise Unfit
                elif np.others and all(o.quant in ("a", "an") for o in (np, *np.others)):
                    for o in (np, *np.others):
                        self.add(Thing(Node("", value=self._one()), "", o.noun, owner, "gain", "buy"))
                else:
                    raise Unfit
            return
        if any(i.kind == "adv" and i.text in ("left", "full", "empty", "each") for i in said.items):
            raise Unfit

    @staticmethod
    def _one() -> Fraction:
        return Fraction(1)

    def _of_subject(self, said: Said, subject: Np | None) -> Noun:
        if said.passive and subject is not None and not subject.pronoun:
            return subject.noun
        for item in said.items:
            if item.kind == "np" and not item.prep and item.np is not None and not item.np.pronoun:
                return item.np.noun
        return Noun()

    def _of_each(self, said: Said, subject: Np, entries: Sequence[Entry], verb: str) -> None:
        """ "Each box holds 24 crayons"."""
        if said.negated or len(entries) not in (1, 2) or any(i.kind == "qty" and i.prep for i in said.items):
            raise Unfit
        den_unit = subject.noun.head if subject.noun.head in SCALES else ""
        for entry in entries:
            if entry.qty.kind not in ("n", "m") or entry.qty.compare is not None:
                raise Unfit
            num = self._plain(entry.qty, entry.qty.noun, "one")
            self._inner(entry.qty)
            self.add_rate(Rate(Noun() if den_unit else subject.noun, den_unit, num))

    def _counted(self, said: Said, subject: tuple[Item, ...], when: frozenset[str]) -> None:
        """ "8 birds flew away", "29 chairs are empty", "five friends share 85 sweets"."""
        verb = said.verb + ("_" + said.particle if said.particle else "")
        firsts = [i.qty for i in subject if i.kind == "qty" and i.qty is not None]
        subject_when = self._when(subject)
        entries, front = _entries(said.items)
        first = firsts[0]
        if said.verb in SHARE and not said.passive and len(firsts) == 1 and entries:
            self._share(entries[0].qty, entries[0].qty.noun, first, "")
            return
        if said.verb in SHARE + CUT + PUT and said.passive:
            among = next((i.qty for i in said.items if i.kind == "qty" and i.prep in _AMONG), None)
            if among is None or entries or len(firsts) != 1:
                raise Unfit
            if among.inside is not None and not among.letter:
                self._entry(said, None, "", "state", first, [], when, None)
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
        if said.passive and said.verb in LOSE + GIVE + DO + BUY or said.passive and role == "lose":
            role = "lose"
        elif said.passive and said.verb in GAIN + ["deliver", "bring"]:
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

    def _parts(
        self,
        said: Said,
        firsts: Sequence[Qty],
        more: Sequence[Qty],
        front: Sequence[Item],
        when: frozenset[str],
    ) -> None:
        """ "29 chairs are empty", "a third of them are red", "the rest are white"."""
        if more or len(firsts) != 1:
            raise Unfit
        qty = firsts[0]
        words = [i.np.noun for i in said.items if i.kind == "np" and i.np is not None]
        desc = " ".join(
            [str(w) for w in words]
            + [i.text for i in said.items if i.kind == "adv" and i.text not in ("now", "left")]
        )
        if said.passive or said.verb != "be":
            desc = (said.form + " " + desc).strip()
        if any(i.text == "left" for i in said.items) or said.verb in ("remain",):
            self._entry(said, None, "", "be", qty, [], when, None, role="left")
            return
        whole = self._whole(qty)
        if whole is None:
            if said.verb == "be" and not desc:
                raise Unfit
            if qty.noun.words and said.verb != "be" and not said.passive and not said.negated:
                self._entry(said, None, "", said.verb, qty, [], when, None, role="state")
                return
            raise Unfit
        if said.negated:
            desc = "not " + desc
        node = self._part_node(qty, whole, desc)
        self.add(
            Thing(
                node,
                whole.unit,
                qty.noun if qty.noun.words else whole.noun,
                "",
                "part",
                said.verb,
                when,
                desc,
                source=whole,
            )
        )

    def _whole(self, qty: Qty) -> Thing | None:
        """The whole of which a quantity is a part."""
        wholes = [t for t in self.things if t.role in ("state", "gain") and not t.asserted]
        if isinstance(qty.whole, Qty):
            return self._entry(None, None, "", "be", qty.whole, [], frozenset(), None, role="state")
        noun = qty.noun
        if isinstance(qty.whole, Np) and not qty.whole.pronoun:
            noun = qty.whole.noun
        found = [t for t in wholes if fits(t.noun, noun) and not (qty.unit and t.unit != qty.unit)]
        if not found and isinstance(qty.whole, Np):
            groups = [
                t for t in wholes if t.owner and t.owner.split()[-1] == noun.head or t.owner == str(noun)
            ]
            found = groups
        counted = {id(t.node) for t in found}
        if len(counted) > 1 and all(t.made for t in found[-1:]):
            found = found[-1:]
            counted = {id(found[0].node)}
        return found[0] if len(counted) == 1 else None

    def _part_node(self, qty: Qty, whole: Thing, desc: str) -> Node:
        name = (
            f"the number of {whole.node.unit} that are {desc}"
            if not whole.unit
            else f"the part that is {desc}"
        )
        if qty.kind == "rest" and not qty.letter:
            return self._rest(whole, f"the rest ({desc})" if desc else "the rest")
        if qty.kind == "f":
            base = whole.node
            if (
                isinstance(qty.whole, Qty)
                and qty.whole.kind == "rest"
                or isinstance(qty.whole, Np)
                and qty.whole.noun.words[:1] in (("rest",), ("others",))
            ):
                base = self._rest(whole, "the rest")
            return self._times(qty.letter, base, name, whole)
        if qty.kind != "n":
            raise Unfit
        return self.told(qty.letter, whole.unit, whole.noun)

    def _rest(self, whole: Thing, name: str) -> Node:
        """The whole without its parts so far."""
        parts = [t for t in self.things if t.role == "part" and t.source is whole]
        if not parts:
            return self.remaining(whole, name)
        node = Node(name, whole.node.unit, whole=not whole.unit)
        return self.net.sum(node, [whole.node, *(p.node for p in parts)], [1, *(-1 for _ in parts)])

    def remaining(self, whole: Thing, name: str) -> Node:
        """What there is of a stock by now."""
        owner, entries = self.stock(whole.owner, whole.noun, whole.unit)
        if len([e for e in entries]) < 2:
            raise Unfit
        return self.combine(entries, name, whole.node.unit)

    def _times(self, letter: str, base: Node, name: str, of: Thing) -> Node:
        factor = self.told(letter, "", Noun())
        factor.unit, factor.part = "", True
        node = Node(name, of.node.unit, whole=not of.unit)
        return self.net.product(node, base, factor)

    # -- one quantity ----------------------------------------------------------------------------------

    def _role(self, verb: str, said: Said | None) -> str:
        base = verb.partition("_")[0]
        if verb in LOSE or "_" not in verb and base in LOSE:
            return "lose"
        if verb in JOIN or base in GAIN and "_" not in verb:
            return "gain"
        if base in BUY:
            return "gain"
        if base in HAVE or base == "be":
            return "state"
        if base in GIVE:
            return "lose"
        if base in NEED:
            return "need"
        if base in DO + MOVE:
            return "done"
        if base in HOLD or base in WEIGH:
            return "state"
        return ""

    def _entry(
        self, said: Said | None, subject: Np | None, owner: str, verb: str, qty: Qty, around: Sequence[Item],
        when: frozenset[str], lead_per: Np | None, role: str = "",
    ) -> Thing | None:  # fmt: skip
        """A quantity with what was said of it."""
        raise NotImplementedError

    def _share(self, qty: Qty | None, noun: Noun, among: Qty, owner: str) -> None:
        raise NotImplementedError

    def _into(self, among: Qty, noun: Noun) -> None:
        raise NotImplementedError

    def _pay_with(self, qty: Qty, owner: str) -> None:
        raise NotImplementedError

    def _cost_of(self, many: Qty, money: Qty, around: Sequence[Item]) -> None:
        raise NotImplementedError

    def _money(self, qty: Qty, owner: str, role: str, verb: str, when: frozenset[str]) -> Thing:
        raise NotImplementedError

    def _plain(self, qty: Qty, noun: Noun, role: str) -> Thing:
        raise NotImplementedError

    def _inner(self, qty: Qty) -> None:
        raise NotImplementedError


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
