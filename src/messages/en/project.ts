import type { ProjectNote } from '../../project/notes.ts'

type NoteText<K extends ProjectNote['kind']> = (note: Extract<ProjectNote, { readonly kind: K }>) => string

/** What is worth saying of a Mini Program that was found. */
export const projectNotes: { readonly [K in ProjectNote['kind']]: NoteText<K> } = {
  demo: ({ cwd }) =>
    `No project.config.json at or above ${cwd}: using the built-in demo Mini Program (touristappid).`,
  'no-config': ({ path }) => `There is no ${path}: taking touristappid for the appid.`,
  'no-appid': ({ path }) => `${path} names no appid: taking touristappid.`,
  'bad-appid': ({ path, appid }) =>
    `${path}: the appid ${appid} is not 1 to 64 letters, digits, dots, underscores and hyphens: taking touristappid.`,
  'long-purpose': ({ path, scope, length, limit }) =>
    `${path}: the usage description of ${scope} has ${length} characters; WeChat takes ${limit}.`,
}
