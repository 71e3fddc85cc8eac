import type { ProjectNote } from '../../project/notes.ts'

/** Notes about the Mini Program. */
export function projectNote(note: ProjectNote): string {
  switch (note.kind) {
    case 'demo':
      return `No project.config.json at or above ${note.cwd}: using the built-in demo Mini Program (touristappid).`
    case 'no-config':
      return `There is no ${note.path}: taking touristappid for the appid.`
    case 'no-appid':
      return `${note.path} names no appid: taking touristappid.`
    case 'bad-appid':
      return `${note.path}: the appid ${note.appid} is not 1 to 64 letters, digits, dots, underscores and hyphens: taking touristappid.`
    case 'no-app-json':
      return `${note.path} does not exist. If a build writes it, build the Mini Program first.`
    case 'long-purpose':
      return `${note.path}: the usage description of ${note.scope} has ${note.length} characters; WeChat takes ${note.limit}.`
  }
}
