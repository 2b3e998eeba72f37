"""`python -m tests.bench.cleaning [--rows 100000] [--jobs 2]`: how long the stage `clean` takes, and how much memory.

Rows are made here, the same ones each time: told in both languages with a program, what it printed and an answer, of changing
words and numbers; one in 20 comes again, one in 20 nearly again, one in 10 has a fault of the seed's, one in 100 is of evaluation.
A tenth as many problems of evaluation are kept out.
"""

from __future__ import annotations

import argparse
import json
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from solver.events import Answer, Code, Done, Event, Output, Reasoning
from training.__main__ import main as command
from training.examples import Example

LIMIT_S = 300.0
WHO = "Anna Boris Chidi Dalia Emeka Farid Greta Hana Ivo Jun Kofi Lena Mira Nils Olga Pavel Rosa Sven Tara Umar Vera Wei Yara Zoe".split()
WHAT = "apples books cards drums eggs flags games hats ices jars kites lamps maps nuts pens ropes stamps tiles vases wheels".split()
WHERE = "market school farm harbour library station garden museum bakery workshop theatre stadium".split()
WHEN = "on Monday|in the morning|after lunch|last week|before the holidays|during the fair|every day in May".split(
    "|"
)
HOW = "wooden red heavy old small broken golden square silent cheap striped round".split()
ZH_WHO = "小明 小红 小华 小丽 小刚 小强 小芳 小军".split()
ZH_WHAT = "苹果 图书 卡片 铅笔 气球 贝壳 邮票 积木 橘子 练习本".split()
ZH_WHERE = "商店 学校 农场 图书馆 车站 公园 工厂 超市".split()


def story(random: Random) -> tuple[str, str, str, int]:
    """A problem with its language, a program and its answer."""
    a, b, c = random.randint(2, 999), random.randint(2, 99), random.randint(1, 99)
    pick = random.choice
    if random.random() < 0.4:
        one = f"{pick(ZH_WHO)}{pick(('上午', '下午', '昨天', '周末'))}在{pick(ZH_WHERE)}买了{a}盒{pick(ZH_WHAT)}，每盒{b}个，又送给{pick(ZH_WHO)}{c}个{pick(ZH_WHAT)}，{pick(ZH_WHO)}想知道还剩多少个？"
        return one, "zh", f"total = {a} * {b}\nprint(total - {c})", a * b - c
    one = (
        f"{pick(WHO)} and {pick(WHO)} meet at the {pick(WHERE)} {pick(WHEN)}. They pack {a} boxes of {b} {pick(HOW)} {pick(WHAT)} "
        f"and then {c} of the {pick(HOW)} {pick(WHAT)} are given to {pick(WHO)} from the {pick(WHERE)}. How many are left {pick(WHEN)}?"
    )
    return one, "en", f"total = {a} * {b}\nprint(total - {c})", a * b - c


def asked_in_evaluation(random: Random) -> str:
    """A problem that is told in other words than those of `story`."""
    a, b, c = random.randint(2, 999), random.randint(2, 99), random.randint(1, 99)
    pick = random.choice
    return (
        f"In sports class {pick(WHO)} counts {a} {pick(HOW)} mats with {b} {pick(WHAT)} on each mat, {pick(WHO)} carries {c} mats "
        f"to the {pick(WHERE)}, and the others stay. What number of {pick(WHAT)} does the {pick(WHERE)} get from {pick(WHO)}?"
    )


def rows(count: int) -> Iterator[Example]:
    """So many examples."""
    random, recent = Random(0), list[Example]()
    for number in range(count):
        draw = random.random()
        if recent and draw < 0.05:
            yield recent[number % len(recent)]
            continue
        if draw > 0.99:
            again = asked_in_evaluation(Random(number))
            yield Example(f"made/{number}", again, "en", "made", "CC0-1.0", reference="1")
            continue
        problem, language, program, answer = story(random)
        if recent and draw < 0.1:
            before = recent[number % len(recent)]
            yield Example(
                f"made/{number}",
                f"{before.problem} OK.",
                before.language,
                "made",
                "CC0-1.0",
                before.events,
                before.answer,
            )
            continue
        fault = random.randrange(6) if draw > 0.89 else -1
        said = (
            "先求总数，再减去送出的。"
            if language == "zh"
            else "Find how many there are, and take away what is given."
        )
        source = "" if fault == 0 else f"print({answer}" if fault == 1 else program
        printed = "" if fault == 2 else f"{answer}\n"
        told = f"$\\boxed{{{answer + 1 if fault == 3 else answer}}}$"
        end = f"因此，还剩{told}个。" if language == "zh" else f"Therefore, {told} are left."
        events: tuple[Event, ...] = (
            Reasoning(0, said + ("<|im_start|>" if fault == 4 else "") + "\n"),
            Code(1, source + "\n"),
            *([Output(1, "stdout", printed)] if printed else []),
            Reasoning(2, "Done." if fault == 5 else end),
            Answer("" if fault == 5 else str(answer)),
            Done("answered"),
        )
        stated = "" if fault == 5 else str(answer + 1 if fault == 3 else answer)
        made = Example(f"made/{number}", problem, "zh" if language == "zh" else "en", "made", "CC0-1.0", events, stated)  # fmt: skip
        if fault < 0:
            recent = [*recent[-999:], made] if number % 10 == 0 else recent
        yield made


def main() -> None:
    """Make the rows, clean them, say what it took."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rows", type=int, default=100_000)
    options.add_argument("--jobs", type=int, default=2)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        made, kept_out, out = Path(folder, "in.jsonl"), Path(folder, "test.jsonl"), Path(folder, "out")
        with made.open("w", encoding="utf-8") as file:
            file.writelines(example.line() for example in rows(asked.rows))
        questions = (asked_in_evaluation(Random(number)) for number in range(asked.rows // 10))
        kept_out.write_text(
            "".join(json.dumps({"question": question, "answer": "1"}) + "\n" for question in questions)
        )
        start, before = time.perf_counter(), time.process_time()
        assert command(["clean", "--out", str(out), f"of=[{made}]", f"against=[{kept_out}]", f"jobs={asked.jobs}"]) == 0  # fmt: skip
        took, busy = time.perf_counter() - start, time.process_time() - before
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{asked.rows:,} rows with {asked.jobs} jobs: {took:.0f} s, processor {busy + children.ru_utime:.0f} s; "
            f"memory {memory:.0f} MB, of each helper {children.ru_maxrss / 1024:.0f} MB"
        )
        if asked.rows == 100_000:
            print("within the limit" if took <= LIMIT_S else f"OVER the limit of {LIMIT_S:.0f} s")


if __name__ == "__main__":
    main()
