import { Writable } from 'node:stream'
import { widthOf } from '../../text/width.ts'
import { sizeOf, type TtyOutput } from './tty.ts'

/** A terminal's output as inquirer draws on it: to draw anew, it goes up as many lines as it drew last. */
export interface Screen {
  readonly stream: NodeJS.WritableStream
  /** Call before a redraw when the terminal's width changed, so that it may have broken long lines differently. */
  resized(): void
  /**
   * Writes lines above what was drawn. Call before a redraw.
   * @returns false if nothing was drawn so far, and so nothing is written
   */
  above(lines: readonly string[]): boolean
  /** Removes what was drawn. */
  erase(): void
  /** Call before a redraw when others wrote since: makes room below what they wrote. */
  makeRoom(): void
}

/** @param onDrawn called after each drawing */
export function screenOn(output: TtyOutput, canMove: boolean, onDrawn: () => void): Screen {
  let drawn: readonly string[] = []
  let last: string | undefined
  let isShown = false
  const show = (text: string) => {
    const lines = text.replace(motions, '').split('\n')
    const isDrawing = lines.some(line => line !== '')
    // Drawing the same over itself would only flicker.
    if (isDrawing && text === last) return
    output.write(canMove ? text : newLines(lines, drawn))
    if (!isDrawing) return
    last = text
    drawn = lines
    isShown = true
    onDrawn()
  }
  const erase = () => {
    if (canMove && isShown) output.write(`${eraseAndUp.repeat(Math.max(0, drawn.length - 1))}\x1b[2K\r`)
    isShown = false
  }
  const makeRoom = () => {
    last = undefined
    if (canMove) output.write(`\r${'\n'.repeat(Math.max(0, drawn.length - 1))}`)
    else drawn = []
  }
  const stream = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      show(String(chunk))
      done()
    },
  })
  Object.defineProperty(stream, 'columns', { get: () => sizeOf(output).columns })
  return {
    stream,
    resized() {
      last = undefined
      const { columns } = sizeOf(output)
      const rows = drawn.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / columns)), 0)
      if (canMove) output.write(eraseAndUp.repeat(Math.max(0, rows - drawn.length)))
    },
    above(lines) {
      if (!isShown) return false
      if (canMove) erase()
      output.write(lines.map(line => `${line}\r\n`).join(''))
      if (canMove) makeRoom()
      return true
    },
    erase,
    makeRoom,
  }
}

const eraseAndUp = '\x1b[2K\x1b[1A'
// Every sequence that inquirer writes, except colors.
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal sequences are made of them
const motions = /\x1b\[[?\d;]*[A-Za-ln-z]/g

/** Where lines can only be appended: the lines that were not there before. */
function newLines(lines: readonly string[], before: readonly string[]): string {
  return lines
    .filter(line => line !== '' && !before.includes(line))
    .map(line => `${line}\n`)
    .join('')
}
