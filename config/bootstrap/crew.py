"""The processes of one demonstration, and the note by which the next one finds them if this one is killed."""

import json
import subprocess
from pathlib import Path

from config.bootstrap import folders, processes
from config.bootstrap.console import CannotStart, last_lines
from config.bootstrap.processes import Identity

PATIENCE = 10  # seconds to end in order; what is cut off then is taken up again, as after any crash


class Crew:
    """Starts processes, keeps their names and logs, and ends them all, those of a killed forerunner included."""

    def __init__(self, folder: Path, *, address: str):
        self.folder = folder
        self.address = address
        self.running: dict[str, subprocess.Popen] = {}
        self._note = folder / "demo.json"

    def launch(self, name: str, command: list[str], *, on_screen: bool = False) -> subprocess.Popen:
        """The process runs, in a group that Ctrl-C does not reach; its words go to its log or to the screen."""
        with processes.undisturbed():
            log = None if on_screen else folders.new_log(self.folder, name)
            process = subprocess.Popen(
                command, cwd=folders.ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )
            if log:
                log.close()
            self.running[name] = process
            self._write_note(process)
        return process

    def finish(self, name: str, command: list[str], *, on_screen: bool = False) -> None:
        """The command has run to its good end; `CannotStart` when the end was not good."""
        process = self.launch(name, command, on_screen=on_screen)
        if process.wait():
            raise CannotStart(self._report(name, process.returncode, on_screen=on_screen))
        del self.running[name]

    def refuse_fallen(self) -> None:
        """Refuses with `CannotStart`, and the end of its log, when a process has ended by itself."""
        for name, process in self.running.items():
            if process.poll() is not None:
                raise CannotStart(self._report(name, process.returncode))

    def end(self) -> bool:
        """None of the processes runs, neither ours nor those of the note, which is gone; true when one did run."""
        known = {Identity(*one) for one in self._read_note().get("processes", [])}
        known |= {Identity.of(process.pid) for process in self.running.values()}
        some = any(one.is_alive() for one in known)
        processes.end(known, patience=PATIENCE)
        for process in self.running.values():
            process.wait()
        self.running.clear()
        self._note.unlink(missing_ok=True)
        return some

    def address_of_note(self) -> str:
        """Where the demonstration that wrote the note is served; empty when nobody has written one yet."""
        return self._read_note().get("address", "")

    def _read_note(self) -> dict:
        try:
            return json.loads(self._note.read_text())
        except (OSError, ValueError):
            return {}

    def _write_note(self, process: subprocess.Popen) -> None:
        known = self._read_note().get("processes", [])
        note = {"address": self.address, "processes": [*known, Identity.of(process.pid)]}
        folders.write_private(self._note, json.dumps(note))

    def _report(self, name: str, code: int, *, on_screen: bool = False) -> str:
        said = f"{name} stopped by itself (exit code {code}), and everything else with it."
        if on_screen:
            return said
        log = folders.log(self.folder, name)
        return f"{said} The end of {log}:\n{last_lines(log)}"
