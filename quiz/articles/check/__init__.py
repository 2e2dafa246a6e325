"""The quick check: one uncertain thing after the other, each as a question."""
