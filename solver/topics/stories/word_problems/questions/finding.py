"""Find the quantity of a story that the words of a question mean."""

from __future__ import annotations

from collections.abc import Sequence

from solver.topics.stories.word_problems.meanings import Kind, Thing, guess, terms_of
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, Key, Unclear
from solver.topics.stories.word_problems.story import Story, Terms


def is_told(story: Story, key: Key) -> bool:
    """Whether a quantity stands in a relation that was told; one that was only named can't be found."""
    return any(key in r.terms for r in story.relations)


def counted(story: Story) -> list[Key]:
    """Everything that is counted, as things stand."""
    keys = [story.balance(s) for s in list(story.ledger) if s[1] != MONEY_ITEM]
    for group in story.groups:
        keys += [group.whole, *group.members]
    return [k for k in dict.fromkeys(keys) if is_told(story, k) or k.kind == "count"]


def find(story: Story, label: str) -> Key:
    """The counted quantity that the words of a question mean."""
    said = story.words(label)
    keys = counted(story)
    exact = [
        k for k in keys if said and said in (story.words_for(k), story.words(k.item), story.words(k.owner))
    ]
    exact = exact if len(exact) < 2 else [k for k in exact if not k.owner]
    if len(exact) == 1:
        return exact[0]
    wholes = [g.whole for g in story.groups if g.members and story.words(g.noun) < said]
    opposite = story.lexicon.opposite(label)
    if opposite and len(story.groups) == 1 and not story.groups[0].closed:
        group = story.groups[0]
        if len(group.members) == 1 and story.part(group, opposite) is not None:
            return story.rest(group, [label])[0]
    if wholes:  # "students who chose hockey": not all students
        try:
            return story.best(said, [k for k in keys if k not in wholes])
        except Unclear:
            pass
    try:
        return story.best(said, keys)
    except Unclear:
        return _only_whole(story, said)


def _only_whole(story: Story, said: frozenset[str]) -> Key:
    """The whole, where what is asked for ("people who work in the firm") is named otherwise, and no part is meant."""
    unknown = [g for g in story.groups if g.members and g.whole not in story.known]
    inside = {w for g in unknown for m in g.members for w in story.words_for(m)}
    meant = {w for w in said if not story.lexicon.says_nothing(w)}
    if len(unknown) != 1 or meant & inside or not any(story.lexicon.is_collective(w) for w in meant):
        raise Unclear
    if any(story.vocabulary[w] < 2 and not story.lexicon.is_collective(w) for w in meant):
        raise Unclear
    return unknown[0].whole


def holder(story: Story, owner: str | None) -> str:
    """Whose money is asked about: named, or the only one who has any."""
    holders = list(dict.fromkeys(s[0] for s in story.ledger if s[1] == MONEY_ITEM))
    if owner:
        name = story.whom(owner)
        return "" if holders == [""] else name  # nobody was named while money was spoken of
    if len(holders) == 1:
        return holders[0]
    if owner is None and story.owner in holders:
        return story.owner
    raise Unclear


def known_terms(story: Story, things: Sequence[Thing], kind: Kind) -> Terms:
    """The sum of things as a question names them: all of them have been told."""
    terms: Terms = []
    for thing in things:
        which = thing.kind or kind
        if which in ("", "count") and not thing.role and not (which == "" and guess(story, thing) != "count"):
            label = f"{thing.owner or ''} {thing.name}".strip()
            terms.append((find(story, label), thing.number))
        else:
            terms += terms_of(story, [thing], which)
    if any(not is_told(story, key) for key, _ in terms):
        raise Unclear
    return terms
