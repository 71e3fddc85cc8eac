#!/usr/bin/env node
'use strict'

try {
  const { load, writeCaches } = require('./load.cjs')
  const { main, terminalOf } = load('main.cjs')
  main(terminalOf(process))
    .then(code => {
      writeCaches()
      process.exit(code)
    })
    .catch(defect)
} catch (error) {
  defect(error)
}

// A failure to load, or an unexpected one: no other code of wxauth can be relied on to report it.
function defect(error) {
  const visible = text =>
    text.replace(/[^\n -~]/gu, character => `\\u{${character.codePointAt(0).toString(16)}}`)
  const [problem] = (error instanceof Error ? error.message : String(error)).split('\n')
  const message = `wxauth could not be loaded: ${visible(problem)}`
  const hint = 'Install it again; in a clone, run npm run build.'
  const text = process.argv.includes('--json')
    ? JSON.stringify({ error: { code: 'ERR_INTERNAL', message, hint } })
    : `error: ${message}\nhint: ${hint}`
  const stack = process.argv.includes('--verbose') ? `${visible(String(error?.stack ?? error))}\n` : ''
  process.stderr.write(`${stack}${text}\n`)
  process.exitCode = 70
}
