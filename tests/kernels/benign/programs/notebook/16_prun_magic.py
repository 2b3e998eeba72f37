# Profile with magics
# %%
def f():
    return sum(range(1000))
# %%
%prun -q f()
# %%
%lsmagic
