"""The law kept in use: templates that quote it, its calendar of reviews, designated areas."""
