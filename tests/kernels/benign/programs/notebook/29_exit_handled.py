# A script that ends itself
import sys
print('before')
try:
    sys.exit(0)
except SystemExit as e:
    print('exit', e.code)
