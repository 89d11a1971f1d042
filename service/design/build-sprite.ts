// Makes both icon sprites from Aksel's files: `node service/design/build-sprite.ts`. Run by hand when a name is added
// to `icons.ts`; the sprites are checked in, so nothing is built at start.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deskIcons, publicIcons } from './icons.ts'

const here = import.meta.dirname
const source = fileURLToPath(import.meta.resolve('@navikt/aksel-icons/package.json'))

const symbolOf = (name: string): string => {
  const svg = readFileSync(join(dirname(source), 'dist/svg', `${name}.svg`), 'utf8')
  const inner = svg
    .replace(/^[^>]*>/, '')
    .replace('</svg>', '')
    .replaceAll(/\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100))
    .trim()
  return `<symbol id="${name}" viewBox="0 0 24 24">${inner}</symbol>`
}

const spriteOf = (names: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" fill="none">\n${names.map(symbolOf).join('\n')}\n</svg>\n`

writeFileSync(join(here, 'ikoner.svg'), spriteOf(publicIcons))
writeFileSync(join(here, 'ikoner-arbeid.svg'), spriteOf(deskIcons))
