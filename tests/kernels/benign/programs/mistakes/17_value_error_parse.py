# int of a float's text
print(int('3.5'))
