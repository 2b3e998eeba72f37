"""Other words for a problem, by plain rules. Whether they mean the same is not decided here: whoever uses them lets the tutor read them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random
from typing import Final

from solver.ports import Language
from training.synthesis.phrases.base import greeted

_OPENINGS: Final = (
    "Find", "Calculate", "Compute", "Determine", "What is", "Evaluate", "Work out", "Give", "Find the value of",
    "Please find", "What is the value of",
)  # fmt: skip
_OPENING: Final = re.compile(
    rf"^(?:{'|'.join(sorted(_OPENINGS, key=len, reverse=True))})\b(?! (?:if|when)\b)"
)
_SOLVES: Final = (
    "Solve",
    "Solve the equation",
    "Find the solutions of",
    "Solve for x:",
    "Solve the inequality",
    "Solve the system",
)
_SOLVE: Final = re.compile(r"^(?:Solve the (?:equation|inequality|system)|Solve)\b:?(?! for)")
_GIVENS: Final = (
    "If {0}, {1}.",
    "Given that {0}, {1}.",
    "Suppose {0}. {2}.",
    "Let {0}. {2}.",
    "{2} if {0}.",
    "Given {0}, {1}.",
    "Suppose that {0}. {2}.",
)
_SYNONYMS: Final[Mapping[str, Sequence[str]]] = {
    "greatest common divisor": ("greatest common factor", "highest common factor", "GCD", "GCF"),
    "least common multiple": ("lowest common multiple", "LCM"),
    "modulus": ("absolute value", "magnitude"), "magnitude": ("length",),
    "line through": ("line passing through", "line that passes through"),
    "antiderivative": ("indefinite integral",), "solutions": ("roots",), "roots": ("solutions", "zeros"), "zeros": ("roots",),
    "Graph": ("Plot", "Sketch", "Sketch the graph of"), "Plot": ("Graph", "Sketch", "Draw"), "Sketch": ("Graph", "Plot", "Draw"),
    "Factor": ("Factorize", "Factor completely", "Factorise"), "Expand": ("Multiply out", "Expand and simplify"),
    "Convert": ("Change", "Express", "Write"), "Write": ("Express", "Convert"), "Express": ("Write", "Convert"),
    "Differentiate": ("Find the derivative of",), "Find the derivative of": ("Differentiate",),
    "Simplify": ("Simplify the expression", "Simplify:"), "mean": ("average", "arithmetic mean"), "average": ("mean",),
    "How many": ("Find how many",), "remainder when": ("remainder if",), "positive divisors": ("positive factors", "divisors"),
    "in the expansion of": ("in",), "standard deviation": ("population standard deviation",),
    "is drawn at random": ("is chosen at random", "is picked at random", "is randomly drawn"),
    "are drawn at random": ("are picked at random", "are chosen at random"), "probability": ("chance",),
    "How much": ("What amount of money",), "prime factorization": ("prime factorisation",), "distance from": ("distance between",),
}  # fmt: skip
_CHINESE: Final[Mapping[str, Sequence[str]]] = {
    "计算": ("求", "计算：", "试计算", "算出", "请计算"), "计算：": ("计算", "求", "求值：", "试计算："),
    "解方程：": ("解方程", "求方程的解：", "求解方程：", "解下列方程："), "解方程": ("解方程：", "求解方程"),
    "解不等式：": ("解不等式", "求不等式的解集："), "解不等式": ("解不等式：",), "解方程组：": ("解方程组", "求方程组的解："),
    "解方程组": ("解方程组：", "求解方程组"), "化简：": ("化简", "把下式化简：", "化简下式："), "化简": ("化简：",),
    "已知": ("若", "设", "如果"), "若": ("已知", "如果", "设"), "设": ("已知", "若"), "如果": ("若", "已知"),
    "求": ("试求", "请求出", "求出", "计算"), "是多少？": ("等于多少？", "是几？", "为多少？", "是____。", "是？"),
    "等于多少？": ("是多少？", "等于____。", "等于几？"), "的值。": ("的值是多少？", "。"), "多少": ("几",), "图像": ("图象",),
    "分解因式：": ("因式分解：", "把下式分解因式："), "的展开式中": ("展开后",), "一共": ("共", "总共"), "化成": ("化为", "改写成", "写成"),
    "化为": ("化成", "写成"), "任意": ("随机", "任"), "有多少": ("共有多少", "一共有多少"), "不定积分": ("积分",), "还剩": ("剩下",),
    "现在": ("这时",), "买了": ("购买了",), "每小时行": ("每小时行驶",), "今年": ("现在",), "画出": ("作出", "请画出"), "最大公约数": ("最大公因数",),
    "质数": ("素数",), "任选": ("选出",), "排成一排": ("站成一排",), "不同的排法": ("排法", "不同排法"), "不同的选法": ("选法", "不同选法"),
}  # fmt: skip
_ORDER: Final = re.compile(
    r"(?:Find|Calculate|Compute|Determine|Evaluate|Work out|Give|Solve|Simplify|Factor|Expand|Differentiate|Convert|Change|Express|Write|State)\b"
)
_WORD: Final = re.compile(r"(?<![\\A-Za-z])(?!(?:sin|cos|tan|log|sqrt|lim|mod)\b)[A-Za-z]{3,}")
_SUPERSCRIPTS: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PLAIN: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED: Final = re.compile(r"\^(\d)(?!\d)")
_POWER: Final = re.compile(r"([⁰¹²³⁴⁵⁶⁷⁸⁹]+)")


def reworded(text: str, language: Language, seed: str, *, tries: int = 24) -> Iterator[str]:
    """Different texts, none of them `text`; the same for the same seed."""
    random, seen = Random(f"{seed} {text}"), {text}
    rules = (*_RULES[language], *_RULES["both"])
    for _ in range(tries):
        other = text
        for rule in random.sample(rules, random.choice((1, 2, 2, 3))):
            other = rule(other, random)
        if other not in seen:
            seen.add(other)
            yield other


def _opened(text: str, random: Random) -> str:
    """With another verb at its beginning; what was a question ends in a full stop, and the other way round."""
    found = _OPENING.match(text)
    if found is None:
        return text
    opening = random.choice(_OPENINGS)
    body, end = text[found.end() :].rstrip(".?"), text[-1:]
    if end not in ".?":
        return opening + text[found.end() :]
    return opening + body + ("?" if opening.startswith("What") else ".")


def _solved(text: str, random: Random) -> str:
    found = _SOLVE.match(text)
    return random.choice(_SOLVES) + text[found.end() :] if found else text


def _given(text: str, random: Random) -> str:
    """What is given before, behind, or in a sentence of its own."""
    found = (
        re.fullmatch(r"(?:If|Given that|Given) ([^.?]+), (find|what is|determine|compute) ([^.?]+)[.?]", text)
        or re.fullmatch(r"(?:Let|Suppose) ([^.?]+)\. (Find|What is|Determine|Compute) ([^.?]+)[.?]", text)
    )  # fmt: skip
    if found is None:
        return text
    given, what = found[1], found[3]
    verb = random.choice(("find", "what is", "determine", "calculate"))
    asked = f"{verb} {what}"
    made = random.choice(_GIVENS).format(given, asked, asked[:1].upper() + asked[1:])
    if verb != "what is":
        return made
    return made[:-1] + "?"


def _other_words(table: Mapping[str, Sequence[str]]) -> Callable[[str, Random], str]:
    def rule(text: str, random: Random) -> str:
        known = [word for word in table if word in text]
        if not known:
            return text
        word = random.choice(known)
        other = random.choice(table[word])
        if word[:1].isupper() and not text.startswith(word):
            return text
        return text.replace(word, other, 1)

    return rule


def _asked(text: str, random: Random) -> str:
    """Chinese: `求A。`, `A是多少？`, `A=____` for each other."""
    found = re.search(
        r"(^|[，,。])(?:试求出|请求出|试求|求出|求|计算：?)([^，,。？]+?)(?:的值)?[。.]?$", text
    )
    if found is None:
        found = re.search(r"(^|[，,。])([^，,。？]{2,}?)(?:的值)?(?:是多少|等于多少|是什么)？$", text)
    if found is None:
        return text
    form = random.choice(
        (
            "求{}的值。",
            "求{}。",
            "{}是多少？",
            "{}等于多少？",
            "{}的值是多少？",
            "试求{}。",
            "请求出{}。",
            "{}的值为____。",
            "求{}",
        )
    )
    comma = found[1]
    return text[: found.start()] + comma + form.format(found[2])


def _dollars(text: str, random: Random) -> str:
    """The marks of formulas: other ones, or none where there is no LaTeX between them."""
    if random.random() < 0.4 and "\\" not in text:
        return text.replace("$", "")
    return re.sub(r"\$([^$]+)\$", lambda m: f"\\({m[1]}\\)", text)


def _powers(text: str, random: Random) -> str:
    if "\\" in text or "$" in text:
        return text
    if _RAISED.search(text):
        return _RAISED.sub(lambda m: m[1].translate(_SUPERSCRIPTS), text)
    return _POWER.sub(lambda m: "^" + m[1].translate(_PLAIN), text)


def _spaced(text: str, random: Random) -> str:
    if random.random() < 0.5:
        return re.sub(r"(?<=[\w)]) ([+\-=<>]) (?=[\w(])", r"\1", text)
    return re.sub(r"(?<=[\w)])([+=<>])(?=[\w(])", r" \1 ", text)


def _in_latex(text: str, random: Random) -> str:
    """A formula at the end without marks gets some."""
    found = re.search(r"(?<=[ ：:])([^\s：:$\u3400-\u9fff]*[\d)][^$\u3400-\u9fff]*?)([.。?？]?)$", text)
    if found is None or "$" in text or _WORD.search(found[1]):
        return text
    return f"{text[: found.start()]}${found[1]}${found[2]}"


def _punctuated(text: str, random: Random) -> str:
    return random.choice(
        (
            text.replace("，", ","),
            text.replace(",", "，"),
            text.rstrip("。"),
            text.replace("。", "."),
            text.replace("：", ":"),
        )
    )


def _politely(text: str, random: Random) -> str:
    if text[-1:] not in ".?" or not _ORDER.match(text):
        return text
    return "Please " + text[:1].lower() + text[1:]


def _greeted(language: Language) -> Callable[[str, Random], str]:
    return lambda text, random: greeted(text, language, random)


_RULES: Final[Mapping[str, tuple[Callable[[str, Random], str], ...]]] = {
    "en": (_opened, _opened, _solved, _given, _given, _other_words(_SYNONYMS), _politely, _greeted("en")),
    "zh": (
        _asked,
        _asked,
        _asked,
        _other_words(_CHINESE),
        _other_words(_CHINESE),
        _punctuated,
        _greeted("zh"),
    ),
    "both": (_dollars, _powers, _spaced, _in_latex),
}
