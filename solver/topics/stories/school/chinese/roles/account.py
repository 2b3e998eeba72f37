"""What is told of a whole and of what goes from it: amounts by the words around them, comparisons, counts, scenes."""

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
SPENT: Final = re.compile("花|用|付|买|购|刷|充|交|吃|喝|选|挑|点|订|缴|支出|消费|坐|看|打车|捐")
BUY: Final = re.compile("买|购|选|挑|订|点了|要了|拿了|看中|看上")
BOUGHT_ALL: Final = re.compile(
    "(?:[各都全][^，]{0,3}[买要选拿]|[这两]?[两]?[样种件本个]都|合计|两样|结账|付款|付账|买单)"
)
_PRICE_WORDS: Final = re.compile(
    "(?:的|原|每)*(?:价格|价钱|单价|售价|标价|定价|价|票价)(?:是|为)?|标着|卖(?!出|掉|了)|要(?=$)|是(?=$)|需要?(?=$)|值"
)
COME: Final = re.compile(
    "[上进开驶飞游跑走运买送借领收]来|上(?:了?车|来|了)|进[了货来]|运进|购进|买进|开进|驶入|加[入了进满]|添|买回|找回|补[充交]|增|存[入进了]|收入|赚|挣|捡|奖励|又给|再给|还[回来]|收到|得到|注入|倒入|充[值入]|红包|压岁|领[到取了]|收[了获]|捐来|寄来"
)
_NAME: Final = re.compile("前[^，]{1,3}|路(?=公交|车|公共汽车)|号")
_IDLE: Final = re.compile(
    "(?:中途|途中)?(?:没有?|无)[^，]{0,6}(?:进来|上车|开进来|别的|其他|剩余|休息)[^，]*|没有?[^，]{0,4}(?:离开|开走|下车|出去|借出)|每[人车]?(?:都)?[坐住]?[^，]{0,3}|其余的?[^，]{0,3}(?:没有?|未)(?:动|花|用)|[^，]{0,4}没有?买?(?:别的|其他)[^，]{0,4}"
)


@dataclass(slots=True)
class Amount:
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
    by: Amount | None = None  # the amount by which it is told


@dataclass(slots=True)
class Account:
    """What is told, in its order."""

    t: Telling
    work: Working
    unit: str
    amounts: list[Amount] = field(default_factory=list)
    scenes: list[tuple[int, str]] = field(default_factory=list)  # clauses without a number
    counts: list[tuple[Mention, str]] = field(default_factory=list)
    open: list[tuple[int, re.Match[str], str]] = field(default_factory=list)  # comparisons
    rest_of: str = ""


def unit_asked(t: Telling) -> str:
    """The unit of what is asked for; of the first amount, where the question has none."""
    for question in t.asked:
        asked = re.search(f"(?:多少|几)(?:个(?=小时|月))?({UNIT}|钱|块钱)", question)
        if asked is not None:
            return (
                "元"
                if asked[1] in ("钱", "块钱", "块") and re.search("元|钱", t.text)
                else unit_of(asked[1], question)
            )
    for question in t.asked:
        counted = re.search(f"({UNIT})数$", question)
        if counted is not None:
            return unit_of(counted[1], question)
    for clause in t.told:
        for m in t.mentions(t.without_ones(clause)):
            if m.unit in SCALES or m.unit == "元":
                return m.unit
    raise Unfit


def same_unit(account: Account, unit: str) -> bool:
    return (
        unit == account.unit or seats(account) and unit not in SCALES and unit not in ("元", "天", "次", "")
    )


def seats(account: Account) -> bool:
    """Whether places are counted, and who or what takes one."""
    return any("空" in question for question in account.t.asked)


def tell(account: Account, at: int, clause: str) -> None:
    t = account.t
    for pattern in (_TIMES, _COMPARED):
        found = pattern.fullmatch(clause)
        if found is not None:
            account.open.append((at, found, clause))
            return
    mentions = t.mentions(clause, at)
    if not mentions:
        rest = re.match(f"{REST}(?:的|下的)?", clause) or re.search(
            f"(?:把|将){REST}(?:的|下的)?(?=.*[完光])", clause
        )
        if _IDLE.fullmatch(clause):
            return
        if BOUGHT_ALL.search(clause):
            return  # all that was told
        if rest is not None:
            clause = clause[: rest.start()] + clause[rest.end() :]
            account.rest_of += clause
        if (
            not quiet(clause.replace("共", ""))
            or account.amounts
            and COME.search(clause)
            or re.search("同样|[一有]些.*[走来给送]", clause)
        ):
            raise Unfit  # something came or went, nobody says how much
        account.scenes.append((at, clause))
        return
    for k, m in enumerate(mentions):
        if m.share:
            raise Unfit
        if m.one and k and not m.before and account.amounts and mentions[k - 1].unit == "元" and not m.after:
            account.amounts[-1].each = m.measure  # 3元一支
        elif same_unit(account, m.unit):
            _amount(account, m, k, mentions)
            if (
                k
                and not m.before
                and m.after.startswith("的")
                and not mentions[k - 1].one
                and mentions[k - 1].measure
            ):
                account.amounts[-1].each = mentions[k - 1].measure  # "2本12元的书"
        else:
            _count(account, m, clause)
    others = re.sub(f"每(?=[^，]{{0,6}}{NUMBER})|(?:{NUMBER})|共|全部|余额", "", clause)
    if BOUGHT_ALL.search(clause) and all(re.match("[种样]", m.measure + m.after) for m in mentions):
        others = others.replace("各", "")
    if not quiet(re.sub(f"每(?:{UNIT})?", "", others)):
        raise Unfit


def _amount(account: Account, m: Mention, k: int, mentions: list[Mention]) -> None:
    before, after = m.before, m.after
    words = f"{before}{after if k + 1 == len(mentions) or after.startswith('的') else ''}"
    if after.startswith("的"):
        words = before + re.split(AND, after)[0]
    if (
        before.endswith("每")
        or before
        and "每" in before
        and account.unit != "元"
        and not re.search("每[天日周月年]", before)
    ):
        raise Unfit
    each = re.search(f"每({UNIT})", before) or re.match(f"[/每]({UNIT})$", after)
    held = (
        bool(_HELD.search(before))
        and not re.search("花[了去掉]?$", before)
        and not re.match("下|上|走|出|进|离", after)
    )
    held &= not re.search("[走掉去]$|(?<![付拿掏给取])出$|卖[出了]?$", before)
    if account.unit == "元" and not after.startswith("的") and (held or not re.search("花|用|付", before)):
        words = before
    spent = bool(SPENT.search(before)) or re.match("的", after) is not None and bool(BUY.search(before))
    plain = _PRICE_WORDS.sub("", words)
    if len(re.sub("[的是为了]", "", plain)) < 1 and account.t.told[m.clause - 1 : m.clause] and m.clause:
        words = account.t.without_ones(account.t.told[m.clause - 1]) + words
        spent |= bool(BUY.search(words))
    account.amounts.append(
        Amount(words, num(m.value), m.unit, m.clause, k, held, spent, each[1] if each else "")
    )


def _count(account: Account, m: Mention, clause: str) -> None:
    """A number of another kind: part of a name, how many there are of something, how many things were told."""
    if _NAME.match(m.measure + m.after) or m.before.endswith("前"):
        return
    if not m.measure and not re.match("[科种样项门类]", m.after) or m.value.denominator != 1:
        raise Unfit
    account.counts.append((m, clause))


def known(account: Account, word: str) -> Amount | None:
    """The amount that a word means: the only one in whose words it stands."""
    word = re.sub("^(?:这|那|它|他|她)$", "", word)
    if not word:
        return None
    for one in dict.fromkeys((word, word.removesuffix("的"), bare(word))):
        near = [a for a in account.amounts if one and one in a.words]
        near = [
            a for a in near if not a.held or a is not account.amounts[0]
        ]  # a whole is told with the names of its parts
        if len(near) > 1:
            near = [a for a in near if re.search(f"{re.escape(one)}(?:{_END_OF_NAME})", a.words)]
        if len(near) == 1:
            return near[0]
        if near:
            raise Unfit
    return None


_END_OF_NAME: Final = "$|花|用|的|是|为|每|价|售|标|要|需|卖|看|行|走|吃|运|修|有|共|，"


_BARE_END: Final = re.compile(
    "(?:的|时|花|用|吃|看|行|走|修|运|卖出?|买|去|掉|了|出|借出?|读|骑|跑|做|喝|铺|挖|种|捐|下|上|钱|费用|花费)+$"
)


def bare(word: str) -> str:
    """A name without what is done, how it is counted and the words before it."""
    word = re.sub(
        "^(?:又|再|先|还|其中|他|她|它|买|购买|我|挑|选|另)+(?=.{1})", "", _PRICE_WORDS.sub("", trimmed(word))
    )
    return _BARE_END.sub("", word) or word
