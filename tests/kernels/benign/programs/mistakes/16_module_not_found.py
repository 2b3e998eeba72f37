# Imports a package that is not installed
import sage.all as sage
