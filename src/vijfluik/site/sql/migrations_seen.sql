-- Whether every migration is applied is asked before anything is served, as the application; the
-- table holds names of migrations and moments.
GRANT SELECT ON django_migrations TO vijfluik_app;
