"""The words of figures: their nouns and measures, as problems have them and as solutions say them."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words
from solver.topics.geometry.figures.units import MARKS

NOUNS: Final = {
    "circle": "circle|disk|disc|circular|圆|圆形|圆的",
    "semicircle": "semicircle|semi circle|half circle|半圆|半圆形",
    "quadrant": "quarter circle|quarter of a circle|quadrant of a circle|四分之一圆|四分之一的圆|四分之一圆形",
    "sector": "sector|circular sector|sector of a circle|sector of the circle|arc of a circle|扇形",
    "ring": "ring|annulus|circular ring|圆环|环形",
    "square": "square|正方形",
    "rectangle": "rectangle|rectangular|长方形|矩形",
    "parallelogram": "parallelogram|平行四边形",
    "rhombus": "rhombus|菱形",
    "kite": "kite|筝形",
    "trapezoid": "trapezoid|trapezium|isosceles trapezoid|isosceles trapezium|right trapezoid|梯形|等腰梯形|直角梯形",
    "triangle": "triangle|三角形",
    "right_triangle": "right triangle|right angled triangle|right angle triangle|直角三角形",
    "isosceles_right": "isosceles right triangle|right isosceles triangle|isosceles right angled triangle|等腰直角三角形",
    "equilateral": "equilateral triangle|regular triangle|等边三角形|正三角形",
    "isosceles": "isosceles triangle|等腰三角形",
    "polygon": "polygon|convex polygon|多边形|凸多边形",
    "regular_polygon": "regular polygon|regular convex polygon|正多边形",
    "quadrilateral": "quadrilateral|convex quadrilateral|四边形|凸四边形",
    "cube": "cube|正方体|立方体",
    "cuboid": "cuboid|rectangular prism|rectangular box|rectangular solid|right rectangular prism|rectangular parallelepiped|box|长方体",
    "cylinder": "cylinder|right circular cylinder|circular cylinder|圆柱|圆柱体",
    "cone": "cone|right circular cone|circular cone|圆锥|圆锥体",
    "sphere": "sphere|ball|球|球体",
    "hemisphere": "hemisphere|半球|半球体",
    "prism": "prism|right prism|棱柱|直棱柱|三棱柱|直三棱柱|triangular prism|柱体",
    "pyramid": "pyramid|棱锥|三棱锥|四棱锥|triangular pyramid",
    "square_pyramid": "square pyramid|regular square pyramid|square based pyramid|正四棱锥",
}
MEASURES: Final = {
    # concept: phrases in problems, its name in English and in Chinese
    "radius": ("radius|半径|radii", "radius", "半径"),
    "diameter": ("diameter|直径", "diameter", "直径"),
    "perimeter": ("perimeter|circumference|distance around|周长|一周的长度", "perimeter", "周长"),
    "area": ("area|面积", "area", "面积"),
    "arc": ("arc|arc length|弧|弧线", "arc", "弧长"),
    "central_angle": ("central angle|angle at the center|angle at the centre|center angle|圆心角", "central angle", "圆心角"),
    "radians": ("central angle in radians|圆心角的弧度数|圆心角弧度数|圆心角的弧度", "central angle in radians", "圆心角的弧度数"),
    "outer_radius": ("outer radius|outside radius|larger radius|bigger radius|外圆半径|大圆半径|外半径|外圆的半径|大圆的半径", "outer radius", "外圆半径"),
    "inner_radius": ("inner radius|inside radius|smaller radius|内圆半径|小圆半径|内半径|内圆的半径|小圆的半径", "inner radius", "内圆半径"),
    "outer_diameter": ("outer diameter|outside diameter|外圆直径|大圆直径|外直径|外圆的直径|大圆的直径", "outer diameter", "外圆直径"),
    "inner_diameter": ("inner diameter|inside diameter|内圆直径|小圆直径|内直径|内圆的直径|小圆的直径", "inner diameter", "内圆直径"),
    "width": ("width|breadth|宽|宽度|环宽", "width", "宽"),
    "length": ("length|长|长度", "length", "长"),
    "side": ("side|sides?|dimensions|side length|side lengths?|edge length of its sides|third side|other side|remaining side|missing side|three sides|two sides|four sides|two of the sides|two other sides|other two sides|adjacent sides|two adjacent sides"
             "|each side|all sides|one side|another side|shorter side|longer side|边|三边|三条边|两边|两条边|另一边|第三边|另一条边|第三条边|邻边|相邻两边|一组邻边|两条邻边|两邻边|每条边|一边|一条边|其中两边", "side", "边长"),
    "edge": ("edge|edges?|edge length|each edge|side edge|棱|每条棱", "edge", "棱长"),
    "diagonal": ("diagonal|two diagonals|one of its diagonals|one of the diagonals|other diagonal|one diagonal|another diagonal|both diagonals|diagonals|对角线|两条对角线|另一条对角线|一条对角线|两对角线", "diagonal", "对角线"),
    "space_diagonal": ("space diagonal|body diagonal|main diagonal|interior diagonal|long diagonal|体对角线", "space diagonal", "体对角线"),
    "face_diagonal": ("face diagonal|diagonal of a face|diagonal of one face|diagonal of each face|面对角线", "face diagonal", "面对角线"),
    "base": ("base|other base|one base|another base|底|另一底|底边|底边上", "base", "底"),
    "height": ("height|altitude|perpendicular height|vertical height|corresponding height|高|高度|底边上的高|底上的高|这条底边上的高|这条边上的高|对应的高|底边对应的高|这个底上的高|该底边上的高|该边上的高|对应底边上的高", "height", "高"),
    "upper_base": ("upper base|top base|shorter base|short base|smaller base|upper side|top side|上底", "upper base", "上底"),
    "lower_base": ("lower base|bottom base|longer base|long base|larger base|lower side|bottom side|下底", "lower base", "下底"),
    "bases": ("bases|parallel sides|two parallel sides|two bases|parallel bases|两底|上下底|上下两底|两条底|两平行边", "base", "底"),
    "midline": ("midline|median|midsegment|mid segment|mid line|中位线", "midline", "中位线"),
    "angle": ("angle|angles?|two angles|two of the angles|other angle|third angle|remaining angle|missing angle|fourth angle|three angles|four angles|fourth interior angle|all angles|angle measures|measures of the angles"
              "|measure of each angle|measure of the third angle|measure of the angle|其中两个角|两个角|另一个角|第三个角|第四个角|角|三个角|各角|其余一个角|三个角的度数|其中三个角|度数为角", "angle", "角"),
    "interior_angle": ("interior angle|interior angles?|each interior angle|every interior angle|each angle|one interior angle|three interior angles|four interior angles|two interior angles|measure of each interior angle|measure of an interior angle|measure of one interior angle"
                       "|内角|每个内角|每一个内角|各内角|两个内角|三个内角|第三个内角|另一个内角|一个内角|其中两个内角|第四个内角|各个内角|四个内角|其中三个内角", "interior angle", "内角"),
    "exterior_angle": ("exterior angle|exterior angles?|each exterior angle|every exterior angle|one exterior angle|measure of each exterior angle|measure of an exterior angle|每个外角|每一个外角|外角|一个外角|各个外角", "exterior angle", "外角"),
    "acute_angle": ("acute angle|acute angles|one acute angle|other acute angle|another acute angle|锐角|一个锐角|另一个锐角|另一锐角|其中一个锐角", "acute angle", "锐角"),
    "apex_angle": ("apex angle|vertex angle|vertical angle|angle at the apex|顶角", "vertex angle", "顶角"),
    "base_angle": ("base angle|base angles|each base angle|底角|一个底角|每个底角", "base angle", "底角"),
    "ratio": ("ratio|in ratio|之比|比|度数之比|度数的比|度数比", "part of the ratio", "份数"),
    "smallest": ("smallest angle|least angle|smallest interior angle|最小角|最小的角|最小内角|最小的内角", "smallest angle", "最小角"),
    "largest": ("largest angle|greatest angle|biggest angle|largest interior angle|最大角|最大的角|最大内角|最大的内角", "largest angle", "最大角"),
    "leg": ("leg|legs|two legs|other leg|one leg|another leg|shorter leg|longer leg|missing leg|both legs|two perpendicular sides|直角边|两直角边|两条直角边|另一条直角边|一条直角边|另一直角边|一直角边", "leg", "直角边"),
    "hypotenuse": ("hypotenuse|斜边", "hypotenuse", "斜边"),
    "hypotenuse_height": ("height to the hypotenuse|altitude to the hypotenuse|altitude on the hypotenuse|height on the hypotenuse|altitude drawn to the hypotenuse|斜边上的高|斜边的高|斜边上高", "height on the hypotenuse", "斜边上的高"),
    "hypotenuse_median": ("median to the hypotenuse|median on the hypotenuse|斜边上的中线|斜边中线|斜边的中线", "median to the hypotenuse", "斜边上的中线"),
    "arm": ("equal sides|two equal sides|congruent sides|each equal side|each of the equal sides|equal side|one of the equal sides|腰|两腰|一腰|一条腰|两条腰|每条腰", "equal side", "腰"),
    "sides": ("number of sides|how many sides|边数|几边形|多少条边|几条边|条边", "number of sides", "边数"),
    "angle_sum": ("sum of the interior angles|sum of interior angles|sum of the angles|sum of all interior angles|interior angle sum|sum of its interior angles|sum of the measures of the interior angles|sum of all the interior angles|angle sum|sum of its angles"
                  "|total of the interior angles|sum of angles|内角和|内角的和|内角之和|所有内角的和|所有内角之和", "sum of the interior angles", "内角和"),
    "diagonals": ("number of diagonals|how many diagonals|对角线的条数|对角线条数|对角线总数|对角线的总条数|对角线一共|多少条对角线|几条对角线|条对角线|共有对角线|对角线共", "number of diagonals", "对角线条数"),
    "from_vertex": ("number of diagonals from one vertex|number of diagonals from each vertex|diagonals from one vertex|how many diagonals from one vertex|一顶点对角线", "number of diagonals from one vertex", "从一个顶点出发的对角线条数"),
    "edges": ("sum of the edges|total length of the edges|total length of all edges|sum of all edges|sum of all the edges|total edge length|total length of all its edges|total length of its edges|sum of the lengths of all edges|sum of the lengths of its edges"
              "|sum of the lengths of the edges|sum of the lengths of all its edges|sum of the lengths of all the edges|total length of all the edges"
              "|棱总和|棱之和|棱的总和|所有棱之和|所有棱的和|所有棱的总和|全部棱的和|各棱之和|十二条棱的和", "total length of the edges", "棱长总和"),
    "face": ("area of one face|area of each face|area of a face|face area|一个面的面积|每个面的面积", "area of a face", "一个面的面积"),
    "volume": ("volume|capacity|体积|容积|的体积", "volume", "体积"),
    "surface": ("surface area|total surface area|total area|surface|全面积|表面积", "surface area", "表面积"),
    "lateral": ("lateral area|lateral surface area|curved surface area|lateral surface|curved surface|side surface area|area of the lateral surface|area of the curved surface|area of its lateral surface|侧面积|侧面的面积|侧面展开图的面积", "lateral area", "侧面积"),
    "base_area": ("base area|area of the base|area of its base|base of area|底面积|底面的面积|底面面积", "area of the base", "底面积"),
    "base_radius": ("base radius|radius of the base|radius of its base|底面半径|底面圆的半径|底面的半径|底半径|底面圆半径", "radius of the base", "底面半径"),
    "base_diameter": ("base diameter|diameter of the base|diameter of its base|底面直径|底面圆的直径|底面的直径|底面圆直径", "diameter of the base", "底面直径"),
    "base_around": ("base circumference|circumference of the base|circumference of its base|perimeter of the base|base perimeter|perimeter of its base|底面周长|底面圆的周长|底面的周长|底面圆周长", "circumference of the base", "底面周长"),
    "base_edge": ("base edge|base side|side of the base|edge of the base|side of its base|base edges|底面边|底面的边|底面棱", "edge of the base", "底面边长"),
    "slant": ("slant height|slant|lateral height|母线|斜高", "slant height", "母线长"),
}  # fmt: skip
HELPERS: Final = {"s": ("half of the perimeter", "半周长"), "k": ("one part of the ratio", "每一份")}
AFTER: Final = {
    "long": "length",
    "wide": "width",
    "high": "height",
    "tall": "height",
    "deep": "height",
    "thick": "height",
}
SQUARED: Final = frozenset({"area", "surface", "lateral", "base_area", "face"})
DEGREES: Final = frozenset(
    {"angle", "interior_angle", "exterior_angle", "acute_angle", "apex_angle", "base_angle", "smallest", "largest", "central_angle", "angle_sum"}
)  # fmt: skip
COUNTS: Final = frozenset({"sides", "diagonals", "from_vertex"})
PURE: Final = COUNTS | {"ratio", "radians"}
MANY: Final = frozenset(
    {"side", "edge", "diagonal", "bases", "angle", "interior_angle", "ratio", "leg", "acute_angle", "radius", "diameter"}
)  # fmt: skip


def dimension(measure: str) -> int:
    """1 for lengths, 2 for areas, 3 for volumes, 0 for angles and numbers."""
    if measure in SQUARED:
        return 2
    return 3 if measure == "volume" else 0 if measure in DEGREES or measure in PURE else 1


VOCABULARY: Final = {
    "": "with|whose|having|has|have|s|respectively|measure|measures|measuring|is given by|size|sizes|degree measure|how big|plane|figure|solid|of length|lengths|corresponding|certain|calculate"
    "|exactly|also|exact|simplified|only|formula|long is|large is|length measure"
    "|度数|的度数|大小|的大小|图形|有|长分别|所对|所对的|这|个|条|都|均|一|已知|为|共有|一共有|这样|在一个|你|能|吗|可得|数据|某|有一|它们的|的是|并求|其|出它",
    "other": "other|third|another|另",
    **{f"noun:{name}": phrases for name, phrases in NOUNS.items()},
    **{f"measure:{name}": phrases for name, (phrases, _, _) in MEASURES.items() if phrases},
    **{f"after:{measure}:{word}": word for word, measure in AFTER.items()},
    **{mark: mark for mark in MARKS},
    "stop": "unitstop",
    "pause": "unitpause",
    "ask": "多少度|是多少度|几度|是几度|how long|how long is|how high|how large|how large is|how big is|how wide is|how many degrees|how many degrees is|how much is|how many|what s|是多长|多大|是多大|多长|有多大|有多少|为多大|等于多大|求它|求其",
}
SAY: Final = {
    "given": Words("Given: {given}. Wanted: {wanted}.", "已知{given}；求{wanted}。"),
    "law": Words("The {measure} of {figure}{why}: \\[{chain}\\]", "{figure}的{measure}{why}：\\[{chain}\\]"),
    "solved": Words(
        "The formula \\({law}\\){why} links the {measure} with what is known. Solve it for \\({letter}\\) and put the numbers in: \\[{chain}\\]",
        "由公式\\({law}\\){why}解出{measure}\\({letter}\\)，代入数据：\\[{chain}\\]",
    ),
    "pi": Words("As the problem says, use \\(\\pi\\approx {pi}\\).", "按题目要求，取\\(\\pi\\approx {pi}\\)。"),
    "answer": Words("The {measure} of {figure} is {answer}{unit}.", "{figure}的{measure}是{answer}{unit}。"),
    "answers": Words("The answer is {answer} ({listed}).", "答案是{answer}（{listed}）。"),
    "claim": Words("{measures}: {answer}", "{measures}：{answer}"),
    "method": Words(
        "Go backwards: from the claimed value compute a given one, and compare.",
        "倒过来算：由所说的结果求出一个已知量，再与题目比较。",
    ),
    "method_other": Words(
        "Compute it in another way and compare.", "换一种方法计算，再比较。"
    ),
    "about": Words("The {measure} of {figure} is about {answer}{unit}.", "{figure}的{measure}约是{answer}{unit}。"),
    "round": Words("Round to {places}: \\[{letter}={exact}\\approx {rounded}\\]", "{places}：\\[{letter}={exact}\\approx {rounded}\\]"),
    "bracket": Words(
        "Go backwards from both ends of what rounds to the claimed value: the given one must lie between.",
        "把四舍五入后等于所说结果的范围的两端倒推回去，已知量应在两者之间。",
    ),
}  # fmt: skip
WHY: Final = {
    "pythagoras": Words("by the Pythagorean theorem", "根据勾股定理"),
    "heron": Words("by Heron's formula", "根据海伦公式"),
    "angles": Words("since the angles of a triangle add up to 180°", "因为三角形的内角和是180°"),
    "four_angles": Words("since the angles of a quadrilateral add up to 360°", "因为四边形的内角和是360°"),
    "acute": Words("since the two acute angles add up to 90°", "因为两个锐角的和是90°"),
    "exterior": Words("since the exterior angles add up to 360°", "因为外角和是360°"),
    "straight": Words("since it makes 180° with its neighbour", "因为相邻的内角与外角的和是180°"),
    "two_areas": Words("since a·b and c·h are both twice the area", "因为ab与ch都等于面积的2倍"),
    "half_base": Words(
        "by the Pythagorean theorem, as the height halves the base", "底边上的高平分底边，根据勾股定理"
    ),
    "half_edge": Words(
        "by the Pythagorean theorem in the triangle of height, half an edge and slant height",
        "在高、底边的一半和斜高组成的直角三角形中用勾股定理",
    ),
}
PLACES: Final = (
    Words("the nearest whole number", "保留整数"),
    Words("one decimal place", "保留一位小数"),
    Words("two decimal places", "保留两位小数"),
    Words("three decimal places", "保留三位小数"),
)
