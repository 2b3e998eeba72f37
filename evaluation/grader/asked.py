r"""What a question tells of its answer's text: percent, places, units, bases, options, and who it is that does something.

`told` makes answer and reference comparable: what the question says is written out on the side that leaves it out.
"""

from __future__ import annotations

import re
from typing import Final

from evaluation.grader.answered import convergent, echoed, extreme, filled, monotone, quadrant
from evaluation.grader.choosing import in_letters, in_order, in_two_units, one_of_several, polygons_told
from evaluation.grader.cleaning import spelled
from evaluation.grader.conditions import where_it_holds
from evaluation.grader.general_solutions import arbitrary
from evaluation.grader.measures import canonical, measure
from evaluation.grader.objects import (
    around,
    by_parameters,
    composed,
    in_pence,
    in_truth,
    up_to_factor,
    where_said,
    with_multiplicity,
)
from evaluation.grader.renamed import at_their_places, in_one_variable
from evaluation.grader.units import without_units
from evaluation.grader.wording import in_its_words, in_the_unit_asked

_PERCENT_ASKED: Final = re.compile(
    r"\b(?:what|which|how many) per ?cent(?:age)?\b|\b(?:by|find|calculate) (?:what |the )?percent(?:age)?\b|百分之几|百分率",
    re.IGNORECASE,
)
_PERCENT: Final = re.compile(r"\\?%\s*\$?\s*$|\bpercent\s*$")
_BARE: Final = re.compile(r"\$?\s*-?\d+(?:\.\d+)?\s*\$?")


def told(question: str, answer: str, reference: str) -> tuple[str, str]:
    """Answer and reference with what the question tells of them.

    >>> told("What is the area in square feet?", "120 square yards", "120"), told("Express it in base 16.", "2F", r"2F_{16}")
    (('120 square yards', '120 square feet'), ('2F_{16}', '2F_{16}'))
    """
    question, answer, reference = composed(question), composed(answer), composed(reference)
    for rule in (
        in_truth,
        where_said,
        echoed,
        in_one_variable,
        at_their_places,
        filled,
        extreme,
        convergent,
        monotone,
        quadrant,
        where_it_holds,
        arbitrary,
        by_parameters,
        up_to_factor,
        around,
        with_multiplicity,
        in_the_unit_asked,
        in_its_words,
        in_hundredths,
        in_places,
        in_pence,
        in_letters,
        in_units,
        in_base,
        who,
        one_of_several,
        in_order,
        in_two_units,
        polygons_told,
    ):
        answer, reference = rule(question, answer, reference)
    return answer, reference


def in_hundredths(question: str, answer: str, reference: str) -> tuple[str, str]:
    """Where a percentage is asked for: a bare number beside one with its sign gets the sign too.

    >>> in_hundredths("By what percentage did it fall?", "15%", "15")
    ('15%', '15%')
    >>> in_hundredths("How much is it?", "15%", "15")
    ('15%', '15')
    """
    if not _PERCENT_ASKED.search(question):
        return answer, reference
    if _PERCENT.search(answer) and _BARE.fullmatch(reference.strip()):
        reference = f"{reference.strip().strip('$').strip()}%"
    elif _PERCENT.search(reference) and _BARE.fullmatch(answer.strip()):
        answer = f"{answer.strip().strip('$').strip()}%"
    return answer, reference


_PLACE_ASKED: Final = re.compile(
    r"\b(?:which|what|whose)\s+(?:\w+\s+)?(?:place|position|term|floor|grade|row|day|number)\b|第几",
    re.IGNORECASE,
)
_PLACE: Final = re.compile(
    r"(?:the\s+)?(\d+)(?:st|nd|rd|th)(?:\s+(?:place|position|term|floor|grade|row|day))?\.?"
)


def in_places(question: str, answer: str, reference: str) -> tuple[str, str]:
    """Where a place in an order is asked for: `3rd` is 3 there.

    >>> in_places("In which place did he finish?", "3rd", "3"), in_places("How many?", "3rd", "3")
    (('3', '3'), ('3rd', '3'))
    """
    if not _PLACE_ASKED.search(question):
        return answer, reference
    answer, reference = (
        m[1] if (m := _PLACE.fullmatch(text.strip().strip("$"))) else text for text in (answer, reference)
    )
    return answer, reference


_UNIT_ASKED: Final = re.compile(
    r"\b(?:how many|in) ([a-z]+ per [a-z]+|\$?[a-z]{1,2}/[a-z]{1,3}\b)|\bhow many ((?:square |cubic )?[a-z]+)\b(?! per\b)|\bin ((?:square |cubic )?[a-z]+)\s*[?.]?\s*$"
    r"|多少([\u3400-\u9fff]{1,2}(?:/|每)(?:小时|分钟?|[时秒]))|多少((?:平方|立方)?[\u3400-\u9fff]{1,2})[?？]",
    re.IGNORECASE,
)
_RATE_ASKED: Final = re.compile(
    r"每(小时|分钟?|秒)(?:[^\d,，。?？每]{0,4}?)多少((?:千|厘)?米|公里)[?？]|\bhow many ([a-z]+) (?:(?:does|did|will|can) (?:it|he|she|the [a-z]+|[A-Z][a-z]+) [a-z]+ )?(?:per|each|every|an) (hour|minute|second)\b",
    re.IGNORECASE,
)
"""每小时行驶多少千米: what is asked for is so many kilometres *per hour*."""
_COUNTED_ASKED: Final = re.compile(r"\bhow many (dozen|hundred|thousand|million)s?\b", re.IGNORECASE)


def in_units(question: str, answer: str, reference: str) -> tuple[str, str]:
    """Where a unit is asked for: a bare reference is in it, beside an answer that names another one. Dozens that are asked for are a unit.

    >>> in_units("How many dozen eggs does she need?", "4 dozen", "4"), in_units("How many feet is it?", "12", "12")
    (('4', '4'), ('12', '12'))
    """
    if counted := _COUNTED_ASKED.search(question):
        answer = re.sub(
            rf"(?<=\d)\s*(?:\\text\s*\{{\s*)?{counted[1]}s?\b(?:\s*\}})?.*$", "", answer, flags=re.IGNORECASE
        )
        return answer, reference
    names = {next(filter(None, m.groups())) for m in _UNIT_ASKED.finditer(question)}
    if rate := _RATE_ASKED.search(question):
        names = {f"{rate[2] or rate[3]}/{rate[1] or rate[4]}"}
    known = [name for name in names if measure(canonical(name)) is not None]
    if len(known) != 1 or not _BARE.fullmatch(reference.strip()):
        return answer, reference
    _, own = without_units(spelled(re.sub(r"\\?\$", " ", answer)).strip(" ."), letters=True)
    if len(own) == 1 and measure(canonical(own[0])) is not None:
        reference = f"{reference.strip().strip('$').strip()} {known[0]}"
    return answer, reference


_BASES: Final = {"binary": 2, "octal": 8, "hexadecimal": 16, "二进制": 2, "八进制": 8, "十六进制": 16}
_BASE_ASKED: Final = re.compile(
    rf"\b(?:in|to|into|as an? )\s*(?:base[ -]?(\d+)|({'|'.join(n for n in _BASES if n.isascii())}))\b|({'|'.join(n for n in _BASES if not n.isascii())})",
    re.IGNORECASE,
)
_NUMERAL: Final = re.compile(r"\$?\s*([0-9A-Fa-f]+)\s*\$?")


def asked_base(question: str) -> int | None:
    """The base in which a question wants a number; None where it says none, or several.

    >>> asked_base("Express the sum in base 8."), asked_base("Convert 101_2 to hexadecimal."), asked_base("The base is 8 cm.")
    (8, 16, None)
    """
    named = {int(m[1]) if m[1] else _BASES[(m[2] or m[3]).lower()] for m in _BASE_ASKED.finditer(question)}
    return named.pop() if len(named) == 1 else None


def in_base(question: str, answer: str, reference: str) -> tuple[str, str]:
    """Where a base is asked for: a numeral without one, beside a numeral with it; and one that programs mark.

    >>> in_base("Write 255 in hexadecimal.", "0xff", "FF"), in_base("Write 255 in hexadecimal.", "0xff", "FF_{16}")
    (('FF', 'FF'), ('FF_{16}', 'FF_{16}'))
    """
    base = asked_base(question)
    if base is None:
        return answer, reference
    mark = {2: "0b", 8: "0o", 16: "0x"}.get(base)
    texts = [answer, reference]
    if mark:
        texts = [t.strip()[2:].upper() if t.strip().startswith(mark) else t for t in texts]
    for i, other in ((0, reference), (1, answer)):
        if (plain := _NUMERAL.fullmatch(texts[i].strip())) and re.search(r"_\{?\d+\}?", other):
            texts[i] = f"{plain[1].upper()}_{{{base}}}"
    return texts[0], texts[1]


_WHO: Final = re.compile(
    r"(?:^|[.!?]\s+)(?:who|which (?:\w+))\s+([^.?!,]{3,60})(?:,\s*[A-Z][^.?!,]{0,20}(?:, [A-Z][^.?!,]{0,20})*,?\s+or\s+[A-Z][^.?!,]{0,20})?\?\s*$",
    re.IGNORECASE,
)
_WHO_ZH: Final = re.compile(r"谁([\u3400-\u9fff]{1,12})[?？]\s*$")


def who(question: str, answer: str, reference: str) -> tuple[str, str]:
    """Of `Carla has more money`, where the question was who has more money: `Carla`.

    >>> who("Who has more money?", "**Carla** has more money.", "Carla"), who("Who has more money?", "Carla has less money.", "Carla")
    (('Carla', 'Carla'), ('Carla has less money.', 'Carla'))
    """
    asked = _WHO.search(question.strip()) or _WHO_ZH.search(question.strip())
    if asked is None:
        return answer, reference
    return _named(answer, asked[1].strip()), _named(reference, asked[1].strip())


def _named(text: str, behind: str) -> str:
    """The name alone, where what was asked about it stands behind it."""
    plain = text.replace("**", "").strip().strip(".。")
    if plain.casefold().endswith(behind.casefold()):
        name = plain[: -len(behind)].strip()
        if re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?|[\u3400-\u9fff]{1,4}", name):
            return name
    return text


_OPTION: Final = re.compile(
    r"(?:(?<=\s)|(?<=[?？。:：；;，,.)）])|^)[(（]?([A-F])[)）.．、:：]\s*(?=\S)", re.MULTILINE
)


def options_told(question: str) -> tuple[str, ...] | None:
    """The options that a question itself tells, `A. 9 B. 11 C. 15`; None where it tells none.

    >>> options_told("Which is prime? A. 9 B. 11 C. 15"), options_told("Solve (A) for x.")
    (('9', '11', '15'), None)
    """
    found = list(_OPTION.finditer(question))
    if len(found) < 3 or [m[1] for m in found] != list("ABCDEF"[: len(found)]):
        return None
    ends = [*(m.start() for m in found[1:]), len(question)]
    texts = tuple(question[m.end() : end].strip(" \n;；,，") for m, end in zip(found, ends, strict=True))
    return texts if all(texts) else None
