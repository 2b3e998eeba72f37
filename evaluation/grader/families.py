r"""Solutions with a whole number in them (`x = \frac{\pi}{4} + k\pi, k \in \mathbb{Z}`), and whether two families are the same set."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from evaluation.grader.angles import in_radians
from evaluation.grader.values import Equality, value

_WHOLE: Final = (
    r"(?:\\(?:mathbb|mathbf|text)\s*\{?\s*[ZN]\s*\}?|\b[ZN]\b)(?:\s*[\^_]\s*\{?\s*[*+]\s*\}?|[*+])?"
)
_CONDITION: Final = re.compile(
    rf"\s*[,;(]?\s*(?:(?:\\text\s*\{{\s*)?(?:where|for|with)?\s*(?:any|all|some)?\s*(?:integers?)?\s*\}}?)?\s*([kmn])\s*(?:\\in\s*{_WHOLE}|(?:\\text\s*\{{\s*)?(?:is|为|是)?\s*(?:an?\s+|any\s+)?(?:positive\s+|natural\s+)?(?:integers?|numbers?|正?整数|自然数)\s*\}}?)\s*[)]?$"
    rf"|\s*[,;(]?\s*(?:\\text\s*\{{\s*)?(?:where|for|with)?\s*(?:any|all|some)?\s*integers?\s*([kmn])\s*\}}?\s*[)]?$"
)


@dataclass(frozen=True, slots=True)
class Family:
    """The numbers start + k·step for all whole k, several times."""

    name: str
    members: tuple[tuple[Any, Any], ...]
    natural: str = ""  # "N" for k = 0, 1, 2, … alone, "N*" from 1 on

    @property
    def condition(self) -> str:
        """What is said of k."""
        return rf"\in {self.natural or 'Z'}"


def same_families(answer: str, reference: str) -> Equality | None:
    r"""Whether two texts describe one set of the form {start + k·step}; None where one of them is no such text.

    >>> same_families(r"x = \frac{\pi}{4}+k\pi, k \in \mathbb{Z}", r"n\pi - \frac{3\pi}{4} (n \in \mathbb{Z})")
    'equal'
    >>> same_families(r"2k\pi, k \in \mathbb{Z}", r"k\pi, k\in\mathbb{Z}"), same_families("2", "3")
    ('different', None)
    """
    if r"\pi" in answer + reference or r"\text{degrees}" in answer and r"\text{degrees}" in reference:
        answer, reference = in_radians(answer), in_radians(reference)  # beside π degrees are parts of it
    found, expected = _family(answer), _family(reference)
    if found and expected is None and ("\\equiv" in answer or _for_all_whole(reference)):
        expected = _family(f"{reference}, {_letter_of(reference)} {found.condition}")
    if expected and found is None and ("\\equiv" in reference or _for_all_whole(answer)):
        found = _family(f"{answer}, {_letter_of(answer)} {expected.condition}")
    if found is None or expected is None:
        return None  # compared as they stand, without the condition
    if found.name and expected.name and found.name != expected.name:
        return "different"
    if found.natural != expected.natural:
        return "undecided"
    steps = [abs(step) for _, step in (*found.members, *expected.members)]
    if any(not (s / steps[0]).is_rational for s in steps):
        return "undecided"
    whole = (
        steps[0] * sp.ilcm(*[(s / steps[0]).p for s in steps]) / sp.igcd(*[(s / steps[0]).q for s in steps])
    )
    sets = [_residues(family, whole) for family in (found, expected)]
    return "undecided" if None in sets else "equal" if sets[0] == sets[1] else "different"


def without_condition(text: str) -> str:
    r"""The text without `k \in Z` at its end, the letter of which is always k.

    >>> without_condition(r"[n\pi, n\pi+1], n \in \mathbb{Z}"), without_condition("2k")
    ('[k\\pi, k\\pi+1]', '2k')
    """
    condition = _CONDITION.search(text)
    if not condition:
        return text
    name, body = condition[1] or condition[2], text[: condition.start()].lstrip(" ,").rstrip(" ,(")
    if re.match(rf"[a-zS]_\{{?{name}\}}?\s*=", body):
        return body  # a term of a sequence
    return re.sub(rf"(?<![A-Za-z\\]){name}(?![A-Za-z])|(?<=\d){name}(?![A-Za-z])", "k", body)


def _residues(family: Family, whole: Any) -> set[Any] | None:
    """The members between 0 and a common multiple of all steps, as fractions of it."""
    found = set()
    for start, step in family.members:
        for k in range(int(whole / abs(step))):
            place = sp.nsimplify((start + k * step) / whole)
            if not place.is_rational:
                return None
            found.add(place - sp.floor(place))
    return found


_CONGRUENT: Final = re.compile(
    r"(?:([A-Za-z])\s*\\equiv)?\s*([^=<>]+?)\s*(?:\\pmod\s*\{?\s*(\d+)\s*\}?|[(]?\s*(?:\\text\s*\{\s*mod\s*\}|\\?b?mod(?![A-Za-z])(?:ulo)?)\s*\{?(\d+)\}?\s*[)]?)"
)
"""`x \\equiv 3 \\pmod 7`, `x \\equiv 1, 4 (mod 5)`."""


def _letter_of(text: str) -> str:
    """The letter that stands for a whole number in `7k + 3`, by custom."""
    found = re.search(r"(?<![A-Za-z\\])[kmnt](?![A-Za-z])(?!\s*=)", text)
    return found[0] if found else "k"


def _residue_classes(text: str) -> Family | None:
    """What is congruent to some numbers."""
    if not (found := _CONGRUENT.fullmatch(text)):
        return None
    modulus, members = sp.Integer(found[3] or found[4]), []
    for part in re.split(_BETWEEN, found[2]):
        number = value(re.sub(r"^\s*[a-z]\s*\\equiv", "", part))
        if number is None or not number.is_Integer or not modulus:
            return None
        members.append((number, modulus))
    return Family(found[1] or "", tuple(members))


def _for_all_whole(text: str) -> bool:
    """Whether one letter that may be a whole number is in a text, and no other: `\\frac{\\pi}{2} + k\\pi`."""
    letters = set(re.findall(r"(?<![A-Za-z\\])[a-z](?![A-Za-z])", re.sub(r"\\[A-Za-z]+", " ", text)))
    return (
        bool(re.search(r"\d|\\pi", text))
        and letters - {"x"} in ({"k"}, {"n"}, {"m"})
        and "_" not in text
        and "^" not in text
    )


_BETWEEN: Final = r",|\bor\b|\band\b|\\text\s*\{\s*(?:or|and)\s*\}|或者?|和"


def _family(text: str) -> Family | None:
    if congruent := _residue_classes(text):
        return congruent
    condition = _CONDITION.search(text)
    if not condition:
        return None
    letter, body = condition[1] or condition[2], text[: condition.start()].lstrip(" ,").rstrip(" ,(")
    body = re.sub(r"\\(?:pm)(?![A-Za-z])", "±", body)
    members, name = [], ""
    for part in re.split(_BETWEEN, body):
        if named := re.match(r"\s*(\\?[A-Za-z]+)\s*=(.*)", part):
            name, part = named[1], named[2]
        for text_of in _both_signs(part, letter):
            if (member := _linear(re.sub(r"^\s*\+", "", text_of), letter)) is None:
                return None
            members.append(member)
    return Family(name, tuple(members), natural=_natural(condition[0]))


def _both_signs(text: str, letter: str) -> list[str]:
    """A member with ±, or with (-1)^k, as two of them."""
    if "±" in text:
        return [text.replace("±", "+"), text.replace("±", "-")]
    turning = re.search(rf"\(\s*-1\s*\)\s*\^\s*(?:\{{\s*{letter}\s*\}}|{letter})\s*(?:\\cdot|\*)?", text)
    if turning is None:
        return [text]
    even, odd = (text[: turning.start()] + f"({sign})*" + text[turning.end() :] for sign in (1, -1))
    at = rf"(?<![A-Za-z\\]){letter}(?![A-Za-z])"
    return [re.sub(at, f"(2{letter})", even), re.sub(at, f"(2{letter}+1)", odd)]


def _natural(condition: str) -> str:
    """Which whole numbers are meant: all, those from 0 on, or those from 1 on."""
    if re.search(r"\\in.*N|natural|自然数", condition) and not re.search(r"[*+]", condition):
        return "N"
    return "N*" if re.search(r"[*+]|positive|正整数", condition) else ""


def _linear(text: str, letter: str) -> tuple[Any, Any] | None:
    found, k = value(text), sp.Symbol(letter)
    if found is None or found.free_symbols != {k}:
        return None
    step = found.diff(k)
    return (
        None if step.free_symbols or step == 0 or not step.is_real else (found.subs(k, 0), sp.nsimplify(step))
    )
