"""Sentences of steps, and the wordings of problems."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words
from solver.topics.clauses import table

_ANY: Final = r"⟨[vq]\d+⟩"
_POINT: Final = r"⟨[xvql]\d+⟩"
_ART: Final = r"(?:the |a |an |one |another |a second |two |let |first |second )*"
_BY: Final = r"(?:,? (?:which |that )?(?:is |are )?(?:described|defined|parameterized|parmeterized|parametrized|given|determined|represented)(?: by)?(?: the)?(?: vector)?(?: equations?)?:? ?)"
_FIND: Final = r"(?:find|determine|compute|calculate|what is|what are|then find|enter|give) (?:the )?"
_OF_POINT: Final = rf"(?:the )?(?:points? |vector |vectors )?(?:<name:letters> = )?(?P<at>{_POINT}|origin)"
TABLE: Final = table(
    {
        "line": (
            rf"{_ART}(?:vector )?lines? (?:⟨n\d+⟩ )?{_BY}?(?P<line>{_ANY})(?: intersect(?: at (?:a point|⟨n\d+⟩))?)?",
            rf"(?P<line>{_ANY})(?: intersect(?: at (?:a point|⟨n\d+⟩))?)?",
        ),
        "plane": (rf"{_ART}planes? (?:⟨n\d+⟩ )?{_BY}?(?P<plane>{_ANY})",),
        "through": (
            rf"{_ART}line (?:⟨n\d+⟩ )?(?:be )?(?:the )?(?:line )?(?:in space )?(?:that |which )?(?:passes|passing|goes) through (?:the )?(?:points? )?(?P<at>{_POINT}|origin),? and (?:the )?(?:point )?(?P<to>{_POINT}|origin)",
            rf"let ⟨n\d+⟩ be the line (?:in space )?(?:that |which )?(?:passes|passing|goes) through (?:the )?(?:points? )?(?P<at>{_POINT}|origin),? and (?:the )?(?:point )?(?P<to>{_POINT}|origin)",
        ),
        "line_by": (rf"{_ART}line (?:contains|passes through) (?:the )?(?:vector|point) (?P<at>{_POINT}),? and has (?:a )?direction vector (?P<way>{_POINT})",),
        "plane_by": (rf"{_ART}plane (?:contains|passes through) (?:the )?(?:vector|point) (?P<at>{_POINT}),? and has (?:a )?normal vector (?P<way>{_POINT})",),
        "plane_through": (rf"{_ART}plane (?:passes through|contains|containing|passing through) (?:the )?(?:three )?points? (?P<points>{_POINT})",),
        "points": (
            rf"(?:let |in (?:coordinate )?space|whose vertices are |points? |the points? )*(?P<points>{_POINT})",
            "in (?:coordinate )?space",
            r"in a (?:three|3)-dimensional coordinate system",
        ),
        "meet": ("intersect(?: at (?:a point|⟨n\\d+⟩))?", "(?:the )?(?:two )?lines intersect(?: at (?:a point|⟨n\\d+⟩))?"),
        "ask_meet": (
            rf"{_FIND}(?:coordinates of (?:the )?)?(?:point of intersection|intersection point|intersection|point where they intersect)(?: of (?:the )?(?:lines?|planes?)(?: ⟨[nx]\d+⟩)?,? (?:and (?:the )?(?:lines?|planes?)?(?: ⟨[nx]\d+⟩)?)?)?",
            rf"{_FIND}(?:point of intersection|intersection point|intersection) of (?:the )?(?:two )?lines? {_BY}?(?P<line>{_ANY})",
            rf"{_FIND}(?:point of intersection|intersection point|intersection) of lines (?P<pairs>⟨[xln]\d+⟩,? and ⟨[xln]\d+⟩)",
        ),
        "ask_angle": (
            rf"{_FIND}acute angle (?:formed by|between) the (?:two )?lines(?: at ⟨n\d+⟩)?",
            r"(?P<theta>⟨n\d+⟩) is the acute angle (?:formed by|between) the (?:two )?lines(?: at ⟨n\d+⟩)?",
        ),
        "degrees": ("in degrees",),
        "ask_value": (rf"{_FIND}(?:value of )?(?P<asked>⟨[nx]\d+⟩)",),
        "perpendicular": (
            rf"{_FIND}(?:value of )?(?P<asked>⟨[nx]\d+⟩),? (?:so )?that (?:the )?lines {_BY}(?P<line>{_ANY})",
            "are (?:perpendicular|orthogonal)",
            rf"is (?P<perp>perpendicular|orthogonal) to (?:the )?line {_BY}(?P<line>{_ANY})",
        ),
        "coplanar": (rf"{_FIND}(?:value of )?(?P<asked>⟨n\d+⟩),? (?:so )?that (?:the )?(?:two )?lines are coplanar(?: ?\(i\.e\. there is a plane that contains both lines\))?",),
        "parallel": ("(?:the )?(?:two )?lines (?:do not|don't|never) intersect",),
        "passes": (rf"passes through (?:the )?point (?P<at>{_POINT})",),
        "ask_distance": (
            rf"{_FIND}(?:shortest |perpendicular )?distance (?:from|between) {_OF_POINT},? (?:to|and) (?:the )?(?:plane )?(?P<plane>⟨q\d+⟩)",
            rf"{_FIND}(?:shortest |perpendicular )?distance (?:from|between) {_OF_POINT},? (?:to|and) (?:this|the) (?P<which>plane|line)(?: ⟨n\d+⟩)?",
            rf"{_FIND}(?:shortest |perpendicular )?distance (?:from|between) {_OF_POINT},? to (?:the )?line (?:passing |that passes )?through (?:the points? )?(?P<a>{_POINT}),? and (?P<b>{_POINT})",
        ),
        "ask_foot": (
            rf"{_FIND}foot of the perpendicular from {_OF_POINT},? to (?:the )?line (?:passing |that passes )?through (?:the points? )?(?P<a>{_POINT}),? and (?P<b>{_POINT})",
        ),
        "ask_reflection": (
            rf"{_FIND}reflection of {_OF_POINT},? (?:across|over|in|about) (?:the )?plane (?P<plane>⟨q\d+⟩)",
            rf"{_FIND}reflection of {_OF_POINT},? (?:across|over|in|about) (?:the line )?(?P<which>⟨n\d+⟩)",
        ),
        "ask_volume": (rf"{_FIND}volume of (?:the )?tetrahedron(?:,? whose vertices are (?P<points>{_POINT})|,? with vertices (?P<points2>{_POINT}))?",),
        "ask_plane": (rf"{_FIND}equation of the plane (?:containing|passing through|that contains|that passes through|through) (?:the )?(?:three )?points? (?P<points>{_POINT})",),
        "form_plane": (r"(?:enter|give|write|express) (?:your|the) answer in the form (?P<form>⟨q\d+⟩)",),
        "form_whole": (r"where ⟨n\d+⟩ are integers,? such that ⟨[qm]\d+⟩,? (?:and ⟨[qv]\d+⟩)?", r"where ⟨n\d+⟩ are integers", r"such that ⟨[qm]\d+⟩,? and ⟨[qv]\d+⟩"),
        "sphere": (r"the graph of (?P<sphere>⟨q\d+⟩),? is a sphere", "is a sphere", r"the graph of (?P<sphere>⟨q\d+⟩)"),
        "ask_centre": (rf"{_FIND}(?P<what>center|centre|radius) of the sphere",),
    }
)  # fmt: skip
WORDS: Final = {
    "lines": Words("The points of the lines are \\[{one}\\qquad\\text{{and}}\\qquad {other}\\]", "两条直线上的点分别为 \\[{one}\\qquad {other}\\]"),
    "equal": Words("Where they meet, all coordinates agree: \\[{system}\\]", "相交处各坐标相等：\\[{system}\\]"),
    "solved": Words("This gives \\({solution}\\).", "解得 \\({solution}\\)。"),
    "point": Words("So the point is \\({point}\\).", "所以交点是 \\({point}\\)。"),
    "on_plane": Words("Put the point of the line into the equation of the plane: \\[{equation}=0\\]", "把直线上的点代入平面方程：\\[{equation}=0\\]"),
    "line": Words("The points of the line are \\({line}\\).", "直线上的点为 \\({line}\\)。"),
    "plane": Words("The plane has the normal vector \\({normal}\\) and the equation \\({equation}=0\\).", "平面的法向量是 \\({normal}\\)，方程为 \\({equation}=0\\)。"),
    "dot": Words("The angle of the directions \\({a}\\) and \\({b}\\): \\[\\cos\\theta=\\frac{{|{dot}|}}{{{la}\\cdot {lb}}}={value}\\]", "方向向量 \\({a}\\) 与 \\({b}\\) 的夹角：\\[\\cos\\theta=\\frac{{|{dot}|}}{{{la}\\cdot {lb}}}={value}\\]"),
    "angle": Words("So the angle is \\({angle}^\\circ\\).", "所以夹角为 \\({angle}^\\circ\\)。"),
    "perpendicular": Words("Perpendicular lines have directions whose dot product is 0: \\[{dot}=0\\]", "互相垂直的直线，方向向量的数量积为 0：\\[{dot}=0\\]"),
    "coplanar": Words("The lines lie in one plane exactly if their directions and the vector between their points are dependent: \\[\\det {matrix}={value}=0\\]", "两直线共面，当且仅当两个方向向量与连接两点的向量线性相关：\\[\\det {matrix}={value}=0\\]"),
    "parallel": Words("Lines of the plane that do not meet have parallel directions: \\[{value}=0\\]", "平面内不相交的两条直线方向平行：\\[{value}=0\\]"),
    "on_line": Words("The point lies on the line: \\[{system}\\]", "该点在直线上：\\[{system}\\]"),
    "foot_line": Words("The vector from the point to \\({line}\\) is perpendicular to the direction where \\[{dot}=0\\]", "从该点到 \\({line}\\) 的向量与方向向量垂直：\\[{dot}=0\\]"),
    "foot_plane": Words("Go from the point along the normal vector: \\({line}\\). It meets the plane where \\[{equation}=0\\]", "从该点沿法向量方向前进：\\({line}\\)，与平面相交时 \\[{equation}=0\\]"),
    "foot": Words("So \\(t={t}\\), and the foot of the perpendicular is \\({foot}\\).", "得 \\(t={t}\\)，垂足为 \\({foot}\\)。"),
    "reflected": Words("The reflection lies as far behind the foot: \\(2\\cdot {foot}-{point}={image}\\).", "对称点在垂足的另一侧同样远处：\\(2\\cdot {foot}-{point}={image}\\)。"),
    "far": Words("Its distance from the point is \\({value}\\).", "它与该点的距离为 \\({value}\\)。"),
    "volume": Words("The volume is a sixth of the determinant of three edges from one vertex: \\[\\frac{{1}}{{6}}\\left|\\det {matrix}\\right|={value}\\]", "体积是从一个顶点出发的三条棱的行列式绝对值的六分之一：\\[\\frac{{1}}{{6}}\\left|\\det {matrix}\\right|={value}\\]"),
    "squares": Words("Complete the squares: \\[{equation}\\]", "配方：\\[{equation}\\]"),
    "read": Words("So \\({what}\\).", "所以 \\({what}\\)。"),
    "asked": Words("So \\({asked}={value}\\).", "所以 \\({asked}={value}\\)。"),
    "code": Words("with coordinates", "用坐标计算"),
    "method": Words("put the answer back into what the problem says", "把答案代回题目的条件检验"),
}  # fmt: skip
