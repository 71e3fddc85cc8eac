import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { asyncNames, listenerNames, objectMethods } from '../../../src/pages/host/names.ts'
import { wxRows } from '../../../src/pages/host/rows/index.ts'

const typings = dirname(createRequire(import.meta.url).resolve('miniprogram-api-typings/package.json'))
const declarations = readFileSync(join(typings, 'types/wx/lib.wx.api.d.ts'), 'utf8').replace(
  /\/\*[\s\S]*?\*\//g,
  '',
)

/** The functions of an interface, with what follows their names. */
function functionsOf(name: string): ReadonlyMap<string, string> {
  const start = declarations.indexOf(`interface ${name} {`)
  const body = start < 0 ? '' : declarations.slice(start, declarations.indexOf('\n    }', start))
  const member = /^ {8}(?:readonly )?(\w+)(?:<[^(]*>)?(\(|\??:)([\s\S]*?)(?=^ {8}[a-zA-Z]|$(?![\s\S]))/gm
  const found = new Map<string, string>()
  for (const [, name = '', mark, rest = ''] of body.matchAll(member)) {
    if (mark === '(') found.set(name, `${found.get(name) ?? ''} (${rest.replace(/\s+/g, ' ')}`.trim())
  }
  return found
}

const takesOptions = (text: string) =>
  text.includes('PromisifySuccessResult') ||
  /^\( ?(option|args)\??: \w*Option ?,?( ?cardholder.*)?\): (void|Promise)/.test(text)

describe('the names of wx', () => {
  const all = functionsOf('Wx')

  test('functions with callbacks are those of the typings', () => {
    const names = [...all].filter(([name, text]) => !/^(on|off)[A-Z]/.test(name) && takesOptions(text))
    expect(asyncNames).toEqual(names.map(([name]) => name).toSorted())
  })

  test('listeners are those of the typings', () => {
    expect(listenerNames).toEqual([...all.keys()].filter(name => /^(on|off)[A-Z]/.test(name)).toSorted())
  })

  test('the methods of objects are those of the typings', () => {
    for (const [name, methods] of Object.entries(objectMethods)) {
      const type = /\): (\w+)\s*$/.exec(all.get(name) ?? '')?.[1] ?? ''
      expect([name, methods]).toEqual([name, [...functionsOf(type).keys()]])
    }
  })

  test('every function of the typings is there', () => {
    const missing = [...all.keys()].filter(name => !Object.hasOwn(wxRows, name))
    // They are for programs of other kinds; a program that asks for one finds none.
    expect(missing).toEqual(['createBufferURL', 'revokeBufferURL', 'getXrFrameSystem'])
  })
})
