"""A law tries a share of its examples each time, and all of them in the wide run; of a table no row is left to neither."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.breadth import EXAMPLES, SHARE, left_out, spread, wide

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


@pytest.mark.wide(rows=3)
@pytest.mark.parametrize("row", range(9))
def test_of_nine_rows(row: int) -> None:
    """Three are tried where this file is not named."""


def test_rows_are_left_out_where_their_file_is_not_named(request: pytest.FixtureRequest) -> None:
    table = [
        item for item in request.session.items if getattr(item, "originalname", "") == "test_of_nine_rows"
    ]
    assert left_out(table, [__file__]) == left_out(table, [f"{__file__}::test_of_nine_rows"]) == []
    left = left_out(table, [str(Path(__file__).parent)])
    assert wide() or [item for item in table if item not in left] == table[::3]
