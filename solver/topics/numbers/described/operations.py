"""What can be said of numbers and rows: sums, remainders, digits, parts, places behind the point. Each makes a number from others, with its step.

None where it has no value, or where its size is not bearable.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import partial
from typing import Final, TypeAlias

from solver.ports import Language
from solver.topics.base import Words
from solver.topics.numbers.described.parts import Part, Row, made, shown

MAX_PERIOD: Final = 3_000
_NUMERALS: Final = "0123456789abcdef"
WORDS: Final = {
    "sum": Words("Their sum is \\({value}\\).", "它们的和是 \\({value}\\)。"),
    "product": Words("Their product is \\({value}\\).", "它们的积是 \\({value}\\)。"),
    "product_long": Words("Multiply them all.", "把它们全部相乘。"),
    "mean": Words("Their sum is \\({total}\\), and there are \\({count}\\) of them: \\[\\frac{{{total}}}{{{count}}}={value}\\]", "它们的和是 \\({total}\\)，共 \\({count}\\) 个：\\[\\frac{{{total}}}{{{count}}}={value}\\]"),
    "count": Words("There are \\({value}\\) of them.", "共有 \\({value}\\) 个。"),
    "smallest": Words("The smallest of them is \\({value}\\).", "其中最小的是 \\({value}\\)。"),
    "largest": Words("The largest of them is \\({value}\\).", "其中最大的是 \\({value}\\)。"),
    "place": Words("Number \\({k}\\) of them, in rising order, is \\({value}\\).", "从小到大第 \\({k}\\) 个是 \\({value}\\)。"),
    "only": Words("So it is \\({value}\\).", "所以这个数是 \\({value}\\)。"),
    "computed": Words("\\[{formula}={value}\\]", "\\[{formula}={value}\\]"),
    "remainder": Words("\\[{a}={m}\\times {q}+{value}\\] so the remainder is \\({value}\\).", "\\[{a}={m}\\times {q}+{value}\\] 所以余数是 \\({value}\\)。"),
    "remainder_long": Words("Keep remainders only while adding and multiplying: \\[{a}\\equiv {value}\\pmod{{{m}}}\\]", "加、乘的过程中只保留余数：\\[{a}\\equiv {value}\\pmod{{{m}}}\\]"),
    "digit": Words("In \\({n}\\) the {place} digit is \\({value}\\).", "\\({n}\\) 的{place}数字是 \\({value}\\)。"),
    "digit_long": Words("For the {place} digit only the last \\({k}\\) digits matter; they are \\({end}\\). So it is \\({value}\\).", "求{place}数字只需看末 \\({k}\\) 位：\\({end}\\)，所以是 \\({value}\\)。"),
    "digits": Words("The digits of \\({n}\\){base} are \\({digits}\\).", "\\({n}\\) {base}的各位数字是 \\({digits}\\)。"),
    "in_base": Words(" in base \\({b}\\)", "写成 \\({b}\\) 进制后"),
    "how_long": Words("\\({n}\\) has \\({value}\\) digits{base}.", "\\({n}\\) {base}有 \\({value}\\) 位。"),
    "how_long_signs": Words("Written out, the number has \\({value}\\) digits{base}.", "写出来后，这个数{base}有 \\({value}\\) 位。"),
    "written": Words("\\[{n}={digits}_{{{b}}}\\]", "\\[{n}={digits}_{{{b}}}\\]"),
    "decimal": Words("\\[{n}={decimal}\\] The digits behind the point repeat in blocks of \\({length}\\){after}; digit number \\({k}\\) is \\({value}\\).", "\\[{n}={decimal}\\] 小数点后每 \\({length}\\) 位循环一次{after}；第 \\({k}\\) 位是 \\({value}\\)。"),
    "after": Words(" after the first \\({first}\\)", "（从第 \\({start}\\) 位起）"),
    "ends": Words("\\[{n}={decimal}\\] Digit number \\({k}\\) behind the point is \\({value}\\).", "\\[{n}={decimal}\\] 小数点后第 \\({k}\\) 位是 \\({value}\\)。"),
    "length": Words("\\[{n}={decimal}\\] so there are \\({value}\\) digits behind the point.", "\\[{n}={decimal}\\] 所以小数点后有 \\({value}\\) 位。"),
}  # fmt: skip

Joined: TypeAlias = Callable[[Part, Part, Language], Part | None]


def in_brackets(source: str) -> str:
    """A source that stays one thing beside any sign."""
    return (
        source
        if source.isidentifier()
        or source.isdigit()
        or (source.endswith(")") and source.split("(")[0].isidentifier() and source.count("(") == 1)
        else f"({source})"
    )


# -- from two numbers -------------------------------------------------------------------------------------


def _signed(sign: str, a: Part, b: Part, say: Language) -> Part | None:
    value = {"+": a.value + b.value, "-": a.value - b.value, "*": a.value * b.value}[sign]
    latex = {"*": r"\times "}.get(sign, sign)
    left = a.latex if a.value >= 0 or sign != "*" else f"({a.latex})"
    right = f"({b.latex})" if b.value < 0 else b.latex
    step = (
        WORDS["computed"].say(say, formula=f"{left}{latex}{right}", value=shown(value))
        if shown(value) and a.latex and b.latex
        else ""
    )
    texts = [in_brackets(s) for s in (a.source, b.source, a.again, b.again)]
    return made(
        value,
        f"{texts[0]} {sign} {texts[1]}",
        f"{texts[3]} {sign} {texts[2]}" if sign != "-" else f"-{texts[3]} + {texts[2]}",
        (a, b),
        step,
    )


def difference(a: Part, b: Part, say: Language) -> Part | None:
    """The larger one minus the smaller one."""
    high, low = (a, b) if a.value >= b.value else (b, a)
    found = _signed("-", high, low, say)
    if found is None:
        return None
    steps = tuple(dict.fromkeys((*a.steps, *b.steps, *found.steps)))
    return Part(found.value, found.source, found.again, found.latex, steps)


def quotient(a: Part, b: Part, say: Language) -> Part | None:
    """A ratio as a fraction."""
    if not b.value or not shown(a.value / b.value):
        return None
    value = a.value / b.value
    step = WORDS["computed"].say(say, formula=rf"\frac{{{a.latex}}}{{{b.latex}}}", value=shown(value))
    return made(
        value,
        f"Rational({a.source}, {b.source})" if _are_whole(a, b) else f"({a.source})/({b.source})",
        f"1/(({b.again})*Rational(1)/({a.again}))" if a.value else "0",
        (a, b),
        step,
    )


def _are_whole(*parts: Part) -> bool:
    return all(p.whole is not None for p in parts)


def remainder(a: Part, m: Part, say: Language) -> Part | None:
    """What is left when a is divided by m."""
    if not _are_whole(a, m) or m.value <= 0 or a.value < 0:
        return None
    q, value = divmod(int(a.value), int(m.value))
    n = a.latex if shown(a.value) else ""
    if n and shown(Fraction(q)):
        step = WORDS["remainder"].say(say, a=shown(a.value), m=m.latex, q=q, value=value)
    else:
        step = WORDS["remainder_long"].say(say, a=a.latex or r"\ldots", m=m.latex, value=value)
    x, y = in_brackets(a.source), in_brackets(m.source)
    return made(value, f"{x} % {y}", f"({a.again}) - ({m.again})*(({a.again}) // ({m.again}))", (a, m), step)


def common(name: str, a: Part, b: Part, say: Language) -> Part | None:
    """gcd or lcm of two."""
    return of_row(name, Row((int(a.value), int(b.value)), f"[{a.source}, {b.source}]", f"[{b.again}, {a.again}]", (*a.steps, *b.steps)), say) if _are_whole(a, b) else None  # fmt: skip


JOINED: Final[Mapping[str, Joined]] = {
    "sum": partial(_signed, "+"),
    "product": partial(_signed, "*"),
    "difference": difference,
    "minus": partial(_signed, "-"),
    "quotient": quotient,
    "remainder": remainder,
    "gcd": partial(common, "gcd"),
    "lcm": partial(common, "lcm"),
}


# -- from a row -------------------------------------------------------------------------------------------


def of_row(name: str, row: Row, say: Language) -> Part | None:
    """One number from several: sum, product, mean, median, count, smallest, largest, only, gcd, lcm."""
    members = row.members
    if not members and name != "count":
        return None
    a, b = row.source, row.again
    match name:
        case "sum":
            return made(
                sum(members),
                f"sum({a})",
                f"sum(reversed({b}))",
                (row,),
                _row_step("sum", sum(members), row, say),
            )
        case "product" if len(members) <= 2_000:
            value = math.prod(members)
            return made(
                value, f"prod({a})", f"prod(reversed({b}))", (row,), _row_step("product", value, row, say)
            )
        case "mean":
            exact = Fraction(sum(members), len(members))
            step = WORDS["mean"].say(say, total=sum(members), count=len(members), value=shown(exact))
            return made(
                exact,
                f"Rational(sum({a}), len({a}))",
                f"sum(Rational(n, {len(members)}) for n in {b})",
                (row,),
                step,
            )
        case "count":
            return made(
                len(members),
                f"len({a})",
                f"sum(1 for _ in {b})",
                (row,),
                WORDS["count"].say(say, value=len(members)),
            )
        case "smallest" | "largest":
            end, other = ("min", 0) if name == "smallest" else ("max", -1)
            value = min(members) if name == "smallest" else max(members)
            return made(
                value, f"{end}({a})", f"sorted({b})[{other}]", (row,), WORDS[name].say(say, value=value)
            )
        case "only" if len(members) == 1:
            return made(members[0], f"{a}[0]", f"sum({b})", (row,), WORDS["only"].say(say, value=members[0]))
        case "gcd" | "lcm" if all(members):
            value = math.gcd(*members) if name == "gcd" else math.lcm(*members)
            again = (
                f"max(d for d in range(1, {min(map(abs, members)) + 1}) if all(n % d == 0 for n in {b}))"
                if name == "gcd" and min(map(abs, members)) <= 10**5
                else f"i{name}(*reversed({b}))"
            )
            latex = rf"\{'gcd' if name == 'gcd' else 'operatorname{lcm}'}({row.latex})"
            return made(
                value,
                f"i{name}(*{a})" if len(members) > 1 else f"{a}[0]",
                again,
                (row,),
                WORDS["computed"].say(say, formula=latex, value=value),
            )
    return None


def _row_step(name: str, value: int, row: Row, say: Language) -> str:
    if not shown(Fraction(value)):
        return WORDS["product_long"].say(say) if name == "product" else ""
    sign = "+" if name == "sum" else r"\times "
    if 1 < len(row.members) <= 12:
        terms = sign.join(f"({m})" if m < 0 else str(m) for m in row.members)
        return WORDS["computed"].say(say, formula=terms, value=value)
    return WORDS[name].say(say, value=value)


def at_place(row: Row, k: int, say: Language) -> Part | None:
    """Number k of a row, in rising order."""
    if not 1 <= k <= len(row.members):
        return None
    value = sorted(row.members)[k - 1]
    return made(
        value,
        f"{row.source}[{k - 1}]",
        f"sorted({row.again})[{k - 1}]",
        (row,),
        WORDS["place"].say(say, k=k, value=value),
    )


# -- digits -----------------------------------------------------------------------------------------------


def numerals(n: int, base: int) -> list[int]:
    """The digits of a natural number, the first one first."""
    found = list[int]()
    while n:
        n, last = divmod(n, base)
        found.append(last)
    return found[::-1] or [0]


def digit_row(a: Part, base: int, say: Language) -> Row | None:
    """The digits of a whole number in a base, the first one first."""
    if a.whole is None or a.whole < 0 or not 2 <= base <= 16:
        return None
    found = numerals(a.whole, base)
    x = a.source
    if base == 10:
        source, again = (
            f"[int(c) for c in str({x})]",
            f"[({a.again}) // 10**k % 10 for k in range({len(found) - 1}, -1, -1)]",
        )
    else:
        source, again = (
            f"digits({x}, {base})[1:]",
            f"[({a.again}) // {base}**k % {base} for k in range({len(found) - 1}, -1, -1)]",
        )
    short = len(found) <= 30 and shown(a.value)
    where = "" if base == 10 else WORDS["in_base"].say(say, b=base)
    step = (
        WORDS["digits"].say(say, n=shown(a.value), base=where, digits=r",\ ".join(map(str, found)))
        if short
        else ""
    )
    return Row(tuple(found), source, again, (*a.steps, *([step] if step else [])))


def how_many_digits(a: Part, base: int, say: Language) -> Part | None:
    """How many digits a whole number has."""
    row = digit_row(a, base, say)
    if row is None or a.whole == 0:
        return None
    where = "" if base == 10 else WORDS["in_base"].say(say, b=base)
    kind = "how_long" if a.latex else "how_long_signs"
    step = WORDS[kind].say(say, n=a.latex, value=len(row.members), base=where)
    before = (row,) if base != 10 else (a,)
    n = len(row.members)
    source = f"len(str({a.source}))" if base == 10 else f"len({row.source})"
    return made(n, source, f"next(k for k in range({n + 2}) if {base}**k > ({a.again}))", before, step)


def digit_at(a: Part, place: int, name: str, say: Language) -> Part | None:
    """The digit at a place of a natural number, counted from the right, from 0."""
    if a.whole is None or a.whole < 0 or a.whole < 10**place:
        return None
    value = a.whole // 10**place % 10
    x = in_brackets(a.source)
    source = f"{x} % 10" if not place else f"{x} // {10**place} % 10"
    if shown(a.value):
        step = WORDS["digit"].say(say, n=shown(a.value), place=name, value=value)
    else:
        step = WORDS["digit_long"].say(
            say, place=name, k=place + 1, end=str(a.whole % 10 ** (place + 1)).zfill(place + 1), value=value
        )
    return made(value, source, f"int(str({a.again})[-{place + 1}])", (a,), step)


def last_digits(a: Part, count: int) -> Row | None:
    """The last few digits."""
    if a.whole is None or a.whole < 10 ** (count - 1):
        return None
    end = tuple(int(c) for c in str(a.whole % 10**count).zfill(count))
    return Row(end, f"[int(c) for c in str({a.source})[-{count}:]]", f"[({a.again}) // 10**k % 10 for k in range({count - 1}, -1, -1)]", a.steps)  # fmt: skip


# -- behind the point --------------------------------------------------------------------------------------


def period(value: Fraction) -> tuple[list[int], list[int]] | None:
    """The digits behind the point, those that are not repeated and those that are; None where there are too many."""
    rest, seen, found = value.numerator % value.denominator, dict[int, int](), list[int]()
    while rest and rest not in seen:
        if len(found) > MAX_PERIOD:
            return None
        seen[rest] = len(found)
        digit, rest = divmod(10 * rest, value.denominator)
        found.append(digit)
    start = seen[rest] if rest else len(found)
    return found[:start], found[start:]


def _decimal(value: Fraction) -> str:
    first, again = period(value) or ([], [])
    written = f"{int(value)}.{''.join(map(str, first))}"
    if again:
        return written + (
            rf"\overline{{{''.join(map(str, again))}}}"
            if len(again) <= 40
            else f"{''.join(map(str, again[:12]))}\\ldots"
        )
    return written.rstrip(".")


def decimal_digit(a: Part, k: int, say: Language) -> Part | None:
    """Digit number k behind the point."""
    found = period(a.value)
    if found is None or a.value < 0 or k < 1 or k > 10**6 or not shown(a.value):
        return None
    first, again = found
    value = first[k - 1] if k <= len(first) else again[(k - 1 - len(first)) % len(again)] if again else 0
    facts = {"n": a.latex, "decimal": _decimal(a.value), "k": k, "value": value}
    if again:
        after = WORDS["after"].say(say, first=len(first), start=len(first) + 1) if first else ""
        step = WORDS["decimal"].say(say, length=len(again), after=after, **facts)
    else:
        step = WORDS["ends"].say(say, **facts)
    p, q = a.value.numerator, a.value.denominator
    rests = f"{p}*pow(10, {k - 1}, {q}) % {q}*10 // {q}"
    return made(value, rests, f"{p}*10**{k} // {q} % 10" if k <= 4_000 else rests, (a,), step)


def decimal_length(a: Part, say: Language) -> Part | None:
    """How many digits stand behind the point, where the decimal ends."""
    found = period(a.value)
    if found is None or found[1] or not shown(a.value):
        return None
    value = len(found[0])
    step = WORDS["length"].say(say, n=a.latex, decimal=_decimal(a.value), value=value)
    q = a.value.denominator
    return made(
        value,
        f"max(multiplicity(2, {q}), multiplicity(5, {q}))",
        f"next(k for k in range({value + 2}) if 10**k % {q} == 0)",
        (a,),
        step,
    )
