# Chi-square tests for a die and a contingency table
from scipy import stats
print(stats.chisquare([16, 18, 16, 14, 12, 12]))
r = stats.chi2_contingency([[10, 20, 30], [6, 9, 17]])
print(round(r.statistic, 4), round(r.pvalue, 4), r.dof)
print(stats.fisher_exact([[8, 2], [1, 5]]))
