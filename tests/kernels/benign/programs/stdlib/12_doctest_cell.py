# Doctests in a cell
import doctest
def fib(n):
    """
    >>> fib(10)
    55
    >>> [fib(i) for i in range(6)]
    [0, 1, 1, 2, 3, 5]
    """
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a
print(doctest.testmod())
doctest.run_docstring_examples(fib, globals(), verbose=False)
