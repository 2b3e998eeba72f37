r"""Polynomials, powers, completing squares, complex numbers."""

from __future__ import annotations

from random import Random
from typing import Final

from training.synthesis.phrases.base import Formula, Phrased, Slots
from training.synthesis.phrases.terms import drawn_linear, linear, polynomial, power, signed, term

_LETTERS: Final = "xxxxyamt"


def _product(random: Random) -> Slots:
    x = random.choice(_LETTERS)
    a, b = drawn_linear(random, x), drawn_linear(random, x)
    f = random.choice((
        f"({a})({b})", f"({a})({b})", f"({a})({b})", f"({a})^2", f"{random.randint(2, 9)}{x}({a})", f"({a})({x}^2{signed(random, 9)}{x} + {random.randint(1, 9)})", f"({a})^3",
        f"({a})({b})({drawn_linear(random, x)})",
    ))  # fmt: skip
    return {"f": Formula(f), "a": Formula(a), "b": Formula(b)}


def _expanded(random: Random) -> Slots:
    x = random.choice(_LETTERS)
    a, b, c = (drawn_linear(random, x) for _ in range(3))
    f = random.choice((
        f"({a})^2 - ({b})({c})", f"({a})({b}) - ({c})^2", f"({a})({b}) + {random.randint(2, 9)}({c})", f"({a})^2 + ({b})^2", f"{random.randint(2, 9)}({a}) - {random.randint(2, 9)}({b})",
        f"({a})^2 - ({b})^2", f"{x}({a}) - {random.randint(2, 5)}({b})", f"({a})({b}) + ({a})({c})",
    ))  # fmt: skip
    return {"f": Formula(f)}


def _factored(random: Random) -> Slots:
    x, (p, q) = random.choice(_LETTERS), (random.choice((-1, 1)) * random.randint(1, 12) for _ in range(2))
    k, n = random.choice((1, 1, 1, 2, 3, 5)), random.randint(2, 9)
    head = "" if k == 1 else str(k)
    quadratic = f"{head}{x}^2{term(k * (p + q), x)}{term(k * p * q, '')}"
    f = random.choice((quadratic, quadratic, quadratic, f"{x}^2 - {n * n}", f"{head}{x}^3 - {k * n * n}{x}", f"{n * n}{x}^2 - 1", f"{n}{x}^2{term(p * n, x)}", f"{x}^3{term(p + q, x + '^2')}{term(p * q, x)}", f"{x}^2{term(2 * p, x)} + {p * p}"))  # fmt: skip
    return {"f": Formula(f)}


def _alike(random: Random) -> Slots:
    a, b = random.choice((("a", "b"), ("x", "y"), ("m", "n"), ("p", "q")))
    parts = [
        f"{random.randint(2, 15)}{a}",
        *(
            f"{random.choice('+-')} {random.randint(2, 12)}{letter}"
            for letter in random.choice(((b, a, b), (b, a), (a, b), (b, b, a, a)))
        ),
    ]
    return {"f": Formula(" ".join(parts))}


def _brackets(random: Random) -> Slots:
    a, b = random.choice((("a", "b"), ("x", "y"), ("m", "n")))
    n = [random.randint(2, 9) for _ in range(6)]
    f = random.choice((f"{n[0]}({n[1]}{a} - {b}) - {n[2]}({a} + {n[3]}{b})", f"{n[0]}({a} + {n[1]}{b}) + {n[2]}({n[3]}{a} - {b})", f"({n[0]}{a} - {n[1]}{b}) - ({n[2]}{a} - {n[3]}{b})", f"{n[0]}{a} - {n[1]}({a} - {n[2]}{b})"))  # fmt: skip
    return {"f": Formula(f)}


def _rational(random: Random) -> Slots:
    a, b = random.sample([n for n in range(-9, 10) if n], 2)
    n = random.randint(2, 9)
    one, other = linear(1, a), linear(1, b)
    quadratic = f"x^2{term(a + b, 'x')}{term(a * b, '')}"
    f = random.choice((rf"\frac{{{quadratic}}}{{{one}}}", rf"\frac{{{quadratic}}}{{x^2{term(-a * a, '')}}}", rf"\frac{{{n}}}{{{one}}} {random.choice('+-')} \frac{{{random.randint(1, 9)}}}{{{other}}}",
                       rf"\frac{{x^2{term(-a * a, '')}}}{{{one}}}", rf"\frac{{x}}{{{one}}} - \frac{{{n}}}{{{other}}}", rf"\frac{{{n}x^2}}{{{n}x}}"))  # fmt: skip
    return {"f": Formula(f)}


def _monomials(random: Random) -> Slots:
    x, (a, b, n, m) = random.choice("xyabm"), (random.randint(2, 9) for _ in range(4))
    f = random.choice((f"({a}{x}^{n})({b}{x}^{m})", f"({x}^{n})^{m}", rf"{x}^{n} \cdot {x}^{m}", rf"({x}^{n})^2 \div {x}^{m}", f"({a}{x}^{n})^2", rf"\frac{{{a * b}{x}^{n + m}}}{{{a}{x}^{n}}}", rf"{a}{x}^{n} \cdot {b}{x}^{m}"))  # fmt: skip
    return {"f": Formula(f)}


def _two(random: Random) -> Slots:
    return {"f": Formula(polynomial(random, "x")), "g": Formula(polynomial(random, "x"))}


def _negative(random: Random) -> Slots:
    a, b = random.choice((("a", "b"), ("x", "y"), ("m", "n"), ("x", "y")))
    k, d = random.randint(2, 6), random.randint(2, 5)
    n, m, p, q = (random.randint(1, 6) for _ in range(4))
    f = random.choice((
        rf"\frac{{{k * d}{power(a, -n)}{power(b, m)}}}{{{d}{power(a, p)}{power(b, -q)}}}", rf"\frac{{{k * d}{power(a, n)}{power(b, -m)}}}{{{d}{power(a, p)}{power(b, q)}}}", f"({k}{power(a, n)}{power(b, -m)})^{{{d}}}", rf"({power(a, n)})^{{{d}}} \cdot {power(a, -m)}",
        rf"\frac{{{power(a, -n)}}}{{{power(a, m)}}}", rf"{k}{power(a, -n)} \cdot {d}{power(a, m)}",
    ))  # fmt: skip
    return {"f": Formula(f)}


def _roots(random: Random) -> Slots:
    x, n, m = random.choice("xxam"), random.randint(2, 3), random.choice((2, 3))
    f = random.choice((rf"\sqrt{{{x}}} \cdot \sqrt[3]{{{x}}}", rf"({m**3}{x}^{{{3 * n}}})^{{\frac{{1}}{{3}}}}", rf"({m**2}{x}^{{{2 * n}}})^{{\frac{{1}}{{2}}}}", rf"{x}^{{\frac{{1}}{{{n}}}}} \cdot {x}^{{\frac{{{m}}}{{{n + 1}}}}}",
                       rf"\frac{{{x}^{{{n + 2}}}}}{{\sqrt{{{x}}}}}", rf"{x}^{{{n + 3}}} \cdot {x}^{{-{m}}} \div {x}^{{\frac{{1}}{{2}}}}"))  # fmt: skip
    return {"f": Formula(f), "x": x, "pos": Formula(f"{x} > 0")}


def _square(random: Random) -> Slots:
    x, b = random.choice("xxxyzmtn"), random.choice((-1, 1)) * random.randint(1, 30)
    return {"f": Formula(f"{x}^2{term(b, x)}")}


def _complex(random: Random) -> Slots:
    (a, b, c, d) = (random.randint(1, 12) for _ in range(4))
    z, w = linear(b, a, "i"), ""
    z = f"{a} {random.choice('+-')} {_times(b, 'i')}"
    w = f"{c} {random.choice('+-')} {_times(d, 'i')}"
    f = random.choice((f"({z})({w})", f"({z})({w})", f"({z})^2", f"({z}) + ({w})", f"({z}) - ({w})", rf"\frac{{{z}}}{{{w}}}", rf"\frac{{{z}}}{{{w}}}", f"i({z})", rf"\frac{{{a}}}{{{w}}}"))  # fmt: skip
    return {"z": Formula(z), "w": Formula(w), "f": Formula(f), "zis": Formula(f"z = {z}"), "zf": Formula(f"z = {f}"), "abs": Formula(f"|{z}|"), "bar": Formula(r"\bar{z}"),
            "one": Formula(f"z_1 = {z}"), "other": Formula(f"z_2 = {w}"), "zw": Formula("z_1 z_2"), "in": Formula(random.choice((f"z^2 + {c}z", "z^2", f"z^2 - {c}z", f"{c}z + {d}i"))), "n": Formula(f"i^{{{random.randint(5, 99)}}}")}  # fmt: skip


def _times(n: int, letter: str) -> str:
    return letter if n == 1 else f"{n}{letter}"


_POSITIVE_EN: Final = "[. Write the answer with positive exponents only|. Use only positive exponents|, using positive exponents only|. Your answer should have only positive exponents|. Leave no negative exponents|, and write the result with positive exponents| with positive exponents only|]"
_POSITIVE_ZH: Final = (
    "[，结果只含正指数|，结果用正指数表示|，结果中只含正整数指数幂|（结果只含正指数）|，要求结果只含正指数|]"
)
KINDS: Final = (
    Phrased("expand", "polynomials", _product, (
        "v:[expand|multiply out|expand and simplify|remove the brackets in|open the brackets in|multiply] {f}", "n:the [expansion|expanded form] of {f}", "n:the product {f}", "v:[write|express|rewrite] {f} [as a polynomial|without brackets|in expanded form]", "r:{f} = ?", "n:{f} in expanded form",
        "r:[Expand|Multiply out]: {f}", "v:simplify {f} by expanding", "v:[carry out|do] the multiplication {f}",
    ), ("v:[展开|计算|把括号展开|去括号|展开并化简|化简]：{f}", "v:[展开|计算|化简]{f}", "n:{f}的展开式", "v:把{f}[展开|化成多项式|写成多项式的形式]", "v:将{f}展开[并整理|]", "n:{f}的积", "r:{f}=____", "r:{f}=？", "v:用多项式乘法计算{f}")),
    Phrased("simplify", "polynomials", _expanded, (
        "v:[simplify|expand and simplify|expand and collect like terms in|multiply out and simplify|expand and combine like terms in] {f}", "v:[simplify|expand] the expression {f}", "n:the [simplified form|simplest form] of {f}", "r:[Simplify|Expand and simplify]: {f}", "v:write {f} [as simply as possible|in its simplest form|in simplest form]",
        "v:remove the brackets and simplify {f}",
    ), ("v:[化简|计算|去括号并合并同类项|整理|先展开再化简|展开并化简]：{f}", "v:[化简|计算|整理]{f}", "v:[把|将]{f}[化简|化成最简形式|去括号后合并同类项]", "v:化简[式子|代数式|多项式|整式]{f}", "n:{f}的化简结果", "v:化简下列[各式|式子]：{f}")),
    Phrased("factor", "polynomials", _factored, (
        "v:[factor|factorise|factorize|factor completely|fully factorise|completely factor] {f}", "v:factor {f} [completely|fully|]", "v:[write|express|rewrite] {f} as a product [of factors|]", "n:the [factorization|factored form|factorisation|factors] of {f}", "r:[Factor|Factorise|Factor completely]: {f}",
        "v:[factor|factorise] the [polynomial|expression|quadratic] {f}", "v:write {f} in factored form", "v:split {f} into factors", "v:break {f} into factors",
    ), ("v:[分解因式|因式分解|把下式分解因式|将下列多项式分解因式|分解]：{f}", "v:[把|将]{f}[分解因式|因式分解|写成几个因式的积|分解|写成因式的乘积]", "v:[因式分解|分解因式]{f}", "v:对{f}[进行|作|做]因式分解", "n:{f}[分解因式|因式分解]的结果", "v:分解多项式{f}")),
    Phrased("like terms", "polynomials", _alike, (
        "v:[simplify|combine like terms in|collect like terms in|collect the like terms of|combine the like terms:|collect like terms:|simplify the expression|gather like terms in] {f}", "v:simplify {f} by [combining|collecting] like terms", "v:write {f} in simplest form", "r:Simplify: {f}", "n:the simplest form of {f}",
    ), ("v:[合并同类项|化简|计算|把同类项合并|整理]：{f}", "v:[合并同类项|化简]{f}", "v:[把|将]{f}[合并同类项|化简]", "v:合并{f}[的|中的]同类项", "n:{f}合并同类项后的结果")),
    Phrased("brackets", "polynomials", _brackets, (
        "v:[simplify|expand and simplify|remove the brackets and simplify|remove brackets and collect like terms in|expand] {f}", "v:simplify the expression {f}", "r:Simplify: {f}",
    ), ("v:[化简|计算|去括号并合并同类项|去括号，合并同类项|先去括号，再合并同类项|去括号化简]：{f}", "v:化简{f}", "v:[把|将]{f}[去括号并合并同类项|化简]")),
    Phrased("rational", "polynomials", _rational, (
        "v:[simplify|reduce|simplify the fraction|simplify the expression|simplify the rational expression|write as a single fraction:|combine into one fraction:] {f}", "v:write {f} [as a single fraction|as one fraction|in lowest terms|in simplest form]", "v:reduce {f} to lowest terms", "r:Simplify: {f}", "v:express {f} as a single fraction", "n:the simplest form of {f}",
    ), ("v:[化简|计算|约分|化简分式|通分并化简|化简下式]：{f}", "v:[化简|计算|化简分式|约分]{f}", "v:[把|将]{f}[化简|约分|化成最简分式|通分]", "n:{f}的最简形式", "n:{f}[化简|]的结果")),
    Phrased("monomials", "polynomials", _monomials, (
        "v:[simplify|multiply|simplify the expression|work out|calculate] {f}", "v:write {f} [as a single power|in simplest form|as one term]", "r:Simplify: {f}", "n:{f} in simplest form", "r:{f} = ?",
    ), ("v:[化简|计算]：{f}", "v:[化简|计算]{f}", "n:{f}", "r:{f}=____", "v:[把|将]{f}化简")),
    Phrased("difference of polynomials", "polynomials", _two, (
        "v:subtract {g} from {f}", "n:the difference of {f} and {g}", "v:[simplify|calculate|work out] ({f}) - ({g})", "v:take {g} away from {f}", "r:What do you get when you subtract {g} from {f}?",
    ), ("n:{f}[与|减去|和]{g}的差", "v:计算{f}减去{g}", "r:从{f}中减去{g}，结果是多少？", "v:用{f}减去{g}")),
    Phrased("sum of polynomials", "polynomials", _two, (
        "v:add {f} and {g}", "n:the sum of {f} and {g}", "v:add {g} to {f}", "v:[simplify|calculate] ({f}) + ({g})", "r:What do you get when you add {g} to {f}?",
    ), ("n:{f}[与|和|加]{g}的和", "v:计算{f}加上{g}", "v:把{f}与{g}相加")),
    Phrased("negative powers", "powers", _negative, (
        f"v:[simplify|simplify the expression|simplify completely|simplify fully] {{f}}{_POSITIVE_EN}", f"r:Simplify: {{f}}{_POSITIVE_EN}.", "v:write {f} [with positive exponents only|without negative exponents|using only positive exponents]", "v:rewrite {f} with positive exponents", "v:use the laws of exponents to simplify {f}",
        "r:With positive exponents only, simplify {f}.", "n:{f} in simplest form, with positive exponents", "v:[express|give] {f} with positive exponents only",
    ), (f"v:[化简|计算|化简下式]：{{f}}{_POSITIVE_ZH}", f"v:[化简|计算]{{f}}{_POSITIVE_ZH}", f"v:[把|将]{{f}}化简{_POSITIVE_ZH}", "v:[把|将]{f}[写成只含正指数的形式|化成正指数的形式|用正指数表示]", "v:用正指数[幂|]表示{f}", "n:{f}的化简结果（只含正指数）", "r:结果只含正指数，化简{f}。")),
    Phrased("root powers", "powers", _roots, (
        "v:simplify {f}[, where {x} is positive|, where {pos}| for {pos}| assuming {x} is positive|, given that {pos}| if {pos}]", "v:write {f} as a single power of {x}[, where {pos}| for {pos}| for positive {x}|]", "r:Assume {pos}. Simplify {f}.", "r:Let {pos}. Write {f} as a single power.", "r:If {pos}, simplify {f}.", "r:{x} is positive. Simplify {f}.",
        "v:express {f} as a power of {x}", "r:For {pos}, simplify {f}.",
    ), ("v:化简{f}（{pos}）[，结果用分数指数幂表示|]", "r:[已知|设|若|当]{pos}[，|时，]化简{f}[。|]", "v:[把|将]{f}（{pos}）[化简|写成分数指数幂]", "v:用分数指数幂表示{f}（{pos}）", "r:{pos}，[化简|计算]：{f}", "v:把{f}写成{x}的幂的形式")),
    Phrased("square", "completing_squares", _square, (
        "r:What [number|value|constant|must be|has to be|should be] [must be |has to be |should be |needs to be |]added to {f} to [make|form|get|give|obtain] a perfect square[ trinomial|]?", "n:the [number|value|constant|constant term|term] that [completes the square|makes a perfect square]: {f}",
        "n:the [number|value|constant|term] to add to {f} to complete the square", "n:the number that must be added to {f} to [complete the square|make it a perfect square|get a perfect square trinomial]", "r:What should be added to {f} to complete the square?", "r:What do I add to {f} to [complete the square|make it a perfect square]?",
        "r:{f} + ___ is a perfect square. What goes in the blank?", "r:To complete the square for {f}, what number must be added?", "r:Which number must be added to {f} to complete the square?", "r:Complete the square: {f} + ___", "r:What constant completes the square for {f}?",
    ), (
        "r:{f}加上[什么数|多少|几|什么|哪个数][才能|可以|能|就可以|就能][配成|成为|变成|组成|构成][一个|][完全平方式|完全平方]？", "r:给{f}加上[一个|]什么数[，|][能|可以|才能][使它成为|使它变成|配成|得到]完全平方式？", "r:要[使|把]{f}[配成|成为|变成][一个|]完全平方式，[应|需|需要|要|应该|还要][加上|加][多少|几|什么数|什么]？",
        "r:填空：{f}+____是完全平方式[。|]", "r:对{f}配方，应加上[多少|什么数|几]？", "r:{f}+____=(____)^2，[第一个空|]填多少？", "r:{f}再加[多少|几|什么数]就是完全平方式？", "r:为了[把|将]{f}配成完全平方，需要加上[什么数|多少]？", "r:[把|将]{f}配方时，[要|应|需]加上的数是[多少|几]？",
    )),
    Phrased("complex value", "complex_numbers", _complex, (
        "v:[calculate|compute|evaluate|simplify|work out|multiply out|write in the form a + bi:|find] {f}", "v:[write|express|give|put|rewrite] {f} in [the form a + bi|standard form|the form $a + bi$]", "n:{f} in the form a + bi", "n:the value of {f}", "r:{f} = ?", "n:the complex number {f} in standard form", "v:simplify the complex number {f}",
    ), ("v:[计算|化简|求值|计算复数]：{f}", "v:[计算|化简|计算复数]{f}", "n:{f}[|的值]", "v:[把|将]{f}[写成|化成|化为]a+bi的形式", "n:复数{f}", "r:{f}=____", "r:复数{f}等于多少？", "v:计算{f}，结果写成a+bi的形式")),
    Phrased("modulus", "complex_numbers", _complex, (
        "n:the [modulus|absolute value|magnitude] of [|the complex number ]{z}", "n:{abs}", "g:{zis};;the [modulus|magnitude|absolute value] of z", "g:{zis};;|z|", "r:How [far|large] is {z} from 0 in the complex plane?", "n:the distance of {z} from the origin in the complex plane",
    ), ("n:[复数|]{z}的[模|模长|绝对值]", "n:{abs}", "g:[复数|]{zis};;[z的模|复数z的模]", "n:复数{zis}的模", "g:{zis};;|z|")),
    Phrased("modulus of a value", "complex_numbers", _complex, ("n:the [modulus|absolute value|magnitude] of {f}", "g:{zf};;the modulus of z", "g:{zf};;|z|"), ("n:[复数|]{f}的模", "g:[复数|]{zf};;|z|", "g:{zf};;z的模")),
    Phrased("conjugate", "complex_numbers", _complex, (
        "n:the [conjugate|complex conjugate] of [|the complex number ]{z}", "g:{zis};;the [conjugate|complex conjugate] of z", "g:{zis};;{bar}", "v:take the conjugate of {z}", "v:write down the conjugate of {z}",
    ), ("n:[复数|]{z}的共轭[复数|]", "g:[复数|]{zis};;z的共轭复数", "g:[复数|]{zis};;{bar}", "n:与{z}共轭的复数", "v:写出{z}的共轭复数", "n:复数{zis}的共轭复数")),
    Phrased("conjugate of a value", "complex_numbers", _complex, ("n:the [conjugate|complex conjugate] of {f}", "g:{zf};;the conjugate of z"), ("n:[复数|]{f}的共轭复数", "g:[复数|]{zf};;z的共轭复数", "g:[复数|]{zf};;{bar}")),
    Phrased("real part", "complex_numbers", _complex, (
        "n:the real part of [|the complex number ]{f}", "g:{zf};;the real part of z", "r:What is the real part of {f}?", "g:{zf};;Re(z)",
    ), ("n:[复数|]{f}的实部", "g:[复数|]{zf};;z的实部", "r:复数{f}的实部是多少？", "g:{zf};;复数z的实部")),
    Phrased("imaginary part", "complex_numbers", _complex, (
        "n:the imaginary part of [|the complex number ]{f}", "g:{zf};;the imaginary part of z", "g:{zf};;Im(z)", "r:What is the imaginary part of {f}?",
    ), ("n:[复数|]{f}的虚部", "g:[复数|]{zf};;z的虚部", "r:复数{f}的虚部是多少？", "g:{zf};;复数z的虚部")),
    Phrased("complex in", "complex_numbers", _complex, ("g:{zis};;{in}", "g:{zis};;the value of {in}", "v:evaluate {in} for {zis}", "g:z is the complex number {z};;{in}"), ("g:[复数|]{zis};;{in}", "g:复数{zis};;{in}的值", "n:当{zis}时{in}的值")),
    Phrased("two complex", "complex_numbers", _complex, (
        "g:{one} and {other};;{zw}", "g:{one} and {other};;the product of z_1 and z_2", "g:{one}, {other};;z_1 + z_2", "g:{one} and {other};;the real part of {zw}",
    ), ("g:{one}，{other};;{zw}", "g:{one}，{other};;z_1+z_2", "g:复数{one}，{other};;{zw}的实部", "g:{one}，{other};;{zw}的虚部")),
    Phrased("power of i", "complex_numbers", _complex, ("n:{n}", "v:[simplify|evaluate|compute|work out] {n}", "n:the value of {n}", "n:{n}, where i is the imaginary unit"), ("n:{n}[|的值]", "v:[计算|化简]{n}", "n:虚数单位i的幂{n}", "g:i是虚数单位;;{n}")),
)  # fmt: skip
