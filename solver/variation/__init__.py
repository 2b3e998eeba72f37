"""New problems of the same kind and difficulty as a given one, with their answers: for practice, tests and training data.

`literals` finds the numbers of a text, `moves` draws others (with `balance`, `polynomials`, `ties`, `signs`, `trigonometry`), `natural` refuses what nobody would write, `people` exchanges names, `engine` reads and plans the new text like any
problem and keeps what is of the same topic and kind and whose answer is of the same shape (`shapes`). `specimens` has
model problems for every topic. Pure: cells are run by whoever drives it (`solver.practice`).
"""

from solver.variation.engine import Model, model_of
from solver.variation.literals import numbers_of
from solver.variation.specimens import specimens

__all__ = ["Model", "model_of", "numbers_of", "specimens"]
