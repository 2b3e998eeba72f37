# Compute the number of zeros at the end of 2024! in base 12. (ToRA style)
def zeros_in_base_12():
    """Legendre's formula for 2 and 3; 12 = 2^2 * 3."""
    def legendre(n, p):
        total = 0
        while n:
            n //= p
            total += n
        return total
    twos = legendre(2024, 2)//2
    threes = legendre(2024, 3)
    return min(twos, threes)

result = zeros_in_base_12()
print(result)
