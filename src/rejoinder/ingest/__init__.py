"""Sources to documents: bytes in, text fixed once with zones, offsets and metadata out. Nothing is fetched."""

from rejoinder.ingest.copies import near_copies, origin_key, origin_keys
from rejoinder.ingest.limits import Limits
from rejoinder.ingest.metadata_files import read_metadata
from rejoinder.ingest.sources import read_sources

__all__ = ["Limits", "near_copies", "origin_key", "origin_keys", "read_metadata", "read_sources"]
