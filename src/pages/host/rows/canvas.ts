import type { Params } from '../../../catalogue/api.ts'
import { callLater, nothing, nothings, numberOf, type RowHost, textOf } from '../row.ts'

const drawing =
  'arc arcTo beginPath bezierCurveTo clearActions clearRect clip closePath drawImage fill fillRect fillText lineTo moveTo quadraticCurveTo rect restore rotate save scale setFillStyle setFontSize setGlobalAlpha setLineCap setLineDash setLineDashOffset setLineJoin setLineWidth setMiterLimit setShadow setStrokeStyle setTextAlign setTextBaseline setTransform resetTransform stroke strokeRect strokeText transform translate roundRect putImageData'.split(
    ' ',
  )

/** Half a size of the font for a letter, a whole one for a Chinese character. */
function measureText(text: unknown) {
  const fontSize = 10
  const wide = [...textOf(text)].map(character => (character > '\u2e7f' ? fontSize : fontSize / 2))
  return { width: wide.reduce((sum, width) => sum + width, 0) }
}

function gradient(host: RowHost): object {
  return host.objectOf({ addColorStop: nothing })
}

export function drawingContext(host: RowHost): object {
  return host.objectOf({
    ...nothings(drawing),
    draw: {
      plain: (host, first, second) => callLater(host, typeof first === 'function' ? first : second),
    },
    measureText: { plain: (_host, text) => measureText(text) },
    createLinearGradient: { plain: gradient },
    createRadialGradient: { plain: gradient },
    createCircularGradient: { plain: gradient },
    createPattern: { plain: () => ({}) },
    getActions: { plain: () => [] },
    getImageData: { plain: () => ({ width: 1, height: 1, data: [0, 0, 0, 0] }) },
  })
}

const mostLooks = 20

/** A picture that is loaded soon after the program has named it: `onload` and `src` are properties that it sets. */
function picture({ into, realm, clock }: RowHost): unknown {
  const image = into({ src: '', width: 100, height: 100, onload: null, onerror: null }) as Params
  let looks = 0
  const look = () => {
    looks += 1
    const isNamed = textOf(image.src) !== ''
    if (!isNamed && looks < mostLooks) clock.setTimer(look, 50)
    if (isNamed && typeof image.onload === 'function') realm.call(image.onload, image, [])
  }
  clock.later(look)
  return image
}

/** A canvas node of today's kind. */
export function canvas(host: RowHost): object {
  return {
    width: 300,
    height: 150,
    ...host.objectOf({
      getContext: { plain: drawingContext },
      createImage: { plain: picture },
      requestAnimationFrame: {
        plain({ clock }, callback) {
          return clock.setTimer(() => typeof callback === 'function' && callback(clock.now()), 16)
        },
      },
      cancelAnimationFrame: { plain: ({ clock }, id) => clock.clearTimer(numberOf(id)) },
      toDataURL: { plain: () => 'data:image/png;base64,' },
      createPath2D: { plain: () => ({}) },
    }),
  }
}
