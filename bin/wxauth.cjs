#!/usr/bin/env node
'use strict'

// The syntax of 2015, so that an old Node can read this file and say what is wrong.

const needed = '20.17'
const version = process.versions.node

let hasBegun = false
if (isOlder(version, needed)) {
  const message = `wxauth needs Node.js ${needed} or later, and this is Node.js ${version}.`
  end(message, 'Update Node.js: https://nodejs.org', '')
} else {
  try {
    run()
  } catch (error) {
    failed(error)
  }
}

function run() {
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
}

function isOlder(version, other) {
  const [[major, minor], [otherMajor, otherMinor]] = [version, other].map(text => text.split('.').map(Number))
  return major < otherMajor || (major === otherMajor && minor < otherMinor)
}

/** Reports what no other code of wxauth can report: it is not there, it is damaged, or it has failed to report this. */
function failed(error) {
  const [line] = (error instanceof Error ? error.message : String(error)).split('\n')
  const problem = `${visible(line.replace(/\.$/, ''))}.`
  const { name, cause = error } = Object(error)
  const { stack = cause } = Object(cause)
  const trace = `${visible(String(stack))}\n`
  if (!hasBegun || name === 'LoadError') {
    end(`wxauth could not be loaded: ${problem}`, 'Install it again; in a clone, run npm run build.', trace)
  } else {
    const hint = 'This is a bug in wxauth. Run it again with --verbose to see where it happened.'
    end(`wxauth failed: ${problem}`, hint, trace)
  }
}

function end(message, hint, trace) {
  const text = process.argv.includes('--json')
    ? JSON.stringify({ error: { code: 'ERR_INTERNAL', message, hint } })
    : `error: ${message}\nhint: ${hint}`
  process.exitCode = 70
  // Something that has begun may keep the process alive.
  process.stderr.write(`${process.argv.includes('--verbose') ? trace : ''}${text}\n`, () => process.exit())
}

/** Escapes what a terminal acts on and what cannot be seen; line breaks stay. */
function visible(text) {
  // Not a literal: Node 8 cannot read it.
  const unseen = '(?!\\n)[\\p{C}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\u{2800}]'
  return text.replace(new RegExp(unseen, 'gu'), character => `\\u{${character.codePointAt(0).toString(16)}}`)
}
