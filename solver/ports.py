"""The three doors to what the solver needs from outside, and the values that pass through them.

Only Protocols and plain values: no adapter, no default.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

from solver.events import Event, Figure, Output

Language: TypeAlias = Literal["en", "zh"]
Role: TypeAlias = Literal["system", "user", "assistant", "tool"]


@dataclass(frozen=True, slots=True)
class Problem:
    """What a student asks. `language` is the one to explain in, `method` the one to solve by, whatever the text says."""

    text: str
    language: Language
    method: str | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of a model's conversation, already in the dialect of its profile.

    Attributes:
        cell: the source that an assistant's turn ends with calling `execute_code` on, in dialects that call tools.
            The next turn is then the tool's, with what the cell printed.
    """

    role: Role
    content: str
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class Sampling:
    """How a model draws its tokens."""

    temperature: float = 0.0  # 0: always the likeliest token
    top_p: float = 1.0
    top_k: int = 0  # 0: all of them
    max_tokens: int = 4096  # of one stretch, up to its cell
    seed: int | None = None


@dataclass(frozen=True, slots=True)
class Delta:
    """A piece of a model's text, cut anywhere, in the one form that the segmenter reads.

    Cells stand in ```` ```python ```` fences, thoughts between `<think>` and `</think>`, however the model itself marks them.
    """

    text: str
    tokens: int | None = None  # that it was, where the model or its server tells pieces or tokens apart
    estimated: bool = False  # one piece of a server's stream was taken for one token


@dataclass(frozen=True, slots=True)
class Wait:
    """A model has not begun yet: it loads (`fraction` of it is done, 0 to 1), or `ahead` other students come first."""

    reason: Literal["loading", "queued"]
    fraction: float | None = None
    ahead: int | None = None


@dataclass(frozen=True, slots=True)
class CheckPlan:
    """How to check an answer in another way: a cell whose last value is True, False or neither.

    `claim` and `method` are sentences in the problem's language.
    """

    claim: str
    method: str
    source: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a stated answer, one number, stands to a value that a kernel printed.

    Attributes:
        relation: "rounded" where the answer is a decimal and the value an exact one that it was rounded from.
        exact: the value as LaTeX.
        source: a cell whose last value says whether they are the same.
    """

    relation: Literal["same", "rounded", "other"]
    exact: str
    source: str


class Model(Protocol):
    """Writes reasoning and cells."""

    name: str

    def stream(
        self, messages: Sequence[Message], sampling: Sampling, *, stop: Sequence[str] = ()
    ) -> AsyncGenerator[Delta | Wait]:
        """Yield text as it is generated. Closing the generator stops the generation and frees its place.

        Where the last message is an assistant's, the model continues that very turn. It may stop by itself behind a
        complete cell; what it would write there, it would write without having seen the output.

        Raises:
            Declined: the model knows that it cannot solve this problem.
            ModelUnavailable: it cannot be reached or loaded, has no room for this, or broke off.
        """
        ...


class Kernel(Protocol):
    """Runs cells; variables live on from one to the next."""

    def run(
        self, part: int, source: str, *, timeout_s: float, turn: object = None
    ) -> AsyncGenerator[Output | Figure]:
        """Run one cell. An exception in it is an `Output` on "error". Closing the generator interrupts it.

        A cell that takes longer than `timeout_s` is interrupted; the kernel stays usable.

        Cells of one `turn` (any object that can be hashed) need nothing but each other: neither variables of earlier cells nor what those
        have set. So a kernel may spare running those again. None: the cell may need everything.

        Raises:
            KernelDied: the process ended; variables are gone, the next `run` has a fresh one.
            KernelUnavailable: no process could be started.
        """
        ...

    async def close(self) -> None:
        """Give everything back. May be called more than once."""
        ...


class Checker(Protocol):
    """Knows another way to an answer."""

    async def plan(self, problem: Problem, answer: str, printed: Sequence[str] = ()) -> CheckPlan | None:
        """How to check `answer` (LaTeX), or None where no other way is known.

        `printed`: what the cells behind it gave, the last one first; a rounded answer is checked beside such a value.
        """
        ...

    async def same(self, one: str, other: str) -> bool | None:
        """Whether two answers (LaTeX) mean the same; None where that is not known."""
        ...

    async def compare(self, answer: str, printed: str) -> Comparison | None:
        """How an answer (LaTeX) stands to what a kernel printed; None where one of them is not a single number."""
        ...

    async def exact(self, printed: str) -> str | None:
        """The value that a kernel printed as LaTeX; None where it is not a value."""
        ...


class Scorer(Protocol):
    """Says how good solutions are: a reward model."""

    @property
    def loaded(self) -> bool:
        """Whether it is ready."""
        ...

    async def load(self) -> None:
        """Wait until it is ready.

        Raises:
            ModelUnavailable: it cannot be loaded, or is no reward model.
        """
        ...

    async def score(self, problem: Problem, solution: Sequence[Event]) -> float:
        """How good a solution is, from 0 to 1; comparable among solutions of one problem.

        Raises:
            ModelUnavailable: it cannot be loaded, or broke off.
        """
        ...


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in a picture, in pixels from its upper left corner."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Region:
    """A piece of a line that was read, words or one formula.

    Attributes:
        kind: "formula" also where nobody could read the formula as one, and `markdown` has what Tesseract saw of it.
        markdown: words as Markdown, a formula between dollar signs; what the picture says and Markdown would take for a
            mark of its own is escaped.
        confidence: that it was read rightly, 0 to 1, as the engine itself believes; 0 for what it could not read.
        box: where it stands in the prepared picture; all of the picture where the engine does not tell places.
        line: which line of the page it belongs to, from 0.
    """

    kind: Literal["text", "formula"]
    markdown: str
    confidence: float
    box: Box
    line: int


@dataclass(frozen=True, slots=True)
class PictureProblem:
    """One of the problems on a page. `label` is the page's own number of it ("3", "（2）"), empty where it has none."""

    markdown: str
    label: str
    regions: tuple[int, ...]  # places in `PictureReading.regions`


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it may be shown and kept: upright, small enough for a page, without any data about place or device."""

    data: bytes
    mime: Literal["image/png", "image/jpeg"]
    width_px: int
    height_px: int


@dataclass(frozen=True, slots=True)
class Note:
    """What a reader should know of a reading. `code` names the sentence (`solver.sentences`), `values` fill it in."""

    code: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PictureReading:
    """What a picture says.

    Attributes:
        markdown: all of it, in reading order, Markdown with LaTeX between dollar signs.
        regions: the pieces of it, in reading order.
        problems: the problems on the page; one, the whole, where they could not be told apart.
        notes: what is missing, doubtful, or was done to the picture.
        picture: what was read; the regions' boxes are places in it.
        engine: the row of `solver.ocr.ENGINES` that read it.
    """

    markdown: str
    regions: tuple[Region, ...]
    problems: tuple[PictureProblem, ...]
    notes: tuple[Note, ...]
    picture: Picture
    engine: str


Content: TypeAlias = Literal["page", "formula"]
"""What a picture is known to show: words and formulas, or one formula alone (a canvas, a crop)."""


class Ocr(Protocol):
    """Reads pictures."""

    name: str

    async def start(self) -> None:
        """Begin to get ready, so that the first picture need not wait; returns at once, and what fails is told to who reads."""
        ...

    async def read(
        self,
        image: bytes,
        *,
        content: Content = "page",
        waiting: Callable[[Wait], None] | None = None,
    ) -> PictureReading:
        """What a picture says, as text that a person looks over before it is solved.

        `image` is an uploaded file as it came, of whatever kind; it is decoded outside of the server's process.
        `waiting` is told, in the event loop, when others come first and how far the engine has been loaded. A cancelled
        call stops the engine and gives its place free.

        Raises:
            PictureRefused: it is no picture, cannot be taken, or has nothing on it that can be read.
            ModelUnavailable: no engine can be used, or it broke off; the picture may be fine.
        """
        ...

    async def close(self) -> None:
        """Give everything back: no process is left behind. May be called more than once."""
        ...


@dataclass(frozen=True, slots=True)
class Draft:
    """A new problem that was read whole; its cell gives the value of its answer."""

    question: str
    cell: str


@dataclass(frozen=True, slots=True)
class Exercise:
    """A new problem with its answer (LaTeX), and how to check that answer."""

    question: str
    answer: str
    check: CheckPlan


class Proposer(Protocol):
    """Makes new problems of the kind of one that it is shown. It computes nothing: the caller runs the cells."""

    async def drafts(self, problem: Problem, seed: int, tries: range) -> tuple[Draft, ...]:
        """The problem itself, then what the draws with these numbers gave; the same for the same arguments.

        Raises:
            Declined: the problem was not understood, or nothing in it can be drawn anew.
        """
        ...

    async def exercises(
        self, problem: Problem, printed: str, drafts: Sequence[tuple[Draft, str]]
    ) -> tuple[Exercise, ...]:
        """The drafts that are as hard as the problem, by what the cells of the problem and of each draft printed."""
        ...
