import { type Element, h } from '../../html/element.ts'
import type { Language } from '../../messages/language-names.ts'
import type { PageTexts } from './page-texts.ts'
import { stateDiagrams } from './state-diagram.js'

/** The state diagram with its legend. @param kind whether the button asks again @param anchor unique on the page */
export function diagramFigure(
  kind: 'common' | 'button',
  anchor: string,
  language: Language,
  { html: { diagram } }: PageTexts,
): Element {
  const legend = kind === 'button' ? [...diagram.legend, diagram.legendOfButton] : diagram.legend
  return h(
    'figure',
    { class: ['diagram', kind] },
    labeled(stateDiagrams[language][kind], anchor),
    h('figcaption', h('ul', ...legend.map(line => h('li', line)))),
  )
}

/** The drawing as one picture, which screen readers name and describe by its own texts. */
function labeled(svg: Element, anchor: string): Element {
  const children = svg.children.map(child => {
    if (child.type !== 'element' || !['title', 'desc'].includes(child.tagName)) return child
    return { ...child, properties: { id: `${anchor}-${child.tagName}` } }
  })
  const properties = {
    ...svg.properties,
    role: 'img',
    ariaLabelledBy: [`${anchor}-title`],
    ariaDescribedBy: [`${anchor}-desc`],
  }
  return { ...svg, properties, children }
}
