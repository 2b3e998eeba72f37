# Change how errors look, and number formats
# %%
%xmode Plain
# %%
%config InteractiveShell.ast_node_interactivity = 'all'
# %%
1 + 1
2 + 2
