"""What runs the app elsewhere: a Space, images, nginx, the lists of what is installed."""
