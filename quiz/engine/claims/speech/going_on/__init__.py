"""Sentences without a frame that go on with what somebody says."""
