import { type Content, type Element, foreignText, h } from '../../../html/element.ts'
import type { ExploreTexts } from '../../../messages/texts.ts'
import { onOneLine } from '../../../text/in-lines.ts'
import type { RuleName } from '../../findings/rule.ts'
import { atPlace, type Step } from '../../findings/steps.ts'
import type { Tap } from '../../path.ts'
import { type DecisionTree, type End, isWrong, type Point } from '../tree.ts'
import { stepText } from '../words.ts'

/** What is wrong, by fingerprint: only what is among the findings is drawn red. */
export type Wrong = ReadonlyMap<string, RuleName>

/** One unit: closed where it ends well, open where it does not. */
export function treeElement(tree: DecisionTree, wrong: Wrong, texts: ExploreTexts): Element {
  const { html } = texts
  const pruned = onlyWrong(tree.root, wrong)
  const isBad = isWrong(pruned)
  const names = tree.unit.taps.map(tap => ` · ${html.tapped(onOneLine(handlerOf(tap)))}`)
  const mark = isBad ? [' ', h('span', { class: 'bad' }, '✘')] : []
  return h(
    'details',
    { class: 'tree', open: isBad },
    h('summary', html.opened(tree.unit.page), ...names, ` · ${html.starts[tree.start]}`, ...mark),
    ...pointElements(pruned, wrong, texts),
  )
}

const handlerOf = ({ handler, at }: Tap) => (at === null ? handler : `${handler} (${atPlace(at)})`)

/** The point without what is not among the findings. */
function onlyWrong({ seen, branches, end }: Point, wrong: Wrong): Point {
  return {
    seen,
    branches: branches.map(branch => ({ ...branch, point: onlyWrong(branch.point, wrong) })),
    end: end === null ? null : { ...end, wrong: end.wrong.filter(one => wrong.has(one)) },
  }
}

function pointElements(point: Point, wrong: Wrong, texts: ExploreTexts): readonly Element[] {
  const seen = point.seen.filter(({ kind }) => kind !== 'opened').map(step => h('li', ...words(step, texts)))
  const branches = point.branches.map(({ step, point: next }) =>
    h(
      'li',
      { class: isWrong(next) ? 'bad' : 'branch' },
      h('span', { class: 'choice' }, ...words(step, texts)),
      ...pointElements(next, wrong, texts),
    ),
  )
  const end = point.end === null ? [] : [h('li', ...endElements(point.end, wrong, texts))]
  return [h('ul', ...seen, ...branches, ...end)]
}

/** Our words around theirs. */
const words = (step: Step, texts: ExploreTexts): readonly Content[] => [onOneLine(stepText(step, texts))]

function endElements({ text, replay, wrong: broken }: End, wrong: Wrong, { html }: ExploreTexts) {
  const rules = [...new Set(broken.flatMap(one => wrong.get(one) ?? []))]
  const verdict =
    rules.length === 0
      ? h('p', { class: ['end', 'good'] }, html.good)
      : h('p', { class: ['end', 'bad'] }, html.bad(rules.join(', ')))
  const lines = text.split('\n').flatMap((line, at) => [...(at === 0 ? [] : ['\n']), foreignText(line)])
  const screen = h('figure', { class: 'screen' }, h('figcaption', html.shown), ...lines)
  return [verdict, ...(text.trim() === '' ? [] : [screen]), h('p', h('code', replay))]
}
