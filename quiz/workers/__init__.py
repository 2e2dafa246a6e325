"""Processes beside the server that read what takes long, and what confines them."""
