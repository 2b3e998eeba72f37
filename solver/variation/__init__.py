"""New problems of the kind of a given one. So far: the model problems, in `specimens/`."""
