# A ball is thrown at 20 m/s at 40 degrees: range, height, time. Table with step 0.5 s.
import math
v, th, g = 20, math.radians(40), 9.8
T = 2*v*math.sin(th)/g
print(f"T = {T:.3f}, R = {v*math.cos(th)*T:.3f}, H = {(v*math.sin(th))**2/(2*g):.3f}")
t = 0
while t < T:
    print(f"{t:4.1f} {v*math.cos(th)*t:7.2f} {v*math.sin(th)*t - g*t*t/2:7.2f}")
    t += 0.5
