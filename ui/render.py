"""Show one turn as blocks of safe HTML.

A block is a small dict `{id, kind, zone, html, …}`; the browser replaces just those whose html changed. Nothing
from a model, a kernel or a student reaches `html` unescaped. Pure: no Gradio, no clock, no I/O.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Any, Final, Literal, TypeAlias

from solver.events import Check, Failure, Instruction, Methods, Verdict, Waiting
from solver.ports import Language
from solver.topics.methods import name_of
from ui import cells
from ui.html import label, tag
from ui.i18n import locales
from ui.markdown import inline, math_html, plain, render, typed, without_open_tail
from ui.speech import spoken
from ui.turn import Turn

Block: TypeAlias = dict[str, Any]
View: TypeAlias = dict[str, Any]

THINK: Final = re.compile(r"<think>(.*?)(?:</think>|\Z)", re.DOTALL)
QUOTED: Final = re.compile(r"“([^”]+)”|「([^」]+)」|‘([^’]+)’|`([^`]+)`|\"([^\"]+)\"|«([^»]+)»")
# the problem has to be put another way; sending it again would change nothing
REFUSALS: Final = frozenset(
    {"declined", "method", "formula", "too-hard", "empty", "too-long", "not-text", "language"}
)
NO_ANSWER: Final = frozenset({"no-answer", "step-limit", "model-endless"})
ACTS: Final = {"edit-problem": "turn.edit", "retry": "turn.retry", "reopen": "turn.reopen"}
MARKS: Final = {"proved": "✓", "unknown": "?", "refuted": "✗", "pending": "…"}


def view(turn: Turn) -> View:
    """What the browser needs to show the turn as it is now."""
    return {
        "id": turn.id,
        "problem": problem_html(turn),
        "text": turn.problem.text,
        "picture": turn.picture and {"name": turn.picture.name, "url": turn.picture.url},
        "language": turn.problem.language,
        "method": turn.problem.method,
        "state": turn.ended or "running",
        "phase": turn.phase,
        "seconds": None if turn.took_s is None else round(turn.took_s, 1),
        "busy": turn.variables == "restoring"
        or any(cell.running or cell.writing for cell in turn.cells.values()),
        "announce": announcement(turn),
        "blocks": list(blocks(turn)),
    }


def problem_html(turn: Turn) -> str:
    """The problem in the student's words, formulas typeset; where a part could not be read it is marked, all as it was typed."""
    text, html, place = turn.problem.text.strip(), "", 0
    for start, end in _unread(text, turn.failure):
        html += plain(text[place:start]) + tag("mark", plain(text[start:end]), cls="unread")
        place = end
    method = turn.problem.method
    by = tag("span", plain(name_of(method, turn.problem.language)), cls="by") if method else ""
    return (html + plain(text[place:]) if html else typed(text)) + by


def _unread(text: str, failure: Failure | None) -> Iterator[tuple[int, int]]:
    """Where in `text` the parts are that a refusal quotes, apart and in order; none that would cut a formula."""
    if failure is None or failure.code != "declined":
        return
    quoted = {part for groups in QUOTED.findall(failure.message) for part in groups if part.strip()}
    wanted = "|".join(re.escape(part) for part in sorted(quoted, key=len, reverse=True))
    for match in re.finditer(rf"(?<![A-Za-z])(?:{wanted})(?![A-Za-z])", text) if quoted else ():
        before, part = text[: match.start()], match[0]
        if without_open_tail(before + " ") == before + " " and without_open_tail(part + " ") == part + " ":
            yield match.span()


def announcement(turn: Turn) -> dict[str, str] | None:
    """What a screen reader should say once, when all is done."""
    if turn.answer is None or turn.ended is None:
        return None
    return {"answer": spoken(turn.answer.latex, turn.problem.language), "verdict": turn.verdict()}


def blocks(turn: Turn) -> Iterator[Block]:
    """The turn from top to bottom: steps and cells, the answer, its check, how it ended."""
    working = turn.ended is None
    for index, (kind, part) in enumerate(turn.order):
        if kind == "prose":
            yield from _prose_blocks(
                part, turn.prose[part].text, turn.ended is None and index == len(turn.order) - 1
            )
        elif kind == "instruction":
            yield _instruction_block(part, turn.instructions[part])
        elif not turn.cells[part].check:
            yield from cells.blocks(turn.cells[part], working=working, language=turn.problem.language)
            yield from _variables_block(turn, part)
    if turn.waiting is not None and working:
        yield _waiting_block(turn.waiting)
    if turn.answer is not None:
        yield _answer_block(turn)
    for cell in turn.cells.values():
        if cell.check:
            yield from cells.blocks(cell, working=working, language=turn.problem.language)
            yield from _variables_block(turn, cell.part)
    if turn.ended is not None and turn.unkept != "conversation-gone":  # that was what stopped it
        yield from _end_blocks(turn)
    if turn.unkept is not None:
        yield _unkept_block(turn.unkept)


def _prose_blocks(part: int, text: str, growing: bool) -> Iterator[Block]:
    if "</think>" in text and "<think>" not in text:  # some templates open the tag in the prompt
        text = "<think>" + text
    if growing:
        text = re.sub(r"<(?:/?t?h?i?n?k?)$", "", text)  # half a tag
    place = 0
    for number, match in enumerate(THINK.finditer(text)):
        yield from _steps(part, text[place : match.start()], f"{part}.{number}", complete=True)
        open_still = growing and not match[0].endswith("</think>")
        yield _thinking_block(f"t{part}.{number}", match[1], running=open_still)
        place = match.end()
    yield from _steps(part, text[place:], f"{part}.{place}" if place else f"{part}", complete=not growing)


def _steps(part: int, text: str, name: str, *, complete: bool) -> Iterator[Block]:
    for number, html in enumerate(render(text, complete=complete)):
        yield {"id": f"p{name}.{number}", "kind": "prose", "zone": "work", "html": html, "part": part}


def _thinking_block(name: str, text: str, *, running: bool) -> Block:
    title = label("thinking.open" if running else "thinking.done")
    body = "".join(render(text, complete=not running))
    opened = " open" if running else ""
    html = f'<details class="thinking" data-key="{name}"{opened}><summary>{title}</summary><div>{body}</div></details>'
    return {"id": name, "kind": "thinking", "zone": "work", "html": html}


def _instruction_block(number: int, instruction: Instruction) -> Block:
    """What the model was asked in between, so that what it says next is understood."""
    html = f'<p class="asked"><strong>{label("asked")}</strong> {inline(instruction.text.strip())}</p>'
    return {"id": f"i{number}", "kind": "asked", "zone": "work", "html": html}


def _waiting_block(waiting: Waiting) -> Block:
    bar = "" if waiting.fraction is None else f'<progress max="1" value="{waiting.fraction:.3f}"></progress>'
    html = f'<p class="waiting" role="status">{plain(waiting.message)}{bar}</p>'
    return {"id": "waiting", "kind": "waiting", "zone": "work", "html": html}


def _parts(answer: str) -> list[str]:
    r"""An answer of several parts, one line each: together they would not fit.

    >>> _parts(r"\text{maximum: }2;\ \text{minimum: }-2"), _parts(r"\left\{1;\ 2\right\}")
    (['\\text{maximum: }2', '\\text{minimum: }-2'], ['\\left\\{1;\\ 2\\right\\}'])
    """
    parts, depth = [""], 0
    for piece in re.split(r"(\\left\b|\\right\b|[{}()\[\]]|;\\ )", answer):
        depth += (piece in ("{", "(", "[")) - (piece in ("}", ")", "]"))
        if piece == ";\\ " and depth == 0:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def _answer_block(turn: Turn) -> Block:
    assert turn.answer is not None
    verdict = turn.verdict()
    head = tag("h3", label("answer.title"), cls="answer-title")
    acts = (
        f'<span class="answer-acts"><button type="button" class="quiet aloud" data-act="aloud">{label("aloud.read")}</button>'
        f'<button type="button" class="quiet" data-act="copy">{label("answer.copy")}</button></span>'
    )
    parts = _parts(turn.answer.latex)
    value = "".join(math_html(part, display=True) for part in parts)
    several = " several" if len(parts) > 1 else ""
    stale = f'<p class="stale">{label("answer.stale")}</p>' if turn.stale else ""
    html = (
        f'<section class="answer" data-verdict="{verdict}"><div class="answer-head">{head}{acts}</div>'
        f'<div class="answer-value{several}">{value}</div>{_checks_html(turn, verdict)}{stale}</section>'
    )
    return {"id": "answer", "kind": "answer", "zone": "answer", "html": html, "source": turn.answer.latex}


def _checks_html(turn: Turn, verdict: Verdict | Literal["pending"]) -> str:
    if verdict == "pending":
        return f'<p class="check pending"><span class="mark" aria-hidden="true"></span>{label("answer.checking")}</p>'
    rows = [_check_row(check) for check in turn.checks]
    if verdict == "unknown" and not turn.checks:
        rows = [_row("unknown", label("verdict.unknown.why"))]
    if verdict == "refuted":
        rows.append(f'<p class="check-note">{label("verdict.refuted.why")}</p>')
    return "".join(rows)


def _check_row(check: Check) -> str:
    claim, method = inline(check.claim.strip()), inline(check.method.strip())
    return _row(
        check.verdict, " ".join(part for part in (claim, f"<em>{method}</em>" if method else "") if part)
    )


def _row(verdict: Verdict, words: str) -> str:
    mark = f'<span class="mark" aria-hidden="true">{MARKS[verdict]}</span>'
    return (
        f'<p class="check {verdict}">{mark}<span><strong>{label(f"verdict.{verdict}")}</strong> '
        f'<span class="why">{words}</span></span></p>'
    )


def _end_blocks(turn: Turn) -> Iterator[Block]:
    if turn.elsewhere:
        yield _end("note", "end.elsewhere", "", "reopen")
    elif turn.broken_off:
        yield _end("note", "end.broken-off", "", "retry")
    elif turn.failure is not None:
        code = turn.failure.code
        kind, act = ("note", "edit-problem") if code in REFUSALS else ("failure", "retry")
        kind = "note" if code in NO_ANSWER else kind
        yield _end(kind, _failure_key(code), tag("p", inline(turn.failure.message), cls="message"), act)
    elif turn.ended in ("stopped", "no-answer", "step-limit"):
        yield _end("note", f"end.{turn.ended}", "", "retry")
    elif turn.ended == "failed":
        yield _end("failure", "failure.failed", "", "retry")
    if turn.methods is not None:
        yield methods_block(turn.methods, turn.problem.language)


def _unkept_block(code: str) -> Block:
    """That this turn will not be found again, and why."""
    key = _failure_key(code)
    html = (
        f'<section class="end note unkept" role="status"><h3>{label(key)}</h3>'
        f'<p class="remedy">{label(key + ".do")}</p></section>'
    )
    return {"id": "unkept", "kind": "note", "zone": "end", "html": html}


def methods_block(methods: Methods, language: Language, zone: str = "end") -> Block:
    """Quietly below: the other methods for the same problem."""
    buttons = "".join(
        f'<button type="button" class="quiet" data-act="another" data-method="{escape(name)}">{plain(name_of(name, language))}</button>'
        for name in methods.names
        if name != methods.chosen
    )
    words = label("turn.another")
    html = f'<p class="ways" role="group">{words}<span class="ways-names">{buttons}</span></p>'
    return {"id": "ways", "kind": "ways", "zone": zone, "html": html}


def _variables_block(turn: Turn, part: int) -> Iterator[Block]:
    """Below the cell that took the variables with it: what became of them, and the way to get them back."""
    if turn.variables == "there" or turn.lost_in != part or turn.ended is None:
        return
    offer = (
        f'<button type="button" class="button" data-act="restore">{label("variables.restore")}</button>'
        if turn.variables == "lost"
        else ""
    )
    words = tag("p", label(f"variables.{turn.variables}"), cls="remedy")
    html = f'<section class="end note variables" role="status">{words}{offer}</section>'
    zone = "check" if turn.cells[part].check else "work"
    yield {"id": "variables", "kind": "note", "zone": zone, "html": html}


def _failure_key(code: str) -> str:
    """The words over a failure's own sentence; every way in which a model fails has the same."""
    if f"failure.{code}" in locales()["en"]:
        return f"failure.{code}"
    return "failure.model-unavailable" if code.startswith("model-") else "failure.failed"


def _end(kind: str, key: str, message: str, act: str) -> Block:
    role = "alert" if kind == "failure" else "note"
    words = label(ACTS[act])
    html = (
        f'<section class="end {kind}" role="{role}"><h3>{label(key)}</h3>{message}'
        f'<p class="remedy">{label(key + ".do")}</p>'
        f'<button type="button" class="button" data-act="{act}">{words}</button></section>'
    )
    return {"id": "end", "kind": kind, "zone": "end", "html": html}
