# Temporary files and folders
import tempfile, os
with tempfile.NamedTemporaryFile('w+', suffix='.txt', delete=False) as f:
    f.write('42'); name = f.name
print(open(name).read(), os.path.dirname(name) == tempfile.gettempdir()); os.unlink(name)
with tempfile.TemporaryDirectory() as d: open(os.path.join(d, 'x'), 'w').close(); print(os.listdir(d))
with tempfile.TemporaryFile() as f: f.write(b'abc'); f.seek(0); print(f.read())
with tempfile.SpooledTemporaryFile(max_size=10) as f: f.write(b'x'*100); f.seek(0); print(len(f.read()))
fd, p = tempfile.mkstemp(); os.write(fd, b'1'); os.close(fd); print(os.path.getsize(p)); d = tempfile.mkdtemp(); print(os.path.isdir(d))
