import { describe, expect, test } from 'vitest'
import { exploreWritten } from './explore-written.ts'
import { type ProgramRow, programs } from './rows.ts'

const appJson = {
  pages: ['pages/a/a'],
  permission: { 'scope.userLocation': { desc: 'To show what is near you' } },
}

function filesOf({ js, wxml, app, json = {} }: ProgramRow) {
  return {
    'app.json': JSON.stringify({ ...appJson, ...json }),
    'pages/a/a.js': js,
    'pages/a/a.wxml': wxml,
    ...(app === undefined ? {} : { 'app.js': app }),
  }
}

/** Programs that really run: nothing but what each row says is found. */
describe.each(Object.entries(programs))('%s', (_rule, rows) => {
  test.each(rows)('$is', async row => {
    const { findings } = await exploreWritten(filesOf(row))
    const found = findings.map(({ rule, file, line }) => `${rule} ${file}:${line}`)
    expect(found.toSorted()).toEqual(row.finds.toSorted())
  })
})
