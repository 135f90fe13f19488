"""Words with which people say where something is, folded and in Latin letters."""

import re

STREET = re.compile(
    r"ul|ulic(?:a|y|e|o|ami|ach)?|aleja|alei|aleje|alej|os|osiedl(?:e|a|u|em)|plac(?:u|em)?|rynku|rynek"
    r"|rynkiem|rond(?:o|a|u|em|zie)"
    r"|bulwar\w{0,3}|skwer\w{0,3}|zaul\w+|trakt\w{0,2}|pl|al|alee"
    r"|wul|wulyc\w+|vul|vulyts\w+|vulic\w+|ulits\w+|ulyc\w+|prosp\w*|ploszcz\w*|ploshch\w*|prowul\w*|bulw|majdan\w*"
    r"|osjedl\w+|dz|mikrorajon\w*|rajon\w*|raion\w*|dzielnic(?:a|y|e|o|ach|ami)?|osiedlow\w*"
)
"""What stands before the name of a street, a square, an estate or a district."""
ABBREVIATED = frozenset(("ul", "wul", "vul", "prosp"))
"""These are nothing else: whatever follows is a name."""
SHORT = frozenset(("al", "os", "pl", "rajon", "dz"))
"""These may also be the ends of sentences, people, or domains."""
ENGLISH = frozenset((
    "street", "avenue", "ave", "st", "rd", "road", "square", "str", "estate", "boulevard", "district", "lane",
    "ulice", "ulici", "wulyci", "vulytsi",
))  # fmt: skip
OF_PEOPLE = re.compile(
    r"z|w|po|bez|i|na|do|od|ze|oraz|lub|(?:doros|starsz|bezdom|niepeln|potrz|dozna|uzal|chor|mlod|samot"
    r"|prywat|fizycz|trzec"
    r"|zadl|uboz|opusz|wych|przeb|pozb|szuk|korz|zagr|objet|towarz|wspier|obcy|posiad|miesz|upraw|zaint|kontakt)\w*"
)
"""What follows `os.` where it means people."""
SPELT = frozenset((
    "jeden", "dwa", "trzy", "cztery", "piec", "szesc", "siedem", "osiem", "dziewiec", "dziesiec", "jedenascie",
    "dwanascie", "trzynascie", "czternascie", "pietnascie", "szesnascie", "siedemnascie", "osiemnascie",
    "dziewietnascie", "dwadziescia", "trzydziesci", "czterdziesci", "piecdziesiat", "szescdziesiat",
    "siedemdziesiat", "osiemdziesiat", "dziewiecdziesiat", "sto", "dwiescie", "trzysta",
))  # fmt: skip
"""Figures in words."""
BEFORE = frozenset((
    "przy", "na", "w", "we", "kolo", "obok", "pod", "nad", "za", "przed", "z", "ze", "od", "do", "k", "niedaleko",
    "nieopodal", "naprzeciw", "naprzeciwko", "blisko", "miedzy", "po", "in", "at", "near", "on", "by", "from",
    "behind", "opposite", "around", "to", "u", "bila", "na", "kolo", "poruc", "poruch", "nawproty", "navproty",
    "za", "pid", "pered", "vid", "do", "v", "wid", "bilja", "bilia", "nedaleko", "adres", "adresem", "adresa",
    "address", "strony", "stronie", "przez", "przystanek", "przystanku", "przystanki", "zupynka", "stop", "ulice",
    "widok", "okolice", "mieszka", "mieszkamy", "mieszcza", "miesci", "siedziba", "dojazd",
))  # fmt: skip
"""What may stand before a place."""
CLOSE = frozenset((
    "skrzydle", "gmachu", "murach", "next", "naprotiv", "naprotiw", "rjadom", "ryadom", "riadom", "wozle", "vozle",
    "obok", "kolo", "naprzeciw", "naprzeciwko", "niedaleko", "nieopodal", "tuz", "blisko", "vis", "nieopodal",
    "przed", "miedzy", "pomiedzy", "pobliz", "poblizu", "sasiedztwie", "okolicy", "okolicach", "rogu",
    "skrzyzowaniu", "rog", "rogiem", "tylach", "tylami", "near", "opposite", "behind",
    "cieniu", "beretem", "widokiem", "overlook", "facing", "past", "beside", "around", "corner",
    "bila",
    "bilia", "bilja", "nawproty", "navproty", "poruc", "poruch", "poblyzu", "poblyzu", "nedaleko", "neopodalik",
))  # fmt: skip
"""What says by itself that something is the next thing to another."""
BESIDE = frozenset((
    "przy", "obok", "kolo", "naprzeciw", "naprzeciwko", "niedaleko", "nieopodal", "blisko", "vis", "near", "opposite",
    "naprotiv", "naprotiw", "wozle", "vozle", "rjadom", "ryadom",
    "beside", "behind", "bila", "bilia", "bilja", "nawproty", "navproty", "poruc", "poruch", "nedaleko",
))  # fmt: skip
"""What says that the name after it is near."""
STOP = re.compile(
    r"przystan\w+|stacj\w+|petl\w+|stop|station|zupynk\w+|ostanovk\w+|ostanowk\w+|dzielnic\w+|district|osiedl\w+|ulic\w+|adres|okolic\w+"
)
"""After these and a colon comes the name of a place."""
LANDMARK = re.compile(
    r"garden\w*|museum|muzej\w*|bolnic\w+|bolnits\w+|lisu|lis|komend\w*|lotnisk\w*|kampus\w*|akademik\w*|cyster\w+|karmelit\w+|dominikan\w+|franciszkan\w+|kapucyn\w+"
    r"|bernardyn\w+|jezuit\w+|paulin\w+|aptek\w+|piekarni\w*|skle[pb]\w*|bank(?:u|iem)?|hotel\w*|restauracj\w+|orlen\w*|przychodni\w*|urzed\w+|sad(?:u|em|zie)"
    r"|remiz\w+|boisk\w+|kiosk\w*|kawiarni\w*|bibliotek\w+|wisl(?:a|y|e)|rzek\w+|tor(?:y|ow|ami)|autostrad\w+|obwodnic\w+|ogrod\w*"
    r"|budyn\w+|supermarket\w*|market\w*|apteka|pharmacy|river|shop|aptyk\w*|mahazyn\w*|rynok|"
    r"kosciol\w*|kosciel\w*|kaplic\w+|bazyli\w+|klasztor\w*|parafi\w+|szkol(?:a|y|e|o)|liceum"
    r"|przedszkol(?:e|a|u|em)|szpital\w{0,3}|dworc\w+|dworzec"
    r"|rond(?:o|a|u|em|zie)|park(?:u|iem)?|petl\w+|przystan(?:ek|ku|kiem|ki|kow)|kopc(?:a|u|em)|kopiec"
    r"|most(?:u|em|ie|ow)?"
    r"|galeri\w+|zajezdni\w*|stacj(?:a|i|e|ach|ami)|poczt\w+|cmentarz\w*|basen\w*|stadion\w*|hal(?:a|i|e|o)|kin(?:o|a|em"
    r"|ie)|teatr\w*|muzeum"
    r"|uniwersytet\w*|biedronk\w+|lidl\w*|zabk\w+|kaufland\w*|carrefour\w*|tesco|auchan\w*|komisariat\w*"
    r"|wiezow\w+|zalew\w{0,3}|planty|plant|plantach|blonia\w*|blon"
    r"|las(?:ek|ku|kiem)|fort\w{0,3}|kladk\w+|estakad\w+|zoo|zamek|zamk\w+|wawel\w*|targ(?:u|iem)?"
    r"|targowisk\w*|bazar\w*|wiadukt\w*"
    r"|tunel\w*|zamk\w+|dwor(?:ek|ku|kiem)|palac\w*|mlyn\w{0,3}|browar\w*|fabryk\w+|hut(?:a|y|e|o)"
    r"|kombinat\w*|osrod(?:ek|ku) zdrowia|szpitalu"
    r"|politechnik\w*|filharmoni\w*|oper(?:a|y|ze)|akademi\w+|kampus\w*|synagog\w+|opactw\w+|sanktuari\w+|straz\w*|stadion\w*|jubilat\w*"
    r"|plaz(?:a|y|e)|centrum handlow\w+|myjni\w*|wiez\w+|targ\w*|kopaln\w+|elektrowni\w*|elektrocieplowni\w*"
    r"|quarter|university|factory|old town|synagogue|abbey|zamku|wokzal\w*|rynku|rynk\w+|stadionu|uniwersytetu|teatru"
    r"|church|station|bridge|hospital|school|mound|roundabout|terminus|stop|cemetery|mall|castle|stadium"
    r"|cerkw\w+|cerkov\w*|cerkwa|zupynk\w+|zupynci|mist|mostu|vokzal\w*|wokzal\w*|szkoly|likarn\w+"
    r"|kladowyszcz\w*|parku"
)
"""What people name when they say what is near."""
BRAND = re.compile(r"biedronk\w+|lidl\w*|zabk\w+|kaufland\w*|carrefour\w*|tesco|auchan\w*|orlen\w*")
"""Shops that stand where everybody knows."""
ORDINAL = re.compile(
    r"(?:pierwsz|drug|trzec|czwart|piat|szost|siodm|osm|dziewiat|dziesiat|\w{1,12}nast)(?:a|ej|ym|i|ia|iej)"
)
"""Numbers of districts in words."""
OWN_NAME = re.compile(
    r"hotel\w{0,2}|zupynk\w+|zupynci|wez(?:el|le|la)|kierun(?:ek|ku)|rond(?:o|a|u|em|zie)|park(?:u|iem)?|petl\w+|przystan(?:ek|ku|kiem)|kopc(?:a|u|em)|kopiec|most(?:u|em"
    r"|ie)?|galeri\w+|zajezdni\w*|dworc\w+|dworzec"
    r"|stacj(?:a|i|e|ach|ami)|cmentarz\w*|zalew\w{0,3}|las(?:ek|ku|kiem)|fort\w{0,3}|kladk\w+|estakad\w+|skwer\w*"
    r"|bulwar\w*|hal(?:a|i|e|o)|stadion\w*|szpital\w{0,3}|koscio\w+|kosciel\w+|parafi\w+|klasztor\w*"
)
"""Landmarks that have names of their own."""
COUNTED = re.compile(
    r"osob\w*|os|miejsc\w*|dni|dnia|dzien|godz\w*|min|minut\w*|lat|lata|roku|rok|r|rz|zl|zlot\w*|tys\w*"
    r"|mln|pokoj\w*|lozek|rodzin\w*"
    r"|kobiet\w*|matek|matki|dzieci|dziec\w*|raz\w*|tygod\w*|miesi\w+|procent\w*|proc|spotkan\w*|posil\w*"
    r"|telefon\w*|mieszkan\w*|stron\w*"
    r"|stycz\w+|lut\w+|marc\w+|kwie\w+|maj\w*|czerw\w+|lip\w+|sierp\w+|wrze\w+|pazdz\w+|listop\w+|grud\w+"
    r"|noc\w*|wizyt\w*|dor\w+"
    r"|people|places|days|hours|beds|years|women|families|minutes|rooms|weeks|months|nights|osib|misc\w*"
    r"|hodyn\w*|dniv|rokiv|rokiw|dniw|zinok|ditej|liz\w+|rodyn\w*|tyzn\w*|misia\w*|chwyl\w*|kimnat\w*|x|h"
    r"|m2"
    r"|lekarz\w*|specjalist\w*|etap\w*|grup\w*|zajec|kategori\w*|sztuk\w*|lokal\w{0,2}ow|placow\w+|km"
    r"|metr\w*|kg|na|do|oraz|plus|i|lub|albo|und|and"
)
"""What follows a number that counts."""
NO_STREET = re.compile(
    r"article|section|paragraf\w*|statt\w+|call|dial|room|kimnat\w+|wyrok\w*|wpis\w*|nr|numer\w*|filia\w*|oddzial\w*|art|ust|pkt|par|par|rozdz\w*|pokoj\w*|sala|sali|tel|telefon\w*|faks"
    r"|fax|krs|nip|regon|program\w*|grup\w*"
    r"|etap\w*|poz|str|tom|czesc|punkt|rok\w*|lat|wiek\w*|klas\w*|zespol\w*|dom|dz|lp|ok|okolo|ponad|do|od"
    r"|przez|co|po|min|max|max|w|na|z|i|a|o|u|dla|ustaw\w*|uchwal\w*"
    r"|rozporz\w*|umow\w*|dzien\w*|dnia|godz\w*|poniedz\w*|wtor\w*|srod\w*|czwart\w*|piat\w*|sobot\w*"
    r"|niedziel\w*|codzien\w*|calodob\w*|czynn\w*|otwart\w*|pelnolet\w*"
    r"|senior\w*|maluch\w*|rodzina|rodzin\w*|duzej|plus|unia|europ\w*|polsk\w*|stowarzysz\w*"
    r"|fundacj\w*|mops\w*|gops\w*|caritas\w*|monar\w*|linia|lini\w*|zaufani\w*|alarm\w*"
    r"|stycz\w+|lut(?:y|ego)|marzec|marca|kwie(?:cien|tnia)|maj|maja|czerw(?:iec|ca)|lip(?:iec|ca)|sierp(?:ien|nia)"
    r"|wrze(?:sien|snia)|pazdz\w+|listopada?|grud(?:zien|nia)|stopni\w*|poziom\w*|wers\w+|edycj\w*|kilk\w*|mniej|wiecej|razem|lacznie"
    r"|ponad|blisko|blyzko|czyn\w*|telefon\w*|hariacz\w*|kont\w*|infol\w*|standard\w*|ostatni\w*"
    r"|pierwsz\w*|nastepn\w*|okol\w*|najwyz\w*|bezplat\w*|doraz\w*|specjalist\w*|psycholog\w*"
)
"""What may stand before a number that is none of a house."""
AFTER_NUMBER = re.compile(
    r"m|lok|lokal\w*|mieszk\w*|w|we|i|ii|iii|iv|v|pierwsz\w*|drug\w*|trzec\w*|parter\w*|pietr\w*"
    r"|klatk\w*|domofon\w*|wejsc\w*|oficyn\w*|kod|tel|czyn\w*|otwart\w*|kw|kv"
)
"""What may follow the number of a house."""
KIND = frozenset((
    "dom", "hostel", "azyl", "osrodek", "schronisko", "schronienie", "mieszkanie", "mieszkania", "dim", "shelter",
    "house", "placowka", "lokal", "pobyt", "punkt", "centrum", "pokoje", "miejsce", "sow", "oik",
))  # fmt: skip
"""What a place where people stay is called."""
OFFICE = re.compile(r"(?:m?g?ops|ug|um|umig|urzad|gmin\w*|powiat\w*|starost\w*|wojt\w*|burmistrz\w*|pcpr|sad|bip)")
"""What makes the name of a town that of its office."""
ELSEWHERE = frozenset((
    "polska", "polsce", "polski", "polske", "malopolska", "malopolsce", "malopolski", "malopolske", "ukraina",
    "ukrainy", "ukrainie", "ukraine", "europa", "europie", "europy", "niemcy", "niemiec", "niemczech", "rosja",
    "rosji", "bialorus", "bialorusi", "slowacja", "slowacji", "czechy", "czech", "czechach", "gruzja", "gruzji",
    "warszawa", "warszawie", "warszawy", "lwow", "lwowie", "lwowa", "kijow", "kijowie", "kijowa", "katowice",
    "katowicach", "wroclaw", "wroclawiu", "gdansk", "gdansku", "poznan", "poznaniu", "lodz", "lodzi", "anglia",
    "anglii", "irlandia", "irlandii", "ameryka", "ameryce", "azja", "azji", "afryka", "afryki", "syria", "syrii",
    "rzym", "rzymu", "rzymie", "betlejem", "jerozolima", "unia", "unii", "watykan", "galicja", "galicji", "swiat",
    "swiecie", "polszcza", "polszczi", "polszczu", "ukrajina", "ukrajini", "ukrajiny", "internet", "internecie",
))  # fmt: skip
"""Places too large to be found."""
PERSON = re.compile(
    r"plk|gen|mjr|kpt|marsz|abp|inz|im|imienia|imieniem|patron\w*|sw|swiet\w+|bl|blog\w+|ks|ksiad\w+|ksied\w+|siostr\w*|brat\w{0,3}|ojca"
    r"|ojciec|o|pani|pana|panem|pan|dr|mgr|prof|kard\w*|bp|s|fundacj\w+|stowarzysz\w+|zgromadz\w+"
    r"|towarzyst\w+|spoldziel\w+"
)
"""What stands before the name of a person or of an organization."""
LEADING = re.compile(
    r"lini[aei]{1,2}|przystan\w+|kamienic\w+|tramwaj\w*|autobus\w*|bus\w*|tram\w*|domofon\w*|dzwon(?:ek|ka|kiem|ku)|nocny|nocnym|nocnego|district|klatk\w*|klatce|blok\w*|budyn\w+|oficyn\w*|brama|bramy"
    r"|bram\w*|awtobus\w*|avtobus\w*|pidjizd\w*|domofon\w*|intercom|entrance|staircase|kod"
)
CALLED = frozenset(("24", "112", "116", "800", "986", "997", "998", "999"))
NUMERO = frozenset(("nr", "numer", ".", "line", "no", "i", ","))
MONTH = re.compile(
    r"stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|wrzesnia|pazdziernika|listopada|grudnia"
)
DISTANCE = re.compile(
    r"min|minut\w*|minute\w*|m|metr\w*|meter\w*|km|krok\w*|przystan\w+|spacer\w*|pieszo|drogi|jazdy|walk"
    r"|chwylyn\w*|chvylyn\w*|zupyn\w*|hwylyn\w*"
)
