# A class with its own LaTeX, PNG and HTML form
class Frac:
    def __init__(self, a, b): self.a, self.b = a, b
    def _repr_latex_(self): return rf'$\frac{{{self.a}}}{{{self.b}}}$'
    def _repr_html_(self): return f'<b>{self.a}/{self.b}</b>'
    def __repr__(self): return f'{self.a}/{self.b}'
Frac(1, 3)
