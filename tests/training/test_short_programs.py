"""The tutor's solutions as short programs, in several wordings: nothing but the form changes."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from evaluation.grader.options import judge
from evaluation.rows import BadData
from solver.ports import Language
from solver.variation import specimens
from tests.training import small
from training.fine_tuning import pretrain
from training.folder import StageFolder
from training.synthesis.patterns import pattern
from training.synthesis.scenes import example
from training.synthesis.short import short
from training.synthesis.wordings import reworded
from training.synthesis.worked import output_of, value, works
from training.tiny.problems import problems


@pytest.mark.parametrize(
    ("cell", "last"),
    [
        ("from sympy import gcd\n\ngcd(54, 72)", "print(latex(gcd(54, 72)))"),
        ("a, b = 7, 2\n# both\na // b, a % b", "print(latex((a//b, a%b)))"),
        (
            "n = 3\n[n*k for k in range(4)]",
            "print(latex([n*k for k in range(4)]))",
        ),  # read again and again: it keeps its name
        ("a = 2\nb = a + 1\nb**2", "print(latex((2 + 1)**2))"),
        ("a = 2\na = a + 1\na", "print(latex(a))"),
    ],
)
def test_a_cell_gives_the_same_value_when_it_is_short(cell: str, last: str) -> None:
    program = short(cell)
    assert program.splitlines()[-1] == last
    assert output_of(short(cell, printed="{}")) == value(cell)


@pytest.mark.parametrize("cell", ["", "x = 1", "import os"])
def test_what_ends_in_no_expression_is_no_cell(cell: str) -> None:
    with pytest.raises(ValueError, match="no expression"):
        short(cell)


@pytest.mark.parametrize(
    ("topic", "language"), [("divisions", "en"), ("counting_symbols", "zh"), ("units", "en")]
)
def test_works_are_right_and_say_nothing_that_is_not_in_the_problem(topic: str, language: Language) -> None:
    problem = specimens(topic, language)[0]
    found = works(topic, problem, 3, 5, 3)
    assert len(found) >= 3
    assert len({one.question for one in found}) == len(found)
    for one in found:
        assert output_of(one.program) == one.output
        assert judge(one.answer, one.reference) == "equal"
    assert works(topic, problem, 3, 5, 3) == found
    for kept in (
        pattern(found[0].question),
        pattern(found[1].question),
    ):  # its own words, and those of a rule
        others = works(topic, problem, 3, 5, 3, {kept})
        assert kept not in {pattern(one.question) for one in others}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_other_words_keep_the_numbers(language: Language) -> None:
    for topic in ("divisions", "derivatives", "systems", "word_problems"):
        for problem in specimens(topic, language)[:3]:
            others = list(reworded(problem.text, language, "1"))
            assert others == list(reworded(problem.text, language, "1"))
            assert problem.text not in others and len(set(others)) == len(others)
            digits = [c for c in problem.text.translate(pretrain_digits()) if c.isdigit()]
            assert all(
                sorted(c for c in one.translate(pretrain_digits()) if c.isdigit()) == sorted(digits)
                for one in others
            )


def pretrain_digits() -> dict[int, int]:
    """Raised digits as plain ones."""
    return str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def test_scenes_are_examples_whose_programs_print_what_they_say() -> None:
    drawn = problems(3, held_out=True)
    for n in range(8):
        worked = next(drawn)
        one = example(worked, f"scenes/{n}")
        assert judge(output_of(worked.program), str(worked.value)) == "equal"
        assert one.reference == worked.answer and one.licence == "Apache-2.0"


@pytest.mark.thorough
def test_a_training_that_is_stopped_goes_on(tmp_path: Path) -> None:
    file = small.written(tmp_path / "examples.jsonl", small.examples(40))
    config = pretrain.Config(
        examples=[file], minutes=5, steps=20, hidden=64, layers=1, heads=2, feed_forward=64, vocabulary=600,
        batch_tokens=1024, max_tokens=1024, processes=1,
    )  # fmt: skip
    rows, stop, folder = small.examples(40), threading.Event(), tmp_path / "out"
    folder.mkdir()
    stop.set()
    with pytest.raises(BadData, match="stopped behind step 0; go on with --resume"):
        pretrain._train(config, folder, rows, stop)
    assert not (folder / "model").exists()
    assert (folder / "checkpoints" / "last.pt").exists()
    pretrain._train(config, folder, rows, threading.Event())
    assert (folder / "model" / "model.safetensors").exists()
    assert "24 steps" in (folder / "report.md").read_text()  # it looks at the end every eight
    layers = small.weights(folder / "model")
    again = pretrain.Config(**{**config.model_dump(), "layers_of": folder / "model", "steps": 1})
    taken = pretrain._model(again, pretrain._tokenizer(again, folder, rows)[0]).state_dict()
    assert all(taken[name].allclose(one.float()) for name, one in layers.items() if "layers" in name)


def test_a_folder_without_examples_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadData, match="no example to train on"):
        pretrain._train(pretrain.Config(examples=[tmp_path]), tmp_path, [], threading.Event())
    assert not list(StageFolder(tmp_path).outcomes())
