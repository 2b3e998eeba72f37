# History
# %%
a = 1
# %%
b = a + 1
# %%
%history -n 1-3
# %%
%rerun 3
