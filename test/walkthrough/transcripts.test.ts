import { describe, expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { demoMiniProgram } from '../../src/project/declared.ts'
import { plainPalette } from '../../src/text/color.ts'
import { everyBranch } from '../../src/walkthrough/branches.ts'
import { apiOfScope } from '../../src/walkthrough/tour.ts'
import { transcript } from '../../src/walkthrough/transcript.ts'
import { textsIn, tourFor } from './tours.ts'

const languages = [
  { language: 'en', folder: 'transcripts' },
  { language: 'zh-CN', folder: 'transcripts/zh-CN' },
] as const

describe.each(languages)('In $language', ({ language, folder }) => {
  describe.each(guideCatalogue.scopeNames)('the walkthrough of %s', scope => {
    test.each(['accept', 'reject', 'dismiss'])('reads well when the user answers with %s', async answer => {
      const { demoPurpose } = textsIn[language].scopes
      const purposes = { 'scope.userLocation': demoPurpose('To show what is near you') }
      const app = { ...demoMiniProgram, purposes }
      const tour = tourFor(apiOfScope(guideCatalogue, scope), app, undefined, language)
      const branches = await everyBranch(tour)
      const steps = branches.find(branch => branch.answer === answer)?.steps ?? []
      const text = transcript(tour, steps, textsIn[language], { columns: 80, palette: plainPalette })
      await expect(`${text}\n`).toMatchFileSnapshot(`${folder}/${scope}.${answer}.txt`)
    })
  })
})
