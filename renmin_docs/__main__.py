"""`python -m renmin_docs`: the command line where its script is on no search path, as often on Windows."""

from renmin_docs.cli import main

if __name__ == "__main__":
    main()
