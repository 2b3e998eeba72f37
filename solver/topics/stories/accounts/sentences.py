"""English sentences of accounts: clauses with what stands around them, scenes, and what joins them. See `word_problems.chart` for the notation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from solver.topics.stories.accounts.clauses import AGE, HAVE, Told
from solver.topics.stories.accounts.phrases import A, is_number
from solver.topics.stories.accounts.values import (
    Amount,
    Each,
    Fact,
    Price,
    Scene,
    Tag,
    Together,
    Verb,
)
from solver.topics.stories.accounts.words import UNTOLD
from solver.topics.stories.school.english.verbs import verb_of
from solver.topics.stories.school.english.words import AUX
from solver.topics.stories.word_problems.chart import Parse

# -- clauses with what stands around them ----------------------------------------------------------


def _tagged(core: Told | tuple[Price, ...], tags: tuple[Tag, ...]) -> Told | tuple[Price, ...] | None:
    if isinstance(core, Fact | Each | Price):
        return replace(core, tags=(*tags, *core.tags))
    if isinstance(core, Together):
        return core if all(t.kind in ("none", "where", "why") for t in tags) else None
    return (
        core
        if all(t.kind in ("none", "where", "why") for t in tags) and not isinstance(core, tuple)
        else None
    )


A.rule("clause", "<c:core>")(lambda c: c)
A.rule("clause", "<s:tags> (,)? <c:core>")(lambda c, s: _tagged(c, s))
A.rule("clause", "<c:core> (,)? <t:tags>")(lambda c, t: _tagged(c, t))
A.rule("clause", "<s:tags> (,)? <c:core> (,)? <t:tags>")(lambda c, s, t: _tagged(c, (*s, *t)))
A.rule(
    "core", "who <v:verb> (<particle>)? <o:objects>", "who (is|was) <n:N> (years old)? (now|right now|today)?"
)(lambda v=None, o=(), n="": Fact("who", v, o) if v else Fact("who", Verb("be"), (Amount("n", n, AGE),)))
A.rule(
    "core",
    "(started|starts|began|begins|start) (off|out)? with <o:objects>",
    "<w:whos> (started|starts|began|begins|start) (off|out)? with <o:objects>",
    cost=-0.3,
)(lambda o, w="": Fact(w, HAVE, o))


@A.rule("clause", "after <v:ing> (<particle>)? <o:objects> , <c:core>", "by <v:ing> (<particle>)? <o:objects> , <c:core>", "after <w:who> <v2:verb> (<particle>)? <o:objects> , <c:core>", cost=0.2)  # fmt: skip
def _after(
    o: tuple[Amount, ...], c: Told, v: str = "", w: str = "", v2: Verb = HAVE
) -> tuple[Told, ...] | None:
    who = w or (c.who if isinstance(c, Fact) else "")
    return (Fact(who, Verb(v) if v else v2, o), c) if not isinstance(c, tuple) else None


@A.rule("clause", "<c:core> (after|by) <v:ing> (<particle>)? <o:objects>", cost=0.4)
def _when_done(c: Told, v: str, o: tuple[Amount, ...]) -> tuple[Told, ...] | None:
    return (Fact(c.who, Verb(v), o), c) if isinstance(c, Fact) else None


_NO_SCENE: Final = frozenset(("( ) : how what calculate determine find").split())


_OF_TOLD: Final = frozenset(("them it all some the his her their both this these those").split())


def _scenes(tokens: Sequence[str], at: int) -> Iterator[Parse]:
    """Words that tell no amount and change none."""
    has_verb = False
    for end in range(at, min(at + 32, len(tokens))):
        word = tokens[end]
        if is_number(word) or word in UNTOLD or word in _NO_SCENE:
            return
        if word in ("sells", "sell") and tokens[end + 1 : end + 2] and tokens[end + 1] in _OF_TOLD:
            return
        has_verb = has_verb or bool(verb_of(word)) or word in AUX
        if (
            has_verb
            and end - at >= 1
            and (
                end + 1 == len(tokens)
                or tokens[end + 1] in (",", "and", "but", "so", "while", "because", "if", "when")
            )
        ):
            yield Parse(end + 1, Scene(" ".join(tokens[at : end + 1])), 2.5 + 0.25 * (end - at))


A.primitive("clause", _scenes)
A.words(
    "joint",
    ",",
    ", and",
    "and",
    "but",
    ", but",
    "while",
    ", while",
    "then",
    ", then",
    "and then",
    ", and then",
    ", so",
    "so",
    "if",
    ", if",
    "when",
    "because",
    "since",
    "after",
    "and if",
    "given that",
    ", also",
    "suppose",
    "assuming",
    "where",
    "whereas",
    ", whereas",
    "although",
    ", then",
    ";",
    "such that",
    "and that",
    "but then",
    ", but then",
    "before",
    "but when",
    "and when",
    ", when",
    "so that",
    "even though",
    ", because",
    ":",
    ", and if",
)
A.rule("sentence", "<c:clause> (,)? <r:relative>", cost=1.0)(
    lambda c, r: ((c,) if not isinstance(c, tuple) else c) + (r,)
)
A.rule("sentence", "<c:clause> (,)? <r:relative> <j:joint> <s:sentence>", cost=1.0)(
    lambda c, r, j, s: ((c,) if not isinstance(c, tuple) else c) + (r,) + s
)
A.rule("relative", "<c:clause>")(lambda c: c if isinstance(c, Fact) and c.who == "who" else None)  # fmt: skip
A.rule("sentence", "<c:clause>", "<j:joint> <c:clause>", cost=1.0)(
    lambda c, j="": (c,) if not isinstance(c, tuple) else c
)
A.rule(
    "sentence", "<c:clause> <j:joint> <s:sentence>", "<i:joint> <c:clause> <j:joint> <s:sentence>", cost=1.0
)(lambda c, s, j="", i="": ((c,) if not isinstance(c, tuple) else c) + s)
