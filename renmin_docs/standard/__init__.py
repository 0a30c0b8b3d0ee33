"""GB/T 9704-2012 as data: the page, the type, the elements and where they stand.

Every number of the standard stands once, here, with its clause and its strength. `templates/build.py`
makes the templates from it, `render` takes the signature's formula from it.
Clause numbers are taken from studies that quote the standard.
"""
