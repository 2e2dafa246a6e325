"""Teachers' accounts: register, sign in, sign out."""
