"""Numbers that the kernel's parts share: places in `st`, columns it names itself, operations.

A test compares the tables, columns and findings named here with `tables` and `kinds`.
"""

# Where a scalar stands in `st`. SAFE: everything before it is read and its rows are final.
POS, MODE, STATE, FORMAT, MESSAGES, BOOKING, TRAVELLER, LEG = range(8)
SAFE, OVER, YEAR, ELEMENTS, SEGMENTS, SEGMENT, UNH_AT, IN_MESSAGE = range(8, 16)
TRAVELLERS, BOOKING_ROW, PEND, EXTRA, MENTIONED, DOUBLES, PAPER_DOUBLES, LEG_MARKS = range(16, 24)
REPEATED, RESUMED, UNB_MESSAGES, HINT, WRAPS, CONTROLS, LEG_EXTRA, DECLARED = range(24, 32)
PAPERS_IN, PAPERS_GONE, LEGS_IN, LEGS_GONE, TRAVELLERS_GONE, ROLE, KEEP_ROLES, JUNK = range(32, 40)
RELEASE, TERMINATOR, ELEMENT, COMPONENT, ORIGIN, UNB_AT, UNB_END, UNG_AT, UNG_END = range(40, 49)
BARE, SCRATCH, FILTERED, LAST_PART, PART, MULTI = 49, 50, 51, 58, 59, 60
SAFE_MODE, SAFE_JUNK, SAFE_MESSAGES, SAFE_UNB_MESSAGES, SAFE_BARE = 80, 81, 82, 83, 84
# The span of each field of UNB that messages repeat.
UNB_SPANS, SIZE = 64, 96
OUTSIDE, INSIDE = 0, 1
# What a call ends with.
DONE, MORE, FULL = 0, 1, 2
# Classes of bytes.
DATA, COMP, ELEM, TERM, REL, BREAK = range(6)
SEGMENT_LIMIT, BOOKING_LIMIT, LOOK_BACK = 1 << 20, 4096, 64
NONE = -(1 << 31)
# A text cell is one number: where its bytes begin, times 2^32, and where they end.
LOW = (1 << 32) - 1
# Tables and the columns that the code below names itself; a test compares them with `tables`.
T_MESSAGE, T_FLIGHT, T_BOOKING, T_TRAVELLER, T_DOCUMENT, T_CONTACT, T_PAYMENT, T_LEG = range(8)
T_SEAT, T_BAG, T_TICKET, T_LOYALTY, T_HISTORY, T_FINDING = range(8, 14)
TABLES = 14
C_SURNAME, C_GIVEN, C_MIDDLE, C_CODE, C_REF, C_NAME_KIND = range(6)
C_BIRTH = 10
D_SOURCE, D_KIND, D_ISSUER, D_NUMBER, D_NATIONALITY, D_BIRTH, D_SEX, D_EXPIRY = range(8)
D_SURNAME, D_GIVEN, D_SECOND, D_PLACE, D_APPLIES, D_STATUS, D_CARRIER, D_REF = range(8, 16)
N_KIND, N_BIRTH = 5, 6
N_INFANT, N_PAPER_BIRTH, N_PAPER_EXPIRY = 5, 6, 7
# Operations of the grammar and, behind DO, what is too particular for a table.
GO, ROW, PUT, EACH, DROP, DAYS, STAMP, NEED, FIND, SET, DO, RAISE = range(12)
LEG_ROW, MENTION, PASSPORT, VISA, ADDRESS, FREE_TEXT, INFANT, BAGS = range(8)
PLACE, MOMENT, NAME, START_BOOKING, CANCEL, COUNT, ROLE_OF, MARK_REF = range(8, 16)
OTHER_SERVICE, FLIGHT, PAPER_IN, LEG_GONE, MENTIONED_HERE, NOBODY = range(16, 22)
BOOKING_DATES, MONEY, COMMUNICATIONS, PAST_SERVICE, PERSON_US, LOCATOR = range(22, 28)
# Findings that the code below raises itself; a test compares them with `kinds`.
F_OUTSIDE, F_NO_INTERCHANGE, F_NO_MESSAGE, F_UNTERMINATED, F_TRUNCATED, F_NOT_ENDED = range(6)
F_SEGMENTS, F_REFERENCE, F_MESSAGES, F_UNZ, F_UNKNOWN_MESSAGE, F_UNKNOWN_SEGMENT = range(6, 12)
F_MISPLACED, F_OVERSIZED, F_REPEATED, F_DATE, F_NAME, F_LOCATOR, F_NO_START = range(12, 19)
F_FLIGHT, F_RECORDS, F_QUALIFIER, F_CHECK_IN, F_INFANT, F_UNLINKED, F_WRAPPED = range(19, 26)
F_CONTROL, F_LOST, F_SEPARATORS, F_NO_COUNT = 26, 27, 28, 34
# Whole numbers of the message table: its end, what UNT declares, the first of the filter's counts.
M_END, M_DECLARED, M_FILTERED = 5, 10, 25
# Tags that the code names itself; the grammar numbers the others from TAGS on.
UNB, UNG, UNH, UNT, UNE, UNZ, UNA, UNS, TIF, NAD, PDT, ERP, SRC, TVL, TDT = range(1, 16)
STATES = 20
FIELD_LIMIT, PIECE_LIMIT = 65_536, 16
# The arrays within `m`, one memory of 64-bit numbers, so that a call passes two things: the bytes
# and this. The state comes first; then what has a size of its own; at last, at the places that the
# state names, the grammar's lists and the arena of rows.
TAGS, SLOTS = 64, 1024
# CELLS: where the text cells of a table's last row begin; 0 when no row is open to be filled.
ROWS, FIRST, OPENED, CAP, BASE, STRIDE, NUMS, CELLS = range(SIZE, SIZE + 8 * 16, 16)
TALLY = SIZE + 8 * 16
CLS = TALLY + TAGS
TAG_SLOTS = CLS + 256
SERVICE_SLOTS = TAG_SLOTS + SLOTS
RULE_OF = SERVICE_SLOTS + SLOTS
FS = RULE_OF + 6 * STATES * TAGS
FE = FS + FIELD_LIMIT + 8
EF = FE + FIELD_LIMIT + 8
PIECES = EF + FIELD_LIMIT + 8
LISTS = PIECES + 2 * PIECE_LIMIT
CASES, OPS = 85, 86
