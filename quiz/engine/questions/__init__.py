"""Questions about claims: composed, checked, explained and graded."""
