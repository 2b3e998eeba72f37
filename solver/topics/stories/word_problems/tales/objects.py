"""The objects of English clauses of tales: amounts with what is said of them, one or several."""

from __future__ import annotations

from solver.topics.stories.word_problems.tales.phrases import T
from solver.topics.stories.word_problems.tales.values import (
    Mod,
    Np,
    Tag,
)


def with_more(np: Np, mods: tuple[Mod, ...] = (), tags: tuple[Tag, ...] = ()) -> Np:
    """The same noun phrase with further modifiers and tags."""
    return Np(
        np.number,
        np.item,
        np.unit,
        np.times,
        np.plus,
        np.refs,
        np.share,
        (*np.mods, *mods),
        (*np.tags, *tags),
        np.extra,
    )


for _kind in ("plain", "cmp", "part"):
    T.rule("np", f"<a:{_kind}>")(lambda a: a)
    T.rule("np", f"<a:{_kind}> <m:mod>")(lambda a, m: with_more(a, (m,)))
    T.rule("np", f"<a:{_kind}> <m:mod> (,)? <n:mod>")(lambda a, m, n: with_more(a, (m, n)))
T.rule("np", "<a:plain> <t:tag> (,)? <m:mod>")(lambda a, t, m: with_more(a, (m,), (t,)))
T.rule("tagged", "<a:np>")(lambda a: a)
T.rule("tagged", "<a:np> <t:tag>")(lambda a, t: with_more(a, (), (t,)))
T.rule("tagged", "<a:np> <t:tag> <u:tag>")(lambda a, t, u: with_more(a, (), (t, u)))
T.rule("objects", "<a:tagged>")(lambda a: (a,))
T.rule(
    "objects",
    "<a:tagged> (,|and|, and|, and then|and then|as well as|plus|along with|and also|, and also|but|, but|then|, then|while) <b:objects>",
)(lambda a, b: (a, *b))
T.rule("tags", "<a:tag>")(lambda a: (a,))
T.rule("tags", "<a:tag> (,)? <b:tag>")(lambda a, b: (a, b))
T.rule("tags", "<a:tag> (,)? <b:tag> (,)? <c:tag>")(lambda a, b, c: (a, b, c))
