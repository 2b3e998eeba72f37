"""Problems on the page as they were typed: what is shown of them is typeset."""

from __future__ import annotations

from typing import Any

LAST = "Stepwise.turn([...document.querySelectorAll('.turn')].pop().dataset.id).view.text"
"""The problem of the last turn."""
_IS_LAST = """(text) => {
  const last = [...document.querySelectorAll('.turn')].pop();
  return Boolean(last) && Stepwise.turn(last.dataset.id)?.view?.text === text;
}"""


def wait_for_problem(page: Any, text: str) -> None:
    """Until the last turn is of this problem."""
    page.wait_for_function(_IS_LAST, arg=text)


def formulas(page: Any) -> list[str]:
    """The LaTeX in the headlines of all turns."""
    return [math.get_attribute("data-tex") for math in page.locator(".problem-text .math").all()]
