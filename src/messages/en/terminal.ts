/** Texts around a prompt. */
export const terminal = {
  /** Follows a text that was cut. */
  cut: (characters: number) => `… (${characters} more)`,
  /** Stands above the prompt. */
  waiting: (pid: number) => `Another wxauth (process ${pid}) is waiting to ask on this terminal.`,
} as const
