"""Missing values of a mean: some values and the mean of all are known, or the means of two groups. Not read: weights, values counted twice."""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.topics.clauses import Said
from solver.topics.stories.contests.kinds import Solved, Unclear, answered, every, made

_V: Final = r"\d+(?:\.\d+)?(?: ?\\?%)?"
_ROW: Final = rf"(?P<row>{_V}(?: ?, {_V})* ?,? and {_V}|{_V}(?: ?, {_V})+)"
_TEST: Final = r"(?:test|quiz|exam|number|game|paper|weight|score|integer)"
_TH: Final = r"(?:fifth|sixth|seventh|eighth|fourth|third|[3-9](?:rd|th))"
_MEAN: Final = r"(?:(?:arithmetic )?mean|average|average \( ?mean ?\)|overall average|mean \( ?average ?\))"
_WHO: Final = r"(?:<who:word>|she|he|i|they)"


@made(
    r"\bmean\b|\baverages?\b",
    "en",
    {
        "values": (
            rf"{_WHO} scored {_ROW} points on the first <m> {_TEST}s(?: of the [a-z]+)?",
            rf"{_WHO} has the following {_TEST} scores : {_ROW}",
            rf"<m> of the(?:se)? {_TEST}s are {_ROW}",
            rf"the (?:<m> )?(?:{_TEST}s? |{_TEST} papers |ones )(?:that )?(?:she|he) can find have (?:scores|grades) of (?:exactly )?{_ROW}",
        ),
        "left": (rf"there (?:is|are) <r> {_TEST}s? remaining", rf"(?:however , )?(?:she|he) has misplaced <r> of these {_TEST}(?:s|zes|es)?"),
        "goal": (
            rf"(?:<who:word> knows that )?the {_MEAN} of (?:<who2:word>|her|his|my)? ?<n> (?:{_TEST} scores|{_TEST}s|{_TEST}zes) is <g>(?: ?\\?%)?",
            rf"<who:word> earned a (?:grade|mean|average) of exactly <g> ?\\?% for a marking period based on <n> equally weighed {_TEST}s",
        ),
        "ask": (
            rf"what is the minimum number of points that <who:word> must score on the final {_TEST} in order to have a {_MEAN} of <g> points for the <n> {_TEST}s",
            rf"what must the (?P<sum>sum) of (?:her|his) next <r> {_TEST} scores be in order to have an? {_MEAN} of <g>",
            rf"what is (?:the value of )?the (?P<one>{_TH}|other|remaining|missing) {_TEST}",
            rf"what is (?:her|his) (?:score|grade) on the misplaced {_TEST}",
            rf"what is the (?P<sum>sum) of the (?:percent )?scores of the <r> missing (?:grades|{_TEST}s)",
        ),
    },
)  # fmt: skip
def _missing(found: list[Said]) -> Solved:
    if any(len(every(found, kind)) > 1 for kind in ("values", "left", "goal", "ask")):
        raise Unclear
    told = {s.kind: s.values for s in found}
    if not {"values", "ask"} <= set(told) or found[-1].kind != "ask":
        raise Unclear
    row = [sp.Rational(v.rstrip("\\% ")) for v in re.findall(_V, told["values"]["row"])]
    goal = told.get("goal", told["ask"])
    if "g" not in goal or "goal" in told and "g" in told["ask"]:
        raise Unclear
    rest = [int(told[k]["r"]) for k in ("left", "ask") if k in told and "r" in told[k]]
    whole = int(goal["n"]) if "n" in goal else len(row) + rest[0] if rest else 0
    missing = whole - len(row)
    if missing < 1 or any(r != missing for r in rest) or told["values"].get("m") not in (None, str(len(row))):
        raise Unclear
    if "sum" not in told["ask"] and missing != 1:
        raise Unclear
    one = re.match(r"\d", told["ask"].get("one") or "")
    mean = sp.Rational(re.sub(r"[\\% ]", "", goal["g"]))
    value = mean * whole - sum(row)
    if value < 0 or one and int(told["ask"]["one"][0]) != whole:
        raise Unclear
    listed = "+".join(exact_latex(v) for v in row)
    steps = (
        rf"All \({whole}\) together are the mean times their number: \({exact_latex(mean)}\cdot {whole}={exact_latex(mean * whole)}\).",
        rf"The known ones together: \({listed}={exact_latex(sum(row))}\).",
        rf"So what is missing is \({exact_latex(mean * whole)}-{exact_latex(sum(row))}={exact_latex(value)}\).",
    )
    known = ", ".join(f"Rational('{v}')" for v in row)
    lines = (f"known = [{known}]", f"Rational('{mean}')*{whole} - sum(known)")
    checked = (f"known = [{known}]", f"(sum(known) + claimed) / {whole} == Rational('{mean}')")
    return answered(value, steps, lines, checked, "Compute the mean with the claimed value.")


@made(
    r"\baverages?\b|\bmean\b",
    "en",
    {
        "group": (
            r"<n> students average <g>(?: on a [a-z]+)?", r"another group of <n> students averages? <g>",
            rf"the {_MEAN} of <n> (?:other )?numbers is <g>",
        ),
        "ask": (r"find the overall average", rf"what is the {_MEAN} of all(?: <all>)?(?: numbers| students)?"),
    },
)  # fmt: skip
def _two_groups(found: list[Said]) -> Solved:
    groups, ask = every(found, "group"), every(found, "ask")
    if len(groups) != 2 or len(ask) != 1 or found[-1] is not ask[0]:
        raise Unclear
    (a, x), (b, y) = ((g.number("n"), g.number("g")) for g in groups)
    if ask[0].values.get("all") not in (None, str(a + b)):
        raise Unclear
    value = (a * x + b * y) / (a + b)
    steps = (
        rf"All values together: \({a}\cdot {exact_latex(x)}+{b}\cdot {exact_latex(y)}={exact_latex(a * x + b * y)}\).",
        rf"There are \({a}+{b}={a + b}\) of them, so the mean is \[\frac{{{exact_latex(a * x + b * y)}}}{{{a + b}}}={exact_latex(value)}\]",
    )
    lines = (f"({a}*Rational('{x}') + {b}*Rational('{y}')) / {a + b}",)
    checked = (f"{a}*(claimed - Rational('{x}')) + {b}*(claimed - Rational('{y}')) == 0",)
    return answered(value, steps, lines, checked, "What the values are below the mean in one group has to be what they are above it in the other.")  # fmt: skip
