"""Month end while servers and workers die: afterwards it is whole, nothing is lost and nothing doubled (F1 to F14)."""

import os
import random
import signal
import time

import pytest

from tests.faults.seed import ESTABLISHMENTS

pytestmark = pytest.mark.faults


@pytest.fixture
def whole(site, calm):
    """Says whether the month ended as it does when nothing goes wrong."""

    def check():
        site.until_finished()
        assert site.results() == calm
        assert site.numbers() == list(range(1, len(site.numbers()) + 1))
        outcomes = [row["outcome"] for row in site.ask("SELECT outcome FROM invoices_billingoutcome")]
        assert len(outcomes) == ESTABLISHMENTS + 4
        assert outcomes.count("billed") == len(site.numbers())
        assert outcomes.count("parked") == 1

    return check


def test_a_calm_month_has_every_outcome(site, whole):
    site.hire()
    site.start()
    whole()


def test_f1_the_worker_dies_again_and_again(site, whole):
    moment = random.Random(1)
    site.start()
    for _ in range(4):
        worker = site.hire()
        done = site.pieces_done()
        site.until_pieces(done + moment.randint(1, 3))
        time.sleep(moment.uniform(0, 0.15))
        worker.kill()
    assert not site.is_finished()
    site.hire()
    whole()


def test_f2_children_of_the_worker_die(site, whole):
    worker = site.hire()
    site.start()
    for count in (2, 5, 9):
        site.until_pieces(count)
        os.kill(worker.children()[0], signal.SIGKILL)
    whole()
    assert worker.process.poll() is None


def test_f5_the_broker_dies_and_comes_back_empty(site, servers, whole):
    worker = site.hire()
    site.start()
    site.until_pieces(4)
    servers.broker.kill()
    time.sleep(1)
    servers.broker.start()
    whole()
    assert worker.process.poll() is None


def test_f6_the_broker_is_emptied(site, servers, whole):
    worker = site.hire()
    site.start()
    site.until_pieces(4)
    worker.kill()
    servers.broker.empty()
    site.hire()
    # Without the sweep nobody would know of the run any more: the sweep is what makes the messages dispensable.
    done = site.pieces_done()
    time.sleep(5)
    assert site.pieces_done() == done
    whole()


def test_f9_postgresql_crashes_and_comes_back(site, servers, whole):
    worker = site.hire()
    site.start()
    for count in (3, 12):
        site.until_pieces(count)
        servers.postgres.restart("immediate")
    whole()
    assert worker.process.poll() is None


def test_f14_two_workers_and_every_message_five_times(site, whole):
    site.hire()
    site.hire()
    for _ in range(5):
        site.start()
        site.sweep()
    whole()
    assert len(site.ask("SELECT FROM invoices_billingrun")) == 1


def test_f14_a_month_that_is_billed_stays_as_it_is_when_it_is_run_again(site, whole):
    site.hire()
    site.start()
    whole()
    before = site.written()
    for _ in range(3):
        site.start()
    runs = "SELECT FROM invoices_billingrun WHERE finished_at IS NOT NULL"
    deadline = time.monotonic() + 30
    while len(site.ask(runs)) < 2:
        assert time.monotonic() < deadline
        site.sweep()
        time.sleep(0.3)
    whole()
    assert site.written() == before
