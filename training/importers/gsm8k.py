r"""GSM8K: its notes `<<48/2=24>>` become a program, a line each, whose output is what the kernel prints.

Exact: a division is a Rational. What a step found is named, and named where a later step uses it. What the sentence around a note
says becomes a comment, without the result, which the program finds by itself.
"""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from fractions import Fraction
from typing import Final

from evaluation.datasets.base import Raw, behind_hashes
from evaluation.datasets.gsm8k import DATASET
from evaluation.rows import BadData
from solver.events import Code, Reasoning
from training.cleaning.numbers import numbers
from training.examples import Example
from training.importers.base import Importer

_NOTE: Final = re.compile(r"<<([^<>=]+)=([^<>]*)>>")
_TOLD: Final = re.compile(
    r"(?:[$]?[\d.,+\-*/()%$ x×]*=\s*)?[$]?<<([^<>=]+)=[^<>]*>>\s*[$]?-?\d[\d,]*(?:\.\d+)?"
)
_PERCENT: Final = re.compile(r"(\d+(?:\.\d+)?)\s*%")
_OPERATORS: Final = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_OPENINGS: Final = (
    "Work through the amounts step by step.", "Each step gives a number that a later one needs, so compute them in order.",
    "Write down what is known, and compute what is asked for.", "Let us compute this one step at a time.",
)  # fmt: skip
WIDTH: Final = 100
MOST_STEPS: Final = 40


def program(solution: str, answer: str, problem: str = "") -> str:
    r"""The notes of a solution as a program that prints the answer.

    A number that an earlier step gave is told by that step's name, unless the problem itself says it: then it may be either.

    Raises:
        BadData: there is no note, one is no arithmetic, or none gives the answer.

    >>> print(program("Ann has 48/2 = <<48/2=24>>24 hats.\nIn all 48+24 = <<48+24=72>>72 hats.\n#### 72", "72"))
    from sympy import Rational
    <BLANKLINE>
    # Ann has 48/2 hats.
    step1 = Rational(48, 2)
    # In all 48+24 hats.
    step2 = 48 + step1
    print(step2)
    """
    lines, values, wanted, last = list[str](), dict[str, Fraction](), Fraction(answer), ""
    given = set(numbers(problem))
    for sentence in solution.partition("####")[0].splitlines():
        notes = list(_NOTE.finditer(sentence))
        if notes:
            comment = _TOLD.sub(lambda m: f" {m[1].strip()} ", sentence)
            comment = re.sub(r"\s+([.,])", r"\1", re.sub(r"\s+", " ", _NOTE.sub("", comment))).strip()
            lines.append(f"# {comment}")
        for note in notes:
            name = f"step{len(values) + 1}"
            known = {step: found for step, found in values.items() if found not in given}
            source, value = _step(note[1], known)
            lines.append(f"{name} = {source}")
            values[name] = value
            if value == wanted:
                last = name
            if len(values) > MOST_STEPS:
                raise BadData("too many notes")
    if not last:
        raise BadData("no note gives the answer" if values else "no notes")
    imported = ["from sympy import Rational", ""] if any("Rational(" in line for line in lines) else []
    return "\n".join([*imported, *lines, f"print({last})"])


def _step(expression: str, known: dict[str, Fraction]) -> tuple[str, Fraction]:
    """An expression as exact Python, and its value. The latest step with a number's value stands for that number."""
    text = _PERCENT.sub(r"(\1/100)", expression.replace(",", "").replace("$", "")).strip()
    text = re.sub(r"(?<=[\d)])\s*[xX×]\s*(?=[\d(.])", "*", text)
    text = re.sub(r"(?<![\d.])0+(?=\d)", "", text)
    try:
        return _exact(ast.parse(text, mode="eval").body, known)
    except (SyntaxError, ValueError, ZeroDivisionError, RecursionError) as error:
        raise BadData(f"no arithmetic: {expression!r:.60}") from error


def _exact(node: ast.expr, known: dict[str, Fraction], *, inner: bool = False) -> tuple[str, Fraction]:
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            value = Fraction(str(number))
            name = next((n for n, v in reversed(known.items()) if v == value), None)
            whole = str(value) if value.denominator == 1 else f'Rational("{number}")'
            return name or whole, value
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            source, value = _exact(operand, known, inner=True)
            return f"-{source}", -value
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
            (one, a), (other, b) = _exact(left, known, inner=True), _exact(right, known, inner=True)
            if isinstance(op, ast.Div):
                if all(re.fullmatch(r"\w+", side) for side in (one, other)):
                    return f"Rational({one}, {other})", a / b
                value = a / b  # a step may be an int, and that of a step by an int is no float, either
                bare = one[1:-1] if one.startswith("(") else one
                one = one if one.startswith("Rational(") else f"Rational({bare})"
            else:
                value = a + b if isinstance(op, ast.Add) else a - b if isinstance(op, ast.Sub) else a * b
            source = f"{one} {_OPERATORS[type(op)]} {other}"
            return (f"({source})" if inner else source), value
    raise ValueError(ast.dump(node)[:60])


def _read(raw: Raw, number: int) -> Example:
    solution, answer = str(raw["answer"]), behind_hashes(str(raw["answer"]))
    try:
        source = program(solution, answer, str(raw["question"]))
    except ValueError as error:
        raise BadData(f"notes: {error}") from error
    example = Example("", str(raw["question"]).strip(), "en", "", reference=answer, answer=answer)
    opening = _OPENINGS[number % len(_OPENINGS)]
    return replace(example, events=(Reasoning(0, opening + "\n"), Code(1, source + "\n")))


IMPORTER: Final = Importer("gsm8k", replace(DATASET, split="train", rows=7473), _read, "unknown")
