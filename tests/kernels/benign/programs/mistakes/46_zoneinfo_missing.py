# A time zone that does not exist
from zoneinfo import ZoneInfo
ZoneInfo('Mars/Olympus')
