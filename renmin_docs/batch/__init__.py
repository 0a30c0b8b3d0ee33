"""Many reports in one run: `api.render_all`; each report ends on its own, never stopped by a bad one.

`jobs` are a run's inputs, `work` is what a worker does, `pools` where the workers are; `run` sends jobs out and sees
each to its end, `file_names` gives out names (`names`), `journal` notes the ends (`outcomes`), so that a killed run
goes on where it was.
"""
