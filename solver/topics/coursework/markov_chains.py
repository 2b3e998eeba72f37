"""Markov chains with a transition matrix of numbers whose rows add up to 1: the stationary distribution, probabilities after n steps.

Not: matrices whose columns alone add up to 1, chains with several stationary distributions, absorbing times.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Task, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import Said
from solver.topics.coursework.kinds import (
    LET,
    LET_ZH,
    MATRIX_PLACE,
    given_numbers,
    lesson,
    matrix_in,
    shown_numbers,
    told,
    word_in,
)
from solver.topics.equations.matrices.literals import latex as matrix_latex
from solver.topics.equations.matrices.literals import one_matrix, shown_matrix
from solver.topics.prepared import Prepared
from solver.topics.rationals import terminating_decimal

_P: Final = rf"(?:the )?(?:(?:one-step )?(?:transition|stochastic)(?: probability)? matrix )?(?:[PT] ?= ?)?(?P<m>{MATRIX_PLACE})"
_CHAIN: Final = r"(?:a |an |the |this )?(?:(?:two|three|2|3)-state )?(?:(?:homogeneous|ergodic|discrete-time|finite) )*(?:Markov )?chain(?: (?:on|with)(?: the)?(?: (?:two|three|2|3))? (?:states?|state space) (?P<states>(?:\\?\{)? ?\w(?: ?,(?: and)? ?\w| and \w)+ ?(?:\\?\})?))?"
_STATIONARY: Final = r"(?:the |its )?(?:unique )?(?:stationary|steady[- ]state|equilibrium|limiting|long[- ]run|invariant)(?: probability)? (?:distribution|vector|probabilities|probability vector)(?: vector)?"
_VECTOR: Final = (
    r"(?: \(? ?(?:\\?pi|π) ?(?:_ ?\{?\w\}? ?(?:, ?(?:\\?pi|π) ?_ ?\{?\w\}? ?)+)?\)?| (?:\\?pi|π))?"
)
_AFTER: Final = r"(?:after (?P<n>\d+) (?:steps?|transitions?|periods?)|(?P<n>\d+) (?:steps?|transitions?) later|in (?P<n>\d+) (?:steps?|transitions?))"
_S: Final = r"\w"


def _after(place: str) -> str:
    return (
        _AFTER.replace("(?P<n>", f"(?P<{place}>", 1)
        .replace("(?P<n>", f"(?P<{place}b>", 1)
        .replace("(?P<n>", f"(?P<{place}c>", 1)
    )


TABLE_EN: Final = {
    "chain": (
        rf"{LET}{_CHAIN} (?:has|have|with|having|is given by|given by)(?: states (?P<states2>\w(?: ?,(?: and)? ?\w| and \w)+) and)?(?: the| a)? ?{_P}",
        rf"{LET}{_P} (?:be|is) the (?:one-step )?transition(?: probability)? matrix (?:of|for) {_CHAIN}",
        rf"the transition(?: probability)? matrix of {_CHAIN} is {_P}",
    ),
    "meaning": (
        r"where p ?_ ?\{?ij\}? (?:is|denotes) the probability of (?:moving|going|a transition|passing) from state i to state j",
        r"where (?:the )?rows (?:add up|sum) to 1",
    ),
    "stationary": (
        rf"{FIND}{_STATIONARY}{_VECTOR}(?: of (?:the|this) (?:Markov )?chain)?",
        rf"{FIND}{_STATIONARY}{_VECTOR} (?:of|for) {_CHAIN} with {_P}",
        rf"{FIND}{_STATIONARY}{_VECTOR} (?:of|for) the (?:transition |stochastic )?matrix {_P}",
    ),
    "start": (rf"(?:the chain|it|the process|the system) (?:starts|is initially|begins|is now|is currently) in state (?P<i>{_S})", r"(?:the )?initial state is (?P<i>\w)"),
    "asked": (
        rf"{FIND}the probability (?:that )?(?:it is|the chain is|of being|the system is|it will be|the process is) in state (?P<j>{_S}) {_after('n')}",
        rf"{FIND}the probability (?:of going|of moving|of passing|that it moves|that the chain moves) from state (?P<i>{_S}) to state (?P<j>{_S}) {_after('n')}",
        rf"{FIND}(?:the )?(?:probability )?P ?\( ?X ?_ ?\{{?(?P<n>\d+)\}}? ?= ?(?P<j>{_S}) ?(?:\||\\mid|\\vert) ?X ?_ ?\{{?0\}}? ?= ?(?P<i>{_S}) ?\)",
        rf"{FIND}the (?P<n>\d+)-step transition probability from state (?P<i>{_S}) to state (?P<j>{_S})",
    ),
    "matrix": (rf"{FIND}the (?P<n>\d+)-step transition(?: probability)? matrix",),
}  # fmt: skip
_CHAIN_ZH: Final = r"(?:一个)?(?:(?:两|三|2|3)个?状态的?)?(?:齐次|时齐)?(?:马尔可夫|马尔科夫|马氏|Markov|马尔柯夫)链(?:\{?X_?n\}?)?(?:的)?(?:(?:,)?(?:状态空间|状态)(?:为|是|S=|I=)?(?:[A-Z]=)?(?P<states>\\?\{?\w(?:,\w)+\\?\}?),?)?"
_P_ZH: Final = (
    rf"(?:其)?(?:一步)?(?:转移概率矩阵|转移矩阵|转移概率阵)(?:为|是)? ?(?:P ?= ?)?(?P<m>{MATRIX_PLACE})"
)
TABLE_ZH: Final = {
    "chain": (rf"{LET_ZH}{_CHAIN_ZH}(?:的|,)?{_P_ZH}",),
    "stationary": (rf"{FIND_ZH}(?:其|它的|该链的|此链的|该马氏链的)?(?:平稳分布|极限分布|稳态分布|稳态概率|不变分布)(?:π)?{HOW_MUCH_ZH}",),
    "start": (r"(?:该链|系统|链)?(?:初始状态为|初始处于状态|从状态|开始处于状态|现在处于状态)(?P<i>\w)(?:出发)?",),
    "asked": (
        rf"{FIND_ZH}(?:从)?(?:状态)?(?P<i>\w)(?:经|经过)(?P<n>\d+)步(?:转移)?(?:到|到达|转移到)(?:状态)?(?P<j>\w)的概率{HOW_MUCH_ZH}",
        rf"{FIND_ZH}(?P<n>\d+)步(?:转移)?后(?:处于|在)状态(?P<j>\w)的概率{HOW_MUCH_ZH}",
        rf"{FIND_ZH}P ?\(? ?\\?\{{?X_\{{?(?P<n>\d+)\}}?=(?P<j>\w)\|X_\{{?0\}}?=(?P<i>\w)\\?\}}? ?\)?{HOW_MUCH_ZH}",
    ),
    "matrix": (rf"{FIND_ZH}(?:其)?(?P<n>\d+)步转移(?:概率)?(?:矩阵|阵){HOW_MUCH_ZH}",),
}  # fmt: skip
METHOD: Final = Words("the distribution was moved one step on, and stayed", "检验一步转移后分布不变")
PATHS: Final = Words("the probabilities of all paths were added up", "把各条路径的概率相加检验")


@lesson("(?i)markov|chain|stationary|steady|马尔|马氏|转移", en=TABLE_EN, zh=TABLE_ZH)
def chain(found: list[Said], say: Language) -> Task | None:
    """The distribution, a probability or the matrix that is asked for."""
    written = word_in(found, "m")
    asked = [s for s in found if s.kind in ("stationary", "asked", "matrix")]
    if not written or len(asked) != 1 or sum("m" in s.values for s in found) != 1:
        return None
    P = matrix_in(written)
    size = P.rows
    if not P.is_square or not 2 <= size <= 4 or P.free_symbols or any(not e.is_Rational or e < 0 for e in P) or any(sum(P.row(i)) != 1 for i in range(size)):  # fmt: skip
        return None
    if asked[0].kind == "stationary":
        return _stationary(P, say) if word_in(found, "i") is None else None
    n = next((int(v) for k in ("n", "nb", "nc") if (v := word_in(found, k))), 0)
    if not 1 <= n <= 12:
        return None
    if asked[0].kind == "matrix":
        return _power(P, n, say)
    names = re.findall(r"\b\w\b", word_in(found, "states") or word_in(found, "states2") or "")
    names = [w for w in names if w != "S"] or [str(k + 1) for k in range(size)]
    i, j = word_in(found, "i"), word_in(found, "j")
    if (
        len(names) != size
        or len(set(names)) != size
        or i is None
        or j is None
        or i not in names
        or j not in names
    ):
        return None
    return _steps(P, n, names.index(i), names.index(j), (i, j), say, decimal="." in written)


def _stationary(P: sp.Matrix, say: Language) -> Task | None:
    size = P.rows
    letters = sp.symbols(f"pi1:{size + 1}")
    system = [*(sp.Matrix([letters]) * P - sp.Matrix([letters])), sum(letters) - 1]
    solved = sp.linsolve(system, letters)
    if len(solved) != 1 or next(iter(solved)).free_symbols:
        return None  # several
    values = list(next(iter(solved)))
    names = [rf"\pi_{{{k + 1}}}" for k in range(size)]
    equations = r",\quad ".join(
        rf"{names[j]}=" + "+".join(rf"{latex(P[i, j])}{names[i]}" for i in range(size) if P[i, j] != 0)
        for j in range(size)
    )
    result = r",\quad ".join(f"{a}={latex(v)}" for a, v in zip(names, values, strict=True))
    steps = (
        told(
            say,
            rf"The distribution does not change in a step: \(\pi P=\pi\), and the probabilities add up to 1: \[{equations},\quad {'+'.join(names)}=1\]",
            rf"平稳分布满足 \(\pi P=\pi\)，且概率之和为 1：\[{equations},\quad {'+'.join(names)}=1\]",
        ),
        told(say, rf"Solve these equations: \[{result}\]", rf"解得 \[{result}\]"),
    )
    source = cell(
        f"P = Matrix({exact_source(P.tolist())})", f"letters = symbols('pi1:{size + 1}')",
        comment(told(say, "unchanged by a step, and 1 in all", "一步转移后不变，且总和为 1")),
        "row = Matrix([letters])", "list(next(iter(linsolve([*(row*P - row), sum(letters) - 1], letters))))",
    )  # fmt: skip
    tests = (
        f"P = Matrix({exact_source(P.tolist())})",
        "row = Matrix([answer])",
        f"len(answer) == {size} and sum(answer) == 1 and all(a >= 0 for a in answer) and row*P == row",
    )
    return Prepared(say, steps, source, tests, METHOD, shown=shown_numbers, given=given_numbers)


def _power(P: sp.Matrix, n: int, say: Language) -> Task:
    result = P**n
    steps = (
        told(
            say,
            rf"The probabilities after {n} steps are the entries of the power of the matrix (Chapman-Kolmogorov): \[P^{{{n}}}={matrix_latex(P)}^{{{n}}}={matrix_latex(result)}\]",
            rf"由 C-K 方程，{n} 步转移概率矩阵是 \(P\) 的 {n} 次幂：\[P^{{{n}}}={matrix_latex(P)}^{{{n}}}={matrix_latex(result)}\]",
        ),
    )
    source = cell(f"P = Matrix({exact_source(P.tolist())})", f"P**{n}")
    tests = (
        f"P = Matrix({exact_source(P.tolist())})",
        *_WALK,
        f"answer == Matrix(P.rows, P.rows, lambda i, j: walk(i, j, {n}))",
    )
    return Prepared(say, steps, source, tests, PATHS, shown=shown_matrix, given=one_matrix)


_WALK: Final = (
    "def walk(i, j, n):",
    "    return P[i, j] if n == 1 else sum(P[i, k]*walk(k, j, n - 1) for k in range(P.rows))",
)


def _steps(
    P: sp.Matrix, n: int, i: int, j: int, names: tuple[str, str], say: Language, *, decimal: bool
) -> Task | None:
    if P.rows**n > 5000:
        return None
    rows = [sp.Matrix([[int(k == i) for k in range(P.rows)]])]
    for _ in range(n):
        rows.append(rows[-1] * P)
    listed = r",\quad ".join(rf"{matrix_latex(row)}" for row in rows[1:])
    value = rows[-1][j]
    steps = (
        told(
            say,
            rf"Start with the row that has 1 at state {names[0]}, and multiply by \(P={matrix_latex(P)}\) at each step: \[{listed}\]",
            rf"从状态 {names[0]} 出发的行向量，每步右乘 \(P={matrix_latex(P)}\)：\[{listed}\]",
        ),
        told(
            say,
            rf"The entry of state {names[1]} is \({latex(value)}\).",
            rf"状态 {names[1]} 对应的分量是 \({latex(value)}\)。",
        ),
    )
    source = cell(f"P = Matrix({exact_source(P.tolist())})", f"(P**{n})[{i}, {j}]")
    tests = (f"P = Matrix({exact_source(P.tolist())})", *_WALK, f"answer == walk({i}, {j}, {n})")

    def shown(found: object) -> str | None:
        if not isinstance(found, sp.Rational):
            return None
        return (terminating_decimal(found) if decimal else None) or latex(found)

    return Prepared(say, steps, source, tests, PATHS, shown=shown)
