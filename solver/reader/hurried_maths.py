r"""English mathematics as it is typed in a hurry, in full: "AP" and "1st", formulas side by side, triangles in small letters, telegrams for integrals.

Not: stories (`hurried_english`), spelling (`spelling`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_TRIPLE: Final = "|".join(("abc", "def", "klm", "lmn", "mno", "pqr", "rst", "xyz"))
_VALUE: Final = r"-?(?:\d+(?:\.\d+)?)?(?:\*?\s*(?:sqrt\s*\(?\d+\)?|√\d+|pi|π|i|e))?(?:\^\d+)?(?:/\d+)?"
_LIMIT: Final = r"\(?-?(?:\d+(?:\.\d+)?|\d*\*?(?:pi|π|e)|inf(?:inity)?|∞|ln\s*\(?\d+\)?|sqrt\s*\(?\d+\)?)(?:\^\d+)?(?:/\d+)?\)?"
_EXPRESSION: Final = r"\(?[a-z\d](?:[\s()]*[-+*/^]?[\s()]*[a-z\d])*\)?(?:\^\d+)?"
_DEGREES: Final = r"(\d{2,3})(?!\s*(?:°|degrees|deg|[\d./*^]))"
_ROWS: Final[tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...]] = (
    # names
    (r"(?<![A-Za-z])(?:(?-i:A\.?P\.?|G\.?P\.?)|^[ag]p(?=\s*[,:]|\s+\w))(?=\s*[,:.]|\s+[a-zS\d]|$)(?=[^=]{0,40}(?:\bterms?|\bsum|\bS_?\{?\d|\ba_?\{?\d|common|first|1st|positive)|[ .?]*$)", lambda m: ("arithmetic" if m[0][0].lower() == "a" else "geometric") + " sequence"),
    (r"\b1st(?=\s+(?:\d+|few|two|three|four|five|six|seven|eight|nine|ten|twelve|n)\b)", "first"),
    (r"\baxis of sym\b", "axis of symmetry"),
    (r"\bconst(?=\s+term|s?\b)", "constant"),
    (rf"^({_TRIPLE}) (right isosceles|isosceles right|equilateral|right|isosceles) triangle\b,?", lambda m: f"{m[2]} triangle {m[1].upper()},"),
    (r"\btri(?=\s+[a-z]{3}\b)", "triangle"),
    (r"\bdef(?:inite)?\s+(?=integral)", "definite "),
    # formulas side by side
    (r"(=[^=/;,\n]*?)\s+/\s+(?=[^=/;,\n]*[a-z][^=/;,\n]*=)", r"\1, "),
    (r"(=\s*[^=,;\n]*?[\di)])\s+(?=[zwSab]_?\{?\d+\}?\s*=)", r"\1, "),
    (r"\bS\s*(\d+)\s*=\s*(-?\d+)\s+(?=S)", r"S\1=\2, "),
    (r"(?<=\d)\s+(?=(?:\d*[a-z]\s*[-+]\s*)+\d*[a-z]\s*=)", ", "),
    (rf"(=\s*-?\d+(?:\.\d+)?)\s*,?\s+({_EXPRESSION})\s*(?:=\s*\?*|\?+)\s*$", r"\1, find \2"),
    (r",\s*(S_?\{?\d+\}?|[a-z]\s*[-+*]\s*[a-z])\s*\?+\s*$", r", find \1"),
    (r"(=[^=,;]*?[\d)])\s+([a-z]) ([a-z])\s*\?+\s*$", r"\1, find \2, \3"),
    (r"(?<=[a-z])\s*&\s*(?=[a-z])", " and "),
    (r"^S_?n of (?:an? )?(?=arith|geom)", ""),
    (r"\btriangle(?: with)? angles (?:are )?(?:in (?:the )?ratio )?(\d+\s*:\s*\d+\s*:\s*\d+),?\s+([A-Z]) (?:is (?:the )?)?(smallest|largest)", r"the angles of a triangle are in the ratio \1, where \2 is the \3 angle"),
    # sequences
    (r"(the sum of the first \d+ terms\b.*?,) (?:and )?(?:the )?first (\d+)(?: terms)?(?= (?:is|are|=))", r"\1 the sum of the first \2 terms"),
    (r"\bpositive (?:common )?ratio\b", "all terms are positive"),
    (r"\b(?:the )?sum of (?:the )?first (\d+)(?! (?:terms|numbers|odd|even|positive|natural|integers|whole|[a-z]+ numbers))\b", r"the sum of the first \1 terms"),
    (r"\bfirst (\d+)(?: terms)? (?:sum to|add (?:up )?to|total|sum is|add up 2)(?= -?\d)", r"the sum of the first \1 terms is"),
    (r",\s*(the sum of the first \d+ terms)\s*\?*\s*$", r", find \1"),
    (r"\(\s*(?:the )?sum of (?:the )?first \d+ (?:terms )?and \d+ terms\s*\)", ", "),
    # coefficients
    (r"^(\S*[a-z]\S*\^\{?\d+\}?)\s+coefficient (?:of|in) (\S+)", r"find the coefficient of \1 in \2"),
    (r"^(\(.+?\)\^\{?\d+\}?),?\s+what(?:s| is) in front of (?:the )?(\S+)(?: once| when| after| if)? you (?:multiply|expand)(?: it)?(?: all)?(?: out)?", r"find the coefficient of \2 in the expansion of \1"),
    (r"\b(?:the )?number that goes with (\S+(?: \S+)?) in (?=\()", r"the coefficient of \1 in "),
    # integrals
    (rf"(?:\bint(?:egral)?|∫)(?: from)? ?({_LIMIT}) to ({_LIMIT}),? (?:of )?(?=\S.*\bd[a-z]\b)", r"∫_{\1}^{\2} "),
    (rf"∫ ?(?:from )?({_LIMIT}) to ({_LIMIT}),? (?:of )?([^,;.?]*?)\s*(?=[,;?.]|$)", lambda m: _integral(m)),
    (rf"\bint(?=\s+(?:of |from )|\s+\S+(?: \S+){{0,4}} (?:from |{_LIMIT} to ))", "integral"),
    (rf"\bintegral (?!of |from |_)(?=\S+(?: \S+){{0,4}} (?:from )?{_LIMIT} to )", "integral of "),
    (rf"(\bintegral of (?:(?!from).)*?) ({_LIMIT}) to ({_LIMIT})(?=\s*(?:$|[,.?;]))", r"\1 from \2 to \3"),
    (r"^(\S+) integrated,? (?:with )?(?:the )?(?:bottom|lower) (?:limit )?(\S+?),? (?:and )?(?:the )?(?:top|upper) (?:limit )?([^\s,;]*[^\s,;.])", r"find ∫_{\2}^{\3} \1 dx"),
    # operations in words
    (r"(?<=[|)\d]) plus (?=[|(])", " + "),  # not "3 plus 4 times 5", which has two readings
    (r"(?<=[|)\d]) makes (?=\d)", " = "),
    (r"\b([a-z]) plus its conjugate\b", r"\1 + its conjugate"),
    (r"((?:\bis|\bof|\bfind) )([a-z]) times ([a-z])\b(?! [a-z\d]\b)", r"\1\2*\3"),
    (r"\bz is (-?\d[^.,;]*?i)\s*\.", r"z = \1."),
    (r"\b(?:the )?total of (\d{2,}(?![\d,.]))\s*,?\s+(\d{2,}(?![\d,.]))\s*(?:,|and)\s+(\d{2,})(?![\d,])", r"the sum of \1, \2 and \3"),
    # what is asked
    (r"\bwhat do ([a-z]) and ([a-z]) have to be\b", r"find \1 and \2"),
    (r"\bwhat are ([a-z]),? ([a-z]),? (?:and )?([a-z])\s*(?:\([^()]*ok\))?\s*\??$", r"find \1, \2, \3"),
    (r"(?<=\d)[\s,]+(?:by |with |using )?(gaussian?|cramer'?s?|elimination|substitution|matri(?:x|ces))(?: elimination| rule| method)?\s*$", lambda m: {"g": ", use gaussian elimination", "c": ", use Cramer's rule", "e": ", use elimination", "s": ", use substitution", "m": ", use matrices"}[m[1][0].lower()]),
    (r"\.\s*(?:elimination|substitution|matrix|matrices)(?: pls| please)?\s*(?:,.*)?$", r"."),
    (r",? (?:and )?(?:by|with|using) substitution(?: i think)?\s*[.?]*$", ""),
)  # fmt: skip


def _integral(match: re.Match[str]) -> str:
    """∫ 0 to 1 x^2, where there is one letter to integrate over."""
    names = set(re.findall(r"(?<![A-Za-z])(?!e|i(?!\w))[a-z](?![A-Za-z])|(?<=d)[a-z](?![A-Za-z])", match[3]))
    if len(names) != 1 or re.search(r"(?<![A-Za-z])d[a-z]\b", match[3]):
        return match[0]
    return f"∫_{{{match[1]}}}^{{{match[2]}}} {match[3]} d{names.pop()}"


_COMPILED: Final = tuple((re.compile(pattern, re.IGNORECASE), usual) for pattern, usual in _ROWS)
_NAMED: Final = re.compile(
    rf"\btriangle ({_TRIPLE})\b|^(?:in )?({_TRIPLE})(?=,? (?:is |be )?(?:an? |right|equi|iso))", re.IGNORECASE
)


def maths_in_full(text: str) -> str:
    """A text with what was left out of its formulas, and of the words around them.

    >>> maths_in_full("AP, sum of 1st 6 = 30, sum of 1st 12 = 132")
    'arithmetic sequence, the sum of the first 6 terms = 30, the sum of the first 12 terms = 132'
    >>> maths_in_full("x+y=3 / x-y=1"), maths_in_full("(a-5)^2+(b+1)^2=0 a+b?")
    ('x+y=3, x-y=1', '(a-5)^2+(b+1)^2=0, find a+b')
    >>> maths_in_full("int x^2 from 0 to 3"), maths_in_full("integral of x*e^x 0 to 1")
    ('integral of x^2 from 0 to 3', 'integral of x*e^x from 0 to 1')
    >>> maths_in_full("right isosceles triangle pqr right angle at p, 30 degrees more: sin(q+30)")
    'right isosceles triangle PQR, right angle at P, 30 degrees more: sin(Q+30°)'
    """
    for pattern, usual in _COMPILED:
        text = pattern.sub(usual, text)
    return _with_capitals(text)


def _with_capitals(text: str) -> str:
    """A triangle and its angles by their usual names, and degrees where one number has them. Small letters by themselves may be sides."""
    named = _NAMED.search(text)
    if named is not None:
        name = (named[1] or named[2]).upper()
        text = f"{text[: named.start()]}{named[0][: -len(name)]}{name}{text[named.end() :]}"
        letter = f"([{name.lower()}])"
        text = re.sub(
            rf"\b((?:angle|angles|at|vertex|and angle)\s+){letter}(?![A-Za-z(])",
            lambda m: m[1] + m[2].upper(),
            text,
        )
        text = re.sub(
            rf"(?<![A-Za-z])((?:sin|cos|tan)\s*\(?\s*(?:\d+\*?)?){letter}(?![A-Za-z])(?:(\s*[-+]\s*){letter}(?![A-Za-z]))?",
            lambda m: m[1] + m[2].upper() + (m[3] + m[4].upper() if m[3] else ""),
            text,
        )
        others = "".join(c for c in letter if c not in "abc[]()")  # a, b and c may be sides
        if others:
            text = re.sub(
                rf"(\bangle\w* [A-Z]\s*=\s*\d+\D{{0,12}})\b([{others}])(?=\s*=\s*\d\d)",
                lambda m: m[1] + m[2].upper(),
                text,
            )
        text = re.sub(rf"(?<=triangle {name}) (?=right[- ]angle)", ", ", text)
    vertices = "A-C" + (name if named is not None else "")
    if re.search(
        r"degrees|\bdeg\b|°|right[- ]angle|\bangles of\b|\bangle [A-Z]\s*=\s*\d\d", text
    ) and re.search("triangle", text, re.IGNORECASE):
        text = re.sub(rf"\b(?:angle )?([{vertices}])\s*=\s*{_DEGREES}", r"\1=\2 degrees", text)
        text = re.sub(rf"(\b(?:sin|cos|tan)\s*\(\s*\d?[A-Z]\s*[-+]\s*){_DEGREES}(?=\s*\))", r"\1\2°", text)
    return text
