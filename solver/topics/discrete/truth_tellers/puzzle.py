"""A hidden one among candidates, statements about it, and how many of these are true: every candidate is tried.

Nothing is read here. A candidate without a name stands for "something that nobody named": where that would fit too, nothing is answered.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from solver.ports import Language
from solver.topics.base import Words
from solver.topics.cells import comment
from solver.topics.computed import Computed

MAX_CANDIDATES: Final = 8
MAX_STATEMENTS: Final = 8

SUPPOSE: Final = Words(
    "Suppose it is {name}: {verdicts}. True statements: \\({sum}={count}\\).",
    "假设是{name}：{verdicts}。真话的句数：\\({sum}={count}\\)。",
)
OTHER: Final = Words("something else", "其他的")
TRUE: Final = Words("{who} is right", "{who}说对了")
FALSE: Final = Words("{who} is wrong", "{who}说错了")
FITS: Final = Words(
    "Only {name} makes exactly {count} of the statements true.", "只有是{name}时，恰好有 {count} 句真话。"
)
WHO_SPOKE: Final = Words("Then the true statement is that of {who}.", "这时说对的是{who}。")
TABLE: Final = Words(
    "for each statement: who it can be, if the statement is true", "每句话为真时，可能是哪几个"
)
SPEAKERS: Final = Words("whose statement is true then", "这时谁说对了")
ANSWER: Final = Words("It is {answer}.", "是{answer}。")
METHOD: Final = Words(
    "chose the true statements first, and looked who fits these and none of the others",
    "先选定哪几句是真话，再看谁符合这些话而不符合其余的话",
)


@dataclass(frozen=True, slots=True)
class Puzzle:
    """`statements` are (speaker, the candidates for which it is true), `right` of which are true.

    `open_ended`: it may be something that is no candidate. `asks_speaker`: asked is who is right.
    """

    candidates: tuple[str, ...]
    statements: tuple[tuple[str, frozenset[str]], ...]
    right: int
    open_ended: bool = False
    asks_speaker: bool = False

    def fitting(self) -> list[str]:
        """The candidates with which just so many statements are true."""
        return [c for c in self.candidates if sum(c in true for _, true in self.statements) == self.right]


def task(puzzle: Puzzle, language: Language) -> Computed | None:
    """The puzzle's solution, where it has just one."""
    names, statements, right = puzzle.candidates, puzzle.statements, puzzle.right
    if not (2 <= len(set(names)) == len(names) <= MAX_CANDIDATES and 2 <= len(statements) <= MAX_STATEMENTS):
        return None
    fitting = puzzle.fitting()
    if len(fitting) != 1 or puzzle.open_ended and fitting == [""] or not 0 <= right <= len(statements):
        return None
    found = fitting[0]
    steps = tuple(
        SUPPOSE.say(
            language,
            name=name or OTHER.say(language),
            verdicts=("，" if language == "zh" else ", ").join(_verdicts(puzzle, name, language)),
            sum="+".join(str(int(name in true)) for _, true in statements),
            count=sum(name in true for _, true in statements),
        )
        for name in names
    )
    steps = (*steps, FITS.say(language, name=found, count=right))
    sets = ", ".join(str(sorted(names.index(c) for c in true)) for _, true in statements)
    lines = [
        comment(TABLE.say(language)),
        f"true_for = [{sets}]",
        f"fitting = [x for x in range({len(names)}) if sum(x in s for s in true_for) == {right}]",
    ]
    checked = [
        "from itertools import combinations",
        "",
        f"true_for = [{sets}]",
        f"left = [(x, chosen) for chosen in combinations(range({len(statements)}), {right}) for x in range({len(names)})"
        " if all((x in s) == (i in chosen) for i, s in enumerate(true_for))]",
    ]
    if not puzzle.asks_speaker:
        return Computed(
            steps, (*lines, "fitting[0]"), (*checked, "[x for x, _ in left] == [claimed]"), ANSWER, METHOD, language, names
        )  # fmt: skip
    speakers = tuple(who for who, _ in statements)
    if right != 1 or len(set(speakers)) != len(speakers):
        return None
    teller = next(who for who, true in statements if found in true)
    steps = (*steps, WHO_SPOKE.say(language, who=teller))
    lines += [comment(SPEAKERS.say(language)), "[i for i, s in enumerate(true_for) if fitting[0] in s][0]"]
    return Computed(
        steps, tuple(lines), (*checked, "[chosen for _, chosen in left] == [(claimed,)]"), ANSWER, METHOD, language, speakers
    )  # fmt: skip


def _verdicts(puzzle: Puzzle, name: str, language: Language) -> list[str]:
    return [(TRUE if name in true else FALSE).say(language, who=who) for who, true in puzzle.statements]


def settled(
    candidates: tuple[str, ...], claims: list[tuple[str, frozenset[str] | tuple[bool, str]]]
) -> tuple[tuple[str, frozenset[str]], ...] | None:
    """Statements where some only say that another speaker is right (True) or wrong (False); None where these go round in circles."""
    known: dict[str, frozenset[str]] = {}
    open_ = list(claims)
    speakers = [who for who, _ in claims]
    while open_:
        later: list[tuple[str, frozenset[str] | tuple[bool, str]]] = []
        for who, claim in open_:
            if isinstance(claim, frozenset):
                known[who] = claim
            elif claim[1] in known and speakers.count(claim[1]) == 1:
                other = known[claim[1]]
                known[who] = other if claim[0] else frozenset(candidates) - other
            else:
                later.append((who, claim))
        if len(later) == len(open_):
            return None
        open_ = later
    if len(set(speakers)) != len(speakers):
        return None  # one speaker with two statements: are both to be judged as one?
    return tuple((who, known[who]) for who in speakers)
