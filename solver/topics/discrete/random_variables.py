r"""Expected value, variance and standard deviation of a random variable whose values and probabilities are told.

Read: "X takes the values 0, 1, 2 with probabilities 0.2, 0.5, 0.3", P(X=0)=0.2, P(X=1)=…, and the same in Chinese; one to three of E(X), Var(X) and
the standard deviation. Not: unknown probabilities, functions of X, probabilities that do not add up to 1, two variables.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any, Final

import sympy as sp

from solver.latex import latex, values_in
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared
from solver.topics.rationals import terminating_decimal

_NUMBER: Final = r"-?(?:\\[dt]?frac\s*\{\d+\}\s*\{\d+\}|\d+(?:\.\d+)?(?:\s*/\s*\d+)?)"
_BETWEEN: Final = r"\s*(?:,?\s*and\s+|[,、和]|，)\s*"
_LIST: Final = rf"\$?({_NUMBER}(?:{_BETWEEN}{_NUMBER})+)\$?"
_NAME: Final = r"\$?([XYZ])\$?"
_LISTS: Final = (
    re.compile(rf"(?i)^(?:let\s+|suppose\s+|if\s+)?(?:an?\s+|the\s+)?(?:discrete\s+)?random\s+variable\s+(?-i:{_NAME})\s+(?:takes?(?:\s+on)?|has|can\s+take|assumes?)\s+(?:only\s+)?(?:the\s+)?(?:possible\s+)?values?\s+{_LIST}\s*,?\s*with\s+(?:the\s+)?(?:respective\s+|corresponding\s+)?probabilit(?:y|ies)\s+{_LIST}(?:\s*,?\s*respectively)?\s*[.;,]?\s*(?P<rest>.*)$", re.DOTALL),
    re.compile(rf"^(?:已知|设|若)?(?:离散型)?随机变量{_NAME}(?:的)?(?:所有)?(?:可能)?(?:取值|取的值|可取的值|取)(?:为|是)?{_LIST}[,，;；]?(?:且)?(?:对应|相应|取这些值)?的?(?:概率)(?:分别|依次)?(?:为|是){_LIST}\s*[,，;；。.]?\s*(?P<rest>.*)$", re.DOTALL),
)  # fmt: skip
_TERM: Final = re.compile(rf"\$?P\s*\(\s*([XYZ])\s*=\s*({_NUMBER})\s*\)\s*=\s*({_NUMBER})\$?")
_AROUND: Final = re.compile(
    r"(?i)^(?:let|suppose|if|given(?:\s+that)?|the|an?|discrete|random|variable|has|have|distribution|probability|of|is|with|by|and|following|where|\$?[XYZ]\$?|[\s,:;.，；。$])*$"
    r"|^(?:已知|设|若|离散型|随机变量|的|分布列|分布|概率|为|是|且|满足|\$?[XYZ]\$?|[\s,:;.，；。$])*$"
)
_ASKED: Final = {
    "mean": r"\$?E\s*(?:\(\s*[XYZ]\s*\)|\[\s*[XYZ]\s*\]|[XYZ](?![A-Za-z]))\$?|(?:the\s+)?(?:expected\s+value|expectation|mean)(?:\s+of\s+\$?[XYZ]\$?)?|\$?[XYZ]?\$?的?(?:数学期望|期望值?|均值)(?:\$?E\(?[XYZ]\)?\$?)?",
    "variance": r"\$?(?:Var|V|D)\s*(?:\(\s*[XYZ]\s*\)|\[\s*[XYZ]\s*\]|[XYZ](?![A-Za-z]))\$?|(?:the\s+)?variance(?:\s+of\s+\$?[XYZ]\$?)?|\$?[XYZ]?\$?的?方差(?:\$?D\(?[XYZ]\)?\$?)?",
    "deviation": r"(?:the\s+)?standard\s+deviation(?:\s+of\s+\$?[XYZ]\$?)?|\$?[XYZ]?\$?的?标准差",
}
_QUESTION: Final = re.compile(
    r"(?i)^(?:(?:find|calculate|compute|determine|what\s+(?:is|are)|求|试求|计算|则)\s*)?(?P<asked>.+?)\s*(?:[=.?。？]|是多少|为多少|等于多少)*\s*$"
)
WORDS: Final = {
    "whole": Words("The probabilities add up to 1: \\({sum}=1\\).", "概率之和为 1：\\({sum}=1\\)。"),
    "mean": Words("The expected value adds up each value times its probability: \\[E({X})={sum}={value}\\]", "数学期望是各取值与其概率之积的和：\\[E({X})={sum}={value}\\]"),
    "variance": Words("The variance adds up the squared distances from the expected value times their probabilities: \\[\\operatorname{{Var}}({X})={sum}={value}\\]", "方差是各取值与期望之差的平方乘以概率再求和：\\[D({X})={sum}={value}\\]"),
    "deviation": Words("The standard deviation is its square root: \\(\\sqrt{{{variance}}}={value}\\).", "标准差是方差的算术平方根：\\(\\sqrt{{{variance}}}={value}\\)。"),
    "code": Words("values and probabilities", "取值与概率"),
    "method": Words("the expected value as the point of balance, the variance as the mean of the squares less the square of the mean", "期望按平衡点检验，方差用“平方的期望减期望的平方”检验"),
}  # fmt: skip


def read(text: Text) -> Reading:
    """The distribution, and what is asked of it."""
    if not re.search(r"(?i)random\s+variable|随机变量|P\s*\(\s*[XYZ]\s*=", text.source):
        return None
    source = " ".join(text.source.replace(r"\(", "$").replace(r"\)", "$").split())
    told = _told(source)
    if told is None:
        return None
    name, values, chances, rest = told
    asked = _asked(rest, name)
    if (
        not asked
        or len(values) != len(chances)
        or len(set(values)) != len(values)
        or not 2 <= len(values) <= 10
    ):
        return None
    if sum(chances) != 1 or any(p < 0 for p in chances):
        return None
    return _task(name, values, chances, asked, text.language, decimal=bool(re.search(r"\d\.\d", source)))


def _numbers(text: str) -> list[sp.Rational]:
    found = re.findall(_NUMBER, text)
    return [sp.Rational(re.sub(r"\\[dt]?frac\s*\{(\d+)\}\s*\{(\d+)\}", r"\1/\2", n).replace(" ", "")) for n in found]  # fmt: skip


def _told(source: str) -> tuple[str, list[sp.Rational], list[sp.Rational], str] | None:
    for pattern in _LISTS:
        if (match := pattern.match(source)) is not None:
            return match[1], _numbers(match[2]), _numbers(match[3]), match["rest"]
    terms = list(_TERM.finditer(source))
    if len(terms) < 2 or len({t[1] for t in terms}) != 1:
        return None
    between = " ".join(
        [
            source[: terms[0].start()],
            *(source[a.end() : b.start()] for a, b in pairwise(terms)),
        ]
    )
    if _AROUND.fullmatch(between) is None:
        return None
    values, chances = (_numbers(" , ".join(t[k] for t in terms)) for k in (2, 3))
    return terms[0][1], values, chances, re.sub(r"^[\s,，;；.。]+", "", source[terms[-1].end() :])


def _asked(rest: str, name: str) -> list[str]:
    """What is asked, in order; empty where anything else is said."""
    question = _QUESTION.match(rest)
    if question is None or re.search(r"[XYZ]", rest.replace(name, "")):
        return []
    found = list[str]()
    for part in re.split(r"\s*(?:,?\s*\band\b\s*|[,，、和与及])\s*", question["asked"]):
        kinds = [
            kind for kind, pattern in _ASKED.items() if re.fullmatch(pattern, part.strip(), re.IGNORECASE)
        ]
        if len(kinds) != 1 or kinds[0] in found:
            return []
        found += kinds
    return found


def _task(
    name: str, values: list[sp.Rational], chances: list[sp.Rational], asked: list[str], say: Language, *, decimal: bool
) -> Prepared:  # fmt: skip
    def shown(value: sp.Expr) -> str:
        return (terminating_decimal(value) if decimal else None) or latex(value)

    def bracketed(value: sp.Expr) -> str:
        return rf"\left({shown(value)}\right)" if value < 0 else shown(value)

    pairs = list(zip(values, chances, strict=True))
    mean = sum((x * p for x, p in pairs), sp.S.Zero)
    variance = sum(((x - mean) ** 2 * p for x, p in pairs), sp.S.Zero)
    results = {"mean": mean, "variance": variance, "deviation": sp.sqrt(variance)}
    steps = [
        WORDS["whole"].say(say, sum="+".join(map(shown, chances))),
        WORDS["mean"].say(say, X=name, sum="+".join(rf"{bracketed(x)}\cdot {shown(p)}" for x, p in pairs), value=shown(mean)),
    ]  # fmt: skip
    if asked != ["mean"]:
        squares = "+".join(rf"\left({shown(x)}-{bracketed(mean)}\right)^2\cdot {shown(p)}" for x, p in pairs)
        steps.append(WORDS["variance"].say(say, X=name, sum=squares, value=shown(variance)))
    if "deviation" in asked:
        steps.append(WORDS["deviation"].say(say, variance=shown(variance), value=latex(sp.sqrt(variance))))
    wanted = ", ".join(
        {"mean": "mean", "variance": "variance", "deviation": "sqrt(variance)"}[kind] for kind in asked
    )
    lines = [
        comment(WORDS["code"].say(say)),
        f"table = {exact_source(pairs)}",
        "mean = sum(x*p for x, p in table)",
        *(["variance = sum((x - mean)**2*p for x, p in table)"] if asked != ["mean"] else []),
        f"({wanted},)",
    ]
    tests = [
        f"table = {exact_source(pairs)}",
        "balance = sum(x*p for x, p in table)",
        "squares = sum(x**2*p for x, p in table) - balance**2",
        f"parts = {{kind: value for kind, value in zip({asked!r}, answer)}}",
        "is_mean = 'mean' not in parts or sum((x - parts['mean'])*p for x, p in table) == 0",
        "is_variance = 'variance' not in parts or parts['variance'] == squares",
        "is_deviation = 'deviation' not in parts or (parts['deviation'] >= 0 and simplify(parts['deviation']**2 - squares) == 0)",
        f"len(answer) == {len(asked)} and bool(is_mean and is_variance and is_deviation)",
    ]

    def written(result: Any) -> str | None:
        found = list(result) if isinstance(result, tuple | list | sp.Tuple) else []
        if len(found) != len(asked) or any(
            sp.simplify(v - results[k]) != 0 for k, v in zip(asked, found, strict=True)
        ):
            return None
        return r";\ ".join(map(shown, found))

    return Prepared(
        say, tuple(steps), cell(*lines), tuple(tests), WORDS["method"], shown=written, given=_given
    )


def _given(answer: str) -> Any:
    parts = [values_in(part) for part in re.split(r";(?:\\ )?|；", answer)]
    if any(p is None or len(p) != 1 or not isinstance(p[0], sp.Expr) for p in parts):
        return None
    return tuple(p[0] for p in parts if p is not None)
