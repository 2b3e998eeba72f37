# Question: the banker's gain on a sum due 3 years hence at 12% per annum is Rs. 360. The banker's discount?
bg = 360
r = 12
t = 3
td = (bg * 100) / (t * r)
bd = bg + td
print(bd)
