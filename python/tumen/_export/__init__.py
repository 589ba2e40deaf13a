"""What leaves results: figures, pages, files and columns for others."""
