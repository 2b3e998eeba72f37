# Logging to stderr and to a file
import logging, sys, warnings
logging.basicConfig(level=logging.INFO, format='%(levelname)s:%(message)s', force=True)
log = logging.getLogger('solver')
log.info('start'); log.warning('discriminant is negative: %d', -4); log.debug('hidden')
h = logging.FileHandler('solver.log'); log.addHandler(h); log.error('written'); h.close()
print(open('solver.log').read())
def old(): warnings.warn('use new()', DeprecationWarning, stacklevel=2)
warnings.simplefilter('always'); old()
print('to stderr', file=sys.stderr)
