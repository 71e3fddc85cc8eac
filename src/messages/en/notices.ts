import type { NoticeCode } from '../../pages/ports.ts'
import { quoted, whole } from '../../text/quoted.ts'

/** What of a notice stands in its text; its place stands before that. */
export interface NoticeFacts {
  readonly subject: string
  /** What the compiler or the program itself says about it. */
  readonly reason: string | undefined
}

const because = (reason: string | undefined) =>
  reason === undefined ? '.' : `: ${whole(reason, { most: 200 })}`

/** Something of a project that cannot be used: said once, after its place. */
export const notices: Readonly<Record<NoticeCode, (facts: NoticeFacts) => string>> = {
  'broken-json': () => 'This is not valid JSON. What can be read of it is used.',
  'conflict-markers': () => 'There are conflict markers of git in this file. What can be read of it is used.',
  'page-missing': ({ subject }) => `app.json declares the page ${whole(subject)}, but it has no files.`,
  'private-info-missing': ({ subject }) =>
    `requiredPrivateInfos does not name ${whole(subject)}, so wx.${whole(subject)} fails on a phone. The search goes on as if it did.`,
  'script-missing': ({ subject }) => `${whole(subject)} has no script.`,
  'template-missing': ({ subject }) => `${whole(subject)} has no template.`,
  'component-missing': ({ subject }) =>
    `There is no component ${whole(subject)}. Nothing is shown in its place.`,
  'package-missing': ({ subject }) =>
    `The npm package ${whole(subject)} is not installed, so something that does nothing takes its place. Run npm install, then Build npm in DevTools.`,
  'module-missing': ({ subject }) => `There is no module ${whole(subject)}.`,
  'outside-project': ({ subject }) => `${whole(subject)} is outside the project, and is not read.`,
  'module-threw': ({ subject, reason }) =>
    `The module ${whole(subject)} threw when it was loaded${because(reason)}`,
  'script-syntax': ({ reason }) => `This script has a syntax error${because(reason)}`,
  'unusable-template': ({ reason }) => `This template cannot be used${because(reason)}`,
  'unusable-wxs': ({ reason }) => `This wxs script cannot be used${because(reason)}`,
  'unusable-definition': ({ reason }) => `Something of this definition cannot be used${because(reason)}`,
  unsupported: ({ subject }) => `wxauth does not support this: ${whole(subject)}. The rest runs.`,
  'handler-missing': ({ reason = '' }) =>
    `There is no method ${quoted(reason)} to handle this event, so nothing happens.`,
  'api-not-emulated': ({ subject }) => `${whole(subject)} does nothing here: it answers ${quoted('ok')}.`,
  'too-many-turns': () => 'The program never came to rest. Time stopped here, and later timers did not run.',
}
