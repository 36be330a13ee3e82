#!/usr/bin/env python3
"""The one door: `python3 manage.py demo`, `python3 manage.py test`, and every command of Django."""

import sys


def main():
    if sys.version_info < (3, 11):
        sys.exit("The portal needs Python 3.11 or newer; this is Python {}.{}.".format(*sys.version_info[:2]))
    from config import bootstrap

    return bootstrap.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
