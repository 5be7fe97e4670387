"""Concord in French: what the small words before a noun ask of the words behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.register import Register
from pipeline.checks.sheet import OBJECT, WARNING, Block, Mark
from pipeline.sought import sought

_W = r"[a-zà-ÿœ]"
_END = r"(?![\w’'·⋅/(-]|\.\w)"
_SOFTLY = (
    r"(?:(?:déjà|aussi|toujours|encore|bien|très|désormais|souvent|ainsi|donc|plus|moins|pas|jamais"
    rf"|peu|trop|tout|alors|{_W}+ment) )*"
)
_NO_FORMS = frozenset(
    (
        "abonné abonnée absent accent accident adhérent adjacent administré adolescent affluent "
        "affront agent allié allée amitié année antécédent anxiété apogée apparent après argent "
        "armée arpent arrivée arrêté ascendant assemblée associé associée assuré astringent "
        "auvent avant avent beauté blessé blé bonté bouchée bébé café canapé carré cent chaussée "
        "cheminée cité cliché client clé cohérent comité communauté communiqué compétent comté "
        "confluent congé conscient consent content continent contrevent contrée convalescent "
        "convergent corvée coté couvent croisée côté degré denrée dent dictée difficulté "
        "différent dirigent divergent donnée durée dé décent déficient délégué déléguée dément "
        "député députée détergent efficient employé employée entrée excellent excepté exigent "
        "existent exposé expédient faculté fermeté fierté fossé foulée front fréquent fumée fée "
        "gradient gré honnêteté hormis huée idée imminent impatient imprudent incident "
        "inconvénient indifférent indulgent influent ingrédient inhérent inimitié innocent "
        "insolent insuffisant intelligent intermittent invité invitée itinérent journée jusque "
        "lancée latent lent levée liberté lignée loyauté lycée lâcheté majesté malgré marché "
        "mariée marée matinée ment moitié mont montée mosquée musée mêlée nouveauté nuée né "
        "négligent occident occurrent odyssée ondée onguent ont opacité opulent orchidée orient "
        "panacée parent parenté passé patient pauvreté pensée percée permanent pertinent "
        "pestilent pincée pitié piété plongée poignée polyvalent pont portée poupée prisée "
        "procédé propreté propriété prudent pré précédent préfet présent président puberté "
        "puissent purée pâté péché pénitent quotient randonnée relevé renommée rentrée rescapé "
        "ressent retombée retraité royauté ruée récent récipient réfugié réfugiée régent "
        "résident résumé réticent salarié salariée santé sent serpent sobriété société soirée "
        "sous-jacent souvent strident succulent suffisent supermarché sûreté talent thé tient "
        "torrent tournée traité transparent traversée trident trophée turbulent unité urgent "
        "vallée variété veillée vent vient violent virulent visée volonté volée vont vu émergent "
        "éminent énoncé épopée épée équivalent été évident"
    ).split()
)
"""Nouns and small words that end like a participle or a verb in the plural."""
_LIKE_NOUNS = sought(
    r".*(?<!inv)(?<!hab)(?<!vis)(?<!lim)(?<!mér)(?<!hér)(?<!éd)(?<!év)(?<!exc)(?<!llic)(?<!susc)"
    r"(?<!explo)(?<!tra)(?<!rév)ités?|.*ment|.+[vt]ient|.+ssent(?<!issent)"
)
_É, _ÉE = rf"{_W}{{2,}}é", rf"{_W}{{2,}}ée"
_PREPOSED = sought(
    r"(?:\b(?:de|à|en|sur|pour|par|dans|avec|sans|sous|chez|vers|entre|contre|selon|après|avant"
    r"|depuis|pendant|dont|comme|et|ou|toute|toutes|tous|durant|via|puis|hors|parmi|malgré|jusque"
    r"|que|si|au|aux|du|des|dès|voire|ni) |\b[dl][’'])$",
    re.IGNORECASE,
)
"""What stands behind a preposition is part of something else, and may have another gender."""
_WHOLE = (
    r"(?:plupart|dizaine|douzaine|quinzaine|vingtaine|trentaine|centaine|nombre|majorité|minorité"
    r"|partie|ensemble|moitié|tiers|quart|foule|multitude|quantité|série|totalité|reste|total|fois"
    r"|poignée|millier|million|milliard|plus|moins|groupe|couple|infinité|peu|mieux|jour|soir|une?)"
)
_BETWEEN = (
    rf"(?:(?!(?:qui|que|où|dont|quand|et|ou|est|a|sera|était)\b)(?:{_W}|[A-ZÀ-Þ’'-])+ ){{0,6}}?"
)
_NO_AIT = r"(?:fait|lait|trait|portrait|souhait|retrait|extrait|parfait|attrait|forfait|satisfait)"
_THIRD = (
    r"(?!(?:dans|sans|plus|mais|puis|depuis|toujours|jamais|pas|sous|vers|très|moins|alors|après"
    r"|dès|tous|toutes|hors|lors|ailleurs|parfois|certes|désormais|nous|vous|les|leurs|ses|des|ces"
    r"|puis|près|volontiers|exprès|néanmoins|ainsi|mêmes|seuls|seules|fois|cas|deux|trois)\b)"
)
_CLITICS = r"(?:(?:ne|se|me|te|nous|vous|le|la|les|lui|leur|y|en) |[nsmtl][’'](?:y |en )?)*"
_SHE = (
    rf"(?:(?!(?:lieux|cieux|vieux|mieux|ceux|deux|yeux|jeux|enjeux|feux|vœux|creux|aïeux"
    rf"|eux){_END})"
    rf"{_W}+eux|{_W}+(?:rat|mat|gat|lat|rmat|cat|nat|duc|str|pula|ges|sess|spor)if(?<!collectif)"
    rf"|{_W}{{2,}}(?:tionnel|turel|[nt]uel|iciel(?<!logiciel)|ional|cial|cipal|éral|utiqu|éen))"
)
_HE = (
    rf"(?:{_W}+(?:euse|tionnelle|turelle|[nt]uelle|ionale|ciale|cipale|éenne|cienne|rative|tative"
    r"|gative|ducative|ctive))(?<!perspective)(?<!directive)(?<!alternative)(?<!statuelle)"
    r"(?<!narrative)(?<!rédactive)"
)
_THEY = (
    rf"(?:{_W}{{2,}}(?:tionnel|turel|[nt]uel|ional|cial|cipal|éral|éen|atif(?<!adjectif)|iste)"
    rf"|{_HE})"
)
_OPENING: tuple[tuple[str, str], ...] = (
    # Where a sentence begins, nothing stands before its subject.
    (
        (
            rf"(?:La|Une|Cette|Sa) (?!{_WHOLE}\b){_W}{{3,}} {_BETWEEN}(?:est|était|sera|a été|fut)"
            rf" {_SOFTLY}({_É}){_END}"
        ),
        "the feminine",
    ),
    (
        (
            rf"(?:Le|Un|Ce) (?!{_WHOLE}\b){_W}{{3,}} {_BETWEEN}(?:est|était|sera|a été|fut)"
            rf" {_SOFTLY}({_ÉE}){_END}"
        ),
        "the masculine",
    ),
    (
        (
            rf"(?:Les|Ces|Des|Nos|Ses|Leurs|Vos|Plusieurs) {_W}{{3,}}[sx] "
            rf"(?:(?:de la|du|des|de) {_W}+ |(?:de l|d)[’']{_W}+ |{_W}{{4,}}s )?{_CLITICS}"
            rf"((?!{_NO_AIT}\b)(?:{_W}{{2,}}ait|{_W}+(?:er|ir|dr|vr|rr)a)){_END}"
        ),
        "the plural",
    ),
    (
        (
            rf"(?:(?:Le|La|Ce|Cette|Un|Une|Chaque|Notre|Votre) |L[’'])"
            rf"(?!(?:{_WHOLE}|que|qui|dont)\b){_W}{{3,}}(?<!s) {_CLITICS}"
            rf"({_W}{{2,}}(?:ent|ront)){_END}"
        ),
        "the singular",
    ),
)
_INNER: tuple[tuple[frozenset[str], str, str], ...] = (
    # One of the words in it, where it is wrong, and what is right.
    (frozenset(("on", "il", "elle")),
     (rf"(?<![\w-])(?:[Oo]n|[Ii]l|[Qq]u[’'](?:on|il|elle)|(?:^|(?<=[.;:] ))[Ee]lle) {_CLITICS}"
      rf"({_THIRD}{_W}{{2,}}(?:[eatx]s|ez|ons)){_END}"), "the third person"),
    (frozenset(("ils",)),
     (rf"(?<![\w-])[Ii]ls {_CLITICS}({_W}{{2,}}(?:ait|era|ira|dra|oit|end)){_END}"),
     "the plural"),
    (frozenset("est sera était été sont seront".split()),
     (rf"(?<![\w’'-])(?:est|sera|était|été|sont|seront) {_SOFTLY}((?!depuis|puis){_W}*"
      rf"(?<!acq)(?<!req)(?<!conq)(?<!exq)(?<!enq)uis){_END}"), "the participle"),
    (frozenset(("aucun", "aucune", "chaque")),
     (rf"\b(?:[Aa]ucune?|[Cc]haque) {_W}{{3,}} (?:n[’']|ne )({_W}{{3,}}s){_END}"), "the singular"),
    (frozenset(("ils", "elles")),
     (rf"\b(?:[Ii]ls|[Ee]lles) (?:sont|étaient|seront) (?:plus|très|trop|aussi|moins|si|assez) "
      rf"((?!que|ou|en|loin|près|tard|tôt|bien|peu|souvent|proche d|longtemps){_W}{{3,}}(?<![sxz])"
      rf"(?<!ment)){_END}"), "the plural"),
    (frozenset(("elles",)),
     (rf"\b[Ee]lles (?:sont|étaient|seront) {_W}+es(?:, {_W}+es)* et {_SOFTLY}({_É}s){_END}"),
     "the feminine"),
    (frozenset("sont seront ont étaient peuvent doivent".split()),
     (rf"(?<![\w’'-])(?:[Ll]es|[Dd]es|[Cc]es|[Nn]os|[Ss]es|[Ll]eurs|[Vv]os) ({_W}{{3,}}(?<![sxz])"
      r"(?<!\bne)) (?:sont|seront|ont été|étaient|peuvent|doivent)\b"), "the plural"),
    (frozenset(("sont", "étaient", "seront")),
     (rf"(?<![\w’'-])(?:[Ll]es|[Cc]es|[Nn]os|[Ss]es|[Ll]eurs|[Vv]os) {_W}{{3,}}[sx] (?:sont|étaient"
      rf"|seront) {_SOFTLY}((?!(?:ensemble|contre|autre|souvent|avant|autant|maintenant|devant"
      rf"|comme|même|présent|ainsi)\b){_W}{{3,}}(?:[a-zà-ÿ]e|[ae]l|if|ant|ent|ain|ien)(?<!ment))"
      r"(?=[.,;)])"), "the plural"),
    (frozenset(("qui",)),
     (rf"(?:^|(?<=[.;:,] ))(?:[Uu]ne|[Ll]a|[Cc]ette) {_W}{{3,}} qui (?:n[’']est pas|est|était|sera"
      rf"|a été) {_SOFTLY}({_É}){_END}"), "the feminine"),
    (frozenset("sont être été soient seront étaient".split()),
     (rf"(?<![\w’'-])(?:sont|(?:doi|peu)(?:t|vent) être|été|soient|seront) {_SOFTLY}{_É}e?s? et"
      rf" ({_W}{{3,}}er)"
      rf"{_END}(?<!premier)(?<!dernier)(?<!hier)(?<!fier)(?<!cher)(?<!léger)"), "the participle"),
)  # fmt: skip
_BEGUN = [(sought(form), right) for form, right in _OPENING]
_WITHIN = [(signs, sought(form), right) for signs, form, right in _INNER]
_FEMININE = frozenset(("la", "une", "cette", "sa", "ma"))
_MASCULINE = frozenset(("le", "un", "ce"))
_PLURAL = frozenset("les ces nos ses leurs vos plusieurs quelques".split())
_THOU = frozenset("tu te toi ton ta tes".split())
_OF_THOU = sought(rf"(?<![\w’'-])((?!embarras){_W}{{2,}}(?:er|ir|dr|vr|rr)as){_END}")
_WHOLES = sought(rf"{_WHOLE}s?")
_ENDS = ("é", "eux", "if", "el", "al", "éen", "euse", "elle", "ale", "enne", "ive", "iste", "ée")
_HELPED = sought(
    r"(?<![\w-])(sont|seront|étaient|soient|furent|ont|auront|avaient|auraient|aient|a|aura|avait"
    rf"|aurait|avons) {_SOFTLY}(été {_SOFTLY})?({_W}{{2,}}é(?:es?|s)?){_END}"
)
_ARE = frozenset("sont seront étaient soient furent".split())
_THEY_HAVE = frozenset("ont auront avaient auraient aient".split())
_OBJECT = sought(r" (?:le|la|les|une?|des|son|sa|ses|leurs?|cette|ces)\b| l[’']| [A-Z]")
_BEFORE_IT = sought(r"(?:\b(?:les?|la|nous|vous) |[’'])$|\b(?:que |qu[’']|quelle|combien)[^.;:]*$")
"""An object that stands before: `une approche que les villes ont poussée`."""


def _helped(sentence: str) -> Iterator[tuple[re.Match[str], str]]:
    """`Ont été lancé`, `a été lancés`, `a lancée la ville`: participles behind their auxiliary."""
    for found in _HELPED.finditer(sentence):
        verb, been, word = found.groups()
        before = sentence[max(0, found.start() - 6) : found.start()]
        is_one = not word.endswith("s")
        if verb in _ARE:
            if is_one and not before.endswith("se ") and sentence[found.end() :][:4] != " et ":
                yield found, "the plural"
        elif been:
            if is_one == (verb in _THEY_HAVE):
                yield found, "the plural" if is_one else "the singular"
        elif word[-1] == "é" or _BEFORE_IT.search(sentence, 0, found.start()):
            continue
        elif _OBJECT.match(sentence, found.end()):
            yield found, "the participle without agreement: its object follows"


_NEXT = (
    # What stands before the noun, what is wrong behind it, and what is right.
    (_FEMININE, sought(rf"(?:{_É}|{_SHE})"), "the feminine"),
    (_MASCULINE, sought(rf"(?:{_ÉE}|{_HE})"), "the masculine"),
    (_PLURAL, sought(rf"(?:{_É}|{_THEY})"), "the plural"),
)
_MADE = (
    rf"(?:(?:sous-|auto-|pré-)?{_É}|(?:re)?lu|vu|élu|reçu|connu|tenu|vendu|rendu|prévu|attendu"
    rf"|entendu|perdu|produit"
    r"|(?:in|dé)?scrit|écrit|construit|traduit|ouvert|offert|couvert|(?:re|ad|pro)?mis|(?:com"
    r"|re)?pris"
    r"|acquis|réuni|choisi|fini|établi|accueilli|fourni|défini|garanti|réparti|suivi|servi)"
)
_ALIKE = sought(rf"{_MADE}e?s")
_COUNTED = "(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|cent)"
_GENDERED = (
    sought(
        rf"(?:(?:(?:Toutes |Tous )?[Ll]es|Ces|Des|Nos|Ses|Leurs|Vos|Plusieurs) (?:{_COUNTED} )?"
        rf"(?:autres |deux )?)({_W}{{3,}}[sx]) {_BETWEEN}"
        rf"(?:sont|étaient|seront|furent|ont été|seraient) {_SOFTLY}({_MADE}e?s){_END}"
    ),
    sought(
        rf"(?:(?:Chaque|Notre|Votre|Leur) |L[’'])({_W}{{3,}}) {_BETWEEN}"
        rf"(?:(?:est|était|sera|a été|fut|serait)|s[’']est|se (?:sera|serait)) {_SOFTLY}"
        rf"({_MADE}e?){_END}"
    ),
)
_TOLD = sought(r"\b([Uu]ne|[Ll]a|[Cc]ette|[Uu]n|[Ll]e) ([a-zà-ÿœ]{4,})")
_EPICENE = sought(
    r"être|\w+(?:aire|iste|ève|naute|logue|aste|gue|ent|ont)|membre|adulte|jeune|collègue|guide"
)
_NO_NOUNS = frozenset(
    "même plus moins très tout toute bien peu fort quart demi cent mille autre seul seule mieux "
    "assez presque encore aussi tellement vraiment tant trop super mini open data".split()
)
_ENDINGS = (
    (1, sought(r".+(?:[st]ion|xion|té|ette|[ae]nce|ude|esse|logie|ure|erie|ière|euse|rice|aine)")),
    (0, sought(r".+(?:ment|isme|eau|oir|teur|age|ail|et|ier)")),
)
_EXCEPTIONS = frozenset(
    "bastion silence squelette prélude interlude cimetière derrière arrière image page plage cage "
    "rage nage eau peau côté été comité comté traité arrêté pâté député murmure mercure augure "
    "capitaine domaine architecte sage soutien forêt"
    .split()
)  # fmt: skip


def genders(register: Register) -> dict[str, int]:
    """What the texts themselves tell of their nouns: 0 is masculine, 1 feminine."""
    if "genders" not in register.memo:
        found: dict[str, list[int]] = {}
        for sheet in register.texts:
            if sheet.language[:2] == "fr":
                for article, noun in _TOLD.findall(sheet.source):
                    found.setdefault(noun, [0, 0])[article.lower() in _FEMININE] += 1
        register.memo["genders"] = {
            noun: int(one[1] > one[0])
            for noun, one in found.items()
            if not min(one) and noun not in _NO_NOUNS and not _EPICENE.fullmatch(noun)
        }
    return register.memo["genders"]  # type: ignore[return-value]


def gender(noun: str, register: Register) -> int | None:
    singular = re.sub(r"(?<=eau)x$|s$", "", re.sub("(?<!e)aux$", "al", noun))
    told = next((n for n, end in _ENDINGS if end.fullmatch(singular)), None)
    known = genders(register).get(singular)
    if told is None or singular in _EXCEPTIONS:
        return known
    return told if known in (None, told) else None


def beside(block: Block, found: re.Match[str], register: Register) -> Iterator[Mark]:
    """`La ville jumelé`, `les acteurs local`: an article, its noun, and what stands behind it."""
    article, noun, word = (each.lower() if each else "" for each in found.groups())
    if _WHOLES.fullmatch(noun) or _PREPOSED.search(
        block.text[max(0, found.start() - 10) : found.start()]
    ):
        return
    if article in _COUNTING and noun[-1] not in "sxz":
        if noun in genders(register) and noun[-3:] != "ent":
            yield from _told(block, 0, found, "the plural", 2)
    elif word.endswith(_ENDS) and not noun.endswith(("er", "ir")):
        right = next(
            (r for small, form, r in _NEXT if article in small and form.fullmatch(word)), ""
        )
        if right and (article not in _PLURAL or noun[-1] in "sx"):
            yield from _told(block, 0, found, right, 3)
    elif word[-1:] == "e" and article in _PLURAL and noun[-1] == "s":
        # Where the sentence begins with the noun, nothing else can be its verb.
        if found[1][0].isupper() and found[3].islower() and word not in _NO_ADJECTIVE:
            yield from _told(block, 0, found, "the plural", 3)
    elif word.endswith(("és", "ées")) and article in _PLURAL and _ALIKE.fullmatch(word):
        yield from _unlike(block, 0, found, noun, word, register, 3)


_NO_ADJECTIVE = frozenset(
    "entre comme grâce source encore cette ensemble parce phare carbone texte presse lorsque toute "
    "suite haute elle quelle chaque même autre contre outre presque ensuite notre votre telle "
    "quatre onze douze treize quatorze quinze seize trente quarante mille jusque puisque quoique "
    "type nature jeunesse modèle pilote mère centre cible cadre standard braille dimanche octobre "
    "septembre novembre décembre release minute double possible vite cause rouge orange grande "
    "témoin limite marketing data image vitrine record surprise éclair référence papier fleuve "
    "relative face frontière langue heure semaine année presque quelque aucune belle".split()
)
"""What stands behind a noun in the plural and is neither its adjective nor its verb."""
_COUNTING = frozenset(
    "deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente plusieurs "
    "quelques des ces ses nos vos leurs".split()
)


def _unlike(
    block: Block,
    at: int,
    found: re.Match[str],
    noun: str,
    word: str,
    register: Register,
    group: int,
) -> Iterator[Mark]:
    kind = gender(noun, register)
    if kind is not None and kind != word.rstrip("s").endswith("e"):
        yield from _told(block, at, found, "the feminine" if kind else "the masculine", group)


def of_concords(block: Block, register: Register) -> Iterator[Mark]:
    """Participles and verbs that do not follow the small words before them."""
    words = block.vocabulary
    near = [(form, right) for signs, form, right in _WITHIN if not signs.isdisjoint(words)]
    if block.says("ras ", "ras.", "ras,") and words.isdisjoint(_THOU):
        for found in _OF_THOU.finditer(block.text):
            yield from _told(block, 0, found, "the third person")
    for sentence in block.sentences:
        for form, right in _BEGUN:
            begun = form.match(sentence.text)
            if begun:
                yield from _told(block, sentence.start, begun, right)
        for form in _GENDERED:
            begun = form.match(sentence.text)
            if begun:
                noun, word = begun.groups()
                yield from _unlike(block, sentence.start, begun, noun, word, register, 2)
        for found, right in _helped(sentence.text):
            yield from _told(block, sentence.start, found, right, 3)
        for form, right in near:
            for found in form.finditer(sentence.text):
                yield from _told(block, sentence.start, found, right)


def _told(
    block: Block, at: int, found: re.Match[str], right: str, group: int = 1
) -> Iterator[Mark]:
    start, end = at + found.start(group), at + found.end(group)
    word = found[group].lower()
    if word in _NO_FORMS or word.rstrip("s") in _NO_FORMS or _LIKE_NOUNS.fullmatch(word):
        return
    if OBJECT not in found[0] and block.is_own(start):
        yield block.mark(
            "X138", start, end, f"{found[group]!r} does not agree: {found[0]!r}",
            f"write {right}", WARNING,
        )  # fmt: skip
