# argparse as in a script
import argparse
p = argparse.ArgumentParser(description='Sum of the first n squares')
p.add_argument('-n', type=int, default=5)
args = p.parse_args()
print(sum(i*i for i in range(args.n + 1)))
