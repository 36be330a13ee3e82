"""Processes are told apart and ended for certain."""

import os
import signal
import subprocess

from config.bootstrap import processes
from tests.bootstrap import SLEEPER, STUBBORN, wait_until


def test_the_stubborn_is_killed_with_all_its_group():
    with subprocess.Popen(STUBBORN, stdout=subprocess.PIPE, text=True, start_new_session=True) as leader:
        child = int(leader.stdout.readline())
        processes.end([processes.Identity.of(leader.pid)], patience=0.2)
    assert leader.returncode == -signal.SIGKILL
    wait_until(lambda: not processes.birth(child))


def test_the_group_of_a_dead_leader_is_ended_too():
    with subprocess.Popen(STUBBORN, stdout=subprocess.PIPE, text=True, start_new_session=True) as leader:
        child = int(leader.stdout.readline())
        identity = processes.Identity.of(leader.pid)
        leader.kill()
    assert processes.birth(child)
    processes.end([identity], patience=1)
    wait_until(lambda: not processes.birth(child))


def test_a_later_process_with_the_same_number_is_not_the_one_meant():
    with subprocess.Popen(SLEEPER, start_new_session=True) as stranger:
        processes.end([processes.Identity(stranger.pid, "long ago")], patience=0)
        assert stranger.poll() is None
        stranger.kill()


def test_a_signal_waits_until_the_block_is_over():
    done = []

    def arrive(*_):
        done.append("signal")

    before = signal.signal(signal.SIGTERM, arrive)
    try:
        with processes.undisturbed():
            os.kill(os.getpid(), signal.SIGTERM)
            done.append("block")
    finally:
        signal.signal(signal.SIGTERM, before)
    assert done == ["block", "signal"]
