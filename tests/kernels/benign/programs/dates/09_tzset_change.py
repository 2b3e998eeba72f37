# Change the time zone of the process
import os, time
os.environ['TZ'] = 'America/New_York'
time.tzset()
print(time.tzname, time.strftime('%H:%M', time.localtime(0)))
