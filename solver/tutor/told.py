r"""Whether a hint that a language model worded may be told: it names the idea of the solution in words, and nothing else.

Whatever could contradict the solution or give away more than an idea is refused, also where it would be true: then the tutor's own
words are told. So there is nothing in it to compute with (a number, an equation, a part of a formula that the problem does not have),
no word about the answer, no method or theorem that neither the solution nor the tutor's own idea names, and no other language.
What is left can be poor advice; it cannot state a falsehood about the problem. Runs in a reading worker.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from solver.ports import Language
from solver.reader.numerals import in_digits
from solver.topics.methods import METHODS
from solver.tutor.formulas import FORMULA, normal, outside, sides
from solver.tutor.statements import secret_of, value

MOST_SENTENCES: Final = 3
"""One more than a model is asked for."""
_END: Final = re.compile(r"[.!?](?:\s|$)|[。！？；]")
_FOREIGN: Final = re.compile(r"[^\W\d_A-Za-zÀ-ÿ\u0370-\u03ff\u3400-\u9fff]")
"""Letters of other writings; Greek ones stand in formulas."""
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_WORD: Final = re.compile(r"[A-Za-zÀ-ÿ]{2,}")
_ENGLISH: Final = frozenset(
    "the and of to is are with this that these you your both each it its which when then think look find use using write from by into how what because so can one".split()
)
"""One word in six of any plain English sentence; those that other languages share are outweighed."""
_SHAPE: Final = re.compile(
    r"```|\\boxed|https?:|^\s*(?:#|>|\||[-*]\s|\d+[.)]\s)|\n\s*\n|<[/|!A-Za-z]|!\[|\]\(", re.MULTILINE
)
_ANSWER: Final = re.compile(
    r"(?i)\b(?:answers?|results?|solutions?|roots?|values?)\s+(?:of\s+\S+\s+)?(?:is|are|equals?|will|must|should|comes?|becomes?|turns?)\b|\bno (?:real )?(?:solutions?|roots?|answers?|limit)\b"
    r"|\b(?:impossible|unsolvable|undefined|infinitely many|always true|does not exist|cannot be solved|equals?(?! (?:zero|the|a|each|both)\b))\b|\bone[- ]half\b"
    r"|(?:答案|结果|解|根|值)[^，。；]{0,4}(?:是|为|等于|即)|无解|无实|不存在|没有(?:解|实|根)|不可能|无穷多|恒成立|等于(?!零)"
)
_RELATION: Final = re.compile(r"[=<>≤≥≈≠]|\\(?:leq?|geq?|neq?|approx|lt|gt)(?![A-Za-z])")
_ENGLISH_NUMBER: Final = re.compile(
    r"(?i)\b(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|halves|thirds?|quarters?|fifths?|twice|double[sd]?|triple[sd]?|dozen)\b"
)
_ZERO: Final = re.compile(r"(?i)\bzeros?\b|[零〇]")
_MAY_BE_ZERO: Final = re.compile(
    r"(?i)factor|product|denominator|numerator|derivative|slope|square|因式|因子|积|分母|分子|导数|斜率|平方|零点"
)
"""What is zero in many an idea; anything else that is said to be zero is a value."""
_TWO: Final = re.compile(r"(?i)\b(?:two|one)\b")
_VALUE_TWO: Final = re.compile(
    r"(?i)\b(?:is|get|gives?|be|leaves?|makes?|by|add|subtract|times)\s+(?:one|two)\b"
)
"""Where these numerals are values; "two factors" has none."""
_MATHS: Final = re.compile(r"[^\s\u3000-\u9fff，。；：！？、]*[\d=<>≤≥≈≠][^\s\u3000-\u9fff，。；：！？、]*")
"""What stands in prose and is no word."""
_CHINESE_NUMBER: Final = re.compile(
    r"(?<![第同另每统唯任之专])(?:[三四五六七八九十百千万]|[一二两](?=[零〇一二三四五六七八九十百千万分])|半)+(?![次元角边步点致定起些样般直旦下项式方棱字径])|分之"
)
_NAMED: Final = re.compile(
    r"(?i)\b([A-Za-zÀ-ÿ]+(?:['’]s?)?)\s+(?:theorem|rule|law|formula|lemma|inequality|identity|test|criterion)\b"
)
_NAMED_ZH: Final = re.compile(r"([\u3400-\u9fff]{2})(?:定理|法则|定律|公式|不等式|恒等式|判别法|引理)")
_GENERAL: Final = frozenset(
    "the a an this that these right same known general following suitable matching basic what which".split()
)
_VAGUE: Final = frozenset(
    "square-roots graph rules definition direct symmetry derivative cases squaring number-line equation table listing formula".split()
)
"""Methods whose names are words that a hint may well use for something else."""
_TRANSLATED: Final = {
    "factoring": r"as a product|into factors|factors?\b|乘积|因式",
    "completing-the-square": r"(?:perfect|complete|whole) square|完全平方",
}
"""Other words for a method that a solution may use."""


def bare(said: str) -> str:
    """A hint without the name of what it is and without quotes around it.

    >>> bare('Hint: "Look for a common factor."')
    'Look for a common factor.'
    """
    told = re.sub(r"(?i)^\s*\**(?:hint|idea|提示|思路)\**\s*[:：]\**\s*", "", said.strip())
    pairs = {('"', '"'), ("“", "”"), ("「", "」"), ("'", "'")}
    return told[1:-1].strip() if len(told) > 2 and (told[0], told[-1]) in pairs else told


def may_be_told(
    said: str, language: Language, *, problem: str, answer: str, lines: Sequence[str], idea: str
) -> bool:
    """Whether a model's hint may stand in place of `idea`, the tutor's own. `lines` and `answer` are the solution's."""
    if _SHAPE.search(said) or len(_END.findall(said)) > MOST_SENTENCES or not _is_in(language, said):
        return False
    if _ANSWER.search(said) or _computes(said, problem):
        return False
    if _gives_away(said, problem, answer, lines):
        return False
    return _names_only(said, "\n".join((problem, *lines, idea)))


def _is_in(language: Language, said: str) -> bool:
    """Whether the words are those of the language; formulas have none."""
    prose = "".join(said[start:end] for start, end in outside(said))
    words, signs = _WORD.findall(prose), len(_HAN.findall(prose))
    if _FOREIGN.search(prose):
        return False
    if language == "zh":
        return signs >= 4 and signs >= 2 * len(words)
    known = sum(word.lower() in _ENGLISH for word in words)
    return not signs and len(words) >= 4 and 6 * known >= len(words)


def _computes(said: str, problem: str) -> bool:
    """Whether there is something in it to compute with that the problem does not have."""
    given = normal(problem)
    for match in FORMULA.finditer(said):
        inside = next(text for text in match.groups() if text is not None)
        if (re.search(r"\d", inside) or _RELATION.search(inside)) and not _stands_in(inside, given):
            return True
    for start, end in outside(said):
        prose = said[start:end]
        if not all(_stands_in(m[0].strip(".,;:!?\"'“”"), given) for m in _MATHS.finditer(prose)):
            return True
        if _ENGLISH_NUMBER.search(prose) or _CHINESE_NUMBER.search(prose):
            return True
    return bool(_ZERO.search(said)) and not _MAY_BE_ZERO.search(said)


def _stands_in(formula: str, given: str) -> bool:
    """Whether the problem has this formula, which is more than a number."""
    told = normal(formula)
    return len(told) > 1 and bool(re.search(r"[A-Za-z]", told)) and told in given


def _gives_away(said: str, problem: str, answer: str, lines: Sequence[str]) -> bool:
    """Whether it states the answer, or a value that the solution only works out, in digits or in words."""
    texts = [said, in_digits(said)]
    if _VALUE_TWO.search(said):
        texts.append(_TWO.sub(lambda m: "1" if m[0].lower() == "one" else "2", said))
    results = [secret_of(text, problem) for text in _results(lines)]
    secrets = [secret_of(answer, problem), *(secret for secret in results if secret.values)]
    return any(secret.stated_in(text) for secret in secrets for text in texts)


def _results(lines: Sequence[str]) -> list[str]:
    """What the chains of a solution end in."""
    found = []
    for line in lines:
        row = [s for s in sides(line) if s.relation and not s.inner and value(s.text) is not None]
        found += [row[-1].text] if row else []
    return found


def _names_only(said: str, known: str) -> bool:
    """Whether every method and every theorem that a hint names is named in `known`."""
    for name, method in METHODS.items():
        if name in _VAGUE:
            continue
        pattern = rf"(?i)\b(?:{method.english})\b|(?:{method.chinese})"
        if re.search(pattern, said) and not re.search(f"{pattern}|{_TRANSLATED.get(name, '(?!)')}", known):
            return False
    low = known.lower()
    for match in _NAMED.finditer(said):
        name = re.sub(r"['’]s?$", "", match[1].lower())
        if name not in _GENERAL and name not in low:
            return False
    return all(match[1] in known for match in _NAMED_ZH.finditer(said))
