"""How many ways, told in several clauses: offices of a club, so many of each kind, round tables, rings of beads, balls in boxes, diagonals.

Every clause has to be one of the table's; a condition that is not there ("if Ann must be chosen") leaves the problem unread.
"""

from __future__ import annotations

import re
from math import comb, factorial, perm, prod
from typing import Final

from solver.ports import Language
from solver.reader.numerals import in_digits
from solver.topics.base import Reading, Text
from solver.topics.clauses import Said, clauses
from solver.topics.discrete.ball_boxes import boxes
from solver.topics.discrete.selection_parts import counted, whole, with_prod
from solver.topics.discrete.selection_wordings import POLYGONS, TABLE, TABLE_ZH, WORDS

LISTED: Final = 9
"""Up to so many things the check lists every way."""


def read(text: Text) -> Reading:
    """The clauses, and what they make together."""
    source = re.sub(r"\$|\\\(|\\\)", " ", text.source)
    if text.language == "zh":
        found = clauses(" ".join(source.split()), TABLE_ZH)
    else:
        plain = re.sub(r"(?<=\w)\s+-\s*(?=\w)", "-", in_digits(source.replace("(", ". ").replace(")", ". ")))
        plain = re.sub(r"\?\s*\.\s", "? ", plain)
        plain = re.sub(r"\bfive(?=-sided)", "5", re.sub(r"\bsix(?=-sided)", "6", plain))
        plain = re.sub(
            r"(?i)\b(one|two|three|four|five|six|seven|eight|nine|ten)(?=[- ](?:card|person|member)\b)",
            lambda m: in_digits(m[0] + " x").split()[0],
            plain,
        )
        found = clauses(re.sub(r"\s+([.,?;])", r"\1", " ".join(plain.split())), TABLE)
    if isinstance(found, str):
        return None
    kinds = {said.kind: said for said in found}
    return _made(kinds, text.language) if kinds and len(kinds) == len(found) else None


def _made(kinds: dict[str, Said], say: Language) -> Reading:
    names = set(kinds) - {"how"}
    match sorted(names):
        case (
            ["boxes"]
            | ["balls_are", "boxes"]
            | ["boxes", "boxes_are"]
            | ["balls_are", "boxes", "boxes_are"]
            | ["boxes", "may_be_empty"]
        ):
            return boxes(kinds, say)
        case ["diagonals"]:
            return _diagonals(kinds["diagonals"], say)
        case ["ask_people", "each_shook", "shaken"]:
            return _hands(whole(kinds["shaken"], "total"), say)
        case ["flipped", "ring"]:
            return _ring(whole(kinds["ring"], "n"), say)
        case ["hand", "unordered"] | ["hand"]:
            return _choose(whole(kinds["hand"], "n") or 52, whole(kinds["hand"], "k"), say)
        case ["do", "total", "want"]:
            return (
                None
                if "roles" in kinds["total"].values
                else _choose(whole(kinds["total"], "n"), whole(kinds["want"], "k"), say)
            )
    if names <= {"seat", "turned", "beside", "apart"} and "seat" in names:
        return _seat(kinds, say)
    if names <= {"total", "offices", "one_office", "many_offices", "kinds"} and "offices" in names:
        return _offices(kinds, say)
    if names in ({"kinds", "want_kinds", "do"}, {"kinds", "choose_kinds"}):
        return _of_kinds(kinds, say)
    if "kinds" in names and names <= {
        "kinds",
        "in_row",
        "at_table",
        "each_together",
        "some_together",
        "turned",
    }:
        return _together(kinds, say)
    return None


def _choose(n: int | None, k: int | None, say: Language) -> Reading:
    if n is None or k is None or k > n:
        return None
    value = comb(n, k)
    step = WORDS["choose"].say(say, n=n, k=k, rest=n - k, value=value)
    small = n <= 16
    tests = (
        ["from itertools import combinations", f"answer == sum(1 for _ in combinations(range({n}), {k}))"]
        if small
        else [f"answer == prod(range({n - k + 1}, {n + 1}))//prod(range(1, {k + 1}))"]
    )
    return counted([step], ["from math import comb", f"comb({n}, {k})"], with_prod(tests), say, listed=small)


def _offices(kinds: dict[str, Said], say: Language) -> Reading:
    told = [v for k in ("offices", "total") if (v := whole(kinds.get(k), "n")) is not None]
    roles = [said.values["roles"] for said in kinds.values() if "roles" in said.values]
    if "kinds" in kinds:
        groups = _groups(kinds["kinds"])
        if groups is None or len(groups) != 3:
            return None
        (first, everybody), *others = groups.items()
        if first not in ("member", "person", "student", "player") or everybody != sum(n for _, n in others):
            return None
        told.append(everybody)
    if len(told) != 1 or len(roles) != 1 or "one_office" in kinds and "many_offices" in kinds:
        return None
    names = [re.sub(r"^(?:an? |the )", "", r) for r in re.split(r",? and |, ", roles[0])]
    n, k = told[0], len(names)
    if len(set(names)) != k or k > n or whole(kinds["offices"], "roles_count") not in (None, k):
        return None
    if "many_offices" in kinds:
        step = WORDS["free"].say(say, n=n, k=k, value=n**k)
        tests = [
            "total = 1",
            f"for office in range({k}):",
            f"    total = sum(total for person in range({n}))",
            "answer == total",
        ]
        return counted([step], [f"{n}**{k}"], tests, say, listed=False)
    value = perm(n, k)
    step = WORDS["offices"].say(say, n=n, product=r"\cdot ".join(str(n - i) for i in range(k)), value=value)
    small = value <= 50_000
    tests = (
        ["from itertools import permutations", f"answer == sum(1 for _ in permutations(range({n}), {k}))"]
        if small
        else ["from math import factorial", f"answer == factorial({n})//factorial({n - k})"]
    )
    return counted([step], ["from math import perm", f"perm({n}, {k})"], tests, say, listed=small)


def _groups(said: Said) -> dict[str, int] | None:
    found = dict[str, int]()
    for letter in "abc":
        name, count = said.values.get(f"k{letter}"), whole(said, f"n{letter}")
        if name is not None:
            if count is None or _singular(name) in found:
                return None
            found[_singular(name)] = count
    return found


def _singular(word: str) -> str:
    return {"men": "man", "women": "woman", "children": "child", "people": "person"}.get(
        word.lower(), re.sub(r"s$", "", word.lower())
    )


def _of_kinds(kinds: dict[str, Said], say: Language) -> Reading:
    groups, want = _groups(kinds["kinds"]), kinds.get("want_kinds") or kinds["choose_kinds"]
    if groups is None or len(groups) != 2:
        return None
    wanted = {_singular(want.values[f"w{x}"]): whole(want, f"i{x}") for x in "ab"}
    if set(wanted) != set(groups) or any(i is None or i > groups[name] for name, i in wanted.items()):
        return None
    pairs = [(groups[name], i) for name, i in wanted.items() if i is not None]
    if whole(want, "n") not in (None, sum(i for _, i in pairs)):
        return None
    value = prod(comb(n, i) for n, i in pairs)
    told = (
        r"\cdot ".join(rf"\binom{{{n}}}{{{i}}}" for n, i in pairs)
        + "="
        + r"\cdot ".join(str(comb(n, i)) for n, i in pairs)
    )
    lines = ["from math import comb", "*".join(f"comb({n}, {i})" for n, i in pairs)]
    tests = [
        "from math import factorial",
        "answer == " + "*".join(f"(factorial({n})//(factorial({i})*factorial({n - i})))" for n, i in pairs),
    ]
    return counted([WORDS["kinds"].say(say, product=told, value=value)], lines, tests, say, listed=False)


def _seat(kinds: dict[str, Said], say: Language) -> Reading:
    n = whole(kinds["seat"], "n")
    if (
        n is None
        or n < 3
        or whole(kinds["seat"], "places") not in (None, n)
        or "beside" in kinds
        and "apart" in kinds
    ):
        return None
    if say == "en" and "turned" not in kinds and "round" not in kinds["seat"].values:
        return None  # a long table?
    if "beside" not in kinds and "apart" not in kinds:
        value, step = factorial(n - 1), WORDS["table"].say(say, less=n - 1, value=factorial(n - 1))
        source, condition = f"factorial({n - 1})", "True"
    elif "beside" in kinds:
        value = 2 * factorial(n - 2)
        step = WORDS["beside"].say(say, less=n - 1, rest=n - 2, value=value)
        source, condition = f"2*factorial({n - 2})", "next_to(t)"
    else:
        value = factorial(n - 1) - 2 * factorial(n - 2)
        step = WORDS["apart"].say(say, all=n - 1, rest=n - 2, value=value)
        source, condition = f"factorial({n - 1}) - 2*factorial({n - 2})", "not next_to(t)"
    small = n <= LISTED
    if small:
        tests = ["from itertools import permutations", "", "def next_to(t):", f"    return (t.index(1) - t.index(0)) % {n} in (1, {n - 1})", "",
                 f"answer == sum(1 for p in permutations(range(1, {n})) for t in [(0, *p)] if {condition})"]  # fmt: skip
    elif condition == "True":
        tests = ["from math import prod", f"answer == prod(range(1, {n}))"]
    else:
        tests = [
            "from math import factorial",
            f"answer == {2 if condition == 'next_to(t)' else n - 3}*factorial({n - 2})",
        ]
    return counted([step], ["from math import factorial", source], tests, say, listed=small)


def _ring(n: int | None, say: Language) -> Reading:
    if n is None or not 3 <= n <= 100:
        return None
    value = factorial(n - 1) // 2
    small = n <= LISTED
    tests = ["from itertools import permutations", "", f"rings = {{min(p, (p[0], *p[:0:-1])) for q in permutations(range(1, {n})) for p in [(0, *q)]}}", "answer == len(rings)"] if small else ["from math import prod", f"answer == prod(range(3, {n}))"]  # fmt: skip
    return counted(
        [WORDS["ring"].say(say, n=n, value=value)],
        ["from math import factorial", f"factorial({n} - 1)//2"],
        tests,
        say,
        listed=small,
    )


def _together(kinds: dict[str, Said], say: Language) -> Reading:
    groups = _groups(kinds["kinds"])
    place = [k for k in ("in_row", "at_table") if k in kinds]
    how = [k for k in ("each_together", "some_together") if k in kinds]
    if groups is None or len(place) != 1 or len(how) != 1:
        return None
    everybody, seats = sum(groups.values()), kinds[place[0]]
    if any(whole(seats, k) not in (None, everybody) for k in ("all", "all2", "chairs")):
        return None
    if how == ["some_together"]:
        name = _singular(kinds["some_together"].values["who"])
        if (
            name not in groups
            or whole(kinds["some_together"], "many") not in (None, groups[name])
            or place != ["in_row"]
        ):
            return None
        inside = [groups[name]]
    else:
        inside = list(groups.values())
    blocks = len(inside) + everybody - sum(inside)
    outside = factorial(blocks if place == ["in_row"] else blocks - 1)
    value = outside * prod(map(factorial, inside))
    told = r"\cdot ".join(f"{k}!" for k in inside)
    first = f"{blocks}!" if place == ["in_row"] else f"({blocks}-1)!"
    step = WORDS["blocks" if place == ["in_row"] else "round_blocks"].say(
        say, blocks=blocks, inside=rf"\({told}\)", product=rf"{first}\cdot {told}", value=value
    )
    source = f"factorial({blocks if place == ['in_row'] else blocks - 1})*" + "*".join(
        f"factorial({k})" for k in inside
    )
    tests = [
        "from math import prod",
        f"answer == prod(range(1, {(blocks if place == ['in_row'] else blocks - 1) + 1}))*"
        + "*".join(f"prod(range(1, {k + 1}))" for k in inside),
    ]
    return counted([step], ["from math import factorial", source], tests, say, listed=False)


def _diagonals(said: Said, say: Language) -> Reading:
    word = said.values.get("polygon") or ""
    zh = said.values.get("zh")
    n = POLYGONS.get(word.lower()) or whole(said, "sides", "sides2")
    if zh is not None:
        n = int(zh) if zh.isdigit() else {"十二": 12}.get(zh) or "零一二三四五六七八九十".index(zh)
    if n is None or n < 3:
        return None
    value = n * (n - 3) // 2
    tests = [
        "from itertools import combinations",
        f"answer == sum(1 for a, b in combinations(range({n}), 2) if b - a not in (1, {n - 1}))",
    ]
    return counted(
        [WORDS["diagonals"].say(say, n=n, value=value)], [f"{n}*({n} - 3)//2"], tests, say, listed=True
    )


def _hands(total: int | None, say: Language) -> Reading:
    if total is None:
        return None
    n = next((m for m in range(2, 2 * total + 2) if m * (m - 1) == 2 * total), None)
    if n is None:
        return None
    step = WORDS["hands"].say(say, total=total, double=2 * total, value=n)
    source = [f"[n for n in range(2, {2 * total + 2}) if n*(n - 1) == 2*{total}][0]"]
    tests = [
        "from itertools import combinations",
        f"answer > 1 and sum(1 for _ in combinations(range(int(answer)), 2)) == {total}",
    ]
    return counted([step], source, tests, say, listed=True, sentence=WORDS["people"])
