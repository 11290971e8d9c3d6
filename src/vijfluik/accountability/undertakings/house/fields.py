"""Which fields of the House's open data are read (OData 2.0 of the Tweede Kamer, entities by name).

Names of ministers, members and parties are in the same rows and are not read. The entity Besluit is
not read either: how the House voted says nothing about whether a motion was carried out.
"""

from vijfluik.accountability.undertakings.vocabulary import HouseSays

# Toezegging: what was promised orally; done once the House has the result in writing.
TOEZEGGING = (
    "Nummer", "Tekst", "Status", "Ministerie", "DatumNakoming", "GewijzigdOp", "Verwijderd",
)  # fmt: skip
# Zaak, of which only those with Soort "Motie": Afgedaan says that the House closed the case.
ZAAK = ("Nummer", "Soort", "Titel", "Onderwerp", "Afgedaan", "GewijzigdOp", "Verwijderd")
MOTION = "Motie"
# The words of Status that we know; a row with another one is shown and not read.
STATUS = {
    "openstaand": HouseSays.OPEN,
    "deels voldaan": HouseSays.OPEN,
    "voldaan": HouseSays.DONE,
}
# Afgedaan, as JSON and as the cells of a spreadsheet write it.
YES, NO = ("true", "ja", "1"), ("false", "nee", "0", "")
