"""Choosing without order: so many of a set of different things, or so many of each kind; and the chance of such a choice. Not read: conditions on single things."""

from __future__ import annotations

import re
from math import comb
from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.topics.clauses import Said
from solver.topics.stories.contests.kinds import Solved, Unclear, answered, every, made

_N: Final = r"[a-z]+(?: (?!and |or |of |in )[a-z]+){0,1}"
_PEOPLE: Final = frozenset("people persons students players members girls boys children men women friends candidates teachers parents".split())  # fmt: skip
_DISTINCT: Final = frozenset("toppings fillings flavors members".split())
_WHO: Final = r"(?:i|we|you|she|he|they|<who:word>|mr <who2:word>)"
_SOME: Final = rf"(?P<some>\d+ (?:different kinds of |different |kinds of )?{_N}(?:(?: ?,)? (?:and )?\d+ (?:different kinds of |different |kinds of )?{_N})+)"
_WAYS: Final = r"(?:in )?how many (?:different |distinct |possible )?ways (?:can|could)"
_GROUP: Final = r"(?:subcommittee|committee|team|group|quintet|quartet|delegation|panel|jury)"


@made(
    r"\bhow many\b",
    "en",
    {
        "have": (
            rf"(?:{_WHO}|my [a-z]+|there) (?:has|have|are|owns?) <n> (?P<different>different |distinct )?(?P<what>{_N})(?P<colors> of different colors)?(?P<from> to choose from)?(?: \([^()]*\))?(?: in (?:her|his|my|a) [a-z]+)?",
            rf"{_WHO} have <n> (?P<what>{_N}) (?P<colors>numbered) 1 through <n2>(?: in an? [a-z]+)?",
        ),
        "want": (
            rf"{_WHO} (?:wants?|needs?|would like) to (?:order an? [a-z]+ with|read|buy|choose|make an? [a-z]+ with|take|pack) <k> (?P<different>different )?(?P<what>{_N})(?: (?:over the next|this) [a-z]+)?",
            rf"(?:as long as )?what you want is an? [a-z]+ with <k> (?P<different>different )(?P<what>{_N})",
        ),
        "unordered": (r"(?:if |where )?(?:the )?order(?: (?:in which|that) (?:i|we|you) (?:choose|draw|read|pick) (?:them|the \d+ [a-z]+))? (?:doesn't|does not) matter", r"without regard to (?:the )?order(?: (?:in which|that) i [a-z]+ them)?"),
        "idle": (r"you can get anything you want at [a-z']+ restaurant", r"(?:\( ?)?(?:where the )?order in which we choose the \d+ people doesn't matter(?: ?\))?"),
        "ask": (
            rf"{_WAYS} {_WHO} (?:choose|select|pick) <k> (?P<different>different )?(?:of (?:the|these|her|his|my|their) )?(?P<what>{_N})(?: to (?:buy|read))?",
            rf"{_WAYS} <k> (?P<what>{_N}) be (?:selected|chosen|picked) from a (?:group|class|team) of <n> (?P<all>{_N})(?: to serve on an? [a-z -]+)?",
            rf"{_WAYS} an? <k>-person {_GROUP} be (?:chosen|selected|formed) from (?:a group of )?<n> (?P<all>people|students|players|members)(?: \([^()]*\))?",
            rf"{_WAYS} {_WHO} choose which (?P<which>{_N}) to (?:read|buy|take)(?: (?:over the next|this) [a-z]+)?",
            rf"how many (?:different )?(?P<dish>[a-z]+) (?:could|can) {_WHO} (?:order|make|choose)(?: \([^()]*\))?",
        ),
    },
)  # fmt: skip
def _choose(found: list[Said]) -> Solved:
    kinds = {s.kind: s for s in found if s.kind not in ("idle", "unordered")}
    if len(kinds) != sum(s.kind not in ("idle", "unordered") for s in found) or "ask" not in kinds:
        raise Unclear
    ask, have, want = kinds["ask"].values, kinds.get("have"), kinds.get("want")
    if "all" in ask:
        if (
            have
            or want
            or "what" in ask
            and ask["what"] != ask["all"]
            or not set(ask["all"].split()) & _PEOPLE
        ):
            raise Unclear
        n, k = int(ask["n"]), int(ask["k"])
    else:
        if have is None or ("k" in ask) == (want is not None):
            raise Unclear
        told = ask if want is None else want.values
        what = have.values["what"]
        if what.split()[-1] != told["what"].split()[-1] or "which" in ask and ask["which"].split()[-1] != what.split()[-1]:  # fmt: skip
            raise Unclear
        n, k = int(have.values["n"]), int(told["k"])
        marks = have.values.get("different") or have.values.get("colors") or told.get("different")
        if (
            not marks
            and what.split()[-1] not in _PEOPLE | _DISTINCT
            or have.values.get("n2") not in (None, have.values["n"])
        ):
            raise Unclear
        if have.values.get("colors") == "numbered" and not every(found, "unordered"):
            raise Unclear
    if not 1 <= k <= n <= 1000:
        raise Unclear
    value = comb(n, k)
    steps = (rf"The order of the chosen does not matter, and no two of the \({n}\) are the same: \[\binom{{{n}}}{{{k}}}=\frac{{{n}!}}{{{k}!\,{n - k}!}}={value}\]",)  # fmt: skip
    return answered(value, steps, (f"binomial({n}, {k})",), _again(n, k), "Choose one after the other, and divide by the orders of the same choice.")  # fmt: skip


def _again(n: int, k: int) -> tuple[str, ...]:
    return ("from math import factorial, perm", "", f"perm({n}, {k}) == claimed*factorial({k})")


@made(
    r"\bhow many\b|\bprobability\b",
    "en",
    {
        "stock": (
            rf"(?:if )?(?:the|a|an|my|our) [a-z ]{{2,40}}? (?:has|consists of|contains) (?:<t> (?:members|people) ,? )?{_SOME}",
            rf"there are {_SOME}(?: who are members of the [a-z]+ section in the band)?",
        ),
        "idle": (rf"from the members of the [a-z]+ section , an? {_GROUP} is being formed",),
        "want": (rf"an? {_GROUP}(?: of this group)? is formed by choosing {_SOME}", rf"(?:if )?the {_GROUP} must consist of {_SOME}"),
        "drawn": (rf"an? {_GROUP} of <k> members is (?:randomly chosen|chosen at random)", rf"(?:if )?(?:the [a-z]+|<who:word>) selects <k> {_N} at random"),
        "ask_for": (rf"{_WAYS} {_WHO} (?:choose|select|form) (?:an? <k>-person {_GROUP} consisting of )?{_SOME}(?: to buy)?",),
        "ask": (rf"how many (?:different )?{_GROUP}s (?:are possible|can be formed|are there)",),
        "chance": (
            rf"what is the probability that the {_GROUP} consists of {_SOME}",
            rf"what is the probability that (?:the {_GROUP} consists of|(?:he|she) selects) (?:(?P<least>at least) )?<m> (?P<what>{_N})",
        ),
    },
)  # fmt: skip
def _groups(found: list[Said]) -> Solved:
    kinds = {s.kind: s for s in found if s.kind != "idle"}
    if len(kinds) != sum(s.kind != "idle" for s in found) or "stock" not in kinds:
        raise Unclear
    stock = _listed(kinds["stock"].values["some"])
    total = kinds["stock"].values.get("t")
    if total is not None and int(total) != sum(n for _, n in stock):
        raise Unclear
    names = set(kinds) - {"stock"}
    if names == {"ask_for"} or names == {"want", "ask"}:
        told = kinds["ask_for" if "ask_for" in kinds else "want"]
        want = _listed(told.values["some"])
        pairs = [(_of(name, stock), k) for name, k in want]
        if len({n for n, _ in pairs}) != len(pairs) and len({name for name, _ in want}) != len(want):
            raise Unclear
        if told.values.get("k") not in (None, str(sum(k for _, k in want))) or any(k > n for n, k in pairs):
            raise Unclear
        return _ways(pairs)
    if names == {"drawn", "chance"}:
        return _chance(stock, int(kinds["drawn"].values["k"]), kinds["chance"])
    raise Unclear


def _ways(pairs: list[tuple[int, int]]) -> Solved:
    value = 1
    for n, k in pairs:
        value *= comb(n, k)
    product = r"\cdot ".join(rf"\binom{{{n}}}{{{k}}}" for n, k in pairs)
    numbers = r"\cdot ".join(str(comb(n, k)) for n, k in pairs)
    steps = (
        rf"Choose from each kind on its own; every choice of one kind goes with every choice of the others: \[{product}={numbers}={value}\]",
    )
    lines = ("*".join(f"binomial({n}, {k})" for n, k in pairs),)
    ordered = "*".join(f"perm({n}, {k})" for n, k in pairs)
    orders = "*".join(f"factorial({k})" for _, k in pairs)
    checked = ("from math import factorial, perm", "", f"{ordered} == claimed*{orders}")
    return answered(
        value,
        steps,
        lines,
        checked,
        "Choose one after the other, and divide by the orders of the same choice.",
    )


def _chance(stock: list[tuple[str, int]], k: int, said: Said) -> Solved:
    size = sum(n for _, n in stock)
    if not 1 <= k <= size:
        raise Unclear
    if "some" in said.values:
        want = _listed(said.values["some"])
        if sum(m for _, m in want) != k or len({name for name, _ in want}) != len(want):
            raise Unclear
        rows = [[(_of(name, stock), m) for name, m in want]]
    else:
        n, m = _of(said.values["what"], stock), int(said.values["m"])
        if "least" in said.values:
            rows = [[(n, i), (size - n, k - i)] for i in range(m, min(n, k) + 1) if k - i <= size - n]
        elif m == k:
            rows = [[(n, m)]]
        else:
            raise Unclear
    if not rows or any(i > n for row in rows for n, i in row):
        raise Unclear
    good = 0
    for row in rows:
        ways = 1
        for n, i in row:
            ways *= comb(n, i)
        good += ways
    value = sp.Rational(good, comb(size, k))
    shown = "+".join(r"\cdot ".join(rf"\binom{{{n}}}{{{i}}}" for n, i in row) for row in rows)
    steps = (
        rf"\({k}\) of \({size}\) can be chosen in \(\binom{{{size}}}{{{k}}}={comb(size, k)}\) equally likely ways.",
        rf"Those that fit: \({shown}={good}\).",
        rf"The probability is \[\frac{{{good}}}{{{comb(size, k)}}}={exact_latex(value)}\]",
    )
    source = " + ".join("*".join(f"binomial({n}, {i})" for n, i in row) for row in rows)
    lines = (f"({source}) / binomial({size}, {k})",)
    ordered = " + ".join(
        "*".join(f"perm({n}, {i})" for n, i in row)
        + f"*factorial({k})//("
        + "*".join(f"factorial({i})" for _, i in row)
        + ")"
        for row in rows
    )
    checked = ("from math import factorial, perm", "", f"Rational({ordered}, perm({size}, {k})) == claimed")
    return answered(value, steps, lines, checked, "Take one after the other, with the order told apart.")


def _listed(text: str) -> list[tuple[str, int]]:
    found = re.findall(
        r"(\d+) (?:different kinds of |different |kinds of )?([a-z]+(?: [a-z]+)*?)(?=(?: ?,)? and \d| ?, ?\d| ?, and|$)",
        text,
    )
    if len(found) != len(re.findall(r"\d+", text)):
        raise Unclear
    return [(name.strip(), int(n)) for n, name in found]


def _of(name: str, stock: list[tuple[str, int]]) -> int:
    """How many there are of a kind that is called by its own word: "green peppers", "soup" of "canned soup"."""
    words = {w.removesuffix("s") for w in name.split()}
    shared = {
        w.removesuffix("s") for n, _ in stock for w in n.split() if all(w in m.split() for m, _ in stock)
    }
    fits = [
        n
        for kind, n in stock
        if words - shared and words - shared <= {w.removesuffix("s") for w in kind.split()}
    ]
    if len(fits) != 1:
        raise Unclear
    return fits[0]
