"""The journal: every act and every decision, sealed so that changing it afterwards shows."""
