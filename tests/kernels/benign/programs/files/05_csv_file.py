# Average grades from a CSV file
import csv
with open('grades.csv', 'w', newline='', encoding='utf-8-sig') as f:
    w = csv.writer(f); w.writerow(['姓名', '数学', '语文']); w.writerows([['张三', 90, 80], ['李四', 70, 85]])
with open('grades.csv', encoding='utf-8-sig') as f:
    for r in csv.DictReader(f): print(r['姓名'], (int(r['数学']) + int(r['语文']))/2)
