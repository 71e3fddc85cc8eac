import type { EditionName } from '../../catalogue/edition-names.ts'
import type { RuleName } from '../../explore/findings/rule.ts'
import type { PageResult } from '../../explore/page.ts'
import type { Path, StartUser } from '../../explore/path.ts'
import type { Observation, SourceFacts } from '../../explore/ports.ts'
import type { DecisionTree } from '../../explore/reports/tree.ts'
import type { Limits } from '../../explore/search/unit.ts'
import type { FaultCode } from '../../faults.ts'
import type { JsonObject } from '../../json/json-object.ts'
import type { Language } from '../../messages/language-names.ts'
import type { HostEvent, Notice, ProgramError } from '../../pages/ports.ts'
import type { FixedAnswers } from '../../playing/answers.ts'
import type { RunningApp, Shown } from '../run/conversation.ts'

/** What the main thread and the workers that explore say to each other: plain data. */

/** What is the same for every page and every worker. */
export interface ExploreOrder {
  readonly directory: string
  readonly edition: EditionName
  readonly language: Language
  readonly query: Readonly<Record<string, string>>
  readonly storage: JsonObject | undefined
  readonly fixtures: JsonObject | undefined
  readonly fixed: FixedAnswers
  readonly starts: readonly StartUser[]
  readonly limits: Limits
  readonly hidden: boolean
  readonly ignored: readonly RuleName[]
  /** Whether the paths are kept, for the report that draws them. */
  readonly draws: boolean
}

export type ToExplorer =
  | { readonly type: 'read' }
  /** `endless` are the tokens of paths that let nothing else run: they are not played again. */
  | { readonly type: 'walk'; readonly page: string; readonly endless: readonly string[] }
  | { readonly type: 'replay'; readonly path: Path }

/** A program as its source says it. */
export interface ProgramRead {
  readonly app: RunningApp
  readonly facts: SourceFacts
}

export interface PageWalkedThere {
  readonly result: PageResult
  readonly trees: readonly DecisionTree[]
  readonly notices: readonly Notice[]
}

/** A path that was played once for somebody who watches. */
export interface Replayed {
  readonly observation: Observation
  readonly shown: Shown | undefined
  readonly errors: readonly ProgramError[]
  readonly notices: readonly Notice[]
}

export type FromExplorer =
  | ({ readonly type: 'read' } & ProgramRead)
  /** The path that is played next. */
  | { readonly type: 'path'; readonly token: string }
  | ({ readonly type: 'walked' } & PageWalkedThere)
  /** On a path that is replayed; one that never ends tells no more. */
  | { readonly type: 'happened'; readonly event: HostEvent }
  | ({ readonly type: 'replayed' } & Replayed)
  | { readonly type: 'fault'; readonly code: FaultCode; readonly facts: unknown }
  | { readonly type: 'defect'; readonly message: string; readonly stack: string | undefined }
