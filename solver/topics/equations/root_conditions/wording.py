"""How questions about the roots of a quadratic with a letter are worded, in both languages."""

from __future__ import annotations

import re
from typing import Final

_F: Final = (
    r"(?:\$\$.+?\$\$|\$[^$]+\$|\\\[.+?\\\]|\\\(.+?\\\)|[^\s$,;。,\u3400-\u9fff][^$;。\u3400-\u9fff]*?)"
)
_E: Final = rf"(?P<equation>{_F})"
_R: Final = rf"(?P<root>{_F})"
_P: Final = r"\$?(?P<letter>[a-zA-Z])\$?"
_EQUATION: Final = (
    r"(?:the\s+)?(?P<quadratic>quadratic)?\s*(?:equation|polynomial|function|expression|trinomial)?\s*"
)
_ROOT: Final = r"(?:real\s+)?(?:roots?|solutions?|zeros?|zeroes)"
_NATURE: Final = (
    r"(?:(?P<equal>(?:exactly\s+|only\s+|just\s+)?one\s+(?:and\s+only\s+one\s+)?(?:distinct\s+|unique\s+|repeated\s+|double\s+)?(?:real\s+)?(?:root|solution|zero)(?:\s+for\s+\$?[a-z]\$?)?|(?:two\s+)?equal\s+(?:real\s+)?roots|an?\s+(?:double|repeated)\s+(?:root|solution))"
    r"|(?P<none>no\s+real\s+(?:roots|solutions|zeros))|(?P<two>(?:exactly\s+)?two\s+(?:distinct|different|unequal)\s+real\s+(?:roots|solutions))|(?P<real>real\s+(?:roots|solutions)))"
)
_HAS: Final = r"(?:to\s+)?(?:has|have|having)\s+"
_KIND: Final = r"(?P<kind>(?:(?:possible|real|positive|negative|non-?\s?zero|largest|greatest|smallest|least|sum\s+of\s+the|product\s+of\s+the|all|the|of|constant|only)\s+)*)"
_VALUE: Final = rf"(?:an?\s+)?{_KIND}(?:values?\s+)?(?:(?:of|for)\s+)?(?:the\s+)?(?:constant\s+)?{_P}"
_ASK: Final = rf"(?:what\s+(?:is|are)|find|compute|determine)\s+{_VALUE}"
_IF: Final = r"(?:(?:if|given\s+that|suppose(?:\s+that)?)\s+)?(?:\$?[a-z]\$?\s+is\s+an?\s+(?P<given>non-?\s?zero|positive|negative|real)\s+(?:real\s+)?(?:constant|number)\s+(?:such\s+that|and)\s+)?"
_END: Final = r"\s*[.?]?"
ENGLISH: Final = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        rf"{_IF}{_EQUATION}{_E}\s*{_HAS}{_NATURE}\s*[.,]\s*(?:then\s+)?{_ASK}{_END}",
        rf"for\s+(?:what|which)\s+{_VALUE}\s*,?\s+(?:does|will|do|would)\s+{_EQUATION}{_E}\s*{_HAS}{_NATURE}{_END}",
        rf"{_ASK}\s+(?:such\s+that|so\s+that|for\s+which|if)\s+{_EQUATION}{_E}\s*{_HAS}{_NATURE}{_END}",
        rf"what\s+{_VALUE}\s+makes?\s+{_EQUATION}{_E}\s*{_HAS}{_NATURE}{_END}",
        rf"for\s+(?:what|which)\s+{_VALUE}\s+(?:is|will)\s+{_R}\s+(?:be\s+)?(?:a|one)\s+{_ROOT}\s+(?:of|to)\s+{_EQUATION}{_E}{_END}",
        rf"{_IF}(?:\$?x\s*=\s*)?{_R}\s+is\s+(?:a|one)\s+{_ROOT}\s+(?:of|to|for)\s+{_EQUATION}{_E}\s*[.,]\s*(?:then\s+)?{_ASK}{_END}",
        rf"{_IF}one\s+(?:of\s+the\s+)?{_ROOT}\s+(?:of|to)\s+{_EQUATION}{_E}\s+is\s+(?:\$?x\s*=\s*)?{_R}\s*[.,]\s*(?:then\s+)?{_ASK}{_END}",
    )
)  # fmt: skip
ENGLISH_DISCRIMINANT: Final = re.compile(
    rf"(?:what\s+is|find|compute|calculate|determine)\s+the\s+discriminant\s+of\s+(?:the\s+)?(?:quadratic\s+)?(?:equation|polynomial|function|expression)?\s*{_E}{_END}",
    re.IGNORECASE | re.DOTALL,
)
_ZQ: Final = r"(?:关于\s*\$?[a-z]\$?\s*的)?(?P<quadratic>一元二次)?(?:方程|二次方程)?\s*"
_ZN: Final = r"(?:总)?(?:(?P<equal>有两个相等的?(?:实数|实)?根|有两个?相等实(?:数)?根|只有一个(?:实数)?根)|(?P<none>(?:没有|无)实数?根)|(?P<two>有两个不相等的?(?:实数|实)?根|有两个?不(?:相)?等(?:的)?实(?:数)?根)|(?P<real>有(?:两个)?实数?根))"
_ZR: Final = r"(?:\s*(?:分别)?(?:为|是|:)?\s*\$?\s*(?:x_\{?1\}?|\\alpha|α)\s*\$?\s*(?:,|、|和|与)\s*\$?\s*(?:x_\{?2\}?|\\beta|β)\s*\$?)?"
"""The roots' names, of which nothing is said."""
_ZP: Final = r"(?:(?P<kind>正|负|非零)?(?:实数|常数)?)\$?(?P<letter>[a-zA-Z])\$?"
_ZASK: Final = rf"(?:求|则|那么|试求)*\s*{_ZP}\s*的?(?P<what>取值范围|值|所有可能的值)?\s*(?:是|为|等于)?\s*(?:多少|什么)?\s*(?:=\s*\??)?[。.?]?"
CHINESE: Final = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        rf"(?:已知|若|如果|设)?{_ZQ}{_E}\s*{_ZN}{_ZR}\s*[,。.]\s*{_ZASK}",
        rf"当\s*{_ZP}\s*(?:为何值|取何值|为多少|是什么值|取什么值)时?\s*,\s*{_ZQ}{_E}\s*{_ZN}\s*[。.?]?",
        rf"(?:已知|若|如果|设)?\s*(?:\$?[a-z]\s*=\s*)?{_R}\s*是{_ZQ}{_E}\s*的?(?:一个)?(?:根|解|实数根)\s*,\s*{_ZASK}",
        rf"(?:已知|若|如果|设)?{_ZQ}{_E}\s*的?(?:有)?一个?(?:根|解)(?:是|为)\s*(?:\$?[a-z]\s*=\s*)?{_R}\s*,\s*{_ZASK}",
    )
)
CHINESE_DISCRIMINANT: Final = re.compile(
    rf"(?:求|计算)?{_ZQ}{_E}\s*的?(?:根的)?判别式的?(?:值)?(?:是|为|等于)?(?:多少)?[。.?]?", re.DOTALL
)
