"""What administrators do with accounts: invite, let in, help who forgot a password."""
