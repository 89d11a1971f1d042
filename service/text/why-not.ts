// Why a text cannot be written now, in words: since when, by whom, until what. The same words stand on the page, in the
// open editor when a text is frozen under it, and at a refused act.
import type { Lang } from '../../workflows/lang.ts'
import type { WhyNotWrite } from '../../workflows/rights.ts'
import { clockText, dateText } from '../pages/dates.ts'
import { words } from '../pages/words.ts'

export type LastFreeze = {
  /// The version as people call it: `Høringsutkast`.
  name: string
  /// Day it counts from, and the instant it was registered.
  on: string
  at: string
  by: string | undefined
}

export type WhyNot = { heading: string; reasons: string[] }

export type WhyNotQuestion = {
  why: WhyNotWrite
  zone: string
  /// Name of the municipality the text belongs to.
  owner: string
  /// The bare state of the part.
  state: string
  freeze: LastFreeze | undefined
}

export function whyNotWrite(question: WhyNotQuestion, lang: Lang): WhyNot {
  const t = words(lang)
  const heading = t(
    'Du kan lese, men ikke skrive her nå',
    'Du kan lese, men ikkje skrive her no',
    'You can read, but not write here now',
  )
  const { why, zone, owner, freeze } = question
  if (why === 'no-role') {
    const who =
      zone === 'joint'
        ? t(
            'Fellesdelen skrives av koordinatoren og planleggerne i kommunene.',
            'Fellesdelen blir skriven av koordinatoren og planleggjarane i kommunane.',
            'The joint part is written by the coordinator and the municipalities’ planners.',
          )
        : t(
            `Denne delen skrives av planleggerne i ${owner}.`,
            `Denne delen blir skriven av planleggjarane i ${owner}.`,
            `This part is written by the planners of ${owner}.`,
          )
    return { heading, reasons: [who] }
  }
  if (why === 'not-yours') {
    return {
      heading,
      reasons: [
        t(
          `Dette er ${owner} sin del. Bare planleggerne der kan skrive i den.`,
          `Dette er ${owner} sin del. Berre planleggjarane der kan skrive i han.`,
          `This part belongs to ${owner}. Only its planners write in it.`,
        ),
      ],
    }
  }
  if (why === 'not-begun') {
    return {
      heading,
      reasons: [
        zone === 'joint'
          ? t(
              'Skrivingen er ikke åpnet ennå. Koordinatoren åpner den når utarbeidingen begynner.',
              'Skrivinga er ikkje opna enno. Koordinatoren opnar ho når utarbeidinga tek til.',
              'Writing has not opened yet. The coordinator opens it when drafting begins.',
            )
          : t(
              `Skrivingen er ikke åpnet ennå. ${owner} åpner den når arbeidet med egen del begynner.`,
              `Skrivinga er ikkje opna enno. ${owner} opnar ho når arbeidet med eigen del tek til.`,
              `Writing has not opened yet. ${owner} opens it when work on its own part begins.`,
            ),
      ],
    }
  }
  return { heading, reasons: [...frozenSince(freeze, lang), opensAgain(question, lang)] }
}

function frozenSince(freeze: LastFreeze | undefined, lang: Lang): string[] {
  const t = words(lang)
  if (!freeze) return [t('Teksten er låst.', 'Teksten er låst.', 'The text is frozen.')]
  const day = dateText(freeze.on, lang)
  const registered = dateText(freeze.at, lang) === day ? ` ${clockText(freeze.at, lang)}` : ''
  const by = freeze.by ? ` ${t('av', 'av', 'by')} ${freeze.by}` : ''
  return [
    t(
      `${freeze.name} ble låst ${day}${registered}${by}.`,
      `${freeze.name} vart låst ${day}${registered}${by}.`,
      `${freeze.name} was frozen ${day}${registered}${by}.`,
    ),
  ]
}

function opensAgain({ why, zone, state }: WhyNotQuestion, lang: Lang): string {
  const t = words(lang)
  if (why === 'ended') {
    return t(
      'Arbeidet med denne teksten er ferdig.',
      'Arbeidet med denne teksten er ferdig.',
      'Work on this text is done.',
    )
  }
  if (zone === 'joint') {
    return state === 'F50' || state === 'F60'
      ? t(
          'Teksten kan endres igjen når høringen er over, eller hvis styringsgruppen åpner en ny runde.',
          'Teksten kan endrast att når høyringa er over, eller dersom styringsgruppa opnar ein ny runde.',
          'The text can be changed again when the consultation is over, or if the steering group opens a new round.',
        )
      : t(
          'Teksten kan bare endres igjen hvis forslaget åpnes på nytt eller kommunene må harmonisere.',
          'Teksten kan berre endrast att dersom framlegget blir opna på nytt eller kommunane må harmonisere.',
          'The text can only be changed again if the proposal is reopened or the municipalities have to harmonise.',
        )
  }
  return ['K30', 'K40', 'K50', 'K60'].includes(state)
    ? t(
        'Teksten kan endres igjen når høringen er over og merknadene behandles.',
        'Teksten kan endrast att når høyringa er over og merknadene blir handsama.',
        'The text can be changed again when the consultation is over and comments are treated.',
      )
    : t(
        'Teksten kan endres igjen hvis saken sendes tilbake.',
        'Teksten kan endrast att dersom saka blir send tilbake.',
        'The text can be changed again if the case is sent back.',
      )
}
