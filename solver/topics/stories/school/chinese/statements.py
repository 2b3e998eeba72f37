"""What a clause that tells says, in every way in which it can be read."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from solver.topics.stories.school.chinese.asking import questions
from solver.topics.stories.school.chinese.facts import (
    DONE,
    FRACTION_IN,
    GAIN,
    LESS,
    LOSE,
    MORE,
    NUMBER_IN,
    ODD,
    PLAIN,
    TIME,
    VERB,
    WHOLE,
    YIELD,
    Amount,
    Compared,
    Fact,
    N,
    Pair,
    Some,
    U,
    amount,
    is_scene,
    side,
    strip,
    without_ones,
)
from solver.topics.stories.school.chinese.marks import FRACTION, NUMBER, UNIT, Marks, unit_of


def read_clause(clause: str, m: Marks) -> list[list[Fact]]:
    """What a clause may say, one list of facts for each way; empty when it is not read."""
    body, lead = strip(re.sub("(?<=[^，])(?:如果|假如|若)", "", clause))
    if re.search("多少|几", body):
        return questions(body, lead, m)
    if is_scene(clause):
        return [[]]
    ways: list[list[Fact]] = []
    if FRACTION_IN.search(body):
        body = without_ones(body, m)
    if FRACTION_IN.search(body) and not NUMBER_IN.search(body):
        return [facts] if (facts := _compared(body, lead, m) or _share(body, m)) else []
    if shared := _among(body, m):
        return [shared]
    if found := re.fullmatch(
        f"([^{NUMBER[1:-1]}]{{0,12}}?){N}{U}([^{NUMBER[1:-1]}]{{0,8}}?)各[^{NUMBER[1:-1]}]{{0,4}}?{N}{U}([^{NUMBER[1:-1]}]{{0,8}})",
        body,
    ):
        who = Amount(Fraction(1), unit_of(found[3], found[4]), "", found[4], "each")
        what = Amount(m.values[found[5]], unit_of(found[6], found[7]), "", found[7], "each")
        many = amount(found[1], m.values[found[2]], found[3], found[4])
        return [[many, Pair(who, what, every=True)]] if many else []
    if found := re.fullmatch(
        f"([^{NUMBER[1:-1]}和、]{{1,6}})和([^{NUMBER[1:-1]}和、]{{1,6}}?)(?:各|都|分别都)(?:{DONE}|有|摆|站|排|买|装)?了?{N}{U}([^{NUMBER[1:-1]}]{{0,6}})",
        body,
    ):
        each = [amount(found[i], m.values[found[3]], found[4], found[5]) for i in (1, 2)]
        return [[one for one in each if one]] if all(each) else []
    if found := re.fullmatch(
        f"(?:用)?(?:剩下|余下)的钱?(?:正好|刚好|又|再|全部|都|可以|能)*买了?{N}{U}(.{{1,6}})", body
    ):
        return [[Amount(m.values[found[1]], unit_of(found[2], found[3]), "", found[3], "rest")]]
    if re.fullmatch(
        f".{{0,10}}?(?:有|买来|买回来?|买了|运来)(?:{NUMBER}|两){UNIT}.{{1,5}}", body
    ) and re.search(f"第一.*第二|{NUMBER}.(?:长|重|有).*另", m.text):
        ways.append([])
    if re.fullmatch("(?:分别)?(?:摆|放|种|栽|插|挂|站|贴)(?:放)?在.{0,8}两[侧边旁]", body):
        return [[Amount(Fraction(2), "侧", "", "", "among")]]
    if re.fullmatch(f".{{0,4}}(?:全部|都|全)?(?:{LOSE}|{DONE})(?:完|光)了?", body):
        return [[Some("rest")]]
    if re.fullmatch("(?:剩下|其余|余下)的?(?:都|全|全部)?(?:是|种|为|装|做)(?:的是)?[^多少几]{1,6}", body):
        return [[Some("rest")]]
    plain = without_ones(body, m)
    for text in dict.fromkeys((body, plain)):
        if text != body and not NUMBER_IN.search(text) and not FRACTION_IN.search(text):
            if not re.search(_NO_COUNT, text):
                ways.append([])
            continue
        for reader in (_left, _some, _compared, _pair, _amounts, _two_amounts, _bare):
            facts = reader(text, lead, m)
            if facts is not None:
                ways.append(facts)
                if reader in (_left, _some, _compared):
                    break
    return list({repr(way): way for way in ways}.values())


_NO_COUNT: Final = "每|平均|各|不|没|同样|一样|剩|共|占"


def _share(body: str, m: Marks) -> list[Fact] | None:
    """ "第一天看了全书的2/8": a part of the whole."""
    found = re.fullmatch(f"([^{FRACTION[1:-1]}]*){FRACTION}(.{{0,12}})", body)
    if (
        found is None
        or re.search("[比倍多少剩余每各]|另|其中|相当", body)
        or not m.values[body[found.end(1)]] <= 1
    ):
        return None
    label = re.sub("(?:的|了|是|占|全书|这本书|全长|全部|总数|整个|全班|它)+$", "", found[1])
    return [Amount(m.values[body[found.end(1)]], WHOLE, label, _noun(found[2]), "share")]


def _among(body: str, m: Marks) -> list[Fact] | None:
    """ "平均分给6个班": those among whom all is shared."""
    found = re.fullmatch(
        f"(?:把|将)?(?:这些|它们|他们|这批|这|其余的?|剩下的?|余下的?)?[^{NUMBER[1:-1]}剩余]{{0,6}}?(?:平均)?(?:分|放|装|摆|站|种|贴|捆|租|运|排)(?:给|到|在|成|进|入|放)*了?[^{NUMBER[1:-1]}]{{0,8}}?{N}{U}(.{{0,8}}?)(?:里|中|上)?",
        body,
    )
    if found is None or ODD.search(found[3]):
        return None
    if "平均" not in body and not re.match("(?:把|将)(?:这些|它们|这批)", body):
        return None
    role = "rest" if re.search("其余|剩|余下", body) else "among"
    return [Amount(m.values[found[1]], unit_of(found[2], found[3]), "", found[3], role)]


def _two_amounts(body: str, lead: str, m: Marks) -> list[Fact] | None:
    """ "8个班捐书656本": who, and how much they all have; "16人排成4行"."""
    if found := re.fullmatch(
        f"([^{NUMBER[1:-1]}]{{0,10}}){N}{U}([^{NUMBER[1:-1]}]{{0,8}}?)(?:平均)?(?:排成|站成|分成|围成|装成|捆成|平均分给|平均放在|平均装在){N}{U}(.{{0,6}}?)(?:里|中|上)?",
        body,
    ):
        first = amount(found[1], m.values[found[2]], found[3], found[4], lead)
        return (
            [first, Amount(m.values[found[5]], unit_of(found[6], found[7]), "", found[7], "among")]
            if first
            else None
        )
    found = re.fullmatch(
        f"([^{NUMBER[1:-1]}]{{0,10}}){N}{U}([^{NUMBER[1:-1]}]{{1,12}}){N}{U}([^{NUMBER[1:-1]}]{{0,8}})", body
    )
    if (
        found is None
        or not VERB.search(found[4])
        and not re.search("厚|重|长", found[4])
        or ODD.search(found[4])
    ):
        return None
    who = re.sub("(?:为|给|向|一共|共).*$", "", VERB.sub("", found[4]))
    first = amount(found[1], m.values[found[2]], found[3], who, lead)
    second = amount("共", m.values[found[5]], found[6], found[7])
    return [first, second] if first and second else None


def _bare(body: str, lead: str, m: Marks) -> list[Fact] | None:
    """ "小熊抱走了4": in the unit of what is asked."""
    found = re.fullmatch(f"([^{NUMBER[1:-1]}]+){N}", body)
    if found is None or not VERB.search(found[1]):
        return None
    one = amount(found[1], m.values[found[2]], "", "", lead)
    return [one] if one else None


def _left(body: str, lead: str, m: Marks) -> list[Fact] | None:
    if found := re.fullmatch(
        f"(.{{0,6}}?)(?:还)?(?:剩下|剩余|剩|余下)(?:了)?{N}{U}(.{{0,6}}?)(?:没.{{1,4}})?", body
    ):
        noun = found[4]
        return [Amount(m.values[found[2]], unit_of(found[3], noun), found[1], noun, "left")]
    if (found := re.fullmatch(f"(?:有)?{N}{U}(.{{0,6}}?)(?:没有?|未).{{1,4}}", body)) and "还" in lead:
        return [Amount(m.values[found[1]], unit_of(found[2], found[3]), "", found[3], "left")]
    lacks = f"(?:差|缺|少){N}{U}(.{{0,6}}?)(?:没.{{1,4}}|就.{{1,6}}|才.{{1,6}})?"
    if (found := re.fullmatch(lacks, body)) and "还" in lead:
        return [Amount(m.values[found[1]], unit_of(found[2], found[3]), "", found[3], "lack")]
    return None


def _some(body: str, lead: str, m: Marks) -> list[Fact] | None:
    found = re.fullmatch(
        f"(.{{0,8}}?)(?:({GAIN})|({LOSE})|({DONE}))(?:了|走|出|去|掉|下|来)*一些(.{{0,5}})", body
    )
    if found is None or ODD.search(found[1]):
        return None
    return [Some("gain" if found[2] or "又" in lead else "lose")]


def _compared(body: str, lead: str, m: Marks) -> list[Fact] | None:
    if found := re.fullmatch(
        f"([^{NUMBER[1:-1]}]{{0,12}}?)比([^{NUMBER[1:-1]}]{{1,10}}?)(?:还|要)?(?:({MORE})|({LESS}))(?:了|{DONE}|卖出|卖|用|吃|买|借出|运来)*(?:了)?{N}{U}(.{{0,6}})",
        body,
    ):
        if re.search("[每均]", found[1] + found[2]):
            return None
        sign = 1 if found[3] else -1
        return [
            Compared(
                _label(found[1]),
                _label(found[2]),
                Fraction(1),
                sign * m.values[found[5]],
                unit_of(found[6], found[7]),
                found[7],
            )
        ]
    if found := re.fullmatch(
        f"(.{{0,12}}?)(?:是|等于|相当于)(.{{1,10}}?)的?(?:{N}倍|({FRACTION}))(?:(?:还)?(多|少){N}{U})?", body
    ):
        if re.search("[每均]", found[1] + found[2]):
            return None
        times = m.values[found[3] or found[4]]
        more = m.values[found[6]] * (1 if found[5] == "多" else -1) if found[6] else Fraction(0)
        unit = unit_of(found[7], "") if found[7] else ""
        return [Compared(_label(found[1]), _label(found[2]), times, more, unit, part="其中" in lead)]
    if found := re.fullmatch(
        f"(.{{0,12}}?)(?:大约)?比(.{{1,12}}?)的?{N}倍(?:还|要)*(多|少){N}({UNIT})?", body
    ):
        more = m.values[found[5]] * (1 if found[4] == "多" else -1)
        unit = unit_of(found[6] or "", "")
        return [Compared(_label(found[1]), _label(found[2]), m.values[found[3]], more, unit, bare=not unit)]
    if found := re.fullmatch("(.{1,10}?)(?:和|与|跟)(.{1,10}?)(?:同样|一样)多", body):
        return [Compared(_label(found[1]), _label(found[2]), Fraction(1), Fraction(0), "")]
    if found := re.fullmatch(f"(?:(?:{DONE}|买|养)了?)?同样多的(.{{1,6}})", body):
        return [Compared(found[1], "", Fraction(1), Fraction(0), "")]
    return None


def _label(text: str) -> str:
    text = re.sub(
        f"^(?:还|也)|{NUMBER}{UNIT}|的?(?:数量|只数|棵数|重量|质量|年龄|价格|价钱|人数|本数|个数)$", "", text
    )
    short = re.sub(f"(?:{DONE}|卖出|卖|买|用|吃|有|养|要)?(?:了|的)*$", "", text)
    return short or text


def _pair(body: str, lead: str, m: Marks) -> list[Fact] | None:
    """So much with so much."""
    found = re.fullmatch(
        f"([^{NUMBER[1:-1]}]{{0,10}}?)(?:平均)?每({NUMBER})?{U}([^{NUMBER[1:-1]}]{{0,10}}?){N}{U}([^{NUMBER[1:-1]}]{{0,10}})",
        body,
    )
    if found:
        k = m.values[found[2]] if found[2] else Fraction(1)
        one = side(found[4])
        if one is None or ODD.search(PLAIN.sub("", found[7])):
            return None
        label = found[1] if not re.search("[比是]", found[1]) else None
        if label is None:
            return None
        left = Amount(k, unit_of(found[3], one[0]), label, one[0], "each")
        right = Amount(
            m.values[found[5]], unit_of(found[6], found[7] or one[1]), "", _noun(found[7]) or one[1], "each"
        )
        return [Pair(left, right, every=True)]
    if found := re.fullmatch(
        f"(.{{0,10}}?)(?:单价|价格|售价|定价|卖)?(?:是|为)?{N}(元)(?:每|{NUMBER}){U}", body
    ):
        if body[found.start(3) + 1] != "每" and m.values[body[found.start(3) + 1]] != 1:
            return None
        noun = re.sub("^买", "", found[1])
        return [
            Pair(
                Amount(Fraction(1), unit_of(found[4], noun), "", noun, "each"),
                Amount(m.values[found[2]], "元", "", "", "each"),
            )
        ]
    if found := re.fullmatch(
        f"([^{NUMBER[1:-1]}]{{0,6}}?){N}{U}([^{NUMBER[1:-1]}]{{0,12}}?){N}{U}([^{NUMBER[1:-1]}]{{0,8}})", body
    ):
        a, b = m.values[found[2]], m.values[found[5]]
        time = unit_of(found[3], "") in TIME
        if not (
            1 in (a, b) or time or re.search(YIELD, found[4]) or found[3] == "元" and "买" in found[4]
        ) or re.search("[是比、和与]", found[1]):
            return None
        one = side(found[4])
        if one is None or ODD.search(found[1]) or ODD.search(found[7]):
            return None
        left = Amount(a, unit_of(found[3], one[0]), found[1], one[0], "each")
        return [
            Pair(
                left, Amount(b, unit_of(found[6], found[7] or one[1]), "", _noun(found[7]) or one[1], "each")
            )
        ]
    return None


def _noun(post: str) -> str:
    return re.sub("(?:参加|去|住|来|进行|可以|能).*$", "", post)


def _amounts(body: str, lead: str, m: Marks) -> list[Fact] | None:
    """Amounts, several of one kind joined: "男生20人和女生25人"."""
    parts = (
        re.split(f"(?<!^)(?:、|和)(?=[^{NUMBER[1:-1]}]*{NUMBER})", body)
        if len(NUMBER_IN.findall(body)) > 1
        else [body]
    )
    facts: list[Fact] = []
    before = ""
    for part in parts:
        found = re.fullmatch(f"([^{NUMBER[1:-1]}]*){N}{U}?([^{NUMBER[1:-1]}]*)", part)
        if found is None or not found[3] and not facts:
            return None
        one = amount(found[1], m.values[found[2]], found[3] or "", found[4], lead)
        if one is None:
            return None
        if facts and one.role == "have" and isinstance(facts[0], Amount):
            one = Amount(one.value, one.unit, one.label, one.noun, facts[0].role, one.marks)
        facts.append(one)
        before = one.label or before
    return facts or None
