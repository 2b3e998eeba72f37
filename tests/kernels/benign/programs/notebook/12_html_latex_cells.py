# Cell magics for markup
# %%
%%latex
\begin{align} a &= b \\ c &= d \end{align}
# %%
%%html
<p>text</p>
# %%
%%markdown
# Title
