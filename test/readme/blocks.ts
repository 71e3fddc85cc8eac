import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { expect } from 'vitest'

const path = join(import.meta.dirname, '../../README.md')

export const readme = (): string => readFileSync(path, 'utf8')

/** The fenced blocks of one language, in order, without their fences. */
export function fenced(language: string): readonly string[] {
  const blocks = [...readme().matchAll(/^```(\w*)\n(.*?)^```$/gms)]
  return blocks.filter(([, of]) => of === language).map(([, , text = '']) => text)
}

/** Holds what stands between `<!-- name:start -->` and `<!-- name:end -->` to what the code produces. */
export function holdsBlock(name: string, produced: string): void {
  const [start, end] = [`<!-- ${name}:start -->\n`, `<!-- ${name}:end -->`]
  const text = readme()
  const from = text.indexOf(start) + start.length
  const to = text.indexOf(end)
  expect(from > start.length && to >= from, `README.md has no block ${name}`).toBe(true)
  if (process.env.UPDATE_README) {
    writeFileSync(path, `${text.slice(0, from)}${produced}\n${text.slice(to)}`)
    return
  }
  expect(text.slice(from, to), `UPDATE_README=1 npm test rewrites the block ${name}`).toBe(`${produced}\n`)
}

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
