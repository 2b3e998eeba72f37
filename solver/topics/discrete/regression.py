"""The regression line of y on x by least squares, for data that are listed; or the value that it predicts.

Read: three to twelve points, or the two rows of a table. Not: correlation coefficients, lines drawn by eye, residuals.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.latex import exact_latex, values_in
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared
from solver.topics.rationals import terminating_decimal
from solver.topics.two_questions import SeveralQuestions

_NUMBER: Final = r"-?\d+(?:\.\d+)?"
_POINT: Final = rf"\$?\(\s*{_NUMBER}\s*,\s*{_NUMBER}\s*\)\$?"
_POINTS: Final = re.compile(rf"{_POINT}(?:(?:\s|,|;|、|and|和)*{_POINT}){{2,11}}")
_LIST: Final = rf"\$?({_NUMBER}(?:\s*(?:,|、|\s)\s*(?:and\s+)?{_NUMBER}){{2,11}})\$?"
_ROWS: Final = re.compile(
    rf"\$?x\$?\s*(?:[:=|]|的值(?:为|是|:)|(?:依次|分别)?(?:取|为|是))?\s*{_LIST}\s*(?:时|[;,.。|]|and|\s)*\$?(?:对应的)?y\$?\s*(?:[:=|]|的值(?:依次|分别)?(?:为|是|:)|(?:依次|分别|对应)*(?:取|为|是))?\s*{_LIST}"
)
_D: Final = r"\s*(?:DATA)\s*"
_LINE: Final = r"(?:the\s+)?(?:equation\s+of\s+)?(?:the\s+)?(?:least[- ]squares?\s+)?(?:linear\s+)?(?:regression\s+(?:line|equation)|line\s+of\s+(?:linear\s+)?regression|(?<=squares )line(?:\s+of\s+best\s+fit)?)(?:\s+equation)?(?:\s+of\s+\$?y\$?\s+on\s+\$?x\$?)?"
_FIND: Final = r"(?:find|determine|calculate|compute|work\s+out|obtain|what\s+is|give)"
_SET: Final = r"(?:the\s+|these\s+|this\s+)?(?:following\s+)?(?:data(?:\s+points|\s+set)?|points|set\s+of\s+data|pairs|table)?"
_HEAD: Final = rf"(?:(?:the|a|this)\s+(?:following\s+)?(?:table|data)\s+(?:below\s+)?(?:shows?|gives?)\s*(?:(?:the\s+)?(?:values|pairs)\s+of\s+x\s+and\s+y)?\s*:?{_D}[.;,]?\s*|(?:given|consider|for|from|using)\s+{_SET}\s*:?{_D}[.,;]?\s*|{_D}[.;]\s*)"
_EN: Final = re.compile(rf"(?i){_HEAD}?{_FIND}\s+{_LINE}(?:\s+(?:for|of|from|through|using)\s+{_SET}\s*:?(?:{_D})?)?\s*[.?]?")  # fmt: skip
_PREDICT: Final = re.compile(rf"(?i){_HEAD}(?:(?:hence\s+)?use\s+(?:the|your|this)\s+(?:least[- ]squares\s+)?(?:regression\s+)?(?:line|equation)\s+to\s+|hence\s+)(?:estimate|predict|find)\s+(?:the\s+value\s+of\s+)?y\s+when\s+x\s*=\s*(?P<at>{_NUMBER})\s*[.?]?")  # fmt: skip
_THING: Final = r"[\u3400-\u9fff]{0,14}?(?:\([\u3400-\u9fff:]{1,10}\))?"
_HEAD_ZH: Final = rf"(?:已知|根据|由|设|若)?(?:某[\u3400-\u9fff]{{1,6}}(?:统计|收集|记录|调查|得到)(?:了)?|[\u3400-\u9fff]{{0,6}}(?:统计|收集|记录|调查|得到)了?)?(?:变量|{_THING})?x{_THING}(?:与|和|,|、){_THING}y{_THING}(?:之间)?(?:的|有如下|有下列)?(?:[一几三四五六七八]组|\d组|如下|统计|样本|对应|,)*(?:的)?(?:数据)?(?:如下表?|如表)?(?:所示)?(?:为|是)?\s*[:,]?{_D}[,。.;]*\s*"
_ZH: Final = re.compile(rf"{_HEAD_ZH}(?:则|试)?(?:根据(?:表中|以上|上述)数据,?)?(?:利?用最小二乘法,?)?(?:则|试)?(?:求|计算|写出)?(?:出)?(?:y(?:关于|对|与)x的)?(?:经验|线性)*回归(?:直线)?(?:的)?方程(?:\((?:用)?最小二乘法\))?(?:为|是)?(?:多少|_+)?[。.?;]?")  # fmt: skip
_PREDICTED_ZH: Final = re.compile(
    rf"{_HEAD_ZH}(?:试)?(?:据此|由此|(?:利用|根据|用)(?:(?:上述|以上|该)?(?:经验|线性)*回归(?:直线)?方程|\(1\)(?:中)?的?(?:结论|结果|方程)))?,?(?:试)?(?:预测|估计|预报)"
    rf"(?:第(?P<day>{_NUMBER})[天年月周期次个](?:[月期天])?|(?:当)?(?:[\u3400-\u9fff]{{2,8}}?)?x?(?:为|是|达到|=)(?P<place>{_NUMBER})(?P<unit>[\u3400-\u9fff℃]{{0,3}}?)(?:时|的时候))的?,?(?:的|该[\u3400-\u9fff]{{1,3}}的)?[\u3400-\u9fff]{{1,10}}?(?:y)?(?:的值)?(?:是多少|约?为多少)?[\u3400-\u9fff]{{0,2}}[。.?]?"
)
"""Told in words: 预测第7天的销量, 预测广告费为10万元时的销售额."""
_X_UNIT: Final = re.compile(r"x\s*\$?\s*\((?:单位:)?([\u3400-\u9fff℃]{1,3})\)")
_PREDICT_ZH: Final = re.compile(rf"{_HEAD_ZH}(?:试)?(?:利用|根据|用)(?:线性)?回归(?:直线)?方程,?(?:预测|估计)(?:当)?x\s*=\s*(?P<at>{_NUMBER})(?:时)?,?(?:的|y的)?(?:y)?(?:的)?值[。.?]?")  # fmt: skip
WORDS: Final = {
    "means": Words("There are \\({n}\\) points; the means are \\(\\bar x={mx}\\) and \\(\\bar y={my}\\).", "共有 \\({n}\\) 组数据，平均数 \\(\\bar x={mx}\\)，\\(\\bar y={my}\\)。"),
    "slope": Words("The slope is \\[b=\\frac{{\\sum (x_i-\\bar x)(y_i-\\bar y)}}{{\\sum (x_i-\\bar x)^2}}=\\frac{{{sxy}}}{{{sxx}}}={b}\\]", "斜率 \\[b=\\frac{{\\sum (x_i-\\bar x)(y_i-\\bar y)}}{{\\sum (x_i-\\bar x)^2}}=\\frac{{{sxy}}}{{{sxx}}}={b}\\]"),
    "meet": Words("The line passes through \\((\\bar x,\\bar y)\\): \\(a=\\bar y-b\\bar x={a}\\).", "直线过点 \\((\\bar x,\\bar y)\\)：\\(a=\\bar y-b\\bar x={a}\\)。"),
    "predict": Words("At \\(x={at}\\): \\(y={value}\\).", "当 \\(x={at}\\) 时，\\(y={value}\\)。"),
    "code": Words("slope and intercept by least squares", "用最小二乘法求斜率和截距"),
    "line": Words("The regression line is \\({answer}\\).", "回归直线方程是 \\({answer}\\)。"),
    "value": Words("The predicted value is \\({answer}\\).", "预测值是 \\({answer}\\)。"),
    "method": Words("the residuals add up to 0, and so do the residuals times x: only the line of least squares does that", "残差之和为 0，残差与 x 之积的和也为 0：只有最小二乘直线如此"),
}  # fmt: skip


def read(text: Text) -> Reading:
    """Data and the line, or a value of the line."""
    if not re.search(r"(?i)regression|least[- ]squares|回归", text.source):
        return None
    source = " ".join(text.source.split())
    found = _data(source)
    if found is None:
        return None
    xs, ys, rest = found
    if len(xs) != len(ys) or len(set(xs)) < 2 or rest.count("DATA") != 1:
        return None
    parts = _PARTS.fullmatch(rest)
    asked = [rest] if parts is None else [parts["head"] + parts["one"], parts["head"] + parts["two"]]
    places = [_place(part, source, text.language) for part in asked]
    if any(place is None for place in places):
        return None
    tasks = tuple(_prepared(xs, ys, place[0], text) for place in places if place is not None)
    return tasks[0] if len(tasks) == 1 else SeveralQuestions(tasks, text.language)


_PARTS: Final = re.compile(
    r"(?P<head>.*?)\((?:1|a|i)\)\s*(?P<one>.*?)[;,]?\s*(?:and\s+)?\((?:2|b|ii)\)\s*(?P<two>.*)"
)
"""The line, and what it predicts."""


def _place(rest: str, source: str, say: Language) -> tuple[sp.Rational | None] | None:
    """The x for which a value is asked; None in a tuple where it is the line."""
    if say == "en":
        if _EN.fullmatch(rest) is not None:
            return (None,)
        predicted = _PREDICT.fullmatch(rest)
        return None if predicted is None else (sp.Rational(predicted["at"]),)
    rest = rest.replace(" ", "")
    if _ZH.fullmatch(rest) is not None:
        return (None,)
    if (predicted := _PREDICT_ZH.fullmatch(rest)) is not None:
        return (sp.Rational(predicted["at"]),)
    told, unit = _PREDICTED_ZH.fullmatch(rest), _X_UNIT.search(source)
    if told is None or told["unit"] and (unit is None or unit[1] != told["unit"]):
        return None
    return (sp.Rational(told["day"] or told["place"]),)


def _data(source: str) -> tuple[list[sp.Rational], list[sp.Rational], str] | None:
    """The x, the y, and the text with DATA for them."""
    if (m := _POINTS.search(source)) is not None:
        numbers = [sp.Rational(v) for v in re.findall(_NUMBER, m[0])]
        return numbers[::2], numbers[1::2], f"{source[: m.start()]} DATA {source[m.end() :]}"
    if (m := _ROWS.search(source)) is not None:
        xs, ys = ([sp.Rational(v) for v in re.findall(_NUMBER, part)] for part in (m[1], m[2]))
        return xs, ys, f"{source[: m.start()]} DATA {source[m.end() :]}"
    return None


def decimal(value: sp.Rational) -> str:
    """A number as these lines have it."""
    return terminating_decimal(value) or exact_latex(value)


def line_latex(b: sp.Rational, a: sp.Rational) -> str:
    """y = bx + a, in decimals where they end."""
    slope = "" if b == 1 else "-" if b == -1 else decimal(b)
    return (
        f"y={slope}x" + ("" if a == 0 else f"{'+' if a > 0 else '-'}{decimal(abs(a))}")
        if b
        else f"y={decimal(a)}"
    )


def _prepared(xs: list[sp.Rational], ys: list[sp.Rational], at: sp.Rational | None, text: Text) -> Prepared:
    n, say = len(xs), text.language
    mx, my = sp.Add(*xs) / n, sp.Add(*ys) / n
    sxy, sxx = sum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True)), sum((x - mx) ** 2 for x in xs)
    b = sxy / sxx
    a = my - b * mx
    steps = [
        WORDS["means"].say(say, n=n, mx=decimal(mx), my=decimal(my)),
        WORDS["slope"].say(say, sxy=decimal(sxy), sxx=decimal(sxx), b=decimal(b)),
        WORDS["meet"].say(say, a=decimal(a)),
    ]
    if at is not None:
        steps.append(WORDS["predict"].say(say, at=decimal(at), value=decimal(b * at + a)))
    lines = [
        f"xs = {exact_source(xs)}",
        f"ys = {exact_source(ys)}",
        "mx, my = Add(*xs)/len(xs), Add(*ys)/len(ys)",
        comment(WORDS["code"].say(say)),
        "b = sum((x - mx)*(y - my) for x, y in zip(xs, ys))/sum((x - mx)**2 for x in xs)",
        "a = my - b*mx",
    ]
    data = tuple(lines[:2])
    if at is not None:
        source = cell(*lines, f"b*{exact_source(at)} + a")
        tests = (*data, "x = symbols('x')", "fit = interpolate([(Add(*xs)/len(xs), Add(*ys)/len(ys)), (" + exact_source(at) + ", answer)], x)", *_residuals("fit.subs(x, v)"))  # fmt: skip
        if at == mx:
            return Prepared(
                say,
                tuple(steps),
                source,
                (*data, "answer == Add(*ys)/len(ys)"),
                WORDS["method"],
                WORDS["value"],
                shown=_shown_number,
            )
        return Prepared(
            say, tuple(steps), source, tests, WORDS["method"], WORDS["value"], shown=_shown_number
        )
    tests = (*data, *_residuals("answer.subs(x, v)"))
    return Prepared(
        say,
        tuple(steps),
        cell(*lines, "(b, a)"),
        tests,
        WORDS["method"],
        WORDS["line"],
        shown_line,
        given_line,
        ("x",),
    )


def _residuals(value: str) -> tuple[str, str]:
    return (
        f"rests = [w - {value} for v, w in zip(xs, ys)]",
        "simplify(Add(*rests)) == 0 and simplify(Add(*[v*r for v, r in zip(xs, rests)])) == 0",
    )


def _shown_number(value: Any) -> str | None:
    return decimal(value) if isinstance(value, sp.Rational) else None


def shown_line(value: Any) -> str | None:
    """The line of a cell, slope and intercept."""
    try:
        b, a = value
    except (TypeError, ValueError):
        return None
    return line_latex(b, a) if isinstance(b, sp.Rational) and isinstance(a, sp.Rational) else None


def given_line(answer: str) -> sp.Expr | None:
    """The line that somebody answered, as an expression in x."""
    values = values_in(answer)
    if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr):
        return None
    line = sp.nsimplify(values[0], rational=True)
    return line if {s.name for s in line.free_symbols} == {"x"} else None
