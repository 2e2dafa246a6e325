"""What a class has not understood yet."""
