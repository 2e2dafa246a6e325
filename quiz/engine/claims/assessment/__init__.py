"""How sure a claim is, and why: the rules that decided, and by which words."""
