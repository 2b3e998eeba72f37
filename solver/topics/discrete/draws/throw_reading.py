"""Throws of one or two dice and of coins, in both languages: how many are thrown, and which outcome is asked for.

Every word must be understood. Not: loaded dice, dice with other faces than 1 to 6, three dice, throws until something happens.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from solver.ports import Language
from solver.reader.numerals import in_digits
from solver.topics.discrete.draws.english import ASK

MAX_COINS: Final = 12


@dataclass(frozen=True, slots=True)
class Throw:
    """`things` is dice or coins. `kind` says what must be in `wanted`.

    Dice: sum, all (every face), some (at least one face), same, different. Coins: heads (their number).
    """

    things: str
    count: int
    kind: str
    wanted: tuple[int, ...]

    @property
    def is_sound(self) -> bool:
        """Whether the throw is of bearable size and its outcome makes sense."""
        if self.things == "coins":
            return 1 <= self.count <= MAX_COINS and all(0 <= k <= self.count for k in self.wanted)
        return self.count == 2 or self.count == 1 and self.kind == "all"


# -- conditions on a number ------------------------------------------------------------------------------

_N: Final = r"(?P<k>\d{1,3})"
_CONDITIONS: Final[Mapping[str, Callable[[int, int], bool]]] = {
    rf"(?:exactly |equal to |equals )?(?:an? )?{_N}": lambda v, k: v == k,
    rf"(?:at least|no less than|not less than|greater than or equal to|不小于|不低于|至少(?:是|为)?|大于等于|大于或等于){_N}": lambda v, k: v >= k,
    rf"{_N}(?:or more|or greater|or higher|或以上|及以上)": lambda v, k: v >= k,
    rf"(?:at most|no more than|not more than|less than or equal to|不大于|不超过|至多(?:是|为)?|小于等于|小于或等于){_N}": lambda v, k: v <= k,
    rf"{_N}(?:or less|or lower|or smaller|或以下|及以下)": lambda v, k: v <= k,
    rf"(?:greater than|more than|higher than|larger than|above|bigger than|大于|超过){_N}": lambda v, k: v > k,
    rf"(?:less than|lower than|smaller than|below|fewer than|小于){_N}": lambda v, k: v < k,
    rf"(?:an? )?(?:multiple of |divisible by ){_N}": lambda v, k: k > 0 and v % k == 0,
    rf"(?:能)?被{_N}整除": lambda v, k: k > 0 and v % k == 0,
    rf"{_N}的倍数": lambda v, k: k > 0 and v % k == 0,
    rf"(?:not |不(?:是|为|等于)?){_N}": lambda v, k: v != k,
    r"(?:an? )?(?P<k>)(?:even|偶数)(?: number| sum| total)?": lambda v, _: v % 2 == 0,
    r"(?:an? )?(?P<k>)(?:odd|奇数)(?: number| sum| total)?": lambda v, _: v % 2 == 1,
    r"(?:an? )?(?P<k>)(?:prime|质数|素数)(?: number| sum| total)?": lambda v, _: v in (2, 3, 5, 7, 11),
}  # fmt: skip


def wanted_values(words: str, values: Iterable[int]) -> tuple[int, ...] | None:
    """The values for which a condition holds: `greater than 4`, `2 or 3`, 偶数.

    >>> wanted_values("greater than 4", range(1, 7)), wanted_values("质数", range(1, 7))
    ((5, 6), (2, 3, 5))
    """
    values = tuple(values)
    words = re.sub(r"^(?:an? )?(?:number|score|result)s? (?:that is |which is )?", "", words.strip())
    for pattern, holds in _CONDITIONS.items():
        spaced = pattern.replace("(?P<k>\\d{1,3})", " ?(?P<k>\\d{1,3}) ?")
        if match := re.fullmatch(spaced, words):
            k = int(match["k"] or 0)
            return tuple(v for v in values if holds(v, k))
    parts = re.split(r",? or (?:an? )?|, |或", words)
    if len(parts) > 1 and all(re.fullmatch(r"(?:an? )?\d{1,2}", p) for p in parts):
        numbers = {int(re.sub(r"\D", "", p)) for p in parts}
        return tuple(v for v in values if v in numbers)
    return None


# -- English --------------------------------------------------------------------------------------------

_FAIR: Final = r"(?:(?:fair|standard|ordinary|normal|regular|unbiased|six-sided|6-sided|six sided|6 sided|cubical|balanced),? )*"
_THROWN: Final = r"(?:is|are) (?:rolled|thrown|tossed|flipped|cast)"
_THROW: Final = r"(?:roll|throw|toss|flip)(?:s|ing|es)?"
_TIMES: Final = r"(?: (?P<times>once|twice|\d+ times))?(?: in a row| together| at the same time| simultaneously| at once)?"
_DICE: Final = rf"(?P<count>an?|1|2|a pair of|the 2|the) {_FAIR}(?P<thing>die|dice|number cubes?)"
_COINS: Final = rf"(?P<count>an?|\d+|the) {_FAIR}(?P<thing>coins?)"


_FACES: Final = {"ones": "1s", "twos": "2s", "threes": "3s", "fours": "4s", "fives": "5s", "sixes": "6s"}


def _english_count(words: str) -> tuple[str, int] | None:
    """`2 fair dice are rolled`, `you toss a coin 3 times`, `rolling a die`."""
    for things in (_DICE, _COINS):
        for pattern in (
            rf"{things} {_THROWN}{_TIMES}",
            rf"(?:(?:you|i|we|he|she|someone|[a-z]+) )?{_THROW} {things}{_TIMES}",
            rf"{things}{_TIMES}",
            rf"(?P<times>\d+) (?:tosses|flips|throws|rolls) of {things}",
            rf"in (?:a|1|the) (?:single |simultaneous )?(?:throw|roll|toss|flip) of {things}(?P<times>)",
        ):
            if match := re.fullmatch(pattern, words):
                times = {"once": 1, "twice": 2}.get(match["times"] or "once") or int(
                    re.findall(r"\d+", match["times"])[0]
                )
                count = (
                    2
                    if match["count"] in ("a pair of", "the 2")
                    else int(match["count"])
                    if match["count"].isdigit()
                    else 1
                )
                if count > 1 and times > 1:
                    return None
                return "coins" if "coin" in match["thing"] else "dice", count * times
    return None


def english_throw(source: str) -> Throw | None:
    """The throw of an English problem."""
    named = re.sub(r"\b(?:ones|twos|threes|fours|fives|sixes)\b", lambda m: _FACES[m[0]], source.lower())
    text = re.sub(r"\s+", " ", in_digits(named.replace("$", " "))).strip(" .?")
    text = re.sub(r" (?=[,.?;:](?: |$))", "", text).replace("two numbers", "2 numbers")
    text = re.sub(
        r"\s*[.?;]\s*(?:express|give|write) (?:your|the) answer as a (?:common )?fraction$", "", text
    )
    said = re.fullmatch(
        rf"(?:if |when |suppose (?:that )?)?(?P<throw>.+?)[.,;]? (?:then )?(?P<ask>{ASK} .+)", text
    )
    throw = _english_count(said["throw"]) if said else None
    if "coin" not in text and not re.search(r"\b(?:dice|die|number cubes?)\b", text):
        return None
    ask = re.fullmatch(
        rf"{ASK} (?:that |of |(?=the |both |it ))(?P<event>.+)", said["ask"] if said and throw else text
    )
    if ask is None:
        return None
    event = ask["event"]
    if throw is None:
        splits = [
            (event[: m.start()], event[m.end() :])
            for m in re.finditer(r",? (?:when|if|on|with|from|in) ", event)
        ]
        event, throw = next(
            ((e, c) for e, said in splits if (c := _english_count(said)) is not None), ("", None)
        )
        if throw is None:
            return None
    event = re.sub(
        rf"^(?:{_THROW}|getting|obtaining|having|you (?:{_THROW}|get|obtain)|there (?:is|are)|we get|i get) ",
        "",
        event,
    )
    return _english_dice(event, throw[1]) if throw[0] == "dice" else _english_coins(event, throw[1])


def _english_dice(event: str, count: int) -> Throw | None:
    shows = r"(?:is|are|shows?|shown is|rolled is|lands on|comes up|equals)"
    sums = rf"(?:the |a )?(?:sum|total)(?: score)?(?: of (?:the )?(?:2 )?(?:numbers|dice|faces|scores|rolls|values|spots|results))?(?: (?:shown|showing|rolled|obtained|on the (?:2 )?dice|on the faces|facing up))*(?: {shows}| of|:)? (?P<c>.+)"
    if match := re.fullmatch(sums, event):
        wanted = wanted_values(match["c"], range(2, 13))
        return Throw("dice", count, "sum", wanted) if wanted is not None and count == 2 else None
    sum_to = r"(?:the )?(?:2 )?(?:numbers|dice|rolls)(?: (?:shown|showing|rolled))? (?:sum|add up|add) to (?P<c>.+)"
    if match := re.fullmatch(sum_to, event):
        wanted = wanted_values(match["c"], range(2, 13))
        return Throw("dice", count, "sum", wanted) if wanted is not None and count == 2 else None
    if count == 2:
        if re.fullmatch(
            r"doubles?|a double|(?:(?:both|the 2|the) (?:dice|numbers) (?:show|are|have|land on) )?(?:the )?same(?: number)?(?: on both(?: dice)?)?|the 2 numbers are equal",
            event,
        ):
            return Throw("dice", 2, "same", ())
        if re.fullmatch(
            r"(?:(?:both|the 2|the) (?:dice|numbers) (?:show|are) )?different(?: numbers)?", event
        ):
            return Throw("dice", 2, "different", ())
        for kind, pattern in {
            "some": rf"at least 1 (?:(?:die|number|roll|of (?:the|them|these)(?: 2)?(?: (?:dice|rolls|numbers))?) {shows} )?(?P<c>.+?)(?: is rolled)?",
            "all": r"(?:both (?:dice|numbers|rolls) (?:show|are|land on|come up)|2|both) (?P<c>.+?)(?:s|es)?",
        }.items():
            if match := re.fullmatch(pattern, event):
                wanted = wanted_values(match["c"], range(1, 7))
                return Throw("dice", 2, kind, wanted) if wanted is not None else None
        return None
    single = rf"(?:(?:it|the (?:number|result|outcome|die|score|roll)(?: rolled| shown| obtained| on the die)?) {shows} )?(?P<c>.+)"
    match = re.fullmatch(single, event)
    wanted = wanted_values(match["c"], range(1, 7)) if match else None
    return Throw("dice", 1, "all", wanted) if wanted is not None else None


_ALL_COINS: Final = r"(?P<who>they all|both|all|all of them|(?:both|all|all \d+|all the|both of the)(?: of the)? (?:coins|tosses|flips)|it|the coin)"


_OF_THE_THROWS: Final = re.compile(
    r"(?P<side>heads?|tails?) (?:in|on|for) (?P<amount>(?:exactly |at least |at most |more than |fewer than |less than )\d+) of (?:the |your )?(?:(?P<all>\d+) )?(?:coins?|tosses|flips|throws)"
)
"""Heads in at least 3 of the 5 flips."""


def _english_coins(event: str, count: int) -> Throw | None:
    side = r"(?P<side>heads?|tails?)"
    event = re.sub(r" (?:are|is) (?:obtained|tossed|flipped|shown)$", "", event)
    event = _OF_THE_THROWS.sub(
        lambda m: f"{m['amount']} {m['side']}" if int(m["all"] or count) == count else "?", event
    )
    such = {
        "at least": lambda k: range(k, count + 1),
        "at most": lambda k: range(k + 1),
        "more than": lambda k: range(k + 1, count + 1),
        "fewer than": lambda k: range(k),
        "less than": lambda k: range(k),
    }
    found: tuple[int, ...] | None = None
    match = re.fullmatch(rf"(?:exactly |only )?(?P<k>\d+|an?|no) {side}", event)
    if match:
        exact = (
            event.startswith(("exactly", "only"))
            or match["k"] == "no"
            or count == 1
            or int(match["k"] if match["k"].isdigit() else 1) == count
        )
        k = {"a": 1, "an": 1, "no": 0}[match["k"]] if not match["k"].isdigit() else int(match["k"])
        found = (k,) if exact else None
    elif match := re.fullmatch(rf"(?P<such>{'|'.join(such)}) (?P<k>\d+) {side}", event):
        found = tuple(such[match["such"]](int(match["k"])))
    elif match := re.fullmatch(
        rf"(?:{_ALL_COINS}(?: (?:show|are|land|lands|come up|comes up|turn up|is|shows))?(?: all)?(?: on| up)? )?{side}",
        event,
    ):
        who = match["who"] or "it"
        said = re.search(r"\d+", who)
        number = (
            int(said[0])
            if said
            else 2
            if who.startswith("both")
            else 1
            if who in ("it", "the coin")
            else count
        )
        found = (count,) if number == count else None
    elif match := re.fullmatch(r"(?P<a>\d+) (?P<side>heads?) and (?P<b>\d+) tails?", event):
        found = (int(match["a"]),) if int(match["a"]) + int(match["b"]) == count else None
    if match is None or found is None or any(k > count for k in found):
        return None
    heads = found if match["side"].startswith("head") else tuple(sorted(count - k for k in found))
    return Throw("coins", count, "heads", heads)


# -- Chinese --------------------------------------------------------------------------------------------

_ZH_THROW: Final = r"(?:同时|连续|任意|随机|先后|连)*(?:抛掷|投掷|掷|抛|扔)(?:出)?"
_ZH_FAIR: Final = (
    r"(?:(?:质地)?(?:均匀|相同|完全相同)的?|质地均匀的?|普通的?|正方体|正六面体|各面分别标有1到6的|,)*"
)
_ZH_COUNT: Final = re.compile(
    rf"(?:将|把)?(?P<n>\d+)[枚个颗]{_ZH_FAIR}(?P<thing>骰子|硬币){_ZH_THROW}(?P<times>\d+)次|(?:将|把)?(?P<n3>\d+)[枚个颗]{_ZH_FAIR}(?P<thing3>骰子|硬币)同时{_ZH_THROW}"
    rf"|{_ZH_THROW}(?P<n2>\d+)[枚个颗]{_ZH_FAIR}(?P<thing2>骰子|硬币)(?P<times2>\d+)?(?:次)?"
    rf"|{_ZH_THROW}(?P<times4>\d+)次{_ZH_FAIR}(?P<thing4>骰子|硬币)"
)
_UP: Final = r"(?:朝上|向上)?"


def chinese_throw(source: str) -> Throw | None:
    """The throw of a Chinese problem."""
    text = re.sub(r"[\s$]", "", in_digits(source))
    text = re.sub(
        r"[一二两三四五六七八九](?=[枚个颗次面正反])",
        lambda m: m[0].translate(str.maketrans("一二两三四五六七八九", "1223456789")),
        text,
    )
    match = re.fullmatch(
        r"(?P<throw>.+?),?(?:则|那么|求|问)*(?P<event>[^,]+?)的?概率(?:是|为|等于|有)?(?:多少|多大|几|_+)?[?。.]*",
        text,
    )
    if match is None:
        return None
    count = _ZH_COUNT.fullmatch(match["throw"].rstrip(","))
    if count is None:
        return None
    thing = count["thing"] or count["thing2"] or count["thing3"] or count["thing4"]
    number = int(count["n"] or count["n2"] or count["n3"] or 1)
    times = int(count["times"] or count["times2"] or count["times4"] or 1)
    if number > 1 and times > 1:
        return None
    total = number * times
    return _chinese_dice(match["event"], total) if thing == "骰子" else _chinese_coins(match["event"], total)


def _chinese_dice(event: str, count: int) -> Throw | None:
    event = re.sub(
        rf"^(?:出现|得到)?(?:它们|骰子|2枚骰子|2次|2个骰子|两枚骰子)?(?:{_UP}|落地后)*(?:的)?(?:1面)?(?:的)?(?={'点数|的点数'})",
        "",
        event,
    )
    if match := re.fullmatch(r"(?:的)?点数(?:之)?(?:和|总和)(?:是|为|等于)?(?P<c>.+)", event):
        wanted = wanted_values(match["c"], range(2, 13))
        return Throw("dice", 2, "sum", wanted) if wanted is not None and count == 2 else None
    if count == 2:
        if re.fullmatch(r"点数(?:恰好)?(?:都)?(?:相同|相等|1样)", event):
            return Throw("dice", 2, "same", ())
        if re.fullmatch(r"点数(?:不同|不相同|不相等)", event):
            return Throw("dice", 2, "different", ())
        if match := re.fullmatch(r"点数(?:都|均)(?:是|为)?(?P<c>.+)", event):
            wanted = wanted_values(match["c"], range(1, 7))
            return Throw("dice", 2, "all", wanted) if wanted is not None else None
        if match := re.fullmatch(r"至少有?1[枚个次](?:骰子)?(?:的)?点数(?:是|为)?(?P<c>.+)", event):
            wanted = wanted_values(match["c"], range(1, 7))
            return Throw("dice", 2, "some", wanted) if wanted is not None else None
        return None
    match = re.fullmatch(r"点数(?:恰好)?(?:是|为)?(?P<c>.+)", event) or re.fullmatch(
        r"(?P<c>\d)点(?:朝上)?", event
    )
    wanted = wanted_values(match["c"], range(1, 7)) if match else None
    return Throw("dice", 1, "all", wanted) if wanted is not None else None


def _chinese_coins(event: str, count: int) -> Throw | None:
    event = re.sub(r"^(?:出现|结果|落地后)", "", event)
    whole = rf"(?:(?P<n>\d+)[枚次](?:硬币)?)?(?:全部|全|都|均)*(?:是|为)?(?P<side>正|反)面{_UP}"
    such = rf"(?P<such>恰好|恰|至少|至多|只|仅)(?:有|出现)?(?P<k>\d+)[枚次](?:硬币)?(?:是|为)?(?P<side>正|反)面{_UP}"
    found: tuple[int, ...] | None = None
    if match := re.fullmatch(such, event):
        k = int(match["k"])
        found = tuple({"至少": range(k, count + 1), "至多": range(k + 1)}.get(match["such"], range(k, k + 1)))
    elif match := re.fullmatch(whole, event):
        plain = count == 1 or re.search("全|都|均", event)
        found = (count,) if plain and match["n"] in (None, str(count)) else None
    elif match := re.fullmatch(
        r"(?P<a>\d)[枚次]?(?P<side>正)面?(?:朝上)?[,、]?(?P<b>\d)[枚次]?反面?(?:朝上)?", event
    ):
        found = (int(match["a"]),) if int(match["a"]) + int(match["b"]) == count else None
    if match is None or found is None or any(k > count for k in found):
        return None
    return Throw(
        "coins", count, "heads", found if match["side"] == "正" else tuple(sorted(count - k for k in found))
    )


def read_throw(source: str, language: Language) -> Throw | None:
    """The throw of a problem in either language."""
    found = chinese_throw(source) if language == "zh" else english_throw(source)
    return found if found is not None and found.is_sound else None
