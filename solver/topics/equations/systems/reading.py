"""The words and formulas of a system of equations: its vocabulary, and which letters are unknowns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from solver.formula import to_sympy
from solver.formula.nodes import Relation, Symbol, symbols
from solver.reader import Account, account, notation_of
from solver.topics.equations.solutions import COMBINATIONS

VOCABULARY: Final = {
    **COMBINATIONS,
    "solve": "solve|solve for|solving|solutions?|solutions? of|solutions? to|satisfy|satisfies|satisfied by|solution set|that satisfy|unique solution|have the solution|has the solution|common solution"
    "|也满足|同样满足|还满足|解|的解|解为|求解|解得|解是|解下列|解集|唯一解|公共解|同时满足",
    "system": "systems?|systems? of equations|systems? of linear equations|linear systems?|simultaneous equations|simultaneous|simultaneous linear equations|simultaneously|hold simultaneously|hold at the same time|all hold|at the same time|equations?|linear equations?|linear"
    "|pair of equations|pair of linear equations|pair of simultaneous equations|set of equations|two equations|three equations|both equations|all three equations|equations in|two|three|below"
    "|方程组|线性方程组|二元一次方程组|三元一次方程组|二元方程组|三元方程组|一次方程组|联立|联立方程|联立方程组|方程|两个方程|三个方程|这个方程组|下列方程组|下面的方程组|二元一次方程|三元一次方程|线性方程",
    "matrix": "apply|applying|matrix methods?|matrices|matrix|matrix form|cramer's rule|gaussian elimination|gauss elimination|gauss jordan elimination|row reduction|row operations|augmented matrix|inverse matrix|inverse matrix method|inverse|inverse method|inverse of the matrix|matrix inversion|determinants?"
    "|矩阵|矩阵形式|写成矩阵形式|写为矩阵形式|表示成矩阵形式|表示为矩阵形式|化为矩阵形式|矩阵方程|写成矩阵方程|矩阵法|矩阵方法|克拉默法则|克莱姆法则|克莱默法则|克拉默|克莱姆|法则|高斯消元法|高斯消元|高斯消去法|增广矩阵|行变换|初等行变换|逆矩阵|逆矩阵法|行列式|行列式法",
    "method": "use|write|as|as a matrix equation|matrix equation|express|hence|method|methods|method of|rule|any method|algebraically|by adding|by subtracting|addition|by elimination|elimination|substitution|elimination method|substitution method|by substitution|by the elimination method"
    "|消元法|消元|代入法|代入|加减法|加减|加减消元法|加减消元|代入消元法|代入消元|用|利用|运用|采用|使用|应用|适当的方法|方法|法|求法|某|它的解|其解|的公共解",
    "unknown": "unknowns?|variables?|real|real numbers?|numbers|ordered pair|ordered triple|pair|triple|代数式|多项式|未知数|变量|实数|两个未知数|三个未知数|有序数对|数对",
    "point": "intersection|intersection point|point of intersection|points of intersection|intersection points|points?|points? where|points? at which|lines?|two lines|graphs?|curves?|circle|parabola|ellipse|hyperbola|line|intersects?|meets?|cuts?|crosses|coordinates|coordinates of|all points|all points of intersection|all intersection points|交|交于|相交于|相交|两直线|点|点的坐标|交点|交点坐标|直线|两条直线|坐标|图象|图像|的交点",
}


RATE: Final = re.compile(
    r"(?<![A-Za-z\\])d[A-Za-z]\s*/\s*d[a-z](?![A-Za-z])|\\[dt]?frac\s*\{\s*d\s*[A-Za-z]\s*\}\s*\{\s*d\s*[a-z]\s*\}"
)
"""dx/dt: a derivative."""


def accounted(source: str) -> Account:
    """The text's words and formulas. An `i` or `e` without which fewer unknowns than equations are left is a letter."""
    notation = notation_of(source)
    found = account(source, VOCABULARY, notation)
    names = frozenset[str]().union(*map(symbols, found.relations))
    constants = names & {"e", "i"}
    if constants and "z" not in names and len(names) == len(found.relations) > 1:
        return account(source, VOCABULARY, notation_of(source, letters=constants | notation.letters))
    return found


_RATIO: Final = re.compile(
    r"\$?(?<![A-Za-z:])([a-z])\s*:\s*([a-z])\s*:\s*([a-z])\s*=\s*(\d+)\s*:\s*(\d+)\s*:\s*(\d+)(?![\d:.])\$?"
)
"""x:y:z = 2:3:5, which says two equations."""

_MATRIX_FORM: Final = re.compile(
    r"(?:(写成|化成|化为|表示为|写为)|\b(?:as|in\s+the\s+(?:matrix\s+)?form|in\s+matrix\s+form(?:\s+as)?)\s+(?:(?:a|the)\s+matrix\s+equation\s+)?)\$?A\s*[Xx]\s*=\s*[Bb]\$?(?![A-Za-z\d])(?(1)的?(?:矩阵)?(?:形式)?)"
)
"""AX = B names no numbers: it is what a system looks like with its matrix."""


def without_names(text: str) -> str:
    """`at the point P`, 交于点P: the letter only names the point; `3x3 system` tells a size; a ratio of three letters is two equations."""
    if re.search(r"(?i)\bsolv|求解|解(?:方程|这|该|它|出)", text):  # else that form is what is asked for
        text = _MATRIX_FORM.sub(lambda m: "写成矩阵方程" if m[1] else " as a matrix equation ", text)
    text = _RATIO.sub(r" $\1/\4=\2/\5$ , $\2/\5=\3/\6$ ", text)
    text = re.sub(
        r"(?i)\$?\b([2-4])\s*(?:x|×|\\times|-by-|by)\s*\1\$?\s+(?=(?:linear\s+)?(?:system|simultaneous))",
        " ",
        text,
    )
    text = re.sub(r"(?i)\b(coordinates\s+of)\s+\$?(?-i:[A-Z])\$?(?![A-Za-z(])", r"\1 the point", text)
    return re.sub(
        r"(?i)(\b(?:at\s+)?(?:the\s+)?point\b|点)\s*\$?(?<![A-Za-z])[A-Z]\$?(?![A-Za-z(])", r"\1 ", text
    )


def takes_several_values(equations: Sequence[Relation]) -> bool:
    """ "When x = 1, y = 3; when x = 2, y = 5": these do not hold together."""
    told: dict[str, set[Any]] = {}
    for equation in equations:
        left, right = equation.sides[0], equation.sides[-1]
        if isinstance(left, Symbol) and not symbols(right):
            told.setdefault(left.name, set()).add(to_sympy(right))
    return any(len(values) > 1 for values in told.values())
