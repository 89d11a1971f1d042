// Typst, in the build there is: native where the platform has one, WebAssembly elsewhere. Both see only the files handed
// to them, and set the same document to the same bytes; only the native one can be asked for an archival standard.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

export type PdfFile = { name: string; bytes: Uint8Array }

export type Typst = {
  kind: 'native' | 'wasm'
  /// Throws `TypstError` with Typst's own words when the document cannot be set.
  pdf(template: string, files: readonly PdfFile[], standard?: Standard): Buffer
}

export type Standard = 'a-2a' | 'ua-1'

export class TypstError extends Error {}

/// A folder that does not exist: nothing on this machine's disk lies under it.
const nowhere = '/planvev-paper'

export async function openTypst(fonts: readonly Buffer[], kind?: Typst['kind']): Promise<Typst> {
  const native = kind === 'wasm' ? undefined : openNative(fonts)
  if (native) return native
  if (kind === 'native') throw new TypstError('there is no native build for this platform')
  return openWasm(fonts)
}

type Diagnostic = { message?: string }
type NativeError = { kind?: string; message?: string }
type NativeResult = { hasError(): boolean; result: object | null; takeDiagnostics(): NativeError }
type NativeCompiler = {
  addSource(path: string, text: string): void
  mapShadow(path: string, bytes: Buffer): void
  resetShadow(): void
  compile(options: { mainFilePath: string }): NativeResult
  pdf(document: object, options: { pdfStandard?: Standard }): Buffer
  fetchDiagnostics(error: NativeError): Diagnostic[]
  evictCache(age: number): void
}
type Native = {
  NodeCompiler: {
    create(options: { workspace: string; fontArgs: { fontBlobs: Buffer[] }[] }): NativeCompiler
  }
}

function openNative(fonts: readonly Buffer[]): Typst | undefined {
  const require = createRequire(import.meta.url)
  let native: Native
  try {
    native = require(`@myriaddreamin/typst-ts-node-compiler-${platform()}`) as Native
  } catch {
    return undefined
  }
  const compiler = native.NodeCompiler.create({
    workspace: nowhere,
    fontArgs: [{ fontBlobs: [...fonts] }],
  })
  return {
    kind: 'native',
    pdf: (template, files, standard) => {
      try {
        compiler.addSource(`${nowhere}/main.typ`, template)
        for (const { name, bytes } of files) {
          compiler.mapShadow(`${nowhere}/${name}`, Buffer.from(bytes))
        }
        const compiled = compiler.compile({ mainFilePath: `${nowhere}/main.typ` })
        if (!compiled.result) {
          const told = compiler.fetchDiagnostics(compiled.takeDiagnostics())
          throw new TypstError(saidBy(told))
        }
        return compiler.pdf(compiled.result, standard ? { pdfStandard: standard } : {})
      } catch (error) {
        throw error instanceof TypstError ? error : new TypstError(String(error))
      } finally {
        compiler.resetShadow()
        compiler.evictCache(0)
      }
    },
  }
}

const platform = (): string => {
  const { platform, arch } = process
  const libc = platform === 'linux' ? (existsSync('/etc/alpine-release') ? '-musl' : '-gnu') : ''
  return `${platform}-${arch}${libc}${platform === 'win32' ? '-msvc' : ''}`
}

type Wasm = typeof import('@myriaddreamin/typst-ts-web-compiler')

async function openWasm(fonts: readonly Buffer[]): Promise<Typst> {
  const find = createRequire(import.meta.url)
  const at = '@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler'
  const wasm = (await import(pathToFileURL(find.resolve(`${at}.mjs`)).href)) as Wasm
  wasm.initSync({ module: readFileSync(find.resolve(`${at}_bg.wasm`)) })
  const builder = new wasm.TypstCompilerBuilder()
  await builder.set_dummy_access_model()
  for (const font of fonts) await builder.add_raw_font(font)
  const compiler = await builder.build()
  return {
    kind: 'wasm',
    pdf: (template, files) => {
      try {
        compiler.add_source('/main.typ', template)
        for (const { name, bytes } of files) compiler.map_shadow(`/${name}`, bytes)
        const said = compiler.compile('/main.typ', undefined, 'pdf', 3) as {
          result?: Uint8Array
          diagnostics?: Diagnostic[]
        }
        if (!said.result) throw new TypstError(saidBy(said.diagnostics ?? []))
        return Buffer.from(said.result)
      } catch (error) {
        throw error instanceof TypstError ? error : new TypstError(String(error))
      } finally {
        compiler.reset_shadow()
        compiler.reset()
      }
    },
  }
}

const saidBy = (told: readonly Diagnostic[]): string =>
  told.map(({ message }) => message ?? '').join('; ') || 'no reason given'
