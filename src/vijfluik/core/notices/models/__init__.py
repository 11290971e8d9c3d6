"""Notices, the mails about them, how somebody wants them, and calendar links."""

from vijfluik.core.notices.models.feed import Feed
from vijfluik.core.notices.models.mail import Fault, Mail, Reason
from vijfluik.core.notices.models.notice import Kind, Notice
from vijfluik.core.notices.models.round import Round
from vijfluik.core.notices.models.setting import Rhythm, Setting

__all__ = ["Fault", "Feed", "Kind", "Mail", "Notice", "Reason", "Rhythm", "Round", "Setting"]
