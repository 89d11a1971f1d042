// Chapter F5 of the common part: the strategic choices made together, from the region's own goals and advice.
import { prose } from '../block.ts'

export const choices = {
  code: 'F5',
  title: { nb: 'Strategiske valg vi gjør sammen', nn: 'Strategiske val vi gjer saman' },
  nb: prose`
    Lillehammer og Gudbrandsdalen skal være en attraktiv og ledende bo- og fritidsregion, med utgangspunkt i by og fjell og de mulighetene som ligger i moderne bosetting.
    De tolv kommunene velger å løse noen oppgaver i fellesskap. Et valg er felles når minst tre kommuner har samme behov, og når det blir bedre eller billigere å planlegge sammen.
    ## Bosted og arbeid
    Kommunene planlegger boliger der folk kan gå eller sykle til det daglige. Sentrum i tettstedene går foran nye felt. Dyrka jord blir ikke omdisponert til fritidsboliger.
    Vi vurderer nye områder for fritidsboliger samlet, etter samme kriterier: kapasitet i vann og avløp, avstand til villreinens leveområder, skred- og flomfare, tilgang på strøm og nytten for lokalsamfunnet. Fortetting og bruk av det som alt er regulert, går foran nye områder.
    Kommunene legger til rette for at den som arbeider deler av uka på fritidsboligen, kan bruke bibliotek, kontorfellesskap og andre møteplasser i tettstedene.
    Næringsareal langs E6 og jernbanen blir sett under ett, slik at kommunene ikke legger ut mer enn det er behov for.
    ## Råd for deltidsinnbyggere
    Antallet fritidsboliger i Lillehammer og Gudbrandsdalen er i stadig vekst. De som eier dem, bruker tjenestene våre og skaper verdier her, men har ikke stemmerett i kommunen.
    Kommunene etablerer et felles råd for deltidsinnbyggere innen utgangen av 2029. Rådet skal høres i saker om arealbruk, stier og løyper, vann og avløp.
    Rådet gir råd. Det har ikke myndighet til å gjøre vedtak på vegne av kommunene.
    ## Innbyggerdialog
    Kommunene utvikler sammen en plattform for dialog med innbyggerne. Den skal kunne brukes på mobil, på bokmål og nynorsk, og av personer som bruker hjelpemidler.
    Den som uttaler seg, skal få vite hva som ble gjort med uttalelsen. Vi spør ikke på nytt om det vi alt vet.
    ## Handlingsrom og tradisjon
    Gudbrandsdalen har en levende tradisjon for dugnad, allmenninger og setring. Vi bygger på den når vi planlegger, forvalter og yter tjenester. En felles *gudbrandsdalspraksis* betyr at en grunneier, en hytteeier eller en utbygger møter de samme kravene og den samme måten å bli hørt på i alle tolv kommunene.
    ## Et nettverk av innovative kommuner
    Kommunene skal være et aktivt nettverk av innovative kommuner. Det vi lærer ett sted, deler vi med de andre. Tre råd har vist seg å holde:
    1. Vi bruker felles fortrinn, kultur og historie aktivt, fordi det samler.
    2. Vi setter av ressurser til å møtes og gjennomføre, fordi det gjør det enklere å samarbeide.
    3. Vi er rause og romslige med hverandre, fordi det både utfordrer og gir den enkelte muligheter til å gi og ta.
    ## Klima og samfunnssikkerhet
    Flom og skred blir planlagt fra fjell til fjord og ikke fra kommunegrense til kommunegrense. Kommunene langs samme vassdrag bruker samme kunnskapsgrunnlag.
    Vi innfører et felles arealregnskap, slik at hver kommune kan se hva egne planer betyr for helheten.
    ! Felles valg binder retningen, ikke detaljene. Den enkelte kommune kan gå lenger, og den kan velge en annen vei når lokale forhold krever det. Da sier den hvorfor i sin egen del.
  `,
  nn: prose`
    Lillehammer og Gudbrandsdalen skal vere ein attraktiv og leiande bu- og fritidsregion, med utgangspunkt i by og fjell og dei moglegheitene som ligg i moderne busetjing.
    Dei tolv kommunane vel å løyse nokre oppgåver i fellesskap. Eit val er felles når minst tre kommunar har same behov, og når det blir betre eller billegare å planleggje saman.
    ## Bustad og arbeid
    Kommunane planlegg bustader der folk kan gå eller sykle til det daglege. Sentrum i tettstadene går framfor nye felt. Dyrka jord blir ikkje omdisponert til fritidsbustader.
    Vi vurderer nye område for fritidsbustader samla, etter same kriterium: kapasitet i vatn og avløp, avstand til leveområda til villreinen, skred- og flaumfare, tilgang på straum og nytta for lokalsamfunnet. Fortetting og bruk av det som alt er regulert, går framfor nye område.
    Kommunane legg til rette for at den som arbeider delar av veka på fritidsbustaden, kan bruke bibliotek, kontorfellesskap og andre møteplassar i tettstadene.
    Næringsareal langs E6 og jernbanen blir sett under eitt, slik at kommunane ikkje legg ut meir enn det er behov for.
    ## Råd for deltidsinnbyggjarar
    Talet på fritidsbustader i Lillehammer og Gudbrandsdalen er i stadig vekst. Dei som eig dei, bruker tenestene våre og skaper verdiar her, men har ikkje røysterett i kommunen.
    Kommunane skipar eit felles råd for deltidsinnbyggjarar innan utgangen av 2029. Rådet skal høyrast i saker om arealbruk, stiar og løyper, vatn og avløp.
    Rådet gjev råd. Det har ikkje mynde til å gjere vedtak på vegner av kommunane.
    ## Innbyggjardialog
    Kommunane utviklar saman ei plattform for dialog med innbyggjarane. Ho skal kunne brukast på mobil, på bokmål og nynorsk, og av personar som bruker hjelpemiddel.
    Den som uttaler seg, skal få vite kva som vart gjort med fråsegna. Vi spør ikkje på nytt om det vi alt veit.
    ## Handlingsrom og tradisjon
    Gudbrandsdalen har ein levande tradisjon for dugnad, allmenningar og setring. Vi byggjer på han når vi planlegg, forvaltar og yter tenester. Ein felles *gudbrandsdalspraksis* tyder at ein grunneigar, ein hytteeigar eller ein utbyggjar møter dei same krava og den same måten å bli høyrd på i alle tolv kommunane.
    ## Eit nettverk av innovative kommunar
    Kommunane skal vere eit aktivt nettverk av innovative kommunar. Det vi lærer éin stad, deler vi med dei andre. Tre råd har vist seg å halde:
    1. Vi bruker felles føremoner, kultur og historie aktivt, fordi det samlar.
    2. Vi set av ressursar til å møtast og gjennomføre, fordi det gjer det enklare å samarbeide.
    3. Vi er rause og romslege med kvarandre, fordi det både utfordrar og gjev den einskilde høve til å gje og ta.
    ## Klima og samfunnstryggleik
    Flaum og skred blir planlagde frå fjell til fjord og ikkje frå kommunegrense til kommunegrense. Kommunane langs same vassdrag bruker same kunnskapsgrunnlag.
    Vi innfører ein felles arealrekneskap, slik at kvar kommune kan sjå kva eigne planar har å seie for heilskapen.
    ! Felles val bind retninga, ikkje detaljane. Den einskilde kommunen kan gå lenger, og han kan velje ein annan veg når lokale tilhøve krev det. Då seier han kvifor i sin eigen del.
  `,
}
