// Chapter F1 of the common part: what a planning strategy is, and is not.
import { prose } from '../block.ts'

export const introduction = {
  code: 'F1',
  title: { nb: 'Innledning', nn: 'Innleiing' },
  nb: prose`
    Denne planstrategien er felles for de tolv kommunene i Gudbrandsdalen: Lillehammer, Øyer, Gausdal, Ringebu, Sør-Fron, Nord-Fron, Sel, Vågå, Lom, Skjåk, Lesja og Dovre. Den gjelder for valgperioden 2027–2031 og svarer på ett spørsmål: Hvilke planer trenger vi å lage, endre eller avslutte de neste fire årene, og hvilke av dem lager vi best sammen?
    ## Formål og hjemmel
    Plan- og bygningsloven § 10-1 sier at kommunestyret minst én gang i hver valgperiode, og senest innen ett år etter at det er konstituert, skal utarbeide og vedta en kommunal planstrategi. Kommunestyret skal der ta stilling til om gjeldende kommuneplan eller deler av den skal revideres, eller om planen skal videreføres uten endringer.
    Loven sier også at planstrategien bør omfatte en drøfting av kommunens strategiske valg for samfunnsutviklingen, med langsiktig arealbruk, miljøutfordringer, sektorenes virksomhet og en vurdering av planbehovet. Dette dokumentet følger den oppskriften, men gjør den ferdig i to ledd: en fellesdel som er lik for alle, og en kommunedel som hver kommune skriver selv.
    ## Hva planstrategien er
    - Et arbeidsprogram for planleggingen i valgperioden.
    - Et grunnlag for å bruke knappe planressurser der de gjør mest nytte.
    - En avtale mellom tolv kommuner om hva vi vil planlegge sammen, og når.
    ## Hva planstrategien ikke er
    Planstrategien er ikke en plan. Den setter ikke mål og tiltak for tjenestene, den fastsetter ikke arealbruk, og den gir ingen rettigheter eller plikter til innbyggere og grunneiere. Spørsmål om den enkelte eiendom hører hjemme i arealplanene.
    Planstrategien er heller ikke en bindende avtale om økonomi. Midler til planarbeid blir avklart i hver kommunes økonomiplan og årsbudsjett.
    ## Slik leser du dokumentet
    Fellesdelen har sju kapitler. Etter den følger én del for hver kommune, med samme inndeling i alle tolv. Det kommunestyret ditt vedtar, er fellesdelen og kommunens egen del. Hvert avsnitt har et nummer i margen, slik at det er lett å vise til det du vil si noe om.
    ! Et kommunestyre kan bare vedta planstrategi for sin egen kommune. Fellesdelen gjelder i kommunen når kommunestyret der har vedtatt den. Ingen felles møteplass kan vedta den på vegne av de tolv.
  `,
  nn: prose`
    Denne planstrategien er felles for dei tolv kommunane i Gudbrandsdalen: Lillehammer, Øyer, Gausdal, Ringebu, Sør-Fron, Nord-Fron, Sel, Vågå, Lom, Skjåk, Lesja og Dovre. Han gjeld for valperioden 2027–2031 og svarar på eitt spørsmål: Kva planar treng vi å lage, endre eller avslutte dei neste fire åra, og kva for nokre av dei lagar vi best saman?
    ## Føremål og heimel
    Plan- og bygningslova § 10-1 seier at kommunestyret minst éin gong i kvar valperiode, og seinast innan eitt år etter at det er konstituert, skal utarbeide og vedta ein kommunal planstrategi. Kommunestyret skal der ta stilling til om gjeldande kommuneplan eller delar av han skal reviderast, eller om planen skal vidareførast utan endringar.
    Lova seier òg at planstrategien bør ha med ei drøfting av dei strategiske vala kommunen gjer for samfunnsutviklinga, med langsiktig arealbruk, miljøutfordringar, verksemda i sektorane og ei vurdering av planbehovet. Dette dokumentet følgjer den oppskrifta, men gjer henne ferdig i to ledd: ein fellesdel som er lik for alle, og ein kommunedel som kvar kommune skriv sjølv.
    ## Kva planstrategien er
    - Eit arbeidsprogram for planlegginga i valperioden.
    - Eit grunnlag for å bruke knappe planressursar der dei gjer mest nytte.
    - Ein avtale mellom tolv kommunar om kva vi vil planleggje saman, og når.
    ## Kva planstrategien ikkje er
    Planstrategien er ikkje ein plan. Han set ikkje mål og tiltak for tenestene, han fastset ikkje arealbruk, og han gjev ingen rettar eller plikter til innbyggjarar og grunneigarar. Spørsmål om den einskilde eigedomen høyrer heime i arealplanane.
    Planstrategien er heller ikkje ein bindande avtale om økonomi. Midlar til planarbeid blir avklara i økonomiplanen og årsbudsjettet til kvar kommune.
    ## Slik les du dokumentet
    Fellesdelen har sju kapittel. Etter han følgjer éin del for kvar kommune, med same inndeling i alle tolv. Det kommunestyret ditt vedtek, er fellesdelen og kommunen sin eigen del. Kvart avsnitt har eit nummer i margen, slik at det er lett å vise til det du vil seie noko om.
    ! Eit kommunestyre kan berre vedta planstrategi for sin eigen kommune. Fellesdelen gjeld i kommunen når kommunestyret der har vedteke han. Ingen felles møteplass kan vedta han på vegner av dei tolv.
  `,
}
