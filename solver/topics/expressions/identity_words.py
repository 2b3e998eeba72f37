"""What `identities` reads and says, in both languages."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.base import Words
from solver.topics.equations.solutions import COMBINATIONS
from solver.topics.expressions.identity_told import as_equation

VOCABULARY: Final = {
    **COMBINATIONS,
    "identity": "into the form|to the form|into the shape|factored into|is factored|factored|it becomes|可分解为|可以分解为|能分解为|可因式分解为|可以因式分解为|identity|equality|identities|identical|are identical|is identical to|identically equal to|the same polynomial|same polynomial|same|are equal|equal polynomials|equivalent|always true|always equal|always|等式|恒等于|identically equal|identically|for all|for every|for any|all values of|every value of|any value of|for all values of|for all real values of|all real|real|real values?"
    "|holds for all|is true for all|true|holds|hold|polynomial identity|factors as|factors to|factors into|factorises as|factorizes as|factorises to|factored as|can be factored as|as|result is|the result|结果是|结果为|分解因式,结果是|multiplied out|is multiplied out|multiply out|every real|every real number|every real value of|regardless of|no matter what|must equal|is true for every|whatever|can be written as|can be written in the form|written as|written in the form|can be expressed as|can be expressed in the form|expressed in the form|in the form|is expanded|expanded|expands to|the result is|gives|becomes|simplifies to|rewritten as"
    "|两边|恒等|恒等式|恒成立|总成立|都成立|成立|对任意|任意|任意实数|对一切|一切|实数|对所有|所有|无论|不论|不管|无论x为何值|为何值|取什么值|怎样变化|什么实数|使分式有意义|使分式有意义的所有|使分式有意义的一切|有意义的|取何值|取任何值|总有|都有|总相等|恒相等|相等|同一个多项式|分解为|分解成|分解因式为|因式分解为|因式分解的结果为|因式分解的结果是|因式分解结果为|分解因式的结果是|分解因式的结果为|分解因式得|因式分解得|因式分解后为|展开得|展开后得|展开后等于|展开后恰好是|展开后恰好等于|恰好是|恰好等于|正好是|展开后是|展开后为|展开的结果是|展开的结果为|化为|化成|写成|可写成|可化为|变形为|配方后为|配方成|配方为|配方得|的结果是|的结果为",
    "integer": "integers?|whole numbers?|整数",
    "positive": "positive|both positive|all positive|正|都是正|均为正|都为正|正数",
    "coefficients": "put|rewrite|convert|turn|change|agree|agrees|both sides|two sides|multiply|by completing the square|completing the square|complete the square|用待定系数法|用|利用|试用|用配方法|配方法|配方|statement|stating|state|where|into|partial fraction form|in partial fractions|as partial fractions|into partial fractions|as the sum of|express|write|resolve|decompose|possible|all possible|the possible|two possible|possible value|possible values|condition|such that|or|some|certain|number|number must|must|two|two polynomials|compare|comparing|equate|equating|constants?|coefficients?|unknown|polynomials?|parameters?|quadratics?|trinomials?|expressions?|left|right|side|sides|numbers|partial fractions?|decomposition|比较|常数|系数|待定系数|待定系数法|二次函数|函数|多项式|二次三项式|整式|代数式|式|展开|展开式|左边|右边|可以|能|分解|因式分解|分解因式|的形式|形式|部分分式|有理式|分式|两个多项式",
}

WORDS: Final = {
    "given": Words("Both sides are the same polynomial in \\({x}\\): \\[{equation}\\]", "两边是关于 \\({x}\\) 的同一个多项式：\\[{equation}\\]"),
    "clear": Words("Multiply both sides of \\({before}\\) by the common denominator; both sides are then the same polynomial: \\[{after}\\]", "\\({before}\\) 两边同乘公分母，得到恒等的多项式：\\[{after}\\]"),
    "expand": Words("Multiply out the left side: \\[{left}\\]", "把左边展开：\\[{left}\\]"),
    "expand_right": Words("Multiply out the right side: \\[{right}\\]", "把右边展开：\\[{right}\\]"),
    "compare": Words("Equal polynomials have equal coefficients. Compare them power by power: \\[{system}\\]", "多项式相等，则同次项的系数相等。逐项比较：\\[{system}\\]"),
    "also": Words("It is also known that \\({conditions}\\).", "又已知 \\({conditions}\\)。"),
    "solved": Words("This gives \\({solution}\\).", "解得 \\({solution}\\)。"),
    "put_in": Words("So \\[{asked}={value}\\]", "因此 \\[{asked}={value}\\]"),
    "cell": Words("left minus right: every coefficient is 0", "左边减右边，每个系数都是 0"),
    "answer": Words("So \\({answer}\\).", "所以 \\({answer}\\)。"),
    "claim": Words("with \\({solution}\\) both sides agree, and \\({asked}={answer}\\)", "当 \\({solution}\\) 时两边相等，且 \\({asked}={answer}\\)"),
    "method": Words("the values were found again from numbers put in for \\({x}\\), not from coefficients", "改用代入 \\({x}\\) 的具体数值重新求出（不比较系数）"),
}  # fmt: skip


def without_quantifiers(text: str) -> str:
    """`for some constants m and n`, `where s is a constant`, 其中m,n为常数 name letters and ask for none."""
    letters = r"\$?[a-z]\$?(?:\s*(?:,\s*and|,|、|and|和)\s*\$?[a-z]\$?)*(?![a-z])"
    kind = r"(?:real\s+|fixed\s+|unknown\s+)?(?:constants?|numbers?|coefficients?|parameters?)"
    text = re.sub(r"(?i)\$?\s*\b(?:is\s+|are\s+)?identically\s+equal\s+to\s*\$?", " = ", text)
    text = _ordered(as_equation(text))
    text = re.sub(rf"(?:[,，]?\s*(?:且|其中))\s*{letters}\s*(?:均|都)?(?:为|是)(?:正)?整数", " , 整数", text)
    text = re.sub(rf"(?i),?\s*\bfor\s+(?:some|certain|suitable)\s+{kind}\s+{letters}\s*,?", " ", text)
    text = re.sub(
        r"(?i)\b(for\s+(?:all|every|each|any)\s+(?:(?:real\s+)?(?:values?|numbers?)\s+(?:of\s+)?)?\$?[a-z]\$?)\s+(?:where|for\s+which|at\s+which)\s+(?:both\s+sides|the\s+fractions|all\s+(?:the\s+)?fractions|they|both)\s+(?:are\s+defined|make\s+sense|exist)"
        r"|(?:(?<=[.?!])|(?<=[.?!]\s))(?:\s*(?:give|state|write)\s+\$?[a-z]\$?\s+first(?:,?\s+(?:and\s+)?then\s+\$?[a-z]\$?)?\s*[.])",
        lambda m: m[1] or " ",
        text,
    )
    text = re.sub(  # "for all x ≠ 1, -2"
        r"(?i)\bfor\s+(?:all|every|each)\s+(?:real\s+)?\$?[a-z]\s*(?:≠|!=|\\neq?(?![a-z]))\s*-?\d+(?:\s*(?:,|and)\s*-?\d+)*\$?",
        " for all x ",
        text,
    )
    unequal = r"\$?\s*[a-z]\s*(?:≠|!=|\\neq?(?![a-z]))\s*(?:\\pm\s*|±\s*)?-?\d+(?:\s*(?:,|,?\s*(?:and|且|和))\s*(?:\$?[a-z]\s*(?:≠|!=|\\neq?(?![a-z])))?\s*-?\d+)*\s*\$?"
    text = re.sub(
        rf"(?:对(?:于)?)?(?:任意|任何|一切|所有)(?:的|满足)?(?:实数)?\s*{unequal}\s*的?(?:实数)?",
        "对任意实数",
        text,
    )
    text = re.sub(rf"[,，(]?\s*(?:其中|且|where|for)\s*{unequal}\s*\)?", " ", text)
    # the polynomials P(x) = … and Q(x) = … are equal
    text = re.sub(
        r"(?i)\$?\b(?-i:[PQfgRS])\s*\(x\)\s*=\s*([^$,.;=]{3,60}?)\$?\s*(?:and|与|和)\s*\$?(?-i:[PQfgRS])\s*\(x\)\s*=\s*([^$,.;=]{3,60}?)\$?\s*(?:are\s+(?:equal|identical|the\s+same\s+polynomial)|恒等|恒相等)",
        r" $\1 = \2$ for all x ",
        text,
    )
    factor = r"\$?(\([^()]+\))\$?"
    text = re.sub(
        rf"(?i)\b(?:the\s+)?(?:cubic|quadratic|quartic|polynomial|expression)?\s*\$?([^$,.;]{{3,60}}?)\$?\s+is\s+the\s+product\s+of\s+{factor}\s+and\s+{factor}",
        r" $\1 = \2\3$ ",
        text,
    )
    return re.sub(
        rf"(?i)[,(]?\s*(?:where|with|其中)\s*{letters}\s*(?:(?:is|are|being)\s+(?:all\s+|both\s+)?(?:an?\s+)?{kind}|(?:均|都)?[为是]实?常?数)\s*\)?",
        " ",
        text,
    )


_FACTORS: Final = re.compile(r"\(\s*x\s*[+-]\s*([a-z])\s*\)\s*\*?\s*\(\s*x\s*[+-]\s*([a-z])\s*\)")
_WHICH: Final = re.compile(
    r"(?i)[,，]?\s*(?:\b(?:and|where|with|if|suppose)\s+)?(?<![A-Za-z])\$?(?P<one>(?-i:[a-z]))\$?\s+(?:is|being|denotes)\s+the\s+(?P<kind>smaller|lesser|larger|greater|bigger)(?:\s+one)?(?:\s+of\s+the(?:se)?\s+two(?:\s+(?:constants|numbers|values))?|\s+(?:constant|number))?(?=\s*[.,;?]|\s+and\b|\s*$)"
    r"|[,，]?(?:且|其中)?(?<![A-Za-z])\$?(?P<zh>[a-z])\$?(?:是|为)(?:这?(?:两个?|二)(?:常数|数)中)?[较更](?P<size>小|大)的?(?:那?一?个|那?个?数|者|一?个?常数)"
)


def _ordered(text: str) -> str:
    """Which of the constants p and q in (x + p)(x + q) is the smaller one, as p < q."""
    factors, which = _FACTORS.search(text), _WHICH.search(text)
    if factors is None or which is None:
        return text
    one = which["one"] or which["zh"]
    letters = {factors[1], factors[2]}
    if len(letters) != 2 or one not in letters:
        return text
    (other,) = letters - {one}
    sign = "<" if (which["kind"] or which["size"]).lower() in ("smaller", "lesser", "小") else ">"
    return f"{text[: which.start()]} , ${one} {sign} {other}$ {text[which.end() :]}"
