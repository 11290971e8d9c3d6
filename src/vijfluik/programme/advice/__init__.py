"""Advice: questions, consultations, trajectories and talks, without data of citizens."""
