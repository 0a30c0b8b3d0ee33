"""The kinds of figures that few reports have: ranks, ratios, fractions in words, doublings.

`readers` has their shapes; the module of a kind is imported when the first figure of it is met.
"""
