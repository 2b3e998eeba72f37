# Draws with turtle, which needs a screen
import turtle
t = turtle.Turtle()
for _ in range(4):
    t.forward(50); t.left(90)
