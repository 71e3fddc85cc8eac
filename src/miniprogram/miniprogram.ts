import type { ScopeName } from '../catalogue/scopes.ts'

/** The Mini Program that asks: what the emulator needs to know of a project. */
export interface MiniProgram {
  readonly appid: string
  readonly name: string
  /** Usage descriptions by scope (`permission["scope.userLocation"].desc` in app.json), as declared. */
  readonly purposes: Readonly<Partial<Record<ScopeName, string>>>
}
