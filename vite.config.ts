import { env } from 'node:process'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { optionsFrom } from './src/publisher/publish-site.ts'
import { kanbao } from './src/publisher/vite-plugin.ts'

/** The wings meet here and nowhere else. */
export default defineConfig({
  plugins: [react(), kanbao(optionsFrom(env))],
  worker: { format: 'es' },
  build: {
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // Publishing is a callback, and takes most of the time: that is the work, not a fault of a plugin.
    rolldownOptions: {
      checks: { pluginTimings: false },
      // What all parts of the reader share is one file: left alone, it would be several tiny ones.
      output: {
        codeSplitting: { groups: [{ name: 'ground', test: /src\/archive\/(check|day|name)\.ts$/ }] },
      },
    },
  },
})
