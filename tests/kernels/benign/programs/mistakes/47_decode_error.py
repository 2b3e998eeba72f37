# Reads bytes as ASCII
print(bytes('求解', 'utf-8').decode('ascii'))
