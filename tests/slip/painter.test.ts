// The painter keeps its promise whatever its process does: a picture, or a refusal in time.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPainter, type Painter } from '../../server/slip/painter/painter.ts'
import { buildWorker } from '../voice/built-worker.ts'
import { type Behaviour, createWorkers } from '../voice/doubles.ts'
import { fonts } from './painter.ts'

const nowhere = new URL('file:///nowhere.js')
const svg = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="8" font-family="'Atkinson Hyperlegible Next'">${inside}</svg>`

describe('the painter’s own process', () => {
  let worker: Awaited<ReturnType<typeof buildWorker>>
  let painter: Painter
  const warnings: object[] = []
  beforeAll(async () => {
    worker = await buildWorker('server/slip/painter/paint-worker.ts')
    painter = createPainter({ workerUrl: worker.url, fonts, warn: (details) => void warnings.push(details) })
  }, 60_000)
  afterAll(async () => {
    painter.close()
    await worker.remove()
  })

  it('draws a PNG as wide as it is wanted', async () => {
    const png = Buffer.from(await painter.png(svg('<rect width="8" height="8"/>'), 400, 'screen'))
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([400, 80])
  })

  it('draws dots, on white, with the fonts that it is given', async () => {
    const { width, height, shades } = await painter.dots(svg('<rect width="8" height="8"/>'))
    expect([width, height, shades[0], shades[39]]).toEqual([40, 8, 0, 255])
    const letters = await painter.dots(svg('<text y="8" font-size="10">AB</text>'))
    expect(letters.shades.some((shade) => shade < 128)).toBe(true)
  })

  it('refuses anything but SVG, and draws the next one', async () => {
    await expect(painter.dots('<svg')).rejects.toThrow(/SVG/)
    expect(warnings).toHaveLength(1)
    expect((await painter.dots(svg(''))).shades.every((shade) => shade === 255)).toBe(true)
  })
})

describe('with a process that', () => {
  const draws: Behaviour = ({ id }, { answer }) =>
    answer({ id, picture: { width: 1, height: 1, shades: new Uint8Array(1) } })

  function given(...behaviours: Behaviour[]) {
    const workers = createWorkers(...behaviours)
    const warnings: string[] = []
    const painter = createPainter({
      workerUrl: nowhere,
      fonts: [],
      warn: (details) => void warnings.push(JSON.stringify(details)),
      spawn: workers.spawnWorker,
      limitMs: 50,
      idleMs: 1,
    })
    return { painter, warnings, ...workers }
  }

  it.each<[string, Behaviour, RegExp]>([
    ['never answers', () => {}, /longer than 50 ms/],
    ['ends', (_job, { end }) => end('exit code 1'), /ended: exit code 1/],
    ['answers another question', ({ id }, { answer }) => answer({ id: id + 1, picture: {} }), /nonsense/],
    ['answers nonsense', (_job, { answer }) => answer(null), /nonsense/],
    ['cannot draw it', ({ id }, { answer }) => answer({ id, failed: 'no SVG' }), /no SVG/],
  ])('%s: the picture fails and the next one gets a new process', async (_name, behaviour, why) => {
    const { painter, warnings, counts } = given(behaviour, draws)
    await expect(painter.dots('a')).rejects.toThrow(why)
    expect(warnings).toHaveLength(1)
    expect(await painter.dots('b')).toMatchObject({ width: 1, height: 1 })
    expect(counts.started).toBe(2)
  })

  it('brings something that is no picture: no', async () => {
    const { painter } = given(({ id }, { answer }) =>
      answer({ id, picture: { width: 2, height: 2, shades: [] } }),
    )
    await expect(painter.dots('a')).rejects.toThrow(/nonsense/)
    await expect(painter.png('a', 10, 'paper')).rejects.toThrow(/nonsense/)
  })

  it('draws: the same dots are asked for once', async () => {
    const { painter, jobs } = given(draws)
    await painter.dots('a')
    await painter.dots('a')
    await painter.dots('b')
    expect(jobs.map((job) => Reflect.get(job, 'svg'))).toEqual(['a', 'b'])
  })

  it('has more to draw for screens than anybody looks at: paper comes first, and the excess is refused', async () => {
    const { painter, jobs } = given(({ id }, { answer }) => answer({ id, picture: new Uint8Array(1) }))
    const screens = Array.from({ length: 8 }, (_, nth) =>
      painter.png(`screen ${nth}`, 1, 'screen').then(() => 'drawn', String),
    )
    const slip = painter.png('slip', 1, 'paper')
    expect([await screens[7], painter.isBusy()]).toEqual([expect.stringContaining('busy'), true])
    await slip
    await Promise.all(screens)
    expect(painter.isBusy()).toBe(false)
    const drawn = jobs.map((job) => Reflect.get(job, 'svg'))
    expect([drawn.length, drawn.slice(0, 3)]).toEqual([8, ['screen 0', 'slip', 'screen 1']])
  })

  it('has nothing to do: it is ended', async () => {
    const { painter, counts } = given(draws)
    await painter.dots('a')
    await expect.poll(() => counts.stopped).toBe(1)
  })

  it('is asked for more than it can do, or is closed: no at once', async () => {
    const { painter } = given(() => {})
    const many = Array.from({ length: 66 }, (_, place) =>
      painter.dots(`${place}`).then(() => 'drawn', String),
    )
    expect(await many[65]).toContain('busy')
    painter.close()
    expect((await Promise.all(many)).filter((answer) => answer.includes('closed'))).toHaveLength(65)
    await expect(painter.dots('later')).rejects.toThrow('busy')
  })
})
