import type { ScopeState } from '../../machine/state.ts'
import type { Texts } from '../../messages/texts.ts'
import { termsInLines } from '../../text/in-lines.ts'
import { visibleText } from '../../text/visible-text.ts'
import type { Layout } from './report.ts'
import { stateText } from './state-text.ts'

interface ListedProfile {
  readonly name: string
  readonly apps: Readonly<
    Record<string, { readonly name: string; readonly scopes: Readonly<Record<string, string>> }>
  >
  /** The code of the fault because of which it cannot be used. */
  readonly error?: string
}

/** Profiles, their Mini Programs and the decisions there, each level indented. */
export function profilesText(
  profiles: readonly ListedProfile[],
  texts: Texts,
  { palette, columns }: Layout,
): string {
  return profiles
    .flatMap(({ name, apps, error }) => [
      error === undefined ? palette.bold(name) : `${palette.bold(name)}  ${palette.bad(texts.cli.unusable)}`,
      ...Object.entries(apps).flatMap(([appid, app]) => [
        `  ${visibleText(appid)}  ${visibleText(app.name)}`,
        ...termsInLines(
          Object.entries(app.scopes).map(([scope, state]) => [
            visibleText(scope),
            stateText(state as ScopeState, texts, palette),
          ]),
          columns,
          { indent: '    ' },
        ),
      ]),
    ])
    .join('\n')
}
