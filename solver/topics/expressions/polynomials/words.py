"""What `polynomials` reads and says, in both languages."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words

VOCABULARY: Final = {
    "expand": "use the binomial theorem to expand|use the binomial theorem to write out the expansion of|write out the expansion of|write down the expansion of|give the expansion of|find the expansion of|expand using the binomial theorem|binomial expansion of|展开式|的展开式|用二项式定理展开|利用二项式定理展开|expand|multiply out|distribute|use the distributive property|apply the distributive property|using the distributive property|use the distributive law|apply the distributive law|remove the brackets|remove brackets|remove the parentheses|remove parentheses|clear the brackets|clear the parentheses|去括号|去括号并化简|去掉括号|用分配律|利用分配律|用乘法分配律展开|利用乘法分配律展开|expand and simplify|expand and collect like terms|expanded form|expansion of|展开|展开并化简|化为展开式|乘开",
    "factor": "factor|factorise|factorize|factored form|factor completely|factorise completely|factorize completely|fully factor|fully factorise"
    "|factorization|factorisation|factorization of|因式分解|分解因式|分解|进行因式分解",
    "simplify": "simplify|simplify completely|simplified|reduced|lowest terms|in lowest terms|to lowest terms|reduce to lowest terms|reduce to the lowest terms|reduce to simplest form|as a single fraction|express as a single fraction|write as a single fraction|combine into a single fraction|as one fraction|single fraction|into a single fraction|化为最简分式|化成最简分式|最简分式|通分并化简|化为一个分式|合并为一个分式|simplest form|simplified form|reduce|rationalise the denominator"
    "|rationalize the denominator|rationalise the denominator and simplify|rationalize the denominator and simplify|rationalise and simplify|rationalize and simplify|by rationalising the denominator|by rationalizing the denominator|in its simplest form|in its lowest terms"
    "|化简|约分|化简下列各式|先化简|化成最简|最简形式|分母有理化",
    "collect": "collect like terms|combine like terms|collect the like terms|combine the like terms|collect terms|collect the terms|combine terms|combine the terms|collect all like terms|combine all like terms|group like terms|add the like terms|add up the like terms|gather like terms|gather the terms|gather the like terms|collecting like terms|by collecting like terms|by combining like terms"
    "|合并同类项|合并下列同类项|合并式子中的同类项|同类项合并|合并各项",
    "evaluate": "求代数式|求式子|求多项式|再求值|化简求值|then evaluate|and evaluate|then find its value|再求它的值|求代数式的值",
    "product": "product|products|find the product|multiply|multiplying|multiply these|multiply the polynomials|积|的积|乘积|的乘积|求积|相乘|乘法",
    "sum": "sum|find the sum|add|adding|add the polynomials|sum of the polynomials|和|的和|求和|相加|加",
    "difference": "difference|find the difference|subtract|subtracting|subtract the polynomials|差|的差|求差|相减|减",
    "quotient": "quotient|find the quotient|divide|dividing|商|的商|求商|相除|除",
    "square": "square|squared|find the square|square of|the square of|平方|的平方",
    "cube": "cube|cubed|find the cube|cube of|the cube of|立方|的立方",
    "or": "or|and|perform the indicated operations?|indicated operations?|perform the operations?|operations?|或|进行运算|运算",
    "solve": "solve",
    "polynomial": "polynomials?|rational expressions?|algebraic fractions?|fractions?|complex fractions?|complex rational expressions?|compound fractions?|these polynomials|binomials?|trinomials?|monomials?|分式的|繁分式|单项式|整式的|算式|quadratic|cubic|trinomial|binomial|rational expression|fraction|algebraic expression|brackets|completely|fully"
    "|over the rationals|over the integers|as much as possible|in|into factors|多项式|代数式|分式|整式|各式|二次三项式|因式|在有理数范围内|彻底|根式|二次根式",
}
KINDS: Final = ("expand", "factor", "simplify")

WORDS: Final = {
    "multiply": Words("Multiply every term of one bracket by every term of the other: \\[{before}={after}\\]", "用一个括号里的每一项去乘另一个括号里的每一项：\\[{before}={after}\\]"),
    "power": Words(
        "Write out the power with the binomial formula: \\[{before}={after}\\]", "用乘方公式展开：\\[{before}={after}\\]"
    ),
    "collect": Words("Collect like terms: \\[{before}={after}\\]", "合并同类项：\\[{before}={after}\\]"),
    "divide": Words("Divide each term by the monomial: \\[{before}={after}\\]", "用每一项分别除以单项式，再把所得的商相加：\\[{before}={after}\\]"),
    "common": Words("Take out the common factor \\({common}\\): \\[{before}={after}\\]", "提取公因式 \\({common}\\)：\\[{before}={after}\\]"),
    "squares": Words(
        "A difference of squares \\(a^2-b^2=(a+b)(a-b)\\): \\[{before}={after}\\]", "平方差公式 \\(a^2-b^2=(a+b)(a-b)\\)：\\[{before}={after}\\]"
    ),
    "perfect": Words("A perfect square \\(a^2\\pm 2ab+b^2=(a\\pm b)^2\\): \\[{before}={after}\\]", "完全平方公式 \\(a^2\\pm 2ab+b^2=(a\\pm b)^2\\)：\\[{before}={after}\\]"),
    "two_numbers": Words("Look for two numbers with the product \\({c}\\) and the sum \\({b}\\): they are \\({p}\\) and \\({q}\\). So \\[{before}={after}\\]",
                         "找两个数，积是 \\({c}\\)，和是 \\({b}\\)：它们是 \\({p}\\) 和 \\({q}\\)。所以 \\[{before}={after}\\]"),
    "factors": Words("Split into factors, as multiplying out confirms: \\[{before}={after}\\]", "分解因式（乘开即可验证）：\\[{before}={after}\\]"),
    "prime": Words("This cannot be split further over the rational numbers: \\({before}\\).", "在有理数范围内不能再分解：\\({before}\\)。"),
    "fraction": Words(
        "Factor numerator and denominator: \\[{before}={factored}\\] Cancel what they have in common (where it is not 0): \\[={after}\\]",
        "分子分母分解因式：\\[{before}={factored}\\] 约去公因式（公因式不为 0）：\\[={after}\\]",
    ),
    "denominator": Words(
        "Bring all to one denominator. The denominators are \\({denominators}\\); their least common multiple is \\({common}\\).",
        "先通分。各分母为 \\({denominators}\\)，最简公分母是 \\({common}\\)。",
    ),
    "raise": Words(
        "Multiply numerator and denominator of each by what is missing: \\[{before}={after}\\]", "分子分母同乘所缺的因式：\\[{before}={after}\\]"
    ),
    "numerators": Words("Add the numerators over the common denominator: \\[{before}={after}\\]", "分母不变，分子相加：\\[{before}={after}\\]"),
    "clear": Words(
        "Multiply the numerator and the denominator of the whole fraction by \\({common}\\), so that the small fractions disappear: "
        "\\[{before}={after}\\]",
        "整个分式的分子、分母同乘 \\({common}\\)，消去其中的小分式：\\[{before}={after}\\]",
    ),
    "simplify": Words("Equal, and shorter: \\[{before}={after}\\]", "化简得：\\[{before}={after}\\]"),
    "put": Words("Put in {values}.", "代入 {values}。"),
    "code": Words("the same in one line", "用程序完成"),
    "method": Words("numbers were put in for the letters on both sides", "两边代入数值进行比较"),
    "method_factor": Words("multiplied out again, and no factor can be split further", "重新乘开，并检验每个因式不能再分解"),
}  # fmt: skip
SENTENCES: Final = {
    "expand": Words("Expanded: \\({answer}\\).", "展开得 \\({answer}\\)。"),
    "factor": Words("In factors: \\({answer}\\).", "因式分解的结果为 \\({answer}\\)。"),
    "simplify": Words("Simplified: \\({answer}\\).", "化简得 \\({answer}\\)。"),
    "value": Words("The value is \\({answer}\\).", "所求的值为 \\({answer}\\)。"),
}
