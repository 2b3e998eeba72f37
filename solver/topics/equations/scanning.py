"""The check of equations that are no polynomials: put exact values back, count sign changes on a grid."""

from __future__ import annotations

from solver.topics.cells import cell


def scan_source(function: str, x: str, given: str, unknown: str) -> str:
    """A check for equations that are no polynomials: exact values put back, sign changes counted on a grid."""
    body = "\n".join([
        "import numpy as np",
        "",
        function,
        f"values = {given}",
        f"small = all(abs(N(f.subs({x}, value), 30)) < 1e-20 for value in values)",
        "with np.errstate(all='ignore'):",
        "    xs = np.linspace(-100, 100, 40001) + 0.00123",
        f"    ys = lambdify({x}, f, 'numpy')(xs.astype(complex))",
        "ok = (abs(ys.imag) < 1e-9) & np.isfinite(ys.real)",
        "with np.errstate(all='ignore'):",
        "    near = abs(ys.real[1:]) + abs(ys.real[:-1]) < 1",
        "crossing = ok[1:] & ok[:-1] & (np.sign(ys.real[1:]) != np.sign(ys.real[:-1])) & near",
        "found = [(xs[i], xs[i + 1]) for i in np.flatnonzero(crossing)]",
        "known = all(any(low - 0.01 <= value <= high + 0.01 for value in map(float, values)) for low, high in found)",
        "bool(small) and (known or None)",
    ])  # fmt: skip
    return cell(body, variables=(unknown,), assumptions="real=True")
