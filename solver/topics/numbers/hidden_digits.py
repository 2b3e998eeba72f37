"""A number some of whose digits are letters or a box: which digits make it divisible, or a square.

Read: one written number with hidden digits ("5A2A", `\\overline{3ab4}`, `\\overline{6\\square4}`), what is said of it, and a
question for a digit, a sum or product of the digits, how many digits are possible, or a remainder of the number. Only where all
that fits gives one answer. Not: sums of several such numbers, letters that stand for different digits.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.latex import values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text, Words
from solver.topics.cells import cell, comment

MAX_LETTERS: Final = 4
MAX_DIVISOR: Final = 10_000
SHOWN: Final = 10

WORDS: Final = {
    "sum": Words("Divisible by \\({k}\\) means: the sum of the digits is divisible by \\({k}\\). The known digits together: \\({known}\\).", "能被 \\({k}\\) 整除，就是各位数字之和能被 \\({k}\\) 整除。已知数字的和：\\({known}\\)。"),
    "end": Words("Whether \\({k}\\) divides it is seen from its last {n} digits.", "能否被 \\({k}\\) 整除，看末 {n} 位。"),
    "try": Words("It must be divisible by \\({k}\\), so try the digits one by one.", "它要能被 \\({k}\\) 整除，逐个试数字。"),
    "square": Words("It must be a perfect square: \\({low}^2\\) and \\({high}^2\\) enclose all candidates, so try the squares between.", "它是完全平方数，在 \\({low}^2\\) 到 \\({high}^2\\) 之间逐个试。"),
    "fits": Words("Of all digits these fit: {found}.", "符合的只有：{found}。"),
    "code": Words("every choice of the hidden digits", "逐个试所有可能的数字"),
    "method": Words("went through all numbers with so many digits, and compared them with what is written", "逐个检查同样位数的数，与给出的数字对照"),
    "answer": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
}  # fmt: skip

_WRITTEN: Final = r"(?:\\overline\s*\{\s*(?P<over>[\dA-Za-z\s]*?(?:\\square|□)?[\dA-Za-z\s]*?)\s*\}|\"?(?P<plain>(?=\w*\d)(?=\w*[A-Z])[\dA-Z]{2,12})\"?)"
_BY: Final = r"(?:both )?(?P<by>\d+(?:(?:, \d+)*,? and(?: by)? \d+)?)"
_SIZE: Final = r"(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+)-digit )?"
_STATE: Final = rf"(?:(?:is|can be|be) (?:exactly |evenly )?(?:divisible|divided|divisble) by {_BY}|is a multiple of {_BY.replace('by>', 'of>')}|is (?P<square>a perfect square(?: number)?|a square number))"
_L: Final = r"\"?(?P<{0}>[A-Za-z]|the square|the box|this square|this box|□)\"?"
_ENGLISH_ASKS: Final[tuple[tuple[str, str], ...]] = (
    ("possible", rf"how many (?:different )?(?:possible )?(?:values|digits) (?:are there|are possible|can there be)(?: for| of)? {_L.format('a')}"),
    ("possible", rf"how many (?:different )?(?:possible )?(?:values|digits) (?:can|could) {_L.format('a')} (?:have|be|take)"),
    ("possible", rf"how many (?:different )?digits can (?:we|you) (?:fill|put) in {_L.format('a')}"),
    ("value", rf"(?:what is|find) (?:the )?(?:value of |digit |missing digit |digit that |value of the digit )?{_L.format('a')}(?: represents| stands for)?"),
    ("value", rf"(?:what|which) digit does {_L.format('a')} (?:stand for|represent)"),
    ("sum", rf"(?:what is|find) (?:the )?(?:sum of |value of )?{_L.format('a')} ?(?:\+|and) ?{_L.format('b')}"),
    ("sum", rf"{_L.format('a')} ?\+ ?{_L.format('b')} ?=(?: ?\?| ?____)?"),
    ("remainder", r"what is the remainder when (?:this|the|it)(?: (?:five-digit|four-digit|\d-digit))?(?: number)?(?: is)? divided by (?P<m>\d+)"),
)  # fmt: skip
_ENGLISH: Final = re.compile(
    rf"(?:if |given that |suppose (?:that )?)?(?:an? |the |this )?{_SIZE}(?:whole )?(?:number |integer )?{_WRITTEN} {_STATE}(?:[,.;:]| and)? ?(?:where (?P<role>[A-Za-z]) is the (?:ones|units|tens|hundreds) digit[,.] ?)?(?:then )?(?:if (?P<which>[A-Za-z]) is (?P<parity>odd|even), ?)?(?P<ask>.+)"
)
_CHINESE: Final = re.compile(
    r"(?:如果|若|已知)?(?:[一两二三四五六七]位数)?(?:\\overline\s*\{\s*(?P<over>[\dA-Za-z\s]*?(?:\\square|□)?[\dA-Za-z\s]*?)\s*\}|(?P<plain>(?=[\dA-Za-z]*\d)[\dA-Za-z]{2,12}|\d*□\d*))"
    r"(?:能(?:同时)?被(?P<by>\d+(?:(?:[,、]\d+)*[和与、]\d+)?)整除|是(?P<of>\d+)的倍数|是(?:一个)?(?P<square>完全平方数))[,。;]?(?:那么|则)?(?P<ask>.+)"
)
_CHINESE_ASKS: Final[tuple[tuple[str, str], ...]] = (
    ("possible", r"(?P<a>[A-Za-z]|□里|□中|□)(?:可以填|可以是|能填|有)(?:多少|几)(?:个数字|种填法|个不同的数字|个|种可能)"),
    ("value", r"(?P<a>[A-Za-z]|□里|□)(?:应填|表示的数字是|是|=|代表的数字是)(?:多少|几|\?)"),
    ("sum", r"(?P<a>[A-Za-z]) ?\+ ?(?P<b>[A-Za-z])(?:的和)?(?:=|是|等于)(?:多少|几|\?)"),
    ("remainder", r"这个数除以(?P<m>\d+)(?:的)?余(?:数是)?(?:多少|几)"),
)  # fmt: skip


def read(text: Text) -> Reading:
    """One number with hidden digits."""
    source = re.sub(r"\$|\\\(|\\\)", "", text.source)
    source = source.replace(r"\square", "□")
    english = text.language == "en"
    if english:
        plain = re.sub(r"\s+", " ", re.sub(r"(\w) ?- ?digit", r"\1-digit", source)).strip().rstrip("?. ")
        plain = re.sub(r" ,", ",", plain)
        plain = re.sub(
            r"\b(If|Given|Suppose|The|An|What|How|Find|This)\b(?=\s)|^A(?=\s)", lambda m: m[0].lower(), plain
        )
        form, asks = _ENGLISH, _ENGLISH_ASKS
    else:
        plain, form, asks = re.sub(r"\s+", "", source).rstrip("?。."), _CHINESE, _CHINESE_ASKS
    found = form.fullmatch(plain)
    if found is None:
        return None
    written = re.sub(r"\s", "", found["over"] or found["plain"] or "")
    letters = tuple(dict.fromkeys(re.findall(r"[A-Za-z□]", written)))
    parts = found.groupdict()
    numbers = [int(k) for k in re.findall(r"\d+", (parts.get("by") or "") + " " + (parts.get("of") or ""))]
    if not 0 < len(letters) <= MAX_LETTERS or len(written) > 12 or "□" in letters and len(letters) > 1:
        return None
    if any(not 1 < k <= MAX_DIVISOR for k in numbers) or not numbers and not parts["square"]:
        return None
    if (
        parts.get("role")
        and parts["role"] not in letters
        or parts.get("which")
        and parts["which"] not in letters
    ):
        return None
    for kind, ask in asks:
        asked = re.fullmatch(ask, parts["ask"].strip())
        if asked is not None:
            groups = asked.groupdict()
            names = [groups[k] for k in ("a", "b") if groups.get(k)]
            names = ["□" if len(n) > 1 or n == "□" else n for n in names]
            if any(n not in letters for n in names):
                return None
            parity = (parts["which"], int(parts["parity"] == "odd")) if parts.get("which") else None
            modulus = int(groups.get("m") or 0)
            task = Hidden(written, letters, tuple(numbers), bool(parts["square"]), parity, kind, tuple(names), modulus, text.language)  # fmt: skip
            return task if task.value() is not None else None
    return None


@dataclass(frozen=True, slots=True)
class Hidden:
    """The written number, its letters, and what is said (`divisors`, `square`, `parity` of a letter) and asked of it."""

    written: str
    letters: tuple[str, ...]
    divisors: tuple[int, ...]
    square: bool
    parity: tuple[str, int] | None
    kind: str
    names: tuple[str, ...]
    modulus: int
    language: Language

    def _choices(self) -> Iterator[tuple[int, ...]]:
        for digits in itertools.product(range(10), repeat=len(self.letters)):
            if self._number(digits) >= 10 ** (len(self.written) - 1):
                yield digits

    def _number(self, digits: tuple[int, ...]) -> int:
        chosen = dict(zip(self.letters, map(str, digits), strict=True))
        return int("".join(chosen.get(c, c) for c in self.written))

    def fitting(self) -> list[tuple[int, ...]]:
        """The choices of digits with which all that is said is true."""
        found = []
        for digits in self._choices():
            n = self._number(digits)
            if any(n % k for k in self.divisors) or self.square and not sp.integer_nthroot(n, 2)[1]:
                continue
            if self.parity is not None and digits[self.letters.index(self.parity[0])] % 2 != self.parity[1]:
                continue
            found.append(digits)
        return found

    def value(self) -> int | None:
        """The answer; None where the choices give different ones."""
        fitting = self.fitting()
        places = [self.letters.index(n) for n in self.names]
        ask: dict[str, Callable[[tuple[int, ...]], int]] = {
            "value": lambda d: d[places[0]],
            "sum": lambda d: sum(d[p] for p in places),
            "remainder": lambda d: self._number(d) % self.modulus if self.modulus else -1,
        }
        if self.kind == "possible":
            return len({d[places[0]] for d in fitting}) if len(self.letters) == 1 else None
        if self.modulus == 0 and self.kind == "remainder":
            return None
        values = {ask[self.kind](d) for d in fitting}
        return values.pop() if len(values) == 1 else None

    def solution(self) -> Solution:
        """What divisibility means for the digits, and the choices that are left."""
        say = self.language
        steps = [self._rule(k) for k in self.divisors]
        if self.square:
            numbers = [self._number(d) for d in self._choices()]
            low, high = (
                int(sp.integer_nthroot(min(numbers), 2)[0]),
                int(sp.integer_nthroot(max(numbers), 2)[0]),
            )
            steps.append(WORDS["square"].say(say, low=low, high=high + 1))
        fitting = self.fitting()
        shown = [f"\\({self._number(d)}\\)" for d in fitting[:SHOWN]] + ["…"] * (len(fitting) > SHOWN)
        steps.append(WORDS["fits"].say(say, found=("、" if say == "zh" else ", ").join(shown) or "–"))
        names = ["box" if n == "□" else n.lower() if n != "I" else "i" for n in self.letters]
        if len(set(names)) < len(names):
            names = [f"d{k}" for k in range(len(names))]
        chosen = dict(zip(self.letters, names, strict=True))
        pieces = "".join(f"{{{chosen[c]}}}" if c in chosen else c for c in self.written)
        loops = " ".join(f"for {n} in range(10)" for n in names)
        tests = [f"n % {k} == 0" for k in self.divisors]
        if self.square:
            tests.append("integer_nthroot(n, 2)[1]")
        if self.parity is not None:
            tests.append(f"{chosen[self.parity[0]]} % 2 == {self.parity[1]}")
        if self.written[0] in chosen:
            tests.insert(0, f"{chosen[self.written[0]]} > 0")
        asked = {
            "possible": "", "value": chosen[self.names[0]] if self.names else "", "sum": " + ".join(chosen[n] for n in self.names),
            "remainder": f"n % {self.modulus}",
        }[self.kind] or names[0]  # fmt: skip
        last = "len(found)" if self.kind == "possible" else "found.pop()"
        lines = [
            comment(WORDS["code"].say(say)),
            f'found = {{{asked} {loops} for n in [int(f"{pieces}")] if {" and ".join(tests)}}}',
            last,
        ]
        return Solution(tuple(steps), cell(*lines))

    def _rule(self, k: int) -> str:
        say = self.language
        if k in (3, 9):
            known = [int(c) for c in self.written if c.isdigit()]
            added = "+".join(map(str, known))
            return WORDS["sum"].say(say, k=k, known=f"{added}={sum(known)}" if len(known) > 1 else added)
        for n in (1, 2, 3):
            if 10**n % k == 0 and len(self.written) > n:
                return WORDS["end"].say(say, k=k, n=n)
        return WORDS["try"].say(say, k=k)

    def conclude(self, value: Any) -> Conclusion | None:
        """A whole number."""
        if not isinstance(value, sp.Integer):
            return None
        return Conclusion(WORDS["answer"].say(self.language, answer=value), str(value))

    def check(self, answer: str) -> CheckPlan | None:
        """Multiples (or squares) with as many digits, compared with the pattern."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Integer):
            return None
        say, size = self.language, len(self.written)
        low, high = 10 ** (size - 1), 10**size
        if self.square:
            candidates = f"[k**2 for k in range({int(sp.integer_nthroot(low, 2)[0])}, {int(sp.integer_nthroot(high, 2)[0]) + 2})]"
            candidates += "" if not self.divisors else f"\nnumbers = [n for n in numbers if n % {sp.ilcm(*self.divisors)} == 0]"  # fmt: skip
        else:
            step = int(sp.ilcm(*self.divisors, 1))
            if 9 * 10 ** (size - 1) // step > 2_000_000:
                return None
            candidates = f"range({-(-low // step) * step}, {high}, {step})"
        groups: dict[str, int] = {}
        pattern = ""
        for c in self.written:
            if c.isdigit():
                pattern += c
            elif c in groups:
                pattern += f"\\\\{groups[c]}"
            else:
                groups[c] = len(groups) + 1
                pattern += "(.)"
        tests = ""
        if self.parity is not None:
            tests = f" and int(m[{groups[self.parity[0]]}]) % 2 == {self.parity[1]}"
        asked = {
            "possible": "int(m[1])", "value": f"int(m[{groups[self.names[0]]}])" if self.names else "",
            "sum": " + ".join(f"int(m[{groups[n]}])" for n in self.names), "remainder": f"n % {self.modulus}",
        }[self.kind]  # fmt: skip
        last = "len(found)" if self.kind == "possible" else "found"
        wanted = str(values[0]) if self.kind == "possible" else f"{{{values[0]}}}"
        lines = (
            f"import re\n\nnumbers = {candidates}\n"
            f'matches = [(n, re.fullmatch("{pattern}", str(n))) for n in numbers]\n'
            f"found = {{{asked} for n, m in matches if m{tests}}}\n{last} == {wanted}"
        )
        return CheckPlan(WORDS["answer"].say(say, answer=answer), WORDS["method"].say(say), cell(lines))
