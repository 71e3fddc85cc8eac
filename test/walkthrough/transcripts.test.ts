import { describe, expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { demoMiniProgram } from '../../src/project/declared.ts'
import { plainPalette } from '../../src/text/color.ts'
import { widthOf } from '../../src/text/width.ts'
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

test.each([28, 40, 60, 80])(
  'In %i columns, no Chinese line begins with closing punctuation or is too wide',
  async columns => {
    for (const scope of guideCatalogue.scopeNames) {
      const tour = tourFor(apiOfScope(guideCatalogue, scope), undefined, undefined, 'zh-CN')
      for (const { steps } of await everyBranch(tour)) {
        const layout = { columns, palette: plainPalette }
        const lines = transcript(tour, steps, textsIn['zh-CN'], layout).split('\n')
        for (const line of lines) {
          expect(line).not.toMatch(/^ *[，。、：；！？）》」”]|[（《「“]$/)
          const isCode = /^ {2}/.test(line) || /[!-~]{16}/.test(line)
          if (!isCode) expect(widthOf(line), line).toBeLessThanOrEqual(columns)
        }
      }
    }
  },
)
