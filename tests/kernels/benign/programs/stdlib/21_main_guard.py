# A script with a main guard and arguments, as written for the command line
import sys
import argparse

def main(n):
    print(sum(i for i in range(n) if i % 3 == 0 or i % 5 == 0))

if __name__ == "__main__":
    n = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else 1000
    main(n)
    parser = argparse.ArgumentParser()
    parser.add_argument('--n', type=int, default=10)
    main(parser.parse_args([]).n)
