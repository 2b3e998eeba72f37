r"""What kind of thing a question asks for, and what this says of an answer's text: a set by parameters, a vector up to a factor, an interval.

Text to text, as `asked`, which calls these rules.
"""

from __future__ import annotations

import re
from typing import Final

from evaluation.grader.cleaning import spelled
from evaluation.grader.matrices import in_rows

MAX_LENGTH: Final = 300

_COMPOSED: Final = re.compile(
    r"\(\s*([a-zA-Z])\s*(?:∘|\\circ)\s*([a-zA-Z])\s*\)\s*(?:\\left)?\(([^()]+?)(?:\\right)?\)|(?<![A-Za-z\\])([a-z])\s*(?:∘|\\circ)\s*([a-z])\s*\(([^()]+)\)"
)


def composed(text: str) -> str:
    r"""`(f∘g)(x)` as `f(g(x))`.

    >>> composed("(f∘g)(x) = 4x^2"), composed(r"Find $(g \circ f)(2)$.")
    ('f(g(x)) = 4x^2', 'Find $g(f(2))$.')
    """
    return _COMPOSED.sub(lambda m: f"{m[1] or m[4]}({m[2] or m[5]}({m[3] or m[6]}))", text)


_SAID_WHERE: Final = re.compile(
    r"\$?(?P<said>[^$]{1,60}?(?:[<>]=?|≤|≥|\\[lg]eq?)[^$]{1,20}?)\$?\s*(?:,?\s*(?:\\text\s*\{\s*)?(?:\b(?:on|for|when|if|where|whenever|in|iff|if\s+and\s+only\s+if|exactly\s+(?:when|for))\b)\s*(?:all\s+)?\}?|在)\s*\$?(?P<where>.+?)(?:上|时|内)?\$?\.?$"
)


def where_said(question: str, answer: str, reference: str) -> tuple[str, str]:
    """Of `f'(x) > 0 on (1, 2)`, where the question is for the x with f'(x) > 0: `(1, 2)`.

    >>> where_said("Find all x with f'(x) > 0.", "f'(x) > 0 on (1, 2)", "1<x<2"), where_said("Find all x with f'(x) < 0.", "f'(x) > 0 on (1, 2)", "1<x<2")[0]
    (('(1, 2)', '1<x<2'), "f'(x) > 0 on (1, 2)")
    """
    found = _SAID_WHERE.fullmatch(answer.strip()) if len(answer) <= MAX_LENGTH else None
    if found and _squeezed(found["said"]) in _squeezed(question) and not re.search(r"\bnot\b|不", answer):
        return found["where"].strip().strip("$"), reference
    return answer, reference


def _squeezed(text: str) -> str:
    text = re.sub(r"\\(?:left|right)(?![A-Za-z])|\\[,;! ]|[\s$]", "", text.replace("，", ",")).casefold()
    for sign, plain in (
        ("≤", "<="),
        ("≥", ">="),
        (r"\leq", "<="),
        (r"\geq", ">="),
        (r"\le", "<="),
        (r"\ge", ">="),
        ("≠", r"\ne"),
    ):
        text = text.replace(sign, plain)
    return text


_OF_SETS: Final = re.compile(
    r"\b(?:lines?|planes?|parametri[cz]\w*|null\s*space|kernel|span|eigenvectors?|eigenspace|solution\s+(?:set|space)|solve\s+the\s+system|system)\b|parametri[sz]ation"
    r"|直线|参数方程|通解|解系|解空间|零空间|特征向量|方程组|张成",
    re.IGNORECASE,
)
_PARAMETER: Final = re.compile(
    r"(?<![A-Za-z\\])(?:[a-dkm-wC](?:_\{?\d\}?)?(?![A-Za-z_]))|\\(?:lambda|mu)(?![A-Za-z])|[λμ]"
)
_DECLARED: Final = re.compile(
    r"\\in|∈|\breal\b|\\ne|≠|arbitrary|任意|实数|常数|nonzero|[<>≤≥]|span|multiple|free|parameter"
)


def by_parameters(question: str, answer: str, reference: str) -> tuple[str, str]:
    r"""Where a line, a space or the solutions of a system are asked for: a letter that the question does not have is a parameter.

    >>> by_parameters("Find the line through (1, 0) and (3, 1).", "(1+2t, t)", "(3+2t, 1+t)")
    ('(1+2t, t), t \\in R', '(3+2t, 1+t)')
    >>> by_parameters("Find the point in terms of t.", "(2t, t)", "(t, 2t)")[0]
    '(2t, t)'
    """
    if not _OF_SETS.search(question) or max(len(answer), len(reference)) > MAX_LENGTH:
        return answer, reference
    if names := _parameters(question, answer, reference):
        return rf"{answer.strip().strip('$.')}, {names} \in R", reference
    if names := _parameters(question, reference, answer):
        return answer, rf"{reference.strip().strip('$.')}, {names} \in R"
    return answer, reference


def _parameters(question: str, text: str, other: str) -> str:
    """The letters of a text that are parameters and are not said to be; none where the question has them, or nothing has coordinates."""
    if _DECLARED.search(text) or not re.search(r"[(\[].*,|matrix|=.*,.*=", text):
        return ""
    names = list(
        dict.fromkeys(m[0] for m in _PARAMETER.finditer(re.sub(r"\\(?!lambda|mu)[A-Za-z]+", " ", text)))
    )
    given = {m[0] for m in _PARAMETER.finditer(re.sub(r"\b[A-Za-z]{3,}\b|\ba\b", " ", question))}
    told = re.search(r"[(\[].*,|matrix|=|span|multiple|[)]", other)
    return ", ".join(names) if told and 1 <= len(names) <= 3 and not given & set(names) else ""


_UP_TO_FACTOR: Final = re.compile(
    r"\b(?:an?|one|corresponding)\s+(?:corresponding\s+|possible\s+)?(?:eigenvectors?|normal(?:\s+vector)?|direction\s+vector)\b|\bvector\s+(?:normal|perpendicular|orthogonal|parallel)\s+to\b|一个(?:法向量|方向向量|特征向量)|的(?:法向量|方向向量)",
    re.IGNORECASE,
)
_VECTOR: Final = re.compile(
    r"\s*\$?\s*(?:[\\A-Za-z_{}\d]{1,12}\s*=\s*)?(?:\\left)?((?:[(\[<⟨]|\\langle)[^()\[\]=;]*,[^()\[\]=;]*(?:[)\]>⟩]|\\rangle)|\\begin\s*\{[pb]matrix\}(?:(?!\\begin|&).)*\\end\s*\{[pb]matrix\})(?:\s*\^\s*\{?(?:T|\\top)\}?)?\s*\$?\.?\s*"
)


_SAID_OF_IT: Final = re.compile(
    r"^[\u3400-\u9fff]{2,12}(?:可以)?[为是:]\s*|^(?:(?:an?|the|one)\s+)?(?:[a-z]+\s+){1,3}is\s+(?=[(\[<\\])",
    re.IGNORECASE,
)


def up_to_factor(question: str, answer: str, reference: str) -> tuple[str, str]:
    """Where one eigenvector, normal or direction is asked for: any multiple of it is right, which is to say its span.

    >>> up_to_factor("Find an eigenvector for 3.", "(1, 1)", "(2, 2)"), up_to_factor("Find a unit vector.", "(1, 0)", "(2, 0)")
    (('span{(1, 1)}', 'span{(2, 2)}'), ('(1, 0)', '(2, 0)'))
    """
    if not _UP_TO_FACTOR.search(question) or re.search(r"\bunit\b|单位|length|magnitude|norm\b|模", question):
        return answer, reference
    plain = [in_rows(_SAID_OF_IT.sub("", spelled(text))) for text in (answer, reference)]
    vectors = [_VECTOR.fullmatch(text) for text in plain]
    if not all(vectors) or any(not re.search("[1-9]", v[1]) for v in vectors if v):
        return answer, reference
    one, other = (
        re.sub(r"^(?:[<⟨]|\\langle)(.*)(?:[>⟩]|\\rangle)$", r"(\1)", v[1].strip()) for v in vectors if v
    )
    return f"span{{{one}}}", f"span{{{other}}}"


_TRUTH_ASKED: Final = re.compile(
    r"\btrue\s*(?:or|/)\s*false\b|\bT\s*/\s*F\b|\(T\)|\bT\s+or\s+F\b", re.IGNORECASE
)


def in_truth(question: str, answer: str, reference: str) -> tuple[str, str]:
    """Where the question is true or false: `T` and `F` are these words, and no options.

    >>> in_truth("True or false: 2 is odd.", "False (2 = 2·1)", "F"), in_truth("Which one?", "F", "F")
    (('False (2 = 2·1)', 'False'), ('F', 'F'))
    """
    if not _TRUTH_ASKED.search(question):
        return answer, reference
    words = {"T": "True", "F": "False"}
    texts = [re.sub(r"^\s*([TF])(?![A-Za-z])", lambda m: words[m[1]], text) for text in (answer, reference)]
    return texts[0], texts[1]


_INTERVAL_ASKED: Final = re.compile(
    r"\bconfidence\s+interval|置信区间|\binterval\s+estimate\b", re.IGNORECASE
)
_AROUND: Final = re.compile(r"(?P<at>-?\d+(?:\.\d+)?)\s*(?:±|\\pm|\+/-|\+-)\s*(?P<by>\d+(?:\.\d+)?)")


def around(question: str, answer: str, reference: str) -> tuple[str, str]:
    r"""Where a confidence interval is asked for: `50 ± 3.92` is one, and its brackets say nothing.

    >>> around("Find a 95% confidence interval.", "(46.08, 53.92)", "50 ± 3.92"), around("Solve it.", r"1 \pm 2", "3, -1")
    (('(46.08, 53.92)', '(46.08, 53.92)'), ('1 \\pm 2', '3, -1'))
    """
    if not _INTERVAL_ASKED.search(question):
        return answer, reference
    texts = [_interval(text) or text for text in (answer, reference)]
    return texts[0], texts[1]


_ENDS: Final = re.compile(
    r"(?:[a-z\\μ]+\s*(?:\\in|∈)\s*)?[(\[]\s*(-?[\d.]+)\s*[,，]\s*(-?[\d.]+)\s*[)\]]|(-?[\d.]+)\s*(?:<|≤|<=|\\leq?)\s*(?:[a-zμp]|\\mu)\s*(?:<|≤|<=|\\leq?)\s*(-?[\d.]+)|(?:from\s+|between\s+)?(-?[\d.]+)\s+(?:to|and)\s+(-?[\d.]+)"
)


def _interval(text: str) -> str | None:
    plain = text.strip().strip("$. ").replace("\\left", "").replace("\\right", "")
    if found := _AROUND.fullmatch(plain):
        places = max(len(found[n].partition(".")[2]) for n in ("at", "by"))
        middle, radius = float(found["at"]), float(found["by"])
        return f"({middle - radius:.{places}f}, {middle + radius:.{places}f})"
    ends = _ENDS.fullmatch(plain)
    return None if ends is None else "({}, {})".format(*(e for e in ends.groups() if e))


_PENCE: Final = re.compile(r"(?<![A-Za-z])(\d+(?:\.\d+)?)\s*p\.?(?![A-Za-z])")


def in_pence(question: str, answer: str, reference: str) -> tuple[str, str]:
    """`705p`, where the question is about pounds or pence: 705 pence.

    >>> in_pence("3 books at £2.35 each?", "705p", "£7.05"), in_pence("Simplify it.", "3p", "3p")
    (('705 pence', '£7.05'), ('3p', '3p'))
    """
    if not re.search(r"£|\bpence\b|\bpounds?\b|\d\s*p\b", question) or not re.search("£|pence|pound|penny", question + answer + reference):  # fmt: skip
        return answer, reference
    texts = [
        _PENCE.sub(r"\1 pence", text)
        if re.fullmatch(rf"\D{{0,20}}{_PENCE.pattern}\s*\.?", text.strip())
        else text
        for text in (answer, reference)
    ]
    return texts[0], texts[1]


_MULTIPLICITY_ASKED: Final = re.compile(r"multiplicit|counted|repeated|重数|重根", re.IGNORECASE)
_TIMES: Final = {
    "double": 2,
    "triple": 3,
    "repeated": 2,
    "twice": 2,
    "simple": 1,
    "二": 2,
    "三": 3,
    "两": 2,
    "单": 1,
}
_MEMBER: Final = re.compile(
    r"(?:[a-zλ](?:_\{?[\d,]+\}?)?\s*=\s*|\\lambda(?:_\{?[\d,]+\}?)?\s*=\s*)?(?P<root>-?(?:\d+(?:/\d+)?|\\frac\{\d+\}\{\d+\}|\d*\\sqrt\{?\d+\}?|\d*i))\s*"
    r"(?:[(,]?\s*(?:(?:is\s+)?(?:an?\s+)?(?:of\s+|with\s+)?(?:algebraic\s+)?multiplicity\s*(?:of\s+)?(?P<m>\d)|(?P<n>\d)\s*重根?|(?:is\s+)?(?:an?\s+)?(?P<word>double|triple|repeated|twice|simple|二|三|两|单)\s*(?:root|重根?|根)?|(?:[x×]|\\times)\s*(?P<k>\d))\s*[)]?)?"
)


def with_multiplicity(question: str, answer: str, reference: str) -> tuple[str, str]:
    """Where roots are asked for with their multiplicities: each as often as it is told.

    >>> with_multiplicity("Find the roots, with multiplicity.", "x = 1 (multiplicity 2), x = -2", "1, 1, -2")
    ('-2, 1, 1', '-2, 1, 1')
    """
    if not _MULTIPLICITY_ASKED.search(question):
        return answer, reference
    both = [_repeated(text) for text in (answer, reference)]
    if not both[0] or not both[1]:
        return answer, reference
    return ", ".join(both[0]), ", ".join(both[1])


def _repeated(text: str) -> list[str]:
    plain = re.sub(r"\\text\s*\{([^{}]*)\}", r" \1 ", spelled(text)).strip(" .{}")
    found: list[str] = []
    for part in re.split(
        r"[,;]\s*(?:and\s+)?(?!\s*(?:multiplicity|double|triple|with|of|twice|\d\s*重))|\band\b|和", plain
    ):
        member = _MEMBER.fullmatch(part.strip())
        if member is None:
            return []
        times = int(member["m"] or member["n"] or member["k"] or _TIMES.get(member["word"] or "", 1))
        found += [member["root"]] * min(times, 9)
    return sorted(found)
