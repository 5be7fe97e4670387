"""The regions that have an ISO 3166-2 code and a name of their own in six languages."""

from __future__ import annotations

from collections.abc import Mapping

LANGUAGES = ("en", "fr", "de", "es", "it", "nl")

_NAMES = """
AT-1 Burgenland
AT-2 Carinthia|Carinthie|Kärnten|Carintia|Carinzia|Karinthië
AT-3 Lower Austria|Basse-Autriche|Niederösterreich|Baja Austria|Bassa Austria|Neder-Oostenrijk
AT-4 Upper Austria|Haute-Autriche|Oberösterreich|Alta Austria|Alta Austria|Opper-Oostenrijk
AT-5 Salzburg|Salzbourg|Salzburg|Salzburgo|Salisburghese|Salzburg
AT-6 Styria|Styrie|Steiermark|Estiria|Stiria|Stiermarken
AT-7 Tyrol|Tyrol|Tirol|Tirol|Tirolo|Tirol
AT-8 Vorarlberg
AT-9 Vienna|Vienne|Wien|Viena|Vienna|Wenen
BE-BRU Brussels|Bruxelles|Brüssel|Bruselas|Bruxelles|Brussel
BE-VLG Flanders|Flandre|Flandern|Flandes|Fiandre|Vlaanderen
BE-WAL Wallonia|Wallonie|Wallonien|Valonia|Vallonia|Wallonië
DE-BB Brandenburg|Brandebourg|Brandenburg|Brandeburgo|Brandeburgo|Brandenburg
DE-BE Berlin|Berlin|Berlin|Berlín|Berlino|Berlijn
DE-BW Baden-Württemberg|Bade-Wurtemberg|Baden-Württemberg
DE-BY Bavaria|Bavière|Bayern|Baviera|Baviera|Beieren
DE-HB Bremen|Brême|Bremen|Bremen|Brema|Bremen
DE-HE Hesse|Hesse|Hessen|Hesse|Assia|Hessen
DE-HH Hamburg|Hambourg|Hamburg|Hamburgo|Amburgo|Hamburg
DE-MV Mecklenburg-Western Pomerania|Mecklembourg-Poméranie-Occidentale|Mecklenburg-Vorpommern\
|Mecklemburgo-Pomerania Occidental|Meclemburgo-Pomerania Anteriore|Mecklenburg-Voor-Pommeren
DE-NI Lower Saxony|Basse-Saxe|Niedersachsen|Baja Sajonia|Bassa Sassonia|Nedersaksen
DE-NW North Rhine-Westphalia|Rhénanie-du-Nord-Westphalie|Nordrhein-Westfalen\
|Renania del Norte-Westfalia|Renania Settentrionale-Vestfalia|Noordrijn-Westfalen
DE-RP Rhineland-Palatinate|Rhénanie-Palatinat|Rheinland-Pfalz|Renania-Palatinado\
|Renania-Palatinato|Rijnland-Palts
DE-SH Schleswig-Holstein
DE-SL Saarland|Sarre|Saarland|Sarre|Saarland|Saarland
DE-SN Saxony|Saxe|Sachsen|Sajonia|Sassonia|Saksen
DE-ST Saxony-Anhalt|Saxe-Anhalt|Sachsen-Anhalt|Sajonia-Anhalt|Sassonia-Anhalt|Saksen-Anhalt
DE-TH Thuringia|Thuringe|Thüringen|Turingia|Turingia|Thüringen
ES-AN Andalusia|Andalousie|Andalusien|Andalucía|Andalusia|Andalusië
ES-AR Aragon|Aragon|Aragonien|Aragón|Aragona|Aragón
ES-AS Asturias|Asturies|Asturien|Asturias|Asturie|Asturië
ES-CB Cantabria|Cantabrie|Kantabrien|Cantabria|Cantabria|Cantabrië
ES-CL Castile and León|Castille-et-León|Kastilien und León|Castilla y León|Castiglia e León\
|Castilië en León
ES-CM Castilla–La Mancha|Castille-La Manche|Kastilien-La Mancha|Castilla-La Mancha\
|Castiglia-La Mancia|Castilië-La Mancha
ES-CN Canary Islands|Îles Canaries|Kanarische Inseln|Canarias|Isole Canarie|Canarische Eilanden
ES-CT Catalonia|Catalogne|Katalonien|Cataluña|Catalogna|Catalonië
ES-EX Extremadura|Estrémadure|Extremadura|Extremadura|Estremadura|Extremadura
ES-GA Galicia|Galice|Galicien|Galicia|Galizia|Galicië
ES-IB Balearic Islands|Îles Baléares|Balearische Inseln|Islas Baleares|Isole Baleari|Balearen
ES-MC Murcia|Murcie|Murcia|Murcia|Murcia|Murcia
ES-MD Madrid|Madrid|Madrid|Madrid|Madrid|Madrid
ES-NC Navarre|Navarre|Navarra|Navarra|Navarra|Navarra
ES-PV Basque Country|Pays basque|Baskenland|País Vasco|Paesi Baschi|Baskenland
ES-RI La Rioja
ES-VC Valencian Community|Communauté valencienne|Valencianische Gemeinschaft\
|Comunidad Valenciana|Comunità Valenciana|Valencia
FR-20R Corsica|Corse|Korsika|Córcega|Corsica|Corsica
FR-ARA Auvergne-Rhône-Alpes
FR-BFC Burgundy-Franche-Comté|Bourgogne-Franche-Comté|Bourgogne-Franche-Comté\
|Borgoña-Franco Condado|Borgogna-Franca Contea|Bourgogne-Franche-Comté
FR-BRE Brittany|Bretagne|Bretagne|Bretaña|Bretagna|Bretagne
FR-CVL Centre-Val de Loire|Centre-Val de Loire|Centre-Val de Loire|Centro-Valle de Loira\
|Centro-Valle della Loira|Centre-Val de Loire
FR-GES Grand Est
FR-HDF Hauts-de-France|Hauts-de-France|Hauts-de-France|Alta Francia|Alta Francia|Hauts-de-France
FR-IDF Île-de-France|Île-de-France|Île-de-France|Isla de Francia|Île-de-France|Île-de-France
FR-NAQ Nouvelle-Aquitaine|Nouvelle-Aquitaine|Nouvelle-Aquitaine|Nueva Aquitania\
|Nuova Aquitania|Nouvelle-Aquitaine
FR-NOR Normandy|Normandie|Normandie|Normandía|Normandia|Normandië
FR-OCC Occitania|Occitanie|Okzitanien|Occitania|Occitania|Occitanie
FR-PAC Provence-Alpes-Côte d’Azur|Provence-Alpes-Côte d’Azur|Provence-Alpes-Côte d’Azur\
|Provenza-Alpes-Costa Azul|Provenza-Alpi-Costa Azzurra|Provence-Alpes-Côte d’Azur
FR-PDL Pays de la Loire|Pays de la Loire|Pays de la Loire|Países del Loira\
|Paesi della Loira|Pays de la Loire
GB-ENG England|Angleterre|England|Inglaterra|Inghilterra|Engeland
GB-NIR Northern Ireland|Irlande du Nord|Nordirland|Irlanda del Norte|Irlanda del Nord\
|Noord-Ierland
GB-SCT Scotland|Écosse|Schottland|Escocia|Scozia|Schotland
GB-WLS Wales|Pays de Galles|Wales|Gales|Galles|Wales
IT-21 Piedmont|Piémont|Piemont|Piamonte|Piemonte|Piëmont
IT-23 Aosta Valley|Vallée d’Aoste|Aostatal|Valle de Aosta|Valle d’Aosta|Valle d’Aosta
IT-25 Lombardy|Lombardie|Lombardei|Lombardía|Lombardia|Lombardije
IT-32 Trentino-South Tyrol|Trentin-Haut-Adige|Trentino-Südtirol|Trentino-Alto Adigio\
|Trentino-Alto Adige|Trentino-Zuid-Tirol
IT-34 Veneto|Vénétie|Venetien|Véneto|Veneto|Veneto
IT-36 Friuli Venezia Giulia|Frioul-Vénétie julienne|Friaul-Julisch Venetien\
|Friul-Venecia Julia|Friuli Venezia Giulia|Friuli-Venezia Giulia
IT-42 Liguria|Ligurie|Ligurien|Liguria|Liguria|Ligurië
IT-45 Emilia-Romagna|Émilie-Romagne|Emilia-Romagna|Emilia-Romaña|Emilia-Romagna|Emilia-Romagna
IT-52 Tuscany|Toscane|Toskana|Toscana|Toscana|Toscane
IT-55 Umbria|Ombrie|Umbrien|Umbría|Umbria|Umbrië
IT-57 Marche|Marches|Marken|Marcas|Marche|Marche
IT-62 Lazio|Latium|Latium|Lacio|Lazio|Lazio
IT-65 Abruzzo|Abruzzes|Abruzzen|Abruzos|Abruzzo|Abruzzen
IT-67 Molise|Molise|Molise|Molise|Molise|Molise
IT-72 Campania|Campanie|Kampanien|Campania|Campania|Campanië
IT-75 Apulia|Pouilles|Apulien|Apulia|Puglia|Apulië
IT-77 Basilicata|Basilicate|Basilikata|Basilicata|Basilicata|Basilicata
IT-78 Calabria|Calabre|Kalabrien|Calabria|Calabria|Calabrië
IT-82 Sicily|Sicile|Sizilien|Sicilia|Sicilia|Sicilië
IT-88 Sardinia|Sardaigne|Sardinien|Cerdeña|Sardegna|Sardinië
PT-20 Azores|Açores|Azoren|Azores|Azzorre|Azoren
PT-30 Madeira|Madère|Madeira|Madeira|Madera|Madeira
"""


def _rows() -> Mapping[str, Mapping[str, str]]:
    rows = {}
    for row in _NAMES.strip().splitlines():
        code, _, names = row.partition(" ")
        several = names.split("|")
        # A short row goes on with its first name: La Rioja is La Rioja everywhere.
        several += several[:1] * (len(LANGUAGES) - len(several))
        rows[code] = dict(zip(LANGUAGES, several, strict=True))
    return rows


REGIONS: Mapping[str, Mapping[str, str]] = _rows()
