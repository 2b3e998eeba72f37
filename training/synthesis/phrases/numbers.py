r"""Sums and parts of numbers, roots, measures of angles, units, other bases."""

from __future__ import annotations

from random import Random
from typing import Final

from training.synthesis.phrases.base import Formula, Phrased, Slots


def _degrees(random: Random) -> Slots:
    a = random.choice(
        (
            random.randint(1, 24) * 15,
            random.randint(2, 75) * 4,
            random.randint(2, 100) * 3,
            random.randint(1, 360),
        )
    )
    return {"a": a}


def _radians(random: Random) -> Slots:
    m = random.choice((2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 18, 20))
    k = random.choice([n for n in range(1, 2 * m) if n % m])
    top = r"\pi" if k == 1 else rf"{k}\pi"
    return {"a": Formula(rf"\frac{{{top}}}{{{m}}}")}


def _pair(random: Random) -> Slots:
    def number() -> str:
        form = random.randrange(4)
        if form == 0:
            return str(random.randint(2, 999))
        if form == 1:
            return f"{random.randint(1, 200) / 10:g}"
        if form == 2:
            return f"{random.randint(11, 999) / 100:g}"
        below = random.randint(2, 15)
        return rf"\frac{{{random.randint(1, below - 1)}}}{{{below}}}"

    a, b = number(), number()
    if "frac" in a and "frac" not in b:
        b = rf"\frac{{{random.randint(1, 9)}}}{{{random.choice((2, 3, 4, 5, 6, 7, 8, 9, 10, 12))}}}"
    return {"a": Formula(a), "b": Formula(b), "sum": Formula(f"{a} + {b}"), "less": Formula(f"{a} - {b}"), "times": Formula(rf"{a} \times {b}"), "over": Formula(rf"{a} \div {b}")}  # fmt: skip


def _expression(random: Random) -> Slots:
    n = [random.randint(2, 99) if random.random() < 0.4 else random.randint(2, 12) for _ in range(5)]
    d = [f"{random.randint(11, 199) / 10:g}" for _ in range(3)]
    q = [rf"\frac{{{random.randint(1, k - 1)}}}{{{k}}}" for k in (random.randint(2, 12) for _ in range(3))]
    s = [random.choice("+-") for _ in range(3)]
    f = random.choice((
        rf"{n[0]} {s[0]} {n[1]} \times {n[2]}", rf"{n[0]} - {n[1]} \times ({n[2]} {s[0]} {n[3]})", rf"{n[0]} - {n[1]} \times {n[2]} + {n[3]}", rf"({n[0]} {s[0]} {n[1]}) \times {n[2]} {s[1]} {n[3]}", rf"(-{n[0] % 9 + 1})^{random.choice((2, 3))} {s[0]} {n[1]} \times {n[2]}",
        rf"(-{n[0] % 9 + 1})^2 - {n[1]} \times (-{n[2]})", f"|-{n[0]}| - (-{n[1]})", f"|{n[0]} - {n[1]}| {s[0]} {n[2]}", f"-{n[0]} {s[0]} {n[1]} - (-{n[2]})", rf"{d[0]} \div {d[1]} {s[0]} {d[2]}", rf"{d[0]} \times {d[1]}", f"{d[0]} {s[0]} {d[1]} {s[1]} {d[2]}",
        f"{q[0]} {s[0]} {q[1]}", rf"{q[0]} \times {q[1]}", rf"{q[0]} \div {q[1]}", f"{q[0]} {s[0]} {q[1]} {s[1]} {q[2]}", rf"{n[0]} \times {n[1]} \times {n[2]}", rf"{n[0]} \times {q[0]}", f"{n[0] % 5 + 1}^{random.randint(2, 4)} {s[0]} {n[1] % 7 + 2}^2",
        rf"{n[0]} \div {n[1]}", f"{n[0]} {s[0]} {n[1]} {s[1]} {n[2]}", rf"{n[0]} {s[0]} {n[1]} \div {n[2]}", rf"{n[0]}\frac{{1}}{{{n[1] % 9 + 2}}} {s[0]} {q[0]}", rf"{n[0] % 6 + 1}\frac{{1}}{{{n[1] % 6 + 2}}} \div {q[1]}", rf"({q[0]} {s[0]} {q[1]}) \times {n[2]}",
    ))  # fmt: skip
    return {"f": Formula(f)}


def _surds(random: Random) -> Slots:
    a, b = random.choice((2, 3, 5, 6, 7)), random.randint(2, 9)
    c = random.randint(2, 6)
    f = random.choice((rf"\sqrt{{{a * b * b}}}", rf"\sqrt{{{a * b * b}}} {random.choice('+-')} \sqrt{{{a}}}", rf"\sqrt{{{a * b * b}}} + \sqrt{{{a * c * c}}}", rf"\sqrt{{{a}}} \times \sqrt{{{a * b * b}}}", rf"{c}\sqrt{{{a}}} + {b}\sqrt{{{a}}}"))  # fmt: skip
    return {"f": Formula(f)}


def _fraction(random: Random) -> Slots:
    a, b, k = random.randint(1, 20), random.randint(2, 20), random.randint(2, 15)
    return {"f": Formula(rf"\frac{{{a * k}}}{{{b * k}}}")}


def _percent(random: Random) -> Slots:
    p = random.choice((random.randint(1, 20) * 5, random.randint(1, 99), f"{random.randint(1, 199) / 2:g}"))
    return {
        "p": p,
        "a": random.choice((random.randint(2, 99) * 10, random.randint(10, 999), random.randint(1, 40) * 25)),
    }


def _root(random: Random) -> Slots:
    n = random.randint(2, 60)
    a = random.choice(
        (
            str(n * n),
            str(n * n),
            str(random.randint(2, 99)),
            f"{round(n * n / 100, 2):g}",
            f"{n * n}00",
            str(random.randint(2, 12) ** 2 * random.choice((2, 3, 5))),
        )
    )
    if random.random() < 0.15:
        k = random.randint(2, 12)
        a = rf"\frac{{{(n % 11 + 1) ** 2}}}{{{k * k}}}"
    return {"a": Formula(a), "eq": Formula(f"x^2 = {a}")}


def _one(random: Random) -> Slots:
    n = random.randint(2, 40)
    angle = random.choice((15, 75, 105, 165, 30, 45, 60, 120, 135, 150))
    a, b = random.randint(-30, 30), random.randint(-30, 30)
    return {
        "square": n * n,
        "sqrt": Formula(rf"\sqrt{{{n * n}}}"),
        "n": n % 9 + 3,
        "fact": Formula(f"{n % 9 + 3}!"),
        "fun": random.choice(("sin", "cos", "tan")),
        "angle": angle,
        "a": str(a),
        "b": str(b if b != a else b + 1),
    }


_UNITS: Final = (
    (1000, ("kilometers", "meters"), ("千米", "米")), (1000, ("kilometres", "metres"), ("公里", "米")), (100, ("meters", "centimeters"), ("米", "厘米")), (10, ("centimeters", "millimeters"), ("厘米", "毫米")), (1000, ("meters", "millimeters"), ("米", "毫米")),
    (1000, ("kilograms", "grams"), ("千克", "克")), (1000, ("liters", "milliliters"), ("升", "毫升")), (60, ("hours", "minutes"), ("小时", "分钟")), (60, ("minutes", "seconds"), ("分钟", "秒")), (24, ("days", "hours"), ("天", "小时")), (12, ("feet", "inches"), ("米", "分米")),
    (3, ("yards", "feet"), ("米", "分米")), (1000, ("tonnes", "kilograms"), ("吨", "千克")), (7, ("weeks", "days"), ("周", "天")), (10000, ("square meters", "square centimeters"), ("平方米", "平方厘米")), (100, ("square decimeters", "square centimeters"), ("平方米", "平方分米")),
    (3600, ("hours", "seconds"), ("小时", "秒")), (100, ("dollars", "cents"), ("元", "分")), (10, ("decimeters", "centimeters"), ("分米", "厘米")), (12, ("years", "months"), ("年", "个月")), (16, ("pounds", "ounces"), ("公顷", "平方米")),
)  # fmt: skip


def _down(random: Random) -> Slots:
    _, (big, small), (da, xiao) = random.choice(_UNITS)
    a = random.choice(
        (
            random.randint(2, 60),
            f"{random.randint(11, 99) / 10:g}",
            f"{random.randint(2, 9)}.5",
            random.randint(2, 12),
            f"{random.randint(11, 399) / 100:g}",
        )
    )
    return {"a": a, "big": big, "small": small, "da": da, "xiao": xiao}


def _up(random: Random) -> Slots:
    times, (big, small), (da, xiao) = random.choice(_UNITS)
    return {
        "a": random.choice(
            (
                times * random.randint(2, 30),
                random.randint(2, 90) * 10,
                times * random.randint(1, 9) // 2 + times,
            )
        ),
        "big": big,
        "small": small,
        "da": da,
        "xiao": xiao,
    }


def _mixed(random: Random) -> Slots:
    times, (big, small), (da, xiao) = random.choice([one for one in _UNITS if one[0] > 11])
    b = random.randint(1, min(times - 1, 950))
    return {
        "a": random.randint(1, 12),
        "b": b,
        "c": times * random.randint(1, 9) + b,
        "big": big,
        "small": small,
        "da": da,
        "xiao": xiao,
    }


def _celsius(random: Random) -> Slots:
    return {"a": random.randint(-4, 24) * 5, "f": random.randint(-2, 20) * 9 + 32}


def _speed(random: Random) -> Slots:
    return {"a": random.randint(1, 40) * 18, "m": random.randint(2, 60)}


def _based(random: Random) -> Slots:
    base = random.choice((2, 2, 2, 8, 16, 3, 4, 5, 6, 7, 9))
    return {
        "a": random.randint(9, 400),
        "b": base,
        "name": {2: "binary", 8: "octal", 16: "hexadecimal"}.get(base, f"base {base}"),
        "han": {2: "二", 8: "八", 16: "十六", 3: "三", 4: "四", 5: "五", 6: "六", 7: "七", 9: "九"}[base],
    }


def _from_base(random: Random) -> Slots:
    drawn = _based(random)
    base, n, digits = int(drawn["b"]), int(drawn["a"]), ""
    while n:
        n, digit = divmod(n, base)
        digits = "0123456789ABCDEF"[digit] + digits
    if random.random() < 0.3:
        digits = digits.lower()
    return {
        **drawn,
        "d": digits,
        "sub": Formula(f"{digits}_{{{base}}}"),
        "paren": Formula(f"({digits})_{{{base}}}"),
    }


_TO: Final = "[convert|change|express|turn|rewrite|transform|write|put]"
KINDS: Final = (
    Phrased("to radians", "angle_measures", _degrees, (
        f"v:{_TO} [{{a}}°|{{a}} degrees|an angle of {{a}}°|the angle {{a}}°|{{a}}° (degrees)] [to|into|in|as] radians", "n:[{a}°|{a} degrees|an angle of {a}°] in radians", "r:How many radians [is|are|are there in|make] [{a}°|{a} degrees]?", "r:{a}° = ___ radians", "r:An angle [measures|is] {a}°. What is [this|its measure|it] in radians?",
        "n:the radian measure of [an angle of |]{a}°", "r:{a}° is how many radians?", "r:What is {a} degrees expressed in radians?", "n:the radian equivalent of {a}°",
    ), (
        "v:[把|将]{a}°[化为|化成|换算成|转换成|改写成|写成|换算为|化作|表示成]弧度[制|]", "r:{a}°[等于|是|合|为|化成]多少弧度？", "v:用弧度[制|]表示{a}°", "n:{a}°的弧度数", "r:{a}°=____弧度", "r:[角|一个角是]{a}°，[它|化成弧度]是多少弧度？", "r:{a}度[是|等于]多少弧度？", "v:[把|将]{a}度[化为|化成|换算成|转换成]弧度", "n:{a}°[用弧度表示|化成弧度后]",
    ), frozenset({180})),
    Phrased("to degrees", "angle_measures", _radians, (
        f"v:{_TO} [{{a}}|{{a}} radians|an angle of {{a}} radians|the angle {{a}}|{{a}} rad] [to|into|in|as] degrees", "n:[{a}|{a} radians|an angle of {a} radians] in degrees", "r:How many degrees [is|are|are there in|make] {a}[ radians|]?", "r:{a} [radians |]= ___ degrees", "n:the degree measure of [an angle of |]{a}[ radians|]",
        "r:An angle [measures|is] {a} radians. What is [this|its measure|it] in degrees?", "r:{a} radians is how many degrees?", "n:the degree equivalent of {a} radians",
    ), (
        "v:[把|将]{a}[弧度|][化为|化成|换算成|转换成|改写成|写成][角度|度|度数]", "r:{a}[弧度|][等于|是|合|为]多少度？", "v:用[角度|度]表示{a}[弧度|]", "n:{a}[弧度|]的度数", "r:{a}[弧度|]=____度", "v:[把|将]弧度{a}[化为|化成|换算成]角度", "r:{a}化成角度是多少[度|]？",
    ), frozenset({180})),
    Phrased("sum", "arithmetic", _pair, ("n:the sum of {a} and {b}", "n:{a} plus {b}", "v:add {a} and {b}", "v:add {a} to {b}", "n:{sum}", "r:What do you get when you add {a} and {b}?", "r:How much is {sum}?", "r:{sum} = ?", "n:the total of {a} and {b}"),
            ("n:{a}[与|和|加]{b}的和", "n:{a}加{b}", "n:{a}加上{b}", "n:{sum}", "r:{sum}=____", "r:{sum}=？", "v:计算：{sum}", "v:计算{a}加{b}[的和|]", "r:{a}与{b}相加，[和|结果|得]是多少？")),
    Phrased("difference", "arithmetic", _pair, ("n:the difference between {a} and {b}", "n:{a} minus {b}", "v:subtract {b} from {a}", "v:take {b} away from {a}", "n:{less}", "r:What is left when {b} is taken from {a}?", "r:How much is {less}?", "r:{less} = ?"),
            ("n:{a}[与|减|减去]{b}的差", "n:{a}减{b}", "n:{a}减去{b}", "n:{less}", "r:{less}=____", "v:计算：{less}", "v:计算{a}减{b}[的差|]", "r:从{a}里减去{b}，[还剩多少|结果是多少|得多少]？")),
    Phrased("product", "arithmetic", _pair, ("n:the product of {a} and {b}", "n:{a} times {b}", "v:multiply {a} by {b}", "v:multiply {a} and {b}", "n:{times}", "r:How much is {times}?", "r:{times} = ?"),
            ("n:{a}[与|和|乘]{b}的积", "n:{a}乘{b}", "n:{a}乘以{b}", "n:{times}", "r:{times}=____", "v:计算：{times}", "v:计算{a}乘{b}[的积|]", "r:{a}与{b}相乘，[积|结果|得]是多少？")),
    Phrased("quotient", "arithmetic", _pair, ("n:the quotient of {a} and {b}", "n:{a} divided by {b}", "v:divide {a} by {b}", "n:{over}", "r:How much is {over}?", "r:{over} = ?"),
            ("n:{a}除以{b}的商", "n:{a}除以{b}", "n:{over}", "r:{over}=____", "v:计算：{over}", "v:计算{a}除以{b}[的商|]", "r:{a}除以{b}，[商|结果|得]是多少？")),
    Phrased("expression", "arithmetic", _expression, (
        "v:[calculate|compute|evaluate|work out|simplify|do] {f}", "v:[evaluate|simplify] the expression {f}", "n:[the value of |the result of |]{f}", "r:{f} = ?", "r:{f}", "r:How much is {f}?", "r:[Evaluate|Calculate|Compute|Work out]: {f}", "v:find the [exact |]value of {f}",
    ), ("v:[计算|算一算|脱式计算|求值|试计算|直接写出得数|口算|简便计算]：{f}", "v:[计算|算出]{f}", "n:{f}[|的值|的结果]", "r:{f}=____", "r:{f}=？", "r:{f}等于[多少|几]？", "v:求{f}的值", "v:计算下[面|列]各题：{f}", "v:计算{f}的结果", "r:{f}的[结果|得数]是[多少|几]？")),
    Phrased("surds", "arithmetic", _surds, ("v:[simplify|calculate|simplify the radical|simplify the expression|write in simplest form:] {f}", "n:{f} in simplest radical form", "v:write {f} in [simplest|simplified] [radical |]form", "r:Simplify: {f}", "n:the simplest form of {f}"),
            ("v:[化简|计算|化简二次根式]：{f}", "v:[化简|计算]{f}", "v:[把|将]{f}[化简|化成最简二次根式]", "n:{f}的[值|最简形式]", "n:{f}", "r:{f}=____")),
    Phrased("lowest terms", "arithmetic", _fraction, ("v:[simplify|reduce] {f}[ to lowest terms|]", "v:[simplify|reduce] the fraction {f}", "v:write {f} in [lowest terms|simplest form|its simplest form]", "n:{f} in [lowest terms|simplest form]", "n:the simplest form of {f}", "v:reduce {f} to its simplest form", "v:cancel {f} down"),
            ("v:[化简|约分|把下面的分数约分|计算]：{f}", "v:[把|将]{f}[约分|化成最简分数|化简]", "v:[约分|化简]{f}", "n:{f}的最简分数", "r:{f}化成最简分数是多少？", "v:化简分数{f}")),
    Phrased("percent of", "arithmetic", _percent, ("n:{p}% of {a}", "n:{p} percent of {a}", "r:How much is {p}% of {a}?", "r:{p}% of {a} is [what|how much|what number]?", "v:take {p}% of {a}", "r:What number is {p}% of {a}?", "r:{p}% of {a} = ?"),
            ("n:{a}的{p}%", "r:{a}的{p}%[是多少|等于多少|是几]？", "r:[求|]一个数，它是{a}的{p}%[。|]", "r:{a}的{p}%=____", "v:计算{a}的{p}%", "r:{a}的百分之{p}是多少？"), frozenset({100})),
    Phrased("percent more", "arithmetic", _percent, ("r:What number is {p}% more than {a}?", "n:the number that is {p}% more than {a}", "v:increase {a} by {p}%", "n:{a} increased by {p}%", "r:Which number is {p}% greater than {a}?"), ("n:比{a}多{p}%的数", "r:比{a}多{p}%的数是[多少|几]？", "r:{a}增加{p}%[后|以后|之后][是|等于]多少？", "r:一个数比{a}多{p}%，这个数是多少？", "v:把{a}增加{p}%"), frozenset({100})),
    Phrased("percent less", "arithmetic", _percent, ("r:What number is {p}% less than {a}?", "n:the number that is {p}% less than {a}", "v:decrease {a} by {p}%", "n:{a} decreased by {p}%", "v:reduce {a} by {p}%", "n:{a} reduced by {p}%"), ("n:比{a}少{p}%的数", "r:比{a}少{p}%的数是[多少|几]？", "r:{a}减少{p}%[后|以后|之后][是|等于]多少？", "r:一个数比{a}少{p}%，这个数是多少？"), frozenset({100})),
    Phrased("square root", "arithmetic", _one, ("n:the [square root|positive square root|principal square root] of {square}", "n:{sqrt}", "v:[evaluate|simplify|calculate] {sqrt}", "r:What positive number squared is {square}?", "v:take the square root of {square}"), ("n:{square}的算术平方根", "n:{sqrt}[|的值]", "v:计算[：|]{sqrt}", "r:{square}的算术平方根是[多少|几]？", "r:{sqrt}=____")),
    Phrased("factorial", "arithmetic", _one, ("n:{fact}", "v:[evaluate|compute|calculate|work out] {fact}", "n:the value of {fact}", "n:{n} factorial", "r:{fact} = ?"), ("v:计算[：|]{fact}", "n:{fact}[|的值]", "n:{n}的阶乘", "r:{fact}=____")),
    Phrased("apart", "arithmetic", _one, ("r:How far apart are {a} and {b} on [the|a] number line?", "n:the distance between {a} and {b} on [the|a] number line", "r:What is the distance [from {a} to {b}|between {a} and {b}] on the number line?", "n:the distance from {a} to {b} on [the|a] number line", "r:On [the|a] number line, how far is {a} from {b}?"),
            ("r:数轴上{a}与{b}[之间的距离|的距离]是[多少|几]？", "n:数轴上表示{a}[和|与]{b}的两点[间|之间]的距离", "r:在数轴上，{a}和{b}相距多少？")),
    Phrased("exact angle", "arithmetic", _one, ("n:the [exact |]value of {fun} {angle}°", "n:{fun} {angle}°", "v:[evaluate|calculate|find] {fun}({angle}°)[ exactly|]", "v:find {fun} {angle}° [exactly|without a calculator|]", "r:What is the exact value of {fun}({angle}°)?"), ("n:{fun}{angle}°[|的值|的精确值]", "v:计算[：|]{fun}{angle}°", "r:{fun}{angle}°=____", "r:{fun}{angle}°的值是多少？"), frozenset({180})),
    Phrased("both roots", "both_roots", _root, (
        "n:[both|the two|all the|the] square roots of {a}", "v:[find|give|state|list|name|write down] [both|the two|all|all the] [real |]square roots of {a}", "r:What are [both|the|the two] square roots of {a}?", "r:Which [real |]numbers [have the square|squared give|when squared give] {a}?", "r:{a} has two square roots. [Find them|What are they|Give both].",
        "r:What two numbers have a square of {a}?", "n:the positive and negative square roots of {a}", "r:Which two numbers are the square roots of {a}?",
    ), ("n:{a}的平方根", "r:{a}的平方根[是多少|是什么|有哪些|为____|是____|是几]？", "r:[写出|找出|给出|说出]{a}的[所有|两个|]平方根[。|]", "r:哪[个|些]数的平方[是|等于]{a}？", "r:[一个数|某数]的平方[是|等于]{a}，[求这个数|这个数是多少][。|？]", "r:{a}的[两个|]平方根分别是[多少|什么]？", "r:平方等于{a}的数是[多少|____]？")),
    Phrased("smaller unit", "units", _down, (
        "v:[convert|change|express|turn] {a} {big} [to|into|in] {small}", "r:How many {small} [are in|are there in|make up|are] {a} {big}?", "n:{a} {big} in {small}", "r:{a} {big} = ___ {small}", "r:{a} {big} is how many {small}?", "v:write {a} {big} in {small}", "n:the number of {small} in {a} {big}", "r:What is {a} {big} in {small}?", "r:{a} {big} equals how many {small}?",
    ), ("r:{a}{da}[=|等于|是|合|＝][(  )|____|多少|几]{xiao}", "v:[把|将]{a}{da}[化成|换算成|改写成|化为|换成]{xiao}", "r:{a}{da}[等于|是|合]多少{xiao}？", "r:{a}{da}[里|中]有多少{xiao}？", "r:{a}{da}换算成{xiao}是多少？", "v:用{xiao}表示{a}{da}"), frozenset({3, 7, 10, 12, 16, 24, 60, 100, 1000, 3600, 10000})),
    Phrased("larger unit", "units", _up, (
        "v:[convert|change|express|turn] {a} {small} [to|into|in] {big}", "r:How many {big} [are in|are there in|make|are] {a} {small}?", "n:{a} {small} in {big}", "r:{a} {small} = ___ {big}", "r:{a} {small} is how many {big}?", "v:write {a} {small} in {big}", "n:the number of {big} in {a} {small}", "r:What is {a} {small} in {big}?",
    ), ("r:{a}{xiao}[=|等于|是|合][(  )|____|多少|几]{da}", "v:[把|将]{a}{xiao}[化成|换算成|改写成|化为|换成]{da}", "r:{a}{xiao}[等于|是|合]多少{da}？", "r:{a}{xiao}换算成{da}是多少？", "v:用{da}[作单位|]表示{a}{xiao}"), frozenset({3, 7, 10, 12, 16, 24, 60, 100, 1000, 3600, 10000})),
    Phrased("two units", "units", _mixed, (
        "r:How many {small} are [there |]in {a} {big} [and |]{b} {small}?", "v:[convert|change|express] {a} {big} [and |]{b} {small} [to|into|in] {small}", "n:{a} {big} and {b} {small} in {small}", "r:{a} {big} {b} {small} = ___ {small}",
    ), ("r:{a}{da}{b}{xiao}[=|等于|是|合][(  )|____|多少]{xiao}", "v:[把|将]{a}{da}{b}{xiao}[化成|换算成|化为]{xiao}", "r:{a}{da}{b}{xiao}[等于|是|一共是]多少{xiao}？"), frozenset({7, 12, 16, 24, 60, 100, 1000, 3600, 10000})),
    Phrased("into two units", "units", _mixed, ("v:[convert|express|change] {c} {small} [to|into|in] {big} and {small}", "r:How many {big} and {small} are [there |]in {c} {small}?", "r:{c} {small} = ___ {big} ___ {small}"), ("r:{c}{xiao}=[(  )|____]{da}[(  )|____]{xiao}", "v:[把|将]{c}{xiao}[化成|换算成]{da}和{xiao}", "r:{c}{xiao}是多少{da}多少{xiao}？", "r:{c}{xiao}等于几{da}几{xiao}？"), frozenset({7, 12, 16, 24, 60, 100, 1000, 3600, 10000})),
    Phrased("fahrenheit", "units", _celsius, ("v:[convert|change|express] [{a}°C|{a} degrees Celsius] [to|into|in] [degrees |]Fahrenheit", "n:[{a}°C|{a} degrees Celsius] in [degrees |]Fahrenheit", "r:What is {a}°C in [degrees |]Fahrenheit?", "r:How many degrees Fahrenheit is {a}°C?"), ("v:[把|将]{a}[℃|摄氏度][化成|换算成|转换成]华氏[温度|度]", "r:{a}[℃|摄氏度][等于|是]多少华氏度？"), frozenset({5, 9, 32})),
    Phrased("celsius", "units", _celsius, ("v:[convert|change|express] [{f}°F|{f} degrees Fahrenheit] [to|into|in] [degrees |]Celsius", "n:[{f}°F|{f} degrees Fahrenheit] in [degrees |]Celsius", "r:How many degrees Celsius is {f}°F?"), ("v:[把|将]{f}[℉|华氏度][化成|换算成|转换成]摄氏[温度|度]", "r:{f}[℉|华氏度][等于|是]多少摄氏度？"), frozenset({5, 9, 32, 160})),
    Phrased("speed", "units", _speed, ("v:[convert|change|express] {a} [km/h|kilometers per hour] [to|into|in] [m/s|meters per second]", "n:{a} km/h in m/s", "r:How many m/s is {a} km/h?", "r:{a} km/h = ___ m/s"), ("v:[把|将]{a}[千米/时|km/h|千米每小时][化成|换算成|化为][米/秒|m/s|米每秒]", "r:{a}[千米/时|km/h][等于|是|=][多少|____][米/秒|m/s]"), frozenset({1000, 3600, 5, 18})),
    Phrased("speed back", "units", _speed, ("v:[convert|change|express] {m} [m/s|meters per second] [to|into|in] [km/h|kilometers per hour]", "n:{m} m/s in km/h", "r:How many km/h is {m} m/s?"), ("v:[把|将]{m}[米/秒|m/s|米每秒][化成|换算成|化为][千米/时|km/h]", "r:{m}[米/秒|m/s][等于|是]多少[千米/时|km/h]？"), frozenset({1000, 3600, 5, 18})),
    Phrased("from a base", "bases", _from_base, (
        "v:[convert|change|rewrite|turn|express] [the {name} number|{name}] {d} [to|into|in|as] [decimal|base 10|base ten|a decimal number]", "v:convert {sub} to [decimal|base 10]", "n:{sub} in [base 10|decimal]", "n:{d} [(base {b})|in base {b}] in [base 10|decimal]", "v:convert {d} from [{name}|base {b}] to [decimal|base 10]", "r:What [decimal number|number] is {sub}[ in base 10|]?",
        "n:the decimal [value|form] of [the {name} number {d}|{sub}]", "v:write {sub} [in base 10|as a decimal number]", "r:What is [the {name} number|{name}] {d} in [decimal|base 10]?",
    ), ("v:[把|将]{han}进制数[{d}|{paren}|{sub}][化为|化成|转换成|转化为|写成|换成]十进制[数|]", "r:{han}进制数[{d}|{paren}|{sub}][转换成|化为|化成]十进制[数|][是多少|是几|等于多少]？", "r:{han}进制[数|的]{d}[等于|对应]十进制的多少？", "n:{han}进制数{d}的十进制[值|形式]", "v:[把|将][{paren}|{sub}]化[为|成]十进制[数|]"), frozenset(range(2, 17))),
)  # fmt: skip
