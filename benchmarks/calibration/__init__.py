"""The simulation study: how often each method is wrong on series whose truth is known."""
