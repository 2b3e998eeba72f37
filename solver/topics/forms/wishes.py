"""Which form a question asks its answer to have, and the question without that wish.

Read: one accuracy and one notation, at any usual place: behind the question, before it, in brackets, in a sentence of its own.
Not: an accuracy that a number of the problem has ("5.3 cm, correct to 1 d.p."), bounds, estimates, two different wishes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from solver.ports import Language
from solver.reader.numbering import labels_of_parts
from solver.topics.forms.form import EXACT, Form, Manner
from solver.topics.forms.phrases import MARK, phrases_in


@dataclass(frozen=True, slots=True)
class Wish:
    """The form, and the question without it."""

    rest: str
    form: Form

    def in_usual_words(self, language: Language) -> tuple[str, ...]:
        """The question with the wish in words that topics know, where they see to it themselves: π for 3.14."""
        if self.form.manner != "pi" or self.form.accuracy is not None:
            return ()
        rest = self.rest.rstrip(" .。")
        return (f"{rest},结果保留π。" if language == "zh" else f"{rest} in terms of π.",)


_T: Final = MARK
_G: Final = rf"{_T}(?:[\s,]*(?:and\s+|but\s+|或)?{_T})*"
_VERB: Final = r"(?:please\s+)?(?:(?:give|giving|express|expressing|write|writing|state|stating|leave|leaving|round|rounding|report|reporting|quote|quoting|provide|present|show|enter|submit|approximate|keep|keeping|put|use|using|calculate|work\s+out|find)(?:\s+off)?)"
_ANSWER: Final = r"(?:(?:your|the|its|all|any|each|every|both|final|numerical|non-exact|exact|of|these|two|three|decimal|simplified)\s+)*(?:answers?|results?|solutions?|roots?|values?|lengths|angles|it|them|each|all)"
_STATE: Final = r"(?:(?:is|be|are|to\s+be|should\s+be|must\s+be|both|all|each|of\s+them|correct|corrected|correctly|accurate|accurately|rounded|rounding|approximated|expressed|written|given|stated|off|answers?|your\s+answers?|simplified|fully|and|as|either)\s+)*"
_NEED: Final = r"(?:\s*,?\s*(?:where|if|when|as|whenever)\s+(?:it\s+is\s+|they\s+are\s+)?(?:necessary|needed|appropriate|required|possible|applicable|relevant|not\s+exact))?"
_IF_NEEDED: Final = re.compile(
    rf"(?i){_T}\s*,?\s*(?:where|if|when|as|whenever)\s+(?:it\s+is\s+|they\s+are\s+)?(?:necessary|needed|appropriate|required|applicable|relevant|not\s+exact)"
)
_END: Final = r"(?=\s*(?:[.?!,;:)]|$))"
_COMMAND: Final = r"find|calculate|compute|evaluate|determine|what|how|solve|work\s+out|give|express|write|round|state|which|simplify|approximate|convert|differentiate|integrate|show"
_ASKS: Final = re.compile(rf"(?i)\b(?:{_COMMAND})\b")
_WORD: Final = re.compile(r"[A-Za-z]{3,}")
_EN_OWN: Final = re.compile(
    rf"(?i)(?:^|(?<=[.?!;:,)$\]])|(?<=\s[-–])|\s+(?=and\s+(?:give|round|express|write|leave)))\s*\(?\s*(?:(?:and|but|then)\s+)?{_VERB}\s+(?:{_ANSWER}\s+)?{_STATE}{_G}{_NEED}\s*[.!:;]?\s*\)?\s*[.!:;]?(?=\s|$)"
)
_EN_BRACKET: Final = re.compile(rf"(?i)\(\s*(?:{_VERB}\s+)?(?:{_ANSWER}\s+)?{_STATE}{_G}{_NEED}\s*\.?\s*\)")
_EN_LEAD: Final = re.compile(rf"(?i)^\s*{_STATE}{_G}{_NEED}\s*[,:]\s*")
_EN_END: Final = re.compile(rf"(?i)\s*,?\s*{_STATE}{_G}{_NEED}{_END}")
_EN_NEXT: Final = re.compile(rf"(?i)(?<![a-z])(?P<verb>{_COMMAND})\s*,?\s*{_STATE}{_G}\s*,?\s+(?=\S)")
_EN_MIDDLE: Final = re.compile(
    rf"(?i)\s*,?\s*{_STATE}{_G}\s*,?(?=\s+(?:of|if|when|given|for|where|using|with|that|in|between|from|such)\b)"
)
_ZH_BEFORE: Final = r"(?:请|要求|最后|最终|计算|其中?|且|并|要|把|将|均|都|各|每个|所有|以|再|取|按|可|应|需|求得?的?|(?:四舍五入法?)|的|为|结果|答案|得数|商|解|值|近似值|近似数|百分数|小数|\s|,|:)*"
_ZH_AFTER: Final = (
    r"(?:\s*,?\s*(?:来表示|表示|即可|就行|就可以|作答|回答|的?近似值|的?近似数|四舍五入|的?形式|为准))*"
)
_ZH_BRACKET: Final = re.compile(rf"\(\s*{_ZH_BEFORE}{_G}{_ZH_AFTER}\s*[。.]?\s*\)")
_ZH_IN_BRACKET: Final = re.compile(
    rf"(?<=[^(])[,;]{_ZH_BEFORE}{_G}{_ZH_AFTER}(?=\s*\))|(?<=\(){_ZH_BEFORE}{_G}{_ZH_AFTER}\s*[,;]"
)
_ZH_LEAD: Final = re.compile(rf"^\s*{_ZH_BEFORE}{_G}{_ZH_AFTER}\s*[,:。;]\s*")
_ZH_COMMAND: Final = re.compile(rf"^\s*(?:请)?{_G}(?:来?表示|写出)(?:数|下面的数)?\s*(?=[\d√(\\$-])")
_ZH_OWN: Final = re.compile(rf"(?:[,;:.]|(?<=[。?!]))\s*{_ZH_BEFORE}{_G}{_ZH_AFTER}(?=\s*(?:$|[,。;.!?\n(]))")
_ZH_END: Final = re.compile(
    rf"\s*,?\s*(?:的(?:值|结果)?)?{_ZH_BEFORE}{_G}{_ZH_AFTER}(?:的?(?:结果|值))?(?:约?(?:是|为|等于)(?:多少)?)?(?=\s*(?:$|[,。;.?!]))"
)
_ZH_ASKS: Final = re.compile(r"[求问]|计算|算|解|化简|多少|几|什么|哪|_{2,}|\?")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_CLOUDED: Final = re.compile(
    r"(?i)\b(?:round\w*|estimat\w*|bounds?|nearest|accura\w*|errors?|truncat\w*|significant|approximat\w*|decimal\s+places?|without\s+rounding)\b|四舍五入|误差|估|精确到|保留|有效数字|近似|约等|范围"
)
"""A rest that speaks of rounding is no plain question."""
_EXACT: Final = re.compile(
    r"(?i)\bexact(?:ly)?\b(?!\s+(?:\$?\d|one|two|three|four|five|six|half|once|twice))|精确值|准确值"
)
"""With an accuracy: both are wished for."""
_ABOUT: Final = re.compile(
    r"(?i)\b(?:use|using|with)\s+(?:a|your|the)\s+calculator\s*,?\s*(?:to\s+)?|(?:请|可)?(?:利用|使用|借助|用)计算器,?(?=求|计算|算)|"
    r"\b(?:an?\s+)?approximate(?:ly)?\s+(?=values?\b|solutions?\b|roots?\b)|(?<=的)近似(?=值|解)|的近似数"
)
_ALL: Final = re.compile(r"(?i)\b(?:answers|results|both|each|all|every|roots|solutions|values)\b|都|均|各")
_ANSWERS_ZH: Final = re.compile("结果|答案|得数")
_GOES_ON: Final = re.compile(rf"\s*\)?\s*,?\s*(?:and\b|[和与及]|以及)(?!\s*{_T})")
"""to 2 decimal places and …: of what stands before."""
_SECOND_COMMAND: Final = re.compile(
    rf"(?i)\b(?:{_COMMAND})\b[^.?!]*?\band\s+(?:then\s+|also\s+)?(?:find|calculate|compute|evaluate|determine|work\s+out)\b|[求算](?=.*[,;]\s*[并再]求)[^()]*\(\s*$"
)
_NAMED: Final = re.compile(
    rf"(?i)\s*(?:and\s+)?{_VERB}\s+(?:the|its)\s+(?!{_ANSWER}\b)[a-z]+(?:\s+[a-z]+)*?(?<!s)\s*,?\s*{_STATE}"
)
_NAMED_ZH: Final = re.compile(
    rf"{_ZH_BEFORE}(?!.*(?:坐标|根|解|值|角|点|求|问|算))[\u3400-\u9fff]{{1,8}}?{_ZH_BEFORE}"
)
"""the variance to 1 decimal place, 方差保留一位小数: one of what is asked for."""
_STANDARD: Final = re.compile(r"(?i)\bstandard\s+form\b")
_LETTERED: Final = re.compile(
    r"(?i)=|(?<![a-z\\'])(?<!\d\s)[b-z](?![a-z'])|\b(?:equation|line|polynomial|function)s?\b"
)
_LEADING: Final = re.compile(
    r"(?i)^(\s*(?:please\s+)?)(?:round|express|write|give|state|approximate|leave|put)(?:\s+off)?\s+(?=\S)"
)
_SENTENCE: Final = re.compile(r"(?<=[?!。；;])|(?<=\.)(?=\s)|\n")


_BY_STRIPS: Final = re.compile(
    r"(?i)\btrapez(?:oid|ium)|\bsimpson|\bmid-?point\s+(?:rule|sum)|\briemann\s+sum|梯形(?:法|公式)|辛普森|中点(?:法|公式)|矩形法"
)
_ESTIMATE: Final = re.compile(r"(?i)\b(?:estimat|approximat)\w*\b|近似|估计")
"""By such a rule an integral is estimated, and the sum itself is exact."""


def wish_in(source: str) -> Wish | None:
    """The wish of a cleaned text; None where it has none, or one that is not at a place of a wish.

    >>> wish_in("Calculate sqrt(2)+sqrt(3) to 2 decimal places.").rest
    'Calculate sqrt(2)+sqrt(3).'
    >>> wish_in("求斜边(结果精确到0.1)。").rest, wish_in("The length is 5.3 cm, correct to 1 decimal place. Find the upper bound.")
    ('求斜边。', None)
    """
    marked = _marked(source)
    if marked is None:
        return None
    text, form = marked
    is_of_one = _is_of_one(text)
    is_chinese = _HAN.search(text.replace(_T, "")) is not None
    for _ in range(3):
        if _T not in text:
            break
        shorter = _without(text, chinese=is_chinese or not _WORD.search(text))
        if shorter is None:
            return None
        text = shorter
    if _T in text:
        return None
    rest = _tidy(_as_question(_ABOUT.sub("", text)))
    plain = _ESTIMATE.sub("", rest) if _BY_STRIPS.search(rest) else rest
    if _CLOUDED.search(plain) or not rest.strip(" .,;:?。"):
        return None
    if form.accuracy is not None and _EXACT.search(rest):
        return None
    if form.manner == "scientific" and _STANDARD.search(source) and _LETTERED.search(rest):
        return None  # the standard form of an equation or a polynomial
    return Wish(
        rest, replace(form, is_of_one=is_of_one, is_if_needed=_IF_NEEDED.search(marked[0]) is not None)
    )


def wants_exact_and_rounded(source: str) -> bool:
    """Whether a text wishes for an exact answer and for a rounded one.

    >>> wants_exact_and_rounded("Find the volume in terms of π and to 1 decimal place."), wants_exact_and_rounded("in degrees to 1 decimal place")
    (True, False)
    """
    found = phrases_in(source)
    form = found.form()
    is_rounded = form is not None and form.accuracy is not None
    return is_rounded and (bool(found.manners & EXACT) or _EXACT.search(source) is not None)


def _is_of_one(text: str) -> bool:
    """Whether the phrase, where it stands, speaks of one of several things that are asked for."""
    at, end = text.index(_T), text.rindex(_T) + 1
    start = max((m.end() for m in _SENTENCE.finditer(text, 0, at)), default=0)
    sentence = text[start:at]
    clause = re.split(r"[,;:()]", sentence)[-1]
    if (labels := labels_of_parts(text)) and at > labels[0].end():
        alone = start >= labels[-1].end() and _ANSWERS_ZH.search(sentence) is not None
        return not (alone or _ALL.search(clause if start < labels[-1].end() else sentence))
    if _GOES_ON.match(text, end) or _SECOND_COMMAND.search(sentence):
        return True
    if not _ASKS.search(text[:start]) and not _ZH_ASKS.search(text[: at - len(clause)]):
        return False
    named, named_zh = _NAMED.fullmatch(sentence), _NAMED_ZH.fullmatch(clause)
    return named is not None or (named_zh is not None and re.fullmatch(_ZH_BEFORE, clause) is None)


def _marked(source: str) -> tuple[str, Form] | None:
    """The text with a mark for each phrase, and the form that they make together; None where they make none."""
    found = phrases_in(source)
    form, kinds = found.form(), found.manners | found.of_roundings
    accuracy = form.accuracy if form is not None else None
    if "decimal" in kinds and accuracy and "percent" not in kinds:
        kinds -= {"decimal"}  # "as a decimal to 3 places"
    if form is None or len(kinds) > 1 or accuracy and kinds & EXACT or _T not in found.text:
        return None
    only: Manner = next(iter(kinds), "")
    return found.text, replace(form, manner=only)


def _without(text: str, *, chinese: bool) -> str | None:
    """The text without its first wish that stands where a wish may; None where there is none."""
    for remove in _CHINESE if chinese and _HAN.search(text) else (*_ENGLISH, *_CHINESE):
        shorter = remove(text)
        if shorter is not None:
            return shorter
    return None


def _cut(pattern: re.Pattern[str], by: str = " ", *, asked: bool = False) -> Callable[[str], str | None]:
    """Takes the first match away; `asked`: only behind a question or a command of the same sentence, or a bare formula."""

    def remove(text: str) -> str | None:
        for match in pattern.finditer(text):
            if not asked or _is_asked(text, match.start()):
                return text[: match.start()] + match.expand(by) + text[match.end() :]
        return None

    return remove


def _is_asked(text: str, at: int) -> bool:
    before = text[:at]
    if _HAN.search(text.replace(_T, "")):
        return _ZH_ASKS.search(before) is not None or not _HAN.search(before)
    sentence = next((s for s in reversed(list(_sentences(before))) if s.strip()), "")
    words = [w for w in _WORD.findall(sentence) if w.lower() not in _NAMES]
    return _ASKS.search(sentence) is not None or not words


_NAMES: Final = frozenset(
    "sqrt sin cos tan cot sec csc log exp frac dfrac pi left right cdot times arcsin arccos arctan int infty".split()
)


def _sentences(text: str) -> Iterator[str]:
    yield from _SENTENCE.split(text)


_ENGLISH: Final = (
    _cut(_EN_BRACKET),
    _cut(_EN_OWN),
    _cut(_EN_LEAD),
    _cut(_EN_NEXT, r"\g<verb> "),
    _cut(_EN_END, "", asked=True),
    _cut(_EN_MIDDLE, "", asked=True),
)
_CHINESE: Final = (
    _cut(_ZH_COMMAND, "计算"),
    _cut(_ZH_IN_BRACKET, ""),
    _cut(_ZH_BRACKET, ""),
    _cut(_ZH_LEAD, ""),
    _cut(_ZH_OWN, "", asked=True),
    _cut(_ZH_END, "", asked=True),
)


def _as_question(text: str) -> str:
    """A command to write something becomes one to find it; a gap behind ≈ one behind =."""
    text = re.sub(r"(?:≈|\\approx(?![A-Za-z])|约等于|约为)\s*(?=\?|_{2,}|\(\s*\)|多少|$)", "=", text)
    text = re.sub(r"=\s*(?:_{2,}|\(\s*\))", "=?", text)
    parts = _SENTENCE.split(text)
    return "".join(_LEADING.sub(r"\1Find ", part) for part in parts)


def _tidy(text: str) -> str:
    text = re.sub(r"\(\s*[,;.]*\s*\)", " ", text)
    text = re.sub(r"\s+(?=[.?!,;:。)])(?!\.\.)", "", text)
    text = re.sub(r"([,;:])\s*(?=[.?!。]|$)", "", text)
    text = re.sub(r"(?<!\.)([.?!。])\s*\.(?!\.)", r"\1", text)
    text = re.sub(r"^[\s,;:.。]+", "", text)
    text = re.sub(r",(\s*,)+", ",", text)
    return re.sub(r"[^\S\n]+", " ", text).strip()
