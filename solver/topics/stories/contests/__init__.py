"""Problems of primary contests that are known by what they ask, read clause by clause: `read` is the whole interface.

Each file is a kind: a table of clauses in each language (`solver/topics/clauses.py`) and what is computed from them. Chances by listing
(`experiments`), statements of which so many are true (`truth_tellers`) and questions of algebra (`algebra_contests`) have readers of their own.
"""

from __future__ import annotations

import re
from typing import Final

from solver.reader.numerals import in_digits
from solver.topics import algebra_contests
from solver.topics.base import Reading, Task, Text
from solver.topics.clauses import clauses, without_dollars
from solver.topics.discrete import experiments, truth_tellers
from solver.topics.stories.contests import (
    cards,
    choosing,
    cycles,
    days,
    digit_counts,
    drawn_numbers,
    equivalents,
    expected,
    hands,
    line_ups,
    listed_rows,
    means,
    menus,
    overlaps,
    places,
    polygon_angles,
    rates,
    remainders,
    scores,
    stages,
    third_sides,
    tournaments,
    unknown_digits,
    walks,
    weekdays,
)
from solver.topics.stories.contests.kinds import KINDS, Unclear

__all__ = ["FIELDS", "read"]

_WORDS: Final = {
    r"\heartsuit": "heart", r"\spadesuit": "spade", r"\clubsuit": "club", r"\diamondsuit": "diamond",
    r"\triangle": " triangle ", r"\bigtriangleup": " triangle ",
}  # fmt: skip
_SIGNS: Final = re.compile(
    r"\\(?:heartsuit|spadesuit|clubsuit|diamondsuit|bigtriangleup|triangle)(?![A-Za-z])|\\underline(?![A-Za-z])|(?<=\d)(?:\{,\}|,\\!)(?=[\da-zA-Z])"
)
_SMALL: Final = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "nine": 9,
    "eight": 8,
    "ten": 10,
    "twelve": 12,
    "twenty": 20,
}
_NINTHS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TENS: Final = re.compile(rf"\b([2-9]0)-({'|'.join(_NINTHS)})\b")
_FEW: Final = re.compile(
    r"(?i)\b(two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)(?=[ -](?:sided|faced|(?:eight|six|ten|twelve|twenty)-sided|(?:different |distinct |top |real )?(?:numbers|integers|groups)|different|distinct|fillings|rolls|digits))"
)
_SIZES: Final = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
}
_DIGITS: Final = re.compile(r"(?i)\b(one|two|three|four|five|six|seven|eight|nine|\d)\s*-?\s*digit\b")
FIELDS = (
    cards,
    choosing,
    cycles,
    days,
    digit_counts,
    drawn_numbers,
    equivalents,
    expected,
    hands,
    line_ups,
    listed_rows,
    means,
    menus,
    overlaps,
    places,
    polygon_angles,
    rates,
    remainders,
    scores,
    stages,
    third_sides,
    tournaments,
    unknown_digits,
    walks,
    weekdays,
)


def read(text: Text) -> Reading:
    """The problem, where all kinds that read it agree."""
    if len(text.source) > 800:
        return None
    for other in (experiments.read, truth_tellers.read, *algebra_contests.READERS):
        special: Reading = other(text)
        if special is not None:
            return special
    plain = without_dollars(
        _SIGNS.sub(lambda m: _WORDS.get(m[0], ""), re.sub(r"\n\s*\n", " . ", text.source).replace("~", " "))
    )
    plain = re.sub(
        r"\b(triangle)(?:\s+triangle)+\b|(?<=heart|spade)\s+(?=s\b)|(?<=club)\s+(?=s\b)|(?<=diamond)\s+(?=s\b)",
        lambda m: m[1] or "",
        plain,
    )
    if text.language == "en":
        plain = _DIGITS.sub(lambda m: f"{_SIZES.get(m[1].lower(), m[1])}-digit", plain)
        plain = (
            re.sub(r"\s+", " ", in_digits(re.sub(r"(?<=\d)\.(?=\s*(?:am|pm)\b)", " ", plain))).lower().strip()
        )
        plain = re.sub(
            r"(?<=\d)\\_|(?<=\d)''|(?<=\d),(?=[a-z]\d\d\b)", lambda m: "_" if "_" in m[0] else "", plain
        )
        plain = re.sub(
            r"\\bullet(?![a-z])|``|(?<![\d'])''(?!')", lambda m: " , " if "b" in m[0] else " ", plain
        )
        plain = re.sub(r"\\[dt]?frac ?(\d) ?(\d)", r"\\frac{\1}{\2}", plain)
        plain = _TENS.sub(lambda m: f"{int(m[1]) + _NINTHS.index(m[2]) + 1}th", plain)
        plain = _FEW.sub(lambda m: str(_SMALL[m[1].lower()]), plain)
        plain = re.sub(
            r"(?<=\d)\{ ?([a-z]) ?\}|\{ ?([0-9a-z]{2,8}) ?\}(?= is)|(?<=number )\{ ?(\d) ?\} ?\{ ?([a-z]) ?\}",
            lambda m: "".join(filter(None, m.groups())),
            plain,
        )
        plain = re.sub(
            r"[.?] ?(?:express|give|state) your answer as (?:the |a )?number of degrees\b", "", plain
        )
        plain = re.sub(r"\b(mr|mrs|ms|dr)\.", r"\1", plain.replace('"', " "))
        plain = re.sub(r"\bhas(?=different\b)", "has ____ ", plain.replace("two digits", "2 digits"))
    else:
        plain = re.sub(r"``|''|[“”]", '"', re.sub(r"\s+", "", plain))
    tasks: list[tuple[object, Task]] = []
    for kind in KINDS:
        if kind.language != text.language or not kind.sign.search(plain):
            continue
        found = clauses(plain, kind.table)
        if isinstance(found, str):
            continue
        try:
            made = kind.solve(found)
        except Unclear:
            continue
        if made is not None:
            tasks.append(made)
    return tasks[0][1] if len({str(answer) for answer, _ in tasks}) == 1 else None
