// Draws SVG with resvg and the fonts of the slip. Heavy (40 MB): only the painter's process loads it.
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Dots, Job } from './painter.ts'

let ready: Promise<void> | null = null
const loaded = new Map<string, Uint8Array[]>()

/** The picture that the job asks for. Throws if the SVG is invalid. */
export async function paint({ svg, width, fonts }: Omit<Job, 'id'>): Promise<Uint8Array | Dots> {
  ready ??= initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')))
  await ready
  const resvg = new Resvg(svg, {
    font: {
      fontBuffers: fonts.flatMap(fontsIn),
      defaultFontFamily: 'Atkinson Hyperlegible Next',
      sansSerifFamily: 'Atkinson Hyperlegible Next',
    },
    fitTo: width === null ? { mode: 'original' } : { mode: 'width', value: width },
    background: '#fff',
  })
  const image = resvg.render()
  try {
    return width === null ? shadesOf(image) : image.asPng()
  } finally {
    image.free()
    resvg.free()
  }
}

/** RGBA without transparency (on white) as shades of grey, by the weights of ITU-R BT.601. */
function shadesOf({ width, height, pixels }: { width: number; height: number; pixels: Uint8Array }): Dots {
  const shades = new Uint8Array(width * height)
  for (let dot = 0; dot < shades.length; dot += 1) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(dot * 4, dot * 4 + 3)
    shades[dot] = Math.round(red * 0.299 + green * 0.587 + blue * 0.114)
  }
  return { width, height, shades }
}

/** The TTF and OTF files of a folder, read once. */
function fontsIn(folder: string): Uint8Array[] {
  const known = loaded.get(folder)
  if (known) return known
  const names = existsSync(folder) ? readdirSync(folder).toSorted() : []
  const read = names
    .filter((name) => /\.(ttf|otf)$/i.test(name))
    .map((name) => readFileSync(join(folder, name)))
  loaded.set(folder, read)
  return read
}
