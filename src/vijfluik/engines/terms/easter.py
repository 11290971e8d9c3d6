"""Easter Sunday, from which five holidays are counted."""

import datetime as dt


def easter(year: int) -> dt.date:
    """Easter Sunday of a Gregorian year (the algorithm of Meeus, Jones and Butcher).

    Raises:
        ValueError: before 1583, when the Gregorian calendar had no Easter yet.
    """
    if year < 1583:
        raise ValueError(f"the Gregorian calendar has no Easter in {year}")
    golden = year % 19
    century, rest = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    correction = (century + 8) // 25
    moon = (century - correction + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon + 15) % 30
    leap_years, leap_rest = divmod(rest, 4)
    weekday = (32 + 2 * century_rest + 2 * leap_years - epact - leap_rest) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)
