"""Sentences of solving itself: what a language model is told on the way, what several attempts agree on, and how an answer was checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SOLUTIONS: Final[Mapping[str, tuple[str, str]]] = {
    "no-value": (
        "The cell did not give a value that answers the question, so there is no answer to show.",
        "代码没有得到可以作为答案的结果，所以没有答案可以显示。",
    ),
    "step-limit": (
        "I stopped after {rounds} rounds of code without an answer. Try again, or ask for a part of the problem.",
        "运行了 {rounds} 轮代码仍然没有得出答案，已停止。请重试，或者只问题目的一部分。",
    ),
    "no-answer": (
        "The solution ended without a final answer. Try again, or say the problem in another way.",
        "解题过程结束了，但没有给出最终答案。请重试，或者换一种说法。",
    ),
    "unchecked": ("No other way to check this answer is known.", "没有其他方法来验证这个答案。"),
    "unchecked-kind": ("answer: \\({answer}\\)", "答案：\\({answer}\\)"),
    "picture": ("A picture of it:", "画出图来看："),
    "code-given-up": (
        "The code keeps failing. Do not write any more code: finish by reasoning alone, answer in \\boxed{{}}.",
        "代码一直出错。不要再写代码，只用推理完成，最后答案放在 \\boxed{{}} 中。",
    ),
    "answer-now": (
        "Give the final answer now, in \\boxed{{}}.",
        "现在请直接给出最终答案，放在 \\boxed{{}} 中。",
    ),
    "thought-enough": (
        "Considering the limited time by the user, I have to give the solution based on the thinking directly now.",
        "考虑到时间有限，我现在必须根据目前的思考直接给出解答。",
    ),
    "model-endless": (
        "The model repeats itself or does not come to an end, so it was stopped. Try again, say the problem in another way, or choose another model.",
        "模型一直在重复，或者无法结束，已停止。请重试，换一种说法，或者换一个模型。",
    ),
    "program-answer": ("The program gives \\(\\boxed{{{answer}}}\\).", "程序给出的答案是 \\(\\boxed{{{answer}}}\\)。"),
    "reason-instead": (
        "The program gave no answer. Do not write any more code: solve the problem by reasoning step by step, answer in \\boxed{{}}.",
        "程序没有给出答案。不要再写代码，请一步一步推理来解这道题，最后答案放在 \\boxed{{}} 中。",
    ),
    "verify": (
        "Now verify this answer with code, in another way than it was found. End with one line: Verification: True, Verification: False, "
        "or Verification: Uncertain.",
        "现在请用代码以另一种方法验证这个答案。最后单独写一行：验证结果：正确、验证结果：错误，或者验证结果：不确定。",
    ),
    "revise": (
        "The verification says that the answer is wrong. Find the mistake, correct the solution, and give the new answer in \\boxed{{}}.",
        "验证表明答案是错误的。请找出错误，改正解答，并把新的答案放在 \\boxed{{}} 中。",
    ),
    "answer-stands": ("The answer is \\(\\boxed{{{answer}}}\\).", "答案是 \\(\\boxed{{{answer}}}\\)。"),
    "verified-true": (
        "the model verified its own answer with code and finds it right; that alone is no proof",
        "模型用代码验证了自己的答案，认为正确；但这本身不是证明",
    ),
    "verified-false": (
        "the model verified its own answer with code and finds it wrong",
        "模型用代码验证了自己的答案，认为有误",
    ),
    "verified-uncertain": (
        "the model tried to verify its own answer with code and is not certain",
        "模型尝试用代码验证自己的答案，但不能确定",
    ),
    "attempt": ("Attempt {number}", "第 {number} 次尝试"),
    "attempts": ("{done} of {of} attempts are done.", "{of} 次尝试中已完成 {done} 次。"),
    "votes": (
        "{agree} of {of} attempts agree: \\(\\boxed{{{answer}}}\\)",
        "{of} 次尝试中有 {agree} 次结果一致：\\(\\boxed{{{answer}}}\\)",
    ),
    "votes-agree": (
        "{agree} of {of} independent attempts agree; that alone is no proof",
        "{of} 次独立尝试中有 {agree} 次结果一致；但这本身不是证明",
    ),
    "scored-best": (
        "Of {of} attempts the reward model rates this one best ({score}): \\(\\boxed{{{answer}}}\\)",
        "在 {of} 次尝试中，奖励模型给这一次的评分最高（{score}）：\\(\\boxed{{{answer}}}\\)",
    ),
    "scored-vote": (
        "{agree} of {of} attempts have the answer that the reward model favours: \\(\\boxed{{{answer}}}\\)",
        "{of} 次尝试中有 {agree} 次得到奖励模型最看好的答案：\\(\\boxed{{{answer}}}\\)",
    ),
    "scored-by": (
        "a reward model prefers it among {of} attempts; that alone is no proof",
        "奖励模型在 {of} 次尝试中选择了它；但这本身不是证明",
    ),
    "contradicts": (
        "The solution states \\({answer}\\), but the code printed \\({printed}\\) last.",
        "解答中写的是 \\({answer}\\)，但代码最后输出的是 \\({printed}\\)。",
    ),
    "contradicts-how": ("both values compared in the kernel", "在内核中比较这两个值"),
}  # fmt: skip
