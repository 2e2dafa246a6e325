"""The app on several machines: images, units, and all roles on one machine."""
