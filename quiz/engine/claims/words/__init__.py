"""What each token can be, each noun, and each stretch in quotation marks."""
