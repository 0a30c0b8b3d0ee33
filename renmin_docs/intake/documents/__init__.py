"""Word documents as reports: last year's .docx, read by the styles of its roles, or else by its text alone.

A document goes through these modules: `opening` (a file → the document in it; other formats through LibreOffice, by
`office`), `roles` (whether it has the styles of this library's templates, and what each paragraph is by them),
`tree` (marked lines → chapters and points), `tables`, `official` (head, signature, imprint), `styled` (all of these
put together). A document without those styles goes as plain paragraphs to `prose`, by `foreign`; the cells of a form
that hold its text are put in their place before, by `forms`.
"""
