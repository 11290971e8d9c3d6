"""Days and times in the notations of the field, as whole numbers."""

from typing import Any

from vijfluik.engines.blocks import eight
from vijfluik.engines.compiling import jitable
from vijfluik.engines.edifact.kernel.layout import NONE

Array = Any

# The lowest bit of each byte that has to be a digit, in eight: hhmm, ddmmyy, and ddMMMyy.
FOUR, SIX, DAY_AND_YEAR = 0x0101010100000000, 0x0101010101010000, 0x0101000000010100
# Days from the year 0, as the shifts of `days_of` count them, to 1970.
NEAR_EPOCH = 719484


@jitable
def days_of(year: int, month: int, day: int) -> int:
    """Days since 1970-01-01; NONE when there is no such day."""
    if month < 1 or month > 12 or day < 1:
        return NONE
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    length = 31
    if month == 4 or month == 6 or month == 9 or month == 11:
        length = 30
    if month == 2:
        length = 29 if leap else 28
    if day > length:
        return NONE
    if 1900 < year < 2100:
        # A leap day every fourth year, so shifts do; five months from March on have 153 days.
        y, moved = (year - 1, month + 12) if month <= 2 else (year, month)
        return ((1461 * y) >> 2) + ((979 * moved - 2919) >> 5) + day - NEAR_EPOCH
    y = year - 1 if month <= 2 else year
    era = y // 400
    yoe = y - era * 400
    doy = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + yoe * 365 + yoe // 4 - yoe // 100 + doy - 719468


@jitable
def full_year(short: int, window: int, now: int) -> int:
    """Four digits of a year from two: births lie before `now`, the rest near it."""
    if window == 0:
        if now == 0:
            return short + (1900 if short > 30 else 2000)
        return now - (now - short) % 100
    if now == 0:
        return short + (1900 if short > 80 else 2000)
    back = 20 if window == 1 else 50
    return now - back + (short - (now - back)) % 100


@jitable
def date_of(buf: Array, start: int, end: int, order: int, window: int, now: int) -> int:
    """The day in a span: ddmmyy (order 0), yymmdd (1), ddMMMyy, each also with four digits of year.

    NONE when it is no day; digits behind the day (a time) are not looked at.
    """
    # The two that are usual, without a loop.
    held = eight(buf, start)
    if end - start == 6 and all_digits(held, SIX):
        one, two, three = pair(held, 56), pair(held, 40), pair(held, 24)
        if order == 0:
            return days_of(full_year(three, window, now), two, one)
        return days_of(full_year(one, window, now), two, three)
    if end - start == 7 and all_digits(held, DAY_AND_YEAR):
        a, b, c = (held >> 40) & 255, (held >> 32) & 255, (held >> 24) & 255
        if a > 64 and b > 64 and c > 64:
            month = month_of((a & 31) * 1024 + (b & 31) * 32 + (c & 31))
            return days_of(full_year(pair(held, 16), window, now), month, pair(held, 56))
    return any_date_of(buf, start, end, order, window, now)


@jitable
def all_digits(held: int, places: int) -> bool:
    """Whether the bytes of a number that have a 1 in `places` are digits."""
    high = places * 0xF0
    return (held & high) == places * 0x30 and ((held & places * 15) + places * 6) & high == 0


@jitable
def pair(held: int, place: int) -> int:
    """Two digits, the first of them at a bit of a number, as a number."""
    return ((held >> place) & 15) * 10 + ((held >> (place - 8)) & 15)


@jitable
def any_date_of(buf: Array, start: int, end: int, order: int, window: int, now: int) -> int:
    """As `date_of`, byte for byte."""
    first, digits, month, letters, last, tail = 0, 0, 0, 0, 0, 0
    for at in range(start, end):
        byte = int(buf[at])
        if 48 <= byte <= 57:
            if letters == 0:
                if digits < 8:
                    first = first * 10 + byte - 48
                digits += 1
            else:
                last = last * 10 + byte - 48
                tail += 1
        elif byte > 64:
            letters += 1
            month = month * 32 + (byte & 31)
            if letters > 3:
                return NONE
        elif byte > 32:
            return NONE
    if letters == 3 and digits <= 2 and (tail == 2 or tail == 4):
        year = full_year(last, window, now) if tail == 2 else last
        return days_of(year, month_of(month), first)
    if letters:
        return NONE
    if digits == 6 or digits == 10:
        if digits == 10:
            first = first // 100
        if order == 0:
            year = full_year(first % 100, window, now)
            return days_of(year, first // 100 % 100, first // 10000)
        return days_of(full_year(first // 10000, window, now), first // 100 % 100, first % 100)
    if digits == 8 or digits == 12:
        if order == 0:
            return days_of(first % 10000, first // 10000 % 100, first // 1000000)
        return days_of(first // 10000, first // 100 % 100, first % 100)
    return NONE


@jitable
def month_of(letters: int) -> int:
    """The month that three letters in base 32 name; 0 for any other letters."""
    a, b, c = letters // 1024, letters // 32 % 32, letters % 32
    if a == 10:
        if b == 1:
            return 1
        return 6 if c == 14 else 7
    if a == 6:
        return 2
    if a == 13:
        return 3 if c == 18 else 5
    if a == 1:
        return 4 if b == 16 else 8
    if a == 19:
        return 9
    if a == 15:
        return 10
    if a == 14:
        return 11
    return 12 if a == 4 else 0


@jitable
def time_of(buf: Array, start: int, end: int) -> int:
    """Minutes since midnight from the last four digits of hhmm or of hhmmss behind a day."""
    held = eight(buf, start)
    if end - start == 4 and all_digits(held, FOUR):
        return minute_of(pair(held, 56), pair(held, 40))
    value, digits = 0, 0
    for at in range(start, end):
        byte = int(buf[at])
        if 48 <= byte <= 57:
            value = (value * 10 + byte - 48) % 1000000
            digits += 1
        elif byte > 32:
            return NONE
    if digits == 6:
        value //= 100
    elif digits == 3 or digits == 4 or digits == 10 or digits == 12:
        value %= 10000
    else:
        return NONE
    return minute_of(value // 100, value % 100)


@jitable
def minute_of(hour: int, minute: int) -> int:
    """Minutes since midnight; NONE when there is no such time."""
    return NONE if hour > 24 or minute > 59 else hour * 60 + minute
