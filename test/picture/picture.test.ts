import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readme } from '../readme/blocks.ts'
import { drawRecorded, pictures, scene } from './recorded.ts'
import { draw } from './svg.ts'

const drawScreen = (screen: string) => draw({ title: 't', columns: 20, before: screen, key: 'r', after: '' })

describe.each(pictures)('The picture in $language', picture => {
  const svg = readFileSync(join(import.meta.dirname, `popup${picture.end}.svg`), 'utf8')

  test('is drawn from the recorded screens: npm run picture draws it again', () => {
    expect(drawRecorded(import.meta.dirname, picture)).toBe(svg)
  })

  test('is small, and shows the popup and the result of the fail callback', () => {
    expect(Buffer.byteLength(svg)).toBeLessThan(12_000)
    const { 'project.config.json': config, 'app.json': app } = scene.project
    for (const text of [config.projectname, app.permission['scope.userLocation'].desc])
      expect(svg).toContain(`>${text}<`)
    expect(svg).toContain('getLocation:fail auth deny')
  })

  test('is in its README', () => {
    expect(readme(`README${picture.end}.md`)).toMatch(
      new RegExp(`!\\[[^\\]]+\\]\\(test/picture/popup${picture.end.replace('.', '\\.')}\\.svg\\)`),
    )
  })
})

test('Text after wide characters keeps its column', () => {
  expect(drawScreen('店 ok')).toContain('<text x="29" text-anchor="middle" y="51" font-size="17">店</text>')
  expect(drawScreen('店 ok')).toContain('<text x="47" textLength="18" y="51">ok</text>')
})

test('A style lasts until the next one, across rows', () => {
  expect(drawScreen('\u001b[1;31ma\nb\u001b[0m')).toMatch(/y="71" fill="#f2777a" font-weight="bold">b</)
  expect(drawScreen('\u001b[7ma\u001b[27m')).toMatch(
    /<rect [^>]* fill="#d9dce6"\/><text [^>]* fill="#1d1f28">a</,
  )
})

test('Text is escaped, and an unknown escape is an error', () => {
  expect(drawScreen('<&>')).toContain('>&lt;&amp;&gt;<')
  expect(() => drawScreen('\u001b[3mx')).toThrow('no style 3')
  expect(() => drawScreen('\u001b]0;x')).toThrow('no other escape')
})
