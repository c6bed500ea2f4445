"""Running: inputs frozen, a plan made, each job executed in a folder of its own, what it brings published whole."""
