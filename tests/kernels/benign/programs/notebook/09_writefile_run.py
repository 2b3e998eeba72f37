# Write a module with a magic, run it, import it
# %%
%%writefile helper.py
def triple(x):
    return 3*x
if __name__ == '__main__':
    print('run as a script', triple(2))
# %%
%run helper.py
# %%
from helper import triple
triple(5)
# %%
%pycat helper.py
