r"""All complex solutions of a polynomial equation, where the problem asks for them; all n-th roots of a number.

Read: "solve x^4 = 1 over the complex numbers", 在复数范围内解方程, "find all cube roots of 8i", `z^3 = -8` with the words "complex" or "all roots".
Factors are solved one by one; z^n = w by modulus and argument, z^2 = w by parts; an equation with i in it asks for complex ones. Not: equations without words that ask for complex solutions
(`equations` keeps the real ones), degrees above 8, roots that cannot be written down.
"""

from __future__ import annotations

import re
from typing import Any, Final, TypeAlias

import sympy as sp

from solver.formula import FormulaError, to_latex, to_sympy
from solver.formula.nodes import Apply, Blank, Node, Relation, Symbol, symbols, walk
from solver.latex import latex, values_in
from solver.ports import Language
from solver.reader import account
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared

VOCABULARY: Final = {
    "complex": "over the complex numbers|over complex numbers|over the complex number system|over c|in the complex numbers|in the complex number system|in the complex plane|in complex numbers|complex solutions?|complex roots?|all complex solutions|all complex roots|complex numbers|complex number|complex|including complex ones|including complex roots|including complex solutions|real and complex|real or complex|both real and complex"
    "|在复数范围内|复数范围内|在复数集内|在复数集中|在复数集上|复数集|复数根|复数解|所有复数根|全部复数根|复根|所有复根|复数|虚根|虚数根|的所有复数根",
    "solve": "solve|solve for|solving|solutions?|solution set|roots?|zeros?|satisfy|satisfies|satisfying|all|all the|every|equations?|the equation|polynomial|polynomial equation|quadratic|quadratic equation|cubic|quartic|unknown|set|such that|for which|which|解|解方程|的解|方程|的根|根|所有|全部|一元二次方程|解集|满足|的所有根|的全部根|全部解|所有解",
    "roots": "rootstoken",
}
_ORDINALS: Final = {"square": 2, "cube": 3, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8}
_ROOTS: Final = re.compile(
    rf"(?i)\b(?:all\s+(?:of\s+)?)?(?:the\s+)?(?:complex\s+|real\s+|three\s+|two\s+|four\s+|five\s+|six\s+)*(?P<word>{'|'.join(_ORDINALS)}|(?P<n>[2-8])\s*(?:st|nd|rd|th))[\s-]+roots\s+of(?:\s+the\s+complex\s+number)?\s+(?P<unity>unity)?"
    r"|(?<=的)(?:所有|全部)?的?(?P<m>[2-8三四五六])次(?:方)?根"
)
_ALL: Final = re.compile(
    rf"(?i)\b(?:all|every|each|both|three|four|five|six|[3-8])\s+(?:of\s+)?(?:the\s+)?(?:distinct\s+)?(?:{'|'.join(_ORDINALS)}|[2-8]\s*th)[\s-]+roots\b|\bunity\b"
)
"""As many roots as the degree says are asked for."""
_FORM: Final = re.compile(
    r"(?i)[,.]?\s*(?:(?:please\s+)?(?:give|giving|write|writing|express|expressing|leave|leaving)\s+)?(?:(?:them|it|(?:your|the|all|each)(?:\s+of\s+the)?\s+(?:answers?|solutions?|roots?))\s+)?(?:all\s+)?in\s+(?:the\s+)?(?:(?:rectangular\s+|standard\s+)?(?:form\s+)?(?P<bi>\$?[a-z]\s*(?:\+-|\+|±|\\pm)\s*[a-z]\s*i\$?)(?:\s+form)?(?:,?\s*where\s+\$?[a-z]\$?\s+and\s+\$?[a-z]\$?\s+are\s+(?:real(?:\s+numbers)?|integers))?|(?:rectangular|standard|cartesian|algebraic)\s+form)(?=\s*(?:[.,;]|$))"
)
"""How the answers are to be written: as they are written anyway."""
WORDS: Final = {
    "given": Words("All complex numbers \\({x}\\) with this property are looked for: \\[{equation}\\]", "求所有满足下式的复数 \\({x}\\)：\\[{equation}\\]"),
    "factor": Words("Factor: \\[{factored}=0\\] A product is 0 exactly when one of its factors is 0, for complex numbers too.", "因式分解：\\[{factored}=0\\] 对复数同样成立：乘积为 0，当且仅当其中有因式为 0。"),
    "linear": Words("\\({factor}=0\\) gives \\({x}={value}\\).", "由 \\({factor}=0\\) 得 \\({x}={value}\\)。"),
    "quadratic": Words("\\({factor}=0\\) has the discriminant \\({discriminant}\\), so \\({x}={first}\\) or \\({x}={second}\\).", "\\({factor}=0\\) 的判别式为 \\({discriminant}\\)，所以 \\({x}={first}\\) 或 \\({x}={second}\\)。"),
    "pure": Words("\\({factor}=0\\) gives \\({x}={values}\\).", "由 \\({factor}=0\\) 得 \\({x}={values}\\)。"),
    "polar": Words("Write \\({w}\\) with modulus and argument: \\[{w}={r}\\left(\\cos {angle}+i\\sin {angle}\\right)\\]", "把 \\({w}\\) 写成三角形式：\\[{w}={r}\\left(\\cos {angle}+i\\sin {angle}\\right)\\]"),
    "moivre": Words("By De Moivre's theorem the solutions have the modulus \\({root}\\) and the arguments \\(\\frac{{1}}{{{n}}}\\left({angle}+2k\\pi\\right)\\) with \\(k=0,\\ldots,{last}\\): \\[{values}\\]", "由棣莫弗定理，各根的模为 \\({root}\\)，辐角为 \\(\\frac{{1}}{{{n}}}\\left({angle}+2k\\pi\\right)\\)，\\(k=0,\\ldots,{last}\\)：\\[{values}\\]"),
    "code": Words("all complex solutions", "全部复数解"),
    "method": Words("each value put back, and as many as the degree of the equation without repeated factors", "逐个代回检验，且个数等于去掉重因式后方程的次数"),
    "parts": Words("Write \\({x}=a+bi\\) with real \\(a\\) and \\(b\\). Then \\(a^2-b^2={u}\\) and \\(2ab={v}\\), and the moduli give \\(a^2+b^2={r}\\). So \\(a^2=\\frac{{{r}+{bracketed}}}{{2}}\\) and \\(b^2=\\frac{{{r}-{bracketed}}}{{2}}\\); the sign of \\(2ab\\) says which go together: \\({x}=\\pm\\left({root}\\right)\\).", "设 \\({x}=a+bi\\)（\\(a\\)、\\(b\\) 为实数），则 \\(a^2-b^2={u}\\)，\\(2ab={v}\\)，比较模得 \\(a^2+b^2={r}\\)。所以 \\(a^2=\\frac{{{r}+{bracketed}}}{{2}}\\)，\\(b^2=\\frac{{{r}-{bracketed}}}{{2}}\\)，再由 \\(2ab\\) 的符号得 \\({x}=\\pm\\left({root}\\right)\\)。"),
    "odd": Words("The real power with the odd exponent \\({n}\\) rises all the way, so just one real number has the power \\({w}\\): \\({power}={w}\\), so it is \\({root}\\).", "奇数次幂 \\(x^{{{n}}}\\) 单调递增，所以只有一个实数满足 \\({power}={w}\\)，即 \\({root}\\)。"),
    "one_real": Words("The real root is \\({answer}\\). Among the complex numbers there are {n} roots: ask for “all complex roots” to see them.", "实数根为 \\({answer}\\)。在复数范围内共有 {n} 个根。"),
    "powers": Words("raised to the power again", "再乘方核对"),
    "sentence": Words("The complex solutions are \\({answer}\\).", "全部复数解为 \\({answer}\\)。"),
}  # fmt: skip
MAX_DEGREE: Final = 8
MAX_LENGTH: Final = 60
Worked: TypeAlias = tuple[list[str], list[sp.Expr], tuple[str, ...]]
"""The steps, the roots, and the lines of the cell that compute them."""


def read(text: Text) -> Reading:
    """One polynomial equation with complex solutions asked for."""
    degree: list[int] = []

    def token(match: re.Match[str]) -> str:
        word = match["word"] or ""
        degree.append(
            _ORDINALS.get(word.lower())
            or int(
                match["n"] or "三四五六".find(match["m"]) + 3
                if (match["m"] or "x") in "三四五六"
                else match["n"] or match["m"]
            )
        )
        return " rootstoken " + (" 1 " if match["unity"] else " ")

    unreal = bool(re.search("虚数?根", text.source))
    source = _ROOTS.sub(token, _FORM.sub(" ", text.source))
    found = account(source, VOCABULARY)
    imaginary = any("i" in symbols(n) for n in found.relations)
    wish = _FORM.search(text.source)
    in_form = wish is not None and wish["bi"] is not None
    if len(degree) > 1 or not (found.has("complex") or degree or imaginary or in_form):
        return None
    nodes = list(dict.fromkeys(found.nodes))
    try:
        if degree:
            values = [n for n in nodes if not isinstance(n, Relation)]
            if len(nodes) != 1 or len(values) != 1 or symbols(values[0]) - {"i", "e"}:
                return None
            w = sp.expand_complex(to_sympy(values[0]))
            if degree == [2] and w.is_real and not re.search("(?i)complex|复", text.source):
                return None  # school asks for the real ones
            if found.unread:
                return Unread(found.unread)
            says_complex = bool(re.search("(?i)complex|复", text.source) or _FORM.search(text.source))
            has_real = degree[0] % 2 == 1 or w.is_nonnegative
            at_school = text.language == "zh" or (has_real and not _ALL.search(text.source))
            if w.is_real and at_school and not says_complex:
                if degree[0] % 2 == 1 and text.language == "en" and w != 0:
                    return _real_root(degree[0], w)
                return None
            if re.search(r"(?i)\breal\b", text.source) and not says_complex:
                return None  # the real ones: 16的四次方根 are ±2, the cube root of 27 is 3
            return _task(sp.Symbol("z") ** degree[0] - w, "z", None, text.language)
        relations = [n for n in nodes if isinstance(n, Relation)]
        if len(relations) != 1 or relations[0].signs != ("=",):
            return None
        (equation,) = relations
        unknowns = symbols(equation) - {"i", "e"}
        if len(unknowns) != 1 or any(isinstance(n, Apply | Blank) for n in walk(equation)):
            return None
        (name,) = unknowns
        if any(n not in (equation, Symbol(name)) for n in nodes):
            return None
        if found.unread:
            return Unread(found.unread)
        z = sp.Symbol(name)
        left, right = (to_sympy(side, {name: z}) for side in equation.sides)
        difference = sp.expand(left - right)
        if unreal and difference.is_polynomial(z) and sp.Poly(difference, z).count_roots() != 0:
            return None  # 虚根 leaves out those that are real
        return _task(difference, name, equation, text.language)
    except (FormulaError, TypeError, ValueError, NotImplementedError, AttributeError):
        return None


def _real_root(n: int, w: sp.Expr) -> Prepared | None:
    """The one real root of odd degree, with a word about the others."""
    root = sp.real_root(w, n)
    if not root.is_Rational:
        return None
    sentence = WORDS["one_real"].en.format(answer="{answer}", n=n)
    return Prepared(
        "en",
        (WORDS["odd"].say("en", n=n, w=latex(w), root=latex(root), power=rf"\left({latex(root)}\right)^{{{n}}}" if root < 0 else f"{latex(root)}^{{{n}}}"),),
        cell(f"real_root({exact_source(w)}, {n})"),
        (f"answer**{n} == {exact_source(w)}",),
        WORDS["powers"],
        sentence=Words(sentence, sentence),
    )  # fmt: skip


def _task(difference: sp.Expr, name: str, equation: Node | None, say: Language) -> Prepared | None:
    z = sp.Symbol(name)
    if not difference.is_polynomial(z) or difference.free_symbols != {z}:
        return None
    polynomial = sp.Poly(difference, z)
    if not 2 <= polynomial.degree() <= MAX_DEGREE:
        return None
    shown = (
        to_latex(equation)
        if equation is not None
        else f"{latex(difference + _constant(polynomial))}={latex(_constant(polynomial))}"
    )
    steps = [WORDS["given"].say(say, x=name, equation=shown)]
    pure = len(polynomial.terms()) == 2 and polynomial.eval(0) != 0
    worked = _by_factors(polynomial, name, say)
    if worked is None and pure:
        worked = _by_angles(polynomial, name, say)
    if worked is None and pure and polynomial.degree() == 2:
        worked = _by_parts(polynomial, name, say)
    if worked is None:
        return None
    more, values, computed = worked
    values = sorted(values, key=lambda v: (round(float(sp.re(v)), 9), round(float(sp.im(v)), 9)))

    def written(value: Any) -> str | None:
        given = list(value) if isinstance(value, list | tuple | set) else None
        if given is None or len(given) != len(values):
            return None
        if any(all(abs(sp.N(g - v, 30)) > 1e-15 for g in given) for v in values):
            return None
        return r",\ ".join(f"{name}={latex(v)}" for v in values)

    lines = (
        f"equation = {exact_source(difference)}",
        comment(WORDS["code"].say(say)),
        *computed,
        "[found for found in roots if simplify(expand(equation.subs(" + name + ", found))) == 0]",
    )
    tests = (
        f"equation = {exact_source(difference)}",
        f"small = all(abs(N(equation.subs({name}, root), 40)) < Rational(1, 10**25) for root in answer)",
        "apart = all(abs(N(a - b, 40)) > Rational(1, 10**9) for i, a in enumerate(answer) for b in answer[:i])",
        f"distinct = degree(equation, {name}) - degree(gcd(equation, diff(equation, {name})), {name})",
        "small and apart and len(answer) == distinct",
    )
    return Prepared(
        say, (*steps, *more), cell(*lines, variables=(name,)), tests, WORDS["method"], sentence=WORDS["sentence"],
        shown=written, given=lambda answer: _given(answer, name), letters=(name,),
    )  # fmt: skip


def _constant(polynomial: sp.Poly) -> sp.Expr:
    return -polynomial.eval(0)


def _given(answer: str, name: str) -> Any:
    values = values_in(answer.replace(r"\pm", "±"), (name,))
    return (
        list(values)
        if values and all(isinstance(v, sp.Expr) and not v.free_symbols for v in values)
        else None
    )


def _by_factors(polynomial: sp.Poly, name: str, say: Language) -> Worked | None:
    """By linear and quadratic factors, and those in z² alone; rational coefficients only."""
    if not all(c.is_Rational for c in polynomial.all_coeffs()):
        return None
    _, factors = sp.factor_list(polynomial)
    steps, values = list[str](), list[sp.Expr]()
    if len(factors) > 1 or factors[0][1] > 1:
        steps.append(WORDS["factor"].say(say, factored=latex(sp.factor(polynomial.as_expr()))))
    for factor, _ in factors:
        shown = latex(factor.as_expr())
        if factor.degree() == 1:
            a, b = factor.all_coeffs()
            values.append(-b / a)
            steps.append(WORDS["linear"].say(say, x=name, factor=shown, value=latex(values[-1])))
        elif factor.degree() == 2:
            a, b, c = factor.all_coeffs()
            d = b**2 - 4 * a * c
            first, second = (sp.expand((-b + s * sp.sqrt(d)) / (2 * a)) for s in (1, -1))
            values += [first, second]
            steps.append(
                WORDS["quadratic"].say(
                    say, x=name, factor=shown, discriminant=latex(d), first=latex(first), second=latex(second)
                )
            )
        else:
            coefficients = factor.all_coeffs()
            is_even = not any(coefficients[1::2]) and sp.sqrt(coefficients[-1] / coefficients[0]).is_Rational
            if len(factor.terms()) > 2 and not is_even and coefficients != coefficients[::-1]:
                return None  # roots under roots, or pages of radicals
            found = [sp.expand_complex(r) for r in sp.roots(factor)]
            found = [sp.radsimp(sp.sqrtdenest(r)) for r in found]
            if len(found) != factor.degree() or any(
                len(str(r)) > MAX_LENGTH or r.has(sp.cos, sp.sin, sp.atan2) for r in found
            ):
                return None
            values += found
            listed = rf",\ {name}=".join(map(latex, found))
            steps.append(WORDS["pure"].say(say, x=name, factor=shown, values=listed))
    return steps, values, (f"roots = solve(equation, {name})",)


def _by_parts(polynomial: sp.Poly, name: str, say: Language) -> Worked | None:
    """z² = u + vi by z = a + bi, where a and b can be written without nested roots."""
    w = sp.expand_complex(-polynomial.eval(0) / polynomial.LC())
    u, v = w.as_real_imag()
    r = sp.sqrt(u**2 + v**2)
    if not (u.is_Rational and v.is_Rational and r.is_Rational) or v == 0:
        return None
    a, b = sp.sqrt((r + u) / 2), sp.sign(v) * sp.sqrt((r - u) / 2)
    bracketed = f"({latex(u)})" if latex(u).startswith("-") else latex(u)
    parts = {
        "bracketed": bracketed,
        "u": latex(u),
        "v": latex(v),
        "r": latex(r),
        "a": latex(a),
        "b": latex(b),
    }
    root = sp.expand(a + b * sp.I)
    step = WORDS["parts"].say(say, x=name, root=latex(root), **parts)
    lines = (
        f"u, v = sympify({exact_source(w)}).as_real_imag()",
        "r = sqrt(u**2 + v**2)",
        "a, b = sqrt((r + u)/2), sign(v)*sqrt((r - u)/2)",
        "roots = [a + b*I, -a - b*I]",
    )
    return [step], [root, -root], lines


def _by_angles(polynomial: sp.Poly, name: str, say: Language) -> Worked | None:
    """z^n = w by modulus and argument."""
    n, w = polynomial.degree(), sp.expand_complex(-polynomial.eval(0) / polynomial.LC())
    r, angle = sp.simplify(sp.Abs(w)), sp.simplify(sp.arg(w))
    if not (angle / sp.pi).is_Rational:
        return None
    root = sp.root(r, n)
    values = []
    for k in range(n):
        phi = (angle + 2 * k * sp.pi) / n
        values.append(sp.expand(root * (sp.cos(phi) + sp.I * sp.sin(phi))))
    if any(len(str(v)) > MAX_LENGTH for v in values):
        return None
    steps = [
        WORDS["polar"].say(say, w=latex(w), r=latex(r), angle=latex(angle)),
        WORDS["moivre"].say(
            say,
            root=latex(root),
            n=n,
            angle=latex(angle),
            last=n - 1,
            values=r",\quad ".join(map(latex, values)),
        ),
    ]
    lines = (
        f"w, n = sympify({exact_source(w)}), {n}",
        "r, angle = simplify(Abs(w)), simplify(arg(w))",
        "angles = [(angle + 2*k*pi)/n for k in range(n)]",
        "roots = [expand(root(r, n)*(cos(phi) + I*sin(phi))) for phi in angles]",
    )
    return steps, values, lines
