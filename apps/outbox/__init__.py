"""Text messages and e-mails on their way out: written with their cause in one transaction, sent once afterwards."""
