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
      const { code, file, line, column, subject } = notice
      const cause = JSON.stringify([code, subject === undefined ? [file, line, column] : subject])
      if (!byCause.has(cause)) byCause.set(cause, notice)
    },
    all: () => [...byCause.values()],
  }
}
