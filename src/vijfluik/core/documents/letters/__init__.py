"""Letters: a template in structured Dutch with bound fields, composed to one semantic document.

A template is data: editions that follow each other by day, so that a letter of then reads as they
did. The document that comes of it is written as web page, PDF (PDF/UA-1) and DOCX by the same
writers as a report. Rooms declare which letters their records have (`kinds.declare`).
"""
