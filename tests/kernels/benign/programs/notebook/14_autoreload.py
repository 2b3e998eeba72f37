# Extension that notebooks load
%load_ext autoreload
%autoreload 2
print(1 + 1)
