"""The words of the page: one file a language, found by its name; nothing to register.

The page itself switches languages (assets/words.js has every file); Python needs them for what only it can say.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from solver.intake import language_of
from solver.ports import Language

LOCALES: Final = Path(__file__).parent / "locales"


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
    """`language_of` the problem, in any language of the page: what has no words follows the page, or English.

    >>> problem_language("sin(x) = 1/2", "zh"), problem_language("sin(x) = 1/2", "fr")
    ('zh', 'en')
    """
    return language_of(text, "zh" if page_language == "zh" else "en")
