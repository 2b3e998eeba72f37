# A car brakes from 108 km/h in 60 m: deceleration? (units)
from sympy.physics.units import kilometer, hour, meter, second, convert_to, gravitational_constant, newton, kilogram, speed_of_light
from sympy import Rational, N
v = 108*kilometer/hour
print(convert_to(v, [meter, second]), convert_to(v**2/(2*60*meter), [meter, second]))
print(N(convert_to(speed_of_light, [kilometer, hour])))
