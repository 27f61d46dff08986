// What must be true of a board on any glass, whatever it shows: by DESIGN's figures large enough, whole, uncovered, within
// the rim that televisions cut off, and clear.
import type { Page } from 'playwright-core'

/** Percent of the shorter side that televisions may cut off all around. */
const RIM = 2.4

/** What is wrong with what stands on the board now, each in words. */
export const faultsOn = (page: Page) =>
  page.evaluate((percent) => {
    const short = Math.min(innerWidth, innerHeight)
    const edge = (short * percent) / 100
    const faults: string[] = []
    const shown = (node: Element) => {
      const { left, right, top, bottom } = node.getBoundingClientRect()
      return { left, right, top, bottom, x: (left + right) / 2, y: (top + bottom) / 2 }
    }
    // Numbers and where to go: whole, on top, and within what a television shows.
    for (const node of document.querySelectorAll(
      '.plate, .row-counter, .hero-counter .first, .way, .clock',
    )) {
      const { left, right, top, bottom, x, y } = shown(node)
      const there = document.elementFromPoint(x, y)
      if (left < edge || top < edge || right > innerWidth - edge || bottom > innerHeight - edge)
        faults.push(`${node.textContent || node.getAttribute('aria-label')} is at the edge`)
      if (!there || !(node.contains(there) || there.contains(node)))
        faults.push(`${node.textContent} is covered by ${there ? there.className : 'nothing'}`)
      const { clientWidth, scrollWidth } = node
      if (scrollWidth > clientWidth + 1 && clientWidth > 0) faults.push(`${node.textContent} is cut off`)
    }
    const plates = [...document.querySelectorAll('.plate')].map((node) => ({ node, ...shown(node) }))
    plates.forEach((one, at) => {
      for (const other of plates.slice(at + 1)) {
        const apart = one.right <= other.left || other.right <= one.left || one.bottom <= other.top + 1
        if (!apart && other.bottom > one.top + 1)
          faults.push(`${one.node.textContent} and ${other.node.textContent} overlap`)
      }
    })
    // Sizes, by the shorter side; the second language is small beside the first, for who sits nearer.
    const pen = document.createElement('canvas').getContext('2d')
    for (const node of document.querySelectorAll('.hero .plate, .sign .plate')) {
      const { fontWeight, fontSize, fontFamily } = getComputedStyle(node)
      if (pen) pen.font = `${fontWeight} ${fontSize} ${fontFamily}`
      const capital = pen ? pen.measureText('H').actualBoundingBoxAscent : 0
      if (capital < short * 0.14) faults.push(`a capital of the number is ${capital} px high`)
    }
    const texts = [...document.querySelectorAll('.board *')].filter((node) =>
      [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent?.trim()),
    )
    const canvas = (node: Element): [number, number, number] => {
      for (let at: Element | null = node; at; at = at.parentElement) {
        const [r = 0, g = 0, b = 0, a = 1] = (
          getComputedStyle(at).backgroundColor.match(/[\d.]+/g) ?? []
        ).map(Number)
        if (a === 1) return [r, g, b]
      }
      return [0, 0, 0]
    }
    const light = (colour: readonly number[]) =>
      colour
        .map((part) => (part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
        .reduce((sum, part, at) => sum + part * ([0.2126, 0.7152, 0.0722][at] ?? 0), 0)
    for (const node of texts) {
      const { color, fontSize } = getComputedStyle(node)
      const isSecond = node.matches(
        // What is said to the staff, who can come closer, as well.
        '.also, .also *, .row-note, .row-note *, .head-aksara, .banner-danger *',
      )
      const isName = node.matches('.head-name, .row-counter-long') && innerHeight >= innerWidth
      if (!isSecond && Number.parseFloat(fontSize) < short * (isName ? 0.0599 : 0.0699))
        faults.push(`${node.textContent} is ${fontSize}`)
      const ink = (color.match(/[\d.]+/g) ?? []).map(Number).slice(0, 3)
      const [high = 0, low = 0] = [light(ink), light(canvas(node))].sort((a, b) => b - a)
      // Large letters are small from 8 m: what WCAG asks of small ones.
      if ((high + 0.05) / (low + 0.05) < 4.5) faults.push(`${node.textContent} is ${color}`)
    }
    return [...new Set(faults)]
  }, RIM)
