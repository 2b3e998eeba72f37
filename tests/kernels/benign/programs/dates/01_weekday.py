# What weekday was 1 January 2000? 100 days later?
from datetime import date, timedelta
d = date(2000, 1, 1)
print(d.strftime('%A'), (d + timedelta(days=100)).isoformat(), d.isocalendar())
d
