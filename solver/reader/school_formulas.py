"""Formulas as school books set them: a calculation of which only the fractions are LaTeX is one formula, a proportion is an equation of two quotients."""

from __future__ import annotations

import re
from typing import Final

_FRACTION: Final = r"\$\s*\d{0,4}\s*\\[dt]?frac\s*\{\d+\}\s*\{\d+\}\s*\$"
_SIGN: Final = r"(?>\d+(?:\.\d+)?%?|[-+*/×÷()\[\]]|\\times(?![A-Za-z])|\\div(?![A-Za-z])|\s)"
_CALCULATION: Final = re.compile(rf"(?<![\w.$\\)])(?:{_SIGN})*+(?:{_FRACTION}(?:{_SIGN})*+)++(?![\w\\])")
_ITEM: Final = (
    r"\$?\s*(?:\d+(?:\.\d+)?(?:\s*/\s*\d+)?|\\[dt]?frac\s*\{\d+\}\s*\{\d+\}|\d{0,3}(?:\.\d+)?[a-z])\s*\$?"
)
_PROPORTION: Final = re.compile(
    rf"(?i)(?P<ask>解(?:比例|方程)\s*:?|求未知数\s*[a-z]?\s*:?|\bsolve(?:\s+for\s+[a-z])?(?:\s+the\s+(?:following\s+)?(?:proportion|equation))?\s*:?)\s*"
    rf"(?P<a>{_ITEM})\s*:\s*(?P<b>{_ITEM})\s*=\s*(?P<c>{_ITEM})\s*:\s*(?P<d>{_ITEM})(?=\s*[.。]?\s*$)"
)
_GAP: Final = r"(?:\(\s*\)|\?|_{2,})"
_MEMBER: Final = rf"(?:(?:(?>\d+(?:\.\d+)?)|{_GAP}|\$[^$=]{{1,40}}\$)\s*[/÷:]?\s*){{1,2}}%?"
_CHAIN: Final = re.compile(
    rf"(?P<before>^|[:：])\s*(?P<chain>{_MEMBER}(?:=\s*{_MEMBER}){{2,5}})\s*(?=[.。]?$)"
)
"""3÷4=( )÷20=( )%: each gap has the same value to be equal to."""


def with_whole_formulas(text: str) -> str:
    r"""`text`, cleaned, with such calculations and proportions as formulas.

    >>> with_whole_formulas(r"计算:24*($\frac{5}{6}$-$\frac{3}{8}$)")
    '计算:$24*(\\frac{5}{6}-\\frac{3}{8})$'
    >>> with_whole_formulas(r"解比例:x:1.2=5:$\frac{3}{4}$"), with_whole_formulas("Solve the proportion x : 6 = 5 : 3.")
    ('解方程:$\\frac{x}{1.2}=\\frac{5}{\\frac{3}{4}}$', 'Solve $\\frac{x}{6}=\\frac{5}{3}$.')
    >>> with_whole_formulas("( )/16=0.625=?%")
    '( )/16=0.625,0.625=?%'
    >>> with_whole_formulas(r"A rope is $\frac{3}{4}$ m long.")
    'A rope is $\\frac{3}{4}$ m long.'
    """
    text = _CHAIN.sub(_apart, _PROPORTION.sub(_equation, text))
    return _CALCULATION.sub(_joined, text) if text.count("$") % 2 == 0 else text


def _joined(found: re.Match[str]) -> str:
    """One formula, where its brackets close and something is calculated outside of the fractions."""
    whole = found[0]
    outside = re.sub(_FRACTION, "", whole)
    if not re.search(r"[-+*/×÷]|\\times|\\div", outside) or whole.count("(") != whole.count(")"):
        return whole
    beside = re.search(r"\d\s*F|F\s*[\dF]|\d\s+\d", re.sub(_FRACTION, "F", whole))
    if beside or found.string.count("$", 0, found.start()) % 2:  # a mixed number, or numbers side by side
        return whole
    bare = whole.strip()
    before, after = whole[: len(whole) - len(whole.lstrip())], whole[len(whole.rstrip()) :]
    return f"{before}${bare.replace('$', '')}${after}"


def _equation(found: re.Match[str]) -> str:
    a, b, c, d = (re.sub(r"[\s$]", "", found[name]) for name in "abcd")
    if len(re.findall("[a-z]", re.sub(r"\\[a-z]+", "", a + b + c + d))) != 1:
        return found[0]
    chinese = re.search("[解求]", found["ask"]) is not None
    ask = "解方程:" if chinese else "Solve "
    return rf"{ask}$\frac{{{a}}}{{{b}}}=\frac{{{c}}}{{{d}}}$"


def _apart(found: re.Match[str]) -> str:
    """An equation for each gap, with the only member that has none."""
    members = [member.strip() for member in found["chain"].split("=")]
    whole = [member for member in members if not re.search(_GAP, member)]
    if len(whole) != 1 or any(len(re.findall(_GAP, member)) > 1 for member in members):
        return found[0]
    at = members.index(whole[0])
    pairs = [f"{m}={whole[0]}" if i < at else f"{whole[0]}={m}" for i, m in enumerate(members) if i != at]
    return found["before"] + ",".join(pairs)
