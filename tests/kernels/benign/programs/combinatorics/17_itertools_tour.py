# Use accumulate, groupby, pairwise, chain, product, islice, takewhile, zip_longest to study a sequence.
from itertools import accumulate, groupby, pairwise, chain, product, islice, takewhile, zip_longest, count, cycle, starmap, tee, compress
import operator
squares = list(takewhile(lambda s: s < 200, (n*n for n in count(1))))
print(squares, list(accumulate(squares)), [b - a for a, b in pairwise(squares)])
print([(k, len(list(g))) for k, g in groupby("AAABBBCCDAA")])
print(list(islice(cycle([1, 2, 3]), 7)), list(starmap(pow, [(2, 5), (3, 2)])))
print(list(zip_longest('ab', 'xyz', fillvalue='-')), list(compress('ABCDEF', [1, 0, 1, 0, 1, 1])))
print(list(accumulate(range(1, 8), operator.mul)))
