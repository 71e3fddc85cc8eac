import { describe, expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { plainPalette } from '../../src/text/color.ts'
import { everyBranch } from '../../src/walkthrough/branches.ts'
import { apiOfScope } from '../../src/walkthrough/tour.ts'
import { transcript } from '../../src/walkthrough/transcript.ts'
import { texts, tourFor } from './tours.ts'

describe.each(guideCatalogue.scopeNames)('The walkthrough of %s', scope => {
  test.each(['accept', 'reject', 'dismiss'])('reads well when the user answers with %s', async answer => {
    const tour = tourFor(apiOfScope(guideCatalogue, scope))
    const branches = await everyBranch(tour)
    const steps = branches.find(branch => branch.answer === answer)?.steps ?? []
    const text = transcript(tour, steps, texts, { columns: 80, palette: plainPalette })
    await expect(`${text}\n`).toMatchFileSnapshot(`transcripts/${scope}.${answer}.txt`)
  })
})
