"""The wording of problems about complex numbers: other ways to say a thing become the one that the topic reads."""

from __future__ import annotations

import re
from typing import Final

NAMES: Final = {"Re": "real part", "Im": "imaginary part"}
_REAL: Final = r"-?(?:\d+(?:\.\d+)?(?:/\d+)?|\\sqrt\{\d+\}|sqrt\(\d+\))"


def rewritten(text: str) -> str:
    """`z_1` for z1, `modulus of` for a distance from the origin, `real part` for Re."""
    text = re.sub(r"(?<![A-Za-z\\_])([zw])(\d)(?![\d(])", r"\1_{\2}", text)
    text = re.sub(
        r"\\(?:operatorname|mathrm|text)\s*\{\s*(Re|Im)\s*\}|\\(Re|Im)(?![A-Za-z])", r" \1\2 ", text
    )
    text = re.sub(
        r"(?<![A-Za-z])\$?\s*(Re|Im)\s*\(\s*(z(?:_\{?\d\}?)?)\s*\)",
        lambda m: f" {NAMES[m[1]]} ${m[2]}$ ",
        text,
    )
    text = re.sub(r"\(\s*\$?([a-z]\s*(?:[<>]=?|!=)\s*-?\d+)\$?\s*\)", r" , $\1$ , ", text)  # z=a+3i (a>0)
    text = _distances(text)
    text = _given_by_parts(text)
    # "the product (2+i)(3-i)": the word only says what the formula says
    text = re.sub(
        r"(?i)\b(?:product|quotient|fraction|power)\s+(?=\$?\s*[\\(z])(?!\$?\s*z\S*\s+(?:and|by)\b)",
        " ",
        text,
    )
    return re.sub(r"(?i)(?<![\\a-z])(?:complex\s+)?conjugate\b(?!\s*\()", " conjugatenumber ", text)


def _distances(text: str) -> str:
    """The distance of a point of the plane from the origin is the modulus."""
    text = re.sub(
        r"(?i),?\s*\b(?:in|on)\s+the\s+(?:complex|argand|gauss(?:ian)?)\s+(?:plane|diagram)\b", "", text
    )
    text = re.sub(r"在?复平面[上内中]?(?:所?对应的?)?的?点?(?=到)|(?:所?对应的?|表示)的?点(?=到)", "", text)
    text = re.sub(r"在复平面[上内中]?(?:所?对应的?)的?点\s*(\$?[A-Z]\$?)?(?=到)", "", text)
    text = re.sub(r"(?<=[^,。;]{2})到(?:坐标)?原点\s*\$?O?\$?\s*的?距离", "的模", text)
    point = r"(?:(?:the\s+)?(?:point|complex\s+number)s?\s+(?:(?:representing|corresponding\s+to|given\s+by)\s+)?)?"
    text = re.sub(
        rf"(?i)\bdistance\s+(?:from|between)\s+the\s+origin\s+(?:to|and|of)\s+{point}", "modulus of ", text
    )
    return re.sub(
        rf"(?i)\bdistance\s+(?:of|from|between)\s+{point}([^,.;?]{{1,60}}?)\s+(?:from|to|and)\s+the\s+origin\b",
        r"modulus of \1 ",
        text,
    )


def _given_by_parts(text: str) -> str:
    """`z has real part 3 and imaginary part -4` → `z = 3+(-4)i`."""
    number = rf"\$?\s*({_REAL})\s*\$?"
    text = re.sub(
        rf"(?i)\$?\b([zw])\$?\s+(?:has|with)\s+(?:a\s+)?real\s+part\s+(?:of\s+)?{number}\s+and\s+(?:an\s+)?imaginary\s+part\s+(?:of\s+)?{number}",
        r" $\1=\2+(\3)i$ ",
        text,
    )
    return re.sub(
        rf"\$?(?<![a-z])([zw])\$?\s*的实部(?:是|为|等于|=){number}\s*[,，]?\s*(?:且|和|与)?\s*(?:它的|其)?虚部(?:是|为|等于|=){number}",
        r" $\1=\2+(\3)i$ ",
        text,
    )
