"""One's own account: password, sign-ins, its end."""
