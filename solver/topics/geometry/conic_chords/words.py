"""The words of lines and conics: those that are read, and those that are said."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words

VOCABULARY: Final = {
    "focus": "focus|its focus|the focus|one focus|a focus|one of its foci|its right focus|right focus|left focus|焦点|的焦点|其焦点|一个焦点|右焦点|左焦点|的右焦点|的左焦点|到焦点|焦点且",
    "left": "the left focus|到左焦点|到左焦点的",
    "right": "the right focus|到右焦点|到右焦点的",
    "other": "the other focus|到另一个焦点|另一个焦点|到另一焦点|另一焦点",
    "slope": "slope|of slope|with slope|gradient|斜率|斜率为|且斜率为|作斜率为",
    "angle": "inclination|angle of inclination|inclination angle|makes an angle|making an angle|倾斜角|倾斜角为|作倾斜角为|且倾斜角为",
    "chord": "chord|chords|弦|的弦|这条弦|条弦|此弦|弦恰好|弦所在|所在",
    "length": "length|the length|length of the chord|chord length|弦长|的弦长|长|弦的长|的长|的长度|长度",
    "midpoint": "midpoint|whose midpoint|with midpoint|bisected at|bisected|is bisected|the midpoint|中点|的中点|为中点|被|恰好被|平分|恰被|恰好为|弦恰好被|恰好是",
    "tangent": "tangent|tangents|tangent line|tangent lines|相切|切线|的切线|且与|切线方程|的切线方程",
    "parallel": "parallel|is parallel|that is parallel|that are parallel|平行|平行于",
    "perpendicular": "perpendicular|is perpendicular|垂直|垂直于",
    "distance": "distance|the distance|距离|的距离",
    "meets": "meets|intersects|cuts|crosses|meet|intersect|intersecting|points|at points|at two points|two points|intersection|交|交于|相交于|相交|两点|点|交抛物线|交椭圆|交抛物线于|交椭圆于|交双曲线|交双曲线于|直线交抛物线|直线交抛物线于|直线交椭圆于",
    "latus": "latus rectum|the latus rectum|通径|的通径|通径长|的通径长",
    "abscissa": "x coordinate|x-coordinate|abscissa|横坐标|的横坐标|点的横坐标",
    "equation": "equation|the equation|equations|方程|的方程|直线方程|的直线方程|直线的方程",
    "ellipse": "ellipse|the ellipse|椭圆|过椭圆",
    "parabola": "parabola|the parabola|抛物线|过抛物线",
    "hyperbola": "hyperbola|the hyperbola|双曲线|过双曲线",
    "": "line|lines|the line|straight line|through|passing through|passes|drawn|curve|from|point|the point|a point|on|that|which|whose|to|are|curve|of the line segment|segment|线段|直线|过|经过|作|上|一|一点|上一点|内一点|内|的直线|这条|条|在|若|点|其|曲线|上的点|上的一点|抛物线上|它|另|所得|截得|被|所截|截|得",
}  # fmt: skip
WORDS: Final = {
    "substitute": Words("Put the line \\({line}\\) into the equation of the curve: \\({equation}\\).", "把直线 \\({line}\\) 代入曲线方程：\\({equation}\\)。"),
    "chord": Words("With \\(x_1+x_2={sum}\\), \\(x_1x_2={product}\\) and the slope \\({k}\\) the length is \\[|AB|=\\sqrt{{1+k^2}}\\sqrt{{(x_1+x_2)^2-4x_1x_2}}={value}\\]", "由 \\(x_1+x_2={sum}\\)，\\(x_1x_2={product}\\)，斜率 \\({k}\\)，弦长为 \\[|AB|=\\sqrt{{1+k^2}}\\sqrt{{(x_1+x_2)^2-4x_1x_2}}={value}\\]"),
    "vertical": Words("On the vertical line \\(x={c}\\) the curve has \\(y={first}\\) and \\(y={second}\\), so the length is \\({value}\\).", "在竖直线 \\(x={c}\\) 上，\\(y={first}\\) 或 \\(y={second}\\)，所以长度为 \\({value}\\)。"),
    "focus": Words("The focus is \\({focus}\\), so the line is \\({line}\\).", "焦点为 \\({focus}\\)，所以直线为 \\({line}\\)。"),
    "focal": Words("Each point of a parabola is as far from the focus as from the directrix \\(x={directrix}\\). So \\(|AB|=|AF|+|BF|=x_1+x_2+p={sum}+{p}={value}\\).", "抛物线上的点到焦点的距离等于到准线 \\(x={directrix}\\) 的距离，所以 \\(|AB|=|AF|+|BF|=x_1+x_2+p={sum}+{p}={value}\\)。"),
    "midpoint": Words("Let the ends be \\((x_1,y_1)\\) and \\((x_2,y_2)\\), with \\(x_1+x_2={sx}\\), \\(y_1+y_2={sy}\\). Subtracting the equations of the curve for both ends gives the slope \\(k={k}\\).", "设两端点为 \\((x_1,y_1)\\)、\\((x_2,y_2)\\)，则 \\(x_1+x_2={sx}\\)，\\(y_1+y_2={sy}\\)。两点代入曲线方程后相减（点差法），得斜率 \\(k={k}\\)。"),
    "through": Words("The line with this slope through \\({point}\\): \\({line}\\). Put into the curve it gives two points, so the chord exists.", "过 \\({point}\\) 以此为斜率的直线：\\({line}\\)。代入曲线方程得两个交点，弦存在。"),
    "direction": Words("Let the tangent be \\(y={k}x+m\\). Put into the curve: \\({equation}\\).", "设切线为 \\(y={k}x+m\\)，代入曲线方程：\\({equation}\\)。"),
    "touch": Words("It touches where the discriminant is 0: \\({disc}=0\\), so \\(m={m}\\).", "相切即判别式为 0：\\({disc}=0\\)，得 \\(m={m}\\)。"),
    "directrix": Words("Focus \\({focus}\\), directrix \\({directrix}\\): the distance from the focus equals the distance from the directrix.", "焦点 \\({focus}\\)，准线 \\({directrix}\\)：点到焦点的距离等于到准线的距离。"),
    "radius": Words("So the distance is \\({expr}={value}\\).", "所以距离为 \\({expr}={value}\\)。"),
    "abscissa": Words("So \\({expr}={d}\\), that is \\(x={value}\\).", "所以 \\({expr}={d}\\)，即 \\(x={value}\\)。"),
    "sum": Words("On an ellipse the distances from both foci add up to \\(2a={sum}\\), so the other one is \\({sum}-{d}={value}\\).", "椭圆上的点到两焦点的距离之和为 \\(2a={sum}\\)，所以到另一个焦点的距离为 \\({sum}-{d}={value}\\)。"),
    "latus": Words("The latus rectum is the chord through a focus perpendicular to the axis. On the line \\({line}\\) the curve has the points {points}, so its length is \\({value}\\).", "通径是过焦点且垂直于对称轴的弦。在直线 \\({line}\\) 上，曲线上的点为 {points}，所以通径长为 \\({value}\\)。"),
    "code": Words("the common points of line and curve, and their distance", "直线与曲线的交点及其距离"),
    "code_touch": Words("the line has one point with the curve", "直线与曲线只有一个公共点"),
    "code_mid": Words("the slope from the sums of the coordinates", "由坐标之和求斜率"),
    "code_focus": Words("distance from the focus", "到焦点的距离"),
    "sentence": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
    "length": Words("The length is \\({answer}\\).", "长度为 \\({answer}\\)。"),
    "distance": Words("The distance is \\({answer}\\).", "距离为 \\({answer}\\)。"),
    "line": Words("The line is \\({answer}\\).", "所求直线方程为 \\({answer}\\)。"),
    "method": Words("the length from the slope and the discriminant, without the points", "不求交点，由斜率和判别式求弦长"),
    "method_mid": Words("the line was cut with the curve, and the middle of both points compared", "求直线与曲线的两个交点，检验其中点"),
    "method_touch": Words("the line was put into the curve: there is one point, and its slope is right", "把直线代入曲线，检验只有一个公共点且方向正确"),
    "method_far": Words("by the distance from the directrix", "用到准线的距离检验"),
    "method_points": Words("such a point was computed, and both distances measured", "求出这样的点，再量两个距离"),
}  # fmt: skip
