"""Formulas in English words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar, Final

from ui.speech.layout import Grid, Letter, Row, Sign
from ui.speech.pieces import cell_by_cell, core, flat, is_atomic, is_number, is_product, squeezed
from ui.speech.speaker import Speaker

ONES: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
TENS: Final = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()
PARTS: Final = {2: "half", 3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth", 10: "tenth", 100: "hundredth"}  # fmt: skip
SPELLED: Final = 1_000_000
"""Larger numbers stay digits: a voice reads them, and nobody follows them by ear."""
SETS: Final = {"R": "the real numbers", "N": "the natural numbers", "Z": "the integers", "Q": "the rational numbers", "C": "the complex numbers"}  # fmt: skip


class English(Speaker):
    """See the module."""

    times: ClassVar[str] = "times"
    negative: ClassVar[str] = "minus"
    positive: ClassVar[str] = "plus"
    of: ClassVar[str] = "of"
    signs: ClassVar[Mapping[str, str]] = {
        "plus": "plus", "minus": "minus", "times": "times", "divided": "divided by", "plus-minus": "plus or minus",
        "minus-plus": "minus or plus", "equals": "equals", "less": "is less than", "greater": "is greater than",
        "at-most": "is less than or equal to", "at-least": "is greater than or equal to", "not-equal": "is not equal to",
        "about": "is about", "congruent": "is congruent to", "mod": ", modulo", "in": "is in", "not-in": "is not in",
        "subset": "is a subset of", "union": "union", "intersection": "intersection", "without": "without",
        "empty-set": "the empty set", "infinity": "infinity", "degrees": "degrees", "prime": "prime", "double-prime": "double prime", "given": "given", "angle": "angle",
        "triangle": "triangle", "perpendicular": "is perpendicular to", "parallel": "is parallel to", "similar": "is similar to",
        "same-shape": "is congruent to", "to": "to", "approaches": "approaches", "implies": ", so", "equivalent": ", if and only if,",
        "and": "and", "or": "or", "not": "not", "for-all": "for all", "exists": "there is", "dots": "and so on", "mid": "divides",
        "not-mid": "does not divide", "blank": "blank", "partial": "partial", "sum": "the sum of", "product": "the product of",
        "integral": "the integral of", "pause": ",", "comma": ",", "ratio": "to", "factorial": "factorial", "percent": "percent",
        "dollars": "dollars", "root": "the root of", "bar": "bar", "open": "open bracket", "close": "close bracket", "mixed": "and",
        "right": "from the right", "left": "from the left", "set": "the set", "floor": "the floor of", "ceiling": "the ceiling of",
        "proportional": "is proportional to", "nabla": "nabla", "complement": "complement", "pi": "pi", "listed": ",", "list": "the list", "empty-list": "an empty list",
    } | {f"set {letter}": words for letter, words in SETS.items()}  # fmt: skip
    functions: ClassVar[Mapping[str, str]] = {
        "sin": "sine", "cos": "cosine", "tan": "tangent", "cot": "cotangent", "sec": "secant", "csc": "cosecant",
        "arcsin": "inverse sine", "arccos": "inverse cosine", "arctan": "inverse tangent", "asin": "inverse sine",
        "acos": "inverse cosine", "atan": "inverse tangent", "sinh": "hyperbolic sine", "cosh": "hyperbolic cosine",
        "tanh": "hyperbolic tangent", "ln": "the natural logarithm", "log": "the logarithm", "lg": "the logarithm to base ten", "exp": "e to the power",
        "lim": "the limit", "max": "the maximum", "min": "the minimum", "gcd": "the greatest common divisor",
        "lcm": "the least common multiple", "det": "the determinant", "deg": "the degree", "Re": "the real part",
        "Im": "the imaginary part",
    }  # fmt: skip

    def tidy(self, text: str) -> str:
        """As the class above says."""
        return squeezed(text)

    def number(self, text: str) -> str:
        """Digits as words, up to a million."""
        whole, _, decimals = text.partition(".")
        if int(whole) >= SPELLED or len(decimals) > 6:
            return text
        said = cardinal(int(whole))
        if "." not in text:
            return said
        return f"{said} point {' '.join(ONES[int(digit)] for digit in decimals)}".rstrip()

    def letter(self, name: str) -> str:
        """A letter or the name of a Greek one. A voice takes a small a for the article."""
        return "A" if name == "a" else name.removeprefix("var")

    def listed(self, parts: list[str]) -> str:
        """One behind the other."""
        return ", ".join(parts)

    def fraction(self, top: Row, bottom: Row) -> str:
        """Halves and thirds by name, short ones with "over", long ones with their end."""
        if (words := self._derivative(top, bottom)) is not None:
            return words
        above, below = self.row(top), self.row(bottom)
        if is_number(top) and is_number(bottom):
            (many,), (parts,) = flat(top.items), flat(bottom.items)
            n, d = getattr(many, "text", ""), getattr(parts, "text", "")
            if n.isdigit() and d.isdigit() and int(d) in PARTS and int(n) < 100:
                plural = "halves" if int(d) == 2 else PARTS[int(d)] + "s"
                return f"{above} {PARTS[int(d)] if int(n) == 1 else plural}"
        if (is_atomic(top) or is_product(top)) and is_atomic(bottom):
            return f"{above} over {below}"
        return f"the fraction {above}, over {below}, end of fraction,"

    def _derivative(self, top: Row, bottom: Row) -> str | None:
        above, below = flat(top.items), flat(bottom.items)
        signs = (Letter("d"), Sign("partial"))
        if not above or len(below) != 2 or core(above[0]) not in signs or below[0] not in signs:
            return None
        if len(above) > 2:
            return None
        return f"{self.row(top)} by {self.row(bottom)}"

    def choose(self, top: str, bottom: str) -> str:
        """A binomial coefficient."""
        return f"{top} choose {bottom}"

    def root(self, body: Row, degree: Row | None, *, ends: bool) -> str:
        """Square and cube roots have names."""
        order = self.row(degree) if degree is not None else "two"
        name = {"two": "the square root", "three": "the cube root"}.get(order, f"the root of order {order}")
        end = "" if is_atomic(body) or (is_product(body) and not ends) else ", end of root,"
        return f"{name} of {self.row(body)}{end}"

    def power(self, base: str, exponent: Row, *, ends: bool) -> str:
        """Squared, cubed, to the power."""
        words = self.row(exponent)
        if words in ("two", "three"):
            return f"{base} {'squared' if words == 'two' else 'cubed'}"
        if exponent.items in ((Letter("T"),), (Letter("top"),)):
            return f"{base} transposed"
        end = "" if is_atomic(exponent) or (is_product(exponent) and not ends) else ", end of power,"
        return f"{base} to the power {words}{end}"

    def indexed(self, base: str, index: str, *, long: bool) -> str:
        """An index."""
        return f"{base} sub {index}{', end of index,' if long else ''}"

    def large(self, name: str, below: Row | None, above: Row | None) -> str:
        """A sum, a product or an integral with its limits."""
        noun = {"sum": "the sum", "product": "the product", "integral": "the integral"}[name]
        if below is None:
            return f"{noun} of"
        if above is None:
            return f"{noun} over {self.row(below)} of"
        return f"{noun} from {self.row(below)} to {self.row(above)} of"

    def limit(self, target: str) -> str:
        """A limit."""
        return f"the limit as {target} of"

    def named(self, name: str, words: str, below: Row | None, above: Row | None) -> str:
        """A named function with a base or a power."""
        if below is not None:
            words = (
                f"{words} to base {self.row(below)}"
                if name == "log"
                else f"{words} over {self.row(below)} of"
            )
        if above is None:
            return words
        if self.row(above) == "minus one":
            return f"inverse {words}"
        return self.power(words, above, ends=False)

    def function_of(self, words: str, argument: str, *, bare: bool = False) -> str:
        """Sine x, the logarithm of x."""
        noun = words.startswith("the ") and not words.endswith(" of")
        return (
            f"{words} of {argument}"
            if noun or not bare and not words.endswith((" of", " power"))
            else f"{words} {argument}"
        )

    def absolute(self, body: str, *, long: bool) -> str:
        """An absolute value."""
        return f"the absolute value of {body}{', end of absolute value,' if long else ''}"

    def set_of(self, parts: list[str], *, built: bool) -> str:
        """A set by its members, or by what they are."""
        if built:
            first = re.sub(r" (?:divides|bar|to) ", " such that ", ", ".join(parts), count=1)
            return f"the set of all {first},"
        members = ", ".join(parts[:-1]) + f" and {parts[-1]}" if len(parts) > 1 else "".join(parts)
        return f"the set of {members}," if parts else "the empty set"

    def interval(self, lower: str, upper: str, has_lower: bool, has_upper: bool) -> str:
        """An interval, and which of its ends belong to it."""
        told = {True: "included", False: "not included"}
        ends = []
        for words, has in ((lower, has_lower), (upper, has_upper)):
            ends.append(words if "infinity" in words else f"{words} {told[has]}")
        return f"the interval from {ends[0]} to {ends[1]}"

    def differential(self, variable: str) -> str:
        """The d x of an integral."""
        return f", d {variable}"

    def grid(self, grid: Grid) -> str:
        """A matrix with its size, a system line by line."""
        cells = cell_by_cell(grid, self.row)
        if "matrix" in grid.name:
            noun = "the determinant of the matrix" if grid.name == "vmatrix" else "the matrix"
            size = f"{cardinal(len(cells))} by {cardinal(max(map(len, cells), default=0))}"
            rows = "; ".join(f"row {cardinal(n)}: {', '.join(row)}" for n, row in enumerate(cells, 1))
            return f"{noun}, {size}; {rows}; end of matrix,"
        if grid.name in ("cases", "array"):
            return f"{cardinal(len(cells))} lines: " + "; ".join(", ".join(row) for row in cells) + ";"
        return "; ".join(" ".join(row) for row in cells)

    def accent(self, name: str, body: Row) -> str:
        """A mark over something."""
        words = self.row(body)
        points = [item for item in flat(body.items) if isinstance(item, Letter) and item.name.isupper()]
        if name == "bar" and len(points) == 2:
            return f"segment {words}"
        if is_number(body):
            return f"repeating {words}"
        return f"vector {words}" if name == "vec" else f"{words} {name}"


def cardinal(number: int) -> str:
    """A whole number in words.

    >>> cardinal(21), cardinal(406), cardinal(1984)
    ('twenty-one', 'four hundred six', 'one thousand nine hundred eighty-four')
    """
    if number < 20:
        return ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return TENS[tens] + (f"-{ONES[ones]}" if ones else "")
    size, name = (100, "hundred") if number < 1000 else (1000, "thousand")
    many, rest = divmod(number, size)
    return f"{cardinal(many)} {name}" + (f" {cardinal(rest)}" if rest else "")
