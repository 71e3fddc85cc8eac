import type { EditionName } from '../catalogue/edition-names.ts'
import type { Frame } from '../explore/ports.ts'
import type { JsonObject } from '../json/json-object.ts'
import type { Language } from '../messages/language-names.ts'
import type { RejectionSource } from '../pages/context/rejections.ts'
import type { Edition } from '../pages/edition.ts'
import type { Launch, PreparedProgram } from '../pages/launch.ts'
import type { HostEvent } from '../pages/ports.ts'
import type { FixedAnswers } from './answers.ts'

/** What is the same for every path. */
export interface Playing extends Edition {
  readonly prepared: PreparedProgram
  readonly edition: EditionName
  readonly language: Language
  readonly rejections: RejectionSource
  readonly query: Readonly<Record<string, string>>
  readonly storage: JsonObject | undefined
  readonly fixtures: JsonObject | undefined
  /** For guessed data: values that the program compares properties with, by their names. */
  readonly hints: Readonly<Record<string, string | number | boolean>>
  readonly fixed: FixedAnswers
  /** Those that the program names, or that guard what it calls. */
  readonly scopes: ReadonlySet<string>
  /** Whose script a file is. */
  readonly scriptOf: (file: string) => Frame['script']
  /** Whether a component belongs to a package: what is inside of it is not the program's to listen to. */
  readonly isLibrary: (component: string) => boolean
  /** What the page's own script uses: no handler, where no element names it. */
  readonly usedIn: (page: string) => ReadonlySet<string>
  /** Sees the events of a path, for somebody who watches one. */
  readonly observe?: (event: HostEvent) => void
  /** Sees the program when the path has ended. */
  readonly finished?: (launch: Launch) => void
  /** Defects of ours. */
  readonly onFault: (fault: unknown) => void
}
