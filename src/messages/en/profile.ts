/** What is said of a profile: what stands at the place that is wrong, what it should be, and who holds its lock. */
export const profileTexts = {
  root: 'the profile',
  mustBe: {
    object: 'must be an object',
    string: 'must be a string',
    version: 'must be the number 1',
    state: 'must be "accepted" or "rejected"',
    at: 'must be an ISO 8601 date such as "2026-01-31T08:00:00.000Z"',
    by: (words: readonly string[]) => `must be one of ${words.map(word => `"${word}"`).join(', ')}`,
  },
  notAFile: {
    directory: 'it is a directory',
    other: 'it is not a regular file',
  },
  holder: {
    process: (pid: number) => `process ${pid}`,
    elsewhere: (pid: number, machine: string) => `process ${pid} on ${machine} or in another container`,
    unknown: 'somebody who cannot be told',
  },
} as const
