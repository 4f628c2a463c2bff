<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en">
<context>
    <name>SterkeSteden</name>
    <message>
        <source>1 result</source>
        <translation>1 resultaat</translation>
    </message>
    <message>
        <source>About this panel</source>
        <translation>Over dit paneel</translation>
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
        <source>Back (Alt+Left)</source>
        <translation>Terug (Alt+←)</translation>
    </message>
    <message>
        <source>certainty: {}</source>
        <translation>zekerheid: {}</translation>
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
        <source>Check that it is a file and that you may read it, or choose another.</source>
        <translation>Controleer of het een bestand is dat u mag lezen, of kies een ander.</translation>
    </message>
    <message>
        <source>Choose a folder in which you may write and that has room.</source>
        <translation>Kies een map waarin u mag schrijven en waar ruimte is.</translation>
    </message>
    <message>
        <source>Choose another file, or open a new copy.</source>
        <translation>Kies een ander bestand of open een nieuwe kopie.</translation>
    </message>
    <message>
        <source>Cities</source>
        <translation>Steden</translation>
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
        <source>Click on or near a place of the story on the map.</source>
        <translation>Klik in de kaart op of bij een plek uit het verhaal.</translation>
    </message>
    <message>
        <source>Every word has to begin a word of a title, text, theme or place.</source>
        <translation>Elk zoekwoord moet het begin zijn van een woord in een titel, tekst, thema of plaats.</translation>
    </message>
    <message>
        <source>Fewer figures</source>
        <translation>Minder cijfers</translation>
    </message>
    <message>
        <source>Found at: {}</source>
        <translation>Vindplaats: {}</translation>
    </message>
    <message>
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <source>historic</source>
        <translation>historisch</translation>
    </message>
    <message>
        <source>In the cities: {}</source>
        <translation>In de steden: {}</translation>
    </message>
    <message>
        <source>Install the plugin again.</source>
        <translation>Installeer de plug-in opnieuw.</translation>
    </message>
    <message>
        <source>Items at this point, nearest first</source>
        <translation>Wat op dit punt speelt, dichtstbijzijnde eerst</translation>
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
        <source>Key figures</source>
        <translation>Kerncijfers</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Locatie</translation>
    </message>
    <message>
        <source>Makes your own copy of the story and puts its layers on the map. Nothing else is changed.</source>
        <translation>U krijgt een eigen kopie van het verhaal; de kaartlagen komen in uw project. Verder verandert er niets.</translation>
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
        <source>More or fewer figures</source>
        <translation>Meer of minder cijfers</translation>
    </message>
    <message>
        <source>Nearest first. Click elsewhere on the map to look there.</source>
        <translation>Dichtstbijzijnde eerst. Klik elders in de kaart om daar te kijken.</translation>
    </message>
    <message>
        <source>Next chapter</source>
        <translation>Volgend hoofdstuk</translation>
    </message>
    <message>
        <source>Next item</source>
        <translation>Volgende</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>geen gegevens</translation>
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
        <source>No results of a workshop in this city have been recorded yet.</source>
        <translation>Van deze stad zijn nog geen uitkomsten van een werkplaats vastgelegd.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Niets gevonden</translation>
    </message>
    <message>
        <source>Nothing in this story matters here</source>
        <translation>Hier speelt in dit verhaal niets</translation>
    </message>
    <message>
        <source>Number of results</source>
        <translation>Aantal resultaten</translation>
    </message>
    <message>
        <source>on the map after: {}</source>
        <translation>op de kaart volgens: {}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Open it as it is, or replace it by a new copy? What was changed in it would be lost.</source>
        <translation>Het bestand openen zoals het is, of vervangen door een nieuwe kopie? Bij vervangen gaat verloren wat erin is gewijzigd.</translation>
    </message>
    <message>
        <source>Open it, or choose another name.</source>
        <translation>Open dat bestand of kies een andere naam.</translation>
    </message>
    <message>
        <source>Open Sterke Steden</source>
        <translation>Sterke Steden openen</translation>
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
        <source>Places</source>
        <translation>Plaatsen</translation>
    </message>
    <message>
        <source>Places and themes of the item</source>
        <translation>Plaatsen en thema’s</translation>
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
        <source>Previous chapter</source>
        <translation>Vorig hoofdstuk</translation>
    </message>
    <message>
        <source>Previous item</source>
        <translation>Vorige</translation>
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
        <source>Put back a copy you kept, or open a new one; the damaged file stays as it is.</source>
        <translation>Zet een bewaarde kopie terug of open een nieuwe; het beschadigde bestand blijft zoals het is.</translation>
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
        <source>Puts the missing layers back on the map</source>
        <translation>Zet de ontbrekende lagen terug in de kaart</translation>
    </message>
    <message>
        <source>Read chapter {} of the story</source>
        <translation>Lees hoofdstuk {} van het verhaal</translation>
    </message>
    <message>
        <source>Reference date: {}</source>
        <translation>Peildatum: {}</translation>
    </message>
    <message>
        <source>Remove its layers and close it elsewhere, or choose another name.</source>
        <translation>Verwijder de lagen ervan en sluit het elders, of kies een andere naam.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Vervangen</translation>
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
        <source>Results</source>
        <translation>Resultaten</translation>
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
        <source>Searches chapters, kansen and opgaven while you type</source>
        <translation>Zoekt tijdens het typen in hoofdstukken, kansen en opgaven</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Toon op de kaart</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>source: {}, {}</source>
        <translation>bron: {}, {}</translation>
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
        <source>Text of the chapter</source>
        <translation>Tekst van het hoofdstuk</translation>
    </message>
    <message>
        <source>Text of the item</source>
        <translation>Tekst</translation>
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
        <source>The file is there already</source>
        <translation>Het bestand bestaat al</translation>
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
        <source>The layer “{}” cannot be opened from {}.</source>
        <translation>De laag ‘{}’ kan niet worden geopend uit {}.</translation>
    </message>
    <message>
        <source>The layers of this project read {}, which does not open. Put it back and open the project again, or let the layers read another copy.</source>
        <translation>De lagen van dit project horen bij {}, en dat bestand gaat niet open. Zet het terug en open het project opnieuw, of laat de lagen een andere kopie lezen.</translation>
    </message>
    <message>
        <source>The plugin's own data file {} is missing.</source>
        <translation>Het gegevensbestand {} van de plug-in zelf ontbreekt.</translation>
    </message>
    <message>
        <source>The urban story of a region, tied to the map: the chapters of the story, and for each city its key figures, profile, kansen and opgaven, with place, source and date.</source>
        <translation>Het stedelijk verhaal van een regio, gekoppeld aan de kaart: de hoofdstukken van het verhaal en per stad de kerncijfers, het profiel, de kansen en de opgaven, steeds met plaats, bron en peildatum.</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Thema’s</translation>
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
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>To the beginning of the story</source>
        <translation>Naar het begin van het verhaal</translation>
    </message>
    <message>
        <source>Update the plugin, or open a new copy.</source>
        <translation>Werk de plug-in bij of open een nieuwe kopie.</translation>
    </message>
    <message>
        <source>Wait until it has finished or close it there, and try again.</source>
        <translation>Wacht tot het klaar is of sluit het daar, en probeer het opnieuw.</translation>
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
        <source>year of the reference date</source>
        <translation>jaar van de peildatum</translation>
    </message>
    <message>
        <source>Your own copy of Sterke Steden</source>
        <translation>Uw eigen kopie van Sterke Steden</translation>
    </message>
    <message>
        <source>{} and {} more</source>
        <translation>{} en nog {}</translation>
    </message>
    <message>
        <source>{} is damaged and cannot be read.</source>
        <translation>{} is beschadigd en kan niet worden gelezen.</translation>
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
        <source>{} is not a GeoPackage of Sterke Steden.</source>
        <translation>{} is geen GeoPackage van Sterke Steden.</translation>
    </message>
    <message>
        <source>{} is read-only: everything can be viewed, nothing can be changed. Open a copy to change it.</source>
        <translation>{} is alleen-lezen: alles is te bekijken, niets is te wijzigen. Open een kopie om te kunnen wijzigen.</translation>
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
        <source>{} layers of {} cannot be opened; the log panel “Sterke Steden” lists them.</source>
        <translation>{} lagen van {} gaan niet open; het logpaneel ‘Sterke Steden’ noemt ze.</translation>
    </message>
    <message>
        <source>{} more figures, with explanation</source>
        <translation>Nog {} cijfers, met toelichting</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} van {}</translation>
    </message>
    <message>
        <source>{} results</source>
        <translation>{} resultaten</translation>
    </message>
    <message>
        <source>{} was made for a newer version of this plugin (schema {}, known here: {}).</source>
        <translation>{} is gemaakt voor een nieuwere versie van deze plug-in (schema {}, hier bekend: {}).</translation>
    </message>
    <message>
        <source>{} {} of chapter {}</source>
        <translation>{} {} in hoofdstuk {}</translation>
    </message>
    <message>
        <source>{}, axis from {}</source>
        <translation>{}, as vanaf {}</translation>
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
</context>
</TS>
