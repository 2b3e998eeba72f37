r"""Expected values, variances and covariances from told ones, by their rules: Var(3X - 2Y), E(X²), D(2X-1), Cov(X, X+Y).

Read: values of E(…), Var(…), Cov(…) and of the correlation coefficient, usual distributions by name, independence of two variables; what is asked in its order.
Not: three variables, functions that are no polynomials of degree 2, probabilities (`law_chances`).
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.bare_formulas import given_expressions, plain, value
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import Said, clauses, table
from solver.topics.declining import declining
from solver.topics.discrete.laws import LAWS_EN, LAWS_ZH, TOLD, Law, law_of
from solver.topics.prepared import Prepared
from solver.topics.rationals import terminating_decimal

_INNER: Final = r"(?:[^()\[\]=]|\([^()]*\))+?"
_OF: Final = rf"(?:(?P<op>E|D|Var|V|Cov) ?[(\[] ?(?P<arg>{_INNER}) ?[)\]]|(?P<op2>[ED]) ?(?P<arg2>[XYZ]))(?P<square>\^ ?\{{?2\}}?)?"
_IS: Final = r" ?= ?(?P<v>-?\d+(?:\.\d+)?(?:/\d+)?|\\d?frac\{\d+\}\{\d+\})(?!\.?\d)"
_RHO: Final = r"(?:(?:\\rho|ρ)(?: ?_ ?\{? ?XY ?\}?| ?\( ?X ?, ?Y ?\))?)"
TABLE_EN: Final = table({
    **LAWS_EN,
    "told": (rf"(?:(?:let|suppose|given|if) )?{_OF}{_IS}",),
    "has": (
        r"(?:(?:let|suppose|given|if) )?(?:(?:the |an? )?random variable )?(?P<name>[XYZ]) (?:has|have|with|be a random variable with|is a random variable with) (?:(?:an? )?(?:mean|expected value)(?: of)?) <m> and (?:(?:a )?(?P<kind>variance|standard deviation)(?: of)?) <v>",
    ),
    "rho": (rf"(?:the |their )?correlation(?: coefficient)?(?: (?:of|between) X and Y)? (?:is|=)(?: {_RHO} =)? <v>", rf"{_RHO} = <v>"),
    "independent": (r"(?:(?:let|suppose|given|if) )?(?:random variables )?X (?:and|,) Y (?:are|be) independent(?: random variables)?(?: with)?", r"independent(?: random variables)?", r"(?:where )?(?:they|X and Y) are independent"),
    "independent_both": (r"(?:let|suppose) X and Y be random variables with", r"random variables X and Y (?:satisfy|have)"),
    "asked": (rf"{FIND}(?:the (?:value|values) of )?{_OF}",),
    "asked_word": (rf"{FIND}(?:the )?(?P<word>mean|expected value|variance|standard deviation)(?: of (?P<of>[XYZ]|-?\d*[XYZ] ?[+-] ?\d*[XYZ]?))?", rf"{FIND}(?:the )?(?P<word>mean|expected value) and (?P<word2>variance|standard deviation)(?: of (?P<of>[XYZ]))?"),
})  # fmt: skip
TABLE_ZH: Final = table({
    **LAWS_ZH,
    "told": (rf"(?:随机变量)?(?:[XYZ]的)?(?:(?:数学)?期望|方差)?(?:为|是)? ?{_OF}{_IS}",),
    "has": (r"(?:随机变量)?(?P<name>[XYZ])的?(?:数学期望|期望|均值)(?:为|是) ?<m> ?,? ?(?P<kind>方差|标准差)(?:为|是) ?<v>",),
    "rho": (rf"(?:X[与和,]Y的)?相关系数(?:为|是)?(?: ?{_RHO}=?)? ?=? ?<v>", rf"{_RHO} ?= ?<v>"),
    "independent": (r"(?:随机变量)?X[与和,、]Y(?:相互|互相)?独立", r"(?:两个?)?(?:相互|互相)独立(?:的)?(?:随机变量)?(?:X[与和,、]Y)?", r"(?:它们|二者|两者)(?:相互)?独立"),
    "independent_both": (r"(?:二维)?随机变量(?:\(?X ?[与和,、] ?Y\)?|X)(?:的|满足)?",),
    "asked": (rf"{FIND_ZH}(?:(?:数学)?期望|方差|协方差)? ?{_OF}(?: ?=)?{HOW_MUCH_ZH}",),
    "asked_word": (rf"{FIND_ZH}(?P<of>[XYZ])的?(?P<word>数学期望|期望|方差|标准差){HOW_MUCH_ZH}", rf"{FIND_ZH}(?P<of>[XYZ])的?(?P<word>数学期望|期望)[和与、](?P<word2>方差|标准差){HOW_MUCH_ZH}"),
})  # fmt: skip
WORDS: Final = {
    "square": Words("Because \\(\\operatorname{{Var}}({X})=E({X}^2)-E({X})^2\\): {result}.", "由 \\(D({X})=E({X}^2)-[E({X})]^2\\)：{result}。"),
    "cov": Words("The correlation coefficient gives \\(\\operatorname{{Cov}}(X,Y)=\\rho\\sqrt{{\\operatorname{{Var}}(X)\\operatorname{{Var}}(Y)}}={value}\\).", "由相关系数得 \\(\\operatorname{{Cov}}(X,Y)=\\rho\\sqrt{{D(X)D(Y)}}={value}\\)。"),
    "zero": Words("X and Y are independent, so \\(\\operatorname{{Cov}}(X,Y)=0\\).", "\\(X\\) 与 \\(Y\\) 相互独立，所以 \\(\\operatorname{{Cov}}(X,Y)=0\\)。"),
    "mean": Words("The expected value of a sum is the sum of the expected values: \\[E\\left({arg}\\right)={sum}={value}\\]", "期望具有线性性质：\\[E\\left({arg}\\right)={sum}={value}\\]"),
    "variance": Words("A constant summand changes no variance, and a factor is squared: \\[\\operatorname{{Var}}\\left({arg}\\right)={sum}={value}\\]", "常数不影响方差，系数要平方：\\[D\\left({arg}\\right)={sum}={value}\\]"),
    "covariance": Words("The covariance is linear in each place: \\[\\operatorname{{Cov}}\\left({arg}\\right)={sum}={value}\\]", "协方差对每个变量都是线性的：\\[\\operatorname{{Cov}}\\left({arg}\\right)={sum}={value}\\]"),
    "deviation": Words("The standard deviation is the root of the variance: \\({value}\\).", "标准差是方差的算术平方根：\\({value}\\)。"),
    "code": Words("the rules for expected values and variances", "期望与方差的运算性质"),
    "method": Words("worked out again from the second moments \\(E(X^2), E(Y^2), E(XY)\\)", "由二阶矩 \\(E(X^2), E(Y^2), E(XY)\\) 重新计算检验"),
}  # fmt: skip
X, Y = sp.symbols("X Y")


@declining
def read(text: Text) -> Reading:
    """What is told of one or two variables, and the moments that are asked for."""
    if not re.search(r"[XYZ]", text.source) or not re.search(
        r"(?i)[EDV] ?[(\[]|Var|Cov|[ED][XY]|mean|variance|expect|期望|方差", text.source
    ):
        return None
    source = re.sub(r" with (?=(?:Var|V|E|Cov|D) ?[(\[])", " , ", plain(text.source))
    found = clauses(source, TABLE_ZH if text.language == "zh" else TABLE_EN)
    return None if isinstance(found, str) else _task(found, source, text.language)


def _operator(said: Said) -> tuple[str, str]:
    op, arg = said.values.get("op") or said.values["op2"], said.values.get("arg") or said.values["arg2"]
    return {"Var": "D", "V": "D"}.get(op, op), arg


def _task(found: list[Said], source: str, say: Language) -> Reading:
    facts = Facts(say)
    asked = list[tuple[str, str]]()
    for said in found:
        if said.kind in TOLD or said.kind == "exponential_mean":
            law = law_of(said)
            if law is None or not facts.law(law):
                return None
        elif said.kind == "told":
            if asked or not facts.told(
                *_operator(said), value(said.values["v"]), squared="square" in said.values
            ):
                return None
        elif said.kind == "has":
            size = said.number("v")
            spread = size**2 if said.values["kind"] in ("standard deviation", "标准差") else size
            facts.put(facts.means, said.values["name"], said.number("m"))
            facts.put(facts.variances, said.values["name"], spread)
        elif said.kind == "rho":
            facts.rho = said.number("v") if facts.rho is None else sp.nan
        elif said.kind == "independent":
            facts.independent = True
        elif said.kind == "asked":
            if "square" in said.values:
                return None
            asked.append(_operator(said))
        elif said.kind == "asked_word":
            of = said.values.get("of") or (next(iter(facts.names)) if len(facts.names) == 1 else "")
            for word in (said.values[k] for k in ("word", "word2") if k in said.values):
                kind = {"variance": "D", "方差": "D", "standard deviation": "S", "标准差": "S"}.get(word, "E")
                asked.append((kind, of))
    if not asked or facts.is_contradictory() or "Z" in facts.names and len(facts.names) > 1:
        return None
    return facts.task(asked, decimal=re.search(r"\d\.\d", source) is not None)


class Facts:
    """What is told of the variables, and the values that follow."""

    def __init__(self, say: Language) -> None:
        self.say: Language = say
        self.names: dict[str, None] = {}
        self.means: dict[str, sp.Expr] = {}
        self.variances: dict[str, sp.Expr] = {}
        self.squares: dict[str, sp.Expr] = {}
        self.cov: sp.Expr | None = None
        self.product: sp.Expr | None = None
        self.rho: sp.Expr | None = None
        self.independent = False
        self.steps: list[str] = []
        self.fault = False

    def put(self, where: dict[str, sp.Expr], name: str, size: sp.Expr) -> None:
        """A value that is told once."""
        self.fault = self.fault or name in where
        where[name] = size
        self.names[name] = None

    def law(self, law: Law) -> bool:
        """The mean and the variance of a named law."""
        self.put(self.means, law.name, law.mean())
        self.put(self.variances, law.name, law.variance())
        self.steps.append(TOLD[law.kind].say(self.say, X=law.name, mean=latex(law.mean()), var=latex(law.variance())))  # fmt: skip
        return True

    def told(self, op: str, arg: str, size: sp.Expr, *, squared: bool) -> bool:
        """A value of E(…), D(…) or Cov(…)."""
        plain_arg = re.sub(r"[\s{}]", "", arg)
        if squared and op == "E":
            return False  # E(X)^2 = …
        if op == "Cov":
            self.fault = self.fault or self.cov is not None
            self.cov = size
            return plain_arg in ("X,Y", "Y,X")
        if op == "E" and plain_arg in ("XY", "YX"):
            self.product = size
            return True
        if match := re.fullmatch(r"([XYZ])(\^2)?", plain_arg):
            where = self.variances if op == "D" else self.squares if match[2] else self.means
            if op == "D" and match[2]:
                return False
            self.put(where, match[1], size)
            return True
        return False

    def is_contradictory(self) -> bool:
        """Complete what follows; whether it cannot be."""
        say = self.say
        for name in list(self.names):
            m, v, s = self.means.get(name), self.variances.get(name), self.squares.get(name)
            if m is not None and v is not None and s is not None:
                return True
            if v is None and m is not None and s is not None:
                self.variances[name] = s - m**2
                self.steps.append(WORDS["square"].say(say, X=name, result=rf"\({'D' if say == 'zh' else chr(92) + 'operatorname{Var}'}({name})={latex(s)}-{latex(m**2)}={latex(s - m**2)}\)"))  # fmt: skip
            if self.variances.get(name, sp.S.One) < 0:
                return True
        if self.independent:
            if self.rho not in (None, 0) or self.cov not in (None, 0) or self.product is not None:
                return True
            self.cov = sp.S.Zero
        elif self.rho is not None:
            if self.cov is not None or not all(n in self.variances for n in "XY") or not abs(self.rho) <= 1:
                return True
            self.cov = self.rho * sp.sqrt(self.variances["X"] * self.variances["Y"])
            self.steps.append(WORDS["cov"].say(say, value=latex(self.cov)))
        elif self.product is not None:
            if self.cov is not None or not all(n in self.means for n in "XY"):
                return True
            self.cov = self.product - self.means["X"] * self.means["Y"]
        return self.fault

    def mean(self, expression: sp.Expr) -> sp.Expr | None:
        """E of a polynomial of degree 2."""
        letters = [sp.Symbol(n) for n in self.names]
        total: sp.Expr = sp.S.Zero
        for powers, c in sp.Poly(expression, *letters).terms():
            total += c * self._moment(powers)
        return None if total.has(sp.nan) else total

    def _moment(self, powers: tuple[int, ...]) -> sp.Expr:
        names = [n for n, k in zip(self.names, powers, strict=True) for _ in range(k)]
        match names:
            case []:
                return sp.S.One
            case [a]:
                return self.means.get(a, sp.nan)
            case [a, b] if a == b:
                if a in self.squares:
                    return self.squares[a]
                return self.variances.get(a, sp.nan) + self.means.get(a, sp.nan) ** 2
            case [a, b]:
                if self.product is not None:
                    return self.product
                return (sp.nan if self.cov is None else self.cov) + self.means.get(a, sp.nan) * self.means.get(b, sp.nan)  # fmt: skip
        return sp.nan

    def covariance(self, first: sp.Expr, second: sp.Expr) -> sp.Expr | None:
        """Cov of two linear expressions."""
        letters = [sp.Symbol(n) for n in self.names]
        if any(sp.Poly(f, *letters).total_degree() > 1 for f in (first, second)):
            return None
        total: sp.Expr = sp.S.Zero
        for a in letters:
            for b in letters:
                factor = first.coeff(a) * second.coeff(b)
                if factor != 0:
                    total += factor * (self.variances.get(a.name, sp.nan) if a == b else sp.nan if self.cov is None else self.cov)  # fmt: skip
        return None if total.has(sp.nan) else total

    def task(self, asked: list[tuple[str, str]], *, decimal: bool) -> Prepared | None:
        """The values in the order asked for."""
        say, results, second, used_cov = self.say, list[sp.Expr](), list[str | None](), False
        letters = {n: sp.Symbol(n) for n in self.names}
        moments = _sources(self)
        for op, arg in asked:
            pair = [sp.expand(value(a)) for a in arg.split(",")]
            if any(not p.free_symbols or not p.free_symbols <= set(letters.values()) for p in pair) or (op == "Cov") != (len(pair) == 2):  # fmt: skip
                return None
            found = self.mean(pair[0]) if op == "E" else self.covariance(pair[0], pair[-1])
            if found is None:
                return None
            together = len(set().union(*(p.free_symbols for p in pair))) == 2
            if together and op != "E" and self.independent and not used_cov:
                used_cov = True
                self.steps.append(WORDS["zero"].say(say))
            step = {"E": "mean", "Cov": "covariance"}.get(op, "variance")
            shown = ",".join(map(latex, pair))
            self.steps.append(WORDS[step].say(say, arg=shown, sum=self._sum(op, pair), value=latex(found)))
            if op == "S":
                found = sp.sqrt(found)
                self.steps.append(WORDS["deviation"].say(say, value=latex(found)))
            second.append(_second(op, pair, moments))
            results.append(sp.nsimplify(found))
        # without the means the second moments are not known: then only what the rules gave is compared
        tests = [exact_source(r) if t is None else t for t, r in zip(second, results, strict=True)]
        method = WORDS["method"]
        lines = [f"{n} = {exact_source(v)}" for n, v in moments.items() if v is not None]

        def written(result: Any) -> str | None:
            values = result if isinstance(result, list | tuple) else [result]
            if list(values) != results:
                return None
            return r",\ ".join((terminating_decimal(v) if decimal else None) or latex(v) for v in results)

        source = cell(comment(WORDS["code"].say(say)), *self._lines(asked))
        return Prepared(say, tuple(self.steps), source, (*lines, f"all(simplify(a - b) == 0 for a, b in zip(answer, [{', '.join(tests)}])) and len(answer) == {len(tests)}"), method, shown=written, given=given_expressions)  # fmt: skip

    def _sum(self, op: str, pair: list[sp.Expr]) -> str:
        """The rule with the values put in."""
        names = [sp.Symbol(n) for n in self.names]
        V = "D" if self.say == "zh" else r"\operatorname{Var}"
        if op == "E":
            parts = [(c, "E(" + latex(sp.prod([n**k for n, k in zip(names, powers, strict=True)])) + ")" if any(powers) else "") for powers, c in sp.Poly(pair[0], *names).terms()]  # fmt: skip
        else:
            first, second = pair[0], pair[-1]
            parts = [(first.coeff(n) * second.coeff(n), f"{V}({n})") for n in names]
            if len(names) == 2:
                a, b = names
                parts.append((first.coeff(a) * second.coeff(b) + first.coeff(b) * second.coeff(a), rf"\operatorname{{Cov}}({a},{b})"))  # fmt: skip
        text = ""
        for c, what in parts:
            if c == 0:
                continue
            size = latex(abs(c)) if abs(c) != 1 or not what else ""
            text += ("-" if c < 0 else "+" if text else "") + size + what
        return text or "0"

    def _lines(self, asked: list[tuple[str, str]]) -> list[str]:
        lines = [f"E_{n} = {exact_source(v)}" for n, v in self.means.items()]
        lines += [f"V_{n} = {exact_source(v)}" for n, v in self.variances.items()]
        lines += [f"E_{n}{n} = {exact_source(v)}" for n, v in self.squares.items()]
        if self.cov is not None:
            lines.append(f"cov = {exact_source(self.cov)}")
        if self.product is not None:
            lines.append(f"E_XY = {exact_source(self.product)}")
        parts = []
        for op, arg in asked:
            pair = [sp.expand(value(a)) for a in arg.split(",")]
            parts.append(self._term(op, pair))
        return [*lines, f"[{', '.join(parts)}]"]

    def _term(self, op: str, pair: list[sp.Expr]) -> str:
        names = [sp.Symbol(n) for n in self.names]
        terms = list[str]()
        if op == "E":
            for powers, c in sp.Poly(pair[0], *names).terms():
                inside = [n.name for n, k in zip(names, powers, strict=True) for _ in range(k)]
                match inside:
                    case []:
                        terms.append(exact_source(c))
                    case [a]:
                        terms.append(f"{exact_source(c)}*E_{a}")
                    case [a, b] if a == b:
                        terms.append(f"{exact_source(c)}*E_{a}{a}" if a in self.squares else f"{exact_source(c)}*(V_{a} + E_{a}**2)")  # fmt: skip
                    case [a, b]:
                        terms.append(f"{exact_source(c)}*E_XY" if self.product is not None else f"{exact_source(c)}*(cov + E_{a}*E_{b})")  # fmt: skip
            return " + ".join(terms)
        for a in names:
            for b in names:
                c = pair[0].coeff(a) * pair[-1].coeff(b)
                if c != 0:
                    terms.append(f"{exact_source(c)}*" + (f"V_{a}" if a == b else "cov"))
        total = " + ".join(terms) or "S(0)"
        return f"sqrt({total})" if op == "S" else total


def _sources(facts: Facts) -> dict[str, sp.Expr | None]:
    """The second moments, with means that do not matter put as they are or as 1."""
    found: dict[str, sp.Expr | None] = {}
    for n in facts.names:
        m = facts.means.get(n, sp.Integer(1))
        found[f"m_{n}"] = m
        v = facts.variances.get(n)
        found[f"m_{n}{n}"] = facts.squares.get(n, None if v is None else v + m**2)
    names = list(facts.names)
    if len(names) == 2 and facts.cov is not None:
        found["m_XY"] = facts.cov + sp.prod([found[f"m_{n}"] for n in names])
    return found


def _second(op: str, pair: list[sp.Expr], moments: dict[str, sp.Expr | None]) -> str | None:
    """The same by E(fg) - E(f)E(g)."""

    def mean(f: sp.Expr) -> str | None:
        terms = []
        letters = sorted(f.free_symbols, key=str)
        for powers, c in sp.Poly(f, *letters).terms():
            name = "".join(s.name * k for s, k in zip(letters, powers, strict=True))
            if name and moments.get(f"m_{name}") is None:
                return None
            terms.append(f"{exact_source(c)}*m_{name}" if name else exact_source(c))
        return "(" + " + ".join(terms) + ")"

    if op == "E":
        return mean(pair[0])
    parts = [mean(sp.expand(pair[0] * pair[-1])), mean(pair[0]), mean(pair[-1])]
    if None in parts:
        return None
    total = f"({parts[0]} - {parts[1]}*{parts[2]})"
    return f"sqrt({total})" if op == "S" else total
