"""Cut a formula (LaTeX, ASCII, Unicode, mixed) into tokens.

Every style of writing becomes the same few tokens here, so that the parser knows one grammar.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final


class FormulaError(ValueError):
    """The text is not a formula that is understood; the message says where."""


class Unworkable(FormulaError):
    """A well-formed formula that cannot be worked with: a number too large to write out, a division by zero."""


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is number, name, function, constant, op, open, close, sub or end; `text` its canonical form."""

    kind: str
    text: str
    start: int
    spaced: bool = False


MAX_LENGTH: Final = 2000

FUNCTIONS: Final = {
    **{
        n: n
        for n in ("sin cos tan cot sec csc sinh cosh tanh coth exp sqrt det gcd lcm max min sign".split())
    },
    "arcsin": "asin",
    "arccos": "acos",
    "arctan": "atan",
    "asin": "asin",
    "acos": "acos",
    "atan": "atan",
    "ln": "log",
    "log": "log",
    "lg": "log10",
    "abs": "Abs",
    "arg": "arg",
    "conjugate": "conjugate",
    "floor": "floor",
    "ceil": "ceiling",
    "ceiling": "ceiling",
    "tg": "tan",
    "ctg": "cot",
}
GREEK: Final = frozenset(
    "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta kappa lambda mu nu xi rho sigma tau "
    "phi varphi chi psi omega Gamma Theta Lambda Sigma Phi Psi Omega".split()
)
CONSTANTS: Final = {"pi": "pi", "infty": "oo", "infinity": "oo", "oo": "oo"}
SPACES: Final = frozenset(
    ", ; : ! quad qquad left right displaystyle limits nolimits big Big bigg Bigg bigl bigr".split()
)
COMMAND_OPS: Final = {
    "cdot": "*", "times": "*", "ast": "*", "div": "/", "le": "<=", "leq": "<=", "leqslant": "<=", "ge": ">=",
    "geq": ">=", "geqslant": ">=", "ne": "!=", "neq": "!=", "lt": "<", "gt": ">", "to": "->",
    "rightarrow": "->", "pm": "+-", "circ": "deg", "degree": "deg", "mid": "|", "vert": "|", "lvert": "|",
    "rvert": "|", "dots": "...", "ldots": "...", "cdots": "...", "colon": ":", "prime": "'",
}  # fmt: skip
STRUCTURES: Final = frozenset(
    "frac dfrac tfrac cfrac sqrt int sum prod lim binom dbinom tbinom overline bar".split()
)
CHARACTERS: Final = {
    "×": "*", "·": "*", "⋅": "*", "∙": "*", "÷": "/", "∕": "/", "⁄": "/", "−": "-", "–": "-", "—": "-", "﹣": "-",
    "－": "-", "≤": "<=", "⩽": "<=", "≥": ">=", "⩾": ">=", "≠": "!=", "→": "->", "′": "'", "’": "'",
    "∣": "|", "±": "+-", "…": "...", "∶": ":",
}  # fmt: skip
SUPERSCRIPTS: Final = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿˣʸᶻᵃᵇᶜᵏᵐᵗⁱᵉʳ", "0123456789+-()nxyzabckmtier", strict=True))
SUBSCRIPTS: Final = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋ₙₖₘₐₓᵢ", "0123456789+-nkmaxi", strict=True))
SYMBOLS: Final = {"°": "\\circ ", "π": "\\pi ", "∞": "\\infty ", "√": "\\surd ", "∫": "\\int ", "∑": "\\sum ", "θ": "\\theta ", "α": "\\alpha ",
                  "β": "\\beta ", "γ": "\\gamma ", "λ": "\\lambda ", "ω": "\\omega ", "φ": "\\phi ", "μ": "\\mu "}  # fmt: skip

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])|\d+(?:\.\d+)?|\.\d+")
_PART_OF_PERCENT = re.compile(r"(?<![\d.])\d{1,9}/\d{1,9}\s?\\?%")
_POWER_OF_TEN = re.compile(r"[eE]\d")
_COMMAND = re.compile(r"\\([A-Za-z]+|.)", re.DOTALL)
_WORD = re.compile(r"[A-Za-z]+")
_WRAPPERS = re.compile(r"\\(?:text|mathrm|operatorname|mathit|mathbf|rm)\s*\*?\s*\{([^{}]*)\}")


def canonical(text: str) -> str:
    """The same formula in ASCII: signs, superscripts, Greek letters and full-width forms spelled out.

    >>> canonical("x²－4x＋√3 ≤ π")
    'x^{2}-4x+\\\\surd 3 <= \\\\pi '
    """
    for run in re.findall(f"[{''.join(SUPERSCRIPTS)}]+", text):
        text = text.replace(run, "^{" + "".join(SUPERSCRIPTS[c] for c in run) + "}", 1)
    for run in re.findall(f"[{''.join(SUBSCRIPTS)}]+", text):
        text = text.replace(run, "_{" + "".join(SUBSCRIPTS[c] for c in run) + "}", 1)
    for symbol, command in SYMBOLS.items():
        text = text.replace(symbol, command)
    text = "".join(CHARACTERS.get(c, c) for c in text)
    return _WRAPPERS.sub(r"\1", unicodedata.normalize("NFKC", text))


def _split_word(word: str) -> Iterator[tuple[str, str]]:
    """Names in a run of letters: known words first, then single letters (`xsin` → x, sin)."""
    at = 0
    while at < len(word):
        for size in range(min(9, len(word) - at), 1, -1):
            piece = word[at : at + size]
            if piece in FUNCTIONS:
                yield "function", FUNCTIONS[piece]
            elif piece in CONSTANTS:
                yield "constant", CONSTANTS[piece]
            elif piece in GREEK or piece in ("lim", "int", "sum"):
                yield ("name" if piece in GREEK else "structure"), piece
            else:
                continue
            at += size
            break
        else:
            yield "name", word[at]
            at += 1


def tokens(source: str) -> list[Token]:
    """All tokens of a formula, the last one of kind "end".

    Raises:
        FormulaError: a character that formulas do not have, or a text over `MAX_LENGTH`.
    """
    if len(source) > MAX_LENGTH:
        raise FormulaError("the formula is too long")
    if _PART_OF_PERCENT.search(source):
        raise FormulaError("1/2% is half a percent to some, and one over two percent to others")
    text, found, at = canonical(source), [], 0
    while at < len(text):
        start, spaced = at, at > 0 and text[at - 1].isspace()
        char = text[at]
        if char.isspace() or char == "~":
            at += 1
            continue
        if match := _NUMBER.match(text, at):
            at = match.end()
            if _POWER_OF_TEN.match(text, at):  # 2e3: 2·10^3 to a machine, 2·e·3 or 2e^3 to others
                raise FormulaError("an e between digits can be a power of ten or the number e")
            found.append(Token("number", match[0].replace(",", ""), start, spaced))
        elif char == "\\":
            match = _COMMAND.match(text, at)
            if match is None:
                raise FormulaError("a backslash stands at the end")
            at = match.end()
            found.extend(_command(match[1], start))
        elif match := _WORD.match(text, at):
            at = match.end()
            for kind, name in _split_word(match[0]):
                found.append(Token(kind, name, start, spaced))
                spaced = False
        else:
            operator = next(
                (o for o in ("...", "<=", ">=", "!=", "->", "**", "+-", "==") if text.startswith(o, at)), char
            )
            if operator not in "+-*/^_=<>!|,;:?'%()[]{}&" and operator not in (
                "...",
                "<=",
                ">=",
                "!=",
                "->",
                "**",
                "+-",
                "==",
            ):
                raise FormulaError(f"{char!r} is not part of a formula")
            at += len(operator)
            found.append(Token("op", {"**": "^", "==": "="}.get(operator, operator), start, spaced))
    return [*_join_degrees(found), Token("end", "", len(text))]


def _command(name: str, start: int) -> Iterator[Token]:
    """Tokens for the LaTeX command `\\name`."""
    if name in SPACES or name.isspace():
        return
    if name in "{}":
        yield Token("op", "\\" + name, start)
    elif name in ("%", "$", "|", "&"):
        if name != "$":
            yield Token("op", name, start)
    elif name in COMMAND_OPS:
        yield Token("op", COMMAND_OPS[name], start)
    elif name in FUNCTIONS and name != "sqrt":
        yield Token("function", FUNCTIONS[name], start)
    elif name in CONSTANTS:
        yield Token("constant", CONSTANTS[name], start)
    elif name in GREEK:
        yield Token("name", name, start)
    elif name in STRUCTURES or name == "surd":
        yield Token("structure", {"dfrac": "frac", "tfrac": "frac", "cfrac": "frac"}.get(name, name), start)
    elif name == "\\":
        yield Token("op", ",", start)
    else:
        raise FormulaError(f"\\{name} is not understood")


def _join_degrees(found: list[Token]) -> Iterator[Token]:
    """`^ deg` and `^ { deg }` become one postfix token `deg`."""
    skip = 0
    for i, token in enumerate(found):
        if skip:
            skip -= 1
            continue
        ahead = [t.text for t in found[i : i + 4]]
        if ahead[:2] == ["^", "deg"]:
            skip = 1
            yield Token("op", "deg", token.start)
        elif ahead == ["^", "{", "deg", "}"]:
            skip = 3
            yield Token("op", "deg", token.start)
        else:
            yield token
