// The choices a record form looks up: frozen texts by name and date, municipalities, bodies, chapters, consultees, files
// and the lines of the journal.
import type { Context } from 'hono'
import { evidenceAt } from '../../../db/evidence.ts'
import { eventsOf } from '../../../workflows/events.ts'
import { choiceLabel, eventLabel } from '../../../workflows/words.ts'
import { journalView } from '../../desk/journal-view.ts'
import type { Env } from '../../house.ts'
import { dateText } from '../dates.ts'
import { storedConsultees } from './consultees.ts'
import type { FormState } from './record-fields.ts'
import type { Form } from './record-form.ts'

export async function choicesOf(c: Context<Env>, form: Form): Promise<FormState['choices']> {
  const { opened, track, spec } = form
  const { desk, lang, t } = opened
  const wantsNames = spec.fields.some(({ name }) => name === 'consultees' || name === 'sentTo')
  const bodies = [
    'formannskap',
    'planutvalg',
    'kommuneplanutvalg',
    'kommunestyre',
    'ungdomsrad',
    'eldrerad',
    'funksjonsrad',
  ]
  const lines =
    spec.type === 'correct'
      ? (await journalView(c.var.house, desk, form.kind, track?.process ?? desk.joint.process, 60))
          .lines
      : []
  const invited = new Set(
    desk.tracks.filter(({ stored }) => stored.seq > 0).map(({ number }) => number),
  )
  return {
    editions: form.editions
      .filter((choice) => spec.type !== 'confirm-adopted-text' || choice.adopted)
      .map(({ hash, label }) => ({ value: hash, text: label })),
    municipalities: desk.tracks
      .filter(({ number }) => spec.type !== 'invite' || !invited.has(number))
      .map(({ number, name }) => ({ value: number, text: name })),
    bodies: bodies.map((value) => ({ value, text: choiceLabel('body', value, lang) })),
    files: spec.fields.some(({ name, overriding }) => name === 'evidence' && !overriding)
      ? (await evidenceAt(c.var.house.store.db, desk.region, track?.number ?? null))
          .slice(0, 12)
          .map(({ id, name }) => ({ value: `/bevis/${id} ${name}`, text: name }))
      : [],
    about: eventsOf('strategy')
      .filter(({ kind, type }) => kind === 'P' && type !== 'invite')
      .map(({ type }) => ({ value: type, text: eventLabel('strategy', type, lang) })),
    chapters: desk.chapters.map(({ code, title }, i) => ({
      value: code,
      text: `${t('Kapittel', 'Kapittel', 'Chapter')} ${i + 1}, ${title}`,
    })),
    people:
      wantsNames && track
        ? spec.type === 'record-announcement'
          ? [
              {
                heading: t('Sendt til', 'Sendt til', 'Sent to'),
                names: ['Statsforvalteren i Innlandet', 'Innlandet fylkeskommune'],
              },
            ]
          : await storedConsultees(c.var.house, desk.region, track.number, lang)
        : [],
    entries: lines.map((line) => ({
      value: String(line.seq),
      text: `${dateText(line.actedOn, lang, 'short-year')}: ${line.sentence}`,
    })),
  }
}
