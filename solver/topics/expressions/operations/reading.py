"""Find operations defined by a formula, and their applications, in a problem's text.

`a ※ b = 3a - 2b` is taken out of the text, and every `5 ※ (2 ※ 1)` becomes a letter, so that what is left is an ordinary
formula. Two operands only. An application that could be read in two ways (`2·3 ※ 4`, `-2 ※ 3`, `1 ※ 2 ☆ 3`) is not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from solver.formula import FormulaError, Node, parse
from solver.formula.nodes import Blank, Relation, Symbol, symbols, walk

MAX_APPLICATIONS: Final = 8
HOLDER: Final = "w"
"""Applications are named w_1, w_2, … in what is left of the text."""
_COMMANDS: Final = (
    "ast|star|clubsuit|spadesuit|heartsuit|diamondsuit|oplus|otimes|ominus|oslash|odot|bigstar|bigtriangleup|triangle|bigtriangledown"
    "|triangledown|nabla|Delta|Psi|Theta|Phi|Omega|Lambda|Xi|Sigma|Pi|Gamma|circ|bullet|diamond|Diamond|lozenge|square|Box|blacksquare"
    "|bowtie|Join|dagger|ddagger|wr|amalg|sharp|flat|natural|And|bigcirc|boxplus|boxtimes|uplus|triangleleft|triangleright|ltimes|rtimes"
    "|circledast|circledcirc|bigodot|bigoplus|bigotimes|varTriangle|vartriangle|clubs|spades|hearts"
)
OPERATOR: Final = (
    rf"(?:\\(?:{_COMMANDS})(?![A-Za-z])|\\[#&@]|[@#&※☆★△▽▲▼◎○●⊕⊗⊙⊖⊘⊛◇◆□■♣♠♥♦♤♡♢♧∗⋆*∇∆Δ∘⊞⊠⋄◊⋈ΨΘΦΩ])"
)
_MEANS: Final = r"=|means|denotes|represents|is\s+defined\s+(?:to\s+be|as|by)|to\s+mean|to\s+be|表示的是|表示为|表示|定义为|规定为|的意思是|等于"
_DEFINITION: Final = re.compile(
    rf"(?<![A-Za-z\d\\)}}\]^_(\-+/*])(?P<a>[A-Za-z])\s*(?P<op>{OPERATOR})\s*(?P<b>[A-Za-z])(?![A-Za-z\d(^_{{])\s*\$?\s*(?P<means>{_MEANS})\s*:?\s*\$?\s*"
)
_APART: Final = re.compile(rf"(?<=[\w)}}\]])\s*\$\s*({OPERATOR})\s*\$\s*(?=[\w(\\-])")
"""The sign between two formulas, `$a$ @ $b$`."""
_ALONE: Final = re.compile(
    rf"\$\s*\(?\s*{OPERATOR}\s*\)?\s*\$|[\"'`“”]+\s*{OPERATOR}\s*[\"'`“”]+|\\\(\s*{OPERATOR}\s*\\\)|\(\s*{OPERATOR}\s*\)"
    rf"|(?<=运算)\s*{OPERATOR}(?=\s*[:,，。]|\s*[^\x00-\x7f])|(?<=符号)\s*{OPERATOR}|(?<=operation)\s+{OPERATOR}(?=\s)|(?<=symbol)\s+{OPERATOR}(?=\s)"
)
_SIMPLE: Final = (
    r"\\[dtc]?frac\s*\{[^{}]*\}\s*\{[^{}]*\}|\\sqrt\s*\{[^{}]*\}|" + HOLDER + r"_\{\d+\}"
    r"|\d+(?:\.\d+)?(?:[A-Za-z](?![A-Za-z]))?|[A-Za-z](?![A-Za-z])"
)
_HOLDERS: Final = re.compile(HOLDER + r"_\{(\d+)\}")
_LEFT: Final = re.compile(rf"(?:{_SIMPLE})$")
_RIGHT: Final = re.compile(rf"-?\s*(?:{_SIMPLE})")
_NOT_BEFORE: Final = re.compile(r"(?:[\d.)\]}^_/*÷:A-Za-z]|\\(?:times|cdot|div)\s*|[*/^_:÷]\s*)$")
_UNARY_MINUS: Final = re.compile(r"(?:^|[^\s\w)}\]]|[A-Za-z]{2,}|[\u3400-\u9fff])\s*-\s*$")
_NOT_BEHIND: Final = re.compile(
    r"[A-Za-z\d(\[{^_!%'.]?(?:[A-Za-z\d(\[{^_!%'])|\s*(?:[/^!÷]|\\(?:times|cdot|div|[dtc]?frac|sqrt)(?![A-Za-z]))"
)


class Unclear(ValueError):
    """An operation is applied in a way that could mean two things, or to what is no operand."""


@dataclass(frozen=True, slots=True)
class Operation:
    """`first` `sign` `second` = `body`."""

    sign: str
    first: str
    second: str
    body: Node


@dataclass(frozen=True, slots=True)
class Application:
    """`left` `operation` `right`; earlier applications stand in the operands as w_1, w_2, …

    `bracketed`: those of them that the problem writes in brackets.
    """

    operation: Operation
    left: Node
    right: Node
    bracketed: tuple[int, ...] = ()


def definitions_in(source: str) -> tuple[str, list[Operation]]:
    """The text with every definition replaced by the word `deftoken`, and the operations.

    >>> text, (found,) = definitions_in("规定a※b=3a-2b,求5※2")
    >>> text, found.sign, found.first, found.second
    ('规定 deftoken ,求5※2', '※', 'a', 'b')
    """
    source = re.sub(r"\\(?:[ ,;:!]|quad(?![A-Za-z]))|(?<=[A-Za-z\d])~(?=\\)", " ", source)
    source = re.sub(r"~*\\uline\s*\{~*\}~*", "____", source)
    source = _APART.sub(lambda m: m[1] if source[: m.start()].count("$") % 2 else m[0], source)
    found: list[Operation] = []
    at = 0
    while match := _DEFINITION.search(source, at):
        end = _end_of_formula(source, match.end())
        operation = _operation(match, source[match.end() : end])
        if operation is None:
            at = match.end()
            continue
        found.append(operation)
        before, behind = _outside(source[: match.start()], source[end:])
        source, at = f"{before} deftoken {behind}", len(before)
    return source, found


def _operation(match: re.Match[str], formula: str) -> Operation | None:
    a, b = match["a"], match["b"]
    if a == b or {a, b} & {"e", "i", HOLDER}:
        return None
    try:
        body = parse(formula.strip(" .。;,"))
    except FormulaError:
        return None
    if any(isinstance(n, Relation | Blank) for n in walk(body)) or not symbols(body) <= {a, b}:
        return None
    if not symbols(body):
        return None
    return Operation(match["op"], a, b, body)


def _end_of_formula(source: str, start: int) -> int:
    """Where the formula that begins at `start` ends: at its closing delimiter, a comma, or the next word."""
    depth, i = 0, start
    while i < len(source):
        c = source[i]
        depth += (c in "([{") - (c in ")]}")
        if c in "$\n" or source.startswith(("\\]", "\\)"), i) or depth < 0:
            break
        if depth == 0 and (c in ",;，；。?" or "\u3400" <= c <= "\u9fff"):
            break
        if depth == 0 and c == "." and not source[i + 1 : i + 2].isdigit():
            break
        if depth == 0 and re.match(r"\s+(?:[A-Za-z]{2,}|a\s+[a-z]{2,})", source[i:]):
            break
        i += 1
    return i


_OPEN: Final = re.compile(r"\$\$|\$|\\\(|\\\)|\\\[|\\\]")


def _outside(before: str, behind: str) -> tuple[str, str]:
    """What stands before and behind a formula, so that the place between them is outside of delimiters."""
    marks = _OPEN.findall(before)
    inside = bool(marks) and (
        marks[-1] in ("\\(", "\\[")
        or marks[-1] == "$"
        and marks.count("$") % 2 == 1
        or marks[-1] == "$$"
        and marks.count("$$") % 2 == 1
    )
    if inside:
        opening = marks[-1]
        closing = {"\\(": "\\)", "\\[": "\\]"}.get(opening, opening)
        stripped = before.rstrip()
        before = stripped.removesuffix(opening) if stripped.endswith(opening) else before + closing
        rest = behind.lstrip(" .,;\n")
        behind = rest.removeprefix(closing) if rest.startswith(closing) else opening + behind.lstrip(" ,;")
    elif behind.startswith("$") and before.count("$") % 2 == 0:
        behind = behind[1:]  # `$a※b$ means $…$`: the formula's own sign
    return before, behind


def applications_in(source: str, operations: list[Operation]) -> tuple[str, list[Application]]:
    """The text with every application replaced by w_1, w_2, …, innermost first, and what they are.

    Raises:
        Unclear: an application is not read.
        FormulaError: an operand is not a formula.
    """
    known = {o.sign: o for o in operations}
    source = _ALONE.sub(" signtoken ", source)
    found: list[Application] = []
    signs: list[str] = []
    sign = re.compile("|".join(sorted(map(_exactly, known), key=lambda word: (-len(word), word))))
    while (places := list(sign.finditer(source))) and len(found) < MAX_APPLICATIONS:
        for place in places:
            left, right = _before(source, place.start()), _behind(source, place.end())
            if left is None or right is None:
                raise Unclear(source[max(0, place.start() - 10) : place.end() + 10])
            operands = source[left : place.start()].strip(), source[place.end() : right].strip()
            if any(sign.search(o) for o in operands):
                continue
            _refuse_mixed(operands, signs, place[0])
            _refuse_neighbours(source, left, right, place[0])
            left_node, right_node = map(_operand, operands)
            inner = tuple(
                n for o in operands if not o.startswith(HOLDER) for n in map(int, _HOLDERS.findall(o))
            )
            found.append(Application(known[place[0]], left_node, right_node, inner))
            signs.append(place[0])
            source = f"{source[:left]}{HOLDER}_{{{len(found)}}}{source[right:]}"
            break
        else:
            raise Unclear(source)
    if sign.search(source):
        raise Unclear(source)
    return source, found


def _exactly(sign: str) -> str:
    return re.escape(sign) + ("(?![A-Za-z])" if sign[-1].isalpha() and sign[0] == "\\" else "")


def _before(source: str, end: int) -> int | None:
    """Where the operand that ends before `end` starts."""
    end = len(source[:end].rstrip())
    if not end:
        return None
    if source[end - 1] in ")]":
        depth = 0
        for i in range(end - 1, -1, -1):
            depth += (source[i] in ")]") - (source[i] in "([")
            if depth == 0:
                return i - 5 if source[:i].endswith("\\left") else i
        return None
    match = _LEFT.search(source, max(0, end - 60), end)
    return match.start() if match else None


def _behind(source: str, start: int) -> int | None:
    """Where the operand that starts behind `start` ends."""
    begin = start + len(source[start:]) - len(source[start:].lstrip())
    begin += 5 if source.startswith("\\left", begin) else 0
    if source[begin : begin + 1] in ("(", "["):
        depth = 0
        for i in range(begin, len(source)):
            depth += (source[i] in "([") - (source[i] in ")]")
            if depth == 0:
                return i + 1
        return None
    match = _RIGHT.match(source, begin)
    return match.end() if match else None


def _operand(text: str) -> Node:
    node = parse(re.sub(r"\\left|\\right", "", text))
    if any(isinstance(n, Relation | Blank) for n in walk(node)):
        raise Unclear(text)
    return node


def _refuse_mixed(operands: tuple[str, str], signs: list[str], sign: str) -> None:
    """`1 ※ 2 ※ 3` goes from left to right; which of two different operations comes first is not said."""
    for operand in operands:
        bare = re.fullmatch(HOLDER + r"_\{(\d+)\}", operand)
        if bare and signs[int(bare[1]) - 1] != sign:
            raise Unclear(operand)


def _refuse_neighbours(source: str, left: int, right: int, sign: str) -> None:
    """What stands beside an application without brackets must not belong to an operand."""
    before, behind = source[:left], source[right:]
    tail = before.rstrip()
    if (
        _NOT_BEFORE.search(before)
        or re.search(r"[*/^_:÷]$|\\(?:times|cdot|div)$", tail)
        and not (sign == "*" and tail.endswith("*"))
    ):
        raise Unclear(source)
    if _UNARY_MINUS.search(before):
        raise Unclear(source)
    if _NOT_BEHIND.match(behind) or sign != "*" and re.match(r"\s*\*", behind):
        raise Unclear(source)


def holders(node: Node) -> list[int]:
    """Numbers of the applications that stand in a formula."""
    return [
        int(n.name.removeprefix(f"{HOLDER}_"))
        for n in walk(node)
        if isinstance(n, Symbol) and re.fullmatch(HOLDER + r"_\d+", n.name)
    ]
