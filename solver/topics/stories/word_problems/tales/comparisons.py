"""English comparisons and parts in tales: "3 more than", "twice as many as", "half of them"."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems.tales.phrases import ONE, T
from solver.topics.stories.word_problems.tales.values import MONEY, SAME, Np, Ref, Tag

# -- comparisons -----------------------------------------------------------------------------------

T.words(
    "more",
    "more",
    "greater",
    "additional",
    "older",
    "longer",
    "taller",
    "heavier",
    "extra",
    "larger",
    value=1,
)
T.words("more", "less", "fewer", "younger", "shorter", "lighter", "smaller", "lower", value=-1)
T.words("much", "as many", "as much", "the number of", "the amount of", "that many", "that much", "the same number of", "that number of", "that amount of", "as long", "as far", "the number", "the amount")  # fmt: skip
T.words(
    "amount_of",
    "the number of",
    "the amount of",
    "the same number of",
    "that number of",
    "that amount of",
    "the number",
    "the amount",
)
T.words("did", "did", "does", "do", "has", "had", "have", "is", "was", "are", "were", "can")


@T.rule("ref", "<a:who> (<did>|<verb_word>)?", "what <a:who> (<did>|<verb_word>)")
def _ref(a: str) -> Ref:
    return Ref(a)


@T.rule(
    "ref",
    "(the)? (number of|amount of)? (the)? <x:noun> (that)? <a:who> (<did>|<verb_word>)",
    "the (number|amount) of <x:noun> (that|of)? <a:who> (<did>|<verb_word>)?",
    cost=0.4,
)
def _ref_of(x: str, a: str) -> Ref:
    return Ref(a, x)


@T.rule("ref", "(there (are|were))? (the)? <x:noun>", "(the)? (number|amount) of <x:noun>", cost=0.3)
def _ref_item(x: str) -> Ref:
    return Ref(SAME, x)


@T.rule("ref", "(he|she|they|it|<who>)? (<did>|<verb_word>)? (on|in)? <t:time>")
def _ref_when(t: Tag) -> Ref:
    return Ref(SAME, "", t.text)


T.rule("what_refs", "what <a:who> (<did>|<verb_word>)", "(the|that) amount <a:who> (<did>|<verb_word>)")(
    lambda a: (Ref(a),)
)
T.rule("refs", "<a:ref>")(lambda a: (a,))
T.rule(
    "refs", "<a:ref> and <b:ref> (combined|together|<did> combined|have together|put together)?", cost=0.2
)(lambda a, b: (a, b))


@T.rule(
    "cmp",
    "<n:num> <s:more> (<x:noun>)? than <b:refs>",
    "<n:num> <x:noun> <s:more> than <b:refs>",
    "<n:num> <s:more> than <b:refs>",
)
def _more(n: Fraction, s: int, b: tuple[Ref, ...], x: str = "") -> Np:
    return Np(None, x, plus=s * n, refs=b)


@T.rule("cmp", "<n:num> <s:more> <x:noun>", cost=0.8)
def _more_than_before(n: Fraction, s: int, x: str) -> Np | None:
    return Np(None, x, plus=s * n) if s < 0 else None


@T.rule("cmp", "<m:M> <s:more> than <b:refs>")
def _money_more(m: tuple[Fraction, str], s: int, b: tuple[Ref, ...]) -> Np:
    return Np(None, MONEY, m[1], plus=s * m[0], refs=b)


@T.rule("cmp", "<f:F> <s:more> (<x:noun>)? (than <b:refs>)?")
def _percent_more(f: Fraction, s: int, x: str = "", b: tuple[Ref, ...] = ()) -> Np:
    return Np(None, x, times=1 + s * f, refs=b)


@T.rule("cmp", "<k:factor> (of)? <much> (<x:noun>)? (as <b:refs>)?", "<k:factor> (of)? <amount_of> (<x:noun>)? (that|of)? <b:refs>", "<k:factor> (of)? <b:what_refs>",
        "as many (<x:noun>)? as <b:refs>", "the same (number|amount) of <x:noun> as <b:refs>")  # fmt: skip
def _scaled(k: Fraction = ONE, x: str = "", b: tuple[Ref, ...] = ()) -> Np:
    return Np(None, x, times=k, refs=b)


@T.rule("cmp", "<n:num> (<s:more>) (<x:noun>)? than <k:factor> <much>? (<y:noun>)? (as|of|that)? <b:refs>",
        "<k:factor> <much> (<x:noun>)? as <b:refs> (,)? (plus|and) <n:num> more")  # fmt: skip
def _scaled_more(
    n: Fraction, k: Fraction, b: tuple[Ref, ...], s: int = 1, x: str = "", y: str = ""
) -> Np | None:
    return Np(None, x or y, times=k, plus=s * n, refs=b) if not x or not y or x == y else None


@T.rule("cmp", "<m:M> <s:more> than <k:factor> (as much as|what|the amount)? <b:refs>")
def _money_scaled(m: tuple[Fraction, str], s: int, k: Fraction, b: tuple[Ref, ...]) -> Np:
    return Np(None, MONEY, m[1], times=k, plus=s * m[0], refs=b)


@T.rule(
    "part",
    "<f:frac> of (the|his|her|their|its|these|those|all the|all of the|them|it|my|all)? (<x:noun>)?",
    "<f:frac> (his|her|their|the|its) <x:noun>",
)
def _part(f: Fraction, x: str = "") -> Np:
    return Np(None, x, times=f, share="all")


@T.rule("part", "<f:frac> of (the|his|her|their|its|those)? (remaining|rest of the|rest of his|rest of her|leftover|other) <x:noun>", "<f:frac> of (the|his|her|their)? (remaining|rest|remainder|ones left|leftovers)",
        "<f:frac> of what (he|she|they|it)? ('s|is|has|had|was|have|remained|remains|were) (left|remaining)", "<f:frac> of what (is|was|he has|she has|they have|he had|she had|remains|remained) (left|remaining)?", "<f:frac> of the <x:noun> (that (are|were|is|was))? (left|remaining)")  # fmt: skip
def _part_of_rest(f: Fraction, x: str = "") -> Np:
    return Np(None, x, times=f, share="rest")
