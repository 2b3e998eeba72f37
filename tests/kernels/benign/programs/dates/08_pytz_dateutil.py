# The same with pytz and dateutil
import pytz
from dateutil import parser, relativedelta, rrule, tz, easter
from datetime import datetime
print(pytz.timezone('Europe/Paris').localize(datetime(2024, 7, 14)).isoformat())
print(parser.parse('14 July 2024 5pm'), datetime(2024, 1, 31) + relativedelta.relativedelta(months=1), easter.easter(2024))
print(list(rrule.rrule(rrule.MONTHLY, count=3, dtstart=datetime(2024, 1, 31)))[1], tz.gettz('Asia/Tokyo').utcoffset(datetime(2024, 1, 1)))
