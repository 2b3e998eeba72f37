"""A question with options to choose from: what stands before them is solved, and the one option with that value is the answer.

Read: three to six options labelled A, B, C, … at the end, all of them values that can be compared. Not: options that are
statements (but for functions with a property: `functions/function_choices.py`), "which of these is true", "none of these", several right ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse, python_name, to_latex, to_python
from solver.formula.nodes import Apply, symbols
from solver.latex import values_in
from solver.ports import CheckPlan, Language
from solver.reader import account, as_question
from solver.topics.base import Conclusion, Reading, Solution, Task, Text, Unread, Words
from solver.topics.cells import cell, exact_source
from solver.topics.equations.real_sets import BUILT, is_same_set

ANSWER: Final = Words("{sentence} That is option {letter}.", "{sentence} 所以选 {letter}。")
SAID: Final = Words("Option {letter}: {claim}", "选项 {letter}：{claim}")
ROOT: Final = Words("Option {letter} is a root, the others are none.", "选项 {letter} 是根，其余都不是。")
PUT_IN: Final = Words("every option was put in", "把每个选项代入")
_LABEL: Final = r"(?<![A-Za-z\\])\(?{0}\s*[.、:)]\s*"
_LETTERS: Final = "ABCDEF"
_UNIT: Final = re.compile(
    r"(\$?-?\d+(?:\.\d+)?(?:/\d+)?\$?)\s*((?!(?:pi|[a-fiknpqruvwxyz])$)[A-Za-z]{1,8}|[\u3400-\u9fff]{1,3}|\^\\circ|°)"
)
_NAMED: Final = re.compile(r"([A-Za-z])(?:_\{?\d\}?)?\s*=")
_ONE_OF: Final = re.compile(
    r"(?i)\bwhich\b.*\b(?:is|are)\s+(?:an?|one)\s+(?:\w+\s+)?(?:root|zero|solution)\b|下列.*(?:是|为)(?!.*(?:所有|全部)).*的(?:一个)?(?:根|解|零点)(?:的是)?"
)
"""One of several values: an option has to be among them."""
_EMPTY: Final = re.compile(r"([?。])\s*\(\s*\)\s*[.。]?\s*$")
"""The bracket for the letter, behind a question that is complete."""
_PLURAL: Final = re.compile(r"\s*(?:\bor\b|\band\b|[或和、;])\s*")


def read(text: Text) -> Reading:
    """A stem that some topic reads, and options behind it; a property that one option has; offers of which one is the best."""
    from solver.topics import tried_options  # these split options here
    from solver.topics.stories import best_buys

    tried: Reading = tried_options.read(text) or best_buys.read(text)
    if tried is not None:
        return tried
    parted = split(text.source) or split(_in_capitals(text.source))
    if parted is None:
        return None
    from solver.topics import read_text, statement_choices
    from solver.topics.calculus.infinite_series.chosen import read_choice
    from solver.topics.functions import function_choices  # all split options here

    if (chosen := function_choices.read(text)) is not None and not isinstance(chosen, Unread):
        return chosen

    if (stated := statement_choices.read(text)) is not None:
        return stated
    if (series := read_choice(text)) is not None:
        return series
    stem, options = parted
    stem = _EMPTY.sub(r"\1", stem)
    if (formulas := _of_formulas(text, options)) is not None:
        return formulas
    for source in dict.fromkeys((stem, as_question(stem))):
        task = read_text(Text(source, text.language, text.values))
        if not isinstance(task, Unread):
            if not _can_answer(task, options):
                return Unread(options)
            return Choice(
                task, options, text.language, _rooted(source) if _ONE_OF.search(text.source) else None
            )
    return task


def _of_formulas(text: Text, options: tuple[str, ...]) -> Task | None:
    """Options of which one is equivalent to what the stem has, or that are orders; the stem as it is written."""
    from solver.topics.option_formulas import read_options

    for label in ("A", r"\(?a"):
        start = re.search(_LABEL.format(label), text.source)
        if start is not None:
            return read_options(text, text.source[: start.start()].strip(), options)
    return None


def parted(source: str) -> tuple[str, tuple[str, ...]] | None:
    """What stands before the options, and their texts; None where there are none."""
    return _split(source) or _split(_in_capitals(source))


def split(source: str) -> tuple[str, tuple[str, ...]] | None:
    """The question and the texts of its options; None where there are none.

    >>> split("What is 2 + 3? A. 4 B. 5 C. 6")
    ('What is 2 + 3?', ('4', '5', '6'))
    >>> split("Triangle ABC has A = 30. Find B.") is None
    True
    """
    found = _split(source)
    return None if found is None else (_asking(found[0]), found[1])


def _split(source: str) -> tuple[str, tuple[str, ...]] | None:
    starts = list[re.Match[str]]()
    for start in re.finditer(_LABEL.format("A"), source):
        found = [start]
        for letter in _LETTERS[1:]:
            following = re.compile(_LABEL.format(letter)).search(source, found[-1].end())
            if following is None:
                break
            found.append(following)
        if len(found) >= 3:
            starts = found  # the last that starts a whole list
    if not starts:
        return None
    ends = [*(m.start() for m in starts[1:]), len(source)]
    options = tuple(
        source[m.end() : end].strip().rstrip(",;.。").strip() for m, end in zip(starts, ends, strict=True)
    )
    stem = source[: starts[0].start()].strip()
    return (stem, options) if stem and all(options) and max(map(len, options)) <= 60 else None


_SMALL: Final = re.compile(r"(?<![A-Za-z\d)])\(\s*([a-f])\s*\)\s*")
_SMALL_STEM: Final = re.compile(r"(?i)(?:\bis|\bare|\bequals|=\s*\??|\?)\s*:?\s*$")
_SMALL_VALUE: Final = re.compile(
    r"(?i)(?:[^A-Za-z]|(?<![A-Za-z])(?:[a-z]|sqrt|sin|cos|tan|ln|log|pi|infinity|infty|frac|undefined)(?![A-Za-z]))+"
)


def _in_capitals(source: str) -> str:
    """(a) 0 (b) 3 (c) 6 behind a question that ends there: options, and no parts, for they are values.

    >>> _in_capitals("What is 2 + 3? (a) 4 (b) 5 (c) 6"), _in_capitals("Simplify: (a) 2x (b) 3x (c) 4x")
    ('What is 2 + 3? A. 4 B. 5 C. 6', 'Simplify: (a) 2x (b) 3x (c) 4x')
    """
    labels = list(_SMALL.finditer(source))
    names = "".join(m[1] for m in labels)
    if (
        len(labels) < 3
        or names != "abcdef"[: len(names)]
        or not _SMALL_STEM.search(source[: labels[0].start()])
    ):
        return source
    ends = [*(m.start() for m in labels[1:]), len(source)]
    values = [source[m.end() : end].strip(" ,;.") for m, end in zip(labels, ends, strict=True)]
    if not all(_SMALL_VALUE.fullmatch(value) for value in values):
        return source
    listed = " ".join(f"{letter}. {value}" for letter, value in zip(_LETTERS, values, strict=False))
    return f"{source[: labels[0].start()].rstrip()} {listed}"


def _asking(stem: str) -> str:
    """ "Which of the following is the vertex" asks for the vertex."""
    stem = re.sub(
        r"(?i)\bwhich\s+(?:one\s+)?of\s+(?:the\s+following|these|those)(?:\s+(?:numbers|values|points|options|is\s+equal\s+to|equals|gives|shows|represents))*(?:\s+(?:is|are|equals|gives))?(?:\s+equal\s+to)?\b",
        "what is",
        stem,
    )
    stem = re.sub(
        r"^下列(?:各数|各式|选项|哪个选项|各点|哪个数|哪一个数|哪个|哪一个)*(?:中)?,?(?:是|为|等于)",
        "求",
        stem,
    )
    return re.sub(r"(?i)\s*(?:choose|select|pick|circle)\s+(?:the\s+)?(?:right|correct|one)?\s*(?:answer|option)?\s*[.:]?$", "", stem)  # fmt: skip


def _can_answer(task: Task, options: tuple[str, ...]) -> bool:
    """Whether the question has an answer of the options' kind: a > b > c is none of a question whose answers are numbers."""
    if names := tuple(map(_squeezed, getattr(task, "names", ()))):
        return all(_squeezed(option) in names for option in options)
    read = [
        not _ORDER.fullmatch(o) and _values(_as_latex(o)) is not None or task.check(_as_latex(o)) is not None
        for o in options
    ]
    return 2 * sum(read) >= len(read)


def _as_the_task_says(task: Task, option: str) -> str:
    """The name that the task has for what an option names; else the option."""
    names: tuple[str, ...] = getattr(task, "names", ())
    return next((name for name in names if _squeezed(name) == _squeezed(option)), option)


@dataclass(frozen=True, slots=True)
class Rooted:
    """What has the roots: `source` is 0 at them, with the letter `name`."""

    name: str
    source: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What `task` asks, answered by the letter of one of `options`."""

    task: Task
    options: tuple[str, ...]
    language: Language
    rooted: Rooted | None = None
    """Where the option is to be one of the roots that are found: what they are roots of."""

    def solution(self) -> Solution:
        """That of the question alone."""
        return self.task.solution()

    def conclude(self, value: Any) -> Conclusion | None:
        """The one option with this value; None where no option or more than one has it."""
        found = self.task.conclude(value)
        if found is None:
            return None
        letter = self._letter_of(found.answer)
        if letter is None:
            return None
        sentence = ANSWER.say(self.language, sentence=found.sentence, letter=rf"\({letter}\)")
        return Conclusion(sentence, letter)

    def _letter_of(self, answer: str) -> str | None:
        answer = _as_latex(answer) if _PLUS_MINUS.search(answer) else answer
        for same in (_is_written_alike, _is_equal, _is_equal_in_some_order, is_same_set):
            matching = [n for n, o in zip(_LETTERS, self.options, strict=False) if same(_as_latex(o), answer)]
            if len(matching) == 1:
                return matching[0]
        values = (_values(answer) or ()) if self.rooted else ()
        matching = [
            n for n, o in zip(_LETTERS, self.options, strict=False) if _is_among(_as_latex(o), values)
        ]
        return matching[0] if len(matching) == 1 else None

    def check(self, answer: str) -> CheckPlan | None:
        """What the question's own check says of the option."""
        named = re.fullmatch(r"\\?(?:text|mathrm)?\s*\{?\(?([A-F])\)?\}?\.?", answer.strip())
        if named is None:
            return self.task.check(answer)
        place = _LETTERS.index(named[1])
        if place >= len(self.options):
            return None
        if self.rooted is not None:
            return self._check_root(self.rooted, place)
        plan = self.task.check(_as_latex(_as_the_task_says(self.task, self.options[place])))
        if plan is None:
            return None
        claim = SAID.say(self.language, letter=named[1], claim=plan.claim)
        return CheckPlan(claim, plan.method, plan.source)

    def _check_root(self, rooted: Rooted, place: int) -> CheckPlan | None:
        """Every option is put in: this one makes it 0, no other one does."""
        values = [_values(_as_latex(option)) for option in self.options]
        if any(found is None or len(found) != 1 or not isinstance(found[0], sp.Expr) for found in values):
            return None
        points = exact_source([found[0] for found in values if found])
        x = python_name(rooted.name)
        lines = [
            f"difference = {rooted.source}",
            f"zero = [simplify(S(difference).subs({x}, v)) == 0 for v in {points}]",
        ]
        source = cell(
            *lines, f"zero == [n == {place} for n in range({len(self.options)})]", variables=(rooted.name,)
        )
        claim = ROOT.say(self.language, letter=_LETTERS[place])
        return CheckPlan(claim, PUT_IN.say(self.language), source)


def _rooted(stem: str) -> Rooted | None:
    """The difference of an equation's sides, or the function; None where there is no single one of one letter."""
    relations = account(stem, {}).relations
    if len(relations) != 1 or relations[0].signs != ("=",):
        return None
    left, right = relations[0].sides
    names = symbols(right) if isinstance(left, Apply) else symbols(left) | symbols(right)
    if len(names) != 1 or names & {"e", "i"}:
        return None
    source = to_python(right) if isinstance(left, Apply) else f"{to_python(left)} - ({to_python(right)})"
    return Rooted(next(iter(names)), source)


_ORDER: Final = re.compile(r"\$?\s*[a-z](?:\s*(?:[<>=]|\\[lg]eq?|\\[lg]t)\s*[a-z])+\s*\$?")
_WORDED: Final = re.compile(
    r"[\u3400-\u9fff]+|(?!(?:pi|sqrt|infinity|infty|undefined)$)(?:[A-Za-z]*[aeiou][a-z]+|up)(?: [a-z]+)*|(?:the )?[Qq]uadrant (?:I{1,3}|IV)"
)
_PLUS_MINUS: Final = re.compile(r"(?:\\pm(?![a-z])|±|\+-)\s*")


def _as_latex(option: str) -> str:
    """The value of an option as LaTeX without delimiters or unit."""
    unit = _UNIT.fullmatch(option)
    bare = (unit[1] if unit else option).replace("$", "").strip()
    if BUILT.match(bare):
        return bare
    bare = _PLURAL.sub(r",\\ ", re.sub(r"\s*(?:\$|\\\(|\\\))\s*", " ", bare).strip())
    if _WORDED.fullmatch(bare):
        return rf"\text{{{bare}}}"
    if _PLUS_MINUS.search(bare):
        return r",\ ".join(_as_latex(_PLUS_MINUS.sub(sign, bare)) for sign in ("", "-"))
    if "\\" in bare or re.search(r"[(\[].*,", bare):
        return bare
    try:
        return to_latex(parse(bare))
    except FormulaError:
        return bare


def _is_written_alike(option: str, answer: str) -> bool:
    return _squeezed(option) == _squeezed(answer)


_BOTH_WAYS: Final = (
    (re.compile("(?:充分[且而]?必要|必要[且而]?充分)(?=条件|$)"), "充要"),
    (re.compile("充分(?:而|但|且|非|却)+不?必要"), "充分不必要"),
    (re.compile("必要(?:而|但|且|非|却)+不?充分"), "必要不充分"),
    (re.compile("^[即既]不充分[也又且]?(?:不|非)必要"), "既不充分也不必要"),
    (re.compile("^neither.*"), "neither"),
    (re.compile("(?<=[一-鿿])条件$|(?<=[a-z])condition$|^an?(?=sufficient|necessary)"), ""),
)
"""One name of what several ways of saying it mean."""


def _squeezed(text: str) -> str:
    r"""A text as it is compared: no blanks, no brackets of LaTeX, one name for kinds of conditions.

    >>> _squeezed("充分必要条件"), _squeezed(r"\text{充要条件}"), _squeezed("a necessary but not sufficient condition")
    ('充要', '充要', 'necessarybutnotsufficient')
    """
    bare = re.sub(r"\\text(?![a-z])|\\[,;! ]|\\left|\\right|\s|\{|\}|\$", "", text)
    if quadrant := re.fullmatch(
        r"(?i)(?:the)?(?:(first|second|third|fourth)quadrant|quadrant(i{1,3}|iv))", bare
    ):
        names = {"i": "first", "ii": "second", "iii": "third", "iv": "fourth"}
        return "quadrant" + (quadrant[1] or names[quadrant[2].lower()]).lower()
    if not re.search(r"充分|必要|充要|sufficient|necessary", bare, re.IGNORECASE):
        return bare
    bare = bare.lower()
    for pattern, name in _BOTH_WAYS:
        bare = pattern.sub(name, bare)
    return bare


def _is_among(option: str, values: tuple[Any, ...]) -> bool:
    found = _values(option)
    return found is not None and len(found) == 1 and any(_same(found[0], value) for value in values)


def _values(text: str) -> tuple[Any, ...] | None:
    return None if re.search(r"[\u3400-\u9fff]|\\text", text) else values_in(text)


def _ends(text: str) -> str:
    """Round or square brackets around, which tell intervals apart."""
    bare = text.replace(r"\left", "").replace(r"\right", "").strip()
    return bare[:1] + bare[-1:] if bare[:1] in "([" and bare[-1:] in ")]" else ""


def _is_equal(option: str, answer: str) -> bool:
    a, b = _values(option), _values(answer)
    if a is None or b is None or len(a) != len(b) or {_ends(option), _ends(answer)} > {"()"}:
        return False
    return all(_same(x, y) for x, y in zip(a, b, strict=True))


def _is_equal_in_some_order(option: str, answer: str) -> bool:
    a, b = _values(option), _values(answer)
    if a is None or b is None or len(a) != len(b) or len(a) < 2:
        return False
    if len(set(_NAMED.findall(option + answer))) > 1:
        return False  # x = 2, y = 3 is not x = 3, y = 2
    rest = list(b)
    for x in a:
        same = next((y for y in rest if _same(x, y)), None)
        if same is None:
            return False
        rest.remove(same)
    return True


def _same(x: Any, y: Any) -> bool:
    if isinstance(x, tuple | list | sp.Tuple) or isinstance(y, tuple | list | sp.Tuple):
        if not (isinstance(x, tuple | list | sp.Tuple) and isinstance(y, tuple | list | sp.Tuple)):
            return False
        return len(x) == len(y) and all(_same(a, b) for a, b in zip(x, y, strict=True))
    if isinstance(x, sp.Expr) and isinstance(y, sp.Expr):
        return bool(x == y or sp.simplify(x - y) == 0)
    return bool(x == y)
