"""Two or three overlapping groups as a diagram: every part of it is an unknown, every sentence an equation.

Answered where the sentences fix what is asked, and no part would be negative or broken. Nothing is read here; readers: `reading`, `stories.contests.overlaps`.
A kind of members is written "A", "AB" (in both of these), "only A", "all", "some", "one", "two" (in so many groups), "" (in none) or "T" (everybody).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Final

import sympy as sp

from solver.ports import Language
from solver.topics.base import Words
from solver.topics.cells import cell, comment
from solver.topics.prepared import Prepared

WORDS: Final = {
    "names": Words("Let {names}.", "设 {names}。"),
    "name": Words("\\({letter}\\) be those that {what}", "\\({letter}\\) 表示“{what}”的人"),
    "ratio": Words("\\(|A|+|B|\\) counts those in both twice and those in no group not at all, so it is larger than \\({total}\\) by those in both less those in none. These are \\({times}\\) times and once the same number: \\[{a}+{b}-{total}={more}=({times}-1)\\cdot {none}\\] So \\({none}\\) are in no group, and \\({both}\\) are in both.", "\\(|A|+|B|\\) 把同属两者的算了两次，两者都不属于的没有算，所以它比总数 \\({total}\\) 多出“同属两者的人数减去都不属于的人数”。前者是后者的 \\({times}\\) 倍：\\[{a}+{b}-{total}={more}=({times}-1)\\cdot {none}\\] 所以都不属于的有 \\({none}\\) 人，同属两者的有 \\({both}\\) 人。"),
    "some": Words("In at least one group are \\({total}-{none}={union}\\).", "至少属于一组的有 \\({total}-{none}={union}\\) 人。"),
    "two": Words("Adding \\(|A|\\) and \\(|B|\\) counts those in both twice, so \\[|A\\cup B|=|A|+|B|-|A\\cap B|={a}+{b}-{both}={union}\\]", "\\(|A|+|B|\\) 把同属两者的人算了两次，所以 \\[|A\\cup B|=|A|+|B|-|A\\cap B|={a}+{b}-{both}={union}\\]"),
    "both": Words("Adding \\(|A|\\) and \\(|B|\\) counts those in both twice, so \\[|A\\cap B|=|A|+|B|-|A\\cup B|={a}+{b}-{union}={both}\\]", "\\(|A|+|B|\\) 把同属两者的人算了两次，所以 \\[|A\\cap B|=|A|+|B|-|A\\cup B|={a}+{b}-{union}={both}\\]"),
    "three": Words("Adding the three groups counts those in two of them twice, and those in all three three times, so \\[|A\\cup B\\cup C|=|A|+|B|+|C|-|A\\cap B|-|A\\cap C|-|B\\cap C|+|A\\cap B\\cap C|:\\quad {put}\\]", "由容斥原理 \\[|A\\cup B\\cup C|=|A|+|B|+|C|-|A\\cap B|-|A\\cap C|-|B\\cap C|+|A\\cap B\\cap C|:\\quad {put}\\]"),
    "total": Words("All together there are \\({total}\\), which are those in a group and those in none: \\({total}={union}+{none}\\).", "总人数 \\({total}\\) 等于至少属于一组的与一组都不属于的之和：\\({total}={union}+{none}\\)。"),
    "asked": Words("What is asked for is the number of those {what}: \\({value}\\).", "所求的是{what}的人数：\\({value}\\)。"),
    "code": Words("one unknown for each part of the diagram", "图中每一部分设一个未知数"),
    "sentence": Words("The number is \\({answer}\\).", "共有 \\({answer}\\) 人。"),
    "method": Words("a combination of the sentences was found that counts just those who are asked for", "求出各条件的一个组合，使它恰好数出所求的人"),
    "and": Words(" and ", "，"),
}  # fmt: skip
ASKS: Final = {
    "": Words("in no group", "一组都不属于"),
    "all": Words("in all the groups", "同属各组"),
    "some": Words("in at least one group", "至少属于一组"),
    "one": Words("in exactly one group", "只属于一组"),
    "two": Words("in exactly two groups", "恰属于两组"),
    "T": Words("altogether", "全体"),
    "only": Words("only in \\({letter}\\)", "只属于 \\({letter}\\)"),
    "set": Words("in \\({letter}\\)", "属于 \\({letter}\\)"),
}  # fmt: skip
Sentence = tuple[dict[str, int], int]
"""How often each part of the diagram is counted, and what that comes to."""


def members(kind: str, groups: int) -> list[str]:
    """The parts of the diagram, named by the groups that they lie in, that make up a kind."""
    parts = _parts(groups)
    match kind:
        case "T":
            return parts
        case "all":
            return [p for p in parts if len(p) == groups]
        case "some":
            return [p for p in parts if p]
        case "one" | "two":
            return [p for p in parts if len(p) == (1 if kind == "one" else 2)]
        case "":
            return [""]
    if kind.startswith("only "):
        return [kind[5:]]
    return [p for p in parts if set(kind) <= set(p)]


def _parts(groups: int) -> list[str]:
    flags = product((True, False), repeat=groups)
    return ["".join(c for c, inside in zip("ABC", f, strict=False) if inside) for f in flags]


def task(names: Sequence[str], sizes: Sequence[tuple[str, int]], asked: str, say: Language, *, times: int | None = None) -> tuple[sp.Expr, Prepared] | None:  # fmt: skip
    """How many the `asked` are, and the task. `names` say what those in a group do; `times`: so many times as many are in all groups as in none."""
    groups, parts = len(names), _parts(len(names))
    if len(dict(sizes)) < len(sizes) or asked in dict(sizes):
        return None
    sentences: list[Sentence] = [(dict.fromkeys(members(kind, groups), 1), size) for kind, size in sizes]
    if times is not None:
        sentences.append(({"".join("ABC"[:groups]): 1, "": -times}, 0))
    unknowns = {p: sp.Symbol(f"p{''.join(str(int(c in p)) for c in 'ABC'[:groups])}", real=True) for p in parts}  # fmt: skip
    equations = [sp.Add(*(k * unknowns[p] for p, k in count.items())) - size for count, size in sentences]
    solved = sp.linsolve(equations, list(unknowns.values()))
    if not isinstance(solved, sp.FiniteSet):
        return None
    (values,) = solved
    if any(v.is_number and (v < 0 or not v.is_Integer) for v in values) or not _is_possible(values):
        return None
    known = dict(zip(parts, values, strict=True))
    size = {k: sp.simplify(sp.Add(*(known[p] for p in members(k, groups)))) for k in ("A", "B", "C", "AB", "AC", "BC", "all", "some", "", "T", asked) if groups == 3 or "C" not in k}  # fmt: skip
    if not size[asked].is_Integer or size[asked] < 0:
        return None
    shown = {k: str(v) for k, v in size.items() if v.is_number}
    steps = (
        WORDS["names"].say(say, names=WORDS["and"].say(say).join(WORDS["name"].say(say, letter="ABC"[n], what=name) for n, name in enumerate(names))),
        *(_of_two(shown, dict(sizes), asked, times, say) if groups == 2 else _of_three(shown, say)),
        _asked(shown, known, asked, groups, say),
    )  # fmt: skip
    lines = (
        comment(WORDS["code"].say(say)),
        f"{', '.join(map(str, unknowns.values()))} = parts = symbols('{' '.join(map(str, unknowns.values()))}')",
        f"known = solve([{', '.join(map(str, equations))}], parts, dict=True)[0]",
        f"simplify(({' + '.join(str(unknowns[p]) for p in members(asked, groups))}).subs(known))",
    )
    tests = _tests(sentences, asked, groups)
    return size[asked], Prepared(say, steps, cell(*lines), tests, WORDS["method"], WORDS["sentence"])


def _is_possible(values: sp.Tuple) -> bool:
    """Whether whole numbers that are not negative fulfil all sentences; tried where parts are left open."""
    free = sorted(values.free_symbols, key=str)
    if len(free) > 1:
        return len(free) == 2 and any(all(v.subs(dict(zip(free, t, strict=True))) >= 0 for v in values) for t in product(range(0, 60, 3), repeat=2))  # fmt: skip
    return not free or any(all(v.subs(free[0], t) >= 0 for v in values) for t in range(400))


def _of_two(shown: Mapping[str, str], told: Mapping[str, int], asked: str, times: int | None, say: Language) -> list[str]:  # fmt: skip
    """From what was told to the numbers of all kinds, as far as they are known and needed."""
    if not {"A", "B", "all"} <= shown.keys():
        return []
    a, b, both, union, none, total = (shown.get(k, "") for k in ("A", "B", "all", "some", "", "T"))
    steps = list[str]()
    if times is not None:
        more = int(a) + int(b) - int(total)
        steps.append(WORDS["ratio"].say(say, a=a, b=b, total=total, times=times, more=more, none=none, both=both))  # fmt: skip
    if "all" not in told and times is None:
        if "some" not in told and told.get(""):
            steps.append(WORDS["some"].say(say, total=total, none=none, union=union))
        steps.append(WORDS["both"].say(say, a=a, b=b, both=both, union=union))
    elif union and not asked.startswith("only"):
        steps.append(WORDS["two"].say(say, a=a, b=b, both=both, union=union))
    return steps


def _of_three(shown: Mapping[str, str], say: Language) -> list[str]:
    steps = list[str]()
    if {"A", "B", "C", "AB", "AC", "BC", "all", "some"} <= shown.keys():
        put = f"{shown['some']}={shown['A']}+{shown['B']}+{shown['C']}-{shown['AB']}-{shown['AC']}-{shown['BC']}+{shown['all']}"
        steps.append(WORDS["three"].say(say, put=put))
    if {"T", "some", ""} <= shown.keys():
        steps.append(WORDS["total"].say(say, total=shown["T"], union=shown["some"], none=shown[""]))
    return steps


def _asked(shown: Mapping[str, str], known: Mapping[str, sp.Expr], asked: str, groups: int, say: Language) -> str:  # fmt: skip
    key = asked if asked in ASKS else "only" if asked.startswith("only ") else "set"
    parts = [sp.simplify(known[p]) for p in members(asked, groups)]
    letter, value = r"\cap ".join(asked.removeprefix("only ")), shown[asked]
    if key == "only" and groups == 2 and "all" in shown:
        value = f"{shown[letter]}-{shown['all']}={value}"
    elif asked == "" and {"T", "some"} <= shown.keys():
        value = f"{shown['T']}-{shown['some']}={value}"
    elif asked == "T" and "some" in shown and shown.get("", "0") != "0":
        value = f"{shown['some']}+{shown['']}={value}"
    elif len(parts) > 1 and all(p.is_number for p in parts):
        value = "+".join(map(str, parts)) + f"={value}"
    return WORDS["asked"].say(say, what=ASKS[key].say(say, letter=letter), value=value)


def _tests(sentences: Sequence[Sentence], asked: str, groups: int) -> tuple[str, ...]:
    """The sentences, added and subtracted so that only those who are asked for are left."""
    parts = _parts(groups)
    goal = [int(p in members(asked, groups)) for p in parts]
    return (
        f"sentences = Matrix({[[count.get(p, 0) for p in parts] for count, _ in sentences]})",
        f"counted = Matrix({[size for _, size in sentences]})",
        f"goal = Matrix([{goal}])",
        "weights = sentences.T.gauss_jordan_solve(goal.T)[0]",
        "weights = weights.subs({s: 0 for s in weights.free_symbols})",
        "bool((weights.T*counted)[0] == answer and weights.T*sentences == goal)",
    )
