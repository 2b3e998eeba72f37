"""The words of the page: one file a language, found by its name; nothing to register.

The page itself switches languages (assets/words.js has every file); Python needs them for what only it can say.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from solver.ports import Language

LOCALES: Final = Path(__file__).parent / "locales"
HAN: Final = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
WORD: Final = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{3,}")  # not \frac
FUNCTIONS: Final = frozenset(
    "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh asin acos atan log exp sqrt abs lim max min mod "
    "gcd lcm det diff pow".split()
)


@lru_cache(maxsize=1)
def locales() -> Mapping[str, Mapping[str, str]]:
    """Every language's words by key, English first."""
    found = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(LOCALES.glob("*.json"))}
    return MappingProxyType(found)


def say(language: str, key: str, **values: object) -> str:
    """The sentence for `key`; English where the language is unknown.

    Raises:
        KeyError: no such key, or a placeholder without a value.
    """
    words = locales().get(language) or locales()["en"]
    return words[key].format(**values)


def problem_language(text: str, page_language: str) -> Language:
    """The language to explain in: that of the problem's words, or the page's where it has none.

    >>> problem_language("求 x^2 的导数", "en"), problem_language("Solve x + 1 = 2", "zh")
    ('zh', 'en')
    >>> problem_language("sin(x) = 1/2", "zh")
    'zh'
    """
    if HAN.search(text):
        return "zh"
    if any(word.lower() not in FUNCTIONS for word in WORD.findall(text)):
        return "en"
    return "zh" if page_language == "zh" else "en"
