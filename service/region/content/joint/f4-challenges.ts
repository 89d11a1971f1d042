// Chapter F4 of the common part: the picture of challenges the twelve share.
import { prose } from '../block.ts'

export const challenges = {
  code: 'F4',
  title: {
    nb: 'Felles utfordringsbilde for Gudbrandsdalen',
    nn: 'Felles utfordringsbilete for Gudbrandsdalen',
  },
  nb: prose`
    Gudbrandsdalen er langstrakt: 14 753 kvadratkilometer fra Mjøsa til Raumadalen og Jotunheimen. Kommunene er ulike i størrelse og egenart, men utfordringene ligner. Her beskriver vi det som er felles. Det som skiller kommunene, står i kommunedelene.
    ## Befolkning
    Ved inngangen til 2015 bodde det 71 037 mennesker i de tolv kommunene. Siden har utviklingen vært todelt: Lillehammer og kommunene nærmest byen holder folketallet oppe, mens flere av kommunene lenger nord har færre barn og unge enn før. Alle tolv får flere eldre og færre i arbeidsfør alder. Det påvirker skolestruktur, bemanning i helse og omsorg og grunnlaget for fritidstilbud.
    ## Bosetting og deltidsinnbyggere
    Lillehammer by er porten til Gudbrandsdalen, og fjellområdene har lenge vært attraktive for fritidsboliger. Antallet fritidsboliger er i stadig vekst. Flere eiere er her oftere og lenger enn før, og noen arbeider herfra store deler av året. Deltidsinnbyggerne skaper muligheter for større økonomiske ringvirkninger, men også økte forventninger og krav til lokalsamfunnet: vann og avløp, helsetjenester i helgene, brannberedskap, renovasjon, stier, løyper og bredbånd.
    Samtidig mangler mange tettsteder egnede boliger for dem som vil flytte hit for å arbeide. Leiligheter nær sentrum, utleieboliger og boliger tilpasset eldre er det felles behovet.
    ## Næring og verdiskaping
    Landbruk, reiseliv, bygg og anlegg og foredling av mat bærer næringslivet. Landbruket forvalter dyrka jord, seterdaler og beiter som også er grunnlaget for reiselivet. Verdiskapingen fra fritidsboliger blir størst når håndverkere, handel og lokale leverandører får del i den. Kraft og nett er en knapp ressurs, og nye kraftkrevende etableringer krever prioritering.
    ## Klima, natur og areal
    Villreinen, myrene og den dyrka jorda tåler lite av bit-for-bit-utbygging. Summen av mange små tiltak er vanskelig å se i én kommune alene. Arealregnskap på tvers av kommunegrensene gir et bedre grunnlag for å si ja og nei.
    Klimaendringene gir mer intens nedbør, flere skredhendelser og større flomfare langs Lågen, Otta og sideelvene. Etter ekstremværet Hans i 2023 vet vi at flere av veiene, jernbanen og tettstedene våre er sårbare på samme tid.
    ## Helse, omsorg og oppvekst
    Flere vil trenge hjelp, og det blir færre til å gi den. Kommunene konkurrerer om de samme fagfolkene. Barn og unge skal ha gode oppvekstvilkår uansett hvor i dalen de bor, og utenforskap må møtes tidlig. Folkehelse er mer enn helsetjenester: Møteplasser, kulturliv, trygge skoleveier og natur i nærheten holder folk friske.
    ## Kompetanse
    Små fagmiljøer er sårbare. Det gjelder også planleggere, geodata og jurister. Universitetet i Innlandet, fagskolene og de videregående skolene er nøkkelen til å utdanne dem vi trenger og til å gi voksne påfyll uten å måtte flytte.
    ## Samfunnssikkerhet
    Alle kommuner har plikt til å analysere risiko samlet. Hendelsene stanser sjelden ved kommunegrensa. Bortfall av strøm og ekom, flom, skred, skogbrann og en mer utrygg verden gjør at beredskapen må planlegges sammen.
    ## Samferdsel
    E6, Dovrebanen, Raumabanen og riksveg 15 binder dalen sammen og knytter den til resten av landet. Avstandene er lange, kollektivtilbudet er tynt utenom hovedaksen, og mange er avhengige av bil. Bredbånd og mobildekning er like viktig for bosetting som vei.
    ! Hvordan kan moderne bosetting skape grunnlag for utvikling og økt verdiskaping i Lillehammer og Gudbrandsdalen? Dette spørsmålet er ledetråden når vi vurderer hvilke planer vi trenger.
  `,
  nn: prose`
    Gudbrandsdalen er langstrekt: 14 753 kvadratkilometer frå Mjøsa til Raumadalen og Jotunheimen. Kommunane er ulike i storleik og eigenart, men utfordringane liknar. Her skildrar vi det som er felles. Det som skil kommunane, står i kommunedelane.
    ## Folketal
    Ved inngangen til 2015 budde det 71 037 menneske i dei tolv kommunane. Sidan har utviklinga vore todelt: Lillehammer og kommunane nærast byen held folketalet oppe, medan fleire av kommunane lenger nord har færre barn og unge enn før. Alle tolv får fleire eldre og færre i arbeidsfør alder. Det påverkar skulestruktur, bemanning i helse og omsorg og grunnlaget for fritidstilbod.
    ## Busetjing og deltidsinnbyggjarar
    Lillehammer by er porten til Gudbrandsdalen, og fjellområda har lenge vore attraktive for fritidsbustader. Talet på fritidsbustader er i stadig vekst. Fleire eigarar er her oftare og lenger enn før, og nokre arbeider herifrå store delar av året. Deltidsinnbyggjarane skaper høve til større økonomiske ringverknader, men også auka forventningar og krav til lokalsamfunnet: vatn og avløp, helsetenester i helgane, brannberedskap, renovasjon, stiar, løyper og breiband.
    Samstundes manglar mange tettstader eigna bustader for dei som vil flytte hit for å arbeide. Leilegheiter nær sentrum, utleigebustader og bustader tilpassa eldre er det felles behovet.
    ## Næring og verdiskaping
    Landbruk, reiseliv, bygg og anlegg og foredling av mat ber næringslivet. Landbruket forvaltar dyrka jord, seterdalar og beite som også er grunnlaget for reiselivet. Verdiskapinga frå fritidsbustader blir størst når handverkarar, handel og lokale leverandørar får del i henne. Kraft og nett er ein knapp ressurs, og nye kraftkrevjande etableringar krev prioritering.
    ## Klima, natur og areal
    Villreinen, myrane og den dyrka jorda toler lite av bit-for-bit-utbygging. Summen av mange små tiltak er vanskeleg å sjå i éin kommune åleine. Arealrekneskap på tvers av kommunegrensene gjev eit betre grunnlag for å seie ja og nei.
    Klimaendringane gjev meir intens nedbør, fleire skredhendingar og større flaumfare langs Lågen, Otta og sideelvane. Etter ekstremvêret Hans i 2023 veit vi at fleire av vegane, jernbanen og tettstadene våre er sårbare på same tid.
    ## Helse, omsorg og oppvekst
    Fleire vil trenge hjelp, og det blir færre til å gje henne. Kommunane konkurrerer om dei same fagfolka. Barn og unge skal ha gode oppvekstvilkår uansett kvar i dalen dei bur, og utanforskap må møtast tidleg. Folkehelse er meir enn helsetenester: Møteplassar, kulturliv, trygge skulevegar og natur i nærleiken held folk friske.
    ## Kompetanse
    Små fagmiljø er sårbare. Det gjeld òg planleggjarar, geodata og juristar. Universitetet i Innlandet, fagskulane og dei vidaregåande skulane er nøkkelen til å utdanne dei vi treng og til å gje vaksne påfyll utan å måtte flytte.
    ## Samfunnstryggleik
    Alle kommunar har plikt til å analysere risiko samla. Hendingane stansar sjeldan ved kommunegrensa. Bortfall av straum og ekom, flaum, skred, skogbrann og ei meir utrygg verd gjer at beredskapen må planleggjast saman.
    ## Samferdsel
    E6, Dovrebanen, Raumabanen og riksveg 15 bind dalen saman og knyter han til resten av landet. Avstandane er lange, kollektivtilbodet er tynt utanom hovudaksen, og mange er avhengige av bil. Breiband og mobildekning er like viktig for busetjing som veg.
    ! Korleis kan moderne busetjing skape grunnlag for utvikling og auka verdiskaping i Lillehammer og Gudbrandsdalen? Dette spørsmålet er leietråden når vi vurderer kva planar vi treng.
  `,
}
