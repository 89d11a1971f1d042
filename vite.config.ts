// Three bundles: the small one every page may load, the editor, and the worker that opens a text without a line. Hashed names, one manifest, nothing inline.
import { defineConfig } from 'vite'

export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist',
    manifest: true,
    modulePreload: { polyfill: false },
    target: 'es2023',
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        page: 'editor/page/main.ts',
        editor: 'editor/open.ts',
        offline: 'editor/offline/worker.ts',
      },
    },
  },
})
