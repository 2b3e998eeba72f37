"""Laws of a conversation's ids, for any way of cutting text into ids."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.models.transformers.conversation import Conversation, common_prefix

TEXTS = st.text(alphabet="ab\n`汉👍", max_size=12)


class Pieces:
    """Cuts a text into pieces by its own content, a wide character into its bytes; counts what it is given."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, int], int] = {}
        self.characters = 0

    def id_of(self, text: str, n: int = 0) -> int:
        return self.known.setdefault((text, n), len(self.known))

    def __call__(self, text: str) -> list[tuple[int, int]]:
        self.characters += len(text)
        found, at = [], 0
        while at < len(text):
            if text[at] in "汉👍":
                found += [(self.id_of(text[at], n), at + 1) for n in range(3)]
                at += 1
                continue
            size = 1 + zlib.crc32(text[at:].encode()) % 3
            piece = text[at : at + size].split("汉")[0].split("👍")[0]
            at += len(piece)
            found.append((self.id_of(piece), at))
        return found

    def text_of(self, ids: list[int]) -> str:
        named = {i: (text if n == 0 else "") for (text, n), i in self.known.items()}
        return "".join(named[i] for i in ids)


@given(st.lists(TEXTS, max_size=5))
def test_ids_stand_for_what_was_told(texts: list[str]) -> None:
    pieces = Pieces()
    conversation = Conversation(pieces)
    for text in texts:
        assert pieces.text_of(conversation.tell(text)) == text
        assert conversation.text == text


@given(st.lists(TEXTS, max_size=6))
def test_a_conversation_that_goes_on_is_never_tokenised_again(more: list[str]) -> None:
    pieces = Pieces()
    conversation, text = Conversation(pieces), ""
    for piece in more:
        before = list(conversation.ids)
        text += piece
        assert conversation.tell(text)[: len(before)] == before
    assert pieces.characters == len(text)


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_what_the_model_wrote_stays_as_it_wrote_it(told: str, written: str, cut: str, more: str) -> None:
    """Also where a later text takes back the end of it."""
    pieces = Pieces()
    conversation = Conversation(pieces)
    before = conversation.tell(told)
    ids = [pieces.id_of(c, n) for c in written for n in range(3 if c in "汉👍" else 1)]
    texts = [c if n == 0 else "" for c in written for n in reversed(range(3 if c in "汉👍" else 1))]
    for token, text in zip(ids, texts, strict=True):
        conversation.wrote(token, text)
    assert conversation.tell(told + written + more)[: len(before) + len(ids)] == before + ids
    assert pieces.text_of(conversation.tell(told + written[:-1] + cut)) == told + written[:-1] + cut


@given(TEXTS, TEXTS)
def test_common_prefix(a: str, b: str) -> None:
    n = common_prefix(a, b)
    assert a[:n] == b[:n]
    assert n == min(len(a), len(b)) or a[n] != b[n]


def test_an_unfinished_character_is_not_kept() -> None:
    pieces = Pieces()
    conversation = Conversation(pieces)
    conversation.tell("a")
    conversation.wrote(pieces.id_of("汉"), "")
    assert conversation.tell("ab") == [pieces.id_of("a"), pieces.id_of("b")]


@pytest.mark.parametrize(
    "text", ["```python\nx = 十二\n```\n", "👍👍 a\n\n```", "<|im_end|>\n<|im_start|>user\n12"]
)
def test_with_a_real_tokenizer(folder: Path, text: str) -> None:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))

    def encode(text: str) -> list[tuple[int, int]]:
        found = tokenizer.encode(text, add_special_tokens=False)
        return [(i, end) for i, (_, end) in zip(found.ids, found.offsets, strict=True)]

    for n in range(len(text)):
        conversation = Conversation(encode)
        first = conversation.tell(text[:n])
        ids = conversation.tell(text)
        assert ids[: len(first)] == first
        assert tokenizer.decode(ids, skip_special_tokens=False) == text
