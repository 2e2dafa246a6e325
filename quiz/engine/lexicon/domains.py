"""How the addresses of sites on the web end, in whatever language a text is."""

DOMAINS = ("de", "com", "org", "net", "at", "ch", "eu", "info", "tv", "uk", "fr", "ru")
