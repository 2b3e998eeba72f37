"""Buses of two sizes for the same people: so many are left without a seat with the one, so many seats or buses are left over with the other.

Read: the seats of both kinds, what is left over with each, whole buses; asked are the people or the buses. Not: prices, both kinds at once.
"""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.topics.asking import FIND
from solver.topics.base import Task, Words
from solver.topics.cells import comment
from solver.topics.exams.kinds import Exam, Unfit, kind, task

_CAR: Final = r"(?:客车|大巴车?|汽车|校车|大客车|中巴车?|面包车|大型客车|车|船|小船)"
_WHO: Final = r"(?:(?:七|八|九|六|五|四)年级|某校|某中学|学校|某学校|初[一二三]|育才中学)?(?:的)?(?:师生|学生|同学|老师和学生|全体师生|全体学生|组织[^,。;\d]{2,16}|一批学生)"
_SEATS: Final = rf"(?:(?P<s>\d+)座(?:位)?的?(?:甲种|乙种|[AB]型)?{_CAR}|(?:每辆|每车)?(?:可)?(?:坐|乘)(?P<t>\d+)人的?{_CAR})"
_LEFT: Final = (
    r"(?:则|那么|就)?(?:会)?(?:有)?(?P<out>\d+)(?:人|名学生|名师生|个人|名同学)(?:没有|没|无)(?:座位|座|车坐)"
)
_FULL: Final = r"(?:则|那么|就)?(?:客车|车)?(?:恰好|刚好|正好|都)(?:全部)?(?:坐满|全部坐下)"
_FEWER: Final = r"(?:则|那么|就)?(?:可以?|能)?(?:少租|多出|空出|少用)(?P<less>\d+|一|两)辆(?:车|客车)?,?(?:且|并且|而且|而)?(?:其余|其他|其它|剩余)?(?:客车|车)?(?:恰好|刚好|正好|都)?(?:全部|都)?(?:坐满|全部坐满)"
_EMPTY: Final = r"(?:则|那么|就)?(?:还)?(?:会)?(?:空|多|余|剩)(?:余|出)?(?P<free>\d+)个?(?:空)?座位?"
_EMPTY_FEWER: Final = r"(?:则|那么|就)?(?:可以?|能)?(?:少租)(?P<less>\d+|一|两)辆(?:车|客车)?,?(?:且|并且|而且|而)?(?:还)?(?:空|多|余|剩)(?:余|出)?(?P<free>\d+)个?(?:空)?座位?"
_HIRE: Final = rf"(?:若|如果|当)?(?:全部|单独|只)?(?:租用|租|乘坐|用)(?:同样数量的?|相同数量的?|同样多的?)?{_SEATS}(?:若干辆)?"
_ZH: Final = {
    "idle": (rf"(?![^,。;]*(?:多少|几))(?:现)?(?:有)?{_WHO}(?:外出|去|到|乘车|集体|准备|计划|打算|要|参加|组织|进行|,)*[^,。;\d]{{0,14}}",),
    "hire": tuple(rf"{_HIRE},?{what}" for what in (_LEFT, _FULL, _FEWER, _EMPTY, _EMPTY_FEWER)),
    "ask_people": (r"(?:求|问|则|试问)?(?:参加|外出|去|这次)?[^,。;?\d]{0,10}?(?:的)?(?:师生|学生|同学|人)?(?:一共|共|总共)?(?:有|是)?(?:多少|几)(?:人|名学生|名师生|名同学|名)", r"(?:求|问)(?:参加)?[^,。;?\d]{0,8}?(?:的)?(?:师生|学生|同学|人)?(?:总)?人数(?:是多少)?"),
    "ask_buses": (rf"(?:求|问|则)?(?:原计划)?(?:需要?|要)?(?:租用|租)(?P<u>\d+)座(?:的)?{_CAR}(?:多少|几)辆", rf"(?:求|问|则)?(?P<u>\d+)座(?:的)?{_CAR}(?:租了?|有)?(?:多少|几)辆"),
}  # fmt: skip
_V: Final = r"(?:buses|coaches|minibuses|vans|cars|boats)"
_P: Final = r"(?:people|students|pupils|children|passengers)"
_EN: Final = {
    "idle": (r"(?:a|the) (?:school|class|group|club|year group)[a-z' ]{0,40}(?:is|are|plans?|goes|going|hires?|wants?)[a-z' ]{0,30}",),
    "hire": tuple(
        rf"if (?:(?:it|they|the school|she|he) (?:uses?|hires?|rents?|takes?) )?(?:the same number of )?(?P<s>\d+)[- ]seat(?:er)? {_V} (?:(?:are|is) (?:used|hired|rented|taken) ?)?,? ?(?:then )?{what}"
        for what in (
            rf"(?P<out>\d+) {_P} (?:have no|are without a|will have no|do not have a|will not have a) seats?",
            r"(?:they|all of them|every bus|all the buses) (?:are|is) (?:exactly )?full",
            r"(?P<less>\d+|one|two) fewer (?:buses|bus|coaches|coach|is|are)? ?(?:is |are )?(?:needed )?(?:and|,) (?:they|all of them|the buses|all seats|every seat) (?:are|is) (?:exactly |all )?(?:full|filled|taken)",
            r"(?P<free>\d+) seats (?:are|remain|will be) (?:left )?(?:empty|free|unused)",
        )
    ),
    "ask_people": (rf"how many {_P} (?:are there|are going|go|are in the group)(?: on the trip| altogether| in total)?", rf"{FIND}the number of {_P}"),
}  # fmt: skip
_WORDS: Final = {
    "let": Words("Let \\(x\\) be the number of buses with \\({s}\\) seats. Then the people are \\({one}\\).", "设租 \\({s}\\) 座客车 \\(x\\) 辆，则人数为 \\({one}\\)。"),
    "same": Words("With the other kind they are \\({other}\\), so \\[{one}={other}\\]", "用另一种客车，人数为 \\({other}\\)，所以 \\[{one}={other}\\]"),
    "so": Words("So \\(x={x}\\), and the people are \\({people}\\).", "解得 \\(x={x}\\)，人数为 \\({people}\\)。"),
    "code": Words("the same people both times", "两次人数相同"),
    "method": Words("the people were seated again in both kinds of buses", "把人数代回两种租车方案检验"),
}  # fmt: skip
_SMALL: Final = {"一": 1, "两": 2, "one": 1, "two": 2}


@kind(r"座", "zh", _ZH)
@kind(r"(?i)\bseat", "en", _EN)
def buses(exam: Exam) -> list[Task]:
    """Two ways to hire."""
    ways = exam.all("hire")
    if len(ways) != 2 or len(exam.asked) > 2:
        raise Unfit
    x, sides, seats = sp.Symbol("x"), list[sp.Expr](), list[int]()
    changes = list[int]()
    for way in ways:
        s = int(way.values.get("s") or way.values["t"])
        less = way.values.get("less")
        fewer = 0 if less is None else _SMALL.get(less.lower()) or int(less)
        rest = int(way.values.get("out", 0)) - int(way.values.get("free", 0))
        seats.append(s)
        changes.append(fewer)
        sides.append(sp.Mul(s, x - fewer, evaluate=False) + rest if fewer else s * x + rest)
    if changes[0] or seats[0] == seats[1]:
        raise Unfit
    found = sp.solve(sides[0] - sides[1], x)
    if len(found) != 1 or not found[0].is_Integer or found[0] - changes[1] <= 0:
        raise Unfit
    (count,) = found
    people = sides[0].subs(x, count)
    rest = people - seats[0] * count
    if people <= 0 or -rest >= seats[0] or seats[1] * (count - changes[1]) - people >= seats[1]:
        raise Unfit  # a bus would stay empty
    say = exam.language
    one, other = exact_latex(sides[0]), exact_latex(sides[1])
    steps = [
        _WORDS["let"].say(say, s=seats[0], one=one),
        _WORDS["same"].say(say, one=one, other=other),
        _WORDS["so"].say(say, x=count, people=people),
    ]
    base = [
        comment(_WORDS["code"].say(say)),
        f"x_0 = solve(Eq({sp.sstr(sides[0])}, {sp.sstr(sides[1])}), x)[0]",
    ]
    tasks = list[Task]()
    for asked in exam.asked:
        if asked.kind == "ask_people":
            end, number = f"{seats[0]}*x_0 + {rest}", "answer"
        else:
            u = int(asked.values["u"])
            if u not in seats:
                raise Unfit
            fewer = changes[seats.index(u)]
            end, number = f"x_0 - {fewer}", f"{seats[0]}*(answer + {fewer}) + {rest}"
        again = sp.sstr(sides[1].subs(x, count) - people)
        test = f"({number} - ({rest})) % {seats[0]} == 0 and {number} == {seats[1]}*(({number} - ({rest})) / {seats[0]} - {changes[1]}) + {sp.sstr(sp.expand(sides[1]).subs(x, 0) + seats[1] * changes[1])} and {again} == 0"
        tasks.append(task(exam, steps, (*base, end), (test,), _WORDS["method"], variables="x"))
    return tasks
