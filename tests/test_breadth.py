"""A law tries a share of its examples each time, and all of them in the wide run; of a table no row is left to neither."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.breadth import EXAMPLES, SHARE, spread, wide

tried: list[int] = []


@settings(max_examples=60)
@given(st.integers())
def test_of_sixty_examples(n: int) -> None:
    tried.append(n)


def test_a_share_is_tried_and_in_the_wide_run_all() -> None:
    tried.clear()
    test_of_sixty_examples()
    assert len(tried) == (60 if wide() else 60 // EXAMPLES)


def test_shares_of_a_table_make_the_table() -> None:
    rows = list(range(20))
    shares = [spread(rows, first=n) for n in range(SHARE)]
    assert sorted({row for share in shares for row in share}) == rows
    assert wide() or sum(map(len, shares)) == len(rows)
