"""The answer to a question of a story: every way in which it can be understood, and that it uses every number once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from solver.topics.stories.school.english.asking import Question, dimension, mentions
from solver.topics.stories.school.english.marks import SCALES, TIME
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.english.phrases import Noun, Np
from solver.topics.stories.school.english.quantities import Story
from solver.topics.stories.school.english.telling import Share
from solver.topics.stories.school.english.words import (
    BUY,
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
)
from solver.topics.stories.school.english.world import MONEY, Rate, Thing, fits
from solver.topics.stories.school.working import Unfit, Working
from solver.topics.stories.word_problems.english.lexicon import contrary, opposite, stem

_OWNED = ("state", "gain", "lose", "done", "cost", "income")


@dataclass(slots=True)
class Candidate:
    """A quantity that may be what is asked for; `divided`: how many times one goes into another, rounded as the question says."""

    node: Node
    divided: tuple[Node, Node] | None = None
    up: bool | None = None
    rest: bool = False
    summands: int = 0


class Answering(Story):
    """Finds what a question asks for."""

    enumerated: dict[str, Fraction]

    def prepare(self, question: Question) -> None:
        """The unit in which it is asked, and the quantities that stand in the question."""
        self.enumerated = {}
        if question.unit in SCALES and question.unit not in TIME:
            self.units[SCALES[question.unit][0]] = question.unit

    def ask(self, question: Question) -> Working:
        """The working of the only answer."""
        self._question_quantities(question)
        for rate, thing in self.maybe:
            if rate.used:
                thing.role = "one"
        found = list(self._candidates(question))
        self.net.propagate()
        letters = self.marks.letters
        fitting: list[Candidate] = []
        for candidate in found:
            nodes = [candidate.node] if candidate.divided is None else list(candidate.divided)
            if any(n.value is None for n in nodes):
                continue
            used = set().union(*(self.net.letters(n) for n in nodes))
            used |= {k for k, v in self.enumerated.items() if candidate.summands and v == candidate.summands}
            if used == letters and (candidate.divided is not None or candidate.node.by is not None):
                fitting.append(candidate)
        values = {self._value(c, question) for c in fitting}
        if len(values) != 1 or None in values:
            raise Unfit
        return self._work(fitting[0], question)

    def _value(self, candidate: Candidate, question: Question) -> Fraction | None:
        if candidate.divided is None:
            return candidate.node.value
        top, each = (n.value for n in candidate.divided)
        assert top is not None and each is not None
        if not each:
            return None
        many = top / each
        if candidate.rest:
            return top - (many.numerator // many.denominator) * each
        if many.denominator == 1:
            return many
        if candidate.up is None:
            return None
        floor = many.numerator // many.denominator
        return Fraction(floor + 1 if candidate.up else floor)

    def _work(self, candidate: Candidate, question: Question) -> Working:
        work = Working(language="en")
        noun = question.noun
        if candidate.divided is not None:
            top, each = (self.net.emit(n, work) for n in candidate.divided)
            what = self.shown("", noun) or "the parts"
            if candidate.rest:
                many = work.whole("how many times it goes in", top, each, "", up=False)
                term = work.step(f"the number of {what} left over", top - many * each, what)
            else:
                term = work.whole(f"the number of {what}", top, each, what, up=bool(candidate.up))
            unit = what
        else:
            term = self.net.emit(candidate.node, work)
            unit = candidate.node.unit
            if question.unit in SCALES:
                unit = self.shown(question.unit, Noun())
            elif noun.words and not question.unit:
                unit = self.shown("", noun)
        if term.made is None:
            raise Unfit
        work.give(term, unit, "the answer")
        return work

    # -- quantities of the question ----------------------------------------------------------------------

    def _question_quantities(self, question: Question) -> None:
        said = question.said
        verb = said.verb
        for item in (*said.items, *said.leads):
            if item.kind == "qty" and item.qty is not None:
                qty = item.qty
                if qty.kind == "n" and qty.determined and not qty.unit and qty.inside is None:
                    self.enumerated[qty.letter] = self.marks.values[qty.letter]
                elif qty.kind == "n" and qty.unit in TIME:
                    self.add(
                        Thing(self.told(qty.letter, qty.unit, Noun()), qty.unit, Noun(), "", "count", verb)
                    )
                elif (
                    qty.kind == "n"
                    and qty.whole is None
                    and qty.compare is None
                    and item.prep in ("in", "of", "for", "from", "on", "with", "at", "")
                ):
                    if qty.inside is not None:
                        self._inner(qty)
                    thing = self._plain(qty, qty.noun, "count")
                    thing.when = frozenset({"asked"})
                    self.add(thing)
                else:
                    raise Unfit
            if (
                item.kind == "np"
                and item.np is not None
                and item.prep in ("in", "per", "")
                and item.np.noun.head in TIME
                and item.np.quant in ("a", "one")
            ):
                self.add(Thing(Node("", value=Fraction(1)), item.np.noun.head, Noun(), "", "count"))
        if isinstance(said.subject, tuple):
            for item in said.subject:
                if item.kind != "qty" or item.qty is None:
                    raise Unfit
                qty = item.qty
                if qty.kind == "n" and qty.determined:
                    self.enumerated[qty.letter] = self.marks.values[qty.letter]
                elif qty.kind == "n" and qty.whole is None and qty.compare is None:
                    if qty.inside is not None:
                        self._inner(qty)
                    thing = self._plain(qty, qty.noun, "count")
                    thing.when = frozenset({"asked"})
                    self.add(thing)
                else:
                    raise Unfit

    # -- candidates -------------------------------------------------------------------------------------

    def _candidates(self, q: Question) -> Iterator[Candidate]:
        said = q.said
        verb = said.verb
        unit = self._unit(q)
        noun = q.noun
        owner = self._owner(q)
        texts = {i.text for i in (*said.items, *said.leads)}
        if said.negated:
            return
        if "change" in q.flags:
            yield from self._change(owner)
            return
        if q.more:
            yield from self._more(q, owner, noun, unit)
            return
        if self._each_asked(q):
            yield from self._each(q, noun, unit)
            return
        if "first" in q.flags:
            yield from self._first(owner, noun, unit)
            return
        if "over" in texts or "left" in q.flags:
            yield from self._left(q, owner, noun, unit)
            return
        if unit == MONEY and verb in (*PAY, "cost", "be", "charge") and "now" not in q.flags:
            yield from self._cost(q, owner)
            return
        yield from self._count_of_containers(q, noun)
        if "total" in q.flags or owner == "they" or "+" in owner:
            yield from self._total(q, owner, noun, unit)
            return
        if said.there or verb in HAVE + ["be"] + HOLD or said.modal in ("will",) and verb in HAVE:
            yield from self._has(q, owner, noun, unit)
        if verb not in HAVE:
            yield from self._did(q, owner, noun, unit)

    def _unit(self, q: Question) -> str:
        if q.unit == MONEY or q.unit in TIME:
            return q.unit
        if q.unit:
            return q.unit
        if q.head == "much" and not q.noun.words:
            if q.said.verb == "weigh":
                return self.units.get("mass", "")
            if q.said.verb in ("hold", "contain"):
                return self.units.get("volume", "")
            return MONEY
        if q.head == "much":
            return next(
                (
                    t.unit
                    for t in self.things
                    if t.unit in SCALES and t.unit not in TIME and fits(t.noun, q.noun)
                ),
                "",
            )
        if kind := dimension(q.head):
            return self.units.get(kind, "") or self.units.get("imperial " + kind, "")
        return ""

    def _owner(self, q: Question) -> str:
        said = q.said
        if isinstance(said.subject, Np):
            if said.subject.quant in ("each", "every"):
                return ""
            if said.passive and q.object:
                return ""
            return self.who(said.subject)
        return ""

    def _change(self, owner: str) -> Iterator[Candidate]:
        paid = [t for t in self.things if t.role == "with"]
        costs = [t for t in self.things if t.role == "cost"] or [t for t in self.things if t.role == "price"]
        if not paid or not costs:
            return
        given = paid[0].node
        total = costs[0].node
        if len(costs) > 1:
            total = self.net.sum(Node("the price of everything", total.unit), [c.node for c in costs])
        yield Candidate(self.net.sum(Node("the change", total.unit), [given, total], [1, -1]))

    def _more(self, q: Question, owner: str, noun: Noun, unit: str) -> Iterator[Candidate]:
        said = q.said
        than = re.search(r"\bthan (?:the )?([a-z' -]+)$", q.text)
        if than is not None:
            return
        needs = [t for t in self.things if t.role == "need" and t.unit == unit and fits(t.noun, noun)]
        if len(needs) == 1 and said.verb in (*NEED, "save", "collect", "buy", "get"):
            has = [
                t
                for t in self.things
                if t.role in _OWNED and t.unit == unit and fits(t.noun, noun) and t is not needs[0]
            ]
            if has:
                own, entries = self.stock(owner, noun, unit)
                state = self.combine(
                    entries, f"the number of {self.shown(unit, noun)} so far", has[0].node.unit
                )
                yield Candidate(
                    self.net.sum(
                        Node("what is still needed", state.unit, whole=state.whole),
                        [needs[0].node, state],
                        [1, -1],
                    )
                )

    def _each_asked(self, q: Question) -> bool:
        said = q.said
        texts = {i.text for i in said.items}
        if isinstance(said.subject, Np) and said.subject.quant in ("each", "every", "one") or "each" in texts:
            return True
        return self._per(said.items) is not None

    def _each(self, q: Question, noun: Noun, unit: str) -> Iterator[Candidate]:
        said = q.said
        target = (
            said.subject.noun
            if isinstance(said.subject, Np) and said.subject.quant in ("each", "every", "one")
            else Noun()
        )
        per = self._per(said.items)
        if per is not None:
            target = per.noun
        for share in self.shares:
            if (
                (share.unit == unit or not unit)
                and fits(share.noun, noun)
                and (not target.words or fits(share.among, target))
            ):
                yield Candidate(share.each)
        if not self.shares or True:
            unit_den = target.head if target.head in SCALES else ""
            counts = [
                t
                for t in self.things
                if (t.unit == unit_den if unit_den else not t.unit and target.words and fits(t.noun, target))
                and t.node.letter
            ]
            totals = [
                t
                for t in self.things
                if t.unit == unit
                and (unit or fits(t.noun, noun))
                and t.role in (*_OWNED, "total")
                and t not in counts
            ]
            if len(counts) == 1 and len(totals) == 1 and target.words:
                each = Node(f"the amount for one {target.head}", totals[0].node.unit)
                self.net.product(totals[0].node, each, counts[0].node)
                yield Candidate(each)
            elif len(counts) == 1 and unit == MONEY and target.words:
                whole = [t for t in totals if t.role == "total"]
                parts = [t for t in totals if t.role == "cost"]
                if len(whole) == 1 and parts:
                    rest = self.net.sum(
                        Node(f"the money for the {self.shown('', target)}", whole[0].node.unit),
                        [whole[0].node, *(p.node for p in parts)],
                        [1, *(-1 for _ in parts)],
                    )
                    each = Node(f"the price of one {target.head}", rest.unit)
                    self.net.product(rest, each, counts[0].node)
                    yield Candidate(each)

    def _first(self, owner: str, noun: Noun, unit: str) -> Iterator[Candidate]:
        own, entries = self.stock(owner, noun, unit)
        if not entries:
            return
        starts = [e for e in entries if e.role == "state" and not e.asserted]
        if not starts:
            if not any(e.asserted for e in entries) or any(
                e.role == "gain" and e is entries[0] and False for e in entries
            ):
                return
            start = Thing(
                Node(
                    f"the number of {self.shown(unit, noun)} at first", self.shown(unit, noun), whole=not unit
                ),
                unit,
                noun,
                own,
                "state",
            )
            entries = [start, *entries]
        else:
            start = starts[0]
        self.combine(entries, "what is left", start.node.unit)
        yield Candidate(start.node)

    def _left(self, q: Question, owner: str, noun: Noun, unit: str) -> Iterator[Candidate]:
        texts = {i.text for i in q.said.items}
        for rate in self.packing:
            if fits(rate.num.noun, noun) and rate.num.unit == unit:
                whole = self._stock_node("", noun, unit)
                if whole is not None:
                    yield Candidate(rate.num.node, (whole, rate.num.node), rest=True)
        for share in self.shares:
            if "over" in texts and fits(share.noun, noun) and share.unit == unit:
                yield Candidate(share.total, (share.total, share.count), rest=True)
        if self.shares or self.packing:
            if "over" in texts:
                return
        own, entries = self.stock(owner, noun, unit)
        entries = self._without_asked(entries)
        needs = [t for t in self.things if t.role == "need" and t.unit == unit and fits(t.noun, noun)]
        if len(entries) >= 2:
            yield Candidate(
                self.combine(entries, f"the {self._things(noun, unit)} left", entries[0].node.unit)
            )
        elif len(entries) == 1 and len(needs) == 1:
            yield Candidate(
                self.net.sum(
                    Node(
                        f"the {self._things(noun, unit)} left over",
                        entries[0].node.unit,
                        whole=entries[0].node.whole,
                    ),
                    [entries[0].node, needs[0].node],
                    [1, -1],
                )
            )
        yield from self._part_asked(q, noun, unit, rest=True)

    def _things(self, noun: Noun, unit: str) -> str:
        return (
            "money"
            if unit == MONEY
            else f"number of {self.shown('', noun)}"
            if not unit
            else self.shown(unit, noun)
        )

    def _without_asked(self, entries: list[Thing]) -> list[Thing]:
        return [e for e in entries if not (e.source is not None and e.source.role == "part")]

    def _stock_node(self, owner: str, noun: Noun, unit: str) -> Node | None:
        _, entries = self.stock(owner, noun, unit)
        return (
            self.combine(entries, f"the {self._things(noun, unit)} in all", entries[0].node.unit)
            if entries
            else None
        )

    def _cost(self, q: Question, owner: str) -> Iterator[Candidate]:
        said = q.said
        asked = [
            t for t in self.things if "asked" in t.when or t.source is not None and "asked" in t.source.when
        ]
        money = [t for t in asked if t.unit == MONEY]
        if money:
            if len(money) == 1:
                yield Candidate(money[0].node)
            return
        costs = [t for t in self.things if t.role == "cost" and t.unit == MONEY]
        prices = [t for t in self.things if t.role == "price"]
        named = said.subject if isinstance(said.subject, Np) else None
        if said.verb in ("cost", "be") and named is not None and not named.pronoun:
            wanted = [self.who(one) for one in (replace(named, others=()), *named.others)]
            found = [t for t in prices if t.owner in wanted]
            if len(found) == len(wanted) and len(found) > 1:
                yield Candidate(
                    self.net.sum(
                        Node("the price of both together", found[0].node.unit), [t.node for t in found]
                    ),
                    summands=len(found),
                )
                return
            if len(found) == 1 and not costs:
                yield Candidate(found[0].node)
                return
            fitting = [t for t in costs if t.source is not None and fits(t.source.noun, named.noun)]
            if fitting and len(fitting) == len(costs):
                costs = fitting
            else:
                return
        if said.verb in ("cost", "be") and named is not None and named.pronoun and not costs:
            if "total" in q.flags or named.noun.head == "they":
                yield Candidate(
                    self.net.sum(
                        Node("the price of all together", prices[0].node.unit), [t.node for t in prices]
                    ),
                    summands=len(prices),
                )
            return
        if not costs and prices and said.verb in PAY:
            costs = prices
        if costs:
            if len(costs) == 1:
                yield Candidate(costs[0].node)
            else:
                yield Candidate(
                    self.net.sum(
                        Node("the price of everything", costs[0].node.unit), [c.node for c in costs]
                    ),
                    summands=len(costs),
                )

    def _count_of_containers(self, q: Question, noun: Noun) -> Iterator[Candidate]:
        """How many boxes: all that there is by what goes into one."""
        said = q.said
        if q.unit and q.unit not in TIME:
            return
        for rate in self.rates:
            if (
                q.unit in TIME
                and rate.den_unit != q.unit
                or not q.unit
                and (
                    rate.den_unit or not noun.words or not fits(rate.den, noun) or rate.den.head != noun.head
                )
            ):
                continue
            if rate.of is not None or rate.used:
                continue
            total = self._goal(rate)
            if total is None:
                continue
            up: bool | None = None
            if said.modal in ("can", "could") or "full" in q.flags or said.verb in ("fit", "fill"):
                up = False
            elif (
                said.verb in NEED
                or said.modal in ("need", "must", "have")
                or said.passive
                and said.verb in NEED
                or said.verb == "take"
            ):
                up = True
            if up is None and rate.num.node.value is None:
                continue
            yield Candidate(rate.num.node, (total, rate.num.node), up=up)

    def _goal(self, rate: Rate) -> Node | None:
        """All that is packed, shared out, saved for by a rate."""
        unit, noun = rate.num.unit, rate.num.noun
        needs = [t for t in self.things if t.role == "need" and t.unit == unit and fits(t.noun, noun)]
        others = [t for t in self.things if t.role in _OWNED and t.unit == unit and fits(t.noun, noun)]
        if needs:
            if len(needs) > 1 or len(others) > 1:
                return None
            if others:
                return self.net.sum(
                    Node("what is still missing", needs[0].node.unit),
                    [needs[0].node, others[0].node],
                    [1, -1],
                )
            return needs[0].node
        prices = [t for t in self.things if t.role == "price"]
        if unit == MONEY and not others and len(prices) == 1:
            return prices[0].node
        if not others:
            counted = [
                t
                for t in self.things
                if t.role in ("count",) and t.unit == unit and fits(t.noun, noun) and t.noun.words
            ]
            return counted[0].node if len(counted) == 1 else None
        parts = [t for t in self.things if t.role == "part" and fits(t.noun, noun)]
        if parts:
            return None
        return self._stock_node("", noun, unit)

    def _total(self, q: Question, owner: str, noun: Noun, unit: str) -> Iterator[Candidate]:
        roles = (
            ("state", "gain", "done", "income") if q.said.verb not in LOSE + PAY + GIVE else ("lose", "cost")
        )
        found = [t for t in self.things if t.role in roles and t.unit == unit and fits(t.noun, noun)]
        found = [t for t in found if "asked" not in t.when]
        if any(t.asserted for t in found):
            return
        away = [
            t for t in self.things if t.role in ("lose", "cost") and t.unit == unit and fits(t.noun, noun)
        ]
        if away and "lose" not in roles:
            return
        if not found and unit == MONEY:
            yield from self._cost(q, owner)
            return
        if not found:
            return
        if len(found) == 1:
            yield Candidate(found[0].node)
            return
        if owner in ("they", "") or "+" in owner:
            if "+" in owner and {t.owner for t in found} != set(owner.split("+")):
                return
        elif any(t.owner not in (owner, "") for t in found):
            return
        node = Node(
            f"the {self._things(noun, unit)} altogether", found[0].node.unit, whole=found[0].node.whole
        )
        yield Candidate(self.net.sum(node, [t.node for t in found]), summands=len(found))

    def _has(self, q: Question, owner: str, noun: Noun, unit: str) -> Iterator[Candidate]:
        yield from self._part_asked(q, noun, unit)
        asked = [
            t
            for t in self.things
            if t.source is not None and "asked" in t.source.when and t.unit == unit and fits(t.noun, noun)
        ]
        if asked:
            if len(asked) == 1:
                yield Candidate(asked[0].node)
            return
        if dimension(q.head) or q.said.verb == "weigh":
            named = [t for t in self.things if t.owner == owner and t.unit == unit and t.role == "state"]
            if len(named) == 1:
                yield Candidate(named[0].node)
        own, entries = self.stock(owner, noun, unit)
        entries = self._without_asked(entries)
        if not entries:
            return
        if any(t.role == "part" and t.source in entries for t in self.things):
            return
        if sum(e.role == "state" and not e.asserted for e in entries) > 1:
            states = [e for e in entries if e.role == "state"]
            if len(states) == len(entries) and (q.said.there or q.said.verb == "be"):
                node = Node(f"the {self._things(noun, unit)} altogether", states[0].node.unit, whole=not unit)
                yield Candidate(self.net.sum(node, [t.node for t in states]), summands=len(states))
            return
        if any(e.role == "done" for e in entries) and len(entries) > 1:
            return
        yield Candidate(self.combine(entries, f"the {self._things(noun, unit)} now", entries[0].node.unit))

    def _part_asked(self, q: Question, noun: Noun, unit: str, *, rest: bool = False) -> Iterator[Candidate]:
        """ "How many chairs are taken", where 29 are empty; the part that was not told."""
        parts = [t for t in self.things if t.role == "part"]
        if not parts:
            return
        said = q.said
        words = (
            {stem(w) for w in noun.every}
            | {stem(w) for w in mentions(said.items)}
            | ({stem(said.form)} if said.passive or said.verb != "be" else set())
        )
        named = [t for t in parts if t.desc and {stem(w) for w in t.desc.split()} & words]
        if len(named) == 1 and {stem(w) for w in named[0].desc.split()} - words <= {"not"}:
            if not named[0].desc.startswith("not "):
                yield Candidate(named[0].node)
                return
        whole = parts[0].source
        if whole is None or any(p.source is not whole for p in parts):
            return
        opposites = {
            stem(w)
            for p in parts
            for d in p.desc.split()
            for w in (*contrary(stem(d)), opposite(d) or "")
            if w
        }
        negated = any(
            p.desc.startswith("not ") and {stem(w) for w in p.desc.split()[1:]} & words for p in parts
        )
        if rest and said.verb in ("be", "remain") or words & opposites or negated:
            yield Candidate(self._rest(whole, f"the {self._things(noun, unit)}"))

    def _did(self, q: Question, owner: str, noun: Noun, unit: str) -> Iterator[Candidate]:
        said = q.said
        verb = said.verb
        same = [
            t for t in self.things
            if t.unit == unit and (unit or fits(t.noun, noun)) and t.verb.partition("_")[0] == verb and t.role != "one" and (owner in ("", "they", t.owner) or not t.owner)
        ]  # fmt: skip
        when = mentions(said.items)
        if same:
            narrowed = [t for t in same if t.when & when] if when else []
            if len(narrowed) == 1:
                yield Candidate(narrowed[0].node)
            if len(same) == 1:
                yield Candidate(same[0].node)
                own, entries = self.stock(owner, noun, unit)
                if same[0].node.value is None and same[0] in entries and any(e.asserted for e in entries):
                    self.combine(entries, "what there is now", entries[0].node.unit)
            else:
                node = Node(
                    f"the {self._things(noun, unit)} altogether", same[0].node.unit, whole=same[0].node.whole
                )
                if not any(
                    t.role in _OWNED and t not in same and t.unit == unit and fits(t.noun, noun)
                    for t in self.things
                ):
                    yield Candidate(self.net.sum(node, [t.node for t in same]), summands=len(same))
            return
        yield from self._part_asked(q, noun, unit)
        made = [t for t in self.things if t.made and t.unit == unit and fits(t.noun, noun)]
        if (
            len(made) == 1
            and verb
            in GAIN + DO + MOVE + BUY + PUT + HOLD + JOIN + ["be", "save", "need", "earn", "use"] + NEED
        ):
            yield Candidate(made[0].node)
        elif verb in LOSE + GIVE + DO + SHARE + CUT:
            own, entries = self.stock(owner, noun, unit)
            if entries and entries[-1].asserted and all(e.role in ("state", "gain") for e in entries):
                gone = Thing(
                    Node(f"the {self._things(noun, unit)} that went", entries[0].node.unit, whole=not unit),
                    unit,
                    noun,
                    own,
                    "lose",
                )
                self.combine([*entries[:-1], gone, entries[-1]], "what is left", entries[0].node.unit)
                yield Candidate(gone.node)


_ = Share
