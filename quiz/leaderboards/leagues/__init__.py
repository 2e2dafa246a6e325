"""Leagues of several classes."""
