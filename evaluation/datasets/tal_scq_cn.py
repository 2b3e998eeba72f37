r"""TAL-SCQ5K, Chinese: multiple choice of competitions from primary to high school (TAL Education Group 2023).

One row (of our own making, in the form of the data set):

>>> DATASET.read({'dataset_name': 'own', 'qid': '1', 'queId': 'own-cn-1', 'difficulty': '1', 'qtype': 'single_choice', 'problem': '计算：$$25\\times 4=$$ （ ）．', 'answer_option_list': [[{'aoVal': 'A', 'content': '$$50$$'}], [{'aoVal': 'B', 'content': '$$75$$'}], [{'aoVal': 'C', 'content': '$$100$$'}], [{'aoVal': 'D', 'content': '$$125$$'}]], 'knowledge_point_routes': ['own->arithmetic'], 'answer_analysis': ['-'], 'answer_value': 'C'})  # doctest: +NORMALIZE_WHITESPACE
Record(id='own-cn-1', dataset='tal-scq-cn', question='计算：$25\\times 4=$ （ ）．', answer='C', choices=('$50$', '$75$', '$100$', '$125$'), language='zh', subject='own', level='1')
"""

from __future__ import annotations

from typing import Final

from evaluation.datasets.base import Dataset
from evaluation.datasets.tal import reader

DATASET: Final = Dataset(
    "tal-scq-cn",
    "math-eval/TAL-SCQ5K",
    "test",
    "MIT",
    "zh",
    reader("tal-scq-cn", "zh"),
    files="TAL-SCQ5K-CN/test.jsonl",
    revision="95095b7a5f9fe09ec0d651d57478d8c7bfff7da3",
    rows=2000,
)
