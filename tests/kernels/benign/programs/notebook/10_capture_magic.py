# Capture output, then use it
# %%
%%capture out
print('hidden')
# %%
out.stdout
# %%
print(out.stdout.upper())
