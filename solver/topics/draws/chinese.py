def read_chinese(source): return None
