import type { ProjectNote } from '../../project/notes.ts'
import { whole } from '../../text/quoted.ts'
import { shown } from './shown.ts'

/** Notes about the Mini Program. */
export function projectNote(note: ProjectNote): string {
  switch (note.kind) {
    case 'demo':
      return 'No project.config.json: using the demo Mini Program.'
    case 'no-config':
      return `There is no ${whole(note.path)}: using touristappid as the appid.`
    case 'no-appid':
      return `${whole(note.path)} has no appid: using touristappid.`
    case 'bad-appid':
      return `${whole(note.path)}: the appid ${shown(note.appid)} is not 1 to 64 letters, digits, dots, underscores and hyphens. Using touristappid.`
    case 'no-app-json':
      return `${whole(note.path)} does not exist. If a build writes it, build the Mini Program first.`
    case 'long-purpose':
      return `${whole(note.path)}: the usage description of ${note.scope} has ${note.length} characters. WeChat allows ${note.limit}.`
  }
}
