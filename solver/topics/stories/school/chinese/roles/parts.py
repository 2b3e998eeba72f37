"""What is told of the parts of one whole: the whole, the shares that go first, the ratio of the rest, and whether that is all."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field, replace
from typing import Final

from solver.topics.stories.school.chinese.marks import FRACTION, NUMBER, UNIT
from solver.topics.stories.school.chinese.roles.names import ends, pieces, place, trimmed
from solver.topics.stories.school.chinese.roles.telling import AND, REST, Mention, Telling, quiet
from solver.topics.stories.school.working import Term, Unfit, num

COUNTS: Final = "种|个班|个|类|天|部分|组|人|队|位|块|段|项|家|科|周|次|批|方面|名|班|层|方向"
_RATIO: Final = re.compile(f"(?P<a>{NUMBER})比(?P<b>{NUMBER})(?:比(?P<c>{NUMBER}))?")
_RATIO_OF: Final = re.compile(
    f"(?P<names>[^{NUMBER[1:-1]}]+?{AND}[^{NUMBER[1:-1]}]+?)(?:(?:的|之)(?:[^的，]{{0,4}}(?:的|之)?)?)?比(?:例|值)?(?:就?是|为|等于)?$"
)
_BY: Final = re.compile("按照?|依照|依")
_AFTER_BY: Final = re.compile("^(?:的?[^，]{0,4}?比例?(?=[^例])|的份数)?")
_WHOLE_WORD: Final = re.compile("总|全|其中|这|它|整|所有|一共")
_NO_OTHERS: Final = re.compile(
    "(?:没有?|无|不)[^，]{0,4}(?:别的|其他|其它|另外)|只有?这[^，]{0,3}[种类个组样]"
)
_EACH_ONE: Final = re.compile(
    "每(?:人|户|家|位|个|名)?[^，]{0,4}[只都]?[^，]{0,4}(?:一|[\ue000-\ue7ff])?[种个组项类][^，\ue000-\ue7ff]{0,4}"
)
_GROUP: Final = re.compile("女|男|老人|儿童|成人|其他|新|旧")


@dataclass(slots=True)
class Parts:
    """What is told of the parts of one whole."""

    whole: Mention | None = None
    whole_at: str = ""
    first: list[tuple[str, Mention, bool]] = field(default_factory=list)  # clause, share, whether of the rest
    names: list[str] = field(default_factory=list)
    ratio: list[Term] = field(default_factory=list)
    ratio_at: str = ""
    known: tuple[str, Mention] | None = None
    counts: list[Mention] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    rest_said: bool = False


def complement(t: Telling) -> Telling:
    """ "会游泳的占36%，不会游泳的学生中": those who do not are the rest."""
    told = "，".join(c for c in t.told if re.search(FRACTION, c))

    def rest(match: re.Match[str]) -> str:
        return "其余的" if match[1] in told else match[0]

    negated = re.compile("(?:不|没有?|未)([\u4e00-\u9fff]{2,6}?)的(?:[\u4e00-\u9fff]{1,3}[中里](?=[^，]))?")
    return replace(
        t,
        told=tuple(c if re.search(FRACTION, c) else negated.sub(rest, c) for c in t.told),
        asked=tuple(negated.sub(rest, c) for c in t.asked),
    )


def tell(t: Telling, parts: Parts, clause: str, at: int, before: str) -> None:
    ratio = _RATIO.search(clause)
    if ratio is not None:
        _ratio(t, parts, clause, ratio, before)
        return
    plain = t.without_ones(clause)
    found = t.mentions(plain, at)
    portions = [m for m in found if m.share]
    if len(portions) == 2 and not [m for m in found if not m.share]:
        raise Unfit
    if re.match(f"{REST}|另外|其他", plain) and not found:
        parts.rest_said = True
        if re.search(AND, plain.replace("同学", "")):
            parts.lists.append(plain)
        if not quiet(re.sub(f"^(?:{REST}|另外|其他)", "", plain)):
            raise Unfit
        return
    if not found and parts.first and re.search("又|再|后来|另外", plain):
        raise Unfit
    if not found and _NO_OTHERS.search(plain):
        parts.rest_said = True
        return
    rest = plain
    of_this = (
        parts.whole is None
        and re.search(f"{NUMBER}{UNIT}(?:[^，{NUMBER[1:-1]}]{{0,6}}[中里])?的?{FRACTION}", plain) is not None
    )
    if of_this:  # "8000元的30%"
        rest = _number(parts, found[0], rest, plain)
        found = found[1:]
    for m in portions:
        _share(parts, m, plain, of_this=of_this)
    if portions:
        rest = re.sub(f"(?:{REST})[^，]{{0,6}}(?={FRACTION})|占|的?{FRACTION}", "", rest)
    for m in found:
        if m.share:
            continue
        rest = _number(parts, m, rest, plain)
    if not portions and _EACH_ONE.fullmatch(plain):
        return
    if not quiet(re.sub("共(?!同)|总共|合计|总计|全部", "", rest)):
        raise Unfit


def _number(parts: Parts, m: Mention, rest: str, clause: str) -> str:
    """A number that is no share: the whole, a part that is known, or how many parts there are."""
    rest, known = re.subn(NUMBER, "", rest, count=1)
    if not known:
        raise Unfit
    small = (
        m.value.denominator == 1
        and 2 <= m.value <= 6
        and (not m.measure or re.match(f"(?:{COUNTS})", m.measure + m.after))
    )
    if small and not (parts.whole is None and re.search("共|总", m.before)):
        parts.counts.append(m)
        return rest
    if not m.measure:
        raise Unfit
    if parts.ratio or parts.first:
        if parts.known is not None or parts.whole is not None:
            if parts.whole is None or parts.known is not None or not re.search("共|总", clause):
                raise Unfit
            raise Unfit
        if re.search("共|总|全", m.before):
            parts.whole, parts.whole_at = m, clause
        else:
            parts.known = (clause, m)
        return rest
    if parts.whole is not None:
        raise Unfit
    parts.whole, parts.whole_at = m, clause
    if re.search(AND, m.before.replace("同学", "")) or re.search(AND, m.after.replace("同学", "")):
        parts.lists.append(clause)
    return rest


def _share(parts: Parts, m: Mention, clause: str, *, of_this: bool) -> None:
    """A share of the whole, or of what is left of it."""
    if not 0 < m.value < 1 or parts.ratio and not parts.first and parts.known:
        raise Unfit
    base = m.before
    within = re.search("(?P<of>[^，]{0,6})[中里](?:的|有|约有)?$", base)
    if (
        within is not None
        and not of_this
        and not re.search("其$|这|总|全|所有", within["of"])
        and not (
            parts.whole
            and within["of"]
            and within["of"] in parts.whole_at
            and not re.search(AND, parts.whole_at)
        )
    ):
        raise Unfit  # of some of them
    if re.search("的[^，的]{1,4}了$", base) and not _WHOLE_WORD.search(base):
        raise Unfit  # "小红的书看了2/9"
    if re.search("多|少|又|还|差", m.after):
        raise Unfit
    if re.search("比[^，]*(?:多|少|大|小|重|轻)|增|减|相当于", clause):
        raise Unfit
    of_rest = bool(re.search(REST, base))
    if of_rest and not parts.first:
        raise Unfit
    if base.endswith("的") and not of_rest:
        noun = base[:-1]
        if not _WHOLE_WORD.search(noun):
            near = noun and re.split("占|用去?|是|为|把|将|了|先", noun)[-1]
            if noun and (
                not near
                or re.search(AND, parts.whole_at)
                or near not in parts.whole_at
                and trimmed(near) not in parts.whole_at
            ):
                raise Unfit
            if not noun and not of_this:
                raise Unfit
    if m.after.startswith("的"):
        noun = m.after[1:]
        if _GROUP.match(noun):
            raise Unfit
    parts.first.append((clause, m, of_rest))


def _ratio(t: Telling, parts: Parts, clause: str, ratio: re.Match[str], before: str) -> None:
    if parts.ratio:
        raise Unfit
    parts.ratio = [num(t.marks.values[ratio[k]]) for k in "abc" if ratio[k]]
    parts.ratio_at = clause
    head, tail = clause[: ratio.start()], clause[ratio.end() :]
    head_plain = t.without_ones(head)
    rest = re.search(REST, head_plain + tail)
    parts.rest_said |= rest is not None
    for m in t.mentions(head_plain) + t.mentions(t.without_ones(tail)):
        if m.share or m.value != len(parts.ratio) or m.value.denominator != 1:
            raise Unfit
    listed = re.match(f"(?P<names>.*?{AND}.*?){NUMBER}(?:{COUNTS}|者)", head_plain)
    both = re.match(f"(?:它们|他们|她们)?这?(?:{NUMBER}|两|三)(?:{COUNTS}|者)", head_plain)
    if listed is not None and not _BY.search(head_plain):
        head_plain = listed["names"] + "的比"  # 乙、丙两种图书的数量之比
    elif both is not None and re.match(REST, before) and re.search(AND, before.replace("同学", "")):
        head_plain = re.sub(f"^(?:{REST})(?:下?的)?(?:部分)?(?:都|全)?(?:是|为)?", "", before) + "的比"
    head_plain = re.sub(f"(?:这)?{NUMBER}(?:{COUNTS})?", "", head_plain)
    tail = re.sub(f"{NUMBER}(?:{COUNTS})?", "", t.without_ones(tail))
    by = _BY.search(head_plain)
    if by is None:
        found = _RATIO_OF.fullmatch(head_plain)
        if found is None or not re.fullmatch(f"(?:{COUNTS}|完成|分配)?", tail):
            raise Unfit
        words = found["names"]
    else:
        tail = _AFTER_BY.sub("", tail)
        after = re.sub(f"(?:{REST}).*$", "", tail)
        lead = re.sub(f"^.*?(?:{REST})(?:下?的)?", "", head_plain[: by.start()])
        has = [bool(re.search(AND, x.replace("同学", ""))) for x in (lead, after)]
        if has == [True, False]:
            words = lead
        elif has == [False, True]:
            words = after
        elif (
            has == [False, False]
            and not after.strip("分配")
            and re.search(AND, before.replace("同学", ""))
            and re.match(f"{REST}", before)
        ):
            words = before
        else:
            raise Unfit
    if not quiet(re.sub(f"{REST}(?:的|下的)?", "", words)):
        raise Unfit
    parts.names = pieces(words)
    if len(set(parts.names)) != len(parts.names) or not all(parts.names):
        raise Unfit
    if len(parts.names) != len(parts.ratio):
        raise Unfit


def complete(t: Telling, parts: Parts) -> None:
    """Whether the shares and the ratio are of all that there is."""
    others = [clause for clause, _, _ in parts.first]
    for k, name in enumerate(parts.names):
        rest = parts.names[:k] + parts.names[k + 1 :]
        whole_name = [one for one in ends(name, rest) if len(one) >= len(name) - 2 and name.endswith(one)]
        if any(one in clause for one in whole_name for clause in others):
            raise Unfit  # a ratio with the part that went first
    count = len(parts.names) + len(parts.first)
    for m in parts.counts:
        if m.value != count and not (parts.rest_said and m.value == len(parts.names)):
            raise Unfit
    if not parts.rest_said and re.search("等(?![于级分候待奖])", "，".join(t.told)):
        raise Unfit  # there are others
    for clause in parts.lists:
        listed = _listed(clause)
        if (
            listed
            and all(place(n, [o for o in parts.names if o != n], clause) >= 0 for n in parts.names)
            and len(listed) not in (count, len(parts.names))
        ):
            raise Unfit
    if parts.rest_said:
        return
    if any(m.value == count for m in parts.counts):
        return
    for clause in (*parts.lists, *(c for c in t.told if c not in others and c != parts.ratio_at)):
        if len(_listed(clause)) == count and all(
            place(n, [o for o in parts.names if o != n], clause) >= 0 for n in parts.names
        ):
            return
    if _family(parts):
        return
    chain = [re.search("[a-z]{2}", x) for x in (*others, *parts.names)]
    if all(chain) and len(chain) == count:
        stations = [x[0] for x in chain if x]
        if all(a[1] == b[0] for a, b in itertools.pairwise(stations)) and re.search("全程|全长", t.text):
            return  # AB, BC and CD are the way from A to D
    raise Unfit


_ORDERS: Final = ("一二三四五六七八九", "甲乙丙丁", "abcde", "红黄蓝绿")


_ALL_GRADES: Final = ("四五六", "七八九")


def _family(parts: Parts) -> bool:
    """Whether the part that went first and those in the ratio are called alike, one after the other: 甲队, 乙队, 丙队."""
    if len(parts.first) != 1:
        return False
    first = parts.first[0][0]
    for order in _ORDERS:
        found = [
            re.match(f"(?P<a>第|高|初)?(?P<o>[{order}])(?P<b>[\u4e00-\u9fff]*)$", name)
            for name in parts.names
        ]
        for size in range(1, min(8, len(first))):
            own = re.match(f"(?:其中)?(?P<a>第|高|初)?(?P<o>[{order}])(?P<b>[\u4e00-\u9fff]*)$", first[:size])
            every = [own, *found]
            if not all(every):
                continue
            said = [x for x in every if x is not None]
            if len({x["a"] for x in said}) == 1 and len({trimmed(x["b"]) for x in said}) == 1:
                places = sorted(order.index(x["o"]) for x in said)
                spelt = "".join(order[k] for k in places)
                if places == list(range(len(places))) or spelt in _ALL_GRADES and "年级" in said[0]["b"]:
                    return True
    return False


def _listed(clause: str) -> list[str]:
    plain = clause.replace("同学", "").replace("公共", "")
    return re.split(AND, plain) if re.search(AND, plain) else []
