import type { ScopeName } from '../catalogue/names.ts'

/** Worth saying, and no reason to stop. Texts for people are in `messages/`. */
export type ProjectNote =
  /** No project at or above `cwd`. */
  | { readonly kind: 'demo'; readonly cwd: string }
  /** A named directory with an app.json alone; `path` is the project.config.json that is not there. */
  | { readonly kind: 'no-config'; readonly path: string }
  | { readonly kind: 'no-appid'; readonly path: string }
  /** `appid` is as it stands in the file, cut when it is long. */
  | { readonly kind: 'bad-appid'; readonly path: string; readonly appid: string }
  /** `length` and `limit` are characters (code points). */
  | {
      readonly kind: 'long-purpose'
      readonly path: string
      readonly scope: ScopeName
      readonly length: number
      readonly limit: number
    }
