// Chapter F3 of the common part: national expectations, the county's strategy, the UN goals and other law.
import { prose } from '../block.ts'

export const frames = {
  code: 'F3',
  title: { nb: 'Rammer', nn: 'Rammer' },
  nb: prose`
    Kommunene planlegger innenfor rammer som staten og fylkeskommunen setter. Kapitlet peker på det som betyr mest for planbehovet hos oss. Det gjengir ikke alt.
    ## Nasjonale forventninger
    Nasjonale forventninger til regional og kommunal planlegging 2023–2027 ble vedtatt 20. juni 2023. De er ordnet i fem kapitler:
    1. samordning og samarbeid i planleggingen
    2. trygge og inkluderende lokalsamfunn
    3. velferd og bærekraftig verdiskaping
    4. klima, natur og miljø for framtiden
    5. samfunnssikkerhet og beredskap
    For Gudbrandsdalen er to ting særlig viktige. Regjeringen legger økt vekt på lokalt skjønn i områder med svak befolkningsvekst, og den legger økt vekt på å ta vare på matjorda. Begge deler treffer oss: Vi skal gi rom for bosetting og næring, og vi skal gjøre det uten å bygge ned dyrka jord i dalbunnen. Forventningene gjelder til nye blir vedtatt. Kommer det nye i perioden, vurderer vi planbehovet på nytt ved midtveisjusteringen.
    ## Innlandsstrategien
    Innlandsstrategien 2024–2028 er fylkeskommunens regionale planstrategi. Den er bygd rundt fire ord: *innbyggere*, *inkludering*, *innovasjon* og *infrastruktur*. Strategien har et eget avsnitt om deltidsinnbyggere, og den peker på samarbeid framfor nye regionale planer. Vår planstrategi svarer på dette ved å gjøre deltidsinnbyggere til et felles tema og ved å planlegge sammen der det er mulig.
    ## FNs bærekraftsmål
    Bærekraftsmålene ligger til grunn for planleggingen. I planoversiktene er hver plan merket med målene den skal bidra til. Mål 3 om god helse, mål 11 om bærekraftige lokalsamfunn, mål 13 om klima, mål 15 om livet på land og mål 17 om samarbeid går igjen hos alle tolv.
    ## Andre lovkrav vi må planlegge etter
    - Folkehelseloven: oversikten over helsetilstanden skal ligge til grunn for arbeidet med planstrategien.
    - Sivilbeskyttelsesloven: helhetlig risiko- og sårbarhetsanalyse skal følges opp i planene.
    - Boligsosialloven: kommunen skal ha oversikt over behovet for ordinære og tilpassede boliger.
    - Kulturlova: kommunen skal ha oversikt over status og behov på kulturfeltet.
    - Barnevernsloven: kommunestyret selv skal vedta en plan for det forebyggende arbeidet.
    - Statlige planretningslinjer for klima og energi og for arealbruk og mobilitet.
    ## Vern og statlig forvaltning i fjellet
    Store deler av regionen er nasjonalparker, landskapsvernområder og leveområder for villrein. Regionale planer for fjellområdene avgjør mye av hva kommunene kan åpne for. Nasjonalparkstyrene og villreinnemndene må derfor være med tidlig når arealdelene blir revidert.
  `,
  nn: prose`
    Kommunane planlegg innanfor rammer som staten og fylkeskommunen set. Kapitlet peikar på det som har mest å seie for planbehovet hos oss. Det gjev ikkje att alt.
    ## Nasjonale forventningar
    Nasjonale forventningar til regional og kommunal planlegging 2023–2027 vart vedtekne 20. juni 2023. Dei er ordna i fem kapittel:
    1. samordning og samarbeid i planlegginga
    2. trygge og inkluderande lokalsamfunn
    3. velferd og berekraftig verdiskaping
    4. klima, natur og miljø for framtida
    5. samfunnstryggleik og beredskap
    For Gudbrandsdalen er to ting særleg viktige. Regjeringa legg auka vekt på lokalt skjønn i område med svak folkevekst, og ho legg auka vekt på å ta vare på matjorda. Begge delar råkar oss: Vi skal gje rom for busetjing og næring, og vi skal gjere det utan å byggje ned dyrka jord i dalbotnen. Forventningane gjeld til nye blir vedtekne. Kjem det nye i perioden, vurderer vi planbehovet på nytt ved midtvegsjusteringa.
    ## Innlandsstrategien
    Innlandsstrategien 2024–2028 er den regionale planstrategien til fylkeskommunen. Han er bygd kring fire ord: *innbyggjarar*, *inkludering*, *innovasjon* og *infrastruktur*. Strategien har eit eige avsnitt om deltidsinnbyggjarar, og han peikar på samarbeid framfor nye regionale planar. Planstrategien vår svarar på dette ved å gjere deltidsinnbyggjarar til eit felles tema og ved å planleggje saman der det er råd.
    ## Berekraftsmåla til FN
    Berekraftsmåla ligg til grunn for planlegginga. I planoversiktene er kvar plan merkt med måla han skal medverke til. Mål 3 om god helse, mål 11 om berekraftige lokalsamfunn, mål 13 om klima, mål 15 om livet på land og mål 17 om samarbeid går att hos alle tolv.
    ## Andre lovkrav vi må planleggje etter
    - Folkehelselova: oversikta over helsetilstanden skal liggje til grunn for arbeidet med planstrategien.
    - Sivilbeskyttelseslova: heilskapleg risiko- og sårbarheitsanalyse skal følgjast opp i planane.
    - Bustadsosiallova: kommunen skal ha oversikt over behovet for ordinære og tilpassa bustader.
    - Kulturlova: kommunen skal ha oversikt over status og behov på kulturfeltet.
    - Barnevernslova: kommunestyret sjølv skal vedta ein plan for det førebyggjande arbeidet.
    - Statlege planretningslinjer for klima og energi og for arealbruk og mobilitet.
    ## Vern og statleg forvalting i fjellet
    Store delar av regionen er nasjonalparkar, landskapsvernområde og leveområde for villrein. Regionale planar for fjellområda avgjer mykje av kva kommunane kan opne for. Nasjonalparkstyra og villreinnemndene må difor vere med tidleg når arealdelane blir reviderte.
  `,
}
