"""A second factor beside the password: six digits of an app, or a code on paper."""
