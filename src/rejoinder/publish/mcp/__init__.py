"""The record for programs that speak the Model Context Protocol: the queries of the desk, read only."""
