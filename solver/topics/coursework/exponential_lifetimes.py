"""Lifetimes and waiting times with an exponential law: the probability of lasting so long, perhaps given how long it has lasted.

Not: two of them, laws with an age, half-lives, units that differ.
"""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.asking import CHANCE, FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Task, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import Said
from solver.topics.coursework.kinds import LET, LET_ZH, lesson, told
from solver.topics.prepared import Prepared

_UNIT: Final = r"(?P<{}>years?|hours?|days?|minutes?|months?|weeks?|km|kilomet(?:er|re)s?|miles?)"
_THING: Final = r"(?:(?:of|for) (?:an?|the|certain|each|such|this)? ?<thing:words> ?)?"
_LIFE: Final = r"(?:(?:useful |service |working )?life(?:time|span)?|time (?:to|until|before|till) (?:failure|it fails)|waiting time|duration|service time|time)"
_LASTS: Final = r"(?:lasts?|works?|functions?|survives?|operates?|burns?|runs?|lives?|is still (?:working|functioning|operating)|waits?|takes?)"
_LASTED: Final = r"(?:lasted|worked|functioned|survived|operated|burned|burnt|run|lived|been (?:working|functioning|operating|in use|in operation|used|running|waiting)|waited|taken)"
_IT: Final = (
    r"(?:it|(?:the|a|an|such an?|this|one)(?: (?:certain|randomly (?:chosen|selected)))? (?:<{}:words> )?)"
)
TABLE_EN: Final = {
    "law": (
        rf"{LET}(?:(?:the|an?) (?:<owner:words>'s? )?)?{_LIFE}(?: ?,? ?[TX] ?,?)?(?: ?,? ?\(? ?(?:measured )?in {_UNIT.format('u0')} ?\)? ?,?)? ?{_THING}(?: ?\(? ?in {_UNIT.format('u1')} ?\)?)? ?(?:is|be|has|have|follows?) (?:an? )?(?:exponentially distributed|exponential(?:ly)?(?: (?:distribution|random variable|law))?) with (?:an? )?(?P<which>mean|average|rate|parameter|expected value|mean lifetime)(?: of| equal to)? ?(?:(?:\\lambda|λ) ?= ?)?<m:chance>(?: ?(?:per )?{_UNIT.format('u2')})?",
    ),
    "lasted": (
        rf"(?:(?:given|knowing|suppose|assuming|if|and|when)(?: that)? ?)?{_IT.format('thing2')} ?(?:has|had|have) (?:already )?{_LASTED} (?:for )?(?:(?:already|more than|at least|over) )?<s> {_UNIT.format('u3')}(?: already| so far| without failure)?",
    ),
    "asked": (
        rf"{FIND}(?:the )?(?:conditional )?{CHANCE} (?:that )?{_IT.format('thing3')} ?(?:will |can |would )?(?:still )?{_LASTS.replace('s?', 's?')} (?:for )?(?P<sign>more than|at least|longer than|over|beyond|less than|at most|fewer than|under) (?P<more>(?:another|an additional|a further|an extra) )?<t> (?P<more2>(?:more|additional|further) )?{_UNIT.format('u4')}(?P<more3> more| longer)?(?P<all> in total| in all| altogether| total)?",
        rf"{FIND}(?:the )?(?:conditional )?{CHANCE} (?:that )?{_IT.format('thing3')} ?(?:will |can |would )?(?:still )?{_LASTS} (?:for )?(?P<more>(?:another|an additional|a further|an extra) )<t> {_UNIT.format('u4')}",
        rf"{FIND}(?:the )?{CHANCE} (?:that )?{_IT.format('thing3')} ?(?:will )?fails? (?P<sign>before|within|during) (?:the )?(?:first )?<t> {_UNIT.format('u4')}",
    ),
}  # fmt: skip
_UNIT_ZH: Final = r"(?P<{}>年|小时|天|分钟|个月|公里|千米)"
_THING_ZH: Final = r"(?:某|该|这)?(?:种|类|厂生产的|个|台|件|品牌的?)?(?:电子|型号的?|品牌)?(?:元件|灯泡|零件|设备|仪器|电子元件|电器|机器|产品|部件|灯管|电池|电视机|轮胎)?"
TABLE_ZH: Final = {
    "law": (
        rf"{LET_ZH}{_THING_ZH}(?:的)?(?:使用)?寿命 ?[TX]? ?(?:\(? ?(?:单位[:：]?|以)? ?{_UNIT_ZH.format('u1')}(?:计)? ?\)?)? ?,? ?(?:是)?服从(?P<which>均值|期望|数学期望|平均值|参数)?(?:为|是)? ?(?:(?:\\lambda|λ) ?= ?)?<m:chance> ?(?:{_UNIT_ZH.format('u2')})?(?:的)?指数分布",
        rf"{LET_ZH}{_THING_ZH}(?:的)?(?:使用)?寿命 ?[TX]? ?,?服从指数分布,?(?:其|且)?(?P<which>平均寿命|均值|平均使用寿命|期望|数学期望)(?:为|是)? ?<m> ?{_UNIT_ZH.format('u2')}",
    ),
    "lasted": (rf"(?:已知|若|如果|现|在)?(?:它|{_THING_ZH})?(?:已经|已)(?:正常)?(?:使用|工作|用|运行|使用了|工作了|用了|运行了) ?(?:了)? ?<s> ?{_UNIT_ZH.format('u3')}(?:后|的条件下|的情况下|而未损坏)?",),
    "asked": (
        rf"{FIND_ZH}(?:它|{_THING_ZH})?(?P<more>还能再?|还可以?再?|还可再?|能再|再)?(?:继续)?(?:正常)?(?:使用|工作|用|运行|寿命)(?:(?P<sign>超过|大于|不少于|至少|不低于|多于|小于|不超过|少于)) ?<t> ?{_UNIT_ZH.format('u4')}(?:以上)?的概率{HOW_MUCH_ZH}",
        rf"{FIND_ZH}(?:它|{_THING_ZH})?(?:能)?(?P<more>还能再?|还可以?再?|还可再?|能再|再)?(?:继续)?(?:正常)?(?:使用|工作|用|运行|寿命)(?:在)? ?<t> ?{_UNIT_ZH.format('u4')}(?P<sign>以上)的概率{HOW_MUCH_ZH}",
    ),
}  # fmt: skip
_BELOW: Final = ("less than", "at most", "fewer than", "under", "before", "within", "during", "小于", "不超过", "少于")  # fmt: skip
_RATES: Final = ("rate", "parameter", "参数")
METHOD: Final = Words("the density was integrated", "对密度积分检验")
T: Final = sp.Symbol("t", positive=True)


@lesson(r"(?i)exponential|指数分布", en=TABLE_EN, zh=TABLE_ZH)
def lifetime(found: list[Said], say: Language) -> Task | None:
    """The probability by P(T > t) = e^{-t/m}."""
    kinds = sorted(s.kind for s in found)
    if kinds not in (["asked", "law"], ["asked", "lasted", "law"]) or found[0].kind != "law":
        return None
    law, asked = found[0], next(s for s in found if s.kind == "asked")
    lasted = next((s for s in found if s.kind == "lasted"), None)
    units = {
        s.values[u].rstrip("s") for s in found for u in ("u0", "u1", "u2", "u3", "u4") if s.values.get(u)
    }
    things = {s.values[t].lower().rstrip("s").split()[-1] for s in found for t in ("thing", "owner", "thing2", "thing3") if s.values.get(t)}  # fmt: skip
    which = law.values.get("which")
    if len(units) != 1 or len(things) > 1 or which is None or "%" in law.values["m"]:
        return None
    m = law.number("m")
    rate = m if which.lower() in _RATES else 1 / m if m else sp.S.Zero
    t, s = asked.number("t"), lasted.number("s") if lasted is not None else sp.S.Zero
    more = any((asked.values.get(w) or "").strip() for w in ("more", "more2", "more3"))
    if rate <= 0 or t <= 0 or more and (lasted is None or asked.values.get("all")):
        return None
    below = (asked.values.get("sign") or "").strip().lower() in _BELOW
    if lasted is not None and below and not more:
        return None  # of the whole life, or of what is left?
    extra = t if more or lasted is None else t - s
    if extra <= 0:
        return None
    return _task(rate, s, extra, say, below=below)


def _task(rate: sp.Expr, s: sp.Expr, extra: sp.Expr, say: Language, *, below: bool) -> Task:
    value = sp.exp(-rate * extra)
    steps = [told(say, rf"With the rate \(\lambda={latex(rate)}\) (one over the mean) the time \(T\) obeys \(P(T>t)=e^{{-\lambda t}}\).", rf"参数 \(\lambda={latex(rate)}\)（均值的倒数），\(P(T>t)=e^{{-\lambda t}}\)。")]  # fmt: skip
    if s:
        steps.append(told(say, rf"The exponential law has no memory: \[P(T>{latex(s + extra)}\mid T>{latex(s)})=\frac{{P(T>{latex(s + extra)})}}{{P(T>{latex(s)})}}=P(T>{latex(extra)})={latex(value)}\]", rf"指数分布无记忆性：\[P(T>{latex(s + extra)}\mid T>{latex(s)})=\frac{{P(T>{latex(s + extra)})}}{{P(T>{latex(s)})}}=P(T>{latex(extra)})={latex(value)}\]"))  # fmt: skip
    else:
        steps.append(told(say, rf"So \(P(T>{latex(extra)})={latex(value)}\).", rf"所以 \(P(T>{latex(extra)})={latex(value)}\)。"))  # fmt: skip
    source = f"exp({exact_source(-rate * extra)})"
    density = f"integrate({exact_source(rate)}*exp(-{exact_source(rate)}*t), (t, {exact_source(s + extra)}, oo))/integrate({exact_source(rate)}*exp(-{exact_source(rate)}*t), (t, {exact_source(s)}, oo))"
    if below:
        steps.append(told(say, rf"The opposite event has the probability \(1-{latex(value)}\).", rf"对立事件的概率为 \(1-{latex(value)}\)。"))  # fmt: skip
        source, density = f"1 - {source}", f"1 - {density}"
    lines = (comment(told(say, "the law has no memory", "指数分布的概率")), source)
    return Prepared(say, tuple(steps), cell(*lines), (f"simplify(answer - ({density})) == 0",), METHOD, letters=("t",))  # fmt: skip
