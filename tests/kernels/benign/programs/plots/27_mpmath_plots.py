# mpmath's own plotting: a function, a complex function, a surface
import mpmath as mp
mp.plot([mp.cos, mp.sin], [-4, 4])
mp.cplot(lambda z: z**2 - 1, [-2, 2], [-2, 2], points=1500)
