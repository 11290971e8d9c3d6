"""What is done with personal data, on what ground, and what was weighed before it began.

Two registers: the processing activities (AVG 30) and the assessments (AVG 35, and of human rights).
A compartment with personal data of citizens opens for an organisation when both say so
(`standing`, and `sql/opening.sql` for both layers of access).
"""
