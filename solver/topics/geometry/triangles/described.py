"""Triangles without letters: "the base angle of an isosceles triangle", 两直角边为3和4的直角三角形 get the letters A, B, C.

In a right triangle the right angle is C and the legs are BC and AC; in an isosceles one the angle at the apex is A.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from solver.topics.geometry.triangles.called_angles import with_called_angle

_FUNCTIONS: Final = {
    "sine": "sin", "cosine": "cos", "tangent": "tan", "cotangent": "cot", "正弦": "sin", "余弦": "cos", "正切": "tan", "余切": "cot",
}  # fmt: skip
_LABELLED: Final = re.compile(
    r"[△▲∆Δ∠]|\\(?:triangle|angle|Delta)|(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])|(?:sin|cos|tan|cot)\W{0,3}\d?[A-Z](?![a-z])|角形?[A-Z]|(?<![A-Za-z])[B-HJ-Z](?![A-Za-z])|[=+\-({]\s*A(?![A-Za-z])|(?<![A-Za-z])A\s*[=+\-)}]|\bangles?\s+\$?[A-Z]\b|\$[A-Z]\$|(?<![A-Za-z])[A-Z]{2}\s*="
)
_NAME: Final = re.compile(
    r"\$?(?:[△▲∆Δ]|\\(?:triangle|Delta)\s*\{?)\s*[A-Z]{3}\}?(?![A-Za-z])\$?|(?<=三角形)\s*\$?[A-Z]{3}\$?(?![A-Za-z])|(?<=riangle)\s+\$?[A-Z]{3}\$?(?![A-Za-z])"
)
_TRIANGLE: Final = re.compile(r"(?i)三角形|triangle")
_N: Final = r"\$?\s*(\d+(?:\.\d+)?|\\?sqrt\s*[({]\d+[)}]|√\d+|\d+\\?sqrt\s*[({]\d+[)}]|\d+√\d+)\s*\$?(?:\s*(?:cm|m|厘米|米|units?))?"
_ANGLE: Final = r"\$?\s*(\d+(?:\.\d+)?)\s*\$?\s*(?:°|\^\{?\\circ\}?|度|-?\s*degrees?)\$?"


def functions_in_words(text: str) -> str:
    """`the sine of angle A`, 角A的正弦值 → sin A."""
    letter = r"\$?\s*([A-Z])\s*\$?(?![A-Za-z])"
    text = re.sub(
        rf"(?i:\b(?:the\s+)?(?:value\s+of\s+(?:the\s+)?)?(sine|cosine|tangent|cotangent)\s+of\s+(?:the\s+)?(?:angle\s+)?)(?:\$?(?:∠|\\angle)\s*)?{letter}",
        lambda m: rf" $\{_FUNCTIONS[m[1].lower()]} {m[2]}$ ",
        text,
    )
    angle = r"\$?\s*(\d+(?:\.\d+)?\s*(?:°|\^\{?\\circ\}?|度|-?\s*degrees?)|\d*(?:π|\\pi|pi)\s*/\s*\d+|\\frac\{\d*\\pi\}\{\d+\})\s*\$?"
    text = re.sub(
        rf"(?i)\b(?:the\s+)?(sine|cosine|tangent|cotangent)\s+of\s+(?:an\s+angle\s+of\s+|the\s+angle\s+)?{angle}",
        lambda m: rf" $\{_FUNCTIONS[m[1].lower()]} {_in_signs(m[2])}$ ",
        text,
    )
    text = re.sub(
        rf"{angle}\s*角?的(正弦|余弦|正切|余切)函?数?值?",
        lambda m: rf" $\{_FUNCTIONS[m[2]]} {_in_signs(m[1])}$ ",
        text,
    )
    return re.sub(
        rf"(?:\$?(?:∠|\\angle)\s*|[顶底锐内]?角)?\s*{letter}\s*的?(正弦|余弦|正切|余切)函?数?值?",
        lambda m: rf" $\{_FUNCTIONS[m[2]]} {m[1]}$ ",
        text,
    )


def _in_signs(angle: str) -> str:
    return re.sub(r"\s*(?:度|-?\s*degrees?)", "°", angle).replace("pi", r"\pi").replace(r"\\pi", r"\pi")


def _unnamed(name: str, text: str) -> str:
    """The word in place of △ABC; nothing in place of the ABC of "triangle ABC"."""
    if not re.search(r"[△▲∆Δ\\]", name):
        return " "
    return "三角形" if re.search(r"[\u3400-\u9fff]", text) else " triangle "


def _special(text: str) -> str:
    """A 30-60-90 triangle has the angles A = 30°, B = 60° and C = 90°."""
    match = re.search(
        r"(?i)\b(?:an?|the|any)?\s*\$?(\d+)\s*°?\s*[-–]\s*(\d+)\s*°?\s*[-–]\s*(\d+)\s*°?\$?\s*(?:right\s+)?(?:special\s+)?triangle",
        text,
    )
    if match is None:
        return text
    numbers = sorted(map(int, match.groups()))
    if sum(numbers) != 180 and numbers[0] + numbers[1] > numbers[2] and "°" not in match[0]:
        sides = " , ".join(match.groups())  # a 3-4-5 triangle
        rest = f"{text[: match.start()]} a triangle {text[match.end() :]} , triangle with sides {sides}"
        return _three_sides(rest) or text
    if sum(numbers) != 180:
        return text
    rest = text[: match.start()] + " triangle " + text[match.end() :]
    order = sorted(zip(map(int, match.groups()), "ABC", strict=True))
    for words, (_, letter) in ((r"smallest\s+(?:acute\s+)?angle", order[0]), (r"largest\s+angle", order[2])):
        rest = named(rest, words, letter)
    if order[1][0] < order[2][0] == 90:
        rest = named(rest, r"larger\s+acute\s+angle", order[1][1])
        rest = named(rest, r"smaller\s+acute\s+angle", order[0][1])
    if order[0][0] == order[1][0] == 45:
        rest = named(rest, r"(?:one\s+of\s+the\s+)?acute\s+angles?", order[0][1])
    for value, letter in zip(match.groups(), "ABC", strict=True):
        rest = named(rest, rf"\$?{value}\s*(?:°|-?degree)\$?\s+angle", letter)
    return rest + "".join(f" , ${v}={d}°$ " for v, d in zip("ABC", match.groups(), strict=True))


def described(text: str) -> str:
    """The text with letters, where it describes a triangle without any; else as it is."""
    if not _LABELLED.search(text) and (special := _special(text)) != text:
        return functions_in_words(special)
    unnamed = _NAME.sub(lambda m: _unnamed(m[0], text), text)
    if not _LABELLED.search(unnamed):
        text = unnamed  # a name that nothing refers to
    if not _TRIANGLE.search(text) or _LABELLED.search(text):
        return functions_in_words(with_called_angle(text))
    text = re.sub(r"(?i)\b(?:right|acute)[- ]angled", lambda m: m[0].split("-")[0].split()[0], text)
    for way in (
        _equal_angles,
        _right_sides,
        _three_sides,
        _three_angles,
        _two_angles,
        _two_sides,
        _ratio,
        _isosceles,
        _right_angle,
    ):
        if (found := way(text)) is not None:
            return functions_in_words(found)
    return functions_in_words(text)


def named(text: str, phrases: str, letter: str) -> str:
    """The text with the letter in place of the words that describe this angle or side."""
    return re.sub(
        rf"(?i)(?:\b(?:the|its|an|a|each|one|either|any)\s+)*(?<![A-Za-z])(?:{phrases})",
        f" ${letter}$ ",
        text,
    )


def _equal_angles(text: str) -> str | None:
    """Equilateral and isosceles right triangles: one angle is as good as another."""
    if re.search(r"(?i)equilateral|等边|正三角形|regular triangle", text):
        angle = r"one\s+of\s+(?:the|its)\s+(?:interior\s+)?angles|(?:interior\s+)?angle(?!s)|(?:任意|每|其中)?一?个?内角|每个角|任一内角"
        return named(text, angle, "A")
    isosceles_right = r"(?i)isosceles\s+right|right\s+isosceles|等腰直角三角形|等腰\s*rt"
    if re.search(isosceles_right, text):
        acute = r"one\s+of\s+(?:the|its)\s+(?:acute|base)\s+angles|(?:acute|base)\s+angle(?!s)|(?:任意|每|其中)?一?个?(?:锐角|底角)"
        if re.search(rf"(?i){acute}", text):
            return named(text, acute, "A") + " , $C=90°$ "
    return None


def _right_sides(text: str) -> str | None:
    """A right triangle with two of its sides."""
    if not re.search(r"(?i)right\s+triangle|直角三角形|rt三角形|hypotenuse|斜边", text):
        return None
    text = re.sub(
        r"(?i)\b(?:the\s+)?(hypotenuse|legs|sides?)\s+of\s+(?:a|the|this)\s+right\s+triangle\b",
        r" right triangle , \1 ",
        text,
    )
    sides: dict[str, str] = {}
    two = rf"(?:legs?|两条?直角边长?|直角边长?)\s*(?:的?长度?)?\s*(?:of\s+(?:lengths?\s+)?|with\s+lengths?\s+|measuring\s+|measure\s+|lengths?\s+|are\s+|have\s+lengths?\s+|分别)?\s*(?:为|是|are|of)?\s*{_N}\s*(?:and|和|与|、|,)\s*{_N}"
    match = re.search(rf"(?i){two}", text)
    if match:
        sides = {"BC": match[1], "AC": match[2]}
        text = text[: match.start()] + text[match.end() :]
    hypotenuse = rf"(?:\b(?:the|a|its|an?d?)\s+)*(?:hypotenuse|斜边)\s*(?:的?长度?)?\s*(?:of\s+(?:length\s+)?|has\s+length\s+|is\s+|length\s+|=|为|是|长为?)?\s*{_N}"
    if match := re.search(rf"(?i){hypotenuse}", text):
        sides["AB"] = match[1]
        text = text[: match.start()] + text[match.end() :]
        one = rf"(?:\b(?:one|a|the|with)\s+)*(?:leg|一条?直角边|直角边)\s*(?:的?长度?)?\s*(?:of\s+(?:length\s+)?|has\s+length\s+|is\s+|length\s+|=|为|是|长为?)?\s*{_N}"
        if "BC" not in sides and (match := re.search(rf"(?i){one}", text)):
            sides["BC"] = match[1]
            text = text[: match.start()] + text[match.end() :]
    if len(sides) != 2:
        return None
    if set(sides) == {"AB", "BC"}:
        text = named(
            text, r"angle\s+between\s+(?:them|these(?:\s+two)?(?:\s+sides)?)|(?:这两边|它们)的?夹角", "B"
        )
    opposite = {"BC": "A", "AC": "B"}
    for side, letter in opposite.items():
        if side not in sides:
            continue
        length = re.escape(sides[side])
        leg = rf"(?:the\s+)?(?:leg|side)\s+(?:of\s+)?(?:with\s+)?(?:length\s+)?\$?{length}\$?(?!\d)"
        other = "B" if letter == "A" else "A"
        text = named(
            text,
            rf"(?:acute\s+)?angle\s+(?:that\s+is\s+|which\s+is\s+)?(?:opposite|facing)\s+(?:to\s+)?{leg}",
            letter,
        )
        text = named(
            text,
            rf"(?:acute\s+)?angle\s+(?:that\s+is\s+|which\s+is\s+)?(?:adjacent|next)\s+to\s+{leg}",
            other,
        )
        text = named(text, rf"(?:长为?)?\$?{length}\$?的?(?:直角)?边所?对的?(?:锐?角)", letter)
    return by_size(text, sides) + "".join(f" , ${n}={v}$ " for n, v in sides.items()) + " , $C=90°$ "


def by_size(text: str, sides: dict[str, str]) -> str:
    """The smaller and the larger acute angle, where whole numbers tell which is which."""
    sizes = {name: square_of(v) for name, v in sides.items()}
    if None in sizes.values():
        return text
    lengths = {name: v for name, v in sizes.items() if v is not None}
    if "AB" in lengths:
        known = next(n for n in lengths if n != "AB")
        other = "AC" if known == "BC" else "BC"
        squared = {known: lengths[known], other: lengths["AB"] - lengths[known]}
    else:
        squared = lengths
    if squared["BC"] == squared["AC"]:
        return text
    small, large = ("A", "B") if squared["BC"] < squared["AC"] else ("B", "A")
    text = named(
        text,
        r"small(?:er|est)\s+(?:acute\s+|interior\s+)?angle|较小的?锐角|最小的?(?:锐角|内角|角)|小锐角|较小的?角",
        small,
    )
    return named(
        text, r"larger\s+acute\s+angle|largest\s+acute\s+angle|较大的?锐角|最大的?锐角|大锐角", large
    )


def square_of(length: str) -> Fraction | None:
    """The square of a length such as 5, 2.5 or 2√3."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)?\s*(?:(?:√|\\?sqrt\s*[({])(\d+)[)}]?)?", length.strip())
    if match is None or not any(match.groups()):
        return None
    return Fraction(match[1] or 1) ** 2 * int(match[2] or 1)


def _three_sides(text: str) -> str | None:
    """Three sides as numbers; the largest angle lies opposite the longest."""
    between = r"\s*(?:,\s*and|,|、|and|和|与|:)\s*"
    text = re.sub(
        r"(?i)\b(?:the\s+)?(?:three\s+)?(sides)\s+of\s+(?:a|the)\s+(right\s+)?triangle\b",
        r" \2triangle , \1 ",
        text,
    )
    match = re.search(
        rf"(?i)(?:\b(?:with|has|having|whose|the)\s+)*(?:sides?(?:\s+of)?(?:\s+lengths?)?(?:\s+(?:of|are|measure|measuring|are\s+in\s+(?:the\s+)?ratio(?:\s+of)?|in\s+the\s+ratio(?:\s+of)?))?|side\s+lengths?(?:\s+(?:of|are))?|三条?边(?:的?长度?)?(?:分别)?(?:之比|的比|比)?(?:为|是)?)\s*{_N}{between}{_N}{between}{_N}",
        text,
    )
    if match is None:
        return None
    found = [square_of(match[k]) for k in (1, 2, 3)]
    lengths = [v for v in found if v is not None]
    if len(lengths) != 3:
        return None
    rest = text[: match.start()] + " " + text[match.end() :]
    order = sorted(range(3), key=lambda k: lengths[k])
    if lengths[order[1]] < lengths[order[2]]:
        rest = named(
            rest, r"(?:largest|greatest|biggest)\s+(?:interior\s+)?angle|最大的?(?:内角|角)", "ABC"[order[2]]
        )
    if lengths[order[0]] < lengths[order[1]]:
        rest = named(rest, r"smallest\s+(?:interior\s+)?angle|最小的?(?:内角|角)", "ABC"[order[0]])
    for k, letter in enumerate("ABC"):
        if lengths.count(lengths[k]) == 1:
            length = re.escape(match[k + 1])
            rest = named(
                rest,
                rf"angle\s+(?:that\s+is\s+|which\s+is\s+|lying\s+)?(?:opposite|facing)\s+(?:to\s+)?(?:the\s+)?side\s+(?:of\s+|with\s+)?(?:length\s+)?\$?{length}\$?(?!\d)|(?:长为?)?\$?{length}\$?的?边所?对的?(?:内?角)",
                letter,
            )
    right = ""
    if re.search(r"(?i)right\s+triangle|直角三角形", rest):
        if lengths[order[0]] + lengths[order[1]] != lengths[order[2]]:
            return None
        right = f" , ${'ABC'[order[2]]}=90°$ "
        others = [lengths[k] for k in order[:2]]
        if others[0] < others[1]:
            rest = named(rest, r"larg(?:er|est)\s+acute\s+angle|[较最]大的?锐角", "ABC"[order[1]])
            rest = named(rest, r"small(?:er|est)\s+(?:acute\s+)?angle|[较最]小的?锐角", "ABC"[order[0]])
    told = "".join(f" , ${n}={match[k]}$ " for n, k in (("BC", 1), ("CA", 2), ("AB", 3)))
    return rest + told + right


def _three_angles(text: str) -> str | None:
    """Three angles as numbers, the smallest, middle and largest of them."""
    between = r"\s*(?:,\s*and|,|、|and|和|与)\s*"
    match = re.search(
        rf"(?i)(?:\b(?:with|has|having|whose|the)\s+)*(?:three\s+)?(?:interior\s+)?(?:\bangles?(?:\s+of\s+(?:a|the)\s+triangle)?(?:\s+(?:of|are|measure|measuring))*|(?:的?三?个?内角)(?:的?度数)?(?:分别)?(?:为|是)?)\s*{_ANGLE}{between}{_ANGLE}{between}{_ANGLE}",
        text,
    )
    if match is None:
        return None
    angles = [Fraction(match[k]) for k in (1, 2, 3)]
    rest, order = text[: match.start()] + " " + text[match.end() :], sorted(range(3), key=lambda k: angles[k])
    if len(set(angles)) == 3:
        rest = named(
            rest, r"(?:largest|greatest|biggest)\s+(?:interior\s+)?angle|最大的?(?:内角|角)", "ABC"[order[2]]
        )
        rest = named(rest, r"(?:smallest|least)\s+(?:interior\s+)?angle|最小的?(?:内角|角)", "ABC"[order[0]])
    told = "".join(f" , ${v}={match[k]}°$ " for k, v in enumerate("ABC", 1))
    return f"{rest} , triangle {told}" if re.search(r"[a-z]{4}", rest) else rest + told


def _two_angles(text: str) -> str | None:
    """Two angles as numbers; the third one is C."""
    match = re.search(
        rf"(?i)(?:\b(?:the|if|suppose)\s+)*(?:two\s+(?:of\s+the\s+)?(?:interior\s+)?\bangles(?:\s+(?:of|in)\s+(?:a|the)\s+triangle)?\s+(?:are|measure|of)|(?:的?两个?内?角)(?:的?度数)?(?:分别)?(?:为|是))\s*{_ANGLE}\s*(?:and|,|、|和|与)\s*{_ANGLE}"
        rf"|\b(?:one|an)\s+angle\s+(?:of|in)\s+(?:a|the)\s+triangle\s+(?:is|measures)\s+{_ANGLE}\s*,?\s*(?:and|while)\s+(?:another|the\s+other|a\s+second)(?:\s+(?:one|angle))?\s+(?:is|measures)\s+{_ANGLE}",
        text,
    )
    if match is None:
        return None
    one, other = (g for g in match.groups() if g)
    third = r"(?:third|remaining|other|last)\s+angle|第三个?(?:内?角)|另一个?(?:内?角)|第三角"
    rest = named(f"{text[: match.start()]} , {text[match.end() :]}", third, "C")
    triangle = "" if re.search(r"[\u3400-\u9fff]", text) else " , triangle "
    return f"{rest}{triangle} , $A={one}°$ , $B={other}°$ "


def _two_sides(text: str) -> str | None:
    """Two sides as numbers with the angle between them: BC, AC and C; the third side is AB."""
    pair = rf"{_N}\s*(?:and|和|与|、|,)\s*{_N}"
    sides = re.search(
        r"(?i)(?:\b(?:with|has|having|whose|the|if|its)\s+)*(?:two\s+(?:of\s+(?:the\s+|its\s+)?)?sides?(?:\s+lengths?)?(?:\s+of\s+(?:a|the)\s+triangle)?"
        rf"(?:\s+(?:of|are|measure|measuring|have|with|lengths?|long))*|(?:的?两条?边长?|两边)(?:的?长)?(?:分别)?(?:为|是)?)\s*{pair}(?:\s*(?:long|in length))?",
        text,
    )
    angle = re.search(
        r"(?i)(?:\b(?:and|with|has|the|an?)\s+)*(?:included\s+angle|angle\s+(?:included\s+)?between\s+(?:them|these\s+(?:two\s+)?sides|the\s+two\s+sides|the\s+sides)|(?:它们|这两边|两边)?的?夹角)"
        rf"(?:\s*(?:of|is|measures|equal\s+to|equals|measuring|为|是|等于))*\s*{_ANGLE}",
        text,
    )
    if sides is None or angle is None:
        return None
    for match in sorted((sides, angle), key=lambda m: -m.start()):
        text = f"{text[: match.start()]} , triangle , {text[match.end() :]}"
    text = named(
        text,
        r"(?:length\s+of\s+)?(?:the\s+)?(?:third|other|remaining|opposite)\s+side|第三条?边长?的?长?|另一边长?|夹角的?对边",
        "AB",
    )
    return f"{text} , $BC={sides[1]}$ , $AC={sides[2]}$ , $C={angle[1]}°$ "


def _ratio(text: str) -> str | None:
    """Angles in the ratio 1:2:3, smallest and largest of them."""
    numbers = r"\$?\s*(\d+)\s*:\s*(\d+)\s*:\s*(\d+)\s*\$?"
    match = re.search(
        rf"(?i)(?:the\s+)?(?:three\s+)?(?:interior\s+)?angles\s+(?:of\s+(?:a|the)\s+triangle\s+)?(?:are\s+)?in\s+the\s+ratio\s+(?:of\s+)?{numbers}",
        text,
    ) or re.search(rf"三?个?(?:内角|角)(?:的?度数|的?大小)?(?:之|的)?比(?:为|是|等于)?{numbers}", text)
    if match is None:
        return None
    parts = [int(match[k]) for k in (1, 2, 3)]
    order = sorted(range(3), key=lambda k: parts[k])
    rest = (
        text[: match.start()] + f" triangle $A:B:C={parts[0]}:{parts[1]}:{parts[2]}$ " + text[match.end() :]
    )
    if parts[order[1]] < parts[order[2]]:
        rest = named(
            rest, r"(?:largest|greatest|biggest)\s+(?:interior\s+)?angle|最大的?(?:内角|角)", "ABC"[order[2]]
        )
    if len(set(parts)) > 1:  # one of two equal ones is as good as the other
        rest = named(rest, r"smallest\s+(?:interior\s+)?angle|最小的?(?:内角|角)", "ABC"[order[0]])
    return rest


def _isosceles(text: str) -> str | None:
    """The angle at the apex is A, the angles at the base are B and C."""
    if not re.search(r"(?i)isosceles|等腰三角形", text):
        return None
    apex = r"(?:vertex|apex|top)\s+angle|angle\s+at\s+the\s+apex|顶角"
    base = r"one\s+of\s+(?:the|its)\s+base\s+angles|base\s+angles?|(?:它的)?(?:每|一|两)?个?底角"
    if not re.search(rf"(?i){apex}|{base}", text):
        return None
    text = re.sub(
        rf"(?i)(?:the\s+|each\s+)?({apex}|{base})\s+(?:of|in)\s+(?:an?|the|this)\s+isosceles\s+triangle(?=\s*(?:is|are|measures?|each|has)\b)",
        r" isosceles triangle , \1 ",
        text,
    )
    legs = rf"(?:腰长?|(?:legs|equal\s+sides|two\s+(?:equal\s+)?sides)(?:\s+(?:of|with|have)?\s*(?:lengths?)?)?)\s*(?:都?为|是|are|of|each)?\s*{_N}"
    bottom = rf"(?:底边长?|底长?|(?:a\s+|the\s+|its\s+)?base\s*(?:of\s+)?(?:length)?(?:\s+is)?)\s*(?:为|是|of)?\s*{_N}"
    if (one := re.search(rf"(?i){legs}", text)) and (two := re.search(rf"(?i){bottom}", text)):
        for match in sorted((one, two), key=lambda m: -m.start()):
            text = text[: match.start()] + " , " + text[match.end() :]
        text = named(named(text, apex, "A"), base, "B")
        return f"{text} , $AB={one[1]}$ , $AC={one[1]}$ , $BC={two[1]}$ "
    text = _with_value(_with_value(text, apex, "A"), base, "B")
    return named(named(text, apex, "A"), base, "B") + " , $B=C$ "


def _with_value(text: str, phrases: str, letter: str) -> str:
    """`with an apex angle of 120°`, 顶角为120° → A = 120°."""
    between = r"\s*(?:of|is|are|are\s+both|is\s+equal\s+to|equal\s+to|measures?|each\s+measure|都?是|都?为|均为|等于|的?度数[是为])?\s*"
    known = f" , ${letter}=\\1°$ , "
    article = r"(?:\b(?:the|its|an|a|each|one|has|with|whose)\s+)*"
    text = re.sub(rf"(?i){article}(?:{phrases}){between}{_ANGLE}", known, text)
    return re.sub(rf"(?i){article}{_ANGLE}\s+(?:{phrases})", known, text)


def _right_angle(text: str) -> str | None:
    """A right triangle with one acute angle."""
    if not re.search(r"(?i)right\s+triangle|直角三角形", text):
        return None
    one = rf"(?:(?:one|an|the|其中|有)?\s*(?:acute\s+angle|angle)\s*(?:of|is|equal\s+to|measures|measuring)\s*{_ANGLE}|(?:有|其中)?一个?锐角(?:为|是|等于)?\s*{_ANGLE})"
    match = re.search(rf"(?i){one}|\ba\s+{_ANGLE}\s+angle", text)
    other = r"(?:other|second|remaining)\s+acute\s+angle|另一个?锐角|另外一个锐角"
    if match is None or not re.search(rf"(?i){other}", text):
        return None
    degrees = next(g for g in match.groups() if g)
    text = text[: match.start()] + f" $A={degrees}°$ , " + text[match.end() :]
    return named(text, other, "B") + " , $C=90°$ "
