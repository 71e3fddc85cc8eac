/** What is said around a prompt. */
export const terminal = {
  /** Follows the part of a text that is shown. */
  cut: (characters: number) => `… (${characters} more)`,
  waiting: (pid: number) => `Another wxauth (process ${pid}) is asking on this terminal: waiting for it.`,
} as const
