import type { Element } from '../../html/element.ts'
import type { Language } from '../../messages/language-names.ts'

/**
 * The state diagrams, drawn when the package is built (test/build/state-diagram.ts). `button` is that of
 * `scope.userInfo`, whose button asks again; `common` is that of every other scope.
 */
export declare const stateDiagrams: Readonly<Record<Language, Readonly<Record<'common' | 'button', Element>>>>
