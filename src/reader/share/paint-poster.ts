import { type Faces, layOutPoster, MARGIN, type PosterContent } from './lay-out-poster.ts'

/** The light theme's tokens: a poster is paper in whatever theme its reader reads. */
const COLOURS = { paper: '#fbfaf7', ink: '#1a1a18', second: '#5c5a54', hairline: '#e3e0d8' }

/**
 * Draws the poster of an article as a PNG.
 * @param lang decides which forms Han characters have.
 * @throws Error when the browser gives no canvas, or no picture of it.
 */
export const paintPoster = async (content: PosterContent, lang: string): Promise<Blob> => {
  const canvas = document.createElement('canvas')
  canvas.lang = lang
  const measuring = contextOf(canvas)
  const poster = layOutPoster(content, facesOfPage(), (text, font) => {
    measuring.font = font
    return measuring.measureText(text).width
  })
  canvas.width = poster.width
  canvas.height = poster.height
  const context = contextOf(canvas)
  context.fillStyle = COLOURS.paper
  context.fillRect(0, 0, poster.width, poster.height)
  for (const { y, weight, tone } of poster.rules) {
    context.fillStyle = COLOURS[tone]
    context.fillRect(MARGIN, y, poster.width - 2 * MARGIN, weight)
  }
  context.textBaseline = 'alphabetic'
  for (const { text, font, tone, x, y } of poster.texts) {
    context.font = font
    context.fillStyle = COLOURS[tone]
    context.fillText(text, x, y)
  }
  if (poster.code) {
    const { code, module, x: left, y: top } = poster.code
    context.fillStyle = COLOURS.ink
    for (const { x, y, width } of code.runs)
      context.fillRect(left + x * module, top + y * module, width * module, module)
  }
  return await new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('no picture of the canvas'))),
      'image/png',
    )
  })
}

const contextOf = (canvas: HTMLCanvasElement): CanvasRenderingContext2D => {
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  return context
}

const facesOfPage = (): Faces => {
  const style = getComputedStyle(document.documentElement)
  const face = (name: string) => style.getPropertyValue(name).trim() || 'sans-serif'
  return { serif: face('--serif'), sans: face('--sans') }
}

/** A picture as a `data:` address: Android's web views save no `blob:` when the reader presses long on a picture. */
export const dataAddressOf = (picture: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(picture)
  })
