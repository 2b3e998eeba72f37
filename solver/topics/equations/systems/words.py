"""What `topic` says, in both languages."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words

WORDS: Final = {
    "known": Words("We know \\[{system}\\]", "已知 \\[{system}\\]"),
    "given": Words("These must hold at the same time: \\[{system}\\]", "下面的方程要同时成立：\\[{system}\\]"),
    "second": Words("So \\({y}={value}\\).", "所以 \\({y}={value}\\)。"),
    "nonlinear": Words("Express one unknown by the other, put it into the other equation, and keep every real pair that satisfies all equations.",
                       "用一个未知数表示另一个，代入其余方程，保留满足所有方程的实数解。"),
    "cell": Words("all equations at once", "同时解所有方程"),
    "real": Words("the real solutions, where there are some", "有实数解时只取实数解"),
    "value": Words("the value asked for", "所求的值"),
    "answer": Words("So \\({answer}\\).", "所以 \\({answer}\\)。"),
    "none": Words("The system has no real solution: \\({answer}\\).", "方程组没有实数解：\\({answer}\\)。"),
    "claim": Words("\\({answer}\\) satisfies every equation", "\\({answer}\\) 满足每一个方程"),
    "claim_value": Words("\\({asked}={answer}\\)", "\\({asked}={answer}\\)"),
    "claim_none": Words("the equations contradict one another", "这些方程互相矛盾"),
    "method": Words("put back into every equation; the rank says that there is no other solution", "代回每一个方程；系数矩阵的秩说明没有别的解"),
    "method_counted": Words("put back into both equations; how many solutions there are was counted by eliminating one unknown", "代回两个方程，并用消元法核对解的个数"),
    "method_nonlinear": Words("put back into every equation", "代回每一个方程"),
    "method_value": Words("found again with Cramer's rule", "用克拉默法则再求一遍"),
    "method_rank": Words("the rank of the augmented matrix is larger", "增广矩阵的秩更大"),
}  # fmt: skip
