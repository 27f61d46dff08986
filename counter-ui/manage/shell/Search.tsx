// The search over all of `/manage/`, opened by its button, `/` or Ctrl+K, and used without a mouse.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Plan } from '../../../server/hall/plan.ts'
import { fetchJson } from '../../../screens/command.ts'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import { formatNumber } from '../../../screens/format.ts'
import type { Account } from '../accounts/account.ts'
import type { ListedDevice } from '../device.ts'
import { entriesOf, found } from './find.ts'
import type { Section } from './section.ts'
import { shellText } from './texts.ts'
import { go } from './way.ts'

interface SearchProps {
  sections: readonly Section[]
  plan: Plan | null
  accounts: readonly Account[]
  onClose: () => void
}

export function Search({ sections, plan, accounts, onClose }: SearchProps) {
  const [typed, type] = useState('')
  const [devices, setDevices] = useState<readonly ListedDevice[]>([])
  const all = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!sections.some(({ id }) => id === 'devices')) return
    void fetchJson<{ devices: ListedDevice[] }>('/api/devices').then((outcome) => {
      if (outcome.ok) setDevices(outcome.data.devices)
    })
  }, [])
  const results = found(entriesOf({ sections, plan, accounts, devices }), typed)

  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  function open(path: string): void {
    onClose()
    // After the dialog has given the focus back.
    setTimeout(() => go(path))
  }
  /** Up and down move from the field through the results and back. */
  function onKey(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || !all.current) return
    event.preventDefault()
    const stops = [...all.current.querySelectorAll<HTMLElement>('input, a')]
    const now = stops.findIndex((stop) => stop === document.activeElement)
    stops[(now + step + stops.length) % stops.length]?.focus()
  }

  return (
    <Dialog title={shellText('searchTitle')} onClose={onClose}>
      <div class="fields search-all" ref={all}>
        <form
          class="field"
          role="search"
          onSubmit={(event) => {
            event.preventDefault()
            const [best] = results
            if (best) open(best.path)
          }}
        >
          <label for="search-all">{shellText('searchField')}</label>
          <input
            id="search-all"
            type="search"
            aria-describedby="search-help"
            autoComplete="off"
            spellcheck={false}
            value={typed}
            onInput={({ currentTarget }) => type(currentTarget.value)}
          />
          <p class="soft" id="search-help">
            {shellText('searchHelp')}
          </p>
        </form>
        <p role="status" class={results.length > 0 ? 'visually-hidden' : undefined}>
          {results.length === 0
            ? shellText('searchNone', { words: typed })
            : shellText('searchCount', { count: formatNumber(results.length) })}
        </p>
        <ul>
          {results.map(({ path, kind, name, more }) => (
            <li key={`${kind} ${path}`}>
              <a
                class="search-row"
                href={path}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return
                  event.preventDefault()
                  open(path)
                }}
              >
                <span>
                  <strong>{name}</strong> {more && <span class="soft">{more}</span>}
                </span>
                <span class="soft">{shellText(kind)}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}

/** Opens the search by `/` (where nobody is typing) and Ctrl+K. */
export function useSearchKeys(open: () => void): void {
  const latest = useRef(open)
  latest.current = open
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target } = event
      const isTyping =
        target instanceof Element && target.closest('input, textarea, select, [contenteditable]')
      const isAsked =
        ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'k') ||
        (key === '/' && !ctrlKey && !metaKey && !altKey && !isTyping)
      // A dialog is already asking something.
      if (!isAsked || document.querySelector('[role=dialog]')) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
