"""For whoever watches over the server: how it does, without a word about anybody."""
