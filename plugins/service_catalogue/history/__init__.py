"""What git knows of the records."""

from service_catalogue.history.dates import History, read_commit, read_history
from service_catalogue.history.days import Change, DayOfChanges
from service_catalogue.history.events import Event
from service_catalogue.history.git import changed_files, commits_of, file_at, files_at, is_state
from service_catalogue.history.months import Past, read_past

__all__ = [
    "Change",
    "DayOfChanges",
    "Event",
    "History",
    "Past",
    "changed_files",
    "commits_of",
    "file_at",
    "files_at",
    "is_state",
    "read_commit",
    "read_history",
    "read_past",
]
