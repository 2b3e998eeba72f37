# Old style: pylab
%pylab inline
plot(linspace(0, 1, 10), linspace(0, 1, 10)**2); title('pylab')
show()
