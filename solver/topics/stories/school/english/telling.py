"""What a clause that tells says of a story's quantities."""

from __future__ import annotations

from collections.abc import Sequence

from solver.topics.stories.school.english.clauses import Item, Said
from solver.topics.stories.school.english.marks import SCALES, TIME
from solver.topics.stories.school.english.nouns import Np
from solver.topics.stories.school.english.scenes import Scenes, elliptical
from solver.topics.stories.school.english.statements import (
    Statement,
    entries_of,
    per_of,
    role_of,
    verb_with_particle,
    when_of,
)
from solver.topics.stories.school.english.things import Entry, Rate
from solver.topics.stories.school.english.words import (
    HAVE,
    HOLD,
    WEEKDAYS,
    WEIGH,
)
from solver.topics.stories.school.working import Unfit

_ONE = ("a", "an", "one")


class Telling(Scenes):
    """Adds to a world what clauses say."""

    last: Np | tuple[Item, ...] | None = None
    """The subject of the clause before."""

    def tell(self, said: Said) -> None:
        """One clause."""
        self.clause += 1
        subject = self._subject_of(said)
        _decline_what_is_not_followed(said)
        entries, front = entries_of(said.items)
        when = when_of((*said.leads, *front))
        lead_per = per_of(said.leads)
        if isinstance(subject, tuple):
            if lead_per is None:
                self._tell_counted(said, subject, when)
            else:
                self._tell_every(said, subject, lead_per)
            return
        if subject is not None and subject.quant in ("each", "every") and not subject.pronoun:
            self._tell_of_each(said, subject, entries)
            return
        owner = self._scene(said) if said.there else self.who(subject)
        if not said.there and not said.passive and owner and owner not in ("they", "it"):
            self.subjects.append(owner)
        verb = verb_with_particle(said)
        if not entries:
            self._tell_without_number(said, subject, owner, verb)
            return
        self._tell_bare_objects(said, owner, verb)
        entries = elliptical(entries)
        lead_per = lead_per or _per_of_all(entries)
        single = _is_one(subject) and len(entries) == 1
        for entry in entries:
            around = [*front, *entry.rest]
            own_when = when | when_of(entry.rest)
            s = Statement(entry.qty, verb, owner, subject, said, around, own_when, lead_per)
            holder = _holder(said, subject, around, single=single)
            if holder is not None and self._may_be_of_each(s, holder):
                self._tell_of_one(s, holder)
            else:
                self._state(s)

    def _subject_of(self, said: Said) -> Np | tuple[Item, ...] | None:
        """The subject of a clause, or of the one before where it has none."""
        if said.subject is not None:
            self.last = said.subject
            return said.subject
        if said.there:
            return None
        if self.last is None:
            raise Unfit
        return self.last

    def _tell_every(self, said: Said, subject: tuple[Item, ...], per: Np) -> None:
        """ "Every day 20 litres leak"."""
        first = subject[0].qty
        role = role_of(verb_with_particle(said))
        if len(subject) > 1 or first is None or said.items or role not in ("lose", "gain"):
            raise Unfit
        self._rate(per, Statement(first, said.verb, role=role))

    def _may_be_of_each(self, s: Statement, holder: Np) -> bool:
        """Whether so many may be those of each such thing, and not of this one alone."""
        return (
            s.qty.kind == "n"
            and s.qty.compare is None
            and per_of(s.around) is None
            and not s.modal
            and holder.noun.head not in self.marks.names
            and not s.negated
        )

    def _tell_of_one(self, s: Statement, holder: Np) -> None:
        """ "A spider has 8 legs": what one has, and maybe each."""
        thing = self._state(s)
        if thing is not None and not thing.asserted:
            rate = Rate(holder.noun, "", thing)
            self.maybe.append((rate, thing))
            self.add_rate(rate)


def _decline_what_is_not_followed(said: Said) -> None:
    """Clauses in a subordinate order, averages, "from Monday to Friday", "for a week"."""
    if said.joint.split()[-1:] in (["who"], ["where"], ["when"], ["if"]) and said.joint != "if":
        raise Unfit
    for item in (*said.leads, *said.items):
        np = item.np
        if item.text == "average":
            raise Unfit
        if np is not None and item.prep in ("from", "through") and np.noun.head in WEEKDAYS:
            raise Unfit
        if (
            np is not None
            and np.quant in _ONE
            and np.noun.head in TIME
            and item.prep in ("for", "during", "over", "in", "within")
        ):
            raise Unfit


def _per_of_all(entries: Sequence[Entry]) -> Np | None:
    """ "reads 5 pages and writes 2 every day": what stands behind the last one may belong to all."""
    if len(entries) < 2 or any(per_of(e.rest) for e in entries[:-1]):
        return None
    per = per_of(entries[-1].rest)
    if per is not None and (per.noun.head not in TIME or any(e.qty.inside is not None for e in entries)):
        raise Unfit
    return per


def _is_one(subject: Np | None) -> bool:
    return subject is not None and subject.quant in _ONE and not subject.others


def _holder(said: Said, subject: Np | None, around: Sequence[Item], *, single: bool) -> Np | None:
    """The one thing that holds, has or weighs so many: "a box holds 12", "there are 12 in a box"."""
    if single and said.verb in HOLD + WEIGH + HAVE + ["need", "give", "use", "make"]:
        return subject
    if not said.there and said.verb not in ("be", "have", "come"):
        return None
    return next(
        (
            i.np
            for i in around
            if i.np is not None
            and i.np.quant in _ONE
            and i.prep in ("in", "on", "to")
            and i.np.noun.head not in SCALES
        ),
        None,
    )
