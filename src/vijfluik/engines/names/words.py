"""Words that tell little about who or what a name is of, and what they weigh.

The weight holds for the word wherever it stands; it is the same in every name.
"""

PARTICLES = """
al el ul ur ar as ash at ad az an un ud us il bin ibn ben bint binti abu abou umm oum ould wuld ibni
van von der den de het ten ter te op aan in uit bij onder over s t du des la le les lo los las da das
do dos di del della dello degli delle dal van't y e i und et and of the and for o zu zum zur af av
"""

TITLES = """
mr mrs ms miss mstr mister mevrouw dhr mevr mw dr prof sir lady lord ir ing drs mr madam madame mme
mlle monsieur herr frau senor senora sheikh shaykh sheik shaikh haji hajji hadji haj mullah mulla
mawlawi maulavi mawlavi maulana mawlana molla sayyid ustad ustaz agha hafiz qari general colonel major
captain capt commander commandant brigadier lieutenant lt col gen chief president minister jr sr ii iii
"""

LEGAL_FORMS = """
ltd limited llc inc incorporated corp corporation co company gmbh ag sa sarl sas spa srl bv nv plc
oao ooo zao pao ao jsc pjsc cjsc ojsc fze fzco fzc fz fzllc kg kgaa ohg ab asa oy oyj aps sro doo ad
pvt pte pty sdn bhd tbk kk lp llp lllp cv vof est trading group holding holdings international as
aktiengesellschaft gesellschaft limitada ltda cia compania gup fgup mup tov too dmcc eood ood eirl
coop foundation stichting vereniging association
"""

WEIGHTS: dict[str, int] = {
    **dict.fromkeys(LEGAL_FORMS.split(), 200),
    **dict.fromkeys(TITLES.split(), 150),
    **dict.fromkeys(PARTICLES.split(), 100),
}
"""The most a word may weigh, in thousandths of a rare one."""

ARABIC_PARTICLES = {bytes((128, 151)): 100, bytes((130, 153)): 100, bytes((128, 130, 153)): 100}
"""The same for al-, bin and ibn in Arabic script."""

GLUED_TITLES = ("mstr", "miss", "prof", "mrs", "mr", "ms", "dr", "chd", "inf")
"""Titles that airlines write behind the given names without a space, the longest first."""

SHORT_WEIGHTS = (0, 250, 550, 800)
"""The most a token of 0, 1, 2 or 3 letters may weigh: short tokens agree by chance."""

PHRASES = {
    "open joint stock company": "oao", "public joint stock company": "pao",
    "closed joint stock company": "zao", "joint stock company": "ao",
    "limited liability company": "llc", "company with limited liability": "llc",
    "obshchestvo s ogranichennoy otvetstvennostyu": "llc", "ooo": "llc", "tov": "llc", "too": "llc",
    "aktsionernoe obshchestvo": "ao", "otkrytoe aktsionernoe obshchestvo": "oao",
    "publichnoe aktsionernoe obshchestvo": "pao", "zakrytoe aktsionernoe obshchestvo": "zao",
    "jsc": "ao", "ojsc": "oao", "pjsc": "pao", "cjsc": "zao", "public limited company": "plc",
    "gesellschaft mit beschrankter haftung": "gmbh", "besloten vennootschap": "bv", "b v": "bv",
    "naamloze vennootschap": "nv", "n v": "nv", "s a": "sa", "s r l": "srl", "s p a": "spa",
    "s a r l": "sarl", "a g": "ag", "l l c": "llc", "l t d": "ltd", "s a s": "sas", "p j s c": "pao",
    "sociedad anonima": "sa", "societe anonyme": "sa", "societa per azioni": "spa",
    "sociedad de responsabilidad limitada": "srl", "s de r l": "srl", "sociedad limitada": "srl",
    "societe a responsabilite limitee": "sarl", "private limited": "pvt ltd", "sp z o o": "llc",
    "proprietary limited": "pty ltd", "sendirian berhad": "sdn bhd", "free zone establishment": "fze",
    "free zone company": "fzco", "limited liability partnership": "llp", "limited partnership": "lp",
    "federal state unitary enterprise": "fgup", "state unitary enterprise": "gup",
    "aktsiaselts": "as", "anonim sirketi": "as", "a s": "as", "kabushiki kaisha": "kk",
    "united states": "usa", "u s a": "usa", "united kingdom": "uk", "u k": "uk",
}  # fmt: skip
"""Legal forms in several words, and the token that stands for them."""
