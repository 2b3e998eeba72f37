"""Other ways to tell of a triangle, before `described` and `rewritten` see the text: what needs a reason comes with a step.

Told here: sides that are multiples of each other (a right triangle without letters), angles in arithmetic progression, the
line from the apex to the middle of the base, sines in a ratio, sums of functions of all angles. Not: lengths of such lines.
"""

from __future__ import annotations

import re
from typing import Final

from solver.ports import Language
from solver.topics.base import Words
from solver.topics.geometry.triangles.described import by_size, named, square_of

WORDS: Final = {
    "foot": Words(
        "The line \\({line}\\) from \\({apex}\\) to the side \\({base}\\) is the axis of symmetry of the triangle, because the sides that meet at \\({apex}\\) are equal: it halves the angle \\({apex}\\) and is perpendicular to \\({base}\\).",
        "在 \\({apex}\\) 处相交的两边相等，所以 \\({line}\\) 是三角形的对称轴：它平分角 \\({apex}\\)，并且垂直于 \\({base}\\)。",
    ),
    "altitude": Words(
        "\\({line}\\) is perpendicular to \\({base}\\), and the angle at \\({apex}\\) is a right angle: \\({p}{apex}{foot}\\) and \\({q}\\) both make 90° with \\({p}\\), so these angles are equal; in the same way \\({q}{apex}{foot}\\) and \\({p}\\).",
        "\\({line}\\) 垂直于 \\({base}\\)，且 \\({apex}\\) 处是直角：角 \\({p}{apex}{foot}\\) 与角 \\({q}\\) 都与角 \\({p}\\) 互余，所以相等；同理角 \\({q}{apex}{foot}\\) 等于角 \\({p}\\)。",
    ),
    "sines": Words(
        "By the law of sines the sides are as the sines of the opposite angles: \\(a:b:c={ratio}\\).",
        "由正弦定理，各边与其对角的正弦成比例：\\(a:b:c={ratio}\\)。",
    ),
}  # fmt: skip
_TIMES: Final = {
    "twice": 2, "double": 2, "two times": 2, "2 times": 2, "three times": 3, "3 times": 3, "four times": 4, "4 times": 4, "5 times": 5, "five times": 5,
}  # fmt: skip
_SHARES: Final = {"half": 2, "one half": 2, "1/2": 2, "a third": 3, "one third": 3, "1/3": 3, "一半": 2}
_ROOT: Final = r"(?:\d+|√\d+|\\?sqrt\s*[({]?\d+[)}]?)"
_RIGHT: Final = r"(?i)right(?:-angled|\s+angled)?\s+triangle|直角三角形|rt\s*[△]"
_SIZES: Final = r"(?i)length|area|perimeter|\bcm\b|面积|周长|厘米|求.{0,6}长"


def retold(text: str, language: Language) -> tuple[str, tuple[str, ...]]:
    """The text in the usual words, and the steps that say why."""
    text = text.replace(r"\(", "$").replace(r"\)", "$")
    text = re.sub(
        r"(?:已知|若|设)?点?\s*(\$?[D-Z]\$?)\s*(?:是|为)\s*((?:正三角形|等边三角形|正△|等边△)\s*\$?[A-Z]{3}\$?)\s*的?\s*(?=边|\$?[A-Z]{2}(?![A-Za-z]))",
        r"\2中,\1是",
        text,
    )
    steps: list[str] = []
    for way in (_foot, _altitude, _sines_in_ratio):
        text = way(text, language, steps)
    for plain in (
        small_words,
        _named_by_size,
        _equal_angles,
        _largest_of_named,
        _progression,
        _times,
        _hypotenuse,
    ):
        text = plain(text)
    return text, tuple(steps)


_GREEK: Final = r"\$?\s*(\\?(?:alpha|beta|gamma|theta)(?![A-Za-z])|[αβγθ])\s*\$?"
_PAIR: Final = r"\$?\s*([A-C])\s*\$?\s*(?:,|、|and|和|与)\s*\$?\s*([A-C])(?![A-Za-z])\s*\$?"


def small_words(text: str) -> str:
    """Words that only count what is there, and other words for the same."""
    three = r"\$?A\$?\s*[,、]\s*\$?B\$?\s*[,、]\s*\$?C\$?"
    sides = r"\$?a\$?\s*[,、]\s*\$?b\$?\s*(?:[,、]|,?\s*and)\s*\$?c\$?"
    text = re.sub(
        rf"[,，]?\s*(?:其中|且|设|若|已知)?(?:三个|三)?(?:内角|角)?\s*{three}\s*的?(?:所对的?边|对边|所对应的边)(?:长)?(?:分别|依次)?(?:为|是|记为)?\s*{sides}(?![A-Za-z])",
        " ",
        text,
    )
    text = re.sub(
        rf"(?i:,?\s*(?:where|with|and|let)?\s*(?:the\s+)?sides\s+){sides}(?![A-Za-z])(?i:\s*(?:are|lie|be)?\s*opposite\s+(?:to\s+)?(?:the\s+)?(?:angles\s+)?)\$?A\$?\s*,\s*\$?B\$?\s*,?\s*(?:and)?\s*\$?C\$?(?i:\s*,?\s*respectively)?",
        " ",
        text,
    )
    text = re.sub(r"直角\s*(?=\$?\s*(?:△|\\triangle))", "Rt", text)
    text = re.sub(
        rf"(?:若|设|已知)?{_PAIR}(?:分别)?(?:是|为)\s*(正三角形|等边三角形|正△|等边△)(?:\$?ABC\$?)?\s*的?(?:任意)?两个?内角",
        r"在\3ABC中",
        text,
    )
    text = re.sub(
        rf"(?i:,?\s*(?:where|if|let|suppose|given\s+that)?\s*){_PAIR}(?i:\s*(?:are|be)\s+(?:any\s+)?(?:two\s+)?(?:of\s+the\s+)?(?:interior\s+)?angles\s+(?:of|in)\s+an?\s+(equilateral)\s+triangle)(?:\s+ABC\b)?",
        r" in equilateral triangle ABC , ",
        text,
    )
    text = re.sub(
        r"(?i:\b(?:with|if|where)?\s*)(?<![A-Za-z])([A-C])\s+(?i:is\s+(?:an|one)\s+acute\s+angle\s+(?:of|in)\s+a\s+right(?:-angled|\s+angled)?\s+triangle)(?!\s+[A-Z])",
        r" \1 is acute",
        text,
    )
    both = rf"{_GREEK}\s*(?:,|、|and|和|与)\s*{_GREEK}"
    names = r", $\1=A$ , $\2=B$ , $C=90°$ ,"
    text = re.sub(
        rf"(?:若|设|已知)?{both}(?:分别)?(?:是|为)(?:一个)?(?:直角三角形|Rt△ABC)的?两个?锐角|(?:一个)?直角三角形的?两个?锐角(?:分别)?(?:为|是)?\s*{both}",
        lambda m: "直角三角形" + names.replace(r"\1", m[1] or m[3]).replace(r"\2", m[2] or m[4]),
        text,
    )
    text = re.sub(
        rf"(?i:,?\s*(?:where|if|let|suppose)?\s*){both}(?i:\s*(?:are|be)\s+the\s+(?:two\s+)?acute\s+angles\s+(?:of|in)\s+a\s+right\s+triangle)",
        lambda m: " right triangle " + names.replace(r"\1", m[1]).replace(r"\2", m[2]),
        text,
    )
    text = re.sub(
        rf"(?i)(smallest|largest|smaller|larger)(\s+acute)?(\s+angle)\s+(?={_GREEK})", r"\1\2\3 is ", text
    )
    if re.search(_RIGHT, text):
        text = re.sub(r"(?i)\b(?:the\s+)?(?:two\s+)?shorter\s+sides\b", "the legs", text)
    text = re.sub(r"(?i)\b(?:the\s+)?(?:two|both)\s+(?=legs\b)", "the ", text)
    text = re.sub(r"[三](?:个)?内角(?=\s*\$?A)", "内角", text)
    text = re.sub(r"(?:三个)?内角的?度数?(?:之比|的比)\s*(?=\$?∠?A\s*:)", "内角之比", text)
    text = re.sub(r"的度数?(?:之比|的比)\s*(?=\$?∠?A\s*:)", "之比", text)
    text = re.sub(
        rf"{_GREEK}\s*(?:是|为)\s*((?:等边|正)三角形)(\$?[A-Z]{{3}}\$?)?\s*的?(?:一个|某个|任意一?个)?内角",
        r"\2\3的一个内角为$\1$",
        text,
    )
    return re.sub(
        rf"((?:等边|正)三角形)的?(?:每?一?个)?内角(?:记|设)?(?:为|作){_GREEK}", r"\1的一个内角为$\2$", text
    )


_SIZED: Final = r"(?:(?:the|its|one|an)\s+)*(?:smallest|smaller|largest|larger|greatest|least|biggest)\s+(?:acute\s+|interior\s+)?angle(?:\s+of\s+(?:the|this|that)\s+triangle)?"
_SIZED_ZH: Final = r"(?:它的?|其|其中|三角形的?)?(?:最小|最大|较小|较大)的?(?:锐角|内角|角)"


def _named_by_size(text: str) -> str:
    """ "Let A be its smallest angle" of a triangle without letters: θ, since A, B, C are given out by side."""
    if re.search(r"[△▲∆Δ]|\\(?:triangle|Delta)|(?<![A-Za-z])[A-Z]{2,3}(?![A-Za-z])", text):
        return text
    letter = r"\$?\s*(?:∠|\\angle\s*)?(?<![A-Za-z])([A-Z])(?![A-Za-z])\s*\$?"
    match = re.search(
        rf"(?:(?i:let|if|suppose|where|and|denote|call)\s+)(?i:angle\s+)?{letter}\s*(?i:is|be|denotes?|as|by)\s*(?i:{_SIZED})"
        rf"|(?i:{_SIZED})\s+(?:(?i:is|be|as|by)\s+)?{letter}(?!\s*=)|{_SIZED_ZH}(?:记|设)?(?:为|是|作)\s*{letter}|{letter}(?:为|是){_SIZED_ZH}",
        text,
    )
    name = next((g for g in match.groups() if g), "") if match else ""
    letters = set(re.findall(r"(?<![A-Za-z])[A-Z](?![A-Za-z])", re.sub(r"(?:^|[.!?]\s+)A\s", " ", text)))
    if not name or letters != {name}:
        return text
    return re.sub(rf"(?<![A-Za-z]){name}(?![A-Za-z])(?!\s+(?:right\s+)?triangle)", "θ", text)


def _largest_of_named(text: str) -> str:
    """The largest (smallest) angle of a triangle with letters whose sides, or their ratio, are given."""
    number = rf"\s*({_ROOT})\s*"
    told = re.search(rf"a\s*:\s*b\s*:\s*c\s*=(?:{number}):(?:{number}):(?:{number})", text)
    sides = dict(zip("ABC", told.groups(), strict=True)) if told else {}
    for vertex, names in {"A": ("a", "BC", "CB"), "B": ("b", "AC", "CA"), "C": ("c", "AB", "BA")}.items():
        found = re.search(rf"(?<![A-Za-z\d])(?:{'|'.join(names)})\s*=\s*({_ROOT})(?![\d.a-z:])", text)
        if found is not None:
            sides.setdefault(vertex, found[1])
    sizes = {v: square_of(length) for v, length in sides.items()}
    if len(sizes) != 3 or None in sizes.values():
        return text
    order = sorted((size, v) for v, size in sizes.items() if size is not None)
    if order[0][0] < order[1][0]:
        text = named(text, r"(?:smallest|least)\s+(?:interior\s+)?angle|最小的?(?:内角|角)", order[0][1])
    if order[1][0] < order[2][0]:
        text = named(
            text, r"(?:largest|greatest|biggest)\s+(?:interior\s+)?angle|最大的?(?:内角|角)", order[2][1]
        )
    return text


def _equal_angles(text: str) -> str:
    """`angle A = angle B = angle C` without the word."""
    return re.sub(r"(?i:(?<!\\)\bangle)\s+(?=\$?[A-Z]\$?\s*=)|(?<==)\s*(?i:angle)\s+(?=\$?[A-Z]\b)", "", text)


def _progression(text: str) -> str:
    """Angles in arithmetic progression, where no letters are given: the middle one is B."""
    if re.search(r"(?<![A-Za-z])[B-Z](?![A-Za-z])|[A-Z]{2}", text):
        return text
    told = re.search(
        r"(?i)(?:the\s+)?(?:three\s+)?(?:interior\s+)?angles(?:\s+of\s+(?:a|the)\s+triangle)?\s+(?:are\s+in|form)\s+(?:an\s+)?arithmetic\s+(?:progression|sequence)|(?:的?三?个?内?角)(?:的度数)?成等差数列",
        text,
    )
    if told is None:
        return text
    rest = f"{text[: told.start()]} triangle , $A+C=2B$ , {text[told.end() :]}"
    if re.search(r"[\u3400-\u9fff]", text):
        rest = rest.replace(" triangle ", " ")
    return named(rest, r"middle\s+(?:angle|one)|(?:大小)?(?:居中|中间)的?(?:一个|那个)?(?:内角|角)", "B")


def _times(text: str) -> str:
    """ "The hypotenuse is twice the shorter leg", 斜边是一条直角边的2倍, in a right triangle without letters."""
    plain = re.sub(r"(?:^|[.!?]\s+)A\s", " ", text)
    if (
        not re.search(_RIGHT, text)
        or re.search(r"(?<![A-Za-z])[A-Z](?![A-Za-z])|[A-Z]{2}|∠|°", plain)
        or re.search(_SIZES, plain)
    ):
        return text
    leg = r"(?:(?:the|its|an?|one|of|other)\s+)*(?:(?:shorter|longer|smaller|other|legs?|sides?)\s*)+"
    hypotenuse = r"(?:(?:the|its)\s+)*hypotenuse"
    article = r"(?:is|has|being|with|are)\s+"
    times, shares = "|".join(_TIMES), "|".join(_SHARES)
    english = re.search(
        rf"(?i)(?:whose|where|in\s+which|and|if)?\s*\b(?:(?P<h1>{hypotenuse})|(?P<l1>{leg}))\s*{article}(?:(?P<k>{times})|(?P<s>{shares}))\s+(?:(?:as\s+long\s+as|the\s+length\s+of|the\s+size\s+of|of)\s+)*(?:(?P<h2>{hypotenuse})|(?P<l2>{leg}))(?:\s+in\s+length)?",
        text,
    )
    one = r"(?:其中)?(?:一条|较短的?|较长的?|另一条|短|长)*直角边(?:长)?"
    chinese = re.search(
        rf"(?:(?P<h1>斜边)|(?P<l1>{one}))的?长?(?:度)?(?:恰好|正好)?(?:是|等于|为)(?:(?P<h2>斜边)|(?P<l2>{one}))的?长?(?:度)?的?(?:\$?(?P<k>{_ROOT}|两)\$?倍|(?P<s>一半))",
        text,
    )
    match = english or chinese
    if (
        match is None
        or bool(match["h1"])
        and bool(match["h2"])
        or len(re.findall(r"\d", text)) > len(re.findall(r"\d", match[0])) + 1
    ):
        return text
    if match["k"]:
        size = str(_TIMES.get(match["k"].lower(), "2" if match["k"] == "两" else match["k"]))
        long, short = match["h1"], match["h2"]
    else:
        size = str(_SHARES[match["s"].lower()])
        long, short = match["h2"], match["h1"]
    if short:  # a leg longer than the hypotenuse
        return text
    rest = f"{text[: match.start()]} , {text[match.end() :]}"
    if long:
        if not _is_short(match["l1"] or match["l2"], size):
            return text
        return by_size(rest, {"BC": "1", "AB": size}) + f" , $AB={size}BC$ , $C=90°$ "
    return by_size(rest, {"BC": "1", "AC": size}) + f" , $AC={size}BC$ , $C=90°$ "


def _is_short(leg: str, size: str) -> bool:
    """Whether the leg that the hypotenuse is `size` times as long as is called what it is: shorter or longer than the other."""
    digits = re.search(r"\d+", size)
    square = (int(digits[0]) if digits else 1) ** (1 if "√" in size or "sqrt" in size else 2)
    said_short, said_long = (re.search(p, leg) for p in (r"(?i)short|small|短", r"(?i)long|较长"))
    return square > 1 and not (said_short and square < 2) and not (said_long and square > 2)


def _hypotenuse(text: str) -> str:
    """斜边AB: the right angle is at C."""
    match = re.search(
        r"(?:(?i:with|has|whose|the|and)\s+)*(?i:hypotenuse|斜边)\s*(?:(?i:is|being)\s+|为|是)?\$?\s*([A-C])([A-C])(?![A-Za-z])(\s*=)?",
        text,
    )
    if (
        match is None
        or match[1] == match[2]
        or re.search(r"90|直角顶点|(?i:right\s+angle\s+at|angle\s+[A-C]\s+is\s+a\s+right)", text)
    ):
        return text
    right = next(c for c in "ABC" if c not in match[1] + match[2])
    dollar = "$" if "$" in match[0] else ""
    shown = f"{dollar}{match[1]}{match[2]}{match[3]}" if match[3] else (" " + (dollar if dollar else ""))
    rest = text[: match.start()] + f" , ${right}=90°$ , " + shown + text[match.end() :]
    return rest.replace("$$", " ") if dollar and not match[3] else rest


def _foot(text: str, language: Language, steps: list[str]) -> str:
    """AD from the apex to the middle of the base, or perpendicular to it, or halving the angle: ∠BAD is half of A."""
    name = re.search(
        r"(?:[△▲∆Δ]|\\(?:triangle|Delta)\s*|riangle\s+\$?\s*|三角形\s*\$?\s*)([A-Z])([A-Z])([A-Z])(?![A-Za-z])",
        text,
    )
    if name is None or len(set(name.groups())) != 3:
        return text
    vertices = "".join(name.groups())
    end = r"(?![A-Za-z])\s*\$?"
    for apex in vertices:
        p, q = (v for v in vertices if v != apex)
        equal = rf"{apex}{p}\s*=\s*(?:{apex}{q}|{q}{apex})|{p}{apex}\s*=\s*(?:{apex}{q}|{q}{apex})|(?:{apex}{q}|{q}{apex})\s*=\s*(?:{apex}{p}|{p}{apex})"
        if not re.search(rf"(?i:equilateral|regular)|等边|正(?:三角形|△)|{equal}", text):
            continue
        base = rf"\$?\s*(?:{p}{q}|{q}{p}){end}"
        side = rf"(?i:(?:the\s+)?(?:side|base)\s+)?{base}"
        line = rf"\$?\s*(?<![A-Za-z]){apex}(?P<foot>[D-Z]){end}"
        point = rf"\$?\s*(?<![A-Za-z])(?P<foot>[D-Z]){end}"
        triangle = (
            r"(?:\s+(?i:of|in)\s+(?=(?i:the\s+|an\s+)?(?i:equilateral|isosceles|triangle|\$?\\triangle|△)))?"
        )
        forms = (
            rf"(?i:,?\s*(?:and|where|if|let|with)?\s*(?:point\s+)?){point}\s*(?i:is|be|being)\s*(?i:the\s+)?(?i:mid-?point)\s+(?i:of)\s+{side}{triangle}(?i:\s*,?\s*(?=find|what|compute|determine))?",
            rf"(?i:,?\s*(?:and|where|if|let|with)?\s*){line}\s*(?i:is|be|being)\s*(?i:(?:the|an?|its)\s+)?(?i:altitude|height|median|(?:angle\s+)?bisector)(?i:\s+(?:of|drawn|from|to|on|onto)\s+(?:vertex\s+|angle\s+)?\$?(?-i:{apex})\$?(?![A-Za-z]))?(?i:\s+(?:to|on|onto)\s+(?-i:{side}))?{triangle}",
            rf"(?i:,?\s*(?:and|where|if|let|with)?\s*){line}\s*(?i:bisects)\s*(?i:angle\s+|∠|\$?\\angle\s*)(?:{p}{apex}{q}|{q}{apex}{p}|{apex}){end}",
            rf"(?:[,，]?(?:点|若|且|设)*){point}\s*(?:是|为)\s*(?:边|底边)?{base}\s*边?的?中点",
            rf"(?:[,，]?(?:若|且|设)*){line}\s*(?:是|为)\s*(?:边|底边|边长)?(?:{base})?\s*(?:边)?上?的?(?:高线?|中线|角平分线|∠{p}{apex}{q}的平分线)",
            rf"(?:[,，]?(?:若|且|设)*){line}\s*平分\s*\$?(?:∠|\\angle\s*)(?:{p}{apex}{q}|{q}{apex}{p}|{apex}){end}",
            rf"(?:[,，]?(?:若|且|设)*)\$?\s*(?<![A-Za-z]){apex}(?P<foot>[D-Z])\s*(?:⊥|\\perp)\s*(?:{p}{q}|{q}{p})(?![A-Za-z])\s*\$?(?:于点?\s*\$?[D-Z]\$?(?![A-Za-z])|[,，]?\s*垂足(?:为|是)\s*\$?[D-Z]\$?(?![A-Za-z])|(?i:\s+at\s+)\$?[D-Z]\$?(?![A-Za-z]))?",
        )
        for form in forms:
            if (told := re.search(form, text)) is None or told["foot"] in vertices:
                continue
            d = told["foot"]
            rest = f"{text[: told.start()]} , {text[told.end() :]}"
            angle = r"(?:\\angle\s*|∠|(?<=angle )|(?<=angle \$))"
            rest = re.sub(
                rf"{angle}\{{?(?:{p}{apex}{d}|{d}{apex}{p}|{q}{apex}{d}|{d}{apex}{q})\}}?(?![A-Za-z])",
                f"({apex}/2)",
                rest,
            )
            for corner in (p, q):
                rest = re.sub(
                    rf"{angle}\{{?(?:{apex}{corner}{d}|{d}{corner}{apex})\}}?(?![A-Za-z])", f"∠{corner}", rest
                )
            if re.search(rf"(?<![A-Za-z])[A-Z]?{d}[A-Z]?(?![A-Za-z])", rest):
                continue
            rest = re.sub(r"(?i)\bangle\s+(?=\$?\()", "", rest)
            steps.append(WORDS["foot"].say(language, line=apex + d, apex=apex, base=p + q))
            return re.sub(r"^[\s,，]+", "", rest)
    return text


def _altitude(text: str, language: Language, steps: list[str]) -> str:
    """CD ⊥ AB in a triangle with its right angle at C: ∠ACD is as large as B."""
    angle = r"(?:\\angle\s*|∠)"
    told = re.search(
        r"[,，]?\s*(?:且|若)?\$?\s*(?<![A-Za-z])([ABC])([D-Z])\s*(?:⊥|\\perp)\s*([ABC])([ABC])(?![A-Za-z])\s*\$?(?:于点?\s*\$?[D-Z]\$?(?![A-Za-z])|[,，]?\s*垂足(?:为|是)\s*\$?[D-Z]\$?(?![A-Za-z])|(?i:\s+at\s+)\$?[D-Z]\$?(?![A-Za-z]))?",
        text,
    )
    if told is None or {told[1], told[3], told[4]} != set("ABC"):
        return text
    apex, d, p, q = told.groups()
    if not re.search(rf"(?:{p}{apex}{q}|{q}{apex}{p}|(?<![A-Za-z]){apex})\s*=\s*90", text):
        return text
    rest = f"{text[: told.start()]} , {text[told.end() :]}"
    for one, other in ((p, q), (q, p)):
        rest = re.sub(rf"{angle}\{{?(?:{one}{apex}{d}|{d}{apex}{one})\}}?(?![A-Za-z])", other, rest)
    if re.search(rf"(?<![A-Za-z])[A-Z]?{d}[A-Z]?(?![A-Za-z])", rest):
        return text
    steps.append(WORDS["altitude"].say(language, line=apex + d, base=p + q, apex=apex, foot=d, p=p, q=q))
    return rest


def _sines_in_ratio(text: str, language: Language, steps: list[str]) -> str:
    """sin A : sin B : sin C = 3 : 5 : 7 → a : b : c = 3 : 5 : 7."""
    sine, number = r"\s*\\?sin\s*(?:∠|\\angle\s*)?", rf"\s*({_ROOT})\s*"
    found = re.search(rf"{sine}A\s*:{sine}B\s*:{sine}C\s*=(?:{number}):(?:{number}):(?:{number})", text)
    if found is None:
        return text
    ratio = ":".join(found.groups())
    steps.append(WORDS["sines"].say(language, ratio=re.sub(r"√(\d+)", r"\\sqrt{\1}", ratio)))
    return f"{text[: found.start()]}a:b:c={ratio}{text[found.end() :]}"


_FUNCTION: Final = {
    "sine": "sin", "cosine": "cos", "tangent": "tan", "正弦": "sin", "余弦": "cos", "正切": "tan",
}  # fmt: skip


def _of_difference(text: str) -> str:
    """The sine of the difference of the acute angles, where both are known: the larger minus the smaller."""
    sizes = {v: float(d) for v, d in re.findall(r"([ABC])\s*=\s*(\d+(?:\.\d+)?)\s*°", text)}
    acute = sorted((d, v) for v, d in sizes.items() if d < 90)
    if len(acute) != 2 or sizes.get("C") != 90:
        return text
    (_, small), (_, large) = acute
    return re.sub(
        r"(?i)\b(?:the\s+)?(sine|cosine|tangent)\s+of\s+the\s+(sum|difference)\s+(?:of|between)\s+(?:the|its)\s+(?:two\s+)?acute\s+angles",
        lambda m: rf" $\{_FUNCTION[m[1].lower()]}({large} {'+' if m[2].lower() == 'sum' else '-'} {small})$ ",
        text,
    )


def sums_in_words(text: str) -> str:
    """The sum (the product) of the cosines of all angles, 两锐角的正弦之和, after letters have been given."""
    text = _of_difference(text)
    name = re.search(
        r"(?:[△▲∆Δ]|\\(?:triangle|Delta)\s*|riangle\s+\$?\s*|三角形\s*\$?\s*)([A-Z]{3})(?![A-Za-z])", text
    )
    letters = name[1] if name else "ABC"
    right = re.search(rf"([{letters}])\s*=\s*90", text)

    def written(match: re.Match[str]) -> str:
        groups = match.groupdict()
        function = _FUNCTION[(groups["function"]).lower()]
        wanted = letters
        if groups.get("acute"):
            if right is None:
                return match[0]
            wanted = letters.replace(right[1], "")
        sign = r"\cdot " if groups["way"].lower() in ("product", "积") else "+"
        return " $" + sign.join(rf"\{function} {v}" for v in wanted) + "$ "

    text = re.sub(
        r"(?i)\b(?:the\s+)?(?P<way>sum|product)\s+of\s+the\s+(?P<function>sine|cosine|tangent)s\s+of\s+(?:(?:the|its|all|of|three|two|both)\s+)*(?P<acute>acute\s+)?(?:interior\s+)?angles(?=\s*[.?,]|\s+of\s|\s+in\s|\s*$)",
        written,
        text,
    )
    return re.sub(
        r"(?:它们?的?)?(?:[三两二]个?|所有|各)?(?:(?P<acute>锐角)的?|内角的?|(?<=它们的))(?P<function>正弦|余弦|正切)值?(?:之|的)(?P<way>和|积)",
        written,
        text,
    )
