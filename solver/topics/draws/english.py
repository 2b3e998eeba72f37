import re
from solver.reader.numerals import in_digits
from solver.topics.draws.letters import read_letters
def read_english(source):
    return read_letters(re.sub(r"\s+"," ",in_digits(source.lower())).strip())
