#!/usr/bin/env node
'use strict'

let hasBegun = false
try {
  const { load, writeCaches } = require('./load.cjs')
  const { main, terminalOf } = load('main.cjs')
  const running = main(terminalOf(process))
  hasBegun = true
  running
    .then(code => {
      writeCaches()
      process.exit(code)
    })
    .catch(failed)
} catch (error) {
  failed(error)
}

/** Reports what no other code of wxauth can report: it is not there, it is damaged, or it has failed to report this. */
function failed(error) {
  const [line] = (error instanceof Error ? error.message : String(error)).split('\n')
  const problem = `${line.replace(/\.$/, '')}.`
  const isIncomplete = !hasBegun || error?.name === 'LoadError'
  const [message, hint] = isIncomplete
    ? [`wxauth could not be loaded: ${problem}`, 'Install it again; in a clone, run npm run build.']
    : [
        `wxauth failed: ${problem}`,
        'This is a bug in wxauth. Run it again with --verbose to see where it happened.',
      ]
  end(message, hint, error?.cause ?? error)
}

function end(message, hint, error) {
  const text = process.argv.includes('--json')
    ? JSON.stringify({ error: { code: 'ERR_INTERNAL', message: visible(message), hint } })
    : `error: ${visible(message)}\nhint: ${hint}`
  const stack = process.argv.includes('--verbose') ? `${visible(String(error?.stack ?? error))}\n` : ''
  process.exitCode = 70
  // Something that has begun may keep the process alive.
  process.stderr.write(`${stack}${text}\n`, () => process.exit())
}

/** Escapes what a terminal acts on and what cannot be seen; line breaks stay. */
function visible(text) {
  const unseen = /(?!\n)[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u{2800}]/gu
  return text.replace(unseen, character => `\\u{${character.codePointAt(0).toString(16)}}`)
}
