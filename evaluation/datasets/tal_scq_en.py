r"""TAL-SCQ5K, English: multiple choice of competitions from primary to high school (TAL Education Group 2023).

One row (of our own making, in the form of the data set):

>>> DATASET.read({'dataset_name': 'own', 'qid': '1', 'queId': 'own-en-1', 'difficulty': '1', 'qtype': 'single_choice', 'problem': 'What is $$12\\times 12$$?', 'answer_option_list': [[{'aoVal': 'A', 'content': '$$124$$'}], [{'aoVal': 'B', 'content': '$$144$$'}], [{'aoVal': 'C', 'content': '$$140$$'}], [{'aoVal': 'D', 'content': '$$132$$'}]], 'knowledge_point_routes': ['own->arithmetic'], 'answer_analysis': ['-'], 'answer_value': 'B'})  # doctest: +NORMALIZE_WHITESPACE
Record(id='own-en-1', dataset='tal-scq-en', question='What is $12\\times 12$?', answer='B', choices=('$124$', '$144$', '$140$', '$132$'), language='en', subject='own', level='1')
"""

from __future__ import annotations

from typing import Final

from evaluation.datasets.base import Dataset
from evaluation.datasets.tal import reader

DATASET: Final = Dataset(
    "tal-scq-en",
    "math-eval/TAL-SCQ5K",
    "test",
    "MIT",
    "en",
    reader("tal-scq-en", "en"),
    files="TAL-SCQ5K-EN/test.jsonl",
    revision="95095b7a5f9fe09ec0d651d57478d8c7bfff7da3",
    rows=2000,
)
