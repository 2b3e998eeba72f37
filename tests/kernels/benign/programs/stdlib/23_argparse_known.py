# argparse with parse_known_args, for notebooks
import argparse
p = argparse.ArgumentParser(description='Sum of the first n squares')
p.add_argument('-n', type=int, default=5)
args, unknown = p.parse_known_args()
print(sum(i*i for i in range(args.n + 1)))
args
