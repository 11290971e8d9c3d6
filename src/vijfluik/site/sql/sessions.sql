-- A session belongs to whoever holds its key; only the application reads and ends sessions.
GRANT SELECT, INSERT, UPDATE, DELETE ON django_session TO vijfluik_app;
