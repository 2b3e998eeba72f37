"""Sentences that the solver itself says to a reader, in both languages, by code: a file for each subject.

Words of the page are in `ui/locales`; words of a topic stand in the topic.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from solver.errors import KernelDied, KernelUnavailable, ModelUnavailable, PictureRefused, SolverError
from solver.ports import Language
from solver.sentences.kernels import KERNELS
from solver.sentences.models import MODELS
from solver.sentences.pictures import PICTURES
from solver.sentences.problems import PROBLEMS
from solver.sentences.solutions import SOLUTIONS

SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    **PROBLEMS,
    **SOLUTIONS,
    **MODELS,
    **KERNELS,
    **PICTURES,
}


FORMULA_FAULTS: Final[Mapping[str, str]] = {
    "the formula is too long": "式子太长",
    "the formula is nested too deeply": "括号嵌套太深",
    "a power is too large to write out": "其中一个乘方大得无法写出来",
    "a factorial is too large to write out": "其中一个阶乘大得无法写出来",
    "division by zero": "除数为 0",
    "brackets are needed behind a function": "函数名后面需要加括号",
    "log2x is the logarithm of 2x to some, and of x to base 2 to others": "log2x 可以是 2x 的对数，也可以是以 2 为底 x 的对数",
    "1/2% is half a percent to some, and one over two percent to others": "1/2% 可以是百分之零点五，也可以是 1 除以 2%",
}
"""What `FormulaError` says about formulas that are well formed, in Chinese; other faults are of spelling."""


def formula_fault(message: str, language: Language) -> str:
    """The sentence about a formula that cannot be worked with.

    >>> formula_fault("division by zero", "zh")
    '这个式子无法处理：除数为 0。'
    """
    return say(
        "formula", language, why=message if language == "en" else FORMULA_FAULTS.get(message, "写法有误")
    )


def say(code: str, language: Language, **values: object) -> str:
    """The sentence for `code`, filled in.

    >>> say("unchecked", "zh")
    '没有其他方法来验证这个答案。'
    """
    english, chinese = SENTENCES[code]
    return (chinese if language == "zh" else english).format(**values)


def sentence_of(error: SolverError, language: Language) -> str:
    """What a reader is told of an error whose sentence takes no other value.

    >>> sentence_of(KernelDied("", cause="memory"), "zh")
    'Python 进程结束了（占用的内存太多），之前的变量已经丢失。下一段代码会在新的进程中运行。'
    """
    if isinstance(error, KernelDied):
        if error.cause == "lost":
            return say("kernel-lost", language)
        return say(error.code, language, why=say(f"died-{error.cause}", language) if error.cause else "")
    if isinstance(error, KernelUnavailable) and error.cause:
        return say(f"kernel-{error.cause}", language)
    if isinstance(error, ModelUnavailable | PictureRefused):
        return say(error.code, language, **error.values)
    return say(error.code, language)
