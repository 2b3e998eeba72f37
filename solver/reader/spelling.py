"""English words of mathematics that are misspelt, as they are meant: "coeficient" is coefficient.

Only words of a closed list are put in, only where exactly one of them is a slip away, and only for words that nobody knows. Numbers, formulas, names with a capital and words of
fewer than six letters stay (but for two neighbours that changed places). What refers to something that was told ("one notebok", "how many gren ones") is read as it was told. Tried for texts that were not understood as they stand; what was read otherwise is told to the student.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

KNOWN: Final = frozenset(
    """absolute adults altogether angle answer answers argument arithmetic augmented average because between binomial calculate calculator change
    chickens circle coefficient coefficients common completing complex conjugate constant coordinates cosine costs cramer cylinder decimal decimals degrees denominator
    derivative descending determinant determine diameter difference different differentiate distance divided division dollars domain elimination ellipse
    equals equation equations equilateral evaluate everyone exactly expand expanded expansion exponential expression factor factorise factorize factors
    following formula fraction fractions function gaussian geometric gradient greater hyperbola hypotenuse imaginary inequality infinite integer
    integers integral integrate integrated integrating integration intersection interval inverse isosceles kilometres largest length linear logarithm matrices matrix
    maximum median minimum minutes modulus money multiplied multiply multiplying negative number numbers parabola parallel percent percentage perimeter perpendicular
    polynomial positive principal probability problem product progression quadratic quarter question quotient radians radius rational rectangle remainder
    remaining respectively roots second sequence series simplified simplify simplifying smallest solution solutions solve square squared squares substitution subtract symmetry system tangent
    terms their theorem third together total triangle trigonometry twice unknown unknowns using value values vector vertex vertices volume whole without""".split()
)
_COMMON: Final = frozenset(
    "charge charges charged chance chances infinity competing internal factories dividend dividends robots regaining radios theirs kilometers kilometer multiple serves modules weight weights Victor victor principle factory lumber reminder medium minuet quartet meridian thirds wholes solved solver solves simply extend expend expands present presents prices produce products practice practise "
    "cousin cousins tickets thrice points prints pounds months monkey mother brother another hundred gather leather weather rather matter matters factual actual serious circus "
    "country counter counters computer container containers remains remained resting seconds spares squash squared vertical verses cosines cuisine rations rational nation "
    "notion motion station section sector sectors vectors systems mounted weights volumes lengths formulas functional triangles unknowns divides dividing integrals "
    "intervals inverses products quarters questions problem's numbered numbers' percents angles circles degree cost coast coasts dollar".split()
)
_FIVE: Final = tuple("exact focus point price ratio round solve third times total using value".split())
"""Words too short for any slip but two neighbours that changed places."""
_SHORT: Final[dict[str, str]] = {
    "usin": "using", "usng": "using", "ussing": "using", "valu": "value", "vlaue": "value",
    "wat": "what", "wht": "what", "wats": "what is", "waht": "what", "whta": "what", "hav": "have", "hve": "have", "mutch": "much", "muchh": "much", "howmany": "how many", "howmuch": "how much",
    "teh": "the", "tht": "that", "taht": "that", "wich": "which", "whihc": "which", "ther": "there", "thier": "their", "ppl": "people",
    "fo": "of", "adn": "and", "nad": "and", "slove": "solve", "sovle": "solve", "fidn": "find", "fnd": "find", "aple": "apple", "aples": "apples", "sumof": "sum of",
    "shuld": "should", "wuld": "would", "evry": "every", "evryone": "everyone", "bcs": "because", "cuz": "because", "anwser": "answer", "anwsers": "answers", "alot": "a lot",
    "ansewr": "answer", "awnser": "answer", "vertx": "vertex", "vetrex": "vertex", "squre": "square", "sqaure": "square", "sqare": "square", "matirx": "matrix", "martix": "matrix", "lenght": "length",
    "hight": "height", "tringle": "triangle", "trangle": "triangle", "ratoi": "ratio", "raito": "ratio", "equaton": "equation", "eqaution": "equation", "axsis": "axis", "axies": "axis", "vertec": "vertex",
    "focis": "focus", "fousc": "focus", "tims": "times", "pluss": "plus", "minuss": "minus", "rouund": "round", "thm": "them", "thay": "they", "bougt": "bought", "bougth": "bought", "bouhgt": "bought",
    "cheeper": "cheaper", "chaper": "cheaper", "moeny": "money", "mony": "money", "wheres": "where is", "infront": "in front",
}  # fmt: skip
_ENDING: Final = re.compile("(?:ing|ed|es|ly|[sder])$")
_STEMS: Final = frozenset(_ENDING.sub("", word) for word in KNOWN)
_WORD: Final = re.compile(r"(?<![\\A-Za-z\d'_^{$-])[A-Za-z]+(?![A-Za-z\d'_^(-])")


def respelt(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    r"""The text with its misspelt words as they are meant, and which they were.

    >>> respelt("whats the axis of symetry of y=x^2, coeficient of Symetry")
    ('whats the axis of symmetry of y=x^2, coefficient of Symetry', (('symetry', 'symmetry'), ('coeficient', 'coefficient')))
    >>> respelt("The factory at Trangel makes 3 circuits"), respelt(r"\triangel and sinx")
    (('The factory at Trangel makes 3 circuits', ()), ('\\triangel and sinx', ()))
    """
    changed: dict[str, str] = {}

    def meant(match: re.Match[str]) -> str:
        word = match[0]
        if word[0].isupper() and match.start() > 0:
            return word
        other = _SHORT.get(word.lower()) or _meant(word.lower())
        if other is None or other == word.lower():
            return word
        changed[word] = other
        return other.capitalize() if word[0].isupper() else other

    text = _as_told(_WORD.sub(meant, text), changed)
    return text, tuple(changed.items())


_ASKED: Final = re.compile(r"\b(?:how (?:many|much)|what|find)\b")
_REFERENCE: Final = re.compile(
    r"(?:\bhow many|\b(?:than|how much (?:is|are|does|do|did|for)|what (?:is|are|does|do)|(?:price|cost|number) of) (?:a|an|one|each|the)) ([a-z]{4,})(?![A-Za-z'])"
)
"""What was told of must be meant here: two different things would both have been named before."""
_FRAME: Final = frozenset(
    "able also been cost costs could days does else fewer from gets have hours just kind kinds left less make money months more most much must need other"
    " three four five seven eight nine twelve twenty thirty forty fifty hundred paid part people price same should some spend that their them then there they this time times total used value weeks were what when which will with would years".split()
)
"""Words of a question that are no names of things."""


def _as_told(text: str, changed: dict[str, str]) -> str:
    """What is asked for, or compared with, as it is told: "how many hikng" asks for hiking, where nothing else in the text is hikng."""
    asked = list(_ASKED.finditer(text))
    start = asked[-1].start() if asked else len(text)
    told = _told(text[:start])
    for word in re.findall(r"(?<![A-Za-z])[a-z]{5,}(?![A-Za-z])", text[start:]):
        if word in told or word in KNOWN or word in _COMMON:
            continue
        near = {
            other
            for other in told
            if other[-1] == word[-1] and len(other) != len(word) and _slipped(word, other)
        }
        if len(near) == 1 and text[start:].count(word) == 1:
            changed[word] = near.pop()
            text = text[:start] + text[start:].replace(word, changed[word])
    for found in reversed(list(_REFERENCE.finditer(text))):
        word = found[1]
        if word in _FRAME or word in KNOWN or word in _COMMON:
            continue
        told = _told(text[: found.start(1)] + " " + text[found.end(1) :])
        told |= {o.removesuffix(end) for o in told for end in ("s", "es")} | {f"{o}s" for o in told}
        if word in told:
            continue
        near = {o for o in told - _FRAME if len(o) > 4 and o[0] == word[0] and _slipped(word, o)}
        near = {o for o in near if len(o) > len(word) or sorted(o) == sorted(word) or len(word) > 6}
        if len(near) > 1:  # the one with the same ending
            near = {o for o in near if o.endswith("s") == word.endswith("s")}
        if len(near) == 1:
            changed[word] = near.pop()
            text = text[: found.start(1)] + changed[word] + text[found.end(1) :]
    return text


def _told(text: str) -> set[str]:
    """The words of a text, of four letters at least, but for names in the middle of a sentence."""
    return {
        word.lower() for word in re.findall(r"(?<![A-Za-z])[a-z]{4,}|(?:^|(?<=[.?!] ))[A-Z][a-z]{3,}", text)
    }


@lru_cache(maxsize=512)
def _meant(word: str) -> str | None:
    """The only known word that is a slip away. Two slips would make position of positive, and parameter of perimeter."""
    if len(word) == 5 and word not in _FIVE:
        return next(
            (w for w in _FIVE if w[0] == word[0] and sorted(w) == sorted(word) and _slipped(w, word)), None
        )
    regular = re.sub(
        r"(?<=[b-df-hj-np-tv-z])yed$", "ied", re.sub(r"(?<=[b-df-hj-np-tv-z])eing$", "ing", word)
    )
    if regular in KNOWN:
        return regular
    if (
        len(word) < 6
        or word in KNOWN
        or word in _COMMON
        or word.removesuffix("s") in KNOWN
        or (word[-1] in "gdysder" and (stem := _ENDING.sub("", word)) != word and stem in _STEMS)
    ):
        return None
    near = {other for other in KNOWN if other[0] == word[0] and _slipped(word, other)}
    return near.pop() if len(near) == 1 else None


def _slipped(one: str, other: str) -> bool:
    """Whether one letter is put in, left out or changed, or two neighbours change places.

    >>> [_slipped(w, "multiply") for w in ("mulitply", "multply", "multiplyy", "mulliply", "multiple", "multipel")]
    [True, True, True, True, True, False]
    """
    start = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    first, second = one[start:], other[start:]
    return (
        first[1:] == second[1:]
        or first[1:] == second
        or first == second[1:]
        or (first[1:2] + first[:1] + first[2:] == second and len(first) > 1)
    )
