"""What a kind of everyday problem is: a sign in the text, a table of clauses in one language, and the sums that are done with them.

`en(n)` and `zh(n)` are open words in a wording: up to n that neither count, compare, deny nor say when.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Final

from solver.topics.clause_kinds import Kinds, Told
from solver.topics.clauses import Said
from solver.topics.stories.school.working import Term, Unfit, Working, num

_CLOSED: Final = (
    "not no never none neither nor without except only also already still another others? each every all both half twice double triple quarter thirds? "
    "more less fewer than most least first last next remaining rest left before after until unless if when while who which that and or but then instead "
    "same back returns? stops? stopped rests waits? waited break again average mean per percent how what later earlier ago times as much many some several few any "
    "total altogether difference sum now today will would in at for"
).split()
_WORD: Final = rf"(?<![a-z'-])(?!(?:{'|'.join(_CLOSED)})(?![a-z'-]))[a-z][a-z'-]*(?![a-z'-])\s?"
MONEY: Final = r"(?:[$£€])?<m>(?: (?:dollars|yuan|euros|pounds))?"


def en(most: int = 4, least: int = 1) -> str:
    """Open English words."""
    return f"(?:{_WORD}){{{least},{most}}}?"


def zh(most: int = 8, least: int = 0) -> str:
    """Open Chinese characters."""
    return f"(?:(?![不没未无非再又还剩余各每倍半除比多少几均先后前])[\u4e00-\u9fffA-Za-z]){{{least},{most}}}?"


class Story(Told):
    """The clauses of a problem in their order."""

    def __init__(self, said: Sequence[Said], text: str) -> None:
        super().__init__(said)
        self.text = text
        asked = [s for s in said if s.kind.startswith("ask")]
        if len(asked) != 1 or any(s.kind == "again" for s in said):
            raise Unfit
        self.asked = asked[0]
        self.question = asked[0].kind.removeprefix("ask_")

    def only(self, *kinds: str) -> None:
        """There are no clauses of other kinds."""
        if any(s.kind not in (*kinds, "idle") and s is not self.asked for s in self.said):
            raise Unfit

    def told(self, name: str) -> Term:
        """The number of this name, which one clause tells."""
        return value(self.place(name).values[name])

    def placed(self, letter: str, number: str = r"\d?") -> list[str]:
        """What stands at the places of this letter, numbered; `b`: in another order of the words."""
        place = re.compile(f"{letter}{number}b?")
        return [v.strip() for s in self.said for name, v in s.values.items() if place.fullmatch(name)]

    def words(self, name: str) -> list[str]:
        """The words of this name, each once."""
        return list(dict.fromkeys(s.values[name].strip() for s in self.said if name in s.values))


def value(text: str) -> Term:
    """A number as it is written; percent signs are left to the kinds."""
    return num(Fraction(re.sub(r"[\s,%$]", "", text)))


def share(term: Term) -> Term:
    """So many percent as a part."""
    return num(term.value / 100)


CN: Final = r"\d+|[一二两三四五六七八九十]"
"""How many in Chinese, of one character or in digits."""
MANY: Final = "(?:多少|几)"
LISTED: Final = r"\d+(?:\.\d+)?%?(?:(?: ?, ?(?:and )?| and )\d+(?:\.\d+)?%?){1,9}"
"""Numbers one behind the other in English."""
_ONES: Final = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {"两": 2}


def counted(text: str) -> Term:
    """A whole number of `CN`."""
    return num(_ONES[text]) if text in _ONES else value(text)


Method = Callable[[Story, Working], None]
KINDS: Final = Kinds[Method]()
kind = KINDS.of
"""A decorator: the decorated function does the sums of a problem of these clauses. Kinds of questions begin with `ask`."""
