"""What clauses of an account write into its ledger."""

from __future__ import annotations

from dataclasses import dataclass, replace

from solver.topics.stories.accounts.clauses import Told
from solver.topics.stories.accounts.ledger import Entry, Rate
from solver.topics.stories.accounts.rates import Rates
from solver.topics.stories.accounts.values import (
    MONEY,
    AgeAt,
    Amount,
    Change,
    Each,
    Fact,
    Price,
    Scene,
    Share,
    Tag,
    Takes,
    Thing,
    Together,
    Verb,
    covers,
    words_in,
)
from solver.topics.stories.accounts.words import DAYTIME, role_of
from solver.topics.stories.school.working import Unfit


@dataclass(slots=True)
class Teller(Rates):
    """A ledger that is told clauses."""

    def tell(self, told: Told) -> None:
        """Write down what a clause says.

        Raises:
            Unfit: it has no place in the story.
        """
        match told:
            case Fact():
                self._fact(told)
            case Each():
                self._each(told)
            case Price():
                self._price(told)
            case Share():
                self._share(told)
            case Change():
                self.changes.append((self.number(told.letter), told.sign))
            case Together():
                self._together(told)
            case Takes():
                self._takes_for(told)
            case AgeAt():
                self._age_at(told)
            case Scene():
                self._scene(told)
            case _:
                raise Unfit

    def _scene(self, scene: Scene) -> None:
        words = scene.who.split()
        named = [w for w in words if w in self.marks.names and w != "i"]
        if words[0] in named:
            self.subject = self.who(named[0])
        elif len(set(named)) > 1:
            for name in named:
                self.who(name)

    def _fact(self, fact: Fact) -> None:
        verb = fact.verb.lemma
        if verb == "is" and fact.objects[-1].form == "bare" or fact.verb.modal == "part":
            self._part(fact)
            return
        who = self.mentioned if fact.who == "who" else self.who(fact.who)
        if fact.who == "who" and not who:
            raise Unfit
        if not fact.who and not fact.passive and verb not in ("be",):
            who = self.subject
            if not who:
                raise Unfit
        if who and who != "they":
            self.subject = who
        to = self.who(fact.to) if fact.to else ""
        if to and to == who:
            raise Unfit
        self.mentioned = to or who
        if to and not self.is_person(to) and verb in ("sell", "buy", "pay"):
            raise Unfit
        if to and verb in ("buy", "pay", "sell", "tip"):
            to = ""
        heads = [a.thing.head for a in fact.objects]
        if any(a.again and a.thing.head in heads[:i] for i, a in enumerate(fact.objects)):
            raise Unfit  # 5 more, or 5 more than the ones before?
        for amount in fact.objects:
            entry = self.amount(who, fact.verb, amount, fact.tags, passive=fact.passive)
            if to and entry is not None:
                entry.to = to
                self.entries.append(replace_entry(entry, to))

    def amount(self, who: str, verb: Verb, amount: Amount, tags: tuple[Tag, ...], *, passive: bool = False) -> Entry | None:  # fmt: skip
        tags = (*tags, *amount.tags)
        whens = {t.text for t in tags if t.kind == "when" and t.text not in DAYTIME}
        if len(whens) > 1:
            raise Unfit
        if now := words_in(tags, "when"):
            self.moment, self.moment_of = now, self.sentence
        elif self.moment_of != self.sentence:
            self.moment = frozenset()
        thing = self._thing(amount, who)
        if amount.form in ("f", "rest", "all"):
            stocked = {
                e.thing
                for e in self.entries
                if e.role in ("have", "gain", "need") and covers(thing, e.thing) and self.his(e.who, who)
            }
            thing = stocked.pop() if len(stocked) == 1 else thing
        if thing == MONEY and verb.lemma in ("buy", "purchase", "order"):
            verb = replace(verb, lemma="spend")  # "bought $400 of furniture"
        if any(t.kind == "total" for t in tags):
            raise Unfit
        mods = {m.kind: m for m in amount.mods}
        if len(mods) != len(amount.mods) or "each" in mods:
            raise Unfit
        if amount.form in ("more", "times", "same") and ("per" in mods or "often" in mods):
            node = self._compared(
                amount, self._rate_of(amount.ref, thing), f"the {self.shown(thing)} each time", thing
            )
        else:
            node = self.value(amount, who, verb.lemma, thing, tags)
        if {"per", "often", "within", "for", "repeat"} & mods.keys():
            rated = self._rated(node, thing, mods)
            if isinstance(rated, Rate):
                rated.who, rated.verb, rated.when, rated.sentence = (
                    who,
                    verb.lemma,
                    words_in(tags, "when"),
                    self.sentence,
                )
                self.rates.append(rated)
                self._held(mods, thing, None)
                self.thing = thing if thing != MONEY else self.thing
                return None
            node = rated
        if amount.form == "rest" and role_of(verb.lemma) != "lose":  # he keeps what is left
            self.entries.append(Entry(node, who, verb.lemma, "kept", thing, sentence=self.sentence))
            return None
        role = "need" if verb.modal == "need" else role_of(verb.lemma)
        if amount.again and role in ("have", "need"):
            raise Unfit
        left = any(t.kind == "left" for t in tags)
        entry = Entry(
            node, who, verb.lemma, role, thing, words_in(tags, "when"), words_in(tags, "where"), self.sentence
        )
        entry.share = amount.form in ("f", "rest")
        entry.that = amount.ref is not None and amount.ref.that
        entry.compared = amount.form in ("more", "times", "same")
        if "price" in mods:
            entry.price = self.number(mods["price"].letter)
        if "paid" in mods:
            entry.paid = self.number(mods["paid"].letter)
        if "compared" in mods:
            entry.paid = self._compared_price(mods["compared"].amount, thing)
        if "holds" in mods:
            entry.holds = ((self.number(mods["holds"].letter), _inside(mods["holds"].thing, thing)),)
        if role == "have" and thing != MONEY and self._asserts(entry, left) or left and role == "have":
            self._assert(entry)
        elif self._fill(entry, amount):
            pass
        else:
            self.entries.append(entry)
        self.thing = thing if thing != MONEY else self.thing
        return entry


def _inside(held: Thing, outer: Thing) -> Thing:
    """ "5 packs of beef that are 4 pounds each": pounds of beef."""
    return Thing(unit=held.unit, of=outer.of) if held.unit and not held.of else held


def replace_entry(entry: Entry, who: str) -> Entry:
    """What somebody is given by another one."""
    made = Entry(entry.node, who, "get", "gain", entry.thing, entry.when, entry.where, entry.sentence)
    made.mirrored = True
    return made
