import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import type { ScopeName } from '../../src/catalogue/names.ts'
import type { MiniProgram } from '../../src/emulator/ports.ts'
import { html } from '../../src/messages/en/walkthrough-html.ts'
import type { Language } from '../../src/messages/language-names.ts'
import { html as chinese } from '../../src/messages/zh-CN/walkthrough-html.ts'
import { demoMiniProgram } from '../../src/project/declared.ts'
import { everyBranch } from '../../src/walkthrough/branches.ts'
import type { Chapter } from '../../src/walkthrough/html/chapter.ts'
import { scopeListPage, scopePage } from '../../src/walkthrough/html/page.ts'
import { apiOfScope } from '../../src/walkthrough/tour.ts'
import { textsIn, tourFor } from './tours.ts'

const pageTexts = {
  en: { ...textsIn.en, html },
  'zh-CN': { ...textsIn['zh-CN'], html: chinese },
}
const pageIn = (language: Language) => ({ language, texts: pageTexts[language] })

export async function pageOf(
  scope: ScopeName,
  app?: MiniProgram,
  language: Language = 'en',
): Promise<string> {
  return scopePage(await chapterOf(scope, language, app), pageIn(language))
}

export async function pageOfAll(app = demoMiniProgram, language: Language = 'en'): Promise<string> {
  const chapters = await Promise.all(guideCatalogue.scopeNames.map(scope => chapterOf(scope, language, app)))
  return scopeListPage(chapters, app, pageIn(language))
}

async function chapterOf(scope: ScopeName, language: Language, app?: MiniProgram): Promise<Chapter> {
  const tour = tourFor(apiOfScope(guideCatalogue, scope), app, undefined, language)
  return { tour, branches: await everyBranch(tour) }
}
