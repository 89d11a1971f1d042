// The choice every council must make, inside the chapter that assesses the master plan: two fields, never prose. Recorded
// through the door like any other act.
import { html } from 'hono/html'
import type { Finding } from '../../../workflows/act.ts'
import type { Html } from '../dates.ts'
import { selectField } from '../parts/fields.ts'
import { findings as findingList } from '../parts/findings.ts'
import type { NeedsAround } from './opened.ts'

export type Choice = { societal: string; landUse: string }

export type ChoiceNow = {
  choice: Choice | null
  /// What is chosen in the form: the choice itself, or what was refused.
  typed: Choice | null
  findings: readonly Finding[]
  /// May the reader record it at all?
  mine: boolean
  /// No finding that the form cannot cure.
  allowed: boolean
  seq: number
  key: string
  /// The same act on the municipality's own page, with all its fields.
  caseHref: string
  /// Why it was not stored.
  refused?: string
}

export function choiceInText({ t, lang }: NeedsAround, at: string, now: ChoiceNow): Html {
  const extents = {
    full: t('Revideres helt', 'Blir revidert heilt', 'Fully revised'),
    partly: t('Revideres delvis', 'Blir revidert delvis', 'Partly revised'),
    unchanged: t('Videreføres uendret', 'Blir vidareført uendra', 'Continued unchanged'),
  }
  const choices = Object.entries(extents).map(([value, text]) => ({ value, text }))
  const say = (value: string): string => extents[value as keyof typeof extents] ?? value
  const field = (name: keyof Choice, label: string): Html =>
    selectField({
      name,
      label,
      lang,
      choices,
      ...(now.typed ? { value: now.typed[name] } : { empty: t('Velg', 'Vel', 'Choose') }),
    })
  const { caseHref } = now
  const societal = t('Samfunnsdelen', 'Samfunnsdelen', 'The societal part')
  const landUse = t('Arealdelen', 'Arealdelen', 'The land-use part')
  return html`<section
    class="needs-here stack"
    data-in-place
    data-in-address="${at}"
    aria-labelledby="valget-her"
  >
    <h2 class="ds-heading" data-size="xs" id="valget-her">
      ${t('Kommuneplanvalget', 'Kommuneplanvalet', 'The master-plan choice')}
    </h2>
    <p class="quiet">
      ${t(
        'Kommunestyret skal ta stilling til om kommuneplanen eller deler av den skal revideres (pbl § 10-1 tredje ledd). Valget står som felt i vedtaket.',
        'Kommunestyret skal ta stilling til om kommuneplanen eller delar av han skal reviderast (pbl § 10-1 tredje leddet). Valet står som felt i vedtaket.',
        'The council decides whether the master plan or parts of it are to be revised (PBA § 10-1 third paragraph). The choice stands as fields in the decision.',
      )}
    </p>
    ${
      now.choice
        ? html`<dl class="facts">
            <dt>${societal}</dt>
            <dd>${say(now.choice.societal)}</dd>
            <dt>${landUse}</dt>
            <dd>${say(now.choice.landUse)}</dd>
          </dl>`
        : html`<p>${t('Ikke registrert ennå.', 'Ikkje registrert enno.', 'Not recorded yet.')}</p>`
    }
    ${now.refused ? html`<p class="ds-validation-message" role="alert">${now.refused}</p>` : ''}
    ${findingList(now.findings, lang)}
    ${
      now.mine && now.allowed
        ? html`<form class="fields need-form" method="post" action="${at}" data-in>
            <input type="hidden" name="seq" value="${now.seq}" />
            <input type="hidden" name="key" value="${now.key}" />
            <div class="field-row">${field('societal', societal)} ${field('landUse', landUse)}</div>
            <div class="row">
              <button class="ds-button" type="submit">
                ${
                  now.choice
                    ? t('Registrer nytt valg', 'Registrer nytt val', 'Record a new choice')
                    : t('Registrer valget', 'Registrer valet', 'Record the choice')
                }
              </button>
            </div>
          </form>`
        : ''
    }
    ${
      now.mine
        ? html`<p>
            <a class="ds-link" href="${caseHref}"
              >${t('Registrer på saken, med dato og begrunnelse', 'Registrer på saka, med dato og grunngjeving', 'Record on the case, with date and reason')}</a
            >
          </p>`
        : ''
    }
  </section>`
}
