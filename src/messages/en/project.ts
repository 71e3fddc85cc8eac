import type { ProjectNote } from '../../project/notes.ts'

type NoteText<K extends ProjectNote['kind']> = (note: Extract<ProjectNote, { readonly kind: K }>) => string

/** What is worth saying of a Mini Program that was found. */
const projectNoteTexts: { readonly [K in ProjectNote['kind']]: NoteText<K> } = {
  demo: ({ cwd }) =>
    `No project.config.json at or above ${cwd}: using the built-in demo Mini Program (touristappid).`,
  'no-config': ({ path }) => `There is no ${path}: taking touristappid for the appid.`,
  'no-appid': ({ path }) => `${path} names no appid: taking touristappid.`,
  'bad-appid': ({ path, appid }) =>
    `${path}: the appid ${appid} is not 1 to 64 letters, digits, dots, underscores and hyphens: taking touristappid.`,
  'long-purpose': ({ path, scope, length, limit }) =>
    `${path}: the usage description of ${scope} has ${length} characters; WeChat takes ${limit}.`,
}

export function projectNoteText(note: ProjectNote): string {
  // A table by kind: the compiler cannot see that a note and its text go together.
  const text = projectNoteTexts[note.kind] as (note: ProjectNote) => string
  return text(note)
}

/** What is wrong with a file of a project; follows its path and a colon. */
export const projectFileProblems = {
  'not-json': 'not valid JSON',
  'not-object': 'not a JSON object',
  'not-file': 'not a regular file',
  'too-large': 'larger than 4 MiB',
  'bad-root': 'miniprogramRoot is not a string',
} as const

/** The demo Mini Program, as its popup shows it. */
export const demoTexts = { name: 'WXAuth Demo', purpose: 'To show what is near you' } as const
