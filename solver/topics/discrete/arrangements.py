"""How many ways: to arrange things in a row or around a table, the letters of a word, to choose some, to fill offices, to shake hands.

Read: questions without further conditions, in fixed forms that must match to the end. Not: who sits beside whom, identical
boxes, conditions on the choice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from math import comb, factorial, perm
from typing import Any, Final

import sympy as sp

from solver.latex import values_in
from solver.ports import CheckPlan, Language
from solver.reader.numerals import in_digits
from solver.topics.base import Conclusion, Reading, Solution, Text, Words
from solver.topics.cells import cell
from solver.topics.discrete import chosen_names, committees, placed_people, rows_of_kinds

MAX_THINGS: Final = 200
LISTED: Final = 8
"""Up to so many things the check lists every way."""

WORDS: Final = {
    "row": Words("For the first place there are \\({n}\\) possibilities, for the next one fewer, and so on: \\[{n}!={value}\\]",
                 "第一个位置有 \\({n}\\) 种选择，下一个位置少一种，依次类推：\\[{n}!={value}\\]"),
    "partial": Words("For the first place there are \\({n}\\) possibilities, for each next one fewer: \\[{product}={value}\\]",
                     "第一个位置有 \\({n}\\) 种选择，以后每个位置少一种：\\[{product}={value}\\]"),
    "letters": Words("The \\({n}\\) letters could be put in order in \\({n}!\\) ways; equal letters ({repeated}) can be exchanged without a difference: \\[\\frac{{{n}!}}{{{factorials}}}={value}\\]",
                     "\\({n}\\) 个字母全排列有 \\({n}!\\) 种；相同的字母（{repeated}）互换没有区别：\\[\\frac{{{n}!}}{{{factorials}}}={value}\\]"),
    "table": Words("Only who sits beside whom matters: fix one person, the others have \\[({n}-1)!={value}\\]", "旋转后相同的坐法算一种：固定一个人，其余的人有 \\[({n}-1)!={value}\\] 种坐法。"),
    "choose": Words("The order of the chosen does not matter: \\[\\binom{{{n}}}{{{k}}}=\\frac{{{n}!}}{{{k}!\\,{rest}!}}={value}\\]",
                    "选出的不讲顺序：\\[C_{{{n}}}^{{{k}}}=\\frac{{{n}!}}{{{k}!\\,{rest}!}}={value}\\]"),
    "hands": Words("Each handshake belongs to a pair: \\[\\binom{{{n}}}{{2}}=\\frac{{{n}\\cdot {less}}}{{2}}={value}\\]", "每次握手对应两个人：\\[\\frac{{{n}\\times {less}}}{{2}}={value}\\]"),
    "answer": Words("There are \\({answer}\\) ways.", "共有 \\({answer}\\) 种。"),
    "listed": Words("listed all of them", "把所有情况一一列出来数"),
    "counted": Words("counted again by another formula", "用另一种公式重新计算"),
}  # fmt: skip
_HOW: Final = r"(?:in how many (?:different |distinct )?ways (?:can|could|may)|how many (?:different |distinct )?ways (?:can|could|may)|how many (?:different |distinct )?ways are there (?:to|for)|how many (?:different |distinct )?ways to|(?:find|determine|what is) the number of (?:different |distinct )?ways (?:to|that))"
_WHO: Final = r"(?:(?:i|we|you|one|he|she|they|the coach|the teacher|[a-z]+) )?"
_THINGS: Final = r"(?:distinct |different )?[a-z]+(?: [a-z]+)?"
_WORD: Final = r"(?:the word )?[\"'“‘`]*([a-z]{2,15})[\"'”’]*"
_TEAMS: Final = r"(?:committee|team|group|council|jury|delegation)s?"
_A_TEAM: Final = rf"an? (\d+)[- ](?:person|member|player|student|man|woman)s? {_TEAMS}"
_FROM: Final = r"(?:from|out of|from among|among) (?:a (?:group|class|set|club|team) of |the |a total of )?"
_NAME: Final = re.compile(r"(?<![A-Za-z])([A-Z]{2,15})(?![A-Za-z])")
"""Words that are spelled: ELEVEN is no number."""
_QUOTED: Final = re.compile(r"[\"“‘`]\s*[A-Za-z]{2,15}\s*[\"”’']|\bword\b")
_FORMS: Final[tuple[tuple[str, str], ...]] = (
    ("letters", rf"{_HOW} {_WHO}(?:re)?arrange (?:all )?(?:of )?the letters (?:of|in) {_WORD}"),
    ("letters", rf"{_HOW} (?:all )?the letters (?:of|in) {_WORD} (?:can )?be (?:re)?arranged"),
    ("letters", rf"how many (?:different |distinct |distinguishable )?(?:\d+-letter )?(?:arrangements|rearrangements|permutations) (?:are there of|of|can be (?:formed|made) from|can be made of|are there for) (?:all )?the letters (?:of|in) {_WORD}(?: are there| can be (?:made|formed))?"),
    ("spelled", rf"how many (?:different |distinct |distinguishable |unique )?(?:\d+[- ]letter )?(?:arrangements|rearrangements|permutations) (?:are there )?of {_WORD}(?: are there| can (?:be (?:made|formed)|(?:i|we|you|one) (?:make|form)))?"),
    ("table", rf"{_HOW} (\d+) {_THINGS} (?:can )?(?:be seated|sit|be arranged|be placed) (?:around|at) a (?:round|circular) table"),
    ("row", rf"{_HOW} (\d+) {_THINGS} (?:can )?(?:be (?:arranged|lined up|seated|placed|ordered|put)|line up|stand|sit)(?: in a (?:row|line|single file)| in (?:a )?single file| in order| on a (?:shelf|bookshelf))?"),
    ("row", rf"{_HOW} {_WHO}(?:arrange|order|line up) (\d+) {_THINGS}(?: in a (?:row|line)| on a (?:shelf|bookshelf)| in order)?"),
    ("choose", rf"{_HOW} {_WHO}(?:choose|select|pick|form) (?:a (?:committee|team|group|set) of )?(\d+)(?: {_THINGS})? (?:from|out of|from among|among) (?:a (?:group|class|set|club|team) of |the |a total of )?(\d+)(?: {_THINGS})?"),
    ("choose", rf"{_HOW} {_WHO}(?:choose|select|pick) (?:any )?(\d+)(?: {_THINGS})? of (?:the |these |those |your |my |a total of )?(\d+)(?: {_THINGS})?"),
    ("choose", rf"{_HOW} (\d+) of (?:the )?(\d+) {_THINGS} be (?:chosen|selected|picked)"),
    ("offices", rf"{_HOW} (\d+) of (?:the )?(\d+) {_THINGS} (?:be (?:arranged|lined up|seated|placed|ordered|put)|line up|stand|sit)(?: in a (?:row|line|single file)| in order| on a (?:shelf|bookshelf))"),
    ("offices", rf"{_HOW} {_WHO}(?:arrange|order|line up|place|put) (\d+) of (?:the |your )?(\d+) {_THINGS}(?: in a (?:row|line)| on a (?:shelf|bookshelf)| in order)"),
    ("offices", rf"{_HOW} {_WHO}(?:choose|select|pick) (\d+) of (?:the )?(\d+) {_THINGS} and (?:arrange|line|put|place) them(?: up)? (?:in a (?:row|line)|on a (?:shelf|bookshelf)|in order)"),
    ("choose", rf"{_HOW} (?:a (?:committee|team|group|set) of )?(\d+)(?: {_THINGS})? (?:can )?be (?:chosen|selected|picked|formed) (?:from|out of|from among|among) (?:a (?:group|class|set|club|team) of |the |a total of )?(\d+)(?: {_THINGS})?"),
    ("choose", rf"{_HOW} {_A_TEAM} (?:can )?be (?:chosen|selected|picked|formed) {_FROM}(\d+)(?: {_THINGS})?"),
    ("choose", rf"{_HOW} {_WHO}(?:choose|select|pick|form|make) {_A_TEAM} {_FROM}(\d+)(?: {_THINGS})?"),
    ("choose", rf"how many (?:different |distinct |possible )?(\d+)[- ](?:person|member|player|student)s? {_TEAMS} can be (?:chosen|selected|picked|formed|made) {_FROM}(\d+)(?: {_THINGS})?"),
    ("choose", rf"how many (?:different |distinct )?(?:committees|teams|groups|subsets|combinations|hands|sets) of (\d+)(?: {_THINGS})? can be (?:formed|chosen|made|selected|picked) (?:from|out of|among) (?:a (?:group|class|set|club) of )?(\d+)(?: {_THINGS})?"),
    ("hands", r"how many (?:different )?handshakes (?:are there|take place|occur|will there be|happen) (?:if|when) (\d+) people (?:each |all )?shake hands (?:exactly )?(?:once )?with (?:everyone else|each other|one another|all the others|every other person)(?: exactly once| once)?"),
    ("hands", r"(?:there are )?(\d+) people (?:attend|are at|meet at|come to|at) a (?:party|meeting)[.,;]? (?:(?:and )?(?:during the party )?(?:everyone|every person|each person|each of them) shakes hands (?:exactly )?(?:once )?with (?:everyone else|every other person|each other person|each of the other people|all the others)(?: exactly once)?)[.,;]? (?:how many handshakes (?:take place|are there|occur|were there|happen)(?: at the party| in all| altogether| in total)?)"),
)  # fmt: skip
_CHINESE: Final[tuple[tuple[str, str], ...]] = (
    ("row", r"(\d+)(?:个|名|位|本)(?:不同的)?\w{0,4}?(?:排成一排|站成一排|排成一列|排队|排成一行)(?:照相|拍照|合影)?,?(?:一共|共)?有(?:多少|几)种(?:不同的)?(?:排法|站法|排列方法|方法)"),
    ("choose", r"从(\d+)(?:个|名|位|本|种|人)(?:不同的)?\w{0,4}?中(?:任意|任)?(?:选|选出|取出|挑选|选取|取|抽取)(\d+)(?:个|名|位|本|种|人)[^\W长正副任分各排队当做和与项]{0,6}?,?(?:一共|共)?有(?:多少|几)种(?:不同的)?(?:选法|取法|方法|选择方法)"),
    ("choose", r"(\d+)(?:个|名|位|本|种)(?:不同的)?\w{0,4}?(?:中)?(?:任)?(?:选|选出|挑选|任选|选取)(\d+)(?:个|名|位|本|种)(?:人)?,?(?:一共|共)?有(?:多少|几)种(?:不同的)?(?:选法|取法|方法|选择方法)"),
    ("arranged", r"从(\d+)(?:个|名|位|本|种|人)(?:不同的)?\w{0,4}?中(?:任意|任)?(?:选|选出|取出|挑选|选取|取|抽取)(\d+)(?:个|名|位|本|种|人)\w{0,4}?(?:排成一排|站成一排|排成一列|排队|排成一行|站成一列|摆成一排)(?:照相|拍照|合影)?,?(?:一共|共)?有(?:多少|几)种(?:不同的)?(?:排法|站法|排列方法|方法|摆法)"),
    ("table", r"(\d+)(?:个|名|位)?人(?:围着|围)(?:一张)?圆桌(?:坐下|而坐|就坐|坐),?(?:一共|共)?有(?:多少|几)种(?:不同的)?(?:坐法|方法)"),
    ("two_offices", r"从(\d+)(?:个|名|位)?\w{0,4}?中(?:选|选出|推选出?|挑选)(?:正、副|正副)(?:班长|队长|组长|会长|主席|主任)各(?:1|一)(?:名|人|位),?(?:一共|共)?有(?:多少|几)种(?:不同的)?(?:选法|方法|选择方法)"),
    ("two_offices", r"从(\d+)(?:个|名|位|人)?\w{0,4}?中(?:选|选出|推选出?|挑选)(?:2|两)(?:名|人|位|个)(?:同学|学生)?(?:分别|来)?(?:担任|当|做)?(?:正、副|正副|(?:班长|队长|组长|会长)(?:和|、)副)(?:班长|队长|组长|会长|主席|主任),?(?:一共|共)?有(?:多少|几)种(?:不同的)?(?:选法|方法|选择方法)"),
    ("hands", r"(\d+)(?:个|名|位)?人\w{0,4}?(?:见面|聚会|开会)?,?每(?:两|2)(?:个)?人(?:之间)?(?:都)?握(?:一|1)次手,?(?:一共|共)?(?:要)?握(?:了)?(?:多少|几)次手?"),
)  # fmt: skip
_OFFICES: Final = re.compile(
    rf"{_HOW} (?:{_WHO}(?:choose|elect|select|pick) )?(?P<roles>(?:an? |the )?[a-z]+(?: [a-z]+)?(?:,? (?:and )?(?:an? )[a-z]+(?:[ -][a-z]+)?)+)(?: be (?:chosen|elected|selected|picked))? (?:from|from among|out of|among) (?:a (?:group|club|class|team) of |the )?(?P<n>\d+) [a-z]+"
    r"(?:,? (?:if|assuming|given)(?: that)? (?:no (?:one|person|member) can hold (?:more than one|two) offices?|the same person (?:can'?t|cannot) hold (?:both|two|more than one) offices?))?"
)
_ROLE: Final = re.compile(
    r"president|vice[ -]president|secretary|treasurer|captain|co-?captain|chair(?:man|person)?|leader|manager|assistant"
)


def read(text: Text) -> Reading:
    """One question of how many ways."""
    if (conditional := committees.read(text)) is not None:
        return conditional
    for read_placed in (placed_people.read, rows_of_kinds.read, chosen_names.read):
        placed: Reading = read_placed(text)
        if placed is not None:
            return placed
    pieces = _NAME.split(text.source)
    source = "".join(piece if i % 2 else in_digits(piece) for i, piece in enumerate(pieces))
    plain = re.sub(r"\$(\d+)\$|\\\((\d+)\\\)", lambda m: m[1] or m[2], source)
    plain = re.sub(r"\s+", " ", plain).strip().rstrip("?.。 ").lower()
    for kind, form in _CHINESE if text.language == "zh" else _FORMS:
        if (found := re.fullmatch(form, plain)) is not None:
            if kind == "spelled" and not _is_spelled(found[1], text.source):
                return None  # "permutations of books"
            return _task(kind, found.groups(), text.language)
    if (offices := _OFFICES.fullmatch(plain)) is not None:
        roles = [r for r in re.split(r",? and |, | and ", offices["roles"]) if r]
        if all(_ROLE.search(role) for role in roles) and len(
            {re.sub(r"^(?:an?|the) ", "", r) for r in roles}
        ) == len(roles):
            return _task("offices", (str(len(roles)), offices["n"]), text.language)
    return None


def _is_spelled(word: str, source: str) -> bool:
    return word.upper() in _NAME.findall(source) or _QUOTED.search(source) is not None


def _task(kind: str, groups: tuple[str | None, ...], language: Language) -> Ways | None:
    if kind in ("letters", "spelled"):
        kind = "letters"
        counts = Counter(groups[0] or "")
        return Ways(kind, sum(counts.values()), 0, tuple(sorted(counts.items())), language)
    numbers = [int(g) for g in groups if g]
    if kind == "two_offices":
        kind, numbers = "offices", [2, *numbers]
    if kind == "arranged":
        kind, numbers = "offices", numbers[::-1]
    if kind in ("choose", "offices"):
        k, n = numbers if language == "en" or kind == "offices" else reversed(numbers)
        return Ways(kind, n, k, (), language) if 0 < k <= n <= MAX_THINGS else None
    return Ways(kind, numbers[0], 0, (), language) if 1 < numbers[0] <= MAX_THINGS else None


@dataclass(frozen=True, slots=True)
class Ways:
    """The number of ways; `k` of `n` things, or the `letters` with how often each occurs."""

    kind: str
    n: int
    k: int
    letters: tuple[tuple[str, int], ...]
    language: Language

    def value(self) -> int:
        """How many there are."""
        values: dict[str, Callable[[], int]] = {
            "row": lambda: factorial(self.n), "table": lambda: factorial(self.n - 1), "choose": lambda: comb(self.n, self.k),
            "offices": lambda: perm(self.n, self.k), "hands": lambda: comb(self.n, 2), "letters": self._of_letters,
        }  # fmt: skip
        return values[self.kind]()

    def _of_letters(self) -> int:
        value = factorial(self.n)
        for _, count in self.letters:
            value //= factorial(count)
        return value

    def solution(self) -> Solution:
        """The formula and why."""
        say, n, k, value = self.language, self.n, self.k, self.value()
        repeated = [(a, c) for a, c in self.letters if c > 1]
        if self.kind == "letters" and repeated:
            named = ", ".join(f"{a.upper()} × {c}" for a, c in repeated)
            step = WORDS["letters"].say(
                say, n=n, repeated=named, factorials=r"\,".join(f"{c}!" for _, c in repeated), value=value
            )
        elif self.kind == "offices":
            step = WORDS["partial"].say(
                say, n=n, product=r"\times ".join(str(n - j) for j in range(k)), value=value
            )
        else:
            key = "row" if self.kind == "letters" else self.kind
            step = WORDS[key].say(say, n=n, k=k, rest=n - k, less=n - 1, value=value)
        source = {
            "row": f"factorial({n})", "table": f"factorial({n} - 1)", "choose": f"binomial({n}, {k})", "hands": f"binomial({n}, 2)",
            "offices": f"factorial({n})/factorial({n - k})",
        }.get(self.kind) or "/".join([f"factorial({n})", *(f"factorial({c})" for _, c in repeated)])  # fmt: skip
        return Solution((step,), cell(source))

    def conclude(self, value: Any) -> Conclusion | None:
        """A whole number."""
        if not isinstance(value, sp.Integer):
            return None
        return Conclusion(WORDS["answer"].say(self.language, answer=value), str(value))

    def check(self, answer: str) -> CheckPlan | None:
        """Every way is listed where there are few things; else another formula counts."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Integer):
            return None
        say, claim = self.language, WORDS["answer"].say(self.language, answer=answer)
        if self.n <= LISTED:
            things = "".join(a * c for a, c in self.letters)
            ways = {
                "row": f"set(permutations(range({self.n})))", "table": f"{{way for way in permutations(range({self.n})) if way[0] == 0}}",
                "choose": f"set(combinations(range({self.n}), {self.k}))", "hands": f"set(combinations(range({self.n}), 2))",
                "offices": f"set(permutations(range({self.n}), {self.k}))", "letters": f"set(permutations({things!r}))",
            }[self.kind]  # fmt: skip
            lines = f"from itertools import combinations, permutations\n\nlen({ways}) == {int(values[0])}"
            return CheckPlan(claim, WORDS["listed"].say(say), lines)
        pascal = "row = [1]\nfor _ in range({n}):\n    row = [a + b for a, b in zip([0, *row], [*row, 0])]\n"
        if self.kind in ("choose", "hands"):
            k = self.k if self.kind == "choose" else 2
            return CheckPlan(
                claim, WORDS["counted"].say(say), pascal.format(n=self.n) + f"row[{k}] == {int(values[0])}"
            )
        factors = {
            "row": (1, self.n),
            "table": (1, self.n - 1),
            "offices": (self.n - self.k + 1, self.n),
            "letters": (1, self.n),
        }[self.kind]
        divide = "".join(f"\nfor j in range(1, {c + 1}):\n    product //= j" for _, c in self.letters)
        source = f"product = 1\nfor j in range({factors[0]}, {factors[1] + 1}):\n    product *= j{divide}\nproduct == {int(values[0])}"
        return CheckPlan(claim, WORDS["counted"].say(say), source)
