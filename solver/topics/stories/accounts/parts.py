"""Parts of a whole, what is left, equal shares, and what several have together."""

from __future__ import annotations

from dataclasses import dataclass

from solver.topics.stories.accounts.comparing import Comparing
from solver.topics.stories.accounts.ledger import Entry, Rate
from solver.topics.stories.accounts.values import (
    Fact,
    Ref,
    Share,
    Thing,
    Together,
    covers,
    related,
)
from solver.topics.stories.accounts.words import role_of
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.working import Unfit


@dataclass(slots=True)
class Parts(Comparing):
    """A ledger that is told parts."""

    def _part(self, fact: Fact) -> None:
        part, bare = fact.objects
        thing = part.thing or self.thing
        if not thing:
            raise Unfit
        if not any(covers(thing, e.thing) for e in self.entries):
            named = [e for e in self.entries if e.role == "part" and thing.head in e.thing.words]
            if len(named) == 1 and len(thing.words) == 1:
                thing = named[0].thing
        whole_of = thing
        parts = [
            e for e in self.entries if e.role == "part" and e.source is not None and related(e.source, thing)
        ]
        verb = fact.verb.lemma
        role = role_of(verb) if fact.verb.modal == "part" else "part"
        name = bare.thing if bare.thing and verb == "is" else thing
        if verb == "is" and bare.thing and not any(covers(bare.thing, e.thing) for e in self.entries):
            name = (
                Thing((*bare.thing.words, *thing.words))
                if bare.thing.words[-1:] != thing.words[-1:] and thing.words and not _is_plural(bare.thing)
                else bare.thing
            )
        label = f"the {name.many()}"
        if part.form == "rest":
            base, told = self._of_what_rest(thing, parts)
            node = self.plus([base, *(e.node for e in told)], [1, *(-1 for _ in told)], label, thing)
        elif part.form == "f":
            if part.extra:
                base = self.number(part.extra)
                if not any(e.node is base for e in self.entries):
                    self.entries.append(Entry(base, "", "be", "have", thing, sentence=self.sentence))
            elif part.sign > 0:
                base = self.balance(thing, "")
                if parts:
                    base = self.plus(
                        [base, *(e.node for e in parts)], [1, *(-1 for _ in parts)], "the rest", thing
                    )
            else:
                base = self.balance(thing, "")
            node = self.times(self.number(part.letter), base, label, thing)
        elif part.form == "n":
            if not any(covers(thing, e.thing) for e in self.entries):
                raise Unfit
            node = self.number(part.letter)
        else:
            raise Unfit
        if part.form in ("f", "n") and not part.extra:
            owners = list(
                dict.fromkeys(
                    e.who
                    for e in self.entries
                    if e.role in ("have", "gain") and covers(thing, e.thing) and not e.mirrored
                )
            )
            if len(owners) > 1:
                raise Unfit  # of whose?
        entry = Entry(node, "", verb, "lose" if role == "lose" else "part", name, sentence=self.sentence)
        entry.source, entry.share = whole_of, True
        self.entries.append(entry)

    def _of_what_rest(self, thing: Thing, parts: list[Entry]) -> tuple[Node, list[Entry]]:
        """The whole of which "the rest" is what all parts leave, and its parts."""
        stock = [e for e in self.entries if e.role in ("have", "gain") and not e.mirrored]
        sources = {e.source for e in parts if e.source is not None} or {thing}
        wholes = [e for e in stock if any(covers(s, e.thing) for s in sources)]
        kinds = [
            e
            for e in stock
            if any(w is not e and covers(w.thing, e.thing) and w.thing != e.thing for w in stock)
        ]
        if kinds:
            wholes = [
                w
                for w in stock
                if any(w is not e and covers(w.thing, e.thing) and w.thing != e.thing for e in kinds)
            ]
        told = [*parts, *(e for e in kinds if e not in parts)]
        if not told or any(e.role == "lose" and related(e.thing, thing) for e in self.entries):
            raise Unfit
        if len(wholes) != 1:
            if kinds:
                raise Unfit
            return self.balance(thing, ""), told
        return wholes[0].node, told

    def _share(self, share: Share) -> None:
        who = self.who(share.who) if share.who else ""
        thing = share.thing or self.thing
        if not thing:
            raise Unfit
        owner = who if any(e.who == who for e in self.entries) else ""
        total = self.balance(thing, owner)
        each = self.over(
            total, self.number(share.letter), f"the {thing.many()} for each {share.among.head}", thing
        )
        self.rates.append(Rate(each, thing, share.among, verb="share", sentence=self.sentence))

    def _together(self, told: Together) -> None:
        thing = self._thing(told.amount, "")
        if told.amount.mods or told.amount.form not in ("n", "m"):
            raise Unfit
        who = self.who(told.who) if told.who else "they"
        verb = told.verb.lemma
        if who == "they":
            names = [a for a in self.actors if self.is_person(a)]
            own = list(dict.fromkeys(e.who for e in self.entries if covers(thing, e.thing) and e.who))
            if len(own) < 2 and len(names) != 2:
                raise Unfit  # of whom?
            names = own if len(own) > 1 else names
        else:
            names = who.split("+")
        if len(names) < 2:
            raise Unfit
        nodes = [self.referred(Ref(name), "", verb, thing, ()) for name in names]
        self.net.sum(self.number(told.amount.letter), nodes, [1] * len(nodes))
        self.thing = thing


def _is_plural(thing: Thing) -> bool:
    return thing.words[-1:] and thing.words[-1] in frozenset(
        ["boy", "girl", "man", "woman", "child", "adult", "teacher", "student", "kid", "parent"]
    )  # type: ignore[return-value]
