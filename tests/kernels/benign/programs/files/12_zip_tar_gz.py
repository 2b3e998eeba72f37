# Archives of every kind
import zipfile, tarfile, gzip, bz2, lzma, zlib, os, shutil
open('data.txt', 'w').write('3.14159\n'*100)
with zipfile.ZipFile('z.zip', 'w', zipfile.ZIP_DEFLATED) as z: z.write('data.txt'); z.writestr('n.txt', 'x')
with zipfile.ZipFile('z.zip') as z: print(z.namelist()); z.extractall('zz')
with tarfile.open('t.tar.gz', 'w:gz') as t: t.add('data.txt'); t.add('zz')
with tarfile.open('t.tar.gz') as t: print(sorted(t.getnames())); t.extractall('tt', filter='data')
for m in (gzip, bz2, lzma):
    with m.open('c.bin', 'wb') as f: f.write(b'abc'*1000)
    print(m.__name__, m.open('c.bin').read(6), os.path.getsize('c.bin') < 200)
print(shutil.make_archive('arch', 'zip', 'zz').endswith('arch.zip'), sorted(os.listdir('tt')), len(zlib.compress(b'a'*1000)) < 30)
