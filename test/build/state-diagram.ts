import { dirname, join } from 'node:path'
import { instance } from '@viz-js/viz'
import type { Element, ElementContent, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { s } from 'hastscript'
import type { Plugin } from 'rolldown'
import type { ScopeName } from '../../src/catalogue/names.ts'
import { decide } from '../../src/machine/decide.ts'
import { type ScopeState, scopeStates } from '../../src/machine/state.ts'
import { loadTexts } from '../../src/messages/language.ts'
import { type Language, languageNames } from '../../src/messages/language-names.ts'
import type { HtmlTexts, Texts } from '../../src/messages/texts.ts'
import { type Arrow, arrowsOf, ofButton } from './state-arrows.ts'

/** The state diagrams of the walkthrough's page: the machine's own transitions, drawn by Graphviz. */

type DiagramTexts = HtmlTexts['diagram'] & { readonly states: Texts['cli']['states'] }

function labelOf({ by, event }: Arrow, { arrows }: DiagramTexts): string {
  switch (event.type) {
    case 'answered':
      return arrows[by === 'button' ? 'button' : 'popup'][event.answer]
    case 'switched':
      return event.on ? arrows.settings.on : arrows.settings.off
    default:
      return arrows.deleted
  }
}

const verdictOf = (state: ScopeState, scope: ScopeName, texts: DiagramTexts): string =>
  texts.verdicts[decide(state, { entry: 'call', scope, purpose: '…' }).kind]

/** The drawing as SVG, without colors and fonts, which are the page's; its `desc` says the same in words. */
async function drawnDiagram(scope: ScopeName, texts: DiagramTexts): Promise<Element> {
  const graphviz = await instance()
  const font = { fontname: 'Helvetica' }
  const arrows = arrowsOf(scope)
  const svg = graphviz.renderString(
    {
      directed: true,
      graphAttributes: { nodesep: 0.45, ranksep: 0.5, pad: 0.05 },
      nodeAttributes: { ...font, shape: 'box', style: 'rounded', fontsize: 15, margin: '0.22,0.13' },
      edgeAttributes: { ...font, fontsize: 13, arrowsize: 0.7 },
      nodes: inOrder.map(state => ({
        name: state,
        attributes: {
          class: state,
          label: `${texts.states[state]}\n${verdictOf(state, scope, texts)}`,
        },
      })),
      edges: merged(arrows).map(group => ({
        tail: group[0].from,
        head: group[0].to,
        attributes: {
          class: group[0].by,
          // Spaces keep the label away from its line.
          label: group.map(arrow => `  ${labelOf(arrow, texts)}  `).join('\n'),
        },
      })),
    },
    { format: 'svg' },
  )
  const [drawing] = fromHtml(svg, { fragment: true, space: 'svg' }).children.flatMap(node => cleaned(node))
  if (drawing?.type !== 'element') throw new Error('Graphviz drew nothing')
  const description = [
    ...scopeStates.map(state => texts.state(texts.states[state], verdictOf(state, scope, texts))),
    ...arrows.map(arrow =>
      texts.arrow(texts.states[arrow.from], texts.states[arrow.to], labelOf(arrow, texts)),
    ),
  ].join(' ')
  return {
    ...drawing,
    children: [s('title', texts.title), s('desc', description), ...drawing.children] as Element['children'],
  }
}

/** From top to bottom, as far as Graphviz can: that way the arrows do not cross. */
const inOrder: readonly ScopeState[] = ['undecided', 'rejected', 'accepted']

/** Arrows of one kind between the same states are drawn as one. */
function merged(arrows: readonly Arrow[]): readonly (readonly [Arrow, ...Arrow[]])[] {
  const groups = new Map<string, [Arrow, ...Arrow[]]>()
  for (const arrow of arrows) {
    const key = [arrow.from, arrow.to, arrow.by].join()
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [arrow])
    else group.push(arrow)
  }
  return [...groups.values()]
}

const kept = ['viewBox', 'className', 'd', 'points', 'x', 'y', 'transform', 'textAnchor']

/** A tenth of a pixel is enough. */
const rounded = (value: string) =>
  value.replace(/\d+\.\d+/g, number => String(Number(Number(number).toFixed(1))))

/** Graphviz's drawing without its comments, tooltips, colors and fonts. */
function cleaned(node: RootContent, parent = ''): readonly ElementContent[] {
  if (node.type === 'text')
    return node.value.trim() === '' ? [] : [{ type: 'text', value: node.value.trim() }]
  // The polygon outside of an arrow is the background.
  const isBackground = node.type === 'element' && node.tagName === 'polygon' && parent === 'graph'
  if (node.type !== 'element' || node.tagName === 'title' || isBackground) return []
  const properties = Object.entries(node.properties)
    .filter(([name]) => kept.includes(name))
    .map(([name, value]) => [name, typeof value === 'string' ? rounded(value) : value])
  return [
    {
      ...node,
      properties: Object.fromEntries(properties),
      children: node.children.flatMap(child => cleaned(child, String(node.properties.className))),
    },
  ]
}

/** Gives the drawings to `src/walkthrough/html/state-diagram.d.ts`, which declares them. */
export function stateDiagram(): Plugin {
  const file = /[\\/]src[\\/]walkthrough[\\/]html[\\/]state-diagram\.js$/
  const id = '\0state-diagram'
  return {
    name: 'state-diagram',
    resolveId(module, importer) {
      return importer !== undefined && file.test(join(dirname(importer), module)) ? id : null
    },
    async load(loaded) {
      if (loaded !== id) return null
      const drawings = await Promise.all(languageNames.map(drawingsIn))
      return `import { s } from 'hastscript'\nexport const stateDiagrams = {${drawings.join()}}`
    },
  }
}

/** Two drawings for each language: that of the scope with the button, and that of all others. */
async function drawingsIn(language: Language): Promise<string> {
  const { cli, loadWalkthroughHtml } = await loadTexts(language)
  const { diagram } = await loadWalkthroughHtml()
  const texts = { ...diagram, states: cli.states }
  const [common, button] = await Promise.all([
    drawnDiagram('scope.camera', texts),
    drawnDiagram(ofButton, texts),
  ])
  return `${JSON.stringify(language)}:{common:${codeOf(common)},button:${codeOf(button)}}`
}

/** The code that makes this part of a drawing again, which is shorter than the part itself. */
function codeOf(node: ElementContent): string {
  if (node.type === 'text') return JSON.stringify(node.value)
  if (node.type !== 'element') throw new Error(`A drawing has no ${node.type}`)
  const { tagName, properties, children } = node
  return `s(${[JSON.stringify(tagName), JSON.stringify(properties), ...children.map(codeOf)].join()})`
}
