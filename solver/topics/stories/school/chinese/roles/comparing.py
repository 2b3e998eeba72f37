"""Amounts that are told by another one: so much more, so many times as much; also the one compared with, where the other one is told."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.marks import unit_of
from solver.topics.stories.school.chinese.roles.account import (
    BOUGHT_ALL,
    BUY,
    SPENT,
    Account,
    Amount,
    bare,
    known,
    same_unit,
)
from solver.topics.stories.school.chinese.roles.telling import AND, quiet
from solver.topics.stories.school.working import Unfit, num

_DOWN: Final = frozenset("少 便宜 低 短 轻 近 薄".split())
# A subject that names nothing: it is that of the clause before.
_ELIDED: Final = re.compile(
    "(?:它|他|她|这|那|也|又|还|则|却|要|的|时|所|价格|价钱|单价|售价|而|金额|长度|数量|本数|人数|页数)*"
)


def compare(account: Account) -> None:
    """Find the amounts that are told by others, until none is left."""
    waiting = list(account.open)
    while waiting:
        left = [one for one in waiting if not _compared(account, *one)]
        if len(left) == len(waiting):
            raise Unfit
        waiting = left


def _compared(account: Account, at: int, f: re.Match[str], clause: str) -> bool:
    """Find one amount by the other; False where neither is known yet."""
    _decline_other_units_and_words(account, f)
    pair = _pair(account, at, f)
    if pair is None:
        return False
    base, words, back = pair
    if base.held and account.unit == "元" and not base.spent:
        raise Unfit
    t, groups = account.t, f.groupdict()
    term, k = base.term, None
    if groups.get("k") or groups.get("f"):
        k = num(t.marks.values[f["k"] or f["f"]])
        if k.value <= 0 or back and groups.get("s") or "比" in clause and not groups.get("s"):
            raise Unfit
        if k.value < 1 and k.value.numerator == 1:
            k, back = num(1 / k.value), not back
        term = term / k if back else term * k
        back = words == f["y"] and back
    d = groups.get("d") or groups.get("e")
    if d:
        amount = num(t.marks.values[d])
        down = (groups["s"] in _DOWN) != (back and k is None)
        term = term - amount if down else term + amount
    term = account.work.step(f"根据“{t.shown(clause)}”算出", term, account.unit)
    spent = _is_spent(f, words) or not back and _is_spent_with(account, at, base)
    said = words + (groups.get("v") or "") + f["tail"]
    account.amounts.append(Amount(said, term, base.unit, at, 0, False, spent, "", -1, base))
    if re.search("贵|便宜", clause) and base.spent and _many(account):
        raise Unfit
    return True


def _decline_other_units_and_words(account: Account, f: re.Match[str]) -> None:
    groups = f.groupdict()
    unit = unit_of(f["u"], "") if groups.get("u") else account.unit
    if unit != account.unit and not same_unit(account, unit):
        raise Unfit
    if not all(quiet(f[one]) for one in ("x", "y", "tail")) or groups.get("v") and not quiet(f["v"]):
        raise Unfit


def _pair(account: Account, at: int, f: re.Match[str]) -> tuple[Amount, str, bool] | None:
    """The amount that is known, the words for the other one, and whether that is the one compared with; None: not yet."""
    x, y = f["x"], f["y"]
    elided = _ELIDED.fullmatch(x) is not None
    scene = [words for i, words in account.scenes if i == at - 1]
    told = [a for a in account.amounts if a.clause == at - 1 and not a.held]
    if elided:
        if scene:
            x = scene[0]
        elif len(told) == 1:
            x = told[0].words
        else:
            raise Unfit
    pointed = told[0] if re.fullmatch("它|前者|他|她", y) and len(told) == 1 else None
    base = pointed or known(account, y)
    new = None if scene and elided else _subject(account, x, elided, told)
    if _is_with_whole(account, (bare(y), "" if elided else bare(x))):
        raise Unfit
    if base is not None and new is None:
        return base, x, False
    if base is None and new is not None:
        if _is_there(account, y):
            return new, y, True
        if _can_wait(account, y):
            return None
        raise Unfit
    if base is not None and base is not new:
        raise Unfit
    return None


def _is_with_whole(account: Account, names: tuple[str, str]) -> bool:
    """Whether one of the two is the whole of which the first clause told."""
    whole = account.amounts[0] if account.amounts and account.amounts[0].held else None
    if whole is None or account.unit == "元" or re.search(AND, whole.words):
        return False
    return any(name and name in whole.words for name in names)


def _is_spent(f: re.Match[str], words: str) -> bool:
    """Whether it is said that it goes away."""
    return any(SPENT.search(one) for one in (words, f.groupdict().get("v") or "", f["tail"]))


def _is_spent_with(account: Account, at: int, base: Amount) -> bool:
    """Whether it goes away as the other one does: "一桶油" of a list, or where nothing is bought."""
    one = re.match(f"{account.t.marks.one}", account.t.told[at]) is not None
    return base.spent and (one and base.clause == at - 1 or not BUY.search(account.t.text))


def _subject(account: Account, x: str, elided: bool, told: list[Amount]) -> Amount | None:
    return told[0] if elided and told else known(account, x)


def _can_wait(account: Account, y: str) -> bool:
    """Whether another comparison may yet tell what this is."""
    return any(bare(y) and bare(y) in f["x"] for _, f, _ in account.open)


def _is_there(account: Account, y: str) -> bool:
    """Whether a thing that only a comparison tells is among what goes away: it is bought, or spoken of elsewhere."""
    name = bare(y)
    return (
        bool(BUY.search(y) or BOUGHT_ALL.search(account.t.text))
        or sum(name in one for one in (*account.t.told, *account.t.asked)) > 1
        and bool(name)
    )


def _many(account: Account) -> bool:
    return any(m.value != 1 and m.measure not in ("天", "次", "周") for m, _ in account.counts)
