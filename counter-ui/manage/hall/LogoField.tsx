// A logo as a field: the present picture, a file to replace it, or none.
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../../screens/components/Button.tsx'
import { Faults } from '../form/fields.tsx'
import type { FieldOf } from '../form/use-fields.ts'
import { placeText } from './texts.ts'

interface LogoFieldProps extends FieldOf<string | undefined> {
  hint: ComponentChildren
  /** If left out, as large as a slip prints. */
  room?: LogoRoom
}

export function LogoField({ id, label, hint, value, faults, onChange, room }: LogoFieldProps) {
  const [refused, refuse] = useState<LogoFault | null>(null)
  async function choose(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0]
    // The same file may be chosen again after it was fixed.
    input.value = ''
    if (!file) return
    const made = await logoOf(file, room)
    refuse('fault' in made ? made : null)
    if ('png' in made) onChange(made.png)
  }
  return (
    <div class="field">
      <p class="logo-label" id={`${id}-label`}>
        {label}
      </p>
      {value === undefined ? (
        <p>{placeText('logoNone')}</p>
      ) : (
        <img class="logo-now" src={`data:image/png;base64,${value}`} alt={placeText('logoNow')} />
      )}
      {/* The browser's own button speaks the browser's language, not the page's. */}
      <label class="button button-plain button-medium logo-choose">
        <input
          id={id}
          type="file"
          class="visually-hidden"
          accept="image/png,image/jpeg"
          aria-labelledby={`${id}-label`}
          aria-describedby={`${id}-hint ${id}-faults`}
          onChange={({ currentTarget }) => void choose(currentTarget)}
        />
        <span class="button-words">{placeText('logoChoose')}</span>
      </label>
      <div role="alert">
        <Faults id={id} list={refused ? [wordsOf(refused)] : faults.map(({ words }) => words)} />
      </div>
      <p class="soft" id={`${id}-hint`}>
        {hint}
      </p>
      {value !== undefined && (
        <Button
          kind="quiet"
          icon="close"
          onPress={() => {
            refuse(null)
            onChange(undefined)
          }}
        >
          {placeText('logoRemove')}
        </Button>
      )}
    </div>
  )
}

function wordsOf(refused: LogoFault): string {
  if (refused.fault === 'too-wide')
    return placeText('logo-fault.too-wide', {
      width: refused.width,
      height: refused.height,
      most: MOST_PIXELS,
    })
  if (refused.fault === 'too-heavy')
    return placeText('logo-fault.too-heavy', { size: refused.size, most: MOST_MEGABYTES })
  return placeText(`logo-fault.${refused.fault}`)
}

// A picture chosen as a logo, made into what a slip can print or a kiosk can show: a PNG of at most so many dots and
// bytes. A file that is not such a picture is refused with a code.

/** How large a logo may be in the plan. */
interface LogoRoom {
  /** Dots across. */
  readonly wide: number
  /** Characters of base64. */
  readonly most: number
}

/** Dots across a roll of 80 mm. */
const SLIP: LogoRoom = { wide: 576, most: 40_000 }
const MOST_BYTES = 10_000_000
/** Larger pictures take all of a browser's memory when unpacked. */
const MOST_PIXELS = 8_000
const MOST_MEGABYTES = MOST_BYTES / 1_000_000

type LogoFault =
  | { fault: 'svg' | 'unreadable' | 'too-rich' }
  | { fault: 'too-heavy'; size: number }
  | { fault: 'too-wide'; width: number; height: number }

/** The picture as a PNG in base64, or why it can't be used. */
async function logoOf(file: Blob, room = SLIP): Promise<{ png: string } | LogoFault> {
  if (file.size > MOST_BYTES) return { fault: 'too-heavy', size: Math.ceil(file.size / 1_000_000) }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const kind = kindOf(bytes)
  if (kind !== 'png' && kind !== 'jpeg') return { fault: kind }
  // Before unpacking: a few bytes can claim to be a gigabyte.
  const size = sizeOf(bytes, kind)
  if (!size) return { fault: 'unreadable' }
  if (size.width > MOST_PIXELS || size.height > MOST_PIXELS) return { fault: 'too-wide', ...size }
  try {
    const picture = await createImageBitmap(new Blob([bytes], { type: `image/${kind}` }))
    // Ever smaller versions of the picture, until one fits.
    for (let wide = Math.min(room.wide, picture.width); wide >= 48; wide = Math.floor(wide * 0.8)) {
      const png = drawn(picture, wide)
      if (png.length <= room.most) return { png }
    }
    return { fault: 'too-rich' }
  } catch {
    return { fault: 'unreadable' }
  }
}

function drawn(picture: ImageBitmap, wide: number): string {
  const canvas = document.createElement('canvas')
  canvas.width = wide
  canvas.height = Math.max(1, Math.round((picture.height * wide) / picture.width))
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  // Paper is white; transparent parts would print black.
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '')
}

/** What a file is, by its content, whatever its name. */
export function kindOf(bytes: Uint8Array): 'png' | 'jpeg' | 'svg' | 'unreadable' {
  const begins = (...signature: number[]) => signature.every((byte, place) => bytes[place] === byte)
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (begins(0xff, 0xd8, 0xff)) return 'jpeg'
  const head = new TextDecoder().decode(bytes.subarray(0, 2_000))
  return /<svg[\s>]/i.test(head) ? 'svg' : 'unreadable'
}

/** The size that a picture states, in pixels; null if it does not. */
export function sizeOf(bytes: Uint8Array, kind: 'png' | 'jpeg'): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (kind === 'png') {
    if (bytes.length < 24) return null
    return { width: view.getUint32(16), height: view.getUint32(20) }
  }
  // Segments of a JPEG, each with its length, up to the frame that has the size.
  for (let at = 2; at + 9 < bytes.length;) {
    const marker = view.getUint16(at)
    if (marker < 0xff00) return null
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}
