# Links and permissions
import os, stat
open('orig.txt', 'w').write('data'); os.symlink('orig.txt', 'link.txt'); os.link('orig.txt', 'hard.txt')
print(open('link.txt').read(), os.readlink('link.txt'), os.path.islink('link.txt'), os.stat('orig.txt').st_nlink)
os.chmod('orig.txt', 0o600); print(os.access('orig.txt', os.R_OK | os.W_OK), stat.S_ISREG(os.stat('orig.txt').st_mode))
