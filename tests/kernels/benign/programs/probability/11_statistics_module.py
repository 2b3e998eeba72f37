# Mean, median, mode, quantiles with the statistics module
import statistics as st
data = [2, 4, 4, 4, 5, 5, 7, 9]
print(st.mean(data), st.median(data), st.mode(data), st.pstdev(data), st.stdev(data))
print(st.quantiles(data, n=4), st.multimode([1, 1, 2, 2, 3]), st.harmonic_mean([40, 60]))
print(st.linear_regression([1, 2, 3], [2, 4, 7]), st.correlation([1, 2, 3], [2, 4, 7]))
