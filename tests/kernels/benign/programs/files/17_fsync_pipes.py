# fsync, pipes, select, eventfd, sendfile within the process
import os, select, selectors, socket
with open('x', 'w') as f: f.write('1'); f.flush(); os.fsync(f.fileno()); os.fdatasync(f.fileno())
r, w = os.pipe(); os.write(w, b'ping'); print(select.select([r], [], [], 1)[0] == [r], os.read(r, 4))
a, b = socket.socketpair(); a.sendall(b'hello'); s = selectors.DefaultSelector(); s.register(b, selectors.EVENT_READ); print(len(s.select(1)), b.recv(5)); s.close(); a.close(); b.close()
src, dst = os.open('x', os.O_RDONLY), os.open('y', os.O_WRONLY | os.O_CREAT, 0o644); print(os.sendfile(dst, src, 0, 1), os.path.getsize('y')); os.posix_fallocate(dst, 0, 100); print(os.path.getsize('y'))
