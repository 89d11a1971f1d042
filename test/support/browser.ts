// A real Chromium from npm, and axe in it. One browser a test file; close it afterwards.
import chromium from '@sparticuz/chromium'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium as playwright, type Browser, type Page } from 'playwright-core'

/// Starts Chromium. Never with the package's own arguments: they switch web security off.
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu'],
  })
}

/// What axe finds wrong on the page: WCAG 2.0 to 2.2 A and AA and best practice, each as one line.
export async function axe(page: Page): Promise<string[]> {
  // Colours are judged when what opens has opened: half-way through a fade they are nobody's.
  await page.evaluate(
    `Promise.all(document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity).map((one) => one.finished.catch(() => {})))`,
  )
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe }
    const { violations } = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.map(
      (v) => `${v.id}: ${v.help} (${v.nodes.map((n) => n.target.join(' ')).join(' | ')})`,
    )
  })
}

/// How many pixels the page is wider than its window; 0 when it does not scroll sideways.
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/// Gathers what the page complains about: script errors and breaches of the policy. Ask after the page has loaded.
export function complaintsOf(page: Page): string[] {
  const list: string[] = []
  page.on('pageerror', (error) => list.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') list.push(message.text())
  })
  return list
}

type Axe = {
  run(options: { runOnly: string[] }): Promise<{
    violations: { id: string; help: string; nodes: { target: string[] }[] }[]
  }>
}

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)
