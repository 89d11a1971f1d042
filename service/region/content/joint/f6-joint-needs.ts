// Chapter F6 of the common part: the reasons behind the joint planning needs. The rows themselves are data.
import { prose } from '../block.ts'

export const jointNeeds = {
  code: 'F6',
  title: { nb: 'Felles planbehov', nn: 'Felles planbehov' },
  nb: prose`
    Kapitlet grunngir de planene og utredningene kommunene vil lage sammen. Selve oversikten, med oppstart, ferdigstilling og ansvar, står i tabellen etter teksten. En plan som er felles, blir likevel vedtatt av hvert enkelt kommunestyre.
    ## Slik har vi valgt
    Vi har stilt tre spørsmål til hver plan: Er behovet det samme i minst tre kommuner? Blir planen bedre eller billigere sammen? Har noen tid til å lede arbeidet? Bare planer som får ja på alle tre, står i den felles oversikten.
    ## Felles utredning om deltidsinnbyggere
    Utredningen skal gi et felles kunnskapsgrunnlag om hvordan fritidsboligene blir brukt, hvilke tjenester som trengs, og hvordan verdiskapingen kan bli større lokalt. Den bygger videre på rapporten *Fritidsboliger og lokal verdiskaping* fra 2017 og blir laget i samarbeid med Universitetet i Innlandet. Den er grunnlaget for mandatet til det felles rådet.
    ## Interkommunal plan for flom og skred langs Lågen og Otta
    Ansvaret følger vassdraget. Planen skal gi ett sett av hensynssoner og ett sett av anbefalte tiltak, som kommunene deretter tar inn i arealdelene sine. NVE blir invitert til å være med fra starten.
    ## Felles arealregnskap og kriterier for fritidsboliger
    Arealregnskapet skal være klart før de fleste kommunene starter revisjon av arealdelen. Da kan sju kommuner bruke det samme grunnlaget i stedet for å bestille det hver for seg.
    ## Felles klima- og energiplan
    Kommunene har ulik størrelse, men kildene til utslipp er de samme: transport, landbruk og bygg. En felles plan med egne tiltak for hver kommune erstatter eldre planer etter hvert som de går ut.
    ## Helhetlig risiko- og sårbarhetsanalyse
    Gausdal, Lillehammer og Øyer har erfaring med felles analyse. Vi bygger ut samarbeidet slik at hver av de tre delregionene lager én analyse med lokale tillegg.
    ## Plattform for innbyggerdialog
    Utredningen skal vise hva som finnes, hva det koster, og hvordan innbyggere som sjelden blir hørt, kan nås.
    ! Planlagte oppstarter i første halvår 2029 hoper seg opp. Prosjektgruppa foreslår derfor en felles bestilling av kunnskapsgrunnlag for arealdelene høsten 2028.
  `,
  nn: prose`
    Kapitlet grunngjev dei planane og utgreiingane kommunane vil lage saman. Sjølve oversikta, med oppstart, ferdigstilling og ansvar, står i tabellen etter teksten. Ein plan som er felles, blir likevel vedteken av kvart einskilt kommunestyre.
    ## Slik har vi valt
    Vi har stilt tre spørsmål til kvar plan: Er behovet det same i minst tre kommunar? Blir planen betre eller billegare saman? Har nokon tid til å leie arbeidet? Berre planar som får ja på alle tre, står i den felles oversikta.
    ## Felles utgreiing om deltidsinnbyggjarar
    Utgreiinga skal gje eit felles kunnskapsgrunnlag om korleis fritidsbustadene blir brukte, kva tenester som trengst, og korleis verdiskapinga kan bli større lokalt. Ho byggjer vidare på rapporten *Fritidsboliger og lokal verdiskaping* frå 2017 og blir laga i samarbeid med Universitetet i Innlandet. Ho er grunnlaget for mandatet til det felles rådet.
    ## Interkommunal plan for flaum og skred langs Lågen og Otta
    Ansvaret følgjer vassdraget. Planen skal gje eitt sett av omsynssoner og eitt sett av tilrådde tiltak, som kommunane deretter tek inn i arealdelane sine. NVE blir invitert til å vere med frå starten.
    ## Felles arealrekneskap og kriterium for fritidsbustader
    Arealrekneskapen skal vere klar før dei fleste kommunane startar revisjon av arealdelen. Då kan sju kommunar bruke det same grunnlaget i staden for å tinge det kvar for seg.
    ## Felles klima- og energiplan
    Kommunane har ulik storleik, men kjeldene til utslepp er dei same: transport, landbruk og bygg. Ein felles plan med eigne tiltak for kvar kommune erstattar eldre planar etter kvart som dei går ut.
    ## Heilskapleg risiko- og sårbarheitsanalyse
    Gausdal, Lillehammer og Øyer har erfaring med felles analyse. Vi byggjer ut samarbeidet slik at kvar av dei tre delregionane lagar éin analyse med lokale tillegg.
    ## Plattform for innbyggjardialog
    Utgreiinga skal vise kva som finst, kva det kostar, og korleis innbyggjarar som sjeldan blir høyrde, kan nåast.
    ! Planlagde oppstartar i første halvår 2029 hopar seg opp. Prosjektgruppa gjer difor framlegg om ei felles tinging av kunnskapsgrunnlag for arealdelane hausten 2028.
  `,
}
