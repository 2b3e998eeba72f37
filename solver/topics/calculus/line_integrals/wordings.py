"""What a text says of curves and fields, phrase by phrase: the whole text has to be phrases of this table.

A phrase is a regular expression in which `<p>` stands for a mark of `marks` of that kind. Words that only join phrases are `FILLERS`. What is said is not yet put together here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any, Final

from solver.topics.calculus.line_integrals.marks import Marked

_PT: Final = r"(?:the |both )?(?:points?|点)? <p>"
_TO: Final = r"(?:to|(?:移动|运动|移|变|走)?(?:到|至))"
_AND: Final = r"(?:, and|,|、|and|与|和|及|到)"
_SHAPE: Final = r"(?P<shape>triangle|rectangle|square|parallelogram|quadrilateral|trapezoid)"
_SHAPE_ZH: Final = r"(?P<shape>三角形|矩形|长方形|正方形|平行四边形|四边形|梯形)"
_LISTED: Final = rf"{_PT}(?: {_AND} {_PT}){{2,3}}"
_PHRASES: Final[Mapping[str, str]] = {
    "integral": "<i>",
    "field": "<f>",
    "scalar": "<s>",
    "expression": "<x>",
    "curve": "<c>",
    "relation": "<q>",
    "line integral": r"(?:line|curve|contour|path|curvilinear) integrals?|(?:第[一二12](?:类|型))?(?:对(?:坐标|弧长)的)?曲线积分|integral",
    "arc length": r"with respect to arc ?length|对弧长的曲线积分|第[一1](?:类|型)曲线积分",
    "circulation": r"circulation|环流量|环量",
    "work": r"(?:the )?(?:total )?work(?: that is)?(?: done)?|所?[做作]的?功|功",
    "conservative": r"conservative|保守场|保守力场|保守的|有势场|保守向量场|保守",
    "path": r"(?:is )?(?:independent of (?:the )?path|path[ -]independent)(?: of integration)?|(?:与(?:积分)?路径无关|与路线无关)",
    "any": r"any (?:path|curve)|任意(?:一条)?(?:路径|曲线|光滑曲线)|任一(?:路径|曲线)",
    "prove": r"show|prove|verify|证明|验证|求证",
    "whether": r"whether(?: or not)?|是否(?:为|是)?|是不是|判断|(?<=[场积])吗|吗",
    "if so": r"if (?:so|it is|yes),?|若是,?|如果是,?|若是保守场,?",
    "potential": r"(?:function )?[fuφ] (?:such that|with|so that|for which) (?:[A-G] = )?gradf(?: = [A-G])?|(?:scalar )?potential(?: function)?s?|标量势函数|势函数|位函数|数量势",
    "divergence": r"divergence|\\?div(?:[A-G])?|散度",
    "curl": r"curl(?:[A-G])?|\\?rot(?:[A-G])?|旋度",
    "way": rf"先? (?:沿直线)? (?:from|由|从|自) {_PT} (?:沿直线)? {_TO} {_PT}(?: ,? (?:and )?(?:then |再|然后)? (?:沿直线)? {_TO} {_PT})*",
    "two ways": rf"from {_PT} to {_PT} ,? followed by (?:the )?(?:line )?segment from {_PT} to {_PT}",
    "way along": rf"(?:从|由|自) {_PT} 沿着?(?:曲线|直线|抛物线|圆周|圆)? <q> (?:上)?(?:到|至) {_PT}",
    "way by half": rf"(?:从|由|自) {_PT} 沿着?(?P<half>[上下左右])半(?:个)?圆周? <q> (?:到|至) {_PT}",
    "way by turn": rf"(?:从|由|自) {_PT} 沿着?(?:圆周?)? <q> (?:按)?(?P<turn>逆|顺)时针(?:方向)?(?:到|至) {_PT}",
    "way turned": rf"(?:从|由|自) {_PT} (?:沿|按|依)?(?P<turn>逆|顺)时针(?:方向)? {_TO} {_PT}",
    "way by axis": rf"(?:从|由|自) {_PT} 沿着? <l> 轴(?:正向|负向)? {_TO} {_PT}",
    "way by segment": rf"(?:从|由|自) {_PT} 沿(?:直线段|直线|线段)(?:到|至) {_PT}",
    "by way of": rf"(?:从|由|自) {_PT} (?:经过?|经由) {_PT} ,?(?:到|至|再到) {_PT}",
    "starts": rf"(?:起点(?:为|是|在)?|starting at|starts? at|which starts at) {_PT} ,?(?:终点(?:为|是|在)?|(?:and )?end(?:ing|s)? at) {_PT}",
    "joining to": rf"(?:joining|connecting) {_PT} to {_PT}",
    "between": rf"(?:between|joining|connecting) {_PT} and {_PT}|连接(?:两)? {_PT} (?:与|和|、|及|,) {_PT}(?: 两点)?|在? {_PT} (?:与|和|、|及|到) {_PT} (?:两点)?之间",
    "range": r"(?:as |其中|当|对应于?|参数)? <l> (?:goes |runs |ranges |varies |increases |变化)?(?:from|从|由) <n> (?:to|变化?到|到|至|变至) <n>",
    "range in": r"<l> ∈ \[ <n> , <n> \]",
    "from to": r"(?:from|从|由) <q> (?:to|到|至|变到) <q>",
    "circle": r"(?:the )?circle (?:of|with) radius <n> ,?(?:and )?(?:that is )?(?:cent(?:ered|red|er|re) ?(?:at)?|with cent(?:er|re)(?: at)?|about) (?:the )?(?:point )?<p>",
    "circle at": r"(?:the )?circle (?:cent(?:ered|red) at|with cent(?:er|re)(?: at)?) (?:the )?(?:point )?<p> ,?(?:and |with |of |and with )?(?:radius|having radius) <n>",
    "circle zh": r"以(?:点)? <p> 为(?:圆心|中心|心),?、?(?:以)? ?(?:半径为|)? <n> ?(?:为半径)?的圆周?|(?:圆心|中心)(?:在|为|是)(?:点)? <p> ,?、?(?:且)?半径(?:为|是) <n> 的圆周?",
    "unit circle": r"unit circle(?: cent(?:ered|red) at (?:the )?<p>)?|单位圆周?",
    "half": r"(?P<half>upper|lower|right|left)[ -](?:half|semi-?circle)(?: of)?(?: (?:the )?(?:circle|ellipse))?|(?P<half>[上下左右])半(?:个)?(?:圆周?|椭圆周?|平面(?:内|上)?)",
    "half where": r"(?:with|where|in the half[- ]plane) <q>",
    "quadrant": r"(?:that lies )?in the first quadrant|(?:位于|在)?第一象限(?:内|的|中)?(?:的)?(?:部分)?",
    "counterclockwise": r"counter-?\s?clockwise|anti-?\s?clockwise|positive(?:ly)?[ -](?:orient(?:ed|ation)|direction|sense)|positively|(?:取|按|沿)?逆时针(?:方向|绕行|一周)*|(?:取|按|沿)?正向|正方向",
    "clockwise": r"clockwise|negative(?:ly)?[ -](?:orient(?:ed|ation)|direction|sense)|(?:取|按|沿)?顺时针(?:方向|绕行|一周)*|负向|负方向",
    "corners": rf"{_SHAPE} (?:region )?(?:with|whose|that has|having) (?:its )?(?:vertices|corners)(?: are| at)? {_LISTED}|以 {_LISTED} 为顶点的{_SHAPE_ZH}|[三四]?个?顶点(?:为|是|在|分别为|分别是|分别在) {_LISTED} 的{_SHAPE_ZH}|{_SHAPE_ZH}(?:区域)?,?(?:其|它的)?(?:三个|四个)?顶点(?:为|是|在|分别为|分别是) {_LISTED}",
    "region": r"(?:region |triangle |area )?(?:bounded|enclosed|formed) by (?:the )?(?:curves? |lines? |parabolas? |graphs? of )*<q>(?: ?,? ?(?:and )?(?:the )?(?:curve |line |parabola )?<q>){1,2}|由?(?:直线|曲线|抛物线)* <q>(?: (?:,|、|与|和|及) (?:直线|曲线|抛物线)* <q>){1,2} 所?围成?的?(?:闭)?(?:区域|图形|三角形)?(?:D)?",
    "at": r"at (?:the )?(?:point )?<p>|在(?:点)? ?<p> ?(?:处|点)?(?:的)?",
    "segment": r"(?:straight )?line segments?|segments?|straight lines?|(?:有向)?直线段|(?:有向)?线段",
    "broken": r"(?:有向)?折线段?|polygonal (?:path|line|chain)|broken line|piecewise linear path|consist(?:s|ing) of (?:the )?(?:two |three )?(?:straight )?(?:line )?segments",
    "boundary": r"closed curve|boundary(?: curve)?|(?:(?:正向|有向)?闭曲线)|边界曲线|(?:的)?(?:整个)?边界|perimeter|sides|围线|周界",
    "green": r"(?:by )?(?:using |use |with |applying |apply |by |利用|用|应用)?(?:the )?green'?s theorem|(?:利用|用|应用|由)?格林公式",
    "length": r"length|弧长|长度",
}  # fmt: skip
_FILLERS: Final = (
    "evaluate calculate compute find determine work out the a an of where is be let given by along over on curve path if and for vector field fields "
    "force particle moving moves moved object that it its this in as to around about with arc part parabola circle ellipse helix line graph lines oriented "
    "orientation traversed once direction defined consider suppose as value function parametrized parametrised parameterized parametric equations equation "
    "described plane space quarter from then hence so what are point whose are integral semicircle rectangle square triangle cubic curve sense taken "
    "evaluate does do C L D S F G R Γ γ ∂D ∂R ∂ C_1 L_1 u radius path straight along its"
).split()
_FILLERS_ZH: Final = (
    "计算 求 下列 其中 为 是 的 上 从 沿 沿着 在 设 已知 一段 弧段 弧 一段弧 这段弧 抛物线 圆弧 圆周 圆 椭圆 曲线 直线 螺旋线 立方抛物线 路径 点 之间 部分 那一段 那段 "
    "取 方向 并 且 向量场 矢量场 力场 平面力场 变力 力 场 场力 质点 质点沿 移动 运动 时 某 这 它 该 值 积分 积分值 与 和 函数 则 问 多少 什么 给定 由 到 参数方程 "
    "方程 对应 对应于 相应于 相应 的一段 的一段弧 有 所 过程中 将 把 使 作用下 在力 作用 一个 一周 绕 绕行 绕行一周 平面 区域 下 以及 然后 用 再 段 "
    "请 试 试求 证 对 利用 直接 及 三角形 矩形 正方形 整个 xOy 平面上 面内 面上 四分之一 四分之一圆周 空间 内 因此 并求 并计算 等于 关于 第二 沿曲线 沿圆周 沿直线 处 此 "
    "变力 质点在 质点从 由点 从点 到点 作 分段 光滑"
).split()  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """One phrase: its kind, what its marks stand for, and a word in it that matters."""

    kind: str
    marks: str
    """Their kinds, one letter each."""
    values: tuple[Any, ...]
    word: str = ""


def _compiled(phrase: str) -> re.Pattern[str]:
    source = re.sub(r"<([a-z])>", r"(?:«\1\\d+»)", phrase).replace(" ", r"\s*")
    numbers = count()
    source = re.sub(r"\(\?P<\w+>", lambda _: f"(?P<word{next(numbers)}>", source)
    return re.compile(
        rf"(?:(?<![A-Za-z])(?=[A-Za-z\\])|(?![A-Za-z\\]))(?:{source})(?:(?<![A-Za-z])|(?![A-Za-z]))",
        re.IGNORECASE,
    )


_TABLE: Final = tuple((kind, _compiled(phrase)) for kind, phrase in _PHRASES.items())
_FILLER: Final = re.compile(
    r"(?<![A-Za-z])(?:"
    + "|".join(sorted(map(re.escape, _FILLERS), key=len, reverse=True))
    + r")(?![A-Za-z_])",
    re.IGNORECASE,
)
_FILLER_ZH: Final = re.compile(
    r"(?<=[段弧线形])\s*[A-Z]{2,4}(?![A-Za-z])|"
    + "|".join(sorted(map(re.escape, set(_FILLERS_ZH)), key=len, reverse=True))
)
_POINTS: Final = re.compile(r"[\s,，.。;；?？:：!()、=“”\"]|'s\b")
_WORD: Final = re.compile(r"[A-Za-z\\]+|«[a-z]\d+»|.", re.DOTALL)
_MARK: Final = re.compile(r"«([a-z])(\d+)»")


def phrases(text: Marked) -> tuple[tuple[Said, ...], tuple[str, ...]]:
    """What is said, in order; and what was not understood."""
    found, unread = list[Said](), list[str]()
    at, source = 0, text.source
    while at < len(source):
        if (space := _POINTS.match(source, at)) is not None:
            at = space.end()
            continue
        matches = [(m.end(), kind, m) for kind, pattern in _TABLE if (m := pattern.match(source, at))]
        filler = _FILLER.match(source, at) or _FILLER_ZH.match(source, at)
        if matches and (filler is None or max(m[0] for m in matches) >= filler.end()):
            end, kind, match = max(matches, key=lambda m: m[0])
            inside = _MARK.findall(match[0])
            word = next((w for w in match.groupdict().values() if w), "")
            values = tuple(text.values[int(n)] for _, n in inside)
            found.append(Said(kind, "".join(k for k, _ in inside), values, word.lower()))
            at = end
        elif filler is not None:
            at = filler.end()
        else:
            word = _WORD.match(source, at)
            assert word is not None
            unread.append(word[0])
            at = word.end()
    return tuple(found), tuple(unread)
