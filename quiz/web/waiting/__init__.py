"""Forms whose answer takes long: it is worked on beside the request."""
