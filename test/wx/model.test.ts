import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { todayCatalogue } from '../../src/catalogue/editions/today.ts'
import { fewStates, stepOf } from './model/arbitrary-steps.ts'
import { library } from './model/library.ts'
import { reference } from './model/reference.ts'

test.each([guideCatalogue, todayCatalogue])(
  'any sequence of calls, answers, sets and resets, overlapping or not, ends as in the reference model: $edition',
  async catalogue => {
    const start = catalogue.edition === 'today' ? fewStates : fc.constant([])
    await fc.assert(
      fc.asyncProperty(start, fc.array(stepOf(catalogue), { maxLength: 15 }), async (start, steps) => {
        const expected = reference(catalogue)
        const actual = library(catalogue)
        for (const step of [...start, ...steps]) {
          expect(await actual.take(step), JSON.stringify(step)).toEqual(expected.take(step))
        }
        expect(await actual.summary()).toEqual(expected.summary())
      }),
      { numRuns: 300 },
    )
  },
)
