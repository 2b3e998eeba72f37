# Order of the rotation group of the cube acting on faces; is (0 1 2)(3 4) even?
from sympy.combinatorics import Permutation, PermutationGroup
from sympy.combinatorics.named_groups import SymmetricGroup, AlternatingGroup, DihedralGroup
from sympy.combinatorics.polyhedron import cube
p = Permutation(0, 1, 2)(3, 4)
print(p.is_even, p.order(), p.cyclic_form)
print(cube.pgroup[0].size, PermutationGroup(cube.pgroup).order())
G = DihedralGroup(6)
print(G.order(), G.is_abelian, len(G.conjugacy_classes()), AlternatingGroup(5).is_perfect)
