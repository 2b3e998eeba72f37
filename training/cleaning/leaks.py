r"""What was meant for the model and not for the reader: prompts, marks of templates, formats of answers and of data.

A prompt is known by its own sentences: those in `solver/prompts`, and the seed's.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from solver.prompts import FOLDER
from training.cleaning.base import Fault, changed, proses, with_prose
from training.examples import Example

_SEEDS: Final = (
    "要求输出格式与上述例子的输出相同", "以```json开头", "中间是JSON字符串", "第一步一定要给出思考过程", "请你开始编写一个给初中生做的数学运算题目",
    "题目要求随机生成", "题目的描述要清晰明了", "你可以调用Python代码，使用math或sympy模块", "不要讲多余的废话", "正确答案的数值用",
)  # fmt: skip
"""Of its prompt of synthesis and its system prompt."""
_MARKS: Final = re.compile(
    r"<\|[a-z_]+\|>|\[/?INST\]|<</?SYS>>|</?s>|^#{2,3} ?(?:Response|Instruction|Input|Human|Assistant)\b:?|</?tool_(?:call|response)>",
    re.MULTILINE,
)
_DATA: Final = re.compile(
    r"\"(?:from|value|role|content|conversations|function_call|observation)\"\s*:|^[ \t]*```json",
    re.MULTILINE,
)
_TEMPLATE: Final = re.compile(
    r"\\boxed\s*\{\s*(?:答案|最终答案|\.\.\.|…|(?:your |final |the )?answer|<[^>]*>)?\s*\}|\{(?:answer|problem|question|题目|答案)\}"
    r"|\[(?:your |final )?answer(?: here)?\]|<(?:your |final )?answer>",
    re.IGNORECASE,
)
_ANNOUNCED: Final = re.compile(r"^[ \t]*首先(?:给出)?思考过程\s*[:：]\s*", re.MULTILINE)
_CODE_COMES: Final = re.compile(r"(?:生成的)?Python代码如下\s*[:：]?[ \t]*\n?")
_NOTES: Final = re.compile(r"<<[^<>\n]*=[^<>\n]*>>")
_HASHES: Final = re.compile(r"^[ \t]*####[ \t]*\S[^\n]*\n?", re.MULTILINE)
MIN_SENTENCE: Final = 24
MIN_SENTENCE_ZH: Final = 12
_MAY_BE_SAID: Final = re.compile(r"\A[\[{]|write a program to solve")
"""Of a prompt's lines: examples, and the trigger that a solution may begin with itself."""


def clean(example: Example) -> Example:
    """The example without notes and announcements that say nothing, and without a prompt behind its problem.

    Raises:
        Fault: `leaked-prompt`: a solution repeats what the model was told; `leaked-format`: a blank of a template or a
            piece of a data file stands in it.
    """
    problem = without_prompts(example.problem)
    if _MARKS.search(problem) or _DATA.search(problem) or (problem != example.problem and len(problem) < 3):
        raise Fault("leaked-prompt", f"in the problem: {problem[:60]!r}")
    example = with_prose(changed(example, problem=problem), _plain)
    for text in proses(example):
        if found := _MARKS.search(text) or _prompts().search(text):
            raise Fault("leaked-prompt", found[0])
        if found := _TEMPLATE.search(text) or _DATA.search(text):
            raise Fault("leaked-format", found[0])
    return example


def without_prompts(problem: str) -> str:
    """A problem without the sentences that tell a model how to solve it."""
    cut = _prompts().sub("", problem)
    return problem if cut == problem else re.sub(r"[\s。.,，]{2,}\Z", "", cut).strip()


def _plain(text: str) -> str:
    text = re.sub(r"(?:<\|[a-z_]+\|>|</s>)\s*\Z", "", text)
    text = _HASHES.sub("", _NOTES.sub("", _ANNOUNCED.sub("", text)))
    comes = list(_CODE_COMES.finditer(text))
    if len(comes) > 1:
        for match in reversed(comes[:-1]):
            text = text[: match.start()] + text[match.end() :]
    return text


@cache
def _prompts() -> re.Pattern[str]:
    """The sentences of all prompts that are long enough to be nothing else."""
    told = set(_SEEDS)
    for file in FOLDER.rglob("*.md"):
        if file.parent.name in ("solved", "picture", "tutor") or file.stem == "observation":
            continue
        for sentence in re.split(r"[。；\n]|(?<=[.!?]) |\{[a-z_]+\}", file.read_text(encoding="utf-8")):
            sentence = sentence.strip(" .，,")
            least = MIN_SENTENCE_ZH if re.search(r"[\u3400-\u9fff]", sentence) else MIN_SENTENCE
            if len(sentence) >= least and not _MAY_BE_SAID.search(sentence):
                told.add(sentence)
    return re.compile("(?:" + "|".join(map(re.escape, sorted(told, key=len, reverse=True))) + r")[.。]?")
