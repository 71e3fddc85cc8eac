import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import type { ScopeName } from '../../src/catalogue/names.ts'
import type { MiniProgram } from '../../src/emulator/ports.ts'
import { html } from '../../src/messages/en/walkthrough-html.ts'
import { demoMiniProgram } from '../../src/project/declared.ts'
import { everyBranch } from '../../src/walkthrough/branches.ts'
import type { Chapter } from '../../src/walkthrough/html/chapter.ts'
import { scopeListPage, scopePage } from '../../src/walkthrough/html/page.ts'
import { apiOfScope } from '../../src/walkthrough/tour.ts'
import { texts, tourFor } from './tours.ts'

const page = { language: 'en', texts: { ...texts, html } } as const

export async function pageOf(scope: ScopeName, app?: MiniProgram): Promise<string> {
  return scopePage(await chapterOf(scope, app), page)
}

export async function pageOfAll(app = demoMiniProgram): Promise<string> {
  const chapters = await Promise.all(guideCatalogue.scopeNames.map(scope => chapterOf(scope, app)))
  return scopeListPage(chapters, app, page)
}

async function chapterOf(scope: ScopeName, app?: MiniProgram): Promise<Chapter> {
  const tour = tourFor(apiOfScope(guideCatalogue, scope), app)
  return { tour, branches: await everyBranch(tour) }
}
