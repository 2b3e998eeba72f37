# Prose in the code block
First we compute the derivative:
diff(x**2)
