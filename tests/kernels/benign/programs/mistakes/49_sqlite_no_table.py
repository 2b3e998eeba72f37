# Asks for a table that is not there
import sqlite3
sqlite3.connect('x.db').execute('SELECT * FROM students')
