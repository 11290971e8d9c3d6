"""`python -m vijfluik` is what `./run` starts once the environment is there."""

from vijfluik.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
