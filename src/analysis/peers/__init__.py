"""An area beside its neighbours: rates with limits, honest ranks, funnel plots. Nothing here yet."""
