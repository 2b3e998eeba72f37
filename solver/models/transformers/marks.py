"""Stands in for the translator of models' marks until that is there."""

from __future__ import annotations

from solver.profiles import Profile


class Marks:
    """Passes text on."""

    def __init__(self, profile: Profile, *, opened: bool | None = None) -> None:
        thinking = profile.thinking
        self._first = (
            "<think>\n" if (thinking is not None and thinking.opened if opened is None else opened) else ""
        )

    def feed(self, text: str) -> str:
        """The text."""
        first, self._first = self._first, ""
        return first + text

    def close(self) -> str:
        """Nothing."""
        return ""
