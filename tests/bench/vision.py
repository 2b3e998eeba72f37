"""How well a vision model reads pictures: `python -m tests.bench.vision MODEL [--each 10] [--start 0] [--kinds clean] [--show]`.

MODEL is written as in `STEPWISE_OCR_MODEL` (a folder or name of a model of this machine, or `openai:NAME`; the server and its key come from the
same settings as the program's). The pictures are those of `tests.bench.pictures`, read as the program does: through the engine `vision`, its
process and all. Words are compared by characters; formulas by math-verify, in their order, on pictures where as many were read as there are.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import time
from typing import Final

import numpy as np

from solver.errors import ModelUnavailable, PictureRefused
from solver.ocr import load
from solver.ports import PictureReading, Wait
from solver.sentences import sentence_of
from solver.settings import load_settings
from tests.bench.pictures import KINDS, LANGUAGES, distance, machine, plain
from tests.ocr.printing import Printed, printed

HEAD: Final = "| kind | language | pictures | refused | error rate | formulas right | median s | 95 % |\n|---|---|--:|--:|--:|--:|--:|--:|"


def words_of(reading: PictureReading) -> str:
    """All that is no formula."""
    return plain(
        re.sub(r"\$\$.+?\$\$|(?<!\\)\$[^$]+\$", " ", reading.markdown, flags=re.DOTALL).replace(r"\$", "$")
    )


def same(picture: Printed, reading: PictureReading) -> int:
    """How many of the picture's formulas were read as what they are."""
    from math_verify import parse, verify

    found = [region.markdown for region in reading.regions if region.kind == "formula"]
    if len(found) != len(picture.latex):
        return 0
    return sum(
        bool(verify(parse(f"${wanted}$"), parse(got)))
        for wanted, got in zip(picture.latex, found, strict=True)
    )


async def measure(arguments: argparse.Namespace) -> None:
    """Read the pictures and print the table."""
    engine = load("vision", load_settings().ocr_options())
    print(f"{arguments.model}, {machine()}\n\n{HEAD}")
    try:
        for kind in (kind for kind in KINDS if kind in arguments.kinds.split(",")):
            for language in LANGUAGES:
                characters = errors = refused = right = formulas = 0
                seconds: list[float] = []
                for seed in range(arguments.start, arguments.start + arguments.each):
                    picture = printed(seed, kind, "en" if language == "en" else "zh")
                    wanted = plain(picture.words)
                    characters, formulas = characters + len(wanted), formulas + len(picture.latex)
                    begun = time.perf_counter()
                    try:
                        reading = await engine.read(picture.image, waiting=_told)
                    except PictureRefused as error:
                        refused, errors = refused + 1, errors + len(wanted)
                        print(f"refused: {error}")
                        continue
                    seconds.append(time.perf_counter() - begun)
                    got = words_of(reading)
                    errors, right = errors + distance(wanted, got), right + same(picture, reading)
                    if arguments.show and got != wanted:
                        print(f"{kind} {language} {seed}\n  wanted: {wanted}\n  got:    {got}")
                times = np.array(seconds or [0.0])
                print(
                    f"| {kind} | {language} | {arguments.each} | {refused} | {errors / max(characters, 1):.2%} "
                    f"| {right} of {formulas} | {np.median(times):.1f} | {np.percentile(times, 95):.1f} |",
                    flush=True,
                )
    except ModelUnavailable as error:
        raise SystemExit(sentence_of(error, "en")) from error
    finally:
        await engine.close()


def _told(wait: Wait) -> None:
    if wait.fraction is not None:
        print(f"\rloading {wait.fraction:4.0%}", end="\r", flush=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.vision")
    parser.add_argument("model", help="as STEPWISE_OCR_MODEL")
    parser.add_argument("--each", type=int, default=10, help="pictures of every kind and language")
    parser.add_argument("--start", type=int, default=0, help="the first seed")
    parser.add_argument("--kinds", default=",".join(KINDS))
    parser.add_argument("--show", action="store_true", help="print words that were read wrongly")
    arguments = parser.parse_args()
    os.environ["STEPWISE_OCR_MODEL"] = arguments.model
    asyncio.run(measure(arguments))


if __name__ == "__main__":
    main()
