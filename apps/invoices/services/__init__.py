"""Billing a month, and the papers of what was billed."""

from apps.invoices.services.billing import bill_establishments
from apps.invoices.services.documents import render_document, render_next_document, request_document
from apps.invoices.services.runs import Work, request_due_run, request_run, work
from apps.invoices.services.snapshots import forget_snapshots, take_snapshots

__all__ = [
    "Work",
    "bill_establishments",
    "forget_snapshots",
    "render_document",
    "render_next_document",
    "request_document",
    "request_due_run",
    "request_run",
    "take_snapshots",
    "work",
]
