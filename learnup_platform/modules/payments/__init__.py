"""Invoices, paying them at a checkout, the wallet, and comparing with the bank."""
