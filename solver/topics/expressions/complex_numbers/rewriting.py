"""The wording of problems about complex numbers: other ways to say a thing become the one that the topic reads."""

from __future__ import annotations

import re
from math import isqrt
from typing import Final

from solver.ports import Language
from solver.topics.base import Words

NAMES: Final = {"Re": "real part", "Im": "imaginary part"}
_REAL: Final = r"-?(?:\d+(?:\.\d+)?(?:/\d+)?|\\sqrt\{\d+\}|sqrt\(\d+\))"


WORDS: Final = {
    "powers": Words(
        "The powers from \\(i^{{{first}}}\\) to \\(i^{{{last}}}\\) form a geometric series with ratio \\(i\\): \\[{sum}\\]",
        "从 \\(i^{{{first}}}\\) 到 \\(i^{{{last}}}\\) 的各项成公比为 \\(i\\) 的等比数列：\\[{sum}\\]",
    ),
}
MAX_POWER: Final = 100_000
_CONJUGATE: Final = r"\\(?:bar|overline)\s*\{?\s*z\s*\}?"
_NORM: Final = re.compile(
    rf"\$?z\s*(?:\*|\\cdot|\\times)?\s*{_CONJUGATE}\s*=\s*(\d+)\$?"
    r"|\$?z\$?\s*[与和]\s*(?:它|其)的?共轭(?:复数)?的(?:乘积|积)\s*(?:等于|为|是)\s*\$?(\d+)\$?"
    r"|(?i:the\s+product\s+of\s+\$?z\$?\s+and\s+its\s+(?:complex\s+)?conjugate\s+(?:is|equals)\s+\$?(\d+)\$?)"
)
"""z times its conjugate, which is the square of the modulus."""


def _modulus(match: re.Match[str]) -> str:
    square = int(match[1] or match[2] or match[3])
    root = isqrt(square)
    return rf" $|z|={root if root * root == square else rf'sqrt({square})'}$ "


def powers_added(text: str, language: Language) -> tuple[str, tuple[str, ...]]:
    """`i + i^2 + … + i^{10}` as one fraction, and why.

    >>> powers_added("i+i^2+...+i^{10}", "en")[0]
    '((i-i^{11})/(1-i))'
    """
    dots = r"(?:\.{3,}|…+|\\[lc]?dots[bmci]?(?![a-z]))"
    match = re.search(
        rf"(?P<one>1\s*\+\s*)?(?<![\w^)])i(?:\^\{{?1\}}?)?\s*\+\s*i\s*\^\s*\{{?2\}}?\s*\+(?:\s*i\^\{{?3\}}?\s*\+(?:\s*i\^\{{?4\}}?\s*\+)?)?\s*{dots}\s*\+\s*i\s*\^\s*(?:\{{(?P<n>\d+)\}}|(?P<m>\d+))",
        text,
    )
    if match is None or not 3 <= (last := int(match["n"] or match["m"])) <= MAX_POWER:
        return text, ()
    start, first = ("1", 0) if match["one"] else ("i", 1)
    fraction = rf"\frac{{{start}-i^{{{last + 1}}}}}{{1-i}}"
    step = WORDS["powers"].say(language, first=first, last=last, sum=fraction)
    return f"{text[: match.start()]}(({start}-i^{{{last + 1}}})/(1-i)){text[match.end() :]}", (step,)


def rewritten(text: str) -> str:
    """`z_1` for z1, `modulus of` for a distance from the origin, `real part` for Re."""
    text = _property_asked(_asides(shortened(text)))
    text = re.sub(r"(?<![A-Za-z\\_])([zw])(\d)(?![\d(])", r"\1_{\2}", text)
    text = re.sub(
        r"\\(?:operatorname|mathrm|text)\s*\{\s*(Re|Im)\s*\}|\\(Re|Im)(?![A-Za-z])", r" \1\2 ", text
    )
    text = re.sub(
        r"(?<![A-Za-z])\$?\s*(Re|Im)\s*\(\s*(z(?:_\{?\d\}?)?)\s*\)",
        lambda m: f" {NAMES[m[1]]} ${m[2]}$ ",
        text,
    )
    text = re.sub(r"\(\s*\$?([a-z]\s*(?:[<>]=?|!=)\s*-?\d+)\$?\s*\)", r" , $\1$ , ", text)  # z=a+3i (a>0)
    text = _with_conjugate(_operations(_distances(_NORM.sub(_modulus, text))))
    text = re.sub(
        r"(?i)(?<![A-Za-z])real\s+(?:part\s+)?and\s+(?:the\s+)?imaginary\s+parts?\b",
        "real part and imaginary part",
        text,
    )
    text = _given_by_parts(text)
    # "the product (2+i)(3-i)": the word only says what the formula says
    text = re.sub(
        r"(?i)\b(?:product|quotient|fraction|power)\s+(?=\$?\s*[\\(z])(?!\$?\s*z\S*\s+(?:and|by)\b)",
        " ",
        text,
    )
    return re.sub(r"(?i)(?<![\\a-z])(?:complex\s+)?conjugate\b(?!\s*\()", " conjugatenumber ", text)


_ARG: Final = r"\\?(?<![A-Za-z])(?:arg|Arg)\s*\(?\s*([zw](?:_\{?\d\}?)?)\s*\)?"
_PRINCIPAL: Final = re.compile(
    rf"\s*[,(]?\s*(?:\b(?:where|with|for)\s+|其中|且)?\$?\s*[(]?\s*-\s*(?:\\pi|π)\s*(?:<|\\lt)\s*(?:{_ARG}|\\theta|θ)\s*(?:<=|≤|\\leq?(?:slant)?(?![a-z]))\s*(?:\\pi|π)\s*[)]?\s*\$?\s*\)?"
)
"""From where to where arguments are counted anyway."""
_STAR: Final = r"([zw](?:_\{?\d\}?|\d)?)\s*\^?\s*\{?\s*(?:\*|\\ast|\\star)\s*\}?"


def shortened(text: str) -> str:
    """Short names of operations, a star for the conjugate where the text says so, the range of arguments, the form of the answer."""
    text = _PRINCIPAL.sub(" ", text)
    text = re.sub(rf"\$\s*{_ARG}\s*\$|{_ARG}", lambda m: f" argument of ${m[1] or m[2]}$ ", text)
    text = re.sub(r"(?i)(?<![A-Za-z\\])conj\s*(?=\()", "conjugate", text)
    text = re.sub(r"(?i)(?<![A-Za-z\\])mod(?=\s+of\b|\s*\()", "modulus", text)
    text = re.sub(
        r"(?i),?\s*\b(?:where|if|when|with|and|taking|assuming)\s+(?:that\s+)?(?:the\s+)?(?:principal\s+)?arguments?\s+(?:is|are|lies?|being|lying)?\s*(?:taken|chosen|measured|lies?|lying)?\s*(?:to\s+(?:be|lie)\s+)?(?=in\b(?!\s+(?:radians|degrees))|between\b|from\b|\$?[\[(]\s*[-\d\\π])",
        " , ",
        text,
    )
    text = re.sub(  # a+bi is how complex numbers are written anyway
        r"(?i)\s*,?\s*\b(?:and\s+)?(?:then\s+)?(?:write|give|express|leave|put|state|writing|giving|expressing|leaving)\s+(?:the\s+|your\s+|its\s+)?(?:final\s+)?(?:product|quotient|sum|difference|answer|result|it)?\s*(?:in|as)\s+(?:the\s+)?(?:(?:standard|rectangular|algebraic|cartesian)\s+)?form(?:\s*,?\s*\$?a\s*\+\s*(?:bi|ib)\$?)?(?=\s*[.,;?]|\s*$)",
        " ",
        text,
    )
    text = re.sub(
        r"(?i)\s*,?\s*\bin\s+(?:the\s+)?form\s+\$?[a-z]\s*\+\s*(?:[a-z]\s*i|i\s*[a-z])\$?(?=\s*[.?]?\s*$)",
        " ",
        text,
    )
    text = re.sub(
        r"[(,]?\s*(?:其中|where\s)?\s*\$?(?<![A-Za-z])[a-hj-y]\s*(?:∈|\\in(?![a-z]))\s*\\?(?:mathbb\s*\{?|mathbf\s*\{?)?[Rℝ]\}?\$?\s*\)?",
        " , ",
        text,
    )
    said = re.search(
        rf"(?i)[,;(]?\s*(?:\b(?:where|and|let|with)\s+|其中|且|设|记|用)?\$?{_STAR}\$?\s*(?:is|be|denotes?|represents?|means|stands\s+for|表示|是|为|记为)\s*(?:(?:its|the)\s+(?:complex\s+)?conjugate(?:\s+of\s+\$?\1\$?)?|(?:\$?\1\$?)?\s*的?共轭(?:复数)?)\s*\)?",
        text,
    )
    if said is not None:
        text = f"{text[: said.start()]} , {text[said.end() :]}"
        text = re.sub(rf"{_STAR}(?![\w({{\\])", r"conjugate(\1)", text)
    nouns = "乘积|积|和|差|商"
    signs = {"乘积": "*", "积": "*", "和": "+", "差": "-", "商": "/"}
    name = r"\$?(?<![A-Za-z])([zw])\$?"
    text = re.sub(
        rf"{name}\s*的共轭(?:复数)?\s*(?:是|为|等于|=)\s*\$?([-+\d√i(][^,。;$\u3400-\u9fff]*)\$?",
        r" $conjugate(\1)=\2$ ",
        text,
    )
    text = re.sub(
        rf"{name}\s*的?共轭(?:复数)?\s*[与和]\s*\$?\1\$?\s*(?:的|之)({nouns})",
        lambda m: f" $conjugate({m[1]}){signs[m[2]]}{m[1]}$ ",
        text,
    )
    return re.sub(
        rf"{name}\s*[与和]\s*\$?\1\$?\s*的共轭(?:复数)?\s*(?:的|之)({nouns})",
        lambda m: f" ${m[1]}{signs[m[2]]}conjugate({m[1]})$ ",
        text,
    )


def _property_asked(text: str) -> str:
    """`for which real k is … real` → find k such that … is real."""
    kind = r"(?:an?\s+)?(?:purely\s+imaginary|pure\s+imaginary|real|purely\s+real)(?:\s+number)?"
    return re.sub(
        rf"(?i)\bfor\s+(?:what|which)\s+(?:real\s+)?(?:numbers?\s+|values?\s+(?:of\s+)?(?:the\s+real\s+(?:number|parameter)\s+)?)?\$?(?-i:([a-hj-y]))\$?\s+(?:is|are|will)\s+((?:the\s+(?:complex\s+)?(?:number|expression|product|quotient)\s+)?[^,;?]*?)\s*(?:be\s+)?(?<=[\s$)])({kind})\s*(?=[?.]|$)",
        r"find $\1$ such that \2 is \3",
        text,
    )


def parts_named(text: str) -> str:
    """z = a + bi in an equation for z: the equation is about a and b."""
    match = re.search(
        r"(?i)(?:\blet\s+|\bif\s+|设|若|已知)?\$?(?<![A-Za-z])z\s*=\s*([a-y])\s*\+\s*([a-y])\s*i(?![A-Za-z])\$?\s*(?:\(\s*[a-y]\s*,\s*[a-y]\s*(?:∈|\\in)\s*\\?(?:mathbb\{?|mathbf\{?)?[Rℝ]\}?\s*\))?(?:\s*,?\s*(?:with|where)?\s*\$?[a-y]\$?\s*(?:,|and|、|和)\s*\$?[a-y]\$?\s*(?:are\s+)?(?:real(?:\s+numbers)?|(?:均|都)?为实数|是实数))?\s*,?\s*(?:and\b|且|satisfies|满足)?",
        text,
    )
    if match is None or "i" in match.groups():
        return text
    rest = text[: match.start()] + " " + text[match.end() :]
    number = rf"({match[1]}+{match[2]}i)"
    changed = re.sub(r"(?<![A-Za-z\\])z(?![A-Za-z_])", number, rest)
    if (
        not re.search(rf"[=|].*{re.escape(number)}|{re.escape(number)}.*=", changed)
        or "conj" in rest
        or "overline" in rest
        or "bar" in rest
        or "共轭" in rest
    ):
        return text
    if re.search(r"[\u3400-\u9fff]", text):
        return f"其中{match[1]},{match[2]}为实数,{changed}"
    return f"where {match[1]} and {match[2]} are real numbers , {changed}"


def _asides(text: str) -> str:
    """`(i为虚数单位)`, `where i is the imaginary unit` say nothing new; powers in words as exponents."""
    bar = r"(?:\\(?:bar|overline)\s*\{?\s*([zw])(?:_\{?\d\}?)?\s*\}?)"
    text = re.sub(  # what the bar means is known
        rf"(?i)[,(]?\s*(?:where\s+|and\s+|其中\s*|且\s*)?\$?{bar}\$?\s*(?:is|denotes|represents|表示|是|为)\s*(?:(?:its|the)\s+(?:complex\s+)?conjugate(?:\s+of\s+\$?[zw]\$?)?|\$?[zw]?\$?\s*的?共轭复?数?)\s*\)?",
        " , ",
        text,
    )
    text = re.sub(
        r"(?i),?\s*\b(?:in\s+radians\s*,?\s*)?(?:between|from)\s+\$?0\$?\s+(?:and|to)\s+\$?2\s*\\?(?:pi\b|π)\$?\s*,?",
        " $[0, 2\\\\pi)$ ",
        text,
    )
    text = re.sub(
        r"(?i),?\s*\b(?:in\s+radians\s*,?\s*)?(?:between|from)\s+\$?-\s*\\?(?:pi\b|π)\$?\s+(?:and|to)\s+\$?\\?(?:pi\b|π)\$?\s*,?",
        " $(-\\\\pi, \\\\pi]$ ",
        text,
    )
    text = re.sub(
        r"\((?:即|也就是|又叫|或)?(?:模|绝对值|模长)\)|\((?i:i\.e\.\s*)?(?i:the\s+)?(?i:modulus|magnitude|absolute\s+value)\)",
        "",
        text,
    )
    text = re.sub(
        r"[(,]?\s*(?:其中)?\s*\$?(?<![A-Za-z])i\$?\s*(?:为|是|表示)\s*虚数(?:的)?单位\s*\)?|[(,]\s*(?:其中)?\s*\$?i\^\{?2\}?\s*=\s*-1\$?\s*\)?",
        " , ",
        text,
    )
    text = re.sub(
        r"(?i)[(,]?\s*(?:where\s+|and\s+)?\$?\bi\$?\s+(?:is|denotes)\s+the\s+imaginary\s+unit\s*\)?",
        " , ",
        text,
    )
    text = re.sub(
        r"(?i),?\s*(?:where|with|for)\s+\$?a\$?\s*(?:,|and)\s*\$?b\$?\s*(?:are|being)?\s*real(?:\s+numbers?)?|[(,]?\s*(?:其中)?\s*\$?a\s*,\s*b\s*(?:∈|\\in)\s*\\?(?:mathbb\{?)?[Rℝ]\}?\$?\s*\)?|,?\s*其中\s*\$?a\$?[,、和]\s*\$?b\$?\s*(?:为|是|均为|都是)实数",
        " ",
        text,
    )
    text = re.sub(r"(?<![A-Za-z])\\?Arg\s*(?=\()|\\?(?<![A-Za-z\\])arg\s*(?=\(|z)", " argument of ", text)
    base = r"\$?(?<![A-Za-z\d)])(i|z|\([^()]*i[^()]*\))\$?"
    text = re.sub(rf"{base}\s*的\s*\$?(\d+)\$?\s*次(?:方|幂)", r" $\1^{\2}$ ", text)
    text = re.sub(rf"{base}\s*的平方(?![根和差])", r" $\1^{2}$ ", text)
    return re.sub(
        rf"(?i){base}\s+(?:raised\s+)?to\s+(?:the\s+)?(?:power\s+(?:of\s+)?)?\$?(\d+)\$?(?:st|nd|rd|th)?(?:\s+power)?(?![\w^])",
        r" $\1^{\2}$ ",
        text,
    )


def _with_conjugate(text: str) -> str:
    """A number and its conjugate combined, and reciprocals, as one expression."""
    number = r"\$?([^,.;?$\u3400-\u9fff]{1,50}?)\$?"
    of = rf"(?:the\s+)?(?:complex\s+number\s+)?{number}"
    its = r"its\s+(?:own\s+)?(?:complex\s+)?conjugate"
    signs = {
        "product": "*",
        "sum": "+",
        "difference": "-",
        "quotient": "/",
        "积": "*",
        "乘积": "*",
        "和": "+",
        "差": "-",
        "商": "/",
    }
    text = re.sub(
        rf"(?i)\b(?:the\s+)?(product|sum|difference|quotient)\s+of\s+{of}\s+(?:and|with)\s+{its}\b",
        lambda m: f" $({m[2]}){signs[m[1].lower()]}conjugate({m[2]})$ ",
        text,
    )
    verbs = {
        "is multiplied by": "*",
        "multiplied by": "*",
        "times": "*",
        "plus": "+",
        "is added to": "+",
        "added to": "+",
        "minus": "-",
        "is divided by": "/",
        "divided by": "/",
    }
    text = re.sub(
        rf"(?i)(?:(?<=\bwhen)|(?<=\bif)|(?<=\bof)|(?<=\bis)|(?<=\bcompute)|(?<=\bfind)|(?<=\bevaluate)|(?<=\bcalculate)|(?<=\bdetermine))\s+{of}\s+({'|'.join(verbs)})\s+{its}\b",
        lambda m: f" $({m[1]}){verbs[m[2].lower()]}conjugate({m[1]})$ ",
        text,
    )
    text = re.sub(
        r"\$?(z|(?<![\w)])\(?-?\d[^,.;?$\u3400-\u9fff]{0,40}?i\)?|(?<![\w)])[^,.;?$\u3400-\u9fff]{1,40}?)\$?\s*(?:与|和|乘以|乘|加上|加|减去|减|除以)\s*(?:其|它的|它)\s*共轭(?:复数)?(?:的?(乘积|积|和|差|商|之积|之和|之差))?",
        lambda m: _zh_conjugate(m) or m[0],
        text,
    )
    text = re.sub(
        rf"(?i)\b(?:the\s+)?(?:reciprocal|multiplicative\s+inverse|inverse)\s+of\s+{of}(?=\s*[.,;?]|\s*$|\s+in\b)",
        r" $1/(\1)$ ",
        text,
    )
    text = re.sub(
        rf"(?i)\b(?:the\s+)?square\s+of\s+(?:the\s+)?(?:modulus|absolute\s+value|magnitude)\s+of\s+{of}(?=\s*[.,;?]|\s*$)",
        r" $|\1|^2$ ",
        text,
    )
    text = re.sub(rf"(?:复数)?\s*{number}\s*的模的平方", r" $|\1|^2$ ", text)
    return re.sub(r"(?:复数)?\s*\$?(z|-?\d[^,.;?$\u3400-\u9fff]*)\$?\s*的倒数", r" $1/(\1)$ ", text)


def _operations(text: str) -> str:
    """Two numbers in i with the operation in words: `subtract 2-3i from 5+i`, 3+i与2-5i的积."""
    one = r"\$?\s*((?:[-+(]|\d|i|√|\\sqrt|\s(?=[-+\d(i]))(?:[-+\d\s()/*^{}i√]|\.(?=\d))*)\$?"
    signs = {
        "product": "*",
        "sum": "+",
        "difference": "-",
        "quotient": "/",
        "积": "*",
        "乘积": "*",
        "和": "+",
        "差": "-",
        "商": "/",
    }

    def joined(left: str, op: str, right: str, whole: str) -> str:
        return f" $({left.strip()}){op}({right.strip()})$ " if "i" in left + right else whole

    text = re.sub(
        rf"(?i)\b(?:the\s+)?(product|sum|difference|quotient)\s+(?:of|between)\s+(?:the\s+)?(?:two\s+)?(?:complex\s+numbers\s+)?{one}\s*\band\s+{one}(?=\s*[.,;?]|\s*$)",
        lambda m: joined(m[2], signs[m[1].lower()], m[3], m[0]),
        text,
    )
    for verb, word, op, turned in (
        ("subtract", "from", "-", True), ("multiply", "by", "*", False), ("divide", "by", "/", False),
        ("add", "and|to", "+", False), ("multiply", "and", "*", False),
    ):  # fmt: skip
        text = re.sub(
            rf"(?i)\b{verb}\s+(?:the\s+)?(?:two\s+)?(?:complex\s+numbers?\s+)?{one}\s*\b(?:{word})\s+{one}(?=\s*[.,;?]|\s*$)",
            lambda m, op=op, turned=turned: (
                joined(m[2], op, m[1], m[0]) if turned else joined(m[1], op, m[2], m[0])
            ),  # type: ignore[misc]
            text,
        )
    return re.sub(
        rf"(?:复数)?{one}\s*(?:与|和)\s*(?:复数)?{one}\s*(?:的|之)(乘积|积|和|差|商)",
        lambda m: joined(m[1], signs[m[3]], m[2], m[0]),
        text,
    )


def _zh_conjugate(match: re.Match[str]) -> str | None:
    """z与其共轭复数的乘积 as `z*conjugate(z)`."""
    between = match[0][len(match[1]) :]
    noun = (match[2] or "").replace("之", "")
    by_noun = {"乘积": "*", "积": "*", "和": "+", "差": "-", "商": "/"}
    verb = re.search(r"乘以|乘|加上|加|减去|减|除以", between)
    by_verb = {"乘以": "*", "乘": "*", "加上": "+", "加": "+", "减去": "-", "减": "-", "除以": "/"}
    op = by_noun.get(noun) if noun else by_verb.get(verb[0]) if verb else None
    return f" $({match[1]}){op}conjugate({match[1]})$ " if op else None


def _distances(text: str) -> str:
    """The distance of a point of the plane from the origin is the modulus."""
    text = re.sub(
        r"(?i),?\s*\b(?:in|on)\s+(?:the|an?)\s+(?:complex|argand|gauss(?:ian)?)\s+(?:plane|diagram)\b",
        "",
        text,
    )
    text = re.sub(
        r"(?i)\bhow\s+far\s+(?:away\s+)?(?:is\s+)?(?:from\s+(?:the\s+)?(?:origin|zero|0)\s+)?(?:of\s+the\s+\w+\s+(?:plane|diagram)\s+)?(?:is\s+)?(?:the\s+)?(?:(?:complex\s+)?(?:point|number)\s+)?(?:(?:that\s+represents|which\s+represents|representing|corresponding\s+to|for|of)\s+)?(\$?[^,.;?]{1,40}?)(?:\s+(?:is\s+)?(?:away\s+)?from\s+(?:the\s+)?(?:origin|zero|0))?(?=\s*[,.;?]|\s*$)",
        lambda m: f" find the modulus of {m[1]} " if re.search(r"(?i)origin|zero|\b0\b", m[0]) else m[0],
        text,
    )
    text = re.sub(r"在?复平面[上内中]?(?:\s*,|(?=\s*复数))", "", text)
    text = re.sub(
        r"表示(?:复数)?\s*([^,。;]{1,30}?)的点\s*(?=到)", r"复数\1", text
    )  # 表示复数z的点到原点的距离
    both = r"\$?([^,.;?$\u3400-\u9fff]{1,40}?)\$?"
    text = re.sub(
        rf"(?i)\bdistance\s+between\s+(?:the\s+)?(?:(?:points?|complex\s+numbers?)\s+)?(?:(?:representing|corresponding\s+to)\s+)?(?!the\s+origin){both}\s+and\s+(?!the\s+origin){both}(?=\s*[,.;?]|\s*$)",
        r"modulus of $(\1)-(\2)$",
        text,
    )
    text = re.sub(
        rf"(?:复数)?\s*{both}\s*(?:和|与|,|、)\s*{both}\s*(?:所?对应的?)?的?(?:两|两个)?点?(?:之间|间)的?距离",
        r" $(\1)-(\2)$ 的模",
        text,
    )
    text = re.sub(r"在?复平面[上内中]?(?:所?对应的?)?的?点?(?=到)|(?:所?对应的?|表示)的?点(?=到)", "", text)
    text = re.sub(r"在复平面[上内中]?(?:所?对应的?)的?点\s*(\$?[A-Z]\$?)?(?=到)", "", text)
    text = re.sub(r"(?<=[^,。;]{2})到(?:坐标)?原点\s*\$?O?\$?\s*的?距离", "的模", text)
    point = r"(?:(?:the\s+)?(?:point|complex\s+number)s?\s+(?:(?:representing|corresponding\s+to|given\s+by)\s+)?)?"
    text = re.sub(
        rf"(?i)\bdistance\s+(?:from|between)\s+the\s+origin\s+(?:to|and|of)\s+{point}", "modulus of ", text
    )
    return re.sub(
        rf"(?i)\bdistance\s+(?:of|from|between)\s+{point}([^,.;?]{{1,60}}?)\s+(?:from|to|and)\s+the\s+origin\b",
        r"modulus of \1 ",
        text,
    )


def _given_by_parts(text: str) -> str:
    """`z has real part 3 and imaginary part -4` → `z = 3+(-4)i`."""
    number = rf"\$?\s*({_REAL})\s*\$?"
    text = re.sub(
        rf"(?i)\$?\b([zw])\$?\s+(?:has|with)\s+(?:a\s+)?real\s+part\s+(?:of\s+)?{number}\s+and\s+(?:an\s+)?imaginary\s+part\s+(?:of\s+)?{number}",
        r" $\1=\2+(\3)i$ ",
        text,
    )
    return re.sub(
        rf"\$?(?<![a-z])([zw])\$?\s*的实部(?:是|为|等于|=){number}\s*[,，]?\s*(?:且|和|与)?\s*(?:它的|其)?虚部(?:是|为|等于|=){number}",
        r" $\1=\2+(\3)i$ ",
        text,
    )
