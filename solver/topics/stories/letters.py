"""Stories that give letters to what is asked for: "设每支铅笔x元，每块橡皮y元，求x和y的值" asks 每支铅笔多少元，每块橡皮多少元.

Only Chinese; only where each letter stands for one amount and its value is asked for. An equation that is asked for is no such question.
"""

from __future__ import annotations

import re
from typing import Final

_LETTER: Final = r"\s*([a-zA-Z])\s*"
_SET: Final = re.compile(
    rf"(?:^|(?<=[，。；,.;]))(?:如果|若|假|可|我们)?设(?:这?[^，。；,.;]{{0,2}}?)(?P<a>[^，。；,.;、和a-zA-Z$\d]{{1,14}}?)(?P<av>为|是|有|买了|售出)?{_LETTER}(?P<au>[^，。；,.;a-zA-Z$\d]{{0,4}})"
    rf"(?:(?:[，,；;]|和|，?则|且)(?:设)?(?P<b>[^，。；,.;、和a-zA-Z$\d]{{1,14}}?)(?P<bv>为|是|有|买了|售出)?{_LETTER}(?P<bu>[^，。；,.;a-zA-Z$\d]{{0,4}}))?(?P<end>[，。；,.;])"
)
_ASK: Final = re.compile(
    rf"(?:(?:请|试)?(?:根据题意)?[，,]?(?:列(?:出)?(?:二元一次)?方程组?(?:并)?[，,]?)?)?(?:请|试)?(?:求|则|那么|并求|求出|解得|算出)?出?{_LETTER}(?:(?:[和与、，,]|的值[和与、]){_LETTER})?(?:的值)?(?:各|分别)?(?:是|为|等于)?(?:多少|几)?[。？?.]*$"
)
_WRITTEN: Final = re.compile(r"\s*\$\s*([a-zA-Z])\s*\$\s*")


def without_letters(source: str) -> tuple[str, tuple[str, ...]]:
    """The problem with a question in words for its letters, and the letters asked for; the same text, and none, where it has none of this kind."""
    same = (source, ())
    source = _WRITTEN.sub(r"\1", source)
    found = _SET.search(source)
    if found is None or _SET.search(source, found.end()):
        return same
    letters = [x for x in (found[3], found[7]) if x]
    rest = source[: found.start()] + source[found.end() :]
    asked = _ASK.search(rest)
    if asked is None or len(set(letters)) != len(letters) or re.search(r"[a-zA-Z$]", rest[: asked.start()]):
        return same
    wanted = [x for x in (asked[1], asked[2]) if x]
    parts = {letters[0]: (found["a"], found["av"], found["au"])}
    if len(letters) == 2:
        parts[letters[1]] = (found["b"], found["bv"], found["bu"])
    if not set(wanted) <= set(parts) or not rest[: asked.start()].strip():
        return same
    questions = []
    for letter in wanted:
        name, verb, unit = parts[letter]
        unit = unit.strip("的")
        questions.append(f"{name}{verb or ''}多少{unit}")
    story = rest[: asked.start()].rstrip("，,。；; ")
    return f"{story}。{'，'.join(questions)}？", tuple(wanted)
