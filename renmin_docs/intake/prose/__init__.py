"""Prose as a report: the text of last year's report, read into the typed one, with a note on each guess.

Text goes through the modules in this order: `decoding` (bytes → text), `paragraphs` (text → lines), `cleaning` (the
rows of `cleaning_steps`: `characters`, `watermarks`, `contents`, `punctuation`, `page_numbers`, `furniture` with
`page_lines`, `site_titles` and `page_tops` …), `wrapping` (lines → paragraphs), the frame by what `frame_lines` says
of a line (`head`, `title`, `title_apart`, `addressee` from above; `end`, `attachments` from below), `implicit`
(headings that only look so), `dividing` (a paragraph at each mark within it), `levels` with `spoken` and `runs` (which
marks stand above which), `ladder` and `outline` (marked paragraphs → a tree), `series` (一是 … within it), `kinds`,
`chapters`, `identity` with `years`, `assembling`. Whatever is not understood stays as a paragraph.
"""
