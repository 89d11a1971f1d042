// The face of every refusal: HTTP status, and title and detail in three languages. One exhaustive table: a refusal
// without a face does not compile.
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Words } from '../workflows/lang.ts'
import type { Refusal } from './refusal.ts'

export type Face = { status: ContentfulStatusCode; title: Words; detail: Words }

export const faces = {
  'not-json': {
    status: 400,
    title: {
      nb: 'Innholdet er ikke gyldig JSON',
      nn: 'Innhaldet er ikkje gyldig JSON',
      en: 'The body is not valid JSON',
    },
    detail: {
      nb: 'Send ett JSON-objekt i UTF-8.',
      nn: 'Send eitt JSON-objekt i UTF-8.',
      en: 'Send one JSON object in UTF-8.',
    },
  },
  'input-invalid': {
    status: 400,
    title: {
      nb: 'Et felt mangler eller har feil form',
      nn: 'Eit felt manglar eller har feil form',
      en: 'A field is missing or has the wrong shape',
    },
    detail: {
      nb: 'Rett feltet som er nevnt, og send på nytt.',
      nn: 'Rett feltet som er nemnt, og send på nytt.',
      en: 'Correct the field named and send again.',
    },
  },
  'unknown-field': {
    status: 400,
    title: { nb: 'Ukjent felt', nn: 'Ukjent felt', en: 'Unknown field' },
    detail: {
      nb: 'Feltet hører ikke til denne registreringen. Ingenting er lagret.',
      nn: 'Feltet høyrer ikkje til denne registreringa. Ingenting er lagra.',
      en: 'The field does not belong to this act. Nothing was stored.',
    },
  },
  'no-such-date': {
    status: 400,
    title: { nb: 'Datoen finnes ikke', nn: 'Datoen finst ikkje', en: 'No such date' },
    detail: {
      nb: 'Skriv datoen som år-måned-dag, for eksempel 2028-02-29.',
      nn: 'Skriv datoen som år-månad-dag, til dømes 2028-02-29.',
      en: 'Write the date as year-month-day, for example 2028-02-29.',
    },
  },
  'event-unknown': {
    status: 400,
    title: { nb: 'Ukjent handling', nn: 'Ukjend handling', en: 'Unknown event' },
    detail: {
      nb: 'Denne saken har ingen handling med det navnet.',
      nn: 'Denne saka har inga handling med det namnet.',
      en: 'This process has no event of that name.',
    },
  },
  'event-internal': {
    status: 400,
    title: {
      nb: 'Handlingen tilhører systemet',
      nn: 'Handlinga høyrer til systemet',
      en: 'The event belongs to the system',
    },
    detail: {
      nb: 'Systemet registrerer dette selv når tiden er inne. Det kan ikke sendes inn.',
      nn: 'Systemet registrerer dette sjølv når tida er inne. Det kan ikkje sendast inn.',
      en: 'The system records this itself when its time comes. It cannot be sent.',
    },
  },
  'key-missing': {
    status: 400,
    title: {
      nb: 'Idempotency-Key mangler',
      nn: 'Idempotency-Key manglar',
      en: 'Idempotency-Key is missing',
    },
    detail: {
      nb: 'Send hodet Idempotency-Key med en ny verdi for hver handling.',
      nn: 'Send hovudet Idempotency-Key med ein ny verdi for kvar handling.',
      en: 'Send the header Idempotency-Key with a new value for each act.',
    },
  },
  'key-malformed': {
    status: 400,
    title: {
      nb: 'Idempotency-Key har feil form',
      nn: 'Idempotency-Key har feil form',
      en: 'Idempotency-Key has the wrong shape',
    },
    detail: {
      nb: 'Bruk 1 til 200 synlige ASCII-tegn.',
      nn: 'Bruk 1 til 200 synlege ASCII-teikn.',
      en: 'Use 1 to 200 visible ASCII characters.',
    },
  },
  'signed-out': {
    status: 401,
    title: {
      nb: 'Du er ikke logget inn',
      nn: 'Du er ikkje logga inn',
      en: 'You are not signed in',
    },
    detail: {
      nb: 'Logg inn og prøv igjen.',
      nn: 'Logg inn og prøv igjen.',
      en: 'Sign in and try again.',
    },
  },
  forbidden: {
    status: 403,
    title: {
      nb: 'Rollen din kan ikke gjøre dette',
      nn: 'Rolla di kan ikkje gjere dette',
      en: 'Your role may not do this',
    },
    detail: {
      nb: 'Handlingen tilhører en annen rolle eller en annen kommune.',
      nn: 'Handlinga høyrer til ei anna rolle eller ein annan kommune.',
      en: 'The act belongs to another role or another municipality.',
    },
  },
  'override-not-yours': {
    status: 403,
    title: {
      nb: 'Du kan ikke fravike denne regelen',
      nn: 'Du kan ikkje fråvike denne regelen',
      en: 'You may not override this rule',
    },
    detail: {
      nb: 'Bare den som svarer for handlingen, kan fravike regelen med en grunn.',
      nn: 'Berre den som svarer for handlinga, kan fråvike regelen med ein grunn.',
      en: 'Only the one who answers for the act may override the rule, with a reason.',
    },
  },
  'self-given': {
    status: 403,
    title: {
      nb: 'Ingen gir seg selv en rolle',
      nn: 'Ingen gjev seg sjølv ei rolle',
      en: 'Nobody gives themselves a role',
    },
    detail: {
      nb: 'Be en annen som kan gi rollen: kommunedirektøren i kommunen, eller en annen koordinator.',
      nn: 'Be ein annan som kan gje rolla: kommunedirektøren i kommunen, eller ein annan koordinator.',
      en: 'Ask somebody else who may give it: the chief executive of the municipality, or another coordinator.',
    },
  },
  'foreign-origin': {
    status: 403,
    title: {
      nb: 'Forespørselen kom fra et annet nettsted',
      nn: 'Førespurnaden kom frå ein annan nettstad',
      en: 'The request came from another site',
    },
    detail: {
      nb: 'Åpne siden her og prøv igjen.',
      nn: 'Opne sida her og prøv igjen.',
      en: 'Open the page here and try again.',
    },
  },
  'unknown-host': {
    status: 403,
    title: {
      nb: 'Adressen tilhører ikke denne tjenesten',
      nn: 'Adressa høyrer ikkje til denne tenesta',
      en: 'The address does not belong to this service',
    },
    detail: {
      nb: 'Bruk adressen tjenesten er satt opp med.',
      nn: 'Bruk adressa tenesta er sett opp med.',
      en: 'Use the address the service was set up with.',
    },
  },
  'not-found': {
    status: 404,
    title: { nb: 'Finnes ikke', nn: 'Finst ikkje', en: 'Not found' },
    detail: {
      nb: 'Adressen finnes ikke, eller innholdet er ikke synlig for deg.',
      nn: 'Adressa finst ikkje, eller innhaldet er ikkje synleg for deg.',
      en: 'The address does not exist, or its content is not visible to you.',
    },
  },
  'method-not-allowed': {
    status: 405,
    title: {
      nb: 'Adressen tar ikke imot dette',
      nn: 'Adressa tek ikkje imot dette',
      en: 'Method not allowed',
    },
    detail: {
      nb: 'Bruk en annen HTTP-metode for denne adressen.',
      nn: 'Bruk ein annan HTTP-metode for denne adressa.',
      en: 'Use another HTTP method for this address.',
    },
  },
  'not-in-this-state': {
    status: 409,
    title: {
      nb: 'Dette kan ikke gjøres nå',
      nn: 'Dette kan ikkje gjerast no',
      en: 'This cannot be done now',
    },
    detail: {
      nb: 'Saken står et annet sted i løpet. Se hva som er gjort, og hva som er neste steg.',
      nn: 'Saka står ein annan stad i løpet. Sjå kva som er gjort, og kva som er neste steg.',
      en: 'The case stands at another step. See what has been done and what comes next.',
    },
  },
  stale: {
    status: 409,
    title: {
      nb: 'Noen andre har endret saken',
      nn: 'Nokon andre har endra saka',
      en: 'Somebody else has changed the case',
    },
    detail: {
      nb: 'Se hva som er nytt, og send på nytt hvis det fortsatt er riktig.',
      nn: 'Sjå kva som er nytt, og send på nytt om det framleis er rett.',
      en: 'See what is new, and send again if it still holds.',
    },
  },
  conflict: {
    status: 409,
    title: {
      nb: 'Noen andre har lagret i mellomtiden',
      nn: 'Nokon andre har lagra i mellomtida',
      en: 'Somebody else saved in the meantime',
    },
    detail: {
      nb: 'Hent det som er lagret, og legg inn endringen din der.',
      nn: 'Hent det som er lagra, og legg inn endringa di der.',
      en: 'Fetch what is stored and make your change there.',
    },
  },
  'key-in-flight': {
    status: 409,
    title: {
      nb: 'Den samme handlingen behandles allerede',
      nn: 'Den same handlinga blir alt behandla',
      en: 'The same act is already being carried out',
    },
    detail: {
      nb: 'Vent litt og send den samme nøkkelen igjen, så får du svaret.',
      nn: 'Vent litt og send den same nøkkelen igjen, så får du svaret.',
      en: 'Wait a moment and send the same key again to get the answer.',
    },
  },
  'text-moved': {
    status: 409,
    title: {
      nb: 'Teksten ble endret mens den ble låst',
      nn: 'Teksten vart endra medan han vart låst',
      en: 'The text changed while it was being frozen',
    },
    detail: {
      nb: 'Ingenting er låst. Prøv igjen.',
      nn: 'Ingenting er låst. Prøv igjen.',
      en: 'Nothing was frozen. Try again.',
    },
  },
  'too-large': {
    status: 413,
    title: { nb: 'For stort', nn: 'For stort', en: 'Too large' },
    detail: {
      nb: 'Innholdet er større enn tjenesten tar imot.',
      nn: 'Innhaldet er større enn tenesta tek imot.',
      en: 'The content is larger than the service accepts.',
    },
  },
  'image-bytes': {
    status: 413,
    title: {
      nb: 'Bildet er for stort',
      nn: 'Biletet er for stort',
      en: 'The picture is too large',
    },
    detail: {
      nb: 'Bildefilen er større enn 20 MB. Lagre den i et mindre format og prøv igjen.',
      nn: 'Biletfila er større enn 20 MB. Lagre ho i eit mindre format og prøv igjen.',
      en: 'The picture file is larger than 20 MB. Save it smaller and try again.',
    },
  },
  'image-pixels': {
    status: 413,
    title: {
      nb: 'Bildet er for stort',
      nn: 'Biletet er for stort',
      en: 'The picture is too large',
    },
    detail: {
      nb: 'Bildet har mer enn 50 millioner bildepunkter. Gjør det mindre (2400 punkter bredt er nok) og prøv igjen.',
      nn: 'Biletet har meir enn 50 millionar biletpunkt. Gjer det mindre (2400 punkt breitt er nok) og prøv igjen.',
      en: 'The picture has more than 50 million pixels. Make it smaller (2,400 pixels wide is enough) and try again.',
    },
  },
  'image-kind': {
    status: 422,
    title: {
      nb: 'Filen er ikke et bilde vi tar imot',
      nn: 'Fila er ikkje eit bilete vi tek imot',
      en: 'The file is not a picture we take',
    },
    detail: {
      nb: 'Bruk PNG, JPEG, WebP eller GIF. Tegninger som SVG må først lagres som PNG.',
      nn: 'Bruk PNG, JPEG, WebP eller GIF. Teikningar som SVG må først lagrast som PNG.',
      en: 'Use PNG, JPEG, WebP or GIF. Drawings such as SVG must first be saved as PNG.',
    },
  },
  'image-broken': {
    status: 422,
    title: {
      nb: 'Bildet kan ikke åpnes',
      nn: 'Biletet kan ikkje opnast',
      en: 'The picture cannot be opened',
    },
    detail: {
      nb: 'Filen er skadet eller ikke hel. Lagre bildet på nytt og prøv igjen.',
      nn: 'Fila er skadd eller ikkje heil. Lagre biletet på nytt og prøv igjen.',
      en: 'The file is damaged or not whole. Save the picture again and try once more.',
    },
  },
  'unsupported-type': {
    status: 415,
    title: {
      nb: 'Innholdstypen støttes ikke',
      nn: 'Innhaldstypen er ikkje støtta',
      en: 'Unsupported content type',
    },
    detail: {
      nb: 'Send application/json.',
      nn: 'Send application/json.',
      en: 'Send application/json.',
    },
  },
  'findings-refuse': {
    status: 422,
    title: {
      nb: 'Dette kan ikke registreres slik',
      nn: 'Dette kan ikkje registrerast slik',
      en: 'This cannot be recorded as it stands',
    },
    detail: {
      nb: 'Grunnene står under, med nærmeste vei ut der det finnes en.',
      nn: 'Grunnane står under, med næraste veg ut der det finst ein.',
      en: 'The reasons follow, with the nearest way out where there is one.',
    },
  },
  'override-without-reason': {
    status: 422,
    title: {
      nb: 'Grunnen til å fravike regelen mangler',
      nn: 'Grunnen til å fråvike regelen manglar',
      en: 'The reason for overriding is missing',
    },
    detail: {
      nb: 'Skriv hvorfor regelen fravikes. Grunnen blir stående i journalen.',
      nn: 'Skriv kvifor regelen blir fråvike. Grunnen blir ståande i journalen.',
      en: 'Write why the rule is overridden. The reason stays in the journal.',
    },
  },
  'personal-number': {
    status: 422,
    title: {
      nb: 'Teksten inneholder et fødselsnummer',
      nn: 'Teksten inneheld eit fødselsnummer',
      en: 'The text holds a national identity number',
    },
    detail: {
      nb: 'Ta bort fødselsnummeret. Det du skriver, blir offentlig. Ingenting er lagret.',
      nn: 'Ta bort fødselsnummeret. Det du skriv, blir offentleg. Ingenting er lagra.',
      en: 'Take the number out. What you write becomes public. Nothing was stored.',
    },
  },
  'no-mandate': {
    status: 422,
    title: {
      nb: 'Ingen har mandat til å klarere nå',
      nn: 'Ingen har mandat til å klarere no',
      en: 'Nobody has a mandate to clear now',
    },
    detail: {
      nb: 'Ordføreren eller kommunedirektøren registrerer et mandat med en dato det gjelder til.',
      nn: 'Ordføraren eller kommunedirektøren registrerer eit mandat med ein dato det gjeld til.',
      en: 'The mayor or the chief executive records a mandate and the day it runs until.',
    },
  },
  'key-reused': {
    status: 422,
    title: {
      nb: 'Nøkkelen er brukt til noe annet',
      nn: 'Nøkkelen er brukt til noko anna',
      en: 'The key was used for something else',
    },
    detail: {
      nb: 'Bruk en ny Idempotency-Key for en ny handling.',
      nn: 'Bruk ein ny Idempotency-Key for ei ny handling.',
      en: 'Use a new Idempotency-Key for a new act.',
    },
  },
  'too-many': {
    status: 429,
    title: { nb: 'For mange forespørsler', nn: 'For mange førespurnader', en: 'Too many requests' },
    detail: {
      nb: 'Vent litt og prøv igjen.',
      nn: 'Vent litt og prøv igjen.',
      en: 'Wait a moment and try again.',
    },
  },
  internal: {
    status: 500,
    title: {
      nb: 'Noe gikk galt hos oss',
      nn: 'Noko gjekk gale hos oss',
      en: 'Something went wrong on our side',
    },
    detail: {
      nb: 'Ingenting er lagret. Feilen er skrevet i tjenestens logg.',
      nn: 'Ingenting er lagra. Feilen er skriven i loggen til tenesta.',
      en: 'Nothing was stored. The error is in the service’s log.',
    },
  },
  unavailable: {
    status: 503,
    title: {
      nb: 'Databasen svarer ikke nå',
      nn: 'Databasen svarer ikkje no',
      en: 'The database does not answer now',
    },
    detail: {
      nb: 'Det som alt er lagret, er trygt. Prøv igjen om litt.',
      nn: 'Det som alt er lagra, er trygt. Prøv igjen om litt.',
      en: 'What was stored is safe. Try again shortly.',
    },
  },
  'not-printable': {
    status: 422,
    title: {
      nb: 'Fila ble ikke laget',
      nn: 'Fila vart ikkje laga',
      en: 'The file was not made',
    },
    detail: {
      nb: 'Dokumentet ble for stort eller for innviklet for denne filtypen. Teksten er urørt. Hent det som en annen filtype, eller ett kapittel om gangen.',
      nn: 'Dokumentet vart for stort eller for innvikla for denne filtypen. Teksten er urørt. Hent det som ein annan filtype, eller eitt kapittel om gongen.',
      en: 'The document was too large or too intricate for this kind of file. The text is untouched. Fetch it as another kind, or one chapter at a time.',
    },
  },
  'disk-full': {
    status: 507,
    title: { nb: 'Disken er full', nn: 'Disken er full', en: 'The disk is full' },
    detail: {
      nb: 'Dette ble ikke lagret. Det som var lagret fra før, er trygt.',
      nn: 'Dette vart ikkje lagra. Det som var lagra frå før, er trygt.',
      en: 'This was not stored. What was stored before is safe.',
    },
  },
} as const satisfies Record<Refusal, Face>
