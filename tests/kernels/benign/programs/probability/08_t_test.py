# Two groups of scores: t test, Mann-Whitney, confidence interval
import numpy as np
from scipy import stats
a = np.array([85, 90, 78, 92, 88, 76, 95, 89])
b = np.array([80, 83, 75, 88, 79, 72, 84, 81])
t, p = stats.ttest_ind(a, b)
print(round(t, 4), round(p, 4), stats.mannwhitneyu(a, b).pvalue.round(4))
print(np.round(stats.t.interval(.95, len(a) - 1, a.mean(), stats.sem(a)), 3))
print(stats.describe(a))
