"""Contests of classes, teams and seats: by accuracy and improvement, never by speed."""
