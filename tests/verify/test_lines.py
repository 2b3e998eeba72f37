"""Reading a line: notations, joints, words; nothing is judged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.verify.lines import read_line
from solver.verify.rewriting import Notes, rewrite


@pytest.mark.parametrize(
    ("line", "claims"),
    [
        ("x = 2 or 3", ["x = 2|", "3|or"]),
        ("x=±3", ["x=+3|", "x=-3|or"]),
        ("x^2=9 ⇒ x=3", ["x^2=9|", "x=3|then"]),
        ("2x+3=7 → 2x=4", ["2x+3=7|", "2x=4|then"]),
        ("两边同时减3，得 2x = 4", ["2x = 4|then"]),
        ("①+②得 3x=9", ["3x=9|"]),
        ("multiply by 3: 9x + 6y = 48", ["9x + 6y = 48|then"]),
        ("Step 2: x = 4", ["x = 4|"]),
        ("x1 = 2, x2 = 3", ["x_{1} = 2|", "x_{2} = 3|,"]),
        ("x = 5 (x = -2 rejected)", ["x = 5|", "x = -2|,"]),
        ("subtract 3 from both sides", []),
        ("$x^2$ = 4", ["x^2 = 4|"]),
    ],
)  # fmt: skip
def test_claims(line: str, claims: list[str]) -> None:
    found = read_line(line, Notes())
    assert [f"{c.text}|{c.joint}" for c in found.claims] == claims
    assert not found.unread


@pytest.mark.parametrize(
    ("line", "attribute"),
    [("x = -1 is extraneous", "rejected"), ("x=-1(舍去)", "rejected"), ("令 u = x^2", "defining"), ("check x = 3: 9 = 9", "hypothesis")],
)  # fmt: skip
def test_words_about_a_claim(line: str, attribute: str) -> None:
    assert getattr(read_line(line, Notes()).claims[0], attribute)


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("(x^2)' sin x", r"(\frac{d}{dx}(x^2)) sin x"),
        ("dy/dx = 2x", "y' = 2x"),
        ("du = 2x dx", r"D_{u}  = 2x  D_{x}"),
        ("15% of 80", "15% * 80"),
        ("原式=x", "P_{77} =x"),
    ],
)
def test_notations(text: str, piece: str) -> None:
    assert rewrite(text, Notes()).pieces == (piece,)


def test_what_looks_like_mathematics_and_is_none_is_named() -> None:
    assert read_line("x = = 3 (", Notes()).unread


@given(st.text(max_size=80))
def test_any_text_is_read_without_an_error(text: str) -> None:
    read_line(text, Notes(matrices=True))
