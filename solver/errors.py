"""Errors that cross a module's boundary: what the caller must act on.

A problem that the reader must see is an event (`Failure`); a bug is neither and keeps its traceback.
"""

from __future__ import annotations


class SolverError(Exception):
    """Base of all. `code` names the translated sentence that the user is shown."""

    code = "failed"


class ModelUnavailable(SolverError):
    """The model cannot be reached or loaded, or broke off. `code` names the sentence, `values` fill it in.

    Neither a key nor a server's own words may be among the values: they are shown.
    """

    def __init__(self, code: str = "model-unavailable", **values: object) -> None:
        super().__init__(f"{code}: " + ", ".join(f"{name}={value}" for name, value in values.items()))
        self.code, self.values = code, values


class ProblemRefused(SolverError):
    """The problem cannot be taken as it is (empty, too long, not text); the text is for the user."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class PictureRefused(SolverError):
    """A picture cannot be taken, or nothing on it can be read. `code` names the sentence, `values` fill it in."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(f"{code}: " + ", ".join(f"{name}={value}" for name, value in values.items()))
        self.code, self.values = code, values


class Declined(SolverError):
    """The model understood that it cannot solve this; the text is for the user.

    Codes: `declined` (a part was not understood), `formula` (it cannot be worked with), `too-hard` (no end in sight).
    """

    def __init__(self, message: str, code: str = "declined") -> None:
        super().__init__(message)
        self.code = code


class KernelDied(SolverError):
    """The kernel is gone and with it the session's variables. A fresh one takes the next cell.

    `cause` names what it had too much of, where that is known: "memory", "threads", "files", "disk", "spinning" (it
    computed after its cell had ended), "flood" (it sent more than can be read), "stuck" (it could not be interrupted), or
    "lost": no cell was to blame, the way to the machine that it ran on is gone.
    """

    code = "kernel-died"

    def __init__(self, message: str, cause: str = "") -> None:
        super().__init__(message)
        self.cause = cause


class KernelUnavailable(SolverError):
    """No kernel could be started; the text says why.

    `cause` is what a gateway was to blame for: "away" (it cannot be reached), "refused" (it does not know our token), "full"
    (it has no place for another kernel), "unfit" (its kernels cannot do mathematics); empty for kernels of this machine.
    """

    code = "kernel-unavailable"

    def __init__(self, message: str, cause: str = "") -> None:
        super().__init__(message)
        self.cause = cause


class StoreUnavailable(SolverError):
    """What should be kept cannot be. `code` names the sentence; the text is a word for the log, without an address.

    Codes: `store-unavailable` (the database is away or cannot be written), `store-full` (no room on its disk),
    `store-newer` (a newer version has changed it).
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code


class ConversationGone(SolverError):
    """The conversation is not there, or not this reader's: nobody is told which."""

    code = "conversation-gone"


class ConversationFull(SolverError):
    """No more is kept in it: whoever opens it has all of it read."""

    code = "conversation-full"


class ClassGone(SolverError):
    """There is no such class, or nobody can join it now: who asks is not told which."""

    code = "class-gone"


class ExampleGone(SolverError):
    """There is no such collected example, or no such solution that one could be made of."""

    code = "example-gone"
