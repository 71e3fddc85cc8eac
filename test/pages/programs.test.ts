import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { LaunchOptions, Page } from '../../src/pages/index.ts'
import { launch } from '../../src/pages/index.ts'

/** A tap on this text, or a text that is typed into an input. */
type Step = string | readonly [target: string, text: string]

interface Row {
  readonly program: string
  /** How it is written. */
  readonly style: string
  readonly page?: string
  readonly options?: Partial<LaunchOptions>
  /** What a phone shows, at first and after each step, line by line. */
  readonly shows: readonly string[]
  readonly steps?: readonly (readonly [step: Step, ...shows: readonly string[]])[]
  readonly notices?: readonly object[]
}

const rows: readonly Row[] = []

async function take(page: Page, step: Step): Promise<void> {
  if (typeof step === 'string') await page.tap(step)
  else await page.input(...step)
}

describe('A phone shows the same:', () => {
  test.each(rows)('$style', async ({ program, page: url = 'pages/index/index', options, shows, steps = [], notices = [] }) => {
    const app = await launch({ project: join(import.meta.dirname, 'programs', program), ...options })
    const page = await app.open(url)
    const seen = [page.text.split('\n')]
    for (const [step] of steps) {
      await take(app.page ?? page, step)
      seen.push((app.page ?? page).text.split('\n'))
    }
    expect(seen).toEqual([shows, ...steps.map(([, ...lines]) => lines)])
    expect(app.notices).toMatchObject(notices)
    expect(app.notices).toHaveLength(notices.length)
  })
})
