// What must be true of a board on any screen, whatever it shows: large enough by DESIGN's figures, complete,
// uncovered, within the rim that televisions cut off, and clear. Heights are those of capitals as drawn, not font
// sizes.
import type { Page } from 'playwright-core'

/** Percent of the shorter side that televisions may cut off all around. */
const RIM = 2.4

/** What is wrong on the board now, each in words. */
export const faultsOn = (page: Page) =>
  page.evaluate((percent) => {
    const short = Math.min(innerWidth, innerHeight)
    const edge = (short * percent) / 100
    const faults: string[] = []
    const shown = (node: Element) => {
      const { left, right, top, bottom } = node.getBoundingClientRect()
      return { left, right, top, bottom, x: (left + right) / 2, y: (top + bottom) / 2 }
    }
    const say = (node: Element) => `${node.textContent || node.getAttribute('aria-label')}`
    // Numbers and where to go: on top, whatever else is shown.
    for (const node of document.querySelectorAll(
      '.plate, .row-counter, .hero-counter .first, .way, .clock',
    )) {
      const { x, y } = shown(node)
      const there = document.elementFromPoint(x, y)
      if (!there || !(node.contains(there) || there.contains(node)))
        faults.push(`${say(node)} is covered by ${there ? there.className : 'nothing'}`)
    }
    const pen = document.createElement('canvas').getContext('2d')
    const capital = (node: Element) => {
      const { fontWeight, fontSize, fontFamily } = getComputedStyle(node)
      if (pen) pen.font = `${fontWeight} ${fontSize} ${fontFamily}`
      return pen ? pen.measureText('H').actualBoundingBoxAscent : 0
    }
    const texts = [...document.querySelectorAll('#app *:not(.visually-hidden)')].filter((node) =>
      [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent?.trim()),
    )
    // Every line of every text, from its capitals' tops to its baseline, and every arrow and icon.
    const inks = texts.flatMap((node) => {
      const range = document.createRange()
      range.selectNodeContents(node)
      const height = capital(node)
      const { fontSize } = getComputedStyle(node)
      // The position of this typeface's baseline in a line's box.
      const base = Number.parseFloat(fontSize) * 0.984
      return [...range.getClientRects()]
        .filter(({ width }) => width > 0)
        .map(({ left, right, top }) => ({ node, left, right, top: top + base - height, bottom: top + base }))
    })
    const marks = [...document.querySelectorAll('#app svg:not(.band), #app .media')].map((node) => {
      const { left, right, top, bottom } = node.getBoundingClientRect()
      return { node, left, right, top, bottom }
    })
    const things = [...inks, ...marks]
    for (const { node, left, right, top, bottom } of things) {
      if (left < edge || top < edge || right > innerWidth - edge || bottom > innerHeight - edge)
        faults.push(`${say(node)} is at the edge`)
      for (let at: Element | null = node; at; at = at.parentElement) {
        if (
          at !== node &&
          getComputedStyle(at).overflow === 'visible' &&
          !at.matches('.row, .card, .hero, .rows')
        )
          continue
        const box = at.getBoundingClientRect()
        if (left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1)
          faults.push(`${say(node)} is cut off by ${at.className}`)
      }
    }
    things.forEach((one, at) => {
      for (const other of things.slice(at + 1)) {
        const apart =
          one.right <= other.left + 1 ||
          other.right <= one.left + 1 ||
          one.bottom <= other.top + 1 ||
          other.bottom <= one.top + 1
        if (apart || one.node.contains(other.node) || other.node.contains(one.node)) continue
        const isOver = [one, other].some(({ node }) => node.closest('.problem, .sound'))
        if (!isOver) faults.push(`${say(one.node)} and ${say(other.node)} overlap`)
      }
    })
    const plates = [...document.querySelectorAll('.plate')].map((node) => ({ node, ...shown(node) }))
    plates.forEach((one, at) => {
      for (const other of plates.slice(at + 1)) {
        const apart = one.right <= other.left || other.right <= one.left || one.bottom <= other.top + 1
        if (!apart && other.bottom > one.top + 1)
          faults.push(`${say(one.node)} and ${say(other.node)} overlap`)
      }
    })
    // Capitals, relative to the shorter side: what is called and where to go; then all else except the second
    // language and messages to the staff, who can come closer. A counter whose label is a word may be smaller.
    const shares: [where: string, percent: number][] = [
      ['.hero .plate, .sign .plate', 14],
      ['.hero-agency .first', 5.5],
      // A sign is read from the desk before it.
      ['.sign-counter-long .first', 5],
      // Called numbers stay visible: in two columns if there are too many for one.
      ['.rows-list .plate, .rows-list .row-counter', 6],
      ['.row .plate, .row-counter, .hero-counter .first, .sign-counter .first, .sign-state .first', 7],
      [
        '.also, .also *, .row-note, .row-note *, .head-aksara, .banner-danger *, .banner-notice *, .problem-words',
        0,
      ],
      ['.head-name', 4],
      ['*', 4.5],
    ]
    for (const node of texts) {
      const text = node.textContent ?? ''
      const isWord =
        node.matches('.row-counter, .hero-counter .first') &&
        text.length > 3 &&
        !/^(Loket|Counter) \d/.test(text)
      const share = isWord ? 5.4 : (shares.find(([where]) => node.matches(where))?.[1] ?? 0)
      const height = (capital(node) / short) * 100
      if (height < share - 0.01) faults.push(`a capital of ${say(node)} is ${height.toFixed(1)} % high`)
    }
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
      const { color } = getComputedStyle(node)
      const ink = (color.match(/[\d.]+/g) ?? []).map(Number).slice(0, 3)
      const [high = 0, low = 0] = [light(ink), light(canvas(node))].sort((a, b) => b - a)
      // From 8 m large letters are small: the contrast that WCAG asks of small ones.
      if ((high + 0.05) / (low + 0.05) < 4.5) faults.push(`${say(node)} is ${color}`)
    }
    return [...new Set(faults)]
  }, RIM)
