"""Ideas of the topics about geometry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_CONIC = (
    "Bring the equation to its standard form by completing the squares. The numbers under the squares give the half axes; for an ellipse their squares are subtracted to find the foci, for a hyperbola they are added.",
    "先配方化成标准方程。平方项下面的数给出半轴；求焦点时，椭圆用两者之差，双曲线用两者之和。",
)
IDEAS: Final[Mapping[str, tuple[tuple[str, str, str], ...]]] = {
    "conic_graphs": (("", *_CONIC),),
    "conics": (
        (r"asymptote|渐近线", "The asymptotes of a hyperbola. In the standard form replace the number on the right by zero: the difference of squares falls into two lines.", "双曲线的渐近线。把标准方程右边换成零，平方差就分解成两条直线。"),
        ("", *_CONIC),
    ),
    "circle_segments": (("", "Name the parts of the chords, secants or tangents by the letters of their ends. Two products are equal, or a right triangle has the radius as its hypotenuse: which of the two does this figure have?", "把弦、割线、切线的各段用端点字母表示出来。这个图形里是两段乘积相等，还是有一个以半径为斜边的直角三角形？"),),
    "elevations": (("", "Draw the right-angled triangle: what stands upright, the level ground, and the line of sight. Two of its parts are told; which of sine, cosine and tangent joins them with the one that is sought?", "画出直角三角形：竖直的物体、水平地面和视线。已知其中两个量，想一想正弦、余弦、正切中哪一个能把它们与所求的量联系起来。"),),
    "exterior_angles": (
        (r"polygon|hexagon|pentagon|octagon|边形", "Walking once round a polygon you turn a full circle, so the exterior angles add to one full turn; each interior angle and its exterior angle make a straight line.", "绕多边形走一圈，方向正好转过一周，所以外角和是一个周角；每个内角与它的外角合成平角。"),
        ("", "The exterior angle theorem. An exterior angle of a triangle is the sum of the two interior angles that do not lie beside it, for all three interior angles make a straight angle.", "外角定理。三角形的一个外角等于与它不相邻的两个内角之和，因为三个内角之和是一个平角。"),
    ),
    "triangles": (
        (r"内切圆|外接圆|inradius|circumradius|内角A|altitude|上的高|中线|median", "Three parts fix the triangle. Two sides and an angle, or three sides: law of cosines; a side and two angles: law of sines. The area then gives heights and radii.", "三个条件确定三角形。两边一角或三边用余弦定理，一边两角用正弦定理；再由面积求高和半径。"),
        (r"right triangle|right angle|Rt|直角|hypotenuse|legs?", "A right-angled triangle. Pythagoras ties the three sides, and sine, cosine and tangent are the quotients opposite over hypotenuse, adjacent over hypotenuse, and opposite over adjacent.", "直角三角形。勾股定理联系三条边；正弦、余弦、正切分别是对边比斜边、邻边比斜边、对边比邻边。"),
        (r"quadrant|象限|\bsin.*=.*find (?:cos|tan|sin)|锐角", "The Pythagorean identity gives the missing function up to its sign, and the quadrant tells the sign.", "由平方关系求出另一个函数值，符号由所在象限决定。"),
        (r"area|面积", "Two sides and the angle between them give the area: half their product times the sine of that angle. With all three sides, find such an angle first.", "两边和夹角可以求面积：两边乘积的一半乘以夹角的正弦。知道三边时，先求一个角。"),
        ("", "Sides and angles of any triangle. A side with its opposite angle calls for the law of sines; two sides with the angle between them, or all three sides, for the law of cosines. The angles make a straight angle together.", "任意三角形的边角关系。知道一边和它的对角用正弦定理；知道两边夹角或三边用余弦定理。三个内角合成平角。"),
    ),
    "lines": (
        (r"distance|距离|length|长", "The distance between two points. The differences of the coordinates are the legs of a right-angled triangle; use Pythagoras.", "两点间的距离。坐标之差是直角三角形的两条直角边，用勾股定理。"),
        (r"midpoint|中点", "The midpoint is the mean of the endpoints, coordinate by coordinate.", "中点坐标是两端点坐标的平均数，横纵坐标分别求。"),
        (r"parallel|perpendicular|平行|垂直", "Compare slopes. Parallel lines have the same slope; the slopes of perpendicular lines are negative reciprocals of each other.", "比较斜率。平行直线斜率相等；垂直直线的斜率互为负倒数。"),
        ("", "The slope. It is the change in height over the change to the right, and it is the same anywhere on the line; with one point it fixes the equation.", "斜率。它是纵坐标的变化与横坐标的变化之比，在直线上处处相同；再有一个点就能写出方程。"),
    ),
    "point_line": (("", "The shortest way to a line is the perpendicular. Bring the line to the general form, put the point into its left side, take the absolute value, and divide by the length of the normal vector.", "点到直线的最短路线是垂线段。把直线化成一般式，代入点的坐标取绝对值，再除以法向量的长度。"),),
    "circles": (("", "The equation of a circle says that every point has the same distance from the centre. Complete both squares to bring it to that form, then read off centre and radius; or find these two and write the equation.", "圆的方程表示圆上各点到圆心的距离相等。两次配方化成标准方程，读出圆心和半径；反过来，求出这两样就能写出方程。"),),
    "coordinate_systems": (("", "A right-angled triangle ties the two systems: distance and angle on one side, its legs on the other. The legs are distance times cosine and sine; back, use Pythagoras and the tangent, and mind the quadrant.", "两种坐标由直角三角形联系着：一边是距离和角度，一边是两条直角边。直角边等于距离乘余弦、正弦；反过来用勾股定理和正切，注意象限。"),),
    "linear_maps": (("", "The columns of the matrix are the images of the unit vectors. Ask where the map takes each of them, or use the general matrix of a rotation, reflection, projection or dilation.", "矩阵的各列就是单位向量的像。看变换把它们送到哪里，或者用旋转、反射、投影、伸缩的一般矩阵。"),),
    "circle_lines": (
        (r"chord|弦|截得|AB", "The perpendicular from the centre halves the chord. So half the chord, the distance from the centre to the line, and the radius make a right-angled triangle.", "圆心到弦的垂线平分这条弦，所以半弦长、圆心到直线的距离和半径构成直角三角形。"),
        ("", "Compare the distance from the centre to the line with the radius: smaller, equal or larger means two common points, one, or none.", "比较圆心到直线的距离与半径：小于、等于、大于半径分别对应两个公共点、一个公共点、没有公共点。"),
    ),
    "vector_lengths": (
        (r"夹角|angle between .*find the angle|cosine", "The product of two vectors is length times length times the cosine of the angle between them. Find the product first, then divide by both lengths.", "数量积等于两个模与夹角余弦的积。先求出数量积，再除以两个模。"),
        ("", "The square of a vector's length is its product with itself. Multiply out as in algebra: only the two lengths and one product remain.", "模的平方等于向量与自身的数量积。像多项式那样展开，只剩下两个模和一个数量积。"),
    ),
    "segments": (("", "The midpoint is the mean of the endpoints. Turned round, an endpoint is twice the midpoint less the other endpoint; lengths come from Pythagoras.", "中点是两端点的平均。反过来，端点等于中点的两倍减去另一端点；长度用勾股定理求。"),),
    "named_points": (("", "Put the figure on axes so that many coordinates are zero: a right angle or the foot of a height at the origin. Each thing that is said then becomes an equation between coordinates.", "把图形放到坐标系里，让尽量多的坐标为零：直角顶点或垂足放在原点。题中每个条件就变成坐标之间的一个方程。"),),
    "figures": (
        (r"(?i)two similar|相似", "Similar figures: all lengths have one ratio, areas have its square. First find the ratio of the lengths.", "相似图形：对应线段的比都相等，面积比是它的平方。先求出相似比。"),
        (r"外接球|内切球|sphere|棱锥|pyramid", "Look for the right triangle: the height of a regular pyramid stands on the centre of its base; the sphere around a box has the space diagonal as its diameter.", "找直角三角形：正棱锥的高落在底面中心；长方体外接球的直径是体对角线。"),
        (r"area|面积", "Name the figure and its area formula. Find which lengths the formula needs, work out a missing one first – often with Pythagoras – and put them in.", "先认出图形，写出面积公式，看公式需要哪些长度；缺的先求出来（常用勾股定理），再代入。"),
        (r"volume|体积|容积", "Name the solid and its volume formula. For most it is base times height, a third of it where the solid runs to a point.", "先认出立体，写出体积公式。柱体是底面积乘高，锥体是它的三分之一。"),
        (r"angle|sides does|内角|外角|几边形", "Cut the polygon into triangles from one corner: each has a straight angle as its sum. All exterior angles together make a full turn.", "从一个顶点把多边形分成三角形，每个三角形的内角和是一个平角；全部外角合成一个周角。"),
        ("", "Name the figure, write down its formula with the letters, mark what is known and solve for what is asked. A right angle in it means that Pythagoras helps.", "先认出图形，写出公式，标出已知量，再求所问的量。图中有直角，就可以用勾股定理。"),
    ),
    "conic_chords": (("", "Put the line into the equation of the curve: what comes out is a quadratic, whose roots belong to the common points. Their sum and product are enough for the length and for the middle; a tangent has a double root. For distances from a focus use what defines the curve.", "把直线代入曲线方程，得到一元二次方程，它的根对应交点。由根的和与积就能求弦长和中点；相切时有重根。与焦点有关的距离用曲线的定义。"),),
    "planes": (("", "A plane is known by one of its points and a vector perpendicular to it. Two vectors within the plane give that normal by their cross product; a distance is measured along the normal.", "平面由一个点和一个法向量确定。平面内两个向量的向量积就是法向量；点到平面的距离沿法线方向量。"),),
}  # fmt: skip
