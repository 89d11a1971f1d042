// The page of a file that takes its time: how far it has come, and the link when it is there. It brings itself up to
// date; without script one presses a link, or waits for the browser to ask again.
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Lang } from '../../../workflows/lang.ts'
import type { Waiting } from '../../export/waiting.ts'
import type { Env } from '../../house.ts'
import type { Html } from '../dates.ts'
import { layout } from '../layout.ts'
import { alert, pageTitle } from '../parts/boxes.ts'
import { icon } from '../parts/icon.ts'
import { words } from '../words.ts'
import { formatName, sizeText } from './file-links.ts'

export function waitingPage(c: Context<Env>, id: string, waiting: Waiting): Promise<Response> {
  const { lang } = c.var
  const t = words(lang)
  const { stage } = waiting.order
  const title =
    {
      done: t('Fila er klar', 'Fila er klar', 'The file is ready'),
      failed: t('Fila ble ikke laget', 'Fila vart ikkje laga', 'The file was not made'),
    }[stage as 'done' | 'failed'] ?? t('Lager fila', 'Lagar fila', 'Making the file')
  return layout(
    c,
    { title, hidden: true },
    html`<div data-waiting="${stage === 'done' || stage === 'failed' ? 'ended' : 'working'}">
      ${pageTitle(title)}
      <div class="stack reading">${inside(id, waiting, lang)}</div>
    </div>`,
  )
}

function inside(id: string, waiting: Waiting, lang: Lang): Html {
  const t = words(lang)
  const { order, name, again } = waiting
  const kind = formatName(order.format, lang)
  if (order.stage === 'done' && order.file) {
    return html`<p role="status">
        ${t('Dokumentet er ferdig som', 'Dokumentet er ferdig som', 'The document is ready as')}
        ${kind}, ${sizeText(order.file.bytes, lang)}.
      </p>
      <p>
        <a class="ds-button" href="/nedlasting/${id}/fil" download data-file
          >${icon('Download')}${t('Last ned', 'Last ned', 'Download')} ${name}</a
        >
      </p>`
  }
  if (order.stage === 'failed') {
    return alert(
      'warning',
      html`${
          order.format === 'pdf'
            ? t(
                'Dokumentet ble for stort eller for innviklet å sette som PDF. Teksten er urørt. Hent det som Word eller nettside, eller ett kapittel om gangen.',
                'Dokumentet vart for stort eller for innvikla å setje som PDF. Teksten er urørt. Hent det som Word eller nettside, eller eitt kapittel om gongen.',
                'The document was too large or too intricate to set as PDF. The text is untouched. Fetch it as Word or a web page, or one chapter at a time.',
              )
            : t(
                'Noe gikk galt mens fila ble laget. Teksten er urørt. Prøv en gang til.',
                'Noko gjekk gale medan fila vart laga. Teksten er urørt. Prøv ein gong til.',
                'Something went wrong while the file was made. The text is untouched. Try once more.',
              )
        } <a class="ds-link" href="${again}">${t('Prøv igjen', 'Prøv igjen', 'Try again')}</a>`,
    )
  }
  const ahead = order.ahead()
  const steps = ['waiting', 'pictures', 'setting']
  const at = steps.indexOf(order.stage) + 1
  const said = {
    waiting:
      ahead > 0
        ? t(
            ahead === 1 ? 'Én annen fil lages først.' : `${ahead} andre filer lages først.`,
            ahead === 1 ? 'Éi anna fil blir laga først.' : `${ahead} andre filer blir laga først.`,
            ahead === 1 ? 'One other file is made first.' : `${ahead} other files are made first.`,
          )
        : t('Dokumentet er i køen.', 'Dokumentet er i køen.', 'The document is in the queue.'),
    pictures: t(
      `Henter bilder: ${order.done} av ${order.of}.`,
      `Hentar bilete: ${order.done} av ${order.of}.`,
      `Fetching pictures: ${order.done} of ${order.of}.`,
    ),
    setting: t('Setter sidene.', 'Set sidene.', 'Setting the pages.'),
  }[order.stage as 'waiting' | 'pictures' | 'setting']
  return html`<p role="status">
      ${t(`Steg ${at} av 3.`, `Steg ${at} av 3.`, `Step ${at} of 3.`)} ${said}
    </p>
    <progress
      class="wide"
      max="3"
      value="${at - 1 + (order.stage === 'pictures' && order.of ? order.done / order.of : 0.5)}"
      aria-label="${t('Hvor langt arbeidet er kommet', 'Kor langt arbeidet er kome', 'Progress')}"
    ></progress>
    <p class="quiet">
      ${t(
        'Siden følger med av seg selv. Du kan også',
        'Sida følgjer med av seg sjølv. Du kan òg',
        'The page follows along by itself. You can also',
      )}
      <a class="ds-link" href="/nedlasting/${id}"
        >${t('se etter nå', 'sjå etter no', 'look again now')}</a
      >.
    </p>
    <noscript><meta http-equiv="refresh" content="3" /></noscript>`
}
