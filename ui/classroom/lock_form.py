"""How a teacher closes solutions for a time: the form, what it says now, and what comes back from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from solver.classroom import Class, Lock
from solver.classroom.lock import MOST_ATTEMPTS, MOST_S
from ui.classroom.page import Words, post
from ui.html import label

_HERE: Final = "\x00"  # in a sentence, where HTML of ours comes


def section(one: Class, w: Words) -> str:
    """The part of a class's page about its lock."""
    lock = one.lock
    now = w("lock.none") if lock is None else _told(lock, w)
    open_now = post(f"/class/{one.id}/unlock", w("lock.open"), cls="button ghost") if lock is not None else ""
    until_s = "" if lock is None or lock.until_s is None else f"{lock.until_s:.0f}"
    after = "" if lock is None or lock.after_s is None else f"{lock.after_s / 60:g}"
    tries = "" if lock is None or lock.after_attempts is None else str(lock.after_attempts)
    return (
        f'<section aria-labelledby="lock"><h2 id="lock">{w("lock")}</h2><p class="lock-now">{now}</p>'
        f'<form method="post" action="/class/{one.id}/lock" class="class-form lock-form">'
        f'<label>{w("lock.minutes")}<input type="number" name="minutes" min="1" max="{MOST_S / 60:g}" value="{after}" inputmode="numeric"></label>'
        f'<label>{w("lock.attempts")}<input type="number" name="attempts" min="1" max="{MOST_ATTEMPTS}" value="{tries}" inputmode="numeric"></label>'
        f'<label>{w("lock.until")}<input type="datetime-local" name="until"></label><input type="hidden" name="until_s" value="{until_s}">'
        f'<button class="button">{w("lock.set")}</button></form><p class="hint">{w("lock.hint")}</p>{open_now}</section>'
    )


def _told(lock: Lock, w: Words) -> str:
    """What opens solutions now, one sentence for each condition."""
    parts = []
    if lock.after_s is not None:
        parts.append(w("lock.is-minutes", count=f"{lock.after_s / 60:g}"))
    if lock.after_attempts is not None:
        parts.append(w("lock.is-attempts", count=lock.after_attempts))
    if lock.until_s is not None:
        parts.append(label("teacher.lock.is-until", clock=lock.until_s))
    return w("lock.is", when=_HERE).replace(_HERE, w("lock.or").join(parts))


def read(fields: Mapping[str, str]) -> Lock:
    """The lock that a form asks for.

    Raises:
        ValueError: nothing would open it, or a number is out of its range.
    """
    minutes, attempts, until_s = (fields.get(name, "").strip() for name in ("minutes", "attempts", "until_s"))
    return Lock(
        float(minutes) * 60 if minutes else None,
        int(attempts) if attempts else None,
        float(until_s) if until_s else None,
    )
