"""What every room needs of the web: session, access, errors, forms, headers, clock."""
