"""A number with a square root in a form with letters: "giving your answers in the form a ± √b", "(2+√3)² = a + b√3; find a and b".

Read: forms with one square root (a ± √b, a + b√3, k√5, a√b, (a ± √b)/c) behind a question that some topic reads, or for a number written out; the values of
the letters where they are asked for. Only where the form fits in one way. Not: forms of functions, several roots (`written_forms` has conditions of contests).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse
from solver.formula.nodes import symbols
from solver.latex import latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader.numbering import labels_of_parts
from solver.topics.base import Conclusion, Reading, Solution, Task, Text, Unread, Words

_ROOT: Final = r"(?:√|\\?sqrt)\s*[({]?\s*(?P<c>[a-z]|\d{1,3})\s*[)}]?"
_PM: Final = r"(?:\+-|±|\\pm(?![a-z])|\+|-)"
_FORM: Final = (
    r"\$?\s*(?:\(|\\frac\s*\{)?\s*(?:(?P<a>[a-z])\s*(?P<sign>" + _PM + r")\s*)?(?P<b>[a-z])?\s*"
    + _ROOT
    + r"\s*(?:\}\s*\{\s*(?P<f>[a-z])\s*\}|\)?\s*/\s*(?P<d>[a-z]))?\s*\$?"
)  # fmt: skip
_NAMES: Final = r"\$?[a-z]\$?(?:\s*(?:,|and|、|和|与)+\s*\$?[a-z]\$?){0,2}"
_KIND: Final = r"(?:(?:both\s+|all\s+)?(?:positive\s+)?(?:integers?|whole\s+numbers?|rational(?:\s+numbers?)?|constants|real(?:\s+numbers?)?)(?:\s+to\s+be\s+(?:found|determined))?)"
_WHERE: Final = (
    rf"(?:\s*,?\s*\(?\s*(?:where|with)\s+{_NAMES}\s+(?:are|is|being)\s+(?:an?\s+)?(?P<kind>{_KIND})\s*\)?)?"
)
_FIND: Final = rf"(?:\s*[.,;]?\s*(?:and\s+)?(?:hence\s+)?(?:find|state|write\s+down|give|determine|what\s+(?:is|are))\s+(?:the\s+)?(?:values?\s+of\s+)?(?P<names>{_NAMES}))?\s*[.?]?\s*"
_TAIL: Final = (
    rf"\s+(?:exactly\s+)?(?:in|into)\s+the\s+(?:exact\s+|surd\s+)?form\s+(?:of\s+)?{_FORM}{_WHERE}{_FIND}"
)
_ANSWER: Final = (
    r"(?:(?:your|the|each|both|final|exact|all)\s+)*(?:answers?|solutions?|roots?|results?|it|them|values?)"
)
_EN: Final = (
    re.compile(rf"(?i)(?P<lead>write|express|simplify|expand(?:\s+and\s+simplify)?|rationali[sz]e(?:\s+the\s+denominator\s+of)?|evaluate)\s+(?P<number>[^A-Za-z]*(?:(?:sqrt|frac|dfrac)[^A-Za-z]*)*?){_TAIL}"),
    re.compile(rf"(?i)(?P<question>.+?)\s*[.,;]?\s*(?:and\s+)?(?:giv(?:e|ing)|leav(?:e|ing)|writ(?:e|ing)|express(?:ing)?|stat(?:e|ing))\s+{_ANSWER}{_TAIL}"),
    re.compile(rf"(?i)(?:(?:given(?:\s+that)?|if|suppose(?:\s+that)?)\s+)?(?P<number>[^A-Za-z=]*(?:(?:sqrt|frac|dfrac)[^A-Za-z=]*)*?)\s*(?:=|(?:can|may)\s+be\s+(?:written|expressed)\s+(?:in\s+the\s+form|as))\s*{_FORM}{_WHERE}{_FIND}"),
)  # fmt: skip
_KIND_ZH: Final = rf"(?:\s*,?\s*(?:其中|且)?\s*{_NAMES}\s*(?:都|均)?(?:是|为)(?P<kind>正?整数|有理数|常数))?"
_FIND_ZH: Final = rf"(?:\s*[,;。]?\s*(?:并|则|求|试求|写出|求出)+\s*(?P<names>{_NAMES})\s*(?:的值)?(?:是多少|各是多少|分别是多少|=\s*\?)?)?\s*[.。?]?\s*"
_TO_ZH: Final = r"(?:化简)?(?:化成|化为|写成|写为|化简成|化简为|表示成|表示为)"
_ZH: Final = (
    re.compile(rf"(?:请)?(?:把|将)?(?P<number>[^\u3400-\u9fffA-Za-z=]*(?:(?:sqrt|frac|dfrac)[^A-Za-z=]*)*?)\s*{_TO_ZH}\s*{_FORM}\s*的形式{_KIND_ZH}{_FIND_ZH}"),
    re.compile(rf"(?P<question>.+?)[,.。;]\s*(?:并?把|并?将)?(?:结果|答案|解|根|方程的[解根])?\s*{_TO_ZH}\s*{_FORM}\s*的形式{_KIND_ZH}{_FIND_ZH}"),
    re.compile(rf"(?:若|已知|如果|设)?\s*(?P<number>[^\u3400-\u9fffA-Za-z=]*(?:(?:sqrt|frac|dfrac)[^A-Za-z=]*)*?)\s*=\s*{_FORM}{_KIND_ZH}{_FIND_ZH}"),
)  # fmt: skip
MAX_DENOMINATOR: Final = 200
FORM: Final = Words(
    "In the form \\({form}\\): \\({written}\\).", "写成 \\({form}\\) 的形式：\\({written}\\)。"
)
LETTERS: Final = Words("Compared with the form \\({form}\\): \\({written}\\).", "与形式 \\({form}\\) 比较：\\({written}\\)。")  # fmt: skip


def read(text: Text) -> Reading:
    """A question whose answer is wished for in such a form."""
    if "√" not in text.source and "sqrt" not in text.source or labels_of_parts(text.source):
        return None
    source = " ".join(text.source.split())
    for pattern in _ZH if text.language == "zh" else _EN:
        if (match := pattern.fullmatch(source)) is not None and (found := _of(match, text)) is not None:
            return found
    return None


def _of(match: re.Match[str], text: Text) -> Reading:
    from solver.topics import read_text

    form = _form(match)
    groups = match.groupdict()
    if form is None:
        return None
    names = tuple(re.findall(r"(?<![a-z])[a-z](?![a-z])", groups.get("names") or ""))
    if names and set(names) != set(form.letters()):
        return None
    if (number := groups.get("number")) is not None:
        bare = number.strip().strip(",.: ")
        try:
            if not bare or symbols(parse(bare.replace("$", ""))):
                return None
        except FormulaError:
            return None
        question = f"化简:{bare}" if text.language == "zh" else f"Simplify {bare}."
        if "=" in match[0][len(number) :][:3] and not names:
            return None
    else:
        question = groups["question"].strip() + ("。" if text.language == "zh" else ".")
    task = read_text(Text(question, text.language, text.values))
    if isinstance(task, Unread):
        return None
    return InLetters(task, form, names, text.language)


@dataclass(frozen=True, slots=True)
class SurdForm:
    """(a sign b√c)/d; a part that is not there is empty. `c` may be a number."""

    a: str
    sign: str
    b: str
    c: str
    d: str
    whole: bool
    """Whether the letters are integers."""

    def letters(self) -> tuple[str, ...]:
        """The letters that have to be found."""
        return tuple(x for x in (self.a, self.b, self.c, self.d) if x.isalpha())

    def shown(self) -> str:
        """The form in LaTeX."""
        root = rf"{self.b}\sqrt{{{self.c}}}"
        top = rf"{self.a}{self.sign}{root}" if self.a else root
        return rf"\frac{{{top}}}{{{self.d}}}" if self.d else top

    def fit(self, value: sp.Expr) -> dict[str, sp.Expr] | None:
        """The values of the letters; None where the number does not fit, or in more than one way."""
        value = sp.expand(sp.radsimp(sp.simplify(value)))
        rational, surd = sp.S.Zero, sp.S.Zero
        for term in sp.Add.make_args(value):
            if term.is_rational:
                rational += term
            else:
                surd += term
        square = sp.expand(surd**2)
        if not (square.is_rational and surd != 0) or rational != 0 and not self.a:
            return None
        scale = 1
        found = dict[str, sp.Expr]()
        if self.d:
            scales = (
                n
                for n in range(1, MAX_DENOMINATOR + 1)
                if (n * rational).is_integer and (n**2 * square).is_integer
            )
            scale = next(scales, 0)
            if not scale:
                return None
            outer = surd * scale
            found[self.d] = sp.S(scale)
            rational, surd, square = rational * scale, outer, sp.expand(outer**2)
        if self.a:
            found[self.a] = rational
        sign = 1 if surd.is_positive else -1
        sought = {"+": 1, "-": -1}.get(self.sign, sign)
        if self.c.isalpha():
            if self.b:
                root, inside = _parted(square)
                found |= {self.b: root * sign * sought, self.c: inside}
            elif sign != sought:
                return None
            else:
                found[self.c] = square
        else:
            ratio = sp.simplify(surd / sp.sqrt(int(self.c)))
            if not ratio.is_rational:
                return None
            if self.b:
                found[self.b] = ratio * sought
            elif abs(ratio) != 1 or sign != sought:
                return None
        if self.whole and not all(v.is_integer for v in found.values()):
            return None
        return found

    def written(self, value: sp.Expr) -> str:
        """The number as the form has it."""
        found = self.fit(value)
        assert found is not None
        inside = found[self.c] if self.c.isalpha() else sp.S(self.c)
        root = rf"\sqrt{{{latex(inside)}}}"
        negative = bool(self._surd(value) < 0)
        factor = abs(found[self.b]) if self.b else sp.S.One
        surd = root if factor == 1 else f"{latex(factor)}{root}"
        first = found[self.a] if self.a else sp.S.Zero
        minus = "-" if negative else "+" if first != 0 else ""
        top = f"{latex(first) if first != 0 else ''}{minus}{surd}"
        return rf"\frac{{{top}}}{{{latex(found[self.d])}}}" if self.d and found[self.d] != 1 else top

    def _surd(self, value: sp.Expr) -> sp.Expr:
        value = sp.expand(sp.radsimp(sp.simplify(value)))
        return sp.Add(*[t for t in sp.Add.make_args(value) if not t.is_rational])


def _parted(square: sp.Rational) -> tuple[sp.Expr, sp.Expr]:
    """The rational factor and the squarefree number under the root of a positive rational."""
    inside = sp.S.One
    for p, k in sp.factorint(square.p * square.q).items():
        inside *= p ** (k % 2)
    return sp.sqrt(square / inside), inside


def _form(match: re.Match[str]) -> SurdForm | None:
    sign = match["sign"] or ""
    usual = r"\pm " if sign in ("+-", "±", r"\pm") else sign
    form = SurdForm(match["a"] or "", usual, match["b"] or "", match["c"], match["d"] or match["f"] or "", "整数" in (match["kind"] or "") or "integer" in (match["kind"] or "").lower() or "whole" in (match["kind"] or "").lower())  # fmt: skip
    letters = form.letters()
    return form if letters and len(set(letters)) == len(letters) else None


@dataclass(frozen=True, slots=True)
class InLetters:
    """`task`, its answers in the form, or the letters of the form where they are asked for by `names`."""

    task: Task
    form: SurdForm
    names: tuple[str, ...]
    language: Language

    def solution(self) -> Solution:
        """That of the task."""
        return self.task.solution()

    def conclude(self, value: Any) -> Conclusion | None:
        """The answers of the task in the form; None where one of them does not fit."""
        inner = self.task.conclude(value)
        values = None if inner is None else values_in(inner.answer)
        if inner is None or not values or not all(isinstance(v, sp.Expr) and v.is_real for v in values):
            return None
        fits = [self.form.fit(v) for v in values]
        if any(found is None for found in fits):
            return None
        between = "" if self.language == "zh" else " "
        if not self.names:
            named = re.match(r"\s*([a-z])\s*=", inner.answer)
            front = f"{named[1]}=" if named else ""
            answer = r",\ ".join(front + self.form.written(v) for v in values)
            said = FORM.say(self.language, form=self.form.shown(), written=answer)
            return Conclusion(inner.sentence + between + said, answer)
        together = self._together([found for found in fits if found is not None])
        if together is None:
            return None
        answer = r",\ ".join(f"{n}={latex(together[n])}" for n in self.names)
        said = LETTERS.say(self.language, form=self.form.shown(), written=answer)
        return Conclusion(inner.sentence + between + said, answer)

    def _together(self, fits: list[dict[str, sp.Expr]]) -> dict[str, sp.Expr] | None:
        """The one set of letters; for a ± √b that of both numbers."""
        if len(fits) == 1 and "pm" not in self.form.sign:
            return fits[0]
        if len(fits) != 2 or "pm" not in self.form.sign:
            return None
        first, second = ({k: abs(v) if k == self.form.b else v for k, v in f.items()} for f in fits)
        return first if first == second else None

    def check(self, answer: str) -> CheckPlan | None:
        """By the task's own check, the letters put into the form."""
        if not self.names:
            return self.task.check(answer)
        said = dict(re.findall(r"([a-z])\s*=\s*([^,;]+)", answer.replace(r"\ ", " ")))
        values = values_in(",".join(said.values())) if said else values_in(answer)
        if values is None or len(values) != len(self.names) or said and set(said) != set(self.names):
            return None
        put = dict(zip(said or self.names, values, strict=True))
        a, b, c, d = (put.get(x, sp.S(x) if x.isdigit() else None) for x in (self.form.a, self.form.b, self.form.c, self.form.d))  # fmt: skip
        try:
            root = (b if b is not None else 1) * sp.sqrt(c)
            signs = (1, -1) if "pm" in self.form.sign else (-1,) if self.form.sign == "-" else (1,)
            numbers = [((a or 0) + s * root) / (d or 1) for s in signs]
        except TypeError:
            return None
        return self.task.check(r",\ ".join(latex(v) for v in numbers))
