r"""Linear congruences ax + b ≡ c (mod m), and inverses modulo m.

Read: "solve 3x ≡ 2 (mod 7)", 解同余方程, "find the inverse of 5 mod 11", 求5模11的逆元. Not: systems, powers of x, letters as moduli.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import gcd
from typing import Any, Final

from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment
from solver.topics.yes_no import plain_words

WORDS: Final = {
    "move": Words("Subtract \\({b}\\) on both sides and reduce modulo \\({m}\\): \\({a}{x}\\equiv {c}\\pmod{{{m}}}\\).", "两边减去 \\({b}\\)，再对 \\({m}\\) 取余：\\({a}{x}\\equiv {c}\\pmod{{{m}}}\\)。"),
    "reduce": Words("Reduce the numbers modulo \\({m}\\): \\({a}{x}\\equiv {c}\\pmod{{{m}}}\\).", "各数对 \\({m}\\) 取余：\\({a}{x}\\equiv {c}\\pmod{{{m}}}\\)。"),
    "coprime": Words("The greatest common divisor of \\({a}\\) and \\({m}\\) is 1, so \\({a}\\) has an inverse modulo \\({m}\\), and there is exactly one solution modulo \\({m}\\).", "\\({a}\\) 与 \\({m}\\) 的最大公因数是 1，所以 \\({a}\\) 模 \\({m}\\) 有逆元，模 \\({m}\\) 恰有一个解。"),
    "euclid": Words("Euclid's algorithm: \\[{lines}\\]", "辗转相除：\\[{lines}\\]"),
    "back": Words("Worked backwards it gives \\[{a}\\times {u}{v}\\times {m}=1\\] so the inverse of \\({a}\\) is \\({inverse}\\): \\[{a}\\times {inverse}={product}={q}\\times {m}+1\\]", "倒推回去得 \\[{a}\\times {u}{v}\\times {m}=1\\] 所以 \\({a}\\) 的逆元是 \\({inverse}\\)：\\[{a}\\times {inverse}={product}={q}\\times {m}+1\\]"),
    "known": Words("The inverse of \\({a}\\) is \\({inverse}\\), because \\[{a}\\times {inverse}={product}={q}\\times {m}+1\\]", "\\({a}\\) 的逆元是 \\({inverse}\\)，因为 \\[{a}\\times {inverse}={product}={q}\\times {m}+1\\]"),
    "multiply": Words("Multiply both sides by \\({inverse}\\): on the left \\({x}\\) is left, on the right \\[{c}\\times {inverse}={product}={q}\\times {m}+{value}\\] so the remainder is \\({value}\\).", "两边乘以 \\({inverse}\\)，左边只剩 \\({x}\\)，右边 \\[{c}\\times {inverse}={product}={q}\\times {m}+{value}\\] 余数是 \\({value}\\)。"),
    "divide": Words("The greatest common divisor of \\({a}\\) and \\({m}\\) is \\({d}\\), and it divides \\({c}\\). Divide everything by \\({d}\\), the modulus too: \\({a2}{x}\\equiv {c2}\\pmod{{{m2}}}\\).", "\\({a}\\) 与 \\({m}\\) 的最大公因数是 \\({d}\\)，且 \\({d}\\) 整除 \\({c}\\)。各数连同模都除以 \\({d}\\)：\\({a2}{x}\\equiv {c2}\\pmod{{{m2}}}\\)。"),
    "none": Words("The greatest common divisor of \\({a}\\) and \\({m}\\) is \\({d}\\). The left side and the modulus are multiples of \\({d}\\), but \\({c}\\) is not: there is no solution.", "\\({a}\\) 与 \\({m}\\) 的最大公因数是 \\({d}\\)。左边与模都是 \\({d}\\) 的倍数，而 \\({c}\\) 不是，所以无解。"),
    "no_inverse": Words("The greatest common divisor of \\({a}\\) and \\({m}\\) is \\({d}\\), not 1: every multiple of \\({a}\\) leaves a remainder that is a multiple of \\({d}\\), never 1. There is no inverse.", "\\({a}\\) 与 \\({m}\\) 的最大公因数是 \\({d}\\)，不是 1：\\({a}\\) 的任何倍数除以 \\({m}\\) 的余数都是 \\({d}\\) 的倍数，不可能是 1，所以没有逆元。"),
    "all": Words("Modulo \\({m}\\) these are the \\({d}\\) solutions \\({values}\\).", "模 \\({m}\\) 来看，共有 \\({d}\\) 个解：\\({values}\\)。"),
    "code": Words("try every remainder", "逐个检验余数"),
    "answer": Words("The solution is \\({answer}\\).", "解为 \\({answer}\\)。"),
    "inverse": Words("The inverse is \\({answer}\\).", "逆元为 \\({answer}\\)。"),
    "no": Words("There is none: \\({answer}\\).", "没有：\\({answer}\\)。"),
    "method": Words("every remainder was put in", "把每个余数代入检验"),
}  # fmt: skip
NONE: Final = Words(r"\text{{no solution}}", r"\text{{无解}}")
NO_INVERSE: Final = Words(r"\text{{no inverse}}", r"\text{{没有逆元}}")
_MOD: Final = r"\s*[(（]?\s*\\?(?:pmod|bmod|mod)\s*\{?\s*(?P<m>\d{1,4})\s*\}?\s*[)）]?"
_EQUIV: Final = r"\s*(?:≡|\\equiv(?![a-z])|=)\s*"
_ASK: Final = r"(?:please |find (?:all )?(?:the )?(?:x such that |solutions? (?:of|to) )?|solve(?: the)?(?: linear)?(?: congruence)?(?: for [a-z])?[:,]? ?|what is x if |解(?:一次)?(?:线性)?同余(?:方程|式)?|解方程|求解|求(?:同余方程|同余式)?|[:：,，]|the (?:linear )?congruence )*"
_LINEAR: Final = re.compile(
    rf"(?i){_ASK}\s*(?P<a>-?\d{{0,5}})\s*\*?\s*(?P<x>[a-z])\s*(?P<b>[+-]\s*\d{{1,5}})?{_EQUIV}(?P<c>-?\d{{1,6}}){_MOD}\s*(?:的解|for x)?[.。?？]*"
)
_INVERSE: Final = re.compile(
    r"(?i)(?:find |what is |calculate |compute |determine )?(?:the )?(?:modular |multiplicative )*inverse of (?P<a>\d{1,5}) ?,? ?(?:\(?mod(?:ulo)? (?P<m>\d{1,4})\)?)[.?]*"
    r"|(?:求|计算)?\s*(?P<a2>\d{1,5})\s*(?:模|关于模|对模|mod)\s*(?P<m2>\d{1,4})\s*的(?:乘法)?逆元?(?:是多少|等于多少)?[.。?？]*"
)


def read(text: Text) -> Reading:
    """One congruence, or one inverse."""
    if not re.search(r"(?i)mod|模|同余", text.source) or len(text.source) > 200:
        return None
    plain = re.sub(r"\s+", " ", re.sub(r"\$|\\[()\[\],;! ]", " ", text.source)).strip()
    if match := _INVERSE.fullmatch(plain):
        a, m = int(match["a"] or match["a2"]), int(match["m"] or match["m2"])
        return Congruence(a, 0, 1, m, "x", True, text.language) if m > 1 and a % m else None
    match = _LINEAR.fullmatch(plain)
    if match is None:
        return None
    if match["x"] in "ie":
        return Unread((match["x"],))
    head = match["a"].strip()
    a = -1 if head == "-" else int(head or 1)
    b, m = int((match["b"] or "0").replace(" ", "")), int(match["m"])
    if m < 2 or a % m == 0:
        return None
    return Congruence(a, b, int(match["c"]), m, match["x"], False, text.language)


@dataclass(frozen=True, slots=True)
class Congruence:
    """`a` x + `b` ≡ `c` modulo `m`; `inverse`: the inverse of `a` is asked for."""

    a: int
    b: int
    c: int
    m: int
    x: str
    inverse: bool
    language: Language

    def values(self) -> list[int]:
        """The solutions among the remainders."""
        return [r for r in range(self.m) if (self.a * r + self.b - self.c) % self.m == 0]

    def solution(self) -> Solution:
        """Reduced, divided by the common divisor, multiplied by the inverse."""
        say, m = self.language, self.m
        a, c = self.a % m, (self.c - self.b) % m
        x, steps = self.x, list[str]()
        shown = "" if a == 1 else str(a)
        if self.b:
            steps.append(
                WORDS["move"].say(say, b=self.b if self.b > 0 else f"({self.b})", a=shown, x=x, c=c, m=m)
            )
        elif (a, c) != (self.a, self.c) and not self.inverse:
            steps.append(WORDS["reduce"].say(say, a=shown, x=x, c=c, m=m))
        d = gcd(a, m)
        if c % d:
            key = "no_inverse" if self.inverse else "none"
            steps.append(WORDS[key].say(say, a=a, m=m, d=d, c=c))
            return Solution(tuple(steps), self._cell())
        if d > 1:
            a2, c2, m2 = a // d, c // d, m // d
            steps.append(
                WORDS["divide"].say(say, a=a, m=m, d=d, c=c, a2="" if a2 == 1 else a2, x=x, c2=c2, m2=m2)
            )
            a, c, m = a2 % m2 if m2 > 1 else a2, c2, m2
        if m > 1 and a != 1:
            steps.append(WORDS["coprime"].say(say, a=a, m=m))
            steps += self._inverse_steps(a, m)
            inverse = pow(a, -1, m)
            if not self.inverse:
                product = c * inverse
                steps.append(WORDS["multiply"].say(say, inverse=inverse, x=x, c=c, product=product, q=product // m, m=m, value=product % m))  # fmt: skip
        if d > 1:
            steps.append(WORDS["all"].say(say, m=self.m, d=d, values=",\\ ".join(map(str, self.values()))))
        if not steps:
            steps.append(WORDS["reduce"].say(say, a="", x=x, c=c, m=m))
        return Solution(tuple(steps), self._cell())

    def _inverse_steps(self, a: int, m: int) -> list[str]:
        say, inverse = self.language, pow(a, -1, m)
        facts = {"a": a, "m": m, "inverse": inverse, "product": a * inverse, "q": a * inverse // m}
        lines, (p, q) = [], (m, a)
        while q:
            lines.append(rf"{p}={p // q}\times {q}+{p % q}")
            p, q = q, p % q
        if len(lines) < 3:
            return [WORDS["known"].say(say, **facts)]
        u = inverse if inverse <= m // 2 else inverse - m
        v = (1 - a * u) // m
        back = WORDS["back"].say(say, u=u if u >= 0 else f"({u})", v=f"+{v}" if v >= 0 else str(v), **facts)
        return [WORDS["euclid"].say(say, lines=r",\quad ".join(lines[:-1])), back]

    def _cell(self) -> str:
        left = f"{self.a}*x" + (f" + {self.b}" if self.b > 0 else f" - {-self.b}" if self.b else "")
        return cell(
            comment(WORDS["code"].say(self.language)),
            f"[x for x in range({self.m}) if ({left} - {self.c}) % {self.m} == 0]".replace("- -", "+ "),
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """The remainders with their modulus."""
        if not isinstance(value, list) or [int(v) for v in value] != self.values():
            return None
        say = self.language
        if not value:
            answer = (NO_INVERSE if self.inverse else NONE).say(say)
            return Conclusion(WORDS["no"].say(say, answer=answer), answer)
        if self.inverse:
            return Conclusion(WORDS["inverse"].say(say, answer=value[0]), str(value[0]))
        d = len(value)
        m = self.m // d
        answer = rf"{self.x}\equiv {int(value[0]) % m}\pmod{{{m}}}" if m > 1 else rf"{self.x}\in\mathbb{{Z}}"
        return Conclusion(WORDS["answer"].say(say, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Every remainder put in."""
        words = plain_words(answer)
        claimed: str
        if re.search(r"no solution|none|no inverse|does not exist|无解|不存在|没有", words):
            claimed = "[]"
        elif re.search(r"mathbb\s*\{?Z|all integers|全体整数", answer):
            claimed = f"list(range({self.m}))"
        else:
            match = re.fullmatch(
                r"\s*(?:[a-z]\s*(?:\\equiv|≡|=)\s*)?(-?\d{1,6}(?:\s*(?:,|\\,|\\ |and|or|和|或)+\s*-?\d{1,6})*)\s*(?:\(?\s*\\?(?:pmod|bmod|mod)\s*\{?\s*(\d{1,5})\s*\}?\s*\)?)?\s*",
                re.sub(r"\\text\s*\{([^{}]*)\}|\\[,;! ]|\$", r" \1 ", answer),
            )
            if match is None:
                return None
            modulus = int(match[2] or self.m)
            if modulus == 0:
                return None
            rests = [int(r) for r in re.findall(r"-?\d+", match[1])]
            claimed = f"[x for x in range({self.m}) if any((x - r) % {modulus} == 0 for r in {rests})]"
            if self.m % modulus:
                claimed = "None"
        lines = [
            f"found = [x for x in range({self.m}) if ({self.a}*x + ({self.b})) % {self.m} == {self.c % self.m}]",
            f"found == {claimed}",
        ]
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), "\n".join(lines))
