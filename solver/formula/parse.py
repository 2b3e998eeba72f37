"""Read a formula into a tree. Nothing is evaluated and nothing is guessed: what does not fit is a `FormulaError`.

One grammar for LaTeX, ASCII and Unicode, because students mix them: `tan(A+\\frac{\\pi}{4})`, `2x²`, `|x-1|`.
"""

from __future__ import annotations

from collections.abc import Set
from fractions import Fraction
from typing import Final

from solver.formula.lexer import FormulaError, Token, tokens
from solver.formula.nodes import (
    Apply,
    Binary,
    Blank,
    Call,
    Constant,
    Group,
    Negative,
    Node,
    Number,
    Relation,
    Symbol,
    symbols,
)
from solver.formula.notations import Notations

RELATIONS: Final = frozenset(("=", "!=", "<", ">", "<=", ">="))
MAX_DEPTH: Final = 60
_CLOSING: Final = {"(": ")", "[": "]", "{": "}", "\\{": "\\}", "|": "|"}
APPLIED: Final = frozenset("fghFG")
OF_ANGLES: Final = frozenset("sin cos tan cot sec csc".split())


def parse(source: str) -> Node:
    """One formula: an expression, or a chain of relations.

    Letters stand for themselves: whether `e` is Euler's number and `i` imaginary is decided when the tree is
    emitted. `f(…)`, `g(…)`, `h(…)` are applications of unknown functions.

    Raises:
        FormulaError: what stands there is not one formula; the message says why.

    >>> parse("2x=6")
    Relation(signs=('=',), sides=(Binary(op='*', left=Number(value=Fraction(2, 1), text='2'), right=Symbol(name='x'), tight=True), Number(value=Fraction(6, 1), text='6')))
    """
    items = parse_list(source)
    if len(items) != 1:
        raise FormulaError(f"{len(items)} formulas where one was expected")
    return items[0]


def parse_list(source: str, *, functions: Set[str] = APPLIED) -> tuple[Node, ...]:
    """One or more formulas between commas, semicolons or LaTeX line breaks.

    `functions`: letters that in front of brackets are applied to what stands in them.
    """
    parser = _Parser(tokens(source), functions)
    items = [parser.relation()]
    while parser.accept(",", ";"):
        if parser.peek().kind == "end":
            break
        items.append(parser.relation())
    parser.expect_end()
    return tuple(items)


class _Parser(Notations):
    """Recursive descent; every method leaves the cursor behind what it read."""

    def __init__(self, found: list[Token], functions: Set[str] = APPLIED) -> None:
        super().__init__(found)
        self.depth, self.in_bars, self.functions = 0, 0, functions

    # -- grammar -----------------------------------------------------------------------------------

    def relation(self) -> Node:
        sides, signs = [self.sum()], list[str]()
        while self.peek().kind == "op" and self.peek().text in RELATIONS:
            signs.append(self.take().text)
            blank = self.peek().kind == "end" or self.is_op(",", ";")
            sides.append(Blank() if blank else self.sum())
        return Relation(tuple(signs), tuple(sides)) if signs else sides[0]

    def sum(self) -> Node:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise FormulaError("the formula is nested too deeply")
        if self.accept("?"):
            self.depth -= 1
            return Blank()
        negative = self.accept("-")
        if not negative:
            self.accept("+")
        left = self.product()
        left = Negative(left) if negative else left
        while self.is_op("+", "-"):
            op = self.take().text
            left = Binary(op, left, self.product())
        self.depth -= 1
        return left

    def product(self) -> Node:
        left = self.with_fraction(self.signed())
        while True:
            if self.is_op("*", "/", ":"):
                op, apart = self.take().text, self.peek().spaced
                left = Binary("/" if op == ":" else op, left, self.with_fraction(self.signed(), apart=apart))
            elif self.starts_factor():
                is_fraction, in_brackets = (
                    self.peek().text == "frac",
                    self.peek().text in ("(", "[") and not self.peek().spaced,
                )
                right = self.power()
                if isinstance(right, Relation):
                    raise FormulaError("a condition is no factor")
                if isinstance(left, Number) and isinstance(right, Number):
                    # 2(19) is a product; 1.2(3) may be a recurring decimal
                    if in_brackets and ("." not in left.text or "." in right.text):
                        left = Binary("*", left, right)
                        continue
                    raise FormulaError("two numbers stand side by side")
                behind = left.right if isinstance(left, Binary) and left.op in ("*", "/") else None
                if isinstance(behind, Number) and isinstance(right, Number) and not in_brackets:
                    raise FormulaError("two numbers stand side by side")  # 2 × 1 7/5
                if is_fraction and (mixed := _mixed_number(left, right)) is not None:
                    left = mixed
                    continue
                left = Binary("*", left, right, tight=True)
            else:
                return left

    def with_fraction(self, right: Node, *, apart: bool = True) -> Node:
        r"""An operand that is a mixed number: `3\div 2\frac{1}{4}` divides by two and a quarter, and so does `3 / 2 1/4`.

        Not `3/2 1/4`: without a space (`apart`) the 2 belongs to the fraction before it.
        """
        if isinstance(right, Number) and self.peek().kind == "number" and self.peek().spaced and apart:
            return self.in_line(right)
        if not isinstance(right, Number) or self.peek().text != "frac":
            return right
        start = self.at
        mixed = _mixed_number(right, self.power())
        if mixed is None:
            self.at = start
        return right if mixed is None else mixed

    def in_line(self, whole: Number) -> Node:
        """`1 1/4`, a fraction behind a space; the whole number where no proper fraction follows."""
        above, slash, below, behind = (self.peek(k) for k in range(4))
        if slash.text != "/" or below.kind != "number" or behind.text in ("/", "^", "!"):
            return whole
        top, bottom = (Number(Fraction(token.text), token.text) for token in (above, below))
        mixed = _mixed_number(whole, Binary("/", top, bottom))
        if mixed is None:
            return whole
        self.at += 3
        return mixed

    def signed(self) -> Node:
        if self.accept("-"):
            return Negative(self.signed())
        self.accept("+")
        return self.power()

    def starts_factor(self) -> bool:
        token = self.peek()
        if token.kind in ("number", "name", "function", "constant", "structure"):
            return True
        return token.kind == "op" and (
            token.text in ("(", "[", "{", "\\{") or (token.text == "|" and not self.in_bars)
        )

    def power(self) -> Node:
        base = self.postfix(self.atom())
        if not self.accept("^"):
            return base
        exponent = self.braced() if self.is_op("{") else self.signed()
        if self.is_op("^"):
            raise FormulaError("two exponents in a row need brackets")
        return self.postfix(Binary("^", base, exponent))

    def postfix(self, node: Node) -> Node:
        while True:
            if self.accept("!"):
                node = Call("factorial", (node,))
                if self.is_op("!"):
                    raise FormulaError("3!! is 3·1 to some and (3!)! to others")
            elif self.accept("%"):
                node = Binary("/", node, Number(Fraction(100), "100"))
            elif self.accept("deg"):
                node = Call("rad", (node,))
            else:
                return node

    def atom(self) -> Node:
        token = self.take()
        match token.kind:
            case "number":
                return Number(Fraction(token.text), token.text)
            case "constant":
                return Constant(token.text)
            case "name":
                return self.name(token.text)
            case "function":
                return self.function(token.text)
            case "structure":
                return self.structure(token.text)
            case "op" if token.text in _CLOSING:
                return self.group(token.text)
        raise FormulaError(f"{token.text or 'the end'!r} does not fit here")

    def name(self, name: str) -> Node:
        primes = 0
        while self.accept("'"):
            primes += 1
        if self.accept("_"):
            index = self.index()
            name = f"{name}_{index}"
        if name in self.functions and self.is_op("("):
            argument = self.atom()
            if isinstance(argument, Group):
                raise FormulaError(f"{name} has several arguments")
            return Apply(name + "'" * primes, argument)
        if primes:
            return Apply(name + "'" * primes, Symbol("x"))
        return Symbol(name)

    def index(self) -> str:
        """A subscript as text: `1`, `n`, `n+1`, `2n`."""
        if not self.accept("{"):
            return self.take().text
        parts = []
        while not self.accept("}"):
            if self.peek().kind == "end":
                raise FormulaError("a subscript is not closed")
            parts.append(self.take().text)
        return "".join(parts)

    def braced(self) -> Node:
        """`{…}`, or a single token as TeX reads `\\frac12`."""
        if self.accept("{"):
            inner = self.relation()
            self.expect("}")
            return inner
        token = self.peek()
        if token.kind == "number" and len(token.text) > 1 and token.text.isdigit():
            self.tokens[self.at] = Token("number", token.text[1:], token.start + 1)
            return Number(Fraction(token.text[0]), token.text[0])
        return self.atom()

    def group(self, opening: str) -> Node:
        self.in_bars, bars = (self.in_bars + 1 if opening == "|" else 0), self.in_bars
        items = [self.relation()]
        while self.accept(",", ";"):
            items.append(self.relation())
        self.in_bars = bars
        closing = self.take().text
        if closing != _CLOSING[opening] and (opening, closing) not in (("(", "]"), ("[", ")")):
            raise FormulaError(f"{opening!r} is not closed")
        if opening == "|":
            if len(items) > 1:
                raise FormulaError("a comma stands between bars")
            return Call("Abs", (items[0],))
        if len(items) == 1 and opening != "\\{":
            return items[0]
        return Group(opening[-1] + closing[-1], tuple(items))

    # -- functions ---------------------------------------------------------------------------------

    def function(self, name: str) -> Node:
        exponent: Node | None = None
        base: Node | None = None
        for _ in range(2):
            if self.accept("^"):
                exponent = self.braced() if self.is_op("{") else self.signed_atom()
            elif name == "log" and self.accept("_"):
                base = self.braced()
        if name == "log" and base is None and self._could_be_base():
            raise FormulaError("log2x is the logarithm of 2x to some, and of x to base 2 to others")
        arguments = self.arguments(name)
        if name == "log10":
            name, base = "log", Number(Fraction(10), "10")
        if name in ("exp",) and len(arguments) == 1:
            call: Node = Binary("^", Symbol("e"), arguments[0])
        elif exponent == Negative(Number(Fraction(1), "1")) and f"a{name}" in ("asin", "acos", "atan"):
            return Call(f"a{name}", arguments)
        else:
            call = Call(name, (*arguments, base) if base is not None else arguments)
        return Binary("^", call, exponent) if exponent is not None else call

    def _could_be_base(self) -> bool:
        """Whether a number stands at the name of a function, and a letter at the number."""
        number, letter = self.peek(), self.peek(1)
        return (number.kind, letter.kind) == ("number", "name") and not (number.spaced or letter.spaced)

    def signed_atom(self) -> Node:
        return Negative(self.atom()) if self.accept("-") else self.atom()

    def arguments(self, name: str) -> tuple[Node, ...]:
        """`(a, b)`, `{a}`, or the product that follows: `sin 2x`, and `sin 2(x + 1)`, for nobody takes the sine of a bare number."""
        if self.is_op("(", "[", "{"):
            inner = self.atom()
            return inner.items if isinstance(inner, Group) else (inner,)
        node = self.signed()
        if isinstance(node, Number) and self.is_op("(") and not self.peek().spaced:
            if name not in OF_ANGLES:  # is `ln 2(x + 1)` the logarithm of 2 or of 2(x + 1)?
                raise FormulaError("brackets are needed behind a function")
            return (Binary("*", node, self.power(), tight=True),)
        while self.starts_factor() and self.peek().kind in ("number", "name", "constant"):
            node = Binary("*", node, self.power(), tight=True)
        if self.peek().kind == "structure" and self.peek().text in ("sqrt", "surd", "frac"):
            if symbols(node):  # is `\ln x\sqrt{x}` the logarithm of x or of x√x?
                raise FormulaError("brackets are needed behind a function")
            node = Binary("*", node, self.power(), tight=True)
        if (
            self.is_op("/")
            and self.peek(1).kind == "number"
            and not self.peek(1).spaced
            and not symbols(node)
        ):
            raise FormulaError("brackets are needed behind a function")  # sin π/6, ln 2/3
        return (node,)


def _mixed_number(whole: Node, part: Node) -> Number | None:
    r"""`1\frac{1}{4}` is one and a quarter; None where it is a product."""
    match whole, part:
        case Number(value, text), Binary("/", Number(a, above), Number(b, below)) if (
            text.isdigit() and above.isdigit() and below.isdigit() and 0 < a < b
        ):
            return Number(value + a / b, rf"{text}\frac{{{above}}}{{{below}}}")
    return None
