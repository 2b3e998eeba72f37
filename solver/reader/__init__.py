"""From a problem's text to words and formulas, and an account of which words a topic understands.

No topic and no solving here; `solver.topics.read` asks every topic in turn.
"""

from solver.reader.account import Account, Vocabulary, account
from solver.reader.asides import wordings
from solver.reader.blanks import as_question
from solver.reader.cleaning import clean
from solver.reader.diagnosis import Fault, fault_of
from solver.reader.hurried import every_wording
from solver.reader.notation import notation_of
from solver.reader.scan import Formula, Notation, Word, scan

__all__ = [
    "Account",
    "Fault",
    "Formula",
    "Notation",
    "Vocabulary",
    "Word",
    "account",
    "as_question",
    "clean",
    "every_wording",
    "fault_of",
    "notation_of",
    "scan",
    "wordings",
]
