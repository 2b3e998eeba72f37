# Is F = m v^2 / r dimensionally right? Convert 5 atm to Pa; SI prefixes
from sympy.physics.units import force, mass, velocity, length, pascal, atmosphere, convert_to, kilo, milli, gram, joule, electronvolt
from sympy.physics.units.systems.si import dimsys_SI
print(dimsys_SI.equivalent_dims(force, mass*velocity**2/length))
print(convert_to(5*atmosphere, pascal), convert_to(kilo*joule, electronvolt).n(5))
