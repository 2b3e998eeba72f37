"""Judge an answer to a question that may have options: by letter, or by the one option with the same value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import ascii_uppercase
from typing import Final

from evaluation.grader.cleaning import clean, squeezed
from evaluation.grader.comparing import compare
from evaluation.grader.final_answer import final_answer
from evaluation.grader.remarks import without_remarks
from evaluation.grader.sayings import GUARD
from evaluation.grader.sentences import blanks, sayings_beside
from evaluation.grader.values import Equality

_NAMED: Final = re.compile(
    r"((?:[A-Za-z]+ )+)(?:is|are|was|were)(?: the)? ([A-Z][a-z]+(?: [A-Z][a-z]+)?)[.!]?"
)
"""A sentence that ends with a name: `The winner is Ann.`"""
_FIRST: Final = re.compile(
    r"([A-Z][a-z]+|[\u3400-\u9fff]{2,3}?)(?:\s+(?:won|wins|finish(?:ed|es)\s+first|c[ao]mes?\s+(?:in\s+)?first|is\s+(?:right|correct|the\s+(?:winner|[a-z]+est)))|会?(?:赢了?|获胜|胜出)|[说做算]得?对了?|得了?第一名?|(?:[\u3400-\u9fff]得)?最[\u3400-\u9fff]{1,2})[.!。]?"
)
"""A sentence that begins with a name and says that it is the one: `Ann won`, 小明跑得最快."""
_NONE_OF_THEM: Final = re.compile(
    r"none of (?:the above|these|them|the other[a-z ]*)\.?|以上(?:答案|选项|结果)?(?:都|均)?(?:不对|不是|不正确)|都不[对是]",
    re.IGNORECASE,
)


def judge(
    answer: str, reference: str, *, choices: Sequence[str] | None = None, ordered: bool = False
) -> Equality:
    """Whether an answer is right. With `choices` the reference is a letter, and the answer a letter or a value; or several letters.

    >>> judge("B", "B", choices=["1", "2"]), judge("2", "B", choices=["1", "2"]), judge("b", "B", choices=["3", "2b"]), judge("b", "B", choices=["1", "2"])
    ('equal', 'equal', 'different', 'equal')
    >>> judge("故选：A、C", "AC", choices=["1", "2", "3"]), judge("A", "AC", choices=["1", "2", "3"])
    ('equal', 'different')
    """
    if not choices:
        if (key := _bare_letter(reference)) and (
            chosen := letter(answer)
            or letter(final_answer(answer) or "")
            or _small_letter(answer, marked=key != "E" or _MARKED.fullmatch(reference.strip()) is not None)
        ):
            return "equal" if chosen == key else "different"
        return _told_or_whole(answer, reference, ordered=ordered)
    choices = without_labels(choices)
    if keys := letters(reference, len(choices)):
        told = final_answer(answer) or answer
        return "equal" if keys == (letters(told, len(choices)) or _by_values(told, choices)) else "different"
    key = letter(reference)
    if key is None or ascii_uppercase.index(key) >= len(choices):
        return "undecided"
    same_text = [a for a, c in zip(ascii_uppercase, choices, strict=False) if _same_text(answer, c)]
    chosen = (
        letter(answer)
        or letter(final_answer(answer) or "")
        or _small_letter(answer, marked=not any(_ALONE.search(c) for c in choices))
    )
    if chosen is not None and same_text and ascii_uppercase.index(chosen) >= len(choices):
        chosen = None  # a name that is an option's text: M of four people
    if chosen is not None and not same_text:
        if chosen == key and _belies(answer, choices, ascii_uppercase.index(key)):
            return "different"
        return "equal" if chosen == key else "different"
    if same_text:  # an option may itself be a letter: then both readings must agree
        agree = {*same_text, *([chosen] if chosen else [])}
        return "undecided" if len(agree) > 1 and key in agree else "equal" if key in agree else "different"
    verdicts = [compare(answer, c, letters=True) for c in choices]
    matching = [a for a, v in zip(ascii_uppercase, verdicts, strict=False) if v == "equal"]
    if len(matching) > 1:  # 1 : 2 and 1/2 are equal, but an answer with a colon means the one with a colon
        matching = [
            a for a in matching if (":" in answer) == (":" in choices[ascii_uppercase.index(a)])
        ] or matching
    if not matching and _NONE_OF_THEM.fullmatch(choices[ascii_uppercase.index(key)].strip()):
        others = [v for a, v in zip(ascii_uppercase, verdicts, strict=False) if a != key]
        return "equal" if all(v == "different" for v in others) else "undecided"
    if not matching:
        return "undecided" if verdicts[ascii_uppercase.index(key)] == "undecided" else "different"
    if key not in matching:
        return "different"
    return "equal" if len(matching) == 1 else "undecided"


_WITH_TEXT: Final = re.compile(r"[(（]?[A-F][)）.．:：]\s*(\S.*)")

_AND_ANOTHER: Final = re.compile(r"(?:[,;，；和或]|\band\b|\bor\b)\s*[(（]?[A-F][.)．）]")


def _belies(answer: str, choices: Sequence[str], own: int) -> bool:
    """Whether the text behind a letter is that of another option, or names one more: `(B) 18`, where B is 15 and C is 18."""
    said = _WITH_TEXT.fullmatch(answer.strip().strip("$"))
    if said is None or compare(said[1], choices[own], letters=True) == "equal":
        return False
    if _AND_ANOTHER.search(said[1]):
        return True
    return any(compare(said[1], c, letters=True) == "equal" for i, c in enumerate(choices) if i != own)


def _told_or_whole(answer: str, reference: str, *, ordered: bool) -> Equality:
    """As `compare`; a text that says which of its words are the answer is also taken at that, on either side."""
    if "####" in reference or r"\boxed" in reference:  # a worked solution
        reference = final_answer(reference) or reference
    found, said = compare(answer, reference, ordered=ordered), final_answer(answer)
    if found != "equal" and said is not None and said != answer.strip():
        found = compare(said, reference, ordered=ordered)
    if found != "equal" and (in_blanks := blanks(answer)):
        return compare(in_blanks, reference, ordered=True)
    if found != "equal" and any(
        compare(one, reference, ordered=ordered) == "equal" for one in sayings_beside(answer, reference)
    ):
        return "equal"
    if found != "equal" and _without_remarks(answer, reference, ordered=ordered):
        return "equal"
    if found != "equal" and (name := _name_told((said or answer).replace("**", "").strip().strip("$"))):
        return "equal" if compare(name, reference) == "equal" else found
    return found


def _without_remarks(answer: str, reference: str, *, ordered: bool) -> bool:
    """Whether both are equal without what they repeat in brackets."""
    bare = [without_remarks(text) for text in (answer, reference)]
    plain = [text or given for text, given in zip(bare, (answer, reference), strict=True)]
    return any(bare) and compare(plain[0], plain[1], ordered=ordered) == "equal"


def _name_told(sentence: str) -> str | None:
    """The name that a sentence gives as the answer."""
    if (named := _NAMED.fullmatch(sentence)) and not GUARD.search(named[1]):
        return named[2]
    first = _FIRST.fullmatch(sentence)
    return first[1] if first and not GUARD.search(first[1]) else None


def letters(text: str, count: int) -> set[str]:
    """Several of `count` options that a text names by their letters; none where it names one, or anything else.

    >>> sorted(letters("A, C", 4)), letters("A", 4), letters("A, C", 2)
    (['A', 'C'], set(), set())
    """
    plain = re.sub(r"^(?i:options?|choices?|故?应?选项?|答案[是为]?)", "", squeezed(clean(text)))
    found = re.sub(r"[(),;.:]|and|[和与及]", "", plain)
    named = set(found)
    known = len(named) == len(found) > 1 and named <= set(ascii_uppercase[:count])
    return named if known else set()


def _by_values(text: str, choices: Sequence[str]) -> set[str]:
    """Several options that a text names by their values; none where one of its parts is not just one of them."""
    named = set()
    for part in re.split(r"[,;，；、和与]|\band\b", text):
        same = [
            a
            for a, c in zip(ascii_uppercase, choices, strict=False)
            if compare(part, c, letters=True) == "equal"
        ]
        if len(same) != 1:
            return set()
        named.update(same)
    return named if len(named) > 1 else set()


def key_of(text: str, choices: Sequence[str]) -> str | None:
    """The letter of the only option that a text is, word for word; None where there is no such one.

    >>> key_of("12", ["7", "12"]), key_of("3", ["7", "12"])
    ('B', None)
    """
    same = [a for a, c in zip(ascii_uppercase, without_labels(choices), strict=False) if _same_text(text, c)]
    return same[0] if len(same) == 1 else None


def without_labels(choices: Sequence[str]) -> list[str]:
    """Options whose texts begin with their own letters, all of them in order, without these.

    >>> without_labels(["a ) 45", "b ) 54"]), without_labels(["a ) 45", "54"])
    (['45', '54'], ['a ) 45', '54'])
    """
    labelled = [
        re.fullmatch(rf"\s*\(?\s*{name}\s*[).:]\s*(.+)", text, re.IGNORECASE | re.DOTALL)
        for name, text in zip(ascii_uppercase, choices, strict=False)
    ]
    return [m[1] for m in labelled if m] if all(labelled) else list(choices)


def _bare_letter(text: str) -> str | None:
    """The option that a reference is, and nothing else."""
    found = re.fullmatch(r"\(([A-F])\)|([A-F])", squeezed(clean(text)))
    return (found[1] or found[2]) if found else None


_MARKED: Final = re.compile(
    r"[(（][A-Fa-f][)）]|[A-Fa-f][.．:：)）、]|(?i:option|choice|选项?)\s*[A-Fa-f][.．]?"
)
"""A letter that can only be an option's."""
_ALONE: Final = re.compile(r"(?<![A-Za-z])[a-f](?![A-Za-z])")


def _small_letter(text: str, *, marked: bool) -> str | None:
    """The option that a small letter names, where it or (`marked`) the other text shows that it is one."""
    plain = (final_answer(text) or text).strip().strip("$").strip()
    found = re.search(r"[a-f](?=\W*$)", plain)
    if found and (_MARKED.fullmatch(plain) or (marked and len(plain) == 1)):
        return found[0].upper()
    return None


_AT_THE_END: Final = re.compile(
    r"[,;.，；。]\s*(?:(?:so|hence|thus|therefore|i\.e\.|which\s+is)\s*,?\s*)?(?:the\s+answer\s+is\s+)?(?:option|choice|(?:所以|因此|应|故)*选(?:项|择)?)\s*[(（]?([A-F])[)）]?\s*[.。]?\s*$"
)
"""Behind the value: `…, so option C`."""


def letter(text: str) -> str | None:
    """The option that a text names: `B`, `(B)`, `\\text{B}`, `B. 12`; None where it names none.

    >>> letter(r"\\text{(C)}"), letter("D. 12 m"), letter("b"), letter("AB")
    ('C', 'D', None, None)
    """
    plain = re.sub(
        r"^(?i:option|choice|(?:the)?answer(?:is)?:?)(?=\W*[A-Z](?:\W|$))|^(?i:i(?:would|'d|will)?(?:choose|pick|select|gofor|gowith))(?i:theanswer|answer|option|choice)?(?=\W*[A-F]\W*$)|^(?:故?选项?|答案[是为]?选?):?(?=\W*[A-Z])",
        "",
        squeezed(clean(text)),
    )
    if right := re.fullmatch(
        r"(?i:option|choice|answer)\(?([A-F])\)?is(?:the)?(?:correct|right)(?:answer|choice|option)?", plain
    ):
        return right[1]
    found = re.fullmatch(r"\(?([A-Z])\)?[.:]?|\(?([A-Z])[).:]\s*\S.*", plain)
    if found is None and (last := _AT_THE_END.search(text)):
        return last[1]
    if found is None and (small := re.fullmatch(r"\(([a-e])\)", plain)):
        return small[1].upper()
    return (found[1] or found[2]) if found else None


def _same_text(answer: str, choice: str) -> bool:
    return squeezed(clean(answer)) == squeezed(clean(choice)) != ""
