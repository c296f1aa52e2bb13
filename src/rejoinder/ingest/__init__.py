"""Sources to documents: bytes in, text fixed once with zones, offsets and metadata out. Nothing is fetched."""

from rejoinder.ingest.copies import Witness, near_copies, origin_key, witnesses
from rejoinder.ingest.limits import Limits
from rejoinder.ingest.metadata_files import read_metadata
from rejoinder.ingest.sources import read_sources

__all__ = ["Limits", "Witness", "near_copies", "origin_key", "read_metadata", "read_sources", "witnesses"]
