"""Pages made of results: reads the folders of runs, and grades nothing."""
