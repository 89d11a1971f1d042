// Submissions as people in and around the valley might write them, for the demo and for training. Invented senders;
// public bodies say what such bodies usually say. None of them is a real letter.
import { wordsOf } from './block.ts'
import { sections } from './content.ts'
import type { SenderKind, Stance } from '../../submission/input.ts'

/// A point of a sample: about a paragraph (the one that begins with `about`), about a section, or about the whole.
export type SamplePoint = {
  zone?: string
  code?: string
  about?: string
  stance: Stance
  text: string
  wording?: string
  /// What the planner might answer, for a moment when answers have come.
  answer?: { outcome: 'accepted' | 'partly' | 'rejected' | 'noted'; assessment: string }
}

export type SampleSubmission = {
  name?: string
  contact?: string
  senderKind: SenderKind
  language: 'nb' | 'nn'
  to: 'all' | string[]
  /// Days from the consultation's opening; `late` after the earliest deadline has passed.
  after: number | 'late'
  points: SamplePoint[]
}

/// The block a point is about, by the words it begins with, in the sender's language or the other. Undefined when the
/// point is about a section or the whole.
export function blockAbout(
  point: SamplePoint,
): { id: string; quote: string; language: 'nb' | 'nn' } | undefined {
  const { code, about, zone = 'joint' } = point
  if (code === undefined || about === undefined) return undefined
  const section = sections.find((one) => one.code === code && one.zone === zone)
  for (const language of ['nb', 'nn'] as const) {
    const block = section?.blocks[language]?.find((one) => wordsOf(one).startsWith(about))
    if (block?.id) return { id: block.id, quote: wordsOf(block), language }
  }
  throw new Error(`no paragraph of ${zone} ${code} begins with "${about}"`)
}

export const sampleSubmissions: SampleSubmission[] = [
  {
    name: 'Hytteeierlaget på Kvamsfjellet',
    contact: 'styret@kvamsfjellet.example',
    senderKind: 'part-time-resident',
    language: 'nb',
    to: 'all',
    after: 9,
    points: [
      {
        code: 'F5',
        about: 'Kommunene etablerer et felles råd',
        stance: 'support-with-change',
        text: 'Rådet bør også høres om kollektivtrafikk og bredbånd. Det er det vi merker mest til.',
        wording:
          'Rådet skal høres i saker om arealbruk, stier og løyper, vann og avløp, kollektivtrafikk og bredbånd.',
        answer: {
          outcome: 'accepted',
          assessment:
            'Vi er enige. Rådet skal høres i alle saker som gjelder deltidsinnbyggere, og vi nevner kollektivtrafikk og bredbånd særskilt.',
        },
      },
      {
        code: 'F4',
        about: 'Lillehammer by er porten',
        stance: 'question',
        text: 'Hvor kommer påstanden om at antallet fritidsboliger er i stadig vekst fra? Vis gjerne kilden.',
        answer: {
          outcome: 'noted',
          assessment:
            'Kilden er kunnskapsgrunnlaget som ligger ved. Vi viser til det i den endelige utgaven.',
        },
      },
    ],
  },
  {
    name: 'Norges vassdrags- og energidirektorat',
    contact: 'postmottak@nve.example',
    senderKind: 'public-body',
    language: 'nb',
    to: 'all',
    after: 21,
    points: [
      {
        code: 'F4',
        about: 'Klimaendringene gir mer intens nedbør',
        stance: 'support-with-change',
        text: 'Flomfaren i Lågen bør nevnes sammen med klimatilpasning, og det bør framgå at faresoner må ligge til grunn for arealdelene.',
        answer: {
          outcome: 'accepted',
          assessment: 'Vi presiserer at faresonene skal ligge til grunn når arealdelene revideres.',
        },
      },
      {
        code: 'F6',
        about: 'Ansvaret følger vassdraget',
        stance: 'support',
        text: 'Vi stiller gjerne i arbeidsgruppa. Felles plan for overvann bør starte i 2029 og ikke i 2030.',
        answer: {
          outcome: 'partly',
          assessment:
            'Vi tar med oss tilbudet. Oppstarten blir andre halvår 2029 på grunn av kapasitet.',
        },
      },
    ],
  },
  {
    name: 'Innlandet fylkeskommune',
    contact: 'post@innlandetfylke.example',
    senderKind: 'public-body',
    language: 'nb',
    to: 'all',
    after: 27,
    points: [
      {
        code: 'F3',
        about: 'Innlandsstrategien 2024–2028',
        stance: 'support-with-change',
        text: 'Vis tydeligere hvordan de felles planbehovene følger opp Innlandsstrategien 2024–2028.',
        answer: {
          outcome: 'partly',
          assessment:
            'Vi utdyper sammenhengen i innledningen til kapitlet om felles planbehov. En full gjennomgang plan for plan hører hjemme i kunnskapsgrunnlaget.',
        },
      },
      {
        code: 'F7',
        about: 'Planarbeid krever folk',
        stance: 'support',
        text: 'Fylkeskommunen kan bidra med veiledning og statistikk og deltar gjerne i nettverket for planleggere.',
        answer: {
          outcome: 'noted',
          assessment:
            'Vi takker for tilbudet og inviterer fylkeskommunen til nettverket for planleggere.',
        },
      },
    ],
  },
  {
    name: 'Statsforvalteren i Innlandet',
    contact: 'sfinpost@statsforvalteren.example',
    senderKind: 'public-body',
    language: 'nn',
    to: 'all',
    after: 28,
    points: [
      {
        code: 'F5',
        about: 'Kommunane planlegg bustader',
        stance: 'support',
        text: 'Det er positivt at dyrka jord ikkje skal omdisponerast til fritidsbustader. Vi minner om at jordvern også gjeld vegar og næringsareal.',
        answer: {
          outcome: 'noted',
          assessment:
            'Vi er samde. Vegar og næringsareal blir vurderte etter same omsyn i arealdelane.',
        },
      },
      {
        code: 'F3',
        about: 'Store delar av regionen',
        stance: 'support-with-change',
        text: 'Kvalitetsnorma for villrein bør nemnast, og tiltaksplanane må leggjast til grunn for arealdelane.',
        answer: {
          outcome: 'accepted',
          assessment:
            'Vi tek inn kvalitetsnorma og tiltaksplanane i avsnittet om vern og statleg forvalting.',
        },
      },
    ],
  },
  {
    name: 'Statsforvalteren i Innlandet',
    contact: 'sfinpost@statsforvalteren.example',
    senderKind: 'public-body',
    language: 'nb',
    to: ['3440'],
    after: 28,
    points: [
      {
        zone: '3440',
        code: 'K3',
        about: 'Arealdelen skal revideres delvis',
        stance: 'support-with-change',
        text: 'Vi minner om jordvern i vurderingen av arealdelen, og om at samlet arealregnskap bør foreligge før nye områder vurderes.',
        answer: {
          outcome: 'accepted',
          assessment:
            'Vi legger til at arealregnskapet skal foreligge før nye områder blir vurdert.',
        },
      },
    ],
  },
  {
    senderKind: 'resident',
    language: 'nb',
    to: ['3440'],
    after: 14,
    points: [
      {
        zone: '3440',
        code: 'K3',
        about: 'Arealdelen skal revideres delvis',
        stance: 'against',
        text: 'Arealdelen må revideres før det bygges mer i Hafjell. Det er ikke nok å gjøre det delvis.',
        answer: {
          outcome: 'rejected',
          assessment:
            'Delrevisjonen omfatter Hafjell. En full revisjon ville forsinket nettopp den avklaringen innbyggeren ønsker.',
        },
      },
    ],
  },
  {
    name: 'Kari Bakkehaug',
    contact: 'kari.bakkehaug@example.org',
    senderKind: 'resident',
    language: 'nb',
    to: ['3438'],
    after: 6,
    points: [
      {
        zone: '3438',
        code: 'K1',
        about: 'E6 går gjennom Hundorp',
        stance: 'support',
        text: 'Jeg har to barn som krysser veien hver dag. Fint at dette endelig står på trykk. Når skjer det noe?',
        answer: {
          outcome: 'noted',
          assessment:
            'Trygge kryssinger følges opp i dialogen med vegvesenet. Planstrategien setter ikke av midler til tiltaket.',
        },
      },
    ],
  },
  {
    name: 'Lom ungdomsråd',
    contact: 'ungdomsradet@lom.example',
    senderKind: 'organisation',
    language: 'nn',
    to: ['3434'],
    after: 18,
    points: [
      {
        zone: '3434',
        code: 'K1',
        about: 'Sesongtilsette treng',
        stance: 'support-with-change',
        text: 'Vi som er unge her treng òg ein stad å bu. Skriv «sesongtilsette og ungdom i etableringsfasen».',
        wording: 'Sesongtilsette og ungdom i etableringsfasen treng ein stad å bu.',
        answer: {
          outcome: 'accepted',
          assessment: 'Godt innspel. Teksten blir endra slik rådet føreslår.',
        },
      },
      {
        code: 'F5',
        about: 'Kommunane utviklar saman ei plattform',
        stance: 'support-with-change',
        text: 'Dialogen må fungere for dei under 16 år også. Ikkje alle har BankID.',
        answer: {
          outcome: 'accepted',
          assessment: 'Plattforma skal kunne brukast utan innlogging.',
        },
      },
    ],
  },
  {
    name: 'Skjåk grunneigarlag',
    contact: 'grunneigarlaget@skjak.example',
    senderKind: 'landowner',
    language: 'nn',
    to: ['3433'],
    after: 20,
    points: [
      {
        zone: '3433',
        code: 'K3',
        about: 'Arealdelen skal reviderast delvis',
        stance: 'support-with-change',
        text: 'Grunneigarane må få sjå karta før dei går ut på høyring. Sist fekk vi dei samstundes med alle andre.',
        answer: {
          outcome: 'accepted',
          assessment:
            'Grunneigarlaga blir inviterte ved oppstart, slik det går fram av framlegget til vedtak.',
        },
      },
      {
        code: 'F5',
        about: 'Vi vurderer nye område for fritidsbustader',
        stance: 'against',
        text: 'Felles kriterium passar ikkje like godt alle stader. Ved Grotli er det andre tilhøve enn i Hafjell.',
        answer: {
          outcome: 'partly',
          assessment:
            'Kriteria er like, men vektinga kan vere ulik. Det siste avsnittet i kapitlet seier at ein kommune kan velje annleis og grunngje det.',
        },
      },
    ],
  },
  {
    name: 'Øystre Slidre kommune',
    contact: 'post@oystre-slidre.example',
    senderKind: 'public-body',
    language: 'nn',
    to: ['3441', '3436', '3435'],
    after: 24,
    points: [
      {
        stance: 'support',
        text: 'Vi har ingen merknader til dokumentet, men ber om å bli tekne med når fjellområda mot Valdres skal planleggjast.',
        answer: {
          outcome: 'noted',
          assessment: 'Nabokommunane blir inviterte ved oppstart av planarbeidet i fjellområda.',
        },
      },
    ],
  },
  {
    name: 'Folldal kommune',
    contact: 'postmottak@folldal.example',
    senderKind: 'public-body',
    language: 'nb',
    to: ['3438', '3437', '3431'],
    after: 12,
    points: [
      {
        stance: 'none',
        text: 'Vi har ingen merknader.',
        answer: { outcome: 'noted', assessment: 'Tas til orientering.' },
      },
    ],
  },
  {
    name: 'Dovrefjell Natursafari AS',
    contact: 'post@natursafari.example',
    senderKind: 'business',
    language: 'nb',
    to: ['3431'],
    after: 16,
    points: [
      {
        zone: '3431',
        code: 'K4',
        about: 'Besøksstrategi for Dovrefjell',
        stance: 'support-with-change',
        text: 'Bedriftene som lever av moskus og villrein må være med når besøksstrategien lages, ikke bare høres etterpå.',
        answer: {
          outcome: 'accepted',
          assessment: 'Bedriftene blir med i arbeidsgruppa for besøksstrategien.',
        },
      },
    ],
  },
  {
    name: 'Bjorli velforeining',
    contact: 'styret@bjorlivel.example',
    senderKind: 'organisation',
    language: 'nn',
    to: ['3432'],
    after: 22,
    points: [
      {
        zone: '3432',
        code: 'K3',
        about: 'Arealdelen skal reviderast heilt',
        stance: 'support',
        text: 'Bra at Bjorli er hovudtema. Sjå helst på trafikken på E136 i same slengen.',
        answer: {
          outcome: 'partly',
          assessment:
            'Trafikken blir med som tema i planprogrammet. Sjølve vegen er staten sitt ansvar.',
        },
      },
    ],
  },
  {
    name: 'Lillehammer og omegn naturlag',
    contact: 'naturlaget@example.org',
    senderKind: 'organisation',
    language: 'nb',
    to: ['3405', '3440', '3441'],
    after: 25,
    points: [
      {
        code: 'F5',
        about: 'Vi innfører et felles arealregnskap',
        stance: 'support',
        text: 'Arealregnskapet bør være åpent, slik at hvem som helst kan se det.',
        answer: {
          outcome: 'accepted',
          assessment: 'Arealregnskapet blir publisert åpent.',
        },
      },
      {
        zone: '3405',
        code: 'K3',
        about: 'Arealdelen skal revideres delvis',
        stance: 'against',
        text: 'Nye fritidsboliger ved Nordseter bør ikke vurderes i det hele tatt.',
        answer: {
          outcome: 'partly',
          assessment:
            'Området blir vurdert etter de felles kriteriene. Det kan bety at det ikke blir tatt inn.',
        },
      },
    ],
  },
  {
    name: 'Øyer ungdomsråd',
    contact: 'ungdomsradet@oyer.example',
    senderKind: 'organisation',
    language: 'nb',
    to: ['3440'],
    after: 'late',
    points: [
      {
        code: 'F5',
        about: 'Den som uttaler seg, skal få vite',
        stance: 'support-with-change',
        text: 'Vi rakk ikke fristen fordi møtet vårt ble flyttet. Svarene må skrives slik at også vi under 16 forstår dem.',
        answer: {
          outcome: 'accepted',
          assessment:
            'Uttalelsen kom for sent, men før vedtaket, og er vurdert. Svarene skal skrives i klart språk.',
        },
      },
    ],
  },
  {
    name: 'Per Sandbu',
    contact: 'per.sandbu@example.org',
    senderKind: 'part-time-resident',
    language: 'nb',
    to: ['3439'],
    after: 3,
    points: [
      {
        zone: '3439',
        code: 'K1',
        about: 'Kvitfjell har internasjonale renn',
        stance: 'question',
        text: 'Blir det vann og avløp til de eldste hyttene, eller bare til de nye?',
        answer: {
          outcome: 'noted',
          assessment:
            'Spørsmålet blir besvart i hovedplanen for vann og avløp, som starter høsten 2029.',
        },
      },
    ],
  },
]
