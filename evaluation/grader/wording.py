r"""The words of a question in an answer: a value with the words around it that the question itself uses says no more than the value.

`11 students don't wear glasses`, where the question is how many students do not wear glasses. A word that the question's last sentence
does not have, or one that denies or bounds and is not there as often, leaves the answer as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from evaluation.grader.measures import COUNTED, canonical, measure
from solver.reader.numerals import chinese_value

MAX_LENGTH: Final = 200
_AMOUNT: Final = r"-?(?:\\?[£$€¥]\s*)?(?:\d[\d,]*(?:\.\d+)?(?:/\d+)?|\\[dt]?frac\{[^{}]*\}\{[^{}]*\}|\d*\\sqrt\{?\d+\}?)(?:\\?%|\\pi)?"
_AMOUNTS: Final = re.compile(rf"{_AMOUNT}(?:\s*(?:,\s*(?:and|or)?|\band\b|\bor\b)\s*{_AMOUNT})*")
_BARE: Final = re.compile(
    rf"\s*\$?{_AMOUNTS.pattern}\$?(?:\s*(?:\\text\s*\{{)?\s*[A-Za-z°\u3400-\u9fff^/{{}}23]{{1,12}}\}}?)?\s*[.。]?\s*"
)
_EMPTY: Final = frozenset(
    "a an the there is are was were be been has have had do does did will would can it its they he she we this that so then therefore thus answer of in"
    " to on at for and who that which with them him her his their only exactly just all total altogether you must need needs get gets both s".split()
)
_TURNING: Final = frozenset(
    "not no never less more least most than over under above below half double twice thrice times except without before after between fewer"
    " other left remain remaining each every per another first last or either neither nor percent increase decrease".split()
)
_SHORT: Final = {
    "n't": " not",
    "cannot": "can not",
    "won't": "will not",
    "can't": "can not",
    "'re": " are",
    "'s": "",
}
_COUNTS: Final = {w: n for n, w in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_PAST: Final = "came come ate eat went go wore wear got get sold sell bought buy won win lost lose took take swam swim ran run wrote write paid pay drank drink drove drive gave give made make spent spend saw see broke break flew fly rode ride kept keep slept sleep"
_IRREGULAR: Final = dict(zip(_PAST.split()[::2], _PAST.split()[1::2], strict=True))
_ASKS: Final = re.compile(
    r"\b(?:how|what|which|find|calculate|determine|give|state|work out|write|compute)\b", re.IGNORECASE
)


def in_its_words(question: str, answer: str, reference: str) -> tuple[str, str]:
    """The value alone, of an answer with no words but the question's, beside a value.

    >>> asked = "30 students are in a class and 19 wear glasses. How many students do not wear glasses?"
    >>> in_its_words(asked, "11 students don't wear glasses", "11"), in_its_words(asked, "11 students wear glasses", "11")[0]
    (('11', '11'), '11 students wear glasses')
    >>> in_its_words("Find the mode(s) of 3, 3, 7, 7.", "There are two modes: 3 and 7", "3, 7")
    ('3, 7', '3, 7')
    >>> in_its_words("67÷9的余数是多少?", "余数是4", "4"), in_its_words("一个数的5倍是475,求这个数。", "这个数是九十五", "95")
    (('4', '4'), ('95', '95'))
    """
    if len(answer) > MAX_LENGTH or not _BARE.fullmatch(reference):
        return answer, reference
    plain = re.sub(r"\\text\s*\{([^{}]*)\}", r" \1 ", answer.replace("**", "")).strip()
    if re.search(r"[\u3400-\u9fff]", plain):
        return _chinese(question, plain) or answer, reference
    return _english(question, plain) or answer, reference


def _english(question: str, answer: str) -> str | None:
    answer = re.sub(r"(?<!\\)\$(?!\s?\d[\d,.]*(?:\s|$|\.$))|\\[()]", "", answer)
    found = list(_AMOUNTS.finditer(answer))
    if len(found) != 1 or re.search(r"[=<>+*^]|\\(?!frac|dfrac|tfrac|sqrt|pi|text|%|\$)", answer):
        return None
    before, value, behind = answer[: found[0].start()], found[0][0], answer[found[0].end() :]
    values = re.split(
        r"\s*(?:,\s*(?:and|or)?|\band\b|\bor\b)\s*", re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", value)
    )
    words = _words(f"{before} {behind}")
    if (
        not words
        or any(len(w) == 1 and w not in "as" for w in words)
        or not re.fullmatch(r"[A-Za-z'\s.,:;!()°-]*", before + behind)
    ):
        return None
    asked = _words(_asking(question))
    known = set(map(_stem, asked))
    own = [w for w in words if w not in _EMPTY and not (_COUNTS.get(w) == len(values) > 1)]
    turning = [Counter(w for w in text if w in _TURNING) for text in (own, asked)]
    if not {_stem(w) for w in own} <= known or (own and turning[0] != turning[1]):
        return None
    if re.match(r"\s*per\s?cent\b", behind):
        return f"{values[0]}%" if len(values) == 1 else None
    unit = re.match(r"\s*([A-Za-z]+(?:\s(?:per|an?)\s[a-z]+)?|°C?)", behind)
    named = f" {unit[1]}" if unit and measure(canonical(unit[1])) is not None else ""
    return ", ".join(values) + named


def _words(text: str) -> list[str]:
    plain = text.casefold().replace("’", "'")
    for short, whole in _SHORT.items():
        plain = plain.replace(short, whole)
    return re.findall(r"[a-z]+", re.sub(r"\\[a-z]+", " ", plain))


def _stem(word: str) -> str:
    """Without the endings of number and tense."""
    word = _IRREGULAR.get(word, word)
    return word if len(word) < 4 else re.sub(r"(?:ing|ed|es|s|e)$", "", word)


def _asking(question: str) -> str:
    """The last sentence that asks."""
    sentences = re.split(r"(?<=[.?!])\s+(?=[A-Z])", question)
    asking = [s for s in sentences if "?" in s or _ASKS.search(s)]
    return asking[-1] if asking else question


_DENIES: Final = re.compile(r"\b(?:not|no|never|without|none)\b|n't\b|[不没未无非]")
_NOT_ZH: Final = re.compile(r"(?:没有?|不|未)([\u3400-\u9fff]{1,2})")


def drops_denial(question: str, answer: str) -> bool:
    """Whether an answer says of so many that they do what the question says they do not.

    >>> asked = "How many students do not wear glasses?"
    >>> drops_denial(asked, "11 students wear glasses"), drops_denial(asked, "11 students don't wear glasses"), drops_denial(asked, "11 students")
    (True, False, False)
    >>> drops_denial("有多少人没有戴眼镜?", "11人戴眼镜"), drops_denial("有多少人没有戴眼镜?", "11人")
    (True, False)
    """
    if len(answer) > MAX_LENGTH or _DENIES.search(answer.replace("’", "'")) or not re.search(r"\d", answer):
        return False
    words = _words(_asking(question))
    if "many" in words and "not" in words:
        denied = {_stem(w) for w in words[words.index("not") + 1 :] if w not in _EMPTY}
        return bool(denied & {_stem(w) for w in _words(answer)})
    last = re.split(r"[。,，.;；]", question.strip().rstrip("。.?？"))[-1]
    return re.search("多少|几", last) is not None and any(m[1] in answer for m in _NOT_ZH.finditer(last))


# -- in Chinese ------------------------------------------------------------------------------------------

_HALF_WIDTH: Final = str.maketrans("，。；：（）？！“”", ',.;:()?!""')
_HAN_AMOUNT: Final = re.compile(
    r"[零〇一二两三四五六七八九十百千万]+(?:分之[零〇一二两三四五六七八九十百千]+)?"
)
_IS: Final = re.compile(r"(?:应该?|就|分别|一?共)?(?:是|为|等于|有|:|=)+\s*$")
_SAYS_MORE: Final = re.compile(
    r"[不没非未无]|[大小多少高低]于|超过|至[少多]|以[上下内外]|或|[多少]|增|减|除|倍|比"
)
_EVERY: Final = frozenset({"", "它", "答", "答案", "结果", "这个数", "所以", "因此", "则", "即"})


def _chinese(question: str, answer: str) -> str | None:
    text = re.sub(r"\s|\$|\\[()]", "", answer.translate(_HALF_WIDTH)).strip(".")
    asked = re.sub(r"\s|\$", "", question.translate(_HALF_WIDTH))
    text = re.sub(r"^(?:答|所以|因此|则|即|故)[:,]?", "", text)
    for pattern in (re.compile(_AMOUNT), _HAN_AMOUNT):
        for found in pattern.finditer(text):
            before, behind = text[: found.start()], text[found.end() :]
            head = _IS.sub("", before).rstrip(",:")
            if (
                not (head or behind)
                or (before and head == before and f"{head}多少" not in asked)
                or re.search(r"\d", before + behind)
            ):
                continue
            unit = _unit(behind)
            tail = behind[len(unit) :].strip(".")
            told = tail[:1] not in set("万亿千百十成半") and all(
                part in asked or part in _EVERY for part in (head, tail)
            )
            if told and _turns(before + tail) <= _turns(asked.rpartition(".")[2]):
                amount = _amount(found[0])
                return None if amount is None else amount + unit
    return None


def _turns(text: str) -> set[str]:
    return set(_SAYS_MORE.findall(text.replace("多少", "")))


def _unit(text: str) -> str:
    for length in range(min(len(text), 6), 0, -1):
        if measure(canonical(text[:length])) is not None or text[:length] in COUNTED:
            return text[:length]
    return ""


def _amount(text: str) -> str | None:
    if text[0] in "-\\£$€¥" or text[0].isdigit():
        return text
    bottom, stroke, top = text.rpartition("分之")[0], "分之" in text, text.rpartition("分之")[2]
    over, under = chinese_value(top), chinese_value(bottom) if stroke else 1
    if over is None or under is None:
        return None
    return rf"\frac{{{over}}}{{{under}}}" if stroke else str(over)


_UNIT_ASKED: Final = re.compile(r"(?:多少|几)((?:平方|立方)?(?:千|厘|毫|分)?[\u3400-\u9fff])[?？。]?\s*$")
_HAN_WHOLE: Final = re.compile(
    r"(?:[零一二两三四五六七八九十百千万]+又)?[零一二两三四五六七八九十百千万]+分之[零一二两三四五六七八九十百千万]+|[零一二两三四五六七八九十百千万]+"
)


def in_the_unit_asked(question: str, answer: str, reference: str) -> tuple[str, str]:
    """七分之三千克, where the question is for 千克: 七分之三, and not three thousand grams by seven.

    >>> in_the_unit_asked("每人分到多少千克?", "七分之三千克", "3/7"), in_the_unit_asked("每人分到多少克?", "七分之三千克", "3/7")[0]
    (('七分之三', '3/7'), '七分之三千克')
    """
    asked = _UNIT_ASKED.search(question.strip())
    if asked is None:
        return answer, reference
    texts = []
    for text in (answer, reference):
        plain = re.sub(r"^(?:答[:：]?)?", "", text.strip().strip("。."))
        bare = plain.removesuffix(asked[1])
        cut = bare != plain and asked[1][0] in "千平立厘毫分" and _HAN_WHOLE.fullmatch(bare)
        texts.append(bare if cut else text)
    return texts[0], texts[1]
