import type { Progress } from '../../explore/program.ts'
import type { ExploreTexts } from '../../messages/texts.ts'
import type { Flags } from '../arguments/flags.ts'
import type { Terminal } from '../world/terminal.ts'

/** Written no more often than a person can read, in milliseconds. */
const every = 100

/** One line on the terminal that says how far it is, and goes away in the end. */
export function progressLine({ stderr }: Terminal, { quiet }: Flags, texts: ExploreTexts) {
  const isShown = stderr.isTerminal && !quiet
  let last = Number.NEGATIVE_INFINITY
  let latest: Progress | undefined

  function show(progress: Progress): void {
    latest = progress
    const now = performance.now()
    if (!isShown || now - last < every) return
    last = now
    const { done, of, paths, findings } = progress
    stderr.write(`\r\u001b[K${texts.progress(done, of, paths, findings).slice(0, stderr.columns - 1)}`)
  }

  return {
    show,
    /** Paths of the first thread are counted here, before anything else is known. */
    pathBegins() {
      if (latest !== undefined) show({ ...latest, paths: latest.paths + 1 })
    },
    clear() {
      if (isShown && last > 0) stderr.write('\r\u001b[K')
    },
  }
}
