import type { Notice } from '../ports.ts'

export interface Notices {
  /** Keeps a notice, once for its cause. */
  readonly add: (notice: Notice) => void
  readonly all: () => readonly Notice[]
}

export function collectNotices(): Notices {
  const byCause = new Map<string, Notice>()
  return {
    add(notice) {
      const { code, file, line, subject } = notice
      const cause = JSON.stringify([code, subject === undefined ? [file, line] : subject])
      if (!byCause.has(cause)) byCause.set(cause, notice)
    },
    all: () => [...byCause.values()],
  }
}
