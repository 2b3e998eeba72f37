"""Things put in groups of several sizes, what is left over each time; numbers told by their remainders. Not read: "short of", bounds that are not numbers of digits."""

from __future__ import annotations

from math import lcm
from typing import Final

from solver.topics.base import Words
from solver.topics.clauses import Said
from solver.topics.computed import Computed
from solver.topics.stories.contests.kinds import Solved, Unclear, every, made

MAX_PERIOD: Final = 10**6
_OPEN: Final = r"(?:(?!(?:not|no|never|except|only|more|less|least|most|than|short|if|when|but|or|left|remaining|remained|remainder|both|half|twice)\b)[a-z][a-z'-]* ?)"
_LEFT: Final = rf"(?:{_OPEN}{{0,5}}(?P<r>\d+) (?:(?:remaining|remained) {_OPEN}{{1,2}}|(?!(?:groups?|piles?|bags?|boxes|rows?|packs?)\b){_OPEN}{{0,3}}(?:left over|left|remaining|remained|remain)(?: over)?)|the remainder (?:is|was) (?:also )?(?P<r2>\d+)|(?:there is|there will be|there are) (?P<none>no(?:thing)?) {_OPEN}{{0,3}}(?:left|remaining)(?: over)?)"
ANSWER: Final = Words("The answer is {answer}.", "答案是{answer}。")
METHOD_LEAST: Final = Words(
    "put the remainders together by the Chinese remainder theorem", "用中国剩余定理合并各个余数"
)
METHOD_REST: Final = Words("tried every number of a whole period", "逐一检验一个周期内的数")
ROWS: Final = Words(
    "A number that leaves {r} when divided by {m} is one of \\({r}, {a}, {b}, \\ldots\\)",
    "除以 {m} 余 {r} 的数是 \\({r}, {a}, {b}, \\ldots\\)",
)
FIRST: Final = Words(
    "The first number that fits everything is {n}: \\[{checks}\\]", "第一个全部符合的数是 {n}：\\[{checks}\\]"
)
AGAIN: Final = Words(
    "Such numbers come again after the least common multiple of {all}: \\[{period}\\]",
    "以后每隔 {all} 的最小公倍数出现一次：\\[{period}\\]",
)
THEN: Final = Words(
    "So the remainder that is asked for is that of {value}: \\[{value}={q}\\times {k}+{rest}\\]",
    "所求的余数就是 {value} 的余数：\\[{value}={q}\\times {k}+{rest}\\]",
)
TIMES: Final = Words(
    "{c} times the number: \\[{c}\\times {n}={value}\\]", "这个数的 {c} 倍：\\[{c}\\times {n}={value}\\]"
)
CODE: Final = Words("the first number with these remainders", "第一个有这些余数的数")


@made(
    r"remain|left|divi",
    "en",
    {
        "frame": (
            rf"(?:<who:word>|there) (?:has|have|are|is|loves|likes|wants to share) {_OPEN}{{1,8}}(?:from the \d{{4}} s)?",
            rf"(?:he|she|they) wants? to share (?:it |them )?with {_OPEN}{{1,3}}",
            r"(?:a student|<who:word>) (?:thinks|thought) of a (?:natural|whole) number",
            r"(?:a student|<who:word>) (?:wrote|writes) down a (?:natural|whole) number",
        ),
        "digits": (r"n is a (?P<k>\d)-? ?digit number", r"<who:word> is thinking of a (?P<k>\d)-? ?digit number"),
        "group": (
            rf"(?:he|she|it|they|<who:word>) (?:divides?|shares?|distributes?|splits?|arranges?|puts?|places?) {_OPEN}{{1,9}}(?:by|among|between|into|in (?:groups|piles|bags|rows) of) (?P<m>\d+)(?: {_OPEN}{{1,4}})? ?(?:,|and) (?:then )?{_LEFT}",
            rf"(?:he|she|it|they|<who:word>) (?:puts?|places?|packs?) (?P<m>\d+) {_OPEN}{{0,2}}in(?:to)? each {_OPEN}{{1,2}}, (?:then )?{_LEFT}",
            rf"(?:she says ,? ?|he says ,? ?)?(?:if |when )?(?:n|the number|she divided the number|he divided the number|i divide the number|the number of {_OPEN}{{1,3}})(?: is divided)? by (?P<m>\d+) ?, the remainder (?:is|was) (?:also )?(?P<r2>\d+)",
            r"(?:she|he) divides the number by (?P<m>\d+) and the remainder is (?P<r2>\d+)",
        ),
        "all": (rf"(?:no matter|each time|whether) (?:she|he|they) counts? {_OPEN}{{1,3}}(?P<list>\d+ by \d+ ,(?: \d+ by \d+ ,)* or \d+ by \d+) , there (?:are|is) always (?P<r>\d+) {_OPEN}{{0,3}}left(?: over)?",),
        "least": (
            rf"how many {_OPEN}{{1,4}}(?:does|do|did) <who:words> have at least",
            rf"how many {_OPEN}{{1,4}}, at least , (?:does|do|did) <who:words> have",
            rf"how many {_OPEN}{{1,4}}, at least , are there(?: in {_OPEN}{{1,4}})?",
            rf"how many {_OPEN}{{1,4}}are there (?:in {_OPEN}{{1,4}})?at least",
            r"the smallest possible value of n is(?: ____)?",
            r"what is the smallest possible (?:number|value)(?: that <who:words> could be thinking of| of n)?",
        ),
        "rest": (
            r"what is the remainder when n is divided by (?P<q>\d+)",
            r"what is the remainder when (?P<c>double|twice) that number is divided by (?P<q>\d+)",
            r"what is the remainder when the number is divided by (?P<q>\d+)",
        ),
    },
)  # fmt: skip
def _remainders(found: list[Said]) -> Solved:
    """The least number with the remainders, or the remainder that they tell."""
    conditions: list[tuple[int, int]] = []
    for said in found:
        values = said.values
        if said.kind == "group":
            conditions.append(
                (int(values["m"]), 0 if "none" in values else int(values.get("r") or values["r2"]))
            )
        elif said.kind == "all":
            conditions += [(int(pair.split(" by ")[0]), int(values["r"])) for pair in values["list"].replace("or", "").split(",") if pair.strip()]  # fmt: skip
    asked = [s for s in found if s.kind in ("least", "rest")]
    digits = every(found, "digits")
    if not conditions or len(asked) != 1 or found[-1] is not asked[0] or len(digits) > 1 or len({m for m, _ in conditions}) != len(conditions):  # fmt: skip
        raise Unclear
    if any(not 0 <= r < m or m < 2 for m, r in conditions):
        raise Unclear
    period = lcm(*(m for m, _ in conditions))
    if period > MAX_PERIOD:
        raise Unclear
    low, high = (10 ** (int(digits[0].values["k"]) - 1), 10 ** int(digits[0].values["k"])) if digits else (1, 2 * period + 1)  # fmt: skip
    if high > MAX_PERIOD * 2:
        raise Unclear
    fitting = [n for n in range(low, high) if all(n % m == r for m, r in conditions)]
    if not fitting:
        raise Unclear
    if asked[0].kind == "least":
        if len(conditions) < 2:
            raise Unclear
        most = max(m for m, _ in conditions)
        if not digits and {r for _, r in conditions} == {fitting[0]}:  # so few are not meant
            low, fitting = most, [n for n in fitting if n >= most]
        return _least(conditions, fitting[0], low, period)
    return _rest(conditions, fitting, low, high, bool(digits), asked[0])


def _checks(conditions: list[tuple[int, int]], n: int) -> str:
    return ",\\quad ".join(f"{n}={n // m}\\times {m}" + (f"+{r}" if r else "") for m, r in conditions)


def _least(conditions: list[tuple[int, int]], n: int, low: int, period: int) -> Solved:
    if n < max(m for m, _ in conditions):
        raise Unclear  # so few are not meant
    m, r = max(conditions)
    steps = (
        ROWS.say("en", m=m, r=r, a=r + m, b=r + 2 * m),
        FIRST.say("en", n=n, checks=_checks(conditions, n)),
    )
    test = " and ".join(f"n % {m} == {r}" for m, r in conditions)
    lines = (
        "from itertools import count",
        "",
        f"# {CODE.say('en')}",
        f"next(n for n in count({low}) if {test})",
    )
    checked = (
        "from sympy.ntheory.modular import crt", "",
        f"least, period = crt({[m for m, _ in conditions]}, {[r for _, r in conditions]}, check=True)",
        f"while least < {low}:", "    least += period",
        "least == claimed",
    )  # fmt: skip
    return n, Computed(steps, lines, checked, ANSWER, METHOD_LEAST, "en")


def _rest(conditions: list[tuple[int, int]], fitting: list[int], low: int, high: int, bounded: bool, asked: Said) -> Solved:  # fmt: skip
    q, c = int(asked.values["q"]), 2 if "c" in asked.values else 1
    if q < 2:
        raise Unclear
    period = lcm(q, *(m for m, _ in conditions))
    if not bounded:
        if period > MAX_PERIOD:
            raise Unclear
        high = low + period
        fitting = [n for n in range(low, high) if all(n % m == r for m, r in conditions)]
    rests = {c * n % q for n in fitting}
    if len(rests) != 1:
        raise Unclear
    n, rest = fitting[0], rests.pop()
    steps = [FIRST.say("en", n=n, checks=_checks(conditions, n))]
    if c > 1:
        steps.append(TIMES.say("en", c=c, n=n, value=c * n))
    steps.append(THEN.say("en", value=c * n, q=c * n // q, k=q, rest=rest))
    test = " and ".join(f"n % {m} == {r}" for m, r in conditions)
    lines = ("from itertools import count", "", f"# {CODE.say('en')}", f"n = next(n for n in count({low}) if {test})", f"{c}*n % {q}" if c > 1 else f"n % {q}")  # fmt: skip
    checked = (f"{{{c}*n % {q} for n in range({low}, {high}) if {test}}} == {{claimed}}",)
    return rest, Computed(tuple(steps), lines, checked, ANSWER, METHOD_REST, "en")
