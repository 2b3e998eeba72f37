"""A whole of which amounts go away, told outright, by another one (so much more, so many times), or as so many at a price: what is left.

    rest = W − t_1 − t_2 − … (+ what came),   t_j = t_i ± d,   t_j = k·t_i ± d,   t = n·p

Also: what all of them make together, one of them, and which one the rest is. Money, lengths, pages, people alike. Not read: several who
have something, reductions, what is only planned, amounts of which it is not said that they go.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from solver.topics.stories.school.chinese.marks import FRACTION, NUMBER, SCALES, UNIT, unit_of
from solver.topics.stories.school.chinese.roles.names import trimmed
from solver.topics.stories.school.chinese.roles.telling import AND, REST, Mention, Telling, quiet
from solver.topics.stories.school.working import Term, Unfit, Working, num

_N: Final = f"[^{NUMBER[1:-1]}{FRACTION[1:-1]}]"
_MORE: Final = "多|少|贵|便宜|高|低|长|短|重|轻|远|近|厚|薄"
_DOWN: Final = frozenset("少 便宜 低 短 轻 近 薄".split())
_COMPARED: Final = re.compile(
    f"(?P<x>{_N}*?)比(?P<y>{_N}+)(?P<s>{_MORE})(?P<v>{_N}{{0,4}}?)(?P<d>{NUMBER})(?P<u>{UNIT})(?P<tail>{_N}*)"
)
_TIMES: Final = re.compile(
    f"(?P<x>{_N}*?)(?:就?是|正好是|恰好是|刚好是|等于|相当于|为|比)(?P<y>{_N}+?)的?(?:(?P<k>{NUMBER})倍|(?P<f>{FRACTION}))"
    f"(?:(?:还|又)?(?P<s>多|少){_N}{{0,3}}?(?P<e>{NUMBER})(?P<u>{UNIT}))?(?P<tail>{_N}*)"
)
_HELD: Final = re.compile(
    "(?:原有|原来有?|(?<!只)有(?!人)[^，]{0,4}|带[了着]?|拿[了着出]?[^，]{0,2}|给[了]?[^，]{0,6}|付[了给]?[^，]{0,4}|交[了给][^，]{0,4}|递[了给]?[^，]{0,4}|收了[^，]{0,6}|全[长程]|总[^，]{0,4}|"
    "(?<!一)共[^，]{0,8}|长|净?重|[相]距离?|存[了着]?|攒了?|运来[^，]{0,5}|买[进来][^，]{0,5}|购进[^，]{0,5}|进了?[^，]{0,4}|收获了?[^，]{0,4}|要[^，有]{1,3}|装[了着有满]?[^，]{0,3}|停[了着放]*|余额[是为有]?|用|"
    "容[量纳][^，]{0,3}|里[有装放是][^，]{0,4})$"
)
_PAID: Final = re.compile("(?:付|给|交|递|拿|收|掏)(?:[了出给上]|[^，]{0,8})*$")
_SPENT: Final = re.compile("花|用|付|买|购|刷|充|交|吃|喝|选|挑|点|订|缴|支出|消费|坐|看|打车|捐")
_BUY: Final = re.compile("买|购|选|挑|订|点了|要了|拿了|看中|看上")
_BOUGHT_ALL: Final = re.compile("(?:[各都全][^，]{0,3}[买要选拿]|[这两]?[两]?[样种件本个]都|合计|两样|结账|付款|付账|买单)")
_PRICE_WORDS: Final = re.compile("(?:的|原|每)*(?:价格|价钱|单价|售价|标价|定价|价|票价)(?:是|为)?|标着|卖(?!出|掉|了)|要(?=$)|是(?=$)|需要?(?=$)|值")
_COME: Final = re.compile(
    "[上进开驶飞游跑走运买送借领收]来|上(?:了?车|来|了)|进[了货来]|运进|购进|买进|开进|驶入|加[入了进满]|添|买回|找回|补[充交]|增|存[入进了]|收入|赚|挣|捡|奖励|又给|再给|还[回来]|收到|得到|注入|倒入|充[值入]|红包|压岁|领[到取了]|收[了获]|捐来|寄来"
)
_EITHER: Final = re.compile("摘|采|收(?!到|入)|生[了下]|孵|借(?![来走出给])|做了|又[买做种折画写养]|再[买做种]")
"""Deeds by which there are more of a thing or fewer, as it may be."""
_TO_DO: Final = re.compile("还[要需得]|[没未][^，]{1,3}$|完成|任务")
_GONE: Final = re.compile("下(?:了?车|去|了)|走|出|用|花|吃|喝|卖|掉|去|给|剪|减|离|完")
_ASKS_REST: Final = re.compile(f"{REST}|找|还有|[还未没](?:没|有|要|需)|没有?(?!多少)|未|余|空|差|离|距")
_ASKS_SUM: Final = re.compile("一共|总共|合计|共(?!同)|总")
_NOW: Final = re.compile("现在|这时|此时|现有")
_NAME: Final = re.compile("前[^，]{1,3}|路(?=公交|车|公共汽车)|号")
_PERSON: Final = re.compile("(?:小[\u4e00-\u9fff](?=有|带|花|用|买|看|吃|把|的|存|还|先|又|也|给|付|一|走|跑|读)|爸爸|妈妈|爷爷|奶奶|外公|外婆|哥哥|姐姐|弟弟|妹妹|[^，给送]?(?:叔叔|阿姨|老师))")
_IDLE: Final = re.compile(
    "(?:中途|途中)?(?:没有?|无)[^，]{0,6}(?:进来|上车|开进来|别的|其他|剩余|休息)[^，]*|没有?[^，]{0,4}(?:离开|开走|下车|出去|借出)|每[人车]?(?:都)?[坐住]?[^，]{0,3}|其余的?[^，]{0,3}(?:没有?|未)(?:动|花|用)|[^，]{0,4}没有?买?(?:别的|其他)[^，]{0,4}"
)


@dataclass(slots=True)
class _Amount:
    """An amount: the words around it, and whether it is a price of which there may be several."""

    words: str
    term: Term
    unit: str
    clause: int
    at: int  # which of the numbers of its clause
    held: bool = False
    spent: bool = False
    each: str = ""  # the measure word, where it is the price of one
    sign: int = -1
    by: _Amount | None = None  # the amount by which it is told


@dataclass(slots=True)
class _Account:
    """What is told, in its order."""

    t: Telling
    work: Working
    unit: str
    amounts: list[_Amount] = field(default_factory=list)
    scenes: list[tuple[int, str]] = field(default_factory=list)  # clauses without a number
    counts: list[tuple[Mention, str]] = field(default_factory=list)
    open: list[tuple[int, re.Match[str], str]] = field(default_factory=list)  # comparisons
    rest_of: str = ""


def takings(t: Telling) -> Working:
    """The working of a story of a whole and what is taken from it.

    Raises:
        Unfit: it is none, or is not understood.
    """
    account = _Account(t, Working(), _unit(t))
    for i, clause in enumerate(t.told):
        _tell(account, i, t.without_ones(clause))
    _compare(account)
    _priced(account)
    whole = _whole(account)
    _persons(account, whole)
    _answer(account, whole)
    return account.work


def _unit(t: Telling) -> str:
    """The unit of what is asked for; of the first amount, where the question has none."""
    for question in t.asked:
        asked = re.search(f"(?:多少|几)(?:个(?=小时|月))?({UNIT}|钱|块钱)", question)
        if asked is not None:
            return "元" if asked[1] in ("钱", "块钱", "块") and re.search("元|钱", t.text) else unit_of(asked[1], question)
    for question in t.asked:
        counted = re.search(f"({UNIT})数$", question)
        if counted is not None:
            return unit_of(counted[1], question)
    for clause in t.told:
        for m in t.mentions(t.without_ones(clause)):
            if m.unit in SCALES or m.unit == "元":
                return m.unit
    raise Unfit


def _same_unit(account: _Account, unit: str, words: str) -> bool:
    return unit == account.unit or _seats(account) and unit not in SCALES and unit not in ("元", "天", "次", "")


def _seats(account: _Account) -> bool:
    """Whether places are counted, and who or what takes one."""
    return any("空" in question for question in account.t.asked)


# -- what is told ------------------------------------------------------------------------------------


def _tell(account: _Account, at: int, clause: str) -> None:
    t = account.t
    for pattern in (_TIMES, _COMPARED):
        found = pattern.fullmatch(clause)
        if found is not None:
            account.open.append((at, found, clause))
            return
    mentions = t.mentions(clause, at)
    if not mentions:
        rest = re.match(f"{REST}(?:的|下的)?", clause) or re.search(f"(?:把|将){REST}(?:的|下的)?(?=.*[完光])", clause)
        if _IDLE.fullmatch(clause):
            return
        if _BOUGHT_ALL.search(clause):
            return  # all that was told
        if rest is not None:
            clause = clause[: rest.start()] + clause[rest.end() :]
            account.rest_of += clause
        if not quiet(clause.replace("共", "")) or account.amounts and _COME.search(clause) or re.search("同样|[一有]些.*[走来给送]", clause):
            raise Unfit  # something came or went, nobody says how much
        account.scenes.append((at, clause))
        return
    for k, m in enumerate(mentions):
        if m.share:
            raise Unfit
        if m.one and k and not m.before and account.amounts and mentions[k - 1].unit == "元" and not m.after:
            account.amounts[-1].each = m.measure  # 3元一支
        elif _same_unit(account, m.unit, m.before + m.after):
            _amount(account, m, k, mentions)
            if k and not m.before and m.after.startswith("的") and not mentions[k - 1].one and mentions[k - 1].measure:
                account.amounts[-1].each = mentions[k - 1].measure  # "2本12元的书"
        else:
            _count(account, m, clause)
    rest = re.sub(f"每(?=[^，]{{0,6}}{NUMBER})|(?:{NUMBER})|共|全部|余额", "", clause)
    if _BOUGHT_ALL.search(clause) and all(re.match("[种样]", m.measure + m.after) for m in mentions):
        rest = rest.replace("各", "")
    if not quiet(re.sub(f"每(?:{UNIT})?", "", rest)):
        raise Unfit


def _amount(account: _Account, m: Mention, k: int, mentions: list[Mention]) -> None:
    before, after = m.before, m.after
    words = f"{before}{after if k + 1 == len(mentions) or after.startswith('的') else ''}"
    if after.startswith("的"):
        words = before + re.split(AND, after)[0]
    if before.endswith("每") or before and "每" in before and account.unit != "元" and not re.search("每[天日周月年]", before):
        raise Unfit
    each = re.search(f"每({UNIT})", before) or re.match(f"[/每]({UNIT})$", after)
    held = bool(_HELD.search(before)) and not re.search("花[了去掉]?$", before) and not re.match("下|上|走|出|进|离", after)
    held &= not re.search("[走掉去]$|(?<![付拿掏给取])出$|卖[出了]?$", before)
    if account.unit == "元" and not after.startswith("的") and (held or not re.search("花|用|付", before)):
        words = before
    spent = bool(_SPENT.search(before)) or re.match("的", after) is not None and bool(_BUY.search(before))
    bare = _PRICE_WORDS.sub("", words)
    if len(re.sub("[的是为了]", "", bare)) < 1 and account.t.told[m.clause - 1 : m.clause] and m.clause:
        words = account.t.without_ones(account.t.told[m.clause - 1]) + words
        spent |= bool(_BUY.search(words))
    account.amounts.append(
        _Amount(words, num(m.value), m.unit, m.clause, k, held, spent, each[1] if each else "")
    )


def _count(account: _Account, m: Mention, clause: str) -> None:
    """A number of another kind: part of a name, how many there are of something, how many things were told."""
    if _NAME.match(m.measure + m.after) or m.before.endswith("前"):
        return
    if not m.measure and not re.match("[科种样项门类]", m.after) or m.value.denominator != 1:
        raise Unfit
    account.counts.append((m, clause))


def _known(account: _Account, word: str) -> _Amount | None:
    """The amount that a word means: the only one in whose words it stands."""
    word = re.sub("^(?:这|那|它|他|她)$", "", word)
    if not word:
        return None
    for one in dict.fromkeys((word, word.removesuffix("的"), _bare(word))):
        near = [a for a in account.amounts if one and one in a.words]
        near = [a for a in near if not a.held or a is not account.amounts[0]]  # a whole is told with the names of its parts
        if len(near) > 1:
            near = [a for a in near if re.search(f"{re.escape(one)}(?:{_END_OF_NAME})", a.words)]
        if len(near) == 1:
            return near[0]
        if near:
            raise Unfit
    return None


_END_OF_NAME: Final = "$|花|用|的|是|为|每|价|售|标|要|需|卖|看|行|走|吃|运|修|有|共|，"
_BARE_END: Final = re.compile("(?:的|时|花|用|吃|看|行|走|修|运|卖出?|买|去|掉|了|出|借出?|读|骑|跑|做|喝|铺|挖|种|捐|下|上|钱|费用|花费)+$")


def _bare(word: str) -> str:
    """A name without what is done, how it is counted and the words before it."""
    word = re.sub("^(?:又|再|先|还|其中|他|她|它|买|购买|我|挑|选|另)+(?=.{1})", "", _PRICE_WORDS.sub("", trimmed(word)))
    return _BARE_END.sub("", word) or word


def _compare(account: _Account) -> None:
    """Find the amounts that are told by others, until none is left."""
    waiting = list(account.open)
    while waiting:
        left = [one for one in waiting if not _compared(account, *one)]
        if len(left) == len(waiting):
            raise Unfit
        waiting = left


def _compared(account: _Account, at: int, f: re.Match[str], clause: str) -> bool:
    t, groups = account.t, f.groupdict()
    if groups.get("u") and unit_of(f["u"], "") != account.unit and not _same_unit(account, unit_of(f["u"], ""), ""):
        raise Unfit
    if not quiet(f["x"]) or not quiet(f["y"]) or not quiet(f["tail"]) or groups.get("v") and not quiet(f["v"]):
        raise Unfit
    x, y = f["x"], f["y"]
    elided = not re.sub("^(?:它|他|她|这|那|也|又|还|则|却|要|的|时|所|价格|价钱|单价|售价|而|金额|长度|数量|本数|人数|页数)*$", "", x)
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
    base, new = pointed or _known(account, y), None if scene and elided else _subject(account, x, elided, told)
    if base is not None and new is None:
        words, back = x, False
    elif base is None and new is not None:
        base, words, back = new, y, True
        if any(a.held and _bare(y) in a.words and not re.search(AND, a.words) for a in account.amounts):
            raise Unfit  # compared with the whole
        if not _is_there(account, y, clause):
            if _can_wait(account, y):
                return False
            raise Unfit
    elif base is not None and new is not None and base is not new:
        raise Unfit
    else:
        return False
    if base.held and account.unit == "元" and not base.spent:
        raise Unfit
    term, k = base.term, None
    if groups.get("k") or groups.get("f"):
        k = num(t.marks.values[f["k"] or f["f"]])
        if k.value <= 0 or back and groups.get("s") or "比" in clause and not groups.get("s"):
            raise Unfit
        if k.value < 1 and k.value.numerator == 1:
            k, back = num(1 / k.value), not back
        term = term / k if back else term * k
        back = words == y and back
    d = groups.get("d") or groups.get("e")
    if d:
        amount = num(t.marks.values[d])
        down = (groups["s"] in _DOWN) != (back and k is None)
        term = term - amount if down else term + amount
    term = account.work.step(f"根据“{t.shown(clause)}”算出", term, account.unit)
    spent = bool(_SPENT.search(words) or _SPENT.search(groups.get("v") or "") or _SPENT.search(f["tail"]))
    one = re.match(f"(?:{'|'.join(t.marks.ones) or '(?!)'})", t.told[at]) is not None  # "一桶油": a thing of a list
    spent |= not back and base.spent and (one and base.clause == at - 1 or not _BUY.search(t.text))
    account.amounts.append(_Amount(words + (groups.get("v") or "") + f["tail"], term, base.unit, at, 0, False, spent, "", -1, base))
    if re.search("贵|便宜", clause) and base.spent and _many(account, base):
        raise Unfit
    return True


def _subject(account: _Account, x: str, elided: bool, told: list[_Amount]) -> _Amount | None:
    return told[0] if elided and told else _known(account, x)


def _can_wait(account: _Account, y: str) -> bool:
    """Whether another comparison may yet tell what this is."""
    return any(_bare(y) and _bare(y) in f["x"] for _, f, _ in account.open)


def _is_there(account: _Account, y: str, clause: str) -> bool:
    """Whether a thing that only a comparison tells is among what goes away: it is bought, or spoken of elsewhere."""
    name = _bare(y)
    return bool(_BUY.search(y) or _BOUGHT_ALL.search(account.t.text)) or sum(name in one for one in (*account.t.told, *account.t.asked)) > 1 and bool(name)


def _many(account: _Account, base: _Amount) -> bool:
    return any(m.value != 1 and m.measure not in ("天", "次", "周") for m, _ in account.counts)


# -- so many at a price ------------------------------------------------------------------------------


def _priced(account: _Account) -> None:
    """Amounts that are prices of one, of things of which there are several."""
    used: list[Mention] = []
    for m, clause in account.counts:
        things = [a for a in account.amounts if a.each and unit_of(a.each, "") == unit_of(m.measure, "") and a.by is None]
        if len(things) > 1:
            things = [a for a in things if _bare(a.words)[-1:] and any(w and w in m.after for w in (_bare(a.words), _bare(a.words)[-2:]))]
        if len(things) == 1 and m.measure:
            one = things[0]
            if any(a.by is not None for a in account.amounts):
                raise Unfit
            one.term = account.work.step(f"{account.t.shown(clause)}，一共多少", one.term * num(m.value), account.unit)
            one.each, one.spent = "", True
            one.words += m.after
            used.append(m)
    account.counts = [one for one in account.counts if one[0] not in used]
    if any(a.each for a in account.amounts):
        counted = {a.each for a in account.amounts if a.each}
        if account.counts or account.unit != "元" or not all(re.search(unit, "个件把本支张双条只顶块盒瓶袋套根杯碗份辆架台束枝斤") for unit in counted):
            raise Unfit  # the price of one is of one, where nobody counts


# -- the whole and the answer ------------------------------------------------------------------------


def _whole(account: _Account) -> _Amount:
    direct = [a for a in account.amounts if a.by is None]
    if not direct:
        raise Unfit
    held = [a for a in direct if a.held]
    if any("找" in q for q in account.t.asked) and len(held) > 1:
        paid = [a for a in held if _PAID.search(account_before(a))]
        held = paid if len(paid) == 1 else held
    if len(held) > 1 and held[0] is direct[0] and all(_PAID.search(account_before(a)) for a in held[1:]):
        held = held[:1]
    if len(held) > 1 and held[0] is direct[0] and re.search("共|总", held[0].words):
        held = held[:1]
    whole = held[0] if len(held) == 1 else direct[0] if not held else None
    if whole is None or any(a.term.value > whole.term.value for a in account.amounts):
        raise Unfit
    return whole


def account_before(a: _Amount) -> str:
    """The words before an amount."""
    return a.words


def _persons(account: _Account, whole: _Amount) -> None:
    """Nobody takes from what another one has: those who do something are one, but for who gave the whole."""
    told = [clause for i, clause in enumerate(account.t.told) if i != whole.clause or "给" not in clause]
    people = {found[0] for clause in (*told, *account.t.asked) if (found := _PERSON.match(clause))}
    if len(people) > 1:
        raise Unfit


def _answer(account: _Account, whole: _Amount) -> None:
    t = account.t
    parts = [a for a in account.amounts if a is not whole]
    if not parts:
        raise Unfit
    _signs(account, parts)
    if account.unit == "元":
        _all_bought(account, whole, parts)
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


def _signs(account: _Account, parts: list[_Amount]) -> None:
    now = not any(re.search(f"{REST}|找|没|未|空|离|距|差|还[要需得]|完成", q) for q in account.t.asked)
    for a in parts:
        a.sign = _sign(account, a, strict=now)
        if a.held and not a.spent and a.by is None and re.search("有|带|存|总|全", a.words) and a.sign < 0 and not re.search("共|总", account.amounts[0].words):
            raise Unfit


def _sign(account: _Account, a: _Amount, *, strict: bool) -> int:
    """Whether an amount goes (−1) or comes (1)."""
    money, seats = account.unit == "元", _seats(account)
    come = bool(_COME.search(a.words)) and not seats
    gone = bool(_GONE.search(a.words)) or money and (a.spent or bool(_SPENT.search(a.words)))
    if money and a.by is None and "给" in a.words and not _SPENT.search(a.words) or not money and not _TO_DO.search(account.t.text) and _EITHER.search(a.words):
        raise Unfit
    if seats and re.search("走|离|出|下", a.words):
        raise Unfit
    if come and gone and re.search("下|走|卖|吃|掉|用去|花", a.words):
        raise Unfit
    if come or gone:
        return 1 if come else -1
    if a.by is not None and a.by.sign and (_COME.search(a.by.words) or _GONE.search(a.by.words) or money):
        return _sign(account, a.by, strict=strict)
    if strict and not account.rest_of and not re.search("共|总", "".join(x.words for x in account.amounts[:1])):
        raise Unfit
    return -1


def _all_bought(account: _Account, whole: _Amount, parts: list[_Amount]) -> None:
    """Everything that has a price is bought, and everything that is bought has a price."""
    buys = [words for _, words in account.scenes if _BUY.search(words)]
    everything = bool(_BOUGHT_ALL.search("，".join((*account.t.told, *account.t.asked)))) or any(
        m.value == len(parts) and re.search(f"[买购这付]", m.before) and re.match("[样种件本个]", m.measure + m.after)
        for question in (*account.t.told, *account.t.asked)
        for m in account.t.mentions(question)
    )
    for clause in account.t.told:
        plain = account.t.without_ones(clause)
        if _BUY.search(plain) and plain not in buys:
            buys.append(plain)
    listed = "，".join(buys)
    for a in parts:
        name = _bare(re.sub(f"^.*(?:{_BUY.pattern})了?", "", a.words))
        if not (a.spent or _BUY.search(a.words) or everything or name and name in listed):
            raise Unfit
    for _, words in account.scenes:
        found = re.search(f"(?:{_BUY.pattern})[了一]?(?P<list>[^，]*)$", words)
        if found is None:
            continue
        for one in re.split(AND, found["list"]):
            name = re.sub("^(?:了|一些|好|下|东西|文具|学习用品|礼物|生日礼物|器材|日用品|菜|水果|奖品|书|材料|年货|零食)+$", "", _bare(one))
            if name and not any(name in a.words or _bare(a.words)[-len(name):] and _bare(a.words) in name for a in parts):
                raise Unfit


def _question(account: _Account, whole: _Amount, parts: list[_Amount], words: str) -> bool:
    """Answer one question; whether it was for what is left."""
    work, unit = account.work, account.unit
    if _ASKS_SUM.search(words) and not re.search(REST, words):
        if len(account.t.asked) < 2 or any(a.sign > 0 for a in parts) or _of_one(account, parts, words):
            raise Unfit
        total = parts[0].term
        for a in parts[1:]:
            total = total + a.term
        _give(work, work.step("一共是多少", total, unit), unit, "一共的数量")
        return False
    rest = bool(_ASKS_REST.search(words) or _NOW.search(words))
    named = [a for a in parts if _of_one(account, [a], words)]
    if not rest:
        if len(named) == 1 and len(account.t.asked) > 1:
            _give(work, named[0].term, unit, "所求的数量")
            return False
        closed = account.rest_of or re.search("共|总", whole.words) or _lists(account, whole, parts)
        if named or not closed or not quiet(words):
            raise Unfit
    elif not quiet(re.sub(f"{REST}|找[给回零]?|[还没未]有?|没|有|余|共|差|不|{NUMBER}", "", words)) or re.search("比", words):
        raise Unfit
    left = whole.term
    for a in parts:
        left = left - a.term if a.sign < 0 else left + a.term
    label = "剩下的数量" if rest else "所求的数量"
    if unit == "元" and re.search("差|不够", words):
        raise Unfit
    _give(work, work.step("还剩多少" if rest else "其余的是多少", left, unit), unit, label)
    return True


def _lists(account: _Account, whole: _Amount, parts: list[_Amount]) -> bool:
    return any(m.value == len(parts) + 1 for m, _ in account.counts)


def _of_one(account: _Account, parts: list[_Amount], words: str) -> bool:
    names = [_bare(re.sub(f"^.*(?:{_BUY.pattern})了?", "", a.words)) for a in parts]
    return any(len(n) > 1 and n in words for n in names)


def _counted(account: _Account, parts: list[_Amount]) -> None:
    """How many were told is how many there are."""
    for m, clause in account.counts:
        collective = m.value in (len(parts), len(parts) + 1) and re.match(_COLLECTIVE, m.measure + m.after)
        paid = account.unit == "元" and any(
            a.by is None and a.clause in (m.clause, m.clause + 1) and re.search("花|用|付|共", a.words.split("，")[-1]) and not a.each
            for a in parts
        )
        if not collective and not (paid and m.measure and "的" not in m.after[:1]):
            raise Unfit


_COLLECTIVE: Final = "[种样天次周科项门批]|年级|个?(?:月|星期|小时|年级|班|季度)|班|[件个本条](?=$|书?都|东西|后|物品|商品)"


def _give(work: Working, term: Term, unit: str, label: str) -> None:
    if unit not in SCALES and unit not in ("元", "度", "亩") and term.value.denominator != 1 or term.value < 0:
        raise Unfit
    work.give(term, unit, label)
