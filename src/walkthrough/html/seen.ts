import type { Question } from '../../emulator/ports.ts'
import { type Element, foreignText, h, hidden } from '../../html/element.ts'
import type { Answer } from '../../machine/state.ts'
import type { Seen, Visited } from '../step.ts'
import type { PageTexts } from './page-texts.ts'

/** The popup or the settings page of a step, as the user saw it; nothing if there was neither. */
export function pictureOf({ popup, settings }: Seen, texts: PageTexts): readonly Element[] {
  if (popup !== null) return [popupPicture(popup.question, popup.answer, texts)]
  return settings === null ? [] : [settingsPicture(settings, texts)]
}

function popupPicture(question: Question, answer: Answer, { html, popup, scopes }: PageTexts): Element {
  const { app, description, scope, purpose, caller } = question
  const choices = (['reject', 'accept'] as const).map(choice =>
    choice === answer
      ? h('li', { class: [choice, 'chosen'] }, '✔ ', popup.choices[choice], hidden(html.chosen))
      : h('li', { class: choice }, popup.choices[choice]),
  )
  return h(
    'figure',
    { class: 'screen' },
    h('figcaption', html.popup),
    h('p', { class: 'app' }, foreignText(app.name)),
    h('p', popup.applying),
    h('p', { class: 'what' }, scopes.request(scope, description), ' ', h('code', scope)),
    h(
      'dl',
      h('dt', popup.why),
      h('dd', purpose === undefined ? popup.noReason : foreignText(purpose)),
      h('dt', popup.askedBy),
      h('dd', caller === 'button' ? popup.button : caller),
    ),
    h('ul', { class: 'choices' }, ...choices),
    answer === 'dismiss' ? h('p', { class: 'closed' }, html.closed) : null,
  )
}

function settingsPicture({ app, before, after }: Visited, { html, scopes, settings }: PageTexts): Element {
  const words = (on: boolean) => (on ? settings.on : settings.off)
  const switches = after.map(({ scope, description, on }) => {
    const was = before.find(one => one.scope === scope)?.on ?? on
    const text = was === on ? words(on) : html.moved(words(was), words(on))
    return h('li', h('span', scopes.name(scope, description)), h('span', { class: on ? 'on' : 'off' }, text))
  })
  return h(
    'figure',
    { class: 'screen' },
    h('figcaption', html.settings),
    h('p', { class: 'app' }, foreignText(app.name)),
    h('p', switches.length === 0 ? settings.nothing : settings.allowed),
    switches.length === 0 ? null : h('ul', { class: 'switches' }, ...switches),
  )
}
