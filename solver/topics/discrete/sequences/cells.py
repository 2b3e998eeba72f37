"""Cells of sequence problems: the solution by formulas, and the check by writing the terms out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sympy as sp

from solver.formula import Node, python_name, to_python
from solver.formula.nodes import Binary, Call, Negative, Number, Relation, Symbol, symbols
from solver.topics.cells import cell, comment, exact_source
from solver.topics.discrete.sequences.algebra import n
from solver.topics.discrete.sequences.steps import WORDS

if TYPE_CHECKING:
    from solver.topics.discrete.sequences.topic import SequenceQuestion


def solution_cell(task: SequenceQuestion) -> str:
    """The unknowns, then what is asked in them."""
    model, say = task.model, task.language
    first, step = python_name(model.first.name), python_name(model.step.name)
    pairs = task.solved.pairs
    asked = [exact_source(model.value(node, task.given)) for node in task.given.asked]
    variables = (
        {"n"}
        if any(n in model.value(node, task.given).free_symbols for node in task.given.asked)
        else set[str]()
    )
    simple = len(pairs) == 1 and not (pairs[0][0].free_symbols | pairs[0][1].free_symbols)
    known = simple and {python_name(s) for e in task.given.equations for s in symbols(e.sides[0])} == {
        first,
        step,
    }
    if task.target is not None:
        (a, s), (left, right) = pairs[0], task.target.sides
        lines = [f"{first}, {step} = {exact_source(a)}, {exact_source(s)}"]
        value, wanted = exact_source(model.value(left, task.given)), to_python(right)
        if model.kind == "arithmetic":
            lines.insert(0, 'n = symbols("n", integer=True, positive=True)')
            return cell(*lines, f"(position,) = solve(Eq({value}, {wanted}), n)", "position")
        # plain whole numbers would be divided into decimals, and the search would not end
        lines[-1] = (
            f"{first}, {step} = {', '.join(f'Integer({v})' if v.is_Integer else exact_source(v) for v in (a, s))}"
        )
        return cell(*lines, "n = 1", f"while simplify({value} - ({wanted})) != 0:", "    n = n + 1", "n")
    if known:
        write = _exact if any("/" in a for a in asked) else exact_source
        lines = [f"{first}, {step} = {write(pairs[0][0])}, {write(pairs[0][1])}"]
        values = [f"simplify({a})" if "/" in a or variables else a for a in asked]
        return cell(*lines, _last(values), variables=variables)
    conditions = [exact_source(sp.expand(d) if model.kind == "arithmetic" else d) for d in _differences(task)]
    if model.kind == "arithmetic" and simple:
        lines = [
            f"{first}, {step} = symbols('{first} {step}')".replace("'", '"'),
            comment(WORDS["note"].say(say)),
        ]
        linear = all(sp.Poly(d, model.first, model.step).total_degree() <= 1 for d in _differences(task))
        if linear:
            lines.append(f"solution = solve([{', '.join(conditions)}], [{first}, {step}])")
            return cell(
                *lines, _last([f"simplify(({a}).subs(solution))" for a in asked]), variables=variables
            )
    if model.kind == "geometric" and task.solved.elimination is not None and _linear_first(task) is not None:
        return _ratio_cell(task, asked, variables)
    return _pairs_cell(task, asked, variables)


def _exact(value: sp.Expr) -> str:
    """Source whose quotients stay exact: `Integer(2)` where Python's 2 would give decimals."""
    return f"Integer({value})" if value.is_Integer else exact_source(value)


def _last(values: list[str]) -> str:
    return values[0] if len(values) == 1 else f"({', '.join(values)})"


def _differences(task: SequenceQuestion) -> list[sp.Expr]:
    return [
        task.model.value(e.sides[0], task.given) - task.model.value(e.sides[1], task.given)
        for e in task.given.equations
        if e is not task.target
    ]


def _linear_first(task: SequenceQuestion) -> sp.Expr | None:
    """The first term as an expression in the ratio, from the first condition in which it stands alone."""
    model = task.model
    if all(not d.has(model.first) for d in _differences(task)):
        return None
    for d in _differences(task):
        polynomial = sp.fraction(sp.together(d))[0].as_poly(model.first)
        if polynomial is not None and polynomial.degree() == 1 and polynomial.TC() != 0:
            return -polynomial.TC() / polynomial.LC()
    return None


def _ratio_cell(task: SequenceQuestion, asked: list[str], variables: set[str]) -> str:
    model = task.model
    first, step = python_name(model.first.name), python_name(model.step.name)
    ratios = list(dict.fromkeys(s for _, s in task.solved.pairs))
    lines = [f'{step} = symbols("{step}", real=True)', comment(WORDS["note_ratio"].say(task.language))]
    if variables:
        lines.insert(0, 'n = symbols("n")')
    polynomial = exact_source(task.solved.elimination)
    keep = _filter_source(task, step)
    zeros = f"solve({polynomial}, {step})"
    lines.append(f"ratios = [{step} for {step} in {zeros}{keep}]" if keep else f"ratios = {zeros}")
    lines.append(f"{first} = {exact_source(_linear_first(task))}")
    if len(ratios) == 1:
        lines += [f"values = {{{step}: ratios[0]}}"]
        return cell(*lines, _last([f"radsimp(simplify(({a}).subs(values)))" for a in asked]))
    return cell(*lines, f"[radsimp(simplify(({_last(asked)}).subs({step}, ratio))) for ratio in ratios]")


def _filter_source(task: SequenceQuestion, step: str) -> str:
    """A condition that leaves exactly the ratios that fit."""
    kept = {s for _, s in task.solved.pairs}
    roots = set(sp.solve(task.solved.elimination, task.model.step)) - {sp.Integer(0)}
    if roots == kept:
        return ""
    for source, passing in (
        (f"{step} > 0", {r for r in roots if r > 0}),
        (f"{step} < 0", {r for r in roots if r < 0}),
        (f"{step} != 1", {r for r in roots if r != 1}),
    ):
        if passing == kept:
            return f" if {source}"
    return f" if {step} in [{', '.join(sorted(map(exact_source, kept)))}]"


def _pairs_cell(task: SequenceQuestion, asked: list[str], variables: set[str]) -> str:
    """Every sequence that fits, one after the other."""
    model = task.model
    first, step = python_name(model.first.name), python_name(model.step.name)
    free = {s.name for p in task.solved.pairs for v in p for s in v.free_symbols}
    pairs = ", ".join(f"({_exact(a)}, {_exact(s)})" for a, s in task.solved.pairs)
    lines = []
    if names := sorted(variables | free):
        lines.append(f'{", ".join(names)} = symbols("{" ".join(names)}")')
    lines += [comment(WORDS["note"].say(task.language)), f"pairs = [{pairs}]"]
    values = _last([f"radsimp(simplify({a}))" for a in asked])
    if len(task.solved.pairs) == 1:
        return cell(*lines, f"{first}, {step} = pairs[0]", values)
    return cell(*lines, f"[{values} for {first}, {step} in pairs]")


# -- check ------------------------------------------------------------------------------------------


def check_cell(task: SequenceQuestion, answers: tuple[sp.Expr, ...]) -> str:
    """Terms one by one from the first; the givens must hold and the sums and terms must give the answer."""
    given, model = task.given, task.model
    indices = [
        int(m[1])
        for e in (*given.equations, *given.asked)
        for s in symbols(e)
        if (m := given.meaning(s)) and m[1].isdigit()
    ]
    general = any(s.endswith("_n") for node in given.asked for s in symbols(node))
    count = _count(task, answers)
    length = max([*indices, 8 if general else 2, count])
    sign = "+" if model.kind == "arithmetic" else "*"
    pairs = [
        (
            exact_source(_first(a, s, model.block)),
            exact_source(sp.real_root(s, model.block) if model.block > 1 else s),
        )
        for a, s in task.solved.pairs
    ]
    free = {s.name for p in task.solved.pairs for v in p for s in v.free_symbols}
    lines = [f'{python_name(v)} = symbols("{v}", nonzero=True)' for v in sorted(free)] + (
        ['n = symbols("n")'] if general else []
    )
    lines += [
        "fits, found = [], []",
        f"for first, step in [{', '.join(f'({a}, {s})' for a, s in pairs)}]:",
        "    terms = [sympify(first)]",
    ]
    lines += [
        f"    while len(terms) < {length}:",
        f"        terms.append(terms[-1] {sign} step)",
        "    sums = [sum(terms[:k]) for k in range(len(terms) + 1)]",
    ]
    target = [_difference(task.target)] if task.target is not None else []
    zeros = [_listed(_difference(e), task, "") for e in given.equations if e is not task.target]
    lines.append(f"    fits += [{', '.join(zeros)}]")
    if target:
        if count < 1:
            return cell("False")
        lines.append(f"    found.append([{_listed(target[0], task, str(count))}])")
        expected = "[[0]]"
    elif general:
        shown = ", ".join(_listed(given.asked[0], task, str(k)) for k in range(1, 9))
        lines.append(f"    found.append([{shown}])")
        expected = f"[[({exact_source(answers[0])}).subs(n, k) for k in range(1, 9)]]"
    else:
        lines.append(f"    found.append([{', '.join(_listed(node, task, '') for node in given.asked)}])")
        rows = [answers] if len(given.asked) > 1 else [(a,) for a in answers]
        expected = "[" + ", ".join("[" + ", ".join(map(exact_source, row)) + "]" for row in rows) + "]"
    lines += [
        f"answers = {expected}",
        "def same(x, y):",
        "    return x == y or bool(abs(N(x, 60) - N(y, 60)) < Rational(1, 10**40))"  # tenth roots: simplify takes minutes
        if not free
        else "    return simplify(x - y) == 0",
    ]
    lines += [
        "def matches(xs, ys):",
        "    return len(xs) == len(ys) and all(same(x, y) for x, y in zip(xs, ys))",
    ]
    both = "all(any(matches(f, a) for a in answers) for f in found) and all(any(matches(f, a) for f in found) for a in answers)"
    return cell(*lines, f"all(same(x, 0) for x in fits) and {both}")


def _first(first: sp.Expr, step: sp.Expr, block: int) -> sp.Expr:
    """The first term of a sequence whose first block sums up to `first`."""
    if block == 1:
        return first
    q = sp.real_root(step, block)
    return first / sum((q**i for i in range(block)), sp.Integer(0))


def _difference(equation: Relation) -> Node:
    return Binary("-", equation.sides[0], equation.sides[1])


def _count(task: SequenceQuestion, answers: tuple[sp.Expr, ...]) -> int:
    value = answers[0]
    return int(value) if task.target is not None and value.is_Integer and 1 <= value <= 5000 else 0


def _listed(node: Node, task: SequenceQuestion, position: str) -> str:
    """Source of an expression with the written-out terms and sums; `position` stands for n."""

    def put(node: Node) -> Node:
        match node:
            case Symbol(name):
                return Symbol(_place(name, task, position))
            case Negative(operand):
                return Negative(put(operand))
            case Binary("/", Number() as left, Number() as right):
                return Binary("/", left, right)
            case Binary(op, left, right, tight):
                return Binary(op, put(left), put(right), tight)
            case Call(name, arguments):
                return Call(name, tuple(map(put, arguments)))
            case _:
                return node

    source = to_python(put(node))
    for name in sorted(symbols(node), key=lambda word: (-len(word), word)):
        stand_in = _place(name, task, position)
        source = source.replace(stand_in, _written(name, task, position))
    return source


def _place(name: str, task: SequenceQuestion, position: str) -> str:
    return f"at_{name}_end"


def _written(name: str, task: SequenceQuestion, position: str) -> str:
    what, index = task.given.meaning(name) or ("count", "")
    at = position if index == "n" else index
    match what:
        case "term":
            return f"terms[{int(at) - 1}]"
        case "sum" if at == "oo":
            return "(first/(1 - step))"
        case "sum":
            return f"sums[{at}]"
        case "step":
            return "step"
        case _:
            return position
