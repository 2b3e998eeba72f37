"""The words of the review page, in English and Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "title": ("Review", "复核"),
    "runs": ("Runs", "评测"),
    "none": ("There are no runs in this folder yet.", "该文件夹中还没有评测结果。"),
    "run": ("Run", "评测"),
    "model": ("Model", "模型"),
    "date": ("Date", "日期"),
    "problems": ("Problems", "题数"),
    "score": ("Score", "得分"),
    "after": ("After marks", "人工标注后"),
    "interval": ("95 % interval", "95% 置信区间"),
    "all": ("All", "全部"),
    "wrong": ("Wrong", "错误"),
    "right": ("Right", "正确"),
    "declined": ("Declined", "未作答"),
    "failed": ("Failed", "失败"),
    "form": ("Form missed", "形式不符"),
    "differ": ("Graders disagree", "判分不一致"),
    "marked": ("Marked", "已标注"),
    "search": ("Search", "搜索"),
    "show": ("Show", "显示"),
    "problem": ("Problem", "题目"),
    "answer": ("Answer", "答案"),
    "reference": ("Reference", "参考答案"),
    "verdict": ("Our grader", "判分"),
    "exact": ("By text alone", "文本比较"),
    "same": ("the same", "相同"),
    "other": ("different", "不同"),
    "checked": ("The program's own check", "程序自查"),
    "proved": ("proved", "已证实"),
    "refuted": ("refuted", "被否定"),
    "unknown": ("not decided", "未能确定"),
    "seconds": ("Seconds", "用时（秒）"),
    "cells": ("Cells (failed)", "代码（出错）"),
    "note": ("Note", "备注"),
    "mark": ("Your mark", "你的标注"),
    "mark-right": ("Right", "正确"),
    "mark-wrong": ("Wrong", "错误"),
    "undo": ("Take back", "撤销"),
    "why": ("Why (optional)", "理由（可选）"),
    "previous": ("Previous", "上一题"),
    "next": ("Next", "下一题"),
    "keys": (
        "Keys: j next, k previous, r right, w wrong, u take back",
        "快捷键：j 下一题，k 上一题，r 正确，w 错误，u 撤销",
    ),
    "stream": ("The solution, as students see it", "解答过程（与学生所见相同）"),
    "no-stream": ("No stream was kept.", "没有保存解答过程。"),
    "empty": ("No problem is like that.", "没有符合条件的题目。"),
    "missing": ("There is no such run or problem.", "没有这个评测或题目。"),
    "broken": ("This run cannot be read:", "无法读取该评测："),
    "refused": ("Pages of another origin may not mark.", "其他来源的页面不能标注。"),
    "more": ("The first {n} of {of}. Search to see others.", "共 {of} 题，显示前 {n} 题，请用搜索缩小范围。"),
}


def say(key: str, language: str, **values: object) -> str:
    """The words for `key`.

    >>> say("more", "en", n=2, of=5)
    'The first 2 of 5. Search to see others.'
    """
    return WORDS[key][language == "zh"].format(**values)
