# Uses = in a condition
if x = 3:
    print(x)
