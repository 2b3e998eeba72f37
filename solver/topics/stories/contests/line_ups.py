"""People in a row with one wish: who stands in the middle or at an end, who stay together; papers handed back at random."""

from __future__ import annotations

from math import comb, factorial
from typing import Final

from solver.topics.base import Words
from solver.topics.clauses import Said
from solver.topics.computed import Computed
from solver.topics.stories.contests.kinds import Solved, Unclear, every, made

_ONE: Final = r"(?:students?|kids|children|people|pupils|friends|boys|girls|members)"
_ROW: Final = r"(?:in a (?:line|row|queue)|up)"
_FOR: Final = r"(?: (?:to|for) (?:take|taking|play|playing|have|having) (?:a |their )?(?:picture|photo|games?|photograph)s?)?"
ANSWER: Final = Words("There are {answer} ways.", "共有 {answer} 种。")
METHOD: Final = Words("listed all orders and counted those that fit", "列出所有排列，数出符合要求的")
FREE: Final = Words(
    "For the first place there are {n} possibilities, for the next one fewer, and so on: \\[{n}!={value}\\]",
    "第一个位置有 {n} 种可能，以后每个位置少一种：\\[{n}!={value}\\]",
)
MIDDLE: Final = Words(
    "One has to be in the middle: 1 possibility for that place.", "中间的位置固定给一个人：1 种。"
)
END: Final = Words("One has to be at an end: 2 possibilities.", "一个人站在一端：2 种。")
REST: Final = Words(
    "The other {n} stand on the remaining places in any order: \\[{n}!={value}\\]",
    "其余 {n} 人在剩下的位置任意排：\\[{n}!={value}\\]",
)
BLOCK: Final = Words(
    "Those {k} that stay together are one piece, so {n} pieces are put in order: \\[{n}!={value}\\]",
    "在一起的 {k} 个看成一个整体，共 {n} 个排列：\\[{n}!={value}\\]",
)
INSIDE: Final = Words(
    "Inside a piece of {k} there are \\[{k}!={value}\\] orders.", "{k} 个内部的排法有 \\[{k}!={value}\\] 种。"
)
PRODUCT: Final = Words("Together: \\[{product}={value}\\]", "一共：\\[{product}={value}\\]")
CODE: Final = Words("the possibilities multiplied", "把可能数相乘")


@made(
    r"\bin (?:a )?(?:row|line|queue)|\blin(?:e|ing) up|\bform the line|\bstand",
    "en",
    {
        "people": (
            rf"(?P<n>\d+) {_ONE} (?:are )?(?:lining up|line up|lined up|(?:are )?stand(?:ing)?|sit(?:ting)?) ?(?:{_ROW})?{_FOR}",
            rf"<who:word> and (?P<more>\d+) of (?:her|his) friends are lining up{_FOR}",
            r"(?:she|he|<who:word>) takes photos with (?:her|his) (?P<more>\d+) (?:close |best )?friends",
        ),
        "stand": (rf"all of them (?:stand|line up) ?(?:{_ROW})?",),
        "idle": (r"today is [a-z]+'s birthday",),
        "middle": (r"(?:they make )?<who:word> (?:is standing|has to (?:be|stand)|must (?:be|stand)|stands?|wants to (?:be|stand)) in the middle",),
        "end": (r"<who:word> (?:is standing|has to (?:be|stand)|must (?:be|stand)|stands) (?:on|at) (?:either end|1 end|1 of the (?:2 )?ends)",),
        "together": (r"(?P<k>\d+) of them (?:insist on|must|want to|have to) ?stand(?:ing)? (?:together|next to each other)",),
        "ask": (
            rf"(?:in )?how many (?:different )?(?:ways|arrangements) (?:can|could|are there for) (?:they|them|the {_ONE}|the (?P<n>\d+) {_ONE})(?: (?:line up|form the line|stand|be arranged|to line up|to form the line))?",
            r"how many different ways are there to arrange them",
            r"(?:there are ____|there are|how many) different ways for them to form the line",
            r"how many different ways are there for them to form the line",
        ),
    },
)  # fmt: skip
def _row(found: list[Said]) -> Solved:
    people, asked = every(found, "people"), every(found, "ask")
    middle, end, together = every(found, "middle"), every(found, "end"), every(found, "together")
    if (
        len(people) != 1
        or len(asked) != 1
        or max(len(middle), len(end), len(together)) > 1
        or together
        and (middle or end)
    ):
        raise Unclear
    n = int(people[0].values["more"]) + 1 if "more" in people[0].values else int(people[0].values["n"])
    if asked[0].values.get("n", str(n)) != str(n) or not 2 <= n <= 12 or middle and n % 2 == 0:
        raise Unclear
    if middle and end and middle[0].values["who"] == end[0].values["who"]:
        raise Unclear
    fixed = len(middle) + len(end)
    steps, factors, tests = list[str](), list[int](), list[str]()
    if together:
        k = int(together[0].values["k"])
        if not 2 <= k < n:
            raise Unclear
        pieces = n - k + 1
        steps += [
            BLOCK.say("en", k=k, n=pieces, value=factorial(pieces)),
            INSIDE.say("en", k=k, value=factorial(k)),
        ]
        factors += [factorial(pieces), factorial(k)]
        tests.append(f"max(p[:{k}]) - min(p[:{k}]) == {k - 1}")
    else:
        if middle:
            steps.append(MIDDLE.say("en"))
            tests.append(f"p[0] == {n // 2}")
        if end:
            steps.append(END.say("en"))
            factors.append(2)
            tests.append(f"p[1] in (0, {n - 1})")
        rest = n - fixed
        steps.append((REST if fixed else FREE).say("en", n=rest, value=factorial(rest)))
        factors.append(factorial(rest))
    return _ways(n, steps, factors, tests)


def _ways(n: int, steps: list[str], factors: list[int], tests: list[str]) -> Solved:
    value = 1
    for factor in factors:
        value *= factor
    if len(factors) > 1:
        steps.append(PRODUCT.say("en", product=r"\times ".join(map(str, factors)), value=value))
    lines = (f"# {CODE.say('en')}", " * ".join(map(str, factors)))
    checked: tuple[str, ...]
    if n <= 8:
        # p[i] is the place of the person i: 0 is the one for the middle, 1 the one for an end, the first k stay together
        checked = ("from itertools import permutations", "", f"sum(1 for p in permutations(range({n})) if {' and '.join(tests) or 'True'}) == claimed")  # fmt: skip
    else:
        checked = ("ways = 1", f"for factor in {sorted(factors)}:", "    ways *= factor", "ways == claimed")
    return value, Computed(tuple(steps), lines, checked, ANSWER, METHOD, "en")


_PAPER: Final = r"(?:test|exam|quiz|essay|homework|paper)s?(?: papers?)?"
_EACH_BACK: Final = Words(
    "Choose the {k} who get their own: \\[\\binom{{{n}}}{{{k}}}={value}\\]",
    "选出拿到自己的 {k} 人：\\[C_{{{n}}}^{{{k}}}={value}\\]",
)
_NONE_BACK: Final = Words(
    "The other {r} all get a wrong one; listing the orders of {r} in which nothing is at its place gives {value}.",
    "其余 {r} 人都拿错；{r} 个全错位的排法有 {value} 种。",
)


@made(
    r"\bback\b|own gift",
    "en",
    {
        "idle": (
            rf"(?P<n>\d+) {_ONE}(?: (?:from|of|in) [a-z]+(?: [a-z]+){{0,3}})? (?:take|took|sit|sat|write|wrote|hand in|handed in) (?:an? |their )?(?:[a-z]+ )?{_PAPER}",
            rf"(?:unfortunately , |but , )?(?:none|no 1) of the {_ONE} (?:wrote|put) (?:his/her|his or her|their|his|her) names? on (?:the|their|his|her) {_PAPER}",
        ),
        "back": (rf"(?:as a result , )?the (?:tests|papers|essays|quizzes|homeworks?) are (?:therefore )?(?:handed|given) back(?: to the {_ONE})? (?:at random|randomly)",),
        "ask": (rf"in how many ways can exactly (?P<k>\d+) of the (?P<n>\d+) {_ONE} get (?:the (?:correct|right)|their own) {_PAPER} back",),
        "gifts": (r"(?P<n>\d+) (?:boys|girls|kids|children|friends|students) each prepared 1 gift for a party",),
        "ask_none": (r"how many ways can these (?P<n>\d+) gifts be distributed among the (?P<m>\d+) (?:boys|girls|kids|children|friends|students) so that no ?(?:one|1) receives (?:his|her|their|his or her) own gift",),
    },
)  # fmt: skip
def _handed_back(found: list[Said]) -> Solved:
    """So many get their own, all others a wrong one."""
    counts = {int(s.values[k]) for s in found for k in ("n", "m") if k in s.values}
    kinds = [s.kind for s in found]
    if len(counts) != 1 or kinds not in (["idle", "idle", "back", "ask"], ["gifts", "ask_none"]):
        raise Unclear
    n = counts.pop()
    k = int(found[-1].values["k"]) if kinds[-1] == "ask" else 0
    rest = n - k
    if not 2 <= rest <= 8 or k < 0 or n > 10:
        raise Unclear
    wrong = _derangements(rest)
    steps = [_EACH_BACK.say("en", k=k, n=n, value=comb(n, k))] if k else []
    steps.append(_NONE_BACK.say("en", r=rest, value=wrong))
    if k:
        steps.append(PRODUCT.say("en", product=rf"{comb(n, k)}\times {wrong}", value=comb(n, k) * wrong))
    lines = (
        "from itertools import permutations", "",
        f"wrong = sum(1 for p in permutations(range({rest})) if all(i != j for i, j in enumerate(p)))",
        f"binomial({n}, {k}) * wrong",
    )  # fmt: skip
    checked = ("wrong = [1, 0]", f"for i in range(2, {rest + 1}):", "    wrong.append((i - 1) * (wrong[i - 1] + wrong[i - 2]))", f"factorial({n}) / (factorial({k}) * factorial({rest})) * wrong[{rest}] == claimed")  # fmt: skip
    return comb(n, k) * wrong, Computed(tuple(steps), lines, checked, ANSWER, Words("found the number of wrong orders from those of fewer", "用递推公式求全错位排列数"), "en")  # fmt: skip


def _derangements(n: int) -> int:
    a, b = 1, 0
    for i in range(2, n + 1):
        a, b = b, (i - 1) * (a + b)
    return b if n else a
