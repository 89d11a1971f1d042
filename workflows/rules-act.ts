// A: what any act must satisfy, whatever it is. These are said by the deciding itself, not by one way's guards.
import { record, w } from './rule.ts'
import type { RuleWords } from './rules.ts'

export const actRules: RuleWords[] = [
  {
    id: 'A1',
    level: 'H',
    source: record,
    text: w(
      'Datoen {on} er etter i dag, {today}. Det som er gjort, har en dato som ikke er i framtiden.',
      'Datoen {on} er etter i dag, {today}. Det som er gjort, har ein dato som ikkje er i framtida.',
      'The date {on} is after today, {today}. What is done has a date that is not in the future.',
    ),
    way: w('Oppgi datoen det skjedde.', 'Oppgi datoen det skjedde.', 'Give the date it happened.'),
  },
  {
    id: 'A2',
    level: 'H',
    source: record,
    text: w(
      'Dette kan ikke gjøres når tilstanden er «{state}».',
      'Dette kan ikkje gjerast når tilstanden er «{state}».',
      'This cannot be done in the state “{state}”.',
    ),
    way: w(
      'Det kan gjøres fra: {states}.',
      'Det kan gjerast frå: {states}.',
      'It can be done from: {states}.',
    ),
  },
  {
    id: 'A3',
    level: 'H',
    source: record,
    text: w(
      'Dette registreres av {roles} i kommunen det gjelder.',
      'Dette blir registrert av {roles} i kommunen det gjeld.',
      'This is recorded by {roles} of the municipality concerned.',
    ),
  },
  {
    id: 'A4',
    level: 'H',
    source: record,
    text: w(
      'Linje {entry} i journalen kan ikke rettes slik.',
      'Linje {entry} i journalen kan ikkje rettast slik.',
      'Entry {entry} in the journal cannot be corrected like that.',
    ),
    way: w(
      'Bare det folk har registrert, kan rettes, og bare felt som finnes.',
      'Berre det folk har registrert, kan rettast, og berre felt som finst.',
      'Only what people recorded can be corrected, and only fields that exist.',
    ),
  },
  {
    id: 'A5',
    level: 'H',
    source: record,
    text: w(
      'Overstyring av {rule} gjøres av {roles}.',
      'Overstyring av {rule} blir gjord av {roles}.',
      'Overriding {rule} is for {roles}.',
    ),
  },
  {
    id: 'A6',
    level: 'H',
    source: record,
    text: w(
      'Overstyringen av {rule} føres for {roles}. Da må det stå hvem som bestemte det, og hva som viser det.',
      'Overstyringa av {rule} blir ført for {roles}. Då må det stå kven som bestemte det, og kva som viser det.',
      'The override of {rule} is entered for {roles}. It must then say who decided it, and what shows it.',
    ),
    way: w(
      'Oppgi navnet og en fil eller lenke.',
      'Oppgi namnet og ei fil eller lenkje.',
      'Give the name and a file or link.',
    ),
  },
  {
    id: 'A7',
    level: 'H',
    source: record,
    text: w(
      'Linje {entry} ble ført før saksgangen fikk nye regler, og de nye leser den annerledes.',
      'Linje {entry} vart ført før saksgangen fekk nye reglar, og dei nye les henne annleis.',
      'Entry {entry} was made before the procedure got new rules, which read it otherwise.',
    ),
    way: w(
      'Registrer det som er rett, som en ny linje med riktig dato. Den gamle blir stående.',
      'Registrer det som er rett, som ei ny linje med rett dato. Den gamle blir ståande.',
      'Record what is right as a new entry with the right date. The old one stays.',
    ),
  },
]
