"""An operation that the problem defines by a formula: its values, and equations with it.

Read: `a ※ b = 3a - 2b` with any sign and any letters, several such operations, applications nested in brackets or in a row,
sums and quotients of applications, an equation with one unknown number. Not: operations given by examples or by cases, with one
operand or three, or with constants that are to be found.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.formula import FormulaError, Node, to_sympy
from solver.formula.nodes import Relation, Symbol, symbols
from solver.reader import account
from solver.reader.account import Account
from solver.topics.base import Reading, Text, Unread
from solver.topics.expressions.operations.reading import (
    HOLDER,
    Operation,
    Unclear,
    applications_in,
    definitions_in,
    holders,
)
from solver.topics.expressions.operations.task import OperationEquation, OperationValue, Worked

VOCABULARY: Final = {
    "definition": "deftoken",
    "sign": "signtoken",
    "limits": "positive|negative|integers?|whole|natural|nonzero|non|zero|正|负|整数|正整数|自然数|非零|非零自然数|不为0|不为零",
    "sum": "sum of all|sum of all possible|sum of the possible|sum of the|的所有可能值之和|所有可能值的和|的和",
    "count": "how many|how many values of|how many real values of|how many values|how many real values|有几个|有多少个",
    "define": "operation|operations|operator|define|defined|defines|definition|is defined|denotes?|represents?|定义|新定义|新运算|运算|规定|运算符号|运算符|定义一种|我们定义|现定义|现规定",
    "example": "for example|for instance|example|e g|such as|例如|例|比如|譬如|如",
    "words": "binary|new|relation|function|symbols?|means|express|mean|called"
    "|real|number|numbers|any|two|pair|pairs|every|rational|rule|according|under|meaning|same|way|possible|solve|solution|new operation|special|following operation"
    "|一种|一种新的|新的|符号|表示|任意|任何|任意的|两个|实数|有理数|两数|数|我们|对|其|规则|法则|运算法则|运算规则|按照|按|这种|这样|根据|如下|计算|为|按此|此|种|个|现|现在|设|等式|右边|通常|加法|减法|乘法|都是|是|解方程|方程|成立|用|来|里|关于|都|应|上述|这个|意义|含义|新|列|里应填入|里应填|里填|应填|应填入|中应填|内应填|方框|填|里的数|的解|解|求未知数|未知数|以上|法|上面",
}  # fmt: skip


_BOX: Final = r"\\square(?![A-Za-z])|\\Box(?![A-Za-z])|□"
"""A box to fill in; where no operation has it for a sign, it is x."""


def read(text: Text) -> Reading:
    """Definitions, and a question about their operations."""
    rest, found = definitions_in(text.source)
    if not found or len({o.sign for o in found}) != len(found):
        return None
    if re.search(rf"(?<![A-Za-z]){HOLDER}(?![A-Za-z])", text.source):
        return None
    has_x = re.search(r"(?<![A-Za-z\\])x(?![A-Za-z])", rest) is not None
    boxed = not has_x and not any(re.search(_BOX, o.sign) for o in found)
    rest, boxes = re.subn(_BOX, " x ", rest) if boxed else (rest, 0)
    try:
        rest, applications = applications_in(rest, found)
    except Unclear as error:
        return _unread((str(error),), found, text)
    if not applications:
        return None
    read_rest = account(rest, VOCABULARY)
    if read_rest.unread:
        return _unread(read_rest.unread, found, text)
    try:
        return _task(read_rest, Worked(tuple(applications)), text, boxed=boxes > 0)
    except FormulaError:
        raise
    except (OverflowError, ValueError):  # too long, or without a value
        return None


def _unread(fragments: tuple[str, ...], found: list[Operation], text: Text) -> Reading:
    """Nothing of this topic's, where `x*y = …` may well be a product."""
    told = re.search(r"(?i)operation|operator|defin|运算|定义|规定", text.source)
    return Unread(fragments) if told or any(o.sign != "*" for o in found) else None


def _task(found: Account, worked: Worked, text: Text, *, boxed: bool) -> Reading:
    letters = {n for a in worked.applications for n in (a.operation.first, a.operation.second)}
    stated = [r for r in found.relations if _letters(r, worked)]
    if not all(_is_true(r, worked) for r in found.relations if r not in stated):
        return None
    if any(not holders(r) for r in stated) or not _is_operation(found, worked):
        return None
    asked = [
        n for n in found.questions if not (isinstance(n, Symbol) and n.name in letters and not holders(n))
    ]
    if not stated:
        asked = [n for n in (asked or found.asked) if not isinstance(n, Symbol) or holders(n)]
        if len(asked) != 1 or not holders(asked[0]) or found.has("sum") or found.has("count"):
            return None
        if len([n for n in found.asked if holders(n)]) != 1:
            return None
        return OperationValue(worked, asked[0], text.language) if worked.is_moderate(asked[0]) else None
    if len(stated) != 1 or stated[0].signs != ("=",) or found.has("limits"):
        return None
    unknowns = _letters(stated[0], worked)
    others = {n.name for n in found.asked if isinstance(n, Symbol)} - letters - unknowns
    if len(unknowns) != 1 or others or any(not isinstance(n, Symbol) for n in found.asked):
        return None
    wanted = [k for k in ("sum", "count") if found.has(k)]
    if len(wanted) > 1:
        return None
    return OperationEquation.read(
        worked, stated[0], *unknowns, wanted="".join(wanted), boxed=boxed, language=text.language
    )


def _is_operation(found: Account, worked: Worked) -> bool:
    """Whether it is said that an operation is defined; `x*y = x+y and 2*x = 6` are two equations with products."""
    if found.has("define") or all(o.sign != "*" for o in worked.operations()):
        return True
    return not any(symbols(o) for a in worked.applications for o in (a.left, a.right) if not holders(o))


def _letters(node: Node, worked: Worked) -> set[str]:
    """Letters of a formula when the applications are written out."""
    return set(symbols(worked.written_out(node)))


def _is_true(relation: Relation, worked: Worked) -> bool:
    """Whether an example that the problem gives agrees with the definition."""
    left, right = (to_sympy(worked.written_out(side)) for side in relation.sides[:2])
    return relation.signs == ("=",) and sp.simplify(left - right) == 0
