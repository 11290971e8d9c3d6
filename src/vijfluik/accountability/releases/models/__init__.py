"""The tables of the room."""

from vijfluik.accountability.releases.models.acknowledgement import Acknowledgement
from vijfluik.accountability.releases.models.comment import Comment, CommentStep
from vijfluik.accountability.releases.models.file import File
from vijfluik.accountability.releases.models.reader import Reader, ReaderStep
from vijfluik.accountability.releases.models.release import Release, ReleaseStep
from vijfluik.accountability.releases.models.wording import Wording

__all__ = [
    "Acknowledgement",
    "Comment",
    "CommentStep",
    "File",
    "Reader",
    "ReaderStep",
    "Release",
    "ReleaseStep",
    "Wording",
]
