import type { ExploreTexts } from '../../messages/texts.ts'
import { whole } from '../../text/quoted.ts'
import type { Finding } from '../findings/finding.ts'
import { atPlace, type Step } from '../findings/steps.ts'
import type { Notice } from '../ports.ts'

/** What a finding says of its place. */
export function messageOf({ rule, facts, api, scope, wayOut }: Finding, texts: ExploreTexts): string {
  const known = { api: elements[api ?? ''] ?? api ?? '', scope: scope ?? '', wayOut: String(wayOut ?? '') }
  return texts.rules[rule].message({ ...known, ...facts })
}

/** How to fix it: what hears a refusal is not the same everywhere. */
export function fixOf(
  { rule, api, scope }: Pick<Finding, 'rule' | 'api' | 'scope'>,
  texts: ExploreTexts,
): string {
  const fixes: Readonly<Record<string, Readonly<Record<string, string>>>> = texts.fixes
  const special = fixes[rule]?.[api ?? ''] ?? (scope === null ? fixes[rule]?.privacy : undefined)
  return special ?? fixes[rule]?.callbacks ?? texts.rules[rule].fix
}

/** What asks by itself, as it stands in WXML. */
const elements: Readonly<Record<string, string>> = {
  button: '<button open-type="getUserInfo">',
  camera: '<camera>',
}

/** A step as one does it, or sees it. */
export function stepText(step: Step, { steps }: ExploreTexts): string {
  switch (step.kind) {
    case 'opened':
      return steps.opened(step.page)
    case 'tapped':
      return steps.tapped[step.how ?? 'tap'](step)
    case 'popup':
      return steps.asked(step.scope, wordOf(step.answer, steps.popup))
    case 'consent':
      return steps.consent(step.scope, wordOf(step.answer, steps.popup))
    case 'modal':
      return steps.modal(
        [step.title, step.content].filter(text => text !== ''),
        wordOf(step.answer, steps.modalAnswers),
      )
    case 'sheet':
      return step.answer === 'cancel'
        ? steps.sheetCanceled
        : steps.sheet(step.items[Number(step.answer)] ?? step.answer)
    case 'picker':
      return steps.picker(step.api, wordOf(step.answer, steps.pickerAnswers))
    case 'settings': {
      const [to, scope] = step.answer.split(' ')
      if (scope === undefined) return steps.settings.leave
      return to === 'on' ? steps.settings.on(scope) : steps.settings.off(scope)
    }
    case 'toast':
      return steps.toast(step.title)
    case 'navigated':
      return steps.navigated(step.page)
  }
}

const wordOf = (answer: string, words: Readonly<Record<string, string>>) => words[answer] ?? answer

/**
 * Notices of the project's files come with their text.
 * @param flags those of the exploration that a replay needs too
 */
export function noticeText(
  { code, facts: { replay, ...facts } }: Notice,
  texts: ExploreTexts,
  flags: readonly string[] = [],
): string {
  const notices: Readonly<Record<string, (facts: Readonly<Record<string, string>>) => string>> = texts.notices
  const inWords = Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, String(fact)]))
  const command = replay === undefined ? {} : { replay: replayCommand({ replay: String(replay) }, flags) }
  return notices[code]?.({ ...inWords, ...command }) ?? inWords.message ?? code
}

/** A notice with its place before it. */
export function noticeLine(notice: Notice, texts: ExploreTexts, flags?: readonly string[]): string {
  const place = noticePlace(notice)
  const text = noticeText(notice, texts, flags)
  return place === '' ? text : `${whole(place)} ${text}`
}

/** `app.json:4:5`; empty for a notice of the whole project. */
export function noticePlace({ file, line, column }: Notice): string {
  if (file === null) return ''
  return line === null ? file : atPlace({ file, line, column: column ?? 1 })
}

/** @param flags those of the exploration on which the path depends, such as `--project shop` */
export const replayCommand = ({ replay }: Pick<Finding, 'replay'>, flags: readonly string[] = []) =>
  ['wxauth explore', ...flags, '--replay', replay].join(' ')
