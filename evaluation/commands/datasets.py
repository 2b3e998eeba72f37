"""`python -m evaluation datasets`: the data sets that are known, with licence and use."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from evaluation.datasets import DATASETS, MAMMOTH, dataset


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes: nothing."""


def main(options: argparse.Namespace, given: Sequence[str]) -> int:
    """Print the table."""
    print(
        "| name | problems | language | use | on the hub | revision | licence |\n|---|---:|---|---|---|---|---|"
    )
    for name in DATASETS:
        found = dataset(name)
        where = (
            f"{found.hub} {'+'.join(found.configs)} {found.split}"
            if found.hub
            else "no: give its file with --data"
        )
        cells = (
            name,
            found.rows or "",
            found.language,
            found.use,
            where,
            (found.revision or ("a file's sha256" if found.file else "not pinned"))[:16],
            found.licence,
        )
        print("| " + " | ".join(map(str, cells)) + " |")
    print(f"\nMAmmoTH's nine sets (`--dataset mammoth`): {', '.join(MAMMOTH)}.")
    return 0
