"""`python -m rejoinder` is the command line."""

from rejoinder.publish.cli import main

if __name__ == "__main__":
    main()
