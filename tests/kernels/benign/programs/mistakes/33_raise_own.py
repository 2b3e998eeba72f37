# Raises an exception of its own, from another one
class NoSolution(Exception):
    """Raised when there is none."""
try:
    {}['a']
except KeyError as e:
    raise NoSolution("求解失败: 无解") from e
