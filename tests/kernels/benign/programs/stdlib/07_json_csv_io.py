# Grades in JSON and CSV (in memory)
import json, csv, io
rows = [{'name': '李雷', 'score': 91}, {'name': 'Ann', 'score': 78}]
buf = io.StringIO()
w = csv.DictWriter(buf, fieldnames=['name', 'score']); w.writeheader(); w.writerows(rows)
print(buf.getvalue())
back = list(csv.DictReader(io.StringIO(buf.getvalue())))
print(json.dumps(back, ensure_ascii=False, indent=1), sum(int(r['score']) for r in back)/len(back))
