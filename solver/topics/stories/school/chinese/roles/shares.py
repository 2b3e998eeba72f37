"""A whole of which a share goes first (and a share of what is left), the rest falls into parts in a ratio.

    part_i = (W − W·f) · a_i / (a_1 + a_2 + …)

Asked: parts, their difference, or the whole from one of them. All that the whole consists of must be told: the rest is named as the
rest, or the parts are listed or counted. Not read: shares of a part, ratios with the part that went first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from solver.topics.stories.school.chinese.marks import FRACTION, NUMBER, SCALES, UNIT, unit_of
from solver.topics.stories.school.chinese.roles.names import ends, meant, pieces, place, trimmed
from solver.topics.stories.school.chinese.roles.telling import AND, REST, Mention, Telling, quiet
from solver.topics.stories.school.working import Term, Unfit, Working, num

_RATIO: Final = re.compile(f"(?P<a>{NUMBER})比(?P<b>{NUMBER})(?:比(?P<c>{NUMBER}))?")
_RATIO_OF: Final = re.compile(
    f"(?P<names>[^{NUMBER[1:-1]}]+?{AND}[^{NUMBER[1:-1]}]+?)(?:(?:的|之)(?:[^的，]{{0,4}}(?:的|之)?)?)?比(?:例|值)?(?:就?是|为|等于)?$"
)
_BY: Final = re.compile("按照?|依照|依")
_AFTER_BY: Final = re.compile("^(?:的?[^，]{0,4}?比例?(?=[^例])|的份数)?")
_WHOLE_WORD: Final = re.compile("总|全|其中|这|它|整|所有|一共")
_OF_SHARE: Final = re.compile("(?:占(?:了|到)?|正好是|恰好是|就?是|为|等于|用(?:去|掉|了)?|把|将|先|又|再|[^，]{0,8}?(?:了|走|掉|去|出|得|到|拿|给))$")
_THOSE: Final = re.compile("^(?:的)?(?:人|同学|学生|家庭|家|面积|时间|钱|员工|职工|工人|居民|游客|观众|顾客|土地|地|部分|书|产品|任务)?")
_NO_OTHERS: Final = re.compile("(?:没有?|无|不)[^，]{0,4}(?:别的|其他|其它|另外)|只有?这[^，]{0,3}[种类个组样]")
_EACH_ONE: Final = re.compile("每(?:人|户|家|位|个|名)?[^，]{0,4}[只都]?[^，]{0,4}(?:一|[\ue000-\ue7ff])?[种个组项类][^，\ue000-\ue7ff]{0,4}")
_GROUP: Final = re.compile("女|男|老人|儿童|成人|其他|新|旧")
_COMPARED: Final = re.compile(f"^(?P<x>.+?)比(?P<y>.+?)(?P<s>多|少|重|轻|长|短|大|小)")
_COUNTS: Final = "种|个班|个|类|天|部分|组|人|队|位|块|段|项|家|科|周|次|批|方面|名|班|层|方向"


@dataclass(slots=True)
class _Parts:
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


def shares(t: Telling) -> Working:
    """The working of a story of shares and a ratio.

    Raises:
        Unfit: it is none, or is not understood.
    """
    parts = _Parts()
    before = ""
    t = _complement(t)
    for i, clause in enumerate(t.told):
        _tell(t, parts, clause, i, before)
        before = clause
    if not parts.first or not parts.ratio or len(parts.names) != len(parts.ratio):
        raise Unfit
    _complete(t, parts)
    return _solve(t, parts)


def _complement(t: Telling) -> Telling:
    """ "会游泳的占36%，不会游泳的学生中": those who do not are the rest."""
    told = "，".join(c for c in t.told if re.search(FRACTION, c))

    def rest(match: re.Match[str]) -> str:
        return "其余的" if match[1] in told else match[0]

    negated = re.compile("(?:不|没有?|未)([\u4e00-\u9fff]{2,6}?)的(?:[\u4e00-\u9fff]{1,3}[中里](?=[^，]))?")
    return replace(t, told=tuple(c if re.search(FRACTION, c) else negated.sub(rest, c) for c in t.told), asked=tuple(negated.sub(rest, c) for c in t.asked))


def _tell(t: Telling, parts: _Parts, clause: str, at: int, before: str) -> None:
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
    of_this = parts.whole is None and re.search(f"{NUMBER}{UNIT}(?:[^，{NUMBER[1:-1]}]{{0,6}}[中里])?的?{FRACTION}", plain) is not None
    if of_this:  # "8000元的30%"
        rest = _number(parts, found[0], rest, plain)
        found = found[1:]
    for m in portions:
        _share(t, parts, m, plain, of_this=of_this)
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


def _number(parts: _Parts, m: Mention, rest: str, clause: str) -> str:
    """A number that is no share: the whole, a part that is known, or how many parts there are."""
    rest, known = re.subn(NUMBER, "", rest, count=1)
    if not known:
        raise Unfit
    small = m.value.denominator == 1 and 2 <= m.value <= 6 and (not m.measure or re.match(f"(?:{_COUNTS})", m.measure + m.after))
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


def _share(t: Telling, parts: _Parts, m: Mention, clause: str, *, of_this: bool) -> None:
    """A share of the whole, or of what is left of it."""
    if not 0 < m.value < 1 or parts.ratio and not parts.first and parts.known:
        raise Unfit
    base = m.before
    within = re.search("(?P<of>[^，]{0,6})[中里](?:的|有|约有)?$", base)
    if within is not None and not of_this and not re.search("其$|这|总|全|所有", within["of"]) and not (parts.whole and within["of"] and within["of"] in parts.whole_at and not re.search(AND, parts.whole_at)):
        raise Unfit  # of some of them
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
            if noun and (not near or re.search(AND, parts.whole_at) or near not in parts.whole_at and trimmed(near) not in parts.whole_at):
                raise Unfit
            if not noun and not of_this:
                raise Unfit
    if m.after.startswith("的"):
        noun = m.after[1:]
        if _GROUP.match(noun):
            raise Unfit
    parts.first.append((clause, m, of_rest))


def _ratio(t: Telling, parts: _Parts, clause: str, ratio: re.Match[str], before: str) -> None:
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
    listed = re.match(f"(?P<names>.*?{AND}.*?){NUMBER}(?:{_COUNTS}|者)", head_plain)
    both = re.match(f"(?:它们|他们|她们)?这?(?:{NUMBER}|两|三)(?:{_COUNTS}|者)", head_plain)
    if listed is not None and not _BY.search(head_plain):
        head_plain = listed["names"] + "的比"  # 乙、丙两种图书的数量之比
    elif both is not None and re.match(REST, before) and re.search(AND, before.replace("同学", "")):
        head_plain = re.sub(f"^(?:{REST})(?:下?的)?(?:部分)?(?:都|全)?(?:是|为)?", "", before) + "的比"
    head_plain = re.sub(f"(?:这)?{NUMBER}(?:{_COUNTS})?", "", head_plain)
    tail = re.sub(f"{NUMBER}(?:{_COUNTS})?", "", t.without_ones(tail))
    by = _BY.search(head_plain)
    if by is None:
        found = _RATIO_OF.fullmatch(head_plain)
        if found is None or not re.fullmatch(f"(?:{_COUNTS}|完成|分配)?", tail):
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
        elif has == [False, False] and not after.strip("分配") and re.search(AND, before.replace("同学", "")) and re.match(f"{REST}", before):
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


def _complete(t: Telling, parts: _Parts) -> None:
    """Whether the shares and the ratio are of all that there is."""
    others = [clause for clause, _, _ in parts.first]
    for k, name in enumerate(parts.names):
        rest = parts.names[:k] + parts.names[k + 1 :]
        whole_name = [one for one in ends(name, rest) if len(one) >= len(name) - 2 and name.endswith(one)]
        if any(one in clause for one in whole_name for clause in others):
            raise Unfit  # a ratio with the part that went first
    count = len(parts.names) + len(parts.first)
    for m in parts.counts:
        if m.value != count and m.value != len(parts.names):
            raise Unfit
    for clause in parts.lists:
        listed = _listed(clause)
        if listed and all(place(n, [o for o in parts.names if o != n], clause) >= 0 for n in parts.names) and len(listed) not in (count, len(parts.names)):
            raise Unfit
    if parts.rest_said:
        return
    if any(m.value == count for m in parts.counts):
        return
    for clause in (*parts.lists, *(c for c in t.told if c not in others and c != parts.ratio_at)):
        if len(_listed(clause)) == count and all(place(n, [o for o in parts.names if o != n], clause) >= 0 for n in parts.names):
            return
    if _family(parts):
        return
    chain = [re.search("[a-z]{2}", x) for x in (*others, *parts.names)]
    if all(chain) and len(chain) == count:
        stations = [x[0] for x in chain if x]
        if all(a[1] == b[0] for a, b in zip(stations, stations[1:], strict=False)) and re.search("全程|全长", t.text):
            return  # AB, BC and CD are the way from A to D
    raise Unfit


_ORDERS: Final = ("一二三四五六七八九", "甲乙丙丁", "abcde", "红黄蓝绿")
_ALL_GRADES: Final = ("四五六", "七八九")


def _family(parts: _Parts) -> bool:
    """Whether the part that went first and those in the ratio are called alike, one after the other: 甲队, 乙队, 丙队."""
    if len(parts.first) != 1:
        return False
    first = parts.first[0][0]
    for order in _ORDERS:
        found = [re.match(f"(?P<a>第|高|初)?(?P<o>[{order}])(?P<b>[\u4e00-\u9fff]*)$", name) for name in parts.names]
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


def _solve(t: Telling, parts: _Parts) -> Working:
    work = Working()
    unit = parts.whole.unit if parts.whole else parts.known[1].unit if parts.known else ""
    question = "，".join(t.asked)
    asked = re.search(f"(?:多少|几)(?P<w>万)?(?P<u>{UNIT}|钱|块钱)?", question)
    wanted = unit_of(asked["u"], question) if asked and asked["u"] else ""
    words = re.sub(f"(?:多少|几)万?(?:{UNIT})?", "", question)
    if re.search(NUMBER, re.sub(f"(?:这)?{NUMBER}(?:{_COUNTS})", "", t.without_ones(words))) or re.search("倍|占|百分|分之", words):
        raise Unfit
    named = meant(parts.names, words)
    if parts.whole is None:
        _whole(t, parts, work, unit, wanted, named, words)
        return work
    if parts.known is not None:
        raise Unfit
    rest = num(parts.whole.value)
    total = rest
    for clause, m, of_rest in parts.first:
        base = rest if of_rest else total
        gone = work.step(f"根据“{t.shown(clause)}”，这一部分是多少", base * num(m.value), unit)
        rest = work.step("剩下的是多少", rest - gone, unit)
    if rest.value <= 0:
        raise Unfit
    found = _divided(work, parts, rest, unit)
    compared = _COMPARED.match(words)
    if compared is not None:
        pair = [meant(parts.names, compared[k]) for k in "xy"]
        if any(len(p) != 1 for p in pair) or pair[0] == pair[1]:
            raise Unfit
        high, low = found[pair[0][0]], found[pair[1][0]]
        if compared["s"] in "少轻短小":
            high, low = low, high
        term = work.step("相差多少", high - low, unit)
        _give(work, term, unit, wanted, asked, "相差的数量")
        return work
    if re.search("一共|总共|合计|共(?!同)|剩|比|还|相差|原", words.replace("公共", "")) or not named:
        raise Unfit
    if len(named) > 1 and not re.search("各|分别|各自", words) and len(t.asked) < len(named):
        raise Unfit
    for k, name in enumerate(named):
        work.asked_again = k > 0
        _give(work, found[name], unit, wanted, asked, trimmed(name))
    return work


def _divided(work: Working, parts: _Parts, rest: Term, unit: str) -> dict[str, Term]:
    shares_ = parts.ratio[0]
    for one in parts.ratio[1:]:
        shares_ = shares_ + one
    whole = work.step("剩下的一共分成几份", shares_, "份")
    return {
        name: work.step(f"{name}占 {count.tex} 份", rest * count / whole, unit)
        for name, count in zip(parts.names, parts.ratio, strict=True)
    }


def _whole(t: Telling, parts: _Parts, work: Working, unit: str, wanted: str, named: list[str], words: str) -> None:
    """The whole from one of the parts in the ratio."""
    if parts.known is None or named or len(t.asked) != 1:
        raise Unfit
    clause, m = parts.known
    part = meant(parts.names, clause)
    if len(part) != 1 or not re.search("一共|总共|共|总|全|原来|这|多少$", words) or wanted and wanted != unit:
        raise Unfit
    if re.search("剩|比|还", words) or any(of_rest for _, _, of_rest in parts.first):
        raise Unfit
    left = num(1)
    for _, portion, _ in parts.first:
        left = work.step("剩下的占总数的几分之几", left - num(portion.value))
    if left.value <= 0:
        raise Unfit
    shares_ = parts.ratio[0]
    for one in parts.ratio[1:]:
        shares_ = shares_ + one
    count = parts.ratio[parts.names.index(part[0])]
    fraction = work.step(f"{part[0]}占总数的几分之几", left * count / work.step("剩下的一共分成几份", shares_, "份"))
    total = work.step("总数是多少", num(m.value) / fraction, unit)
    _whole_number(total, unit)
    work.give(total, unit, "总数")


def _give(work: Working, term: Term, unit: str, wanted: str, asked: re.Match[str] | None, label: str) -> None:
    if asked is not None and asked["w"]:
        if unit != wanted and wanted:
            raise Unfit
        work.give(work.step(f"换成万{unit}", term / num(10000), f"万{unit}"), f"万{unit}", label)
        return
    if wanted in ("钱", "块钱"):
        wanted = "元"
    if wanted and wanted != unit:
        if unit not in SCALES or wanted not in SCALES or SCALES[unit][0] != SCALES[wanted][0]:
            raise Unfit
        factor = SCALES[unit][1] / SCALES[wanted][1]
        term = work.step(f"把{unit}换成{wanted}", term * num(factor) if factor > 1 else term / num(1 / factor), wanted)
        unit = wanted
    _whole_number(term, unit)
    work.give(term, unit, label)


def _whole_number(term: Term, unit: str) -> None:
    if unit not in SCALES and unit not in ("元", "亩", "度") and term.value.denominator != 1:
        raise Unfit
