<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en">
<context>
    <name>SterkeSteden</name>
    <message>
        <source> days</source>
        <translation> dagen</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source> or </source>
        <translation> of </translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Datum</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Soort</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>&amp;Kaart</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Naam</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leeg)</translation>
    </message>
    <message>
        <source>+, −</source>
        <translation>+, −</translation>
    </message>
    <message>
        <source>0: the same, 2: nothing in common</source>
        <translation>0: gelijk, 2: niets gemeen</translation>
    </message>
    <message>
        <source>1 is as expected</source>
        <translation>1 is zoals verwacht</translation>
    </message>
    <message>
        <source>1 is as in the area compared with</source>
        <translation>1 is zoals in het gebied waarmee wordt vergeleken</translation>
    </message>
    <message>
        <source>1 is the firmest of the zone</source>
        <translation>1 is het vastst van het gebied</translation>
    </message>
    <message>
        <source>1 is weak, 5 is strong</source>
        <translation>1 is zwak, 5 is sterk</translation>
    </message>
    <message>
        <source>1 municipality</source>
        <translation>1 gemeente</translation>
    </message>
    <message>
        <source>1 region</source>
        <translation>1 gebied</translation>
    </message>
    <message>
        <source>1 result</source>
        <translation>1 resultaat</translation>
    </message>
    <message>
        <source>1: as if jobs were spread evenly over the country</source>
        <translation>1: alsof banen over het land gespreid waren</translation>
    </message>
    <message>
        <source>95% interval of Wilson</source>
        <translation>95%-interval van Wilson</translation>
    </message>
    <message>
        <source>A chart for each workshop, instead of all in one</source>
        <translation>Per werkplaats een grafiek, in plaats van alles in één</translation>
    </message>
    <message>
        <source>A code of the same table, such as NL01. Left empty, it is the sum of the zones.</source>
        <translation>Een code uit dezelfde tabel, zoals NL01. Leeg: het is de som van de gebieden.</translation>
    </message>
    <message>
        <source>A date of vacancy stands with a unit that is not vacant.</source>
        <translation>Er staat een leegstandsdatum bij een eenheid die niet leegstaat.</translation>
    </message>
    <message>
        <source>A flow of {} cannot be: it is below zero.</source>
        <translation>Een stroom van {} kan niet: dat is minder dan nul.</translation>
    </message>
    <message>
        <source>A line needs at least two points.</source>
        <translation>Een lijn heeft minstens twee punten nodig.</translation>
    </message>
    <message>
        <source>A line of {} km</source>
        <translation>Een lijn van {} km</translation>
    </message>
    <message>
        <source>A municipality belongs to a centre where at least {}% of its residents’ jobs are; centres with that much between them are one.</source>
        <translation>Een gemeente hoort bij een centrum waar ten minste {}% van haar woonbanen is; centra met zoveel onderling zijn één.</translation>
    </message>
    <message>
        <source>A municipality belongs to where most of those work who work elsewhere, if that place draws more commuters itself and at least {}% of the residents’ jobs are there.</source>
        <translation>Een gemeente hoort bij de plaats waar de meesten werken die elders werken, als die plaats zelf meer pendelaars trekt en ten minste {}% van de woonbanen daar is.</translation>
    </message>
    <message>
        <source>a new chapter</source>
        <translation>een nieuw hoofdstuk</translation>
    </message>
    <message>
        <source>a new item</source>
        <translation>een nieuw item</translation>
    </message>
    <message>
        <source>A number such as “{1}” is taken with a decimal sign; look whether it is not thousands.</source>
        <translation>Een getal als “{1}” is gelezen met een decimaalteken; kijk na of het geen duizendtal is.</translation>
    </message>
    <message>
        <source>A place or role here is not known any more: remove it.</source>
        <translation>Een plaats of rol hier is niet meer bekend: haal die weg.</translation>
    </message>
    <message>
        <source>A point at {}, {} (RD)</source>
        <translation>Een punt op {}, {} (RD)</translation>
    </message>
    <message>
        <source>A rate is over 100%.</source>
        <translation>Een percentage is hoger dan 100%.</translation>
    </message>
    <message>
        <source>A rectangle of {} ha. The larger it is, the longer it takes.</source>
        <translation>Een rechthoek van {} ha. Hoe groter, hoe langer het duurt.</translation>
    </message>
    <message>
        <source>A score has no criterion: say what was scored, or remove the line.</source>
        <translation>Een score heeft geen criterium: vul in wat is beoordeeld of verwijder de regel.</translation>
    </message>
    <message>
        <source>A share from 0 to 1.</source>
        <translation>Een aandeel van 0 tot 1.</translation>
    </message>
    <message>
        <source>A table of what flows to or from a few zones has no flow of the others with themselves: these are then in no region, and count as elsewhere.</source>
        <translation>Een tabel van wat van of naar enkele gebieden stroomt, heeft van de andere geen stroom met zichzelf: die liggen dan in geen regio, en tellen als elders.</translation>
    </message>
    <message>
        <source>A table of which the form is known says so itself; a matrix does not.</source>
        <translation>Een tabel met een bekende vorm zegt dat zelf; een matrix niet.</translation>
    </message>
    <message>
        <source>A user name, password or key does not belong in the address: choose an authentication configuration.</source>
        <translation>Een gebruikersnaam, wachtwoord of sleutel hoort niet in het adres: kies een authenticatieconfiguratie.</translation>
    </message>
    <message>
        <source>About the table</source>
        <translation>Over de tabel</translation>
    </message>
    <message>
        <source>About this panel</source>
        <translation>Over dit paneel</translation>
    </message>
    <message>
        <source>Add a criterion</source>
        <translation>Criterium toevoegen</translation>
    </message>
    <message>
        <source>Add a place</source>
        <translation>Plaats toevoegen</translation>
    </message>
    <message>
        <source>Add this view as a chapter</source>
        <translation>Kaartbeeld toevoegen</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Nieuw</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Address of the catalogue</source>
        <translation>Adres van de catalogus</translation>
    </message>
    <message>
        <source>Address to use instead</source>
        <translation>Adres dat in plaats daarvan geldt</translation>
    </message>
    <message>
        <source>Addresses are read from: {}</source>
        <translation>Adressen worden gelezen uit: {}</translation>
    </message>
    <message>
        <source>Addresses found</source>
        <translation>Gevonden adressen</translation>
    </message>
    <message>
        <source>Addresses not found</source>
        <translation>Niet gevonden adressen</translation>
    </message>
    <message>
        <source>Addresses not found of {}</source>
        <translation>Niet gevonden adressen van {}</translation>
    </message>
    <message>
        <source>Addresses of {}</source>
        <translation>Adressen van {}</translation>
    </message>
    <message>
        <source>Addresses to points</source>
        <translation>Van adressen naar punten</translation>
    </message>
    <message>
        <source>After: {}</source>
        <translation>Naar: {}</translation>
    </message>
    <message>
        <source>Agreement of divisions</source>
        <translation>Overeenstemming van indelingen</translation>
    </message>
    <message>
        <source>All cities</source>
        <translation>Alle steden</translation>
    </message>
    <message>
        <source>All columns are kept. New ones are gevonden_adres, score (as the service gives it), wijze, nummeraanduiding_id and adresseerbaarobject_id (of the BAG) and locatieserver_id.</source>
        <translation>Alle kolommen blijven. Nieuw zijn gevonden_adres, score (zoals de dienst die geeft), wijze, nummeraanduiding_id en adresseerbaarobject_id (van de BAG) en locatieserver_id.</translation>
    </message>
    <message>
        <source>All items</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle soorten</translation>
    </message>
    <message>
        <source>All of it came with this load; nothing else was changed.</source>
        <translation>Alles is met deze keer ophalen gekomen; verder is niets gewijzigd.</translation>
    </message>
    <message>
        <source>All of {}</source>
        <translation>Alles van {}</translation>
    </message>
    <message>
        <source>All of {} (Esc)</source>
        <translation>Alles van {} (Esc)</translation>
    </message>
    <message>
        <source>All shares of the zone</source>
        <translation>Alle aandelen van het gebied</translation>
    </message>
    <message>
        <source>All {} municipalities are in the same region in both divisions.</source>
        <translation>Alle {} gemeenten liggen in beide indelingen in hetzelfde gebied.</translation>
    </message>
    <message>
        <source>All {} points on the map</source>
        <translation>Alle {} punten op de kaart</translation>
    </message>
    <message>
        <source>All {} regions</source>
        <translation>Alle {} gebieden</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Omvang</translation>
    </message>
    <message>
        <source>An address begins with https:// or http:// and holds no spaces.</source>
        <translation>Een adres begint met https:// of http:// en bevat geen spaties.</translation>
    </message>
    <message>
        <source>An address of a service has no # in it.</source>
        <translation>In het adres van een dienst staat geen #.</translation>
    </message>
    <message>
        <source>An area needs at least three points.</source>
        <translation>Een vlak heeft minstens drie punten nodig.</translation>
    </message>
    <message>
        <source>An area of {} ha</source>
        <translation>Een vlak van {} ha</translation>
    </message>
    <message>
        <source>An area of {} km²</source>
        <translation>Een vlak van {} km²</translation>
    </message>
    <message>
        <source>an unknown year</source>
        <translation>een onbekend jaar</translation>
    </message>
    <message>
        <source>and {} more</source>
        <translation>en nog {}</translation>
    </message>
    <message>
        <source>and {} others</source>
        <translation>en {} andere</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Een ander bestand…</translation>
    </message>
    <message>
        <source>Another row says otherwise of the same unit.</source>
        <translation>Een andere regel zegt iets anders over dezelfde eenheid.</translation>
    </message>
    <message>
        <source>Another unit has the same address.</source>
        <translation>Een andere eenheid heeft hetzelfde adres.</translation>
    </message>
    <message>
        <source>Answers that are kept on this computer</source>
        <translation>Antwoorden die op deze computer worden bewaard</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>Elke status</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Gebied</translation>
    </message>
    <message>
        <source>Area to compare with</source>
        <translation>Gebied om mee te vergelijken</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Gebieden</translation>
    </message>
    <message>
        <source>Areas are formed in which at least {}% of the residents’ jobs and of the jobs stay within; in small ones 8% more.</source>
        <translation>Er worden gebieden gevormd waarin ten minste {}% van de woonbanen en van de banen binnen het gebied blijft; in kleine gebieden 8% meer.</translation>
    </message>
    <message>
        <source>Areas: with {} as well it is {}.</source>
        <translation>Gebieden: met {} erbij is het {}.</translation>
    </message>
    <message>
        <source>Arrows move, the space bar chooses, Shift and Ctrl choose several, Esc none</source>
        <translation>Pijlen verplaatsen, spatie kiest, Shift en Ctrl kiezen er meer, Esc kiest niets</translation>
    </message>
    <message>
        <source>As in the table of sectors</source>
        <translation>Zoals in de sectortabel</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>Zoals gepubliceerd</translation>
    </message>
    <message>
        <source>As published ({})</source>
        <translation>Zoals gepubliceerd ({})</translation>
    </message>
    <message>
        <source>As published:</source>
        <translation>Zoals gepubliceerd:</translation>
    </message>
    <message>
        <source>As the crow flies</source>
        <translation>Hemelsbreed</translation>
    </message>
    <message>
        <source>As the table says</source>
        <translation>Zoals de tabel zegt</translation>
    </message>
    <message>
        <source>Ask for the file anew; nothing was taken from this one.</source>
        <translation>Vraag het bestand opnieuw op; uit dit bestand is niets overgenomen.</translation>
    </message>
    <message>
        <source>Asking {}</source>
        <translation>{} wordt bevraagd</translation>
    </message>
    <message>
        <source>At an address of your own: {}</source>
        <translation>Op een eigen adres: {}</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Ten hoogste</translation>
    </message>
    <message>
        <source>At that time this was not there yet.</source>
        <translation>Op dat moment bestond dit nog niet.</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Authenticatie</translation>
    </message>
    <message>
        <source>B, full stop</source>
        <translation>B, punt</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Terug (Alt+←)</translation>
    </message>
    <message>
        <source>balance {} (jobs minus residents’ jobs)</source>
        <translation>saldo {} (banen min woonbanen)</translation>
    </message>
    <message>
        <source>before the first change</source>
        <translation>vóór de eerste wijziging</translation>
    </message>
    <message>
        <source>Beside each other</source>
        <translation>Naast elkaar</translation>
    </message>
    <message>
        <source>Beside it</source>
        <translation>Daarnaast</translation>
    </message>
    <message>
        <source>Beside {}: {}.</source>
        <translation>Naast {}: {}.</translation>
    </message>
    <message>
        <source>Between several centres</source>
        <translation>Tussen verschillende centra</translation>
    </message>
    <message>
        <source>Black screen</source>
        <translation>Zwart scherm</translation>
    </message>
    <message>
        <source>Borders: with the municipalities as they are now, {}: {}.</source>
        <translation>Grenzen: met de gemeenten zoals ze nu zijn, {}: {}.</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>Both together</source>
        <translation>Samen</translation>
    </message>
    <message>
        <source>Both together, before</source>
        <translation>Samen, eerder</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Branche</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Terugzetten</translation>
    </message>
    <message>
        <source>Burger and Meijers (2012), Urban Studies 49: 1127-1149.</source>
        <translation>Burger en Meijers (2012), Urban Studies 49: 1127-1149.</translation>
    </message>
    <message>
        <source>By sizes and distance alone, doubly constrained gravity model</source>
        <translation>Alleen op grond van omvang en afstand, dubbel begrensd zwaartekrachtmodel</translation>
    </message>
    <message>
        <source>C&amp;ertainty</source>
        <translation>Z&amp;ekerheid</translation>
    </message>
    <message>
        <source>C&amp;riteria, with a score of 1 (weak) to 5 (strong)</source>
        <translation>C&amp;riteria, met een score van 1 (zwak) tot 5 (sterk)</translation>
    </message>
    <message>
        <source>Came with the file. Copy it to change it.</source>
        <translation>Dit verhaal hoort bij het bestand. Maak een kopie om het te wijzigen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Alles annuleren</translation>
    </message>
    <message>
        <source>Cancelled before an address was looked up.</source>
        <translation>Geannuleerd voordat er een adres was opgezocht.</translation>
    </message>
    <message>
        <source>Cancelled: the file is as it was.</source>
        <translation>Geannuleerd: het bestand is zoals het was.</translation>
    </message>
    <message>
        <source>Cancelled: the rest was not looked up.</source>
        <translation>Geannuleerd: de rest is niet opgezocht.</translation>
    </message>
    <message>
        <source>Cells that were not taken, and units without a place: {}.</source>
        <translation>Niet overgenomen cellen en eenheden zonder plaats: {}.</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Centrum</translation>
    </message>
    <message>
        <source>Centre, code</source>
        <translation>Centrum, code</translation>
    </message>
    <message>
        <source>centre, merged with another</source>
        <translation>centrum, samengevoegd met een ander</translation>
    </message>
    <message>
        <source>Centres</source>
        <translation>Kernen</translation>
    </message>
    <message>
        <source>Centres of the regions</source>
        <translation>Centra van de regio's</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Zekerheid</translation>
    </message>
    <message>
        <source>certainty: {}</source>
        <translation>zekerheid: {}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>Change a place</source>
        <translation>Plaats wijzigen</translation>
    </message>
    <message>
        <source>Change as part of what was before</source>
        <translation>Verandering als deel van wat er eerder was</translation>
    </message>
    <message>
        <source>Change since then</source>
        <translation>Verandering sindsdien</translation>
    </message>
    <message>
        <source>Change the chapter</source>
        <translation>Hoofdstuk wijzigen</translation>
    </message>
    <message>
        <source>Change the place {}</source>
        <translation>De plaats {} wijzigen</translation>
    </message>
    <message>
        <source>Change the workshop of {}</source>
        <translation>De werkplaats van {} wijzigen</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Gewijzigd</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>veranderd</translation>
    </message>
    <message>
        <source>Changed on {}</source>
        <translation>Gewijzigd op {}</translation>
    </message>
    <message>
        <source>Changed on {} by {}</source>
        <translation>Gewijzigd op {} door {}</translation>
    </message>
    <message>
        <source>Changed: {}</source>
        <translation>Veranderd: {}</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Wijzigen…</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Hoofdstuk</translation>
    </message>
    <message>
        <source>Chapter of the city</source>
        <translation>Hoofdstuk van de stad</translation>
    </message>
    <message>
        <source>Chapter {}</source>
        <translation>Hoofdstuk {}</translation>
    </message>
    <message>
        <source>Chapter {} of {}</source>
        <translation>Hoofdstuk {} van {}</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Hoofdstukken</translation>
    </message>
    <message>
        <source>Chapters of the story</source>
        <translation>Hoofdstukken van het verhaal</translation>
    </message>
    <message>
        <source>Check it in the options of QGIS, under Authentication.</source>
        <translation>Controleer die bij de opties van QGIS, onder Authenticatie.</translation>
    </message>
    <message>
        <source>Check services</source>
        <translation>Diensten controleren</translation>
    </message>
    <message>
        <source>Check that it is a file and that you may read it, or choose another.</source>
        <translation>Controleer of het een bestand is dat u mag lezen, of kies een ander.</translation>
    </message>
    <message>
        <source>Check that the file is not read-only and that no other program keeps it to itself.</source>
        <translation>Controleer of het bestand niet alleen-lezen is en niet door een ander programma wordt vastgehouden.</translation>
    </message>
    <message>
        <source>Check the CRS of the layer, and whether its places lie where they should.</source>
        <translation>Controleer het coördinatenstelsel van de laag en of haar plekken liggen waar zij horen.</translation>
    </message>
    <message>
        <source>Check the network connection, and the address in the settings of the services.</source>
        <translation>Controleer de netwerkverbinding en het adres bij de instellingen van de diensten.</translation>
    </message>
    <message>
        <source>Check the proxy in the options of QGIS, under Network.</source>
        <translation>Controleer de proxy bij de opties van QGIS, onder Netwerk.</translation>
    </message>
    <message>
        <source>Check the services; look for a newer version of the plugin, or set another address in the settings.</source>
        <translation>Controleer de diensten; kijk of er een nieuwere versie van de plug-in is, of stel een ander adres in.</translation>
    </message>
    <message>
        <source>Checked: {} ({} s)</source>
        <translation>Gecontroleerd: {} ({} s)</translation>
    </message>
    <message>
        <source>Checking services</source>
        <translation>Diensten controleren</translation>
    </message>
    <message>
        <source>Checking {}</source>
        <translation>{} controleren</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>kies</translation>
    </message>
    <message>
        <source>Choose a file with a table, or another sheet of it.</source>
        <translation>Kies een bestand met een tabel, of een ander blad ervan.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Bestand kiezen…</translation>
    </message>
    <message>
        <source>Choose a folder in which you may write and that has room.</source>
        <translation>Kies een map waarin u mag schrijven en waar ruimte is.</translation>
    </message>
    <message>
        <source>Choose a layer of the BAG: points with an id, or with postcode and number.</source>
        <translation>Kies een laag uit de BAG: punten met een id, of met postcode en huisnummer.</translation>
    </message>
    <message>
        <source>Choose a municipality</source>
        <translation>Kies een gemeente</translation>
    </message>
    <message>
        <source>Choose a smaller area.</source>
        <translation>Kies een kleiner gebied.</translation>
    </message>
    <message>
        <source>Choose a table of flows</source>
        <translation>Kies een tabel met stromen</translation>
    </message>
    <message>
        <source>Choose a theme, a city or a cell to see its places on the map; with Ctrl or Shift several.</source>
        <translation>Kies een thema, een stad of een vak om de plaatsen op de kaart te zien; met Ctrl of Shift meer tegelijk.</translation>
    </message>
    <message>
        <source>Choose a value of the list.</source>
        <translation>Kies een waarde uit de lijst.</translation>
    </message>
    <message>
        <source>Choose a version in which it is there.</source>
        <translation>Kies een versie waarin het wel bestaat.</translation>
    </message>
    <message>
        <source>Choose an area</source>
        <translation>Kies een gebied</translation>
    </message>
    <message>
        <source>Choose an area first.</source>
        <translation>Kies eerst een gebied.</translation>
    </message>
    <message>
        <source>Choose an authentication configuration of QGIS with which you may use this service.</source>
        <translation>Kies een authenticatieconfiguratie van QGIS waarmee u deze dienst mag gebruiken.</translation>
    </message>
    <message>
        <source>Choose an extent: {} would be too large to fetch whole.</source>
        <translation>Kies een gebied: {} is te groot om geheel op te halen.</translation>
    </message>
    <message>
        <source>Choose another file, or open a new copy.</source>
        <translation>Kies een ander bestand of open een nieuwe kopie.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Kies een ander bestand.</translation>
    </message>
    <message>
        <source>Choose another file; nothing was taken from this one.</source>
        <translation>Kies een ander bestand; uit dit bestand is niets overgenomen.</translation>
    </message>
    <message>
        <source>Choose another folder or name.</source>
        <translation>Kies een andere map of naam.</translation>
    </message>
    <message>
        <source>Choose another layer.</source>
        <translation>Kies een andere laag.</translation>
    </message>
    <message>
        <source>Choose another recipe, or another table; this one has: {}.</source>
        <translation>Kies een ander recept of een andere tabel; deze heeft: {}.</translation>
    </message>
    <message>
        <source>Choose how certain the location is.</source>
        <translation>Kies hoe zeker de ligging is.</translation>
    </message>
    <message>
        <source>Choose on the map</source>
        <translation>Op de kaart kiezen</translation>
    </message>
    <message>
        <source>Choose one of the tables that the file has.</source>
        <translation>Kies een van de tabellen van het bestand.</translation>
    </message>
    <message>
        <source>Choose the centres with care: which zones take part decides more than the formula does.</source>
        <translation>Kies de kernen met zorg: welke gebieden meedoen, beslist meer dan de formule.</translation>
    </message>
    <message>
        <source>Choose the columns</source>
        <translation>De kolommen kiezen</translation>
    </message>
    <message>
        <source>Choose the columns of {} with origin, destination and flow, all three; it has: {}.</source>
        <translation>Kies de kolommen van {} met herkomst, bestemming en stroom, alle drie; de tabel heeft: {}.</translation>
    </message>
    <message>
        <source>Choose what kind of place it is.</source>
        <translation>Kies wat voor plaats het is.</translation>
    </message>
    <message>
        <source>Choose whose words stay.</source>
        <translation>Kies wiens tekst blijft.</translation>
    </message>
    <message>
        <source>Chosen on the map</source>
        <translation>Op de kaart gekozen</translation>
    </message>
    <message>
        <source>Cities</source>
        <translation>Steden</translation>
    </message>
    <message>
        <source>Cities beside each other</source>
        <translation>Steden naast elkaar</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Stad</translation>
    </message>
    <message>
        <source>City of the chapter</source>
        <translation>Stad van het hoofdstuk</translation>
    </message>
    <message>
        <source>City {}: {}</source>
        <translation>Stad {}: {}</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Bewering</translation>
    </message>
    <message>
        <source>Click on a place on the map. Esc gives up.</source>
        <translation>Klik in de kaart op een plaats. Esc breekt af.</translation>
    </message>
    <message>
        <source>Click on or near a place of the story on the map.</source>
        <translation>Klik in de kaart op of bij een plek uit het verhaal.</translation>
    </message>
    <message>
        <source>Click on the map where the place is.</source>
        <translation>Klik in de kaart waar de plaats ligt.</translation>
    </message>
    <message>
        <source>Click on the map where the place is. Esc gives up.</source>
        <translation>Klik op de kaart waar de plaats ligt. Met Esc stopt u.</translation>
    </message>
    <message>
        <source>Click on the map, point by point. Enter or the right button ends, Backspace takes a point back, Esc gives up.</source>
        <translation>Klik op de kaart, punt voor punt. Enter of de rechterknop rondt af, Backspace haalt een punt weg, met Esc stopt u.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Close it there, or copy it to a folder of your own, and choose it again.</source>
        <translation>Sluit het daar, of kopieer het naar een eigen map, en kies het opnieuw.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Code of its centre</source>
        <translation>Code van het centrum</translation>
    </message>
    <message>
        <source>Codes of the centres, with commas</source>
        <translation>Codes van de kernen, met komma's</translation>
    </message>
    <message>
        <source>Codes of the chosen zones, with commas</source>
        <translation>Codes van de gekozen gebieden, met komma's</translation>
    </message>
    <message>
        <source>Codes of the zones that are compared, with commas</source>
        <translation>Codes van de gebieden die worden vergeleken, met komma's</translation>
    </message>
    <message>
        <source>Codes that are no zone: {0} ({1}). Their flows are kept as elsewhere.</source>
        <translation>Codes die geen zone zijn: {0} ({1}). Hun stromen tellen mee als elders.</translation>
    </message>
    <message>
        <source>Codes without the letters, or with letters that the zones do not have: {0}. They are joined ({1}).</source>
        <translation>Codes zonder de letters, of met letters die de zones niet hebben: {0}. Ze zijn gekoppeld ({1}).</translation>
    </message>
    <message>
        <source>Codes without the zeros before their number: {0}. These are put back ({1}).</source>
        <translation>Codes zonder de nullen vóór het getal: {0}. Die zijn teruggezet ({1}).</translation>
    </message>
    <message>
        <source>Column of the table of sectors with the code of the zone</source>
        <translation>Kolom van de sectortabel met de code van het gebied</translation>
    </message>
    <message>
        <source>Column with the addition to the number</source>
        <translation>Kolom met de toevoeging</translation>
    </message>
    <message>
        <source>Column with the address, or the postcode</source>
        <translation>Kolom met het adres, of de postcode</translation>
    </message>
    <message>
        <source>Column with the code of the area</source>
        <translation>Kolom met de code van het gebied</translation>
    </message>
    <message>
        <source>Column with the code of the zone</source>
        <translation>Kolom met de code van het gebied</translation>
    </message>
    <message>
        <source>Column with the destination (work)</source>
        <translation>Kolom met de bestemming (werkplek)</translation>
    </message>
    <message>
        <source>Column with the flow</source>
        <translation>Kolom met de stroom</translation>
    </message>
    <message>
        <source>Column with the house letter</source>
        <translation>Kolom met de huisletter</translation>
    </message>
    <message>
        <source>Column with the house number</source>
        <translation>Kolom met het huisnummer</translation>
    </message>
    <message>
        <source>Column with the house number, beside a postcode</source>
        <translation>Kolom met het huisnummer, naast een postcode</translation>
    </message>
    <message>
        <source>Column with the name of the zone</source>
        <translation>Kolom met de naam van het gebied</translation>
    </message>
    <message>
        <source>Column with the origin (residence)</source>
        <translation>Kolom met de herkomst (woonplaats)</translation>
    </message>
    <message>
        <source>Column with the postcode</source>
        <translation>Kolom met de postcode</translation>
    </message>
    <message>
        <source>Column with the sector</source>
        <translation>Kolom met de sector</translation>
    </message>
    <message>
        <source>Column with the total of all sectors</source>
        <translation>Kolom met het totaal van alle sectoren</translation>
    </message>
    <message>
        <source>Column with the year</source>
        <translation>Kolom met het jaar</translation>
    </message>
    <message>
        <source>Columns that the service does not have</source>
        <translation>Kolommen die de dienst niet heeft</translation>
    </message>
    <message>
        <source>Columns with amounts</source>
        <translation>Kolommen met omvang</translation>
    </message>
    <message>
        <source>Columns with the whole address, in their order</source>
        <translation>Kolommen met het hele adres, op volgorde</translation>
    </message>
    <message>
        <source>Communities</source>
        <translation>Gemeenschappen</translation>
    </message>
    <message>
        <source>Communities of flows (%)</source>
        <translation>Gemeenschappen van stromen (%)</translation>
    </message>
    <message>
        <source>Communities of flows (Louvain)</source>
        <translation>Gemeenschappen van stromen (Louvain)</translation>
    </message>
    <message>
        <source>Communities: resolution</source>
        <translation>Gemeenschappen: fijnheid</translation>
    </message>
    <message>
        <source>Communities: seed</source>
        <translation>Gemeenschappen: startgetal</translation>
    </message>
    <message>
        <source>Communities: zones with more flow between them than their sizes let expect, by directed modularity (Leicht and Newman 2008) and the method of Louvain (Blondel and others 2008), from a fixed seed.</source>
        <translation>Gemeenschappen: gebieden met meer stroom ertussen dan hun omvang doet verwachten, naar gerichte modulariteit (Leicht en Newman 2008) en de methode van Louvain (Blondel en anderen 2008), met een vast startgetal.</translation>
    </message>
    <message>
        <source>commuting</source>
        <translation>pendel</translation>
    </message>
    <message>
        <source>Commuting balance</source>
        <translation>Pendelsaldo</translation>
    </message>
    <message>
        <source>commuting balance</source>
        <translation>pendelsaldo</translation>
    </message>
    <message>
        <source>Commuting from and to {}</source>
        <translation>Pendel van en naar {}</translation>
    </message>
    <message>
        <source>Commuting of one municipality</source>
        <translation>Pendel van één gemeente</translation>
    </message>
    <message>
        <source>Commuting threshold</source>
        <translation>Pendeldrempel</translation>
    </message>
    <message>
        <source>Commuting threshold (%)</source>
        <translation>Pendeldrempel (%)</translation>
    </message>
    <message>
        <source>Commuting threshold around centres (EU-OECD)</source>
        <translation>Pendeldrempel rond centra (EU-OESO)</translation>
    </message>
    <message>
        <source>Commuting threshold: a zone belongs to the centre that at least so many of its residents' jobs are in; centres linked by as much are one; enclaves are taken in, exclaves are left out. EU-OECD definition of a functional urban area (Dijkstra, Poelman and Veneri 2019).</source>
        <translation>Pendeldrempel: een gebied hoort bij het centrum waar ten minste dit deel van zijn woonbanen ligt; centra die zo sterk verbonden zijn, zijn één; enclaves horen erbij, exclaves niet. EU-OESO-definitie van een functioneel stedelijk gebied (Dijkstra, Poelman en Veneri 2019).</translation>
    </message>
    <message>
        <source>Commuting threshold: centres</source>
        <translation>Pendeldrempel: centra</translation>
    </message>
    <message>
        <source>Complementarity is an indicator of this plugin itself: K beside T_ij / (O_i · D_j / T), the flow against what sizes alone would give, with all flows between zones and within them.</source>
        <translation>Complementariteit is een maat van deze plugin zelf: K naast T_ij / (O_i · D_j / T), de stroom tegenover wat omvang alleen zou geven, met alle stromen tussen gebieden en erbinnen.</translation>
    </message>
    <message>
        <source>Continue editing</source>
        <translation>Verder bewerken</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Copy it to a story of your own and change that.</source>
        <translation>Kopieer het naar een eigen verhaal en wijzig dat.</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation>Kopiëren naar</translation>
    </message>
    <message>
        <source>Credit: {} · licence: {}</source>
        <translation>Bron: {} · licentie: {}</translation>
    </message>
    <message>
        <source>Criteria of an earlier workshop</source>
        <translation>Criteria van een eerdere werkplaats</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Criterium</translation>
    </message>
    <message>
        <source>Criterion {}</source>
        <translation>Criterium {}</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Ctrl+Right, Ctrl+Left</source>
        <translation>Ctrl+→, Ctrl+←</translation>
    </message>
    <message>
        <source>Curved</source>
        <translation>Gebogen</translation>
    </message>
    <message>
        <source>Curved lines keep right, seen in the direction of the flow: there and back lie beside each other, and the side of the bend tells the direction. Net lines show the difference of there and back.</source>
        <translation>Gebogen lijnen houden rechts, gezien in de richting van de stroom: heen en terug liggen naast elkaar, en de kant van de bocht toont de richting. Nettolijnen tonen het verschil tussen heen en terug.</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>Gegevenssets</translation>
    </message>
    <message>
        <source>Data sets that are too large to fetch whole are fetched for the extent: {}.</source>
        <translation>Gegevenssets die te groot zijn om geheel op te halen worden voor het gekozen gebied opgehaald: {}.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Dates without a day are taken for the first of their month or year: {0}.</source>
        <translation>Datums zonder dag zijn gelezen als de eerste dag van hun maand of jaar: {0}.</translation>
    </message>
    <message>
        <source>Decay with distance</source>
        <translation>Afstandsverval</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definitie</translation>
    </message>
    <message>
        <source>Definition, source and reference dates</source>
        <translation>Definitie, bron en peildatums</translation>
    </message>
    <message>
        <source>Degree (Green)</source>
        <translation>Graad (Green)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Delete the chapter “{}”? The history keeps it.</source>
        <translation>Hoofdstuk “{}” verwijderen? De geschiedenis bewaart het.</translation>
    </message>
    <message>
        <source>Delete the story “{}” with all its chapters? The history keeps it.</source>
        <translation>Verhaal “{}” met alle hoofdstukken verwijderen? De geschiedenis bewaart het.</translation>
    </message>
    <message>
        <source>Delete the workshop of {}</source>
        <translation>De werkplaats van {} verwijderen</translation>
    </message>
    <message>
        <source>Delete the workshop of {}, with its scores and points?</source>
        <translation>De werkplaats van {} verwijderen, met scores en punten?</translation>
    </message>
    <message>
        <source>Delete “{}”? The history keeps it.</source>
        <translation>“{}” verwijderen? De geschiedenis bewaart het.</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Verwijderd</translation>
    </message>
    <message>
        <source>Deleted on {}</source>
        <translation>Verwijderd op {}</translation>
    </message>
    <message>
        <source>Deleted on {} by {}</source>
        <translation>Verwijderd op {} door {}</translation>
    </message>
    <message>
        <source>Deleted: {}</source>
        <translation>Verwijderd: {}</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichtheid</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Bestemming</translation>
    </message>
    <message>
        <source>Difference of profiles</source>
        <translation>Verschil van profielen</translation>
    </message>
    <message>
        <source>Difference of what people work at</source>
        <translation>Verschil in soort werk</translation>
    </message>
    <message>
        <source>Dim what the slide is not about</source>
        <translation>Wat er niet toe doet dempen</translation>
    </message>
    <message>
        <source>Dim what the slide is not about (D)</source>
        <translation>Wat er niet toe doet dempen (D)</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richting</translation>
    </message>
    <message>
        <source>Distance (km)</source>
        <translation>Afstand (km)</translation>
    </message>
    <message>
        <source>Divides zones into regions by the flows between them, in one of four ways. Any such division is a choice: compare methods, thresholds and years, and see in Agreement of divisions how firm it is.</source>
        <translation>Deelt gebieden in regio's in naar de stromen ertussen, op een van vier manieren. Elke indeling is een keuze: vergelijk methoden, drempels en jaren, en zie in Overeenstemming van indelingen hoe vast ze is.</translation>
    </message>
    <message>
        <source>Divides zones into regions many times, over methods, thresholds and years, and tells for each zone in which share of these runs it belongs to the region of which centre. A zone between two centres shows as what it is: filled with the colour of the one, striped with that of the other.</source>
        <translation>Deelt gebieden vele malen in regio's in, over methoden, drempels en jaren, en geeft voor elk gebied in welk aandeel van die indelingen het bij de regio van welk centrum hoort. Een gebied tussen twee centra ziet eruit als wat het is: gevuld met de kleur van het ene, gestreept met die van het andere.</translation>
    </message>
    <message>
        <source>Dividing into regions</source>
        <translation>In gebieden indelen</translation>
    </message>
    <message>
        <source>Dividing {} times</source>
        <translation>{} keer indelen</translation>
    </message>
    <message>
        <source>Dominance</source>
        <translation>Dominantie</translation>
    </message>
    <message>
        <source>Dominance: flow between the zone and others, both ways, against the average of the other zones (1 is average). Entropy: how evenly what flows out (or in) is spread over the other zones, from 0 (all to one) to 1 (as much to each). Both: Limtanakool, Dijst and Schwanen (2007). Elsewhere counts in R, W, uitgaand and inkomend, not in what compares zones.</source>
        <translation>Dominantie: de stroom tussen het gebied en andere, beide kanten op, tegenover het gemiddelde van de andere gebieden (1 is gemiddeld). Entropie: hoe gelijkmatig wat eruit (of erin) stroomt over de andere gebieden is verdeeld, van 0 (alles naar één) tot 1 (naar elk evenveel). Beide: Limtanakool, Dijst en Schwanen (2007). Elders telt mee in R, W, uitgaand en inkomend, niet in wat gebieden vergelijkt.</translation>
    </message>
    <message>
        <source>Doubly constrained gravity model (Wilson 1967) of all flows between different zones of the layer: every zone sends and receives in all what it does in truth, balanced by iterative proportional fitting (Furness 1965). Distances are as the crow flies, between a point in each zone.</source>
        <translation>Dubbel begrensd zwaartekrachtmodel (Wilson 1967) van alle stromen tussen verschillende gebieden van de laag: elk gebied verstuurt en ontvangt in totaal wat het werkelijk doet, vereffend met herhaald evenredig aanpassen (Furness 1965). Afstanden zijn hemelsbreed, tussen een punt in elk gebied.</translation>
    </message>
    <message>
        <source>Drag a rectangle on the map. Another map tool ends it.</source>
        <translation>Sleep een rechthoek op de kaart. Een ander kaartgereedschap kiezen stopt het tekenen.</translation>
    </message>
    <message>
        <source>Draw a line</source>
        <translation>Lijn tekenen</translation>
    </message>
    <message>
        <source>Draw a point</source>
        <translation>Punt tekenen</translation>
    </message>
    <message>
        <source>Draw a rectangle on the map</source>
        <translation>Een rechthoek op de kaart tekenen</translation>
    </message>
    <message>
        <source>Draw an area</source>
        <translation>Vlak tekenen</translation>
    </message>
    <message>
        <source>Draw it anew</source>
        <translation>Opnieuw tekenen</translation>
    </message>
    <message>
        <source>Draw the place on the map.</source>
        <translation>Teken de plaats op de kaart.</translation>
    </message>
    <message>
        <source>Draws flows between zones as lines, as wide as the flow is large, and what stays within a zone as a node. A flow must meet every threshold: the least flow, the least share of the residents' jobs of its origin (all that flows out of it, wherever to), and to be among so many largest of its origin.</source>
        <translation>Tekent stromen tussen gebieden als lijnen, zo breed als de stroom groot is, en wat binnen een gebied blijft als knoop. Een stroom moet aan elke drempel voldoen: de kleinste stroom, het kleinste aandeel in de woonbanen van de herkomst (alles wat eruit stroomt, waarheen ook), en horen bij zoveel grootste van de herkomst.</translation>
    </message>
    <message>
        <source>Each as a percentage of the figure “{}” of the same area and date.</source>
        <translation>Elk als percentage van het cijfer “{}” van hetzelfde gebied en dezelfde datum.</translation>
    </message>
    <message>
        <source>Each data set is one transaction: what is cancelled or fails leaves the file as it was. The panel shows what was loaded, and can undo it. The log says what was added, changed and removed.</source>
        <translation>Elke gegevensset wordt in zijn geheel geschreven of helemaal niet: wordt het ophalen geannuleerd of mislukt het, dan blijft het bestand zoals het was. Het paneel toont wat is opgehaald en kan het ongedaan maken. Het logboek zegt wat nieuw, gewijzigd en verwijderd is.</translation>
    </message>
    <message>
        <source>Each line is a flow from one zone to another.</source>
        <translation>Elke lijn is een stroom van het ene gebied naar het andere.</translation>
    </message>
    <message>
        <source>Each line is a pair of chosen zones.</source>
        <translation>Elke lijn is een paar gekozen gebieden.</translation>
    </message>
    <message>
        <source>Each line is a pair of zones, as wide as their profiles differ, coloured by the strength of the tie.</source>
        <translation>Elke lijn is een paar gebieden, zo breed als hun profielen verschillen, gekleurd naar de sterkte van de band.</translation>
    </message>
    <message>
        <source>Each point is a chosen centre, as large as its number of jobs.</source>
        <translation>Elk punt is een gekozen kern, zo groot als het aantal banen.</translation>
    </message>
    <message>
        <source>Each point is a unit of the list; one without a place has no geometry.</source>
        <translation>Elk punt is een eenheid uit de lijst; een eenheid zonder plaats heeft geen geometrie.</translation>
    </message>
    <message>
        <source>Each point is a zone, as large as what flows from it to itself.</source>
        <translation>Elk punt is een gebied, zo groot als de stroom die erbinnen blijft.</translation>
    </message>
    <message>
        <source>Each row is a cell that was not taken, or a unit that has no place.</source>
        <translation>Elke regel is een cel die niet is overgenomen, of een eenheid zonder plaats.</translation>
    </message>
    <message>
        <source>Each row is a measure of the chosen centres.</source>
        <translation>Elke regel is een maat van de gekozen kernen.</translation>
    </message>
    <message>
        <source>Each row is a region; * stands after one with few flows. The share is self-containment of supply.</source>
        <translation>Elke rij is een regio; een * staat achter een regio met weinig stromen. Het aandeel is de zelfvoorziening van het aanbod.</translation>
    </message>
    <message>
        <source>Each row is a sector of a zone.</source>
        <translation>Elke regel is een sector van een gebied.</translation>
    </message>
    <message>
        <source>Each row is a zone and a centre, with the share of runs in which the zone belongs to its region.</source>
        <translation>Elke rij is een gebied en een centrum, met het aandeel van de indelingen waarin het gebied bij de regio van dat centrum hoort.</translation>
    </message>
    <message>
        <source>Each row is a zone with the region that it is in.</source>
        <translation>Elke rij is een gebied met de regio waarin het ligt.</translation>
    </message>
    <message>
        <source>Each row is a zone, coloured by its self-containment of supply.</source>
        <translation>Elke rij is een gebied, gekleurd naar zijn zelfvoorziening van het aanbod.</translation>
    </message>
    <message>
        <source>Each row is an area, a function and a date.</source>
        <translation>Elke regel is een gebied, een functie en een datum.</translation>
    </message>
    <message>
        <source>Each row is one of the list that does not count.</source>
        <translation>Elke regel is een regel van de lijst die niet meetelt.</translation>
    </message>
    <message>
        <source>Each row is one of the table of flows that could not be used.</source>
        <translation>Elke rij is een regel van de tabel met stromen die niet te gebruiken was.</translation>
    </message>
    <message>
        <source>Each row is two zones, with the share of runs in which they are in one region.</source>
        <translation>Elke rij is twee gebieden, met het aandeel van de indelingen waarin ze in één regio liggen.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bewerken</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>elders</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leegmaken</translation>
    </message>
    <message>
        <source>Empty: all</source>
        <translation>Leeg: alle</translation>
    </message>
    <message>
        <source>Empty: the address of the catalogue</source>
        <translation>Leeg: het adres van de catalogus</translation>
    </message>
    <message>
        <source>enclave, taken in</source>
        <translation>enclave, opgenomen</translation>
    </message>
    <message>
        <source>Enclaves and exclaves are as they came: the map does not have all municipalities of the table.</source>
        <translation>Enclaves en exclaves zijn gelaten zoals ze waren: de kaart heeft niet alle gemeenten van de tabel.</translation>
    </message>
    <message>
        <source>Enclaves and exclaves are not treated: points have no borders.</source>
        <translation>Enclaves en exclaves zijn niet behandeld: punten hebben geen grenzen.</translation>
    </message>
    <message>
        <source>End the presentation</source>
        <translation>Presentatie beëindigen</translation>
    </message>
    <message>
        <source>End the presentation (Esc)</source>
        <translation>Presentatie beëindigen (Esc)</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Entropy of the flow in</source>
        <translation>Entropie van de stroom erin</translation>
    </message>
    <message>
        <source>Entropy of the flow out</source>
        <translation>Entropie van de stroom eruit</translation>
    </message>
    <message>
        <source>Every word has to begin a word of a title, text, theme or place.</source>
        <translation>Elk zoekwoord moet het begin zijn van een woord in een titel, tekst, thema of plaats.</translation>
    </message>
    <message>
        <source>exclave, left out</source>
        <translation>exclave, weggelaten</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Verwacht</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>Exponentieel</translation>
    </message>
    <message>
        <source>Export the story</source>
        <translation>Verhaal exporteren</translation>
    </message>
    <message>
        <source>Export to a file…</source>
        <translation>Exporteren naar een bestand…</translation>
    </message>
    <message>
        <source>Extent, for what is too large to fetch whole</source>
        <translation>Gebied, voor wat te groot is om geheel op te halen</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Ophalen</translation>
    </message>
    <message>
        <source>Fetch all</source>
        <translation>Alles ophalen</translation>
    </message>
    <message>
        <source>Fetch what is ticked</source>
        <translation>Aangevinkte ophalen</translation>
    </message>
    <message>
        <source>Fetch: {}</source>
        <translation>Ophalen: {}</translation>
    </message>
    <message>
        <source>Fetched on {}</source>
        <translation>Opgehaald op {}</translation>
    </message>
    <message>
        <source>Fetches data sets and brings a GeoPackage of Sterke Steden up to date with them: only what changed is written. Places with an official key get the official geometry; figures their newest value.</source>
        <translation>Haalt gegevenssets op en werkt daarmee een GeoPackage van Sterke Steden bij: alleen wat veranderde wordt geschreven. Plaatsen met een officiële sleutel krijgen de officiële geometrie, cijfers hun nieuwste waarde.</translation>
    </message>
    <message>
        <source>Fetching {}</source>
        <translation>{} ophalen</translation>
    </message>
    <message>
        <source>few flows: a few jobs more or less can change this region</source>
        <translation>weinig stromen: een paar banen meer of minder kan deze regio veranderen</translation>
    </message>
    <message>
        <source>Few flows: a few jobs more or less can change this region.</source>
        <translation>Weinig stromen: een paar banen meer of minder kan dit gebied veranderen.</translation>
    </message>
    <message>
        <source>Fewer figures</source>
        <translation>Minder cijfers</translation>
    </message>
    <message>
        <source>Fields:
{}</source>
        <translation>Velden:
{}</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Cijfers</translation>
    </message>
    <message>
        <source>Figures as a table</source>
        <translation>Cijfers als tabel</translation>
    </message>
    <message>
        <source>Figures before {} and from then on are not of one series: {}.</source>
        <translation>Cijfers van vóór {} en van daarna zijn niet één reeks: {}.</translation>
    </message>
    <message>
        <source>Figures by area</source>
        <translation>Cijfers per gebied</translation>
    </message>
    <message>
        <source>Figures by city and year</source>
        <translation>Cijfers per stad en jaar</translation>
    </message>
    <message>
        <source>Figures that changed, old → new</source>
        <translation>Gewijzigde cijfers, oud → nieuw</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>Vul dit in.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter on city</source>
        <translation>Filter op stad</translation>
    </message>
    <message>
        <source>Filter on kind</source>
        <translation>Filter op soort</translation>
    </message>
    <message>
        <source>Filter on status</source>
        <translation>Filter op status</translation>
    </message>
    <message>
        <source>Filter on words</source>
        <translation>Filter op woorden</translation>
    </message>
    <message>
        <source>Finds each address of a table and gives it as a point in Rijksdriehoek (EPSG:28992).</source>
        <translation>Zoekt elk adres van een tabel op en geeft het als punt in Rijksdriehoekscoördinaten (EPSG:28992).</translation>
    </message>
    <message>
        <source>First or last slide</source>
        <translation>Eerste of laatste dia</translation>
    </message>
    <message>
        <source>Floor area (m²)</source>
        <translation>Oppervlakte (m²)</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Stroom</translation>
    </message>
    <message>
        <source>Flow against what sizes alone would give: 1 is as these would</source>
        <translation>Stroom tegenover wat omvang alleen zou geven: 1 is evenveel</translation>
    </message>
    <message>
        <source>Flow back</source>
        <translation>Stroom terug</translation>
    </message>
    <message>
        <source>Flow between different chosen centres as part of all flow among them, that within them included.</source>
        <translation>Stroom tussen verschillende gekozen kernen als deel van alle stroom ertussen, die erbinnen meegeteld.</translation>
    </message>
    <message>
        <source>Flow by which centres count (Green)</source>
        <translation>Stroom waarnaar kernen tellen (Green)</translation>
    </message>
    <message>
        <source>Flow in</source>
        <translation>Stroom in</translation>
    </message>
    <message>
        <source>Flow in from other centres</source>
        <translation>Stroom uit andere kernen</translation>
    </message>
    <message>
        <source>Flow lines</source>
        <translation>Stroomlijnen</translation>
    </message>
    <message>
        <source>Flow out</source>
        <translation>Stroom uit</translation>
    </message>
    <message>
        <source>Flow the other way</source>
        <translation>Stroom de andere kant op</translation>
    </message>
    <message>
        <source>Flow there</source>
        <translation>Stroom heen</translation>
    </message>
    <message>
        <source>Flow to there</source>
        <translation>Stroom daarheen</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>Stromen</translation>
    </message>
    <message>
        <source>Flows between two different zones, above the thresholds; share = flow / R, where R is all that flows out of the origin, to elsewhere too. Of equal flows the lowest code comes first.</source>
        <translation>Stromen tussen twee verschillende gebieden, boven de drempels; aandeel = stroom / R, waarbij R alles is wat uit de herkomst stroomt, ook naar elders. Van gelijke stromen komt de laagste code eerst.</translation>
    </message>
    <message>
        <source>Flows of {0} sectors are summed ({1}).</source>
        <translation>De stromen van {0} sectoren zijn opgeteld ({1}).</translation>
    </message>
    <message>
        <source>Flows that are not told (such as “-” or “.”): {0}. They are kept apart and are not zero.</source>
        <translation>Stromen die niet zijn vermeld (zoals “-” of “.”): {0}. Ze worden apart gehouden en zijn niet nul.</translation>
    </message>
    <message>
        <source>Flows within zones</source>
        <translation>Stromen binnen gebieden</translation>
    </message>
    <message>
        <source>Fly to a view, or go there at once</source>
        <translation>Naar een kaartbeeld vliegen of springen</translation>
    </message>
    <message>
        <source>Follow municipalities that were merged</source>
        <translation>Samengevoegde gemeenten volgen</translation>
    </message>
    <message>
        <source>For a spreadsheet with the settings of the Netherlands: semicolons, and a comma in numbers.</source>
        <translation>Voor een rekenblad met de instellingen van Nederland: puntkomma's, en een komma in getallen.</translation>
    </message>
    <message>
        <source>For a spreadsheet: semicolons, decimal comma, UTF-8</source>
        <translation>Voor een rekenblad: puntkomma's, decimale komma, UTF-8</translation>
    </message>
    <message>
        <source>For the ties between them the flows of the whole country are needed.</source>
        <translation>Voor de banden tussen deze gemeenten zijn de stromen van het hele land nodig.</translation>
    </message>
    <message>
        <source>For this page a table of commuting is needed: for each pair of municipalities the jobs of those who live in the one and work in the other. Fetch one, or choose a file (CSV, XLSX, ODS, GeoPackage).</source>
        <translation>Voor deze bladzijde is een pendeltabel nodig: voor elk paar gemeenten de banen van wie in de ene woont en in de andere werkt. Haal er een op, of kies een bestand (CSV, XLSX, ODS, GeoPackage).</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulier</translation>
    </message>
    <message>
        <source>Found at: {}</source>
        <translation>Vindplaats: {}</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>From (code)</source>
        <translation>Van (code)</translation>
    </message>
    <message>
        <source>From 0 to 1</source>
        <translation>Van 0 tot 1</translation>
    </message>
    <message>
        <source>From another service: {}</source>
        <translation>Van een andere dienst: {}</translation>
    </message>
    <message>
        <source>from {}</source>
        <translation>uit {}</translation>
    </message>
    <message>
        <source>From {} on it counts a municipality to a city.</source>
        <translation>Vanaf {} rekent die een gemeente bij een stad.</translation>
    </message>
    <message>
        <source>From, code</source>
        <translation>Van, code</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Functie</translation>
    </message>
    <message>
        <source>Functional polycentricity</source>
        <translation>Functionele meerkernigheid</translation>
    </message>
    <message>
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <source>GeoPackage of Sterke Steden</source>
        <translation>GeoPackage van Sterke Steden</translation>
    </message>
    <message>
        <source>Give it a title.</source>
        <translation>Geef een titel.</translation>
    </message>
    <message>
        <source>Give the codes of at least {} zones.</source>
        <translation>Geef de codes van ten minste {} gebieden.</translation>
    </message>
    <message>
        <source>Give the place a name.</source>
        <translation>Geef de plaats een naam.</translation>
    </message>
    <message>
        <source>Give the text of a recipe that was saved, or leave it empty.</source>
        <translation>Geef de tekst van een bewaard recept, of laat het leeg.</translation>
    </message>
    <message>
        <source>Gives a point for each unit with its address, functions, floor area, whether it is vacant and since when. Values by which registers say that something is not known (floor area 0, 1, 999999 and 99999999 m², year built 9999) become no facts, and secondary addresses no units.</source>
        <translation>Geeft voor elke eenheid een punt met adres, functies, oppervlakte, of het leegstaat en sinds wanneer. Waarden waarmee registraties zeggen dat iets onbekend is (oppervlakte 0, 1, 999999 en 99999999 m², bouwjaar 9999) worden geen feiten, en nevenadressen geen eenheden.</translation>
    </message>
    <message>
        <source>Gives a row for each area, function and date, with the rate and its 95% interval; with a layer of areas also their geometry, joined by code. The row of all functions together has no function.</source>
        <translation>Geeft een regel per gebied, functie en datum, met het leegstandspercentage en het 95%-interval; met een laag van gebieden ook de geometrie, gekoppeld op code. De regel van alle functies samen heeft geen functie.</translation>
    </message>
    <message>
        <source>Gives for each pair of chosen zones the flow there (heen), back (terug) and together (samen), their shares of the residents' jobs, the share of all flow between chosen zones (aandeel_onderling), the change since another year, and what a gravity model expects (verwacht).</source>
        <translation>Geeft voor elk paar gekozen gebieden de stroom heen, terug en samen, hun aandelen in de banen van inwoners, het aandeel in alle stromen tussen gekozen gebieden (aandeel_onderling), de verandering sinds een ander jaar, en wat een zwaartekrachtmodel verwacht (verwacht).</translation>
    </message>
    <message>
        <source>Gives for each zone and sector its amount (omvang), its share of the zone (aandeel) and the location quotient (lq): above 1 the zone has more of it than the area that it is compared with.</source>
        <translation>Geeft voor elk gebied en elke sector de omvang, het aandeel in het gebied (aandeel) en het locatiequotiënt (lq): boven 1 heeft het gebied er meer van dan het gebied waarmee het wordt vergeleken.</translation>
    </message>
    <message>
        <source>Gives for each zone the residents' jobs R, the jobs W, what stays, self-containment of supply and demand, flow in and out, balance, the zone that most go to and its share, dominance and entropy.</source>
        <translation>Geeft voor elk gebied de woonbanen R, de werkbanen W, wat blijft, de zelfvoorziening van aanbod en vraag, de stroom erin en eruit, het saldo, het gebied waar de meesten heen gaan met het aandeel, dominantie en entropie.</translation>
    </message>
    <message>
        <source>Gives for pairs of zones how far their profiles differ (krugman), and, where a table of flows is given and something flows, how strong that tie is (intensiteit): whoever differs and is tied all the same may complement each other. Both numbers are told, and no verdict.</source>
        <translation>Geeft voor paren van gebieden hoe ver hun profielen verschillen (krugman) en, waar een tabel met stromen is gegeven en er iets stroomt, hoe sterk die band is (intensiteit): wie verschilt en toch verbonden is, vult elkaar misschien aan. Beide getallen worden gegeven, en geen oordeel.</translation>
    </message>
    <message>
        <source>Go back to the version “{}”? What came after stays in the history.</source>
        <translation>Terug naar de versie “{}”? Wat erna kwam, blijft in de geschiedenis staan.</translation>
    </message>
    <message>
        <source>Go to the next screen</source>
        <translation>Naar het volgende scherm</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>verdwenen</translation>
    </message>
    <message>
        <source>Gravity model: beta {}; mean distance {} km; {} of the flow is as expected.</source>
        <translation>Zwaartekrachtmodel: bèta {}; gemiddelde afstand {} km; {} van de stroom is zoals verwacht.</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Groei</translation>
    </message>
    <message>
        <source>Has no field {}.</source>
        <translation>Heeft geen veld {}.</translation>
    </message>
    <message>
        <source>highest {} in {}</source>
        <translation>hoogste {} in {}</translation>
    </message>
    <message>
        <source>Historic</source>
        <translation>Historisch</translation>
    </message>
    <message>
        <source>historic</source>
        <translation>historisch</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Geschiedenis</translation>
    </message>
    <message>
        <source>History of the workshop of {}</source>
        <translation>Geschiedenis van de werkplaats van {}</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Home, End</translation>
    </message>
    <message>
        <source>How different two municipalities are in what people work at (0: the same, 2: nothing in common), beside the flow between them, divided by what it would be if jobs were spread as they are in the whole country.</source>
        <translation>Hoe verschillend het werk in twee gemeenten is (0: gelijk, 2: niets gemeen), met daarnaast de stroom tussen beide, gedeeld door wat die zou zijn als de banen zo verspreid waren als in het hele land.</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Duur</translation>
    </message>
    <message>
        <source>How long: frictie up to 1 year vacant on the reference date, langdurig up to 3 years, structureel longer, onbekend where the date is not told.</source>
        <translation>Duur: frictie tot en met 1 jaar leeg op de peildatum, langdurig tot en met 3 jaar, structureel langer, onbekend als de datum niet is genoemd.</translation>
    </message>
    <message>
        <source>How much stays within the city</source>
        <translation>Hoeveel binnen de stad blijft</translation>
    </message>
    <message>
        <source>Id of the BAG</source>
        <translation>BAG-id</translation>
    </message>
    <message>
        <source>If you trust that address, set it in the settings of the services.</source>
        <translation>Vertrouwt u dat adres, stel het dan in bij de instellingen van de diensten.</translation>
    </message>
    <message>
        <source>Import a story</source>
        <translation>Verhaal importeren</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>Importeren uit een bestand…</translation>
    </message>
    <message>
        <source>in another of these</source>
        <translation>in een andere van deze</translation>
    </message>
    <message>
        <source>In no region</source>
        <translation>In geen gebied</translation>
    </message>
    <message>
        <source>in no region</source>
        <translation>in geen gebied</translation>
    </message>
    <message>
        <source>In no region: cut off from the region that it is tied to</source>
        <translation>In geen gebied: afgesneden van het gebied waarmee het verbonden is</translation>
    </message>
    <message>
        <source>In no region: no region has ties to it</source>
        <translation>In geen gebied: met geen gebied verbonden</translation>
    </message>
    <message>
        <source>In no region: tied to nothing but itself</source>
        <translation>In geen gebied: met niets verbonden dan met zichzelf</translation>
    </message>
    <message>
        <source>In no region: without jobs</source>
        <translation>In geen gebied: zonder banen</translation>
    </message>
    <message>
        <source>In no region: without residents’ jobs</source>
        <translation>In geen gebied: zonder woonbanen</translation>
    </message>
    <message>
        <source>in none of the regions</source>
        <translation>in geen regio</translation>
    </message>
    <message>
        <source>In the cities: {}</source>
        <translation>In de steden: {}</translation>
    </message>
    <message>
        <source>in the own municipality</source>
        <translation>in de eigen gemeente</translation>
    </message>
    <message>
        <source>In the region of {}</source>
        <translation>In het gebied van {}</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In gebruik</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>Insert a link to a place</source>
        <translation>Verwijzing naar een plaats</translation>
    </message>
    <message>
        <source>Install the plugin again.</source>
        <translation>Installeer de plug-in opnieuw.</translation>
    </message>
    <message>
        <source>Is being fetched.</source>
        <translation>Wordt opgehaald.</translation>
    </message>
    <message>
        <source>Is the centre</source>
        <translation>Is het centrum</translation>
    </message>
    <message>
        <source>It changed nothing.</source>
        <translation>Er veranderde niets.</translation>
    </message>
    <message>
        <source>It has a street and a number, but no postcode.</source>
        <translation>Er is een straat met huisnummer, maar geen postcode.</translation>
    </message>
    <message>
        <source>It has no https at this address, or a certificate that is not trusted. Check the address in the settings of the services; your administrator knows which certificates QGIS needs.</source>
        <translation>Op dit adres is er geen https, of een certificaat dat niet wordt vertrouwd. Controleer het adres in de instellingen van de diensten; uw beheerder weet welke certificaten QGIS nodig heeft.</translation>
    </message>
    <message>
        <source>It has no id, no postcode with number and no coordinates.</source>
        <translation>Er is geen id, geen postcode met huisnummer en geen coördinaat.</translation>
    </message>
    <message>
        <source>It has nothing else either.</source>
        <translation>Er is ook niets anders.</translation>
    </message>
    <message>
        <source>It has: {}.</source>
        <translation>Wat er wel is: {}.</translation>
    </message>
    <message>
        <source>It is a berth or a pitch, no verblijfsobject.</source>
        <translation>Het is een lig- of standplaats, geen verblijfsobject.</translation>
    </message>
    <message>
        <source>It is a floor area by which registers say that it is not known.</source>
        <translation>Het is een oppervlakte waarmee registraties zeggen dat die onbekend is.</translation>
    </message>
    <message>
        <source>It is a formula, not a value.</source>
        <translation>Het is een formule, geen waarde.</translation>
    </message>
    <message>
        <source>It is a secondary address of an object that has a row of its own.</source>
        <translation>Het is een nevenadres van een object dat een eigen regel heeft.</translation>
    </message>
    <message>
        <source>It is a year by which registers say that it is not known.</source>
        <translation>Het is een jaar waarmee registraties zeggen dat het onbekend is.</translation>
    </message>
    <message>
        <source>It is after the reference date.</source>
        <translation>Het ligt na de peildatum.</translation>
    </message>
    <message>
        <source>It is below zero.</source>
        <translation>Het is lager dan nul.</translation>
    </message>
    <message>
        <source>It is no date.</source>
        <translation>Het is geen datum.</translation>
    </message>
    <message>
        <source>It is no house number.</source>
        <translation>Het is geen huisnummer.</translation>
    </message>
    <message>
        <source>It is no id of the BAG.</source>
        <translation>Het is geen BAG-id.</translation>
    </message>
    <message>
        <source>It is no number.</source>
        <translation>Het is geen getal.</translation>
    </message>
    <message>
        <source>It is no postcode.</source>
        <translation>Het is geen postcode.</translation>
    </message>
    <message>
        <source>It is planned, was never built or was withdrawn.</source>
        <translation>Het is gepland, nooit gebouwd of ingetrokken.</translation>
    </message>
    <message>
        <source>It says neither that the unit is vacant nor that it is not.</source>
        <translation>Er staat niet of de eenheid leegstaat of in gebruik is.</translation>
    </message>
    <message>
        <source>It says what another row said.</source>
        <translation>Er staat hetzelfde als in een andere regel.</translation>
    </message>
    <message>
        <source>It tells another function of a unit that has a row: it counts with that one.</source>
        <translation>Het noemt een andere functie van een eenheid die al een regel heeft: die functie telt daar mee.</translation>
    </message>
    <message>
        <source>Items at this point, nearest first</source>
        <translation>Wat op dit punt speelt, dichtstbijzijnde eerst</translation>
    </message>
    <message>
        <source>Items of what is chosen</source>
        <translation>Wat bij de keuze hoort</translation>
    </message>
    <message>
        <source>Items that use this place: {}. They all change with it.</source>
        <translation>Items met deze plaats: {}. Ze veranderen allemaal mee.</translation>
    </message>
    <message>
        <source>Items without a theme</source>
        <translation>Zonder thema</translation>
    </message>
    <message>
        <source>Its address may be one of several in the layer of addresses.</source>
        <translation>Het adres kan een van meer adressen in de laag zijn.</translation>
    </message>
    <message>
        <source>Its codes now are: {}. Look for a newer version of the plugin.</source>
        <translation>De codes zijn nu: {}. Kijk of er een nieuwere versie van de plugin is.</translation>
    </message>
    <message>
        <source>Its fields now are: {}. Look for a newer version of the plugin.</source>
        <translation>De velden zijn nu: {}. Kijk of er een nieuwere versie van de plugin is.</translation>
    </message>
    <message>
        <source>Its id or address is not in the layer of addresses, and it has no coordinates.</source>
        <translation>Het id of adres staat niet in de laag met adressen, en er zijn geen coördinaten.</translation>
    </message>
    <message>
        <source>Its own in this list, the same in the next</source>
        <translation>Uniek in deze lijst, dezelfde in de volgende</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Banen</translation>
    </message>
    <message>
        <source>jobs</source>
        <translation>banen</translation>
    </message>
    <message>
        <source>Jobs between each two</source>
        <translation>Banen tussen elke twee</translation>
    </message>
    <message>
        <source>Jobs by home and place of work.</source>
        <translation>Banen naar woongemeente en werkgemeente.</translation>
    </message>
    <message>
        <source>Jobs by sector</source>
        <translation>Banen per sector</translation>
    </message>
    <message>
        <source>jobs of residents</source>
        <translation>banen van inwoners</translation>
    </message>
    <message>
        <source>Jobs of residents, in ones also where the table is in thousands.</source>
        <translation>Woonbanen, in eenheden, ook als de tabel in duizendtallen is.</translation>
    </message>
    <message>
        <source>Jobs that cross</source>
        <translation>Banen in een andere gemeente van de groep</translation>
    </message>
    <message>
        <source>Kans</source>
        <translation>Kans</translation>
    </message>
    <message>
        <source>Kansen</source>
        <translation>Kansen</translation>
    </message>
    <message>
        <source>Kansen and opgaven of this chapter</source>
        <translation>Kansen en opgaven bij dit hoofdstuk</translation>
    </message>
    <message>
        <source>Keep as layers…</source>
        <translation>Bewaar als lagen…</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Sleutel</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>Kerncijfers</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>Keys (F1)</source>
        <translation>Toetsen (F1)</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Krugman's index, 0 to 2</source>
        <translation>Index van Krugman, 0 tot 2</translation>
    </message>
    <message>
        <source>Labour market areas</source>
        <translation>Arbeidsmarktgebieden</translation>
    </message>
    <message>
        <source>Labour market areas (%)</source>
        <translation>Arbeidsmarktregio's (%)</translation>
    </message>
    <message>
        <source>Labour market areas (Coombes and Bond)</source>
        <translation>Arbeidsmarktregio's (Coombes en Bond)</translation>
    </message>
    <message>
        <source>Labour market areas: least self-containment</source>
        <translation>Arbeidsmarktregio's: kleinste zelfvoorziening</translation>
    </message>
    <message>
        <source>Labour market areas: least size (jobs)</source>
        <translation>Arbeidsmarktregio's: kleinste omvang (banen)</translation>
    </message>
    <message>
        <source>Labour market areas: target self-containment</source>
        <translation>Arbeidsmarktregio's: gewenste zelfvoorziening</translation>
    </message>
    <message>
        <source>Labour market areas: target size (jobs)</source>
        <translation>Arbeidsmarktregio's: gewenste omvang (banen)</translation>
    </message>
    <message>
        <source>Labour market areas: the least valid area is dissolved zone by zone, until every area is large and self-contained enough. Coombes and Bond (2008), in the variant of Istat's R package LabourMarketAreas (Franconi, D'Alò and Ichim 2016).</source>
        <translation>Arbeidsmarktregio's: de minst geldige regio wordt gebied voor gebied ontbonden, tot elke regio groot en zelfvoorzienend genoeg is. Coombes en Bond (2008), in de variant van het R-pakket LabourMarketAreas van Istat (Franconi, D'Alò en Ichim 2016).</translation>
    </message>
    <message>
        <source>Larger or smaller text</source>
        <translation>Grotere of kleinere tekst</translation>
    </message>
    <message>
        <source>Largest flows of each zone (0: all)</source>
        <translation>Grootste stromen van elk gebied (0: alle)</translation>
    </message>
    <message>
        <source>Largest standard deviation</source>
        <translation>Grootste standaardafwijking</translation>
    </message>
    <message>
        <source>Layer or table with addresses</source>
        <translation>Laag of tabel met adressen</translation>
    </message>
    <message>
        <source>Layer with addresses of the BAG</source>
        <translation>Laag met adressen uit de BAG</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Lagen</translation>
    </message>
    <message>
        <source>Least flow</source>
        <translation>Kleinste stroom</translation>
    </message>
    <message>
        <source>Least share of residents' jobs (%)</source>
        <translation>Kleinste aandeel in de woonbanen (%)</translation>
    </message>
    <message>
        <source>Least share of runs that is shown (%)</source>
        <translation>Kleinste getoonde aandeel in de indelingen (%)</translation>
    </message>
    <message>
        <source>Left empty it is 15 for the commuting threshold, and 0 for the strongest destination and for communities, of which it says which flows count. Labour market areas have none.</source>
        <translation>Leeg gelaten is ze 15 voor de pendeldrempel, en 0 voor de sterkste bestemming en voor gemeenschappen, waarvoor ze zegt welke stromen tellen. Arbeidsmarktgebieden hebben er geen.</translation>
    </message>
    <message>
        <source>Left empty, it is not told, or what the recipe says.</source>
        <translation>Leeg: niet bekend, of wat het recept zegt.</translation>
    </message>
    <message>
        <source>Left empty, it is recognised by its name.</source>
        <translation>Blijft dit leeg, dan wordt de kolom aan haar naam herkend.</translation>
    </message>
    <message>
        <source>Left empty, it is recognised by its name; where there is none, the code is shown.</source>
        <translation>Leeg: de kolom wordt aan haar naam herkend; is er geen, dan staat de code er.</translation>
    </message>
    <message>
        <source>Left empty, it is recognised where the table has a known form.</source>
        <translation>Leeg: de kolom wordt herkend als de tabel een bekende vorm heeft.</translation>
    </message>
    <message>
        <source>Left empty, it is the column that holds the most codes of the table.</source>
        <translation>Leeg: het is de kolom met de meeste codes van de tabel.</translation>
    </message>
    <message>
        <source>Left empty, it is the last year of the table.</source>
        <translation>Leeg: het is het laatste jaar van de tabel.</translation>
    </message>
    <message>
        <source>Left empty, it is the total, or the sum of all sectors where the table has no total.</source>
        <translation>Leeg: het is het totaal, of de som van alle sectoren als de tabel geen totaal heeft.</translation>
    </message>
    <message>
        <source>Left empty, the table has a column for each sector.</source>
        <translation>Leeg: de tabel heeft een kolom voor elke sector.</translation>
    </message>
    <message>
        <source>Left empty, there is no comparison.</source>
        <translation>Leeg: er wordt niet vergeleken.</translation>
    </message>
    <message>
        <source>Left empty, they are all zones of the table of sectors.</source>
        <translation>Leeg: het zijn alle gebieden van de sectortabel.</translation>
    </message>
    <message>
        <source>Left, Up, Backspace</source>
        <translation>←, ↑, Backspace</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legenda</translation>
    </message>
    <message>
        <source>Legend (L)</source>
        <translation>Legenda (L)</translation>
    </message>
    <message>
        <source>Legend on or off</source>
        <translation>Legenda aan of uit</translation>
    </message>
    <message>
        <source>less than {} times what is expected</source>
        <translation>minder dan {} keer het verwachte</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licentie</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Lijnen</translation>
    </message>
    <message>
        <source>Lines: flows of at least {}% of the residents’ jobs; they bend to the right in the direction of work.</source>
        <translation>Lijnen: stromen van ten minste {}% van de woonbanen; ze buigen naar rechts in de richting van het werk.</translation>
    </message>
    <message>
        <source>Link to a place</source>
        <translation>Verwijzen naar een plaats</translation>
    </message>
    <message>
        <source>List of premises</source>
        <translation>Lijst van panden</translation>
    </message>
    <message>
        <source>Load open data</source>
        <translation>Open gegevens ophalen</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Locatie</translation>
    </message>
    <message>
        <source>Location on the map</source>
        <translation>Ligging op de kaart</translation>
    </message>
    <message>
        <source>Location quotient</source>
        <translation>Locatiequotiënt</translation>
    </message>
    <message>
        <source>Location quotient LQ = (e_is / e_i) / (e_ns / e_n), where n is the area that zones are compared with (Florence 1939, Isard 1960). Krugman's index K = sum of |s_is - s_js| over the sectors, from 0 (the same profile) to 2 (nothing in common): Krugman (1991), Geography and Trade.</source>
        <translation>Locatiequotiënt LQ = (e_is / e_i) / (e_ns / e_n), waarin n het gebied is waarmee wordt vergeleken (Florence 1939, Isard 1960). Index van Krugman K = som van |s_is - s_js| over de sectoren, van 0 (hetzelfde profiel) tot 2 (niets gemeen): Krugman (1991), Geography and Trade.</translation>
    </message>
    <message>
        <source>Looking up addresses</source>
        <translation>Adressen opzoeken</translation>
    </message>
    <message>
        <source>lowest {} in {}</source>
        <translation>laagste {} in {}</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Gemaakt</translation>
    </message>
    <message>
        <source>Made by {} of Sterke Steden {}.</source>
        <translation>Gemaakt door {} van Sterke Steden {}.</translation>
    </message>
    <message>
        <source>Made by: Sterke Steden {}</source>
        <translation>Gemaakt door: Sterke Steden {}</translation>
    </message>
    <message>
        <source>Make points</source>
        <translation>Punten maken</translation>
    </message>
    <message>
        <source>Make room in the folder and see that you may write in it; the file stays as it is until then.</source>
        <translation>Maak ruimte in de map en zorg dat u er mag schrijven; tot dan blijft het bestand zoals het is.</translation>
    </message>
    <message>
        <source>Make room, and try again.</source>
        <translation>Maak ruimte en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Makes your own copy of the story and puts its layers on the map. Nothing else is changed.</source>
        <translation>U krijgt een eigen kopie van het verhaal; de kaartlagen komen in uw project. Verder verandert er niets.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Kaart</translation>
    </message>
    <message>
        <source>Mark a point on the map</source>
        <translation>Een punt op de kaart zetten</translation>
    </message>
    <message>
        <source>Mark it anew</source>
        <translation>Opnieuw zetten</translation>
    </message>
    <message>
        <source>Mark point {} anew</source>
        <translation>Punt {} opnieuw zetten</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maat</translation>
    </message>
    <message>
        <source>Measure, and what would change it</source>
        <translation>Maat, en wat het anders maakt</translation>
    </message>
    <message>
        <source>Measure, key</source>
        <translation>Maat, sleutel</translation>
    </message>
    <message>
        <source>Measures of polycentricity</source>
        <translation>Maten van meerkernigheid</translation>
    </message>
    <message>
        <source>Measures of zones</source>
        <translation>Maten van gebieden</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Method, {} ({}): {}.</source>
        <translation>Methode, {} ({}): {}.</translation>
    </message>
    <message>
        <source>Method: which fall together in a division into regions, only the flows of the whole country tell.</source>
        <translation>Methode: wat in een indeling in regio’s samen valt, zeggen alleen de stromen van het hele land.</translation>
    </message>
    <message>
        <source>Method: {}</source>
        <translation>Methode: {}</translation>
    </message>
    <message>
        <source>Missing in this project: {}</source>
        <translation>Ontbreekt in dit project: {}</translation>
    </message>
    <message>
        <source>Missing layers</source>
        <translation>Ontbrekende lagen</translation>
    </message>
    <message>
        <source>Missing layers: {}</source>
        <translation>Lagen ontbreken: {}</translation>
    </message>
    <message>
        <source>More gives smaller regions.</source>
        <translation>Meer geeft kleinere regio's.</translation>
    </message>
    <message>
        <source>More or fewer figures</source>
        <translation>Meer of minder cijfers</translation>
    </message>
    <message>
        <source>more than {} times</source>
        <translation>meer dan {} keer</translation>
    </message>
    <message>
        <source>More units are in scope than there are.</source>
        <translation>Er tellen meer eenheden mee dan er zijn.</translation>
    </message>
    <message>
        <source>More units are vacant than there are.</source>
        <translation>Er staan meer eenheden leeg dan er zijn.</translation>
    </message>
    <message>
        <source>Most go to</source>
        <translation>Meesten naar</translation>
    </message>
    <message>
        <source>Most go to, code</source>
        <translation>Meesten naar, code</translation>
    </message>
    <message>
        <source>most to {}: {}</source>
        <translation>meest naar {}: {}</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Omlaag</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Omhoog</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Verplaatst</translation>
    </message>
    <message>
        <source>Municipalities that merged, counted with the one that took their place: {0} ({1}).</source>
        <translation>Gemeenten die zijn samengevoegd, geteld bij de gemeente die ervoor in de plaats kwam: {0} ({1}).</translation>
    </message>
    <message>
        <source>Municipalities that were divided among several: {0} ({1}). No single one takes their place.</source>
        <translation>Gemeenten die over meer andere zijn verdeeld: {0} ({1}). Er is niet één die ervoor in de plaats komt.</translation>
    </message>
    <message>
        <source>Municipalities with more flows between them than their sizes explain. Only flows of at least {}% of the residents’ jobs count.</source>
        <translation>Gemeenten met meer stromen onderling dan hun grootte verklaart. Alleen stromen van ten minste {}% van de woonbanen tellen.</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Gemeente</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>T&amp;oelichting</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Name of a place</source>
        <translation>Naam van een plaats</translation>
    </message>
    <message>
        <source>Name of point {}</source>
        <translation>Naam van punt {}</translation>
    </message>
    <message>
        <source>Name of the point</source>
        <translation>Naam van het punt</translation>
    </message>
    <message>
        <source>Name of the region</source>
        <translation>Naam van de regio</translation>
    </message>
    <message>
        <source>named in the claim</source>
        <translation>genoemd in de bewering</translation>
    </message>
    <message>
        <source>Nearest first. Click elsewhere on the map to look there.</source>
        <translation>Dichtstbijzijnde eerst. Klik elders in de kaart om daar te kijken.</translation>
    </message>
    <message>
        <source>Needed: {}</source>
        <translation>Nodig: {}</translation>
    </message>
    <message>
        <source>Net: the difference of there and back</source>
        <translation>Netto: het verschil tussen heen en terug</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netwerk</translation>
    </message>
    <message>
        <source>Network (live)</source>
        <translation>Netwerk (live)</translation>
    </message>
    <message>
        <source>Network: who works where, and which regions come of it</source>
        <translation>Netwerk: wie waar werkt, en welke gebieden daaruit volgen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nieuw</translation>
    </message>
    <message>
        <source>New and deleted items</source>
        <translation>Nieuwe en verwijderde items</translation>
    </message>
    <message>
        <source>New chapter</source>
        <translation>Nieuw hoofdstuk</translation>
    </message>
    <message>
        <source>New kans</source>
        <translation>Nieuwe kans</translation>
    </message>
    <message>
        <source>New opgave</source>
        <translation>Nieuwe opgave</translation>
    </message>
    <message>
        <source>New place</source>
        <translation>Nieuwe plaats</translation>
    </message>
    <message>
        <source>New story</source>
        <translation>Nieuw verhaal</translation>
    </message>
    <message>
        <source>New story…</source>
        <translation>Nieuw verhaal…</translation>
    </message>
    <message>
        <source>New workshop in {}</source>
        <translation>Nieuwe werkplaats in {}</translation>
    </message>
    <message>
        <source>New: what you write is kept with your name and the date.</source>
        <translation>Nieuw: wat u schrijft, wordt bewaard met uw naam en de datum.</translation>
    </message>
    <message>
        <source>Next chapter</source>
        <translation>Volgend hoofdstuk</translation>
    </message>
    <message>
        <source>Next chapter (Ctrl+Right)</source>
        <translation>Volgend hoofdstuk (Ctrl+→)</translation>
    </message>
    <message>
        <source>Next figures</source>
        <translation>Volgende cijfers</translation>
    </message>
    <message>
        <source>Next item</source>
        <translation>Volgende</translation>
    </message>
    <message>
        <source>Next or previous chapter</source>
        <translation>Volgend of vorig hoofdstuk</translation>
    </message>
    <message>
        <source>Next slide</source>
        <translation>Volgende dia</translation>
    </message>
    <message>
        <source>Next slide (Right)</source>
        <translation>Volgende dia (→)</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>No addresses with places are recognised in {}.</source>
        <translation>In {} zijn geen adressen met een plaats herkend.</translation>
    </message>
    <message>
        <source>No area is large and self-contained enough: all zones together have {} residents' jobs{}. Lower the demands, or say that the table is in thousands where it does not tell.</source>
        <translation>Geen gebied is groot en zelfvoorzienend genoeg: alle gebieden samen hebben {} woonbanen{}. Verlaag de eisen, of geef op dat de tabel in duizendtallen is als ze dat zelf niet zegt.</translation>
    </message>
    <message>
        <source>No area of {} has a code of the table, such as {}; it has codes such as {}.</source>
        <translation>Geen gebied van {} heeft een code uit de tabel, zoals {}; de laag heeft codes als {}.</translation>
    </message>
    <message>
        <source>No column with addresses was recognised. Choose the whole address, or postcode and house number.</source>
        <translation>Er is geen kolom met adressen herkend. Kies de kolom met het hele adres, of die met postcode en huisnummer.</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>geen gegevens</translation>
    </message>
    <message>
        <source>no decay with distance gives the mean distance of the flows.</source>
        <translation>geen enkel afstandsverval geeft de gemiddelde afstand van de stromen.</translation>
    </message>
    <message>
        <source>no flow goes from one zone to another.</source>
        <translation>er gaat geen stroom van het ene gebied naar het andere.</translation>
    </message>
    <message>
        <source>No flow of {} begins or ends in a zone: the table has codes such as {}, the zones have codes such as {}. Choose the columns with codes, or the zones that the table is about.</source>
        <translation>Geen stroom van {} begint of eindigt in een gebied: de tabel heeft codes zoals {}, de gebieden hebben codes zoals {}. Kies de kolommen met codes, of de gebieden waar de tabel over gaat.</translation>
    </message>
    <message>
        <source>no flow with itself in the table</source>
        <translation>geen stroom met zichzelf in de tabel</translation>
    </message>
    <message>
        <source>no flows</source>
        <translation>geen stromen</translation>
    </message>
    <message>
        <source>No house number.</source>
        <translation>Geen huisnummer.</translation>
    </message>
    <message>
        <source>no items</source>
        <translation>niets</translation>
    </message>
    <message>
        <source>no jobs</source>
        <translation>geen banen</translation>
    </message>
    <message>
        <source>no location in the source</source>
        <translation>geen locatie in de bron</translation>
    </message>
    <message>
        <source>No location in the source: the source names no place here.</source>
        <translation>Geen locatie in de bron: de bron noemt hierbij geen plaats.</translation>
    </message>
    <message>
        <source>No location in the source: the source names places, but does not say where they are.</source>
        <translation>Geen locatie in de bron: de bron noemt wel plaatsen, maar zegt niet waar die liggen.</translation>
    </message>
    <message>
        <source>No longer than</source>
        <translation>Niet langer dan</translation>
    </message>
    <message>
        <source>No municipality is a centre at this threshold.</source>
        <translation>Geen gemeente is bij deze drempel een centrum.</translation>
    </message>
    <message>
        <source>No municipality lies between several centres</source>
        <translation>Geen gemeente ligt tussen verschillende centra</translation>
    </message>
    <message>
        <source>No place of the story lies there. Draw one, or type a name.</source>
        <translation>Daar ligt geen plaats uit het verhaal. Teken er een of typ een naam.</translation>
    </message>
    <message>
        <source>No place of this name is known yet.</source>
        <translation>Een plaats met deze naam is nog niet bekend.</translation>
    </message>
    <message>
        <source>No places are marked.</source>
        <translation>Er zijn geen plaatsen gemarkeerd.</translation>
    </message>
    <message>
        <source>No QGIS project could be written into {}.</source>
        <translation>In {} kon geen QGIS-project worden geschreven.</translation>
    </message>
    <message>
        <source>no region has ties to it</source>
        <translation>geen regio is ermee verbonden</translation>
    </message>
    <message>
        <source>no residents' jobs</source>
        <translation>geen woonbanen</translation>
    </message>
    <message>
        <source>no residents' jobs, or not known</source>
        <translation>geen woonbanen, of niet bekend</translation>
    </message>
    <message>
        <source>No results of a workshop in this city have been recorded yet.</source>
        <translation>Van deze stad zijn nog geen uitkomsten van een werkplaats vastgelegd.</translation>
    </message>
    <message>
        <source>No row of {} can be used. Of line {} it is because: {} Choose other columns, or mend the table.</source>
        <translation>Geen regel van {} is te gebruiken. De reden bij regel {}: {} Kies andere kolommen, of verbeter de tabel.</translation>
    </message>
    <message>
        <source>no score</source>
        <translation>geen score</translation>
    </message>
    <message>
        <source>No source was given.</source>
        <translation>Er is geen bron opgegeven.</translation>
    </message>
    <message>
        <source>No status</source>
        <translation>Geen status</translation>
    </message>
    <message>
        <source>no such zone</source>
        <translation>geen gebied met deze code</translation>
    </message>
    <message>
        <source>no tie is known</source>
        <translation>geen band bekend</translation>
    </message>
    <message>
        <source>No zone has the code {}. Give codes as the layer of zones has them, with commas between them.</source>
        <translation>Geen gebied heeft de code {}. Geef codes zoals ze in de laag met gebieden staan, met komma's ertussen.</translation>
    </message>
    <message>
        <source>No zone is a centre: there are no regions. Lower the threshold, or give centres.</source>
        <translation>Geen gebied is een centrum: er zijn geen regio's. Verlaag de drempel, of geef centra op.</translation>
    </message>
    <message>
        <source>No zone is in {}: it has codes such as {}, the zones have codes such as {}.</source>
        <translation>Geen gebied staat in {}: daarin staan codes zoals {}, de gebieden hebben codes zoals {}.</translation>
    </message>
    <message>
        <source>No zone that is divided has the code {}. Give codes of centres as the layer of zones has them.</source>
        <translation>Geen gebied dat wordt ingedeeld, heeft de code {}. Geef codes van centra zoals ze in de laag met gebieden staan.</translation>
    </message>
    <message>
        <source>Nobody has said what counts as vacant in this list. It is compared with no other list.</source>
        <translation>Niemand heeft gezegd wat in deze lijst als leeg telt. De lijst wordt met geen andere vergeleken.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>None of the zones has a flow: are the codes of the zones those of the table?</source>
        <translation>Geen van de zones heeft een stroom: zijn de codes van de zones die van de tabel?</translation>
    </message>
    <message>
        <source>none of these together</source>
        <translation>geen van deze samen</translation>
    </message>
    <message>
        <source>Not asked: the service does not answer any more.</source>
        <translation>Niet gevraagd: de dienst geeft geen antwoord meer.</translation>
    </message>
    <message>
        <source>Not fetched yet.</source>
        <translation>Nog niet opgehaald.</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>niet gegeven</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Onbekend</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>niet bekend</translation>
    </message>
    <message>
        <source>Not on the map</source>
        <translation>Niet op de kaart</translation>
    </message>
    <message>
        <source>Not on the map, without location in the source: {}</source>
        <translation>Niet op de kaart, zonder locatie in de bron: {}</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>niet gezegd</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Niet opgeslagen</translation>
    </message>
    <message>
        <source>Not saved ({}): {}</source>
        <translation>Niet opgeslagen ({}): {}</translation>
    </message>
    <message>
        <source>Not saved yet: {}</source>
        <translation>Nog niet opgeslagen: {}</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>niet bekend</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Toelichting</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Niets gevonden</translation>
    </message>
    <message>
        <source>Nothing has been changed since this was published.</source>
        <translation>Sinds de publicatie is hier niets gewijzigd.</translation>
    </message>
    <message>
        <source>Nothing has been deleted here, or all of it was restored.</source>
        <translation>Hier is niets verwijderd, of alles is teruggezet.</translation>
    </message>
    <message>
        <source>Nothing has been drawn yet.</source>
        <translation>Er is nog niets getekend.</translation>
    </message>
    <message>
        <source>Nothing in this story matters here</source>
        <translation>Hier speelt in dit verhaal niets</translation>
    </message>
    <message>
        <source>nothing is expected</source>
        <translation>geen verwachting</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: write what came out of it, or add a criterion or a point.</source>
        <translation>Er is nog niets vastgelegd: schrijf op wat eruit kwam, of voeg een criterium of een punt toe.</translation>
    </message>
    <message>
        <source>nothing stays</source>
        <translation>niets blijft</translation>
    </message>
    <message>
        <source>Nothing that is asked for stands in the row.</source>
        <translation>In de regel staat niets van wat wordt gevraagd.</translation>
    </message>
    <message>
        <source>Nothing was saved: put it right and save again.</source>
        <translation>Er is niets opgeslagen: herstel dit en sla opnieuw op.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
    <message>
        <source>Now: no newer figure</source>
        <translation>Nu: geen nieuwer cijfer</translation>
    </message>
    <message>
        <source>Now: no newer figure; the latest is of {}</source>
        <translation>Nu: geen nieuwer cijfer; het laatste is van {}</translation>
    </message>
    <message>
        <source>Now: {}</source>
        <translation>Nu: {}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Number added</source>
        <translation>Aantal nieuw</translation>
    </message>
    <message>
        <source>Number changed</source>
        <translation>Aantal gewijzigd</translation>
    </message>
    <message>
        <source>Number found</source>
        <translation>Aantal gevonden</translation>
    </message>
    <message>
        <source>Number not found</source>
        <translation>Aantal niet gevonden</translation>
    </message>
    <message>
        <source>Number of &amp;participants</source>
        <translation>Aantal &amp;deelnemers</translation>
    </message>
    <message>
        <source>Number of results</source>
        <translation>Aantal resultaten</translation>
    </message>
    <message>
        <source>Number of these that is uncertain</source>
        <translation>Waarvan onzeker</translation>
    </message>
    <message>
        <source>Number of zones</source>
        <translation>Aantal gebieden</translation>
    </message>
    <message>
        <source>Number removed</source>
        <translation>Aantal verwijderd</translation>
    </message>
    <message>
        <source>Number the same</source>
        <translation>Aantal hetzelfde gebleven</translation>
    </message>
    <message>
        <source>Numbers such as {1} could be thousands; they are read as with decimals.</source>
        <translation>Getallen als {1} kunnen duizendtallen zijn; ze zijn gelezen als getallen met decimalen.</translation>
    </message>
    <message>
        <source>O&amp;wner</source>
        <translation>&amp;Eigenaar</translation>
    </message>
    <message>
        <source>Observed - expected</source>
        <translation>Waargenomen - verwacht</translation>
    </message>
    <message>
        <source>Observed / expected</source>
        <translation>Waargenomen / verwacht</translation>
    </message>
    <message>
        <source>Of all flow with both ends in the chosen zones, {} goes from one to another.</source>
        <translation>Van alle stroom met beide uiteinden in de gekozen gebieden gaat {} van het ene naar het andere.</translation>
    </message>
    <message>
        <source>of all {} of residents</source>
        <translation>van alle {} van inwoners</translation>
    </message>
    <message>
        <source>of all {} there</source>
        <translation>van alle {} daar</translation>
    </message>
    <message>
        <source>of jobs in the city, the share of residents</source>
        <translation>van de banen in de stad: het deel van inwoners</translation>
    </message>
    <message>
        <source>of residents’ jobs, the share within the city</source>
        <translation>van de woonbanen: het deel binnen de stad</translation>
    </message>
    <message>
        <source>Of some of these municipalities this file does not have all flows of those who live there.</source>
        <translation>Van een deel van deze gemeenten heeft dit bestand niet alle pendel van de inwoners.</translation>
    </message>
    <message>
        <source>Of the jobs in a municipality, the part that is in a sector.</source>
        <translation>Van de banen in een gemeente, het deel dat bij een sector hoort.</translation>
    </message>
    <message>
        <source>of the jobs in {}</source>
        <translation>van de banen in {}</translation>
    </message>
    <message>
        <source>of the jobs of residents of {}</source>
        <translation>van de banen van inwoners van {}</translation>
    </message>
    <message>
        <source>of the jobs of residents of {} are in {}: {}, in {}</source>
        <translation>van de banen van inwoners van {} is in {}: {}, in {}</translation>
    </message>
    <message>
        <source>Of the jobs of those who live in one municipality, the part that is in the other.</source>
        <translation>Van de banen van wie in de ene gemeente woont, het deel dat in de andere gemeente is.</translation>
    </message>
    <message>
        <source>Of the jobs of which home and work are both in these municipalities, the part for which people go from one of them to another.</source>
        <translation>Van de banen waarvan woon- en werkplaats allebei in deze gemeenten liggen, het deel waarvoor mensen van de ene gemeente naar de andere gaan.</translation>
    </message>
    <message>
        <source>of the jobs with both ends in {} cross from one to another: {}, in {}</source>
        <translation>van de banen met woon- en werkplaats in {} gaat van de ene naar de andere gemeente: {}, in {}</translation>
    </message>
    <message>
        <source>Of the sectors the total is used ({1}); the {0} others are its parts.</source>
        <translation>Van de sectoren is het totaal gebruikt ({1}); de andere {0} zijn er delen van.</translation>
    </message>
    <message>
        <source>Of {} of {} municipalities the table has only a part of the flows: for a division they are elsewhere.</source>
        <translation>Van {} van de {} gemeenten heeft de tabel maar een deel van de stromen: voor een indeling tellen zij als elders.</translation>
    </message>
    <message>
        <source>Of {} of {} zones the table has a part of the flows only, and none within the zone: {}</source>
        <translation>Van {} van de {} gebieden heeft de tabel maar een deel van de stromen, en geen stroom binnen het gebied: {}</translation>
    </message>
    <message>
        <source>Official boundaries, lines and figures, fetched from those who make them into your own file.</source>
        <translation>Officiële grenzen, lijnen en cijfers, opgehaald bij de makers en bewaard in uw eigen bestand.</translation>
    </message>
    <message>
        <source>Old codes in the table count with the municipality that they went into, if it is a zone.</source>
        <translation>Oude codes in de tabel tellen mee bij de gemeente waarin ze opgingen, als die een van de gebieden is.</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>Op de kaart</translation>
    </message>
    <message>
        <source>on the map after: {}</source>
        <translation>op de kaart volgens: {}</translation>
    </message>
    <message>
        <source>On the map: {} of {} municipalities of the table. In layers that are kept the others are elsewhere, so that regions may differ from those on this page.</source>
        <translation>Op de kaart: {} van {} gemeenten van de tabel. In bewaarde lagen zijn de andere elders, zodat gebieden kunnen verschillen van die op deze pagina.</translation>
    </message>
    <message>
        <source>On through the text, then to the next or previous slide</source>
        <translation>Verder door de tekst, daarna naar de volgende of vorige dia</translation>
    </message>
    <message>
        <source>On two successive 1 Januaries</source>
        <translation>Op twee opeenvolgende 1 januari's</translation>
    </message>
    <message>
        <source>One division</source>
        <translation>Eén indeling</translation>
    </message>
    <message>
        <source>One place is marked.</source>
        <translation>Er is één plaats gemarkeerd.</translation>
    </message>
    <message>
        <source>One where there is a column with the sector, else one for each sector.</source>
        <translation>Eén waar er een kolom met de sector is, anders één voor elke sector.</translation>
    </message>
    <message>
        <source>Ones</source>
        <translation>Eenheden</translation>
    </message>
    <message>
        <source>Only places or themes differ.</source>
        <translation>Alleen plaatsen of thema’s verschillen.</translation>
    </message>
    <message>
        <source>Only scores or points differ.</source>
        <translation>Alleen scores of punten verschillen.</translation>
    </message>
    <message>
        <source>Only what it shows of the map differs.</source>
        <translation>Alleen het kaartbeeld verschilt.</translation>
    </message>
    <message>
        <source>Only with a column for each sector. A row with a sector called total is recognised.</source>
        <translation>Alleen bij een kolom voor elke sector. Een regel met een sector die totaal heet, wordt herkend.</translation>
    </message>
    <message>
        <source>Only zones with all flows in the table</source>
        <translation>Alleen gebieden met alle stromen in de tabel</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Open a copy in which you may write.</source>
        <translation>Open een kopie waarin u mag schrijven.</translation>
    </message>
    <message>
        <source>Open data</source>
        <translation>Open gegevens</translation>
    </message>
    <message>
        <source>Open data of this file</source>
        <translation>Open gegevens van dit bestand</translation>
    </message>
    <message>
        <source>Open data: fetch official boundaries, lines and figures</source>
        <translation>Open gegevens: officiële grenzen, lijnen en cijfers ophalen</translation>
    </message>
    <message>
        <source>Open it as it is, or replace it by a new copy? What was changed in it would be lost.</source>
        <translation>Het bestand openen zoals het is, of vervangen door een nieuwe kopie? Bij vervangen gaat verloren wat erin is gewijzigd.</translation>
    </message>
    <message>
        <source>Open it in the program that made it, save it again as CSV, XLSX or ODS, and choose that file.</source>
        <translation>Open het in het programma waarmee het is gemaakt, sla het opnieuw op als CSV, XLSX of ODS en kies dat bestand.</translation>
    </message>
    <message>
        <source>Open it in the program that made it, save it as XLSX, ODS or CSV without a password, and choose that file.</source>
        <translation>Open het in het programma waarmee het is gemaakt, sla het zonder wachtwoord op als XLSX, ODS of CSV en kies dat bestand.</translation>
    </message>
    <message>
        <source>Open it with “Open Sterke Steden”: it is brought up to date, and a copy of it as it was is kept.</source>
        <translation>Open het met ‘Sterke Steden openen’: het wordt dan bijgewerkt, en het oude bestand blijft bewaard.</translation>
    </message>
    <message>
        <source>Open it, or choose another name.</source>
        <translation>Open dat bestand of kies een andere naam.</translation>
    </message>
    <message>
        <source>Open one to see what it was, and to bring it back.</source>
        <translation>Open een regel om te zien wat het was en om het terug te zetten.</translation>
    </message>
    <message>
        <source>Open Sterke Steden</source>
        <translation>Sterke Steden openen</translation>
    </message>
    <message>
        <source>Open the file with the plugin, which brings it up to date, or choose another data set.</source>
        <translation>Open het bestand met de plug-in, die het bijwerkt, of kies een andere gegevensset.</translation>
    </message>
    <message>
        <source>Opens the tool of Processing that makes layers of what is shown</source>
        <translation>Opent het gereedschap van Processing dat lagen maakt van wat te zien is</translation>
    </message>
    <message>
        <source>Opgave</source>
        <translation>Opgave</translation>
    </message>
    <message>
        <source>Opgaven</source>
        <translation>Opgaven</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkomst</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Overig</translation>
    </message>
    <message>
        <source>Other rows that cannot be used: {}.</source>
        <translation>Andere rijen die niet bruikbaar zijn: {}.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Uitkomst</translation>
    </message>
    <message>
        <source>Outlined: in another region.</source>
        <translation>Omlijnd: in een ander gebied.</translation>
    </message>
    <message>
        <source>outside these</source>
        <translation>daarbuiten</translation>
    </message>
    <message>
        <source>own address</source>
        <translation>eigen adres</translation>
    </message>
    <message>
        <source>Own layers</source>
        <translation>Eigen lagen</translation>
    </message>
    <message>
        <source>Own story</source>
        <translation>Eigen verhaal</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>P = (1 - sigma / sigma_max) · density, from 0 (one centre, or no ties) to 1 (centres alike, and all flow goes to others). The degree of a centre is its flow with the other chosen ones.</source>
        <translation>P = (1 - sigma / sigma_max) · dichtheid, van 0 (één kern, of geen banden) tot 1 (gelijke kernen, en alle stroom gaat naar andere). De graad van een kern is zijn stroom met de andere gekozen kernen.</translation>
    </message>
    <message>
        <source>P&amp;lanning</source>
        <translation>P&amp;lanning</translation>
    </message>
    <message>
        <source>Page Down, Page Up</source>
        <translation>Page Down, Page Up</translation>
    </message>
    <message>
        <source>Pairs of zones</source>
        <translation>Paren van gebieden</translation>
    </message>
    <message>
        <source>Parameters:
{}</source>
        <translation>Parameters:
{}</translation>
    </message>
    <message>
        <source>Part of the divisions with each centre: {}</source>
        <translation>Deel van de indelingen bij elk centrum: {}</translation>
    </message>
    <message>
        <source>part of the jobs in the municipality</source>
        <translation>deel van de banen in de gemeente</translation>
    </message>
    <message>
        <source>part of the jobs inside</source>
        <translation>deel van de banen binnen de groep</translation>
    </message>
    <message>
        <source>Part of the residents' jobs R of the origin, from 0 to 1</source>
        <translation>Deel van de woonbanen R van de herkomst, van 0 tot 1</translation>
    </message>
    <message>
        <source>Part of the residents' jobs R, from 0 to 1</source>
        <translation>Deel van de woonbanen R, van 0 tot 1</translation>
    </message>
    <message>
        <source>part of the residents’ jobs</source>
        <translation>deel van de banen van inwoners</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Deelnemers</translation>
    </message>
    <message>
        <source>Pla&amp;ces</source>
        <translation>Plaat&amp;sen</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Place in the source</source>
        <translation>Vindplaats</translation>
    </message>
    <message>
        <source>Placed by</source>
        <translation>Geplaatst met</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plaatsen</translation>
    </message>
    <message>
        <source>Places and themes of the item</source>
        <translation>Plaatsen en thema’s</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Gevonden plaatsen</translation>
    </message>
    <message>
        <source>Places in RD by the key of a unit, as JSON: {"9401AA-1": [233000, 551000]}.</source>
        <translation>Plaatsen in RD bij de sleutel van een eenheid, als JSON: {"9401AA-1": [233000, 551000]}.</translation>
    </message>
    <message>
        <source>Places in this chapter</source>
        <translation>Plaatsen in dit hoofdstuk</translation>
    </message>
    <message>
        <source>Places of the chapter</source>
        <translation>Plaatsen van het hoofdstuk</translation>
    </message>
    <message>
        <source>Places of this file</source>
        <translation>Plekken van dit bestand</translation>
    </message>
    <message>
        <source>Places that have the official geometry now</source>
        <translation>Plekken die nu de officiële ligging hebben</translation>
    </message>
    <message>
        <source>Places whose key was not among it, left as they are</source>
        <translation>Plekken waarvan de sleutel er niet bij was, ongewijzigd gelaten</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planning</translation>
    </message>
    <message>
        <source>Point on the map</source>
        <translation>Wijs aan op de kaart</translation>
    </message>
    <message>
        <source>Point {} has no name: name it, or remove it.</source>
        <translation>Punt {} heeft geen naam: geef het een naam of verwijder het.</translation>
    </message>
    <message>
        <source>Point: {}</source>
        <translation>Punt: {}</translation>
    </message>
    <message>
        <source>Points &amp;on the map</source>
        <translation>&amp;Punten op de kaart</translation>
    </message>
    <message>
        <source>Points on the map</source>
        <translation>Punten op de kaart</translation>
    </message>
    <message>
        <source>Points that the workshop of {} marked</source>
        <translation>Punten die de werkplaats van {} op de kaart zette</translation>
    </message>
    <message>
        <source>Polycentricity</source>
        <translation>Meerkernigheid</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Macht</translation>
    </message>
    <message>
        <source>Premises</source>
        <translation>Panden</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Presenteren</translation>
    </message>
    <message>
        <source>Present this city</source>
        <translation>Deze stad presenteren</translation>
    </message>
    <message>
        <source>Present this story (F5)</source>
        <translation>Dit verhaal presenteren (F5)</translation>
    </message>
    <message>
        <source>Presentation: {}</source>
        <translation>Presentatie: {}</translation>
    </message>
    <message>
        <source>Previous chapter</source>
        <translation>Vorig hoofdstuk</translation>
    </message>
    <message>
        <source>Previous chapter (Ctrl+Left)</source>
        <translation>Vorig hoofdstuk (Ctrl+←)</translation>
    </message>
    <message>
        <source>Previous figures</source>
        <translation>Vorige cijfers</translation>
    </message>
    <message>
        <source>Previous item</source>
        <translation>Vorige</translation>
    </message>
    <message>
        <source>Previous slide</source>
        <translation>Vorige dia</translation>
    </message>
    <message>
        <source>Previous slide (Left)</source>
        <translation>Vorige dia (←)</translation>
    </message>
    <message>
        <source>Processing is switched off in QGIS: it makes the layers.</source>
        <translation>Processing staat uit in QGIS: dat maakt de lagen.</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profiel</translation>
    </message>
    <message>
        <source>Profile, kansen and opgaven</source>
        <translation>Profiel, kansen en opgaven</translation>
    </message>
    <message>
        <source>Progress of {}</source>
        <translation>Voortgang van {}</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Uitgever</translation>
    </message>
    <message>
        <source>Put back a copy you kept, or open a new one; the damaged file stays as it is.</source>
        <translation>Zet een bewaarde kopie terug of open een nieuwe; het beschadigde bestand blijft zoals het is.</translation>
    </message>
    <message>
        <source>Put it back, or choose another file.</source>
        <translation>Zet het terug, of kies een ander bestand.</translation>
    </message>
    <message>
        <source>Put it back, or open a new copy with “Open Sterke Steden”.</source>
        <translation>Zet het terug of open een nieuwe kopie met ‘Sterke Steden openen’.</translation>
    </message>
    <message>
        <source>Put it right (the log panel “Sterke Steden” lists all), or open a new copy.</source>
        <translation>Herstel de fouten (alle staan in het logpaneel ‘Sterke Steden’) of open een nieuwe kopie.</translation>
    </message>
    <message>
        <source>Put right or left out</source>
        <translation>Hersteld of overgeslagen</translation>
    </message>
    <message>
        <source>Put to the test</source>
        <translation>Aan cijfers getoetst</translation>
    </message>
    <message>
        <source>Puts the missing layers back on the map</source>
        <translation>Zet de ontbrekende lagen terug in de kaart</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Vraag</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Rank by jobs</source>
        <translation>Rang naar banen</translation>
    </message>
    <message>
        <source>Rank-size slope of flow in from other centres</source>
        <translation>Rang-omvanghelling van de stroom uit andere kernen</translation>
    </message>
    <message>
        <source>Rank-size slope of jobs</source>
        <translation>Rang-omvanghelling van banen</translation>
    </message>
    <message>
        <source>Rate, lower limit</source>
        <translation>Leegstand, ondergrens</translation>
    </message>
    <message>
        <source>Rate, upper limit</source>
        <translation>Leegstand, bovengrens</translation>
    </message>
    <message>
        <source>reachable</source>
        <translation>bereikbaar</translation>
    </message>
    <message>
        <source>Read a list of vacancy</source>
        <translation>Leegstandslijst lezen</translation>
    </message>
    <message>
        <source>Read chapter {} of the story</source>
        <translation>Lees hoofdstuk {} van het verhaal</translation>
    </message>
    <message>
        <source>Read figures of vacancy by area</source>
        <translation>Leegstandscijfers per gebied lezen</translation>
    </message>
    <message>
        <source>Reading the table of flows</source>
        <translation>De tabel met stromen lezen</translation>
    </message>
    <message>
        <source>Reading the zones</source>
        <translation>De zones lezen</translation>
    </message>
    <message>
        <source>Reads a list of premises: a municipal list, a retail survey or objects of the BAG, as a layer or as a file (CSV, XLSX, ODS, GeoPackage and what else QGIS opens). Lists of these forms are recognised by their columns; any other is read by a recipe, which says which column holds what.</source>
        <translation>Leest een lijst van panden: een gemeentelijke lijst, een winkeltelling of objecten uit de BAG, als laag of als bestand (CSV, XLSX, ODS, GeoPackage en wat QGIS verder opent). Lijsten van deze soorten worden herkend aan hun kolommen; elke andere lijst wordt gelezen met een recept, dat zegt wat er in welke kolom staat.</translation>
    </message>
    <message>
        <source>Reads figures of areas, such as those of the national vacancy monitor (LML of CBS): units, units in scope, vacant ones and percentages by area, function and year, with a column for each or with rows.</source>
        <translation>Leest cijfers per gebied, zoals die van de Landelijke Monitor Leegstand (LML van het CBS): eenheden, eenheden die meetellen, leegstaande eenheden en percentages per gebied, functie en jaar, in kolommen of in regels.</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Recept</translation>
    </message>
    <message>
        <source>Recognised as a list of the BAG: {}.</source>
        <translation>Herkend als lijst uit de BAG: {}.</translation>
    </message>
    <message>
        <source>Recognised as a municipal list: {}.</source>
        <translation>Herkend als gemeentelijke lijst: {}.</translation>
    </message>
    <message>
        <source>Recognised as a retail survey: {}.</source>
        <translation>Herkend als winkeltelling: {}.</translation>
    </message>
    <message>
        <source>Recognised as a square matrix: rows are origins, columns are destinations in the same order.</source>
        <translation>Herkend als vierkante matrix: rijen zijn herkomsten, kolommen zijn bestemmingen in dezelfde volgorde.</translation>
    </message>
    <message>
        <source>Recognised as a table of CBS StatLine on work and home: {}.</source>
        <translation>Herkend als tabel van CBS StatLine over wonen en werken: {}.</translation>
    </message>
    <message>
        <source>Recognised as commuting of the open data: {}.</source>
        <translation>Herkend als pendel van de open gegevens: {}.</translation>
    </message>
    <message>
        <source>Recognised as figures of the national vacancy monitor: {}.</source>
        <translation>Herkend als cijfers van de Landelijke Monitor Leegstand: {}.</translation>
    </message>
    <message>
        <source>Recognised by the names of its columns: {}.</source>
        <translation>Herkend aan de namen van de kolommen: {}.</translation>
    </message>
    <message>
        <source>Record a workshop</source>
        <translation>Werkplaats vastleggen</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>Opnieuw (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Reference date</source>
        <translation>Peildatum</translation>
    </message>
    <message>
        <source>reference date {}</source>
        <translation>peildatum {}</translation>
    </message>
    <message>
        <source>Reference date: {}</source>
        <translation>Peildatum: {}</translation>
    </message>
    <message>
        <source>Reference dates: {}</source>
        <translation>Peildatums: {}</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Regio</translation>
    </message>
    <message>
        <source>region of {}</source>
        <translation>gebied van {}</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Gebieden</translation>
    </message>
    <message>
        <source>Regions by flows</source>
        <translation>Regio's naar stromen</translation>
    </message>
    <message>
        <source>Regions, each as one</source>
        <translation>Regio's, elk als één geheel</translation>
    </message>
    <message>
        <source>Regions: {}. Zones in a region: {}; in none: {}.</source>
        <translation>Regio's: {}. Gebieden in een regio: {}; in geen: {}.</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>Remark on criterion {}</source>
        <translation>Opmerking bij criterium {}</translation>
    </message>
    <message>
        <source>Remark on point {}</source>
        <translation>Opmerking bij punt {}</translation>
    </message>
    <message>
        <source>Remove criterion {}</source>
        <translation>Criterium {} verwijderen</translation>
    </message>
    <message>
        <source>Remove its layers and close it elsewhere, or choose another name.</source>
        <translation>Verwijder de lagen ervan en sluit het elders, of kies een andere naam.</translation>
    </message>
    <message>
        <source>Remove point {}</source>
        <translation>Punt {} verwijderen</translation>
    </message>
    <message>
        <source>Remove {} from the item</source>
        <translation>{} van het item losmaken</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Verwijderd</translation>
    </message>
    <message>
        <source>Removes all answers that are kept; what is in your file stays</source>
        <translation>Verwijdert alle bewaarde antwoorden; wat in uw bestand staat, blijft</translation>
    </message>
    <message>
        <source>Rename the story</source>
        <translation>Naam van het verhaal wijzigen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Naam wijzigen…</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Vervangen</translation>
    </message>
    <message>
        <source>Residents' jobs</source>
        <translation>Woonbanen</translation>
    </message>
    <message>
        <source>residents’ jobs</source>
        <translation>woonbanen</translation>
    </message>
    <message>
        <source>residents’ jobs within the city</source>
        <translation>woonbanen binnen de stad</translation>
    </message>
    <message>
        <source>Resilience (workshops)</source>
        <translation>Veerkracht (werkplaatsen)</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Herstellen</translation>
    </message>
    <message>
        <source>Restore this version</source>
        <translation>Deze versie terugzetten</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultaten</translation>
    </message>
    <message>
        <source>Results as CSV</source>
        <translation>Resultaten als CSV</translation>
    </message>
    <message>
        <source>Right, Down, Space</source>
        <translation>→, ↓, spatie</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Role of {}</source>
        <translation>Rol van {}</translation>
    </message>
    <message>
        <source>Rounding: flows are rounded, which makes up to {} percentage points more or less.</source>
        <translation>Afronding: stromen zijn afgerond, dat scheelt hooguit {} procentpunt naar boven of beneden.</translation>
    </message>
    <message>
        <source>Row {} cannot be used: {}</source>
        <translation>Rij {} is niet bruikbaar: {}</translation>
    </message>
    <message>
        <source>Rows of a pair that was there before: {0}. Their flows are summed ({1}).</source>
        <translation>Rijen van een paar dat er al was: {0}. Hun stromen zijn opgeteld ({1}).</translation>
    </message>
    <message>
        <source>Rows of parts (such as by sex or age) whose total is there too: {0}. They are left out ({1}).</source>
        <translation>Rijen met delen (zoals naar geslacht of leeftijd) waarvan ook het totaal er is: {0}. Ze zijn weggelaten ({1}).</translation>
    </message>
    <message>
        <source>Rows of sums, such as of a province or the country: {0}. They are no zones and left out ({1}).</source>
        <translation>Rijen met sommen, zoals van een provincie of het land: {0}. Dat zijn geen zones; ze zijn weggelaten ({1}).</translation>
    </message>
    <message>
        <source>Rows of this unit say different things: it is not known.</source>
        <translation>Regels van deze eenheid spreken elkaar tegen: het is onbekend.</translation>
    </message>
    <message>
        <source>Rows that are no unit are listed with line and reason, so that units and listed rows are together the rows of the list; so are cells that were not taken, and units that have no place.</source>
        <translation>Regels die geen eenheid zijn, komen met regelnummer en reden in een tabel, zodat eenheden en afgevallen regels samen de regels van de lijst zijn. Ook cellen die niet zijn overgenomen en eenheden zonder plaats staan in een tabel.</translation>
    </message>
    <message>
        <source>Rows that are not found go to a second table, with the reason and what the service gave instead. The addresses are sent to the service, one by one, at most twenty in a second; each is asked once.</source>
        <translation>Rijen die niet zijn gevonden komen in een tweede tabel, met de reden en wat de dienst in plaats daarvan gaf. De adressen gaan één voor één naar de dienst, hoogstens twintig per seconde; elk adres wordt één keer gevraagd.</translation>
    </message>
    <message>
        <source>Rows that cannot be used</source>
        <translation>Regels die niet te gebruiken zijn</translation>
    </message>
    <message>
        <source>Rows whose origin or destination is not known or abroad: {0}. They are counted as elsewhere.</source>
        <translation>Rijen waarvan herkomst of bestemming onbekend is of in het buitenland ligt: {0}. Ze tellen als elders.</translation>
    </message>
    <message>
        <source>Rows with more vacant than there are, with a rate over 100% or without area or year are listed with line and reason. Figures on both sides of a break in the series are not to be compared.</source>
        <translation>Regels met meer leegstand dan eenheden, met een percentage boven 100% of zonder gebied of jaar komen met regelnummer en reden in een tabel. Cijfers aan weerszijden van een breuk in de reeks zijn niet te vergelijken.</translation>
    </message>
    <message>
        <source>Rows with neither end in a zone: {0}. They are left out.</source>
        <translation>Rijen waarvan geen van beide einden in een zone ligt: {0}. Ze zijn weggelaten.</translation>
    </message>
    <message>
        <source>Rows: {}. Used: {}; listed with the reason: {}.</source>
        <translation>Regels: {}. Gebruikt: {}; afgevallen met reden: {}.</translation>
    </message>
    <message>
        <source>Rows: {}. Used: {}; suppressed: {}; left out: {}; cannot be used: {}.</source>
        <translation>Rijen: {}. Gebruikt: {}; onderdrukt: {}; weggelaten: {}; niet te gebruiken: {}.</translation>
    </message>
    <message>
        <source>Run again with these parameters…</source>
        <translation>Opnieuw uitvoeren met deze parameters…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Opslaan als CSV</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Opslaan als CSV…</translation>
    </message>
    <message>
        <source>Save or discard those changes in QGIS first.</source>
        <translation>Sla die wijzigingen eerst in QGIS op of maak ze daar ongedaan.</translation>
    </message>
    <message>
        <source>Save over it</source>
        <translation>Toch opslaan</translation>
    </message>
    <message>
        <source>Save the place</source>
        <translation>Plaats opslaan</translation>
    </message>
    <message>
        <source>Save the table as CSV in the program that made it, or give the file its right ending.</source>
        <translation>Sla de tabel als CSV op in het programma waarmee deze is gemaakt, of geef het bestand de juiste extensie.</translation>
    </message>
    <message>
        <source>Saved: {}</source>
        <translation>Opgeslagen: {}</translation>
    </message>
    <message>
        <source>Say why the place is not on the map.</source>
        <translation>Zeg waarom de plaats niet op de kaart staat.</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Score of criterion {}</source>
        <translation>Score van criterium {}</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>Scores of the workshops</source>
        <translation>Scores van de werkplaatsen</translation>
    </message>
    <message>
        <source>Scroll the text</source>
        <translation>Door de tekst schuiven</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>Zoeken (Ctrl+F)</translation>
    </message>
    <message>
        <source>Searches all texts while you type; the arrow down goes to results and filter</source>
        <translation>Zoekt tijdens het typen in alle teksten; pijl omlaag gaat naar resultaten en filter</translation>
    </message>
    <message>
        <source>Second way of dividing</source>
        <translation>Tweede manier van indelen</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>Sector profiles</source>
        <translation>Sectorprofielen</translation>
    </message>
    <message>
        <source>Sectors of zones</source>
        <translation>Sectoren van gebieden</translation>
    </message>
    <message>
        <source>seen vacant on site</source>
        <translation>ter plaatse leeg aangetroffen</translation>
    </message>
    <message>
        <source>Self-containment of demand</source>
        <translation>Zelfvoorziening van de vraag</translation>
    </message>
    <message>
        <source>Self-containment of supply</source>
        <translation>Zelfvoorziening van het aanbod</translation>
    </message>
    <message>
        <source>Self-containment: Goodman (1970), Van der Laan (1998), Coombes and Bond (2008). Dominant destination: the largest flow to another zone (Nystuen and Dacey 1961).</source>
        <translation>Zelfvoorziening: Goodman (1970), Van der Laan (1998), Coombes en Bond (2008). Sterkste bestemming: de grootste stroom naar een ander gebied (Nystuen en Dacey 1961).</translation>
    </message>
    <message>
        <source>Series break</source>
        <translation>Reeksbreuk</translation>
    </message>
    <message>
        <source>series break: not comparable with earlier figures</source>
        <translation>reeksbreuk: niet te vergelijken met eerdere cijfers</translation>
    </message>
    <message>
        <source>Series break: {}</source>
        <translation>Reeksbreuk: {}</translation>
    </message>
    <message>
        <source>series break: {}</source>
        <translation>reeksbreuk: {}</translation>
    </message>
    <message>
        <source>Services of open data</source>
        <translation>Diensten voor open gegevens</translation>
    </message>
    <message>
        <source>Set an address that begins with https:// or http:// in the settings of the services.</source>
        <translation>Stel bij de instellingen van de diensten een adres in dat met https:// of http:// begint.</translation>
    </message>
    <message>
        <source>Several places lie there: choose one.</source>
        <translation>Daar liggen meer plaatsen: kies er een.</translation>
    </message>
    <message>
        <source>Share back</source>
        <translation>Aandeel terug</translation>
    </message>
    <message>
        <source>Share of residents' jobs</source>
        <translation>Aandeel in de woonbanen</translation>
    </message>
    <message>
        <source>Share of residents' jobs in the region</source>
        <translation>Aandeel van de woonbanen in de regio</translation>
    </message>
    <message>
        <source>Share of residents' jobs to there</source>
        <translation>Aandeel in de woonbanen daarheen</translation>
    </message>
    <message>
        <source>share of residents’ jobs</source>
        <translation>aandeel in de woonbanen</translation>
    </message>
    <message>
        <source>Share of runs</source>
        <translation>Aandeel in de indelingen</translation>
    </message>
    <message>
        <source>Share of the flow between chosen zones</source>
        <translation>Aandeel in de stroom tussen gekozen gebieden</translation>
    </message>
    <message>
        <source>share of the jobs there</source>
        <translation>aandeel in de banen daar</translation>
    </message>
    <message>
        <source>Share of the zone</source>
        <translation>Aandeel in het gebied</translation>
    </message>
    <message>
        <source>Share there</source>
        <translation>Aandeel heen</translation>
    </message>
    <message>
        <source>Shares of: {}</source>
        <translation>Aandeel in: {}</translation>
    </message>
    <message>
        <source>Shift+Down, Shift+Up</source>
        <translation>Shift+↓, Shift+↑</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Toon</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Toon op de kaart</translation>
    </message>
    <message>
        <source>Show or hide the keys</source>
        <translation>Toetsen tonen of verbergen</translation>
    </message>
    <message>
        <source>Show the figures as a table</source>
        <translation>Toon de cijfers als tabel</translation>
    </message>
    <message>
        <source>Show the view of the slide again</source>
        <translation>Het kaartbeeld van de dia opnieuw tonen</translation>
    </message>
    <message>
        <source>Show theirs</source>
        <translation>Toon die van de ander</translation>
    </message>
    <message>
        <source>Show these on the map</source>
        <translation>Toon deze op de kaart</translation>
    </message>
    <message>
        <source>Shows the part of the map that was in view, with these layers: {}.</source>
        <translation>Toont het kaartbeeld met deze lagen: {}.</translation>
    </message>
    <message>
        <source>Shows the part of the map that was in view, without layers of the story.</source>
        <translation>Toont het kaartbeeld, zonder lagen van het verhaal.</translation>
    </message>
    <message>
        <source>since 2020 floor area covers catering and services too</source>
        <translation>sinds 2020 telt bij de oppervlakte ook horeca en diensten mee</translation>
    </message>
    <message>
        <source>since 2020 who uses an object is taken from another register</source>
        <translation>sinds 2020 komt de gebruiker van een object uit een andere registratie</translation>
    </message>
    <message>
        <source>Size of the area</source>
        <translation>Grootte van het gebied</translation>
    </message>
    <message>
        <source>Slope of ln(jobs W) over ln(rank), the mean of the lines through the two, three and four largest centres: 0 is centres of one size, the further below 0 the more one of them dominates.</source>
        <translation>Helling van ln(banen W) over ln(rang), het gemiddelde van de lijnen door de twee, drie en vier grootste kernen: 0 is kernen van één omvang; hoe verder onder 0, hoe meer één ervan overheerst.</translation>
    </message>
    <message>
        <source>Soft areas</source>
        <translation>Zachte gebieden</translation>
    </message>
    <message>
        <source>Soft areas: how firm is it?</source>
        <translation>Zachte gebieden: hoe vast ligt het?</translation>
    </message>
    <message>
        <source>Some places cannot be told in {}.</source>
        <translation>Sommige plekken zijn niet om te rekenen naar {}.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Iemand</translation>
    </message>
    <message>
        <source>Somebody else deleted it; the history can restore it.</source>
        <translation>Iemand anders heeft het verwijderd; de geschiedenis kan het terugzetten.</translation>
    </message>
    <message>
        <source>Somebody took it out; open a new copy to load this.</source>
        <translation>Iemand heeft haar weggehaald; open een nieuwe kopie om dit op te halen.</translation>
    </message>
    <message>
        <source>Something went wrong that was not foreseen; the file is as it was.</source>
        <translation>Er ging iets onverwachts mis; het bestand is zoals het was.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Source of the location</source>
        <translation>Bron van de ligging</translation>
    </message>
    <message>
        <source>Source: {}</source>
        <translation>Bron: {}</translation>
    </message>
    <message>
        <source>source: {}, {}</source>
        <translation>bron: {}, {}</translation>
    </message>
    <message>
        <source>Source: {}, {}. Licence: {}.</source>
        <translation>Bron: {}, {}. Licentie: {}.</translation>
    </message>
    <message>
        <source>Standard deviation of the degrees</source>
        <translation>Standaardafwijking van de graden</translation>
    </message>
    <message>
        <source>Standard deviation of the degrees, in the unit of the table.</source>
        <translation>Standaardafwijking van de graden, in de eenheid van de tabel.</translation>
    </message>
    <message>
        <source>Stat&amp;us</source>
        <translation>Stat&amp;us</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Stays in the zone</source>
        <translation>Blijft in het gebied</translation>
    </message>
    <message>
        <source>Sterke Steden</source>
        <translation>Sterke Steden</translation>
    </message>
    <message>
        <source>Sterke Steden panel</source>
        <translation>Paneel Sterke Steden</translation>
    </message>
    <message>
        <source>Still empty. Set the map as you want to show it and add the view.</source>
        <translation>Nog leeg. Zet de kaart zoals u die wilt tonen en voeg het kaartbeeld toe.</translation>
    </message>
    <message>
        <source>Stopped at the limit on rounds: not every region is as it should be.</source>
        <translation>Gestopt bij het grootste aantal rondes: niet elke regio is zoals ze moet zijn.</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation>Verhalen</translation>
    </message>
    <message>
        <source>Stories: tell your own, exchange them</source>
        <translation>Verhalen: zelf vertellen en uitwisselen</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Verhaal</translation>
    </message>
    <message>
        <source>Story of Sterke Steden (*{})</source>
        <translation>Verhaal van Sterke Steden (*{})</translation>
    </message>
    <message>
        <source>Straight</source>
        <translation>Recht</translation>
    </message>
    <message>
        <source>Strength of the tie</source>
        <translation>Sterkte van de band</translation>
    </message>
    <message>
        <source>Strength of the ties</source>
        <translation>Sterkte van de banden</translation>
    </message>
    <message>
        <source>Strongest destination</source>
        <translation>Sterkste bestemming</translation>
    </message>
    <message>
        <source>strongest destination</source>
        <translation>sterkste bestemming</translation>
    </message>
    <message>
        <source>Strongest destination (%)</source>
        <translation>Sterkste bestemming (%)</translation>
    </message>
    <message>
        <source>Strongest destination (Nystuen and Dacey)</source>
        <translation>Sterkste bestemming (Nystuen en Dacey)</translation>
    </message>
    <message>
        <source>Strongest destination: a zone belongs to where its largest flow to another zone goes, if that is larger; else it is a centre itself. Nystuen and Dacey (1961), A graph theory interpretation of nodal regions.</source>
        <translation>Sterkste bestemming: een gebied hoort bij het gebied waar zijn grootste stroom heen gaat, als dat groter is; anders is het zelf een centrum. Nystuen en Dacey (1961), A graph theory interpretation of nodal regions.</translation>
    </message>
    <message>
        <source>Strongest destination: least flow</source>
        <translation>Sterkste bestemming: kleinste stroom</translation>
    </message>
    <message>
        <source>Subjects of the figures</source>
        <translation>Onderwerpen van de cijfers</translation>
    </message>
    <message>
        <source>Such as verblijfsobject, verkooppunt or adres.</source>
        <translation>Bijvoorbeeld verblijfsobject, verkooppunt of adres.</translation>
    </message>
    <message>
        <source>Switch its layer on, and go where it is</source>
        <translation>De laag aanzetten, en de kaart erheen brengen</translation>
    </message>
    <message>
        <source>T&amp;hemes</source>
        <translation>T&amp;hema’s</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>Table of figures</source>
        <translation>Tabel met cijfers</translation>
    </message>
    <message>
        <source>Table of flows</source>
        <translation>Tabel met stromen</translation>
    </message>
    <message>
        <source>Table of sectors</source>
        <translation>Sectortabel</translation>
    </message>
    <message>
        <source>Table with addresses</source>
        <translation>Tabel met adressen</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Take away what refers to it, and try again.</source>
        <translation>Haal weg wat ernaar verwijst en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Take it away there first.</source>
        <translation>Haal het daar eerst weg.</translation>
    </message>
    <message>
        <source>Take it out, and choose an authentication configuration of QGIS for this service.</source>
        <translation>Haal dat eruit en kies voor deze dienst een authenticatieconfiguratie van QGIS.</translation>
    </message>
    <message>
        <source>Take over the criteria of {}</source>
        <translation>De criteria van {} overnemen</translation>
    </message>
    <message>
        <source>Take the view of the map again</source>
        <translation>Kaartbeeld opnieuw overnemen</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Neem die van de ander</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>Te&amp;kst</translation>
    </message>
    <message>
        <source>Tells of chosen zones how far they share an area as centres of like weight: by their jobs (form) and by the flows between them (function). The result has a row for each measure, with its definition and source; the centres are a layer of their own.</source>
        <translation>Zegt van gekozen gebieden in hoeverre ze als kernen van gelijk gewicht een streek delen: naar hun banen (vorm) en naar de stromen ertussen (functie). De uitkomst heeft een regel voor elke maat, met definitie en bron; de kernen zijn een eigen laag.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Text of the chapter</source>
        <translation>Tekst van het hoofdstuk</translation>
    </message>
    <message>
        <source>Text of the item</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Text of the slide</source>
        <translation>Tekst van de dia</translation>
    </message>
    <message>
        <source>Text on or off</source>
        <translation>Tekst aan of uit</translation>
    </message>
    <message>
        <source>That of two centres, one with degree 0 and one with the largest found.</source>
        <translation>Die van twee kernen, een met graad 0 en een met de grootste gevonden graad.</translation>
    </message>
    <message>
        <source>The address of {} has a user name or password in it.</source>
        <translation>In het adres van {} staat een gebruikersnaam of wachtwoord.</translation>
    </message>
    <message>
        <source>The authentication configuration for {} cannot be used.</source>
        <translation>De authenticatieconfiguratie voor {} is niet te gebruiken.</translation>
    </message>
    <message>
        <source>The chosen municipality</source>
        <translation>De gekozen gemeente</translation>
    </message>
    <message>
        <source>The code list “{}” of {} is empty.</source>
        <translation>De codelijst “{}” van {} is leeg.</translation>
    </message>
    <message>
        <source>The columns are woonbanen (R), werkbanen (W), blijft (Tii), zelf_aanbod (Tii/R), zelf_vraag (Tii/W), uitgaand (R - Tii), inkomend (W - Tii), saldo (W - R), naar_code, naar_naam, naar_stroom, naar_aandeel (of R), dominantie, entropie and entropie_in. A share of nothing is empty.</source>
        <translation>De kolommen zijn woonbanen (R), werkbanen (W), blijft (Tii), zelf_aanbod (Tii/R), zelf_vraag (Tii/W), uitgaand (R - Tii), inkomend (W - Tii), saldo (W - R), naar_code, naar_naam, naar_stroom, naar_aandeel (van R), dominantie, entropie en entropie_in. Een aandeel in niets is leeg.</translation>
    </message>
    <message>
        <source>The columns may be the whole address, or postcode and house number with letter and addition. What is not chosen is recognised by its name: adres, postcode, huisnummer, huisletter, toevoeging, or straat and plaats.</source>
        <translation>De kolommen kunnen het hele adres bevatten, of postcode en huisnummer met letter en toevoeging. Wat u niet kiest wordt aan zijn naam herkend: adres, postcode, huisnummer, huisletter, toevoeging, of straat en plaats.</translation>
    </message>
    <message>
        <source>The columns that are used: {}.</source>
        <translation>De kolommen die worden gebruikt: {}.</translation>
    </message>
    <message>
        <source>The content of {} does not hold together; faults: {}, the first in {}.</source>
        <translation>De inhoud van {} klopt niet; aantal fouten: {}, de eerste in {}.</translation>
    </message>
    <message>
        <source>The copy {} could not be written.</source>
        <translation>De kopie {} kon niet worden geschreven.</translation>
    </message>
    <message>
        <source>The criterion “{}” stands here twice: give one of them another name, or remove it.</source>
        <translation>Het criterium ‘{}’ staat hier twee keer: geef er een een andere naam of verwijder er een.</translation>
    </message>
    <message>
        <source>The decay with distance is exponential, exp(-beta c), or a power, c^-beta; beta is such that the mean distance (of a power: of its logarithm) is that of the observed flows (Hyman 1969), which is also the Poisson maximum likelihood (Evans 1971). Flows within zones and with elsewhere take no part, nor do pairs of which the table has no flows because it is of some zones only.</source>
        <translation>Het afstandsverval is exponentieel, exp(-bèta c), of een macht, c^-bèta; bèta is zo dat de gemiddelde afstand (bij een macht: van de logaritme ervan) die van de waargenomen stromen is (Hyman 1969), wat ook de grootste aannemelijkheid volgens Poisson geeft (Evans 1971). Stromen binnen gebieden en met elders doen niet mee, en paren evenmin waarvan de tabel geen stromen heeft omdat ze maar over enkele gebieden gaat.</translation>
    </message>
    <message>
        <source>The demands on labour market areas contradict each other: size {} to {}, self-containment {} to {}. Give a target size above the least size, and a target self-containment of at most 1 and not below the least one, which must be above 0.</source>
        <translation>De eisen aan arbeidsmarktregio's spreken elkaar tegen: omvang {} tot {}, zelfvoorziening {} tot {}. Geef een gewenste omvang boven de kleinste, en een gewenste zelfvoorziening van hoogstens 1 en niet onder de kleinste, die boven 0 moet liggen.</translation>
    </message>
    <message>
        <source>The division was stopped at the limit on rounds.</source>
        <translation>De indeling is gestopt bij de grens aan het aantal ronden.</translation>
    </message>
    <message>
        <source>The edge of the area crosses itself. Take points back with Backspace and draw it anew.</source>
        <translation>De rand van het vlak kruist zichzelf. Haal met Backspace punten weg en teken verder.</translation>
    </message>
    <message>
        <source>The figures are being read…</source>
        <translation>De cijfers worden gelezen…</translation>
    </message>
    <message>
        <source>The file has no table for “{}”.</source>
        <translation>Het bestand heeft geen tabel voor “{}”.</translation>
    </message>
    <message>
        <source>The file is there already</source>
        <translation>Het bestand bestaat al</translation>
    </message>
    <message>
        <source>The file that came with the plugin names no service that finds addresses.</source>
        <translation>Het bestand dat bij de plug-in hoort, noemt geen dienst die adressen vindt.</translation>
    </message>
    <message>
        <source>The file {} cannot be read.</source>
        <translation>Het bestand {} kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>The file {} is not there.</source>
        <translation>Het bestand {} is er niet.</translation>
    </message>
    <message>
        <source>The filter leaves out 1 result.</source>
        <translation>Het filter laat 1 resultaat weg.</translation>
    </message>
    <message>
        <source>The filter leaves out {} results.</source>
        <translation>Het filter laat {} resultaten weg.</translation>
    </message>
    <message>
        <source>The folder of {} is read-only: open a copy elsewhere to change it.</source>
        <translation>De map van {} is alleen-lezen: open elders een kopie om te wijzigen.</translation>
    </message>
    <message>
        <source>The form of {} is not known. Choose the columns with origin, destination and flow; it has: {}.</source>
        <translation>De vorm van {} is niet bekend. Kies de kolommen met herkomst, bestemming en stroom; de tabel heeft: {}.</translation>
    </message>
    <message>
        <source>The form of {} is not known. Give a recipe that says which column holds what; it has: {}.</source>
        <translation>De soort lijst van {} is niet herkend. Geef een recept dat zegt wat er in welke kolom staat; de kolommen zijn: {}.</translation>
    </message>
    <message>
        <source>The layer {} has no zone with a code in its column {}. Choose another layer or column.</source>
        <translation>De laag {} heeft geen gebied met een code in de kolom {}. Kies een andere laag of kolom.</translation>
    </message>
    <message>
        <source>The layer “{}” cannot be opened from {}.</source>
        <translation>De laag ‘{}’ kan niet worden geopend uit {}.</translation>
    </message>
    <message>
        <source>The layers of this project read {}, which does not open. Put it back and open the project again, or let the layers read another copy.</source>
        <translation>De lagen van dit project horen bij {}, en dat bestand gaat niet open. Zet het terug en open het project opnieuw, of laat de lagen een andere kopie lezen.</translation>
    </message>
    <message>
        <source>The log panel says why.</source>
        <translation>Het logpaneel zegt waarom.</translation>
    </message>
    <message>
        <source>The log panel “Sterke Steden” has the details for who makes the plugin.</source>
        <translation>Het logpaneel “Sterke Steden” bevat de details voor wie de plug-in maakt.</translation>
    </message>
    <message>
        <source>The map shows nothing that can be kept: zoom to what you want to show.</source>
        <translation>De kaart toont niets dat te bewaren is: zoom in op wat u wilt tonen.</translation>
    </message>
    <message>
        <source>The names {} of columns are not confirmed by CBS: look whether they are the right ones.</source>
        <translation>De namen {} van kolommen zijn niet bij het CBS bevestigd: kijk of het de goede zijn.</translation>
    </message>
    <message>
        <source>The newest workshop of each other city as well</source>
        <translation>Ook de nieuwste werkplaats van elke andere stad</translation>
    </message>
    <message>
        <source>The object has no row with its main address.</source>
        <translation>Het object heeft geen regel met zijn hoofdadres.</translation>
    </message>
    <message>
        <source>The plugin works without it; only QGIS without the plugin and QField miss it.</source>
        <translation>De plug-in werkt ook zonder; alleen QGIS zonder de plug-in en QField missen het.</translation>
    </message>
    <message>
        <source>The plugin's own data file {} is missing.</source>
        <translation>Het gegevensbestand {} van de plug-in zelf ontbreekt.</translation>
    </message>
    <message>
        <source>The rate is vacant units by units in scope, by all units where the scope is not told; else the rate of the table. The interval is that of Wilson (1927).</source>
        <translation>Het leegstandspercentage is het aantal lege eenheden gedeeld door de eenheden die meetellen, of door alle eenheden als niet bekend is welke meetellen; anders het percentage uit de tabel. Het interval is dat van Wilson (1927).</translation>
    </message>
    <message>
        <source>The ratio of observed and expected (verhouding) tells whether a tie is stronger (above 1) or weaker (below 1) than the sizes of the zones and the distance between them explain. The lines are coloured by it, and as wide as the flow is large.</source>
        <translation>De verhouding van waargenomen en verwacht (verhouding) zegt of een band sterker (boven 1) of zwakker (onder 1) is dan de omvang van de gebieden en de afstand ertussen verklaren. De lijnen zijn ernaar gekleurd, en zo breed als de stroom groot is.</translation>
    </message>
    <message>
        <source>The row has more or fewer cells than the header.</source>
        <translation>De rij heeft meer of minder cellen dan de kop.</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>hetzelfde</translation>
    </message>
    <message>
        <source>The same data were loaded again after this.</source>
        <translation>Dezelfde gegevens zijn daarna nog eens opgehaald.</translation>
    </message>
    <message>
        <source>The same place stands here twice with the same role: remove one or choose another role.</source>
        <translation>Dezelfde plaats staat hier twee keer met dezelfde rol: verwijder er een of kies een andere rol.</translation>
    </message>
    <message>
        <source>The same slope, of the flow into each centre from the other chosen ones.</source>
        <translation>Dezelfde helling, van de stroom naar elke kern uit de andere gekozen kernen.</translation>
    </message>
    <message>
        <source>The service cannot be reached. This is what was kept on this computer, of {}.</source>
        <translation>De dienst is niet bereikbaar. Dit is wat op deze computer was bewaard, van {}.</translation>
    </message>
    <message>
        <source>The service does not know it.</source>
        <translation>De dienst kent het niet.</translation>
    </message>
    <message>
        <source>The service has changed or is out of order; nothing was loaded. Try again later.</source>
        <translation>De dienst is veranderd of in storing; er is niets opgehaald. Probeer het later nog eens.</translation>
    </message>
    <message>
        <source>The service has changed; nothing was loaded. A newer version of the plugin may know it.</source>
        <translation>De dienst is veranderd; er is niets opgehaald. Misschien kent een nieuwere versie van de plugin haar.</translation>
    </message>
    <message>
        <source>The service knows only another address.</source>
        <translation>De dienst kent alleen een ander adres.</translation>
    </message>
    <message>
        <source>The service uses another coordinate system than it says; nothing was loaded. Try again later.</source>
        <translation>De dienst gebruikt een ander coördinatenstelsel dan zij zegt; er is niets opgehaald. Probeer het later nog eens.</translation>
    </message>
    <message>
        <source>The soft areas have a row for each zone and centre: code, naam, centrum, centrum_naam, aandeel (the share of runs, from 0 to 1), rang (1 is the firmest) and verdeling (all of them). The pairs have a row for each two zones with the share of runs in which they are in one region.</source>
        <translation>De zachte gebieden hebben een rij voor elk gebied en centrum: code, naam, centrum, centrum_naam, aandeel (in de indelingen, van 0 tot 1), rang (1 is het vastst) en verdeling (alle aandelen). De paren hebben een rij voor elke twee gebieden met het aandeel van de indelingen waarin ze in één regio liggen.</translation>
    </message>
    <message>
        <source>The sources count differently. That is why each has a mark of its own and no line joins them.</source>
        <translation>De bronnen tellen verschillend. Daarom heeft elk een eigen teken en verbindt geen lijn ze.</translation>
    </message>
    <message>
        <source>The story that came with the file is not changed.</source>
        <translation>Het verhaal dat bij het bestand hoort, wordt niet gewijzigd.</translation>
    </message>
    <message>
        <source>The story was imported, but for what this file has no place for: {}.</source>
        <translation>Het verhaal is geïmporteerd, behalve wat in dit bestand geen plaats heeft: {}.</translation>
    </message>
    <message>
        <source>The story was written to {}.</source>
        <translation>Het verhaal is geschreven naar {}.</translation>
    </message>
    <message>
        <source>the sums of the zones alone decide their flows; it takes more zones.</source>
        <translation>de totalen van de gebieden alleen bepalen de stromen al; er zijn meer gebieden nodig.</translation>
    </message>
    <message>
        <source>the sums of the zones are not met.</source>
        <translation>de totalen van de gebieden worden niet bereikt.</translation>
    </message>
    <message>
        <source>The table does not say itself which columns hold what. Choose these.</source>
        <translation>De tabel zegt zelf niet wat in welke kolom staat. Kies de kolommen.</translation>
    </message>
    <message>
        <source>The table has all flows of {} zones; pairs of two others take no part in the gravity model.</source>
        <translation>De tabel heeft alle stromen van {} gebieden; paren van twee andere doen niet mee in het zwaartekrachtmodel.</translation>
    </message>
    <message>
        <source>The table has no flows within a zone: how many stay there is not known, and counts as none.</source>
        <translation>De tabel heeft geen stromen binnen een zone: hoeveel daar blijft is niet bekend en telt als niets.</translation>
    </message>
    <message>
        <source>The table has no sector {}. Choose one of: {}.</source>
        <translation>De tabel heeft geen sector {}. Kies een van: {}.</translation>
    </message>
    <message>
        <source>The table has no year {}. Choose one of: {}.</source>
        <translation>De tabel heeft geen jaar {}. Kies een van: {}.</translation>
    </message>
    <message>
        <source>The table holds no flows.</source>
        <translation>De tabel bevat geen stromen.</translation>
    </message>
    <message>
        <source>The table of addresses not found says why for each.</source>
        <translation>De tabel met niet gevonden adressen zegt van elk waarom.</translation>
    </message>
    <message>
        <source>The table of flows is a layer or a file (CSV, XLSX, ODS and what else QGIS opens) with a row for each pair, or a square matrix. Tables 85481NED, 83628NED and 81251ned of CBS are recognised by their own columns; of any other, choose the columns. Rows are joined to zones by code, never by name.</source>
        <translation>De tabel met stromen is een laag of een bestand (CSV, XLSX, ODS en wat QGIS verder opent) met een regel voor elk paar, of een vierkante matrix. De tabellen 85481NED, 83628NED en 81251ned van het CBS worden aan hun eigen kolommen herkend; kies bij een andere tabel de kolommen. Regels worden aan gebieden gekoppeld op code, nooit op naam.</translation>
    </message>
    <message>
        <source>The table of flows is of some zones only, so that T is too small: strengths of ties can be compared with each other, not with 1.</source>
        <translation>De tabel met stromen gaat maar over enkele gebieden, zodat T te klein is: sterktes van banden zijn onderling te vergelijken, niet met 1.</translation>
    </message>
    <message>
        <source>The table of sectors has a row for each zone and sector, or a row for each zone and a column for each sector, of one year. What it does not tell is not zero: a pair of which a share is not known is left out.</source>
        <translation>De sectortabel heeft een regel voor elk gebied en elke sector, of een regel voor elk gebied en een kolom voor elke sector, van één jaar. Wat ze niet zegt, is niet nul: een paar waarvan een aandeel niet bekend is, wordt weggelaten.</translation>
    </message>
    <message>
        <source>The table of sectors has no row with the code {}. It has codes such as {}.</source>
        <translation>De sectortabel heeft geen regel met de code {}. Er staan codes in zoals {}.</translation>
    </message>
    <message>
        <source>The table says that there is no figure.</source>
        <translation>De tabel zegt dat er geen cijfer is.</translation>
    </message>
    <message>
        <source>The text holds a character that no file can keep: remove it (often the last one pasted).</source>
        <translation>De tekst bevat een teken dat geen bestand kan bewaren: haal het weg (vaak het laatst geplakte).</translation>
    </message>
    <message>
        <source>The texts are being prepared for searching…</source>
        <translation>De teksten worden klaargemaakt om in te zoeken…</translation>
    </message>
    <message>
        <source>The thresholds are: of the commuting threshold and of communities the least share of the residents' jobs that a flow must have, of the strongest destination too, and of labour market areas the least self-containment, with a target 8⅓ percentage points above it.</source>
        <translation>De drempels zijn: van de pendeldrempel, de sterkste bestemming en gemeenschappen het kleinste aandeel in de woonbanen dat een stroom moet hebben, en van arbeidsmarktregio's de kleinste zelfvoorziening, met een gewenste die 8⅓ procentpunt hoger ligt.</translation>
    </message>
    <message>
        <source>The two beside each other are an indicator of this plugin itself.</source>
        <translation>De twee naast elkaar zijn een maat van deze plugin zelf.</translation>
    </message>
    <message>
        <source>The urban story of a region, tied to the map: the chapters of the story, and for each city its key figures, profile, kansen and opgaven, with place, source and date.</source>
        <translation>Het stedelijk verhaal van een regio, gekoppeld aan de kaart: de hoofdstukken van het verhaal en per stad de kerncijfers, het profiel, de kansen en de opgaven, steeds met plaats, bron en peildatum.</translation>
    </message>
    <message>
        <source>The workshop was deleted, with its scores and points.</source>
        <translation>De werkplaats is verwijderd, met scores en punten.</translation>
    </message>
    <message>
        <source>The zones get regio (the code of its centre), regio_naam, centrum (1 or 0), aandeel_regio (the share of their residents' jobs that is in the region) and reden, where there is something to tell of them. The regions get zones, woonbanen, werkbanen, zelf_aanbod, zelf_vraag and opmerking: a region with few flows says so.</source>
        <translation>De gebieden krijgen regio (de code van het centrum), regio_naam, centrum (1 of 0), aandeel_regio (het aandeel van hun woonbanen in de regio) en reden, als er iets over te zeggen is. De regio's krijgen zones, woonbanen, werkbanen, zelf_aanbod, zelf_vraag en opmerking: een regio met weinig stromen zegt dat.</translation>
    </message>
    <message>
        <source>The zones of {} have no column with codes of the table, such as {}. Choose the column; it has: {}.</source>
        <translation>De gebieden van {} hebben geen kolom met codes van de tabel, zoals {}. Kies de kolom; de laag heeft: {}.</translation>
    </message>
    <message>
        <source>Their codes, with commas. Left empty, they are all zones that are a centre in any run.</source>
        <translation>Hun codes, met komma's. Leeg: het zijn alle gebieden die in een van de indelingen centrum zijn.</translation>
    </message>
    <message>
        <source>Their codes, with commas. Left empty, they are found by the flows: zones with no fewer jobs than residents have, that draw the threshold from another.</source>
        <translation>Hun codes, met komma's. Leeg: ze worden uit de stromen gevonden, als gebieden met ten minste zoveel werkbanen als woonbanen die de drempel halen bij een ander gebied.</translation>
    </message>
    <message>
        <source>their share is of that part.</source>
        <translation>hun aandeel is van dat deel.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Thema’s</translation>
    </message>
    <message>
        <source>Themes by city</source>
        <translation>Thema’s per stad</translation>
    </message>
    <message>
        <source>Then and now</source>
        <translation>Toen en nu</translation>
    </message>
    <message>
        <source>Then: {}</source>
        <translation>Toen: {}</translation>
    </message>
    <message>
        <source>There and back, a line each</source>
        <translation>Heen en terug, elk een lijn</translation>
    </message>
    <message>
        <source>There are more than {} zones; choose some of them for a layer of pairs.</source>
        <translation>Er zijn meer dan {} gebieden; kies er enkele voor een laag met paren.</translation>
    </message>
    <message>
        <source>There are no figures.</source>
        <translation>Er staan geen cijfers.</translation>
    </message>
    <message>
        <source>There are no rows in {}.</source>
        <translation>Er staan geen rijen in {}.</translation>
    </message>
    <message>
        <source>There are no units to divide by.</source>
        <translation>Er zijn geen eenheden om door te delen.</translation>
    </message>
    <message>
        <source>There are no zones.</source>
        <translation>Er zijn geen zones.</translation>
    </message>
    <message>
        <source>There is no address in this row.</source>
        <translation>Er staat geen adres in deze rij.</translation>
    </message>
    <message>
        <source>There is no area with a code or a name.</source>
        <translation>Er staat geen gebied met een code of naam.</translation>
    </message>
    <message>
        <source>There is no code of a destination.</source>
        <translation>Er staat geen code van een bestemming.</translation>
    </message>
    <message>
        <source>There is no code of an origin.</source>
        <translation>Er staat geen code van een herkomst.</translation>
    </message>
    <message>
        <source>There is no gravity model, and nothing is expected: {}</source>
        <translation>Er is geen zwaartekrachtmodel, en dus geen verwachting: {}</translation>
    </message>
    <message>
        <source>There is no postcode in this row.</source>
        <translation>Er staat geen postcode in deze rij.</translation>
    </message>
    <message>
        <source>There is no room for temporary files in {}: nothing was loaded.</source>
        <translation>Er is geen ruimte voor tijdelijke bestanden in {}: er is niets opgehaald.</translation>
    </message>
    <message>
        <source>There is no room on the disk of {}: nothing was saved.</source>
        <translation>Op de schijf van {} is geen ruimte: er is niets opgeslagen.</translation>
    </message>
    <message>
        <source>There is no secure connection with {}.</source>
        <translation>Er is geen veilige verbinding met {}.</translation>
    </message>
    <message>
        <source>There is no threshold. Give one or more, of one or more methods.</source>
        <translation>Er is geen drempel. Geef er een of meer, van een of meer methoden.</translation>
    </message>
    <message>
        <source>There is no year.</source>
        <translation>Er staat geen jaar.</translation>
    </message>
    <message>
        <source>There is nothing more to do; read the list again.</source>
        <translation>Er is niets meer te doen; lees de lijst opnieuw.</translation>
    </message>
    <message>
        <source>There is nothing of it in this area.</source>
        <translation>In dit gebied is er niets van.</translation>
    </message>
    <message>
        <source>There is one zone only: there are no flows between zones.</source>
        <translation>Er is maar één zone: er zijn geen stromen tussen zones.</translation>
    </message>
    <message>
        <source>These coordinates do not lie in the Netherlands.</source>
        <translation>Deze coördinaten liggen niet in Nederland.</translation>
    </message>
    <message>
        <source>these {}</source>
        <translation>deze {}</translation>
    </message>
    <message>
        <source>This area has no place in the coordinates of the Netherlands.</source>
        <translation>Dit gebied is niet in Nederlandse coördinaten uit te drukken.</translation>
    </message>
    <message>
        <source>This day is still to come: give the day on which the workshop was held.</source>
        <translation>Deze dag moet nog komen: vul de dag in waarop de werkplaats is gehouden.</translation>
    </message>
    <message>
        <source>This file cannot be changed.</source>
        <translation>Dit bestand kan niet worden gewijzigd.</translation>
    </message>
    <message>
        <source>This file does not have all flows of those who live in these municipalities.</source>
        <translation>Dit bestand heeft niet alle pendel van de inwoners van deze gemeenten.</translation>
    </message>
    <message>
        <source>This file does not have figures of jobs by sector of all these municipalities.</source>
        <translation>Dit bestand heeft niet van al deze gemeenten cijfers over banen per sector.</translation>
    </message>
    <message>
        <source>This file holds no chapters.</source>
        <translation>Dit bestand bevat geen hoofdstukken.</translation>
    </message>
    <message>
        <source>This file holds no figures of this city.</source>
        <translation>Dit bestand bevat geen cijfers van deze stad.</translation>
    </message>
    <message>
        <source>This file holds no figures.</source>
        <translation>Dit bestand bevat geen cijfers.</translation>
    </message>
    <message>
        <source>This file holds no story.</source>
        <translation>Dit bestand bevat geen verhaal.</translation>
    </message>
    <message>
        <source>This file holds no themes.</source>
        <translation>Dit bestand bevat geen thema’s.</translation>
    </message>
    <message>
        <source>This file names no data that can be fetched.</source>
        <translation>Dit bestand noemt geen gegevens die kunnen worden opgehaald.</translation>
    </message>
    <message>
        <source>This is in use elsewhere ({} times): nothing was deleted.</source>
        <translation>Dit wordt elders gebruikt ({} keer): er is niets verwijderd.</translation>
    </message>
    <message>
        <source>This is not the address of a web service: {}</source>
        <translation>Dit is niet het adres van een webdienst: {}</translation>
    </message>
    <message>
        <source>This layer has no rows.</source>
        <translation>Deze laag heeft geen rijen.</translation>
    </message>
    <message>
        <source>This lies too far away: draw within the Netherlands.</source>
        <translation>Dit ligt te ver weg: teken binnen Nederland.</translation>
    </message>
    <message>
        <source>This load was undone already.</source>
        <translation>Dit ophalen is al ongedaan gemaakt.</translation>
    </message>
    <message>
        <source>Thousands</source>
        <translation>Duizendtallen</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Drempel</translation>
    </message>
    <message>
        <source>Threshold (% of residents' jobs)</source>
        <translation>Drempel (% van de woonbanen)</translation>
    </message>
    <message>
        <source>Threshold: there is no flow from {} to {}.</source>
        <translation>Drempel: er is geen stroom van {} naar {}.</translation>
    </message>
    <message>
        <source>Threshold: with none {} falls to {}, as more of its residents’ jobs are in {}.</source>
        <translation>Drempel: met geen enkele hoort {} bij {}, want meer banen van de inwoners zijn in {}.</translation>
    </message>
    <message>
        <source>Threshold: with {} as a centre {} falls to it up to {}, with a higher threshold it does not.</source>
        <translation>Drempel: met {} als centrum hoort {} daarbij tot en met {}, met een hogere drempel niet.</translation>
    </message>
    <message>
        <source>Threshold: {} of the residents' jobs.</source>
        <translation>Drempel: {} van de woonbanen.</translation>
    </message>
    <message>
        <source>Thresholds, with a point for decimals and commas between them. Left empty, it is not used.</source>
        <translation>Drempels, met een punt voor decimalen en komma's ertussen. Leeg: de methode doet niet mee.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Weggooien</translation>
    </message>
    <message>
        <source>Throw the changes away</source>
        <translation>Wijzigingen weggooien</translation>
    </message>
    <message>
        <source>tied to nothing but itself</source>
        <translation>alleen met zichzelf verbonden</translation>
    </message>
    <message>
        <source>Ties</source>
        <translation>Banden</translation>
    </message>
    <message>
        <source>Ties between chosen zones</source>
        <translation>Banden tussen gekozen gebieden</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Naar</translation>
    </message>
    <message>
        <source>To (code)</source>
        <translation>Naar (code)</translation>
    </message>
    <message>
        <source>To add others the flows of the whole country are needed.</source>
        <translation>Om er andere gemeenten bij te nemen zijn de stromen van het hele land nodig.</translation>
    </message>
    <message>
        <source>To be kept in mind</source>
        <translation>Om te weten</translation>
    </message>
    <message>
        <source>to compare</source>
        <translation>ter vergelijking</translation>
    </message>
    <message>
        <source>To tell</source>
        <translation>Bijzonderheden</translation>
    </message>
    <message>
        <source>To the beginning of the story</source>
        <translation>Naar het begin van het verhaal</translation>
    </message>
    <message>
        <source>To the results (arrow down)</source>
        <translation>Naar de resultaten (pijl omlaag)</translation>
    </message>
    <message>
        <source>to {}</source>
        <translation>naar {}</translation>
    </message>
    <message>
        <source>To, code</source>
        <translation>Naar, code</translation>
    </message>
    <message>
        <source>together {}</source>
        <translation>samen {}</translation>
    </message>
    <message>
        <source>Together: themes by city</source>
        <translation>Samen: thema’s per stad</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Opnieuw proberen</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Probeer het later opnieuw.</translation>
    </message>
    <message>
        <source>Try again later. If it stays so, tell the manager of the service.</source>
        <translation>Probeer het later nog eens. Blijft het zo, meld het dan bij de beheerder van de dienst.</translation>
    </message>
    <message>
        <source>Two divisions beside each other</source>
        <translation>Twee indelingen naast elkaar</translation>
    </message>
    <message>
        <source>two zones are at one place, and a power of no distance has no value; choose exponential.</source>
        <translation>twee gebieden liggen op één plek, en een macht van afstand nul heeft geen waarde; kies exponentieel.</translation>
    </message>
    <message>
        <source>Uncertain ones have “onzeker” in the column “wijze”; look whether they are right.</source>
        <translation>Onzekere hebben “onzeker” in de kolom “wijze”; kijk of ze kloppen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Ongedaan maken (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Undo the latest load first, then this one.</source>
        <translation>Maak eerst het laatste ophalen ongedaan en dan dit.</translation>
    </message>
    <message>
        <source>Undoing</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Undone, but for what was changed after it:</source>
        <translation>Ongedaan gemaakt, behalve wat daarna nog is gewijzigd:</translation>
    </message>
    <message>
        <source>Undone: everything is as it was before.</source>
        <translation>Ongedaan gemaakt: alles is zoals het daarvoor was.</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Eenheid</translation>
    </message>
    <message>
        <source>Unit of the flows</source>
        <translation>Eenheid van de stromen</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Eenheden</translation>
    </message>
    <message>
        <source>Units are tied to points by the id of the BAG, else by postcode, number, letter and addition in the layer of addresses, else by their own coordinates (RD or degrees). What is tied to several addresses is tied to none.</source>
        <translation>Eenheden krijgen hun plaats van het BAG-id, anders van postcode, huisnummer, huisletter en toevoeging in de laag met adressen, anders van hun eigen coördinaten (RD of graden). Wat bij meer dan één adres past, krijgt geen plaats.</translation>
    </message>
    <message>
        <source>Units by how they were placed: {}.</source>
        <translation>Eenheden naar wijze van plaatsen: {}.</translation>
    </message>
    <message>
        <source>Units in scope</source>
        <translation>Eenheden die meetellen</translation>
    </message>
    <message>
        <source>Units placed by hand</source>
        <translation>Met de hand geplaatste eenheden</translation>
    </message>
    <message>
        <source>Units placed by hand are not understood. Write them as {"9401AA-1": [233000, 551000]}.</source>
        <translation>De met de hand geplaatste eenheden zijn niet te lezen. Schrijf ze als {"9401AA-1": [233000, 551000]}.</translation>
    </message>
    <message>
        <source>unknown place {}</source>
        <translation>onbekende plaats {}</translation>
    </message>
    <message>
        <source>unknown user</source>
        <translation>onbekende gebruiker</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>onbereikbaar</translation>
    </message>
    <message>
        <source>until 2016 objects whose user was not known counted as vacant too</source>
        <translation>tot en met 2016 telden ook objecten met een onbekende gebruiker als leeg</translation>
    </message>
    <message>
        <source>Update the plugin, or open a new copy.</source>
        <translation>Werk de plug-in bij of open een nieuwe kopie.</translation>
    </message>
    <message>
        <source>Update the plugin.</source>
        <translation>Werk de plug-in bij.</translation>
    </message>
    <message>
        <source>Urban networks</source>
        <translation>Stedelijke netwerken</translation>
    </message>
    <message>
        <source>Use these columns</source>
        <translation>Deze kolommen gebruiken</translation>
    </message>
    <message>
        <source>Vacancy</source>
        <translation>Leegstand</translation>
    </message>
    <message>
        <source>Vacancy rate</source>
        <translation>Leegstandspercentage</translation>
    </message>
    <message>
        <source>Vacancy rate by floor area, as told</source>
        <translation>Leegstand naar oppervlakte, zoals in de tabel</translation>
    </message>
    <message>
        <source>Vacancy: {}</source>
        <translation>Leegstand: {}</translation>
    </message>
    <message>
        <source>Vacant</source>
        <translation>Leeg</translation>
    </message>
    <message>
        <source>Vacant for long</source>
        <translation>Langdurig leeg</translation>
    </message>
    <message>
        <source>Vacant is: {}. Counted: {}. Reference date: {}. Source: {}. Licence: {}.</source>
        <translation>Als leeg telt: {}. Geteld: {}. Peildatum: {}. Bron: {}. Licentie: {}.</translation>
    </message>
    <message>
        <source>Vacant since</source>
        <translation>Leeg sinds</translation>
    </message>
    <message>
        <source>Vacant units</source>
        <translation>Lege eenheden</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Waarde</translation>
    </message>
    <message>
        <source>Versions, newest first</source>
        <translation>Versies, nieuwste eerst</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Weergave</translation>
    </message>
    <message>
        <source>Wait until it has finished or close it there, and try again.</source>
        <translation>Wacht tot het klaar is of sluit het daar, en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Wait until it has finished, and try again.</source>
        <translation>Wacht tot het klaar is en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Waits for its turn.</source>
        <translation>Wacht op zijn beurt.</translation>
    </message>
    <message>
        <source>Was also on the map, but is not in this project: {}</source>
        <translation>Stond ook op de kaart, maar zit niet in dit project: {}</translation>
    </message>
    <message>
        <source>Way of dividing</source>
        <translation>Manier van indelen</translation>
    </message>
    <message>
        <source>What &amp;came out of it</source>
        <translation>&amp;Wat eruit kwam</translation>
    </message>
    <message>
        <source>What became of saving</source>
        <translation>Uitkomst van het opslaan</translation>
    </message>
    <message>
        <source>What came out of it was not written down.</source>
        <translation>Wat eruit kwam, is niet opgeschreven.</translation>
    </message>
    <message>
        <source>What can be fetched</source>
        <translation>Wat opgehaald kan worden</translation>
    </message>
    <message>
        <source>What can be fetched too</source>
        <translation>Wat ook opgehaald kan worden</translation>
    </message>
    <message>
        <source>What changed?</source>
        <translation>Wat veranderde?</translation>
    </message>
    <message>
        <source>What counts as vacant</source>
        <translation>Wat als leeg telt</translation>
    </message>
    <message>
        <source>What figures say of what is claimed here. They come without a verdict.</source>
        <translation>Wat cijfers zeggen over wat hier wordt beweerd. Een oordeel staat er niet bij.</translation>
    </message>
    <message>
        <source>What flows to or from a place that is no zone of the layer counts as elsewhere. Rows that cannot be used are listed with their line and the reason; what is suppressed is not taken for zero.</source>
        <translation>Wat stroomt van of naar een plek die geen gebied van de laag is, telt als elders. Regels die niet te gebruiken zijn, staan in een lijst met regelnummer en reden; wat onderdrukt is, geldt niet als nul.</translation>
    </message>
    <message>
        <source>What is being computed</source>
        <translation>Wat berekend wordt</translation>
    </message>
    <message>
        <source>What is being fetched</source>
        <translation>Wat er wordt opgehaald</translation>
    </message>
    <message>
        <source>What is chosen</source>
        <translation>Wat gekozen is</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>Wat er geteld is</translation>
    </message>
    <message>
        <source>What is in the file stays. The service may have been renewed; “Check services” says more.</source>
        <translation>Wat in het bestand staat, blijft. Misschien is de dienst vernieuwd; “Diensten controleren” zegt meer.</translation>
    </message>
    <message>
        <source>What is known now:</source>
        <translation>Wat nu bekend is:</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Wat te zien is</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Wat er niet klopt</translation>
    </message>
    <message>
        <source>What matters here?</source>
        <translation>Wat speelt hier?</translation>
    </message>
    <message>
        <source>What matters here? Click on the map</source>
        <translation>Wat speelt hier? Klik in de kaart</translation>
    </message>
    <message>
        <source>What opening does</source>
        <translation>Wat openen doet</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>Wat er staat</translation>
    </message>
    <message>
        <source>What the chapter shows</source>
        <translation>Wat het hoofdstuk toont</translation>
    </message>
    <message>
        <source>What the columns of {} hold is to be chosen on the page Network.</source>
        <translation>Wat in de kolommen van {} staat, kiest u op de pagina Netwerk.</translation>
    </message>
    <message>
        <source>What the file has of it there stays. The service may be out of order; try again later.</source>
        <translation>Wat het bestand daar heeft, blijft staan. Mogelijk is de dienst in storing; probeer het later opnieuw.</translation>
    </message>
    <message>
        <source>What the map shows now</source>
        <translation>Wat de kaart nu toont</translation>
    </message>
    <message>
        <source>What the threshold does</source>
        <translation>Wat de drempel doet</translation>
    </message>
    <message>
        <source>what they have as a share is not known.</source>
        <translation>hun aandelen zijn niet bekend.</translation>
    </message>
    <message>
        <source>What to do on the map</source>
        <translation>Wat u op de kaart doet</translation>
    </message>
    <message>
        <source>What was asked is not at {} any more (answer {}).</source>
        <translation>Wat is gevraagd, staat niet meer op {} (antwoord {}).</translation>
    </message>
    <message>
        <source>What was asked is not at {} any more.</source>
        <translation>Wat gevraagd werd, is niet meer te vinden op {}.</translation>
    </message>
    <message>
        <source>What was deleted</source>
        <translation>Wat verwijderd is</translation>
    </message>
    <message>
        <source>What was deleted…</source>
        <translation>Wat verwijderd is…</translation>
    </message>
    <message>
        <source>What was given is no recipe for reading a table.</source>
        <translation>Wat is opgegeven is geen recept om een tabel te lezen.</translation>
    </message>
    <message>
        <source>What was not taken</source>
        <translation>Wat niet is overgenomen</translation>
    </message>
    <message>
        <source>What was published</source>
        <translation>Wat is gepubliceerd</translation>
    </message>
    <message>
        <source>What was published stays readable beside what you change.</source>
        <translation>Wat is gepubliceerd blijft leesbaar naast wat u wijzigt.</translation>
    </message>
    <message>
        <source>What would change it</source>
        <translation>Wat het anders maakt</translation>
    </message>
    <message>
        <source>What you changed has not been saved.</source>
        <translation>Uw wijzigingen zijn niet opgeslagen.</translation>
    </message>
    <message>
        <source>What you record is kept with your name and the date.</source>
        <translation>Wat u vastlegt, wordt bewaard met uw naam en de datum.</translation>
    </message>
    <message>
        <source>What you want to change is not in the file any more.</source>
        <translation>Wat u wilt wijzigen, staat niet meer in het bestand.</translation>
    </message>
    <message>
        <source>Where a line is broken, no score was given.</source>
        <translation>Waar een lijn onderbroken is, is geen score gegeven.</translation>
    </message>
    <message>
        <source>Where residents of these {} work</source>
        <translation>Waar inwoners van deze {} werken</translation>
    </message>
    <message>
        <source>Where residents of {} work</source>
        <translation>Waar inwoners van {} werken</translation>
    </message>
    <message>
        <source>Where residents work</source>
        <translation>Waar inwoners werken</translation>
    </message>
    <message>
        <source>where residents work</source>
        <translation>waar inwoners werken</translation>
    </message>
    <message>
        <source>Where those live who work in {}</source>
        <translation>Waar wie in {} werkt woont</translation>
    </message>
    <message>
        <source>where workers live</source>
        <translation>waar werkenden wonen</translation>
    </message>
    <message>
        <source>Which column holds what, as JSON. Left empty, the form of the list is recognised.</source>
        <translation>Wat er in welke kolom staat, als JSON. Leeg: de soort lijst wordt herkend.</translation>
    </message>
    <message>
        <source>Which table is needed</source>
        <translation>Welke tabel nodig is</translation>
    </message>
    <message>
        <source>Who works where, and which regions come of it. A division is a choice: move the threshold, take another method or year, and see what stays.</source>
        <translation>Wie waar werkt, en welke gebieden daaruit volgen. Een indeling is een keuze: verschuif de drempel, neem een andere methode of een ander jaar, en zie wat blijft.</translation>
    </message>
    <message>
        <source>Why it cannot be used</source>
        <translation>Waarom niet te gebruiken</translation>
    </message>
    <message>
        <source>Why it was not taken</source>
        <translation>Waarom het niet is overgenomen</translation>
    </message>
    <message>
        <source>Why no workshop can be recorded</source>
        <translation>Waarom geen werkplaats kan worden vastgelegd</translation>
    </message>
    <message>
        <source>wijze is exact (postcode, number, letter and addition are the same), huisnummer (postcode and number are, letter or addition is not), tekst (number, and postcode or street and town, are in the text) or onzeker (only a part is: look whether it is right).</source>
        <translation>wijze is exact (postcode, nummer, letter en toevoeging zijn gelijk), huisnummer (postcode en nummer zijn gelijk, letter of toevoeging niet), tekst (nummer, en postcode of straat en plaats, staan in de tekst) of onzeker (alleen een deel klopt: kijk na of het juist is).</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>With a column with the sector, choose one column with amounts; {} are chosen.</source>
        <translation>Kies bij een kolom met de sector één kolom met omvang; er zijn er {} gekozen.</translation>
    </message>
    <message>
        <source>with authentication</source>
        <translation>met authenticatie</translation>
    </message>
    <message>
        <source>With commas. Left empty, they are all years of the table.</source>
        <translation>Met komma's. Leeg: het zijn alle jaren van de tabel.</translation>
    </message>
    <message>
        <source>with none</source>
        <translation>bij geen</translation>
    </message>
    <message>
        <source>With other cities</source>
        <translation>Met andere steden</translation>
    </message>
    <message>
        <source>With these layers of your own, which are not kept in the file: {}.</source>
        <translation>Met deze eigen lagen, die niet in het bestand worden bewaard: {}.</translation>
    </message>
    <message>
        <source>with {}</source>
        <translation>met {}</translation>
    </message>
    <message>
        <source>With, code</source>
        <translation>Met, code</translation>
    </message>
    <message>
        <source>without resident, business or user in the registers on 1 January (CBS, LML)</source>
        <translation>zonder bewoner, bedrijf of gebruiker in de registraties op 1 januari (CBS, LML)</translation>
    </message>
    <message>
        <source>Workshop in {}</source>
        <translation>Werkplaats in {}</translation>
    </message>
    <message>
        <source>Workshop of {}</source>
        <translation>Werkplaats van {}</translation>
    </message>
    <message>
        <source>Workshops</source>
        <translation>Werkplaatsen</translation>
    </message>
    <message>
        <source>Write a text.</source>
        <translation>Schrijf een tekst.</translation>
    </message>
    <message>
        <source>Write a text: it stands beside the map.</source>
        <translation>Schrijf een tekst: die staat naast de kaart.</translation>
    </message>
    <message>
        <source>Writing {} to the file</source>
        <translation>{} wordt in het bestand gezet</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jaar</translation>
    </message>
    <message>
        <source>Year built</source>
        <translation>Bouwjaar</translation>
    </message>
    <message>
        <source>year of the reference date</source>
        <translation>jaar van de peildatum</translation>
    </message>
    <message>
        <source>Year of the second division</source>
        <translation>Jaar van de tweede indeling</translation>
    </message>
    <message>
        <source>Year to compare with</source>
        <translation>Jaar om mee te vergelijken</translation>
    </message>
    <message>
        <source>Year, {}: {}.</source>
        <translation>Jaar, {}: {}.</translation>
    </message>
    <message>
        <source>Year: only {} is in this file.</source>
        <translation>Jaar: alleen {} staat in dit bestand.</translation>
    </message>
    <message>
        <source>Year: {}</source>
        <translation>Jaar: {}</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>Jaren</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Your own copy of Sterke Steden</source>
        <translation>Uw eigen kopie van Sterke Steden</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Zones</translation>
    </message>
    <message>
        <source>Zones (areas or points)</source>
        <translation>Gebieden (vlakken of punten)</translation>
    </message>
    <message>
        <source>Zones are read from: {}, {}</source>
        <translation>Gebieden komen uit: {}, {}</translation>
    </message>
    <message>
        <source>Zones on the map</source>
        <translation>Zones op de kaart</translation>
    </message>
    <message>
        <source>Zones that fall together</source>
        <translation>Gebieden die samenvallen</translation>
    </message>
    <message>
        <source>Zones with flows within themselves alone: {0} ({1}).</source>
        <translation>Zones met alleen stromen binnen de eigen zone: {0} ({1}).</translation>
    </message>
    <message>
        <source>Zones with their region</source>
        <translation>Gebieden met hun regio</translation>
    </message>
    <message>
        <source>Zones without flows: {0} ({1}).</source>
        <translation>Zones zonder stromen: {0} ({1}).</translation>
    </message>
    <message>
        <source>{} (copy)</source>
        <translation>{} (kopie)</translation>
    </message>
    <message>
        <source>{} (selected features)</source>
        <translation>{} (geselecteerde objecten)</translation>
    </message>
    <message>
        <source>{} added</source>
        <translation>{} nieuw</translation>
    </message>
    <message>
        <source>{} addresses found, {} of these uncertain; {} not found.</source>
        <translation>{} adressen gevonden, waarvan {} onzeker; {} niet gevonden.</translation>
    </message>
    <message>
        <source>{} and {}</source>
        <translation>{} en {}</translation>
    </message>
    <message>
        <source>{} and {} more</source>
        <translation>{} en nog {}</translation>
    </message>
    <message>
        <source>{} announces {} features for “{}”, but sends {}. What is in the file stays.</source>
        <translation>{} kondigt {} objecten aan voor “{}”, maar stuurt er {}. Wat in het bestand staat, blijft.</translation>
    </message>
    <message>
        <source>{} announces {} features for “{}”; at most {} are loaded at once.</source>
        <translation>{} kondigt {} objecten aan voor “{}”; er worden er hooguit {} tegelijk opgehaald.</translation>
    </message>
    <message>
        <source>{} answers in another coordinate system ({}) than was asked.</source>
        <translation>{} antwoordt in een ander coördinatenstelsel ({}) dan gevraagd.</translation>
    </message>
    <message>
        <source>{} answers in another form than is known.</source>
        <translation>{} antwoordt in een andere vorm dan bekend is.</translation>
    </message>
    <message>
        <source>{} areas of the table are not in the layer and have no geometry: {}.</source>
        <translation>Gebieden uit de tabel die niet in de laag staan en geen geometrie hebben: {} ({}).</translation>
    </message>
    <message>
        <source>{} between {}, {}: {} of all that crosses · {}</source>
        <translation>{} tussen {}, {}: {} van alles wat van de ene naar de andere gaat · {}</translation>
    </message>
    <message>
        <source>{} broke off before all was sent.</source>
        <translation>{} brak af voordat alles was verstuurd.</translation>
    </message>
    <message>
        <source>{} came twice; the last one counts</source>
        <translation>{} dubbel; de laatste telt</translation>
    </message>
    <message>
        <source>{} cannot be found.</source>
        <translation>{} is niet te vinden.</translation>
    </message>
    <message>
        <source>{} cannot be reached through the proxy.</source>
        <translation>{} is via de proxy niet bereikbaar.</translation>
    </message>
    <message>
        <source>{} cannot be reached.</source>
        <translation>{} is niet bereikbaar.</translation>
    </message>
    <message>
        <source>{} cannot be read: it is damaged, or not what its name says.</source>
        <translation>{} is niet te lezen: het is beschadigd, of niet wat de naam zegt.</translation>
    </message>
    <message>
        <source>{} cannot be written: nothing was saved.</source>
        <translation>{} kan niet worden geschreven: er is niets opgeslagen.</translation>
    </message>
    <message>
        <source>{} cannot be written: {}. Choose another file, or close it where it is open.</source>
        <translation>{} is niet te schrijven: {}. Kies een ander bestand, of sluit het waar het open is.</translation>
    </message>
    <message>
        <source>{} cells of {} are no amount and count as not known; the first is in row {}: “{}”.</source>
        <translation>{} cellen van {} zijn geen omvang en tellen als niet bekend; de eerste staat in regel {}: “{}”.</translation>
    </message>
    <message>
        <source>{} changed</source>
        <translation>{} gewijzigd</translation>
    </message>
    <message>
        <source>{} changed this meanwhile ({}): nothing was saved.</source>
        <translation>{} heeft dit intussen gewijzigd ({}): er is niets opgeslagen.</translation>
    </message>
    <message>
        <source>{} could not be placed and were left out; nothing was removed from the file</source>
        <translation>{} konden niet op de kaart worden gelegd en zijn weggelaten; er is niets uit het bestand verwijderd</translation>
    </message>
    <message>
        <source>{} could not be written.</source>
        <translation>{} kon niet worden geschreven.</translation>
    </message>
    <message>
        <source>{} data sets are up to date; the page says more.</source>
        <translation>{} gegevenssets zijn bijgewerkt; de pagina zegt meer.</translation>
    </message>
    <message>
        <source>{} deleted this meanwhile ({}): nothing was saved.</source>
        <translation>{} heeft dit intussen verwijderd ({}): er is niets opgeslagen.</translation>
    </message>
    <message>
        <source>{} divisions: four methods, each with several thresholds, in up to three years. The area of a municipality is divided by how often it is with which of two centres: colour and stripes. Faint is often with others.</source>
        <translation>{} indelingen: vier methoden, elk met verschillende drempels, over hoogstens drie jaren. Het vlak van een gemeente is verdeeld naar hoe vaak ze bij welk van twee centra hoort: kleur en strepen. Flets is: vaak bij andere.</translation>
    </message>
    <message>
        <source>{} divisions: {} thresholds of {} methods in {} years.</source>
        <translation>Indelingen: {}, met {} drempels van {} methoden in {} jaren.</translation>
    </message>
    <message>
        <source>{} does not answer in time.</source>
        <translation>{} antwoordt niet op tijd.</translation>
    </message>
    <message>
        <source>{} does not answer, and what was kept of “{}” is of different times.</source>
        <translation>{} geeft geen antwoord, en wat van “{}” bewaard is, komt van verschillende momenten.</translation>
    </message>
    <message>
        <source>{} does not give it; {} is asked.</source>
        <translation>{} geeft het niet; {} wordt gevraagd.</translation>
    </message>
    <message>
        <source>{} does not give “{}” in Rijksdriehoek any more.</source>
        <translation>{} geeft “{}” niet meer in Rijksdriehoek.</translation>
    </message>
    <message>
        <source>{} does not know the data set “{}”.</source>
        <translation>{} kent de gegevensset “{}” niet.</translation>
    </message>
    <message>
        <source>{} does not let you in (answer {}).</source>
        <translation>{} geeft u geen toegang (antwoord {}).</translation>
    </message>
    <message>
        <source>{} does not say how many features there are.</source>
        <translation>{} zegt niet hoeveel objecten er zijn.</translation>
    </message>
    <message>
        <source>{} does not take the connection.</source>
        <translation>{} neemt de verbinding niet aan.</translation>
    </message>
    <message>
        <source>{} does not understand the question (answer {}).</source>
        <translation>{} begrijpt de vraag niet (antwoord {}).</translation>
    </message>
    <message>
        <source>{} does not work at the moment (answer {}).</source>
        <translation>{} werkt op dit moment niet (antwoord {}).</translation>
    </message>
    <message>
        <source>{} flows have no line: their zone has no place.</source>
        <translation>Stromen zonder lijn: {}. Hun gebied heeft geen plek.</translation>
    </message>
    <message>
        <source>{} gave coordinates of “{}” that do not lie in the Netherlands.</source>
        <translation>{} gaf coördinaten van “{}” die niet in Nederland liggen.</translation>
    </message>
    <message>
        <source>{} gave more than one value of “{}” for the same area and day ({}).</source>
        <translation>{} gaf meer dan één waarde van “{}” voor hetzelfde gebied en dezelfde dag ({}).</translation>
    </message>
    <message>
        <source>{} gave nothing for “{}”.</source>
        <translation>{} gaf niets voor “{}”.</translation>
    </message>
    <message>
        <source>{} gave nothing of “{}” in this area.</source>
        <translation>{} gaf niets van “{}” in dit gebied.</translation>
    </message>
    <message>
        <source>{} gave something for “{}” that cannot be read as {}.</source>
        <translation>{} gaf voor “{}” iets dat niet als {} te lezen is.</translation>
    </message>
    <message>
        <source>{} gave “{}” as {} of “{}”.</source>
        <translation>{} gaf “{}” als {} van “{}”.</translation>
    </message>
    <message>
        <source>{} gave “{}” without the keys by which rows are told apart.</source>
        <translation>{} gaf “{}” zonder de sleutels waaraan rijen te herkennen zijn.</translation>
    </message>
    <message>
        <source>{} gets too many questions.</source>
        <translation>{} krijgt te veel vragen.</translation>
    </message>
    <message>
        <source>{} gives an empty list for “{}”, though it has the codes that were asked.</source>
        <translation>{} geeft een lege lijst voor “{}”, terwijl de gevraagde codes er wel zijn.</translation>
    </message>
    <message>
        <source>{} gives only the first {} features of “{}”.</source>
        <translation>{} geeft alleen de eerste {} objecten van “{}”.</translation>
    </message>
    <message>
        <source>{} gives the same part of “{}” again and again.</source>
        <translation>{} geeft steeds hetzelfde deel van “{}”.</translation>
    </message>
    <message>
        <source>{} had an invalid geometry that was repaired</source>
        <translation>{} met een ongeldige vorm, hersteld</translation>
    </message>
    <message>
        <source>{} has a row for each object, not for each area. Read it as a list of vacancy.</source>
        <translation>{} heeft een regel per object, niet per gebied. Lees het als leegstandslijst.</translation>
    </message>
    <message>
        <source>{} has no column with codes of areas that is recognised. Choose the column; it has: {}.</source>
        <translation>In {} is geen kolom met gebiedscodes herkend. Kies de kolom; de kolommen zijn: {}.</translation>
    </message>
    <message>
        <source>{} has no column {}, which the recipe reads.</source>
        <translation>{} heeft geen kolom {}, die het recept leest.</translation>
    </message>
    <message>
        <source>{} has no column {}. Choose one of: {}.</source>
        <translation>{} heeft geen kolom {}. Kies een van: {}.</translation>
    </message>
    <message>
        <source>{} has no flow. Choose another table or other columns.</source>
        <translation>{} heeft geen stromen. Kies een andere tabel of andere kolommen.</translation>
    </message>
    <message>
        <source>{} has no table “{}” with “{}” any more.</source>
        <translation>{} heeft geen tabel “{}” met “{}” meer.</translation>
    </message>
    <message>
        <source>{} has no table “{}”.</source>
        <translation>{} heeft geen tabel “{}”.</translation>
    </message>
    <message>
        <source>{} has no “{}” any more.</source>
        <translation>{} heeft “{}” niet meer.</translation>
    </message>
    <message>
        <source>{} has zone {} with sector {} twice. Filter it first, so that it is of one year.</source>
        <translation>In {} staat gebied {} met sector {} twee keer. Filter de tabel eerst, zodat ze over één jaar gaat.</translation>
    </message>
    <message>
        <source>{} have no geometry that can be used: {}</source>
        <translation>{} zonder bruikbare vorm: {}</translation>
    </message>
    <message>
        <source>{} holds something that refers to this, or lacks what this refers to: nothing was saved.</source>
        <translation>In {} verwijst iets hiernaar, of ontbreekt iets waarnaar dit verwijst: er is niets opgeslagen.</translation>
    </message>
    <message>
        <source>{} in all</source>
        <translation>{} in totaal</translation>
    </message>
    <message>
        <source>{} in {}</source>
        <translation>{} in {}</translation>
    </message>
    <message>
        <source>{} in {}, {} in {}</source>
        <translation>{} in {}, {} in {}</translation>
    </message>
    <message>
        <source>{} is busy and asks to wait until {}.</source>
        <translation>{} is druk en vraagt te wachten tot {}.</translation>
    </message>
    <message>
        <source>{} is damaged and cannot be read.</source>
        <translation>{} is beschadigd en kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>{} is damaged; the first fault is in {}.</source>
        <translation>{} is beschadigd; de eerste fout zit in {}.</translation>
    </message>
    <message>
        <source>{} is in use by QGIS or another program.</source>
        <translation>{} is in gebruik door QGIS of een ander programma.</translation>
    </message>
    <message>
        <source>{} is locked by another program.</source>
        <translation>{} is vergrendeld door een ander programma.</translation>
    </message>
    <message>
        <source>{} is no text file, whatever its name says.</source>
        <translation>{} is geen tekstbestand, wat de naam ook zegt.</translation>
    </message>
    <message>
        <source>{} is not a GeoPackage of Sterke Steden.</source>
        <translation>{} is geen GeoPackage van Sterke Steden.</translation>
    </message>
    <message>
        <source>{} is not a story of Sterke Steden.</source>
        <translation>{} is geen verhaal van Sterke Steden.</translation>
    </message>
    <message>
        <source>{} is protected with a password, or of an Excel of before 2007.</source>
        <translation>{} is met een wachtwoord beveiligd, of van een Excel van vóór 2007.</translation>
    </message>
    <message>
        <source>{} is read-only: nothing was saved.</source>
        <translation>{} is alleen-lezen: er is niets opgeslagen.</translation>
    </message>
    <message>
        <source>{} is read-only: open a copy to change it.</source>
        <translation>{} is alleen-lezen: open een kopie om te wijzigen.</translation>
    </message>
    <message>
        <source>{} is there already.</source>
        <translation>{} bestaat al.</translation>
    </message>
    <message>
        <source>{} is there already; nothing was overwritten.</source>
        <translation>{} bestaat al; er is niets overschreven.</translation>
    </message>
    <message>
        <source>{} is too large for a story.</source>
        <translation>{} is te groot voor een verhaal.</translation>
    </message>
    <message>
        <source>{} itself</source>
        <translation>{} zelf</translation>
    </message>
    <message>
        <source>{} jobs</source>
        <translation>{} banen</translation>
    </message>
    <message>
        <source>{} keeps sending on and on.</source>
        <translation>{} blijft maar doorverwijzen.</translation>
    </message>
    <message>
        <source>{} layers of {} cannot be opened; the log panel “Sterke Steden” lists them.</source>
        <translation>{} lagen van {} gaan niet open; het logpaneel ‘Sterke Steden’ noemt ze.</translation>
    </message>
    <message>
        <source>{} may not be read: another program holds it, or you have no right to it.</source>
        <translation>{} mag niet worden gelezen: een ander programma houdt het vast, of u hebt er geen recht op.</translation>
    </message>
    <message>
        <source>{} MB</source>
        <translation>{} MB</translation>
    </message>
    <message>
        <source>{} more</source>
        <translation>nog {}</translation>
    </message>
    <message>
        <source>{} more figures, with explanation</source>
        <translation>Nog {} cijfers, met toelichting</translation>
    </message>
    <message>
        <source>{} more items</source>
        <translation>Nog {}</translation>
    </message>
    <message>
        <source>{} municipalities</source>
        <translation>{} gemeenten</translation>
    </message>
    <message>
        <source>{} of 5</source>
        <translation>{} van 5</translation>
    </message>
    <message>
        <source>{} of the zones have no code; they are left out.</source>
        <translation>Gebieden zonder code: {}. Ze blijven buiten beschouwing.</translation>
    </message>
    <message>
        <source>{} of the zones have the code of another; those with the same code count as one.</source>
        <translation>Gebieden met de code van een ander gebied: {}. Wat dezelfde code heeft, telt als één gebied.</translation>
    </message>
    <message>
        <source>{} of these moved</source>
        <translation>waarvan {} verplaatst</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} van {}</translation>
    </message>
    <message>
        <source>{} of {} data sets were not fetched: {}. The log says why; the others are in the file.</source>
        <translation>{} van de {} gegevenssets zijn niet opgehaald: {}. Het logboek zegt waarom; de andere staan in het bestand.</translation>
    </message>
    <message>
        <source>{} of {} flows are above the thresholds: {} of all flow between zones.</source>
        <translation>Stromen boven de drempels: {} van {}, samen {} van alle stroom tussen gebieden.</translation>
    </message>
    <message>
        <source>{} of {} items fit the filter.</source>
        <translation>{} van {} passen bij het filter.</translation>
    </message>
    <message>
        <source>{} of {} municipalities are in another region ({}). Those on the map are striped.</source>
        <translation>{} van {} gemeenten liggen in een ander gebied ({}). Die op de kaart staan, zijn gestreept.</translation>
    </message>
    <message>
        <source>{} of {} zones have no flow with themselves in the table: they are in no region.</source>
        <translation>Gebieden zonder stroom met zichzelf in de tabel: {} van {}. Ze liggen in geen regio.</translation>
    </message>
    <message>
        <source>{} others</source>
        <translation>{} andere</translation>
    </message>
    <message>
        <source>{} per km</source>
        <translation>{} per km</translation>
    </message>
    <message>
        <source>{} places are marked.</source>
        <translation>{} plaatsen zijn gemarkeerd.</translation>
    </message>
    <message>
        <source>{} refuses: {}</source>
        <translation>{} weigert: {}</translation>
    </message>
    <message>
        <source>{} regions</source>
        <translation>{} gebieden</translation>
    </message>
    <message>
        <source>{} removed</source>
        <translation>{} verwijderd</translation>
    </message>
    <message>
        <source>{} results</source>
        <translation>{} resultaten</translation>
    </message>
    <message>
        <source>{} rows cannot be used; the first is line {}: {}</source>
        <translation>Regels die niet te gebruiken zijn: {}. De eerste is regel {}: {}</translation>
    </message>
    <message>
        <source>{} says that its coordinates are in {}, but they are not: {}, {}.</source>
        <translation>{} zegt dat de coördinaten in {} zijn, maar dat is niet zo: {}, {}.</translation>
    </message>
    <message>
        <source>{} says that the next part is at another address ({}). That is not followed.</source>
        <translation>{} zegt dat het volgende deel op een ander adres staat ({}). Dat wordt niet gevolgd.</translation>
    </message>
    <message>
        <source>{} sends a web page where data were expected.</source>
        <translation>{} stuurt een webpagina waar gegevens werden verwacht.</translation>
    </message>
    <message>
        <source>{} sends data that cannot be read.</source>
        <translation>{} stuurt gegevens die niet te lezen zijn.</translation>
    </message>
    <message>
        <source>{} sends more than {} MB in one answer.</source>
        <translation>{} stuurt meer dan {} MB in één antwoord.</translation>
    </message>
    <message>
        <source>{} sends no features.</source>
        <translation>{} stuurt geen objecten.</translation>
    </message>
    <message>
        <source>{} sends on to another address ({}). That is not followed.</source>
        <translation>{} verwijst door naar een ander adres ({}). Dat wordt niet gevolgd.</translation>
    </message>
    <message>
        <source>{} stays</source>
        <translation>{} blijft</translation>
    </message>
    <message>
        <source>{} tells figures of areas, no premises. Choose a list with a row for each object.</source>
        <translation>{} bevat cijfers per gebied, geen panden. Kies een lijst met een regel per object.</translation>
    </message>
    <message>
        <source>{} the same</source>
        <translation>{} hetzelfde</translation>
    </message>
    <message>
        <source>{} things were not fetched; the page says why.</source>
        <translation>{} onderdelen zijn niet opgehaald; de pagina zegt waarom.</translation>
    </message>
    <message>
        <source>{} thousand jobs</source>
        <translation>{} duizend banen</translation>
    </message>
    <message>
        <source>{} to {}</source>
        <translation>{} naar {}</translation>
    </message>
    <message>
        <source>{} to {}, {}: {} of the residents’ jobs, {} · {}</source>
        <translation>{} naar {}, {}: {} van de banen van inwoners, {} · {}</translation>
    </message>
    <message>
        <source>{} waiting</source>
        <translation>nog {} wachtend</translation>
    </message>
    <message>
        <source>{} was brought up to date for this version of the plugin; the older file is kept as {}.</source>
        <translation>{} is bijgewerkt voor deze versie van de plug-in; het oudere bestand is bewaard als {}.</translation>
    </message>
    <message>
        <source>{} was made by a newer version of this plugin.</source>
        <translation>{} is gemaakt met een nieuwere versie van deze plug-in.</translation>
    </message>
    <message>
        <source>{} was made by an older version of this plugin (schema {}, now {}).</source>
        <translation>{} is gemaakt met een oudere versie van deze plug-in (schema {}, nu {}).</translation>
    </message>
    <message>
        <source>{} was made for a newer version of this plugin (schema {}, known here: {}).</source>
        <translation>{} is gemaakt voor een nieuwere versie van deze plug-in (schema {}, hier bekend: {}).</translation>
    </message>
    <message>
        <source>{} was not saved: the disk is full. Make room, or choose another folder.</source>
        <translation>{} is niet opgeslagen: de schijf is vol. Maak ruimte of kies een andere map.</translation>
    </message>
    <message>
        <source>{} was not saved: the folder is not there. Choose another folder.</source>
        <translation>{} is niet opgeslagen: de map bestaat niet. Kies een andere map.</translation>
    </message>
    <message>
        <source>{} was not saved: you may not write there, or another program has the file open.</source>
        <translation>{} is niet opgeslagen: u mag daar niet schrijven, of een ander programma heeft het bestand open.</translation>
    </message>
    <message>
        <source>{} was not saved: {}. Choose another folder.</source>
        <translation>{} is niet opgeslagen: {}. Kies een andere map.</translation>
    </message>
    <message>
        <source>{} without a key were left out; nothing was removed from the file</source>
        <translation>{} zonder sleutel zijn weggelaten; uit het bestand is niets verwijderd</translation>
    </message>
    <message>
        <source>{} zones, {} sectors.</source>
        <translation>{} gebieden, {} sectoren.</translation>
    </message>
    <message>
        <source>{} {} of chapter {}</source>
        <translation>{} {} in hoofdstuk {}</translation>
    </message>
    <message>
        <source>{} – {} times</source>
        <translation>{} – {} keer</translation>
    </message>
    <message>
        <source>{}% of residents’ jobs or more</source>
        <translation>{}% van de woonbanen of meer</translation>
    </message>
    <message>
        <source>{}% stays</source>
        <translation>{}% blijft</translation>
    </message>
    <message>
        <source>{}, axis from {}</source>
        <translation>{}, as vanaf {}</translation>
    </message>
    <message>
        <source>{}, axis from {}, the same for all</source>
        <translation>{}, as vanaf {}, voor alle gelijk</translation>
    </message>
    <message>
        <source>{}, both ways</source>
        <translation>{}, beide richtingen samen</translation>
    </message>
    <message>
        <source>{}, chosen</source>
        <translation>{}, gekozen</translation>
    </message>
    <message>
        <source>{}, no data: {}</source>
        <translation>{}, geen gegevens: {}</translation>
    </message>
    <message>
        <source>{}, {} participants</source>
        <translation>{}, {} deelnemers</translation>
    </message>
    <message>
        <source>{}: figures, kansen and opgaven</source>
        <translation>{}: cijfers, kansen en opgaven</translation>
    </message>
    <message>
        <source>{}: from {} to {}</source>
        <translation>{}: van {} naar {}</translation>
    </message>
    <message>
        <source>{}: no data in this file</source>
        <translation>{}: geen gegevens in dit bestand</translation>
    </message>
    <message>
        <source>{}: the layer {} is not in this file</source>
        <translation>{}: de laag {} zit niet in dit bestand</translation>
    </message>
    <message>
        <source>{}: undone.</source>
        <translation>{}: ongedaan gemaakt.</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation>{}: {}</translation>
    </message>
    <message>
        <source>{}: {} m</source>
        <translation>{}: {} m</translation>
    </message>
    <message>
        <source>{}; levels differ too much for one axis: each begins at its own number, lines are {} apart</source>
        <translation>{}; te veel verschil voor één as: elke as begint bij een eigen getal, de lijnen liggen {} uit elkaar</translation>
    </message>
    <message>
        <source>“{}” cannot be edited now.</source>
        <translation>‘{}’ kan nu niet worden bewerkt.</translation>
    </message>
    <message>
        <source>“{}” holds a character that no file can keep.</source>
        <translation>‘{}’ bevat een teken dat geen bestand kan bewaren.</translation>
    </message>
    <message>
        <source>“{}” holds a value that is not allowed.</source>
        <translation>‘{}’ bevat een waarde die niet is toegestaan.</translation>
    </message>
    <message>
        <source>“{}” is being edited in QGIS, and what was changed there is not saved yet.</source>
        <translation>‘{}’ wordt in QGIS bewerkt, en die wijzigingen zijn nog niet opgeslagen.</translation>
    </message>
    <message>
        <source>“{}” is no date. Write the reference date as 1-1-2024 or 2024-01-01.</source>
        <translation>“{}” is geen datum. Schrijf de peildatum als 1-1-2024 of 2024-01-01.</translation>
    </message>
    <message>
        <source>“{}” is no house number.</source>
        <translation>“{}” is geen huisnummer.</translation>
    </message>
    <message>
        <source>“{}” is no number.</source>
        <translation>“{}” is geen getal.</translation>
    </message>
    <message>
        <source>“{}” is no postcode.</source>
        <translation>“{}” is geen postcode.</translation>
    </message>
    <message>
        <source>“{}” is no threshold of “{}”. Give percentages from 0 to 100, such as 10, 12.5, 15.</source>
        <translation>“{}” is geen drempel van “{}”. Geef percentages van 0 tot 100, zoals 10, 12.5, 15.</translation>
    </message>
    <message>
        <source>“{}” is no year.</source>
        <translation>“{}” is geen jaar.</translation>
    </message>
    <message>
        <source>“{}” is not filled in.</source>
        <translation>‘{}’ is niet ingevuld.</translation>
    </message>
    <message>
        <source>“{}” of {} has no code {} in “{}” any more.</source>
        <translation>“{}” van {} heeft geen code {} meer in “{}”.</translation>
    </message>
    <message>
        <source>“{}” of {} has no field {} any more.</source>
        <translation>“{}” van {} heeft geen veld {} meer.</translation>
    </message>
    <message>
        <source>“{}” of {} has no geometry.</source>
        <translation>“{}” van {} heeft geen geometrie.</translation>
    </message>
    <message>
        <source>“{}” refers to something that is not in the file.</source>
        <translation>‘{}’ verwijst naar iets dat niet in het bestand staat.</translation>
    </message>
</context>
</TS>
