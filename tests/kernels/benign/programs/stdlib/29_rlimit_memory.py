# Lower the memory limit, so that a mistake cannot eat everything
import resource
soft, hard = resource.getrlimit(resource.RLIMIT_AS)
resource.setrlimit(resource.RLIMIT_AS, (2*1024**3, hard))
print(sum(range(10**6)))
