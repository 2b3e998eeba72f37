# Compare two ways of summing
# %%
%timeit -n 10 -r 2 sum(range(1000))
# %%
%time total = sum(i*i for i in range(1000))
print(total)
# %%
%%time
s = 0
for i in range(1000):
    s += i
print(s)
# %%
%%timeit -n 5 -r 2
sorted(range(100), reverse=True)
