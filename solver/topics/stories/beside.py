"""Conditions of a story in words that no reader of stories takes into account: without them the sums come out, and are wrong.

An age at one time against an age at another, what is done each day of only some days, numbers that are names. `passed_over` asks here.
"""

from __future__ import annotations

import re
from typing import Final

_TWO_TIMES: Final = re.compile(
    r"\b(?:will be|would be|was)\b[^.?;]{1,40}?\b(?:as old as|older than|younger than) (?!(?:he|she|they|I|it|you)\b)(?:[\w'-]+ ){1,4}?(?:(?:is|are)\b(?! \d)|(?:now|today|currently|at present)\b)"
    r"|\b(?:will be|would be|was)\b[^.?;]{1,40}? (?:times|twice|half|double|triple) (?:of )?[\w'-]+(?: [\w'-]+)?'s? (?:current|present) age\b",
    re.IGNORECASE,
)
""" "In 7 years Ann will be 3 times as old as Ben is now": his age then is none of it. Of oneself ("as she is now") that is read."""
_SOME_DAYS: Final = re.compile(
    r"(?<!\d )(?<!five )(?<!two )\b(?:weekdays|weekends|week days)\b", re.IGNORECASE
)
_EACH_DAY: Final = re.compile(r"\b(?:per|each|every|a) day\b|\bdaily\b|\bonly\b", re.IGNORECASE)
_OF_WEEKS: Final = re.compile(r"\b(?:weeks?|months?|fortnight)\b[^.?]*\?\s*$", re.IGNORECASE)
_NAMES: Final = re.compile(
    r"\b(?:grades|forms|classes|rooms|levels|years)\s\d{1,2}(?:,\s\d{1,2})*,?\s(?:and|or|&)\s\d{1,2}\b",
    re.IGNORECASE,
)
"""Grades 4, 5 and 6 are no amounts."""


_AT_FIRST: Final = re.compile(
    r"^\s*(?P<who>[A-Z][a-z]+) (?:had|has|have) \$?\d+(?:\.\d+)?(?: [a-z]+){0,4}\..{0,400}\bhow (?:many|much)\b[^?]{1,60}\b(?P=who)\b[^?]{0,40}\b(?:at first|to (?:begin|start) with|in the beginning|at the (?:beginning|start)|originally|initially)\s*\?\s*$",
    re.IGNORECASE | re.DOTALL,
)
"""What somebody had at first stands in the first sentence: no sum is asked for."""


_ONE_PRICED: Final = re.compile(
    r"(?i)\bhow much (?:do|does|would|will|did) [\d.]+ ?(?:kg|kilos?|kilograms?|g|grams?|pounds?|l|lit(?:er|re)s?|m|met(?:er|re)s?) of (?P<x>[a-z]+) cost\s*\?\s*$"
)
_PRICED: Final = re.compile(r"(?i)\bof ([a-z]+) costs?\s+[$£€¥]?\d")

_GIFT: Final = (
    re.compile(
        r"(?i)\b(?:gave|gives?|sold|sells?|lent|lends|sent|sends?)\b[^.?;]*?\bto (?P<who>[A-Z][a-z]+)\b[^?\d]*\bhow (?:many|much)\b[^?]{0,30}\b(?:does|do|did) (?P=who) (?:now )?have\b(?! to)"
    ),
    re.compile(
        r"(?i)\b(?:gave|gives?|lent|lends|sent|sends?|hands?|handed) (?P<who>[A-Z][a-z]+) (?:\d+|[a-z]+) ?[^?\d]*\bhow (?:many|much)\b[^?]{0,30}\b(?:does|do|did) (?P=who) (?:now )?have\b(?! to)"
    ),
    re.compile(
        r"(?:给了?|送给?了?|借给了?|分给了?)(?P<who>小[\u4e00-\u9fff]|[\u4e00-\u9fff]{1,2}?(?:哥|姐|弟|妹)|哥哥|姐姐|弟弟|妹妹|爸爸|妈妈)(?:\d+|[\ue000-\uebff]|[一二两三四五六七八九十])[^\d\ue000-\uebff]*(?P=who)(?:现在|这时|就)?(?:有|得到)(?:了)?(?:多少|几)"
    ),
)


def _given_to(text: str) -> str | None:
    """Who was given some and is asked for, where it is not told what that one had: the sums are the giver's."""
    for gift in _GIFT:
        found = gift.search(text)
        if found is not None and not re.search(
            rf"{re.escape(found['who'])}|\b(?:his|her|their) [a-z]+ (?:has|had|have)",
            text[: found.start("who")],
        ):
            return found[0]
    return None


_AT_A_TIME: Final = re.compile(
    r"\btemperature\b.*\b(?P<t>noon|midday|midnight|morning|afternoon|evening|night|\d{1,2} ?[ap]\.?m)\b[^.,;]*[.,;].*\b(?:fell|fallen|falls|drop(?:s|ped)|rose|risen|rises|increased|decreased|went (?:up|down))\b.*\bwhat\b[^?]*\b(?P=t)\b",
    re.IGNORECASE | re.DOTALL,
)


def asked_before_the_end(text: str) -> bool:
    """Whether a temperature is asked for at a time behind which it changes again: who adds up all changes, is wrong.

    >>> asked_before_the_end("The temperature was 18°C. It rose 3 degrees by noon, and fell 5 by night. What was it at noon?")
    True
    """
    return _AT_A_TIME.search(text) is not None


def beside(text: str) -> str | None:
    """The words that would be passed over; None where there are none.

    >>> beside("In 7 years, Ann will be 3 times as old as Ben is now. Ben is 5. How old is Ann now?")
    'will be 3 times as old as Ben is'
    >>> beside("He runs 5 miles per day on weekdays. How many miles is that in 3 weeks?"), beside("In 7 years Ann will be twice as old as Ben.")
    ('weekdays', None)
    """
    if (found := _TWO_TIMES.search(text) or _NAMES.search(text) or _AT_FIRST.search(text)) is not None:
        return found[0]
    if (found := _ONE_PRICED.search(text)) is not None and len(set(_PRICED.findall(text))) > 1:
        return found[
            "x"
        ]  # of several prices one is meant; what the number behind "how much" counts, is not followed
    if _EACH_DAY.search(text) and _OF_WEEKS.search(text) and (found := _SOME_DAYS.search(text)) is not None:
        return found[0]
    return _given_to(text)
