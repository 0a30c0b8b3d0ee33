"""Many reports in one run: `door.render_all`; each report ends on its own, never stopped by a bad one.

`given` is what a run may be given, `work` what a worker does, `pools` where the workers are; `run` sends reports out
and sees each to its end, `claims` gives out file names (`names`), `journal` notes the ends (`outcomes`), so that a
killed run goes on where it was.
"""
