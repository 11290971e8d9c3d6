"""Words that tell little about who or what a name is of, and what they weigh.

The weight holds for the word wherever it stands; it is the same in every name.
"""

PARTICLES = """
al el ul ur ar ash at ud bin ibn ben bint binti abu abou umm oum ould wuld ibni van von der den het
ten ter de du des la le les los las da das dos di del della dello degli delle dal und of the and
for zu zum zur
"""

TITLES = """
mr mrs ms miss mstr mister mevrouw dhr mevr mw dr prof sir lady lord ir ing drs mr madam madame mme
mlle monsieur herr frau senor senora sheikh shaykh sheik shaikh haji hajji hadji haj mullah mulla
mawlawi maulavi mawlavi maulana mawlana molla sayyid ustad ustaz agha hafiz qari general colonel
major captain capt commander commandant brigadier lieutenant lt col gen chief president minister jr
sr ii iii
"""

LEGAL_FORMS = """
ltd limited llc inc incorporated corp corporation company gmbh ag sa sarl sas spa srl bv nv plc
oao ooo zao pao ao jsc pjsc cjsc ojsc fze fzco fzc fz fzllc kg kgaa ohg asa oyj aps sro doo
pvt pte pty sdn bhd tbk lp llp lllp cv vof est trading group holding holdings international
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
    "obshchestvo s ogranichennoy otvetstvennostyu": "llc", "private joint stock company": "ao",
    "aktsionernoe obshchestvo": "ao", "otkrytoe aktsionernoe obshchestvo": "oao",
    "publichnoe aktsionernoe obshchestvo": "pao", "zakrytoe aktsionernoe obshchestvo": "zao",
    "jsc": "ao", "ojsc": "oao", "pjsc": "pao", "cjsc": "zao", "public limited company": "plc",
    "gesellschaft mit beschrankter haftung": "gmbh", "besloten vennootschap": "bv",
    "naamloze vennootschap": "nv", "s r l": "srl", "s p a": "spa", "g m b h": "gmbh",
    "s a r l": "sarl", "l l c": "llc", "l t d": "ltd", "s a s": "sas", "p j s c": "pao",
    "o j s c": "oao", "j s c": "ao", "p l c": "plc", "l l p": "llp", "g m b h co kg": "gmbh",
    "sociedad anonima": "sa", "societe anonyme": "sa", "societa per azioni": "spa",
    "sociedad de responsabilidad limitada": "srl", "s de r l": "srl", "sociedad limitada": "srl",
    "societatea cu raspundere limitata": "srl", "societe a responsabilite limitee": "sarl",
    "private limited": "pvt", "pvt ltd": "pvt", "pte ltd": "pte", "pty ltd": "pty",
    "sp z o o": "llc", "sp zoo": "llc", "d o o": "doo", "s r o": "sro", "b v b a": "bvba",
    "proprietary limited": "pty", "sendirian berhad": "sdn", "sdn bhd": "sdn",
    "free zone establishment": "fze", "free zone company": "fzco", "co ltd": "ltd",
    "company limited": "ltd", "limited liability partnership": "llp", "limited partnership": "lp",
    "federal state unitary enterprise": "fgup", "state unitary enterprise": "gup",
    "anonim sirketi": "anonimsirketi", "kabushiki kaisha": "kk", "united states": "usa",
    "u s a": "usa", "united kingdom": "uk", "first": "1st", "second": "2nd", "third": "3rd",
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "forty four": "44",
}  # fmt: skip
"""Words that stand for one thing together, and the token that stands for them."""

LAST_PHRASES = {
    "s a": "sa", "b v": "bv", "n v": "nv", "a g": "ag", "a s": "as", "l p": "lp", "k g": "kg",
}  # fmt: skip
"""The same, at the end of a name of at least three words only: elsewhere they are initials."""

EVERYDAY = """
bank trust fund funds systems solutions services industries electronics motors energy oil gas steel
insurance securities global business capital partners estate real construction supply airlines
aviation shipping marine university institute ministry government national international industrial
trading general company technology engineering development investment management foundation center
centre committee council party movement brigade front army liberation islamic people peoples
republic science sciences academy military medical research design bureau plant factory state
federal
"""
"""Words of organisations that tell little, whatever list they stand on."""

EVERYDAY_WEIGHT, COMMON_FORM_WEIGHT = 500, 700
