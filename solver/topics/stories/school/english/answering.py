"""The answer to a question of a story: every way in which it can be understood, and that it uses every number once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from solver.topics.stories.school.english.asked_parts import Candidate
from solver.topics.stories.school.english.asked_rates import AskedRates
from solver.topics.stories.school.english.asking import Question
from solver.topics.stories.school.english.marks import SCALES, TIME
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.english.nouns import Noun, Np, Qty
from solver.topics.stories.school.english.things import MONEY, Rate, Thing, fits
from solver.topics.stories.school.english.words import (
    HAVE,
    HOLD,
    LOSE,
    PAY,
)
from solver.topics.stories.school.working import Unfit, Working
from solver.topics.stories.word_problems.english.lexicon import contrary, opposite, stem


class Answering(AskedRates):
    """Finds what a question asks for."""

    enumerated: dict[str, Fraction]

    def prepare(self, question: Question) -> None:
        """The unit in which it is asked, and the quantities that stand in the question."""
        self.enumerated = {}
        if question.unit in SCALES and question.unit not in TIME:
            self.units[SCALES[question.unit][0]] = question.unit

    def ask(self, question: Question) -> Working:
        """The working of the only answer."""
        question = self._elided_noun(question)
        self._chain()
        self._question_quantities(question)
        for rate, thing in self.maybe:
            if rate.used or question.noun.words and question.noun.head == rate.den.head:
                thing.role = "one"
        self._totals()
        found: list[Candidate] = []
        try:
            for candidate in self._candidates(question):
                found.append(candidate)
        except Unfit:
            if not found:
                raise
        self._complements()
        self.net.propagate()
        if self.net.eliminate(lambda name: Node(name, self.totals[0].node.unit if self.totals else "")):
            self.net.propagate()
        letters = self.marks.letters
        fitting: list[Candidate] = []
        for candidate in found:
            nodes = [candidate.node] if candidate.divided is None else list(candidate.divided)
            if any(n.value is None for n in nodes):
                continue
            value = self._value(candidate)
            counted = question.head == "many" and not self._unit(question)
            if counted and value is not None and value.denominator != 1:
                raise Unfit
            used = set().union(*(self.net.letters(n) for n in nodes))
            used |= {k for k, v in self.enumerated.items() if candidate.summands and v == candidate.summands}
            if used == letters and (candidate.divided is not None or candidate.node.by is not None):
                fitting.append(candidate)
        values = {self._value(c) for c in fitting}
        if set(self.marks.currencies.values()) & {"cent", "penny"} and any(
            v is None or v > 100 for v in values
        ):
            raise Unfit
        if len(values) != 1 or None in values:
            raise Unfit
        return self._work(fitting[0], question)

    def _elided_noun(self, question: Question) -> Question:
        """ "How many did he have at first?" where one kind of thing is counted."""
        if question.head != "many" or question.noun.words or question.unit or question.sides is not None:
            return question
        nouns = {t.noun for t in self.things if not t.unit and t.noun.words}
        if len(nouns) != 1:
            raise Unfit
        return replace(question, noun=next(iter(nouns)))

    def _chain(self) -> None:
        """Teams of 4 that get 3 balls each: how many teams there are is a quantity of its own."""
        for packed in list(self.packing):
            others = [
                r
                for r in self.rates
                if r is not packed and fits(r.den, packed.den) and r.den.words and not r.den_unit
            ]
            if not others or packed.used:
                continue
            total = self._goal(packed)
            if total is None:
                continue
            node = Node(f"the number of {self.shown('', packed.den)}", self.shown("", packed.den), whole=True)
            self.net.product(total, packed.num.node, node)
            packed.used = True
            self.rates.remove(packed)
            self.add(Thing(node, "", packed.den, "", "state"))

    def _complements(self) -> None:
        """A whole of two parts that are each other's contrary: occupied and empty, boys and girls."""
        for whole in [t for t in self.things if t.role == "state" and t.node.value is None]:
            parts = [t for t in self.things if t.role == "part" and t.source is whole]
            if not parts:
                continue
            others = [
                t
                for t in self.things
                if t.role == "state" and t is not whole and not t.unit and t.node.letter
            ]
            pairs = [(a, b) for a in parts for b in [*parts, *others] if a is not b and self._contrary(a, b)]
            if len(parts) <= 2 and pairs and len({id(t) for t in parts} | {id(pairs[0][1])}) == 2:
                part, other = pairs[0]
                factor = next(
                    (
                        r.parts[1]
                        for r in self.net.relations
                        if r.total is part.node and not r.signs and r.parts[0] is whole.node
                    ),
                    None,
                )
                if factor is None:
                    self.net.sum(whole.node, [part.node, other.node])
                    continue
                rest = Node("the part that the others are")
                self.net.sum(rest, [Node("", value=Fraction(1)), factor], [1, -1])
                self.net.product(other.node, whole.node, rest)

    @staticmethod
    def _contrary(a: Thing, b: Thing) -> bool:
        first = a.desc.split()
        second = b.desc.split() if b.role == "part" else [b.noun.head]
        for word in first:
            for other in second:
                if (
                    stem(other) in contrary(stem(word))
                    or opposite(word) in (other, stem(other))
                    and opposite(word)
                ):
                    return True
        return a.desc.startswith("not ") != b.desc.startswith("not ") and a.desc.removeprefix(
            "not "
        ) == b.desc.removeprefix("not ")

    def _totals(self) -> None:
        """ "Together they have 48": the sum of what each has."""
        for total in self.totals:
            own = [
                t
                for t in self.things
                if t.role in ("state", "gain", "done", "price", "cost", "income")
                and t.unit == total.unit
                and fits(t.noun, total.noun)
                and t is not total
            ]
            if "+" in total.owner:
                for name in total.owner.split("+"):
                    if not any(t.owner == name for t in own) and len(own) < total.owner.count("+") + 1:
                        node = Node(f"the number for {name.title()}", total.node.unit, whole=total.node.whole)
                        own.append(
                            self.add(
                                Thing(
                                    node,
                                    total.unit,
                                    total.noun,
                                    name,
                                    own[0].role if own else "state",
                                    total.verb,
                                )
                            )
                        )
                own = [t for t in own if t.owner in total.owner.split("+")]
            if len(own) >= 2 and not any(t.asserted for t in own) and len({t.owner for t in own}) == len(own):
                self.net.sum(total.node, [t.node for t in own])

    def _value(self, candidate: Candidate) -> Fraction | None:
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
            what = self.shown("", noun) or self.shown(question.unit, Noun()) or "parts"
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
            elif noun.words and not self._unit(question):
                unit = self.shown("", noun)
        if term.made is None:
            raise Unfit
        work.give(term, unit, "the answer")
        return work

    def _question_quantities(self, question: Question) -> None:
        """ "… in 5 days", "… for 3 kg of rice", "… do the 4 friends pay": the numbers that stand in the question."""
        said = question.said
        for item in (*said.items, *said.leads):
            if item.qty is not None:
                self._beside_what_is_asked(item.qty, item.prep, said.verb)
            if (
                item.np is not None
                and item.prep in ("in", "per", "")
                and item.np.noun.head in TIME
                and item.np.quant in ("a", "an", "one")
            ):
                self.add(Thing(Node("", value=Fraction(1)), item.np.noun.head, Noun(), "", "count"))
        if isinstance(said.subject, tuple):
            for item in said.subject:
                if item.qty is None:
                    raise Unfit
                if item.qty.kind == "n" and item.qty.determined:
                    self._enumerate(item.qty)
                else:
                    self._add_asked(item.qty)

    def _beside_what_is_asked(self, qty: Qty, prep: str, verb: str) -> None:
        timed = any(r.den_unit in TIME for r in self.rates)
        if (
            qty.kind == "n"
            and qty.determined
            and (not qty.unit or qty.unit in TIME and not timed)
            and qty.inside is None
        ):
            self._enumerate(qty)
        elif qty.kind == "n" and qty.unit in TIME:
            self.add(self._time(qty, "", verb))
        elif prep in ("in", "of", "for", "from", "on", "with", "at", ""):
            self._add_asked(qty)
        else:
            raise Unfit

    def _enumerate(self, qty: Qty) -> None:
        """ "the 3 friends": no new quantity, but as many as were told of."""
        self.enumerated[qty.letter] = self.marks.values[qty.letter]

    def _add_asked(self, qty: Qty) -> None:
        """ "how much do 5 boxes of 12 weigh": a number of things for which it is asked."""
        if qty.kind != "n" or qty.whole is not None or qty.compare is not None:
            raise Unfit
        self._add_holding(qty)
        thing = self._plain(qty, qty.noun, "count")
        thing.when = frozenset({"asked"})
        self.add(thing)

    def _candidates(self, q: Question) -> Iterator[Candidate]:
        """What may be asked for: of the first kind of question that it is."""
        said, verb, noun = q.said, q.said.verb, q.noun
        unit, owner = self._unit(q), self._owner(q)
        special = self._special_candidates(q, owner, unit)
        if special is not None:
            yield from special
            return
        if q.inside is not None:
            rate = Rate(noun, "", self._plain(q.inside, q.inside.noun, "one"))
            self.rates.append(rate)
            self.packing.append(rate)
        usual = self._usual_candidates(q, owner, unit)
        if usual is not None:
            yield from usual
            return
        yield from self._count_of_containers(q, noun)
        if q.head == "long" and verb == "take":
            yield from self._time_taken()
            return
        if "total" in q.flags or owner == "they" or "+" in owner:
            yield from self._total(q, owner, noun, unit)
            return
        if said.there or verb in [*HAVE, "be", "weigh", *HOLD]:
            yield from self._has(q, owner, noun, unit)
        if verb not in [*HAVE, "be"]:
            yield from self._did(q, owner, noun, unit)

    def _special_candidates(self, q: Question, owner: str, unit: str) -> Iterator[Candidate] | None:
        """ "How many were not sold?", "what was his change?", "how many more has she than Tom?"."""
        said, noun = q.said, q.noun
        used_up = said.passive and said.verb in [*LOSE, "use"]
        if said.negated:
            return self._left(q, owner, noun, unit) if used_up else self._not_part(q)
        may_be_used = used_up and said.modal in ("can", "could")
        if may_be_used and not any(t.verb == said.verb for t in self.things):
            return self._left(q, owner, noun, unit)
        if "change" in q.flags:
            return self._change()
        if "profit" in q.flags:
            return self._profit()
        if q.sides is not None:
            return self._difference(q, noun, unit)
        if "neither" in q.flags:
            return self._neither(q)
        return None

    def _usual_candidates(self, q: Question, owner: str, unit: str) -> Iterator[Candidate] | None:
        """What is missing, for each, at first, left; prices."""
        noun, verb = q.noun, q.said.verb
        if q.more:
            return self._more(q, owner, noun, unit)
        if self._each_asked(q):
            return self._each(q, noun, unit)
        if "first" in q.flags:
            return self._first(owner, noun, unit)
        if "left" in q.flags or any(i.text == "over" for i in (*q.said.items, *q.said.leads)):
            return self._left(q, owner, noun, unit)
        if unit == MONEY and verb in (*PAY, "cost", "be", "charge") and "now" not in q.flags:
            return self._cost(q)
        return None

    def _owner(self, q: Question) -> str:
        said = q.said
        places = [i.np for i in said.items if i.prep in ("in", "on", "at") and i.np is not None]
        if not isinstance(said.subject, Np) and len(places) == 1:
            names = [self.who(one) for one in (replace(places[0], others=()), *places[0].others)]
            if set(names) <= {t.owner for t in self.things}:
                return "+".join(sorted(names))
        if isinstance(said.subject, Np):
            if said.subject.quant in ("each", "every"):
                return ""
            if said.passive and q.object:
                return ""
            return self.who(said.subject)
        return ""
