"""Read questions about the size of numbers: which is greater, yes or no, the largest, the nearest, in order.

Read: numbers written out (integers, decimals, fractions, percentages, roots, powers, π) and letters whose values are known, in a
list or as options (a), (b), …. Not: letters without a value, units, "how many are greater", absolute values in words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from solver.topics.base import Reading, Text, Unread
from solver.topics.numbers.comparisons.pairs import Signs, Truth
from solver.topics.numbers.comparisons.picking import Nearest, Ranked, Selected
from solver.topics.numbers.comparisons.quantities import Quantity, Unlike, ascending, compare, quantity
from solver.topics.numbers.comparisons.sorting import Sorted
from solver.topics.numbers.comparisons.wording import (
    Token,
    count_of,
    is_ambiguous,
    options,
    rank_of,
    rewritten,
    tokenize,
    undelimited,
)

MAX_NUMBERS: Final = 30
KINDS: Final = {"integers", "fractions", "decimals", "negatives", "rationals", "reals"}
CODES: Final = {
    "big": "k", "small": "k", "rank": "k", "near": "n", "far": "n", "placed": "p", "than": "t", "sort": "s", "up": "o", "down": "o",
    "joined": "h", "joined_down": "h", "compare": "c", "signs": "S", "ask": "w", "either": "?", "truth": "?", "blank": "g",
    "between": "b", "tool": "u", "<": "r", ">": "r", "<=": "r", ">=": "r", "=": "e", "!=": "e",
}  # fmt: skip
"""One letter for each token: the question is a pattern of them. One number is `x`, several `X`."""
_CIRCLE: Final = r"[○◯⭕〇]|\\bigcirc"
"""Alone between two numbers it asks for a sign; a line or a box may want a number."""
_OPPOSITE: Final = {True: ">", False: "<"}


@dataclass(frozen=True, slots=True)
class Question:
    """A text as a pattern: `code`, the tokens that its letters stand for, the lists of numbers in order."""

    code: str
    tokens: tuple[Token, ...]
    lists: tuple[tuple[Quantity, ...], ...]
    text: Text
    has_or: bool
    asks: bool
    has_verb: bool

    def named(self, *kinds: str) -> tuple[Token, ...]:
        """The tokens of these kinds, in order."""
        return tuple(t for t in self.tokens if t.kind in kinds)

    def list_at(self, place: int) -> tuple[Quantity, ...]:
        """The numbers that the letter at `place` of the code stands for."""
        return self.lists[sum(c in "xX" for c in self.code[:place])]


def read(text: Text) -> Reading:
    """A question about the size of numbers."""
    source = rewritten(text.source)
    asked, offered = options(source)
    tokens = tokenize(asked)
    if not any(t.kind in CODES and t.kind not in ("ask", "between", "tool") for t in tokens):
        return None
    question = _question(text, tokens, offered)
    if question is None:
        return None
    chosen = tuple(
        q for label, part in offered if (q := quantity(undelimited(part), text.values, label)) is not None
    )
    if len(chosen) != len(offered) or len(chosen) > MAX_NUMBERS:
        return None
    try:
        task = _task(question, chosen)
        if isinstance(task, Signs | Truth):
            task.solution()  # refuses what cannot be told apart
    except Unlike:
        return None
    if task is None:
        return None
    unread = tuple(t.text.strip() for t in tokens if t.kind == "unread")
    if unread:
        return Unread(unread) if sum(map(len, unread)) < len(text.source) / 4 else None
    if is_ambiguous(source, grouped=text.language == "en"):
        return Unread((text.source,))
    return task if _fits(tokens, question, chosen) else None


def _question(text: Text, tokens: tuple[Token, ...], offered: tuple[tuple[str, str], ...]) -> Question | None:
    """The pattern; None where what stands for a number is none."""
    code, kept, lists = "", list[Token](), list[list[Quantity]]()
    joins, has_or, before = False, False, "stop"
    for token in tokens:
        starts, listed, before = before in ("stop", "comma"), before in ("number", "comma", "or"), token.kind
        match token.kind:
            case "number":
                found = quantity(token.text, text.values)
                if found is None:
                    return None
                if joins:
                    lists[-1].append(found)
                    code = code[:-1] + "X"
                else:
                    lists.append([found])
                    code += "x"
                joins = False
            case "comma" | "or" | "stop" if token.kind != "stop" or token.text.strip(" ") in (";", "\n"):
                has_or = has_or or token.kind == "or"
                joins = listed and code[-1:] in ("x", "X")
            case "verb":
                if starts and (not code or code[-1] in "xX"):
                    code += "?"
                    kept.append(token)
                joins = False
            case kind if kind in CODES:
                code += CODES[kind]
                kept.append(token)
                joins = False
            case _:
                joins = False
    asks = any(t.kind == "stop" and "?" in t.text for t in tokens)
    if sum(map(len, lists)) + len(offered) > MAX_NUMBERS:
        return None
    return Question(
        code, tuple(kept), tuple(map(tuple, lists)), text, has_or, asks, any(t.kind == "verb" for t in tokens)
    )


def _fits(tokens: tuple[Token, ...], question: Question, chosen: tuple[Quantity, ...]) -> bool:
    """Whether the numbers are what the text calls them (integers, fractions, …)."""
    numbers = [*(q for one in question.lists for q in one), *chosen]
    tests: Mapping[str, Callable[[Quantity], bool]] = {
        "integers": lambda q: bool(q.value.is_Integer),
        "fractions": lambda q: bool(q.value.is_Rational),
        "decimals": lambda q: q.is_plain,
        "negatives": lambda q: bool(q.value < 0),
        "rationals": lambda q: bool(q.value.is_Rational),
        "reals": lambda q: True,
    }
    sizes = {len(numbers), len(chosen), *map(len, question.lists)}
    if any(count_of(t.text) not in sizes for t in tokens if t.kind == "counted"):
        return False
    named = {t.kind for t in tokens} & KINDS
    return all(tests[kind](q) for kind in named for q in numbers)


# -- which question it is ----------------------------------------------------------------------------------


def _task(question: Question, chosen: tuple[Quantity, ...]) -> Reading:
    """The task that the pattern asks for; None where it is no pattern of this topic."""
    code = question.code
    whether = "?" in code
    plain = code.replace("?", "")
    if whether and "w" in plain and not chosen and not question.named("truth"):
        return None
    plain = plain.replace("w", "")
    if "b" in plain and (not question.named("big", "small") or len(question.lists[0]) != 2):
        return None  # between 3 and 10 there are more numbers
    if "u" in plain and not re.search("[cSsoh]|xg", plain):
        return None  # the largest number that can be made with 3, 5 and 2
    plain = re.sub("[bu]", "", plain)
    if plain in ("xrx", "xex") and "w" not in code and question.asks:
        return _truth(question, plain)
    if question.has_verb and not question.asks and not whether and not chosen and not re.search("[wg]", code):
        return None  # a statement
    if whether and not chosen:
        return _truth(question, plain) or (_pick(question, plain, ()) if question.has_or else None)
    if chosen and len(plain.replace("g", "")) > 3:
        return None
    if (found := _signs(question, plain)) is not None:
        return found
    plain = plain.replace("g", "")
    return _pick(question, plain, chosen) or _sort(question, plain, chosen)


def _relation(question: Question) -> str:
    (token,) = question.named("<", ">", "<=", ">=", "=", "!=")
    return token.kind


def _truth(question: Question, code: str) -> Reading:
    """Is it so? `xrx` and `Xe` in any language; 3比2大 is `xtxk`."""
    lists, text = question.lists, question.text
    words = "truth" if question.named("truth") else "yes"
    if re.fullmatch("x[re]x|exx", code):
        return Truth(lists[0][0], _relation(question), lists[1][0], text.language, text.values, words)
    if re.fullmatch("Xe|eX", code) and len(lists[0]) == 2:
        return Truth(*(lists[0][0], _relation(question), lists[0][1]), text.language, text.values, words)
    if re.fullmatch("xtxk", code) and question.named("big", "small"):
        sign = _OPPOSITE[bool(question.named("big"))]
        return Truth(lists[0][0], sign, lists[1][0], text.language, text.values, words)
    return None


def _signs(question: Question, code: str) -> Reading:
    """3 ○ 4: which sign belongs between them? `Compare 3 and 4` asks the same."""
    lists, text = question.lists, question.text
    outer = re.fullmatch("[cSg]*?((?:[xX]g)+x)[cS]*", code)
    if outer and (
        "c" in code or "S" in code or any(re.search(_CIRCLE, t.text) for t in question.named("blank"))
    ):
        inner = [q for one in lists for q in one]
        gaps = outer[1].count("g")
        # between two gaps stand the second number of one pair and the first of the next
        if len(lists[0]) == 1 and len(lists) == gaps + 1 and all(len(one) == 2 for one in lists[1:-1]):
            pairs = tuple(zip(inner[::2], inner[1::2], strict=True))
            return Signs(pairs, text.language, text.values, only_signs=True)
    pair = [q for one in lists for q in one]
    code = code.replace("g", "")
    if len(pair) == 2 and re.fullmatch("[cS]+(?:X|xx)[cS]*|X[cS]+", code):
        return Signs(((pair[0], pair[1]),), text.language, text.values, only_signs=False)
    return None


def _pick(question: Question, code: str, chosen: tuple[Quantity, ...]) -> Reading:
    """The largest, the nearest, those that are greater than something."""
    lists, text = question.lists, question.text
    shape = code + "X" if chosen else code
    if chosen:
        lists = (*lists, chosen)
    if re.fullmatch("c*Xc*k", shape):
        shape = shape.replace("c", "")  # "compare 2/3 and 3/4: which is larger" asks for one of them
    if re.fullmatch("k+X|Xk+", shape):
        (numbers,) = lists
        wanted = [
            rank_of(t.text) if t.kind == "rank" else (1, t.kind == "big")
            for t in question.named("rank", "big", "small")
        ]
        if any(not _is_clear(numbers, *w) for w in wanted) or (chosen and len(wanted) > 1):
            return None
        return Ranked(tuple(wanted), numbers, text.language, text.values)
    if (
        shape == "nX"
        and not chosen
        and question.has_or
        and question.named("near")[-1:]
        and len(lists[0]) > 2
        and question.named("near")[0].text.strip().endswith("to")
    ):
        lists, shape = (lists[0][:1], lists[0][1:]), "nxX"  # closest to 3, 2 or 5
    if re.fullmatch("[so]*X[so]*p", shape) and question.named("up", "down"):
        k, _ = rank_of(question.named("placed")[0].text)
        is_down = bool(question.named("down"))
        if (is_down and question.named("up")) or not _is_clear(lists[0], k, is_down):
            return None
        return Ranked(((k, is_down),), lists[0], text.language, text.values)
    if re.fullmatch("nxX|xnX|Xnx|Xxn", shape):
        numbers, target = (lists[0], lists[1]) if len(lists[0]) > 1 else (lists[1], lists[0])
        distances = [abs(q.value - target[0].value) for q in numbers]
        for i, one in enumerate(distances):
            for other in distances[i + 1 :]:
                compare(one, other)  # refuses what cannot be told apart
        return Nearest(target[0], bool(question.named("far")), numbers, text.language, text.values)
    match = re.fullmatch("X[re]x|[re]xX|Xtxk|txkX", shape)
    if match and ("w" in question.code or "g" in question.code or chosen):
        numbers, bound = (lists[0], lists[1]) if len(lists[0]) > 1 else (lists[1], lists[0])
        sign = _relation(question) if "t" not in shape else _OPPOSITE[bool(question.named("big"))]
        for q in numbers:
            compare(q.value, bound[0].value)
        return Selected(sign, bound[0], numbers, text.language, text.values)
    return None


def _is_clear(numbers: tuple[Quantity, ...], k: int, largest: bool) -> bool:
    """Whether the k-th is the same number however equal ones are counted."""
    ordered = [q.value for q in ascending(numbers)]
    if largest:
        ordered.reverse()
    distinct = [v for i, v in enumerate(ordered) if i == 0 or v != ordered[i - 1]]
    return 1 <= k <= len(distinct) and distinct[k - 1] == ordered[k - 1]


def _sort(question: Question, code: str, chosen: tuple[Quantity, ...]) -> Reading:
    """In order: increasing unless the text says otherwise. `比较a, b, c的大小` puts them in order, too."""
    lists, text = question.lists, question.text
    if not re.fullmatch("[sohcS]*X[sohcS]*", code + "X" if chosen else code) or not re.search("[sohc]", code):
        return None
    up, down = question.named("up", "joined"), question.named("down", "joined_down")
    if up and down:
        return None
    numbers = chosen or lists[0]
    if re.fullmatch("[cX]+", code) and len(numbers) < 3:
        return None
    if "c" in code and "s" in code and not re.search("[oh]", code):
        return None  # 按大小顺序排列 does not say from which end
    is_chain = "h" in code or not re.search("[so]", code)
    ascending(numbers)  # refuses what cannot be told apart
    return Sorted(numbers, bool(down), is_chain, text.language, text.values)
