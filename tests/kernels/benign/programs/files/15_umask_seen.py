# What rights has a new file?
import os, stat
open('f.txt', 'w').close(); print(os.access('f.txt', os.W_OK), stat.filemode(os.stat('f.txt').st_mode)[0])
