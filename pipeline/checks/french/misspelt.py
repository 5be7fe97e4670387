"""Words of French as they are often mistyped."""

from __future__ import annotations

SLIPS = """
acceuil:accueil acceuill:accueill ammélior:amélior amméliorer:améliorer aparaî:apparaî
apeller:appeler appeller:appeler aprés:après aquis:acquis aquéri:acquéri aréter:arrêter
assossi:associ aujourdhui:aujourd’hui auquels:auxquels boulverser:bouleverser ceuillir:cueillir
cituation:situation colaborat:collaborat colectiv:collectiv comission:commission commité:comité
comunauté:communauté comunication:communication conaissance:connaissance concensus:consensus
connaissanse:connaissance connection:connexion developement:développement developp:développ
interconnection:interconnexion
dévellop:dévelop dévelopé:développé egalement:également entousiasme:enthousiasme
environement:environnement envoyee:envoyée européene:européenne européenes:européennes
evenement:événement exeption:exception finançé:financé gouvernememt:gouvernement
gouvernment:gouvernement interressant:intéressant interressé:intéressé intérèt:intérêt
malgrés:malgré neccessaire:nécessaire notament:notamment néccessaire:nécessaire
nécéssaire:nécessaire ocasion:occasion occassion:occasion parceque:parce_que parmis:parmi
partennaire:partenaire particpant:participant personel:personnel plublic:public
possibilitée:possibilité professionel:professionnel proffession:profession proféssion:profession
programation:programmation quatres:quatre quelquechose:quelque_chose recommend:recommand
recompens:récompens rescens:recens reseau:réseau récompans:récompens réferenc:référenc
résau:réseau scéance:séance sécuritée:sécurité traffics:trafics trés:très térritoi:territoi
térroris:terroris universitée:université integrer:intégrer jusqu'a:jusqu’à jusqu’a:jusqu’à
éfficac:efficac éxemple:exemple éxist:exist abitant:habitant absense:absence acompagn:accompagn
activitée:activité addresse:adresse aggress:agress aggrand:agrand anonce:annonce apareil:appareil
apartement:appartement aplication:application aprendr:apprendr aprofond:approfond aproch:approch
apui:appui arondissement:arrondissement arriére:arrière atention:attention ateindr:atteindr
atribu:attribu bénific:bénéfic biensûr:bien_sûr budjet:budget bugdet:budget calandrier:calendrier
carractère:caractère chomage:chômage chomeur:chômeur citoyeneté:citoyenneté cloture:clôture
colegue:collègue commision:commission comemor:commémor competance:compétence compétance:compétence
competence:compétence complèmentaire:complémentaire concurence:concurrence conferance:conférence
conférance:conférence constemment:constamment convivialitée:convivialité
coordonateur:coordonnateur courament:couramment critére:critère dailleurs:d’ailleurs
davantages:davantage delinquan:délinquan déliquan:délinquan délinquence:délinquance
départment:département déploiment:déploiement développemment:développement
différament:différemment dilemne:dilemme disfonction:dysfonction discution:discussion
domage:dommage echang:échang etude:étude egalit:égalit etabli:établi etape:étape etrang:étrang
ecologi:écologi ecout:écout ecrit:écrit eviter:éviter evalue:évalue embarass:embarrass
empech:empêch environemen:environnemen équippe:équipe évenement:événement évennement:événement
exceptionel:exceptionnel exeptionnel:exceptionnel éxerc:exerc exellen:excellen exigeance:exigence
expèrience:expérience finnanc:financ fonctionel:fonctionnel fonctionement:fonctionnement
gouvernemment:gouvernement garenti:garanti hébergment:hébergement hiérachi:hiérarchi
imédiat:immédiat indépendament:indépendamment incrit:inscrit incription:inscription
incrire:inscrire infrastucture:infrastructure insécuritée:insécurité institutionel:institutionnel
inovation:innovation inovant:innovant intelig:intellig interog:interrog intermédaire:intermédiaire
jumellage:jumelage labelis:labellis langague:langage logment:logement
malheureusment:malheureusement ministére:ministère mouvemment:mouvement muncipal:municipal
municiap:municipal nottament:notamment nécéssit:nécessit négocation:négociation
occurence:occurrence oportunité:opportunité orgnis:organis parcour:parcours partcip:particip
partenarait:partenariat partenriat:partenariat pécunier:pécuniaire persone:personne
pluspart:plupart polution:pollution populaton:population porgramme:programme prealable:préalable
prémièr:premièr prévantion:prévention problèmatique:problématique puique:puisque raport:rapport
raproch:rapproch rapprochment:rapprochement recement:récemment recontr:rencontr réccur:récurr
récurent:récurrent refléxion:réflexion réflection:réflexion réfléxion:réflexion
regroupemment:regroupement rénumérat:rémunérat représant:représent réspect:respect
responsabilitée:responsabilité ressouces:ressources résiliants:résilients résiliante:résiliente
réusi:réussi satelite:satellite sattelite:satellite sensiblis:sensibilis siége:siège
soldarité:solidarité solidaritée:solidarité statég:stratég stratègi:stratégi succés:succès
suplément:supplément suprim:supprim surveillence:surveillance synthése:synthèse
terrioire:territoire terriotoire:territoire toujour:toujours tranquilit:tranquillit
utilsation:utilisation vehicule:véhicule vilage:village vigilence:vigilance volontée:volonté
traditionel:traditionnel rationel:rationnel additionel:additionnel opérationel:opérationnel
régionnal:régional nationnal:national apparament:apparemment évidament:évidemment
récement:récemment prudement:prudemment anné:année journé:journée soiré:soirée matiné:matinée
vallé:vallée lycé:lycée musé:musée idé:idée laquel:laquelle lequelle:lequel oeuil:œil
"""
"""The beginning of a wrong word, and what it should be; `_` is a space."""
WHOLE = (
    "anné journé soiré matiné vallé lycé musé idé parcour toujour succés siége évenement "
    "persone evalue apui discution laquel lequelle oeuil"
)
"""Those of them that are wrong only as whole words."""
