import type { Catalogue } from '../../catalogue/catalogue.ts'
import { differenceFrom, differenceText } from '../../explore/replay.ts'
import { parseToken } from '../../explore/token.ts'
import { WxauthError } from '../../faults.ts'
import type { ExploreTexts } from '../../messages/texts.ts'
import type { ChosenEdition } from '../../pages/edition.ts'
import { exitCodes } from '../report/exit-codes.ts'
import type { Report } from '../report/report.ts'
import { complaintsOf } from '../run/complaints.ts'
import { runDocument } from '../run/document.ts'
import { withEndAsError } from '../run/end.ts'
import type { TranscriptTexts } from '../run/event-lines.ts'
import type { FinishedRun } from '../run/supervise.ts'
import { editionLine, transcript } from '../run/transcript.ts'
import type { ProgramRead } from './conversation.ts'
import type { Explorer } from './explorer-pool.ts'

interface Parts {
  readonly explorer: Explorer
  readonly read: ProgramRead
  readonly edition: ChosenEdition
  readonly libVersion: string | undefined
  readonly catalogue: Catalogue
  readonly texts: TranscriptTexts
  readonly exploreTexts: ExploreTexts
}

const nothingExpected = { popup: undefined, texts: [], missingTexts: [], pages: [] }

/** Plays the path of a token once more, told as a run. @throws WxauthError ERR_BAD_TOKEN */
export async function replayReport(token: string, parts: Parts): Promise<Report> {
  const { explorer, read, edition, libVersion, catalogue, texts, exploreTexts } = parts
  const { root } = read.app
  const path = parseToken(token, root === '.' ? '' : `${root}/`)
  if (path === undefined || !read.facts.pages.includes(path.unit.page)) {
    await explorer.end()
    throw new WxauthError('ERR_BAD_TOKEN', { token })
  }
  const { events, end } = await explorer.replay(path)
  await explorer.end()
  const replayed = 'loop' in end ? undefined : end
  const played: FinishedRun = {
    app: read.app,
    page: path.unit.page,
    query: {},
    events,
    end: 'loop' in end ? { kind: 'endless-loop', place: end.loop } : { kind: 'done' },
    shown: replayed?.shown,
    errors: replayed?.errors ?? [],
    notices: replayed?.notices ?? [],
    unused: [],
  }
  const finished = withEndAsError(played, texts.run)
  const difference = replayed === undefined ? undefined : differenceFrom(path, replayed.observation)
  const complaints = [
    ...complaintsOf(finished, nothingExpected, texts.run),
    ...(difference === undefined
      ? []
      : [{ message: exploreTexts.differs(differenceText(difference, exploreTexts)) }]),
  ]
  return {
    document: runDocument(finished, edition.edition, texts.run),
    text: layout =>
      [
        ...editionLine(edition, libVersion, texts, layout),
        ...transcript(finished, catalogue, texts, layout),
      ].join('\n'),
    exit: complaints.length === 0 ? exitCodes.success : exitCodes.negative,
    complaints,
  }
}
