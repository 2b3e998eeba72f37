"""A solution as token ids, and which of them the model learns to write: what it would write in the product, and nothing else.

The ids are those that the app's own backend gives the model (`solver.models.transformers`): the same rendering, cut into the
same pieces. So whatever a template does, the model is trained on what it will see. Loss lies on the model's own stretches with
the token that ends its turn; problems, prompts and what the kernel printed are masked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from solver.dialects import DIALECTS, Conversation
from solver.errors import ModelUnavailable
from solver.events import Instruction
from solver.models.transformers.backend import incremental
from solver.models.transformers.rendering import render, render_whole
from solver.ports import Message
from solver.profiles import Profile
from solver.segment import UNTHINK
from solver.transcript import Cell, Prose, fold, output_text, replay
from training.examples import Example
from training.formats.base import Unwritable
from training.formats.conclusion import concluded

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

IGNORED: Final = -100
"""The label of a token that is not learnt (torch's `ignore_index`)."""


@dataclass(slots=True)
class Sequenced:
    """One row of training. `labels` are `ids` where the model writes and `IGNORED` elsewhere."""

    ids: list[int] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a row's text. `own`: the model writes it."""

    text: str
    own: bool


def sequences(example: Example, profile: Profile, tokenizer: PreTrainedTokenizerBase) -> list[Sequenced]:
    """An example's rows: one, or one a round where what the model is told of later rounds does not begin with the earlier.

    Raises:
        Unwritable: the tokenizer's template cannot tell the example so that it is clear what the model writes.
    """
    return [_encoded(pieces, tokenizer) for pieces in _rows(example, profile, tokenizer)]


def _rows(example: Example, profile: Profile, tokenizer: PreTrainedTokenizerBase) -> Iterator[list[Piece]]:
    row, text = list[Piece](), ""
    for told, written in rounds(example, profile, tokenizer):
        if row and told.startswith(text):
            row.append(Piece(told[len(text) :], own=False))
        else:
            if row:
                yield row
            row = [Piece(told, own=False)]
        row.append(Piece(written, own=True))
        text = told + written
    if row:
        yield row


def rounds(
    example: Example, profile: Profile, tokenizer: PreTrainedTokenizerBase
) -> Iterator[tuple[str, str]]:
    """Each round of the agent: the text that the model goes on from, and what it writes.

    Raises:
        Unwritable: as `sequences`.
    """
    events = tuple(concluded(example.events, example.answer, example.language))
    blocks = [block for block in fold(events) if isinstance(block, Prose | Cell | Instruction)]

    def told(count: int) -> list[Message]:
        so_far, question = tuple(replay(blocks[:count])), profile.question(example.problem)
        return list(DIALECTS[profile.dialect](Conversation(question, so_far, profile.system)))

    before = told(0)
    for count, block in enumerate(blocks, 1):
        if isinstance(block, Prose) and count < len(blocks):
            continue  # a round ends with its cell, where somebody asks in between, or at the end
        after = told(count)
        rendered = render(tokenizer, profile, before)
        opened = f"{_closing(profile)}\n\n" if rendered.thinks else ""
        if profile.dialect == "fenced" and isinstance(block, Cell):
            yield rendered.text, opened + _said(before, after, block)
        elif (turns := _with_its_turn(before, after)) is not None:
            whole = render_whole(tokenizer, profile, turns)
            yield rendered.text, _written(rendered.text, whole, opened, tokenizer)
        before = after


def turn_ends(tokenizer: PreTrainedTokenizerBase) -> frozenset[str]:
    """Tokens that may end a turn: the special ones, of which the template takes one. A base model's own end is another."""
    special = {str(t) for t in tokenizer.added_tokens_decoder.values() if t.special}
    return frozenset(special | {str(tokenizer.eos_token)} if tokenizer.eos_token else special)


def _said(before: Sequence[Message], after: Sequence[Message], cell: Cell) -> str:
    """What the model adds to its turn up to the end of its cell, in the fenced dialect: the output behind it is not its own."""
    goes_on = before[-1].content if before[-1].role == "assistant" else ""
    return after[-1].content.removesuffix(f"```output\n{output_text(cell)}```\n").removeprefix(goes_on)


def _with_its_turn(before: Sequence[Message], after: Sequence[Message]) -> Sequence[Message] | None:
    """The conversation up to the turn that the model ends in this round; None where it says nothing."""
    at = len(before) - (before[-1].role == "assistant" and before[-1].cell is None)
    if len(after) <= at or after[at].role != "assistant" or after[at] == before[-1]:
        return None
    return after[: at + 1]


def _written(told: str, whole: str, opened: str, tokenizer: PreTrainedTokenizerBase) -> str:
    """What the model wrote, of a text that ends with its turn: up to and with the token that ends it.

    Raises:
        Unwritable: `whole` does not begin with what was told.
    """
    if opened and not whole.startswith(told):
        told = told.rstrip()
        told = told[: told.rfind("<")]  # the mark that opens a thought is not in a turn that is over
    if not whole.startswith(told):
        raise Unwritable(
            "template", "the chat template tells a turn that is over in another way than it begins it"
        )
    written = whole[len(told) :].rstrip()
    if not written.endswith(tuple(turn_ends(tokenizer))):
        written += str(tokenizer.eos_token or "")
    return written if UNTHINK in written else opened + written


def _closing(profile: Profile) -> str:
    return profile.thinking.closing if profile.thinking else UNTHINK


def _encoded(pieces: Sequence[Piece], tokenizer: PreTrainedTokenizerBase) -> Sequenced:
    beneath = getattr(tokenizer, "backend_tokenizer", None)
    if beneath is None:
        raise ModelUnavailable("model-broken", model=tokenizer.name_or_path)
    made = Sequenced()
    if incremental(beneath):  # as the app: a piece is never tokenised with what stood before it
        for piece in pieces:
            ids = beneath.encode(piece.text, add_special_tokens=False).ids
            made.ids += ids
            made.labels += ids if piece.own else [IGNORED] * len(ids)
        return made
    whole = beneath.encode("".join(piece.text for piece in pieces), add_special_tokens=False)
    ends, at = list[tuple[int, bool]](), 0
    for piece in pieces:
        at += len(piece.text)
        ends.append((at, piece.own))
    for token, (_, stop) in zip(whole.ids, whole.offsets, strict=True):
        own = next((own for end, own in ends if stop <= end), False)
        made.ids.append(token)
        made.labels.append(token if own else IGNORED)
    return made
