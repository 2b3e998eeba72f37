# Business days in 2024, monthly resampling
import pandas as pd
print(len(pd.bdate_range('2024-01-01', '2024-12-31')))
s = pd.Series(range(60), index=pd.date_range('2024-01-01', periods=60, freq='D'))
print(s.resample('ME').sum())
print(pd.Timestamp('2024-02-29', tz='Asia/Shanghai').tz_convert('UTC'), pd.to_datetime('01/02/2024', dayfirst=True).day_name())
