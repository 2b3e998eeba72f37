"""The angle between the hands of a clock. Not read: when the hands make a given angle."""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.topics.clauses import Said
from solver.topics.stories.contests.kinds import Solved, Unclear, answered, made

_AT: Final = r"at <h>:(?P<m>[0-5]\d)(?: ?(?:a\.?m\.?|p\.?m\.?|o'clock))?"
_WHICH: Final = r"(?:(?P<which>acute|smaller|lesser|smaller obtuse|obtuse|larger|greater|reflex) )?"
_HANDS: Final = r"(?:the (?:hour hand and (?:the )?minute hand|minute hand and (?:the )?hour hand|hands)|the (?:hour and minute|minute and hour) hands)(?: (?:of|on) (?:a|the) (?:standard |12-hour |analog |normal )*clock)?"
_MEASURE: Final = r"(?:what is|find) (?:the )?(?:number of degrees in )?(?:the )?(?:degree )?(?:measure )?(?:,? ?in degrees ,? )?(?:of )?(?:the )?"
_FORMED: Final = rf"angle (?:that is )?(?:formed by|between|made by) {_HANDS}"


@made(
    r"\bhands?\b.*\b(?:clock|minute)\b|\bminute hands?\b|\bclock\b.*\bhands?\b",
    "en",
    {
        "ask": (
            rf"{_AT} ,? {_MEASURE}{_WHICH}{_FORMED}",
            rf"{_MEASURE}{_WHICH}{_FORMED} {_AT}",
            rf"how many degrees is the {_WHICH}{_FORMED} {_AT}",
            rf"how many degrees are (?:there )?in the {_WHICH}{_FORMED} {_AT}",
        ),
    },
)  # fmt: skip
def _hands(found: list[Said]) -> Solved:
    if len(found) != 1:
        raise Unclear
    hour, minute = found[0].number("h"), int(found[0].values["m"])
    if hour.q != 1 or not 0 <= hour <= 23:
        raise Unclear
    h = int(hour) % 12
    short, long = 30 * h + sp.Rational(minute, 2), 6 * minute
    between = abs(short - long)
    small = min(between, 360 - between)
    which = found[0].values.get("which") or "smaller"
    value = {"larger": 360 - small, "greater": 360 - small, "reflex": 360 - small}.get(which, small)
    if which == "acute" and not 0 < value < 90 or "obtuse" in which and not 90 < value < 180:
        raise Unclear
    steps = (
        rf"The hour hand turns \(30^\circ\) an hour and \(0.5^\circ\) a minute: it stands at \(30\cdot {h}+\frac{{{minute}}}{{2}}={exact_latex(short)}\) degrees.",
        rf"The minute hand turns \(6^\circ\) a minute: it stands at \(6\cdot {minute}={long}\) degrees.",
        rf"Between them there are \(|{exact_latex(short)}-{long}|={exact_latex(between)}\) degrees, and on the other side \({exact_latex(360 - between)}\); what is asked for is \({exact_latex(value)}\).",
    )
    pick = "max" if value > 180 else "min"
    lines = (f"hour_hand = 30*{h} + Rational({minute}, 2)", f"minute_hand = 6*{minute}", "between = abs(hour_hand - minute_hand)", f"{pick}(between, 360 - between)")  # fmt: skip
    checked = (
        "# the minute hand gains 5.5 degrees a minute since 12 o'clock",
        f"gained = Rational(11, 2)*{60 * h + minute} % 360",
        f"{pick}(gained, 360 - gained) == claimed",
    )
    return answered(
        value, steps, lines, checked, "The minute hand gains 5.5 degrees a minute on the hour hand."
    )
