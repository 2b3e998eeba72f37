# A magic that does not exist
%solve x**2 = 1
