"""Answers that are Yes or No, in both languages and as people write them."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.base import Words

YES: Final = Words(r"\text{{Yes}}", r"\text{{是}}")
NO: Final = Words(r"\text{{No}}", r"\text{{不是}}")
CAN: Final = Words(r"\text{{Yes}}", r"\text{{能}}")
CANNOT: Final = Words(r"\text{{No}}", r"\text{{不能}}")
_YES: Final = frozenset("yes true correct right 是 是的 对 正确 能 可以 会 互质 是互质数".split())
_NO: Final = frozenset(
    "no false incorrect wrong not 否 不是 不是的 不对 错 错误 不正确 不能 不可以 不会 不互质 不是互质数".split()
)


def plain_words(answer: str) -> str:
    r"""An answer in words without its LaTeX wrapping.

    >>> plain_words(r"\text{Yes}."), plain_words("不是。")
    ('yes', '不是')
    """
    text = re.sub(r"\\(?:text|mathrm|mbox|textbf)\s*\{([^{}]*)\}", r"\1", answer)
    return " ".join(text.strip(" .。$!！,，\n").lower().split())


def claimed(answer: str) -> bool | None:
    """What an answer claims; None when it is neither yes nor no.

    >>> claimed(r"\\text{Yes}"), claimed("不能"), claimed("maybe")
    (True, False, None)
    """
    words = plain_words(answer)
    head = re.split(r"[\s,，;:：]", words)[0] if words else ""
    for candidate in (words, head):
        if candidate in _YES:
            return True
        if candidate in _NO:
            return False
    return None
