"""Trainings, meetings and conferences for professionals (pattern P-TRAIN).

Source items VK-09 (Platform JEP), VK-10 (SSV), VK-13 (ROR) and VK-14. Participants are counts;
nobody who took part is named, profiled or recognisable.
"""
