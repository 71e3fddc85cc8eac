/** A screen that knows what the prompts need of a terminal: text, line breaks, moving up and down, erasing. */
export interface Screen {
  write(text: string): void
  /** The lines down to the last one that is not empty, without spaces at their ends. */
  lines(): readonly string[]
  text(): string
  cursor(): { readonly row: number; readonly column: number }
  /** The modes (`?25`, `?2004`) that were set or reset, with their current values. */
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
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal sequences begin with a control character
const unit = /\x1b\[(?<parameters>[?\d;]*)(?<final>[A-Za-z])|(?<part>[^\x1b])/gsu

function act(acts: Readonly<Record<string, (count: number) => void>>, final: string) {
  const action = acts[final]
  if (action === undefined) throw new Error(`The test screen has no sequence that ends in ${final}`)
  return action
}
