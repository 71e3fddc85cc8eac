import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import type { GuardedApi } from '../../src/catalogue/names.ts'
import type { MiniProgram } from '../../src/emulator/ports.ts'
import { en } from '../../src/messages/en/index.ts'
import { walkthrough } from '../../src/messages/en/walkthrough.ts'
import type { Language } from '../../src/messages/language-names.ts'
import { zhCN } from '../../src/messages/zh-CN/index.ts'
import { walkthrough as chinese } from '../../src/messages/zh-CN/walkthrough.ts'
import { demoMiniProgram } from '../../src/project/declared.ts'
import type { StepTexts } from '../../src/walkthrough/step-lines.ts'
import { type Tour, tourOf } from '../../src/walkthrough/tour.ts'

/** A walkthrough of the demo Mini Program. */
export function tourFor(
  api: GuardedApi,
  app: MiniProgram = demoMiniProgram,
  appJson?: string,
  language: Language = 'en',
): Tour {
  return tourOf({ catalogue: guideCatalogue, api, app, appJson, texts: textsIn[language].walkthrough })
}

export const textsIn: Readonly<Record<Language, StepTexts>> = {
  en: { ...en, walkthrough },
  'zh-CN': { ...zhCN, walkthrough: chinese },
}
export const texts = textsIn.en
