"""Fields of the page that take a moment until they take keys."""

from __future__ import annotations

from typing import Any


def formula_field(page: Any) -> Any:
    """The formula field, once it takes keys."""
    page.wait_for_selector("math-field")
    page.wait_for_function("document.activeElement.localName === 'math-field'")
    page.wait_for_timeout(80)  # MathLive looks up a moment after it has the focus
    return page.locator("math-field")
