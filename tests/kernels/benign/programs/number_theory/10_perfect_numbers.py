# Find all perfect numbers below 10000.
def solution():
    out = []
    for n in range(2, 10000):
        s = 1
        i = 2
        while i*i <= n:
            if n % i == 0:
                s += i
                if i != n//i:
                    s += n//i
            i += 1
        if s == n:
            out.append(n)
    return out
print(solution())
