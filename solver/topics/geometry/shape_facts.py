"""Short facts about figures: angles of a parallelogram, ratios of similar figures, diagonals from one corner, the sum of a polygon's angles.

Read: fixed forms that must match to the end. Not: drawings, several figures, proofs.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.latex import exact_latex, values_in
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell
from solver.topics.geometry.exterior_angles import _degrees, _given_degrees
from solver.topics.prepared import Prepared
from solver.topics.short_forms import ASK, END, N, asks_one_of, noted, plain_line, said, source_of

WORDS: Final = {
    "opposite": Words("Opposite angles of a parallelogram are equal.", "平行四边形的对角相等。"),
    "beside": Words("Angles of a parallelogram that lie beside each other add up to \\(180^\\circ\\), because the sides are parallel.", "平行四边形的对边平行，所以邻角互补（和是 \\(180^\\circ\\)）。"),
    "first": Words("So \\(\\angle {name}={value}^\\circ\\).", "所以 \\(\\angle {name}={value}^\\circ\\)。"),
    "half": Words("The two are equal and make \\({sum}^\\circ\\), so each is \\({value}^\\circ\\).", "两个角相等，和是 \\({sum}^\\circ\\)，所以各是 \\({value}^\\circ\\)。"),
    "minus": Words("\\[180^\\circ-{a}^\\circ={value}^\\circ\\]", "\\[180^\\circ-{a}^\\circ={value}^\\circ\\]"),
    "parts": Words("The ratio \\({p}:{q}\\) has \\({p}+{q}={n}\\) parts, one part is \\(180^\\circ\\div {n}\\).", "比是 \\({p}:{q}\\)，共 \\({p}+{q}={n}\\) 份，一份是 \\(180^\\circ\\div {n}\\)。"),
    "lines": Words("In similar figures all lengths (sides, heights, medians, perimeters) have the same ratio, the ratio of similarity.", "相似图形的对应线段（边、高、中线、角平分线）之比和周长之比都等于相似比。"),
    "areas": Words("Areas have the ratio of the squares of lengths.", "面积比等于相似比的平方。"),
    "to_area": Words("\\[{a}^2:{b}^2={value}\\]", "\\[{a}^2:{b}^2={value}\\]"),
    "to_length": Words("\\[\\sqrt{{{a}}}:\\sqrt{{{b}}}={value}\\]", "\\[\\sqrt{{{a}}}:\\sqrt{{{b}}}={value}\\]"),
    "diagonals": Words("From a corner of a polygon with \\(n\\) sides a diagonal goes to every other corner but the two beside it: \\(n-3\\) of them.", "从 \\(n\\) 边形的一个顶点出发，除自身和相邻的两个顶点外，与其余各顶点都连一条对角线：共 \\(n-3\\) 条。"),
    "triangles": Words("They cut the polygon into \\(n-2\\) triangles.", "它们把多边形分成 \\(n-2\\) 个三角形。"),
    "n": Words("\\({left}={k}\\), so \\(n={value}\\).", "\\({left}={k}\\)，所以 \\(n={value}\\)。"),
    "count": Words("With \\(n={n}\\): \\({n}-3={value}\\).", "\\(n={n}\\) 时，\\({n}-3={value}\\)。"),
    "sum": Words("The interior angles of a polygon with \\(n\\) sides add up to \\((n-2)\\cdot 180^\\circ\\): \\[(n-2)\\cdot 180={k}\\]", "\\(n\\) 边形的内角和是 \\((n-2)\\cdot 180^\\circ\\)：\\[(n-2)\\cdot 180={k}\\]"),
    "solved": Words("So \\(n-2={rest}\\) and \\(n={value}\\).", "所以 \\(n-2={rest}\\)，\\(n={value}\\)。"),
    "answer": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
    "turns": Words("the four angles must add up to 360 degrees", "四个内角的和应为 360 度"),
    "scaled": Words("tried on two squares whose sides have this ratio", "用边长成这个比的两个正方形验证"),
    "counted": Words("the diagonals were counted one by one", "逐条数出对角线"),
    "summed": Words("the polygon was cut into triangles and the angles added up", "把多边形分成三角形，把角加起来"),
}  # fmt: skip
_FOUR: Final = r"(?:在)?(?:平行四边形|▱|□|\\parallelogram ?) ?abcd(?:中)?,?"
_ZA: Final = r"∠ ?(?P<x>[abcd]) ?(?:是|为|等于|=) ?"
_ZEND: Final = rf",?(?:则|求|那么)*∠ ?(?P<asked>[abcd]){END}"
_EFOUR: Final = r"(?:in (?:a |the )?parallelogram abcd,? |abcd is a parallelogram[.,]? (?:with |where |and |in which |if )?)"
_EEND: Final = rf"[.,;]? {ASK} (?:size of |measure of |value of )?(?:angle |∠ ?)(?P<asked>[abcd])"
_EA: Final = r"(?:angle |∠ ?)"
_WHAT_ZH: Final = "(?P<{0}>(?:相似|对应边(?:的|长的)?|边长(?:的)?|边(?:的)?|对应高(?:的)?|高(?:的)?|对应中线(?:的)?|对应角平分线(?:的)?|周长(?:的)?|面积(?:的)?)(?:之)?)比"
_FIG_ZH: Final = "(?:如果|若|已知)?(?:有)?(?:两个|两)相似(?:三角形|多边形|四边形|五边形|六边形|图形)"
_FIG_EN: Final = (
    r"(?:two|2) similar (?:triangles|polygons|figures|shapes|quadrilaterals|rectangles|pentagons|hexagons)"
)
_WHAT_EN: Final = r"(?:corresponding |matching )?(?P<{0}>sides|side lengths|lengths|perimeters|areas|heights|altitudes|medians)"
_R: Final = r"(?P<p>\d{1,4}) ?[:：] ?(?P<q>\d{1,4})"
_POLY_ZH: Final = {"三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "十一": 11, "十二": 12, "十五": 15, "二十": 20}  # fmt: skip
_POLY_EN: Final = {"quadrilateral": 4, "pentagon": 5, "hexagon": 6, "heptagon": 7, "octagon": 8, "nonagon": 9, "decagon": 10, "dodecagon": 12}  # fmt: skip
_SIDES_EN: Final = r"[.,;]? (?:how many sides does (?:it|the polygon|this polygon) have|how many sides has (?:it|the polygon|this polygon)(?: got)?|find (?:n|the number of sides(?: of (?:the|this) polygon)?)|what is the number of sides)"
_SIDES_ZH: Final = r",?(?:则|求|那么)*(?:n|(?:这个|该|此|它|这)?(?:多边形|n边形)?(?:的)?边数(?:n)?|(?:它|这个多边形|该多边形|这)?是几边形|这个多边形有几条边)(?:的值)?(?:是|为|等于|=)?(?:多少|几)?"
_CHINESE: Final = (
    ("angle", rf"(?:已知|如图,)?{_FOUR}(?:若)?{_ZA}(?P<a>{N})°{_ZEND}"),
    ("pair", rf"(?:已知|如图,)?{_FOUR}(?:若)?∠ ?(?P<x>[abcd]) ?\+ ?∠ ?(?P<y>[abcd]) ?(?:=|为|是|等于) ?(?P<a>{N})°{_ZEND}"),
    ("parts", rf"(?:已知|如图,)?{_FOUR}(?:若)?∠ ?(?P<x>[abcd]) ?[:：] ?∠ ?(?P<y>[abcd]) ?(?:=|为|是) ?{_R}{_ZEND}"),
    ("similar", rf"{_FIG_ZH}的?{_WHAT_ZH.format('told')}(?:是|为|等于|=)?{_R},?(?:则|求|那么)*(?:它们|其|这两个(?:三角形|多边形))?(?:的)?{_WHAT_ZH.format('asked')}(?:是|为|等于)?(?:多少|几)?"),
    ("corner", rf"(?:如果|若|已知)?(?:过|从)(?:一个|某)?(?:n|多)边形的?(?:某)?(?:一个)?顶点(?:出发)?(?:一共|共|最多|恰好)?(?:可以|可|能)?(?:引|作|画)(?:出)?(?P<k>\d{{1,3}})条对角线{_SIDES_ZH}"),
    ("many", r"(?:过|从)(?:一个)?(?P<name>[三四五六七八九十]{1,2}|\d{1,3})边形的?一个顶点(?:出发)?(?:一共|共|最多)?(?:可以|可|能)(?:引|作|画)(?:出)?(?:多少|几)?条对角线"),
    ("sum", rf"(?:如果|若|已知)?(?:一|某)?个?(?:正)?(?:n|多)边形的?内角和(?:是|为|等于)(?P<k>\d{{3,6}})°{_SIDES_ZH}"),
)  # fmt: skip
_ENGLISH: Final = (
    ("angle", rf"{_EFOUR}{_EA}(?P<x>[abcd]) ?(?:is|=) ?(?P<a>{N})°{_EEND}"),
    ("pair", rf"{_EFOUR}{_EA}(?P<x>[abcd]) ?(?:\+|and) ?{_EA}(?P<y>[abcd]) ?(?:=|add up to|together are) ?(?P<a>{N})°{_EEND}"),
    ("similar", rf"{_FIG_EN} have {_WHAT_EN.format('told')} in the ratio {_R}[.,;]? {ASK} ratio of (?:their |the )?{_WHAT_EN.format('asked')}"),
    ("similar", rf"the (?:ratio of the )?{_WHAT_EN.format('told')} of {_FIG_EN} (?:is|are in the ratio) {_R}[.,;]? {ASK} ratio of (?:their |the )?{_WHAT_EN.format('asked')}"),
    ("corner", rf"(?P<k>\d{{1,3}}) diagonals can be drawn from (?:one|1|a|each) (?:vertex|corner) of a polygon{_SIDES_EN}"),
    ("many", rf"how many diagonals can be drawn from (?:one|1|a|each) (?:vertex|corner) of an? (?:regular )?(?P<name>{'|'.join(_POLY_EN)}|\d{{1,3}}-sided polygon)"),
    ("sum", rf"(?:the )?(?:sum of the )?interior angles of a (?:regular )?polygon (?:add up to|add to|sum to|is|total|have a sum of) (?P<k>\d{{3,6}})°{_SIDES_EN}"),
)  # fmt: skip


def read(text: Text) -> Reading:
    """One question in one of the forms."""
    if not re.search(r"(?i)parallelogram|similar|polygon|diagonal|平行四边形|▱|相似|边形", text.source):
        return None
    if len(text.source) > 200:
        return None
    found = asks_one_of(plain_line(text), _ENGLISH if text.language == "en" else _CHINESE)
    if found is None:
        return None
    kind, parts = found
    if kind in ("angle", "pair", "parts"):
        return _parallelogram(kind, parts, text.language)
    if kind == "similar":
        return _similar(parts, text.language)
    return _polygon(kind, parts, text.language)


def _opposite(x: str, y: str) -> bool:
    return {x, y} in ({"a", "c"}, {"b", "d"})


def _parallelogram(kind: str, parts: dict[str, str], say: Language) -> Reading:
    x, asked, y = parts["x"], parts["asked"], parts.get("y")
    steps: list[str] = []
    if kind == "angle":
        value, source = sp.Rational(parts["a"]), source_of(sp.Rational(parts["a"]))
        if asked == x:
            return None
    elif kind == "pair":
        total = sp.Rational(parts["a"])
        if y is None or not _opposite(x, y):
            return None
        value, source = total / 2, f"S({source_of(total)})/2"
        steps += [WORDS["opposite"].say(say), WORDS["half"].say(say, sum=said(total), value=said(value))]
    else:
        p, q = int(parts["p"]), int(parts["q"])
        if y is None or x == y or _opposite(x, y) or not p or not q:
            return None
        value, source = sp.Rational(180 * p, p + q), f"S(180)*{p}/{p + q}"
        steps += [WORDS["beside"].say(say), WORDS["parts"].say(say, p=p, q=q, n=p + q)]
        steps.append(WORDS["first"].say(say, name=x.upper(), value=said(value)))
    if not 0 < value < 180:
        return None
    same = asked == x or _opposite(asked, x)
    result = value if same else 180 - value
    if same:
        if WORDS["opposite"].say(say) not in steps and asked != x:
            steps.append(WORDS["opposite"].say(say))
    else:
        if WORDS["beside"].say(say) not in steps:
            steps.append(WORDS["beside"].say(say))
        steps.append(WORDS["minus"].say(say, a=said(value), value=said(result)))
    steps.append(WORDS["first"].say(say, name=asked.upper(), value=said(result)))
    lines = [f"x = {source}", "x" if same else "180 - x"]
    other = source_of(value) if not same else source_of(180 - value)
    test = f"2*answer + 2*S({other}) == 360"
    return Prepared(say, tuple(dict.fromkeys(steps)), cell(*lines), (test,), WORDS["turns"], sentence=WORDS["answer"], shown=_degrees, given=_given_degrees)  # fmt: skip


def shown_ratio(value: Any) -> str | None:
    """A pair as a ratio."""
    return ":".join(exact_latex(sp.S(v)) for v in value) if isinstance(value, tuple | sp.Tuple) and len(value) == 2 else None  # fmt: skip


def given_ratio(answer: str) -> Any:
    """The quotient of the ratio that somebody answered."""
    sides = [values_in(side) for side in re.split(r"[:：∶]|\\colon", answer)]
    if len(sides) != 2 or any(v is None or len(v) != 1 for v in sides):
        return None
    first, second = (v[0] for v in sides if v)
    return sp.nsimplify(first / second) if second else None


def _similar(parts: dict[str, str], say: Language) -> Reading:
    p, q = sp.Integer(parts["p"]), sp.Integer(parts["q"])
    told, asked = ("area" if re.match("area|面积", parts[k]) else "line" for k in ("told", "asked"))
    if not p or not q or parts["told"] == parts["asked"]:
        return None
    steps = [WORDS["lines"].say(say)]
    if told == asked:
        pair, lines = (p, q), ["ratio"]
    elif asked == "area":
        pair, lines = (p**2, q**2), ["ratio**2"]
        steps.append(WORDS["areas"].say(say))
    else:
        pair, lines = (p, q), ["sqrt(ratio)"]
        steps.append(WORDS["areas"].say(say))
    ratio = {"ratio": pair[0] / pair[1], "ratio**2": pair[0] / pair[1], "sqrt(ratio)": sp.sqrt(p / q)}[
        lines[0]
    ]
    shown = shown_ratio(_terms(ratio))
    if told != asked:
        steps.append(
            WORDS["to_area" if asked == "area" else "to_length"].say(say, a=p, b=q, value=shown)
        )  # fmt: skip
    else:
        steps.append(f"\\[{p}:{q}={shown}\\]" if shown != f"{p}:{q}" else f"\\({shown}\\)")
    source = cell(
        f"ratio = Rational({p}, {q})", noted(say, "as a fraction", "写成分数"), f"fraction({lines[0]})"
    )
    if told == asked:
        test = f"4*S({p}) - 4*S({q})*answer == 0"
    elif asked == "area":
        test = f"S({p})**2 - S({q})**2*answer == 0"
    else:
        test = f"simplify(answer**2*{q} - {p}) == 0 and answer > 0"
    return Prepared(say, tuple(steps), source, (test,), WORDS["scaled"], sentence=WORDS["answer"], shown=shown_ratio, given=given_ratio)  # fmt: skip


def _terms(ratio: sp.Expr) -> tuple[sp.Expr, sp.Expr]:
    numerator, denominator = sp.fraction(ratio)
    return numerator, denominator


def _polygon(kind: str, parts: dict[str, str], say: Language) -> Reading:
    count = "len([k for k in range(n) if k not in (0, 1, n - 1)])"
    if kind == "many":
        name = parts["name"]
        n = _POLY_ZH.get(name) or _POLY_EN.get(name) or int((re.match(r"\d+", name) or ["0"])[0])
        if n < 3:
            return None
        steps = [WORDS["diagonals"].say(say), WORDS["count"].say(say, n=n, value=n - 3)]
        return Prepared(say, tuple(steps), cell(f"n = {n}", "n - 3"), (f"n = {n}", f"answer == {count}"), WORDS["counted"], sentence=WORDS["answer"])  # fmt: skip
    k = int(parts["k"])
    if kind == "corner":
        if k < 1:
            return None
        steps = [WORDS["diagonals"].say(say), WORDS["n"].say(say, left="n-3", k=k, value=k + 3)]
        return Prepared(say, tuple(steps), cell(f"{k} + 3"), ("n = int(answer)", f"n == answer and {k} == {count}"), WORDS["counted"], sentence=WORDS["answer"])  # fmt: skip
    if k % 180 or not k:
        return None
    rest = k // 180
    steps = [WORDS["sum"].say(say, k=k), WORDS["solved"].say(say, rest=rest, value=rest + 2)]
    test = f"sum(180 for corner in range(3, int(answer) + 1)) == {k} and answer == int(answer)"
    return Prepared(
        say, tuple(steps), cell(f"{k}//180 + 2"), (test,), WORDS["summed"], sentence=WORDS["answer"]
    )
