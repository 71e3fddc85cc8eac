/** Texts around a prompt. */
export const terminal = {
  /** Follows a text that was cut. */
  cut: (characters: number) => `… (${characters} more)`,
  waiting: (pid: number) => `Another wxauth (process ${pid}) is asking on this terminal: waiting for it.`,
} as const
