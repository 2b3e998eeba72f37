"""The same point in other coordinates: rectangular, polar, cylindrical, spherical (ρ, θ, φ with φ from the z-axis).

Read: one point with numbers, "convert … to …", "what are the polar coordinates of …". Not: equations of curves, spherical coordinates
whose letters the problem does not name, angles that are no nice part of π.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.latex import latex, values_in
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.matrices.literals import entry
from solver.topics.prepared import Prepared

_SYSTEMS: Final = {
    "rectangular": "rectangular|cartesian|直角|平面直角|空间直角",
    "polar": "polar|极",
    "cylindrical": "cylindrical|柱",
    "spherical": "spherical|球",
}
_ANY: Final = "|".join(_SYSTEMS.values())
_POINT: Final = r"(?P<point>\$[^$]+\$|\\\[.+?\\\]|\\\(.+?\\\)|\([^()]*(?:\([^()]*\)[^()]*)*\))"
_FORM: Final = (
    r"(?:\s*\.?\s*(?:enter|give|express|write)\s+(?:your|the)\s+answer\s+(?:in|as)\s+(?:the\s+form\s+)?(?:\$[^$]*\$|\([^()]*\))\s*,?\s*"
    r"(?:(?:where|with)\s+(?P<range>.+?))?)?\s*[.?]?"
)
_EN: Final = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        rf"(?:please\s+)?(?:convert|change|transform)\s+(?:the\s+)?(?:point\s+)?{_POINT}\s*,?\s*(?:(?:given\s+)?in|from)\s+(?P<source>{_ANY})(?:\s+coordinates)?\s*,?\s*(?:in)?to\s+(?P<target>{_ANY})\s+coordinates{_FORM}",
        rf"(?:please\s+)?(?:convert|change|transform)\s+(?:the\s+)?(?P<source>{_ANY})\s+(?:coordinates|point)\s+{_POINT}\s+(?:in)?to\s+(?P<target>{_ANY})(?:\s+coordinates|\s+form)?{_FORM}",
        rf"(?:find|what\s+are|give|determine)\s+(?:the\s+)?(?P<target>{_ANY})\s+coordinates\s+of\s+the\s+point\s+{_POINT}\s*,?\s*(?:which\s+is\s+)?(?:given\s+)?in\s+(?P<source>{_ANY})\s+coordinates{_FORM}",
        rf"(?:find|what\s+are|give|determine)\s+(?:the\s+)?(?P<target>{_ANY})\s+coordinates\s+of\s+the\s+point\s+(?:with|whose)\s+(?P<source>{_ANY})\s+coordinates\s+(?:are\s+)?{_POINT}{_FORM}",
    )
)
_ZH: Final = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        rf"(?:请)?(?:将|把)\s*(?:点的|点\s*[A-Z]?\s*的)?(?P<source>{_ANY})坐标\s*{_POINT}\s*(?:化|转化|转换|变换|化成|改写)?(?:为|成)\s*(?P<target>{_ANY})坐标[。.]?",
        rf"(?:已知|设|若)?点?\s*\$?[A-Z]?\$?\s*的?(?P<source>{_ANY})坐标(?:为|是)\s*{_POINT}\s*,?\s*(?:求|则)(?:它|其|该点|点\s*\$?[A-Z]?\$?\s*)?的?(?P<target>{_ANY})坐标(?:为|是)?(?:多少|什么)?[。.?]?",
        rf"求?(?P<source>{_ANY})坐标\s*{_POINT}\s*(?:化为|对应的|的)(?P<target>{_ANY})坐标(?:是|为)?(?:什么|多少)?[。.?]?",
    )
)
_GREEK: Final = str.maketrans(dict[str, str | int | None]({"ρ": "rho", "θ": "theta", "φ": "phi", "ϕ": "phi"}))
FORMULAS: Final = {
    ("polar", "rectangular"): r"x=r\cos\theta,\quad y=r\sin\theta",
    ("rectangular", "polar"): r"r=\sqrt{x^2+y^2},\quad \cos\theta=\frac{x}{r},\quad \sin\theta=\frac{y}{r}",
    ("cylindrical", "rectangular"): r"x=r\cos\theta,\quad y=r\sin\theta,\quad z=z",
    ("rectangular", "cylindrical"): r"r=\sqrt{x^2+y^2},\quad \cos\theta=\frac{x}{r},\quad \sin\theta=\frac{y}{r},\quad z=z",
    ("spherical", "rectangular"): r"x=\rho\sin\varphi\cos\theta,\quad y=\rho\sin\varphi\sin\theta,\quad z=\rho\cos\varphi",
    ("rectangular", "spherical"): r"\rho=\sqrt{x^2+y^2+z^2},\quad \cos\varphi=\frac{z}{\rho},\quad \cos\theta=\frac{x}{\rho\sin\varphi},\quad \sin\theta=\frac{y}{\rho\sin\varphi}",
}  # fmt: skip
WORDS: Final = {
    "formulas": Words("The formulas are \\[{formulas}\\]", "换算公式为 \\[{formulas}\\]"),
    "lines": Words("Put the numbers in: \\[{lines}\\]", "代入数值：\\[{lines}\\]"),
    "angle": Words("The angle with this cosine and sine, from \\(0\\) to \\(2\\pi\\): \\(\\theta={angle}\\).", "在 \\(0\\) 到 \\(2\\pi\\) 之间，余弦和正弦取这两个值的角是 \\(\\theta={angle}\\)。"),
    "code": Words("the new coordinates", "新的坐标"),
    "sentence": Words("The point is \\({answer}\\).", "这个点是 \\({answer}\\)。"),
    "method": Words("converted the point back", "把所得坐标换算回去检验"),
}  # fmt: skip


def read(text: Text) -> Reading:
    """One point in other coordinates."""
    source = " ".join(text.source.split())
    if not re.search(rf"(?i){_ANY}", source):
        return None
    for pattern in (*_EN, *_ZH):
        match = pattern.fullmatch(source)
        if match is not None:
            return _task(match, text.language)
    return None


def _system(word: str) -> str:
    return next(name for name, words in _SYSTEMS.items() if re.fullmatch(words, word.lower()))


def _task(match: re.Match[str], say: Language) -> Prepared | None:
    systems = _system(match["source"]), _system(match["target"])
    body = re.sub(r"\\left|\\right|\\[,;!]|[$]|\\[\[\]()]", "", match["point"]).strip().rstrip(".,")
    named = re.match(r"\(\s*(?:r|\\?[a-zρ]+)\s*,[^()=]*\)\s*=\s*", body)
    if "spherical" in systems:
        written = re.sub(r"\\var|\\|\s|\$|\{|\}", "", match[0]).translate(_GREEK)
        if "(rho,theta,phi)" not in written.replace("varphi", "phi"):
            return None
    if named is not None:
        body = body[named.end() :]
    if systems not in FORMULAS or not (body.startswith("(") and body.endswith(")")):
        return None
    numbers = [entry(part) for part in _parts(body[1:-1])]
    size = {"polar": 2, "cylindrical": 3, "spherical": 3, "rectangular": 2 if "polar" in systems else 3}
    if len(numbers) != size[systems[0]] or any(n is None or not n.is_real or n.free_symbols for n in numbers):
        return None
    wanted = match.groupdict().get("range")
    if wanted and re.search(r"-|degree|[a-z]\s*<\s*0|<\s*0", re.sub(r"\\[a-z]+", "", wanted)):
        return None  # another range of the angles
    point = converted(systems, tuple(numbers))
    return None if point is None else _prepared(systems, tuple(numbers), point, say)


def _parts(body: str) -> list[str]:
    """The numbers between commas that stand in no brackets."""
    found, depth, part = list[str](), 0, ""
    for c in body:
        depth += (c in "({[") - (c in ")}]")
        if c == "," and depth == 0:
            found.append(part)
            part = ""
        else:
            part += c
    return [*found, part]


def converted(systems: tuple[str, str], numbers: tuple[Any, ...]) -> tuple[Any, ...] | None:
    """The new coordinates; None where an angle is not a nice part of π, or the point has none."""
    match systems:
        case ("polar" | "cylindrical", _):
            r, angle, *rest = numbers
            found = (r * sp.cos(angle), r * sp.sin(angle), *rest)
        case ("spherical", _):
            rho, theta, phi = numbers
            found = (rho * sp.sin(phi) * sp.cos(theta), rho * sp.sin(phi) * sp.sin(theta), rho * sp.cos(phi))
        case (_, "polar" | "cylindrical"):
            x, y, *rest = numbers
            angle = _angle(x, y)
            if angle is None:
                return None
            found = (sp.sqrt(x**2 + y**2), angle, *rest)
        case _:
            x, y, z = numbers
            theta, phi = _angle(x, y), _angle(z, sp.sqrt(sp.expand(x**2 + y**2)))
            if theta is None or phi is None:
                return None
            found = (sp.sqrt(x**2 + y**2 + z**2), theta, phi)
    found = tuple(sp.radsimp(sp.simplify(v)) for v in found)
    return found if all(sp.count_ops(v) < 25 for v in found) else None


def _angle(x: sp.Expr, y: sp.Expr) -> sp.Expr | None:
    """The angle of the point (x, y) from 0 to 2π, where it is a twelfth of π or so."""
    if x == 0 and y == 0:
        return None
    approximate = sp.N(sp.atan2(y, x) / sp.pi, 30)
    for part in (1, 2, 3, 4, 5, 6, 8, 10, 12):
        whole = round(approximate * part)
        if abs(approximate * part - whole) < 1e-20:
            return sp.Rational(int(whole), part) % 2 * sp.pi
    return None


def _prepared(
    systems: tuple[str, str], numbers: tuple[Any, ...], point: tuple[Any, ...], say: Language
) -> Prepared:
    steps = [WORDS["formulas"].say(say, formulas=FORMULAS[systems])]
    shown = [latex(n) for n in numbers]
    values = [latex(v) for v in point]
    names = {
        "polar": ("r", "\\theta"),
        "cylindrical": ("r", "\\theta", "z"),
        "spherical": ("\\rho", "\\theta", "\\varphi"),
    }
    if systems[1] == "rectangular":
        written = _written(systems[0], shown)
        lines = [f"{n}={w}={v}" for n, w, v in zip("xyz", written, values, strict=False)]
        steps.append(WORDS["lines"].say(say, lines=r",\quad ".join(lines)))
    else:
        lines = [f"{n}={v}" for n, v in zip(names[systems[1]], values, strict=True) if n != "\\theta"]
        radius = sp.sqrt(numbers[0] ** 2 + numbers[1] ** 2)
        cosine, sine = (sp.radsimp(sp.simplify(n / radius)) for n in numbers[:2])
        lines += [rf"\cos\theta={latex(cosine)}", rf"\sin\theta={latex(sine)}"]
        steps += [
            WORDS["lines"].say(say, lines=r",\quad ".join(lines)),
            WORDS["angle"].say(say, angle=values[1]),
        ]
    sources = _sources(systems, numbers, point)
    return Prepared(
        say,
        tuple(steps),
        cell(*sources[0], comment(WORDS["code"].say(say)), sources[1]),
        _tests(systems, numbers),
        WORDS["method"],
        WORDS["sentence"],
        _shown,
        _given,
    )


def _written(system: str, shown: list[str]) -> tuple[str, ...]:
    if system == "spherical":
        rho, theta, phi = shown
        return (
            rf"{rho}\cdot\sin {phi}\cdot\cos {theta}",
            rf"{rho}\cdot\sin {phi}\cdot\sin {theta}",
            rf"{rho}\cdot\cos {phi}",
        )
    r, theta, *rest = shown
    return (rf"{r}\cdot\cos {theta}", rf"{r}\cdot\sin {theta}", *rest)


def _sources(
    systems: tuple[str, str], numbers: tuple[Any, ...], point: tuple[Any, ...]
) -> tuple[list[str], str]:
    """The lines of the cell, and its last one."""
    values = list(map(exact_source, numbers))
    if systems[0] == "spherical":
        head = [f"rho, theta, phi = {', '.join(values)}"]
        return head, "(rho*sin(phi)*cos(theta), rho*sin(phi)*sin(theta), rho*cos(phi))"
    if systems[1] == "rectangular":
        rest = ", z" if systems[0] == "cylindrical" else ""
        return [f"r, theta{rest} = {', '.join(values)}"], f"(r*cos(theta), r*sin(theta){rest})"
    rest = "" if systems[1] == "polar" else ", z"
    head = [f"x, y{rest} = {', '.join(values)}", "theta = atan2(y, x) % (2*pi)"]
    if systems[1] == "spherical":
        return head, "(simplify(sqrt(x**2 + y**2 + z**2)), theta, atan2(simplify(sqrt(x**2 + y**2)), z))"
    return head, f"(simplify(sqrt(x**2 + y**2)), theta{rest})"


def _tests(systems: tuple[str, str], numbers: tuple[Any, ...]) -> tuple[str, ...]:
    given = f"given = {exact_source(numbers)}"
    if systems[1] == "rectangular":
        ranges, back, target = "True", "answer", _sources(systems, numbers, ())
        lines = target[0]
        return (
            given,
            *lines,
            f"place = {target[1]}",
            "len(answer) == len(place) and all(simplify(a - b) == 0 for a, b in zip(answer, place))",
        )
    if systems[1] == "spherical":
        back = "(a*sin(c)*cos(b), a*sin(c)*sin(b), a*cos(c))"
        ranges = "bool(a > 0 and 0 <= b < 2*pi and 0 <= c <= pi)"
        names = "a, b, c"
    else:
        rest = ", c" if systems[1] == "cylindrical" else ""
        names, back, ranges = f"a, b{rest}", f"(a*cos(b), a*sin(b){rest})", "bool(a > 0 and 0 <= b < 2*pi)"
    size = len(names.split(","))
    return (
        given,
        f"{names} = answer if len(answer) == {size} else [0]*{size}",
        f"{ranges} and all(simplify(p - q) == 0 for p, q in zip({back}, given))",
    )


def _shown(value: Any) -> str | None:
    if not isinstance(value, tuple | sp.Tuple) or not all(isinstance(v, sp.Expr) for v in value):
        return None
    return "(" + ", ".join(map(latex, value)) + ")"


def _given(answer: str) -> Any:
    values = values_in(answer)
    if values is None or len(values) != 1 or not isinstance(values[0], sp.Tuple):
        return None
    return tuple(values[0])
