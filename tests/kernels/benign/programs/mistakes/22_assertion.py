# A check that fails
area = 3*4/2
assert area == 7, f"expected 7, got {area}"
