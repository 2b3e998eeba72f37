# Poles and step response of 1/(s^2 + 2s + 5)
from sympy.abc import s
from sympy.physics.control import TransferFunction, Feedback
from sympy.physics.control.control_plots import step_response_numerical_data
G = TransferFunction(1, s**2 + 2*s + 5, s)
print(G.poles(), G.is_stable(), Feedback(G, TransferFunction(1, 1, s)).doit())
t, y = step_response_numerical_data(G, upper_limit=5)
print(round(y[-1], 2))
