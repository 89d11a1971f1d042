// Chapter F2 of the common part: who took part, how people could be heard, the way to twelve decisions.
import { prose } from '../block.ts'

export const howWeWorked = {
  code: 'F2',
  title: { nb: 'Slik er arbeidet gjort', nn: 'Slik er arbeidet gjort' },
  nb: prose`
    Samarbeidet har røtter. Gudbrandsdalstinget ble etablert som politisk møteplass for de tolv kommunene og fylkeskommunen, og tolv ordførere og fylkesordføreren undertegnet en viljeserklæring om samarbeid. Det første ordførermøtet ble holdt 11. april 2018. Å samarbeide om planstrategi var ett av de tre første tiltakene vi ble enige om. Nå gjør vi det.
    ## Deltakere og roller
    Hvert kommunestyre har selv bestemt om kommunen skal være med. Arbeidet har vært organisert slik:
    - **Styringsgruppa** er de tolv ordførerne. Den avklarer retning og tilrår når utkast og endelig forslag er klare.
    - **Prosjektgruppa** har én planlegger fra hver kommune. Den skriver fellesdelen sammen.
    - **Koordinatoren** holder i framdriften. Oppgaven går på omgang mellom regionkontorene i Lillehammerregionen, Midt-Gudbrandsdal og Nord-Gudbrandsdal.
    - **Gudbrandsdalstinget** drøfter arbeidet på de to årlige samlingene sine: et ordførermøte og et bredere møte med formannskapene og fylkesutvalget. Tinget kan slutte seg til og tilrå. Det vedtar ikke.
    - **Kommunestyrene** vedtar, hvert for sin kommune.
    ## Kunnskapsgrunnlag
    Kommunene har laget ett felles kunnskapsgrunnlag, bygd på folkehelseoversiktene, helhetlige risiko- og sårbarhetsanalyser og fylkeskommunens statistikk. Det som bare gjelder én kommune, står i kommunedelen.
    ## Medvirkning
    Vi har innhentet synspunkter fra staten, fylkeskommunen og nabokommunene, også nabokommuner utenfor Gudbrandsdalen. Innlandet fylkeskommune, Statsforvalteren i Innlandet, Universitetet i Innlandet, KS og Innovasjon Norge er faste samarbeidspartnere.
    Råd for eldre, råd for personer med funksjonsnedsettelse og ungdomsrådene i hver kommune får utkastet til uttalelse før formannskapet behandler det. Hytteforeninger, velforeninger, grunneierlag, beitelag, fjellstyrer og villreinnemnder er invitert særskilt.
    Alle kan lese utkastet og uttale seg uten å logge inn, om ett avsnitt eller om helheten. Hver uttalelse får et nummer og et svar. Svar på det som gjelder fellesdelen, er like for alle kommunene uttalelsen angår.
    ## Framdrift
    1. Kommunene vedtar å delta.
    2. Prosjektgruppa skriver fellesdelen, og kommunene skriver hver sin del.
    3. Formannskapene sender utkastet på høring.
    4. Innspillene blir vurdert, og det endelige forslaget blir låst.
    5. Forslaget til vedtak er offentlig minst 30 dager før kommunestyret behandler det.
    6. Tolv kommunestyrer vedtar, i sitt eget møte.
    ! Kommunene går i egen takt. Derfor kan fristen for å uttale seg være ulik fra kommune til kommune. Fristen i din kommune står øverst på siden du leser.
  `,
  nn: prose`
    Samarbeidet har røter. Gudbrandsdalstinget vart skipa som politisk møteplass for dei tolv kommunane og fylkeskommunen, og tolv ordførarar og fylkesordføraren skreiv under på ei viljeserklæring om samarbeid. Det første ordførarmøtet vart halde 11. april 2018. Å samarbeide om planstrategi var eitt av dei tre første tiltaka vi vart samde om. No gjer vi det.
    ## Deltakarar og roller
    Kvart kommunestyre har sjølv avgjort om kommunen skal vere med. Arbeidet har vore organisert slik:
    - **Styringsgruppa** er dei tolv ordførarane. Ho avklarar retning og tilrår når utkast og endeleg framlegg er klare.
    - **Prosjektgruppa** har éin planleggjar frå kvar kommune. Ho skriv fellesdelen saman.
    - **Koordinatoren** held i framdrifta. Oppgåva går på omgang mellom regionkontora i Lillehammerregionen, Midt-Gudbrandsdal og Nord-Gudbrandsdal.
    - **Gudbrandsdalstinget** drøftar arbeidet på dei to årlege samlingane sine: eit ordførarmøte og eit breiare møte med formannskapa og fylkesutvalet. Tinget kan slutte seg til og tilrå. Det vedtek ikkje.
    - **Kommunestyra** vedtek, kvart for sin kommune.
    ## Kunnskapsgrunnlag
    Kommunane har laga eitt felles kunnskapsgrunnlag, bygd på folkehelseoversiktene, heilskaplege risiko- og sårbarheitsanalysar og statistikken til fylkeskommunen. Det som berre gjeld éin kommune, står i kommunedelen.
    ## Medverknad
    Vi har henta inn synspunkt frå staten, fylkeskommunen og nabokommunane, også nabokommunar utanfor Gudbrandsdalen. Innlandet fylkeskommune, Statsforvaltaren i Innlandet, Universitetet i Innlandet, KS og Innovasjon Noreg er faste samarbeidspartnarar.
    Råd for eldre, råd for personar med funksjonsnedsetjing og ungdomsråda i kvar kommune får utkastet til fråsegn før formannskapet handsamar det. Hytteforeiningar, velforeiningar, grunneigarlag, beitelag, fjellstyre og villreinnemnder er inviterte særskilt.
    Alle kan lese utkastet og uttale seg utan å logge inn, om eitt avsnitt eller om heilskapen. Kvar fråsegn får eit nummer og eit svar. Svar på det som gjeld fellesdelen, er like for alle kommunane fråsegna vedkjem.
    ## Framdrift
    1. Kommunane vedtek å delta.
    2. Prosjektgruppa skriv fellesdelen, og kommunane skriv kvar sin del.
    3. Formannskapa sender utkastet på høyring.
    4. Innspela blir vurderte, og det endelege framlegget blir låst.
    5. Framlegget til vedtak er offentleg minst 30 dagar før kommunestyret handsamar det.
    6. Tolv kommunestyre vedtek, i sitt eige møte.
    ! Kommunane går i eigen takt. Difor kan fristen for å uttale seg vere ulik frå kommune til kommune. Fristen i din kommune står øvst på sida du les.
  `,
}
