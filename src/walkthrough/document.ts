import { onOneLine } from '../text/in-lines.ts'
import type { Seen, WalkthroughStep } from './step.ts'

/** A step as `--json` prints it. Pure. */
export function stepDocument({ id, title, guide, user, received, lesson, code, more }: WalkthroughStep) {
  return {
    id,
    title: onOneLine(title),
    guide,
    user: userDocument(user),
    received,
    lesson: onOneLine(lesson),
    code,
    more: onOneLine(more),
  }
}

function userDocument({ text, popup, settings }: Seen) {
  return {
    text: onOneLine(text),
    popup: popup && {
      scope: popup.question.scope,
      description: popup.question.description,
      purpose: popup.question.purpose ?? null,
      caller: popup.question.caller,
      answer: popup.answer,
    },
    settings: settings && { before: settings.before, after: settings.after },
  }
}
