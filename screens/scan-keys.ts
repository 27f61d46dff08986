// Watches the keys of a page for a scanner, and keeps a scanner's keys from everything else: none of them stays in a
// field, moves a choice or presses a button.
import { createScanReader, type Into, type Scan } from './scan.ts'
import { after } from './timer.ts'

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/**
 * Listens until the returned function is called. Call it before others listen for keys: what it takes, they do not
 * get.
 */
export function watchScans(onScan: (scan: Scan) => void): () => void {
  /** The content of the fields before the first key. */
  let before: { field: Field; value: string }[] = []

  const read = createScanReader({
    after,
    first() {
      const fields = document.querySelectorAll<Field>('input, textarea, select')
      before = Array.prototype.map.call(fields, (field: Field) => ({
        field,
        value: field.value,
      })) as typeof before
    },
    sure() {
      for (const { field, value } of before) {
        if (field.value === value) continue
        field.value = value
        field.dispatchEvent(new Event('input', { bubbles: true }))
        field.dispatchEvent(new Event('change', { bubbles: true }))
      }
    },
    scanned: onScan,
  })

  function key(event: KeyboardEvent): void {
    if (event.repeat || event.metaKey || event.altKey) return
    // Some send a line feed after their Enter, as Ctrl+J.
    const name = event.ctrlKey ? (event.key === 'j' || event.key === 'm' ? 'Enter' : '') : event.key
    if (name === '' || !read(name, event.timeStamp, into())) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  addEventListener('keydown', key, true)
  return () => removeEventListener('keydown', key, true)
}

function into(): Into {
  const node = document.activeElement
  if (!node || !node.matches('input, textarea, select')) return 'page'
  const { form } = node as Field
  return form && form.querySelector('[type=password]') ? 'secret' : 'field'
}
