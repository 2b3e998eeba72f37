"""The wording of triangle problems: other ways to say a thing become the one that the topic reads."""

from __future__ import annotations

import re
from typing import Final

_TRIANGLE: Final = (
    r"(?:\\(?:Delta|triangle)(?![A-Za-z])\s*|[△▲Δ∆]\s*)(?:\\text\s*|\\mathrm\s*)?\{?([A-Z]{3})\}?"
)


def rewritten(text: str) -> tuple[str, str]:
    """The text with `triangle` for △ABC, `B` for ∠ABC, ° for degrees, `C=90°` for a right angle; the triangle's letters."""
    names: list[str] = []
    text = text.replace(r"\(", "$").replace(r"\)", "$")
    text = _angles_told(_kinds_of_triangle(text))
    text = _acute(_times_a_side(text))
    text = _angle_of_equilateral(text, names)
    text = _names_of_triangles(text, names)
    text = re.sub(r"(?:\\angle\s*|∠\s*)\{?([A-Z]{3}|[A-Z])\}?", lambda m: m[1][len(m[1]) // 2], text)
    text = re.sub(r"\bangle\s+\$?[A-Z]([A-Z])[A-Z]\$?(?![A-Za-z])", r"angle $\1$", text)
    text = _sides_in_ratio(_ratio_of_angles(re.sub(r"\bmeasures\b", "is", text)))
    text = re.sub(r"(\d)(\s*\$)?\s*-?(?:degrees?\b|deg|度)", r"\1°\2", text)
    text = _in_pairs(_right_angles(text))
    text = _sides_as_formulas(_apex(_equal_all_round(text)))
    return text, names[0] if names and len(set(names)) == 1 else "" if not names else "?"


def _kinds_of_triangle(text: str) -> str:
    """ "A is an angle of a triangle", "a 45-45-90 triangle", "a 30-60-90 right triangle"."""
    text = re.sub(  # an angle of a triangle: in the triangle ABC
        r"\$?(?<![A-Za-z])([ABC])\$?\s*(?:是|为)\s*(?:\$?(?:△|\\triangle)\s*ABC\$?|三角形)\s*的?\s*(?:一个|某个)?\s*内角",
        "在△ABC中",
        text,
    )
    text = re.sub(
        r"(?i)\b(?-i:[ABC])\s+is\s+(?:an|one)\s+(?:interior\s+)?angle\s+(?:of|in)\s+(?:a|the)\s+triangle(?!\s+(?-i:[A-Z])|\s+with)",
        "in triangle ABC",
        text,
    )
    text = re.sub(
        r"(?i)\b45\s*°?\s*[-–]\s*45\s*°?\s*[-–]\s*90\s*°?\s+(?:right\s+)?(?=triangle)",
        "isosceles right ",
        text,
    )
    return re.sub(  # 30-60-90
        r"(?i)(?<![\d.])\$?(\d{2})\s*°?\s*[-– ]\s*(\d{2})\s*°?\s*[-– ]\s*90\s*°?\$?\s+(?:right\s+)?(?=triangle)",
        lambda m: "" if int(m[1]) + int(m[2]) == 90 else m[0],
        text,
    )


def _angles_told(text: str) -> str:
    """ "A is the 40° angle", "right-angled and isosceles", "angle A is 20° larger than angle B"."""
    text = re.sub(
        r"(?i)(?<![A-Za-z])(?:angle\s+)?\$?(?-i:([A-Z]))\$?\s+(?:is|be|being|denotes)\s+(?:the|its|an?|one\s+of\s+(?:the|its))\s+\$?(\d{1,2})\s*(?:°|\^\s*\{?\s*\\circ\s*\}?|-?degrees?)\s*\$?\s+angles?\b",
        r"$\1=\2°$",
        text,
    )
    text = re.sub(
        r"(?i)\b(?:isosceles\s+and\s+right[- ]angled|right[- ]angled\s+and\s+isosceles)\b(?:\s*,?\s*(?=with\s)|(?=\s+at\b))",
        lambda m: (
            "isosceles right , with right angle" if not m[0].endswith((",", " ")) else "isosceles right , "
        ),
        text,
    )
    text = re.sub(
        r"(?i)\bwith\s+\$?(?-i:([A-Z]))\$?\s+(?:as\s+|being\s+)?the\s+right\s+angle\b",
        r"with the right angle at \1",
        text,
    )
    text = re.sub(
        r"[∠]?\s*([A-C])\s*比\s*[∠]?\s*([A-C])\s*(大|小)\s*(\d+\s*°)",
        lambda m: f"{m[1]}={m[2]}{'+' if m[3] == '大' else '-'}{m[4]}",
        text,
    )
    return re.sub(
        r"(?i)\bangle\s+(?-i:([A-C]))\s+is\s+(\d+\s*(?:°|degrees))\s+(larger|greater|bigger|more|smaller|less)\s+than\s+(?:angle\s+)?(?-i:([A-C]))(?![A-Za-z])",
        lambda m: f"{m[1]}={m[4]}{'-' if m[3] in ('smaller', 'less') else '+'}{m[2]}",
        text,
    )


def _names_of_triangles(text: str, names: list[str]) -> str:
    """`triangle` for △ABC; `names` gets its letters."""

    def named(match: re.Match[str], word: str = "三角形") -> str:
        names.append(match[1])
        return word

    word = "三角形" if re.search(r"[\u3400-\u9fff]", text) else " triangle "
    text = re.sub(
        rf"\$\s*(?:\\?(?:mathrm|text|rm)?\s*\{{?\s*(?:Rt|rt|RT)\s*\}}?\s*)?{_TRIANGLE}\s*\$",
        lambda m: named(m, word),
        text,
    )
    text = re.sub(rf"\\\(\s*{_TRIANGLE}\s*\\\)", lambda m: named(m, word), text)
    text = re.sub(_TRIANGLE, lambda m: named(m, word), text)
    text = re.sub(
        r"(?<![A-Za-z])\$?([A-Z]{3})\$?(?=\s+(?:is|be)\s+(?:an?\s+[a-z\s-]*triangle|equi(?:lateral|angular)\b)|\s*(?:是|为)[\u3400-\u9fff]*三角形)",
        lambda m: named(m, word),
        text,
    )
    text = re.sub(
        r"(?i:\btriangle)\s+\$?\s*([A-Z]{3})\s*\$?(?![A-Za-z])", lambda m: named(m, " triangle "), text
    )
    return re.sub(r"三角形\s*\$?\s*([A-Z]{3})\s*\$?", named, text)


def _sides_in_ratio(text: str) -> str:
    """`a:b:c=3:4:5` as equations of two sides each."""
    part, number = r"([A-Z]{1,2}|(?<![a-z])[a-c])", r"(\d+|√\d+|\\?sqrt\s*[({]?\d+[)}]?)"
    text = re.sub(
        rf"{part}\s*:\s*{part}\s*:\s*{part}\s*=\s*{number}\s*:\s*{number}\s*:\s*{number}",
        r"\1/\4=\2/\5, \2/\5=\3/\6",
        text,
    )
    return re.sub(rf"{part}\s*:\s*{part}\s*=\s*{number}\s*:\s*{number}(?!\s*:)", r"\1/\3=\2/\4", text)


def _right_angles(text: str) -> str:
    """ "with the right angle at C", "right-angled at C", 以C为直角顶点 as `C=90°`."""
    right = r"\$?\s*([A-Z])\s*\$?(?![A-Za-z])"
    text = re.sub(
        rf"(?i:\b(?:whose|with|its|the|a)\s+)*(?i:right\s+angle\s+(?:is\s+)?at\s+(?:the\s+)?(?:vertex\s+|point\s+)?){right}",
        r" , $\1=90°$ , ",
        text,
    )
    text = re.sub(
        rf"(?i:,?\s*(?:with\s+)?(?:the\s+|a\s+|its\s+)?right[- ]angled?\s+(?:at\s+)?(?:vertex\s+)?){right}",
        r", $\1=90°$ ",
        text,
    )
    text = re.sub(rf"(?:以|其中|且)?{right}\s*(?:为|是)\s*直角(?:顶点)?(?!三角形)的?", r",$\1=90°$,", text)
    return re.sub(rf"(?i:\bangle\s+)?{right}\s+is\s+(?:a|the)\s+right\s+angle\b", r" , $\1=90°$ , ", text)


def plainly_named(text: str) -> str:
    """That side a is opposite the angle A is what the letters say anyway; an angle named as the smallest of three that are given."""
    text = re.sub(
        r"((?:[△▲∆Δ]|\\triangle|三角形)\s*\$?\s*(?:[A-Z]{3})?\s*\$?\s*)里[面边头]?(?=[,，\s]|[∠角边sct最求的A-Z$\\])",
        r"\1中",
        text,
    )
    text = re.sub(  # "angle C of triangle ABC is a right angle"
        r"(?i:\bangle\s+)\$?([A-Z])\$?\s+(?:of|in)\s+((?:the\s+)?(?:right\s+)?(?:triangle\s+|△\s*|\$?\\triangle\s*)[A-Z]{3}\$?)\s+(?=is\b|=|measures|equals)",
        r"in \2 , angle \1 ",
        text,
    )
    side = r"(?:(?:each|every)\s+side|the\s+sides?|sides?|each\s+(?:small|lower[- ]?case)\s+letter)"
    angle = r"(?:the\s+)?(?:angles?|vert(?:ex|ices)|corners?)"
    text = re.sub(
        rf"(?i),?\s*(?:\b(?:where|with|and|so\s+that)\s+)?(?:as\s+usual\s*,?\s*)?{side}\s+(?:is|are|being|lies?|lying|stands?)?\s*(?:labelled\s+)?opposite\s+(?:to\s+)?{angle}\s+(?:with|of|that\s+has|named\s+by)\s+the\s+(?:same|corresponding|matching)\s+(?:capital\s+)?letters?",
        "",
        text,
    )
    degrees = r"\$?(\d{1,3})\s*(?:°|\^\s*\{?\s*\\circ\s*\}?)\s*\$?"
    named = re.search(
        rf"(?i)\b(?:a|the)\s+triangle\s+(?:has|with)\s+(?:interior\s+)?angles\s+(?:of\s+|measuring\s+)?{degrees}\s*,\s*{degrees}\s*,?\s*and\s+{degrees}\s*[.,;]?\s*(?:if|where|let|suppose)?\s*\$?(α|β|θ|\\alpha|\\beta|\\theta)\$?\s+(?:is|be|denotes)\s+the\s+(smallest|least|largest|greatest)\s+(?:angle|one|of\s+(?:them|these|the\s+(?:three\s+)?angles)|of\s+its\s+angles)\s*[.,;]?",
        text,
    )
    if named is None or sum(map(int, named.group(1, 2, 3))) != 180:
        return text
    angles = sorted(map(int, named.group(1, 2, 3)))
    value = angles[0] if named[5].lower() in ("smallest", "least") else angles[-1]
    rest = re.sub(rf"{re.escape(named[4])}(?![A-Za-z])", f"{value}°", text[named.end() :])
    return text[: named.start()] + rest


def _times_a_side(text: str) -> str:
    """斜边AB的长是BC的2倍, `AB is twice BC` as AB = 2BC."""
    side = r"\s*\$?\s*(?<![A-Za-z])([A-Z]{2})(?![A-Za-z])\s*\$?\s*"
    text = re.sub(
        rf"(?:斜边|直角边|边)?{side}(?:的长度?)?(?:是|为|等于)\s*(?:斜边|直角边|边)?{side}(?:的长度?)?的\s*\$?(\d+|√\d+|\\sqrt\{{\d+\}})\$?\s*倍",
        r" $\1=\3\2$ ",
        text,
    )
    times = {"twice": "2", "double": "2", "three times": "3", "four times": "4"}
    return re.sub(
        rf"(?i:\b(?:the\s+)?(?:hypotenuse|leg|side)\s+)?{side}\s+(?i:is)\s+(?i:({'|'.join(times)}))\s+(?i:(?:as\s+long\s+as|the\s+length\s+of)\s+)?(?i:(?:the\s+)?(?:hypotenuse|leg|side)\s+)?{side}",
        lambda m: f" ${m[1]}={times[m[2].lower()]}{m[3]}$ ",
        text,
    )


def _acute(text: str) -> str:
    """An acute angle of which a function is known is an angle of a right triangle, where no triangle is spoken of."""
    if re.search(r"(?i)triangle|三角形|[△Δ∆▲]|\\Delta|°|circ", text) and not re.search(
        r"(?i)isosceles\s+right|等腰直角", text
    ):
        return text
    letter = r"\$?\s*(?:∠|\\angle\s*)?(?:([A-C])|\\?(alpha|beta|theta|α|β|θ))\s*\$?"
    forms = rf"(?i:,?\s*(?:and|where|with|if)?\s*(?:the\s+)?(?:angle\s+)?){letter}\s+(?i:is\s+(?:an?\s+)?acute(?:\s+angle)?)|[,，]?(?:且|若|已知)?{letter}\s*(?:为|是)锐角|(?:已知|若|设)?锐角{letter}|(?i:\b(?:with|whose|has)?\s*(?:an?\s+)?acute\s+angle\s+){letter}"
    found = list(re.finditer(forms, text))
    names = {g for m in found for g in m.groups() if g}
    if len(names) != 1:
        return text
    if re.search(r"(?i)isosceles\s+right|等腰直角", text):
        if names != {"A"} or "C=" in text:
            return text
        return text[: found[0].start()] + " " + text[found[0].end() :] + " , $C=90°$ "
    name = names.pop()
    keep = found[0]
    shown = keep[0] if re.match(r"(?i)acute|锐角|已知锐角|若锐角|设锐角", keep[0].strip()) else ""
    rest = (
        text[: keep.start()]
        + (re.sub(r"(?i)acute\s+angle|锐角", "", shown) if shown else " , ")
        + text[keep.end() :]
    )
    if shown and re.match(r"\s*(?:满足|[,，]|with|satisf|$)", text[keep.end() :]):
        rest = text[: keep.start()] + " " + text[keep.end() :]
    greek = {"α": "alpha", "β": "beta", "θ": "theta"}.get(name, name)
    alias = "" if name in "ABC" else rf" , $\{greek}=A$ "
    right = "C" if name != "C" else "B"
    return f"{rest}{alias} , right triangle , ${right}=90°$ "


def _sides_as_formulas(text: str) -> str:
    """`find BC`, 求BC的长: a side that stands alone among words is a formula."""
    parts = re.split(r"(\$[^$]*\$)", text)
    side = r"(?<![A-Za-z\\=+\-*/^({\d])(?<![=+\-*/^({\d] )([ABC]{2})(?![A-Za-z])(?!\s*[=+\-*/^:])"
    parts[::2] = [re.sub(side, r" $\1$ ", part) for part in parts[::2]]
    return "".join(parts)


def _apex(text: str) -> str:
    """等腰三角形ABC的顶角A: the other two angles of an isosceles triangle are equal; 顶角120°,底角是B."""
    told = re.search(
        r"(?i:(?:with\s+)?(?:an?\s+|the\s+|its\s+)?(?:vertex|apex|top)\s+angle\s*(?:of|is|=|measures)?\s*|(?:的)?顶角(?:为|是|等于|=)?\s*)\$?(\d+)\s*(?:°|\^\s*\{?\\circ\}?)\$?",
        text,
    )
    base = re.search(
        r"(?i:(?:and\s+|with\s+)?(?:an?\s+|the\s+|its\s+)?base\s+angle\s*(?:is\s+|called\s+|named\s+)?|(?:一个|一)?底角(?:是|为|叫|记为)?\s*)\$?([A-C])\$?(?![A-Za-z=])",
        text,
    )
    if told is not None and base is not None and re.search(r"(?i)isosceles|等腰", text):
        apex, other = (letter for letter in "ABC" if letter != base[1])
        for part in sorted((told, base), key=lambda m: -m.start()):
            text = f"{text[: part.start()]} , {text[part.end() :]}"
        return f"{text} , ${apex}={told[1]}°$ , ${base[1]}={other}$ "
    named = re.search(
        r"(?i:(?:vertex|apex|top)\s+angle|apex(?=\s+\$?(?-i:[A-C])\$?\s*=)|angle\s+at\s+the\s+apex|顶角)\s*\$?\s*(?:∠|\\angle\s*)?([A-C])(?![A-Za-z])",
        text,
    )
    if named is None or not re.search(r"(?i)isosceles|等腰", text):
        return text
    one, other = (letter for letter in "ABC" if letter != named[1].upper())
    opening = "$" if "$" in named[0] else ""
    return f"{text[: named.start()]} {opening}{text[named.start(1) :]} , ${one}={other}$ "


def _in_pairs(text: str) -> str:
    """`angles A and B are 45° and 75°`, and angles that form an arithmetic sequence."""
    letter, degrees = r"\$?\s*([A-Z])\s*\$?", r"\$?\s*(\d+(?:\.\d+)?)\s*(?:°|\^\{?\\circ\}?)?\$?"
    text = re.sub(
        rf"(?i:\bangles\s+)?{letter}(?![a-z])\s*(?:and|,|、|和|与)\s*{letter}(?![a-z])\s*(?:are|measure|分别(?:为|是|等于)|=)\s*{degrees}\s*(?:and|,|、|和|与)\s*{degrees}(?=\s*[,.;。]|\s*respectively|\s*$)",
        r" $\1=\3°$ , $\2=\4°$ ",
        text,
    )
    three = rf"{letter}\s*[,、]\s*{letter}\s*[,、]?\s*(?:and\s+)?{letter}"
    text = re.sub(rf"{three}\s*(?:依次|顺次)?成等差数列", r" $\1+\3=2\2$ ", text)
    return re.sub(
        rf"{three}\s+(?:are\s+in|form\s+an?|are\s+consecutive\s+terms\s+of\s+an)\s+arithmetic\s+(?:progression|sequence)",
        r" $\1+\3=2\2$ ",
        text,
    )


def _angle_of_equilateral(text: str, names: list[str]) -> str:
    """ "A is an angle of an equilateral triangle" only says which triangle it is; `names` gets letters for it."""
    letter = r"(?:\b(?:the\s+)?angle\s+|∠|\\angle\s*|角)?\$?\s*(?<![A-Za-z])([A-Z])\s*\$?"
    english = rf"(?i:{letter}\s+(?:is|be|being)\s+(?:an?|one|any)(?:\s+of\s+the)?\s+(?:interior\s+|internal\s+)?angles?\s+(?:of|in)\s+)(?=(?:an?|the)\s+(?:equilateral|regular))"
    chinese = rf"{letter}\s*(?:是|为)(?=(?:等边|正)三角形\s*\$?(?:[A-Z]{{3}})?\$?\s*的(?:一个|任意一?个?|某个)?内?角)"
    text = re.sub(  # "find sin A, where A is any of its angles"
        rf"(?i:[,.;]?\s*(?:where|with|and|if)\s+){letter}\s+(?i:is|be|being|denotes)\s+(?i:any|one|an)(?i:\s+one)?(?i:\s+of\s+(?:its|the|these)(?:\s+three)?)?\s+(?i:(?:interior\s+)?angles?)(?=\s*[,.?;]|\s*$)"
        if re.search(r"(?i)equilateral|equal", text)
        else r"(?!)",
        lambda m: " " if m[1] in "ABC" else m[0],
        text,
    )
    for pattern in (english, chinese):
        if match := re.search(pattern, text):
            if match[1] not in "ABC":
                names.append(match[1] + "".join(c for c in "XYZ" if c != match[1])[:2])
            text = text[: match.start()] + " " + text[match.end() :]
    return text


def _ratio_of_angles(text: str) -> str:
    """`the angles A, B, C are in the ratio 1:2:3`, `三个内角A、B、C之比为1:2:3` → `A:B:C=1:2:3`."""
    text = _ratio_with_places(text)
    letters = (
        r"\$?([A-Z])\$?\s*[,、]\s*\$?([A-Z])\$?\s*(?:[,、]\s*(?:and\s+)?|和|与|\s+and\s+)\s*\$?([A-Z])\$?"
    )
    numbers = r"\$?\s*(\d+)\s*:\s*(\d+)\s*:\s*(\d+)\s*\$?"
    between = r"\s*(?:(?:of\s+(?:a|the|this)\s+triangle\s+)?(?:are|be)?\s*in\s+the\s+ratio(?:\s+of)?|(?:的度数|度数|的大小)?(?:之|的)?比(?:为|是|等于|=)?)\s*"
    return re.sub(rf"{letters}{between}{numbers}", r" $\1:\2:\3=\4:\5:\6$ ", text)


def _ratio_with_places(text: str) -> str:
    """三个内角之比为1:2:3, 其中A最小: letters placed by size; the other angles only where nothing is said of them."""
    numbers = r"\$?\s*(\d+)\s*:\s*(\d+)\s*:\s*(\d+)\s*\$?"
    match = re.search(
        rf"(?:的?三个?)?内角(?:的度数|度数|的大小)?(?:之|的)?比(?:为|是|等于)?{numbers}|(?i:(?:the\s+|its\s+)?(?:three\s+)?(?:interior\s+)?angles\s+(?:are\s+)?in\s+(?:the|a)\s+ratio\s+(?:of\s+)?){numbers}",
        text,
    )
    if match is None:
        return text
    parts = sorted((g for g in match.groups() if g), key=int)
    size = {"最小": 0, "smallest": 0, "least": 0, "最大": 2, "largest": 2, "greatest": 2}
    letter = r"\$?(?<![A-Za-z])([A-Z])(?![A-Za-z])\$?"
    words = "|".join(size)
    places: dict[str, str] = {}

    def placed(said: re.Match[str]) -> str:
        name, word = (said[1], said[2]) if said[1] else (said[4], said[3])
        places[name] = parts[size[word.lower()]]
        return " "

    rest = re.sub(
        rf"(?i:(?:其中|且|and|where|with|,|\s|角)*){letter}\s*(?i:角?(?:为|是|is|being)?\s*(?:the\s+)?({words})(?:的?内?角|\s+(?:angle|of\s+them))?)|(?i:(?:其中|且|and|where|with|,|\s)*(?:the\s+)?({words})(?:的?内?角|\s+angle)?\s*(?:为|是|is|being)\s*){letter}",
        placed,
        text[: match.start()] + "\0" + text[match.end() :],
    )
    left = [p for p in parts if list(places.values()).count(p) == 0]
    if not places or len(set(parts)) != 3 or len(left) + len(places) != 3:
        return text
    others = [c for c in "ABC" if c not in places]
    if re.search(rf"(?<![A-Za-z])[{''.join(others)}](?![A-Za-z])", rest):
        return text
    placed_all = {**places, **dict(zip(others, left, strict=True))}
    ratio = f"{':'.join(placed_all)}={':'.join(placed_all.values())}"
    return rest.replace("\0", f" , ${ratio}$ , ")


def _equal_all_round(text: str) -> str:
    """Equal sides all round, equal angles all round, every angle 60° → equilateral."""
    parts = r"(?:interior\s+|internal\s+)?(?:angles|sides)"
    three = r"(?:all\s+(?:of\s+)?(?:the\s+|its\s+)?(?:three\s+|3\s+)?|(?:the\s+|its\s+)three\s+)"
    same = r"(?:are|being|have)\s+(?:all\s+)?(?:equal(?:\s+(?:to\s+(?:each\s+other|one\s+another)|lengths?|measures?))?|congruent|the\s+same(?:\s+(?:length|measure|size))?)"
    text = re.sub(
        rf"(?i)\b{three}{parts}(\s+of\s+(?:the\s+|a\s+)?triangle)?\s+{same}(?![a-z])",
        r" equilateral \1",
        text,
    )
    text = re.sub(
        rf"(?i)\b(?:with|has|having|whose)\s+all\s+(?:of\s+)?(?:its\s+|the\s+)?(?:three\s+|3\s+)?{parts}\s+(?:are\s+|being\s+)?(?:equal(?:\s+in\s+(?:length|size))?|congruent|the\s+same(?:\s+(?:length|size))?)(?![a-z])",
        " equilateral ",
        text,
    )
    text = re.sub(
        r"(?i)\b(?:with|has|having)\s+(?:three|3)\s+equal\s+(?:interior\s+)?(?:angles|sides)\b",
        " equilateral ",
        text,
    )
    text = re.sub(
        r"(?i)\beach\s+(?:interior\s+|of\s+(?:its|the)\s+)?angles?(?:\s+of\s+(?:the\s+|a\s+)?triangle)?\s+(?:is|equals|be)\s+(?:equal\s+to\s+)?\$?60\s*\$?\s*(?:°|\^\{?\\circ\}?)\$?",
        " equilateral ",
        text,
    )
    text = re.sub(
        r"每个(?:内)?角(?:都|均)?(?:是|为|等于)\s*\$?60\s*\$?\s*(?:°|\^\{?\\circ\}?)\$?", "为正三角形", text
    )
    return re.sub(
        r"的?三(?:条|个)?(?:内角|边长|边|角)(?:的?长度?|的大小|的度数)?(?:都|均|全|全都|两两)?相等",
        "为正三角形",
        text,
    )
