"""Face-AI: what looks at faces on the platform, with the client's own ``face`` package. Nothing it sees is kept."""
