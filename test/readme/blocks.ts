import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { expect } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** Every README, from the root of the repository. */
export const readmes = [
  'README.md',
  'README.zh-CN.md',
  'bin/README.md',
  'src/README.md',
  'src/pages/README.md',
  'src/simulate/README.md',
  'src/wx/README.md',
  'test/README.md',
  'test/conformance/README.md',
] as const
export type Readme = (typeof readmes)[number]

/** With `UPDATE_README=1`, the READMEs are updated instead of compared. */
const isUpdating = Boolean(process.env.UPDATE_README)

export const readme = (file: Readme): string => readFileSync(join(root, file), 'utf8')

/** The fenced blocks of one language, in order, without their fences. */
export function fenced(file: Readme, language: string): readonly string[] {
  const blocks = [...readme(file).matchAll(/^```(\w*)\n(.*?)^```$/gms)]
  return blocks.filter(([, of]) => of === language).map(([, , text = '']) => text)
}

/** The text under a heading, down to the next heading of the same depth or a higher one. */
export function section(file: Readme, heading: string): string {
  const [, depth = ''] = /^(#+) /.exec(heading) ?? []
  const [, text] = readme(file).split(`\n${heading}\n`)
  if (text === undefined) throw new Error(`${file} has no heading "${heading}"`)
  return text.split(new RegExp(`^#{1,${depth.length}} `, 'm'))[0] ?? ''
}

/** The rows of the tables in a text, each as its cells; without the heads. */
export function rowsIn(text: string): readonly (readonly string[])[] {
  const tables = text.match(/(?:^\|.*\|\n)+/gm) ?? []
  return tables.flatMap(table =>
    table
      .trimEnd()
      .split('\n')
      .slice(2)
      .map(line =>
        line
          .slice(1, -1)
          .split(/(?<!\\)\|/)
          .map(cell => cell.trim()),
      ),
  )
}

/** Compares the text between `<!-- name:start -->` and `<!-- name:end -->` with the output of the code. */
export function holdsBlock(file: Readme, name: string, output: string): void {
  const [start, end] = [`<!-- ${name}:start -->\n`, `<!-- ${name}:end -->`]
  const text = readme(file)
  const from = text.indexOf(start) + start.length
  const to = text.indexOf(end)
  expect(from > start.length && to >= from, `${file} has no block ${name}`).toBe(true)
  // With its marks, so that an empty block has a place too.
  holdsText(file, start + text.slice(from, to) + end, `${start}${output}\n${end}`)
}

/** Compares a part of a README with the output of the code. */
export function holdsText(file: Readme, part: string, output: string): void {
  if (isUpdating)
    writeFileSync(
      join(root, file),
      readme(file).replace(part, () => output),
    )
  else expect(part, `${file}: UPDATE_README=1 npm test updates it`).toBe(output)
}

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
