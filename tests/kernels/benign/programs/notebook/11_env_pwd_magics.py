# Where am I? (magics)
# %%
import os
wd = %pwd
print(wd == os.getcwd())
# %%
%cd -q ..
# %%
%cd -q work
print(os.path.basename(os.getcwd()))
# %%
%env MY_EPS=0.001
# %%
print(os.environ['MY_EPS'])
