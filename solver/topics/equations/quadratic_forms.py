r"""Quadratic forms: the matrix, the standard form under an orthogonal change of variables, definiteness, rank, letters for which a form is positive definite or has a rank.

Read: one form with fractions as coefficients in x, y, z or x_1, x_2, …, at most four variables; for a letter also the symmetric matrix itself.
Not: the change of variables itself, forms with two letters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

import sympy as sp

from solver.latex import latex, values_in
from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.bare_formulas import place, plain, value
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import clauses, table
from solver.topics.declining import declining
from solver.topics.equations.matrices.literals import MATRIX, matrix_of
from solver.topics.equations.matrices.literals import latex as matrix_latex
from solver.topics.prepared import Prepared, one_value

_F: Final = rf"(?:[a-zA-Z](?: ?\([a-z_0-9{{}}, ]+\))? ?= ?)?{place('f')}"
_M: Final = r"(?:A ?= ?)?(?P<m>\\begin ?\{[pbvB]?matrix\}.+?\\end ?\{[pbvB]?matrix\})"
_ANY: Final = r"(?P<kind>positive definite, negative definite,? or indefinite|positive definite, negative definite,? or neither|positive, negative or indefinite)"
_BLANK: Final = r"(?: ?[=:∈]? ?_+)?"
_IT: Final = r"(?:the quadratic form|it|Q|f)"
TABLE_EN: Final = table({
    "form": (rf"(?:(?:let|consider|given) )?(?:the )?(?:real )?quadratic form {_F}", rf"(?:let )?{_F} be a (?:real )?quadratic form"),
    "definite": (rf"(?:is|determine (?:whether|if)|decide (?:whether|if)) (?:the )?(?:(?:real )?quadratic form )?{_F} (?:is )?(?P<kind>positive|negative) definite", rf"(?:is|determine (?:whether|if)) {_IT} (?:is )?(?P<kind>positive|negative) definite"),
    "class": (
        rf"(?:is|determine (?:whether|if)|decide (?:whether|if)) (?:the )?(?:(?:real )?quadratic form )?{_F} (?:is )?{_ANY}",
        rf"classify (?:the )?(?:real )?quadratic form {_F} as {_ANY}",
    ),
    "matrix": (rf"(?:write(?: down)? ?|{FIND})the (?:symmetric )?matrix of (?:the )?(?:(?:real )?quadratic form )?{_F}",),
    "rank": (rf"{FIND}the rank of (?:the )?(?:(?:real )?quadratic form )?{_F}",),
    "letter": (rf"(?:for (?:what|which) values? of|{FIND}(?:all )?(?:the )?values? of) (?P<letter>[a-z]) (?:for which |is |such that |so that |that makes? )?(?:the )?(?:real )?(?:quadratic form |symmetric matrix |matrix )?(?:{_M}|{_F}) (?:is )?positive definite",),
})  # fmt: skip
_FORM_ZH: Final = rf"(?:实)?二次型 ?{_F}"
_POSITIVE_ZH: Final = rf"(?:{_FORM_ZH} ?(?:是|为)?正定(?:的|二次型)?|(?:实)?(?:对称)?(?:矩阵|方阵) ?{_M} ?(?:是|为)?正定(?:的|矩阵|阵)?)"
TABLE_ZH: Final = table({
    "form": (rf"(?:设|已知|给定)? ?{_FORM_ZH}", rf"(?:设|已知)? ?{_F}(?:是|为)(?:实)?二次型"),
    "definite": (rf"(?:判断|判定|判别|试判断)? ?{_FORM_ZH} ?(?:是否|的)?(?:为)?(?P<kind>正定|负定)(?:性|的|二次型)?", r"(?:判断|判定|判别)?(?:该二次型|它|f|其)?(?:是否|的)(?:为)?(?P<kind>正定|负定)(?:性|的|二次型)?"),
    "matrix": (rf"{FIND_ZH}(?:写出)? ?{_FORM_ZH} ?的(?:对称)?矩阵(?: ?A)?{HOW_MUCH_ZH}", rf"{FIND_ZH}(?:该)?二次型的(?:对称)?矩阵(?: ?A)?{HOW_MUCH_ZH}"),
    "standard": (rf"(?:用|利用|求|求一个)正交(?:变换|线性变换)(?: ?x ?= ?[QPT]y)?,? ?(?:将|把|化)? ?{_FORM_ZH} ?(?:化)?(?:为|成)?标准[形型]", r"(?:用|利用|求|求一个)正交(?:变换|线性变换)(?: ?x ?= ?[QPT]y)?,? ?(?:将|把)?(?:该二次型|此二次型|f|它|其|二次型f)?(?:化)(?:为|成)?标准[形型]"),
    "rank": (rf"{FIND_ZH} ?{_FORM_ZH} ?的秩{HOW_MUCH_ZH}",),
    "letter": (
        rf"(?:问|当)* ?(?:参数)?(?P<letter>[a-z]) ?(?:取何值|为何值|满足什么条件|取什么值|满足何条件|在什么范围内)时? ?,? ?{_POSITIVE_ZH}",
        rf"(?:(?:若|设|已知) ?)?{_POSITIVE_ZH} ?,? ?{FIND_ZH}(?:参数|常数|实数)? ?(?P<letter>[a-z]) ?(?:应)?(?:满足)?的?(?:条件)?(?:取值)?(?:范围)?{HOW_MUCH_ZH}{_BLANK}",
        rf"{FIND_ZH}使?(?P<letter>[a-z]) ?使得? ?{_POSITIVE_ZH}",
    ),
    "rank letter": (rf"(?:(?:若|设|已知) ?)?{_FORM_ZH} ?的秩(?:为|是|等于) ?(?P<rank>[123二两三]) ?,? ?{FIND_ZH}(?:参数|常数)? ?(?P<letter>[a-z]) ?(?:的值)?{HOW_MUCH_ZH}{_BLANK}",),
})  # fmt: skip
WORDS: Final = {
    "matrix": Words("The squares stand on the diagonal, and half of each mixed coefficient in both places beside it: \\[A={A}\\]", "平方项系数放在对角线上，交叉项系数的一半放在两个对称位置：\\[A={A}\\]"),
    "values": Words("Its eigenvalues are the zeros of \\(|\\lambda E-A|={polynomial}\\): \\({values}\\).", "特征值是 \\(|\\lambda E-A|={polynomial}\\) 的零点：\\({values}\\)。"),
    "standard": Words("An orthogonal change of variables along the unit eigenvectors makes these the coefficients of the squares.", "取单位正交特征向量为列作正交变换，平方项的系数就是这些特征值。"),
    "minors": Words("The leading principal minors are \\({minors}\\).", "各阶顺序主子式为 \\({minors}\\)。"),
    "positive": Words("All are positive, so the form is positive definite.", "全部大于零，所以正定。"),
    "negative": Words("Their signs alternate, beginning with minus, so the form is negative definite.", "奇数阶为负、偶数阶为正，所以负定。"),
    "not": Words("This is not the sign pattern of a {kind} definite form, so it is not {kind} definite.", "不符合{kind}的符号条件，所以不是{kind}的。"),
    "indefinite": Words("The last one is not zero, and this is the sign pattern of neither kind of definite form: the form takes values of both signs.", "末位主子式不为零，且不符合正定或负定的符号条件，所以是不定的。"),
    "singular": Words("The rank is smaller than the order only where \\(|A|={det}=0\\): \\({ranks}\\).", "秩小于阶数当且仅当 \\(|A|={det}=0\\)：\\({ranks}\\)。"),
    "conditions": Words("It is positive definite if and only if all of them are positive: \\({answer}\\).", "正定当且仅当它们都大于零：\\({answer}\\)。"),
    "rank": Words("Row operations leave \\({rank}\\) rows that are not zero: the rank is \\({rank}\\).", "经初等行变换，非零行有 \\({rank}\\) 行，秩为 \\({rank}\\)。"),
    "code": Words("the symmetric matrix of the form", "二次型的对称矩阵"),
    "method": Words("multiplied out: \\(x^TAx\\) is the form", "展开 \\(x^TAx\\) 检验"),
    "method_values": Words("the coefficients are the eigenvalues: each makes \\(|\\lambda E-A|\\) zero, and their sum is the trace", "系数都是特征值：代入 \\(|\\lambda E-A|\\) 得零，且和等于迹"),
    "method_signs": Words("the signs of the eigenvalues were looked at", "检验特征值的符号"),
    "method_rank": Words("the eigenvalues that are not zero were counted", "检验非零特征值的个数"),
    "method_letter": Words("the eigenvalues were worked out for letters inside and outside of the range", "在范围内外取值计算特征值检验"),
    "yes": Words("\\text{{yes, it is {kind} definite}}", "\\text{{是，{kind}}}"),
    "no": Words("\\text{{no, it is not {kind} definite}}", "\\text{{否，不是{kind}}}"),
    "sentence": Words("The standard form is \\({answer}\\).", "标准形为 \\({answer}\\)。"),
}  # fmt: skip
LAMBDA: Final = sp.Symbol("lambda")
_SMALL: Final = {"二": 2, "两": 2, "三": 3}


@declining
def read(text: Text) -> Reading:
    """A form, and the one thing that is asked of it."""
    if not re.search(r"(?i)quadratic form|positive definite|二次型|正定", text.source):
        return None
    source = plain(re.sub(r"\\\\\s+", r"\\\\\\\\", text.source))  # the rows of a matrix
    said = clauses(source, TABLE_ZH if text.language == "zh" else TABLE_EN)
    if isinstance(said, str):
        return None
    if len(said) == 1 and "m" in said[0].values:
        A = sp.Matrix(matrix_of(MATRIX.fullmatch(said[0].values["m"].replace(" ", ""))["body"]))  # type: ignore[index]
        letter = sp.Symbol(said[0].values["letter"])
        return _letter(A, letter, text.language) if A.is_symmetric() and A.free_symbols == {letter} else None
    forms = [s.values["f"] for s in said if "f" in s.values]
    asked = [s for s in said if s.kind != "form"]
    if len(forms) != 1 or len(asked) != 1 or len(said) > 2:
        return None
    letter = asked[0].values.get("letter")
    f = sp.expand(value(forms[0]))
    names = sorted(f.free_symbols - ({sp.Symbol(letter)} if letter else set()), key=str)
    if not 2 <= len(names) <= 4 or not all(re.fullmatch(r"[xyz](?:_\{?\d\}?)?", n.name) for n in names):
        return None
    poly = sp.Poly(f, *names)
    if not all(sum(m) == 2 for m in poly.monoms()):
        return None
    A = sp.hessian(f, names) / 2
    if letter and asked[0].kind == "rank letter":
        rank = _SMALL.get(asked[0].values["rank"]) or int(asked[0].values["rank"])
        return _letter_of_rank(A, sp.Symbol(letter), rank, text.language)
    if letter:
        return _letter(A, sp.Symbol(letter), text.language) if A.free_symbols == {sp.Symbol(letter)} else None
    if not all(v.is_Rational for v in A):
        return None
    kinds = {"matrix": _matrix, "standard": _standard, "rank": _rank}
    if asked[0].kind == "class":
        return _classified(A, "neither" in asked[0].values["kind"], text.language)
    if asked[0].kind == "definite":
        kind = asked[0].values["kind"].lower()
        return _definite(f, A, kind, text.language)
    return kinds[asked[0].kind](f, names, A, text.language)


def _shown(matrix: sp.Matrix) -> str:
    return matrix_latex(sp.ImmutableMatrix(matrix))


def _lines(f: sp.Expr, names: list[sp.Symbol], say: Language) -> list[str]:
    listed = ", ".join(exact_source(n) for n in names)
    return [f"f = {exact_source(f)}", comment(WORDS["code"].say(say)), f"A = hessian(f, [{listed}]) / 2"]


def _matrix(f: sp.Expr, names: list[sp.Symbol], A: sp.Matrix, say: Language) -> Prepared:
    steps = (WORDS["matrix"].say(say, A=_shown(A)),)
    source = cell(*_lines(f, names, say), "A", variables=[n.name for n in names])

    def written(found: Any) -> str | None:
        return _shown(sp.Matrix(found)) if isinstance(found, sp.MatrixBase) else None

    def given(answer: str) -> Any:
        match = MATRIX.search(answer)
        found = matrix_of(match["body"]) if match else None
        return None if found is None else sp.Matrix(found)

    listed = ", ".join(exact_source(n) for n in names)
    tests = (f"v = Matrix([{listed}])", f"answer == answer.T and expand((v.T*answer*v)[0] - ({exact_source(f)})) == 0")  # fmt: skip
    return Prepared(say, steps, source, tests, WORDS["method"], shown=written, given=given, letters=tuple(n.name for n in names))  # fmt: skip


def _eigenvalues(A: sp.Matrix, say: Language, steps: list[str]) -> list[sp.Expr] | None:
    polynomial = A.charpoly(LAMBDA).as_expr()
    roots = sp.roots(sp.Poly(polynomial, LAMBDA))
    if sum(roots.values()) != A.rows or not all(v.is_real and len(str(v)) < 20 for v in roots):
        return None
    values = sorted((v for v in roots for _ in range(roots[v])), key=lambda v: float(v))
    steps.append(WORDS["values"].say(say, polynomial=latex(sp.factor(polynomial)), values=r",\ ".join(map(latex, values))))  # fmt: skip
    return values


def _standard(f: sp.Expr, names: list[sp.Symbol], A: sp.Matrix, say: Language) -> Prepared | None:
    steps = [WORDS["matrix"].say(say, A=_shown(A))]
    values = _eigenvalues(A, say, steps)
    if values is None:
        return None
    steps.append(WORDS["standard"].say(say))
    lines = [*_lines(f, names, say), "A.eigenvals(multiple=True)"]

    def written(found: Any) -> str | None:
        if not isinstance(found, list | tuple | sp.Tuple):
            return None
        terms = ""
        for k, v in enumerate(sorted(found, key=lambda v: float(v)), 1):
            if v != 0:
                terms += ("-" if v < 0 else "+" if terms else "") + ("" if abs(v) == 1 else latex(abs(v))) + f"y_{{{k}}}^{{2}}"  # fmt: skip
        return terms

    def given(answer: str) -> Any:
        found = values_in(re.sub(r"^[^=]*=", "", answer), ["y_1", "y_2", "y_3", "y_4"])
        if found is None or len(found) != 1 or not isinstance(found[0], sp.Expr) or not found[0].free_symbols:
            return None
        poly = sp.Poly(found[0], *found[0].free_symbols)
        if not all(sorted(m)[-1] == 2 and sum(m) == 2 for m in poly.monoms()):
            return None
        return [*poly.coeffs(), *[sp.S.Zero] * (A.rows - len(poly.coeffs()))]

    tests = (
        f"A = {exact_source(A)}",
        "t = symbols('t')",
        f"len(answer) == {A.rows} and expand(prod(t - v for v in answer) - (t*eye(A.rows) - A).det()) == 0",
    )
    return Prepared(say, tuple(steps), cell(*lines, variables=[n.name for n in names]), tests, WORDS["method_values"], WORDS["sentence"], shown=written, given=given)  # fmt: skip


def _minors(A: sp.Matrix) -> list[sp.Expr]:
    return [sp.expand(A[:k, :k].det()) for k in range(1, A.rows + 1)]


def _definite(f: sp.Expr, A: sp.Matrix, kind: str, say: Language) -> Prepared:
    negative = kind in ("negative", "负定")
    minors = _minors(A)
    holds = all((m > 0) if not negative or k % 2 == 0 else (m < 0) for k, m in enumerate(minors, 1))
    steps = (
        WORDS["matrix"].say(say, A=_shown(A)),
        WORDS["minors"].say(say, minors=r",\ ".join(map(latex, minors))),
        WORDS["not"].say(say, kind=kind)
        if not holds
        else WORDS["negative" if negative else "positive"].say(say),
    )
    B = "-A" if negative else "A"
    source = cell(f"A = {exact_source(A)}", f"all(({B})[:k, :k].det() > 0 for k in range(1, A.rows + 1))")
    tests = (f"A = {exact_source(A)}", f"bool(answer) == all(re(N(v)) > 0 for v in ({B}).eigenvals())")

    def written(found: Any) -> str:
        return WORDS["yes" if found else "no"].say(say, kind=kind)

    def given(answer: str) -> Any:
        if re.search(r"(?i)\bno\b|not|不|否", answer):
            return sp.false
        return sp.true if re.search(r"(?i)yes|definite|是|定", answer) else None

    return Prepared(say, steps, source, tests, WORDS["method_signs"], shown=written, given=given)


def _classified(A: sp.Matrix, neither: bool, say: Language) -> Prepared | None:
    minors = _minors(A)
    if minors[-1] == 0:
        return None
    last = "neither" if neither else "indefinite"
    names = {1: "positive definite", -1: "negative definite", 0: last}

    def sign(minors: Sequence[Any]) -> int:
        if all(m > 0 for m in minors):
            return 1
        return -1 if all((-1) ** k * m > 0 for k, m in enumerate(minors, 1)) else 0

    kind = sign(minors)
    reason = {1: "positive", -1: "negative", 0: "indefinite"}[kind]
    steps = (
        WORDS["matrix"].say(say, A=_shown(A)),
        WORDS["minors"].say(say, minors=r",\ ".join(map(latex, minors))),
        WORDS[reason].say(say),
    )
    source = cell(f"A = {exact_source(A)}", "[A[:k, :k].det() for k in range(1, A.rows + 1)]")
    tests = (
        f"A = {exact_source(A)}",
        "signs = {sign(re(N(v))) for v in A.eigenvals()}",
        "signs == {1: {1}, -1: {-1}, 0: {1, -1}}[int(answer)]",
    )

    def written(found: Any) -> str | None:
        return rf"\text{{{names[sign(found)]}}}" if isinstance(found, list) else None

    def given(answer: str) -> Any:
        said = [k for k, name in names.items() if name in answer.lower()]
        return sp.Integer(said[0]) if len(said) == 1 else None

    return Prepared(say, steps, source, tests, WORDS["method_signs"], shown=written, given=given)


def _letter_of_rank(A: sp.Matrix, letter: sp.Symbol, rank: int, say: Language) -> Prepared | None:
    det = sp.factor(A.det())
    roots = sp.roots(sp.Poly(det, letter)) if A.free_symbols == {letter} and det.has(letter) else {}
    if not 0 < rank < A.rows or not roots or sum(roots.values()) != sp.degree(det, letter):
        return None
    ranks = {v: A.subs(letter, v).rank() for v in sorted((r for r in roots if r.is_real), key=float)}
    if rank not in ranks.values():
        return None
    a = latex(letter)
    steps = (
        WORDS["matrix"].say(say, A=_shown(A)),
        WORDS["singular"].say(say, det=latex(det), ranks=r",\ ".join(rf"{a}={latex(v)}:\ r(A)={r}" for v, r in ranks.items())),
    )  # fmt: skip
    lines = [
        f"A = {exact_source(A)}",
        f"values = [v for v in roots(Poly(A.det(), {letter.name})) if v.is_real]",
        f"sorted(v for v in values if A.subs({letter.name}, v).rank() == {rank})",
    ]

    def written(found: Any) -> str | None:
        return r",\ ".join(f"{a}={latex(v)}" for v in found) or None if isinstance(found, list) else None

    def given(answer: str) -> Any:
        found = values_in(answer, [letter.name])
        return list(found) if found and all(isinstance(v, sp.Expr) and v.is_real for v in found) else None

    tests = (
        f"A = {exact_source(A)}",
        f"rank = lambda v: sum(m for e, m in A.subs({letter.name}, v).eigenvals().items() if abs(N(e)) > 1e-12)",
        f"all((rank(v) == {rank}) == (v in answer) for v in [*answer, *{exact_source(list(ranks))}])",
    )
    return Prepared(say, steps, cell(*lines, variables=letter.name), tests, WORDS["method_rank"], shown=written, given=given, letters=(letter.name,))  # fmt: skip


def _rank(f: sp.Expr, names: list[sp.Symbol], A: sp.Matrix, say: Language) -> Prepared:
    steps = (WORDS["matrix"].say(say, A=_shown(A)), WORDS["rank"].say(say, rank=A.rank()))
    source = cell(*_lines(f, names, say), "A.rank()", variables=[n.name for n in names])
    tests = (f"A = {exact_source(A)}", "answer == sum(m for v, m in A.eigenvals().items() if v != 0)")
    return Prepared(say, steps, source, tests, WORDS["method_rank"], given=one_value)


def _letter(A: sp.Matrix, letter: sp.Symbol, say: Language) -> Prepared | None:
    minors = _minors(A)
    t = sp.Symbol(letter.name, real=True)
    solution: sp.Set = sp.Reals
    for m in minors:
        m = sp.expand(m).subs(letter, t)
        solution = solution.intersect(sp.solve_univariate_inequality(m > 0, t, relational=False) if m.has(t) else (sp.Reals if m > 0 else sp.EmptySet))  # fmt: skip
    if not isinstance(solution, sp.Interval) or solution.is_empty:
        return None
    low, high = solution.start, solution.end

    def written(found: Any) -> str | None:
        if not isinstance(found, sp.Interval):
            return None
        a, b = found.start, found.end
        if a == -sp.oo:
            return f"{latex(letter)}<{latex(b)}"
        return f"{latex(letter)}>{latex(a)}" if b == sp.oo else f"{latex(a)}<{latex(letter)}<{latex(b)}"

    steps = (
        WORDS["matrix"].say(say, A=_shown(A)),
        WORDS["minors"].say(say, minors=r",\ ".join(map(latex, minors))),
        WORDS["conditions"].say(say, answer=written(solution)),
    )
    lines = [
        f"A = {exact_source(A)}",
        f"minors = [A[:k, :k].det() for k in range(1, {A.rows + 1})]",
        f"conditions = [solve_univariate_inequality(m > 0, {letter.name}, relational=False) if m.has({letter.name}) else S.Reals for m in minors]",
        "Intersection(*conditions)",
    ]

    def given(answer: str) -> Any:
        text = re.sub(r"\s|\\left|\\right", "", answer)
        if match := re.fullmatch(rf"(.+)<{letter.name}<(.+)|\\?\((.+?),(.+?)\\?\)", text):
            ends = [one_value(end) for end in match.groups() if end]
        elif match := re.fullmatch(rf"{letter.name}([<>])(.+)", text):
            end = one_value(match[2])
            ends = [-sp.oo, end] if match[1] == "<" else [end, sp.oo]
        else:
            return None
        return None if None in ends else sp.Interval.open(*ends)

    spots = [low + d for d in (sp.Rational(-1, 7), sp.Rational(1, 1000))] if low != -sp.oo else []
    spots += [high + d for d in (sp.Rational(1, 7), sp.Rational(-1, 1000))] if high != sp.oo else []
    spots += [(low + high) / 2] if low != -sp.oo and high != sp.oo else [] if low == high else [sp.Integer(100), sp.Integer(-100)]  # fmt: skip
    tests = (
        f"A = {exact_source(A)}",
        f"spots = {exact_source(spots)}",
        f"all((answer.contains(s) == True) == all(re(N(v)) > 0 for v in A.subs({letter.name}, s).eigenvals()) for s in spots)",
    )
    return Prepared(say, steps, cell(*lines, variables=letter.name, assumptions="real=True"), tests, WORDS["method_letter"], shown=written, given=given, letters=(letter.name,))  # fmt: skip
