"""Folders for an archive: of results, of the program itself."""
