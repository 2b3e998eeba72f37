# Who am I, where is home?
import os, getpass, pathlib
print(len(getpass.getuser()) > 0)
print(pathlib.Path.home().exists(), os.path.expanduser('~') == os.environ['HOME'], os.getcwd() == str(pathlib.Path.cwd()))
