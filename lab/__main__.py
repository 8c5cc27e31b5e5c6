"""``python -m lab`` is the ``counterpoint`` command."""

from lab.launch import main

if __name__ == "__main__":
    main()
