"""Questions about what is still needed to reach a goal: things, money, weeks."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Key, Relation, Unclear, the_only
from solver.topics.stories.word_problems.questions.finding import holder, is_told
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.story import MINUS, Story, Terms

TARGET = "target"


def periods_needed(unit: str, owner: str | None = None) -> Question:
    """How many weeks somebody has to save for what he wants, where it is told what a week brings.

    Only a whole number of them; where something would be left over, the answer is not what one divided by the other is.
    """

    def ask(story: Story) -> None:
        pay = Key("price", "", story.meet(unit))
        rate = story.value(pay)
        goal = _goal(story, pay)
        goal_value = _known_sum(story, goal)
        if not rate or rate <= 0 or goal_value is None:
            raise Unclear
        if goal_value <= 0 or (goal_value / rate).denominator != 1:
            raise Unclear
        needed = story.fresh("missing")
        story.relate([(needed, ONE), *((k, -c) for k, c in goal)], given=False)
        periods = story.fresh("periods", "", pay.item)
        story.relate([(periods, rate), (needed, MINUS)], given=False)
        story.settle({pay})
        story.ask(periods)

    return Question((ask,))


def _goal(story: Story, pay: Key) -> Terms:
    """What has to be paid, less the money that there is."""
    if any(not p.planned for p in story.purchases) or story.incomes:
        raise Unclear
    prices = [Key("price", "", item) for item in story.priced if item != pay.item]
    costs = [p.cost for p in story.purchases] or prices
    targets = [k for r in story.relations for k in r.terms if k.kind == TARGET and k.item == MONEY_ITEM]
    costs = costs or list(dict.fromkeys(targets))
    slots = [s for s in story.ledger if s[1] == MONEY_ITEM]
    if len(costs) != 1 or len(slots) > 1:
        raise Unclear
    if not slots:
        return [(costs[0], ONE)]
    own = in_hand(story, slots[0][0])
    if story.purchases and not is_told(story, Key("money", slots[0][0], MONEY_ITEM, 0)):
        raise Unclear
    first = Key("money", slots[0][0], MONEY_ITEM, 0)
    if first not in story.known and story.purchases and story.ledger[slots[0]] <= 1:
        return [(costs[0], ONE)]  # nothing was said of money of his
    return [(costs[0], ONE), (own, MINUS)]


def _known_sum(story: Story, terms: Terms) -> Fraction | None:
    values = [story.value(key) for key, _ in terms]
    if any(v is None for v in values):
        return None
    return sum((c * v for (_, c), v in zip(terms, values, strict=True) if v is not None), Fraction(0))


def in_hand(story: Story, who: str) -> Key:
    """The money that somebody has before he buys what he only plans to buy."""
    planned = {p.cost for p in story.purchases if p.planned and p.owner == who}

    def moves(relation: Relation) -> bool:
        return sum(k.kind == "money" and k.owner == who for k in relation.terms) > 1

    story.relations = [
        Relation({k: c for k, c in r.terms.items() if k not in planned}, r.constant, r.given)
        if moves(r) and planned & set(r.terms)
        else r
        for r in story.relations
    ]
    return story.balance((who, MONEY_ITEM))


def more_needed(label: str = "", owner: str | None = None) -> Question:
    """How many more of something somebody needs: what he wants to have, less what he has."""

    def ask(story: Story) -> None:
        keys = list(dict.fromkeys(k for r in story.relations for k in r.terms if k.kind == TARGET))
        said = story.words(label)
        keys = [k for k in keys if k.item != MONEY_ITEM and (not said or said & story.words(k.item))]
        target = the_only(keys)
        have = story.balance((target.owner, target.item))
        if owner and story.whom(owner) != target.owner or not is_told(story, have):
            raise Unclear
        story.ask_sum("difference", [(target, ONE), (have, MINUS)])

    return Question((ask,))


def money_for_each(name: str = "") -> Question:
    """How much each one pays or gets of what so many share equally."""

    def ask(story: Story) -> None:
        keys = list(dict.fromkeys(k for r in story.relations for k in r.terms if k.kind == "each"))
        keys = [k for k in keys if not name or story.words(name) == story.words(k.item)]
        story.ask(the_only(keys))

    return Question((ask,))


def more_money_needed(owner: str | None = None) -> Question:
    """How much more money somebody needs who was given some in the meantime, for what he plans to buy."""

    def ask(story: Story) -> None:
        who = holder(story, owner)
        costs = [p.cost for p in story.purchases]
        if not costs or not all(p.planned and p.owner == who for p in story.purchases):
            raise Unclear
        own = in_hand(story, who)
        story.ask_sum("missing", [*((cost, ONE) for cost in costs), (own, MINUS)])

    return Question((ask,))
