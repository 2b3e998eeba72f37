"""Days of the week in English: so many days later or earlier, another day of the same month. Not read: dates of different years, leap years."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words
from solver.topics.clauses import Said
from solver.topics.computed import Computed
from solver.topics.stories.contests.kinds import Solved, Unclear, made

_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY: Final = rf"(?P<day>{'|'.join(d.lower() for d in _DAYS)})"
_WHAT: Final = r"(?:on )?what day of the week"
_ORDINALS: Final = {
    w: i + 1
    for i, w in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
        "twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth".split()
    )
}  # fmt: skip
_NTH: Final = rf"(?P<{{0}}>{'|'.join(sorted(_ORDINALS, key=len, reverse=True))}|\d{{1,2}}(?:st|nd|rd|th))"
SENTENCE: Final = Words("It is a {answer}.", "是{answer}。")
METHOD: Final = Words("Go on day by day.", "一天一天地数。")


def _place(word: str) -> int:
    return _ORDINALS.get(word) or int("".join(c for c in word if c.isdigit()))


@made(
    r"\bday of the week\b",
    "en",
    {
        "now": (
            rf"(?:if )?(?:today|[a-z]+ \d{{1,2}}) is (?:a )?{_DAY}",
            rf"on a {_DAY} , an? [a-z]+ said",
        ),
        "shift": (
            r"[a-z]+'s birthday was <n> days (?P<way>ago)",
            r"i made my [a-z]+ disappear <n> days (?P<way>ago)",
        ),
        "ask": (
            rf"{_WHAT} (?:did|was|will) (?:his|her|my|[a-z]+'s) birthday(?: fall)?(?: on)?",
            rf"{_WHAT} did (?:he|she) make (?:her|him) disappear",
        ),
        "ask_shift": (
            rf"{_WHAT} (?:will|was) (?:it be )?<n> days (?P<way>later|from (?:now|then|today)|ago|before that)(?: be)?",
            rf"{_WHAT} will it be in <n> days",
        ),
        "month": (rf"(?:if )?the {_NTH.replace('{0}', 'a')} day of a month is (?:a )?{_DAY} , what day of the week is the {_NTH.replace('{0}', 'b')} day(?: of (?:the|that) month)?",),
    },
)  # fmt: skip
def _days(found: list[Said]) -> Solved:
    kinds = {s.kind: s for s in found}
    if len(kinds) != len(found):
        raise Unclear
    if set(kinds) == {"month"}:
        said = kinds["month"].values
        a, b = _place(said["a"]), _place(said["b"])
        if not (1 <= a <= 31 and 1 <= b <= 31):
            raise Unclear
        return _later(said["day"], b - a)
    if set(kinds) == {"now", "shift", "ask"} or set(kinds) == {"now", "ask_shift"}:
        shift = kinds.get("shift") or kinds["ask_shift"]
        n = shift.number("n")
        if n.q != 1 or not 0 <= n <= 10**6:
            raise Unclear
        back = (shift.values.get("way") or "") in ("ago", "before that")
        return _later(kinds["now"].values["day"], -int(n) if back else int(n))
    raise Unclear


def _later(day: str, days: int) -> Solved:
    start = [d.lower() for d in _DAYS].index(day)
    value = (start + days) % 7
    size, rest = divmod(abs(days), 7)
    way = "earlier" if days < 0 else "later"
    steps = (
        rf"Every 7 days the same day of the week comes again: \({abs(days)}=7\cdot {size}+{rest}\).",
        f"So it is as {rest} days {way} than {_DAYS[start]}: {_DAYS[value]}.",
    )
    step = -1 if days < 0 else 1
    lines = ("# Monday is 0", f"Mod({start} + ({days}), 7)")
    checked = (
        "# Monday is 0",
        f"day = {start}",
        f"for _ in range({abs(days)}):",
        f"    day = (day + {step}) % 7",
        "day == claimed",
    )
    return value, Computed(steps, lines, checked, SENTENCE, METHOD, "en", _DAYS)
