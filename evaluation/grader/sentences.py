r"""What a whole sentence says beside a reference of a certain kind: yes with its reason, a corrected answer, a name, blanks by number.

Text to text. Each reading is tried only where the reference is of its kind, and only where no word in the sentence denies, doubts or bounds what
it says: a refusal too many is better than a wrong acceptance.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from evaluation.grader.cleaning import clean, word
from evaluation.grader.sayings import GUARD
from solver.reader.numerals import chinese_value, english_value

MAX_LENGTH: Final = 300
"""Longer texts are solutions, whose last sentence `final_answer` finds."""
_HALF_WIDTH: Final = str.maketrans("，。；：（）？！“”", ',.;:()?!""')
_WORDS_ONLY: Final = re.compile(r"(?=.*[A-Za-z\u3400-\u9fff])[A-Za-z\u3400-\u9fff' -]{2,40}")


def sayings_beside(answer: str, reference: str) -> Iterator[str]:
    r"""Other readings of an answer in words, of which one may be what the reference says.

    >>> list(sayings_beside("No, since 91 = 7·13.", "No")), list(sayings_beside("12, not 24", "12"))
    (['No'], ['12'])
    >>> list(sayings_beside("She has six apples left.", "6")), list(sayings_beside("It will be a Friday.", r"\text{Friday}"))
    (['She has 6 apples left.'], ['Friday'])
    >>> list(sayings_beside("Yes, but only if x > 0", "Yes")), list(sayings_beside("not 12", "12"))
    ([], [])
    """
    if len(answer) > MAX_LENGTH or len(reference) > MAX_LENGTH:
        return
    plain = " ".join(answer.translate(_HALF_WIDTH).replace("$", "").replace("**", "").split()).strip(" .!")
    expected = clean(reference)
    kind = re.sub(r"\\text\s*\{([^{}]*)\}", r"\1", reference.replace("$", "").strip(" .。"))
    rules: tuple[Callable[[str], str | None], ...]
    if word(expected) in ("true", "false"):
        rules = (_verdict,)
    elif _WORDS_ONLY.fullmatch(kind):
        rules = (_predicate, _explained)
    else:
        rules = (_chosen, _corrected, _in_digits, _part_of)
        if "余" in expected:
            rules = (*rules, _divided)
    yield from (said for rule in rules if (said := rule(plain)) is not None)


# -- yes and no ------------------------------------------------------------------------------------------

_VERDICT: Final = re.compile(
    r"(?:(?i:(yes|no|true|false|correct|incorrect))|(?P<letter>[TF])(?=\s*[,.:;(]))(?:\s*[,.:;]\s*|\s*\((?=.*\)$)|\s+(?=(?:because|since|as)\b))(?P<why>.+)"
    r"|(是的?|不是|对的?|不对|正确|不正确|错误?的?|不?能|不?会|不?可以|[√×✓✗])(?:\s*[,.:;]\s*|\s*\((?=.*\)$)|(?=因为|由于|理由))(?P<weil>.+)"
)
_IF: Final = re.compile(
    r"(?:but|if|unless|only|when|except|provided|assuming|for|at least|或|但|如果|若|当|只[有要]|除非|假如|仅|有时|至)",
    re.IGNORECASE,
)
_AGAIN: Final = re.compile(
    r"\b(?:yes|no(?=[,.;:]|$)|true|false|correct|incorrect|wait|actually|however|sorry|oops|maybe|perhaps|only|unless|except|if)\b"
    r"|正确|错误|不对|等等|其实|更正|改为|才[对是]|除非|如果|只有|(?<!\d)(?<!\d )[√×✓✗]|[?吗]",
    re.IGNORECASE,
)
"""Second thoughts and conditions."""


def _verdict(text: str) -> str | None:
    found = _VERDICT.fullmatch(text)
    if found is None:
        return None
    why = found["why"] or found["weil"]
    if _IF.match(why) or _AGAIN.search(why):
        return None
    return {"T": "true", "F": "false"}[found["letter"]] if found["letter"] else found[1] or found[4]


# -- names and terms -------------------------------------------------------------------------------------

_REASON: Final = re.compile(r"\s*[,.;:]?\s*(?:\b(?:because|since)\b|因为|由于|理由)")
_THOUGHTS: Final = re.compile(
    r"\b(?:wait|actually|however|sorry|oops|therefore|so|but)\b|等等|其实|更正|所以|因此|不对|但|[?吗]",
    re.IGNORECASE,
)
_IS: Final = re.compile(
    r"(?P<subject>[^.;,:?!]{1,60}?)\s+(?:is|are|was|were|will\s+be|would\s+be|must\s+be|lies|is\s+called|falls)\s+(?:in\s+|on\s+)?(?:an?\s+|the\s+|each\s+)?(?P<said>[^,.;:?!]{2,40})",
    re.IGNORECASE,
)
_IT_IS_A: Final = re.compile(
    r"(?P<subject>it's|they're)\s+(?:an?\s+|the\s+)?(?P<said>[^,.;:?!]{2,40})", re.IGNORECASE
)
_VERBS: Final = re.compile(
    r"(?P<subject>it|(?:the|this)\s+[a-z]+)\s+(?P<said>(?:converges|diverges)\s+[a-z]+|can\s?not\s+be\s+determined)",
    re.IGNORECASE,
)
_IS_ZH: Final = re.compile(
    r"(?P<subject>[^.;:?!是为]{1,24}?)(?:是|为|叫做?|属于|称为|位于|在)(?:一?[个种条])?\s*(?P<said>[\u3400-\u9fff]{1,14})"
)
_DOUBTED: Final = re.compile(
    r"\b(?:may|might|could|can|almost|nearly|either|neither|or|and|before|after|when|some|sometimes|opposite|converse|inverse|thinks?|says?|said|claims?"
    r"|wrong|would|seems?|probably|instead|rather)\b|[可似好]能|几乎|或|且|若|如果|当|错|相反|[前后]|除|认为|说|不|没|非|未|无",
    re.IGNORECASE,
)

_MORE: Final = re.compile(r"\b(?:is|are|was|were|and|or|but|if|when|unless)\b|[是或且但若]", re.IGNORECASE)
"""In what is said: more than one thing."""


def _predicate(text: str) -> str | None:
    """What a sentence says of its subject: `It will be a Friday`, 它是一元二次方程; without the reason behind it."""
    head, tail = text, ""
    if reason := _REASON.search(text):
        head, tail = text[: reason.start()].strip(), text[reason.end() :]
        if _THOUGHTS.search(tail) or not head:
            return None
    for sentence in (_IS, _IT_IS_A, _VERBS, _IS_ZH):
        if (said := sentence.fullmatch(head)) and not (
            GUARD.search(said["subject"]) or _DOUBTED.search(said["subject"]) or _MORE.search(said["said"])
        ):
            return said["said"].strip()
    return head if tail else None


_EXPLAINED: Final = re.compile(r"(?P<said>[^()]{2,40}?)\s*\((?P<why>[^()]{3,}(?:\([^()]*\)[^()]*)*)\)")


def _explained(text: str) -> str | None:
    """What stands before a bracket that explains it: `DNE (the one-sided limits differ)`."""
    found = _EXPLAINED.fullmatch(text)
    if (
        found is None
        or _THOUGHTS.search(found["why"])
        or _IF.match(found["why"])
        or _AGAIN.search(found["why"])
    ):
        return None
    return None if re.fullmatch(r"(?:not|or|and)\b.*|[\d.]+", found["why"]) else found["said"].strip()


# -- numbers ---------------------------------------------------------------------------------------------

_VALUE: Final = r"(?:[A-Za-z]\s*=\s*)?-?(?:\d+(?:,\d{3})*(?:\.\d+)?(?:/\d+)?|\\frac\{\d+\}\{\d+\})%?(?:\s?(?:(?!not\b|but\b|and\b|or\b)[A-Za-z]{1,12}|(?:(?![就是而不或又也还应])[\u3400-\u9fff]){1,4}))?"
_IT_IS: Final = r"(?:(?:it\s+is|it's|its|that's|the\s+(?:correct\s+)?answer\s+is|(?:it\s+)?should\s+be|so|actually|答案|应该?|结果)\s*)?"
_NOT_BUT: Final = re.compile(
    rf"(?:答案)?不是({_VALUE})\s*(?:,?\s*(?:而是|应当?是|应该是|应为|正确(?:的)?(?:答案)?是)|,\s*是)\s*(?P<said>{_VALUE})"
    rf"|(?:not)\s+({_VALUE})\s*,?\s*but\s+(?P<but>{_VALUE})",
    re.IGNORECASE,
)
_BUT_NOT: Final = re.compile(
    rf"{_IT_IS}(?P<said>{_VALUE})\s*,?\s+(?:and\s+)?not\s+(?:{_VALUE})|(?:答案)?(?:应?该?是)?(?P<zh>{_VALUE})\s*,\s*而?不是(?:{_VALUE})",
    re.IGNORECASE,
)


def _chosen(text: str) -> str | None:
    """`12, not 24`, 不是12,应该是18千克: one of two values, the other of which is denied."""
    for pattern, names in ((_NOT_BUT, ("said", "but")), (_BUT_NOT, ("said", "zh"))):
        if found := pattern.fullmatch(text):
            said: str = next(filter(None, (found[name] for name in names)))
            return said
    return None


_WAIT: Final = re.compile(
    r"(?:[-—–.,;(]|\.\.\.)\s*(?:no,?\s+)?(?:wait|oops|sorry|correction|scratch\s+that)\b[,.:;!]?|[-—–.,;(]\s*(?:等等|等一下|不对|算错了|错了|更正|改正)\s*[,.:;!]",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(r"[;:—–]|[,.](?!\d)")
_LAST: Final = re.compile(rf"(?:{_IT_IS}|应?该?[是为])\s*(?P<said>{_VALUE})", re.IGNORECASE)


def _corrected(text: str) -> str | None:
    """The last of the values that an answer gives, where it says that the one before was a mistake; none where it asks."""
    marks = list(_WAIT.finditer(text))
    if not marks or "?" in text or "吗" in text or not re.search(r"\d", text[: marks[0].start()]):
        return None
    last = _CLAUSE.split(text[marks[-1].end() :])[-1]
    said = _LAST.fullmatch(last.strip(" )"))
    return said["said"] if said else None


_NUMERAL: Final = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    " twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million"
).split()
_RUN: Final = re.compile(
    rf"\b(?:{'|'.join(_NUMERAL)})(?:[\s-]+(?:and\s+)?(?:{'|'.join(_NUMERAL)}))*\b", re.IGNORECASE
)
_HAN_RUN: Final = re.compile(
    r"(?<=[是有剩得要共为下卖买了])([一二两三四五六七八九十百千]+)(?=[个只条本人名支件张棵辆头匹元米岁天次种箱盒瓶杯朵块][\u3400-\u9fff]{0,4}$)"
)


def _in_digits(text: str) -> str | None:
    """A sentence whose only number is a word, with it in digits; none where there are several, or a word that changes it."""
    if re.search(r"\d", text):
        return None
    runs = list(_RUN.finditer(text))
    if len(runs) == 1 and runs[0].start() and not _NOT_THAT_MANY.search(text):
        number = english_value(runs[0][0])
        return (
            None
            if number is None or runs[0][0].lower() == "one"
            else f"{text[: runs[0].start()]}{number}{text[runs[0].end() :]}."
        )
    han = list(_HAN_RUN.finditer(text))
    if len(han) == 1 and not GUARD.search(text):
        count = chinese_value(han[0][1])
        return None if count is None else f"{text[: han[0].start()]}{count}{text[han[0].end() :]}"
    return None


_NOT_THAT_MANY: Final = re.compile(
    r"\b(?:or|dozen|half|halves|thirds?|fourths?|fifths?|sixths?|tenths?|percent|about|almost|nearly|around|out\s+of|of\s+the|point|more|less|fewer|not|no)\b",
    re.IGNORECASE,
)
_PART: Final = re.compile(
    r"((?:[a-z]+[ -])?(?:half|halves|thirds?|fourths?|quarters?|fifths?|sixths?|eighths?|tenths?))\s+of\s+(?:the|an?|its|his|her|their)\s+[a-z]+(?:\s[a-z]+)?",
    re.IGNORECASE,
)


def _part_of(text: str) -> str | None:
    """`three-fourths of the cake`."""
    found = _PART.fullmatch(text)
    return found[1] if found else None


_QUOTIENT: Final = re.compile(
    r"(?:the\s+)?(?:商|quotient)\s*(?:is|是|为|[:=])?\s*(?P<q>\d+)\s*[,;]?\s*(?:and\s+)?(?:the\s+)?(?:余数?|remainder)\s*(?:is|是|为|[:=])?\s*(?P<r>\d+)"
    r"|(?:the\s+)?(?:余数|remainder)\s*(?:is|是|为|[:=])?\s*(?P<r2>\d+)\s*[,;]?\s*(?:and\s+)?(?:the\s+)?(?:商|quotient)\s*(?:is|是|为|[:=])?\s*(?P<q2>\d+)",
    re.IGNORECASE,
)


def _divided(text: str) -> str | None:
    found = _QUOTIENT.fullmatch(text)
    return f"{found['q'] or found['q2']}余{found['r'] or found['r2']}" if found else None


_BLANK: Final = re.compile(
    r"(?:第([一二三四1-4])[个]?空|空([1-4])|(?:the\s+)?(first|second|third|fourth)(?:\s+(?:blank|answer|one))?|blank\s+([1-4]))\s*(?:is|[:=填是为])?\s*:?\s*(?=\S)",
    re.IGNORECASE,
)
_COUNTING: Final = {
    **{c: n for n, c in enumerate("一二三四", 1)},
    **{c: n for n, c in enumerate("1234", 1)},
    **{c: n for n, c in enumerate(("first", "second", "third", "fourth"), 1)},
}


def blanks(answer: str) -> str | None:
    """What is filled into several blanks that are told by their numbers, in the blanks' order.

    >>> blanks("第二空:5;第一空:3"), blanks("Blank 1: 7, Blank 2: -2"), blanks("第一空:7;第三空:-2"), blanks("第一空:7")
    ('3; 5', '7; -2', None, None)
    """
    if len(answer) > MAX_LENGTH:
        return None
    text = answer.translate(_HALF_WIDTH).strip().strip(".")
    found = list(_BLANK.finditer(text))
    numbers = [_COUNTING[next(filter(None, m.groups())).lower()] for m in found]
    if len(found) < 2 or found[0].start() or sorted(numbers) != list(range(1, len(numbers) + 1)):
        return None
    ends = [*(m.start() for m in found[1:]), len(text)]
    parts = [
        re.sub(r"[\s,;]*(?:\band)?[\s,;]*$", "", text[m.end() : end])
        for m, end in zip(found, ends, strict=True)
    ]
    if not all(parts) or any(";" in part for part in parts):
        return None
    return "; ".join(part for _, part in sorted(zip(numbers, parts, strict=True)))
