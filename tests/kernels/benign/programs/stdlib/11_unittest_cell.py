# Test a gcd function with unittest inside the notebook
import unittest
def my_gcd(a, b):
    return a if b == 0 else my_gcd(b, a % b)
class TestGcd(unittest.TestCase):
    def test_basic(self): self.assertEqual(my_gcd(12, 18), 6)
    def test_zero(self): self.assertEqual(my_gcd(7, 0), 7)
r = unittest.main(argv=['first-arg-is-ignored'], exit=False, verbosity=0)
print(r.result.testsRun, r.result.wasSuccessful())
