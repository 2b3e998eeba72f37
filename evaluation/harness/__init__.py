"""lm-evaluation-harness over the product: `python -m evaluation.harness run --model stepwise --tasks stepwise_math500 …`.

`model.py` is the tutor as a model of the harness, `scoring.py` loads rows and grades answers, `tasks/` are the tasks.
"""
