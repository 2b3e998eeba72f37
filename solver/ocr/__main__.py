"""`python -m solver.ocr fetch [FOLDER]`: fetch pix2tex's weights, 120 MB, to where `STEPWISE_OCR_WEIGHTS` or the usual cache is.

`python -m solver.ocr` says which engines can be used here.
"""

from __future__ import annotations

import argparse
import os
import sys

from solver.ocr.local import PACKAGES, has_tesseract
from solver.ocr.weights import are_there, folder


def main() -> int:
    """Parse the command line and run; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m solver.ocr", description="What reads pictures here.")
    parser.add_argument("do", nargs="?", choices=("fetch",), help="fetch the weights of pix2tex")
    parser.add_argument("folder", nargs="?", help="where to")
    arguments = parser.parse_args()
    place = folder(arguments.folder or os.environ.get("STEPWISE_OCR_WEIGHTS"))
    if arguments.do == "fetch":
        from solver.ocr.formula_reader import Unloadable, fetch

        try:
            fetch(place, lambda part: print(f"\r{part:4.0%}", end="", flush=True))
        except Unloadable as error:
            print(f"\n{error}", file=sys.stderr)
            return 1
        print(f"\nThe weights lie in {place}.")
        return 0
    print(
        "tesseract:",
        "installed" if has_tesseract() else f"missing (Debian, Ubuntu: apt-get install {PACKAGES})",
    )
    print(
        "pix2tex:  ",
        f"weights in {place}" if are_there(place) else f"no weights in {place} (python -m solver.ocr fetch)",
    )
    model = os.environ.get("STEPWISE_OCR_MODEL")
    print(
        "vision:   ",
        model or "no model named (STEPWISE_OCR_MODEL: openai:NAME, or the name or folder of a local one)",
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
