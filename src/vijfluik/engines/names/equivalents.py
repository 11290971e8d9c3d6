"""Words that name the same although they are spelled otherwise: forms of a name, and short forms.

They say something about two words, never about the person who bears one. Written in tokens as
`tokens.read` makes them.
"""

FORMS = """
abraham ibrahim avraham ebrahim abram ibragim brahim
alexander aleksandr alexandre alejandro iskander iskandar alessandro oleksandr aliaksandr alex sasha
andrew andrey andre andreas andres andrzej andriy andrii andrea
anthony antonio anton antoine tony antonius
benjamin binyamin ben benyamin
bernard bernhard bernardo bernardus
catherine katherine ekaterina yekaterina katarina catharina caterina kathryn kate katja
charles karl carlos karel carl carlo charlie
christopher christoph cristobal chris christophe
daniel daniil danyal danial dan
david dawud daud davud dovid dave davide
demetrius dmitri dmitriy dimitri dmitry dmytro dzmitry
edward eduard eduardo edouard edwin eddy
elias ilyas elijah ilya ilias eliyahu
elizabeth elisabeth elisabet yelizaveta elizaveta liz isabel
emmanuel emanuel manuel
eugene yevgeny evgeny yevhen eugen eugenio yauheni
francis francisco francesco franz frans frank francois franciscus
frederick friedrich frederik fred federico fryderyk
gabriel jibril gavriel jabril
george georg georgy jorge georgios giorgi jurgen joris yuri yury girgis
gerard gerrit gerardus gerhard gerardo
gregory grigory grigori gregorio hryhoriy
henry hendrik heinrich enrique henri hendrikus harry henrik enrico
hermann herman armand
isaac ishaq ishak yitzhak iskhak ishaaq
ismail ishmael esmail
jacob yaqub yakub yaacov jakob jacobus jaap jacques jakub yakov iakov
james jim jimmy jaime jacobus
jesus isa issa eisa yeshua
john jan johan johannes johann ivan juan giovanni jean ian yohanan yahya yuhanna ioannis hans jon
sean job ayub ayoub ayyub eyup
jonah yunus younes younis yunis jonas
joseph yusuf youssef josef jose yosef giuseppe jozef joe joep yousef iosif usuf sefa
joshua yehoshua josue yeshua
laurence lawrence lorenz lorenzo laurens laurent
leon lev leo leonid
louis luis ludwig luigi lodewijk louise ludovic
luke lucas lukas luca loek luqa
mark marcus marco marc markus marek markos
mary maria maryam miriam mariam marie meryem marija mariya maryem
martin maarten martinus marten
matthew matthias mateo matteo matthijs matthieu matvey mattheus mateusz
michael mikhail michel miguel michiel mikael mihail mykhailo michal mike mihai
moses musa moussa moshe mousa moises moesa
muhammad mohamed mehmet mahomet mohd md muhammed mohamud mamadou magomed mukhammad makhmed muhd
mohmed ahmad ahmed akhmed ahmet achmed akhmad amadou akhmet
mahmud mahmoud makhmud mahmut mehmud
mustafa moustapha mostafa mustapha
nicholas nikolai nikolay nicolas nicolaas klaas mykola mikalai nikolaus nico nikola niklas nick
noah nuh nouh
osama usama oussama ussama
othman uthman osman usman ousmane uthmaan
omar umar omer oumar umer
patrick patricio padraig pat
paul pavel pablo pauel pavlo paulus paolo pal boulos bulus
peter piotr pedro pyotr pierre petr pieter petrus pietro petro petar butrus piet petros boutros
philip filip philippe felipe filippo
raphael rafael rafail
richard ricardo rick dick riccardo
robert roberto rob bob
samuel shmuel samuil sam shamil
sergey serge sergio serhiy siarhei sergius
simon shimon simeon semyon semen szymon simone
solomon sulaiman suleiman shlomo salomon soleiman suleyman sulayman
sophia sofia sofya safiya sophie
stephen stefan steven esteban etienne stepan stephan stefano stefanus steve istvan
theodore fyodor fedor theodor teodor fiodor
thomas tomas tomasz tommaso foma tom
timothy timofey timo tim timur
victor viktor vittorio wiktor
vladimir volodymyr uladzimir wladimir vladymyr
vyacheslav viacheslav vjatsjeslav vaclav
william willem wilhelm guillermo guillaume bill will wim guglielmo
zachary zakaria zakariya zechariah zacharias zakariyya zekeriya
jamal gamal djamal cemal dzhamal jemal
jafar cafer djafar gafar dzhafar
jalal celal galal djalal dzhalal
jihad cihad djihad gihad
haj haji hajji hadji hac
hasan hassan khasan hasson
husayn hussein khusein huseyin hossein khuseyn
abu abou ebu abi aboe
umm oum om um
ibn bin ben ould wuld
bint bent binti
sheikh shaykh cheikh seyh sjeik sheik shaikh
said saeed sayid seyid syed sayyid sayed saied
khalid halit khaled
aishah aisha aicha ayse aysha ayesha
fatima fatma fatimah fatema fadma
khadija hatice khadijah khadidja
zaynab zeinab zeynep zainab zineb
layla leila leyla laila
amir emir ameer
mirza mirzo murza
rashid rachid resit rasheed
tariq tarik tarek tarick
yasir yasser yaser jaser
qasim kasim qassem gassem kacem kasem qasem ghasem
qadir kader qader ghader
wahid vahid waheed
nur noor nour nuri
fadl fazl fazal
riyad riad riyadh reza rida
ridha reza rida riza
murtada morteza murtaza mortaza
din deen dine eddine
kim gim ghim
lee yi li ri rhee
park pak bak
jung jong jeong chung chong
choi choe choy
chang jang zhang
cho jo joe
kang gang
yoon yun
lim rim im
shin sin
noh ro roh
yang ryang
ryu yu yoo
wang wong
chan chen tran
huang wong hwang
liu lau liou
zhao chao
zheng cheng
zhou chow chou
xu hsu
xie hsieh
cai tsai
zhu chu
ng wu
nguyen nguyn
"""

ORGANISATIONS = """
limited ltd limitada ltda
incorporated inc
corporation corp
company co comp cie compania compagnie kompaniya kompania
group gruppa groupe grupo gruppe groep holding
brothers bros
international intl internasional internacional
industries industry industrie industrial ind
manufacturing mfg
association assn assoc
university univ universitet universiteit universidad
institute inst institut instituto
department dept
government govt
general gen
trading trade trad trdg handel handels torgovy
services service svcs
technology technologies tech technical teknoloji tekhnologii
engineering eng engg
enterprise enterprises ent empresa
development dev
investment investments invest
management mgmt
national natl nacional nationale natsionalny
bank banque banco bancaria banka
foundation stichting fundacion stiftung fondation fond fund fonds
federal federalnoe federation federatsiya
scientific nauchno
production proizvodstvo proizvodstvenno
airlines airways aviation air
organization organisation
shipping maritime marine
center centre centro tsentr
factory zavod plant
saint st sint sankt
and und et y en
llc ooo tov too ltd limited
ao oao pao zao plc
ag aktiengesellschaft aktiengeselschaft akg
gesellschaft ges
"""


def groups() -> list[tuple[str, ...]]:
    """The groups of words, each at least two."""
    lines = (FORMS + ORGANISATIONS).splitlines()
    return [tuple(line.split()) for line in lines if line.strip()]
