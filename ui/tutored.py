"""A turn with its tutoring as blocks: rungs, the answer box, chips, why a step is allowed. Beside `render`, which shows the turn itself.

Pure. A kept-back solution reaches no block: only rungs that are shown are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Any, Final

from solver.classroom import Opening
from solver.ports import Language
from solver.tutor import Rung
from solver.tutor.explaining import LEVELS, reason_for, rule_of
from solver.tutor.tries import Try
from solver.verify.verdicts import LineVerdict
from ui import render as turns
from ui.coaching import Coaching
from ui.html import label, tag
from ui.markdown import inline, render, typed
from ui.render import Block, View
from ui.speech import spoken_text
from ui.turn import Turn

_STEP: Final = re.compile(r"^<p><strong>(\d+)\.</strong>")
_DISPLAYED: Final = re.compile(r"\s*(\\\[.+?\\\])\s*", re.DOTALL)
_MARKS: Final = {True: "✓", False: "✗", None: "?"}


def view(turn: Turn) -> View:
    """As `render.view`, with what the tutor has to show."""
    shown = turns.view(turn)
    coaching = turn.coaching
    if coaching is None:
        return shown
    if coaching.practise and turn.ended is None:
        shown["phase"] = "preparing"
        shown["blocks"] = []
    blocks = [*_rungs(coaching, turn.problem.language), *_with_reasons(turn, coaching, shown["blocks"])]
    if turn.ended is not None:
        blocks += _below(turn, coaching)
    return shown | {
        "blocks": blocks,
        "practise": coaching.practise,
        "said": _said(coaching, turn.problem.language),
    }


def _said(coaching: Coaching, language: Language) -> dict[str, Any] | None:
    """What a screen reader should be told; the number grows with everything new."""
    if coaching.said == 0 or coaching.revealed:  # then the answer is announced
        return None
    if coaching.work and coaching.judged_at == coaching.said:
        first = next((n for n, (_, v) in enumerate(coaching.work, 1) if v.verdict == "wrong"), None)
        key = "work.spoken.right" if first is None else "work.spoken.wrong"
        return {
            "number": coaching.said,
            "key": key,
            "text": "" if first is None else spoken_text(coaching.work[first - 1][0], language),
        }
    if coaching.opening is not None and coaching.refused_at == coaching.said:
        key, values = opening_words(coaching.opening)
        return {"number": coaching.said, "key": key, "values": values, "text": ""}
    tried = coaching.tries and coaching.tried_at == coaching.said
    rungs = coaching.rungs()
    key = _try_key(coaching.tries[-1]) if tried else f"rung.{rungs[-1].kind}" if rungs else "tutor.ready"
    text = "" if tried or not rungs else spoken_text(rungs[-1].text, language)
    return {"number": coaching.said, "key": key, "text": text}


# ---- rungs ---------------------------------------------------------------------------------------------------------


def _rungs(coaching: Coaching, language: Language) -> Iterator[Block]:
    """The rungs that are shown, one block each; behind a line why it is allowed."""
    rungs = coaching.rungs()
    if coaching.revealed:  # the whole solution stands below
        rungs = tuple(r for r in rungs if r.kind in ("asked", "idea"))
    if coaching.set is not None:
        yield _set_head(coaching)
    for number, rung in enumerate(rungs):
        body = "".join(render(rung.text))
        title = tag("h3", label(f"rung.{rung.kind}"), cls="rung-title")
        html = f'<section class="rung" data-kind="{rung.kind}" tabindex="-1">{title}<div class="rung-body">{body}</div></section>'
        yield {"id": f"r{number}", "kind": "rung", "zone": "ladder", "html": html}
        if rung.kind == "line" and not coaching.revealed:
            yield from _reasons(coaching, _lines_of(coaching, rung), language, zone="ladder")


def _lines_of(coaching: Coaching, rung: Rung) -> list[int]:
    """Which lines of the solution a rung shows, less those in front of the last that only lead to it."""
    lines = coaching.ladder.lines if coaching.ladder is not None else ()
    count = rung.line.count("\n\n") + 1
    shown = [i for i in range(max(0, rung.upto - count), rung.upto) if lines[i] in rung.line]
    return [i for i in shown if i == shown[-1] or rule_of(lines[i]) is not None]


def _set_head(coaching: Coaching) -> Block:
    kept = coaching.set
    assert kept is not None
    number = min(kept.fresh + (0 if coaching.counted else 1), kept.size)
    if any(r.again for r in kept.results) or (kept.fresh >= kept.size and not coaching.counted):
        words = label("set.again")
    elif kept.repeats:
        words = label("set.repeat", number=number, size=kept.size)
    else:
        words = label("set.place", number=number, size=kept.size, level=kept.standing.level)
    return {"id": "set", "kind": "set", "zone": "ladder", "html": f'<p class="set-head">{words}</p>'}


# ---- why a step is allowed -----------------------------------------------------------------------------------------


def _with_reasons(turn: Turn, coaching: Coaching, blocks: list[Block]) -> Iterator[Block]:
    """The turn's own blocks; behind the last block of each step the way to its reasons."""
    step: int | None = None
    for block in blocks:
        begins = _STEP.match(block["html"]) if block["kind"] == "prose" else None
        ends = begins is not None or block["kind"] != "prose" or block["zone"] != "work"
        if step is not None and ends:
            yield from _reasons(coaching, [step], turn.problem.language, zone="work")
            step = None
        if begins is not None and turn.ended is not None:
            step = int(begins[1]) - 1
        yield block
    if step is not None:
        yield from _reasons(coaching, [step], turn.problem.language, zone="work")


def _reasons(coaching: Coaching, numbers: list[int], language: Language, *, zone: str) -> Iterator[Block]:
    lines = coaching.solution.lines if coaching.solution is not None else ()
    for number in numbers:
        if number >= len(lines):
            continue
        more = number < len(coaching.details) and bool(coaching.details[number])
        opened = coaching.opened.get(number)
        acts = ("why", "more") if more else ("why",)
        buttons = "".join(_reason_button(name, number, opened) for name in acts)
        html = f'<div class="reasons"><div class="reason-acts">{buttons}</div>{_opened(coaching, number, language)}</div>'
        yield {"id": f"why{zone}{number}", "kind": "reasons", "zone": zone, "html": html}


def _reason_button(name: str, number: int, opened: Any) -> str:
    is_open = opened is not None and opened[0] == name
    return (
        f'<button type="button" class="quiet" data-act="tutor" data-tutor="explain" data-step="{number}" data-what="{name}" '
        f'aria-expanded="{str(is_open).lower()}">{label(f"explain.{name}")}</button>'
    )


def _opened(coaching: Coaching, number: int, language: Language) -> str:
    """What is told of a line that was clicked."""
    if number not in coaching.opened or coaching.solution is None:
        return ""
    what, level = coaching.opened[number]
    if what == "more":
        laid_out = (_DISPLAYED.sub(r"\n\n\1\n\n", step).strip() for step in coaching.details[number])
        steps = "".join(f"<li>{''.join(render(step))}</li>" for step in laid_out)
        return f'<div class="reason"><ol class="details">{steps}</ol></div>'
    reason = reason_for(coaching.solution.lines[number], language, level)
    levels = "".join(
        f'<button type="button" class="level" data-act="tutor" data-tutor="explain" data-step="{number}" data-what="why" '
        f'data-level="{each}" aria-pressed="{str(each == level).lower()}">{label(f"level.{each}")}</button>'
        for each in LEVELS
    )
    simpler = (
        f'<button type="button" class="quiet" data-act="tutor" data-tutor="explain" data-step="{number}" data-what="why" '
        f'data-level="{reason.simpler}">{label("explain.simpler")}</button>'
        if reason.simpler
        else ""
    )
    return (
        f'<div class="reason"><h3>{escape(reason.rule)}</h3><p>{inline(reason.text)}</p>'
        f'<div class="levels" role="group">{levels}</div>{simpler}</div>'
    )


# ---- below the turn ------------------------------------------------------------------------------------------------


def _below(turn: Turn, coaching: Coaching) -> Iterator[Block]:
    if coaching.is_hidden:
        if coaching.solution is not None and coaching.solution.verdict == "unknown":
            yield _note("unproved", "tutor.unproved")
        yield from _work(coaching)
        yield from _tries(coaching)
        if not coaching.is_solved:
            yield _box(coaching)
        if (methods := coaching.methods()) is not None:
            yield turns.methods_block(methods, turn.problem.language, zone="tutor")
    if coaching.notice:
        yield _note("notice", f"tutor.{coaching.notice}")
    if coaching.set is not None and coaching.counted and coaching.set.is_over:
        yield _result(coaching)
    if turn.failure is None and turn.ended == "answered":
        if coaching.is_hidden and coaching.opening is not None:
            yield _closed(coaching.opening)
        yield _chips(turn, coaching)


def opening_words(opening: Opening) -> tuple[str, dict[str, float]]:
    """The sentence that says when a closed solution opens: its key, and what fills it; a moment in seconds since 1970."""
    name = "attempts" if opening.attempts != 1 else "attempt"
    if opening.at_s is None:
        return f"closed.{name}", {"left": opening.attempts or 0}
    if opening.attempts is None:
        return "closed.at", {"clock": opening.at_s}
    return f"closed.at-or-{name}", {"clock": opening.at_s, "left": opening.attempts}


def _closed(opening: Opening) -> Block:
    """When "Show the solution" opens; the browser asks again at that moment."""
    key, values = opening_words(opening)
    at = f' data-opens-s="{opening.at_s:.0f}"' if opening.at_s is not None else ""
    html = f'<p class="tutor-note closed"{at}>{label(key, **values)}</p>'
    return {"id": "closed", "kind": "tutor-note", "zone": "tutor", "html": html}


def _note(name: str, key: str) -> Block:
    return {
        "id": name,
        "kind": "tutor-note",
        "zone": "tutor",
        "html": f'<p class="tutor-note">{label(key)}</p>',
    }


def _try_key(one: Try) -> str:
    if one.right is None:
        return "try.unknown"
    return "try.wrong" if not one.right else "try.right" if one.form == "kept" else f"try.form.{one.form}"


def _tries(coaching: Coaching) -> Iterator[Block]:
    """What came of each answer, the last one in full."""
    for number, one in enumerate(coaching.tries):
        kind = (
            {True: "right", False: "wrong", None: "unknown"}[one.right] if one.form == "kept" else "unknown"
        )
        mark = f'<span class="mark" aria-hidden="true">{_MARKS[one.right if one.form == "kept" else None]}</span>'
        told = "" if one.right and one.why else label(_try_key(one))  # then the sentence says it all
        words = (
            f'<span class="why">{told}</span> {inline(one.why)}'
            if told
            else f'<span class="why">{inline(one.why)}</span>'
        )
        html = f'<p class="try-result {kind}">{mark}<span><span class="tried">{typed(one.answer)}</span> {words}</span></p>'
        yield {"id": f"try{number}", "kind": "try-result", "zone": "tutor", "html": html}
    if coaching.needs_help:
        offer = f'<button type="button" class="button" data-act="tutor" data-tutor="hint">{label("tutor.hint-now")}</button>'
        yield {
            "id": "help",
            "kind": "help",
            "zone": "tutor",
            "html": f'<p class="help">{label("tutor.help")} {offer}</p>',
        }


def _work(coaching: Coaching) -> Iterator[Block]:
    """The place for the student's own lines, and below it a mark at each of them."""
    if coaching.work is None:
        return
    box = (
        f'<form class="work-box" data-form="work"><label>{label("work.label")}'
        '<textarea rows="4" autocomplete="off" spellcheck="false" data-i18n-placeholder="work.placeholder"></textarea></label>'
        f'<span class="work-acts"><button type="button" class="quiet" data-act="work-picture">{label("work.picture")}</button>'
        f'<button type="submit" class="button">{label("work.check")}</button></span></form>'
    )
    yield {"id": "workbox", "kind": "workbox", "zone": "tutor", "html": box}
    if not coaching.work:
        return
    rows = "".join(_work_row(line, verdict) for line, verdict in coaching.work)
    yield {"id": "lines", "kind": "lines", "zone": "tutor", "html": f'<ol class="work-lines">{rows}</ol>'}


def _work_row(line: str, verdict: LineVerdict) -> str:
    kind = {"correct": "right", "unfinished": "unknown", "wrong": "wrong", "unknown": "unknown"}[
        verdict.verdict
    ]
    mark = {"correct": "✓", "unfinished": "…", "wrong": "✗", "unknown": "?"}[verdict.verdict]
    says = "" if verdict.follows_wrong else f"<strong>{label(f'work.{verdict.verdict}')}</strong> "
    return (
        f'<li class="try-result {kind}"><span class="mark" aria-hidden="true">{mark}</span>'
        f'<span><span class="tried">{typed(line)}</span>'
        f'<span class="why">{says}{inline(verdict.why)}</span></span></li>'
    )


def _box(coaching: Coaching) -> Block:
    """Its HTML never changes while it is there, so what is being typed stays."""
    html = (
        f'<form class="try" data-form="answer"><label>{label("try.label")}'
        '<input type="text" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="400" '
        'data-i18n-placeholder="try.placeholder"></label>'
        f'<button type="submit" class="button">{label("try.check")}</button></form>'
    )
    return {"id": "box", "kind": "box", "zone": "tutor", "html": html}


def _result(coaching: Coaching) -> Block:
    kept = coaching.set
    assert kept is not None
    rows = "".join(
        f'<li><span class="mark" aria-hidden="true">{"✓" if r.right else "✗"}</span><span>{typed(r.question)} '
        f"<em>{label('set.right' if r.right else 'set.wrong')}{_hints(r.hints)}</em></span></li>"
        for r in kept.results
        if not r.again
    )
    later = f"<p>{label('set.later')}</p>" if kept.right < kept.fresh else ""
    html = (
        f'<section class="end set-result" role="note"><h3>{label("set.result", right=kept.right, size=kept.fresh)}</h3>'
        f"<ol>{rows}</ol>{later}</section>"
    )
    return {"id": "set-result", "kind": "set-result", "zone": "tutor", "html": html}


def _hints(count: int) -> str:
    return f" · {label('set.hints', count=count)}" if count else ""


def _chips(turn: Turn, coaching: Coaching) -> Block:
    """Under the last turn; the page hides those of earlier ones."""
    names: list[str] = []
    if coaching.is_hidden:
        names += ["hint", "next"] if coaching.can_climb and not coaching.is_solved else []
        names += ["check"] if coaching.work is None else []
        names += ["plot"] if coaching.picture is not None else []
        names.append("show")
    if coaching.set is not None and coaching.counted and not coaching.set.is_over:
        names.insert(0, "set-next")
    elif coaching.set is None or coaching.set.is_over:
        names += ["similar", "set"]
    closed = (
        " is-closed" if coaching.opening is not None else ""
    )  # it can be clicked: then it is said when it opens
    chips = "".join(
        f'<button type="button" class="chip{closed if name == "show" else ""}" data-act="tutor" data-tutor="{name}" '
        f'tabindex="{0 if i == 0 else -1}">{label(f"chip.{name}")}</button>'
        for i, name in enumerate(names)
    )
    sheet = f'<button type="button" class="chip" data-act="worksheet" tabindex="-1">{label("chip.worksheet")}</button>'
    html = f'<div class="chips" role="toolbar" data-i18n-aria-label="chip.all">{chips}{sheet}</div>'
    return {"id": "chips", "kind": "chips", "zone": "tutor", "html": html}
