from solver.topics.base import Text
def read_throws(text: Text): return None
