import type { Place } from '../../pages/ports.ts'

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: {
    readonly scriptId?: string
    readonly url?: string
    readonly callFrames?: readonly {
      readonly location: {
        readonly scriptId: string
        readonly lineNumber: number
        readonly columnNumber: number
      }
    }[]
  }
}

interface FromSession {
  readonly sessionId: string
  readonly message: string
}

interface Attached {
  readonly params: { readonly sessionId: string }
}

/** Milliseconds. A worker that does not answer meanwhile is ended without a place: it may have to wait for a busy machine. */
const patience = 5000
const scheme = 'program:/'
const off = 4

/**
 * Where a worker's code is, although it lets nothing else run there: the debugger stops it and reads its stack.
 * @param directory that of the project
 * @returns the innermost place of the program, and lets the worker go on
 */
export async function placeOfLoop(directory: string): Promise<Place | undefined> {
  const place = await placeInCode()
  return place === undefined ? undefined : originOf(place, directory)
}

/** In the source as it is written: the program itself cannot be asked. */
async function originOf(place: Place, directory: string): Promise<Place> {
  const { file } = place
  const [{ projectFiles }, { transformScript }] = await Promise.all([
    import('../../pages/source/files.ts'),
    import('../../pages/source/transform.ts'),
  ])
  const script = transformScript(projectFiles(directory).read(file) ?? '', file)
  return 'code' in script ? { file, ...script.origin(place) } : place
}

async function placeInCode(): Promise<Place | undefined> {
  const inspector = await inspectorOfNode()
  if (inspector === undefined) return undefined
  const session = new inspector.Session()
  session.connect()
  let deadline: NodeJS.Timeout | undefined
  // A worker that is paused cannot be terminated.
  const resumes: (() => void)[] = []
  const found = new Promise<Place | undefined>(resolve => {
    session.on('NodeWorker.attachedToWorker', (attached: unknown) => {
      const { sessionId } = (attached as Attached).params
      const urls = new Map<string, string>()
      let place: Place | undefined
      const send = (id: number, method: string) =>
        session.post('NodeWorker.sendMessageToWorker', { sessionId, message: JSON.stringify({ id, method }) })
      const resume = () => send(off, 'Debugger.disable')
      resumes.push(resume)
      session.on('NodeWorker.receivedMessageFromWorker', ({ params }: { params: FromSession }) => {
        if (params.sessionId !== sessionId) return
        const { id, method, params: facts = {} } = JSON.parse(params.message) as Message
        if (method === 'Debugger.scriptParsed') urls.set(String(facts.scriptId), String(facts.url))
        if (method === 'Debugger.paused') {
          place = placeIn(facts.callFrames ?? [], urls)
          if (place === undefined) again()
          else resume()
        }
        if (id === off && place !== undefined) resolve(place)
      })
      // Between two turns of the program, and in other workers, nothing of the program runs.
      const again = () => {
        send(2, 'Debugger.resume')
        send(3, 'Debugger.pause')
      }
      send(1, 'Debugger.enable')
      send(3, 'Debugger.pause')
    })
    session.post('NodeWorker.enable', { waitForDebuggerOnStart: false })
    deadline = setTimeout(() => resolve(undefined), patience)
  })
  try {
    return await found
  } finally {
    // After the end there is no session to resume with.
    clearTimeout(deadline)
    for (const resume of resumes) resume()
    session.disconnect()
  }
}

function placeIn(
  frames: NonNullable<NonNullable<Message['params']>['callFrames']>,
  urls: ReadonlyMap<string, string>,
): Place | undefined {
  for (const { location } of frames) {
    const url = urls.get(location.scriptId) ?? ''
    if (!url.startsWith(scheme)) continue
    return {
      file: url.slice(scheme.length),
      line: location.lineNumber + 1,
      column: location.columnNumber + 1,
    }
  }
  return undefined
}

/** Node can be built without it. */
async function inspectorOfNode() {
  try {
    return await import('node:inspector')
  } catch {
    return undefined
  }
}
