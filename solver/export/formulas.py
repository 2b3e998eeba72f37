r"""LaTeX as MathML, for pages without a script, and as a tree for whoever sets it on paper.

A formula that cannot be read is None: whoever shows it shows its source. One reader for both, so that the page and the paper agree.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final
from xml.etree import ElementTree

MAX_TEX: Final = 20_000
MAX_DEPTH: Final = 60
"""Braces within braces: the library reads recursively, and a process that overflows its stack is gone."""
MAX_UNCLOSED: Final = 10
"""Opening brackets that nothing closes: the library (0.9) takes twice as long for each more of them, 10 s for 26."""
_DEEPER: Final = re.compile(r"(?<!\\)[{}]|\\(?:left|right|begin|end)(?![A-Za-z])")
_OPENS: Final = ("{", r"\left", r"\begin")
_BRACKETS: Final = re.compile(
    r"(?P<group>\{)|(?P<leave>\})|(?P<next>&|\\\\)|(?P<open>[(\[⟨⌊⌈⟦⟪]|\\\{|\\(?:l(?:brace|brack|angle|floor|ceil|vert|Vert|paren|group|moustache)|[ul]lcorner)(?![A-Za-z]))"
    r"|(?P<close>[)\]⟩⌋⌉⟧⟫]|\\\}|\\(?:r(?:brace|brack|angle|floor|ceil|vert|Vert|paren|group|moustache)|[ul]rcorner)(?![A-Za-z]))|\\."
)


@lru_cache(maxsize=1)
def _converter() -> Any:
    from math_core import LatexToMathML  # not for programs that export nothing

    return LatexToMathML(fancy_error=False)


@lru_cache(maxsize=4096)
def mathml(tex: str, *, display: bool) -> str | None:
    r"""The formula as MathML Core for an HTML page, everything in it escaped; None where it cannot be read.

    >>> mathml(r"\frac{1}{2}", display=False)
    '<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>'
    >>> mathml(r"\text{<b>}", display=False)
    '<math><mtext>&lt;b&gt;</mtext></math>'
    >>> mathml(r"\frac{1", display=False), mathml("{" * 5000 + "}" * 5000, display=False)
    (None, None)
    >>> mathml("(x" * 99, display=False)
    """
    from math_core import LatexError

    if len(tex) > MAX_TEX or depth(tex) > MAX_DEPTH or unclosed(tex) > MAX_UNCLOSED:
        return None
    try:
        found = str(_converter().convert_with_local_state(tex.strip(), displaystyle=display))
    except LatexError:
        return None
    return found.replace(">\u20d7<", ">→<")  # many fonts set the combining arrow beside its letter


def depth(tex: str) -> int:
    r"""How deep groups lie within one another.

    >>> depth(r"\frac{1}{\sqrt{2}}"), depth(r"\left( \left( x \right) \right) \{")
    (2, 2)
    """
    now = deepest = 0
    for mark in _DEEPER.findall(tex):
        now += 1 if mark in _OPENS else -1
        deepest = max(deepest, now)
    return deepest


def unclosed(tex: str) -> int:
    r"""How many brackets at most are open at the end of a group or a cell.

    >>> unclosed(r"[0, 1) \cup (2, 3]"), unclosed(r"{((x} ))"), unclosed("((x & ))")
    (0, 2, 2)
    """
    most, groups = 0, [0]
    for found in _BRACKETS.finditer(tex):
        if found["group"]:
            groups.append(0)
        elif found["open"]:
            groups[-1] += 1
        elif found["close"]:
            groups[-1] = max(groups[-1] - 1, 0)
        elif found["leave"] or found["next"]:
            most = max(most, groups[-1])
            groups[-1] = 0
            if found["leave"] and len(groups) > 1:
                groups.pop()
    return max(most, *groups)


def tree(tex: str, *, display: bool) -> ElementTree.Element | None:
    """The formula as a tree of MathML elements; None where it cannot be read.

    >>> [child.tag for child in tree("x+1", display=False)]
    ['mi', 'mo', 'mn']
    """
    found = mathml(tex, display=display)
    if found is None:
        return None
    try:
        return ElementTree.fromstring(found.replace("&ApplyFunction;", "\u2061"))
    except ElementTree.ParseError:  # a control character: HTML takes it, XML does not
        return None
