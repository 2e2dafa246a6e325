"""What somebody can do, worked out from the answers they gave, and what comes next."""
