"""Two at one job: the one alone needs so many days less than the other, and together they need so many.

Read: two names, the difference of their times, the time together; asked are both times, or one of them. Not: shares already done (`shared_work`), wages, three workers.
"""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.topics.base import Task, Words
from solver.topics.cells import comment
from solver.topics.exams.kinds import Exam, Unfit, kind, task

_N: Final = r"(?:[甲乙丙AB]|小[\u4e00-\u9fff]|师傅|徒弟)"
_TEAM: Final = r"(?:工程队|施工队|队|组|人|车间|管|水管|机器|型机器)?"
_JOB: Final = r"(?:这项|此项|该项|这件|该)?(?:工程|工作|任务|水池|这批零件)?"
_ALONE: Final = rf"(?:单独|独自|独立)(?:完成|做|干|施工|修建|注满|加工){_JOB}(?:所需|所用|需要|需|用|要)?(?:的)?(?:时间|天数)?"
_UNIT: Final = r"(?P<unit>天|小时|时|分钟|个?月|周)"
_ZH: Final = {
    "job": (r"(?:某|有)?(?:一)?(?:项|件|个|条|批)?(?:工程|工作|任务|公路|道路|水渠|零件)(?:的)?(?:任务)?", rf"(?:现)?(?:有|由)?(?![^,。;]*,?[^,。;]*(?:多少|几))(?P<p>{_N}){_TEAM}[,和与](?P<q>{_N})(?:两)?{_TEAM}(?:共同|合作|承包|承担|完成|参与|来|要|承接)*[^,。;\d]{{0,10}}"),
    "gap": (rf"(?:已知|如果|若|某工程,?|某工程队)?(?:由)?(?P<a>{_N}){_TEAM}(?:{_ALONE})?比(?:由)?(?P<b>{_N}){_TEAM}(?:{_ALONE})?(?P<way>少|多)(?:用|需|要|需要|花)?(?P<d>\d+(?:\.\d+)?){_UNIT}",),
    "together": (
        rf"(?:若|如果|且|而|现在)?(?:由)?(?:两{_TEAM}|二者|他们|{_N}{_TEAM}[,和与]?{_N}(?:两)?{_TEAM}|两队|两人)(?:一起|共同)?(?:合作|合做|合干|同时施工|一起做|做|施工|同时开放)?,?(?:只需|恰好|正好|需要?|则|那么|可以?|要|用|共需)*(?P<t>\d+(?:\.\d+)?){_UNIT}(?:可以?|恰好|正好|就|能|才能|内)*(?:完成|做完|注满)?{_JOB}(?:全部)?{_JOB}",
    ),
    "ask": (rf"(?:问|求|则|试问)?(?:{_N}{_TEAM}[,和与]?{_N}(?:两)?{_TEAM}|两队|两人|他们)?(?:各自)?(?:{_ALONE})?,?(?P<both>各(?:自)?)(?:{_ALONE})?(?:需要?|要|用|需)?(?:多少|几)(?:天|小时|个?月|分钟|周)(?:完成|做完)?{_JOB}",),
    "ask_one": (rf"(?:问|求|则|试问)?(?P<who>{_N}){_TEAM}(?:{_ALONE})(?:需要?|要|用)?(?:多少|几)(?:天|小时|个?月|分钟|周)(?:完成|做完)?",),
}  # fmt: skip
_NAME: Final = r"(?:(?:the )?(?:(?:smaller|larger|faster|slower|first|second|new|old|newer|older) )?(?:pipe|machine|printer|tap|pump|team|crew|worker|hose)(?: [A-Z])?|(?-i:[A-Z][a-z]*))"
_JOB_EN: Final = r"(?:to (?:do|finish|complete|paint|build|fill|clean|mow|repair|plough|print|empty|harvest|dig|type) [a-z ]{2,30}?)"
_W: Final = r"(?P<unit>days?|hours?|minutes?|weeks?|months?)"
_EN: Final = {
    "gap": (
        rf"(?:working alone,? |alone,? )?(?P<a>{_NAME}) (?:can (?:do|finish|complete) (?:the|a) [a-z]+ in|takes|needs|would take) (?P<d>\d+(?:\.\d+)?) {_W} (?P<way>less|fewer|more|longer) than (?P<b>{_NAME})(?: (?:does|takes|needs))?(?: {_JOB_EN})?(?: (?:when )?(?:working )?(?:alone|on (?:its|his|her) own|by (?:itself|himself|herself)))?",
    ),
    "together": (
        rf"(?:(?:working|if they work|when they work) together,? )?(?:they|both|the two (?:[a-z]+ )?|(?:{_NAME}) and (?:{_NAME}))(?: together| working together| both)? ?(?:can (?:do|finish|complete|fill|paint|build|clean|mow|print) (?:it|the [a-z]+|the same [a-z]+) in|take|need|finish (?:it|the [a-z]+) in|complete (?:it|the [a-z]+) in|fill (?:it|the [a-z]+) in) (?P<t>\d+(?:\.\d+)?) {_W}(?: {_JOB_EN})?(?: (?:when )?(?:working )?together)?",
        rf"together,? (?:they|both|the two) ?(?:can (?:do|finish|complete|fill|paint|build|clean|mow|print) (?:it|the [a-z]+) in|take|need|finish (?:it|the [a-z]+) in|complete (?:it|the [a-z]+) in|fill (?:it|the [a-z]+) in) (?P<t>\d+(?:\.\d+)?) {_W}(?: {_JOB_EN})?",
    ),
    "ask": (r"how (?:long|many (?:days|hours|minutes)) (?:does|would|will) (?P<both>each)(?: of them| one)? (?:take|need)(?: (?:to (?:do|finish|complete|fill) (?:it|the [a-z]+)|working))?(?: (?:working )?(?:alone|on (?:its|his|her|their) own|by (?:itself|himself|herself|themselves)))?", r"find (?:how long|the time) (?P<both>each)(?: of them| one)? (?:takes|needs)(?: (?:working )?(?:alone|on (?:its|his|her|their) own))?"),
    "ask_one": (rf"how (?:long|many (?:days|hours|minutes)) (?:does|would|will) (?P<who>{_NAME}) (?:take|need)(?: to (?:do|finish|complete|fill) (?:it|the [a-z]+))?(?: (?:working )?(?:alone|on (?:its|his|her) own|by (?:itself|himself|herself)))?",),
}  # fmt: skip
_WORDS: Final = {
    "let": Words("Let the quicker one need \\(x\\) alone; then the other needs \\(x+{d}\\).", "设较快的单独完成需要 \\(x\\)，则另一方需要 \\(x+{d}\\)。"),
    "rates": Words("In one unit of time they do \\(\\frac1x\\) and \\(\\frac1{{x+{d}}}\\) of the job, together \\(\\frac1{{{t}}}\\): \\[\\frac1x+\\frac1{{x+{d}}}=\\frac1{{{t}}}\\]", "单位时间分别完成 \\(\\frac1x\\) 和 \\(\\frac1{{x+{d}}}\\)，合作完成 \\(\\frac1{{{t}}}\\)：\\[\\frac1x+\\frac1{{x+{d}}}=\\frac1{{{t}}}\\]"),
    "square": Words("Multiplied by the denominators: \\({equation}=0\\), with the positive solution \\(x={x}\\).", "去分母得 \\({equation}=0\\)，正根为 \\(x={x}\\)。"),
    "so": Words("So {who} needs \\({value}\\).", "所以{who}单独完成需要 \\({value}\\)。"),
    "code": Words("parts of the job in one unit of time", "单位时间完成的部分"),
    "method": Words("the parts of the job that both do in the time together add up to the whole", "检验两者合作期间完成的部分之和为 1"),
}  # fmt: skip


@kind(r"比.{1,24}[少多]", "zh", _ZH)
@kind(r"(?i)\bthan\b.*\btogether\b|\btogether\b.*\bthan\b", "en", _EN)
def gap(exam: Exam) -> list[Task]:
    """Two workers, one difference."""
    told, together = exam.one("gap").values, exam.one("together").values
    if (
        told["a"].lower() == told["b"].lower()
        or len(exam.asked) != 1
        or _unit(told["unit"]) != _unit(together["unit"])
    ):
        raise Unfit
    d, t = sp.Rational(told["d"]), sp.Rational(together["t"])
    x = sp.Symbol("x", positive=True)
    found = [r for r in sp.solve(x * (x + d) - t * (2 * x + d), x) if r.is_Rational]
    if len(found) != 1 or d <= 0:
        raise Unfit
    (quick,) = found
    less = told["way"] in ("少", "less", "fewer")
    times = {told["a"]: quick if less else quick + d, told["b"]: quick + d if less else quick}
    asked = exam.asked[0].values
    who = list(times) if "both" in asked else [n for n in times if n.lower() == asked["who"].lower()]
    if not who:
        raise Unfit
    if exam.language == "zh":
        who.sort(key=lambda n: {"甲": 0, "乙": 1}.get(n, 2))
    say = exam.language
    X = sp.Symbol("x")
    equation = exact_latex(sp.expand(X * (X + d) - t * (2 * X + d)))
    base = [
        _WORDS["let"].say(say, d=exact_latex(d)),
        _WORDS["rates"].say(say, d=exact_latex(d), t=exact_latex(t)),
        _WORDS["square"].say(say, equation=equation, x=exact_latex(quick)),
    ]
    tasks = list[Task]()
    for name in who:
        is_quick = times[name] == quick
        steps = [*base, _WORDS["so"].say(say, who=name, value=exact_latex(times[name]))]
        lines = (
            f"d, t = S({d}), S({t})",
            comment(_WORDS["code"].say(say)),
            "x_0 = max(solve(Eq(1/x + 1/(x + d), 1/t), x))",
            "x_0" if is_quick else "x_0 + d",
        )
        other = f"(answer + {d})" if is_quick else f"(answer - {d})"
        test = f"answer > 0 and {other} > 0 and S({t})/answer + S({t})/{other} == 1"
        tasks.append(task(exam, steps, lines, (test,), _WORDS["method"], variables="x"))
    return tasks


def _unit(written: str) -> str:
    return written.lower().rstrip("s").removeprefix("个")
