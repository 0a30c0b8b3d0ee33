"""Read files as reports: data files, workbooks, Word documents and texts, with every fault named."""
