r"""Derivatives and limits."""

from __future__ import annotations

from random import Random
from typing import Final

from training.synthesis.phrases.base import Formula, Phrased, Slots
from training.synthesis.phrases.terms import function, linear, polynomial, power, signed, term

_LETTERS: Final = "xxxxxtu"


def _f(random: Random) -> Slots:
    x = random.choice(_LETTERS)
    f = function(random, x)
    name = random.choice("fgh") if random.random() < 0.5 else "f"
    return {"f": Formula(f), "y": Formula(f"y = {f}"), "fx": Formula(f"{name}({x}) = {f}"), "x": x, "name": name,
            "dash": Formula(f"{name}'({x})"), "dy": Formula(rf"\frac{{d}}{{d{x}}}({f})"), "dydx": Formula(rf"\frac{{dy}}{{d{x}}}")}  # fmt: skip


def _second(random: Random) -> Slots:
    x = random.choice(_LETTERS)
    f = random.choice((polynomial, polynomial, function))(random, x)
    return {
        "f": Formula(f),
        "y": Formula(f"y = {f}"),
        "fx": Formula(f"f({x}) = {f}"),
        "dash": Formula(f"f''({x})"),
        "x": x,
    }


def _third(random: Random) -> Slots:
    return {**_second(random), "dash": Formula("f'''(x)")}


def _at(random: Random) -> Slots:
    f, a = polynomial(random, "x"), random.randint(-4, 9)
    return {"f": Formula(f), "y": Formula(f"y = {f}"), "fx": Formula(f"f(x) = {f}"), "a": str(a), "dash": Formula(f"f'({a})"),
            "at": Formula(f"x = {a}")}  # fmt: skip


def _partial(random: Random) -> Slots:
    n, m, k = random.randint(1, 4), random.randint(1, 4), random.randint(2, 9)
    f = power("x", n) + power("y", m) + signed(random, 9) + random.choice(("y", "x", "x^2", "y^2"))
    if random.random() < 0.5:
        f = f"{k}{f}"
    by = random.choice("xy")
    return {
        "f": Formula(f),
        "z": Formula(f"z = {f}"),
        "fxy": Formula(f"f(x, y) = {f}"),
        "x": by,
        "d": Formula(rf"\frac{{\partial z}}{{\partial {by}}}"),
    }


def _limit_at(random: Random) -> Slots:
    a = random.randint(-5, 9)
    form = random.randrange(4)
    if form == 0:
        f = polynomial(random, "x")
    elif form == 1:
        b = random.choice([n for n in range(-9, 10) if n not in (a, 0)])
        middle, last = -(a + b), a * b
        f = rf"\frac{{x^2{term(middle, 'x')}{term(last, '')}}}{{{linear(1, -a)}}}"
    elif form == 2:
        f = rf"\frac{{{linear(random.randint(2, 9), random.choice((-1, 1)) * random.randint(1, 9))}}}{{{linear(1, random.choice([n for n in range(-9, 10) if n not in (-a, 0)]))}}}"
    else:
        f = rf"\frac{{x^2{term(-a * a, '')}}}{{{linear(1, -a)}}}" if a else r"\frac{x^2 + 3x}{x}"
    return _limit(f, "x", str(a))


def _limit_sine(random: Random) -> Slots:
    a, b = random.randint(2, 12), random.randint(2, 9)
    fun = random.choice((r"\sin", r"\sin", r"\tan"))
    f = random.choice((rf"\frac{{{fun}({a}x)}}{{x}}", rf"\frac{{{fun} {a}x}}{{{b}x}}", rf"\frac{{\sin {a}x}}{{\sin {b}x}}", rf"\frac{{e^{{{a}x}} - 1}}{{x}}", rf"\frac{{\sqrt{{x + {b * b}}} - {b}}}{{x}}"))  # fmt: skip
    return _limit(f, "x", "0")


def _limit_infinite(random: Random) -> Slots:
    x, (a, b, c, d) = random.choice("xxn"), (random.randint(2, 30) for _ in range(4))
    p, q = random.choice("+-"), random.choice("+-")
    f = random.choice((
        rf"\frac{{{a}{x}^2 {p} {b}}}{{{c}{x}^2 {q} {d}{x}}}", rf"\frac{{{a}{x} {p} {b}}}{{{c}{x} {q} {d}}}",
        rf"\frac{{{a}{x}^3 {p} {b}{x}}}{{{c}{x}^3 {q} {d}}}", rf"(1 + \frac{{{a}}}{{{x}}})^{{{x}}}", rf"\frac{{{a}{x} {p} {b}}}{{{x}^2 {q} {d}}}",
    ))  # fmt: skip
    return _limit(f, x, r"\infty")


def _limit(f: str, x: str, to: str) -> Slots:
    held = f"({f})" if not f.startswith((r"\frac", "(")) else f
    return {"f": Formula(f), "lim": Formula(rf"\lim_{{{x} \to {to}}} {held}"), "x": x, "to": Formula(to), "goes": Formula(rf"{x} \to {to}"),
            "word": "infinity" if "inf" in to else to, "han": "无穷大" if "inf" in to else to}  # fmt: skip


_LIMIT_EN: Final = (
    "n:[the limit |the limit |the value of |the value of the limit |the following limit: |]{lim}", "n:{lim}",
    "n:the [limit|limiting value] of {f} [as|when|for] {x} [approaches|tends to|goes to|gets close to|->] {word}", "v:[evaluate|find|calculate|compute|determine|take|work out] [the limit |the following limit |]{lim}",
    "v:take the limit of {f} [as|when] {x} [approaches|tends to|goes to] {word}", "r:What does {f} [approach|tend to] [as|when] {x} [approaches|tends to|goes to] {word}?",
    "r:What [value|number] does {f} [approach|tend to|get close to] as {x} [approaches|tends to|goes to] {word}?", "r:{lim} = ?", "r:As {x} [approaches|tends to|goes to] {word}, what is the limit of {f}?",
)  # fmt: skip
_LIMIT_ZH: Final = (
    "n:[极限|极限|下列极限|下列极限：|下面的极限|函数极限|]{lim}", "n:{lim}[的值|的极限值|]", "r:[当|]{x}[趋于|趋近于|趋向于|趋向]{han}时，求{f}的极限[。|]", "r:[当|]{x}[趋于|趋近于|趋向于]{han}时，{f}的极限[是多少|是什么|等于多少]？",
    "n:{f}[当|在]{x}[趋于|趋近于|趋向于]{han}时的极限", "n:{x}[趋于|趋近于|趋向]{han}时{f}的极限", "r:{lim}=____[。|]", "r:{lim}=？", "v:[计算|求出|求|求解]极限[：|]{lim}",
)  # fmt: skip
KINDS: Final = (
    Phrased("derivative", "derivatives", _f, (
        "n:the [|first ]derivative of [|the function ][{f}|{fx}|{y}|{f}]", "v:differentiate [|the function ][{f}|{y}|{fx}][| with respect to {x}]", "n:{dy}", "g:{fx};;{dash}", "g:{y};;{dydx}", "g:{y};;y'",
        "v:take the derivative of [{f}|{y}|{fx}]", "g:{fx};;the derivative of {name}", "g:{fx};;the derivative", "v:[find|get|compute|work out] the derivative of {f} [with respect to|in] {x}", "g:[the function |]{y};;its derivative", "r:{y}. Differentiate.",
    ), (
        "n:[函数|][{f}|{y}|{fx}]的[导数|导函数|一阶导数]", "n:{y}[对{x}|关于{x}]的导数", "g:[函数|]{fx};;{dash}", "g:[函数|]{y};;y'", "v:[对|把]{f}求导[数|]", "v:对[函数|]{y}求导", "g:{y};;它的导数", "g:{fx};;{name}({x})的导[数|函数]",
        "v:求导：{f}", "v:求导：{y}", "v:将[函数|]{y}[关于|对]{x}求导", "n:{dy}", "g:{y};;导数y'", "n:下列函数的导数：{y}",
    )),
    Phrased("second", "derivatives", _second, (
        "n:the second[-order |-order | ]derivative of [|the function ][{f}|{y}|{fx}]", "g:{fx};;{dash}", "g:{y};;the second derivative", "v:differentiate {f} twice", "v:take the second derivative of {f}", "g:{fx};;the second derivative of f", "g:{y};;y''",
    ), ("n:[函数|][{f}|{y}|{fx}]的二阶导[数|函数]", "g:[函数|]{fx};;{dash}", "g:{y};;它的二阶导数", "g:{y};;y''", "v:对{f}求二阶导[数|]", "n:二阶导数：{y}")),
    Phrased("third", "derivatives", _third, (
        "n:the third derivative of [|the function ][{f}|{y}|{fx}]", "g:{y};;y'''", "v:take the third derivative of {f}",
    ), ("n:[函数|][{f}|{y}|{fx}]的三阶导数", "g:{y};;y'''", "v:对{f}求三阶导数")),
    Phrased("slope", "derivatives", _at, (
        "g:{fx};;{dash}", "n:the [slope|gradient] of [the curve |the graph of |]{y} at {at}", "n:the derivative of {f} at {at}", "n:the slope of the tangent [line |]to [the curve |the graph of |]{y} at {at}", "n:the value of the derivative of {f} [at|when] {at}",
        "n:the gradient of the curve {y} at the point where {at}", "g:{y};;the slope of the curve at {at}", "r:How steep is the curve {y} at {at}?", "n:the rate of change of {f} at {at}",
    ), ("g:[函数|]{fx};;{dash}[的值|]", "n:[函数|]{y}在{at}处的导数[值|]", "n:曲线{y}在{at}处的切线[的|]斜率", "n:函数{f}在{at}处的导数", "g:{fx};;f(x)在{at}处的导数", "n:曲线{y}在{at}处的斜率")),
    Phrased("partial", "derivatives", _partial, (
        "n:the partial derivative of [{f}|{z}|{fxy}] with respect to {x}", "v:differentiate {f} partially with respect to {x}", "g:{z};;{d}", "n:the {x}-partial derivative of {f}", "g:{z};;the partial derivative with respect to {x}",
    ), ("n:[函数|][{z}|{f}|{fxy}][对|关于]{x}的偏导数", "g:{z};;{d}", "g:{z};;z对{x}的偏导数", "v:对{f}求关于{x}的偏导数", "n:{z}对{x}的一阶偏导数")),
    Phrased("limit", "limits", _limit_at, _LIMIT_EN, _LIMIT_ZH),
    Phrased("limit at zero", "limits", _limit_sine, _LIMIT_EN, _LIMIT_ZH),
    Phrased("limit at infinity", "limits", _limit_infinite, _LIMIT_EN, _LIMIT_ZH),
)  # fmt: skip
