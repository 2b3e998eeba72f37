"""From what the store keeps to what the page shows, and which cells bring a conversation's variables back."""

from __future__ import annotations

from solver.events import Code, Done
from solver.kernels.history import finished_cells
from solver.models.builtin import BuiltinTutor
from solver.store import Conversation, KeptRun, KeptTurn
from ui import tutoring
from ui.pictures import Album, Kept
from ui.turn import Turn


def turn_of(
    kept: KeptTurn, session: object = None, album: Album | None = None, owner: str | None = None
) -> Turn:
    """The turn as it was when its last event came, with the cells as the reader left them.

    A solution that is kept back stays so; `session` can go on tutoring with it. Its picture is put into the album, if there is one, for its owner.
    """
    turn = Turn(kept.name, kept.problem)
    if kept.picture is not None:
        turn.picture = album.hold(kept.picture, owner) if album is not None else Kept("", kept.picture)
    take = tutoring.begin(turn, session, practise=kept.kept_back, began_s=kept.started_s)
    if kept.kept_back and turn.coaching is None:  # a reader without a session sees the problem alone
        turn.ended = "answered"
        return turn
    for event in kept.events:
        take(event)
    for run in kept.runs:
        if run.part not in turn.cells:
            continue
        turn.rerun(run.part, run.source)
        for event in run.events:
            turn.rerun_event(event, run.part)
        if not run.events or not isinstance(run.events[-1], Done):
            turn.cells[run.part].end(interrupted=True)
    if kept.broken_off:
        turn.break_off()
    elif turn.coaching is not None:
        tutoring.settle(turn)
        if turn.coaching.is_hidden:
            turn.coaching.resume(kept.acts)
            turn.ended = "answered"
    turn.took_s = kept.took_s
    turn.variables = "there"  # the cells run again before the next one does
    return turn


def cells_of(conversation: Conversation) -> list[str]:
    """All cells that came to their end, in the order in which they ran, also those of attempts that were replaced.

    Not those of a solution that is kept back: the student's own cells could read them.
    """
    found: list[str] = []
    hidden = [turn.events for turn in conversation.turns if turn.kept_back]
    for what in conversation.streams():
        if any(what is events for events in hidden):
            continue
        stream = [Code(what.part, what.source), *what.events] if isinstance(what, KeptRun) else what
        found += finished_cells(stream)
    return found


def is_tutors_alone(conversation: Conversation) -> bool:
    """Whether only the built-in tutor's cells have run in it: each of its turns brings all that it uses."""
    return all(turn.model == BuiltinTutor.name and not turn.runs for turn in conversation.turns)
