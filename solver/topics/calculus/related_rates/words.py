"""What `related_rates` says, in both languages."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words

WORDS: Final = {
    "names": Words("Name what changes: {names}. A prime means how fast a quantity changes, its derivative with respect to time.", "设{names}。加一撇表示该量变化的快慢，即它对时间的导数。"),
    "primes": Words("All these quantities change with time \\(t\\). A prime means the derivative with respect to \\(t\\): \\({asked}'\\) is what is asked for.", "这些量都随时间 \\(t\\) 变化。加一撇表示对 \\(t\\) 的导数，要求的是 \\({asked}'\\)。"),
    "relation": Words("At every moment \\[{left}={right}\\]", "任何时刻都有 \\[{left}={right}\\]"),
    "derived": Words("Differentiate both sides with respect to time; by the chain rule every quantity brings its own rate: \\[{left}={right}\\]", "两边对时间求导，由链式法则，每个量都带出它自己的变化率：\\[{left}={right}\\]"),
    "found": Words("At this moment the relation gives \\({letter}={value}\\).", "这一时刻由上述关系得 \\({letter}={value}\\)。"),
    "put": Words("At this moment {known}; put that in: \\[{left}={right}\\]", "这一时刻{known}，代入得 \\[{left}={right}\\]"),
    "solve": Words("So \\({asked}'={rate}\\).", "所以 \\({asked}'={rate}\\)。"),
    "falls": Words("The minus sign says that it becomes less; the speed itself is \\({speed}\\).", "负号表示它在减小，速度大小为 \\({speed}\\)。"),
    "code": Words("the chain rule: every quantity brings its rate", "链式法则：每个量带出自己的变化率"),
    "method": Words("a very short time before and after was computed with the relation, and the change divided by the time", "用原关系算出极短时间前后的值，用改变量除以时间检验"),
    "measured": Words("the figure was measured a moment before and after, by thin slices and distances of points, without the formulas of the solution", "在该时刻稍前、稍后直接量图形（用薄片求和与点的距离，不用解答中的公式）检验"),
    "sentence": Words("The rate is \\({answer}\\){unit}.", "所求变化率为 \\({answer}\\){unit}。"),
}  # fmt: skip
