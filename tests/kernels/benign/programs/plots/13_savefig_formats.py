# Save as PDF, SVG, EPS, JPG, TIFF, WEBP, PGF; and in memory as base64
import io, base64, os
import matplotlib.pyplot as plt
fig, ax = plt.subplots()
ax.plot([0, 1], [0, 1], label='直线'); ax.legend(); ax.set_xlabel(r'$\alpha$')
for s in ['pdf', 'svg', 'eps', 'jpg', 'tiff', 'webp', 'ps']:
    fig.savefig(f'line.{s}')
    print(s, os.path.getsize(f'line.{s}') > 500)
buf = io.BytesIO()
fig.savefig(buf, format='png')
print(len(base64.b64encode(buf.getvalue())) > 1000)
plt.close(fig)
