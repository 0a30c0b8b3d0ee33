"""What is shown of reports beside their documents: data for programs, lines for people, workbooks."""
