"""The dossier: what a desk officer would hand up, every claim with its source."""
