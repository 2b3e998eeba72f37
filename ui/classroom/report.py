"""The page of one class: its code, its lock, and what it did. Only what `solver.classroom.counting` has counted."""

from __future__ import annotations

from html import escape
from typing import Final

from solver.acts import RUNGS
from solver.classroom import Class
from solver.classroom.counting import ClassTally, Tally
from solver.ports import Language
from ui.classroom import lock_form, pictures
from ui.classroom.page import Words, code_of, frame, minutes, post, words
from ui.markdown import typed

LISTED: Final = 100
"""Problems of the table; the others are in the CSV."""
MOST: Final = 3
"""Wrong answers and slips that are shown of a row, the most frequent first."""


def page(one: Class, tally: ClassTally, language: Language, notice: str = "") -> str:
    """The whole page."""
    w, whole = words(language), tally.whole
    figures = "".join(
        f"<div><dt>{w(key)}</dt><dd>{value}</dd></div>"
        for key, value in (
            ("figure.members", one.members),
            ("figure.begun", whole.begun),
            ("figure.attempts", whole.attempts),
            ("figure.first", w("of", part=whole.right_first, whole=whole.judged)),
            ("figure.shown", whole.shown),
        )
    )
    problems = list(tally.problems.values())
    body = (
        f'<h1>{escape(one.name)}</h1>{_code(one, w)}<dl class="figures">{figures}</dl>'
        f'<div class="pictures">{pictures.hints(problems, w)}{pictures.firsts(problems, w)}{pictures.slips(whole, language, w)}</div>'
        f"{_problems(tally, language, w)}{_students(tally, language, w)}"
        f'<p><a class="button ghost" href="/class/{one.id}/table.csv" download>{w("csv")}</a></p>'
        f"{lock_form.section(one, w)}{_changes(one, w)}"
    )
    return frame(language, one.name, body, signed_in=True, notice=notice)


def _code(one: Class, w: Words) -> str:
    told = w("closed.words") if one.closed else w("code.words")
    return f'<p class="class-top">{code_of(one, w)}<span class="hint">{told}</span></p>'


def student_name(number: int, name: str, w: Words) -> str:
    """A student by the name that they gave, else by number."""
    return escape(name) or w("student", number=number)


def _problems(tally: ClassTally, language: Language, w: Words) -> str:
    heads = ("problem", "students", "attempts", "first", "hints", "shown", "answers", "slips")
    rows = []
    for number, ((text, tongue), found) in enumerate(list(tally.problems.items())[:LISTED], 1):
        lang = "zh-CN" if tongue == "zh" else "en"
        rows.append(
            f'<tr><th scope="row">{number}</th><td class="asked-text" lang="{lang}">{typed(text)}</td><td>{len(found.students)}</td>'
            f"<td>{found.attempts}</td><td>{w('of', part=found.right_first, whole=found.judged)}</td>"
            f"<td>{_hints(found, w)}</td><td>{found.shown}</td><td>{_answers(found)}</td><td>{_slips(found, language)}</td></tr>"
        )
    rest = len(tally.problems) - LISTED
    more = f"<p>{w('more-problems', count=rest)}</p>" if rest > 0 else ""
    return _table("problems", ("number", *heads), rows, w) + more


def _students(tally: ClassTally, language: Language, w: Words) -> str:
    heads = ("student-name", "begun", "solved", "first", "hints", "shown", "time", "slips")
    rows = []
    for (number, name), found in tally.students.items():
        time = minutes(found.median_s, w) if found.median_s is not None else "–"
        rows.append(
            f'<tr><th scope="row">{student_name(number, name, w)}</th><td>{found.begun}</td><td>{found.solved}</td>'
            f"<td>{w('of', part=found.right_first, whole=found.judged)}</td><td>{_hints(found, w)}</td><td>{found.shown}</td>"
            f"<td>{time}</td><td>{_slips(found, language)}</td></tr>"
        )
    return _table("by-student", heads, rows, w)


def _table(title: str, heads: tuple[str, ...], rows: list[str], w: Words) -> str:
    if not rows:
        return f"<section><h2>{w(title)}</h2><p>{w('nothing-yet')}</p></section>"
    head = "".join(f'<th scope="col">{w(f"column.{name}")}</th>' for name in heads)
    return (
        f'<section><h2 id="{title}">{w(title)}</h2><div class="wide" tabindex="0" role="region" aria-labelledby="{title}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div></section>"
    )


def _hints(found: Tally, w: Words) -> str:
    taken = [f"{w(f'rung.{rung}')} {found.hints[rung]}" for rung in RUNGS if found.hints[rung]]
    return f'<span class="hints-taken">{"<br>".join(taken) or "–"}</span>'


def _answers(found: Tally) -> str:
    """Wrong answers as they were typed."""
    given = (
        f'<span class="given">{typed(answer)}</span>{f" ×{count}" if count > 1 else ""}'
        for answer, count in found.answers.most_common(MOST)
    )
    return "<br>".join(given) or "–"


def _slips(found: Tally, language: Language) -> str:
    named = (
        f"{escape(pictures.slip_name(name, language))}{f' ×{count}' if count > 1 else ''}"
        for name, count in found.slips.most_common(MOST)
    )
    return "<br>".join(named) or "–"


def _changes(one: Class, w: Words) -> str:
    at = f"/class/{one.id}"
    shut = post(f"{at}/open", w("reopen")) if one.closed else post(f"{at}/close", w("close"))
    return (
        f'<section><h2>{w("change")}</h2><div class="class-acts">{shut}{post(f"{at}/renew", w("renew"), cls="button ghost")}</div>'
        f'<details class="class-delete"><summary>{w("delete")}</summary><p>{w("delete.words")}</p>'
        f"{post(f'{at}/delete', w('delete.really'), cls='button danger')}</details></section>"
    )
