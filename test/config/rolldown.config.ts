import { defineConfig } from 'rolldown'

export default defineConfig({
  input: { main: 'src/cli/main.ts' },
  platform: 'node',
  output: {
    dir: 'dist',
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
    minify: true,
    cleanDir: true,
  },
})
