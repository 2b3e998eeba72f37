# Gradient of x^3 at 2 with torch
import torch
x = torch.tensor(2.0, requires_grad=True); y = x**3; y.backward(); print(x.grad)
A = torch.arange(4.).reshape(2, 2); print(torch.linalg.det(A + torch.eye(2)), (A @ A).tolist()); torch.save(A, 'a.pt'); print(torch.load('a.pt').shape)
w = torch.zeros(1, requires_grad=True); opt = torch.optim.SGD([w], lr=.1)
for _ in range(100): opt.zero_grad(); ((w - 3)**2).sum().backward(); opt.step()
print(round(w.item(), 4))
