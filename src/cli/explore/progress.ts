import type { Progress } from '../../explore/program.ts'
import type { ExploreTexts } from '../../messages/texts.ts'
import { wrapText } from '../../text/fit-text.ts'
import type { Flags } from '../arguments/flags.ts'
import type { Terminal } from '../world/terminal.ts'

/** Written no more often than a person can read, in milliseconds. */
const every = 100

/** One line on the terminal that says how far it is, and goes away in the end. */
export function progressLine({ stderr }: Pick<Terminal, 'stderr'>, { quiet }: Flags, texts: ExploreTexts) {
  const isShown = stderr.isTerminal && !quiet
  let last = Number.NEGATIVE_INFINITY
  let paths = 0
  let latest: Omit<Progress, 'paths'> | undefined

  function write(): void {
    const now = performance.now()
    if (!isShown || latest === undefined || now - last < every) return
    last = now
    const { done, of, findings } = latest
    // In the last column some terminals begin a new line.
    const [line = ''] = wrapText(texts.progress(done, of, paths, findings), stderr.columns - 1)
    stderr.write(`\r\u001b[K${line}`)
  }

  return {
    /** Paths are counted as they begin: those of a page are known only when it is done. */
    show(progress: Omit<Progress, 'paths'>) {
      latest = progress
      write()
    },
    pathBegins() {
      paths += 1
      write()
    },
    clear() {
      if (isShown && last > 0) stderr.write('\r\u001b[K')
      latest = undefined
    },
  }
}
