"""Digits of many numbers: how often a digit is written in a row of numbers, how many digits all have, which two-digit numbers have such digits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from solver.topics.base import Words
from solver.topics.clauses import Said
from solver.topics.computed import Computed
from solver.topics.stories.contests.kinds import Solved, Unclear, every, made

MAX: Final = 20_000
_ROW: Final = r"(?P<a>\d+) (?:to|through|-) (?P<b>\d+)(?: ,? ?inclusive)?"
ANSWER: Final = Words("The answer is {answer}.", "答案是{answer}。")
PLACES: Final = Words("Count the places one by one. {parts}", "按数位分别数。{parts}")
PLACE: Final = Words("As the {place} digit it is written {n} times.", "在{place}位上出现 {n} 次。")
SUM: Final = Words("Together: \\[{sum}={value}\\]", "一共：\\[{sum}={value}\\]")
LENGTHS: Final = Words(
    "There are {n} numbers of {k} digit(s), which have \\[{n}\\times {k}={value}\\] digits.",
    "{k} 位数有 {n} 个，共有 \\[{n}\\times {k}={value}\\] 个数字。",
)
FITTING: Final = Words(
    "Going through the numbers, these fit: \\({listed}\\); there are {n}.",
    "逐一检查，符合的有：\\({listed}\\)，共 {n} 个。",
)
WANTED: Final = Words("For {n} that is \\[{formula}\\]", "对于 {n}，就是 \\[{formula}\\]")
METHOD: Final = Words("wrote all numbers one behind the other and counted again", "把所有的数写成一串重新数")
METHOD_TENS: Final = Words("put the digits together in all ways", "用两层循环拼出各个数再检验")
_NAMES: Final = ("ones", "tens", "hundreds", "thousands", "ten-thousands")


@made(
    r"\bdigits?\b",
    "en",
    {
        "row": (
            rf"(?:<who:word>|he|she) (?:writes|wrote)(?: down)? all (?:of )?the (?:whole )?numbers from {_ROW}(?: on (?:her|his) paper)?",
            rf"(?:the )?[a-z]+'? ?(?:seat |house |room |page )numbers are from {_ROW}",
            rf"the pages of a book are numbered from {_ROW}",
        ),
        "times": (
            r"how many times (?:does|did|will|do) (?:he|she|<who:word>|they) (?:use|write|used|need) (?:all )?(?:the )?digit \"? ?(?P<d>\d) ?\"?(?: on (?:her|his) paper)?",
            r"how many times (?:does|did|will) (?:the )?digit \"? ?(?P<d>\d) ?\"? (?:appear|occur)",
        ),
        "digits": (rf"how many digits are there from {_ROW}", rf"how many digits are used to write (?:all )?(?:the )?numbers from {_ROW}"),
    },
)  # fmt: skip
def _written(found: list[Said]) -> Solved:
    """Place by place, or by how many digits the numbers have."""
    kinds = [s.kind for s in found]
    if kinds not in (["row", "times"], ["digits"]):
        raise Unclear
    a, b = int(found[0].values["a"]), int(found[0].values["b"])
    if not 0 <= a < b <= MAX:
        raise Unclear
    if kinds == ["digits"]:
        return _lengths(a, b)
    d = found[-1].values["d"]
    if d == "0":
        raise Unclear
    counts = [sum(1 for n in range(a, b + 1) if n // 10**k % 10 == int(d)) for k in range(len(str(b)))]
    parts = " ".join(PLACE.say("en", place=_NAMES[k], n=n) for k, n in enumerate(counts))
    steps = (PLACES.say("en", parts=parts), SUM.say("en", sum="+".join(map(str, counts)), value=sum(counts)))
    lines = (f"sum(str(n).count('{d}') for n in range({a}, {b + 1}))",)
    checked = (
        f"sum(1 for n in range({a}, {b + 1}) for k in range({len(str(b))}) if n // 10**k % 10 == {d}) == claimed",
    )
    return sum(counts), Computed(steps, lines, checked, ANSWER, METHOD, "en")


def _lengths(a: int, b: int) -> Solved:
    if a == 0:
        raise Unclear
    steps, terms = list[str](), list[int]()
    for k in range(len(str(a)), len(str(b)) + 1):
        n = min(b, 10**k - 1) - max(a, 10 ** (k - 1)) + 1
        steps.append(LENGTHS.say("en", n=n, k=k, value=n * k))
        terms.append(n * k)
    if len(terms) > 1:
        steps.append(SUM.say("en", sum="+".join(map(str, terms)), value=sum(terms)))
    lines = (f"sum(len(str(n)) for n in range({a}, {b + 1}))",)
    checked = (f"len(''.join(str(n) for n in range({a}, {b + 1}))) == claimed",)
    return sum(terms), Computed(tuple(steps), lines, checked, ANSWER, METHOD, "en")


_NUMBER: Final = r"(?:2-? ?digit number|2-? ?digit whole number)"
_ONES: Final = r"(?:the )?(?:ones digit|units digit|digit in the ones place|digit in the units place|ones place digit|ones)(?: place)?"
_TENS: Final = r"(?:the )?(?:tens digit|digit in the tens place|tens place digit)"
_TWO: Final = r"(?:(?:the )?(?:2 )?digits in the tens place and (?:the )?ones place|the tens digit and the (?:ones|units) digit|(?:its|the|the 2|both) digits(?: of (?:this|the) number)?)"


@made(
    r"2-? ?digit|has 2 digits",
    "en",
    {
        "frame": (
            rf"(?:there (?:are|is)|(?:<who:word>|he|she) is looking for) (?:some |a |1 )?{_NUMBER}s?",
            rf"(?:the|a) [a-z]+ is a {_NUMBER}", rf"in a {_NUMBER}", r"a whole number has 2 digits",
        ),
        "sum": (rf"the sum of {_TWO} (?:is|equals) (?P<s>\d+)", rf"in numbers {_ROW} , there are some {_NUMBER}s in which the sum of {_TWO} (?:is|equals) (?P<s>\d+)"),
        "product": (rf"the product of (?:the digits of this number|{_TWO}) (?:is|equals) (?P<s>\d+)",),
        "apart": (rf"the difference between {_TWO} (?:is|equals) (?P<s>\d+)",),
        "ones_more": (rf"{_ONES} is (?P<s>\d+) (?P<w>more|less|greater|smaller) than {_TENS}",),
        "tens_more": (rf"{_TENS} is (?P<s>\d+) (?P<w>more|less|greater|smaller) than {_ONES}",),
        "ones_is": (rf"{_ONES} is (?P<s>\d)",),
        "tens_is": (rf"{_TENS} is (?P<s>\d)",),
        "both": (rf"a {_NUMBER} is such that the product of the digits (?:plus|adding|added to) the sum of the digits is equal to the number(?: itself)?",),
        "reversed": (rf"(?:determine )?how many {_NUMBER}s satisfy the following property : when the number is added to the number obtained by reversing its digits , the sum is (?P<s>\d+)",),
        "count": (r"how many (?:of )?such numbers are there", r"how many possible [a-z]+ are there(?: in total)?"),
        "which": (r"what is the number", r"find the number"),
        "ones": (rf"what is {_ONES} of the number",),
        "of_sum": (r"(?:what is )?(?:the )?sum of (?:the )?digits of this number(?: is)?:?(?: ____)?",),
        "of_apart": (r"the difference of the digits of this number is(?: ____)?",),
    },
)  # fmt: skip
def _two_digits(found: list[Said]) -> Solved:
    """All two-digit numbers are tried."""
    tests: list[tuple[str, Callable[[int, int], bool]]] = []
    low, high = 10, 99
    for said in found:
        s = int(said.values.get("s", "0"))
        if "a" in said.values:
            low, high = max(low, int(said.values["a"])), min(high, int(said.values["b"]))
        test = _test(said.kind, s, said.values.get("w", "") in ("less", "smaller"))
        if test is not None:
            tests.append(test)
    reversed_ = every(found, "reversed")
    asked = [s.kind for s in found if s.kind in ("count", "which", "ones", "of_sum", "of_apart", "reversed")]
    if not tests or len(asked) != 1 or found[-1].kind != asked[0] or reversed_ and len(found) > 1:
        raise Unclear
    good = [n for n in range(low, high + 1) if all(holds(n // 10, n % 10) for _, holds in tests)]
    kind = "count" if asked[0] == "reversed" else asked[0]
    value: Callable[[int], int] = {
        "count": lambda n: 0, "which": lambda n: n, "ones": lambda n: n % 10, "of_sum": lambda n: n // 10 + n % 10,
        "of_apart": lambda n: abs(n // 10 - n % 10),
    }[kind]  # fmt: skip
    if not good or len(good) > 20 or len({value(n) for n in good}) != 1:
        raise Unclear
    source = {
        "which": "n",
        "ones": "n % 10",
        "of_sum": "n // 10 + n % 10",
        "of_apart": "abs(n // 10 - n % 10)",
    }.get(kind, "")
    test_ = " and ".join(f"({text.format(t='(n // 10)', o='(n % 10)')})" for text, _ in tests)
    steps = [FITTING.say("en", listed=", ".join(map(str, good)), n=len(good))]
    n = good[0]
    if kind == "of_sum":
        steps.append(WANTED.say("en", n=n, formula=f"{n // 10}+{n % 10}={value(n)}"))
    if kind == "of_apart":
        steps.append(
            WANTED.say("en", n=n, formula=f"{max(n // 10, n % 10)}-{min(n // 10, n % 10)}={value(n)}")
        )
    fits = f"[n for n in range({low}, {high + 1}) if {test_}]"
    lines = (f"len({fits})",) if kind == "count" else (f"fitting = {fits}", "n = fitting[0]", source)
    joined = " and ".join(f"({text.format(t='t', o='o')})" for text, _ in tests)
    pairs = f"[10*t + o for t in range(1, 10) for o in range(10) if {joined} and {low} <= 10*t + o <= {high}]"
    checked = (
        (f"len({pairs}) == claimed",)
        if kind == "count"
        else (f"{{{source} for n in {pairs}}} == {{claimed}}",)
    )
    answer = len(good) if kind == "count" else value(n)
    return answer, Computed(tuple(steps), lines, checked, ANSWER, METHOD_TENS, "en")


def _test(kind: str, s: int, less: bool) -> tuple[str, Callable[[int, int], bool]] | None:
    """The condition of a clause on the tens digit and the ones digit."""
    d = -s if less else s
    table: dict[str, tuple[str, Callable[[int, int], bool]]] = {
        "sum": (f"{{t}} + {{o}} == {s}", lambda t, o: t + o == s),
        "product": (f"{{t}} * {{o}} == {s}", lambda t, o: t * o == s),
        "apart": (f"abs({{t}} - {{o}}) == {s}", lambda t, o: abs(t - o) == s),
        "ones_more": (f"{{o}} - {{t}} == {d}", lambda t, o: o - t == d),
        "tens_more": (f"{{t}} - {{o}} == {d}", lambda t, o: t - o == d),
        "ones_is": (f"{{o}} == {s}", lambda t, o: o == s),
        "tens_is": (f"{{t}} == {s}", lambda t, o: t == s),
        "both": ("{t} * {o} + {t} + {o} == 10*{t} + {o}", lambda t, o: t * o + t + o == 10 * t + o),
        "reversed": (f"11*{{t}} + 11*{{o}} == {s}", lambda t, o: 11 * (t + o) == s),
    }
    return table.get(kind)
