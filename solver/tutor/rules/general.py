"""Why a step is allowed that no particular rule explains, by its shape: what is given, what is worked out, what is known, what follows.

True of every step that has the shape, and the last of them of every step: so each step has a reason.
"""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words
from solver.tutor.rules.rule import Rule

_NUMBERS: Final = r"[-\d.,\s(){}\[\]%]|\\(?:left|right|[,;! ])"
_SIGNS: Final = {
    "+": r"\+",
    "-": r"-",
    "*": r"\\times|\\cdot|×|\*",
    "/": r"\\div|÷|/|\\[dt]?frac",
}


_ANY: Final = "|".join((_NUMBERS, *_SIGNS.values()))
_BEGINS: Final = r"(?:\\\(|\\\[|=)"
_ENDS: Final = r"(?:=|\\approx)"


def _only(sign: str, *others: str) -> str:
    """A formula of numbers that has this sign and none but these, up to an `=`."""
    inside = "|".join((_NUMBERS, *(_SIGNS[s] for s in (sign, *others))))
    between = r"\\[dt]?frac\{\d" if sign == "/" else r"(?!)"
    return rf"{_BEGINS}(?=[^=]*(?:[\d)}}\]%]\s*(?:{_SIGNS[sign]})|{between}))(?:{inside})+{_ENDS}"


GENERAL: Final[tuple[Rule, ...]] = (
    Rule(
        Words("What the problem says", "题目给出的"),
        r"(?i)^(?:we know|what we know|given|we are given|the problem|start with|to prove|we look for|we want|solve\b|what is asked)|^(?:已知|题目|条件|要证|求使|求满足|由题意|从.{0,12}开始)|then the sentence says",
        Words("This comes straight from the problem. Nothing is worked out yet; it is only put in order.", "这是题目里直接给出的，还没有计算，只是整理了一下。"),
        Words("Nothing is claimed here that has to be shown: it is what the problem gives or asks for, in symbols where it was in words.", "这里没有需要证明的东西：只是把题目给出的或要求的用式子写出来。"),
        Words("The hypotheses, or what is to be shown, in an equivalent form.", "把条件或要证明的结论写成等价的形式。"),
    ),
    Rule(
        Words("Adding and taking away", "加与减"),
        r"",
        Words("What is put together is added; what goes away, or what one has more than the other, is found by taking away. Count it out with small things.", "合在一起就用加法；拿走了，或者比多少，就用减法。可以用小东西数一数。"),
        Words("Only numbers are worked out here. Sums may be added in any order, and a difference is what has to be added to the smaller number to get the larger one.", "这里只是数的计算。加数可以按任意顺序相加；差就是较小的数还要加上多少才等于较大的数。"),
        Words("Addition of numbers is associative and commutative, and a − b is the number c with b + c = a.", "数的加法满足结合律和交换律，a − b 就是满足 b + c = a 的数 c。"),
        formula=f"{_only('+', '-')}|{_only('-', '+')}",
    ),
    Rule(
        Words("Multiplying", "乘法"),
        r"",
        Words("So many groups, and the same in each of them: instead of adding it again and again you multiply.", "有几份，每份一样多：不用一次次地加，直接用乘法。"),
        Words("A product counts equal groups, or the squares of a rectangle. Only numbers are worked out here, and the factors may change places.", "乘积表示几份同样多的数，或者长方形里的小方格数。这里只是数的计算，因数可以交换。"),
        Words("Multiplication of numbers is associative and commutative.", "数的乘法满足结合律和交换律。"),
        formula=_only("*"),
    ),
    Rule(
        Words("Dividing", "除法"),
        r"",
        Words("To share equally, or to see how often one fits into the other, you divide. Multiply back, and you have what you began with.", "平均分，或者看里面有几个这么多，就用除法。乘回去就得到原来的数。"),
        Words("A quotient is the number that times the divisor gives the dividend; a fraction is such a quotient. The divisor is not zero.", "商乘除数等于被除数；分数就是这样的商。除数不为零。"),
        Words("a/b is the only c with bc = a, for b ≠ 0.", "b ≠ 0 时，a/b 是唯一满足 bc = a 的数 c。"),
        formula=_only("/"),
    ),
    Rule(
        Words("Working out numbers", "数的计算"),
        r"",
        Words("Only numbers are worked out here: first what stands in brackets, then times and divided, then plus and minus.", "这里只是算数：先算括号里的，再算乘除，最后算加减。"),
        Words("An expression of numbers alone has one value, so it may be replaced by it. Brackets come first, then powers, products and quotients, then sums and differences.", "只含数的式子有唯一的值，可以用这个值代替它。先括号，再乘方、乘除，最后加减。"),
        Words("A closed term denotes one number; equal terms may stand for one another.", "不含字母的式子表示唯一的一个数，相等的可以互相代替。"),
        formula=rf"{_BEGINS}(?=[^=]*\d)(?:{_ANY})+{_ENDS}",
    ),
    Rule(
        Words("Putting in a value", "代入数值"),
        r"(?i)\b(?:at|for|with|when|where|put)\b|values?\b|代入|当|在|取|函数值",
        Words("A letter is a name for a number. Where the number is known it may stand there instead.", "字母是数的名字。知道是哪个数，就可以把这个数写在那里。"),
        Words("What is true of a letter is true of each number that it may stand for, so the known value is put in for it – everywhere, and in brackets where it has a sign.", "对字母成立的，对它能取的每个数都成立，所以处处用已知的值代替它；带符号时加上括号。"),
        Words("Instances of a universally true statement; equal terms may be substituted for one another.", "普遍成立的命题的特例；相等的项可以互相代换。"),
        formula=r"[A-Za-z](?:_\{?\w+\}?)?\s*(?:=|\()\s*-?\d",
    ),
    Rule(
        Words("It follows from what was shown", "由前面得出"),
        r"(?i)^(?:so|therefore|hence|thus|then|from these|together|this gives|that is|it follows|as a result|in all|altogether)\b|^(?:所以|因此|于是|从而|故|由此|合起来|即|综上|一共|可得|解得)",
        Words("Look at the lines above: this is what they say, put together.", "看看上面几行：把它们合在一起，说的就是这个。"),
        Words("Each part was shown in a line above or stands in the problem. Here they are only put side by side, and nothing new is assumed.", "每一部分都在上面出现过或者是题目给的，这里只是放在一起，没有新的假设。"),
        Words("A conclusion from statements that have been shown.", "由已经证明的命题推出的结论。"),
    ),
    Rule(
        Words("A known fact", "已知的结论"),
        r"(?i)\b(?:defin\w+|formulas?|theorems?|laws?|propert\w+|means|called|always|every|all|exactly|only)\b|定义|公式|定理|性质|法则|叫做|总是|任意|就是|都",
        Words("This holds every time, not only here. The numbers of this problem are put into it.", "这件事每次都成立，不只是这里。把这道题的数放进去就行。"),
        Words("A definition or a formula holds for all that it names, so it holds for these. What it asks for first – as a right angle, or a denominator that is not zero – must be there.", "定义和公式对它所说的一切都成立，所以对这里也成立。它要求的前提（比如直角、分母不为零）必须具备。"),
        Words("An instance of a general statement whose conditions are met.", "条件满足时，一般命题的一个特例。"),
    ),
    Rule(
        Words("Two names for the same", "同一个量的两种写法"),
        r"",
        Words("The sign = says that both sides are the same. Each side stands for something that the line names, or that stands above.", "等号说的是两边一样。每一边都是这一行说到的，或者上面出现过的。"),
        Words("Left and right are two ways to write one quantity, so = may stand between them. Try it with a number for the letter, or read the line's words again.", "左右两边是同一个量的两种写法，所以中间可以用等号。给字母取一个数试试，或者再读一遍这一行的文字。"),
        Words("Both sides denote the same: by an identity, by a definition, or because the problem says so.", "两边表示同一个对象：由恒等式、由定义，或由题目的条件。"),
        formula=r"=",
    ),
    Rule(
        Words("From what stands above", "根据上面的内容"),
        r"",
        Words("Look at the problem and at the lines above: this says no more than they do together.", "看看题目和上面几行：这里说的没有超出它们。"),
        Words("This only uses what the problem gives, what was shown above, and what its words mean.", "这里只用到题目的条件、上面得到的结果，以及这些词的含义。"),
        Words("A consequence of the hypotheses, the lines before and the definitions of the terms.", "由条件、前面的各行以及有关定义推出。"),
    ),
)  # fmt: skip
"""In the order in which they are tried; the last one fits every step."""
