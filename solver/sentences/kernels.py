"""Sentences about the process that runs Python: why it ended, why there is none; in both languages, by code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

KERNELS: Final[Mapping[str, tuple[str, str]]] = {
    "kernel-died": (
        "The Python process ended{why}; its variables are gone. The next cell starts in a fresh one.",
        "Python 进程结束了{why}，之前的变量已经丢失。下一段代码会在新的进程中运行。",
    ),
    "died-memory": (" because it used too much memory", "（占用的内存太多）"),
    "died-threads": (" because it started too many threads", "（启动的线程太多）"),
    "died-files": (" because it made too many files", "（创建的文件太多）"),
    "died-disk": (" because it wrote too much to the disk", "（写入磁盘的数据太多）"),
    "died-spinning": (
        " because it went on computing after its cell had ended",
        "（代码结束后它仍在继续计算）",
    ),
    "died-flood": (" because it sent more than can be read", "（输出太多，无法读取）"),
    "died-stuck": (" because the cell could not be interrupted", "（这段代码无法中断）"),
    "kernel-lost": (
        "The Python process was lost in the middle: the machine ended it, or the connection to it broke. The earlier cells are run again "
        "by themselves before the next one, where that is possible.",
        "Python 进程在中途丢失了：可能被系统结束，也可能是连接中断。运行下一段代码之前，会尽可能自动重新运行之前的代码。",
    ),
    "not-restored": (
        "The earlier cells could not all be run again, so the variables are not back. Run the cells that you need.",
        "之前的代码没能全部重新运行，变量没有恢复。请重新运行需要的代码。",
    ),
    "kernel-unavailable": (
        "No Python process could be started just now. Wait a moment and try again.",
        "暂时无法启动 Python 进程，请稍等片刻再试。",
    ),
    "kernel-away": (
        "The machine that runs Python cannot be reached just now. Nothing is lost: wait a moment and try again.",
        "暂时连接不上运行 Python 的机器。之前的内容都还在，请稍等片刻再试。",
    ),
    "kernel-refused": (
        "The machine that runs Python does not let this tutor in. Please tell whoever runs it: STEPWISE_GATEWAY_TOKEN is not the right one.",
        "运行 Python 的机器拒绝了连接。请告诉管理员：STEPWISE_GATEWAY_TOKEN 设置得不对。",
    ),
    "kernel-full": (
        "All places on the machine that runs Python are taken just now. Wait a moment and try again.",
        "运行 Python 的机器现在没有空位，请稍等片刻再试。",
    ),
    "kernel-unfit": (
        "The machine that runs Python is not set up for this tutor. Please tell whoever runs it; its log says what is missing.",
        "运行 Python 的机器还没有为本系统配置好。请告诉管理员，日志里写明了缺少什么。",
    ),
}
