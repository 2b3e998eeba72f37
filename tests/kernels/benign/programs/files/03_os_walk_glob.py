# Walk a tree, glob, fnmatch, disk usage
import os, glob, fnmatch, shutil
os.makedirs('a/b/c', exist_ok=True)
for p in ('a/1.txt', 'a/b/2.txt', 'a/b/c/3.csv'): open(p, 'w').close()
for d, ds, fs in os.walk('a'): print(d, ds, fs)
print(sorted(glob.glob('a/**/*.txt', recursive=True)), fnmatch.filter(['x.py', 'y.txt'], '*.py'), shutil.disk_usage('.').total > 0)
os.chdir('a'); print(os.path.basename(os.getcwd()), sorted(os.listdir())); os.chdir('..'); os.removedirs('a/b/c') if not os.listdir('a/b/c') else print('not empty')
with os.scandir('a') as it: print(sorted((e.name, e.is_dir()) for e in it))
