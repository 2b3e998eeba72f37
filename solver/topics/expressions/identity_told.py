r"""Sentences that say how one polynomial is rewritten as another: "factoring A gives B", A分解因式后得到B, as the equation A = B.

Only rewritings that keep the value (factoring, expanding, collecting, multiplying factors), and only between two formulas. No solving.
"""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = r"(?:is|as|in|to|it|if|of|by|we|or|an|at|on|so|be|my|do|no|us|up|he|i)\b"
_ATOM: Final = rf"(?:\d++|(?<![A-Za-z])(?!{_WORD})[a-z]{{1,2}}(?![A-Za-z])|[-+*^(){{}}²³·]|\\cdot(?![a-z])|\\left|\\right)"
_F: Final = rf"(?:\$[^$=<>]+\$|(?<![\w\\]){_ATOM}(?:\s*{_ATOM})*)"
_KIND: Final = r"(?:(?:the|this|a|an)\s+)?(?:(?:cubic|quadratic|quartic|polynomial|expression|trinomial|binomial|product|sum|function)\s+)*"
_VERB: Final = r"(?:factor(?:i[sz])?|expand|simplif|multipl|rewrit|decompos)"
_DONE: Final = r"(?:factor(?:i[sz])?ed|expanded|simplified|multiplied\s+(?:out|together)|worked\s+out|rewritten|decomposed|split(?:\s+up)?)(?:\s+(?:completely|fully|into\s+factors|out))*"
_DOING: Final = r"(?:factor(?:i[sz])?ing|expanding|simplifying|multiplying(?:\s+out|\s+together)?|rewriting|the\s+(?:factori[sz]ation|expansion)\s+of)"
_GIVES: Final = r"(?:(?:the\s+(?:result|answer|product|outcome)|it|this|that|you|we|one|she|he|they)\s+)?(?:gives?|yields?|results?\s+in|leads?\s+to|produces?|becomes?|is|equals?|gets?|got|obtains?|obtained|gave|has\s+the\s+form|turns\s+into|comes\s+out\s+as|will\s+be|can\s+be\s+written\s+as)"
_FORM: Final = r"(?:(?:completely\s+)?factor(?:i[sz])?ed|expanded)\s+form"
_EN: Final = (
    # "when A is factored, the result is B", "after expanding, A becomes B", "factoring A gives B"
    rf"\b(?:when|if|once|after|whenever)\s+{_KIND}(?P<a>{_F})\s+(?:is|has\s+been|gets)\s+{_DONE}\s*,?\s*(?:then\s+)?{_GIVES}\s+{_KIND}(?P<b>{_F})",
    rf"\b(?:after|on|upon|by|when)\s+{_DOING}\s*,?\s*{_KIND}(?P<a>{_F})\s*,?\s*{_GIVES}\s+{_KIND}(?P<b>{_F})",
    rf"\b(?:(?:after|on|upon|by|when)\s+)?{_DOING}\s+{_KIND}(?P<a>{_F})\s*,?\s*{_GIVES}\s+{_KIND}(?P<b>{_F})",
    # "the factored form of A is B", "A has the factored form B"
    rf"\b(?:the\s+)?(?:{_FORM}|factori[sz]ation|expansion)\s+of\s+{_KIND}(?P<a>{_F})\s+{_GIVES}\s+{_KIND}(?P<b>{_F})",
    rf"{_KIND}(?P<a>{_F})\s+has\s+(?:the\s+)?(?:{_FORM}|factori[sz]ation|expansion)\s+(?:of\s+)?(?P<b>{_F})",
    # "A can be written in factored form as B", "A factorises into B", "A may be factored as B"
    rf"{_KIND}(?P<a>{_F})\s+(?:can\s+be|is|may\s+be|was|has\s+been|could\s+be)\s+(?:written|expressed|put|rewritten|{_DONE})\s+(?:(?:in\s+{_FORM}|as\s+a\s+product(?:\s+of\s+(?:two\s+)?factors)?)\s*)?(?:as|into|to|in\s+the\s+form|:|and\s+(?:it\s+)?{_GIVES}|to\s+(?:give|get|obtain))?\s*(?P<b>{_F})",
    rf"{_KIND}(?P<a>{_F})\s+(?:factors|factori[sz]es|expands|simplifies|multiplies\s+out)\s+(?:completely\s+)?(?:as|into|to|in\s+the\s+form(?:\s+of)?|to\s+(?:give|get|become))\s+(?P<b>{_F})",
    # "a student factors A and gets B"
    rf"\b(?:(?:a|the|one|some)\s+)?(?:students?|pupils?|teachers?|someone|somebody|i|you|we|[A-Z][a-z]+)\s+(?:correctly\s+)?(?:factor(?:i[sz]e)?s?|factor(?:i[sz])?ed|expands?|expanded|multiplies|multiplied|multiply)(?:\s+out)?\s+{_KIND}(?P<a>{_F})\s*,?\s*(?:(?:and|to|then)\s+)*(?:gets?|got|obtains?|obtained|finds|found|arrives\s+at|writes|wrote)\s+{_KIND}(?P<b>{_F})",
)  # fmt: skip
_PRODUCT: Final = (
    rf"{_KIND}(?P<a>{_F})\s+is\s+(?:equal\s+to\s+)?the\s+product\s+of\s+(?P<b>{_F})\s+and\s+(?P<c>{_F})",
    rf"\b(?:the\s+)?product\s+of\s+(?P<b>{_F})\s+and\s+(?P<c>{_F})\s+(?:is|equals|gives|comes\s+to|simplifies\s+to|expands\s+to)\s+(?P<a>{_F})",
    rf"\b(?:multiplying|multiplication\s+of)\s+(?P<b>{_F})\s+(?:by|and|with)\s+(?P<c>{_F})\s+{_GIVES}\s+(?P<a>{_F})",
    rf"\b(?:when|if)\s+(?P<b>{_F})\s+is\s+multiplied\s+by\s+(?P<c>{_F})\s*,?\s*{_GIVES}\s+(?P<a>{_F})",
    rf"(?P<b>{_F})\s*[与和乘]以?\s*(?P<c>{_F})\s*(?:相乘|的乘?积)(?:后|所得的?|得到的|的)?(?:乘?积|结果)?(?:是|为|等于|得到?|恰好是|恰为)\s*(?P<a>{_F})",
)  # fmt: skip
_OPERATION: Final = r"(?:分解因式|因式分解|分解成因式|分解|展开|去掉?括号|合并同类项|合并|整理|化简|变形|改写|乘开|相乘|做乘法|计算)"
_HAN: Final = re.compile(
    rf"(?<=[A-Za-z\d)$}}²³])\s*(?:可|可以|能|能够|经过?|通过|进行|[,，]?再)*\s*(?:{_OPERATION}(?:[,，、]|并|再|和|且|然后)*)+(?:之后|以后|后|完)?\s*[,，]?\s*(?:的|所得的?|得到的)?(?:最后|最终)?(?:结果|积|乘积|式子|形式|多项式)?"
    r"(?:是|为|成|等于|得到?了?|可得到?|可以得到|变成了?|变为|就是|应(?:该)?(?:是|为)|恰好?(?:是|为|等于)|正好(?:是|为|等于)|写成|化为|化成|[:：])+(?:的)?(?:结果|积|式子|多项式)?(?:是|为)?[:：]?\s*(?=[-($\dx])"
)  # fmt: skip
_TOLD: Final = re.compile(
    r"(?i)factor|expan|simplif|multipl|rewrit|written|decompos|split|worked\s+out|expressed|product|[解开号并理简形写乘积]"
)
"""Without any of these nothing is told here; most texts have none."""
_COMPILED: Final = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _EN)
_PRODUCTS: Final = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _PRODUCT)


def as_equation(text: str) -> str:
    """`text` with such a sentence as an equation that is true for every x.

    >>> as_equation("Factoring x^2 + mx - 15 gives (x+3)(x+n). Find m + n.")
    ' $x^2 + mx - 15 = (x+3)(x+n)$ for all x. Find m + n.'
    >>> as_equation("把x^2+mx-15分解因式后得到(x+3)(x+n),求m")
    '把x^2+mx-15展开得(x+3)(x+n),求m'
    """
    if not _TOLD.search(text):
        return text
    text = _HAN.sub("展开得", text)
    for pattern in _PRODUCTS:
        text = pattern.sub(_product, text)
    for pattern in _COMPILED:
        text = pattern.sub(_equation, text)
    return text


def _bare(formula: str) -> str:
    return formula.strip().strip("$").strip()


def _has_x(*formulas: str) -> bool:
    return all("x" in f and re.search(r"[-+]", f) for f in formulas)


def _equation(match: re.Match[str]) -> str:
    a, b = _bare(match["a"]), _bare(match["b"])
    return f" ${a} = {b}$ for all x" if _has_x(a, b) else match[0]


def _product(match: re.Match[str]) -> str:
    a, b, c = (_bare(match[name]) for name in "abc")
    if not _has_x(a) or "x" not in b + c:
        return match[0]
    product = "".join(
        f if f.startswith("(") and f.endswith(")") and f.count("(") == 1 else f"({f})" for f in (b, c)
    )
    every = "for all x" if match[0].isascii() else "恒成立"
    return f" ${a} = {product}$ {every} "
