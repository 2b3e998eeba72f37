"""The words around an exported conversation, English and Chinese. What is in it has its own language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from solver.ports import Language

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "problem": ("Problem", "题目"),
    "problem-number": ("Problem {number}", "题目 {number}"),
    "method": ("Method: {method}", "解法：{method}"),
    "picture": ("The problem as a picture", "题目的图片"),
    "answer": ("Answer", "答案"),
    "proved": ("Proved", "已验证"),
    "refuted": ("Refuted", "被否定"),
    "unknown": ("Not checked", "未验证"),
    "thoughts": ("Thoughts of the model", "模型的思考过程"),
    "thoughts-left-out": (
        "(Thoughts of the model, {count} characters, are left out on paper. The notebook has them.)",
        "（模型的思考过程共 {count} 个字符，打印版中省略，笔记本中有完整内容。）",
    ),
    "asked": ("The model was asked:", "向模型提出："),
    "code": ("Python", "Python"),
    "output": ("Output", "输出"),
    "notes": ("Warnings", "警告"),
    "error": ("Error", "错误"),
    "own-cell": ("Cell {cell}, run again by the student", "学生重新运行的第 {cell} 段代码"),
    "own-cell-of": (
        "Cell {cell} of problem {number}, run again by the student",
        "学生重新运行的题目 {number} 的第 {cell} 段代码",
    ),
    "cut": (
        "({count} more characters of output; the notebook has all of them.)",
        "（后面还有 {count} 个字符的输出，笔记本中有完整内容。）",
    ),
    "no-picture": ("(A picture that cannot be shown here: {alt})", "（此处无法显示的图片：{alt}）"),
    "kept-back": (
        "The solution is kept back: this problem is being practised. Show the solution on the page, then export again.",
        "这道题正在练习，解答没有导出。请先在页面上显示解答，再重新导出。",
    ),
    "unfinished": (
        "The solution ends here: it was not finished when this was exported.",
        "解答到此为止：导出时解答还没有完成。",
    ),
    "stopped": ("The solution was stopped here.", "解答在这里被停止。"),
    "no-answer": ("The solution ended without an answer.", "解题过程结束，但没有得出答案。"),
    "step-limit": (
        "The solution reached its limit of steps without an answer.",
        "达到步数上限，没有得出答案。",
    ),
    "empty": ("There is nothing in this conversation yet.", "这个对话还没有内容。"),
    "untitled": ("A conversation", "对话"),
    "made": ("Exported from Stepwise", "由 Stepwise 导出"),
    "preamble": (
        "What Stepwise's own Python does by itself: exact values in lists are shown as formulas, plots can show Chinese.",
        "Stepwise 自带的 Python 会自动做这些：把列表中的精确值显示为公式，图中可以显示中文。",
    ),
    "no-library": (
        "This kind of file cannot be made here: the Python package “{package}” is not installed. "
        "The other formats can be exported.",
        "这里没有安装 Python 包“{package}”，无法导出这种格式。可以导出其他格式。",
    ),
    "no-chinese": (
        "There is no Chinese font here, so a PDF of this conversation would have empty boxes in it. Install one "
        "(Debian: fonts-noto-cjk), or export another format.",
        "这里没有中文字体，导出的 PDF 会缺字。请安装一种中文字体（Debian：fonts-noto-cjk），或者导出其他格式。",
    ),
    "too-large": (
        "This conversation is too large to be exported in this format. Try the notebook or Markdown.",
        "这个对话太大，无法导出为这种格式。可以试试笔记本或 Markdown。",
    ),
    "suffix": (
        "{name}: the suffix of the file says in which format to export: {known}.",
        "{name}：文件的扩展名决定导出格式，可以是 {known}。",
    ),
    "unwritable": ("{name} cannot be written: {why}.", "无法写入 {name}：{why}。"),
}


def say(key: str, language: Language, **values: object) -> str:
    """The words for `key`, filled in.

    >>> say("problem-number", "zh", number=2)
    '题目 2'
    """
    english, chinese = WORDS[key]
    return (chinese if language == "zh" else english).format(**values)
