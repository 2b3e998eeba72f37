"""What a collection holds, as English lists it: `5 red and 3 blue marbles`, `8 balls, 5 of which are red and the rest blue`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_JOINT: Final = r"\s*,\s*and\s+|\s*,\s*|\s+and\s+"
_NO_KINDS: Final = frozenset(
    "of the and or are is which them these with a an in at from to that more less many other others each every total"
    " all some them it same different numbered pairs pair half least most first second".split()
)


def singular(word: str) -> str:
    """A noun without its plural ending, as far as comparing nouns needs it.

    >>> [singular(w) for w in ("marbles", "candies", "boxes", "women", "glass")]
    ['marble', 'candy', 'box', 'woman', 'glass']
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies"):
        return word[:-3] + "y"
    if re.search(r"(?:x|ch|sh|ss)es$", word):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


_GENERAL: Final = frozenset(("", "1", "item", "thing", "object", "piece"))
_IRREGULAR: Final = {"women": "woman", "men": "man", "children": "child", "people": "person", "dice": "die"}


@dataclass(frozen=True, slots=True)
class Contents:
    """Kinds with their counts; `noun` (singular) is what all are, empty where the kinds are nouns themselves.

    `drawn` is what the problem calls the drawn things (singular) where that is another word: students, of boys and girls.
    """

    kinds: tuple[tuple[str, int], ...]
    noun: str
    drawn: str = ""

    @classmethod
    def read(cls, text: str) -> Contents | None:
        """The contents of a list; None where it is no list of at least one kind with counts.

        >>> Contents.read("5 red and 3 blue marbles").kinds
        (('red', 5), ('blue', 3))
        """
        text = re.sub(r" respectively$", "", text.strip(" ,"))
        total = re.fullmatch(
            r"(?P<n>\d+) (?:colou?red )?(?P<noun>[a-z]+)(?: in total)?(?::| -|, of which| of which|, where|,) ?(?P<parts>.+)",
            text,
        )
        if total:
            parts = _parts(total["parts"], int(total["n"]))
            noun = singular(total["noun"])
            fits = parts is not None and sum(count for _, count, _ in parts) == int(total["n"])
            if fits and parts and all(n in ("", noun) and singular(k) == k for k, _, n in parts):
                return cls._checked([(k, c) for k, c, _ in parts], noun)
        parts = _parts(text, None)
        if parts is None:
            return None
        nouns = {noun for _, _, noun in parts if noun}
        if len(nouns) > 1 or nouns and not parts[-1][2]:
            return None
        noun = nouns.pop() if nouns else ""
        if not noun and any(count > 1 and singular(kind) == kind for kind, count, _ in parts):
            return None  # "8 balls, 5 red, 2 blue": not the nouns of a list like "6 boys and 4 girls"
        return cls._checked([(kind if noun else singular(kind), count) for kind, count, _ in parts], noun)

    @classmethod
    def _checked(cls, kinds: list[tuple[str, int]], noun: str) -> Contents | None:
        names = [name for name, _ in kinds]
        if len(set(names)) != len(names) or noun and noun in map(singular, names):
            return None
        if {*names, noun} & _NO_KINDS or not all(c for _, c in kinds):
            return None
        return cls(tuple(kinds), noun)

    def allows(self, word: str) -> bool:
        """Whether drawn things may be called so: by their noun, in general, or by any noun that is none of the kinds."""
        name = singular(word)
        if name in {self.noun, *_GENERAL}:
            return True
        named = {singular(k) for k, _ in self.kinds}
        if name in ("student", "pupil", "child", "person") and named <= {"boy", "girl", "man", "woman"}:
            return True
        return not self.noun and name not in {k for k, _ in self.kinds} and name != word

    def kind(self, words: str) -> tuple[str, ...] | None:
        """The kinds that `words` name (`red`, `red marbles`, `reds`, `red or blue`, `not red`); None for anything else."""
        words = words.strip()
        if words.startswith(("not ", "non-")):
            inner = self.kind(words[4:])
            return None if inner is None else tuple(k for k, _ in self.kinds if k not in inner)
        found: list[str] = []
        for part in re.split(r" or ", re.sub(r"^either ", "", words)):
            name = self._single(part)
            if name is None or name in found:
                return None
            found.append(name)
        return tuple(found)

    def _single(self, words: str) -> str | None:
        parts = re.sub(r"^(?:a|an|the) ", "", words).split()
        if len(parts) == 2 and singular(parts[1]) in {self.noun, "1"} and self.noun or len(parts) == 1:
            return next((k for k, _ in self.kinds if parts[0] == k or singular(parts[0]) == k), None)
        return None


def _parts(text: str, total: int | None) -> list[tuple[str, int, str]] | None:
    """(kind, count, noun or "") of every part; `the rest are blue` where the total is known."""
    found: list[tuple[str, int, str]] = []
    for part in re.split(_JOINT, text):
        match = re.fullmatch(
            r"(?P<n>\d+)(?: of (?:which|them|these))?(?: (?:are|is))? (?P<kind>[a-z]+)(?:[ -]colou?red)?(?: (?P<noun>[a-z]+))?",
            part,
        )
        rest = re.fullmatch(
            r"the (?:rest|others|remaining [a-z]+|other \d+)(?: (?:are|is))? (?P<kind>[a-z]+)", part
        )
        if match:
            noun = singular(match["noun"]) if match["noun"] else ""
            found.append((match["kind"], int(match["n"]), noun))
        elif rest and total is not None:
            found.append((rest["kind"], total - sum(count for _, count, _ in found), ""))
        else:
            return None
    return found if all(count > 0 for _, count, _ in found) else None
