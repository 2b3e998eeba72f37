"""The sentences about draws, in both languages."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words

WORDS: Final = {
    "total": Words("There are \\({sum}={total}\\) in all.", "一共有 \\({sum}={total}\\) 个。"),
    "one": Words(
        "Each of the \\({total}\\) is equally likely to be drawn, and \\({good}\\) of them fit: \\[P=\\frac{{{good}}}{{{total}}}{short}\\]",
        "抽到这 \\({total}\\) 个中的每一个的可能性相同，其中 \\({good}\\) 个符合要求：\\[P=\\frac{{{good}}}{{{total}}}{short}\\]",
    ),
    "choices": Words(
        "Nothing is put back, so every choice of \\({number}\\) out of \\({total}\\) is equally likely; the order does not matter. There are \\[\\binom{{{total}}}{{{number}}}={ways}\\]",
        "抽出后不放回，从 \\({total}\\) 个中取 \\({number}\\) 个的每一种取法可能性相同（不计顺序），共有 \\[\\mathrm{{C}}_{{{total}}}^{{{number}}}={ways}\\] 种取法。",
    ),
    "choices_back": Words(
        "Each time there are \\({total}\\) to draw from again, so the \\({number}\\) draws in their order can go in \\({total}^{{{number}}}={ways}\\) equally likely ways.",
        "每次都有 \\({total}\\) 个可抽，\\({number}\\) 次抽取（计顺序）共有 \\({total}^{{{number}}}={ways}\\) 种等可能的结果。",
    ),
    "case": Words("{hand}: \\[{formula}\\]", "{hand}：\\[{formula}\\]"),
    "case_empty": Words(
        "{hand}: there are not that many, so there is no way: \\[{formula}\\]",
        "{hand}：没有这么多，所以不可能：\\[{formula}\\]",
    ),
    "impossible": Words(
        "No choice fits, since the collection does not have what is asked for: \\[P=0\\]",
        "没有符合要求的取法，因为其中没有所要的东西：\\[P=0\\]",
    ),
    "cases": Words("The ways that fit, case by case:", "分情况计算符合要求的取法："),
    "opposite": Words(
        "It is easier to count the opposite, the ways that do not fit:", "先数它的对立事件（不符合要求的取法）更简便："
    ),
    "added": Words("Together: \\[{sum}={good}\\]", "合计：\\[{sum}={good}\\]"),
    "ratio": Words(
        "Probability = ways that fit over all ways: \\[P=\\frac{{{good}}}{{{ways}}}{short}\\]",
        "概率等于符合要求的取法数除以所有取法数：\\[P=\\frac{{{good}}}{{{ways}}}{short}\\]",
    ),
    "ratio_opposite": Words(
        "Take the opposite away from 1: \\[P=1-\\frac{{{bad}}}{{{ways}}}={answer}\\]",
        "用 1 减去对立事件的概率：\\[P=1-\\frac{{{bad}}}{{{ways}}}={answer}\\]",
    ),
    "draw": Words(
        "Draw {k}, {name}: of the \\({left}\\) that are there then, \\({of}\\) fit, so the chance is \\(\\frac{{{of}}}{{{left}}}\\).",
        "第 {k} 次抽到{name}：这时有 \\({left}\\) 个，其中 \\({of}\\) 个符合，概率是 \\(\\frac{{{of}}}{{{left}}}\\)。",
    ),
    "product": Words(
        "All must happen one after the other: multiply. \\[P={factors}={answer}\\]",
        "这些要依次发生，所以把概率相乘：\\[P={factors}={answer}\\]",
    ),
    "others": Words("others", "其他"),
    "joined": Words(" or ", "或"),
    "sentence": Words("The probability is \\({answer}\\).", "概率是 \\({answer}\\)。"),
    "code_all": Words("all ways", "所有取法"),
    "code_good": Words("the ways that fit", "符合要求的取法"),
    "code_bad": Words("the ways that do not fit", "不符合要求的取法"),
    "code_draws": Words("one draw after the other", "依次抽取"),
    "code_tree": Words(
        "one draw after the other: how likely is each hand", "一次一次地抽，算出每种结果的可能性"
    ),
    "code_list": Words("every order in which the things can be drawn", "列出所有抽取的顺序"),
    "code_orders": Words("a hand, divided by the orders in which it can be drawn", "一种取法的概率除以它的排列数"),
    "method_tree": Words(
        "went through the draws one after the other, as in a tree diagram", "像树状图那样一次一次地抽取计算"
    ),
    "method_list": Words("listed every possible order", "列出了所有可能的顺序"),
    "method_orders": Words(
        "counted choices without order and divided by the orders", "先不计顺序计数，再除以排列数"
    ),
}  # fmt: skip
