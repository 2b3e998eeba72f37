"""What `extrema` reads and says, in both languages."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words

_EXTREMA_EN: Final = "|".join(
    f"{kind} {what}"
    for kind in ("local", "relative")
    for what in (
        "extrema",
        "extremum",
        "extremes",
        "extreme values",
        "maxima and minima",
        "minima and maxima",
        "maximum and minimum",
        "minimum and maximum",
        "maximum and minimum values",
        "maximum and local minimum",
        "maxima and local minima",
        "maxima and relative minima",
        "maximum and relative minimum",
        "maximum and local minimum values",
    )
)
"""What a question asks for → its parts, in the order of the answer."""
PARTS: Final = {
    "critical": ("critical",),
    "stationary": ("stationary",),
    "extrema": ("local_max", "local_min"),
    "local_max": ("local_max",),
    "local_min": ("local_min",),
    "extreme_at": ("max_at", "min_at"),
    "max_at": ("max_at",),
    "min_at": ("min_at",),
    "max_point": ("max_point",),
    "min_point": ("min_point",),
    "monotone": ("increasing", "decreasing"),
    "increasing": ("increasing",),
    "decreasing": ("decreasing",),
    "inflection": ("inflection",),
    "concavity": ("concave_up", "concave_down"),
    "concave_up": ("concave_up",),
    "concave_down": ("concave_down",),
    "both": ("maximum", "minimum"),
    "range": ("minimum", "maximum"),
    "maximum": ("maximum",),
    "minimum": ("minimum",),
}
VOCABULARY: Final = {
    "critical": "critical points?|critical numbers?|critical values?|驻点|的驻点|稳定点|临界点|全部驻点",
    "stationary": "stationary points?|turning points?|coordinates of the stationary points?|coordinates of the turning points?|coordinates of any stationary points|coordinates of all stationary points",
    "classified": "classify|classify them|classify each|determine their nature|nature|state their nature|the nature|of each|determine whether each is a maximum or a minimum|and their nature"
    "|whether each is a maximum or minimum|whether each is a local maximum or a local minimum|maximum or minimum|local maximum or minimum|local maximum or local minimum",
    "extrema": f"{_EXTREMA_EN}|extrema|extreme values|极值|的极值|极大值和极小值|极大值与极小值|极大值、极小值|极小值和极大值|极大值及极小值|极大值或极小值|极大和极小值",
    "local_max": "local maximum|local maxima|local max|relative maximum|relative maxima|relative max|local maximum values?|relative maximum values?|极大值|的极大值|局部最大值",
    "local_min": "local minimum|local minima|local min|relative minimum|relative minima|relative min|local minimum values?|relative minimum values?|极小值|的极小值|局部最小值",
    "extreme_at": "极值点|的极值点|extreme points?|极大值点和极小值点|极大值点与极小值点|极大值点、极小值点",
    "max_at": "极大值点|的极大值点",
    "min_at": "极小值点|的极小值点",
    "max_point": "local maximum points?|maximum turning point|coordinates of the local maximum|coordinates of the local maximum point|relative maximum points?",
    "min_point": "local minimum points?|minimum turning point|coordinates of the local minimum|coordinates of the local minimum point|relative minimum points?",
    "monotone": "increasing and decreasing|increasing and where it is decreasing|increasing or decreasing|increases and decreases|increase and decrease|increase or decrease|intervals of monotonicity|monotonic intervals|monotonicity|increasing and on which it is decreasing"
    "|intervals of increase and decrease|intervals of increase and intervals of decrease|rises and falls|increasing decreasing"
    "|单调区间|的单调区间|单调性|的单调性|增减区间|增减性|单调增区间和单调减区间|单调递增区间和单调递减区间|递增区间和递减区间|增区间和减区间|单调递增区间与单调递减区间|单调增减区间|单调增区间与单调减区间",
    "increasing": "increasing|increase|increases|rising|rises|strictly increasing|intervals of increase|interval of increase|monotonically increasing|增区间|单调增区间|单调递增区间|递增区间|单调递增|递增|单调增加|单调增加区间|单调增加的区间|单调递增的区间|单调上升区间|单调增加的|的单调递增区间|的增区间|的递增区间|的单调增区间",
    "decreasing": "decreasing|decrease|decreases|falling|falls|strictly decreasing|intervals of decrease|interval of decrease|monotonically decreasing|减区间|单调减区间|单调递减区间|递减区间|单调递减|递减|单调减少|单调减少区间|单调减少的区间|单调递减的区间|单调下降区间|的单调递减区间|的减区间|的递减区间|的单调减区间",
    "inflection": "inflection points?|point of inflection|points of inflection|inflexion points?|point of inflexion|points of inflexion|coordinates of the inflection points?|coordinates of the point of inflection|coordinates of the points of inflection|coordinates of the point of inflexion|coordinates of the points of inflexion|拐点|的拐点|拐点坐标|的拐点坐标|拐点的坐标",
    "concavity": "concavity|intervals of concavity|concave up and concave down|concave upward and concave downward|concave up and down|concave up or concave down|concave up or down|concave up and where it is concave down|concave upwards and concave downwards"
    "|凹凸区间|的凹凸区间|凹凸性|的凹凸性|凹区间和凸区间|凹区间与凸区间|凸凹区间|凹凸性区间|凸区间和凹区间|凹、凸区间",
    "concave_up": "concave up|concave upward|concave upwards|convex|凹区间|的凹区间",
    "concave_down": "concave down|concave downward|concave downwards|凸区间|的凸区间",
    "range": "range|range of|its range|range of values|值域|的值域|取值范围|的取值范围|函数值的取值范围",
    "both": "absolute extrema|global extrema|absolute extreme values|global extreme values|absolute maximum and minimum|absolute maximum and minimum values|global maximum and minimum|global maximum and minimum values|absolute maximum and absolute minimum|absolute maximum and absolute minimum values"
    "|absolute maxima and minima|global maximum and global minimum|maximum and minimum|maximum and minimum values|minimum and maximum|minimum and maximum values|max and min|largest and smallest values?|greatest and least values?|maximum value and minimum value|maximum value and the minimum value"
    "|maximum value and the minimum|greatest value and the least value|largest value and the smallest value"
    "|最值|的最值|最大值和最小值|最大值与最小值|最大值、最小值|的最大值与最小值|的最大值和最小值|最大值及最小值|最大最小值|最大值最小值|最大和最小值|最小值和最大值|最小值与最大值|的最小值和最大值",
    "maximum": "maximum|maximum values?|max|largest value|greatest value|highest value|absolute maximum|absolute maximum values?|global maximum|global maximum values?|absolute max|global max|最大值|的最大值",
    "minimum": "minimum|minimum values?|min|smallest value|least value|lowest value|absolute minimum|absolute minimum values?|global minimum|global minimum values?|absolute min|global min|最小值|的最小值",
    "there": "where it occurs|where they occur|where this occurs|where it is attained|where it is reached|at which point it occurs|何处取得",
    "on": "on|over|in the interval|on the interval|over the interval|on the closed interval|on the open interval|interval|within the interval|在区间|在|上|上的|区间|内|内的|闭区间|开区间|在闭区间|在开区间|区间内|区间上|区间上的",
    "words": "defined|is defined|closed interval|intervals?|the intervals?|open intervals?|largest|on what intervals?|on which intervals?|on what|on which|over which intervals?|for what|for which|where|is the function|all|any|every|each|point|points|function s|curve s|its|their|values of x|use|the first derivative|first derivative|second derivative|derivative|derivatives|the second derivative|first derivative test|second derivative test|calculus|coordinates|of the graph|closed|when|for|with|domain|exist|occur|occurs|attained|taken|takes|take|has|have|does|if any|if they exist|test|graph|type|list|whenever|as well as|together|on its domain|its domain|over its domain|real line|and the|points where"
    "|利用导数|用导数|导数|讨论|判断|确定|研究|三次函数|哪些|哪个|哪里|求出|全部|所有|有哪些|是哪些|是哪个|曲线|曲线的|范围|定义域内|在定义域内|在其定义域内|坐标|写出|指出|的坐标|取得|处|何处|x的|为多少|存在|指出它",
}  # fmt: skip
LABELS: Final = {
    "critical": Words("critical numbers", "驻点"),
    "stationary": Words("stationary points", "驻点"),
    "local_max": Words("local maximum", "极大值"),
    "local_min": Words("local minimum", "极小值"),
    "max_at": Words("local maximum at", "极大值点"),
    "min_at": Words("local minimum at", "极小值点"),
    "max_point": Words("local maximum", "极大值点"),
    "min_point": Words("local minimum", "极小值点"),
    "flat_point": Words("neither maximum nor minimum", "非极值点"),
    "increasing": Words("increasing on", "单调递增区间"),
    "decreasing": Words("decreasing on", "单调递减区间"),
    "inflection": Words("inflection points", "拐点"),
    "concave_up": Words("concave up on", "凹区间"),
    "concave_down": Words("concave down on", "凸区间"),
    "maximum": Words("maximum", "最大值"),
    "minimum": Words("minimum", "最小值"),
}
NONE: Final = Words("none", "无")
SAID: Final = Words("Result: \\({answer}\\).", "结论：\\({answer}\\)。")
ONE: Final = Words("The {label}: \\({answer}\\).", "{label}：\\({answer}\\)。")
WORDS: Final = {
    "domain": Words("The values of \\({x}\\) that count are \\({domain}\\).", "自变量的范围是 \\({domain}\\)。"),
    "slope": Words("Differentiate: \\[{mark}={slope}\\]", "求导：\\[{mark}={slope}\\]"),
    "second": Words("Differentiate once more: \\[{mark}={slope}\\]", "再求一次导：\\[{mark}={slope}\\]"),
    "zeros": Words("The derivative \\({mark}\\) is 0 where \\({points}\\).", "令 \\({mark}=0\\)，得 \\({points}\\)。"),
    "no_zeros": Words("The derivative \\({mark}\\) is nowhere 0 there.", "\\({mark}\\) 在此范围内没有零点。"),
    "sign": Words("Between these points the sign of \\({mark}\\) cannot change, so one number shows it for the whole part.", "在相邻两点之间 \\({mark}\\) 不变号，每一段取一个数就能判断符号。"),
    "rises": Words("On \\({piece}\\): at \\({x}={t}\\) the derivative is \\({value}>0\\), so the function increases.", "在 \\({piece}\\) 上：取 \\({x}={t}\\)，导数为 \\({value}>0\\)，函数单调递增。"),
    "falls": Words("On \\({piece}\\): at \\({x}={t}\\) the derivative is \\({value}<0\\), so the function decreases.", "在 \\({piece}\\) 上：取 \\({x}={t}\\)，导数为 \\({value}<0\\)，函数单调递减。"),
    "up": Words("On \\({piece}\\): at \\({x}={t}\\) the second derivative is \\({value}>0\\), so the curve is concave up.", "在 \\({piece}\\) 上：取 \\({x}={t}\\)，二阶导数为 \\({value}>0\\)，曲线是凹的（向上弯）。"),
    "down": Words("On \\({piece}\\): at \\({x}={t}\\) the second derivative is \\({value}<0\\), so the curve is concave down.", "在 \\({piece}\\) 上：取 \\({x}={t}\\)，二阶导数为 \\({value}<0\\)，曲线是凸的（向下弯）。"),
    "max": Words("At \\({x}={c}\\) the derivative changes from positive to negative: a local maximum, with the value \\({value}\\).", "在 \\({x}={c}\\) 处导数由正变负，取得极大值 \\({value}\\)。"),
    "min": Words("At \\({x}={c}\\) the derivative changes from negative to positive: a local minimum, with the value \\({value}\\).", "在 \\({x}={c}\\) 处导数由负变正，取得极小值 \\({value}\\)。"),
    "flat": Words("At \\({x}={c}\\) the derivative keeps its sign: neither a maximum nor a minimum. The value is \\({value}\\).", "在 \\({x}={c}\\) 处导数不变号，不是极值点，函数值为 \\({value}\\)。"),
    "bend": Words("At \\({x}={c}\\) the second derivative changes its sign: an inflection point, \\(({c}, {value})\\).", "在 \\({x}={c}\\) 处二阶导数变号，拐点为 \\(({c}, {value})\\)。"),
    "no_bend": Words("At \\({x}={c}\\) the second derivative keeps its sign: no inflection point.", "在 \\({x}={c}\\) 处二阶导数不变号，不是拐点。"),
    "value": Words("Put \\({x}={c}\\) in: the value is \\({value}\\).", "代入 \\({x}={c}\\)：函数值为 \\({value}\\)。"),
    "candidates": Words("The largest and the smallest value can only lie at zeros of the derivative or at the ends. The values there: {values}.", "最大值、最小值只可能在导数为零的点或端点处取得。这些点的函数值：{values}。"),
    "towards": Words("towards \\({c}\\) the values tend to \\({value}\\)", "趋于 \\({c}\\) 时函数值趋于 \\({value}\\)"),
    "at": Words("\\({value}\\) at \\({x}={c}\\)", "\\({x}={c}\\) 时为 \\({value}\\)"),
    "compare": Words("Compare them: the largest value is \\({high}\\), the smallest \\({low}\\).", "比较得：最大值为 \\({high}\\)，最小值为 \\({low}\\)。"),
    "compare_max": Words("Compare them: the largest value is \\({high}\\).", "比较得：最大值为 \\({high}\\)。"),
    "compare_min": Words("Compare them: the smallest value is \\({low}\\).", "比较得：最小值为 \\({low}\\)。"),
    "range": Words("The function has no gap there, so it takes every value between them: \\([{low}, {high}]\\).", "函数在此区间上连续，取遍其间的一切值：\\([{low}, {high}]\\)。"),
    "range_is": Words("The range is \\({answer}\\).", "值域为 \\({answer}\\)。"),
    "where": Words("The value \\({value}\\) is taken at \\({places}\\).", "当 \\({places}\\) 时取得 \\({value}\\)。"),
    "code_zeros": Words("where the derivative is 0", "导数为零的点"),
    "code_signs": Words("the sign of the derivative on each part", "导数在各段上的符号"),
    "code_second": Words("where the second derivative is 0", "二阶导数为零的点"),
    "code_values": Words("the values at these points and at the ends", "这些点与端点处的函数值"),
    "method": Words("without derivatives: values of the function at many close points were compared", "不用导数：比较函数在许多相近点处的值"),
}  # fmt: skip
