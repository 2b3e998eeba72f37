"""What `binomials` reads and says, in both languages."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words

VOCABULARY: Final = {
    "coefficient": "coefficients?|coeffs?|coefs?|numerical coefficient|number in front of|number ends up in front of|number stands in front of|number multiplies|前面的系数|前的系数|系数|的系数|系数是|系数为",
    "binomial": "binomial coefficients?|二项式系数|的二项式系数",
    "sum_coefficients": "sum of coefficients|sum of the coefficients|sum of all coefficients|sum of all the coefficients|各项系数之和|各项系数和"
    "|各项系数的和|所有项的系数之和|所有项的系数和|所有项系数之和|所有项系数的和|所有系数之和|所有系数的和|系数之和|系数的和|系数和|各项的系数之和|各项的系数和",
    "sum_binomial": "sum of binomial coefficients|sum of the binomial coefficients|sum of all binomial coefficients|sum of all the binomial coefficients"
    "|二项式系数之和|二项式系数和|二项式系数的和|所有二项式系数之和|所有二项式系数的和|各二项式系数之和|各项二项式系数之和|各项的二项式系数之和",
    "largest": "term with the largest binomial coefficient|term with the greatest binomial coefficient|terms with the largest binomial coefficient"
    "|which term has the largest binomial coefficient|which term has the greatest binomial coefficient|二项式系数最大的项|二项式系数最大项",
    "which": "哪一项|哪项|是哪一项|是哪项",
    "largest_binomial": "largest binomial coefficient|greatest binomial coefficient|maximum binomial coefficient|biggest binomial coefficient|最大的二项式系数|二项式系数的最大值|二项式系数最大值|最大二项式系数",
    "count": "how many terms|number of terms|how many different terms|how many distinct terms|共有多少项|有多少项|共多少项|多少项|共有几项|有几项|项数|的项数|一共有多少项|共有",
    "constant": "constant term|constant|term without|term independent of|term not containing|term free of|常数项|不含",
    "middle_two": "two middle terms|middle two terms|the two middle terms|middle terms|中间两项|中间的两项",
    "last": "last term|final term|最后一项|末项",
    "middle": "middle term|中间项|中间一项|中间的项|中间的一项",
    "term": "terms?|项|的项|一项",
    "containing": "containing|contains|with|含|含有",
    "nth": "ordinalterm|序号项",
    "expansion": "read off|pick out|reading off|write|write out|once|has been|been|have|does|are there|when|is|once it is expanded|once expanded|after it is expanded|possible|all possible|both|product|product of|the product|polynomial|multiply out|multiplied out|multiplying out|like terms are collected|like terms collected|collect like terms|like terms|terms are collected|use|by using|apply|expression|expansion|expansions|binomial expansion|binomial|binomial theorem|expanded|expanded form|expand|expanding|is expanded|power"
    "|展开式|展开|后|二项展开式|的展开式|展开后|二项式|二项式定理|按二项式定理展开|多项式|的展开式中|展开式里",
}
WORDS: Final = {
    "general": Words(
        "By the binomial theorem the term number \\(k+1\\) of \\({power}\\) is \\[T_{{k+1}}={binomial}\\cdot {a}^{{{n}-k}}\\cdot {b}^{{k}}\\qquad(k=0,1,\\dots,{n})\\]",
        "由二项式定理，\\({power}\\) 的展开式的通项是 \\[T_{{k+1}}={binomial}\\cdot {a}^{{{n}-k}}\\cdot {b}^{{k}}\\qquad(k=0,1,\\dots,{n})\\]",
    ),
    "exponent": Words(
        "In it \\({x}\\) has the exponent \\({exponent}\\). It has to be \\({target}\\): \\[{exponent}={target}\\] {result}",
        "其中 \\({x}\\) 的指数是 \\({exponent}\\)。令它等于 \\({target}\\)：\\[{exponent}={target}\\] {result}",
    ),
    "solved": Words("so \\(k={k}\\).", "解得 \\(k={k}\\)。"),
    "unsolved": Words("No \\(k\\) among \\(0,1,\\dots,{n}\\) satisfies this: there is no such term.", "在 \\(0,1,\\dots,{n}\\) 中没有满足条件的 \\(k\\)：没有这样的项。"),
    "factor": Words(
        "The other factor is \\({cofactor}\\). Its term \\({term}\\) must meet a term with \\({rest}\\) in \\({power}\\).",
        "另一个因式是 \\({cofactor}\\)。它的项 \\({term}\\) 要与 \\({power}\\) 中含 \\({rest}\\) 的项相乘。",
    ),
    "constant_factor": Words(
        "The other factor is \\({cofactor}\\). Its term \\({term}\\) must meet the constant term of \\({power}\\).",
        "另一个因式是 \\({cofactor}\\)。它的项 \\({term}\\) 要与 \\({power}\\) 中的常数项相乘。",
    ),
    "coefficient": Words("With \\(k={k}\\) the numbers in the term give \\[{numbers}={value}\\]", "取 \\(k={k}\\)，该项的数字因数是 \\[{numbers}={value}\\]"),
    "total": Words("The contributions are added: \\[{sum}={value}\\]", "把各部分相加：\\[{sum}={value}\\]"),
    "none": Words("No term has these powers, so the coefficient is 0.", "展开式中没有这样的项，所以系数是 0。"),
    "ordinal": Words("Term number \\({number}\\) is \\(T_{{k+1}}\\) with \\(k={k}\\): \\[T_{{{number}}}={raw}={term}\\]", "第 \\({number}\\) 项对应 \\(k={k}\\)：\\[T_{{{number}}}={raw}={term}\\]"),
    "binomial": Words(
        "The binomial coefficient of this term is only the number \\({binomial}\\), without the other numbers in the term: \\[{binomial}={value}\\]",
        "该项的二项式系数只是组合数 \\({binomial}\\)，不含项中其他数字：\\[{binomial}={value}\\]",
    ),
    "ones": Words(
        "At \\({point}\\) every power is 1, and what remains is the sum of the coefficients: \\[{before}={value}\\]",
        "令 \\({point}\\)，则各个幂都等于 1，剩下的就是各项系数之和：\\[{before}={value}\\]",
    ),
    "twos": Words(
        "The binomial coefficients do not depend on the two terms. Put 1 for both in the binomial theorem: \\[{sum}=(1+1)^{{{n}}}={value}\\]",
        "二项式系数与两项的内容无关，在二项式定理中令两项都为 1：\\[{sum}=(1+1)^{{{n}}}={value}\\]",
    ),
    "largest": Words(
        "The binomial coefficients grow up to the middle and then decrease, so the largest stands at \\({where}\\), because \\(n={n}\\).",
        "二项式系数先增大后减小，中间的最大；因为 \\(n={n}\\)，所以取 \\({where}\\)。",
    ),
    "count": Words(
        "For \\(k=0,1,\\dots,{n}\\) the powers are all different, so no two terms can be put together: there are \\({n}+1={value}\\) terms.",
        "\\(k=0,1,\\dots,{n}\\) 时各项的次数互不相同，不能合并，所以共有 \\({n}+1={value}\\) 项。",
    ),
    "cell_k": Words("the term has k = {k}", "该项对应 k = {k}"),
    "cell_ones": Words("put 1 for every variable", "令每个变量都等于 1"),
    "expand": Words("expanded completely and read off", "完全展开后直接读出"),
    "pascal": Words("read off Pascal's triangle, built by additions only", "用加法逐行写出杨辉三角后读出"),
}  # fmt: skip
SENTENCES: Final = {
    "coefficient": Words("The coefficient is \\({answer}\\).", "系数是 \\({answer}\\)。"),
    "largest_binomial": Words(
        "The largest binomial coefficient is \\({answer}\\).", "最大的二项式系数是 \\({answer}\\)。"
    ),
    "count": Words("The number of terms is \\({answer}\\).", "展开式的项数是 \\({answer}\\)。"),
    "constant": Words("The constant term is \\({answer}\\).", "常数项是 \\({answer}\\)。"),
    "term": Words("The term is \\({answer}\\).", "这一项是 \\({answer}\\)。"),
    "binomial": Words("The binomial coefficient is \\({answer}\\).", "二项式系数是 \\({answer}\\)。"),
    "sum_coefficients": Words(
        "The sum of the coefficients is \\({answer}\\).", "各项系数之和是 \\({answer}\\)。"
    ),
    "sum_binomial": Words(
        "The sum of the binomial coefficients is \\({answer}\\).", "二项式系数之和是 \\({answer}\\)。"
    ),
    "largest": Words(
        "The term with the largest binomial coefficient: \\({answer}\\).",
        "二项式系数最大的项是 \\({answer}\\)。",
    ),
}
