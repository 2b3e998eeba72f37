"""A byte-level BPE of the tiny model's own: any text can be encoded, every digit is a token, turns are ChatML."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from solver.ports import Message

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from transformers import PreTrainedTokenizerFast

VOCABULARY: Final = 1536
CONTEXT_TOKENS: Final = 1024
PAD, START, END = "<|endoftext|>", "<|im_start|>", "<|im_end|>"
CHAT_TEMPLATE: Final = (
    "{% for message in messages %}"
    "{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n' }}"
    "{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}"
)
"""Qwen2's, without a system turn that nobody wrote."""


def train_tokenizer(
    conversations: Iterable[list[Message]], *, vocabulary: int = VOCABULARY, alone: str = r"\d"
) -> Tokenizer:
    """Learn the merges from whole conversations, so that what recurs in them, as the system's turn, gets short.

    Characters that match `alone` are never merged.
    """
    from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, trainers

    tokenizer = Tokenizer(models.BPE())
    # the digits apart, so that a number that was never seen is a row of tokens that were
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(alone), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary,
        special_tokens=[PAD, START, END],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    texts = (f"{turn.role}\n{turn.content}" for turns in conversations for turn in turns)
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def wrapped(tokenizer: Tokenizer) -> PreTrainedTokenizerFast:
    """As transformers and servers load it, with the chat template."""
    from transformers import PreTrainedTokenizerFast

    return PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=tokenizer,
        pad_token=PAD,
        eos_token=END,
        additional_special_tokens=[START, END],
        chat_template=CHAT_TEMPLATE,
        clean_up_tokenization_spaces=False,
        model_max_length=CONTEXT_TOKENS,
    )


def encoded(tokenizer: Tokenizer, conversations: list[list[Message]]) -> list[tuple[list[int], list[bool]]]:
    """Each conversation's ids as the chat template makes them, and which of them the model has to write."""
    turns = [f"{START}{t.role}\n{t.content}{END}\n" for turns in conversations for t in turns]
    encodings = iter(tokenizer.encode_batch(turns))
    head = len(tokenizer.encode(f"{START}assistant\n").ids)
    found = []
    for conversation in conversations:
        ids, written = list[int](), list[bool]()
        for turn in conversation:
            piece = next(encodings).ids
            own = turn.role == "assistant"
            ids += piece
            # not its head, which the template writes, nor the line break behind its end, which nobody reads
            written += [own and head <= i < len(piece) - 1 for i in range(len(piece))]
        found.append((ids, written))
    return found
