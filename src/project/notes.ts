import type { ScopeName } from '../catalogue/names.ts'

/** Worth a note, but not an error. The texts are in `messages/`. */
export type ProjectNote =
  /** No project at or above the working directory. */
  | { readonly kind: 'demo' }
  /** A named directory with only an app.json; `path` is the missing project.config.json. */
  | { readonly kind: 'no-config'; readonly path: string }
  | { readonly kind: 'no-appid'; readonly path: string }
  | { readonly kind: 'bad-appid'; readonly path: string; readonly appid: unknown }
  /** `path` is the missing app.json. */
  | { readonly kind: 'no-app-json'; readonly path: string }
  /** `length` and `limit` are characters (code points). */
  | {
      readonly kind: 'long-purpose'
      readonly path: string
      readonly scope: ScopeName
      readonly length: number
      readonly limit: number
    }
