"""Whether a short sentence about numbers is true: "4的平方根是±2", "0没有倒数", "1 is a prime number"."""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.formula import FormulaError, parse, to_python, to_sympy
from solver.formula.nodes import symbols
from solver.latex import latex
from solver.topics.base import Words
from solver.topics.statement_choices.judged import Judged
from solver.topics.statement_choices.number_kinds import KINDS_EN, KINDS_ZH, kind_of

HAS: Final = Words(
    "the {name} of \\({of}\\) is \\({found}\\): {verdict}.",
    "\\({of}\\) 的{name}是 \\({found}\\)，{verdict}。",
)
HAS_NONE: Final = Words("\\({of}\\) has no {name}: {verdict}.", "\\({of}\\) 没有{name}，{verdict}。")
VERDICTS: Final = {True: Words("the statement is true", "说法正确"), False: Words("the statement is false", "说法错误")}  # fmt: skip
_NAMES: Final = {
    "算术平方根": ("principal square root", "root"), "平方根": ("square root", "roots"), "立方根": ("cube root", "cube_root"),
    "相反数": ("opposite", "opposite"), "倒数": ("reciprocal", "reciprocal"), "绝对值": ("absolute value", "modulus"),
    "平方": ("square", "square"), "立方": ("cube", "cube"),
}  # fmt: skip
_OF: Final = {en: (zh, kind) for zh, (en, kind) in _NAMES.items() if kind not in ("root", "roots")}
_SOURCES: Final = {
    "root": "{{sqrt({v})}}", "roots": "{{sqrt({v}), -sqrt({v})}}", "cube_root": "{{real_root({v}, 3)}}", "opposite": "{{-({v})}}",
    "reciprocal": "{{1/S({v})}}", "modulus": "{{abs(S({v}))}}", "square": "{{S({v})**2}}", "cube": "{{S({v})**3}}",
}  # fmt: skip
_BACK: Final = {
    "root": "all(w >= 0 and w**2 == S({v}) for w in {w})", "roots": "all(w**2 == S({v}) for w in {w}) and len({w}) == (2 if {v} else 1)", "cube_root": "all(w**3 == S({v}) for w in {w})",
    "opposite": "all(w + S({v}) == 0 for w in {w})", "reciprocal": "all(w * S({v}) == 1 for w in {w})", "modulus": "all(w >= 0 and w**2 == S({v})**2 for w in {w})",
    "square": "all(w == S({v}) * S({v}) for w in {w})", "cube": "all(w == S({v}) * S({v}) * S({v}) for w in {w})",
}  # fmt: skip
_N: Final = r"\$?[^\u3400-\u9fffA-Z=<>]+?\$?"
_NAMED_ZH: Final = "|".join(_NAMES)
_NAMED_EN: Final = "|".join(_OF)
_ZH: Final = re.compile(rf"(?P<of>{_N})的(?P<name>{_NAMED_ZH})(?:是|为|等于|=)(?P<is>{_N})")
_ZH_NONE: Final = re.compile(rf"(?P<of>{_N})(?:没有|不存在)(?P<name>{_NAMED_ZH})")
_ZH_ONE_OF: Final = re.compile(rf"(?P<is>{_N})是(?P<of>{_N})的(?:一个)?(?P<name>{_NAMED_ZH})")
_EN: Final = re.compile(rf"(?i)the\s+(?P<name>{_NAMED_EN})\s+of\s+(?P<of>\$?[^a-z=<>]+?\$?)\s+is\s+(?P<is>\$?[^a-z=<>]+?\$?)")  # fmt: skip
_KIND_ZH: Final = re.compile(rf"(?P<of>{_N})(?P<no>不)?(?:是|属于)(?:一个)?(?P<name>{'|'.join(KINDS_ZH)})")
_KIND_EN: Final = re.compile(rf"(?i)(?P<of>\$?[^a-z=<>]+?\$?)\s+is\s+(?P<no>not\s+)?(?:an?\s+)?(?P<name>{'|'.join(KINDS_EN)})(?:\s+number)?")  # fmt: skip


def judged(option: str) -> Judged | None:
    """Whether the sentence is true; None where it is none of these."""
    bare = option.strip().rstrip(".。;")
    if (kind := _KIND_ZH.fullmatch(bare) or _KIND_EN.fullmatch(bare)) is not None:
        name = KINDS_ZH.get(kind["name"]) or KINDS_EN[kind["name"].lower()]
        return kind_of(kind["of"], name, denied=kind["no"] is not None)
    if (found := _ZH_NONE.fullmatch(bare)) is not None:
        return _of(found, claimed="")
    if (found := _ZH_ONE_OF.fullmatch(bare)) is not None:
        return _of(found, claimed=found["is"], one_of=True)
    found = _ZH.fullmatch(bare) or _EN.fullmatch(bare)
    return None if found is None else _of(found, claimed=found["is"])


def _number(text: str) -> tuple[sp.Expr, str] | None:
    try:
        node = parse(text.replace("$", "").strip())
        if symbols(node):
            return None
        value = sp.simplify(to_sympy(node))
    except (FormulaError, ValueError, TypeError):
        return None
    return (value, to_python(node)) if value.is_real is True and value.is_finite else None


def _of(found: re.Match[str], claimed: str, *, one_of: bool = False) -> Judged | None:
    name = found["name"].lower()
    zh, (en, kind) = (name, _NAMES[name]) if name in _NAMES else (_OF[name][0], (name, _OF[name][1]))
    number = _number(found["of"])
    if number is None:
        return None
    value, written = number
    values = _values(value, kind)
    said = _claimed(claimed)
    if claimed and said is None:
        return None
    claims = said or frozenset()
    holds = bool(claims) and claims <= values if one_of else claims == values
    verdict = VERDICTS[holds]
    words = HAS if values else HAS_NONE
    both = Words(words.en.format(name=en, of="{of}", found="{found}", verdict=verdict.en), words.zh.format(name=zh, of="{of}", found="{found}", verdict=verdict.zh))  # fmt: skip
    listed = r",\ ".join(latex(v) for v in sorted(values, key=float, reverse=True))
    w = "{" + ", ".join(f"S({sp.sstr(v)})" for v in sorted(claims, key=float)) + "}" if claims else "set()"
    if not values:
        source = other = str(holds)
    else:
        truth = _SOURCES[kind].format(v=written)
        source = f"{w} <= {truth}" if one_of else f"{w} == {truth}"
        other = _BACK["roots" if kind == "roots" else kind].format(v=written, w=w) if claims else "False"
        if one_of and kind == "roots":
            other = f"all(w**2 == S({written}) for w in {w})"
    return Judged(holds, both, {"of": latex(value), "found": listed}, source, other)


def _values(value: sp.Expr, kind: str) -> frozenset[sp.Expr]:
    """What has the name; nothing where there is none."""
    match kind:
        case "root" | "roots":
            if value < 0:
                return frozenset()
            root = sp.sqrt(value)
            return frozenset({root, -root}) if kind == "roots" else frozenset({root})
        case "cube_root":
            return frozenset({sp.real_root(value, 3)})
        case "reciprocal":
            return frozenset({1 / value}) if value != 0 else frozenset()
        case "opposite":
            return frozenset({-value})
        case "modulus":
            return frozenset({abs(value)})
        case "square":
            return frozenset({sp.expand(value**2)})
    return frozenset({sp.expand(value**3)})


def _claimed(text: str) -> frozenset[sp.Expr] | None:
    bare = re.sub(r"^\s*\$?\s*(?:±|\+-|\\pm(?![a-z]))\s*", "", text)
    number = _number(bare)
    if number is None:
        return None
    return frozenset({number[0], -number[0]}) if bare != text else frozenset({number[0]})
