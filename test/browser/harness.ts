// A script of our own, bundled with the editor, to be run in an empty page.
import { build } from 'vite'

/// The bundle of one file of `test/browser/page`.
export async function pageScript(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: `test/browser/page/${entry}`, formats: ['iife'], name: 'page' },
    },
  })
  const [first] = Array.isArray(result) ? result : [result]
  const chunk =
    first && 'output' in first ? first.output.find(({ type }) => type === 'chunk') : undefined
  if (!chunk || chunk.type !== 'chunk') throw new Error('the page’s script was not built')
  return chunk.code
}
