/** A screen that understands what a terminal must for the prompts: text, line breaks, going up and down, erasing. */
export interface Screen {
  write(text: string): void
  /** The lines down to the last one that holds anything, without spaces at their ends. */
  lines(): readonly string[]
  text(): string
  cursor(): { readonly row: number; readonly column: number }
  /** The switches (`?25`, `?2004`) as they stand; one that was never touched is missing. */
  modes(): ReadonlyMap<string, boolean>
}

export function screen(): Screen {
  const rows: string[][] = [[]]
  const modes = new Map<string, boolean>()
  let row = 0
  let column = 0
  const line = () => {
    while (rows.length <= row) rows.push([])
    return rows[row] ?? []
  }
  const acts: Readonly<Record<string, (count: number) => void>> = {
    A: count => {
      row = Math.max(0, row - count)
    },
    B: count => {
      row += count
    },
    G: count => {
      column = count - 1
    },
    K: () => {
      line().length = 0
    },
    m: () => {},
  }
  return {
    write(text) {
      for (const { groups } of text.matchAll(unit)) {
        const { part = '', parameters = '', final = '' } = groups ?? {}
        if (final === 'h' || final === 'l') modes.set(parameters, final === 'h')
        else if (final !== '') act(acts, final)(parameters === '' ? 1 : Number(parameters))
        else if (part === '\r') column = 0
        else if (part === '\n') {
          row += 1
          column = 0
        } else {
          const cells = line()
          while (cells.length < column) cells.push(' ')
          cells[column] = part
          column += 1
        }
      }
    },
    lines() {
      const all = rows.map(cells => cells.join('').trimEnd())
      return all.slice(0, all.findLastIndex(one => one !== '') + 1)
    },
    text() {
      return this.lines().join('\n')
    },
    cursor: () => ({ row, column }),
    modes: () => modes,
  }
}

// A terminal sequence, or a character.
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal sequences are made of them
const unit = /\x1b\[(?<parameters>[?\d;]*)(?<final>[A-Za-z])|(?<part>[^\x1b])/gsu

function act(acts: Readonly<Record<string, (count: number) => void>>, final: string) {
  const found = acts[final]
  if (found === undefined) throw new Error(`the test screen knows no sequence that ends in ${final}`)
  return found
}
