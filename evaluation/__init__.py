"""How well problems are solved: a resumable runner over JSONL files, a grader, a report.

`python -m evaluation run --data FILE --out DIR` sends every problem through the whole product, `report` makes a page of it.
"""
