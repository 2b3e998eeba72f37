"""The words of lists of numbers: what is read, and what is said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from solver.topics.base import Words

VOCABULARY: Final = {
    "mean": "mean|average|arithmetic mean|mean value|average value|平均数|平均值|算术平均数|平均|均值|的平均数",
    "median": "median|middle value|中位数|的中位数",
    "mode": "mode|modes|modal value|众数|的众数",
    "range": "range|极差|的极差|全距",
    "variance": "variance|population variance|方差|的方差|总体方差",
    "deviation": "standard deviation|population standard deviation|标准差|的标准差|总体标准差",
    "lower": "lower quartile|first quartile|q1|下四分位数|第一四分位数",
    "upper": "upper quartile|third quartile|q3|上四分位数|第三四分位数",
    "iqr": "interquartile range|iqr|inter-quartile range|四分位距|四分位差",
    "five": "five number summary|5 number summary|five-number summary|five numbers summary|five point summary|五数概括|五数综合|五数总括|的五数概括|五数",
    "box": "box plot|boxplot|box and whisker plot|box and whisker diagram|box plot of|boxplot of|box-and-whisker plot|box and whiskers plot|箱线图|的箱线图|箱形图|的箱形图|盒须图|箱图|盒图",
    "draw": "draw|make|construct|create|sketch|plot|produce|画|画出|作|作出|绘制|画一个",
    "sample": "sample|of the sample|样本|样本的",
    "list": "zlistz",
    "noun": "data|data set|dataset|set|set of data|set of numbers|list|list of numbers|numbers?|scores?|values?|marks?|results?|observations?|measurements?|heights?|weights?|ages?|temperatures?|population|of these|these|this|five|six|seven|eight|nine|ten|given"
    "|数据|一组数据|这组数据|数|成绩|分数|这些数|这几个数|一组数|这组数|下列数据|下列各数|各数|样本数据|得分|身高|体重|年龄|气温|温度|的|组|已知一组数据|一组|这|共|分",
}  # fmt: skip
MEASURES: Final = ("mean", "median", "mode", "range", "variance", "deviation", "lower", "upper", "iqr")
NAMES: Final[Mapping[str, Words]] = {
    "mean": Words("mean", "平均数"), "median": Words("median", "中位数"), "mode": Words("mode", "众数"), "range": Words("range", "极差"),
    "variance": Words("variance", "方差"), "deviation": Words("standard deviation", "标准差"), "lower": Words("lower quartile", "下四分位数"),
    "upper": Words("upper quartile", "上四分位数"), "iqr": Words("interquartile range", "四分位距"),
}  # fmt: skip
WORDS: Final = {
    "ordered": Words("Put the \\({n}\\) values in order: \\[{values}\\]", "把 \\({n}\\) 个数从小到大排列：\\[{values}\\]"),
    "mean": Words("The mean is the sum divided by how many there are: \\[\\bar{{x}}=\\frac{{{terms}}}{{{n}}}=\\frac{{{total}}}{{{n}}}{value}\\]",
                  "平均数等于总和除以个数：\\[\\bar{{x}}=\\frac{{{terms}}}{{{n}}}=\\frac{{{total}}}{{{n}}}{value}\\]"),
    "odd": Words("The number of values is odd, so the median is the one in the middle, number \\({k}\\): \\({value}\\).", "个数是奇数，中位数是正中间（第 \\({k}\\) 个）的数 \\({value}\\)。"),
    "even": Words("The number of values is even, so the median is halfway between the two in the middle: \\[\\frac{{{a}+{b}}}{{2}}={value}\\]",
                  "个数是偶数，中位数是中间两个数的平均数：\\[\\frac{{{a}+{b}}}{{2}}={value}\\]"),
    "mode": Words("Most often, \\({times}\\) times, stands \\({value}\\): the mode.", "出现次数最多的是 \\({value}\\)（\\({times}\\) 次），它就是众数。"),
    "no_mode": Words("Every value stands there equally often, so there is no mode.", "每个数出现的次数相同，没有众数。"),
    "range": Words("The range is the largest minus the smallest: \\[{high}-{low}={value}\\]", "极差等于最大数减最小数：\\[{high}-{low}={value}\\]"),
    "variance": Words("The variance is the mean of the squares of the distances from the mean \\(\\bar{{x}}={mean}\\), with division by \\({below}\\): \\[\\frac{{{squares}}}{{{below}}}={value}\\]",
                      "方差是各数与平均数 \\(\\bar{{x}}={mean}\\) 之差的平方的平均数（除以 \\({below}\\)）：\\[\\frac{{{squares}}}{{{below}}}={value}\\]"),
    "deviation": Words("The standard deviation is the root of the variance: \\[\\sqrt{{{variance}}}={value}\\]", "标准差是方差的算术平方根：\\[\\sqrt{{{variance}}}={value}\\]"),
    "root": Words("The standard deviation is the root of the variance: \\(\\sqrt{{{variance}}}={value}\\).", "标准差是方差的算术平方根 \\({value}\\)。"),
    "half": Words("The {name} is the median of the {side} half \\({values}\\): \\({value}\\).", "{name}是{side}半部分 \\({values}\\) 的中位数：\\({value}\\)。"),
    "iqr": Words("The interquartile range is their difference: \\[{upper}-{lower}={value}\\]", "四分位距等于两者之差：\\[{upper}-{lower}={value}\\]"),
    "total": Words("All \\({n}\\) values together are \\({n}\\times {mean}={total}\\).", "\\({n}\\) 个数的总和是 \\({n}\\times {mean}={total}\\)。"),
    "missing": Words("The known ones together are \\({known}\\), so \\[{name}={total}-{shown}={value}\\]", "已知各数的和是 \\({known}\\)，所以 \\[{name}={total}-{shown}={value}\\]"),
    "code": Words("the values in order", "从小到大排列"),
    "code_missing": Words("the total, without the known values", "总和减去已知各数"),
    "answer": Words("So \\({answer}\\).", "所以 \\({answer}\\)。"),
    "is": Words("The {name} is \\({answer}\\).", "{name}是 \\({answer}\\)。"),
    "are": Words("In this order, the {names}: \\({answer}\\).", "{names}依次是 \\({answer}\\)。"),
    "none": Words("There is no mode: \\({answer}\\).", "没有众数：\\({answer}\\)。"),
    "five": Words("The five-number summary is minimum, lower quartile, median, upper quartile and maximum: \\[{values}\\]", "五数概括依次为最小值、下四分位数、中位数、上四分位数和最大值：\\[{values}\\]"),
    "box": Words("In the box plot the box reaches from the lower to the upper quartile, the line in it is the median, and the whiskers reach to the minimum and the maximum.", "箱线图中，箱体从下四分位数到上四分位数，箱内的线是中位数，两端的须延伸到最小值和最大值。"),
    "code_five": Words("minimum, lower quartile, median, upper quartile, maximum", "最小值、下四分位数、中位数、上四分位数、最大值"),
    "answer_five": Words("The five-number summary is \\({answer}\\).", "五数概括为 \\({answer}\\)。"),
    "method": Words("Python's statistics module, with exact fractions", "用 Python 的 statistics 模块（精确分数）再算一遍"),
    "method_missing": Words("put into the list; Python's statistics module gives the mean", "代回数据，用 statistics 模块计算平均数"),
}  # fmt: skip
NO_MODE: Final = Words(r"\text{{none}}", r"\text{{无}}")
