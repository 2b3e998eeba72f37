r"""Propositional formulas: whether one is a tautology, a contradiction or satisfiable; whether two are equivalent. By the truth table.

Read: ¬ ∧ ∨ → ↔ and their LaTeX between letters, at most four of them. Not: normal forms, quantifiers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import product
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell
from solver.topics.clauses import clauses, table
from solver.topics.declining import declining
from solver.topics.prepared import Prepared

_SIGNS: Final[Mapping[str, str]] = {
    r"\leftrightarrow": "=", r"\Leftrightarrow": "=", r"\iff": "=", "<->": "=", "↔": "=", "⇔": "=", "<=>": "=",
    r"\rightarrow": ">", r"\Rightarrow": ">", r"\implies": ">", r"\to": ">", "->": ">", "→": ">", "⇒": ">", "=>": ">",
    r"\wedge": "&", r"\land": "&", "∧": "&", r"\vee": "|", r"\lor": "|", "∨": "|",
    r"\neg": "~", r"\lnot": "~", "¬": "~", "￢": "~", r"\sim": "~",
}  # fmt: skip
_F: Final = r"(?P<{}>[a-zA-Z~&|>=()\s]*?[&|>=~][a-zA-Z~&|>=()\s]*?)"
_KIND: Final = r"(?:an? )?(?P<kind>tautology|contradiction|satisfiable|tautological)"
TABLE_EN: Final = table({
    "kind": (
        rf"is (?:the )?(?:propositional )?(?:formula |proposition |statement )?{_F.format('f')} {_KIND}",
        rf"(?:determine|decide|check|show|use a truth table to (?:determine|decide|show)) (?:whether|if) (?:the )?(?:compound )?(?:propositional )?(?:formula |proposition |statement )?{_F.format('f')} is {_KIND}",
    ),
    "classify": (rf"(?:determine|decide) whether {_F.format('f')} is a tautology ,? (?:a )?contradiction ,? or (?:a )?(?:contingency|neither)", rf"is {_F.format('f')} a tautology ,? (?:a )?contradiction ,? or (?:a )?(?:contingency|neither)"),
    "equal": (rf"(?:are|determine whether|determine if|decide whether) (?:the (?:formulas|statements|propositions) )?{_F.format('f')} and (?P<g>[a-zA-Z~&|>=()\s]+?) (?:are )?(?:logically )?equivalent",),
})  # fmt: skip
TABLE_ZH: Final = table({
    "kind": (rf"(?:判断|判定|判别|证明)?(?:命题)?(?:公式)? ?{_F.format('f')} ?(?:是否|是不是)(?:为)?(?P<kind>重言式|永真式|矛盾式|永假式|可满足式)",),
    "classify": (rf"(?:判断|判定|判别)(?:命题)?(?:公式)? ?{_F.format('f')} ?的类型(?:\(.*\))?",),
    "equal": (rf"(?:判断|判定)?(?:命题)?(?:公式)? ?{_F.format('f')} ?(?:与|和) ?(?P<g>[a-zA-Z~&|>=()\s]+?) ?(?:是否|是不是)(?:逻辑)?等[价值]",),
})  # fmt: skip
WORDS: Final = {
    "table": Words("Truth table, with 1 for true:\n\n{table}", "真值表（1 表示真）：\n\n{table}"),
    "always": Words("Every row gives 1: a tautology.", "各行都为 1，是重言式。"),
    "never": Words("Every row gives 0: a contradiction.", "各行都为 0，是矛盾式。"),
    "sometimes": Words("Both values occur: neither a tautology nor a contradiction, but satisfiable.", "既有 1 也有 0，既不是重言式也不是矛盾式，是可满足式。"),
    "same": Words("Both columns agree in every row: the formulas are equivalent.", "两列各行都相同，两公式等价。"),
    "different": Words("The columns differ in some row: the formulas are not equivalent.", "两列有不同的行，两公式不等价。"),
    "method": Words("looked for a row with the opposite value by sympy's solver of propositions", "用可满足性算法寻找反例检验"),
    "yes": Words("\\text{{yes}}", "\\text{{是}}"),
    "no": Words("\\text{{no}}", "\\text{{否}}"),
    "tautology": Words("\\text{{tautology}}", "\\text{{重言式}}"),
    "contradiction": Words("\\text{{contradiction}}", "\\text{{矛盾式}}"),
    "contingency": Words("\\text{{contingency (neither)}}", "\\text{{可满足式}}"),
}  # fmt: skip


@declining
def read(text: Text) -> Reading:
    """A formula of propositions, and what is asked of it."""
    if not re.search(r"(?i)tautolog|contradiction|equivalent|satisfiable|重言|永真|矛盾式|永假|可满足|等价|等值|公式的?.*类型", text.source):  # fmt: skip
        return None
    source = re.sub(r"\$|\\[()\[\]]", " ", text.source)
    for sign in sorted(_SIGNS, key=len, reverse=True):
        source = re.sub(re.escape(sign) + (r"(?![A-Za-z])" if sign[0] == "\\" else ""), _SIGNS[sign], source)
    said = clauses(" ".join(source.split()), TABLE_ZH if text.language == "zh" else TABLE_EN)
    if isinstance(said, str) or len(said) != 1:
        return None
    (asked,) = said
    formulas = [Parser(asked.values[k]).whole() for k in ("f", "g") if k in asked.values]
    names = sorted(
        set().union(*(re.findall("[A-Za-z]", asked.values[k]) for k in ("f", "g") if k in asked.values))
    )
    if not 1 <= len(names) <= 4:
        return None
    return _task(asked.kind, asked.values.get("kind", "").lower(), formulas, names, text.language)


class Parser:
    """Recursive descent: ↔ and → bind least (→ to the right), then ∨, then ∧, then ¬."""

    def __init__(self, source: str) -> None:
        self.left = re.sub(r"\s", "", source)

    def whole(self) -> Any:
        """The formula.

        Raises:
            FormulaError: it is none.
        """
        found = self._equal()
        if self.left:
            raise FormulaError(self.left)
        return found

    def _take(self, sign: str) -> bool:
        if self.left.startswith(sign):
            self.left = self.left[1:]
            return True
        return False

    def _equal(self) -> Any:
        found = self._implies()
        while self._take("="):
            found = sp.Equivalent(found, self._implies(), evaluate=False)
        return found

    def _implies(self) -> Any:
        found = self._or()
        return sp.Implies(found, self._implies(), evaluate=False) if self._take(">") else found

    def _or(self) -> Any:
        found = self._and()
        while self._take("|"):
            found = sp.Or(found, self._and(), evaluate=False)
        return found

    def _and(self) -> Any:
        found = self._not()
        while self._take("&"):
            found = sp.And(found, self._not(), evaluate=False)
        return found

    def _not(self) -> Any:
        if self._take("~"):
            return sp.Not(self._not(), evaluate=False)
        if self._take("("):
            found = self._equal()
            if not self._take(")"):
                raise FormulaError("a bracket is open")
            return found
        if self.left and self.left[0].isalpha():
            name, self.left = self.left[0], self.left[1:]
            return sp.Symbol(f"{name}_")
        raise FormulaError("a proposition was expected")


def _task(kind: str, named: str, formulas: list[Any], names: list[str], say: Language) -> Prepared:
    rows = []
    for values in product((1, 0), repeat=len(names)):
        row = {sp.Symbol(f"{n}_"): bool(v) for n, v in zip(names, values, strict=True)}
        rows.append((*values, *(int(bool(f.subs(row))) for f in formulas)))
    heads = [rf"\({n}\)" for n in names] + [f"({k})" for k in range(1, len(formulas) + 1)]
    shown = "\n".join(["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads), *("| " + " | ".join(map(str, r)) + " |" for r in rows)])  # fmt: skip
    results = {r[len(names)] for r in rows}
    if kind == "equal":
        outcome = all(r[-1] == r[-2] for r in rows)
        last = "same" if outcome else "different"
    else:
        last = "always" if results == {1} else "never" if results == {0} else "sometimes"
        outcome = {"tautology": last == "always", "tautological": last == "always", "重言式": last == "always", "永真式": last == "always", "contradiction": last == "never", "矛盾式": last == "never", "永假式": last == "never"}.get(named, last != "never")  # fmt: skip
    steps = (WORDS["table"].say(say, table=shown), WORDS[last].say(say))
    whole = [_source(f) for f in formulas]
    answer = {"always": "tautology", "never": "contradiction"}.get(last, "contingency") if kind == "classify" else "yes" if outcome else "no"  # fmt: skip
    letters = ", ".join(f"{n}_" for n in names)
    sign = f"symbols('{' '.join(f'{n}_' for n in names)}'{', seq=True' if len(names) == 1 else ''})"
    lines = [f"{letters}{',' if len(names) == 1 else ''} = {sign}", "from itertools import product", f"f = [{', '.join(whole)}]", f"rows = [[bool(g.subs(dict(zip([{letters}], v)))) for g in f] for v in product((True, False), repeat={len(names)})]"]  # fmt: skip
    lines.append("rows")

    def written(_value: Any) -> str:
        return WORDS[answer].say(say)

    def given(text: str) -> Any:
        low = text.lower()
        if kind == "classify":
            return sp.Integer(1 if re.search("tautolog|重言|永真", low) else 0 if re.search("contradict|矛盾|永假", low) else 2 if re.search("conting|neither|可满足", low) else 9)  # fmt: skip
        return sp.Integer(0 if re.search(r"\bno\b|not|不|否", low) else 1)

    claim = _claim(kind, named, whole)
    tests = (f"{letters}{',' if len(names) == 1 else ''} = {sign}", claim)
    return Prepared(say, steps, cell(*lines), tests, WORDS["method"], shown=written, given=given)


def _claim(kind: str, named: str, whole: list[str]) -> str:
    f = whole[0]
    if kind == "equal":
        return f"bool(answer) == (satisfiable(~Equivalent({whole[0]}, {whole[1]})) is False)"
    if kind == "classify":
        return f"answer == (1 if satisfiable(~({f})) is False else 0 if satisfiable({f}) is False else 2)"
    if named in ("tautology", "tautological", "重言式", "永真式"):
        return f"bool(answer) == (satisfiable(~({f})) is False)"
    if named in ("contradiction", "矛盾式", "永假式"):
        return f"bool(answer) == (satisfiable({f}) is False)"
    return f"bool(answer) == (satisfiable({f}) is not False)"


def _source(f: Any) -> str:
    if f.is_Symbol:
        return str(f.name)
    return f"{type(f).__name__}({', '.join(map(_source, f.args))})"
