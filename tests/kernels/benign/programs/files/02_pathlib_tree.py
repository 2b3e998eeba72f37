# Make folders, list them, rename and remove files
from pathlib import Path
import shutil, os
root = Path('homework'); (root/'week1').mkdir(parents=True, exist_ok=True)
for i in range(3): (root/'week1'/f'ex{i}.md').write_text(f'# 练习 {i}', encoding='utf-8')
print(sorted(p.as_posix() for p in root.rglob('*')))
p = (root/'week1'/'ex0.md').rename(root/'first.md'); p.touch(); print(p.stat().st_size, p.suffix, p.stem, p.exists(), p.read_text(encoding='utf-8'))
shutil.move(str(p), 'moved.md'); shutil.copy('moved.md', 'copy.md'); shutil.copy2('moved.md', 'copy2.md'); shutil.copytree(root, 'backup'); shutil.rmtree(root)
print(sorted(os.listdir('.')), os.path.getsize('copy.md'), root.exists()); os.replace('copy.md', 'copy2.md'); os.remove('copy2.md'); print(Path('.').resolve() == Path.cwd())
