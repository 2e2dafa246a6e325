"""A claim not yet accepted: its words, the sources beside its speaker, its hedges."""
