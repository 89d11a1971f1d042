// Two bundles: the small one every page may load, and the editor. Hashed names, one manifest, nothing inline.
import { defineConfig } from 'vite'

export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist',
    manifest: true,
    modulePreload: { polyfill: false },
    target: 'es2023',
    reportCompressedSize: false,
    rolldownOptions: { input: { page: 'editor/page/main.ts', editor: 'editor/open.ts' } },
  },
})
