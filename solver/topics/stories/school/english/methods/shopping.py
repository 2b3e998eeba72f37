"""One person's shopping told in open words: what things cost, by themselves or compared, what was bought, the money before and after.

Asked: the total, the change, what is left, what there was at first, what is missing, the price of one thing. Every number has one place and is
needed; words that may change an amount are not open. Not read: buyers who are compared, things sold, wages, taxes, percentages.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.base import Text
from solver.topics.stories.school.english.marks import ANY, NUMBER
from solver.topics.stories.school.english.methods.shopping_asked import ask
from solver.topics.stories.school.english.methods.shopping_store import Store, plain_name
from solver.topics.stories.school.english.methods.shopping_words import (
    ASKED,
    BEFORE_NAMES,
    BOTH,
    BOUGHT,
    BUYS,
    CHANGING,
    HARMLESS,
    LEADS,
    NO_BUYER,
    PHRASES,
    RELATIVES,
    SHOPS,
    SIGNS,
    W,
)
from solver.topics.stories.school.english.sheet import Sheet, elsewhere, sheet
from solver.topics.stories.school.english.words import STRICT
from solver.topics.stories.school.task import Exercise
from solver.topics.stories.school.working import Term, Unfit, Working

_ASKING_OTHERWISE: Final = frozenset("twice times difference ratio instead most least if without".split())
_IF_BOTH: Final = re.compile(
    rf"(?:^|(?<= ))if (?:he|she|they|[a-z]+) (?:{BUYS}) (?:both|both of them|them both|one of each|everything) "
)


def read(text: Text) -> Exercise | None:
    """The problem, when every word and number of it has a place."""
    made = sheet(text.source)
    if made is None or made.clocks or made.percents or not made.currency or made.numbers < 2:
        return None
    if sum(s.asks for s in made.sentences) != 1 or not made.sentences[-1].asks or _several_buyers(made):
        return None
    work = Working("en")
    try:
        _solve(Store(made, work), [s.text for s in made.sentences[:-1]], made.sentences[-1].text)
    except Unfit:
        return None
    return (
        Exercise.of(work)
        if work.answer is not None and work.answer.made is not None and work.answer.value >= 0
        else None
    )


def _several_buyers(made: Sheet) -> bool:
    text = made.text
    doing = re.findall(rf"([a-z'-]+) (?:{BUYS}|spends|spent|spend|pays|paid|pay)\b", text)
    buyers = {word for word in doing if word in made.names or word not in STRICT and word not in NO_BUYER}
    if (
        re.search(r"\bthey\b", text)
        and len(buyers) != 1
        or re.search(r"\bhe\b", text)
        and re.search(r"\bshe\b", text)
    ):
        return True
    having = {word for word in re.findall(r"([a-z'-]+) (?:has|had)\b", text) if word in made.names}
    return len(buyers | having) > 1


def _solve(store: Store, told: list[str], question: str) -> None:
    lead, asked = _divided(question)
    for sentence in (*told, *([lead] if lead else [])):
        _tell(store, sentence)
    if (both := _IF_BOTH.search(asked)) is not None:
        store.both = True
        asked = asked[: both.start()] + asked[both.end() :]
    rest = _tell(store, asked, asks=True)
    kind = next((k for k, p in ASKED if re.search(p, asked)), "")
    if not kind or set(store.made.values) - store.used or elsewhere(asked, store.made.text[: -len(asked)]):
        raise Unfit
    ask(store, kind, rest)


def _divided(question: str) -> tuple[str, str]:
    found = re.search(r"\b(?:how (?:much|many)|what|find|work out|calculate) ", question)
    if found is None:
        raise Unfit
    return question[: found.start()], question[found.start() :]


def _tell(store: Store, sentence: str, *, asks: bool = False) -> str:
    """Take what a sentence tells; the words that are left must change nothing."""
    store.both |= bool(BOTH.search(sentence))
    buys = BOUGHT.search(sentence)
    begins = len(sentence) if buys is None or asks else buys.start("list")
    at, left = 0, []
    last = ""
    while at < len(sentence):
        hit = _phrase(sentence, at)
        if hit is None:
            end = sentence.index(" ", at) + 1
            left.append(sentence[at : end - 1])
            if at >= begins and left[-1] in BEFORE_NAMES and not (left[-2:-1] and left[-2] in LEADS):
                store.pending.append(re.match(f"{W}{{0,3}}", sentence[end:])[0].split())  # type: ignore[index]
            at = end
            continue
        _decline_other_subjects(*hit, left)
        known = len(store.order)
        name = _take(store, *hit, last)
        if hit[1].end() > begins:
            new = store.order[known:] if hit[0] == "names" else [name] if name else []
            store.bought += [n for n in new if n not in store.bought]
        last = name or last
        left.append("")
        at = hit[1].end()
    for i, word in enumerate(left):
        if re.fullmatch(NUMBER, word) and i + 1 < len(left):
            _count(store, word, left[i + 1 : i + 4])
        elif re.fullmatch(ANY, word) or (
            _changes_what_is_asked(word, i, sentence) if asks else _changes_what_is_told(left, i)
        ):
            raise Unfit
    return " ".join(left)


def _phrase(sentence: str, at: int) -> tuple[str, re.Match[str]] | None:
    """The first phrase that stands here, with its kind."""
    for kind, pattern in PHRASES:
        match = pattern.match(sentence, at)
        if match and match.end() > at and (kind in ("names", "alone") or re.search(ANY, match[0])):
            return kind, match
    return None


def _decline_other_subjects(kind: str, match: re.Match[str], left: list[str]) -> None:
    """What stands before a price may say that it is that of something else."""
    led = [w for w in left if w not in (",", "then")]
    if not led or kind not in ("price", "compared", "times"):
        return
    if led[-1] in LEADS or led[-1] == "and" and len(led) > 1 and led[-2]:
        raise Unfit  # "a jacket and trousers cost $90", "tickets for the zoo are $9"
    if (
        kind != "price"
        and not (match["x"] or match.groupdict().get("on"))
        and led[-1] not in ("", "it", "they", "which", "that")
    ):
        raise Unfit  # "his dad gives him half the price of the bike"


def _changes_what_is_told(left: list[str], at: int) -> bool:
    word = left[at]
    changes = word in STRICT and word not in HARMLESS or word in CHANGING
    return changes and not _harmless(word, left, at)


def _changes_what_is_asked(word: str, at: int, sentence: str) -> bool:
    """Whether a word of the question asks for something that is not followed."""
    if word in CHANGING - {"each"}:
        return not (word == "find" and at == 0)
    if word == "than":
        return not re.search(ASKED[0][1], sentence)
    return word in _ASKING_OTHERWISE


def _harmless(word: str, left: list[str], at: int) -> bool:
    return (
        word in ("both", "one")
        or word in ("sells", "sell")
        and at > 0
        and left[at - 1] in SHOPS
        or word == "each"
        and at > 0
        and left[at - 1] == "of"
        or word == "some"
    )


def _count(store: Store, letter: str, behind: list[str]) -> None:
    """ "3 child tickets": so many of a thing whose price is told elsewhere."""
    for size in (3, 2, 1):
        if len(behind) >= size and all(re.fullmatch("[a-z'-]+", w) for w in behind[:size]):
            name = plain_name(behind[:size])
            for known in (name, name.removesuffix(" ticket")):
                if known in store.order and known not in store.counts:
                    store.counts[known] = store.number(letter)
                    return
    raise Unfit


def _take(store: Store, kind: str, match: re.Match[str], last: str) -> str:
    """Put a phrase into the store; the thing that it is about."""
    group = match.groupdict()
    match kind:
        case "line" | "priced":
            name = store.name(group["x"])
            if group["n"]:
                store.counts[name] = store.number(group["n"])
            _set_price(store, name, store.number(group["m"]))
            return name
        case "two":
            _set_price(store, store.name(group["x"]), store.number(group["m"]))
            _set_price(store, store.name(group["y"]), store.number(group["k"]))
        case "spread":
            store.set("total", store.number(group["m"]))
            names = [store.name(said) for said in re.split(", and |, |and ", group["list"])]
            store.bought += [n for n in names if n not in store.bought]
            return names[-1]
        case "all":
            if store.number(group["n"]).value != len(store.order):
                raise Unfit
        case "names" | "alone":
            for said in re.split(", and |, |and ", group["list"]):
                name = store.name(said)
            return name
        case "coupon":
            store.set("coupon", store.number(group["m"] or group["k"]))
        case "total":
            store.set("total", store.number(group["m"] or group["k"] or group["l"]))
        case "left":
            store.set("left", store.number(group["m"] or group["k"]))
            if group["h"]:
                store.set("has", store.number(group["h"]))
        case "tender":
            amount = store.number(group["m"] or group["k"])
            if group["n"]:
                amount = store.number(group["n"]) * amount
                amount = store.work.step("the money that is handed over", amount, store.made.currency)
            store.set("tender", amount)
        case "compared":
            on = group["on"]
            name = store.name(group["x"] or on) if group["x"] or on else last
            base = store.name(group["y"]) if group["y"] else last if on else _only_other(store, name)
            _relate(store, name, base, SIGNS[group["s"]], group["m"])
            return name
        case "times":
            name = store.name(said) if (said := group["x"] or group["on"]) else last
            base = store.name(said) if (said := group["y"] or group["z"]) else _only_other(store, name)
            _relate(store, name, base, 0, group["f"] or group["k"] or group["g"] or group["h"])
            return name
        case "price":
            name = store.name(group["x"] or group["y"] or group["z"])
            _set_price(store, name, store.number(group["m"] or group["k"] or group["l"]))
            return name
        case "given":
            _given(store, group)
        case _:
            store.set("has", store.number(group["m"]))
    return ""


def _relate(store: Store, name: str, base: str, sign: int, letter: str) -> None:
    """One costs so much more or less than the other (sign 1, -1), or so many times as much (0)."""
    if not name or name == base:
        raise Unfit
    store.relations.append((name, base, sign, store.number(letter)))


def _given(store: Store, group: dict[str, str | None]) -> None:
    """Money that the buyer is given, and does not give."""
    giver, other = (group["g"] or "").strip(), (group["to"] or group["of"] or "").strip()
    buying = {
        m[1]
        for m in re.finditer(
            rf"\b([a-z]+) (?:{BUYS}|spends|spent|pays|paid|would|will|buy|have)\b", store.made.text
        )
    }
    kin = giver in RELATIVES or bool(re.search(rf"\b(?:{'|'.join(RELATIVES)}) {giver}\b", store.made.text))
    meant = kin and other in store.made.names and bool(buying & {"he", "she"}) and not buying & store.made.names  # fmt: skip
    if (
        giver in buying
        or giver in ("he", "she", "they")
        or other not in buying
        and not meant
        and other not in ("him", "her")
    ):
        raise Unfit
    if other in ("him", "her") and giver in store.made.names and giver not in RELATIVES:
        raise Unfit
    store.set("has", store.number(group["m"] or group["k"] or ""))


def _only_other(store: Store, name: str) -> str:
    """ "… and a coat for twice as much": as the one thing that was spoken of before."""
    others = [n for n in store.order if n != name]
    if len(others) != 1:
        raise Unfit
    return others[0]


def _set_price(store: Store, name: str, price: Term) -> None:
    if name in store.prices:
        raise Unfit
    store.prices[name] = price
