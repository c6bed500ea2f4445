"""How often the designs for evaluating an initiative are wrong, on simulated places and on real ones."""
