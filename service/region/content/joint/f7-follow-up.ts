// Chapter F7 of the common part: who follows up, when, and how it is reported.
import { prose } from '../block.ts'

export const followUp = {
  code: 'F7',
  title: { nb: 'Felles oppfølging', nn: 'Felles oppfølging' },
  nb: prose`
    En planstrategi er verdt det den blir brukt til. Kapitlet sier hvem som følger opp hva, og når.
    ## Ansvar
    - **Kommunestyret** følger opp kommunens egen del og tar stilling til endringer i den.
    - **Kommunedirektøren** melder status for planarbeidet i kommunen én gang i året, sammen med handlings- og økonomiplanen.
    - **Prosjektgruppa** fortsetter som nettverk for planleggere. Den møtes minst fire ganger i året, følger de felles planene og hjelper de minste kommunene med kapasitet.
    - **Koordinatoren** holder den felles oversikten ved like og legger fram en samlet status.
    - **Gudbrandsdalstinget** drøfter status på det brede møtet hvert år og tilrår endringer i de felles prioriteringene.
    ## Årshjul
    1. *Januar*: Koordinatoren henter inn status for planene i den felles oversikten.
    2. *Mars*: Prosjektgruppa vurderer om framdriften holder, og hvem som kan avlaste hvem.
    3. *April*: Ordførermøtet drøfter avvik og nye behov.
    4. *Oktober*: Gudbrandsdalstinget får samlet status.
    5. *Desember*: Kommunestyrene prioriterer planressurser i økonomiplanen.
    ## Midtveisjustering
    Våren 2030 gjør kommunene en felles gjennomgang: Hvilke planer er i rute, hvilke bør utsettes, og hva har kommet til? En endring i fellesdelen krever nytt vedtak i hvert kommunestyre den skal gjelde for. En endring i kommunedelen er kommunens egen sak.
    ## Når en kommune velger annerledes
    Et kommunestyre kan vedta planstrategien med endringer. Gjelder endringen fellesdelen, blir den vist åpent sammen med den felles teksten, slik at alle kan se hvor kommunene står likt, og hvor de ikke gjør det. Koordinatoren tar saken opp med styringsgruppa, som tilrår om de andre bør følge etter.
    ## Planressurser
    Planarbeid krever folk. Lom og Skjåk har ett felles plankontor. Erfaringene derfra er gode, og flere kommuner vil vurdere å dele stillinger innen plan, geodata og byggesak. Prosjektgruppa legger fram en samlet vurdering av planressursene innen utgangen av 2028.
    ! Vi måler oss ikke på antall planer, men på om de planene vi har, er i bruk.
  `,
  nn: prose`
    Ein planstrategi er verd det han blir brukt til. Kapitlet seier kven som følgjer opp kva, og når.
    ## Ansvar
    - **Kommunestyret** følgjer opp kommunen sin eigen del og tek stilling til endringar i han.
    - **Kommunedirektøren** melder status for planarbeidet i kommunen éin gong i året, saman med handlings- og økonomiplanen.
    - **Prosjektgruppa** held fram som nettverk for planleggjarar. Ho møtest minst fire gonger i året, følgjer dei felles planane og hjelper dei minste kommunane med kapasitet.
    - **Koordinatoren** held den felles oversikta ved like og legg fram ein samla status.
    - **Gudbrandsdalstinget** drøftar status på det breie møtet kvart år og tilrår endringar i dei felles prioriteringane.
    ## Årshjul
    1. *Januar*: Koordinatoren hentar inn status for planane i den felles oversikta.
    2. *Mars*: Prosjektgruppa vurderer om framdrifta held, og kven som kan avlaste kven.
    3. *April*: Ordførarmøtet drøftar avvik og nye behov.
    4. *Oktober*: Gudbrandsdalstinget får samla status.
    5. *Desember*: Kommunestyra prioriterer planressursar i økonomiplanen.
    ## Midtvegsjustering
    Våren 2030 gjer kommunane ein felles gjennomgang: Kva planar er i rute, kva for nokre bør utsetjast, og kva har kome til? Ei endring i fellesdelen krev nytt vedtak i kvart kommunestyre ho skal gjelde for. Ei endring i kommunedelen er kommunen si eiga sak.
    ## Når ein kommune vel annleis
    Eit kommunestyre kan vedta planstrategien med endringar. Gjeld endringa fellesdelen, blir ho vist ope saman med den felles teksten, slik at alle kan sjå kvar kommunane står likt, og kvar dei ikkje gjer det. Koordinatoren tek saka opp med styringsgruppa, som tilrår om dei andre bør følgje etter.
    ## Planressursar
    Planarbeid krev folk. Lom og Skjåk har eitt felles plankontor. Erfaringane derifrå er gode, og fleire kommunar vil vurdere å dele stillingar innan plan, geodata og byggjesak. Prosjektgruppa legg fram ei samla vurdering av planressursane innan utgangen av 2028.
    ! Vi måler oss ikkje på talet på planar, men på om dei planane vi har, er i bruk.
  `,
}
