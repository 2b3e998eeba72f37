"""A whole of which amounts go away, told outright, by another one (so much more, so many times), or as so many at a price: what is left.

    rest = W − t_1 − t_2 − … (+ what came),   t_j = t_i ± d,   t_j = k·t_i ± d,   t = n·p

Also: what all of them make together, one of them, and which one the rest is. Money, lengths, pages, people alike. Not read: several who
have something, reductions, what is only planned, amounts of which it is not said that they go.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.marks import NUMBER, SCALES, UNIT, unit_of
from solver.topics.stories.school.chinese.roles.account import (
    BOUGHT_ALL,
    BUY,
    COME,
    SPENT,
    Account,
    Amount,
    bare,
    seats,
    tell,
    unit_asked,
)
from solver.topics.stories.school.chinese.roles.comparing import compare
from solver.topics.stories.school.chinese.roles.telling import AND, REST, Mention, Telling, quiet
from solver.topics.stories.school.working import Term, Unfit, Working, num

_PAID: Final = re.compile("(?:付|给|交|递|拿|收|掏)(?:[了出给上]|[^，]{0,8})*$")
_EITHER: Final = re.compile(
    "摘|采|收(?!到|入)|生[了下]|孵|借(?![来走出给])|做了|又[买做种折画写养]|再[买做种]"
)
"""Deeds by which there are more of a thing or fewer, as it may be."""
_SHAPE: Final = re.compile("宽|靠墙|[离斜][^，]{0,3}墙|顶端|底端|边长|[三四两]边|半径|直径|棱长")
"""What is measured of a shape does not go away."""
_TO_DO: Final = re.compile("还[要需得]|[没未][^，]{1,3}$|完成|任务")
_GONE: Final = re.compile("下(?:了?车|去|了)|走|出|用|花|吃|喝|卖|掉|去|给|剪|减|离|完")
_ASKS_REST: Final = re.compile(f"{REST}|找|还有|[还未没](?:没|有|要|需)|没有?(?!多少)|未|余|空|差|离|距")
_ASKS_SUM: Final = re.compile("一共|总共|合计|共(?!同)|总")
_NOW: Final = re.compile("现在|这时|此时|现有")
_PERSON: Final = re.compile(
    "(?:小[\u4e00-\u9fff](?=有|带|花|用|买|看|吃|把|的|存|还|先|又|也|给|付|一|走|跑|读)|爸爸|妈妈|爷爷|奶奶|外公|外婆|哥哥|姐姐|弟弟|妹妹|[^，给送]?(?:叔叔|阿姨|老师))"
)


def takings(t: Telling) -> Working:
    """The working of a story of a whole and what is taken from it.

    Raises:
        Unfit: it is none, or is not understood.
    """
    if _SHAPE.search(t.text):
        raise Unfit
    account = Account(t, Working(), unit_asked(t))
    for i, clause in enumerate(t.told):
        tell(account, i, t.without_ones(clause))
    compare(account)
    _priced(account)
    whole = _whole(account)
    _persons(account, whole)
    _answer(account, whole)
    return account.work


# -- so many at a price ------------------------------------------------------------------------------


def _priced(account: Account) -> None:
    """Amounts that are prices of one, of things of which there are several."""
    used: list[Mention] = []
    for m, clause in account.counts:
        things = [
            a
            for a in account.amounts
            if a.each and unit_of(a.each, "") == unit_of(m.measure, "") and a.by is None
        ]
        if len(things) > 1:
            things = [
                a
                for a in things
                if bare(a.words)[-1:] and any(w and w in m.after for w in (bare(a.words), bare(a.words)[-2:]))
            ]
        if len(things) == 1 and m.measure:
            one = things[0]
            if any(a.by is not None for a in account.amounts):
                raise Unfit
            one.term = account.work.step(
                f"{account.t.shown(clause)}，一共多少", one.term * num(m.value), account.unit
            )
            one.each, one.spent = "", True
            one.words += m.after
            used.append(m)
    account.counts = [one for one in account.counts if one[0] not in used]
    if any(a.each for a in account.amounts):
        counted = {a.each for a in account.amounts if a.each}
        if (
            account.counts
            or account.unit != "元"
            or not all(
                re.search(unit, "个件把本支张双条只顶块盒瓶袋套根杯碗份辆架台束枝斤") for unit in counted
            )
        ):
            raise Unfit  # the price of one is of one, where nobody counts


# -- the whole and the answer ------------------------------------------------------------------------


def _whole(account: Account) -> Amount:
    direct = [a for a in account.amounts if a.by is None]
    if not direct:
        raise Unfit
    held = [a for a in direct if a.held]
    if any("找" in q for q in account.t.asked) and len(held) > 1:
        paid = [a for a in held if _PAID.search(a.words)]
        held = paid if len(paid) == 1 else held
    if len(held) > 1 and held[0] is direct[0] and all(_PAID.search(a.words) for a in held[1:]):
        held = held[:1]
    if len(held) > 1 and held[0] is direct[0] and re.search("共|总", held[0].words):
        held = held[:1]
    whole = held[0] if len(held) == 1 else direct[0] if not held else None
    if whole is None or any(a.term.value > whole.term.value for a in account.amounts):
        raise Unfit
    return whole


def _persons(account: Account, whole: Amount) -> None:
    """Nobody takes from what another one has: those who do something are one, but for who gave the whole."""
    told = [clause for i, clause in enumerate(account.t.told) if i != whole.clause or "给" not in clause]
    people = {found[0] for clause in (*told, *account.t.asked) if (found := _PERSON.match(clause))}
    if len(people) > 1:
        raise Unfit


def _answer(account: Account, whole: Amount) -> None:
    t = account.t
    parts = [a for a in account.amounts if a is not whole]
    if not parts:
        raise Unfit
    _signs(account, parts)
    if account.unit == "元":
        _all_bought(account, parts)
    asked_rest = False
    for k, question in enumerate(t.asked):
        account.work.asked_again = k > 0
        plain = t.without_ones(question)
        for m in t.mentions(plain):
            account.counts.append((m, plain))
        words = re.sub(f"(?:多少|几)(?:{UNIT}|块?钱)?", "", plain)
        asked_rest |= _question(account, whole, parts, words)
    if not asked_rest:
        raise Unfit
    _counted(account, parts)


def _signs(account: Account, parts: list[Amount]) -> None:
    now = not any(re.search(f"{REST}|找|没|未|空|离|距|差|还[要需得]|完成", q) for q in account.t.asked)
    for a in parts:
        a.sign = _sign(account, a, strict=now)
        if (
            a.held
            and not a.spent
            and a.by is None
            and re.search("有|带|存|总|全", a.words)
            and a.sign < 0
            and not re.search("共|总", account.amounts[0].words)
        ):
            raise Unfit


def _sign(account: Account, a: Amount, *, strict: bool) -> int:
    """Whether an amount goes (−1) or comes (1)."""
    money, taken = account.unit == "元", seats(account)
    come = bool(COME.search(a.words)) and not taken
    gone = bool(_GONE.search(a.words)) or money and (a.spent or bool(SPENT.search(a.words)))
    if (
        money
        and a.by is None
        and "给" in a.words
        and not SPENT.search(a.words)
        or not money
        and not _TO_DO.search(account.t.text)
        and _EITHER.search(a.words)
    ):
        raise Unfit
    if taken and re.search("走|离|出|下", a.words):
        raise Unfit
    if come and gone and re.search("下|走|卖|吃|掉|用去|花", a.words):
        raise Unfit
    if come or gone:
        return 1 if come else -1
    if a.by is not None and a.by.sign and (COME.search(a.by.words) or _GONE.search(a.by.words) or money):
        return _sign(account, a.by, strict=strict)
    if (
        strict
        and not account.rest_of
        and not re.search("共|总", "".join(x.words for x in account.amounts[:1]))
    ):
        raise Unfit
    return -1


def _all_bought(account: Account, parts: list[Amount]) -> None:
    """Everything that has a price is bought, and everything that is bought has a price."""
    buys = [words for _, words in account.scenes if BUY.search(words)]
    everything = bool(BOUGHT_ALL.search("，".join((*account.t.told, *account.t.asked)))) or any(
        m.value == len(parts)
        and re.search("[买购这付]", m.before)
        and re.match("[样种件本个]", m.measure + m.after)
        for question in (*account.t.told, *account.t.asked)
        for m in account.t.mentions(question)
    )
    for clause in account.t.told:
        plain = account.t.without_ones(clause)
        if BUY.search(plain) and plain not in buys:
            buys.append(plain)
    listed = "，".join(buys)
    for a in parts:
        name = bare(re.sub(f"^.*(?:{BUY.pattern})了?", "", a.words))
        if not (a.spent or BUY.search(a.words) or everything or name and name in listed):
            raise Unfit
    for _, words in account.scenes:
        found = re.search(f"(?:{BUY.pattern})[了一]?(?P<list>[^，]*)$", words)
        if found is None:
            continue
        for one in re.split(AND, found["list"]):
            name = re.sub(
                "^(?:了|一些|好|下|东西|文具|学习用品|礼物|生日礼物|器材|日用品|菜|水果|奖品|书|材料|年货|零食)+$",
                "",
                bare(one),
            )
            if name and not any(
                name in a.words or bare(a.words)[-len(name) :] and bare(a.words) in name for a in parts
            ):
                raise Unfit


def _question(account: Account, whole: Amount, parts: list[Amount], words: str) -> bool:
    """Answer one question; whether it was for what is left."""
    work, unit = account.work, account.unit
    if _ASKS_SUM.search(words) and not re.search(REST, words):
        if len(account.t.asked) < 2 or any(a.sign > 0 for a in parts) or _of_one(parts, words):
            raise Unfit
        total = parts[0].term
        for a in parts[1:]:
            total = total + a.term
        _give(work, work.step("一共是多少", total, unit), unit, "一共的数量")
        return False
    rest = bool(_ASKS_REST.search(words) or _NOW.search(words))
    named = [a for a in parts if _of_one([a], words)]
    if not rest:
        if len(named) == 1 and len(account.t.asked) > 1:
            _give(work, named[0].term, unit, "所求的数量")
            return False
        closed = account.rest_of or re.search("共|总", whole.words) or _lists(account, parts)
        if named or not closed or not quiet(words):
            raise Unfit
    elif not quiet(
        re.sub(f"{REST}|找[给回零]?|[还没未]有?|没|有|余|共|差|不|{NUMBER}", "", words)
    ) or re.search("比", words):
        raise Unfit
    left = whole.term
    for a in parts:
        left = left - a.term if a.sign < 0 else left + a.term
    label = "剩下的数量" if rest else "所求的数量"
    if unit == "元" and re.search("差|不够", words):
        raise Unfit
    _give(work, work.step("还剩多少" if rest else "其余的是多少", left, unit), unit, label)
    return True


def _lists(account: Account, parts: list[Amount]) -> bool:
    return any(m.value == len(parts) + 1 for m, _ in account.counts)


def _of_one(parts: list[Amount], words: str) -> bool:
    names = [bare(re.sub(f"^.*(?:{BUY.pattern})了?", "", a.words)) for a in parts]
    return any(len(n) > 1 and n in words for n in names)


def _counted(account: Account, parts: list[Amount]) -> None:
    """How many were told is how many there are."""
    for m, _ in account.counts:
        collective = m.value in (len(parts), len(parts) + 1) and re.match(_COLLECTIVE, m.measure + m.after)
        paid = account.unit == "元" and any(
            a.by is None
            and a.clause in (m.clause, m.clause + 1)
            and re.search("花|用|付|共", a.words.split("，")[-1])
            and not a.each
            for a in parts
        )
        if not collective and not (paid and m.measure and "的" not in m.after[:1]):
            raise Unfit


_COLLECTIVE: Final = (
    "[种样天次周科项门批]|年级|个?(?:月|星期|小时|年级|班|季度)|班|[件个本条](?=$|书?都|东西|后|物品|商品)"
)


def _give(work: Working, term: Term, unit: str, label: str) -> None:
    if (
        unit not in SCALES
        and unit not in ("元", "度", "亩")
        and term.value.denominator != 1
        or term.value < 0
    ):
        raise Unfit
    work.give(term, unit, label)
