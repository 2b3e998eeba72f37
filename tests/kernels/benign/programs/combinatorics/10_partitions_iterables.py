# Iterate over partitions, subsets, necklaces, Gray codes
from sympy.utilities.iterables import multiset_permutations, multiset_partitions, subsets, variations, necklaces, bracelets, kbins
from sympy.combinatorics.graycode import GrayCode
from sympy.combinatorics.partitions import IntegerPartition
print(len(list(multiset_permutations('AABB'))), list(multiset_partitions([1, 2, 3], 2)))
print(list(subsets([1, 2, 3], 2)), len(list(bracelets(4, 2))))
print(list(GrayCode(3).generate_gray()))
print(IntegerPartition([4, 2, 1]).as_ferrers())
