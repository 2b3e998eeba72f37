"""What a kind of story is by roles: wordings around its numbers, wordings of its question, and words that would make more of it.

`<n>` in a wording is a number, `<m>` money, `<p>` so many percent (and what else begins with m or p), `[[w]]` a word or two. Every number of a text must stand in
one wording; words between them are open, but for those that compare, count, change or share (`_MORE`), where the kind does not allow them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from solver.topics.stories.everyday.roles.numbers import MONEY, NUMBER, PERCENT, amount
from solver.topics.stories.school.working import Term, Unfit, Working, num

_PLACE: Final = re.compile(r"(?<!\?P)<([a-z]\d?)>|\[\[([a-z]\d?)\]\]")
_WORD: Final = r"(?!(?:the|an?|of|per|each|every|is|are|was|were|in|on|at|for|to|and|or|if|how|what|than)\b)[a-z]+(?:[-'][a-z]+)*"
WORK_OUT: Final = r"(?:what (?:is|was|are|were|will|would)(?: be)?|find|work out|calculate|determine|state)"
"""The beginning of a question for something that has a name."""
_MORE: Final = (
    "not no never none neither nor without except only already still another other others each every both half third quarter twice double triple more less fewer than most least "
    "first second last next previous remaining remainder rest left before after until unless if when while then instead same again average mean per times later earlier ago total altogether "
    "difference sum equal equally share shared ratio together originally original now back discount increase decrease percent profit loss broken lost stolen damaged eaten gave away "
    "faster slower stops rests breaks some several few many much all any different"
).split()
_DIGIT: Final = re.compile(r"\d")
_ARTICLE: Final = re.compile(
    r"(?<![\w$£€] )(?<![\w$£€.,:/-])1 (?=[a-z]+ (?:is|was|of|who|which|that|has|costs|are)\b)"
)
"""One counter is taken out: no number."""
_FORMS: Final = {"m": MONEY, "p": PERCENT}


@dataclass(frozen=True, slots=True)
class Part:
    """A wording that was found: its role, numbers and words by the names of their places, and where it stands."""

    role: str
    numbers: Mapping[str, Term]
    words: Mapping[str, str]
    text: str
    at: int

    def __getitem__(self, name: str) -> Term:
        if name not in self.numbers:
            raise Unfit
        return self.numbers[name]


@dataclass(frozen=True, slots=True)
class Cast:
    """A story whose numbers all have roles, in the order of the text, and what is asked for."""

    parts: tuple[Part, ...]
    asked: Part
    plain: str

    def all(self, *roles: str) -> list[Part]:
        """The parts of these roles."""
        return [part for part in self.parts if part.role in roles]

    def one(self, role: str) -> Part:
        """The only part of this role."""
        found = self.all(role)
        if len(found) != 1:
            raise Unfit
        return found[0]

    def maybe(self, role: str) -> Part | None:
        """The part of this role, where there is one."""
        return self.one(role) if self.all(role) else None


Method = Callable[[Cast, Working], None]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of story."""

    sign: re.Pattern[str]
    parts: tuple[tuple[str, re.Pattern[str]], ...]
    asks: tuple[tuple[str, re.Pattern[str]], ...]
    more: re.Pattern[str]
    solve: Method

    def cast(self, story: str, question: str) -> Cast | None:
        """The roles of what is told and asked, None where a number has none or a word makes more of the text."""
        found = next(
            (_part(role, m) for role, pattern in self.asks if (m := pattern.fullmatch(question))), None
        )
        if found is None:
            return None
        if "told" in found.words:  # how much do <2 adults and 3 children> pay
            story = f"{story} ; {found.words['told']}"
        parts: list[tuple[int, int, Part]] = []
        for role, pattern in self.parts:
            for m in pattern.finditer(story):
                if all(m.end() <= start or m.start() >= end for start, end, _ in parts):
                    parts.append((m.start(), m.end(), _part(role, m)))
        parts.sort(key=lambda part: part[0])
        rest, at = [], 0
        for start, end, _ in parts:
            rest.append(story[at:start])
            at = end
        left = " ; ".join([*rest, story[at:]])
        if _DIGIT.search(_ARTICLE.sub(" ", left)) or self.more.search(left):
            return None
        return Cast(tuple(part for _, _, part in parts), found, story)


def kind(
    sign: str, parts: Mapping[str, tuple[str, ...]], asks: Mapping[str, tuple[str, ...]], *, allowed: str = ""
) -> Callable[[Method], Method]:
    """A decorator: the decorated function does the sums of a story of these roles; `allowed`: words that make no more of this kind."""

    def added(solve: Method) -> Method:
        more = "|".join(word for word in _MORE if word not in allowed.split())
        KINDS.append(
            Kind(
                re.compile(sign),
                tuple((role, _compiled(wording, r"(?<![\w$£€.]){}(?![\w%])")) for role, some in parts.items() for wording in some),
                tuple((role, _compiled(wording, "{}")) for role, some in asks.items() for wording in some),
                re.compile(rf"\b(?:{more})\b|%"),
                solve,
            )
        )  # fmt: skip
        return solve

    return added


KINDS: Final[list[Kind]] = []


def casts(story: str, question: str) -> Iterator[tuple[Kind, Cast]]:
    """The kinds that the text may be of."""
    for one in KINDS:
        if one.sign.search(story) or one.sign.search(question):
            cast = one.cast(story, question)
            if cast is not None:
                yield one, cast


def _compiled(wording: str, around: str) -> re.Pattern[str]:
    def place(m: re.Match[str]) -> str:
        if m[2]:
            return rf"(?P<{m[2]}>{_WORD}(?: {_WORD})?)"
        return rf"(?P<{m[1]}>{_FORMS.get(m[1][0], NUMBER)})"

    return re.compile(around.format(f"(?:{_PLACE.sub(place, wording)})"))


def _part(role: str, found: re.Match[str]) -> Part:
    numbers, words = dict[str, Term](), dict[str, str]()
    for name, text in found.groupdict().items():
        if not text:
            continue
        if _DIGIT.search(text) and re.fullmatch(rf"{MONEY}|{NUMBER}|{PERCENT}", text):
            numbers[name] = num(amount(text))
        else:
            words[name] = text.strip()
    return Part(role, numbers, words, found[0], found.start())
