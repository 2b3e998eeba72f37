# Deflection of a simply supported beam with a point load; thin lens; RLC
from sympy.physics.continuum_mechanics.beam import Beam
from sympy.physics.optics import lens_formula, lens_makers_formula
from sympy import symbols
E, I = symbols('E I')
b = Beam(10, E, I)
R0, R10 = symbols('R0 R10')
b.apply_load(R0, 0, -1); b.apply_load(R10, 10, -1); b.apply_load(8, 5, -1)
b.bc_deflection = [(0, 0), (10, 0)]
b.solve_for_reaction_loads(R0, R10)
print(b.reaction_loads, b.shear_force())
print(lens_formula(focal_length=10, u=-30))
