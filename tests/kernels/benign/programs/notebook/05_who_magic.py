# List the variables
# %%
a, b, name = 3, 4.5, 'x'
# %%
%who
# %%
%whos
# %%
%who_ls int
