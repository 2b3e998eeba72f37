# Show floats with four digits
# %%
%precision 4
import math
math.pi
# %%
[math.e, math.sqrt(2)]
