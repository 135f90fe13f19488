"""The folders of a catalogue with one schema for all their files, beside organizations and vocabularies."""

COLLECTIONS = {"plan": "plan", "voices": "voices", "events": "event"}
"""Folders with the schema of each file in them: what is announced, what was asked for, what is on."""
KNOWN = "coverage_known"
"""The file, and its schema, of what is known of the whole: totals of sources, where somebody looked."""
THESAURUS = "thesaurus"
"""The file of what people say, among them what nobody in the catalogue gives."""
EDITORS = "editors"
"""The setting with the logins of those whose reading of an answer counts."""
