# Opens a folder; makes one twice
import os
os.makedirs('d')
os.makedirs('d')
