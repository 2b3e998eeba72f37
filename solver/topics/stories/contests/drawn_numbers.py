"""Chances of numbers that are chosen from sets, ranges or dice: their sum, product, difference, or both compared. All outcomes are listed."""

from __future__ import annotations

import re
from math import gcd, prod
from typing import Final

from solver.topics.clauses import Said
from solver.topics.discrete.experiments.conditions import condition
from solver.topics.discrete.experiments.listing import Event, Experiment, Outcome, task
from solver.topics.stories.contests.kinds import Solved, Unclear, made

_SET: Final = r"(?:the set )?(?:of )?\\?\{ ?(?P<{0}>-?\d+(?: ?, ?(?:and )?-?\d+)+) ?\\?\}"
_DOTTED: Final = r"(?:the set )?\\?\{ ?(?P<lo{0}>\d+) ?, ?\d+ ?, ?\\(?:l|c)?dots ?, ?(?P<hi{0}>\d+) ?\\?\}"
_CHOSEN: Final = r"(?:randomly |to be )?(?:chosen|selected|drawn|picked)(?: at random| randomly)?"
_RANGE: Final = r"(?:integers|numbers|whole numbers)? ?(?:from |between )?(?P<lo{0}>\d+) (?:to|through|and) (?P<hi{0}>\d+) ?,? (?:\(?inclusive\)?)"
_TOGETHER: Final = r"(?: (?:and|are) (?P<do>multiplied|added)(?: together)?)?"
_Q: Final = r"(?:the |their )?(?:resulting |final )?(?P<q{0}>sum|product|(?:positive )?difference)(?: of (?:their numbers|the (?:2 )?top numbers|the 2(?: (?:selected |chosen |top )?(?:numbers|integers|members|top numbers))?(?: rolled| shown)?|these numbers|the numbers(?: rolled)?)| (?:between the 2 numbers(?: rolled)?)|,? (?P<xy>[a-z]{2}))?"
_ASK: Final = r"(?:then ,? )?(?:what is|find) the probability (?:that )?"


def _f(pattern: str, name: str) -> str:
    return pattern.replace("{0}", name)


@made(
    r"\bprobability\b",
    "en",
    {
        "pair": (
            rf"(?:if )?(?P<k>\d) (?:distinct |different )?(?:numbers|members|elements|integers|members of the set) (?:are )?{_CHOSEN}(?: without replacement)?(?: ,)? from {_f(_SET, 's')}{_TOGETHER}(?: are multiplied)?",
            rf"(?:if )?(?P<k>\d) (?:distinct |different )?(?:members|elements|numbers) of {_f(_SET, 's')} are {_CHOSEN}{_TOGETHER}",
            rf"(?P<k>\d) different (?P<digits>\d)-digit (?:numbers|integers) are {_CHOSEN}{_TOGETHER}",
            rf"(?P<k>\d) different positive integers less than (?P<less>\d+) are {_CHOSEN}{_TOGETHER}",
            rf"(?P<k>\d) different integers are {_CHOSEN} from (?:the )?{_f(_RANGE, 'r')}{_TOGETHER}",
        ),
        "each": (
            rf"<who:word> and <who2:word> each (?:pick|choose|select)s? an (?:integer|number) (?:at random |randomly )?{_f(_RANGE, 'r')}",
            rf"(?P<a>[a-z]) is {_CHOSEN} from {_f(_SET, 's')} , and (?P<b>[a-z]) is {_CHOSEN} from {_f(_SET, 't')}",
        ),
        "dice": (
            r"(?:when |if )?(?:<who:word> rolls )?(?:a pair of|(?P<n>\d)) (?:fair |standard |regular |ordinary )*(?:,? )?(?:(?P<sides>6|8|10|12|20)-?(?:sided|faced) )?dice(?: are (?:rolled|tossed|thrown)(?: once)?| once)?",
            r"(?P<n>\d) (?P<sides>6|8|10|12|20)-?sided dice each have faces numbered 1 (?:through|to) (?P<top>\d+)",
        ),
        "wins": (rf"(?P<w>[a-z]+) wins if {_f(_Q, '')} is (?P<what>[a-z0-9 ]+?)(?: or (?P<what2>[a-z0-9 ]+?))? ,? otherwise [a-z]+ wins",),
        "winner": (rf"{_ASK}(?P<w>[a-z]+) wins",),
        "idle": (r"when the dice are rolled , each face has an equal probability of appearing on the top",),
        "compare": (rf"{_ASK}{_f(_Q, '1')} is (?P<sign>greater|larger|more|less|smaller) than (?:their|the) (?P<q2>sum|product)",),
        "of": (rf"{_ASK}{_f(_Q, '')} (?:is|will be) (?P<what>[a-z0-9 ]+)",),
        "or": (rf"{_ASK}{_f(_Q, '')} (?:is|will be) (?P<what>[a-z0-9 ]+?) or (?P<what2>[a-z0-9 ]+)",),
        "prime": (rf"{_ASK}(?:that )?(?:the )?2 numbers (?:he|she|they)? ?(?:rolls?|rolled)? ?are relatively prime",),
    },
)  # fmt: skip
def _drawn(found: list[Said]) -> Solved:
    kinds = {s.kind: s for s in found if s.kind != "idle"}
    if "wins" in kinds and "winner" in kinds and kinds["wins"].values["w"] == kinds["winner"].values["w"]:
        values = kinds.pop("wins").values
        del kinds["winner"]
        kinds["or" if "what2" in values else "of"] = Said("of", values)
        found = [s for s in found if s.kind not in ("wins", "winner")] + [
            kinds["or" if "what2" in values else "of"]
        ]
    space = [k for k in ("pair", "each", "dice") if k in kinds]
    asked = [k for k in ("of", "or", "compare", "prime") if k in kinds]
    if len(space) != 1 or len(asked) != 1 or len(kinds) != 2 or sum(s.kind != "idle" for s in found) != 2:
        raise Unclear
    mode, parts, k = _space(kinds[space[0]])
    do = kinds[space[0]].values.get("do")
    event = _event(asked[0], kinds[asked[0]], do)
    letters = {kinds[space[0]].values.get(c) for c in "ab"} - {None}
    xy = kinds[asked[0]].values.get("xy")
    if xy is not None and set(xy) != letters or xy is None and letters:
        raise Unclear
    if asked[0] in ("compare", "prime") and (k if mode == "chosen" else len(parts)) != 2:
        raise Unclear
    if "difference" in str(kinds[asked[0]].values) and (k if mode == "chosen" else len(parts)) != 2:
        raise Unclear
    made_of = task(Experiment(mode, parts, k, event), "en")
    return None if made_of is None else (made_of.steps, made_of)


_ZTWO: Final = r"(?:随机|任意|任)?(?:取|选|抽取|取出|选取|抽|选出)(?:出)?(?P<k>两|2|二|三|3)个(?:不同的)?(?:数字?|整数|自然数)?"


@made(
    "概率|可能性",
    "zh",
    {
        "pair": (
            rf"(?:现)?从(?P<s>\d+(?: ?[,、] ?\d+){{2,11}})(?:这)?(?:[三四五六七八九十]|\d+)?(?:个)?(?:不同的)?(?:数字?|整数|自然数)?中 ?{_ZTWO}",
            rf"(?:现)?从(?P<lo>\d+)(?:到|至|~)(?P<hi>\d+)(?:这\d+个|的)?(?:数字?|整数|自然数)?中? ?{_ZTWO}",
        ),
        "of": (r"(?:求|则)?(?:取出的|所取的|取到的|选出的|这)?(?:两|2|三|3)?(?:个)?(?:数字?)?(?:的|之)?(?P<q>和|积|乘积|差的绝对值)(?:是|为|等于)?(?P<what>\d*[^\d,，。的和与或且都]{0,6}\d*(?:的倍数)?)的?(?:概率|可能性)(?:大小)?(?:是|为)?(?:多少|几分之几)?",),
    },
)  # fmt: skip
def _drawn_in_chinese(found: list[Said]) -> Solved:
    if [s.kind for s in found] != ["pair", "of"]:
        raise Unclear
    values, asked = found[0].values, found[1].values
    numbers = _numbers(values["s"]) if "s" in values else _row(values["lo"], values["hi"])
    k = 3 if values["k"] in "三3" else 2
    quantity = {"和": "sum", "积": "product", "乘积": "product"}.get(asked["q"], "difference")
    test = condition(asked["what"].strip())
    if test is None or k > len(numbers) or quantity == "difference" and k != 2:
        raise Unclear
    source, holds = test[0].format(v=_SOURCES[quantity]), test[1]
    event = Event(source, lambda t: holds(_value(quantity, t)))
    made_of = task(Experiment("chosen", (numbers,), k, event), "zh")
    return None if made_of is None else (made_of.steps, made_of)


def _space(said: Said) -> tuple[str, tuple[Outcome, ...], int]:
    values = said.values
    if said.kind == "dice":
        sides, n = int(values.get("sides") or 6), int(values.get("n") or 2)
        if values.get("top") not in (None, str(sides)) or not 2 <= n <= 4:
            raise Unclear
        return "independent", (tuple(range(1, sides + 1)),) * n, 0
    if said.kind == "each":
        if "s" in values:
            return "independent", (_numbers(values["s"]), _numbers(values["t"])), 0
        row = _row(values["lor"], values["hir"])
        return "independent", (row, row), 0
    k = int(values["k"])
    if "s" in values:
        numbers = _numbers(values["s"])
    elif "digits" in values:
        numbers = tuple(range(10 ** (int(values["digits"]) - 1), 10 ** int(values["digits"])))
    elif "less" in values:
        numbers = tuple(range(1, int(values["less"])))
    else:
        numbers = _row(values["lor"], values["hir"])
    if not 2 <= k <= 4 or k > len(numbers):
        raise Unclear
    return "chosen", (numbers,), k


def _row(low: str, high: str) -> tuple[int, ...]:
    if not 0 <= int(low) < int(high) <= 1000:
        raise Unclear
    return tuple(range(int(low), int(high) + 1))


def _numbers(text: str) -> tuple[int, ...]:
    numbers = tuple(int(n) for n in re.findall(r"-?\d+", text))
    if len(set(numbers)) != len(numbers):
        raise Unclear
    return numbers


_SOURCES: Final = {"sum": "sum(t)", "product": "prod(t)", "difference": "abs(t[0] - t[1])"}


def _value(quantity: str, t: Outcome) -> int:
    numbers = [int(v) for v in t]
    if quantity == "difference":
        return abs(numbers[0] - numbers[1])
    return sum(numbers) if quantity == "sum" else prod(numbers)


def _event(kind: str, said: Said, do: str | None) -> Event:
    values = said.values
    if kind == "prime":
        return Event("gcd(t[0], t[1]) == 1", lambda t: gcd(int(t[0]), int(t[1])) == 1)
    if kind == "compare":
        a, b, more = values["q1"], values["q2"], values["sign"] in ("greater", "larger", "more")
        if a == b:
            raise Unclear
        sign = ">" if more else "<"
        return Event(
            f"{_SOURCES[a]} {sign} {_SOURCES[b]}",
            lambda t: _value(a, t) > _value(b, t) if more else _value(a, t) < _value(b, t),
        )
    quantity = values["q"].removeprefix("positive ")
    if do and (do == "added") != (quantity == "sum"):
        raise Unclear
    tests = [condition(values[w].strip()) for w in ("what", "what2") if w in values]
    if not all(tests) or kind == "or" and len(tests) != 2:
        raise Unclear
    sources = [t[0].format(v=_SOURCES[quantity]) for t in tests if t]
    holds = [t[1] for t in tests if t]
    return Event(
        " or ".join(f"({s})" for s in sources) if len(sources) > 1 else sources[0],
        lambda t: any(h(_value(quantity, t)) for h in holds),
    )
