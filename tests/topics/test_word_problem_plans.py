"""How the quantities of a story are found: by values that satisfy every relation, with a letter for what is asked."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from solver.topics.stories.word_problems.quantities import Key, Relation
from solver.topics.stories.word_problems.solving import Letter, plan

HENS, GOATS, COWS = (Key("count", "farm", name) for name in ("hens", "goats", "cows"))
COUNTS = st.integers(1, 60).map(Fraction)


def relation(*terms: tuple[Key, int], constant: Fraction) -> Relation:
    return Relation({key: Fraction(c) for key, c in terms}, constant)


@given(COUNTS, COUNTS, st.sampled_from([HENS, GOATS]), st.booleans())
def test_of_two_unknowns_the_one_that_is_asked_is_called_x(
    hens: Fraction, goats: Fraction, asked: Key, turned: bool
) -> None:
    relations = [
        relation((HENS, 1), (GOATS, 1), constant=hens + goats),
        relation((HENS, 2), (GOATS, 4), constant=2 * hens + 4 * goats),
    ]
    found = plan(relations[::-1] if turned else relations, [asked])
    assert found is not None
    (move,) = found.moves
    assert isinstance(move, Letter) and move.key == asked
    assert (found.values[HENS], found.values[GOATS]) == (hens, goats)


@given(
    st.lists(COUNTS, min_size=3, max_size=3), st.sampled_from([HENS, GOATS, COWS]), st.permutations(range(3))
)
def test_what_is_found_satisfies_every_relation(counts: list[Fraction], asked: Key, order: list[int]) -> None:
    told = dict(zip((HENS, GOATS, COWS), counts, strict=True))
    rows = [((HENS, 1), (GOATS, -3)), ((GOATS, 1), (COWS, 1)), ((HENS, 1), (GOATS, 1), (COWS, 1))]
    relations = [
        relation(*rows[i], constant=sum((c * told[k] for k, c in rows[i]), Fraction(0))) for i in order
    ]
    found = plan(relations, [asked])
    assert found is not None
    assert all(sum(c * found.values[k] for k, c in r.terms.items()) == r.constant for r in relations)
    assert found.values[asked] == told[asked]


def test_nothing_is_found_where_the_relations_contradict_each_other() -> None:
    one = relation((HENS, 1), (GOATS, 1), constant=Fraction(10))
    other = relation((HENS, 2), (GOATS, 2), constant=Fraction(30))
    assert plan([one, other, relation((HENS, 1), constant=Fraction(4))], [GOATS]) is None
