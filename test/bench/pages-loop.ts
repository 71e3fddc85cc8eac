import process from 'node:process'
import { createContext, Script } from 'node:vm'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { assetScript, templateCompiler } from '../../src/pages/context/assets.ts'
import { createHost } from '../../src/pages/host/create.ts'
import { launchProgram, type PreparedProgram, prepareProgram } from '../../src/pages/launch.ts'
import { demoMiniProgram } from '../../src/project/declared.ts'
import { answersOf } from '../../src/session/answers.ts'
import { memoryStore } from '../../src/store/memory-store.ts'

/** Opens pages of a program, and the same templates in bare contexts: see `pages.ts`, which writes the folders. */
const [, , flat = '', heavy = ''] = process.argv
const rounds = 60
const openings = 600

async function opened(prepared: PreparedProgram): Promise<void> {
  const app = launchProgram({
    prepared,
    host: parts =>
      createHost(
        {
          app: demoMiniProgram,
          catalogue: guideCatalogue,
          store: memoryStore(),
          answers: answersOf(guideCatalogue, 'reject'),
          language: 'en',
          edition: 'guide',
          onFault(fault) {
            throw fault
          },
        },
        parts,
      ),
    rejections: process,
  })
  await app.open('pages/index/index')
  if (!app.text().includes('element 25') && !app.text().includes('innermost')) throw new Error(app.text())
}

/** Renders the compiled templates of these units in a fresh context, each unit using the next one. */
function bareRender({ program }: PreparedProgram): () => void {
  const paths = program.config.pages.flatMap(({ route }) => {
    const found: string[] = []
    for (let path = program.units.page(route)?.path; path !== undefined; ) {
      found.push(path)
      path = Object.values(program.units.unit(path).components)[0]
    }
    return found
  })
  const compiler = templateCompiler()
  const parts = paths.map(path => {
    const group = new compiler()
    group.addTmpl('', program.files.read(program.units.unit(path).template ?? '') ?? '')
    return group.getTmplGenObjectGroups()
  })
  const render = new Script(`(easel => {
    const space = new easel.ComponentSpace()
    const groups = [${parts.join(',')}]
    groups.forEach((groupList, at) => {
      const next = at + 1 < groups.length ? { inner: '/c' + (at + 1) } : {}
      space.define('c' + at).usingComponents(next).template({ groupList, content: groupList[''] }).registerComponent()
    })
    const root = space.createComponentByUrl('page', 'c0', null, new easel.EmptyBackendContext())
    easel.Element.pretendAttached(root)
  })`)
  return () => {
    const context = createContext(Object.create(null))
    const easel = new Script('({})').runInContext(context)
    assetScript('easel').runInContext(context)({}, easel, { env: { NODE_ENV: 'production' } })
    render.runInContext(context)(easel)
  }
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** Both in each round, so that drift of the machine affects them alike. */
async function ratio(folder: string): Promise<number> {
  const prepared = prepareProgram(folder)
  const bare = bareRender(prepared)
  const ratios: number[] = []
  for (let round = -10; round < rounds; round += 1) {
    const start = performance.now()
    await opened(prepared)
    const between = performance.now()
    bare()
    const end = performance.now()
    if (round >= 0) ratios.push((between - start) / (end - between))
  }
  return median(ratios)
}

/** Bytes in use after garbage collection, of which contexts need several. */
async function heap(): Promise<number> {
  for (let time = 0; time < 4; time += 1) {
    globalThis.gc?.()
    await new Promise(resolve => setImmediate(resolve))
  }
  return process.memoryUsage().heapUsed
}

async function growth(folder: string): Promise<number> {
  const prepared = prepareProgram(folder)
  for (let time = 0; time < 50; time += 1) await opened(prepared)
  const before = await heap()
  for (let time = 0; time < openings; time += 1) await opened(prepared)
  return (await heap()) - before
}

process.stdout.write(
  JSON.stringify({ flat: await ratio(flat), heavy: await ratio(heavy), growth: await growth(flat) }),
)
