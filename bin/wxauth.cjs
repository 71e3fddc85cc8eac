#!/usr/bin/env node
'use strict'

const defect = error => {
  const problem = error instanceof Error ? error.message.split('\n')[0] : String(error)
  const message = `wxauth could not be loaded: ${problem}`
  const hint = 'Install it again; in a clone, run npm run build.'
  process.stderr.write(
    process.argv.includes('--json')
      ? `${JSON.stringify({ error: { code: 'ERR_INTERNAL', message, hint } })}\n`
      : `error: ${message}\nhint: ${hint}\n`,
  )
  if (process.argv.includes('--verbose')) console.error(error)
  process.exitCode = 70
}

try {
  require('../dist/main.cjs')
    .main(process)
    .then(code => process.exit(code), defect)
} catch (error) {
  defect(error)
}
