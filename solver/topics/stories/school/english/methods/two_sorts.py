"""So many things of two sorts, what one of each is worth (weighs, holds, has), and what all are: how many there are of each.

Solved as schools do it: suppose all were of one sort. The words around are open; every number has one place. The sorts are named, or
told by what one of them is worth ("the 5 kg boxes"). Also two goods that are mixed. Not read: three sorts, anything changed or compared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from solver.topics.base import Text
from solver.topics.stories.school.english.marks import ANY, MONEY, NUMBER, SCALES
from solver.topics.stories.school.english.methods.two_kinds import LEGS, WHEELS
from solver.topics.stories.school.english.methods.two_sorts_words import (
    ANYTHING,
    CHANGING,
    DET,
    FORMS,
    HARMLESS,
    MIXED,
    ORDERED,
    PEOPLE,
    RATES,
    SELLS,
    SIZED,
    VALUED,
    W,
)
from solver.topics.stories.school.english.sheet import Sheet, elsewhere, sheet
from solver.topics.stories.school.english.words import STRICT
from solver.topics.stories.school.task import Exercise
from solver.topics.stories.school.working import Term, Unfit, Working, num
from solver.topics.stories.word_problems.expressions import decimal
from solver.topics.stories.word_problems.wording import singular


@dataclass
class _Sorts:
    """The two sorts: what they are called, what one of each is; how many there are, and what all are."""

    names: tuple[str, str]
    values: tuple[Term, Term]
    unit: str
    count: Term
    total: Term
    measured: str = ""


def read(text: Text) -> Exercise | None:
    """The problem, when every word and number of it has a place."""
    source = re.sub(r"\b[Tt]wo (?:different )?(?:kinds|types|sorts|sizes) of ", "", text.source)
    source = re.sub(r"\b(?:Last|last|This|this|One|one) (?:week|month|year|night|day|morning|afternoon|evening|weekend|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),? ", "", source)  # fmt: skip
    source = re.sub(r"\b([Bb])ack (?=(?:seats?|rows?|tickets?)\b)", "rear ", source)
    source = re.sub(r"\b([Dd])ouble(?=[ -](?:rooms?|beds?|cabins?)\b|[.,?])", "duplex", source)
    source = re.sub(r"\b(one|two|three|four|five|six|eight|ten|twenty)-(dollar|euro|pound|cent)\b", lambda m: f"{_VALUES[m[1]]}-{m[2]}", source)  # fmt: skip
    made = sheet(source)
    if made is None or made.clocks or made.percents or not 2 <= made.numbers <= 8:
        return None
    if not made.sentences[-1].asks or any(s.asks for s in made.sentences[:-2]):
        return None
    return Exercise.worked("en", lambda work: _solve(made, work))


_VALUES: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twenty": 20}  # fmt: skip


def _solve(made: Sheet, work: Working) -> None:
    asks = [s.text for s in made.sentences if s.asks]
    told = [s.text for s in made.sentences if not s.asks]
    cut = re.search(r"\b(?:how many|how much|find|what|calculate|work out|determine) ", asks[0])
    if cut is None:
        raise Unfit
    if cut.start():
        told.append(asks[0][: cut.start()])
    question = " ".join([asks[0][cut.start() :], *asks[1:]])
    text = " . ".join(s.strip() for s in told) + " "
    sorts, used = (
        _mixture(text, made, work)
        or _packs(text, made)
        or _by_time(text, made)
        or _priced(text, made)
        or _bodied(text, made)
    )
    rest = [c for c in re.findall(ANY, text) if c not in used]
    if rest:
        raise Unfit
    _check_words(text, sorts)
    if elsewhere(question, made.text[: made.text.rfind(question.split()[0])] + text):
        raise Unfit
    _give(sorts, _asked(question, sorts, made), work)


def _mixture(text: str, made: Sheet, work: Working) -> tuple[_Sorts, set[str]] | None:
    found = MIXED.search(text)
    if found is None:
        return None
    units = {found[k].strip() for k in ("au", "bu", "nu", "cu")}
    if len({{"kilogram": "kg", "kilo": "kg", "litres": "litre"}.get(u, u) for u in units}) != 1:
        raise Unfit
    names = (found["x"], found["y"])
    a, b, n, c = (num(made.values[found[k]]) for k in "abnc")
    total = work.step("what the whole mixture is worth", n * c, made.currency)
    unit = next(iter({"kilogram": "kg", "kilo": "kg"}.get(u, u) for u in units))
    x, y = (re.sub(r"^.*\b(?:mix|mixes|mixed|blend|blends|blended|combines|combined) ", "", name) for name in _names(*names))  # fmt: skip
    if x == y:
        x, y = (f"{x} at {_shown(t.value, made, 'money')}" for t in (a, b))
    return _Sorts((x, y), (a, b), made.currency, n, total, unit), {found[k] for k in "abnc"}


def _by_time(text: str, made: Sheet) -> tuple[_Sorts, set[str]] | None:
    """So much an hour (a kilogram) of the one sort, so much of the other; how many hours, and what they bring."""
    found = RATES.search(text)
    if found is None or found["pr"] not in (None, found["per"]):
        return None
    a, b, per = found["a"], found["b"], found["per"].strip()
    unit = (found["au"] or "").strip()
    money = MONEY[1] <= a <= MONEY[3]
    if money != (MONEY[1] <= b <= MONEY[3]) or not money and (not unit or (found["bu"] or "").strip() not in ("", unit)):  # fmt: skip
        return None
    per = {"kilogram": "kg", "kilo": "kg"}.get(per, per)
    letters = [c for c in re.findall(ANY, text) if c not in (a, b)]
    many = [c for c in letters if _behind(text, c) == per]
    if len(letters) != 2 or len(many) != 1 or per not in SCALES:
        return None
    total = next(c for c in letters if c != many[0])
    if (MONEY[1] <= total <= MONEY[3]) != money or not money and _behind(text, total) != unit:
        return None
    before = SELLS.search(text[: found.start()])
    x = (found["x"] or (before["n"] if before else "")).strip()
    y = (found["y"] or re.sub(r"(?:are|is|sells?|sold|costs?|at|for) ", "", found["v"] or "")).strip()
    if not (x and y) or x == y:
        if not found["z"]:
            return None
        x, y = (f"{_shown(made.values[c], made, 'money' if money else unit)} per {per}" for c in (a, b))
    values = [num(made.values[c]) for c in (a, b, total, many[0])]
    sorts = _Sorts(_names(x, y), (values[0], values[1]), made.currency if money else unit, values[3], values[2], per)  # fmt: skip
    return sorts, {a, b, *letters}


def _packs(text: str, made: Sheet) -> tuple[_Sorts, set[str]] | None:
    """ "Packs of 6 and packs of 10": so many packs, with so many things in them."""
    found = re.search(rf"\b(?P<x>{W})(?:of|for) (?P<a>{NUMBER}) (?:people |persons )?and (?:(?P<y>{W})(?:of|for) )?(?P<b>{NUMBER}) ", text)  # fmt: skip
    if found is None or found["y"] not in (None, found["x"]):
        return None
    letters = [c for c in re.findall(ANY, text) if c not in (found["a"], found["b"])]
    many = [c for c in letters if singular(_behind(text, c)) == singular(found["x"].strip())]
    if len(letters) != 2 or len(many) != 1 or not all(NUMBER[1] <= c <= NUMBER[3] for c in letters):
        return None
    total = next(c for c in letters if c != many[0])
    a, b = (num(made.values[found[k]]) for k in "ab")
    x = found["x"].strip()
    sorts = _Sorts((f"{x} of {a.tex}", f"{x} of {b.tex}"), (a, b), _behind(text, total), num(made.values[many[0]]), num(made.values[total]))  # fmt: skip
    return sorts, {found["a"], found["b"], *letters}


def _names(x: str, y: str) -> tuple[str, str]:
    strip = re.compile(rf"^(?:{DET}|some )+")
    return strip.sub("", x).strip(), strip.sub("", y).strip()


def _priced(text: str, made: Sheet) -> tuple[_Sorts, set[str]] | None:
    """Two sorts with what one of each is, and the two numbers of all."""
    found = [m for form in FORMS if (m := _first(form, text, made)) is not None]
    found = found[:1] or [m for m in VALUED.finditer(text) if _valued(m)]
    if len(found) != 1:
        return None
    match = found[0]
    group = match.groupdict()
    a, b = match["a"], match["b"]
    letters = [c for c in re.findall(ANY, text) if c not in (a, b)]
    if len(letters) != 2 or made.values[a] == made.values[b]:
        raise Unfit
    measure = _measure(a, group["au"] or group["bu"])
    of_all = [c for c in letters if _measure(c, _behind(text, c)) == measure]
    if len(of_all) != 1:
        raise Unfit
    count = next(c for c in letters if c != of_all[0])
    if (
        not NUMBER[1] <= count <= NUMBER[3]
        or _behind(text, count) in SCALES
        or made.values[count].denominator != 1
    ):
        raise Unfit
    if not _counts_these(count, match, text):
        raise Unfit
    values = [_in_base(made.values[c], c, text) for c in (a, b, of_all[0])]
    x, y = _names(group["x"] or "", group["y"] or "")
    y = y or (group.get("o") or group.get("p") or "").strip()
    if "such" in x or "such" in y:
        raise Unfit
    kind = _behind(text, count)
    if not x or not y or match.re is VALUED or x == y:
        x, y = (f"{_shown(made.values[c], made, measure)} {kind if match.re is not VALUED else y.split()[-1] if y else kind}" for c in (a, b))  # fmt: skip
    unit = made.currency if MONEY[1] <= a <= MONEY[3] else _base_unit(_behind(text, a), text) or measure
    return _Sorts((x, y), (num(values[0]), num(values[1])), unit, num(made.values[count]), num(values[2])), {a, b, *letters}  # fmt: skip


def _first(form: re.Pattern[str], text: str, made: Sheet) -> re.Match[str] | None:
    """The first place where a form is found and tells what one of each is."""
    at = 0
    while (match := form.search(text, at)) is not None:
        if _one_measure(match):
            return match
        at = match.start() + 1
    return None


def _counts_these(count: str, match: re.Match[str], text: str) -> bool:
    """Whether what is counted are the things of the two sorts, not one of them, nor those who have or sell them."""
    noun = _behind(text, count)
    if re.search(r"\bcoins?\b", text) and re.search(r"\b(?:notes?|bills?)\b", text):
        return False
    if match.re in (FORMS[0], VALUED):
        return True
    one = singular(noun)
    if re.search(r"\bones\b", match[0]) and re.search(
        rf"\b{re.escape(noun)} (?:: )?$", text[: match.start()]
    ):
        return True
    first, second = ({singular(w) for w in (match[k] or "").split()} for k in ("x", "y"))
    if one in first ^ second:  # "40 roses and tulips", not "4 pens and some rulers"
        other = second if one in first else first
        both = re.search(rf"{count} [a-z'-]+ and ([a-z'-]+) ", text)
        return both is not None and singular(both[1]) in other
    if one in PEOPLE and re.search(r"\b(?:pay|pays|paid|charge|charges|charged|for an?)\b", match[0] + text[: match.start()][-30:]):  # fmt: skip
        return True
    return one in (first & second) | ANYTHING or noun in ("of", "altogether")


def _one_measure(match: re.Match[str]) -> bool:
    """Whether both amounts are of one measure, and are what one is, not how many there are."""
    money = [MONEY[1] <= match[k] <= MONEY[3] for k in "ab"]
    if money[0] != money[1]:
        return False
    if money[0]:
        return True
    first, second = (match[k].strip() for k in ("au", "bu"))
    if not first or second not in ("", first) and singular(second) != singular(first) and not (second in SCALES and first in SCALES):  # fmt: skip
        return False
    return bool(re.search(r"\b(?:each|every|an?|per)\b", match[0])) or first in SCALES or bool(re.search(r"\b(?:worth|points?|marks?|some|carry|hold|seat|sleep|fit)\b", match[0]))  # fmt: skip


def _valued(match: re.Match[str]) -> bool:
    money = [MONEY[1] <= match[k] <= MONEY[3] for k in "ab"]
    if all(money):
        return True
    units = [(match[k] or "").strip() for k in ("au", "bu")]
    return not any(money) and units[0] == units[1] and (units[0] in SCALES or units[0] in ("point", "mark", "person", "seat", "page", "seater"))  # fmt: skip


def _measure(letter: str, unit: str) -> str:
    if MONEY[1] <= letter <= MONEY[3]:
        return "money"
    unit = unit.strip()
    if unit in SCALES:
        return SCALES[unit][0]
    return {"person": "people", "passenger": "people", "guest": "people", "child": "people", "seater": "people", "seat": "people", "bed": "people", "mark": "point"}.get(singular(unit), "people" if unit in ("people", "children") else singular(unit))  # fmt: skip


def _behind(text: str, letter: str) -> str:
    found = re.search(rf"{letter} (?:of (?:the |these )?)?([a-z'²³-]+)", text)
    return found[1] if found else ""


def _in_base(value: Fraction, letter: str, text: str) -> Fraction:
    """Measures in the smallest unit that is told, so that they can be added."""
    unit = _behind(text, letter)
    if MONEY[1] <= letter <= MONEY[3] or unit not in SCALES:
        return value
    return value * SCALES[unit][1] / SCALES[_base_unit(unit, text)][1]


def _base_unit(unit: str, text: str) -> str:
    """The smallest unit of the same kind that is told; empty for what is counted."""
    if unit not in SCALES:
        return ""
    told = {str(u) for u in re.findall("[a-z²³]+", text) if u in SCALES and SCALES[u][0] == SCALES[unit][0]}
    return min(told, key=lambda u: SCALES[u][1])


def _shown(value: Fraction, made: Sheet, measure: str) -> str:
    sign = {"dollars": "$", "pounds": "£", "euros": "€"}.get(made.currency, "")
    if measure == "money":
        return f"{sign}{decimal(value)}" if sign else f"{decimal(value)} {made.currency}"
    unit = next((u for u, (kind, _) in SCALES.items() if kind == measure and re.search(rf" {re.escape(u)}\b", made.text)), measure)  # fmt: skip
    return f"{decimal(value)} {unit}"


def _bodied(text: str, made: Sheet) -> tuple[_Sorts, set[str]]:
    """Animals with legs, vehicles with wheels, rooms with beds: what one has is known."""
    letters = re.findall(ANY, text)
    if len(letters) != 2 or any(not NUMBER[1] <= c <= NUMBER[3] for c in letters):
        raise Unfit
    parts = [c for c in letters if _behind(text, c) in ("legs", "feet", "wheels", "beds", "people", "guests", "places")]  # fmt: skip
    if len(parts) != 1:
        raise Unfit
    total, count = parts[0], next(c for c in letters if c != parts[0])
    what = _behind(text, total)
    if what in ("legs", "feet", "wheels"):
        table = WHEELS if what == "wheels" else LEGS
        found = list(dict.fromkeys((m[1], m[2]) for m in re.finditer(r"\b([a-z]+) and (?:some )?([a-z]+)\b", text) if singular(m[1]) in table and singular(m[2]) in table))  # fmt: skip
        kinds = {w for w in re.findall("[a-z]+", text) if singular(w) in table and w not in ("man", "men", "farmer", "person", "people", "child", "children", "boy", "girl")}  # fmt: skip
    else:
        table = SIZED
        found = list(dict.fromkeys((m[1], m[2]) for m in re.finditer(r"\b([a-z]+) (?:[a-z]+ )?and ([a-z]+)\b", text) if m[1] in table and m[2] in table))  # fmt: skip
        kinds = {w for w in re.findall("[a-z]+", text) if w in table}
    if len(found) != 1 or {singular(k) for k in kinds} - {singular(n) for n in found[0]}:
        raise Unfit
    x, y = found[0]
    a, b = (table[singular(n)] if table is not SIZED else table[n] for n in (x, y))
    if a == b or re.search(
        rf"(?:(?:each|every) [a-z]+|\ban? (?:{singular(x)}|{singular(y)})(?: [a-z]+)?) (?:has|have) {ANY}",
        text,
    ):
        raise Unfit
    sorts = _Sorts((x, y), (num(a), num(b)), what, num(made.values[count]), num(made.values[total]))
    return sorts, {total, count}


def _check_words(text: str, sorts: _Sorts) -> None:
    for word in text.split():
        if word in CHANGING and not (word == "per" and sorts.measured) or word in STRICT and word not in HARMLESS and not (sorts.measured and word == "per"):  # fmt: skip
            raise Unfit


def _asked(question: str, sorts: _Sorts, made: Sheet) -> list[int]:
    """Which of the sorts are asked for, in order."""
    if re.search(r"\b(?:more|fewer|less than|difference|each cost|worth each|percent|fraction|value|total|altogether)\b", re.sub(r"more expensive|less expensive", "", question)):  # fmt: skip
        raise Unfit
    if not re.search(r"\bhow many\b|\bnumber of\b|\bhow much\b", question):
        raise Unfit
    if ORDERED.search(question):
        return [0, 1]
    found: list[tuple[int, int]] = []
    for i in (0, 1):
        place = _place(question, i, sorts, made)
        if place is not None:
            found.append((place, i))
    if not found:
        raise Unfit
    found.sort()
    counted = len(re.findall(r"\bhow many\b|\bhow much\b", question))
    if counted > len(found):
        raise Unfit
    return [i for _, i in found]


def _place(question: str, which: int, sorts: _Sorts, made: Sheet) -> int | None:
    """Where the question names a sort: by what one is worth, or by a word that the other has not."""
    for match in re.finditer(ANY, question):
        if made.values[match[0]] == sorts.values[which].value:
            return match.start()
        if made.values[match[0]] not in [v.value for v in sorts.values]:
            raise Unfit
    if sorts.measured:
        low = sorts.values[which].value < sorts.values[1 - which].value
        said = re.search(r"\b(?:cheaper|less expensive)\b" if low else r"\b(?:dearer|more expensive|costlier|better)\b", question)  # fmt: skip
        if said is not None:
            return said.start()
    words = [_stem(w) for w in re.findall(r"[a-zà-ÿ'-]+", question)]
    own = {_stem(w) for w in sorts.names[which].split()} - {_stem(w) for w in sorts.names[1 - which].split()}
    hits = [i for i, w in enumerate(words) if w in own]
    return question.index(re.findall(r"[a-zà-ÿ'-]+", question)[hits[0]]) if hits else None


def _stem(word: str) -> str:
    one = word.removesuffix("'s").removesuffix("'")
    return {"children": "child", "men": "man", "women": "woman", "people": "person"}.get(one, singular(one))


def _give(sorts: _Sorts, asked: list[int], work: Working) -> None:
    """Suppose all were of the sort that is worth less."""
    low = 0 if sorts.values[0].value < sorts.values[1].value else 1
    high = 1 - low
    names = [name.replace("duplex", "double") for name in sorts.names]
    few, many = names[low], names[high]
    base = work.step(f"how much it would be if all were of one sort ({few})", sorts.count * sorts.values[low], sorts.unit)  # fmt: skip
    rest = work.step("how much is missing", sorts.total - base, sorts.unit)
    each = work.step(f"how much one more of the other sort ({many}) adds", sorts.values[high] - sorts.values[low], sorts.unit)  # fmt: skip
    counts: dict[int, Term] = {}
    counts[high] = work.step(f"how many there are of the other sort ({many})", rest / each, sorts.measured)
    counts[low] = sorts.count - counts[high]
    if not 0 < counts[high].value < sorts.count.value or not sorts.measured and counts[high].value.denominator != 1:  # fmt: skip
        raise Unfit
    if low in asked:
        counts[low] = work.step(f"how many there are of this sort ({few})", counts[low], sorts.measured)
    first, *more = asked
    work.give(counts[first], sorts.measured, f"the number for {names[first]}")
    for other in more:
        work.give_also(counts[other], sorts.measured, f"the number for {names[other]}")
