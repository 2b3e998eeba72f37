"""The names under which `layout` hands signs on, whatever way they were written."""

from __future__ import annotations

from typing import Final

SIGNS: Final = {
    "cdot": "times", "times": "times", "ast": "times", "div": "divided", "pm": "plus-minus", "mp": "minus-plus",
    "le": "at-most", "leq": "at-most", "leqslant": "at-most", "ge": "at-least", "geq": "at-least", "geqslant": "at-least",
    "lt": "less", "gt": "greater", "ne": "not-equal", "neq": "not-equal", "approx": "about", "equiv": "congruent",
    "in": "in", "notin": "not-in", "subset": "subset", "subseteq": "subset", "cup": "union", "cap": "intersection",
    "setminus": "without", "emptyset": "empty-set", "varnothing": "empty-set", "infty": "infinity", "circ": "degrees",
    "degree": "degrees", "prime": "prime", "angle": "angle", "triangle": "triangle", "perp": "perpendicular",
    "parallel": "parallel", "sim": "similar", "cong": "same-shape", "to": "to", "rightarrow": "to", "longrightarrow": "to",
    "mapsto": "to", "Rightarrow": "implies", "Longrightarrow": "implies", "implies": "implies", "therefore": "implies",
    "iff": "equivalent", "Leftrightarrow": "equivalent", "land": "and", "wedge": "and", "lor": "or", "vee": "or", "neg": "not",
    "forall": "for-all", "exists": "exists", "ldots": "dots", "cdots": "dots", "dots": "dots", "vdots": "dots", "mid": "mid",
    "nmid": "not-mid", "square": "blank", "Box": "blank", "partial": "partial", "sum": "sum", "prod": "product", "int": "integral",
    "iint": "integral", "oint": "integral", "quad": "pause", "qquad": "pause", "colon": "ratio", "%": "percent", "$": "dollars",
    "propto": "proportional", "nabla": "nabla", "complement": "complement", "_": "blank",
}  # fmt: skip
"""LaTeX commands."""

CHARACTERS: Final = {
    "+": "plus", "-": "minus", "−": "minus", "–": "minus", "*": "times", "×": "times", "·": "times", "⋅": "times", "÷": "divided",
    "/": "divided", "=": "equals", "<": "less", ">": "greater", "≤": "at-most", "≥": "at-least", "≠": "not-equal", "≈": "about",
    "±": "plus-minus", ",": "comma", "，": "comma", "、": "comma", ";": "pause", "；": "pause", ":": "ratio", "：": "ratio",
    "!": "factorial", "'": "prime", "′": "prime", "?": "blank", "？": "blank", "∞": "infinity", "°": "degrees", "∠": "angle",
    "△": "triangle", "⊥": "perpendicular", "∥": "parallel", "∈": "in", "∪": "union", "∩": "intersection", "∅": "empty-set",
    "→": "to", "⇒": "implies", "⇔": "equivalent", "…": "dots", "⋯": "dots", "%": "percent", "$": "dollars", "∑": "sum", "∫": "integral",
    "π": "pi", "□": "blank", "≡": "congruent", "∴": "implies",
}  # fmt: skip

FENCES: Final = {
    "(": "(", ")": ")", "[": "[", "]": "]", "lbrack": "[", "rbrack": "]", "{": "{", "}": "}", "lbrace": "{", "rbrace": "}",
    "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉", "langle": "⟨", "rangle": "⟩", ".": ".",
}  # fmt: skip

NAMED: Final = frozenset(
    "sin cos tan cot sec csc arcsin arccos arctan arccot asin acos atan sinh cosh tanh coth ln log lg exp lim max min gcd lcm det "
    "deg dim ker arg sgn tr rank sup inf Re Im".split()
)

SILENT: Final = frozenset(
    [
        " ",
        "\n",
        *", ; : ! > limits nolimits big Big bigg Bigg displaystyle textstyle scriptstyle nonumber notag hfill middle".split(),
    ]
)
"""What is only room, or says how large something is."""
