"""What is said of an ellipse or a hyperbola, in both languages: the vocabulary and the sentences of a solution."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words

VOCABULARY: Final = {
    "ellipse": "ellipse|ellipses?|椭圆|的椭圆|该椭圆|该椭圆的|此椭圆|此椭圆的|这个椭圆|这个椭圆的|椭圆的",
    "hyperbola": "hyperbola|双曲线|的双曲线|该双曲线|该双曲线的|此双曲线|此双曲线的|这个双曲线|这个双曲线的|双曲线的|这条双曲线|这条双曲线的",
    "conic": "conic|conic section|curve|graph|graph of|曲线|圆锥曲线|该曲线|该曲线的|圆锥曲线的|曲线的|该圆锥曲线的",
    "filler": "points?|coordinates|coordinates of|have coordinates|length|lengths|length of|lengths of|has length|of length|long|whose|given by|defined by|represented by|described by|one|located at|ordered pairs?|has|having|coordinate plane|write|name|state|list"
    "|点|两点|坐标|坐标为|的坐标|坐标是|坐标分别为|坐标分别是|分别为|分别是|长|的长|长度|的长度|长为|长是|一个|它的|它的两个|两个|其|坐标轴|平面直角坐标系|在平面直角坐标系中|坐标系|在平面直角坐标系|点的坐标|平面内"
    "|对称轴为坐标轴|坐标轴为对称轴|以坐标轴为对称轴|对称轴是坐标轴|焦点在坐标轴上|写|有|长分别为|长分别是|从|说出|指出",
    "center": "center|centre|centered at|centred at|center at|centre at|center is at|with center at|is centered at|center of|coordinates of the center|中心|的中心|中心坐标|的中心坐标|中心在|中心为|中心是|对称中心|的对称中心|中心的坐标",
    "foci": "foci|focuses|focus|focal points?|foci at|foci are at|focus at|foci are|coordinates of the foci|coordinates of its foci|the foci|two foci"
    "|焦点|的焦点|焦点为|焦点是|焦点坐标|的焦点坐标|焦点的坐标|两焦点|两个焦点|两焦点为|两焦点坐标|两个焦点坐标|焦点坐标为|焦点坐标是|焦点在|左右焦点|左右焦点坐标|焦点坐标分别为|两个焦点坐标分别是|两个焦点坐标分别为",
    "vertices": "vertices|vertex|vertices at|vertex at|vertices are at|vertices are|coordinates of the vertices|coordinates of its vertices"
    "|顶点|的顶点|顶点坐标|的顶点坐标|顶点的坐标|顶点为|顶点是|顶点坐标为|两个顶点|两顶点|两个顶点坐标|四个顶点|四个顶点坐标|四个顶点的坐标|顶点坐标是|两顶点坐标",
    "main_ends": "endpoints of the major axis|endpoints of its major axis|major axis endpoints|endpoints of major axis|ends of the major axis|长轴端点|长轴的端点|长轴的两个端点|长轴端点坐标|长轴两端点|长轴的端点坐标|长轴的一个端点|长轴的一个端点为|长轴的两个端点坐标|长轴一个端点",
    "covertices": "covertices|co vertices|co vertex|covertex|co vertices at|endpoints of the minor axis|endpoints of its minor axis|endpoints of minor axis|ends of the minor axis|minor axis endpoints|短轴端点|短轴的端点|短轴的两个端点|短轴端点坐标|短轴两端点|短轴的端点坐标|短轴的一个端点|短轴的一个端点为|短轴的两个端点坐标|短轴一个端点",
    "eccentricity": "eccentricity|eccentricity of|离心率|的离心率|离心率为|离心率是|离心率等于|离心率的值",
    "major": "major axis|major axes|major axis length|length of the major axis|length of its major axis|major axis of length|major axis has length|major|长轴长|的长轴长|长轴的长|长轴长为|长轴的长为|长轴长是|长轴的长度|长轴长等于|长轴|长轴为",
    "minor": "minor axis|minor axes|minor axis length|length of the minor axis|length of its minor axis|minor axis of length|minor axis has length|minor|短轴长|的短轴长|短轴的长|短轴长为|短轴的长为|短轴长是|短轴的长度|短轴长等于|短轴|短轴为",
    "transverse": "transverse axis|transverse axis length|length of the transverse axis|length of its transverse axis|transverse axis of length|transverse|transverse axes|实轴长|的实轴长|实轴的长|实轴长为|实轴的长为|实轴长是|实轴的长度|实轴长等于|实轴",
    "conjugate": "conjugate axis|conjugate axes|conjugate axis length|length of the conjugate axis|length of its conjugate axis|conjugate axis of length|conjugate|虚轴长|的虚轴长|虚轴的长|虚轴长为|虚轴的长为|虚轴长是|虚轴的长度|虚轴长等于|虚轴",
    "semi_major": "semi major axis|semimajor axis|semi major|semimajor|semi major axes|长半轴长|长半轴的长|长半轴|长半轴长为|半长轴|半长轴长|半长轴的长|的长半轴长",
    "semi_minor": "semi minor axis|semiminor axis|semi minor|semiminor|semi minor axes|短半轴长|短半轴的长|短半轴|短半轴长为|半短轴|半短轴长|半短轴的长|的短半轴长",
    "semi_transverse": "实半轴长|实半轴的长|实半轴|实半轴长为|半实轴长|semi transverse axis",
    "semi_conjugate": "虚半轴长|虚半轴的长|虚半轴|虚半轴长为|半虚轴长|semi conjugate axis",
    "focal": "distance between the foci|distance between its foci|distance between the two foci|distance between foci|distance between its two foci|焦距|的焦距|焦距为|焦距是|焦距等于|两焦点间的距离|两焦点的距离|两焦点间的距离为|两焦点之间的距离|两个焦点之间的距离|焦点间的距离|两焦点距离为",
    "semi_focal": "distance from the center to a focus|distance from the center to each focus|半焦距|半焦距为|半焦距长",
    "latus": "latus rectum|length of the latus rectum|length of its latus rectum|length of each latus rectum|latera recta|通径|通径长|的通径长|通径的长",
    "area": "area|area of|area enclosed by|area of the region enclosed by|面积|的面积",
    "directrices": "directrices|directrix|equations of the directrices|equations of its directrices|equation of the directrices|equations of directrices|准线|的准线|准线方程|的准线方程|准线为|准线方程为|准线方程是|准线的方程|两条准线方程",
    "asymptotes": "asymptotes?|equations of the asymptotes|equations of its asymptotes|equations for the asymptotes|equation of the asymptotes|equation of its asymptotes|equations of asymptotes|equations for its asymptotes|asymptote equations|asymptotes are|equations of the two asymptotes"
    "|渐近线|的渐近线|渐近线方程|的渐近线方程|渐近线为|渐近线方程为|渐近线方程是|渐近线的方程|的渐近线的方程|渐近线的方程为|两条渐近线|两条渐近线方程|两条渐近线方程为|两条渐近线为|两条渐近线的方程为|渐近线是",
    "through": "through|passes through|passing through|that passes through|which passes through|goes through|going through|contains the point|through the points?|and passes through|过|经过|过点|经过点|且过点|且过|且经过|且经过点|通过|通过点|经过两点|过两点|经过点的|都过|在椭圆上|在双曲线上",
    "equation": "equation|equation of|equation for|with equation|has equation|whose equation is|standard equation|standard form equation|standard equation of|方程|的方程|方程为|方程是",
    "standard": "standard form|in standard form|standard form of|standard form of the equation of|equation in standard form|equation in standard form of|standard equation|standard equation of|standard form equation of|write in standard form|put in standard form|into standard form|convert to standard form|convert|put|express|标准方程|的标准方程|标准方程为|标准方程是|化为标准方程|写成标准方程|化成标准方程|化为标准形式|写成标准形式|化成标准形式|标准形式",
    "type": "classify|type|type of|type of conic|type of conic section|what type of conic|what type of conic section|kind of conic|kind of conic section|what kind of conic|what kind of conic section|which conic section|which conic|what conic section|what conic|identify the conic|identify the conic section|identify the type of conic|name the conic|name of the conic|which type of conic|what type of curve|what kind of curve|which curve|what curve"
    "|是什么曲线|表示什么曲线|是何种曲线|表示何种曲线|什么曲线|何种曲线|曲线类型|曲线的类型|曲线的名称|表示的曲线是什么|表示的曲线|表示的曲线的类型|表示哪种曲线|是哪种曲线|哪种圆锥曲线|什么圆锥曲线|是什么圆锥曲线|类型|判断|表示的曲线类型|represent|表示哪种圆锥曲线|表示什么圆锥曲线",
    "one_foci": "一个焦点|一个焦点为|一个焦点是|右焦点|右焦点为|左焦点|左焦点为|上焦点|下焦点|上焦点为|下焦点为|一个焦点坐标为|一个焦点在|右焦点坐标|左焦点坐标|one focus|one focus at|one of the foci|one of its foci|one of the two foci|either focus|a focus at|a focus|right focus|left focus|one focus is",
    "one_vertices": "一个顶点|一个顶点为|一个顶点是|一个顶点坐标为|右顶点|左顶点|上顶点|下顶点|右顶点为|左顶点为|上顶点为|下顶点为|one vertex|one vertex at|one of the vertices|one of its vertices|a vertex|a vertex at",
    "one_asymptotes": "一条渐近线|一条渐近线方程为|一条渐近线方程是|一条渐近线为|一条渐近线的方程为|一条渐近线的方程是|one asymptote|an asymptote|one asymptote is|one of the asymptotes|one of its asymptotes",
    "one_directrices": "一条准线|一条准线方程为|一条准线的方程为|一条准线为|一条准线方程是|one directrix|one directrix is|a directrix",
    "ratio": "axisratio",
    "apex": "apex",
    "distance_sum": "distancesum|distancesum为|distancesum是",
    "distance_difference": "distancedifference",
    "ordered": "aboveb",
    "foci_x": "fociinx",
    "foci_y": "fociiny",
}  # fmt: skip
"""`fociinx` stands for "foci on the x-axis", `axisratio` for "the one axis is so many times the other",
`aboveb` for "a > b > 0", `apex` for the angle between the lines from an end of the minor axis to the foci, see `reading.prepared`;
a concept with `one_` is only given, never asked for."""

WORDS: Final = {
    "divide": Words("Divide by \\({number}\\), so that the right side is 1: \\[{before}\\] \\[{after}\\]", "两边同除以 \\({number}\\)，使右边为 1：\\[{before}\\] \\[{after}\\]"),
    "rewrite": Words("Write the equation in standard form: \\[{before}\\] \\[{after}\\]", "把方程写成标准形式：\\[{before}\\] \\[{after}\\]"),
    "group": Words("Move the number to the right, and take the factors of \\(x^2\\) and \\(y^2\\) out of their terms: \\[{before}\\]", "把常数项移到右边，分别提出 \\(x^2\\)、\\(y^2\\) 的系数：\\[{before}\\]"),
    "complete": Words("Complete the squares; what is added on the left is added on the right: \\[{after}\\]", "分别配方，左边加上的数右边也加上：\\[{after}\\]"),
    "ellipse": Words("This is an ellipse with the centre \\({center}\\). The larger number stands under the square of \\({along}\\), so the foci lie on the axis in the {direction} direction: \\[a^2={a2},\\quad b^2={b2}\\]",
                     "这是中心为 \\({center}\\) 的椭圆。\\({along}\\) 的平方项下的数较大，所以焦点在平行于 \\({along}\\) 轴（或与之重合）的轴上：\\[a^2={a2},\\quad b^2={b2}\\]"),
    "hyperbola": Words("This is a hyperbola with the centre \\({center}\\). The square of \\({along}\\) has the plus sign, so the foci lie on the axis in the {direction} direction: \\[a^2={a2},\\quad b^2={b2}\\]",
                       "这是中心为 \\({center}\\) 的双曲线。\\({along}\\) 的平方项是正的，所以焦点在平行于 \\({along}\\) 轴（或与之重合）的轴上：\\[a^2={a2},\\quad b^2={b2}\\]"),
    "focal_ellipse": Words("For an ellipse \\(c^2=a^2-b^2\\): \\[c^2={sum}={c2},\\quad c={c}\\]", "椭圆中 \\(c^2=a^2-b^2\\)：\\[c^2={sum}={c2},\\quad c={c}\\]"),
    "focal_hyperbola": Words("For a hyperbola \\(c^2=a^2+b^2\\): \\[c^2={sum}={c2},\\quad c={c}\\]", "双曲线中 \\(c^2=a^2+b^2\\)：\\[c^2={sum}={c2},\\quad c={c}\\]"),
    "ab": Words("So \\(a={a}\\) and \\(b={b}\\).", "所以 \\(a={a}\\)，\\(b={b}\\)。"),
    "type": Words("In the equation \\({before}\\) the square of \\(x\\) has the factor \\({p}\\) and the square of \\(y\\) the factor \\({q}\\): {why}.", "方程 \\({before}\\) 中 \\(x^2\\) 的系数是 \\({p}\\)，\\(y^2\\) 的系数是 \\({q}\\)：{why}。"),
    "middle": Words("The centre is the midpoint of \\({one}\\) and \\({other}\\): \\({center}\\).", "中心是 \\({one}\\) 与 \\({other}\\) 的中点：\\({center}\\)。"),
    "center_given": Words("The centre is \\({center}\\).", "中心为 \\({center}\\)。"),
    "assume": Words("Let the foci lie in the {direction} direction, so that the equation is \\({form}\\).", "设焦点在 \\({along}\\) 轴方向上，方程为 \\({form}\\)。"),
    "fact": Words("{name}: \\({row}\\).", "由{name}得 \\({row}\\)。"),
    "relation_ellipse": Words("For an ellipse \\(c^2=a^2-b^2\\).", "椭圆中 \\(c^2=a^2-b^2\\)。"),
    "relation_hyperbola": Words("For a hyperbola \\(c^2=a^2+b^2\\).", "双曲线中 \\(c^2=a^2+b^2\\)。"),
    "scale": Words("Only the ratio of the axes matters here, not the size: choose \\(a=1\\).", "结果只与两轴之比有关，与大小无关，不妨取 \\(a=1\\)。"),
    "deduced": Words("So \\({row}\\).", "所以 \\({row}\\)。"),
    "solved": Words("Together: \\[a^2={a2},\\quad b^2={b2}\\] and the equation is \\[{equation}\\]", "联立解得 \\[a^2={a2},\\quad b^2={b2}\\] 所以方程为 \\[{equation}\\]"),
    "note": Words("centre, a and b from the coefficients", "由系数求中心和 a、b"),
    "note_facts": Words("A is a^2, B is b^2; what is given as equations", "A 表示 a^2，B 表示 b^2；由条件列方程"),
    "note_type": Words("the factors of x^2 and y^2", "x^2 与 y^2 的系数"),
    "answer": Words("So the answer is \\({answer}\\).", "所以答案是 \\({answer}\\)。"),
    "method": Words("tested the answer by what defines it, on the curve's own equation: extreme points, distances from the foci, lines that touch", "在曲线的方程上按定义检验：最边缘的点、到焦点的距离、切线"),
    "method_type": Words("looked at the determinant of the second derivatives of the left side: positive, negative or zero", "用左边的二阶导数行列式的正负检验"),
    "note_edge": Words("the upright and level lines that touch the curve", "与曲线相切的竖直线和水平线"),
}  # fmt: skip
DIRECTION: Final = {"x": "horizontal", "y": "vertical"}
TYPES: Final = {
    "ellipse": Words("ellipse", "椭圆"),
    "hyperbola": Words("hyperbola", "双曲线"),
    "parabola": Words("parabola", "抛物线"),
    "circle": Words("circle", "圆"),
}
WHY: Final = {
    "ellipse": Words(
        "the signs are equal and the factors differ, so it is an ellipse", "同号且不相等，所以是椭圆"
    ),
    "hyperbola": Words("the signs are opposite, so it is a hyperbola", "异号，所以是双曲线"),
    "parabola": Words("only one of the squares occurs, so it is a parabola", "只有一个平方项，所以是抛物线"),
    "circle": Words("the factors are equal, so it is a circle", "系数相等，所以是圆"),
}
NAMES: Final = {
    "center": Words("The centre", "中心"),
    "foci": Words("The foci", "焦点"),
    "vertices": Words("The vertices", "顶点"),
    "corners": Words("The vertices", "顶点"),
    "covertices": Words("The co-vertices", "短轴端点"),
    "eccentricity": Words("The eccentricity", "离心率"),
    "major": Words("The length of the major axis", "长轴长"),
    "minor": Words("The length of the minor axis", "短轴长"),
    "transverse": Words("The length of the transverse axis", "实轴长"),
    "conjugate": Words("The length of the conjugate axis", "虚轴长"),
    "semi_major": Words("The length of the semi-major axis", "长半轴长"),
    "semi_minor": Words("The length of the semi-minor axis", "短半轴长"),
    "semi_transverse": Words("The length of the semi-transverse axis", "实半轴长"),
    "semi_conjugate": Words("The length of the semi-conjugate axis", "虚半轴长"),
    "focal": Words("The distance between the foci", "焦距"),
    "semi_focal": Words("The distance from the centre to a focus", "半焦距"),
    "latus": Words("The length of the latus rectum", "通径长"),
    "area": Words("The area", "面积"),
    "directrices": Words("The directrices", "准线方程"),
    "asymptotes": Words("The asymptotes", "渐近线方程"),
    "equation": Words("The standard equation", "标准方程"),
    "type": Words("The type of the curve", "曲线的类型"),
    "ratio": Words("The ratio of the axes", "两轴之比"),
    "apex": Words("Half of the angle at the end of the minor axis", "短轴端点处的半角"),
    "distance_sum": Words("The sum of the distances to the foci", "到两焦点的距离之和"),
    "distance_difference": Words("The difference of the distances to the foci", "到两焦点的距离之差"),
    "through": Words("The point on the curve", "曲线上的点"),
}
