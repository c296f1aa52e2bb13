"""Heavy things behind the ports of `rejoinder.types.ports`."""
