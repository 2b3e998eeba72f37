"""Which examples are trained on, as an outcome each: the others are counted by the reason why they are not."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from solver.profiles import Profile
from training.batches import batches, read
from training.examples import Example
from training.fine_tuning.config import Config, Training
from training.fine_tuning.tokens import Sequenced, sequences
from training.folder import Dropped, Outcome
from training.formats import Unwritable

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

BATCH: Final = 256


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells examples to one model. A row of more than `max_tokens` is none."""

    tokenizer: PreTrainedTokenizerBase
    profile: Profile
    max_tokens: int

    def rows(self, example: Example) -> list[Sequenced]:
        """Its rows.

        Raises:
            Unwritable: it has none.
        """
        if not example.solved:
            raise Unwritable("no-solution", "a problem without a solution")
        rows = sequences(example, self.profile, self.tokenizer)
        if longest := max((len(row.ids) for row in rows), default=0):
            if longest > self.max_tokens:
                raise Unwritable("too-long", f"{longest} tokens")
            return rows
        raise Unwritable("no-solution", "nothing that the model would say")


def told(
    config: Config, teller: Teller, done: Collection[str], kept_out: Collection[str]
) -> Iterator[Outcome]:
    """The examples that are trained on, a batch at a time. `kept_out` are texts of problems that are not to be.

    Raises:
        BadData: a file cannot be read.
    """
    for name, group in batches(config.examples, BATCH):
        if name in done:
            continue
        kept, dropped = list[Example](), list[Dropped]()
        for one in group:
            try:
                if one.problem.strip() in kept_out:
                    raise Unwritable("of-trials", "the model is tried on this problem")
                teller.rows(one)
                kept.append(one)
            except Unwritable as error:
                dropped.append(Dropped(one.id, error.reason, str(error)))
        yield Outcome(name, tuple(kept), tuple(dropped))


def of_trials(config: Training) -> dict[str, Example]:
    """The problems on which the model is tried, by their texts.

    Raises:
        BadData: they cannot be read, or none of them has a reference.
    """
    if config.trials is None:
        return {}
    return {one.problem.strip(): one for one in read([config.trials.problems])}


def held_out(example: Example, share: float) -> bool:
    """Whether an example is not trained on: the same whenever it is asked, and for all solutions of a problem.

    >>> one = Example("a/1", "1 + 1 = ?", "en", "a")
    >>> held_out(one, 0.0), held_out(one, 1.0)
    (False, True)
    """
    return int(sha256(example.problem.strip().encode()).hexdigest()[:8], 16) < share * 2**32
