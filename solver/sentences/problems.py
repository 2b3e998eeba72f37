"""Sentences about a problem: why it cannot be read, which methods there are for it, and why there is none like it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PROBLEMS: Final[Mapping[str, tuple[str, str]]] = {
    "empty": (
        "There is no problem yet. Type one, for example: solve x^2 - 5x + 6 = 0.",
        "还没有题目。请输入一道题，例如：解方程 x^2 - 5x + 6 = 0。",
    ),
    "too-long": (
        "This text has {length:,} characters; a problem may have at most {limit:,}. Send just the one problem.",
        "这段文字有 {length:,} 个字符，一道题最多 {limit:,} 个。请只发送一道题。",
    ),
    "not-text": (
        "This looks like the content of a file, not like a problem. Type or paste the problem as text.",
        "这看起来像是文件内容，而不是题目。请以文字形式输入或粘贴题目。",
    ),
    "language": (
        "I read problems in English and in Chinese. Please write this one in one of the two.",
        "我能读懂中文和英文的题目，请用其中一种语言输入。",
    ),
    "declined": (
        "I could not read all of this problem, so I will not guess an answer. What I do not understand: {parts}.",
        "这道题我没有完全读懂，所以不会乱猜答案。没有读懂的部分：{parts}。",
    ),
    "declined-all": (
        "I could not read this as a kind of problem that I can solve, so I will not guess an answer.",
        "我没能认出这是哪一类我会解的题目，所以不会乱猜答案。",
    ),
    "read-as": ("I read some words otherwise than they are typed: {parts}.", "有些字词我按下面的意思来读：{parts}。"),
    "read-as-pair": ("“{typed}” as “{read}”", "“{typed}”读作“{read}”"),
    "no-figure": (
        "The problem refers to something that I cannot see: “{word}”. Say in words what it shows (the points, lengths, angles or values), "
        "then I can work with it.",
        "题目提到了我看不到的图或表：“{word}”。请用文字写出图（表）中的已知条件，例如各点、长度、角度或数据。",
    ),
    "no-mathematics": (
        "I do not see a mathematical question in this text. I am a maths tutor: type a problem, for example: solve x^2 - 5x + 6 = 0.",
        "这段文字里没有数学问题。我是数学辅导老师，请输入一道数学题，例如：解方程 x^2 - 5x + 6 = 0。",
    ),
    "no-object": (
        "What to work on is missing: there is no number and no formula in this text. Write it behind the question, "
        "for example: simplify (x^2 - 1)/(x - 1).",
        "题目里没有数也没有式子，不知道要对什么进行计算。请把它写出来，例如：化简 (x^2 - 1)/(x - 1)。",
    ),
    "not-closed": (
        "A bracket is opened and not closed: “{word}”. Close it, and I can read the formula.",
        "有一个括号没有配对：“{word}”。请补上另一半括号，我就能读懂这个式子。",
    ),
    "no-numbers": (
        "No numbers are told in this problem, so there is nothing to compute with. Add them, and I can solve it.",
        "题目里没有给出数，没有办法计算。请把数补上。",
    ),
    "no-question": (
        "Nothing is asked about \\({word}\\). Say what to do with it, for example: simplify, factor, expand, solve, differentiate, plot.",
        "没有说明要对 \\({word}\\) 做什么。请写明要求，例如：化简、因式分解、展开、解方程、求导、画图。",
    ),
    "notion": (
        "This asks for an explanation of a notion. I explain by solving: give me a problem of this kind, and I show every step and why it is allowed.",
        "这是在问概念。我是通过解题来讲解的：请给我一道这类的题目，我会写出每一步和理由。",
    ),
    "proof": (
        "This asks for a proof, and I do not write proofs. I can compute, solve and check: ask for a value or for the solutions.",
        "这是证明题，我还不会写证明。我可以计算、求解和检验：请改成求值或求解的问题。",
    ),
    "one-number": (
        "Only one number is told here ({word}), and that does not seem to be enough to find what is asked. "
        "Is something missing in the problem?",
        "题目里只有一个数（{word}），看来不足以求出所问的结果。是不是漏写了条件？",
    ),
    "two-readings": (
        "I can read this in two ways: {word}. Is a space in it a times sign, or does another equation begin there? Put a × or a comma there.",
        "这里有两种读法：{word}。中间的空格是乘号，还是另一个等式的开始？请在那里写上 × 或逗号。",
    ),
    "two-divisions": (
        "I can read “{word}” in two ways: does the slash divide by the number alone, or by all that stands beside it? Put brackets around what it divides by.",
        "“{word}”有两种读法：斜线后面是只除以那个数，还是除以写在一起的整体？请把除数用括号括起来。",
    ),
    "two-percentages": (
        "I can read “{word}” in two ways: the percentage as a number (20% is 0.2), or as a part of what stands before it. Write the decimal for the one, "
        "or say “increase” or “decrease … by … percent” for the other.",
        "“{word}”有两种读法：把百分数当作一个数（20% 就是 0.2），还是指前面那个数的百分之几？前一种请写成小数，后一种请写成“增加（减少）百分之几”。",
    ),
    "two-logarithms": (
        "I can read “{word}” in two ways: the number as the base, or as a factor of what the logarithm is taken of. Write for example log2(x) or "
        "\\log_{{2}} x for the base, and log(2x) for the factor.",
        "“{word}”有两种读法：这个数是底数，还是真数里的因数？作底数请写成 log2(x) 或 \\log_{{2}} x，作因数请写成 log(2x)。",
    ),
    "contradiction": (
        "These conditions cannot all hold at once, so there is no answer: {parts}. Look for a slip in one of them; if they are separate "
        "problems, send them one at a time.",
        "这些条件不能同时成立，所以没有答案：{parts}。请检查其中是否有写错的；如果它们是几道不同的题，请分开发送。",
    ),
    "angles-impossible": (
        "There is no such triangle: the angles of a triangle add up to 180°, and these add up to {sum}°. Check the angles.",
        "没有这样的三角形：三角形的内角和是 180°，而题中三个角的和是 {sum}°。请检查各角的度数。",
    ),
    "hypotenuse-impossible": (
        "There is no such right triangle: the hypotenuse is the longest side, so it cannot be {long} beside a leg of {leg}. Check which side is which.",
        "没有这样的直角三角形：斜边是最长的边，直角边为 {leg} 时斜边不可能是 {long}。请检查哪条是斜边。",
    ),
    "chance-impossible": (
        "A probability lies between 0 and 1, so it cannot be {value}. Check that number.",
        "概率在 0 和 1 之间，不可能是 {value}。请检查这个数。",
    ),
    "part-impossible": (
        "A part of {part} cannot belong to a whole of {whole}. Check the numbers.",
        "总数是 {whole}，其中的一部分不可能是 {part}。请检查这两个数。",
    ),
    "vague-amount": (
        "How much is meant by “{word}” is not told, so there is no single answer. Add the number, and I can solve it.",
        "题目没有说明“{word}”具体是多少，所以答案不唯一。请补上这个数。",
    ),
    "not-without": (
        "I know no way to solve this problem without “{method}”.",
        "这道题不用“{method}”，我就不会解。",
    ),
    "no-methods": ("There is one way to solve this problem.", "这道题只有一种解法。"),
    "suggest": (
        "Try to say it more simply, one question at a time. I can do arithmetic, fractions, percent, units and time; word problems with "
        "prices, parts, ratios, journeys and work; whole numbers, bases, counting and chances, statistics with box plots; equations, "
        "inequalities and systems; polynomials, functions and their graphs; sequences, sums and power series; triangles, circles, areas "
        "and volumes, lines and conics, vectors and matrices; complex numbers; limits, derivatives, extrema, integrals and "
        "differential equations; linear programming.",
        "可以换个更简单的说法，一次只问一个问题。我会做：四则运算、分数、百分数、单位与时间；价格、占比、比例、行程和工程类应用题；整数、进位制、计数与概率、"
        "统计与箱线图；方程、不等式和方程组；多项式、函数及其图像；数列、求和与幂级数；三角形、圆、面积与体积、直线与圆锥曲线、向量与矩阵；复数；"
        "极限、导数、极值、积分与微分方程；线性规划。",
    ),
    "formula": ("This formula cannot be worked with: {why}.", "这个式子无法处理：{why}。"),
    "too-hard": (
        "I gave up on this problem after {seconds:g} seconds: a formula in it is too large or too hard for me. "
        "Make the numbers smaller, or try another model.",
        "这道题我算了 {seconds:g} 秒还没有结果：其中有的式子太大或太难。请把数改小一些，或者换一个模型。",
    ),
    "not-varied": (
        "There is no number in this problem that could be another one, so there is no other problem of its kind.",
        "这道题中没有可以更换的数，所以无法编出同类的题目。",
    ),
    "none-found": (
        "I found no other problem that is of the same kind and equally hard. Try a problem with other numbers.",
        "没有找到同类型、同难度的其他题目。请换一道数不同的题目试试。",
    ),
    "fewer-found": (
        "I found only {made} problems of this kind that are equally hard.",
        "同类型、同难度的题目只找到 {made} 道。",
    ),
    "no-specimen": (
        "There are no model problems for this topic in this language.",
        "这个类型还没有中文的示例题目。",
    ),
}  # fmt: skip
