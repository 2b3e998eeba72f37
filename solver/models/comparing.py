"""Compare finished answers with one another and with what a kernel printed. Runs in a reading worker: sympy may hang.

Three-valued: what is not understood is not called different.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import permutations
from typing import Any, Final

import sympy as sp
from sympy.core.relational import Relational

from solver.latex import exact_latex, value_of, values_in
from solver.verify.equality import difference

_WORDS: Final = re.compile(
    r"\\(?:text|mathrm|mbox)\s*\{([^{}]*)\}|([\u3400-\u9fff]+)|(\\%|%|°|\^\{?\\circ\}?)"
)
_CHOICE: Final = re.compile(r"\(?([A-H])\)?[.:]?")
_NAMES: Final = re.compile(r"(?<![A-Za-z\\])([A-Za-z]\w*)\s*=")
_DECIMAL: Final = re.compile(r"\d*\.(\d+)")
_ALONE: Final = re.compile(
    r"([A-Za-z]\w*\s*=\s*)?-?\d*\.\d+((?:\\[ ,;]|\s)*(?:\\(?:text|mathrm)\{[^{}%]*\})?)"
)
_OUTER: Final = re.compile(r"^[(\[].*[)\]]$", re.DOTALL)
MAX_ROOTS: Final = 6
"""Lists of more values are compared in their order only."""


def same(one: str, other: str) -> dict[str, Any]:
    """Whether two answers in LaTeX mean the same: `{"same": True | False | None}`.

    The order of values does not matter, unless their names tell them apart; units that are told twice must agree.
    """
    return {"same": _same(one, other)}


def _same(one: str, other: str) -> bool | None:
    choices = [_CHOICE.fullmatch(_bare(text)) for text in (one, other)]
    if choices[0] and choices[1]:
        return choices[0][1] == choices[1][1]
    units = [_units(text) for text in (one, other)]
    if all(units) and units[0] != units[1]:
        return None
    brackets = [t[0] + t[-1] if _OUTER.match(t := _open(text)) else "" for text in (one, other)]
    values = [values_in(text) for text in (one, other)]
    if values[0] is None or values[1] is None:
        return None
    a, b = _members(values[0]), _members(values[1])
    if brackets[0] != brackets[1] and any(isinstance(v, sp.Tuple | tuple) for v in a + b):
        return False  # (1, 2] and [1, 2) are read as the same pair
    if len(a) != len(b):
        return False
    names = [_NAMES.findall(text) for text in (one, other)]
    if len(set(names[0])) == len(a) > 1 and len(set(names[1])) == len(b):
        if set(names[0]) != set(names[1]):
            return None
        at = [names[1].index(name) for name in names[0]]
        return _all(zip(a, [b[i] for i in at], strict=True))
    if len(a) > MAX_ROOTS or len(set(names[0]) | set(names[1])) > 1:
        return _all(zip(a, b, strict=True))
    orders = (
        [_all(zip(a, order, strict=True)) for order in permutations(b)] if len(a) <= 3 else [_sorted(a, b)]
    )
    return True if True in orders else None if None in orders else False


def _members(values: tuple[Any, ...]) -> list[Any]:
    """The values of a list; those of a set are told in the same way."""
    only = values[0] if len(values) == 1 else None
    return list(only.args) if isinstance(only, sp.FiniteSet) else list(values)


def _sorted(a: list[Any], b: list[Any]) -> bool | None:
    """Each value of one finds its own in the other."""
    rest, unsure = list(b), False
    for value in a:
        equal = [_equal(value, other) for other in rest]
        if True in equal:
            del rest[equal.index(True)]
        elif None in equal:
            unsure = True
        else:
            return False
    return None if unsure else True


def _all(pairs: Any) -> bool | None:
    found = [_equal(a, b) for a, b in pairs]
    return False if False in found else None if None in found else True


def _equal(a: Any, b: Any) -> bool | None:
    """Whether two values are equal: by their form, else by numbers, else by simplifying."""
    if a == b:
        return True
    if isinstance(a, sp.Tuple | tuple) and isinstance(b, sp.Tuple | tuple):
        return _all(zip(a, b, strict=True)) if len(a) == len(b) else False
    if isinstance(a, Relational) and isinstance(b, Relational):
        return True if a.canonical == b.canonical else None
    if not (isinstance(a, sp.Expr) and isinstance(b, sp.Expr)):
        return None if type(a) is type(b) else False
    if not (a.is_finite is not False and b.is_finite is not False):
        return False
    if a.free_symbols | b.free_symbols:
        found = difference(a, b)
        return None if found is None else found is False
    gap = sp.N(a - b, 30)  # numbers are compared less closely: a kernel has printed some of them
    if gap.is_number and gap.is_finite and abs(gap) > 1e-9 * (1 + abs(sp.N(b))):
        return False
    return True if sp.simplify(a - b) == 0 else None


def compare(answer: str, printed: str) -> dict[str, Any]:
    """How an answer stands to a printed value: the fields of a `Comparison`, or `{}` where one is no single number."""
    stated = values_in(answer)
    try:
        value = value_of(printed)
    except ValueError:
        return {}
    if stated is None or len(stated) != 1 or not (_number(stated[0]) and _number(value)):
        return {}
    number = stated[0] / 100 if "%" in answer and not _near(stated[0], value, 1e-9) else stated[0]
    places = _DECIMAL.search(answer)
    rounding = 0.5000001 * 10.0 ** -(len(places[1]) + 2 * ("%" in answer)) if places else 0.0
    printed_places = _DECIMAL.search(printed)
    tolerance = 1e-12
    if printed_places and value.has(sp.Float):
        tolerance = 1e-9 * float(abs(value))
        if len(printed_places[1]) >= 2:  # it was rounded itself, perhaps
            tolerance = max(tolerance, 0.5000001 * 10.0 ** -len(printed_places[1]))
    near = _near(number, value, max(tolerance, rounding if value.has(sp.Float) else 0.0))
    relation = "same" if near else "rounded" if _near(number, value, rounding) else "other"
    source = (
        "import sympy as sp\n\n"
        f'stated, printed = sp.sympify("{sp.sstr(number)}"), sp.sympify("{sp.sstr(value)}")\n'
        f"bool(abs(sp.N(stated - printed, 30)) <= {max(tolerance, rounding):.3g})"
    )
    value_latex = exact_latex(value)
    alone = _ALONE.fullmatch(answer)
    shown = f"{alone[1] or ''}{value_latex}{alone[2]}" if alone and relation == "rounded" else value_latex
    return {"relation": relation, "exact": shown, "source": source}


def _number(value: Any) -> bool:
    return bool(isinstance(value, sp.Expr) and value.is_number and value.is_finite)


def _near(a: Any, b: Any, tolerance: float) -> bool:
    return bool(abs(sp.N(a - b, 30)) <= tolerance)


def exact(printed: str) -> dict[str, Any]:
    """A printed value as LaTeX: `{"exact": …}`, or `{}` where it is no value, or none of mathematics."""
    try:
        value = value_of(printed)
    except ValueError:
        return {}
    if value is None or isinstance(value, bool) or value == [] or isinstance(value, sp.Symbol):
        return {}
    return {"exact": exact_latex(value)}


def _units(text: str) -> set[str]:
    return {"".join(group).strip() for group in _WORDS.findall(text)} - {""}


def _bare(text: str) -> str:
    return re.sub(r"\\(?:text|mathrm|mbox|textbf|mathbf)\s*\{([^{}]*)\}", r"\1", text).strip()


def _open(text: str) -> str:
    return re.sub(r"\\left|\\right|\\[,;:! ]|[\s$]", "", text)


COMPARING: Final[Mapping[str, Callable[..., dict[str, Any]]]] = {
    "same": same,
    "compare": compare,
    "exact": exact,
}
