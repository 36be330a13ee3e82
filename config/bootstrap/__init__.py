"""From a bare machine to a running command. Standard library only: this is read before any package is there.

- environment, debian, pango: the packages of Python, of the system, and the one that draws the PDF documents
- account, postgres, valkey, servers: a database and a broker of our own, shared by the commands of one time
- demo, suite, crew, processes: the two commands that are more than one process, and those processes
- folders, network, console: where things lie, which ports are free, what a person reads
"""

import os
import signal

from config.bootstrap import demo, environment, folders, pango, servers, suite
from config.bootstrap.console import CannotStart, say

OURS = {"demo": demo, "test": suite}


def main(arguments: list[str]) -> int:
    """Run one command and answer with its exit code. What a person can mend is said in a sentence, not a traceback."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # like Ctrl-C, so that what was begun is cleared away
    try:
        return _run(arguments)
    except CannotStart as reason:
        say(str(reason))
        return 1
    except KeyboardInterrupt:
        say("Stopped.")
        return 0 if arguments[:1] == ["demo"] else 128 + signal.SIGINT  # to be stopped is the demonstration's good end


def _run(arguments: list[str]) -> int:
    command = OURS.get(arguments[0]) if arguments else None
    if command is demo:
        demo.check(arguments[1:])
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
    with servers.running(folders.runtime()):
        execute_from_command_line(command)
    return 0
