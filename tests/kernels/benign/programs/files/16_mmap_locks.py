# Map a file into memory, lock it, share anonymous memory
import mmap, fcntl, os
with open('m.bin', 'wb') as f: f.write(b'\0'*8192)
with open('m.bin', 'r+b') as f:
    fcntl.flock(f, fcntl.LOCK_EX); fcntl.lockf(f, fcntl.LOCK_EX | fcntl.LOCK_NB)
    m = mmap.mmap(f.fileno(), 0); m[:4] = b'abcd'; m.flush(); print(m.find(b'c'), m.size()); m.resize(16384); print(len(m)); m.close()
s = mmap.mmap(-1, 4096); s.write(b'hi'); s.seek(0); print(s.read(2))
